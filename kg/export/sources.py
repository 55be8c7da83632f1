"""Which source file says what: the named graphs, one by one (``kg.export.split`` gives all).

A statement, its edge and the description of the document that was read belong to the graph of the
file they come from (``prov:wasDerivedFrom``, ``kg:readFrom``); an edge that several files show
stands in each of their graphs. What comes from tables stands in the default graph. All graphs
together are the whole graph.
"""

from __future__ import annotations

from functools import cache

import pyoxigraph as ox

from kg.rdf import RdfGraph
from kg.vocabulary import KG, PREFIXES, expand, of_role

DERIVED = ox.NamedNode(PREFIXES["prov"] + "wasDerivedFrom")
READ_FROM = ox.NamedNode(KG + "readFrom")
PARTS = tuple(PREFIXES["rdf"] + name for name in ("subject", "predicate", "object"))


def source_files(graph: RdfGraph) -> list[str]:
    """The IRIs of all source files, in order: the names of the graphs."""
    query = f"SELECT DISTINCT ?f WHERE {{ ?s {DERIVED}|{READ_FROM} ?f }}"
    found = graph.store.query(query)
    assert isinstance(found, ox.QuerySolutions)
    return sorted(row["f"].value for row in found)


def is_source(graph: RdfGraph, name: str) -> bool:
    """Whether a graph of this name would hold anything.

    >>> is_source(RdfGraph(ox.Store()), "nonsense")
    False
    """
    try:
        file = ox.NamedNode(name)
    except ValueError:
        return False
    found = (graph.store.quads_for_pattern(None, each, file) for each in (DERIVED, READ_FROM))
    return any(next(quads, None) is not None for quads in found)


@cache
def relations() -> frozenset[str]:
    """The IRIs of all relations that have a statement behind them."""
    return frozenset(expand(name) for name in of_role("relation"))
