"""Checks a graph against the shapes of ``ontology/shapes.ttl``, in plain words.

The shapes are the one source of the rules. Here they are read into checks that go over the graph
once, thing by thing, which takes seconds where a SHACL engine takes minutes; the rules in SPARQL
(every edge has its statement, every statement its edge) are asked of the store only where the pass
has seen that an edge or a statement is alone. ``check_thing`` and ``Pairs`` are for who makes a
graph thing by thing.
``engine="pyshacl"`` lets pySHACL read the same file as it is, and the tests hold the two equal. A
shape that uses anything this module does not know raises: no rule is passed over in silence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg.rdf import TYPE, RdfGraph
from kg.validate.checks import NONE, Kinds
from kg.validate.pairs import Pairs
from kg.validate.shapes import messages, pairings, rules
from kg.validate.thing import Broken, by_predicate, check_thing, check_values
from kg.vocabulary import BASE, shorten, text_of

__all__ = ["Broken", "Pairs", "Problem", "check_thing", "kinds_of", "problem", "report", "validate"]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One place where a graph breaks a shape.

    ``node`` is the thing (with prefix), ``message`` what is wrong with it, ``remedy`` what to do,
    ``shape`` the shape it breaks, ``value`` the value at fault where there is one.
    """

    node: str
    message: str
    remedy: str
    shape: str
    value: str = ""

    def __str__(self) -> str:
        value = f" ({self.value})" if self.value else ""
        return f"{self.node} {self.message}{value}; {self.remedy}"


def validate(
    graph: RdfGraph, *, language: str = "en", engine: str = "own"
) -> tuple[Problem, ...]:
    """Every place where the graph breaks its shapes, in order; empty for a sound graph.

    ``language`` of the messages is ``nl`` or ``en``; ``engine`` is ``own`` or ``pyshacl``.

    >>> store = ox.Store()
    >>> store.load(b"<https://example.org/x> a <https://w3id.org/kamergraaf/def#Dossier> .",
    ...     ox.RdfFormat.TURTLE)
    >>> [str(problem) for problem in validate(RdfGraph(store))]
    ['https://example.org/x does not have exactly one name (rdfs:label); give it one']
    """
    if engine == "pyshacl":
        from kg.validate.reference import by_pyshacl

        broken = by_pyshacl(graph)
    else:
        broken = _by_checks(graph)
    return tuple(sorted({problem(each, base=graph.base, language=language) for each in broken}))


def report(problems: Iterable[Problem]) -> str:
    """The problems for people, one to a line; says so when there are none.

    >>> report(())
    'The graph fits its shapes.\\n'
    """
    lines = [f"{problem}\n" for problem in problems]
    return "".join(lines) or "The graph fits its shapes.\n"


def _by_checks(graph: RdfGraph) -> Iterator[Broken]:
    kinds = kinds_of(graph)
    relations, paired = pairings()
    pairs = Pairs(relations)
    for subject, facts in _things(graph):
        values = by_predicate(facts)
        pairs.add(text_of(subject), values)
        yield from check_values(subject, values, kinds)
    needless = paired if pairs.sound else NONE
    for shape, query in rules()[2]:
        if shape in needless:
            continue
        rows = graph.store.query(query)
        assert isinstance(rows, ox.QuerySolutions)
        for row in rows:
            yield shape, text_of(row["this"]), text_of(row["value"])


def _things(graph: RdfGraph) -> Iterator[tuple[object, Iterable[tuple[str, object]]]]:
    if graph.ordered is not None:
        for name, facts in graph.ordered():
            yield ox.NamedNode(name), facts
        return
    found = graph.store.query("SELECT DISTINCT ?s WHERE { ?s ?p ?o }")
    assert isinstance(found, ox.QuerySolutions)
    for subject in [row["s"] for row in found]:
        quads = graph.store.quads_for_pattern(subject, None, None)
        yield subject, [(quad.predicate.value, quad.object) for quad in quads]


def kinds_of(graph: RdfGraph) -> Kinds:
    """The classes of everything in the graph, each set of classes held once."""
    found: dict[str, frozenset[str]] = {}
    with_one_more: dict[tuple[frozenset[str], str], frozenset[str]] = {}
    for quad in graph.store.quads_for_pattern(None, ox.NamedNode(TYPE), None):
        name = text_of(quad.subject)
        step = (found.get(name, NONE), text_of(quad.object))
        if step not in with_one_more:
            more = step[0] | {step[1]}
            with_one_more[step] = next((s for s in with_one_more.values() if s == more), more)
        found[name] = with_one_more[step]
    return found


def problem(broken: Broken, *, base: str = BASE, language: str = "en") -> Problem:
    """What :func:`check_thing` found, in words.

    >>> str(problem(("https://w3id.org/kamergraaf/shapes#label", "https://e.org/x", "")))
    'https://e.org/x does not have exactly one name (rdfs:label); give it one'
    """
    shape, node, value = broken
    message, _, remedy = messages(language)[shape].partition("; ")
    return Problem(
        shorten(node, base=base),
        message,
        remedy,
        shape.rpartition("#")[2],
        shorten(value, base=base) if value else "",
    )
