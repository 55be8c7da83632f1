"""What a dataset holds, counted: classes, properties, links to elsewhere."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import pyoxigraph as ox

from kg.rdf import TYPE, RdfGraph

#: Datasets the graph links to: a name, the start of their IRIs, what they are.
TARGETS = (
    ("tooi", "https://identifier.overheid.nl/tooi/", "TOOI"),
    ("officielebekendmakingen", "https://zoek.officielebekendmakingen.nl/",
     "officielebekendmakingen.nl"),
    ("tweedekamer", "https://www.tweedekamer.nl/", "tweedekamer.nl"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Counts:
    """The counts of a dataset; classes, properties and links by IRI, links by target too."""

    triples: int
    entities: int
    subjects: int
    objects: int
    classes: dict[str, int]
    properties: dict[str, int]
    links: dict[tuple[str, str], int]
    example: str | None


def count(graph: RdfGraph) -> Counts:
    """Count a graph, in one pass over its triples.

    >>> count(RdfGraph(ox.Store())).triples
    0
    """
    classes: Counter[str] = Counter()
    properties: Counter[str] = Counter()
    links: Counter[tuple[str, str]] = Counter()
    subjects: set[int] = set()
    objects: set[int] = set()
    own: set[str] = set()
    things = f"{graph.base}id/"
    total = 0
    for quad in graph.store:
        total += 1
        predicate = quad.predicate.value
        properties[predicate] += 1
        subjects.add(hash(quad.subject))
        objects.add(hash(quad.object))
        if isinstance(quad.subject, ox.NamedNode) and quad.subject.value.startswith(things):
            own.add(quad.subject.value)
        if isinstance(quad.object, ox.NamedNode):
            address = quad.object.value
            if predicate == TYPE:
                classes[address] += 1
            for name, space, _ in TARGETS:
                if address.startswith(space):
                    links[name, predicate] += 1
    return Counts(
        triples=total,
        entities=len(own),
        subjects=len(subjects),
        objects=len(objects),
        classes=dict(sorted(classes.items())),
        properties=dict(sorted(properties.items())),
        links=dict(sorted(links.items())),
        example=_example(own),
    )


def _example(own: set[str]) -> str | None:
    """A Kamerstuk if there is one: the thing most people look up."""
    return min((name for name in own if "/document/kst-" in name), default=min(own, default=None))
