"""RDF/XML: one ``rdf:Description`` for each thing, in order.

Written here and not by an engine, because a carriage return in a quote must come back as one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from string import ascii_letters, digits
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

import pyoxigraph as ox

from kg.errors import GraphError
from kg.rdf import XSD, Fact, RdfGraph, descriptions
from kg.shown import xml_text
from kg.vocabulary import data_prefixes


# What the names of elements may hold, of ASCII; the rest of a property's IRI is its namespace.
_NEVER_FIRST = f"{digits}.-"
_IN_NAMES = f"{ascii_letters}_{_NEVER_FIRST}"


def write_rdfxml(graph: RdfGraph, stream: BinaryIO) -> None:
    """Write the whole graph as RDF/XML.

    Raises ``GraphError`` for a property whose IRI ends in no name that XML allows.
    """
    spaces = {space: prefix for prefix, space in data_prefixes(graph.base).items()}
    declared = "".join(f"\n  xmlns:{prefix}={quoteattr(s)}" for s, prefix in spaces.items())
    stream.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{declared}>\n'.encode())
    for subject, facts in descriptions(graph):
        stream.write(_description(spaces, subject, facts).encode())
    stream.write(b"</rdf:RDF>\n")


def _description(spaces: Mapping[str, str], subject: str, facts: Iterable[Fact]) -> str:
    lines = [f"<rdf:Description rdf:about={quoteattr(subject)}>"]
    for predicate, thing in facts:
        name, declared = _element(spaces, predicate)
        if isinstance(thing, ox.NamedNode):
            lines.append(f"  <{name}{declared} rdf:resource={quoteattr(thing.value)}/>")
        else:
            text = escape(xml_text(thing.value), {"\r": "&#13;"})
            lines.append(f"  <{name}{declared}{_kind(thing)}>{text}</{name}>")
    return "\n".join([*lines, "</rdf:Description>\n"])


def _kind(literal: ox.Literal) -> str:
    if literal.language:
        return f" xml:lang={quoteattr(literal.language)}"
    datatype = literal.datatype.value
    return "" if datatype == XSD + "string" else f" rdf:datatype={quoteattr(datatype)}"


def _element(spaces: Mapping[str, str], predicate: str) -> tuple[str, str]:
    """The name of a property's element, with the declaration it needs where it has no prefix."""
    name = predicate[len(predicate.rstrip(_IN_NAMES)) :]
    local = name.lstrip(_NEVER_FIRST)
    space = predicate[: len(predicate) - len(local)]
    if not local:
        problem = "cannot be written in RDF/XML: no name of an element ends it"
        raise GraphError(predicate, problem, "choose another format")
    if space in spaces:
        return f"{spaces[space]}:{local}", ""
    return f"ns:{local}", f" xmlns:ns={quoteattr(space)}"
