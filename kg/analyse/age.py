"""How old what is cited is: the years between a document and what it cites."""

from __future__ import annotations

from collections import Counter

from kg.analyse.facts import Facts, pairs
from kg.analyse.fulfilment import quartiles
from kg.analyse.table import Column, Table, few, note, share
from kg.rdf import RdfGraph

_YEAR = 365.2425


def ages(graph: RdfGraph, top: int | None) -> tuple[Table, ...]:
    """How many citations reach back how many whole years; ``top`` plays no part in it."""
    days, cited, before = _days(graph)
    years: Counter[int] = Counter()
    for apart, number in days.items():
        years[int(apart / _YEAR)] += number
    total = years.total()
    rows, so_far = [], 0
    for year in range(max(years, default=-1) + 1):
        so_far += years[year]
        rows.append((year, years[year], share(years[year], total), share(so_far, total)))
    notes = [note("ages", n=total, citations=cited, before=before)]
    if total:
        low, middle, high = quartiles(sorted(days.elements()))
        notes.append(note("ages-quartiles", median=round(middle / _YEAR, 1),
                          low=round(low / _YEAR, 1), high=round(high / _YEAR, 1)))  # fmt: skip
    columns = (Column("years", "count"), Column("citations", "count"), Column("part", "share"),
               Column("part_so_far", "share"))  # fmt: skip
    return (Table("citation-age", columns, tuple(rows), (*notes, *few(total))),)


def _days(graph: RdfGraph) -> tuple[Counter[int], int, int]:
    """How many citations reach back how many days; how many there are; how many run forward."""
    facts = Facts(graph)
    days: Counter[int] = Counter()
    cited = before = 0
    for document, other in pairs(graph, "cites"):
        cited += 1
        citing, source = facts.day(document), facts.day(other)
        if citing is None or source is None:
            continue
        if citing < source:
            before += 1
        else:
            days[(citing - source).days] += 1
    return days, cited, before
