"""The way between two nodes, the time line of a motion, the period as a slider, what moves."""

from __future__ import annotations

from pathlib import Path

import pytest
from pages import Opened, wait_until
from playwright.sync_api import Page

from kg.export.html import render
from kg.model import GraphData, Literal, Node, Statement

MOTION = "document/kst-25424-630"
FILES = ["file/" + letter * 64 for letter in "abc"]


def day(text: str) -> tuple[Literal, ...]:
    return (Literal("dcterms:date", text, datatype="xsd:date"),)


@pytest.fixture
def told(tmp_path: Path) -> Path:
    """A motion of which one letter reports, another that it is carried out; and one without day."""
    letters = [f"document/kst-36000-{n}" for n in (1, 2, 3)]
    nodes = [
        Node(MOTION, ("Motion",), "motie-Mohandis", day("2022-12-06")),
        *(
            Node(key, ("Letter",), f"Brief {n}", when)
            for n, (key, when) in enumerate(
                zip(letters, [day("2024-03-01"), day("2023-01-15"), ()], strict=True), start=1
            )
        ),
        Node("document/kst-36000-9", ("Kamerstuk",), "Ver weg"),
        *(Node(key, ("SourceFile",), "brief.txt") for key in FILES),
    ]
    edges = [
        (letters[0], "fulfils", MOTION, "is hiermee afgedaan"),
        (letters[1], "followsUp", MOTION, "ben ik in gesprek"),
        (letters[2], "cites", MOTION, "zie de motie"),
        (letters[0], "cites", "document/kst-36000-9", "zie verder"),
    ]
    statements = [
        Statement(s, p, o, FILES[n % 3], quote, n * 50, n * 50 + len(quote), "proef", 0.9)
        for n, (s, p, o, quote) in enumerate(edges)
    ]
    path = tmp_path / "graph.html"
    page = render(GraphData(tuple(nodes), tuple(statements)), title="Proef")
    path.write_text(page, encoding="utf-8")
    return path


def lines(page: Page) -> list[str]:
    return page.locator("ol.time > li").all_inner_texts()


def test_a_motion_has_a_time_line_in_order(opened: Opened, told: Path) -> None:
    page = opened.open(told, "#node=kst-25424-630")
    submitted, followed, fulfilled, undated = lines(page)
    assert "6 december 2022" in submitted and "ingediend" in submitted
    assert "15 januari 2023" in followed and "ben ik in gesprek" in followed
    assert "1 maart 2024" in fulfilled and "is hiermee afgedaan" in fulfilled
    assert "zonder datum" in undated
    page.click("ol.time .node >> nth=0")
    assert "node=kst-36000-2" in page.url
    assert not lines(page), "a letter has none"
    assert opened.is_clean(told), (opened.said, opened.asked)


def test_the_way_between_two_is_shown_with_its_words(opened: Opened, told: Path) -> None:
    page = opened.open(told, "#node=kst-36000-2")
    page.click("#path-from")
    assert "path=kst-36000-2" in page.url
    page.fill("#search", "Ver weg")
    page.keyboard.press("Enter")
    way = page.inner_text("#panel .path")
    for said in ("Brief 2", "ben ik in gesprek", "is hiermee afgedaan", "zie verder"):
        assert said in way
    assert page.evaluate("kamergraaf.counts()") == {"nodes": 4, "edges": 3, "drawn": 4}
    page.reload()
    page.wait_for_selector("html[data-ready]")
    assert page.evaluate("kamergraaf.counts()") == {"nodes": 4, "edges": 3, "drawn": 4}
    page.go_back()
    page.go_forward()
    page.click("#path-stop")
    assert "path=" not in page.url
    assert page.evaluate("kamergraaf.counts()")["nodes"] == 5
    assert opened.is_clean(told), (opened.said, opened.asked)


def test_no_way_is_said(opened: Opened, told: Path) -> None:
    page = opened.open(told, "#node=kst-36000-9&path=kst-36000-2&except=followsUp")
    assert "geen pad" in page.inner_text("#panel .path")


def test_the_period_slides(opened: Opened, told: Path) -> None:
    page = opened.open(told)
    before = page.evaluate("kamergraaf.counts()")["edges"]
    page.focus("#slide-from")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert "from=2024-03-01" in page.url
    assert page.input_value("#limit-from") == "2024-03-01"
    assert page.evaluate("kamergraaf.counts()")["edges"] < before
    assert page.get_attribute("#slide-from", "aria-valuetext") == "1 maart 2024"
    page.keyboard.press("Home")
    assert "from=" not in page.url
    assert page.evaluate("kamergraaf.counts()")["edges"] == before


def test_nothing_moves_until_it_is_asked_to(opened: Opened, told: Path) -> None:
    page = opened.open(told)
    place = "kamergraaf.placeOf('kst-25424-630').map(Math.round)"
    still = page.evaluate(place)
    page.wait_for_timeout(300)
    assert page.evaluate(place) == still
    page.click("#tools button:has-text('Beweeg')")
    assert page.get_attribute("#tools button:has-text('Beweeg')", "aria-pressed") == "true"
    wait_until(page, f"String({place}) !== '{','.join(map(str, still))}'")
    page.click("#tools button:has-text('Beweeg')")
    assert page.get_attribute("#tools button:has-text('Beweeg')", "aria-pressed") == "false"
