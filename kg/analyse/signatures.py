"""Which ministers sign together: the network of co-signatures.

Motions and amendments are left out: who co-signs one does so as a member.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from kg.analyse.facts import Facts, pairs
from kg.analyse.table import Column, Row, Table, few, note
from kg.rdf import RdfGraph

_BY_MEMBERS = ("Motion", "Amendment")


def signatures(graph: RdfGraph, top: int | None) -> tuple[Table, ...]:
    """The pairs of ministers by how many documents they both signed, and each minister's place."""
    facts = Facts(graph)
    signed = _signed(graph, facts)
    together: dict[tuple[str, str], list[str]] = {}
    for document, signatories in signed.items():
        for pair in combinations(signatories, 2):
            together.setdefault(pair, []).append(document)
    notes = (note("signatures", documents=len(signed), pairs=len(together)), *few(len(signed)))
    most = sorted(together, key=lambda pair: (-len(together[pair]), pair))[:top]
    return (
        Table(
            "co-signatures",
            (Column("minister"), Column("other_minister"), Column("documents", "count"),
             Column("first", "day"), Column("last", "day"), Column("iri", "iri"),
             Column("other_iri", "iri")),
            tuple(_pair(facts, pair, together[pair]) for pair in most),
            notes,
        ),
        Table(
            "co-signatories",
            (Column("minister"), Column("partners", "count"), Column("documents", "count"),
             Column("betweenness", "number"), Column("iri", "iri")),
            _persons(facts, signed, together)[:top],
            (*notes, note("betweenness")),
        ),
    )  # fmt: skip


def _signed(graph: RdfGraph, facts: Facts) -> dict[str, list[str]]:
    """Each document with two or more ministers under it, with those ministers, in order."""
    found: dict[str, set[str]] = {}
    ministers: dict[str, bool] = {}
    for document, person in pairs(graph, "coSignedBy"):
        if person not in ministers:
            ministers[person] = facts.is_a(person, "Minister")
        if ministers[person]:
            found.setdefault(document, set()).add(person)
    return {
        document: sorted(found[document])
        for document in sorted(found)
        if len(found[document]) > 1 and not set(_BY_MEMBERS) & set(facts.kinds(document))
    }


def _pair(facts: Facts, pair: tuple[str, str], documents: list[str]) -> Row:
    days = sorted(day.isoformat() for each in documents if (day := facts.day(each)))
    first, last = (days[0], days[-1]) if days else (None, None)
    one, other = pair
    return facts.label(one), facts.label(other), len(documents), first, last, one, other


def _persons(
    facts: Facts, signed: dict[str, list[str]], together: dict[tuple[str, str], list[str]]
) -> tuple[Row, ...]:
    import networkx

    network: networkx.Graph[str] = networkx.Graph(sorted(together))
    between = networkx.betweenness_centrality(network) if together else {}
    documents = Counter(person for held in signed.values() for person in held)
    order = sorted(documents, key=lambda each: (-network.degree[each], -documents[each], each))
    return tuple(
        (facts.label(each), network.degree[each], documents[each],
         round(float(between[each]), 6), each)
        for each in order
    )  # fmt: skip
