"""The network as pyvis makes it: numbered nodes with their places, edges, options.

Physics stays off and places are fixed beforehand, so that the page opens still. What a node is and
what an edge says travels beside it (``payload``): the network holds only what is drawn.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from math import sqrt
from typing import Any

from kg.export.layout import Box, Pull, arrange
from kg.export.page import assets
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


def network(graph: Shown) -> dict[str, Any]:
    """Nodes, edges and options of the drawn network, from ``pyvis.network.Network``.

    >>> from kg.export.page.payload import shown
    >>> from kg.model import GraphData, Node
    >>> made = network(shown(GraphData((Node("dossier/1", ("Dossier",), "Dossier 1"),), ())))
    >>> made["nodes"][0]["shape"], made["options"]["physics"]["enabled"]
    ('hexagon', False)
    """
    from pyvis.network import Network

    edges = graph.edges()
    degree = Counter(end for source, _, target in edges for end in (source, target))
    sizes = [_size(graph, n, degree[n]) for n in range(len(graph.nodes))]
    places = arrange(_boxes(graph, sizes), _pulls(edges))
    drawn = Network(directed=True)
    for n, (x, y) in enumerate(places):
        kind = assets.kinds()[graph.kinds[n]]
        drawn.add_node(
            n, graph.labels[n], kind.shape, group=kind.name, size=sizes[n], x=x, y=y
        )
    for source, relation, target in edges:
        drawn.add_edge(source, target, relation=relation)
    drawn.set_options(json.dumps(_options()))
    nodes, lines, _, _, _, options = drawn.get_network_data()
    return {"nodes": nodes, "edges": lines, "options": json.loads(options)}


def _size(graph: Shown, number: int, degree: int) -> int:
    """Half the width of a node: larger with more edges, largest for the documents read."""
    node = graph.nodes[number]
    read = any(each.prop == "kg:sourceName" for each in node.literals)
    base = assets.kinds()[graph.kinds[number]].size
    return round(1.5 * (base + min(20.0, 2.4 * sqrt(degree)) + (8 if read else 0)))


def _boxes(graph: Shown, sizes: Sequence[int]) -> list[Box]:
    """The room each node takes with its label under it."""
    boxes = []
    for label, size in zip(graph.labels, sizes, strict=True):
        lines = label.split("\n")
        width = max(len(line) for line in lines) * CHARACTER
        boxes.append(Box(max(width, 2.0 * size) + 10, 2.0 * size + LINE * len(lines) + 8))
    return boxes


def _pulls(edges: Sequence[tuple[int, str, int]]) -> list[Pull]:
    return [Pull(s, t, _STRENGTH.get(relation, 1.0)) for s, relation, t in edges]


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
