"""What holds dossiers together: the documents that cite across them.

A document ties the dossiers it stands in and those it cites from.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from kg.analyse.facts import Facts, numbered, pairs
from kg.analyse.table import Column, Table, few, note
from kg.rdf import RdfGraph
from kg.vocabulary import iri

# Shortest paths are counted from so many places that this many steps are taken at most.
_STEPS = 20_000_000
_NAMED = 6


def links(graph: RdfGraph, top: int | None) -> tuple[Table, ...]:
    """The links between dossiers, by how many documents tie them."""
    return (_links(Facts(graph), _tied(graph), top),)


def bridges(graph: RdfGraph, top: int | None) -> tuple[Table, ...]:
    """The documents that tie dossiers, by how much hangs on them."""
    return (_bridges(Facts(graph), _tied(graph), top),)


def _tied(graph: RdfGraph) -> dict[str, list[str]]:
    """Each document that ties two or more dossiers, with those dossiers, in order."""
    stands: dict[str, list[str]] = {}
    for document, dossier in pairs(graph, "inDossier"):
        stands.setdefault(document, []).append(dossier)
    is_dossier = iri("dossier/x", base=graph.base)[:-1]
    found: dict[str, set[str]] = {}
    for document, cited in pairs(graph, "cites"):
        there = [cited] if cited.startswith(is_dossier) else stands.get(cited, ())
        if there:
            found.setdefault(document, set(stands.get(document, ()))).update(there)
    return {document: sorted(found[document]) for document in sorted(found)
            if len(found[document]) > 1}  # fmt: skip


def _links(facts: Facts, tied: dict[str, list[str]], top: int | None) -> Table:
    import networkx

    counted = Counter(pair for held in tied.values() for pair in combinations(held, 2))
    network: networkx.Graph[str] = networkx.Graph(sorted(counted))
    only = {frozenset(edge) for edge in networkx.bridges(network)}
    most = sorted(counted, key=lambda pair: (-counted[pair], pair))[:top]
    return Table(
        "dossier-links",
        (Column("dossier"), Column("other_dossier"), Column("documents", "count"),
         Column("only_link", "truth"), Column("iri", "iri"), Column("other_iri", "iri")),
        tuple(
            (facts.label(one), facts.label(other), counted[one, other],
             frozenset((one, other)) in only, one, other)
            for one, other in most
        ),
        (note("dossier-links", links=len(counted), documents=len(tied)), *few(len(tied))),
    )  # fmt: skip


def _bridges(facts: Facts, tied: dict[str, list[str]], top: int | None) -> Table:
    import networkx

    held = ((document, each) for document, each_held in tied.items() for each in each_held)
    names, edges = numbered(held)
    network: networkx.Graph[int] = networkx.Graph()
    network.add_nodes_from(range(len(names)))
    network.add_edges_from(edges)
    sources = min(len(names), max(16, _STEPS // (len(names) + len(edges) + 1)))
    between = networkx.betweenness_centrality(network, k=sources, seed=1) if names else {}
    score = {names[node]: round(float(value), 6) for node, value in between.items()}
    sole = {names[node] for node in networkx.articulation_points(network)}
    most = sorted(tied, key=lambda each: (-score[each], -len(tied[each]), each))[:top]
    sampled = (note("sampled", sources=sources, nodes=len(names)),) if sources < len(names) else ()
    return Table(
        "bridges",
        (Column("document"), Column("dossiers", "count"), Column("betweenness", "number"),
         Column("sole_bridge", "truth"), Column("between"), Column("iri", "iri")),
        tuple(
            (facts.label(each), len(tied[each]), score[each], each in sole,
             _named(facts, tied[each]), each)
            for each in most
        ),
        (note("bridges", documents=len(tied)), *sampled, *few(len(tied))),
    )  # fmt: skip


def _named(facts: Facts, held: list[str]) -> str:
    named = [facts.label(each) for each in held[:_NAMED]]
    return "; ".join(named + ["…"] * (len(held) > _NAMED))
