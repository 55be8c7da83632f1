"""Which part of a large graph its page shows."""

from __future__ import annotations

from pathlib import Path

import pytest
from graph_example import example_data

from kg.building import paging
from kg.facade import Graph, build_graph
from kg.model import GraphData, Node, Statement


@pytest.fixture
def star() -> Graph:
    """One letter that cites six papers, of which the first cites one of the others."""
    keys = [f"document/kst-1-{n}" for n in range(7)]
    nodes = [Node(key, ("Letter",), key) for key in keys]
    file = Node("file/" + "a" * 64, ("SourceFile",), "brief.txt")
    edges = [(keys[0], each) for each in keys[1:]] + [(keys[1], keys[2])]
    statements = [
        Statement(s, "cites", o, file.key, "Kamerstuk", n, n + 9, "kamerstuk", 0.9)
        for n, (s, o) in enumerate(edges)
    ]
    return build_graph(GraphData((*nodes, file), tuple(statements)))


def test_half_are_pointed_at_most_and_half_point_at_most(star: Graph) -> None:
    # 2 is cited twice; 0 cites six, 1 cites one
    assert paging.most_connected(star, 2) == ["document/kst-1-0", "document/kst-1-2"]
    assert paging.most_connected(star, 3) == [
        "document/kst-1-0", "document/kst-1-1", "document/kst-1-2",
    ]  # fmt: skip


@pytest.mark.parametrize("ample", [1, 2, 4])
def test_equals_are_taken_in_order_however_many_are_asked_for(
    star: Graph, monkeypatch: pytest.MonkeyPatch, ample: int
) -> None:
    monkeypatch.setattr(paging, "_AMPLE", ample)
    # five are cited once
    assert paging._ranked(star, 3, paging._EDGES[0]) == [
        f"https://w3id.org/kamergraaf/id/document/kst-1-{n}" for n in (2, 1, 3)
    ]


def test_equals_are_taken_in_order(star: Graph) -> None:
    assert paging.most_connected(star, 4)[-1] == "document/kst-1-3"


def test_there_are_never_more_than_asked_nor_than_there_are(star: Graph) -> None:
    assert len(paging.most_connected(star, 5)) == 5
    assert len(paging.most_connected(star, 500)) == 7


def test_a_large_graph_has_a_page_of_its_most_connected_part(
    star: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paging, "MOST", 4)
    monkeypatch.setattr(paging, "PART", 2)
    page = tmp_path / "graph.html"
    assert paging.write_page(star, {"Letter": 7, "SourceFile": 1}, page, "nl", {}) == 5
    text = page.read_text(encoding="utf-8")
    assert '"leftOut":5' in text and "kst-1-2" in text and "kst-1-5" not in text


def test_a_small_graph_has_a_page_of_all(tmp_path: Path) -> None:
    page = tmp_path / "graph.html"
    graph = build_graph(example_data())
    assert paging.write_page(graph, graph.stats().nodes, page, "en", {}) == 0
    assert '"leftOut":0' in page.read_text(encoding="utf-8")
