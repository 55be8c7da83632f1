"""Which documents others lean on: by number of citing documents, and by PageRank."""

from __future__ import annotations

from collections import Counter

from kg.analyse.facts import Facts, numbered, pairs
from kg.analyse.table import Column, Table, few, note
from kg.rdf import RdfGraph
from kg.vocabulary import kind_of

_CITED = (Column("document"), Column("kind", "term"))
_IRI = Column("iri", "iri")


def cited(graph: RdfGraph, top: int | None) -> tuple[Table, ...]:
    """The most cited documents and those with the highest PageRank, ``top`` of each."""
    names, edges = numbered(pairs(graph, "cites"))
    counted = Counter(end for _, end in edges)
    citing = len({start for start, _ in edges})
    about = note("citations", citations=len(edges), citing=citing, cited=len(counted))
    facts = Facts(graph)
    most = sorted(counted, key=lambda each: (-counted[each], each))[:top]
    by_number = Table(
        "most-cited",
        (*_CITED, Column("documents", "count"), _IRI),
        tuple((*_thing(facts, names[each]), counted[each], names[each]) for each in most),
        (about, *few(citing)),
    )
    ranks = _pagerank(len(names), edges)
    highest = sorted(ranks, key=lambda each: (-ranks[each], each))[:top]
    by_rank = Table(
        "pagerank",
        (*_CITED, Column("pagerank", "number"), Column("documents", "count"), _IRI),
        tuple(
            (*_thing(facts, names[each]), ranks[each], counted[each], names[each])
            for each in highest
        ),
        (about, note("pagerank"), *few(citing)),
    )
    return by_number, by_rank


def _thing(facts: Facts, name: str) -> tuple[str, str]:
    return facts.label(name), kind_of(facts.kinds(name))


def _pagerank(nodes: int, edges: list[tuple[int, int]]) -> dict[int, float]:
    """The PageRank of each node, rounded so far that every engine gives the same.

    All ranks together are 1: of many nodes each has little, and needs more decimals to differ.
    """
    import networkx

    network: networkx.DiGraph[int] = networkx.DiGraph()
    network.add_nodes_from(range(nodes))
    network.add_edges_from(edges)
    decimals = max(6, 3 + len(str(nodes)))
    # networkx stops when all nodes together are nearer than this, times how many they are
    near = 10.0 ** -(decimals + 3) / max(1, nodes)
    ranks = networkx.pagerank(network, tol=near, max_iter=1000) if nodes else {}
    return {node: round(float(rank), decimals) for node, rank in ranks.items()}
