"""What is in a graph: things by kind, edges by relation, what is unresolved, when, whose."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

import pyoxigraph as ox

from kg.analyse.facts import Facts, of_kind, pairs
from kg.analyse.table import Column, Table, note, share
from kg.rdf import RdfGraph
from kg.vocabulary import ancestors, expand, kind_of, of_role


@dataclass(frozen=True, slots=True)
class Census:
    """How much a graph holds: things and unresolved ones by kind, edges by relation."""

    nodes: dict[str, int]
    edges: dict[str, int]
    statements: int
    unresolved: dict[str, int]
    triples: int


def census(graph: RdfGraph) -> Census:
    """Count a graph, holding the name of each thing but not those of statements.

    >>> census(RdfGraph(ox.Store())).nodes
    {}
    """
    kinds = _kinds(graph)
    unresolved = Counter(
        kind_of(kinds.get(quad.subject.value, ()))
        for quad in graph.store.quads_for_pattern(
            None, ox.NamedNode(expand("unresolved")), ox.Literal(True)
        )
        if isinstance(quad.subject, ox.NamedNode)
    )
    edges = {name: sum(1 for _ in pairs(graph, name)) for name in of_role("relation")}
    return Census(
        nodes=dict(sorted(Counter(map(kind_of, kinds.values())).items())),
        edges={name: number for name, number in edges.items() if number},
        statements=sum(1 for _ in of_kind(graph, "Statement")),
        unresolved=dict(sorted(unresolved.items())),
        triples=len(graph),
    )


def _kinds(graph: RdfGraph) -> dict[str, tuple[str, ...]]:
    """Each thing with its classes; equal ones are one tuple, so that millions of things fit."""
    shared: dict[tuple[str, ...], tuple[str, ...]] = {}
    found: dict[str, tuple[str, ...]] = {}
    for name in of_role("class"):
        if name != "Statement":
            for thing in of_kind(graph, name):
                kinds = (*found.get(thing, ()), name)
                found[thing] = shared.setdefault(kinds, kinds)
    return found


def stats(graph: RdfGraph, top: int | None) -> tuple[Table, ...]:
    """The tables of ``kg stats``; ``top`` plays no part in them."""
    return (*_counted(census(graph)), *_documents(graph))


def _counted(counted: Census) -> tuple[Table, ...]:
    documents = sum(n for kind, n in counted.nodes.items() if _is_document(kind))
    lost = sum(n for kind, n in counted.unresolved.items() if _is_document(kind))
    return (
        Table(
            "stats-nodes",
            (Column("kind", "term"), Column("things", "count"), Column("unresolved", "count"),
             Column("unresolved_share", "share")),
            tuple(
                (kind, number, counted.unresolved.get(kind, 0),
                 share(counted.unresolved.get(kind, 0), number))
                for kind, number in _ordered(counted.nodes)
            ),
            (note("stats-size", triples=counted.triples, statements=counted.statements),
             note("stats-unresolved", n=lost, documents=documents, share=share(lost, documents))),
        ),
        Table(
            "stats-edges",
            (Column("relation", "term"), Column("edges", "count")),
            tuple(_ordered(counted.edges)),
        ),
    )  # fmt: skip


def _ordered(counted: dict[str, int]) -> list[tuple[str, int]]:
    return sorted(counted.items(), key=lambda each: (-each[1], each[0]))


def _is_document(kind: str) -> bool:
    return kind == "Document" or "Document" in ancestors(kind)


def _documents(graph: RdfGraph) -> tuple[Table, ...]:
    """All documents and those that were read, by year and by ministry."""
    facts = Facts(graph)
    years: dict[str | None, list[int]] = {}
    ministries: dict[str | None, list[int]] = {}
    first, last, dated, total = date.max, date.min, 0, 0
    for document in of_kind(graph, "Document"):
        total += 1
        day = facts.day(document)
        if day is not None:
            first, last, dated = min(first, day), max(last, day), dated + 1
        was_read = bool(facts.values(document, "readFrom"))
        for counted, key in ((years, str(day.year) if day else None),
                             (ministries, facts.ministry(document))):  # fmt: skip
            both = counted.setdefault(key, [0, 0])
            both[0] += 1
            both[1] += was_read
    covered = note("stats-undated")
    if dated:
        covered = note("stats-dates", n=dated, documents=total, first=first.isoformat(),
                       last=last.isoformat())  # fmt: skip
    numbers = (Column("documents", "count"), Column("read", "count"))
    order = sorted(ministries, key=lambda m: (*(-each for each in ministries[m]), m is None, m))
    return (
        Table(
            "stats-years",
            (Column("year"), *numbers),
            tuple((year, *years[year]) for year in sorted(years, key=lambda y: (y is None, y))),
            (covered,),
        ),
        Table(
            "stats-ministries",
            (Column("ministry"), *numbers, Column("iri", "iri")),
            tuple(
                (None if each is None else facts.label(each), *ministries[each], each)
                for each in order
            ),
        ),
    )
