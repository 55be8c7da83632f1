"""Identifiers of official publications as such: ``kst-36360-XV-1``, ``blg-12345``.

Besides the kinds with a module of their own there is the annex published apart (bijlage), known
by ``blg-`` and a number alone. People write the identifiers in capitals and without their hyphens
too (``KST36360XV1``).

Source: identifiers on https://zoek.officielebekendmakingen.nl.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from kg.errors import CitationError
from kg.identifiers import aanhangsel, dossier, handelingen, kamerstuk, staatsblad
from kg.identifiers.aanhangsel import Aanhangsel
from kg.identifiers.dossier import ROMAN_CHAPTER, Dossier
from kg.identifiers.handelingen import Handelingen
from kg.identifiers.kamerstuk import Kamerstuk
from kg.identifiers.staatsblad import Publicatie
from kg.frozen import made_quickly
from kg.pickling import made_again


@made_again
@made_quickly
@dataclass(frozen=True, slots=True, order=True)
class Bijlage:
    """An annex published under a number of its own.

    >>> Bijlage(906820).id
    'blg-906820'
    """

    number: int

    @property
    def id(self) -> str:
        """The canonical id."""
        return f"blg-{self.number}"

    def format(self, style: str = "id") -> str:
        """The annex as written; it has one form, which every ``style`` gives."""
        return self.id

    def pages(self) -> tuple[str, ...]:
        """The official page.

        >>> Bijlage(906820).pages()
        ('https://zoek.officielebekendmakingen.nl/blg-906820',)
        """
        return (f"https://zoek.officielebekendmakingen.nl/{self.id}",)


Bare = Kamerstuk | Dossier | Aanhangsel | Handelingen | Publicatie | Bijlage

_BIJLAGE = re.compile(r"blg-([1-9][0-9]{0,9})")
# Below 20000 it is the printer's own count of papers ("KST106337"), which names no dossier. The
# councils of 21501 always have two digits before the number.
_GLUED = re.compile(
    rf"KST([2-9][0-9]{{4}})(?:({ROMAN_CHAPTER}|[A-Z]|(?<=21501)[0-9]{{2}})(?=[0-9]))?"
    r"([0-9]{1,4}|[A-Z]{1,2})"
)
# A chapter, letter or series of a dossier; the letter before a number of the old Staatsblad.
_CAPITALS = {
    "kst": re.compile(r"(?<=-)[a-z]{1,7}(?=-|$)"),
    "dossier": re.compile(r"(?<=-)[a-z]{1,7}(?=-|$)"),
    "stb": re.compile(r"(?<=^stb-[0-9]{4}-)[a-k]"),
}
_PARSERS: dict[str, Callable[[str], Bare]] = {
    "kst": kamerstuk.parse,
    "dossier": dossier.parse,
    "ah": aanhangsel.parse,
    "h": handelingen.parse,
    "stb": staatsblad.parse,
    "stcrt": staatsblad.parse,
    "trb": staatsblad.parse,
}


def parse(text: str) -> Bare:
    """What a bare identifier stands for, in any case and with or without hyphens.

    Raises ``CitationError`` when it is none.

    >>> parse("KST36360XV1").id, parse("kst-cxxiv-g").id, parse("KST3552660").id
    ('kst-36360-XV-1', 'kst-CXXIV-G', 'kst-35526-60')
    """
    plain = text.strip()[:80]
    name = plain.split("-", 1)[0].lower()
    if name in _PARSERS:
        return _PARSERS[name](_cased(plain, name))
    if match := _BIJLAGE.fullmatch(plain.lower()):
        return Bijlage(int(match[1]))
    if glued := _GLUED.fullmatch(plain.upper()):
        return _glued(glued)
    raise CitationError(text[:60], "is no identifier of a publication", "write kst-36600-XV-12")


def _glued(match: re.Match[str]) -> Kamerstuk:
    return Kamerstuk(match[1], match[3].lstrip("0") or "0", match[2])


def _cased(text: str, name: str) -> str:
    """The identifier with the case of its canonical form."""
    lower = text.lower()
    capitals = _CAPITALS.get(name)
    return capitals.sub(lambda token: token[0].upper(), lower) if capitals else lower


def is_valid(text: str) -> bool:
    """Whether ``text`` is such an identifier.

    >>> is_valid("h-tk-20132014-85-4"), is_valid("kst-")
    (True, False)
    """
    try:
        parse(text)
    except CitationError:
        return False
    return True
