"""The page of the seeds in a real Chromium: it opens, tells what a click asks, and is safe."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commons import ROOT
from pages import Opened, wait_until

from kg.export.html import render
from kg.model import GraphData, Literal, Node, Statement
from kg.read.walk import is_own_page


def test_it_opens_without_a_word_or_a_request(
    opened: Opened, seeds_page: Path
) -> None:
    page = opened.open(seeds_page)
    assert page.title() == "Kamergraaf"
    assert page.inner_text("h1") == "Kamergraaf"
    assert page.query_selector("#network canvas") is not None
    assert opened.is_clean(seeds_page), (opened.said, opened.asked)


def test_the_legend_names_every_kind_with_its_count(
    opened: Opened, seeds_page: Path
) -> None:
    text = opened.open(seeds_page).inner_text("#filters")
    for kind in ("Brieven en nota", "Kamerstukken", "Moties", "Personen", "Programma"):
        assert kind in text
    for relation in ("voert uit", "haalt aan", "medeondertekend door", "mede namens"):
        assert relation in text


def test_kinds_have_colours_and_shapes_of_their_own(opened: Opened, seeds_page: Path) -> None:
    page = opened.open(seeds_page)
    content = json.loads(page.text_content("#content") or "")
    looks = {(kind["light"], kind["shape"]) for kind in content["style"]["kinds"]}
    assert len(content["style"]["kinds"]) > 6
    assert len(looks) == len(content["style"]["kinds"])


def test_a_deep_link_opens_the_motion_with_its_quote_and_official_page(
    opened: Opened, seeds_page: Path
) -> None:
    page = opened.open(seeds_page, "#node=kst-25424-630")
    panel = page.inner_text("#panel")
    assert "Mohandis" in panel
    assert "wordt in de kamerbrief afgedaan" in " ".join(panel.split())
    addresses = page.eval_on_selector_all("#panel a", "found => found.map((a) => a.href)")
    assert "https://zoek.officielebekendmakingen.nl/kst-25424-630.html" in addresses
    assert opened.is_clean(seeds_page), (opened.said, opened.asked)


def test_a_click_on_a_node_and_on_an_edge_shows_what_is_behind_it(
    opened: Opened, seeds_page: Path
) -> None:
    page = opened.open(seeds_page)
    page.mouse.click(*page.evaluate("kamergraaf.placeOf('kst-25424-630')"))
    wait_until(page, "document.querySelector('#panel').innerText.includes('Mohandis')")
    middle = "kamergraaf.placeBetween('kenmerk:3730760-1057533-PG', 'kst-25424-630')"
    page.mouse.click(*page.evaluate(middle))
    wait_until(
        page, "document.querySelector('#panel').innerText.includes('in de kamerbrief afgedaan')"
    )


HOSTILE = [
    "<script>alert(1)</script>",
    "</script><img src=x onerror=alert(2)>",
    "\"'`${alert(3)}",
    "\u202eomgekeerd \U0001f600 \u2028",
    "x" * 10_000,
    "",
]


@pytest.mark.parametrize("text", HOSTILE, ids=["script", "image", "quotes", "rtl", "long", "none"])
def test_no_text_of_a_document_runs_or_breaks_the_page(
    opened: Opened, tmp_path: Path, text: str
) -> None:
    nodes = (
        Node("document/kst-1-1", ("Letter",), text, (Literal("dcterms:title", text),)),
        Node("document/kst-1-2", ("Motion",), f"motie {text}"),
        Node("file/00", ("SourceFile",), text, (Literal("kg:sourceName", text),)),
    )
    statement = Statement(
        "document/kst-1-1", "fulfils", "document/kst-1-2", "file/00", text or "-", 0, 1, "r", 0.9
    )
    path = tmp_path / "graph.html"
    path.write_text(render(GraphData(nodes, (statement,)), title=text or "-"), encoding="utf-8")
    page = opened.open(path, "#node=kst-1-1")
    page.wait_for_timeout(200)
    assert opened.is_clean(path), (opened.said, opened.asked)
    assert page.query_selector("#panel img, #panel script") is None


def test_a_reader_of_folders_knows_the_page_as_our_own() -> None:
    page = render(GraphData((), ()), title="x" * 20_000)
    assert is_own_page(page.encode("utf-8")[:8192])


def test_the_same_graph_gives_the_same_page() -> None:
    data = GraphData((Node("dossier/25295", ("Dossier",), "25 295"),), ())
    assert render(data, title="Proef") == render(data, title="Proef")


def test_the_scripts_are_files_of_the_package() -> None:
    assert len(list((ROOT / "kg" / "export" / "page" / "scripts").glob("*.js"))) > 3


def test_a_quote_from_a_pdf_shows_its_page(opened: Opened, tmp_path: Path) -> None:
    nodes = (
        Node("document/kst-1-1", ("Letter",), "brief"),
        Node("document/kst-1-2", ("Motion",), "motie"),
    )
    statement = Statement(
        "document/kst-1-1", "fulfils", "document/kst-1-2", "file/00", "woorden", 0, 7, "r", 0.9,
        page=7,
    )  # fmt: skip
    path = tmp_path / "graph.html"
    path.write_text(render(GraphData(nodes, (statement,)), title="Proef"), encoding="utf-8")
    assert "p. 7" in opened.open(path, "#node=kst-1-2").inner_text("#panel")


@pytest.mark.parametrize(("language", "said"), [("nl", "1.234 andere"), ("en", "1,234 others")])
def test_a_part_of_a_graph_says_that_it_is_one(
    opened: Opened, tmp_path: Path, language: str, said: str
) -> None:
    data = GraphData((Node("dossier/25295", ("Dossier",), "25 295"),), ())
    path = tmp_path / "graph.html"
    path.write_text(render(data, title="Deel", language=language, left_out=1234), encoding="utf-8")
    page = opened.open(path)
    assert said in page.inner_text("#panel") and "--most" not in page.inner_text("#panel")
    near = render(data, title="Deel", language=language, left_out=1234, nearest=True)
    path.write_text(near, encoding="utf-8")
    page.reload()
    assert said in page.inner_text("#panel") and "--most" in page.inner_text("#panel")
    assert opened.is_clean(path)
