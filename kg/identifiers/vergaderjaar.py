"""The vergaderjaar: the parliamentary year that runs from one September into the next.

Since 1815 a year of the Staten-Generaal spans two calendar years and is named by both. It is
printed in many ways ("2020/21", "2020–2021", "1999/00", "1999/2000"); the normal form here is
"2020-2021", the form of the official publications' metadata. The identifiers of those
publications hold the two years without a dash (``h-tk-20202021-3-4``).

Source: the identifiers on zoek.officielebekendmakingen.nl; the written form with a slash is that
of the Leidraad voor juridische auteurs.
"""

from __future__ import annotations

import re
from functools import lru_cache

_FIRST_YEAR, _LAST_YEAR = 1814, 2099
_SPACES = re.compile(r"[\s\u00ad\u200b\u2060\ufeff]+")
_DASHES = r"[-\u2010-\u2015\u2212\u00ac/]"
_BETWEEN = rf"(?:{_DASHES}{{1,2}}|(?<=\d{{4}})(?=\d{{4}}))"
_TWO_YEARS = re.compile(rf"(\d{{2,4}}){_BETWEEN}(\d{{2,4}})", re.ASCII)


def parse_vergaderjaar(text: str) -> str | None:
    """The normal form of a printed vergaderjaar, or ``None`` when it is none.

    White space, also within the years, counts for nothing. A digit lost from one of the years is
    restored when the other year is whole and leaves one reading; two whole years that do not
    follow each other are a misprint that leaves several, so they give ``None``.

    >>> [parse_vergaderjaar(t) for t in ("2020/21", "2020–2021", "1999/00", "1997 - 1998")]
    ['2020-2021', '2020-2021', '1999-2000', '1997-1998']
    >>> [parse_vergaderjaar(t) for t in ("2022–203", "2022/-23", "2023–34")]
    ['2022-2023', '2022-2023', None]
    """
    return _normal(text[:40])


# A document prints few years, and each of them again and again.
@lru_cache(maxsize=1024)
def _normal(text: str) -> str | None:
    match = _TWO_YEARS.fullmatch(_SPACES.sub("", text))
    if match is None:
        return None
    first, second = match.groups()
    for start in _starts(first, second):
        if _FIRST_YEAR <= start <= _LAST_YEAR:
            return f"{start}-{start + 1}"
    return None


def _starts(first: str, second: str) -> tuple[int, ...]:
    """The first years that the two printed years leave possible: one, or none."""
    if len(first) == 4:
        start = int(first)
        return (start,) if _shortens(second, str(start + 1)) else ()
    if len(second) == 4 and len(first) == 3:
        start = int(second) - 1
        return (start,) if _shortens(first, str(start)) else ()
    return ()


def _shortens(printed: str, year: str) -> bool:
    """Whether ``printed`` is ``year``, its last two digits, or ``year`` with one digit lost."""
    if len(printed) == 3:
        return any(year[:n] + year[n + 1 :] == printed for n in range(4))
    return year.endswith(printed)


def compact(vergaderjaar: str) -> str:
    """The eight digits the identifiers of publications hold.

    Raises ``ValueError`` when ``vergaderjaar`` is not in normal form.

    >>> compact("2020-2021")
    '20202021'
    """
    if parse_vergaderjaar(vergaderjaar) != vergaderjaar:
        raise ValueError(f"{vergaderjaar!r} is not a vergaderjaar in the form 2020-2021")
    return vergaderjaar.replace("-", "")


def expand(digits: str) -> str | None:
    """The normal form of the eight digits in an identifier; ``None`` when they are not one.

    >>> expand("20202021"), expand("20202022")
    ('2020-2021', None)
    """
    return parse_vergaderjaar(digits) if len(digits) == 8 else None


def with_slash(vergaderjaar: str) -> str:
    """The form of the Leidraad; the turn of a century is written in full.

    >>> with_slash("2020-2021"), with_slash("1999-2000")
    ('2020/21', '1999/2000')
    """
    first, second = vergaderjaar.split("-")
    return f"{first}/{second[2:] if first[:2] == second[:2] else second}"
