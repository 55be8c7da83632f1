"""Triples by prefixed name, for descriptions that are written by hand."""

from __future__ import annotations

import pyoxigraph as ox

from kg.errors import GraphError
from kg.rdf import prefixes_in
from kg.vocabulary import PREFIXES

#: Prefixes of descriptions that the graph itself does not use.
SPACES = {
    **PREFIXES,
    "adms": "http://www.w3.org/ns/adms#",
    "dcatap": "http://data.europa.eu/r5r/",
    "formats": "http://www.w3.org/ns/formats/",
    "locn": "http://www.w3.org/ns/locn#",
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
}
FORMATS = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
}

Value = ox.NamedNode | ox.Literal | str | int


def node(name: str) -> ox.NamedNode:
    """The node of a prefixed name, or of an IRI.

    >>> node("dcat:Dataset").value
    'http://www.w3.org/ns/dcat#Dataset'
    """
    prefix, _, local = name.partition(":")
    return ox.NamedNode(SPACES[prefix] + local if prefix in SPACES else name)


def typed(text: str, datatype: str) -> ox.Literal:
    """A literal of a datatype.

    >>> typed("7", "xsd:integer").value
    '7'
    """
    return ox.Literal(text, datatype=node(datatype))


class Description:
    """A growing set of triples; text is an IRI or prefixed name, a literal is given as one."""

    def __init__(self) -> None:
        self._triples: set[ox.Triple] = set()

    def add(self, subject: str, predicate: str, *values: Value) -> None:
        """Say of ``subject`` that its ``predicate`` is each of ``values``."""
        for value in values:
            term: ox.NamedNode | ox.Literal
            if isinstance(value, str):
                term = node(value)
            else:
                term = ox.Literal(value) if isinstance(value, int) else value
            self._triples.add(ox.Triple(node(subject), node(predicate), term))

    def triples(self) -> list[ox.Triple]:
        """The triples, in order."""
        return sorted(self._triples, key=_order)

    def write(self, format: str) -> bytes:
        """The triples in a format; raises ``GraphError`` for one that is not known."""
        if format not in FORMATS:
            remedy = f"choose from {', '.join(FORMATS)}"
            raise GraphError(f"format {format}", "is not for descriptions", remedy)
        triples = self.triples()
        used = prefixes_in(triples, SPACES) if format in ("turtle", "rdfxml") else {}
        return ox.serialize(triples, format=FORMATS[format], prefixes=used) or b""


def _order(triple: ox.Triple) -> tuple[str, bool, str]:
    return str(triple.subject), triple.predicate != node("rdf:type"), str(triple)
