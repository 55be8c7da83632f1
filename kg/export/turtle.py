"""Turtle and TriG to be read by people: grouped by thing, sorted, with a prefix for every name.

The same graph gives the same bytes; one thing is in memory at a time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import BinaryIO

import pyoxigraph as ox

from kg.export.sources import Block, blocks
from kg.rdf import TYPE, XSD, Fact, Object, RdfGraph, descriptions
from kg.vocabulary import data_prefixes

# What needs no escaping after a prefix, and no thought: letters, digits, inner dots and hyphens.
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.:-]{0,200}[A-Za-z0-9_-])?\Z")
_REMEMBERED = 100_000
_SHORT = {
    XSD + "integer": re.compile(r"[+-]?[0-9]+\Z"),
    XSD + "decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+\Z"),
    XSD + "boolean": re.compile(r"(?:true|false)\Z"),
}


def write_turtle(graph: RdfGraph, stream: BinaryIO) -> None:
    """Write the whole graph as Turtle."""
    names = Names(data_prefixes(graph.base))
    stream.write(names.header())
    for subject, facts in descriptions(graph):
        stream.write(f"\n{_description(names, subject, facts)}\n".encode())


def write_trig(graph: RdfGraph, stream: BinaryIO) -> None:
    """Write the graph as TriG: what each source file says in a graph named by that file."""
    names = Names(data_prefixes(graph.base))
    stream.write(names.header())
    for name, group in blocks(graph):
        stream.write(_graph(names, name, group))


def _graph(names: Names, name: str | None, group: Iterable[Block]) -> bytes:
    written = [_description(names, subject, facts) for subject, facts in group]
    if name is None:
        return "".join(f"\n{each}\n" for each in written).encode()
    inner = "\n\n".join(written)
    return f"\n{names.iri(name)} {{\n\n{inner}\n\n}}\n".encode()


def _description(names: Names, subject: str, facts: Iterable[Fact]) -> str:
    """All facts of one thing, one predicate on a line, several objects after a comma."""
    lines: dict[str, list[str]] = {}
    for predicate, thing in facts:
        lines.setdefault(predicate, []).append(names.term(thing))
    parts = [
        f"{'a' if predicate == TYPE else names.iri(predicate)} {' , '.join(objects)}"
        for predicate, objects in lines.items()
    ]
    body = " ;\n    ".join(parts)
    return f"{names.iri(subject)} {body} ."


class Names:
    """Writes IRIs with their prefix and literals in their shortest form."""

    def __init__(self, spaces: Mapping[str, str]) -> None:
        self._spaces = spaces
        self._prefixes = {space: prefix for prefix, space in spaces.items()}
        self._known: dict[str, str] = {}

    def header(self) -> bytes:
        """The prefix lines."""
        return "".join(f"@prefix {p}: <{s}> .\n" for p, s in self._spaces.items()).encode()

    def iri(self, address: str) -> str:
        """An IRI: ``kg:cites``, or ``<…>`` where no prefix fits."""
        known = self._known.get(address)
        if known is None:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            known = self._known[address] = self._shortened(address)
        return known

    def _shortened(self, address: str) -> str:
        at = max(address.rfind("/"), address.rfind("#")) + 1
        prefix = self._prefixes.get(address[:at])
        if prefix is not None and _LOCAL.match(address, at):
            return f"{prefix}:{address[at:]}"
        return f"<{address}>"

    def term(self, thing: Object) -> str:
        """An object: an IRI or a literal."""
        if isinstance(thing, ox.NamedNode):
            return self.iri(thing.value)
        written = str(thing)
        if written[-1] != ">":  # a plain text, or one in a language
            return written
        at = written.rindex('"^^<') + 4
        datatype, value = written[at:-1], written[1 : at - 4]
        short = _SHORT.get(datatype)
        if short is not None and short.match(value):
            return value
        return f'"{value}"^^{self.iri(datatype)}'
