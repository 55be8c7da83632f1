"""How long motions take to be carried out, by the ministry that says they are.

Counted once for each motion and ministry: from the date of the motion to that of the first document
of that ministry that says it is carried out, wholly or in part.
"""

from __future__ import annotations

from collections import Counter
from statistics import quantiles

from kg.analyse.facts import Facts, pairs
from kg.analyse.table import FEW, Column, Note, Row, Table, Value, few, note
from kg.rdf import RdfGraph


def fulfilment(graph: RdfGraph, top: int | None) -> tuple[Table, ...]:
    """Days from motion to fulfilment by ministry: how many, quartiles, median, range."""
    facts = Facts(graph)
    days, left = _days(graph, facts)
    by_ministry: dict[str | None, list[int]] = {}
    for (_, ministry), taken in days.items():
        by_ministry.setdefault(ministry, []).append(taken)
    order = sorted(by_ministry, key=lambda each: (-len(by_ministry[each]), each is None, each))
    rows = tuple(_row(facts, ministry, by_ministry[ministry]) for ministry in order)
    notes = (note("fulfilment"), *_all(sorted(days.values())),
             *(note(f"fulfilment-{why}", n=n) for why, n in sorted(left.items())),
             *_few_rows(by_ministry), *few(len(days)))  # fmt: skip
    columns = (Column("ministry"), Column("motions", "count"), Column("median_days", "number"),
               Column("quarter_days", "number"), Column("three_quarters_days", "number"),
               Column("least_days", "count"), Column("most_days", "count"),
               Column("iri", "iri"))  # fmt: skip
    return (Table("fulfilment-time", columns, rows[:top], notes),)


def quartiles(values: list[int]) -> tuple[float, float, float]:
    """A quarter, half and three quarters of the values lie at or below these, interpolated.

    >>> quartiles([1, 2, 3, 4, 5]), quartiles([7])
    ((2.0, 3.0, 4.0), (7.0, 7.0, 7.0))
    """
    if len(values) == 1:
        return (float(values[0]),) * 3
    low, middle, high = quantiles(values, n=4, method="inclusive")
    return low, middle, high


def _days(
    graph: RdfGraph, facts: Facts
) -> tuple[dict[tuple[str, str | None], int], Counter[str]]:
    """The days by motion and ministry; how many pairs lack a date, how many run backwards."""
    found: dict[tuple[str, str | None], int] = {}
    left: Counter[str] = Counter()
    for document, motion in sorted(pairs(graph, "fulfils")):
        if not facts.is_a(motion, "Motion"):
            continue
        asked, done = facts.day(motion), facts.day(document)
        if asked is None:
            left["undated-motions"] += 1
        elif done is None:
            left["undated"] += 1
        elif done < asked:
            left["before"] += 1
        else:
            key = motion, facts.ministry(document)
            found[key] = min(found.get(key, (done - asked).days), (done - asked).days)
    return found, left


def _row(facts: Facts, ministry: str | None, days: list[int]) -> Row:
    low, middle, high = quartiles(days)
    named = None if ministry is None else facts.label(ministry)
    return named, len(days), middle, low, high, min(days), max(days), ministry


def _all(days: list[int]) -> tuple[Note, ...]:
    if not days:
        return ()
    low, middle, high = quartiles(days)
    values: dict[str, Value] = {"n": len(days), "median": middle, "low": low, "high": high}
    return (note("fulfilment-all", **values),)


def _few_rows(by_ministry: dict[str | None, list[int]]) -> tuple[Note, ...]:
    """How many ministries have too few, where there are enough in all."""
    small = sum(len(days) < FEW for days in by_ministry.values())
    if not small or sum(map(len, by_ministry.values())) < FEW:
        return ()
    return (note("few-rows", rows=small, all=len(by_ministry), least=FEW),)
