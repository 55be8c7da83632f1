"""What analyses read from a graph: one relation at a time, and facts about single things.

Relations are streamed from the store; only what an analysis keeps of them is in memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

import pyoxigraph as ox

from kg.rdf import LABEL, TYPE, RdfGraph
from kg.vocabulary import KG, expand, key_of

# Documents cite many others, and are cited by many: most days are asked for often.
_REMEMBERED = 100_000


def pairs(graph: RdfGraph, relation: str) -> Iterator[tuple[str, str]]:
    """Subject and object of every triple with this relation (``cites``), as IRIs, streamed."""
    for quad in graph.store.quads_for_pattern(None, ox.NamedNode(expand(relation)), None):
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode):
            yield quad.subject.value, quad.object.value


def of_kind(graph: RdfGraph, kind: str) -> Iterator[str]:
    """The IRIs of all things of a class (``Commitment``), streamed."""
    found = graph.store.quads_for_pattern(None, ox.NamedNode(TYPE), ox.NamedNode(expand(kind)))
    return (quad.subject.value for quad in found if isinstance(quad.subject, ox.NamedNode))


def numbered(found: Iterable[tuple[str, str]]) -> tuple[list[str], list[tuple[int, int]]]:
    """The names of all ends in order, and the edges between their numbers, in order, each once.

    Networks of numbers are small, and their order does not hang on how texts are hashed.

    >>> numbered([("b", "c"), ("a", "c"), ("b", "c")])
    (['a', 'b', 'c'], [(0, 2), (1, 2)])
    """
    first: dict[str, int] = {}
    edges = {
        (first.setdefault(start, len(first)), first.setdefault(end, len(first)))
        for start, end in found
    }
    names = sorted(first)
    place = [0] * len(names)
    for number, name in enumerate(names):
        place[first[name]] = number
    return names, sorted((place[start], place[end]) for start, end in edges)


class Facts:
    """Looks up what the graph says about single things; remembers labels, and some days."""

    def __init__(self, graph: RdfGraph) -> None:
        self._graph = graph
        self._labels: dict[str, str] = {}
        self.day = lru_cache(_REMEMBERED)(self._day)

    def values(self, thing: str, name: str) -> list[str]:
        """All values of one property of a thing, in order."""
        return self._values(thing, expand(name))

    def value(self, thing: str, name: str) -> str | None:
        """The first value in order, or ``None``."""
        return min(self.values(thing, name), default=None)

    def _day(self, thing: str) -> date | None:
        """The date of a thing; ``None`` where it has none or none that exists."""
        try:
            return date.fromisoformat(self.value(thing, "dcterms:date") or "")
        except ValueError:
            return None

    def ministry(self, document: str) -> str | None:
        """The ministry a document was issued by, where just one is stated."""
        found = self.values(document, "issuedBy")
        return found[0] if len(found) == 1 else None

    def is_a(self, thing: str, kind: str) -> bool:
        """Whether a thing is of a class."""
        return KG + kind in self._values(thing, TYPE)

    def kinds(self, thing: str) -> list[str]:
        """Our classes of a thing, as local names."""
        return [each[len(KG) :] for each in self._values(thing, TYPE) if each.startswith(KG)]

    def label(self, thing: str) -> str:
        """What a thing is called; its key where the graph gives it no name."""
        known = self._labels.get(thing)
        if known is None:
            named = self._values(thing, LABEL)
            known = min(named) if named else key_of(thing, base=self._graph.base)
            self._labels[thing] = known
        return known

    def _values(self, thing: str, predicate: str) -> list[str]:
        found = self._graph.store.quads_for_pattern(
            ox.NamedNode(thing), ox.NamedNode(predicate), None
        )
        return sorted(getattr(quad.object, "value", "") for quad in found)
