"""How many commitments are open, by the ministry that made them and by year.

A commitment belongs to the ministry and the year of the document it was made in; its own number
(``TZ202205-001``) tells the year where no document does.
"""

from __future__ import annotations

import re
from collections import Counter

from kg.analyse.facts import Facts, of_kind
from kg.analyse.table import Column, Row, Table, few, note, share
from kg.rdf import RdfGraph

_NUMBER = re.compile(r"TZ(\d{4})(?:0[1-9]|1[0-2])-")
_STATES = ("open", "partly", "fulfilled")
_COUNTS = (
    Column("commitments", "count"), Column("open", "count"), Column("partly", "count"),
    Column("fulfilled", "count"), Column("open_share", "share"),
)  # fmt: skip


def commitments(graph: RdfGraph, top: int | None) -> tuple[Table, ...]:
    """The share of open commitments by ministry and by year."""
    facts = Facts(graph)
    by_ministry: dict[str | None, Counter[str]] = {}
    by_year: dict[str | None, Counter[str]] = {}
    states: Counter[str] = Counter()
    for each in of_kind(graph, "Commitment"):
        state = facts.value(each, "status")
        state = state if state in _STATES else "open"
        ministry, year = _made(facts, each)
        by_ministry.setdefault(ministry, Counter())[state] += 1
        by_year.setdefault(year, Counter())[state] += 1
        states[state] += 1
    total = states.total()
    left = total - states["fulfilled"]
    notes = (note("commitments", n=total, left=left, share=share(left, total)), *few(total))
    order = sorted(by_ministry, key=lambda m: (-by_ministry[m].total(), m is None, m))
    return (
        Table(
            "commitments-by-ministry",
            (Column("ministry"), *_COUNTS, Column("iri", "iri")),
            tuple(
                (None if each is None else facts.label(each), *_counts(by_ministry[each]), each)
                for each in order
            )[:top],
            notes,
        ),
        Table(
            "commitments-by-year",
            (Column("year"), *_COUNTS),
            tuple(
                (each, *_counts(by_year[each]))
                for each in sorted(by_year, key=lambda year: (year is None, year))
            ),
            notes,
        ),
    )


def _made(facts: Facts, commitment: str) -> tuple[str | None, str | None]:
    """The ministry and the year of a commitment, as far as they are stated."""
    numbers = (_NUMBER.match(each) for each in facts.values(commitment, "dcterms:identifier"))
    year = next((found[1] for found in numbers if found), None)
    for document in facts.values(commitment, "madeIn"):
        day = facts.day(document)
        return facts.ministry(document), str(day.year) if day else year
    return None, year


def _counts(states: Counter[str]) -> Row:
    total = states.total()
    counted = tuple(states[state] for state in _STATES)
    return (total, *counted, share(total - states["fulfilled"], total))
