"""The page around one node: so many steps, in the picture, the table and the address."""

from __future__ import annotations

from pathlib import Path

import pytest
from pages import Opened

ROWS = "#table tbody tr"


@pytest.mark.parametrize("view", ["", "&view=table"])
def test_a_step_more_shows_more_and_all_shows_all(
    opened: Opened, seeds_page: Path, view: str
) -> None:
    page = opened.open(seeds_page, f"#node=kst-25424-630{view}")
    shown = []
    for steps in "1230":
        page.click(f"#panel [data-focus='{steps}']")
        assert (f"focus={steps}" in page.url) == (steps != "0")
        shown.append(page.evaluate("kamergraaf.counts()")["nodes"])
    assert 1 < shown[0] < shown[1] < shown[2] <= shown[3]
    assert opened.is_clean(seeds_page), (opened.said, opened.asked)


def test_the_address_opens_the_focus_and_the_table_follows(
    opened: Opened, seeds_page: Path
) -> None:
    page = opened.open(seeds_page, "#node=kst-25424-630&focus=2&view=table")
    counts = page.evaluate("kamergraaf.counts()")
    assert page.locator(ROWS).count() == counts["edges"]
    assert page.get_attribute("[data-focus='2']", "aria-pressed") == "true"


def test_the_keyboard_stays_where_it_was(opened: Opened, seeds_page: Path) -> None:
    page = opened.open(seeds_page, "#node=kst-25424-630")
    page.focus("[data-focus='2']")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.dataset.focus") == "2"
    page.focus("#panel .group .node >> nth=0")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.className") == "heading"
