"""The graph as a dataset that can be asked graph by graph: one named graph per source file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pyoxigraph as ox

from kg.errors import QueryError
from kg.export.sources import is_source, sourced, triples_of
from kg.rdf import RdfGraph


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
    """What one file says, in the graph of its name."""
    place = ox.NamedNode(name)
    for triple in triples_of(sourced(graph, name)):
        yield ox.Quad(triple.subject, triple.predicate, triple.object, place)
