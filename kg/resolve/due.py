"""By which day a commitment is due: the words of its term, seen from the day it was made.

A term names a stretch of the calendar; the day is its last one ("in het najaar": the last day of
autumn), or the last before it ("voor 1 maart"). Where the words leave room, these conventions
decide: begin is the first quarter, medio the end of July; the seasons end as in the calendar; the
recesses of the Tweede Kamer begin around 30 June (zomer), 20 December (kerst), 15 October
(herfst), 15 February (voorjaar, krokus) and 25 April (mei); Prinsjesdag is the third Tuesday of
September, the voorjaarsnota is due on 1 June. A moment without a year is the next one.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta

from kg.model import Period
from kg.text import MONTH, MONTHS

_SEASONS = {
    "lente": (6, 20),
    "voorjaar": (6, 20),
    "zomer": (9, 22),
    "najaar": (12, 20),
    "herfst": (12, 20),
    "winter": (3, 20),
}
# The day before which "voor de zomer", "voor het kerstreces" … ends.
_EVES = {
    "zomerreces": (6, 30),
    "zomer": (6, 30),
    "kerstreces": (12, 20),
    "jaarwisseling": (12, 31),
    "herfstreces": (10, 15),
    "voorjaarsreces": (2, 15),
    "krokusreces": (2, 15),
    "meireces": (4, 25),
    "voorjaar": (3, 20),
    "najaar": (9, 22),
    "herfst": (9, 22),
}
_MOMENTS = {"voorjaarsnota": (6, 1), "najaarsnota": (12, 1), **_EVES}
_ORDINALS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4}
_NUMBERS = {"een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "acht": 8}

_YEAR = re.compile(r"\b(20\d\d)\b")
_BEFORE = re.compile(r"\bv(?:oo|óó)r\b(?!\s+eind)")
_DAY = re.compile(rf"\b(\d{{1,2}})\s+({MONTH})\b")
_MONTH = re.compile(rf"\b({MONTH})\b")
_QUARTER = re.compile(
    r"\bq([1-4])\b|\b([1-4])e\s+kwartaal|\b(eerste|tweede|derde|vierde)\s+kwartaal"
)
_HALF = re.compile(r"\b(eerste|tweede)\s+helft\b|\b(eerste|tweede)\s+halfjaar\b")
_WITHIN = re.compile(
    r"\bbinnen\s+(?:(?:de|het|een)\s+)?(?:komende\s+)?(\d{1,3}|"
    + "|".join(_NUMBERS)
    + r")?\s*(dag|dagen|week|weken|maand|maanden|jaar)\b"
)
_NEXT = re.compile(r"\b(volgende?|komende?|deze|dit|later\s+dit)\s+(week|maand|jaar)\b")


def due_day(words: str, made: date) -> date | None:
    """The day by which a term that was given on ``made`` ends; ``None`` where it names none.

    >>> due_day("voor het einde van het jaar", date(2022, 6, 10))
    datetime.date(2022, 12, 31)
    >>> due_day("in het najaar", date(2022, 6, 10)), due_day("Q2 2023", date(2022, 6, 10))
    (datetime.date(2022, 12, 20), datetime.date(2023, 6, 30))
    >>> due_day("zo spoedig mogelijk", date(2022, 6, 10)) is None
    True
    """
    term = " ".join(words.lower().split())
    printed = _YEAR.search(term)
    year = int(printed[1]) if printed else None
    if _DAY.search(term):
        return _day(term, year, made)
    for read in _READERS:
        found = read(term, year, made)
        if found is not None:
            return found
    return None


def due_in_period(words: str, made: Period) -> date | None:
    """The day a term ends when it was given on some day of a period, if all its days agree.

    >>> due_in_period("eind 2023", Period(None, None))
    datetime.date(2023, 12, 31)
    >>> due_in_period("voor de zomer", Period(date(2022, 1, 10), date(2023, 6, 23))) is None
    True
    """
    ends = {made.start or date(2000, 1, 1), made.end or date(2099, 12, 31)}
    days = {due_day(words, day) for day in ends}
    return days.pop() if len(days) == 1 else None


def _day(term: str, year: int | None, made: date) -> date | None:
    """ "uiterlijk 1 december", "vóór 1 maart 2024": that day, or the one before it."""
    match = _DAY.search(term)
    if match is None:
        return None
    found = _next(MONTHS.index(match[2]) + 1, int(match[1]), year, made)
    return found - timedelta(days=1) if found and _BEFORE.search(term) else found


def _quarter(term: str, year: int | None, made: date) -> date | None:
    match = _QUARTER.search(term)
    if match is None:
        return None
    number = int(match[1] or match[2] or _ORDINALS[match[3]])
    return _month_end(3 * number, year, made)


def _half(term: str, year: int | None, made: date) -> date | None:
    match = _HALF.search(term)
    if match is None:
        return None
    first = (match[1] or match[2]) == "eerste"
    return _month_end(6 if first else 12, _this_year(term, year, made), made)


def _within(term: str, _: int | None, made: date) -> date | None:
    match = _WITHIN.search(term)
    if match is None:
        return None
    count = int(match[1]) if (match[1] or "").isdecimal() else _NUMBERS.get(match[1] or "een", 1)
    if match[2].startswith("dag"):
        return made + timedelta(days=count)
    if match[2].startswith("we"):
        return made + timedelta(weeks=count)
    months = count * 12 if match[2] == "jaar" else count
    return _add_months(made, months)


def _moment(term: str, year: int | None, made: date) -> date | None:
    """Seasons, recesses, nota's and Prinsjesdag, before, in or after."""
    year = _this_year(term, year, made)
    if "prinsjesdag" in term or "miljoenennota" in term:
        return _prinsjesdag(year, made)
    for name, (month, day) in _MOMENTS.items():
        if not re.search(rf"\b{name}\b", term):
            continue
        if re.search(r"\bna\b", term):
            # "na de zomer", "na het kerstreces": within the quarter that follows
            start = _next(month, day, year, made)
            return _add_months(start, 3) if start else None
        if _BEFORE.search(term) or name not in _SEASONS:
            return _next(month, day, year, made)
    for name, (month, day) in _SEASONS.items():
        if re.search(rf"\b{name}\b", term):
            return _next(month, day, year, made)
    return None


