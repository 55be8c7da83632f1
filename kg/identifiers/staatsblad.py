"""Staatsblad, Staatscourant and Tractatenblad: laws, announcements, treaties, by year and number.

The canonical id is that of the official publication: ``stb-2020-123``, ``stcrt-2021-4567``,
``trb-2019-77``, where a correction or annex has ``-n1`` or ``-b1`` behind it. Numbers of the
Staatsblad of 1941 to 1950 begin with the letter of their year (``Stb. 1950, K 425``).

Source: identifiers on https://zoek.officielebekendmakingen.nl; Aanwijzingen voor de regelgeving
and the Leidraad voor juridische auteurs for the written form ``Stb. 2020, 123``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.errors import CitationError
from kg.frozen import made_quickly
from kg.pickling import made_again

SERIES = {"stb": "Staatsblad", "stcrt": "Staatscourant", "trb": "Tractatenblad"}
"""The id's first part and the name of each series."""

FIRST_YEAR, LAST_YEAR = 1813, 2099

_NUMBER = r"(?:[A-K])?[1-9][0-9]{0,5}"
_ID = re.compile(rf"(stb|stcrt|trb)-([12][0-9]{{3}})-({_NUMBER})(?:-([bhnv][0-9]{{1,2}}))?")
_PLAIN_NUMBER = re.compile(_NUMBER)


@made_again
@made_quickly
@dataclass(frozen=True, slots=True, order=True)
class Publicatie:
    """A publication in one of the three by its year and number.

    Raises ``CitationError`` for a year or number that none of them has.

    >>> Publicatie("stb", 2020, "123").id
    'stb-2020-123'
    """

    series: str
    year: int
    number: str
    part: str | None = None

    def __post_init__(self) -> None:
        if self.series not in SERIES:
            raise CitationError(self.series, "no series", "write stb, stcrt or trb")
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise CitationError(str(self.year), "no year of the Staatsblad", "write four digits")
        if not _PLAIN_NUMBER.fullmatch(self.number):
            raise CitationError(self.number, "no number", "write 123 or K425")

    @property
    def id(self) -> str:
        """The canonical id."""
        part = f"-{self.part}" if self.part else ""
        return f"{self.series}-{self.year}-{self.number}{part}"

    def format(self, style: str = "leidraad") -> str:
        """The publication as cited: ``id``, ``leidraad``, ``kamer`` or ``short``.

        Raises ``ValueError`` for another style.

        >>> [Publicatie("stb", 2013, "48").format(s) for s in ("leidraad", "kamer", "short")]
        ['Stb. 2013, 48', 'Staatsblad 2013, nr. 48', 'Stb. 2013/48']
        """
        abbreviation = f"{self.series.capitalize()}."
        match style:
            case "id":
                return self.id
            case "leidraad":
                return f"{abbreviation} {self.year}, {self.number}"
            case "kamer":
                return f"{SERIES[self.series]} {self.year}, nr. {self.number}"
            case "short":
                return f"{abbreviation} {self.year}/{self.number}"
        raise ValueError(f"no style {style!r}; there are id, leidraad, kamer and short")

    def pages(self) -> tuple[str, ...]:
        """The official page; the site holds nothing from before 1995.

        >>> Publicatie("trb", 2019, "77").pages(), Publicatie("stb", 1950, "K425").pages()
        (('https://zoek.officielebekendmakingen.nl/trb-2019-77.html',), ())
        """
        if self.year < 1995:
            return ()
        return (f"https://zoek.officielebekendmakingen.nl/{self.id}.html",)


def parse(text: str) -> Publicatie:
    """The publication a canonical id stands for.

    Raises ``CitationError`` when ``text`` is no such id.

    >>> parse("stcrt-2021-4567")
    Publicatie(series='stcrt', year=2021, number='4567', part=None)
    """
    match = _ID.fullmatch(text)
    if match is None:
        raise CitationError(text[:60], "not the id of a publication", "write stb-2020-123")
    return Publicatie(match[1], int(match[2]), match[3], match[4])


def is_valid(text: str) -> bool:
    """Whether ``text`` is the canonical id of a publication.

    >>> is_valid("stb-2020-123"), is_valid("stb-2020")
    (True, False)
    """
    try:
        parse(text)
    except CitationError:
        return False
    return True


def format(value: Publicatie, style: str = "id") -> str:
    """The publication in a written form: ``id``, ``leidraad``, ``kamer`` or ``short``.

    >>> format(Publicatie("trb", 2019, "77"), "leidraad")
    'Trb. 2019, 77'
    """
    return value.format(style)
