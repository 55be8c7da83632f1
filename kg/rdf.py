"""A built graph as the stages pass it on, and the one place where RDF engines meet.

The triples live in a pyoxigraph store; rdflib is the face for Python users. Both know a term by
its N-Triples form, and so do the writers: whatever the engine, the same graph is walked in the
same order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import GraphError
from kg.vocabulary import BASE, PREFIXES, prefixes

if TYPE_CHECKING:
    import rdflib

TYPE = PREFIXES["rdf"] + "type"
LABEL = PREFIXES["rdfs"] + "label"
XSD = PREFIXES["xsd"]

Object = ox.NamedNode | ox.Literal
Fact = tuple[str, Object]

# What a reader looks for first: what it is, what it is called, which edge it shows.
_FIRST = {
    TYPE: 0,
    LABEL: 1,
    PREFIXES["rdf"] + "subject": 2,
    PREFIXES["rdf"] + "predicate": 3,
    PREFIXES["rdf"] + "object": 4,
}


@dataclass(frozen=True)
class RdfGraph:
    """A graph: its triples, all in the default graph of ``store``, and the base of its things.

    ``ordered`` gives what :func:`descriptions` gives, where there is a faster way to it than
    through the store: from a file that holds the same graph in that order.
    """

    store: ox.Store
    base: str = BASE
    ordered: Callable[[], Iterator[tuple[str, list[Fact]]]] | None = None

    def __len__(self) -> int:
        return len(self.store)


def subjects(graph: RdfGraph) -> list[str]:
    """The IRIs of all things the graph says something about, in order.

    Raises ``GraphError`` for a blank node: it has no name by which a file could be kept stable.
    """
    found = graph.store.query("SELECT DISTINCT ?s WHERE { ?s ?p ?o }")
    assert isinstance(found, ox.QuerySolutions)
    nodes = [row["s"] for row in found]
    nameless = graph.store.query("ASK { ?s ?p ?o FILTER(ISBLANK(?o)) }")
    if nameless or any(isinstance(node, ox.BlankNode) for node in nodes):
        raise GraphError("graph", "has blank nodes", "give each of them an IRI")
    return sorted(node.value for node in nodes)


def description(graph: RdfGraph, subject: str) -> list[Fact]:
    """What the graph says about one thing: (predicate, object), type and label first, in order."""
    quads = graph.store.quads_for_pattern(ox.NamedNode(subject), None, None)
    facts = [(quad.predicate.value, quad.object) for quad in quads]
    return sorted(facts, key=fact_order)  # type: ignore[arg-type]


def fact_order(fact: tuple[str, object]) -> tuple[int, str, str]:
    """The place of a fact in its description; its object a term, or as N-Triples writes it."""
    predicate, thing = fact
    return (_FIRST.get(predicate, 5), predicate, str(thing))


def descriptions(graph: RdfGraph) -> Iterator[tuple[str, list[Fact]]]:
    """Every thing with its facts, in order of IRI; one at a time, so that memory stays flat."""
    if graph.ordered is not None:
        yield from graph.ordered()
        return
    for subject in subjects(graph):
        yield subject, description(graph, subject)


def prefixes_in(found: Iterable[ox.Triple], known: Mapping[str, str]) -> dict[str, str]:
    """Those of the known prefixes that shorten something in these triples, in order of name.

    >>> node = ox.NamedNode("https://e.org/a")
    >>> prefixes_in([ox.Triple(node, node, node)], {"f": "https://f.org/", "e": "https://e.org/"})
    {'e': 'https://e.org/'}
    """
    text = "\n".join(map(str, found))
    return {prefix: space for prefix, space in sorted(known.items()) if f"<{space}" in text}


def triples(graph: RdfGraph) -> Iterator[ox.Triple]:
    """Every triple, in the order of :func:`descriptions`."""
    for subject, facts in descriptions(graph):
        node = ox.NamedNode(subject)
        for predicate, thing in facts:
            yield ox.Triple(node, ox.NamedNode(predicate), thing)


# --- rdflib and pyoxigraph -------------------------------------------------------------------


def to_rdflib(graph: RdfGraph) -> rdflib.Graph:
    """The graph as an :class:`rdflib.Graph` of its own, with every prefix bound."""
    import rdflib

    copy = rdflib.Graph(bind_namespaces="none")
    for prefix, space in prefixes(graph.base).items():
        copy.bind(prefix, space)
    for triple in triples(graph):
        copy.add(
            (term_to_rdflib(triple.subject), term_to_rdflib(triple.predicate),
             term_to_rdflib(triple.object))
        )  # fmt: skip
    return copy


def term_to_rdflib(term: object) -> rdflib.term.Identifier:
    """One pyoxigraph term as rdflib's; the lexical form stays as it is."""
    import rdflib

    if isinstance(term, ox.NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return rdflib.BNode(term.value)
    if not isinstance(term, ox.Literal):
        raise TypeError(f"no plain RDF term: {term!r}")
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    if term.datatype.value == XSD + "string":
        return rdflib.Literal(term.value)
    return rdflib.Literal(
        term.value, datatype=rdflib.URIRef(term.datatype.value), normalize=False
    )
