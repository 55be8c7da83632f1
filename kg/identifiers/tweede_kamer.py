"""Numbers of the Tweede Kamer: documents, cases, activities, agenda points, commitments.

The Griffie numbers everything by year, kind and count: ``2022D29586`` is a document,
``2021Z02062`` a case (zaak: a motion, a set of questions, a letter), ``2024A02517`` an activity
(a debate), ``2015P02267`` a point of its agenda. A commitment (toezegging) to the Tweede Kamer is
``TZ202603-130`` (year, month, count), one to the Eerste Kamer ``T03120``.

The canonical id is the number as printed, a plain hyphen in it.

Source: the fields ``Nummer`` of Document, Zaak, Activiteit, Agendapunt and Toezegging in the
Tweede Kamer's open data (https://opendata.tweedekamer.nl/documentatie); the register of
commitments on https://www.eerstekamer.nl.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.errors import CitationError
from kg.identifiers.grammar import tight
from kg.frozen import made_quickly
from kg.pickling import made_again

_KINDS = {"D": "document", "Z": "zaak", "A": "activiteit", "P": "agendapunt"}
_KAMERNUMMER = re.compile(r"(20[0-9]{2})([ADPZ])([0-9]{5})")
_TOEZEGGING = re.compile(r"TZ(20[0-9]{2})(0[1-9]|1[0-2])-([0-9]{3})")
_TOEZEGGING_EK = re.compile(r"T([0-9]{5})")

_TK = "https://www.tweedekamer.nl"


@made_again
@made_quickly
@dataclass(frozen=True, slots=True, order=True)
class Kamernummer:
    """A number of a document, case, activity or agenda point of the Tweede Kamer.

    >>> Kamernummer("D", 2022, 29586).id
    '2022D29586'
    """

    letter: str
    year: int
    count: int

    @property
    def id(self) -> str:
        """The number as printed."""
        return f"{self.year}{self.letter}{self.count:05d}"

    @property
    def sort(self) -> str:
        """What it numbers: ``document``, ``zaak``, ``activiteit`` or ``agendapunt``.

        >>> Kamernummer("Z", 2021, 2062).sort
        'zaak'
        """
        return _KINDS[self.letter]

    def format(self, style: str = "id") -> str:
        """The number as written; it has one form, which every ``style`` gives."""
        return self.id

    def pages(self) -> tuple[str, ...]:
        """The page about it on tweedekamer.nl, none for a point of an agenda.

        A document's page stands under its case, whose number the document's does not tell; the
        site answers to the document's number in that place too. An activity is taken for a
        committee's.

        >>> Kamernummer("Z", 2021, 2062).pages()
        ('https://www.tweedekamer.nl/kamerstukken/detail?id=2021Z02062',)
        """
        match self.letter:
            case "D":
                return (f"{_TK}/kamerstukken/detail?id={self.id}&did={self.id}",)
            case "Z":
                return (f"{_TK}/kamerstukken/detail?id={self.id}",)
            case "A":
                return (f"{_TK}/debat_en_vergadering/commissievergaderingen/details?id={self.id}",)
        return ()


@made_again
@made_quickly
@dataclass(frozen=True, slots=True, order=True)
class Toezeggingsnummer:
    """The number of a commitment to the Tweede Kamer.

    >>> Toezeggingsnummer(2026, 3, 130).id
    'TZ202603-130'
    """

    year: int
    month: int
    count: int

    @property
    def id(self) -> str:
        """The number as printed."""
        return f"TZ{self.year}{self.month:02d}-{self.count:03d}"

    def format(self, style: str = "id") -> str:
        """The number as written; it has one form, which every ``style`` gives."""
        return self.id

    def pages(self) -> tuple[str, ...]:
        """Always empty: the register's pages do not carry the number in their address."""
        return ()


@made_again
@made_quickly
@dataclass(frozen=True, slots=True, order=True)
class ToezeggingEersteKamer:
    """The number of a commitment to the Eerste Kamer.

    >>> ToezeggingEersteKamer(3120).id
    'T03120'
    """

    count: int

    @property
    def id(self) -> str:
        """The number as printed."""
        return f"T{self.count:05d}"

    def format(self, style: str = "id") -> str:
        """The number as written; it has one form, which every ``style`` gives."""
        return self.id

    def pages(self) -> tuple[str, ...]:
        """Always empty: the register's pages do not carry the number in their address."""
        return ()


Nummer = Kamernummer | Toezeggingsnummer | ToezeggingEersteKamer


def parse(text: str) -> Nummer:
    """The number that ``text`` prints, blanks and the sort of dash aside.

    Raises ``CitationError`` when it is none.

    >>> parse("2021Z02062"), parse("TZ202504–026").id
    (Kamernummer(letter='Z', year=2021, count=2062), 'TZ202504-026')
    """
    number = _read(tight(text[:60]))
    if number is None:
        raise CitationError(
            text[:60], "is no number of the Tweede Kamer", "write 2022D29586 or TZ202603-130"
        )
    return number


def _read(code: str) -> Nummer | None:
    if match := _KAMERNUMMER.fullmatch(code):
        return Kamernummer(match[2], int(match[1]), int(match[3]))
    if match := _TOEZEGGING.fullmatch(code):
        return Toezeggingsnummer(int(match[1]), int(match[2]), int(match[3]))
    if match := _TOEZEGGING_EK.fullmatch(code):
        return ToezeggingEersteKamer(int(match[1]))
    return None


def is_valid(text: str) -> bool:
    """Whether ``text`` is such a number.

    >>> is_valid("2022D29586"), is_valid("2022D2958")
    (True, False)
    """
    return _read(tight(text[:60])) is not None
