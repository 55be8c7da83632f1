"""Changes as an Atom feed (RFC 4287), for feed readers and portals.

An entry is known by the IRI of its statement, so that a reader shows it once however often the
feed is made. No time comes from the clock: the same two graphs give the same bytes.
"""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, BinaryIO
from urllib.parse import urlsplit

import pyoxigraph as ox
from lxml import etree

from kg._version import __version__
from kg.compare.changes import Change, day_of
from kg.compare.words import sentence, state, word
from kg.compare.write import Counts
from kg.errors import InputError
from kg.rdf import RdfGraph
from kg.shown import xml_text
from kg.vocabulary import KG, expand, label

ATOM = "http://www.w3.org/2005/Atom"
_XML = "http://www.w3.org/XML/1998/namespace"


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says of itself.

    ``id`` is its lasting name; ``address`` where it will stand, if that is known; ``latest`` when
    it last changed; ``given`` that this is the time of each entry too, whatever its document's.
    """

    id: str
    latest: str
    language: str
    address: str | None = None
    given: bool = False


def feed_of(
    old: RdfGraph, new: RdfGraph, language: str, *, updated: str | None, address: str | None
) -> Feed:
    """The feed of two graphs; it last changed on the day of the latest document of either.

    ``updated`` is a day or a time to take instead, for the entries too. Raises ``InputError`` for
    one that is neither, where no document has a date, and for an ``address`` that is none.
    """
    if address is not None:
        _check(address)
    days = [] if updated else [day for each in (old, new) if (day := _latest(each)) is not None]
    if updated is None and not days:
        raise InputError("the feed", "has no time: no document has a date", "give --updated")
    latest = moment(updated) if updated else _midnight(max(days))
    return Feed(address or f"{new.base}changes", latest, language, address, updated is not None)


def write_feed(found: Iterable[Change], stream: BinaryIO, feed: Feed) -> Counts:
    """Write the feed, entry by entry; how many there were."""
    counts: Counts = Counter()
    with etree.xmlfile(stream, encoding="utf-8") as xml:
        xml.write_declaration()
        writer = _Writer(xml)
        with xml.element(f"{{{ATOM}}}feed", {f"{{{_XML}}}lang": feed.language},
                         nsmap={None: ATOM, "xml": _XML}):  # fmt: skip
            _head(writer, feed)
            for change in found:
                with xml.element(f"{{{ATOM}}}entry"):
                    _entry(writer, change, feed)
                counts[change.relation, change.new] += 1
                xml.write("\n")
    stream.write(b"\n")
    return counts


class _Writer:
    """Writes elements of Atom, each on a line; every text and attribute as data."""

    def __init__(self, xml: Any) -> None:
        self._xml = xml

    def element(self, name: str, text: str = "", **attributes: str) -> None:
        """One element that holds nothing but text."""
        fit = {each: xml_text(value) for each, value in attributes.items()}
        with self._xml.element(f"{{{ATOM}}}{name}", fit):
            self._xml.write(xml_text(text))
        self._xml.write("\n")

    def author(self, name: str) -> None:
        """Who made it."""
        with self._xml.element(f"{{{ATOM}}}author"):
            self.element("name", name)
        self._xml.write("\n")


def moment(text: str) -> str:
    """A day or a time with its zone, as Atom writes times.

    >>> moment("2024-01-31"), moment("2024-01-31T12:00:00+01:00")
    ('2024-01-31T00:00:00Z', '2024-01-31T11:00:00Z')
    """
    day = day_of(text)
    if day is not None:
        return _midnight(day)
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        remedy = "write 2024-01-31 or 2024-01-31T12:00:00Z"
        raise InputError(f"updated {text}", "is no day or time with its zone", remedy)
    return found.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _midnight(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _check(address: str) -> None:
    try:
        parts = urlsplit(ox.NamedNode(address).value)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise InputError(address, "is no web address", "as in https://data.example.nl/changes.atom")


def _latest(graph: RdfGraph) -> date | None:
    """The latest date of a document."""
    found = graph.store.quads_for_pattern(None, ox.NamedNode(expand("dcterms:date")), None)
    days = (day_of(getattr(quad.object, "value", None)) for quad in found)
    return max((day for day in days if day is not None), default=None)


def _head(writer: _Writer, feed: Feed) -> None:
    writer.element("id", feed.id)
    writer.element("title", word("feed", feed.language))
    writer.element("updated", feed.latest)
    writer.author("Kamergraaf")
    writer.element("generator", "Kamergraaf", version=__version__)
    if feed.address is not None:
        writer.element("link", rel="self", href=feed.address, type="application/atom+xml")


def _entry(writer: _Writer, change: Change, feed: Feed) -> None:
    told = sentence(change, feed.language)
    day = None if feed.given else change.day
    writer.element("id", change.statement or _name(change))
    writer.element("title", told)
    writer.element("updated", feed.latest if day is None else _midnight(day))
    writer.element("category", term="new" if change.new else "gone", scheme=KG,
                   label=state(change, feed.language))  # fmt: skip
    writer.element("category", term=change.relation, scheme=KG,
                   label=label(change.relation, feed.language))  # fmt: skip
    for number, (page, called) in enumerate(_pages(change)):
        writer.element("link", rel="related" if number else "alternate", href=page,
                       type="text/html", title=called)  # fmt: skip
    writer.element("content", change.quote or told, type="text")


def _pages(change: Change) -> list[tuple[str, str]]:
    """The official pages of both ends, each once, with what they are of."""
    found: dict[str, str] = {}
    for end in (change.subject, change.object):
        for page in end.pages:
            found.setdefault(page, end.label)
    return list(found.items())


def _name(change: Change) -> str:
    """A lasting name for a relation that has no statement."""
    edge = f"{change.subject.iri} {change.relation} {change.object.iri}"
    return uuid.uuid5(uuid.NAMESPACE_URL, edge).urn
