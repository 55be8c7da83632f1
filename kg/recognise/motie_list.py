"""Motions in a list of numbers: "de moties op de stukken nrs. 12 en 14", "moties: 34775-42; …".

The first has the noun with its number, or the number alone behind a colon; each further number is
a motion of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.model import Span
from kg.patterns import later
from kg.recognise.names import GAP

_DOSSIER = r"\d{2}[ .\xa0]?\d{3}(?:[ \xa0]?[-–]?[ \xa0]?\(?(?:[IVX]{1,6}|\d{2}|[A-H])\b\)?)?"
_NR = r"(?:[Nn]rs?\.?|nummers?)\s{0,9}"
_SEPARATOR = r"(?:\s{0,9}[,;]\s{0,9}(?:en\s{1,9})?|\s{1,9}en\s{1,9})"
# One number with its dossier, or right behind another the number alone.
_WHOLE = rf"{_DOSSIER}(?:,?\s{{0,9}}{_NR}|[-–/])\d{{1,4}}(?![\d-])"
_FURTHER = later(
    rf"""{_SEPARATOR}(?P<unit>(?:(?:de\s)?(?:op\s{{1,9}}(?:het\s)?stuk\s{{1,9}})?
            (?:[Kk]amerstuk(?:ken)?\s{{1,9}})?
            (?P<one>{_WHOLE} | (?:{_NR})?\d{{1,4}}(?!\d|[.-]\d|\s\d{{3}}))
        ))(?!\s{{0,9}}(?:april|mei|juni|juli|[a-z]{{3,5}}(?:ari|art|tus|ber)|%|procent|euro)\b)""",
    re.VERBOSE,
)
_STUKKEN = later(
    rf"""{GAP}(?:(?:op|met|onder){GAP})?(?:de{GAP}|het{GAP})?
        (?:stuk(?:ken)?{GAP}(?:met{GAP}(?:de{GAP})?)?(?:{_NR})?|{_NR})
        (?P<one>\d{{1,4}}(?!\d|\s\d{{3}}))""",
    re.VERBOSE,
)
_RANGE = later(
    rf"\s{{1,9}}(?P<to>t/m|tot\sen\smet)\s{{1,9}}(?:{_NR})?(?P<last>\d{{1,4}})(?![\d.-])"
)
_DIRECT = later(rf"{GAP}\(?(?P<one>{_WHOLE})")
_ANNOUNCED = later(rf"[^.:;()?!]{{0,80}}:\s{{1,120}}(?:[-–•]\s{{1,20}})?(?P<one>{_WHOLE})")
# "de volgende door hem ingediende motie opnieuw aan te houden: 29544, nr. 959"
_HELD = later(
    rf"[^.:;()?!]{{0,40}}\b(?:aan{GAP}te{GAP}houden|aangehouden|vervallen|ingetrokken):\s{{1,20}}"
    rf"(?P<one>{_WHOLE})"
)
_FIRST = later(rf"(?P<one>{_WHOLE}|{_NR}\d{{1,4}}(?!\d))")
_ALONE = later(rf"(?:{_NR})?(?P<number>\d{{1,4}})")
_LAST_DIGITS = later(r"\d{1,4}\Z")
_MOST, _WIDEST = 400, 40  # motions in a list; in one "12 t/m 15"


@dataclass(frozen=True, slots=True)
class Unit:
    """One number of a list: its place, and its digits where no dossier stands with them."""

    span: Span
    number: str | None


@dataclass(frozen=True, slots=True)
class Listed:
    """The numbers of motions in a list; ``apart`` where a colon or bracket stands before them."""

    units: tuple[Unit, ...]
    apart: bool = False


def read_list(text: str, at: int) -> Listed | None:
    """The numbers that stand behind "moties", which ends at ``at``.

    >>> text = "moties op de stukken nrs. 12, 13 en 14 vragen"
    >>> [unit.number for unit in read_list(text, 6).units]
    ['12', '13', '14']
    >>> text = "moties zijn vervallen: 34775-42; 34734-25."
    >>> [unit.span.of(text) for unit in read_list(text, 6).units]
    ['34775-42', '34734-25']
    """
    for form in (_STUKKEN, _DIRECT, _ANNOUNCED):
        match = form.match(text, at)
        if match:
            first = _unit(match, "one")
            units = (first, *further(text, first.span.end))
            return Listed(units, form is _ANNOUNCED or "(" in text[at : first.span.start])
    return None


def read_held(text: str, at: int) -> Listed | None:
    """The one number that stands behind a colon where a motion, which ends at ``at``, is held over.

    >>> text = "motie opnieuw aan te houden: 29544, nr. 959."
    >>> read_held(text, 5).units[0].span.of(text)
    '29544, nr. 959'
    """
    match = _HELD.match(text, at)
    return Listed((_unit(match, "one"),), apart=True) if match else None


def _unit(match: re.Match[str], group: str, number: str | None = None) -> Unit:
    alone = _ALONE.fullmatch(match[group])
    return Unit(Span(*match.span(group)), number or (alone["number"] if alone else None))


def further(text: str, at: int, end: int | None = None) -> tuple[Unit, ...]:
    """The numbers that go on with a list behind the one that ends at ``at``.

    >>> text = "nr. 8 en 32 824, nr. 432)"
    >>> [unit.span.of(text) for unit in further(text, 5)]
    ['32 824, nr. 432']
    >>> [unit.number for unit in further("12 t/m 14", 2)]
    ['13', '14']
    """
    units: list[Unit] = []
    stop = len(text) if end is None else end
    while len(units) < _MOST:
        match = _FURTHER.match(text, at, stop)
        if match:
            units.append(_unit(match, "one"))
        elif match := _RANGE.match(text, at, stop):
            units += _between(text, at, match)
        else:
            break
        at = match.end()
    return tuple(units)


def _between(text: str, at: int, match: re.Match[str]) -> list[Unit]:
    """The numbers of "12 t/m 15" behind its first: those between have the words for their place."""
    first, last = _LAST_DIGITS.search(text, max(0, at - 4), at), int(match["last"])
    between = range(int(first[0]) + 1, last) if first else range(0)
    inner = [_unit(match, "to", str(number)) for number in between if len(between) <= _WIDEST]
    return [*inner, _unit(match, "last")]


def numbers_in(text: str, start: int, end: int) -> tuple[Unit, ...]:
    """The numbers of papers printed in a stretch of text; none where it names a dossier alone.

    >>> [len(numbers_in(text, 0, len(text))) for text in ("(35 228, nrs. 8 en 9)", "(35 228)")]
    [2, 0]
    """
    match = _FIRST.search(text, start, end)
    return (_unit(match, "one"), *further(text, match.end(), end)) if match else ()


def printed_together(text: str, start: int, end: int) -> tuple[Unit, ...]:
    """The numbers printed in a bracket behind a name, where there are two or more.

    >>> text = "(35 228, nrs. 8 en 9)"
    >>> [unit.span.of(text) for unit in printed_together(text, 0, len(text))]
    ['35 228, nrs. 8', '9']
    """
    units = numbers_in(text, start, end)
    return units if len(units) > 1 else ()
