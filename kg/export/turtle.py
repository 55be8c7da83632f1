"""Turtle and TriG to be read by people: grouped by thing, sorted, with a prefix for every name.

The same graph gives the same bytes; one thing is in memory at a time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO

from kg.export.split import Lines, blocks, parts_of
from kg.rdf import TYPE, XSD, RdfGraph, descriptions
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
        for part in _graph(names, name, group):
            stream.write(part.encode())


def _graph(names: Names, name: str | None, group: Iterable[Lines]) -> Iterator[str]:
    """One graph in parts; the default graph stands open, as in Turtle."""
    if name is not None:
        yield f"\n{names[f'<{name}>']} {{\n"
    for subject, text in group:
        yield f"\n{_description(names, subject, parts_of(text))}\n"
    if name is not None:
        yield "\n}\n"


def _description(names: Names, subject: str, facts: Iterable[tuple[str, object]]) -> str:
    """All facts of one thing, in order: one predicate on a line, several objects after a comma."""
    parts: list[str] = []
    last = ""
    for predicate, thing in facts:
        written = str(thing)
        # a plain text, or one in a language, is written as it is
        term = names[written] if written[-1] == ">" else written
        if predicate == last:
            parts.append(f" , {term}")
            continue
        verb = "a" if predicate == TYPE else names[f"<{predicate}>"]
        parts.append(f" ;\n    {verb} {term}" if last else f" {verb} {term}")
        last = predicate
    return f"{names[f'<{subject}>']}{''.join(parts)} ."


class Names(dict[str, str]):
    """Terms from N-Triples to Turtle: IRIs with their prefix, typed literals in short.

    Remembers what it was asked, for most terms come often.

    >>> Names({"kg": "https://e.org/def#"})["<https://e.org/def#cites>"]
    'kg:cites'
    >>> Names({})['"true"^^<http://www.w3.org/2001/XMLSchema#boolean>']
    'true'
    """

    def __init__(self, spaces: Mapping[str, str]) -> None:
        super().__init__()
        self._spaces = spaces
        self._prefixes = {space: prefix for prefix, space in spaces.items()}

    def header(self) -> bytes:
        """The prefix lines."""
        return "".join(f"@prefix {p}: <{s}> .\n" for p, s in self._spaces.items()).encode()

    def __missing__(self, written: str) -> str:
        if len(self) > _REMEMBERED:
            self.clear()
        found = self[written] = self._iri(written) if written[0] == "<" else self._typed(written)
        return found

    def _iri(self, written: str) -> str:
        at = max(written.rfind("/"), written.rfind("#")) + 1
        prefix = self._prefixes.get(written[1:at])
        local = written[at:-1]
        return written if prefix is None or not _LOCAL.match(local) else f"{prefix}:{local}"

    def _typed(self, written: str) -> str:
        at = written.rindex('"^^<') + 3
        datatype, value = written[at:], written[1 : at - 3]
        short = _SHORT.get(datatype[1:-1])
        if short is not None and short.match(value):
            return value
        return f'"{value}"^^{self[datatype]}'
