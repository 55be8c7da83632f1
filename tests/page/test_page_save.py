"""What is in view as a file: CSV with quotes, PNG, SVG; named after the view."""

from __future__ import annotations

import csv
import xml.etree.ElementTree as ET
from pathlib import Path

from pages import Opened
from playwright.sync_api import Page

from kg.export.html import render
from kg.model import GraphData, Node, Statement


def _saved(page: Page, form: str) -> tuple[str, bytes]:
    with page.expect_download() as download:
        page.click(f"[data-save={form}]")
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def test_the_view_as_csv_has_every_quote_in_view(opened: Opened, seeds_page: Path) -> None:
    page = opened.open(seeds_page, "#node=kst-25424-630&focus=1")
    name, data = _saved(page, "CSV")
    assert name == "kamergraaf-node-kst-25424-630-focus-1.csv"
    rows = list(csv.DictReader(data.decode("utf-8-sig").splitlines(keepends=True)))
    fulfils = [row for row in rows if row["relation"] == "fulfils"]
    assert [row["object"] for row in fulfils] == ["kst-25424-630"]
    assert "kamerbrief afgedaan" in " ".join(fulfils[0]["quote"].split())
    assert opened.is_clean(seeds_page), (opened.said, opened.asked)


def test_a_quote_that_looks_like_a_formula_stays_text(opened: Opened, tmp_path: Path) -> None:
    nodes = (Node("document/a", ("Letter",), "=1+1"), Node("document/b", ("Letter",), "b"))
    said = '=HYPERLINK("x")'
    edge = Statement("document/a", "cites", "document/b", "file/0", said, 0, 15, "r", 0.9)
    path = tmp_path / "graph.html"
    path.write_text(render(GraphData(nodes, (edge,)), title="x"), encoding="utf-8")
    _, data = _saved(opened.open(path), "CSV")
    row = next(csv.DictReader(data.decode("utf-8-sig").splitlines(keepends=True)))
    assert row["quote"] == f"'{said}" and row["subject_title"] == "'=1+1"


def test_the_picture_as_png_and_svg(opened: Opened, seeds_page: Path) -> None:
    page = opened.open(seeds_page)
    name, data = _saved(page, "PNG")
    assert name == "kamergraaf.png" and data.startswith(b"\x89PNG") and len(data) > 20_000
    name, data = _saved(page, "SVG")
    drawing = ET.fromstring(data)
    titles = [each.text or "" for each in drawing.iter("{http://www.w3.org/2000/svg}title")]
    assert len(titles) == page.evaluate("kamergraaf.counts()")["nodes"]
    assert any("Mohandis" in title for title in titles)
    assert len(list(drawing.iter("{http://www.w3.org/2000/svg}line"))) > 20
    assert opened.is_clean(seeds_page), (opened.said, opened.asked)
