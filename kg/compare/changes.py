"""The relations one graph has and the other has not, with the words that show them.

Two graphs are read side by side in the order of their things, so that one thing of each is in
memory at a time, however large they are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

import pyoxigraph as ox

from kg.errors import GraphError, InputError
from kg.rdf import LABEL, Fact, RdfGraph, description, descriptions
from kg.vocabulary import PREFIXES, expand, key_of, of_role, term

#: What is looked at unless asked otherwise: what is cited, fulfilled, promised.
RELATIONS = ("cites", "fulfils", "madeIn")

_SUBJECT, _PREDICATE, _OBJECT = (
    PREFIXES["rdf"] + name for name in ("subject", "predicate", "object")
)
Edge = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Thing:
    """One end of a relation: its IRI, what it is called, its date and its official pages."""

    iri: str
    label: str
    day: date | None
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A relation that is ``new`` or gone, with the statement that shows it best, if any does."""

    new: bool
    relation: str
    subject: Thing
    object: Thing
    statement: str | None
    quote: str | None
    file: str | None

    @property
    def day(self) -> date | None:
        """The date of the document that says it: for a commitment, the one it was made in."""
        return self.object.day if self.relation == "madeIn" else self.subject.day


def changes(
    old: RdfGraph, new: RdfGraph, relations: Collection[str] = RELATIONS
) -> Iterator[Change]:
    """Every relation of these kinds that only one graph has, in order of the things they are of.

    Raises ``InputError`` for a relation the vocabulary does not have, and ``GraphError`` for graphs
    whose things have different bases: nothing of the one would be in the other.

    >>> empty = RdfGraph(ox.Store())
    >>> list(changes(empty, empty))
    []
    """
    wanted = frozenset(_relation(name) for name in relations)
    if old.base != new.base and len(old) and len(new):
        problem = f"have different bases ({old.base}, {new.base})"
        raise GraphError("the graphs", problem, "compare graphs made with one base")
    return _changes(old, new, wanted)


def _relation(name: str) -> str:
    if name not in of_role("relation"):
        known = term(name)  # raises for a misspelt one, and names the nearest
        raise InputError(f"relation {name}", f"is a {known.role}", "docs/vocabulary.md lists them")
    return expand(name)


def _changes(old: RdfGraph, new: RdfGraph, wanted: frozenset[str]) -> Iterator[Change]:
    for subject, before, after in merged(_edges(old, wanted), _edges(new, wanted)):
        for graph, edges, is_new in ((new, after - before, True), (old, before - after, False)):
            if edges:
                yield from _described(graph, subject, sorted(edges), is_new)


def _edges(graph: RdfGraph, wanted: frozenset[str]) -> Iterator[tuple[str, frozenset[Edge]]]:
    """Each thing that has wanted relations, with those, in order of IRI."""
    for subject, facts in descriptions(graph):
        edges = frozenset(
            (predicate, thing.value) for predicate, thing in facts
            if predicate in wanted and isinstance(thing, ox.NamedNode)
        )  # fmt: skip
        if edges:
            yield subject, edges


def merged(
    old: Iterable[tuple[str, frozenset[Edge]]], new: Iterable[tuple[str, frozenset[Edge]]]
) -> Iterator[tuple[str, frozenset[Edge], frozenset[Edge]]]:
    """Two ordered streams as one: each thing with what either says of it.

    Raises ``GraphError`` for a stream that is out of order, for it would be misread.

    >>> one, other = frozenset({("p", "x")}), frozenset({("p", "y")})
    >>> [each[0] for each in merged([("a", one), ("c", one)], [("b", other), ("c", one)])]
    ['a', 'b', 'c']
    """
    nothing: frozenset[Edge] = frozenset()
    left, right = _in_order(old), _in_order(new)
    before, after = next(left, None), next(right, None)
    while before is not None or after is not None:
        if after is None or (before is not None and before[0] < after[0]):
            assert before is not None
            yield before[0], before[1], nothing
            before = next(left, None)
        elif before is None or after[0] < before[0]:
            yield after[0], nothing, after[1]
            after = next(right, None)
        else:
            yield before[0], before[1], after[1]
            before, after = next(left, None), next(right, None)


def _in_order(
    stream: Iterable[tuple[str, frozenset[Edge]]],
) -> Iterator[tuple[str, frozenset[Edge]]]:
    last = ""
    for subject, edges in stream:
        if subject <= last:
            raise GraphError(subject, "is out of order in its graph", "build the graph anew")
        last = subject
        yield subject, edges


def _described(
    graph: RdfGraph, subject: str, edges: Iterable[Edge], is_new: bool
) -> Iterator[Change]:
    """The changes of one thing, each with its best statement."""
    shown = _evidence(graph, subject)
    own = _thing(graph, subject)
    for predicate, other in edges:
        statement, facts = shown.get((predicate, other), (None, {}))
        file = facts.get(PREFIXES["prov"] + "wasDerivedFrom")
        yield Change(
            is_new,
            predicate.partition("#")[2],
            own,
            _thing(graph, other),
            statement,
            facts.get(expand("quote")),
            None if file is None else _thing(graph, file).label,
        )


def _evidence(graph: RdfGraph, subject: str) -> dict[Edge, tuple[str, dict[str, str]]]:
    """The surest statement behind each relation of a thing; of equals the first in its file."""
    about = graph.store.quads_for_pattern(None, ox.NamedNode(_SUBJECT), ox.NamedNode(subject))
    found: dict[Edge, tuple[tuple[object, ...], str, dict[str, str]]] = {}
    for quad in about:
        statement = quad.subject.value if isinstance(quad.subject, ox.NamedNode) else ""
        facts = _first(description(graph, statement)) if statement else {}
        edge = facts.get(_PREDICATE, ""), facts.get(_OBJECT, "")
        rank = _rank(statement, facts)
        if edge not in found or rank < found[edge][0]:
            found[edge] = rank, statement, facts
    return {edge: (statement, facts) for edge, (_, statement, facts) in found.items()}


def _rank(statement: str, facts: dict[str, str]) -> tuple[object, ...]:
    file = facts.get(PREFIXES["prov"] + "wasDerivedFrom", "")
    return (-_number(facts, "confidence"), file, _number(facts, "start"), statement)


def _number(facts: dict[str, str], name: str) -> float:
    try:
        return float(facts.get(expand(name), "0"))
    except ValueError:
        return 0.0


def _thing(graph: RdfGraph, address: str) -> Thing:
    facts = description(graph, address)
    first = _first(facts)
    pages = (thing.value for predicate, thing in facts if predicate == expand("foaf:page"))
    return Thing(
        address,
        first.get(LABEL) or key_of(address, base=graph.base),
        day_of(first.get(expand("dcterms:date"))),
        tuple(page for page in pages if page.startswith(("https://", "http://"))),
    )


def _first(facts: Iterable[Fact]) -> dict[str, str]:
    """The first value of each property."""
    found: dict[str, str] = {}
    for predicate, thing in facts:
        found.setdefault(predicate, thing.value)
    return found


def day_of(text: str | None) -> date | None:
    """A date as the graph writes it; ``None`` for one that does not exist.

    >>> day_of("2022-02-14"), day_of("2022-02-31")
    (datetime.date(2022, 2, 14), None)
    """
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None
