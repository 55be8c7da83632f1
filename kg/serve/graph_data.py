"""The triples about one thing, as linked data gives them out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import pyoxigraph as ox

from kg.rdf import RdfGraph, prefixes_in
from kg.vocabulary import PREFIXES, prefixes

_SUBJECT, _OBJECT = (ox.NamedNode(PREFIXES["rdf"] + name) for name in ("subject", "object"))
_MOST = 5000
#: The formats of a thing: the end of its address, its media type, the engine's format.
FORMATS = {
    "turtle": ("ttl", "text/turtle", ox.RdfFormat.TURTLE),
    "jsonld": ("jsonld", "application/ld+json", ox.RdfFormat.JSON_LD),
    "ntriples": ("nt", "application/n-triples", ox.RdfFormat.N_TRIPLES),
    "rdfxml": ("rdf", "application/rdf+xml", ox.RdfFormat.RDF_XML),
}
_NAMES = {"turtle": "Turtle", "jsonld": "JSON-LD", "ntriples": "N-Triples", "rdfxml": "RDF/XML"}


@dataclass(frozen=True, slots=True)
class DataLink:
    """Where a thing is in one format."""

    name: str
    media_type: str
    href: str


def links(iri: str, base: str) -> list[DataLink]:
    """Where a thing of this graph is in each format; nowhere for a foreign one."""
    start = f"{base}id/"
    if not iri.startswith(start):
        return []
    path = iri[len(start) :]
    return [
        DataLink(_NAMES[name], media_type, f"/data/{path}.{end}")
        for name, (end, media_type, _) in FORMATS.items()
    ]


def format_of(name: str) -> tuple[str, str, str] | None:
    """A path's thing, format and media type, from the end of its name; ``None`` for another.

    >>> format_of("kst-25295-7.ttl")
    ('kst-25295-7', 'turtle', 'text/turtle')
    """
    stem, _, end = name.rpartition(".")
    for format, (suffix, media_type, _) in FORMATS.items():
        if stem and end == suffix:
            return stem, format, media_type
    return None


def describe(graph: RdfGraph, iri: str, format: str) -> bytes:
    """What the graph says about a thing: its triples, those that point at it, its statements."""
    triples = sorted(set(islice(_triples(graph, iri), _MOST)), key=str)
    named = prefixes(graph.base) if format in ("turtle", "rdfxml") else {}
    used = prefixes_in(triples, named)
    return ox.serialize(triples, format=FORMATS[format][2], prefixes=used) or b""


def _triples(graph: RdfGraph, iri: str) -> Iterator[ox.Triple]:
    node, find = ox.NamedNode(iri), graph.store.quads_for_pattern
    for quad in find(node, None, None):
        yield quad.triple
    for role in (_SUBJECT, _OBJECT):
        for found in find(None, role, node):
            for quad in find(found.subject, None, None):
                yield quad.triple
    for quad in find(None, None, node):
        yield quad.triple