def _month(term: str, year: int | None, made: date) -> date | None:
    match = _MONTH.search(term)
    if match is None:
        return None
    month = MONTHS.index(match[1]) + 1
    if _BEFORE.search(term):
        first = _next(month, 1, year, made)
        return first - timedelta(days=1) if first else None
    if re.search(rf"\bbegin\s+{match[1]}", term):
        return _next(month, 10, year, made)
    if re.search(rf"\bmedio\s+{match[1]}", term):
        return _next(month, 20, year, made)
    return _month_end(month, year, made)


def _year(term: str, year: int | None, made: date) -> date | None:
    """Years as a whole, their beginning, middle and end."""
    year = _this_year(term, year, made)
    if year is None and re.search(r"\beinde?\b", term) and re.search(r"\bjaar\b", term):
        year = made.year
    if year is None:
        return None
    if re.search(r"\bbegin\b", term):
        return date(year, 3, 31)
    if re.search(r"\bmedio\b", term):
        return date(year, 7, 31)
    if _BEFORE.search(term) and not re.search(r"\beinde?\b|\bjaar\b", term):
        return date(year - 1, 12, 31)
    return date(year, 12, 31)


def _next_unit(term: str, _: int | None, made: date) -> date | None:
    match = _NEXT.search(term)
    if match is None:
        return None
    coming = match[1].startswith(("volgend", "komend"))
    if match[2] == "week":
        sunday = made + timedelta(days=6 - made.weekday())
        return sunday + timedelta(weeks=1) if coming else sunday
    if match[2] == "maand":
        return _end_of(_add_months(made.replace(day=1), 1 if coming else 0))
    return None  # years are read with their beginning and end


_READERS: tuple[Callable[[str, int | None, date], date | None], ...] = (
    _quarter,
    _half,
    _within,
    _moment,
    _month,
    _next_unit,
    _year,
)


def _this_year(term: str, year: int | None, made: date) -> int | None:
    """The year a term means by "dit jaar" or "volgend jaar"; else the printed one."""
    if year is not None:
        return year
    if re.search(r"\b(?:volgend|komend)\s+(?:kalender)?jaar\b", term):
        return made.year + 1
    if re.search(r"\bdit\s+(?:kalender)?jaar\b", term):
        return made.year
    return None


def _next(month: int, day: int, year: int | None, made: date) -> date | None:
    """That day of the printed year, else the first one from ``made`` on."""
    try:
        if year is not None:
            return date(year, month, day)
        found = date(made.year, month, day)
        return found if found >= made else date(made.year + 1, month, day)
    except ValueError:
        return None


def _month_end(month: int, year: int | None, made: date) -> date:
    if year is None:
        year = made.year if month >= made.month else made.year + 1
    return _end_of(date(year, month, 1))


def _end_of(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _add_months(day: date, months: int) -> date:
    year, month = divmod(day.month - 1 + months, 12)
    last = calendar.monthrange(day.year + year, month + 1)[1]
    return date(day.year + year, month + 1, min(day.day, last))


def _prinsjesdag(year: int | None, made: date) -> date:
    def third_tuesday(of: int) -> date:
        first = date(of, 9, 1)
        return first + timedelta(days=(1 - first.weekday()) % 7 + 14)

    if year is not None:
        return third_tuesday(year)
    found = third_tuesday(made.year)
    return found if found >= made else third_tuesday(made.year + 1)
