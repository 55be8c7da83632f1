"""Dutch and English dates in a text."""

from __future__ import annotations

import re
from datetime import date

_MONTH_WORDS = (
    ("januari", "january", "jan"), ("februari", "february", "feb", "febr"),
    ("maart", "march", "mrt", "mar"), ("april", "apr"), ("mei", "may"), ("juni", "june", "jun"),
    ("juli", "july", "jul"), ("augustus", "august", "aug"), ("september", "sep", "sept"),
    ("oktober", "october", "okt", "oct"), ("november", "nov"), ("december", "dec"),
)
_MONTH_NUMBERS = {name: number for number, names in enumerate(_MONTH_WORDS, 1) for name in names}
_MONTH_NAMES = "|".join(sorted(_MONTH_NUMBERS, key=lambda name: (-len(name), name)))
#: The months in Dutch, and as one alternation of a pattern.
MONTHS = tuple(names[0] for names in _MONTH_WORDS)
MONTH = "|".join(MONTHS)

_DATE = re.compile(
    rf"""(?:(?<![\w/.-])|(?<=ontvangen))(?:          # "(ontvangen13 augustus 2024)"
        (?P<day>\d{{1,2}})(?:\s{{0,3}}|e\s)(?P<month>{_MONTH_NAMES})(?![a-z])\.?\s{{0,80}}
            (?P<year>[12]\d{{3}})(?!\d)              # 14 februari 2022, 2 dec 2022, 1 mei2022
      | (?P<iso_year>[12]\d{{3}})-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)(?!\d)      # 2022-02-14
      | (?P<d>\d{{1,2}})(?P<sep>[-/.])(?P<m>\d{{1,2}})(?P=sep)(?P<y>[12]\d{{3}})(?!\d)
    )""",
    re.VERBOSE | re.IGNORECASE,
)


def find_date(text: str, start: int = 0, end: int | None = None) -> tuple[date, int, int] | None:
    """The first whole date in a stretch of text, with its place; ``None`` where there is none.

    Read are dates with a written month (Dutch or English), ISO dates and day-month-year figures.
    A day that no calendar has is no date.

    >>> find_date("Den Haag, 28 oktober 2016")
    (datetime.date(2016, 10, 28), 10, 25)
    """
    for match in _DATE.finditer(text, start, len(text) if end is None else end):
        day = _calendar_day(match)
        if day is not None:
            return day, match.start(), match.end()
    return None


def _calendar_day(match: re.Match[str]) -> date | None:
    """The day a match of the date pattern names, or ``None`` for the 31st of February."""
    get = match.group
    if get("month"):
        parts = get("year"), str(_MONTH_NUMBERS[get("month").lower()]), get("day")
    elif get("iso_year"):
        parts = get("iso_year"), get("iso_month"), get("iso_day")
    else:
        parts = get("y"), get("m"), get("d")
    try:
        return date(*map(int, parts))
    except ValueError:
        return None


def parse_date(text: str) -> date | None:
    """The first whole date in the text, or ``None``.

    >>> parse_date("14 februari 2022"), parse_date("15 February 2021 10:10")
    (datetime.date(2022, 2, 14), datetime.date(2021, 2, 15))
    >>> parse_date("d.d. 12/02/2015"), parse_date("15-12-2023"), parse_date("16 september jl.")
    (datetime.date(2015, 2, 12), datetime.date(2023, 12, 15), None)
    """
    found = find_date(text)
    return None if found is None else found[0]
