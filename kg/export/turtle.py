"""Turtle and TriG to be read by people: grouped by thing, sorted, with a prefix for every name.

The same graph gives the same bytes; one thing is in memory at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from kg.export.split import Lines, blocks, parts_of
from kg.rdf import RdfGraph, descriptions
from kg.turtle import Names, description
from kg.vocabulary import data_prefixes


def write_turtle(graph: RdfGraph, stream: BinaryIO) -> None:
    """Write the whole graph as Turtle."""
    names = Names(data_prefixes(graph.base))
    stream.write(names.header())
    for subject, facts in descriptions(graph):
        stream.write(f"\n{description(names, subject, facts)}\n".encode())


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
        yield f"\n{description(names, subject, parts_of(text))}\n"
    if name is not None:
        yield "\n}\n"
