"""N-Triples and N-Quads: one fact a line, in the order of the graph."""

from __future__ import annotations

from typing import BinaryIO

from kg.export.split import blocks, with_ends
from kg.rdf import RdfGraph, descriptions


def write_ntriples(graph: RdfGraph, stream: BinaryIO) -> None:
    """Write the whole graph as N-Triples."""
    for subject, facts in descriptions(graph):
        stream.write("".join(f"<{subject}> <{p}> {o} .\n" for p, o in facts).encode())


def write_nquads(graph: RdfGraph, stream: BinaryIO) -> None:
    """Write the graph as N-Quads: what each source file says in a graph named by that file."""
    for name, group in blocks(graph):
        tail = "" if name is None else f" <{name}>"
        for subject, text in group:
            stream.write(with_ends(subject, text, tail))
