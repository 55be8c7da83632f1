"""RDF/XML, from the graph in order."""

from __future__ import annotations

import re
from typing import BinaryIO

import pyoxigraph as ox

from kg.rdf import RdfGraph, triples
from kg.vocabulary import data_prefixes

# What XML 1.0 cannot hold in any spelling; U+FFFD stands for it, as for any lost character.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write_rdfxml(graph: RdfGraph, stream: BinaryIO) -> None:
    """Write the whole graph as RDF/XML."""
    fit = (ox.Triple(t.subject, t.predicate, _fit(t.object)) for t in triples(graph))
    ox.serialize(fit, stream, format=ox.RdfFormat.RDF_XML, prefixes=data_prefixes(graph.base))


def xml_text(text: str) -> str:
    """Text that XML can hold.

    >>> xml_text("a\\x0cb")
    'a\\ufffdb'
    """
    return _UNFIT.sub("\ufffd", text)


def _fit(thing: object) -> ox.NamedNode | ox.Literal:
    assert isinstance(thing, (ox.NamedNode, ox.Literal))
    if isinstance(thing, ox.NamedNode) or not _UNFIT.search(thing.value):
        return thing
    if thing.language:
        return ox.Literal(xml_text(thing.value), language=thing.language)
    return ox.Literal(xml_text(thing.value), datatype=thing.datatype)
