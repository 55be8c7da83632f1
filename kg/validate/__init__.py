"""Checks a graph against the shapes of ``ontology/shapes.ttl``, in plain words.

The shapes are the one source of the rules. Here they are read into checks that go over the graph
once, thing by thing, which takes seconds where a SHACL engine takes minutes; only the rules in
SPARQL (every edge has its statement, every statement its edge) are asked of the store.
``engine="pyshacl"`` lets pySHACL read the same file as it is, and the tests hold the two equal. A
shape that uses anything this module does not know raises: no rule is passed over in silence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg.rdf import TYPE, RdfGraph
from kg.validate.checks import Kinds, Values, text_of
from kg.validate.shapes import Rule, messages, rules
from kg.vocabulary import shorten

__all__ = ["Problem", "report", "validate"]


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
    return tuple(sorted({_problem(graph, language, *each) for each in broken}))


def report(problems: Iterable[Problem]) -> str:
    """The problems for people, one to a line; says so when there are none.

    >>> report(())
    'The graph fits its shapes.\\n'
    """
    lines = [f"{problem}\n" for problem in problems]
    return "".join(lines) or "The graph fits its shapes.\n"


Broken = tuple[str, str, str]  # shape, node, value


def _by_checks(graph: RdfGraph) -> Iterator[Broken]:
    kinds = _kinds(graph)
    of_class, of_predicate, queries = rules()
    for subject, values in _things(graph):
        name = text_of(subject)
        asked = [of_class.get(kind, ()) for kind in kinds.get(name, ())]
        asked += [of_predicate.get(predicate, ()) for predicate in values]
        found = {rule.shape: rule for each in asked for rule in each}
        for rule in found.values():
            yield from _breaks(rule, name, subject, values, kinds)
    for shape, query in queries:
        rows = graph.store.query(query)
        assert isinstance(rows, ox.QuerySolutions)
        for row in rows:
            yield shape, text_of(row["this"]), text_of(row["value"])


def _breaks(
    rule: Rule, name: str, subject: object, values: Values, kinds: Kinds
) -> Iterator[Broken]:
    if not rule.path:
        if any(check(subject, values, kinds) for check in rule.checks):
            yield rule.shape, name, ""
        return
    given = values.get(rule.path, [])
    if len(given) < rule.least or (rule.most is not None and len(given) > rule.most):
        yield rule.shape, name, ""
    for value in given:
        if any(check(value, values, kinds) for check in rule.checks):
            yield rule.shape, name, text_of(value)


def _things(graph: RdfGraph) -> Iterator[tuple[object, Values]]:
    if graph.ordered is not None:
        for name, facts in graph.ordered():
            yield ox.NamedNode(name), _by_predicate(facts)
        return
    found = graph.store.query("SELECT DISTINCT ?s WHERE { ?s ?p ?o }")
    assert isinstance(found, ox.QuerySolutions)
    for subject in [row["s"] for row in found]:
        quads = graph.store.quads_for_pattern(subject, None, None)
        yield subject, _by_predicate((quad.predicate.value, quad.object) for quad in quads)


def _by_predicate(facts: Iterable[tuple[str, object]]) -> Values:
    values: dict[str, list[object]] = {}
    for predicate, thing in facts:
        values.setdefault(predicate, []).append(thing)
    return values


def _kinds(graph: RdfGraph) -> Kinds:
    found: dict[str, frozenset[str]] = {}
    for quad in graph.store.quads_for_pattern(None, ox.NamedNode(TYPE), None):
        name = text_of(quad.subject)
        found[name] = found.get(name, frozenset()) | {text_of(quad.object)}
    return found


def _problem(graph: RdfGraph, language: str, shape: str, node: str, value: str) -> Problem:
    message, _, remedy = messages(language)[shape].partition("; ")
    return Problem(
        shorten(node, base=graph.base),
        message,
        remedy,
        shape.rpartition("#")[2],
        shorten(value, base=graph.base) if value else "",
    )
