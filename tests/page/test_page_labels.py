"""The labels of the picture: none is cut at its rim, and the weightiest things are named."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from page_grown import grown_graph
from pages import Opened
from playwright.sync_api import ViewportSize

from kg.export.html import render

PHONE: ViewportSize = {"width": 390, "height": 844}
SMALL: ViewportSize = {"width": 340, "height": 500}
DESK: ViewportSize = {"width": 1400, "height": 900}

# What the last drawing wrote on the picture: each line of words with its left and right end.
LISTEN = """
  window.written = [];
  const canvas = CanvasRenderingContext2D.prototype;
  const { fillText, clearRect } = canvas;
  canvas.clearRect = function (...box) {
    window.written = [];
    return clearRect.call(this, ...box);
  };
  canvas.fillText = function (words, x, y) {
    const half = this.measureText(words).width / 2;
    window.written.push([words, x - half, x + half, y]);
    return fillText.call(this, words, x, y);
  };
"""
Line = tuple[str, float, float, float]


def labels(opened: Opened, path: Path, size: ViewportSize) -> tuple[list[Line], ViewportSize]:
    """The lines of the labels once a page stands still, and the size of its picture."""
    opened.page.set_viewport_size(size)
    opened.page.add_init_script(LISTEN)
    page = opened.open(path, patience=60_000)
    page.wait_for_timeout(600)  # the picture moves to its place
    box = page.locator("#network").bounding_box()
    assert box is not None
    picture = ViewportSize(width=int(box["width"]), height=int(box["height"]))
    return page.evaluate("window.written"), picture


@pytest.mark.parametrize("size", [SMALL, PHONE, DESK], ids=["small", "phone", "desk"])
def test_no_label_is_cut_at_the_rim(opened: Opened, seeds_page: Path, size: ViewportSize) -> None:
    written, picture = labels(opened, seeds_page, size)
    assert len(written) > 10
    cut = [
        line
        for line in written
        if line[1] < 0 or line[2] > picture["width"] or not 5 < line[3] < picture["height"] - 5
    ]
    assert cut == []


def test_each_document_that_was_read_is_named_on_a_phone(opened: Opened, seeds_page: Path) -> None:
    words = " ".join(line[0] for line in labels(opened, seeds_page, PHONE)[0])
    for title in ("Planningsbrief", "Steunpakket", "Kamerbrief aanbieding", "brief VWS"):
        assert title in words


def test_of_many_things_the_one_with_most_edges_is_named(opened: Opened, tmp_path: Path) -> None:
    """What lies around a hub leaves no place that is free of marks; it is named all the same."""
    data = grown_graph(900)
    ties = Counter(end for s in data.statements for end in (s.subject, s.object))
    most = max(data.nodes, key=lambda node: ties[node.key])
    path = tmp_path / "graph.html"
    path.write_text(render(data, title="Veel"), encoding="utf-8")
    written, _ = labels(opened, path, DESK)
    assert " ".join(most.label.split()[:2]) in " ".join(line[0] for line in written)
