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
            (?P<one>{_WHOLE} | (?:{_NR})?\d{{1,4}}(?![\d.-]|\s\d{{3}}))
        ))(?!\s{{0,9}}(?:april|mei|juni|juli|[a-z]{{3,5}}(?:ari|art|tus|ber)|%|procent|euro)\b)""",
    re.VERBOSE,
)
_STUKKEN = later(
    rf"""{GAP}(?:(?:op|met|onder){GAP})?(?:de{GAP}|het{GAP})?
        (?:stuk(?:ken)?{GAP}(?:met{GAP})?(?:de{GAP})?{_NR}|{_NR})
        (?P<one>\d{{1,4}}(?!\d|\s\d{{3}}))""",
    re.VERBOSE,
)
_DIRECT = later(rf"{GAP}\(?(?P<one>{_WHOLE})")
_ANNOUNCED = later(rf"[^.:;()?!]{{0,80}}:\s{{1,120}}(?:[-–•]\s{{1,20}})?(?P<one>{_WHOLE})")
_FIRST = later(rf"{_WHOLE}|{_NR}\d{{1,4}}(?!\d)")
_MOST = 60


@dataclass(frozen=True, slots=True)
class Listed:
    """The numbers of motions in a list; ``apart`` where a colon or bracket stands before them."""

    units: tuple[Span, ...]
    apart: bool = False


def read_list(text: str, at: int) -> Listed | None:
    """The numbers that stand behind "moties", which ends at ``at``.

    >>> text = "moties op de stukken nrs. 12, 13 en 14 vragen"
    >>> [unit.of(text) for unit in read_list(text, 6).units]
    ['12', '13', '14']
    >>> text = "moties zijn vervallen: 34775-42; 34734-25."
    >>> [unit.of(text) for unit in read_list(text, 6).units]
    ['34775-42', '34734-25']
    """
    for form in (_STUKKEN, _DIRECT, _ANNOUNCED):
        match = form.match(text, at)
        if match:
            first = Span(*match.span("one"))
            units = (first, *further(text, first.end))
            return Listed(units, form is _ANNOUNCED or "(" in text[at : first.start])
    return None


def further(text: str, at: int, end: int | None = None) -> tuple[Span, ...]:
    """The numbers that go on with a list behind the one that ends at ``at``.

    >>> text = "nr. 8 en 32 824, nr. 432)"
    >>> [unit.of(text) for unit in further(text, 5)]
    ['32 824, nr. 432']
    """
    units: list[Span] = []
    stop = len(text) if end is None else end
    while len(units) < _MOST and (match := _FURTHER.match(text, at, stop)):
        units.append(Span(*match.span("one")))
        at = match.end()
    return tuple(units)


def printed_together(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The numbers printed in a bracket behind a name, where there are two or more.

    >>> text = "(35 228, nrs. 8 en 9)"
    >>> [unit.of(text) for unit in printed_together(text, 0, len(text))]
    ['35 228, nrs. 8', '9']
    """
    match = _FIRST.search(text, start, end)
    rest = further(text, match.end(), end) if match else ()
    return (Span(*match.span()), *rest) if match and rest else ()
