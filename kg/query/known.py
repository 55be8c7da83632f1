"""The things of a graph that a query is asked about: by their IRI, or by a number they have."""

from __future__ import annotations

from collections.abc import Mapping

import pyoxigraph as ox

from kg.errors import QueryError
from kg.rdf import RdfGraph
from kg.vocabulary import expand

_IDENTIFIER = ox.NamedNode(expand("dcterms:identifier"))


def things(
    graph: RdfGraph, given: Mapping[str, str], values: Mapping[str, ox.NamedNode | ox.Literal]
) -> dict[str, ox.NamedNode | ox.Literal]:
    """The values, those that are things as the graph knows them.

    A document has one IRI and may have several numbers (``2022D47993`` is ``kst-25424-630``).
    Raises ``QueryError`` for what the graph does not have: an empty answer would look like a
    finding.
    """
    return {
        name: _thing(graph, name, given[name], term) if isinstance(term, ox.NamedNode) else term
        for name, term in values.items()
    }


def _thing(graph: RdfGraph, name: str, text: str, node: ox.NamedNode) -> ox.NamedNode:
    if _there(graph, node):
        return node
    literal = ox.Literal(text.encode("utf-8", "replace").decode("utf-8"))
    facts = graph.store.quads_for_pattern(None, _IDENTIFIER, literal)
    found = sorted({str(fact.subject)[1:-1] for fact in facts})
    if len(found) == 1:
        return ox.NamedNode(found[0])
    problem, remedy = f"{text!r} is not in this graph", "write a number such as kst-25295-1892"
    if found:
        problem, remedy = f"{text!r} is a number of several things", f"write {' or '.join(found)}"
    raise QueryError(f"parameter {name}", problem, remedy)


def _there(graph: RdfGraph, node: ox.NamedNode) -> bool:
    facts = graph.store.quads_for_pattern
    return any(next(each, None) for each in (facts(node, None, None), facts(None, None, node)))
