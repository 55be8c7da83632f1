"""Content negotiation: which of the formats on offer a client likes best (RFC 9110, 12.5.1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Offer:
    """A format on offer: its name, its media type, and other types it is asked for by."""

    name: str
    media_type: str
    aliases: tuple[str, ...] = ()


#: What rows and truth are written in (SPARQL 1.1 Query Results), the default first.
ROWS = (
    Offer("json", "application/sparql-results+json", ("application/json",)),
    Offer("xml", "application/sparql-results+xml", ("application/xml", "text/xml")),
    Offer("csv", "text/csv"),
    Offer("tsv", "text/tab-separated-values"),
    Offer("markdown", "text/markdown"),
    Offer("table", "text/plain"),
)
#: What triples are written in, the default first.
TRIPLES = (
    Offer("turtle", "text/turtle", ("application/x-turtle", "text/n3")),
    Offer("ntriples", "application/n-triples", ("text/plain",)),
    Offer("jsonld", "application/ld+json", ("application/json",)),
    Offer("rdfxml", "application/rdf+xml", ("application/xml", "text/xml")),
)
HTML = Offer("html", "text/html", ("application/xhtml+xml",))
_MOST_RANGES = 60


def choose(accept: str | None, offers: Sequence[Offer]) -> tuple[str, str] | None:
    """The name and media type of the offer a client likes best, ``None`` when it likes none.

    The most telling range decides the weight of a type; among equals the first offer wins.

    >>> choose("text/csv;q=0.5, application/sparql-results+xml", ROWS)
    ('xml', 'application/sparql-results+xml')
    >>> choose("*/*, application/sparql-results+json;q=0", ROWS)[0], choose("image/png", ROWS)
    ('xml', None)
    """
    ranges = _ranges(accept)
    best: tuple[float, tuple[str, str]] | None = None
    for offer in offers:
        for media_type in (offer.media_type, *offer.aliases):
            weight = _weight(media_type, ranges, alias=media_type != offer.media_type)
            if weight > 0 and (best is None or weight > best[0]):
                best = (weight, (offer.name, media_type))
    return best[1] if best else None


def named(name: str, offers: Sequence[Offer]) -> tuple[str, str] | None:
    """The offer of this name or media type, for clients that cannot set a header.

    >>> named("csv", ROWS)
    ('csv', 'text/csv')
    """
    for offer in offers:
        if name in (offer.name, offer.media_type, *offer.aliases):
            return offer.name, offer.media_type
    return None


def language(accept: str | None) -> str:
    """The language of a page, Dutch unless English is liked better.

    >>> language("en-GB,en;q=0.9,nl;q=0.8"), language("de"), language(None)
    ('en', 'nl', 'nl')
    """
    liked = {"nl": 0.0, "en": 0.0}
    for tag, weight in _ranges(accept) if accept else ():
        short = tag.partition("-")[0]
        if short in liked:
            liked[short] = max(liked[short], weight)
    return "en" if liked["en"] > liked["nl"] else "nl"


def _ranges(header: str | None) -> list[tuple[str, float]]:
    """The ranges of a header with their weights; what cannot be read weighs nothing."""
    if not header or not header.strip():
        return [("*/*", 1.0)]
    return [_range(part) for part in header.split(",")[:_MOST_RANGES] if part.strip()]


def _range(part: str) -> tuple[str, float]:
    name, *parameters = (piece.strip() for piece in part.split(";"))
    for each in parameters:
        key, _, value = each.partition("=")
        if key.strip().lower() == "q":
            return name.lower(), _quality(value)
    return name.lower(), 1.0


def _quality(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        return 0.0
    return value if 0 <= value <= 1 else 0.0


def _weight(media_type: str, ranges: Sequence[tuple[str, float]], *, alias: bool) -> float:
    """The weight of a type; one that is only an alias must be asked for by its own name."""
    whole = f"{media_type.partition('/')[0]}/*"
    for wanted in (media_type,) if alias else (media_type, whole, "*/*"):
        weights = [weight for name, weight in ranges if name == wanted]
        if weights:
            return max(weights)
    return 0.0
