"""What is counted of a graph while it is built, and the error of a build without documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError
from kg.model import GraphData
from kg.read import shown
from kg.resolve.unite import edge_of


@dataclass(frozen=True, slots=True)
class Counts:
    """What is counted: things by kind, edges by relation, statements, and the unresolved.

    ``unresolved`` are (label, reason) in order of IRI.
    """

    nodes: dict[str, int]
    edges: dict[str, int]
    statements: int
    unresolved: tuple[tuple[str, str], ...]


def counts_of(data: GraphData) -> Counts:
    """The counts of a graph in memory.

    >>> counts_of(GraphData((), ())).statements
    0
    """
    nodes = Counter(node.types[0] for node in data.nodes)
    edges = Counter(predicate for _, predicate, _ in {edge_of(each) for each in data.statements})
    unresolved = tuple(
        (node.label, literal.text)
        for node in data.nodes
        for literal in node.literals
        if literal.prop == "kg:reason"
    )
    return Counts(
        dict(sorted(nodes.items())), dict(sorted(edges.items())), len(data.statements), unresolved
    )


def summed(counts: Iterable[Counts]) -> Counts:
    """The counts of several parts together."""
    nodes: Counter[str] = Counter()
    edges: Counter[str] = Counter()
    statements = 0
    unresolved: list[tuple[str, str]] = []
    for each in counts:
        nodes.update(each.nodes)
        edges.update(each.edges)
        statements += each.statements
        unresolved += each.unresolved
    return Counts(
        dict(sorted(nodes.items())), dict(sorted(edges.items())), statements, tuple(unresolved)
    )


def nothing_read(
    inputs: Sequence[str | Path], problems: Sequence[tuple[str, str, str]]
) -> InputError:
    """The error of a build without a single document."""
    if len(problems) == 1:
        return InputError(*problems[0])
    place = ", ".join(shown(str(path)) for path in inputs) or "nothing"
    if not problems:
        return InputError(place, "no documents there", "name a file or a folder with documents")
    first = InputError(*problems[0])
    return InputError(
        place, f"none of {len(problems)} documents could be read", f"first: {first}"
    )
