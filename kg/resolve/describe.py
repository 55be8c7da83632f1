"""What a bare identifier already tells: the kind of thing, its label, its dossier, its pages."""

from __future__ import annotations

from functools import cache, lru_cache

from kg.authority import programmes
from kg.errors import CitationError
from kg.identifiers import Identifier, pages, parse_id
from kg.identifiers.dossier import Dossier
from kg.identifiers.kamerstuk import Kamerstuk
from kg.model import Literal
from kg.resolve.identity import family

_KINDS = {
    "kst": "Kamerstuk",
    "ah": "WrittenAnswer",
    "h": "Proceedings",
    "kenmerk": "Letter",
}
_REMEMBERED = 1 << 14  # identifiers; a paper names most of its own several times
_USUAL = 200  # code points; a longer identifier is not remembered
_PROPERTIES = {"document": "kg:documentNumber", "case": "kg:caseNumber", "kenmerk": "kg:kenmerk"}


def key(identifier: str) -> str:
    """The key of the thing an identifier names.

    >>> key("kst-25295-1892"), key("dossier-36600-XV"), key("TZ202603-130")
    ('document/kst-25295-1892', 'dossier/36600-XV', 'commitment/TZ202603-130')
    """
    if identifier.startswith("dossier-"):
        return f"dossier/{identifier.removeprefix('dossier-')}"
    if is_commitment(identifier):
        return f"commitment/{identifier}"
    return f"document/{identifier}"


def is_commitment(identifier: str) -> bool:
    """Whether an identifier is the number of a toezegging (``TZ202603-130``, ``T03120``)."""
    return identifier[0] == "T" and identifier[1:2] in "Z0123456789"


def kind(identifier: str) -> str:
    """The class of the thing an identifier names, ``Document`` where it does not tell.

    >>> kind("ah-tk-20232024-1031"), kind("2022D29586"), kind("dossier-25295")
    ('WrittenAnswer', 'Document', 'Dossier')
    """
    if identifier.startswith("dossier-"):
        return "Dossier"
    if is_commitment(identifier):
        return "Commitment"
    return _KINDS.get(family(identifier), "Document")


@lru_cache(_REMEMBERED)
def _parsed(identifier: str) -> Identifier | None:
    try:
        return parse_id(identifier)
    except CitationError:
        return None


def parsed(identifier: str) -> Identifier | None:
    """The typed identifier that an id stands for; ``None`` where it stands for none.

    >>> parsed("2021Z02062").id, parsed("file-0a1b")
    ('2021Z02062', None)
    """
    known = len(identifier) <= _USUAL
    return _parsed(identifier) if known else _parsed.__wrapped__(identifier)


def label(identifier: str) -> str:
    """The written form people know an identifier by.

    >>> label("kst-25295-1892"), label("kenmerk:3382139-1030472-PG")
    ('Kamerstuk 25 295, nr. 1892', 'kenmerk 3382139-1030472-PG')
    """
    value = parsed(identifier)
    if value is None:
        return identifier
    written = getattr(value, "format", None)
    return written("kamer") if callable(written) else identifier.replace("kenmerk:", "kenmerk ")


def literals(identifiers: tuple[str, ...]) -> tuple[Literal, ...]:
    """The literals that a document's identifiers give it."""
    found = []
    for identifier in identifiers:
        if family(identifier) == "file":
            continue
        found.append(Literal("dcterms:identifier", identifier))
        prop = _PROPERTIES.get(family(identifier))
        if prop:
            found.append(Literal(prop, identifier.removeprefix("kenmerk:")))
    return tuple(found)


def web_pages(identifier: str) -> tuple[str, ...]:
    """The official pages about the thing an identifier names."""
    value = parsed(identifier)
    return () if value is None else pages(value)


def short(identifier: str) -> str:
    """The shortest written form of an identifier.

    >>> short("kst-25295-1892"), short("2022D29586")
    ('25295-1892', '2022D29586')
    """
    value = parsed(identifier)
    return value.format("short") if isinstance(value, Kamerstuk) else identifier


def dossiers(value: object) -> tuple[str, ...]:
    """The ids of the dossiers a Kamerstuk lies in, its own first; empty for other things.

    >>> dossiers(parse_id("kst-36600-XV-12"))
    ('dossier-36600-XV',)
    """
    if not isinstance(value, Kamerstuk):
        return ()
    return Dossier(value.dossier, value.toevoeging).id, *value.further


def programme(identifier: str, printed: str | None = None) -> str:
    """The name of the table's programme with this id; of another the printed one, or its id.

    >>> programme("prog-mentale-gezondheid-van-ons-allemaal"), programme("x", "Het X")
    ('Mentale Gezondheid: van ons allemaal', 'Het X')
    """
    return _programme_names().get(identifier) or printed or identifier


@cache
def _programme_names() -> dict[str, str]:
    """The names of the table's programmes by their id."""
    return {each.id: each.name for each in programmes()}
