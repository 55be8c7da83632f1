"""The page of a part, made by ``kg export``, in a real browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from commons import Built, Run
from pages import Opened

MOTION = "kst-25424-630"
FAR = "kst-31839-870"  # the letter that carries the motion out follows this one up: two steps


@pytest.fixture
def part(built: Built, run_kg: Run, tmp_path: Path) -> Path:
    path = tmp_path / "around.html"
    wish = ("--around", MOTION, "--depth", "1")
    result = run_kg("export", "-f", "html", *wish, "-o", path, "-g", built[0])
    assert result.returncode == 0, result.stderr
    return path


def test_the_page_around_a_motion_shows_its_quote_in_the_sentence(
    opened: Opened, part: Path
) -> None:
    page = opened.open(part, f"#node={MOTION}")
    assert page.title() == page.inner_text("h1") == "Rond Kamerstuk 25 424, nr. 630, 1 stap"
    panel = " ".join(page.inner_text("#panel").split())
    assert "wordt in de kamerbrief afgedaan" in panel
    marked = page.locator("#panel mark", has_text=re.compile("^motie van het lid Mohandis$")).first
    sentence = " ".join(marked.locator("xpath=..").inner_text().split())
    assert "De motie van het lid Mohandis⁴ wordt in de kamerbrief afgedaan" in sentence
    assert opened.is_clean(part), (opened.said, opened.asked)


def test_the_page_around_a_motion_has_nothing_two_steps_away(
    opened: Opened, part: Path, seeds_page: Path
) -> None:
    page = opened.open(part)
    assert page.evaluate("kamergraaf.counts()")["nodes"] == 4
    assert FAR not in page.content()
    whole = opened.open(seeds_page, f"#node={MOTION}&focus=1")
    assert whole.evaluate("kamergraaf.counts()")["nodes"] == 4
    assert FAR in whole.content()
