"""The dossier: the numbered series in which the Staten-Generaal file all papers on one subject.

Numbers run on since 1930 ("25295", printed "25 295"); the Kamers' own papers have Roman series
("CXXIV"). A budget divides its dossier by a toevoeging: a Roman chapter ("36600-XV", "36600-IIA"),
a fund's letter ("36600-A"), and the European councils by two digits ("21501-32").

Source: the dossiers of the Tweede Kamer's open data (https://opendata.tweedekamer.nl).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.errors import CitationError
from kg.frozen import made_quickly
from kg.pickling import made_again

ROMAN_CHAPTER = r"(?:X{1,3}(?:IX|IV|V?I{0,3})|IX|IV|VI{0,3}|I{1,3})[A-E]?"
"""A Roman budget chapter with its letter (``XVII``, ``IIA``), as a regular expression."""

ROMAN_SERIES = r"C{1,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
"""A Roman series of the Kamer itself (``CXXIV``), as a regular expression."""

_NUMBER = rf"[1-9]\d{{0,4}}|{ROMAN_SERIES}"
_TOEVOEGING = rf"{ROMAN_CHAPTER}|[A-Z]|\d\d"
_ID = re.compile(rf"dossier-({_NUMBER})(?:-({_TOEVOEGING}))?", re.ASCII)
_PLAIN_NUMBER = re.compile(_NUMBER, re.ASCII)
_PLAIN_TOEVOEGING = re.compile(_TOEVOEGING, re.ASCII)

# Budgets and the laws that change or close them have chapters; beside the round numbers ("36600")
# these, of the open data's dossiers. They matter where a letter follows without a number: in
# "30300 A" it is a fund, in "35526 L" a paper.
_UNROUND_BUDGETS = frozenset(
    "31444 31792 31924 31965 32123 32222 32360 32395 32565 32609 32710 32780 33090 33240 33280 "
    "33480 33605 33640 33750 33805 33930 33940 34085 34210 34350 34475 34485 34550 34620 34725 "
    "34730 34775 34845 34950 34960 35095 35210 35350 35450 35470 35570 35650 35830 35850 35925 "
    "35975 36120 36250 36350 36360 36410 36435 36470 36550 36560 36625 36725 36740 "
    "36820".split()
)


@made_again
@made_quickly
@dataclass(frozen=True, slots=True, order=True)
class Dossier:
    """A dossier by its number and, for a part of a budget or council, its toevoeging.

    Raises ``CitationError`` when either has a form no dossier has.

    >>> Dossier("36600", "XV").id
    'dossier-36600-XV'
    """

    number: str
    toevoeging: str | None = None

    def __post_init__(self) -> None:
        if not _PLAIN_NUMBER.fullmatch(self.number):
            raise CitationError(self.number, "no dossier number", "write it as 25295 or CXXIV")
        if self.toevoeging is not None and not _PLAIN_TOEVOEGING.fullmatch(self.toevoeging):
            raise CitationError(self.toevoeging, "no toevoeging", "write it as XV, A or 32")

    @property
    def id(self) -> str:
        """The canonical id, e.g. ``dossier-36600-XV``."""
        return f"dossier-{self.number}" + (f"-{self.toevoeging}" if self.toevoeging else "")

    def format(self, style: str = "kamer") -> str:
        """The dossier as written: ``id``, ``leidraad``, ``kamer`` or ``short``.

        Raises ``ValueError`` for another style.

        >>> [Dossier("36600", "XV").format(style) for style in ("id", "kamer", "short")]
        ['dossier-36600-XV', 'Kamerstuk 36 600 XV', '36600-XV']
        """
        if style == "id":
            return self.id
        if style == "short":
            return self.id.removeprefix("dossier-")
        if style in ("leidraad", "kamer"):
            word = "Kamerstukken" if style == "leidraad" else "Kamerstuk"
            return f"{word} {in_print(self.number, self.toevoeging)}"
        raise ValueError(f"no style {style!r}; there are id, leidraad, kamer and short")

    def pages(self) -> tuple[str, ...]:
        """The official page that lists its papers.

        >>> Dossier("36600", "XV").pages()
        ('https://zoek.officielebekendmakingen.nl/dossier/36600-XV',)
        """
        return (f"https://zoek.officielebekendmakingen.nl/dossier/{self.format('short')}",)


def parse(text: str) -> Dossier:
    """The dossier a canonical id stands for.

    Raises ``CitationError`` when ``text`` is no such id.

    >>> parse("dossier-21501-32")
    Dossier(number='21501', toevoeging='32')
    """
    match = _ID.fullmatch(text)
    if match is None:
        raise CitationError(text, "not the id of a dossier", "write it as dossier-36600-XV")
    return Dossier(*match.groups())


def is_valid(text: str) -> bool:
    """Whether ``text`` is the canonical id of a dossier.

    >>> is_valid("dossier-36600-XV"), is_valid("36600-XV")
    (True, False)
    """
    return _ID.fullmatch(text) is not None


def format(value: Dossier, style: str = "id") -> str:
    """The dossier in a written form: ``id``, ``leidraad``, ``kamer`` or ``short``.

    Raises ``ValueError`` for another style.

    >>> format(Dossier("36600", "XV")), format(Dossier("25295"), "leidraad")
    ('dossier-36600-XV', 'Kamerstukken 25 295')
    """
    return value.format(style)


def in_print(number: str, toevoeging: str | None = None) -> str:
    """The number as the Kamer prints it: thousands apart, digits of a toevoeging after a hyphen.

    >>> in_print("36600", "XV"), in_print("21501", "32"), in_print("CXXIV")
    ('36 600 XV', '21 501-32', 'CXXIV')
    """
    if number.isdigit() and len(number) > 3:
        number = f"{number[:-3]} {number[-3:]}"
    if toevoeging is None:
        return number
    return f"{number}{'-' if toevoeging.isdigit() else ' '}{toevoeging}"


def is_budget(number: str) -> bool:
    """Whether dossiers of this number are parts of a budget, so that a letter after it is a fund.

    >>> is_budget("30300"), is_budget("36410"), is_budget("35526")
    (True, True, False)
    """
    return number.endswith("00") or number in _UNROUND_BUDGETS
