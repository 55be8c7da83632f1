"""Groups of documents that cite one another more than they cite others.

By the Louvain method on the citations, taken both ways, in a fixed order and from a fixed seed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache

from kg.analyse.facts import Facts, numbered, pairs
from kg.analyse.table import Column, Note, Row, Table, few, note
from kg.authority import agreements
from kg.rdf import RdfGraph

# What a group is named after: where its documents stand, what they are about, whose they are.
_NAMED_AFTER = ("inDossier", "mentionsProgramme", "issuedBy")
_SEED = 1


def communities(graph: RdfGraph, top: int | None) -> tuple[Table, ...]:
    """The ``top`` largest groups with their names, and the documents of each."""
    names, edges = numbered(pairs(graph, "cites"))
    found, modularity = _groups(len(names), edges)
    citing = few(len({start for start, _ in edges}))
    facts = Facts(graph)
    groups = [[names[node] for node in group] for group in found[:top]]
    called = _distinct([_name(facts, group) for group in groups])
    about = note("communities", communities=len(found), documents=len(names),
                 modularity=modularity)  # fmt: skip
    return (
        _groups_table(names, edges, found, called, facts, (about, *citing)),
        Table(
            "community-members",
            (Column("community", "count"), Column("name"), Column("document"),
             Column("iri", "iri")),
            tuple(
                (number, name, facts.label(member), member)
                for number, (name, group) in enumerate(zip(called, groups, strict=True), 1)
                for member in group
            ),
            (about, *citing),
        ),
    )  # fmt: skip


def _groups(nodes: int, edges: list[tuple[int, int]]) -> tuple[list[list[int]], float | None]:
    """The groups, largest first, and how much more they cite within than chance would."""
    import networkx

    network: networkx.Graph[int] = networkx.Graph()
    network.add_nodes_from(range(nodes))
    weights = Counter((min(edge), max(edge)) for edge in edges)
    network.add_weighted_edges_from((*edge, weight) for edge, weight in sorted(weights.items()))
    if not edges:
        return [], None
    found = networkx.community.louvain_communities(network, seed=_SEED)
    modularity = networkx.community.modularity(network, found)
    ordered = sorted((sorted(group) for group in found), key=lambda each: (-len(each), each))
    return ordered, round(modularity, 3)


def _groups_table(
    names: list[str],
    edges: list[tuple[int, int]],
    found: list[list[int]],
    called: list[str],
    facts: Facts,
    notes: tuple[Note, ...],
) -> Table:
    """One row for each group that has a name; ``found`` are all groups."""
    within, across = _counted(edges, found)
    cited = Counter(end for _, end in edges)
    rows: list[Row] = []
    for number, (name, group) in enumerate(zip(called, found, strict=False)):
        central = names[min(group, key=lambda node: (-cited[node], node))]
        rows.append((number + 1, name, len(group), within[number], across[number],
                     facts.label(central), central))  # fmt: skip
    columns = (Column("community", "count"), Column("name"), Column("documents", "count"),
               Column("within", "count"), Column("across", "count"), Column("most_cited"),
               Column("iri", "iri"))  # fmt: skip
    return Table("communities", columns, tuple(rows), notes)


def _counted(
    edges: list[tuple[int, int]], found: list[list[int]]
) -> tuple[Counter[int], Counter[int]]:
    """How many citations stay within each group, and how many lead out of it or into it."""
    group_of = {node: number for number, group in enumerate(found) for node in group}
    within: Counter[int] = Counter()
    across: Counter[int] = Counter()
    for start, end in edges:
        one, other = group_of[start], group_of[end]
        if one == other:
            within[one] += 1
        else:
            across.update((one, other))
    return within, across


def _name(facts: Facts, members: Iterable[str]) -> str:
    """The commonest dossier, programme and ministry of a group; ``…`` for one with none of them.

    Of those that are equally common the first by name counts.
    """
    members = list(members)
    parts = []
    for relation in _NAMED_AFTER:
        counted = Counter(
            each
            for member in members
            for each in facts.values(member, relation)
            if not each.endswith(_of_kabinetten())
        )
        if counted:
            best = min(counted, key=lambda each: (-counted[each], _called(facts, each), each))
            parts.append(_called(facts, best))
    return " · ".join(parts) or "…"


@cache
def _of_kabinetten() -> tuple[str, ...]:
    """How the IRIs end of what kabinetten agreed on: half of all is about that, no group is."""
    return tuple(f"/programme/{each.id}" for each in agreements())


def _called(facts: Facts, thing: str) -> str:
    return facts.value(thing, "dcterms:title") or facts.label(thing)


def _distinct(called: list[str]) -> list[str]:
    """The names, with a number where an earlier group has the same.

    >>> _distinct(["Zorg", "Wonen", "Zorg"])
    ['Zorg', 'Wonen', 'Zorg (2)']
    """
    seen: Counter[str] = Counter()
    found = []
    for name in called:
        seen[name] += 1
        found.append(f"{name} ({seen[name]})" if seen[name] > 1 else name)
    return found
