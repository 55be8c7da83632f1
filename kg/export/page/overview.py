"""What is drawn first of a large graph: dossiers for their papers, and what is most connected.

Every paper has a home: the dossier it is in, else the one that those it is tied to are mostly in.
The scripts of the page draw any other large view by the same rule (``48-gather.js``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kg.export.page import assets
from kg.export.page.payload import Shown

#: Up to so many nodes each is drawn; of more, so many dossiers, single papers, and others.
CROWD, DOSSIERS, PAPERS, OTHERS = 2_000, 60, 40, 20
#: So many lines between them, those that most edges stand behind, and for each node its widest.
LINES = 160

Edge = tuple[int, str, int]


@dataclass(frozen=True, slots=True)
class Overview:
    """Which nodes are drawn first and the lines between them, all by the numbers of nodes.

    ``homes`` gives each node the dossier it is gathered in (-1: none), ``inside`` how many nodes
    each drawn dossier stands for.
    """

    homes: tuple[int, ...]
    inside: dict[int, int]
    singles: tuple[int, ...]
    lines: tuple[Edge, ...]

    @property
    def drawn(self) -> tuple[int, ...]:
        """The numbers of the nodes drawn, in order."""
        return tuple(sorted({*self.inside, *self.singles}))


def overview(graph: Shown, edges: Sequence[Edge]) -> Overview:
    """What to draw first of a graph that is too large to draw whole.

    >>> from kg.export.page.payload import shown
    >>> from kg.model import GraphData, Node
    >>> overview(shown(GraphData((Node("dossier/1", ("Dossier",), "Dossier 1"),), ())), ()).drawn
    (0,)
    """
    homes = _homes(graph, edges)
    inside = Counter(home for home in homes if home >= 0)
    largest = sorted(inside, key=lambda home: (-inside[home], home))[:DOSSIERS]
    degree = Counter(end for source, _, target in edges for end in (source, target))
    others = [n for n in range(len(graph.nodes)) if n not in inside]
    others.sort(key=lambda n: (-degree[n], n))
    papers = [n for n in others if assets.kinds()[graph.kinds[n]].paper][:PAPERS]
    singles = papers + [n for n in others if not assets.kinds()[graph.kinds[n]].paper][:OTHERS]
    stand = {**dict.fromkeys(largest, True), **dict.fromkeys(singles, True)}
    return Overview(
        homes,
        {home: inside[home] for home in largest},
        tuple(singles),
        tuple(_lines(edges, homes, stand)),
    )


def _homes(graph: Shown, edges: Sequence[Edge]) -> tuple[int, ...]:
    """The dossier of each paper: the first it is in, else that of most of those tied to it."""
    papers = {n for n, kind in enumerate(assets.kinds()) if kind.paper}
    homes = [-1] * len(graph.nodes)
    for source, relation, target in edges:
        if relation == "inDossier" and homes[source] < 0:
            homes[source] = target
    found = tuple(homes)
    votes: dict[int, Counter[int]] = {}
    for source, _, target in edges:
        for one, other in ((source, target), (target, source)):
            if found[one] < 0 <= found[other] and graph.kinds[one] in papers:
                votes.setdefault(one, Counter())[found[other]] += 1
    for node, count in votes.items():
        homes[node] = min(count, key=lambda home: (-count[home], home))
    return tuple(homes)


def _lines(edges: Sequence[Edge], homes: Sequence[int], drawn: dict[int, bool]) -> list[Edge]:
    """The edges between what is drawn, gathered by pair, those with most behind them first."""
    count: Counter[tuple[int, int]] = Counter()
    named: dict[tuple[int, int], str] = {}
    for source, relation, target in edges:
        ends = [end if end in drawn else homes[end] for end in (source, target)]
        pair = ends[0], ends[1]
        if pair[0] != pair[1] and pair[0] in drawn and pair[1] in drawn:
            count[pair] += 1
            named.setdefault(pair, relation)
    most = sorted(count, key=lambda pair: (-count[pair], pair))
    widest: dict[int, tuple[int, int]] = {}
    for pair in most:
        for end in pair:
            widest.setdefault(end, pair)
    kept = dict.fromkeys([*most[:LINES], *widest.values()])
    return [(source, named[source, target], target) for source, target in kept]
