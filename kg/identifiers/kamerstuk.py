"""The Kamerstuk: a parliamentary paper, by its dossier and the number within it.

A paper is numbered within its dossier: ``25295, nr. 1892``; a letter in place of the number means
that the Eerste Kamer issued it: ``35526, L``. Between the two stands the toevoeging where the
dossier has parts: ``36600-XV``, ``21501-32``. Its annex, reprint and correction carry ``-b1``,
``-h1`` and ``-n1``. The canonical id is the identifier of the official publication, without the
session that some identifiers of 1994 to 2010 carry in it (``kst-20082009-31145-C``).

Source: identifiers on https://zoek.officielebekendmakingen.nl; written forms of the Leidraad voor
juridische auteurs and of the Kamer itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.errors import CitationError
from kg.identifiers.dossier import ROMAN_CHAPTER, ROMAN_SERIES, Dossier, in_print
from kg.identifiers.vergaderjaar import expand, with_slash
from kg.frozen import made_quickly
from kg.pickling import made_again

_ONDERNUMMER = r"[1-9]\d{0,4}[a-z]?|[A-Z]{1,3}"
_PART = r"[bhn]\d{1,3}"
_ID = re.compile(
    rf"kst-(?:(?P<session>\d{{8}})-)?(?P<dossier>[1-9]\d{{0,4}}|{ROMAN_SERIES})"
    rf"(?:-(?P<toevoeging>{ROMAN_CHAPTER}|[A-Z]|\d\d))?-(?P<ondernummer>{_ONDERNUMMER})"
    rf"(?:-(?P<part>{_PART}))?",
    re.ASCII,
)
_YEAR = re.compile(r"(\d{4})-(\d{4})", re.ASCII)
_CHAMBERS = {"tk": "II", "ek": "I"}


@made_again
@made_quickly
@dataclass(frozen=True, slots=True)
class Kamerstuk:
    """A paper of the Staten-Generaal.

    ``vergaderjaar`` ("2020-2021"), ``chamber`` (``tk``, ``ek``) and ``further`` (the ids of more
    dossiers that the paper belongs to) are kept as printed and tell nothing apart: two values are
    equal when their ids are. ``part`` is ``b1`` (annex), ``h1`` (reprint) or ``n1`` (correction).
    Raises ``CitationError`` when a field has a form it never has.

    >>> Kamerstuk("36600", "12", "XV").id, Kamerstuk("35526", "L", chamber="ek").id
    ('kst-36600-XV-12', 'kst-35526-L')
    """

    dossier: str
    ondernummer: str
    toevoeging: str | None = None
    vergaderjaar: str | None = field(default=None, compare=False)
    chamber: str | None = field(default=None, compare=False)
    further: tuple[str, ...] = field(default=(), compare=False)
    part: str | None = None
    id: str = field(init=False, repr=False, compare=False)
    """The canonical id, e.g. ``kst-32793-302``."""

    def __post_init__(self) -> None:
        parts = ("kst", self.dossier, self.toevoeging, self.ondernummer, self.part)
        object.__setattr__(self, "id", "-".join(part for part in parts if part))
        # Two parts may not pass for one: "36600-XV" is no dossier, though its id reads like one.
        match = _ID.fullmatch(self.id)
        if match is None or match.group("dossier", "toevoeging", "ondernummer", "part") != (
            self.dossier,
            self.toevoeging,
            self.ondernummer,
            self.part,
        ):
            raise CitationError(self.id, "not the id of a Kamerstuk", "write kst-36600-XV-12")
        if self.vergaderjaar is not None and not _is_year(self.vergaderjaar):
            raise CitationError(self.vergaderjaar, "no vergaderjaar", "write it as 2020-2021")
        if self.chamber is not None and self.chamber not in _CHAMBERS:
            raise CitationError(self.chamber, "no chamber", "write it as tk or ek")

    @property
    def series(self) -> Dossier:
        """The dossier the paper is filed under.

        >>> Kamerstuk("36600", "12", "XV").series.id
        'dossier-36600-XV'
        """
        return Dossier(self.dossier, self.toevoeging)

    def format(self, style: str = "kamer") -> str:
        """The paper as written: ``id``, ``leidraad``, ``kamer`` or ``short``.

        Raises ``ValueError`` for another style.

        >>> paper = Kamerstuk("35882", "1", vergaderjaar="2020-2021")
        >>> [paper.format(style) for style in ("leidraad", "kamer", "short")]
        ['Kamerstukken II 2020/21, 35 882, nr. 1', 'Kamerstuk 35 882, nr. 1', '35882-1']
        """
        if style == "id":
            return self.id
        if style == "short":
            return self.id.removeprefix("kst-")
        number = self.ondernummer if self.ondernummer.isalpha() else f"nr. {self.ondernummer}"
        place = f"{in_print(self.dossier, self.toevoeging)}, {number}"
        if style == "kamer":
            return f"Kamerstuk {place}"
        if style == "leidraad":
            return f"Kamerstukken {self._chamber_and_year()} {place}"
        raise ValueError(f"no style {style!r}; there are id, leidraad, kamer and short")

    def _chamber_and_year(self) -> str:
        """"II 2020/21,": the chamber as far as known, a letter being of the Eerste Kamer."""
        chamber = self.chamber or ("ek" if self.ondernummer.isalpha() else "tk")
        year = f" {with_slash(self.vergaderjaar)}" if self.vergaderjaar else ""
        return f"{_CHAMBERS[chamber]}{year},"

    def pages(self) -> tuple[str, ...]:
        """The official page about it.

        >>> Kamerstuk("32793", "302").pages()
        ('https://zoek.officielebekendmakingen.nl/kst-32793-302.html',)
        """
        return (f"https://zoek.officielebekendmakingen.nl/{self.id}.html",)


def _is_year(text: str) -> bool:
    """Whether a vergaderjaar is in normal form."""
    match = _YEAR.fullmatch(text)
    return match is not None and int(match[2]) == int(match[1]) + 1


def parse(text: str) -> Kamerstuk:
    """The paper a canonical id stands for; a session within the id becomes its vergaderjaar.

    Raises ``CitationError`` when ``text`` is no such id.

    >>> parse("kst-36600-A-2").toevoeging, parse("kst-20082009-31145-C").id
    ('A', 'kst-31145-C')
    """
    match = _ID.fullmatch(text)
    if match is None:
        raise CitationError(text, "not the id of a Kamerstuk", "write it as kst-36600-XV-12")
    session = match["session"]
    year = expand(session) if session else None
    if session and year is None:
        raise CitationError(text, f"{session} is no vergaderjaar", "write it as 20082009")
    return Kamerstuk(
        match["dossier"], match["ondernummer"], match["toevoeging"], year, part=match["part"]
    )


def is_valid(text: str) -> bool:
    """Whether ``text`` is the canonical id of a Kamerstuk.

    >>> is_valid("kst-32793-302"), is_valid("32793-302")
    (True, False)
    """
    try:
        parse(text)
    except CitationError:
        return False
    return True


def format(value: Kamerstuk, style: str = "id") -> str:
    """The paper in a written form: ``id``, ``leidraad``, ``kamer`` or ``short``.

    Raises ``ValueError`` for another style.

    >>> format(Kamerstuk("32793", "302")), format(Kamerstuk("35526", "L"), "leidraad")
    ('kst-32793-302', 'Kamerstukken I, 35 526, L')
    """
    return value.format(style)
