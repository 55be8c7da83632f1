"""The graph as a dataset that can be asked graph by graph: one named graph per source file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pyoxigraph as ox

from kg.errors import QueryError
from kg.export.sources import DERIVED, PARTS, READ_FROM, is_source, relations
from kg.rdf import RdfGraph

_EDGE = frozenset(PARTS)


def with_graphs(graph: RdfGraph, names: Sequence[str], *, whole: bool) -> RdfGraph:
    """A copy that has the graphs of these source files, and the whole as default when ``whole``.

    Raises ``QueryError`` for a name that is not that of a source file.

    >>> with_graphs(RdfGraph(ox.Store()), ["http://e.org/g"], whole=False)
    Traceback (most recent call last):
    ...
    kg.errors.QueryError: graph http://e.org/g: there is no such graph; a graph is named after \
the source file it comes from
    """
    for name in names:
        if not is_source(graph, name):
            remedy = "a graph is named after the source file it comes from"
            raise QueryError(f"graph {name}", "there is no such graph", remedy)
    store = ox.Store()
    for name in dict.fromkeys(names):
        store.bulk_extend(_quads(graph, name))
    if whole:
        store.bulk_extend(iter(graph.store))
    return RdfGraph(store, graph.base)


def _quads(graph: RdfGraph, name: str) -> Iterator[ox.Quad]:
    """What one file says: its statements with their edges, its own document, and itself.

    In no order, and a thing as often as it is said: a store has no use for either.
    """
    file, find = ox.NamedNode(name), graph.store.quads_for_pattern
    for quad in find(file, None, None):
        yield ox.Quad(file, quad.predicate, quad.object, file)
    for statement in find(None, DERIVED, file):
        edge: dict[str, Any] = {}
        for quad in find(statement.subject, None, None):
            yield ox.Quad(quad.subject, quad.predicate, quad.object, file)
            edge[quad.predicate.value] = quad.object
        if edge.keys() >= _EDGE:
            yield ox.Quad(edge[PARTS[0]], edge[PARTS[1]], edge[PARTS[2]], file)
    for read in find(None, READ_FROM, file):
        for quad in find(read.subject, None, None):
            if quad.predicate.value not in relations():
                yield ox.Quad(quad.subject, quad.predicate, quad.object, file)
