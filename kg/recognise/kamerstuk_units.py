"""The first half of a Kamerstuk's number: the dossier with its toevoeging, as printed.

``36 600``, ``36.600``, ``36600``; with a chapter ``36 600-XV``, ``31.700XII``, ``36 410 (VIII)``,
``36 410 hoofdstuk XV``; a fund ``36 410 A``; a council ``21 501-02``; a Rijkswet ``27 484
(R 1669)``, whose number is dropped; the Kamer's own series ``CXXIV``.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.identifiers.dossier import ROMAN_CHAPTER, ROMAN_SERIES, is_budget
from kg.identifiers.grammar import BLANK, DASH, GAP
from kg.patterns import later

SOME = rf"(?:{BLANK}{{1,80}}+(?:\n{BLANK}{{0,160}}+)?+|\n{BLANK}{{0,160}}+)"
"""At least one blank or line break."""

# Text made from XML may break its line before each element: nothing else stands between.
WIDE = rf"(?:{BLANK}|\n){{0,240}}+"
"""Any number of blanks and line breaks."""

NO_LETTER = r"(?![A-Za-z0-9À-ÿ])"
"""The end of a word or number."""

NR = r"(?:[Nn](?:[Rr]|[Oo])s?|NRS?|[Nn]ummers?|[Nn][°º])(?![A-Za-z])(?:\.?[:,]?)|#"
"""The word before an ondernummer: ``nr.``, ``nrs.``, ``no.``, ``nummer``, ``#``."""

TAIL = rf"{SOME}\d{{3}}(?!\d)"
"""The second half of ``32 761``: what stands before it is a dossier's first half, no number."""

_DIGITS = rf"[1-9]\d(?:\.|{GAP})\d{{3}}(?!\d)|[1-9](?:\.|{SOME})\d{{3}}(?!\d)"
_BEFORE_NR = rf"(?={WIDE},?{WIDE}(?:{NR}){WIDE}\d)"
_TOEVOEGING = (
    rf"(?:{GAP}{DASH}{GAP}|\.{GAP}|/|{GAP},?{GAP}(?:[Hh]oofdstuk|[Hh]fd?st\.?){GAP}|{GAP})"
    rf"(?P<chapter>{ROMAN_CHAPTER}|[A-Z]){NO_LETTER}(?!['’]|\.[A-Z])"
    rf"|{GAP},{GAP}(?P<listed>{ROMAN_CHAPTER}|[A-L]){NO_LETTER}{_BEFORE_NR}"
    rf"|{GAP}\((?P<bracket>{ROMAN_CHAPTER})\)|{GAP}{DASH}{GAP}(?P<two>\d\d)"
    rf"(?!\d|[.,]\d|{TAIL})"
)
_RIJKSWET = rf"(?:{GAP}{DASH}?{GAP}\(?R{GAP}\d{{3,4}}(?!\d)\)?)?"
_UNIT = later(rf"(?P<number>{_DIGITS})(?:{_TOEVOEGING})?{_RIJKSWET}", re.ASCII)
# "(33 000, VIII)": a budget's chapter, no letter of the Eerste Kamer
_CLOSED = later(rf"{GAP},{GAP}(?P<chapter>{ROMAN_CHAPTER}){NO_LETTER}(?={GAP}\))")
_SERIES = later(rf"(?P<number>(?=[CLXVI]{{3}}){ROMAN_SERIES}){NO_LETTER}")
_OLD = later(
    rf"(?P<number>(?!1[89]|20)[1-9]\d{{3}})(?!\d)(?:{_TOEVOEGING})?{_RIJKSWET}", re.ASCII
)
_TORN = later(r"(?P<number>[1-9](?: ?\d){4})(?! ?\d)", re.ASCII)
_BETWEEN = later(
    rf"{GAP}(?:[,;/&+]|en\b|jo\b\.?|resp\b\.?|alsmede\b)(?:{GAP}(?:en|nrs?\.)\b)?{GAP}(?=[1-9])"
)
_DASHED = later(rf"{DASH}(?=[1-3]\d{{4}}{DASH}\d)", re.ASCII)


class Unit(NamedTuple):
    """A dossier with its toevoeging in normal form, and where it stands."""

    number: str
    toevoeging: str | None
    start: int
    end: int

    @property
    def chapter(self) -> str | None:
        """The toevoeging where it is a budget's Roman chapter."""
        roman = self.toevoeging
        if roman is None or roman.isdigit() or (len(roman) == 1 and roman not in "IVX"):
            return None
        return roman


class Printed(NamedTuple):
    """A unit, and the two digits after its dash that may be an ondernummer just as well."""

    unit: Unit
    two: str | None = None

    def without_two(self) -> Unit:
        """The unit if those digits are no toevoeging."""
        end = self.unit.end - len(self.two or "")
        return Unit(self.unit.number, None, self.unit.start, end)


def read_unit(text: str, position: int, *, old: bool = False) -> Printed | None:
    """The dossier at ``position``; ``None`` when there is none.

    ``old`` takes numbers of four digits, torn ones and Roman series too, which only a keyword
    makes certain.

    >>> read_unit("36 600-XV, nr. 12", 0).unit
    Unit(number='36600', toevoeging='XV', start=0, end=9)
    >>> read_unit("33043-76", 0).two
    '76'
    """
    match = _UNIT.match(text, position) or (_OLD.match(text, position) if old else None)
    if match is not None:
        last = match.lastgroup or "number"
        chapter = None if last == "number" else match[last]
        start, end = match.span()
        closed = None
        if chapter is None and end - start > 4 and is_budget(_digits(match["number"])):
            closed = _CLOSED.match(text, end)
        if closed is not None:
            chapter, end = closed["chapter"], closed.end()
        return Printed(Unit(_digits(match["number"]), chapter, start, end), match["two"])
    if not old:
        return None
    match = _TORN.match(text, position)
    if match is not None:
        return Printed(Unit(match["number"].replace(" ", ""), None, *match.span()))
    return read_series(text, position)


def read_series(text: str, position: int) -> Printed | None:
    """The Kamer's own Roman series at ``position``; ``None`` when there is none.

    >>> read_series("CXXIV, G", 0).unit.number
    'CXXIV'
    """
    match = _SERIES.match(text, position)
    return Printed(Unit(match["number"], None, *match.span())) if match else None


def _digits(printed: str) -> str:
    """``36 600`` and ``36.600`` are 36600, ``9 561`` is 9561."""
    return printed if printed.isdigit() else printed[: 1 + printed[1].isdigit()] + printed[-3:]


def next_unit(text: str, position: int, *, dashed: bool = False) -> int | None:
    """Where one more dossier of the same paper begins; ``None`` when none does.

    ``dashed`` takes one behind a dash too: ``31015-25424-177``.

    >>> next_unit("22 343/28663, nr. 336", 6), next_unit("31015-25424-177", 5, dashed=True)
    (7, 6)
    """
    match = _BETWEEN.match(text, position)
    if match is None and dashed:
        match = _DASHED.match(text, position)
    return match.end() if match else None
