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
    """The counts of a dataset; classes, properties and links by IRI, links by target too.

    ``example`` is one of its things: a Kamerstuk if there is one, for most people look that up.
    """

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
    subjects: set[int] = set()  # of millions of things what tells them apart is enough
    objects: set[int] = set()
    example: tuple[bool, str] | None = None
    things = f"{graph.base}id/"
    total = own = 0
    for quad in graph.store:
        total += 1
        predicate = quad.predicate.value
        properties[predicate] += 1
        objects.add(hash(quad.object))
        subject = hash(quad.subject)
        if subject not in subjects:
            subjects.add(subject)
            name = quad.subject.value if isinstance(quad.subject, ox.NamedNode) else ""
            if name.startswith(things):
                own += 1
                rank = "/document/kst-" not in name, name
                example = rank if example is None else min(example, rank)
        if isinstance(quad.object, ox.NamedNode):
            address = quad.object.value
            if predicate == TYPE:
                classes[address] += 1
            for name, space, _ in TARGETS:
                if address.startswith(space):
                    links[name, predicate] += 1
    return Counts(
        triples=total,
        entities=own,
        subjects=len(subjects),
        objects=len(objects),
        classes=dict(sorted(classes.items())),
        properties=dict(sorted(properties.items())),
        links=dict(sorted(links.items())),
        example=None if example is None else example[1],
    )
