"""Which source file says what: the named graphs, one by one (``kg.export.split`` gives all).

A statement, its edge and the description of the document that was read belong to the graph of the
file they come from (``prov:wasDerivedFrom``, ``kg:readFrom``); an edge that several files show
stands in each of their graphs. What comes from tables stands in the default graph. All graphs
together are the whole graph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import pyoxigraph as ox

from kg.rdf import Fact, Object, RdfGraph, description, fact_order
from kg.vocabulary import KG, PREFIXES, expand, of_role

Block = tuple[str, list[Fact]]
DERIVED = ox.NamedNode(PREFIXES["prov"] + "wasDerivedFrom")
READ_FROM = ox.NamedNode(KG + "readFrom")
PARTS = tuple(PREFIXES["rdf"] + name for name in ("subject", "predicate", "object"))


def triples_of(found: Iterable[Block]) -> Iterator[ox.Triple]:
    """The triples of a graph given by its descriptions, in their order."""
    for subject, facts in found:
        node = ox.NamedNode(subject)
        for predicate, thing in facts:
            yield ox.Triple(node, ox.NamedNode(predicate), thing)


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


def sourced(graph: RdfGraph, file: str) -> Iterator[Block]:
    """What one file says: its statements with their edges, its own document, and itself."""
    facts: dict[str, list[Fact]] = {file: description(graph, file)}
    node = ox.NamedNode(file)
    for quad in graph.store.quads_for_pattern(None, DERIVED, node):
        own = description(graph, _iri(quad.subject))
        facts[_iri(quad.subject)] = own
        subject, predicate, thing = _edge(own)
        if subject and predicate and thing is not None:
            facts.setdefault(subject, []).append((predicate, thing))
    for quad in graph.store.quads_for_pattern(None, READ_FROM, node):
        read = _iri(quad.subject)
        own = [fact for fact in description(graph, read) if fact[0] not in relations()]
        facts.setdefault(read, []).extend(own)
    for subject in sorted(facts):
        if facts[subject]:
            yield subject, sorted(set(facts[subject]), key=fact_order)


def _edge(facts: Iterable[Fact]) -> tuple[str | None, str | None, Object | None]:
    """The edge a statement is about."""
    found = {predicate: thing for predicate, thing in facts if predicate in PARTS}
    subject, predicate, thing = (found.get(part) for part in PARTS)
    return (
        subject.value if subject is not None else None,
        predicate.value if predicate is not None else None,
        thing,
    )


@cache
def relations() -> frozenset[str]:
    """The IRIs of all relations that have a statement behind them."""
    return frozenset(expand(name) for name in of_role("relation"))


def _iri(node: object) -> str:
    assert isinstance(node, ox.NamedNode)
    return node.value
