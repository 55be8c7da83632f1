"""Typed identifiers: one module per kind, one canonical id per thing.

Each module reads (``parse``), tests (``is_valid``) and writes (``format``) its kind; this one
does so over all of them.
"""

from __future__ import annotations

from kg.identifiers import bare, kenmerk, tweede_kamer
from kg.identifiers.aanhangsel import Aanhangsel
from kg.identifiers.bare import Bijlage
from kg.identifiers.dossier import Dossier
from kg.identifiers.handelingen import Handelingen
from kg.identifiers.kamerstuk import Kamerstuk
from kg.identifiers.kenmerk import Kenmerk
from kg.identifiers.staatsblad import SERIES, Publicatie
from kg.identifiers.tweede_kamer import Kamernummer, ToezeggingEersteKamer, Toezeggingsnummer

Identifier = (
    Kamerstuk
    | Dossier
    | Aanhangsel
    | Handelingen
    | Kamernummer
    | Toezeggingsnummer
    | ToezeggingEersteKamer
    | Kenmerk
    | Publicatie
    | Bijlage
)
"""Every kind of identifier."""

_KINDS: dict[type, str] = {
    Kamerstuk: "kamerstuk",
    Dossier: "dossier",
    Aanhangsel: "aanhangsel",
    Handelingen: "handelingen",
    Kenmerk: "kenmerk",
    Bijlage: "bijlage",
}


def parse_id(id: str) -> Identifier:
    """The typed identifier a canonical id stands for.

    Raises ``CitationError`` when no kind has such an id.

    >>> parse_id("kst-25295-1892").id, parse_id("TZ202603-130").id
    ('kst-25295-1892', 'TZ202603-130')
    """
    if id.startswith("kenmerk:"):
        return kenmerk.parse(id)
    # the numbers of the Tweede Kamer begin with a figure or a capital
    if not id[:1].islower() and tweede_kamer.is_valid(id):
        return tweede_kamer.parse(id)
    return bare.parse(id)


def pages(identifier: Identifier) -> tuple[str, ...]:
    """The official web pages about what an identifier names; empty where there are none.

    >>> pages(parse_id("kst-25295-1892"))
    ('https://zoek.officielebekendmakingen.nl/kst-25295-1892.html',)
    """
    return identifier.pages()


def kind_of(identifier: Identifier) -> str:
    """The kind's name, as mentions carry it.

    >>> kind_of(parse_id("trb-2019-77")), kind_of(parse_id("2021Z02062"))
    ('tractatenblad', 'tweede-kamer')
    """
    if isinstance(identifier, Publicatie):
        return SERIES[identifier.series].lower()
    return _KINDS.get(type(identifier), "tweede-kamer")
