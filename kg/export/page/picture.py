"""The network as pyvis makes it: numbered nodes with their places, edges, options.

Physics stays off and places are fixed beforehand, so that the page opens still. What a node is and
what an edge says travels beside it (``payload``): the network holds only what is drawn, which is
all of a graph, or of a large one its overview.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from math import sqrt
from typing import Any

from kg.export.layout import Box, Pull, arrange
from kg.export.page import assets
from kg.export.page.overview import Edge, Overview
from kg.export.page.payload import Shown

CHARACTER = 6.6  # pixels, about the width of a letter of a label
LINE = 15  # pixels, the height of a line of a label
# how strongly an edge holds its ends together; what gathers, holds most
_STRENGTH = {
    "inDossier": 1.6,
    "holder": 1.5,
    "madeIn": 1.5,
    "submittedBy": 1.4,
    "presents": 1.2,
    "cites": 0.9,
}


def network(
    graph: Shown, edges: Sequence[Edge], first: Overview | None = None
) -> dict[str, Any]:
    """Nodes, edges and options of the drawn network, from ``pyvis.network.Network``.

    ``first`` is what is drawn first of a large graph; without it all is.

    >>> from kg.export.page.payload import shown
    >>> from kg.model import GraphData, Node
    >>> made = network(shown(GraphData((Node("dossier/1", ("Dossier",), "Dossier 1"),), ())), ())
    >>> made["nodes"][0]["shape"], made["options"]["physics"]["enabled"]
    ('hexagon', False)
    """
    from pyvis.network import Network

    numbers = range(len(graph.nodes)) if first is None else first.drawn
    lines = edges if first is None else first.lines
    every = sizes(graph, edges)
    size = {n: every[n] for n in numbers}
    if first is not None:
        size.update((n, gathered_size(count)) for n, count in first.inside.items())
    places = arrange(_boxes(graph, size), _pulls(lines, numbers))
    drawn = Network(directed=True)
    for n, (x, y) in zip(numbers, places, strict=True):
        kind = assets.kinds()[graph.kinds[n]]
        drawn.add_node(n, graph.labels[n], kind.shape, group=kind.name, size=size[n], x=x, y=y)
    for source, relation, target in lines:
        drawn.add_edge(source, target, relation=relation)
    drawn.set_options(json.dumps(_options()))
    made, between, _, _, _, options = drawn.get_network_data()
    return {"nodes": made, "edges": between, "options": json.loads(options)}


def sizes(graph: Shown, edges: Iterable[Edge]) -> list[int]:
    """Half the width of each node: larger with more edges, largest for the documents read.

    >>> from kg.export.page.payload import shown
    >>> from kg.model import GraphData, Node
    >>> sizes(shown(GraphData((Node("dossier/1", ("Dossier",), "Dossier 1"),), ())), ())
    [36]
    """
    degree = Counter(end for source, _, target in edges for end in (source, target))
    found = []
    for n, node in enumerate(graph.nodes):
        read = any(each.prop == "kg:sourceName" for each in node.literals)
        base = assets.kinds()[graph.kinds[n]].size
        found.append(round(2.4 * (base + min(20.0, 2.4 * sqrt(degree[n])) + (8 if read else 0))))
    return found


def gathered_size(count: int) -> int:
    """Half the width of a dossier that stands for so many papers; its area follows their number.

    >>> gathered_size(1), gathered_size(100), gathered_size(10_000)
    (50, 135, 225)
    """
    return round(40 + min(185.0, 9.5 * sqrt(count)))


def _boxes(graph: Shown, size: dict[int, int]) -> list[Box]:
    """The room each drawn node takes with its label under it."""
    boxes = []
    for n, half in size.items():
        lines = graph.labels[n].split("\n")
        width = max(len(line) for line in lines) * CHARACTER
        boxes.append(Box(max(width, 2.0 * half) + 10, 2.0 * half + LINE * len(lines) + 8))
    return boxes


def _pulls(edges: Iterable[Edge], numbers: Iterable[int]) -> list[Pull]:
    place = {n: rank for rank, n in enumerate(numbers)}
    return [
        Pull(place[source], place[target], _STRENGTH.get(relation, 1.0))
        for source, relation, target in edges
    ]


def _options() -> dict[str, Any]:
    """The options of vis-network; pyvis takes them without spaces, so none has one."""
    groups = {
        kind.name: {"shape": kind.shape, "color": {"background": kind.light, "border": kind.light}}
        for kind in assets.kinds()
    }
    return {
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False, "randomSeed": 1},
        "interaction": {
            "hover": True,
            "multiselect": False,
            "selectConnectedEdges": False,
            "hideEdgesOnDrag": False,
            "keyboard": {"enabled": False},
        },
        "nodes": {"borderWidth": 1.5, "labelHighlightBold": False},
        "edges": {"smooth": False, "selectionWidth": 1.5, "arrowStrikethrough": False},
        "groups": groups,
    }
