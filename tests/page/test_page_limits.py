"""Only one ministry, person, dossier, programme or period: in picture, table and address."""

from __future__ import annotations

from pathlib import Path

import pytest
from pages import Opened

ROWS = "#table tbody tr"


@pytest.mark.parametrize(
    ("limit", "address", "stays"),
    [
        ("dossier", "dossier=25424", "25 424"),
        ("person", "person=p-antje-diertens", "Diertens"),
        ("programme", "programme=", "rogramma"),
        ("ministry", "ministry=mnre1025", "Volksgezondheid"),
    ],
)
def test_a_limit_leaves_what_has_to_do_with_it(
    opened: Opened, seeds_page: Path, limit: str, address: str, stays: str
) -> None:
    page = opened.open(seeds_page, "#view=table")
    everything = page.locator(ROWS).count()
    chosen = page.locator(f"#limit-{limit} option", has_text=stays).first
    page.select_option(f"#limit-{limit}", chosen.get_attribute("value"))
    fewer = page.locator(ROWS).count()
    assert 0 < fewer < everything
    assert address in page.url
    assert stays in page.inner_text("#table")
    page.reload()
    page.wait_for_selector("html[data-ready]")
    assert page.locator(ROWS).count() == fewer
    page.click("#reset")
    assert page.locator(ROWS).count() == everything
    assert opened.is_clean(seeds_page), (opened.said, opened.asked)


def test_two_limits_together_leave_what_ties_them(opened: Opened, seeds_page: Path) -> None:
    page = opened.open(seeds_page, "#view=table&dossier=25295")
    dossier = page.locator(ROWS).count()
    page.goto(f"{seeds_page.as_uri()}#view=table&dossier=25295&ministry=mnre1025")
    both = page.locator(ROWS).count()
    assert 0 < both < dossier


def test_a_period_leaves_what_papers_of_then_say(opened: Opened, seeds_page: Path) -> None:
    page = opened.open(seeds_page, "#view=table")
    everything = page.locator(ROWS).count()
    page.fill("#limit-from", "2023-01-01")
    page.locator("#limit-from").blur()
    since = page.locator(ROWS).count()
    assert "from=2023-01-01" in page.url and 0 < since < everything
    page.fill("#limit-to", "2023-06-30")
    page.locator("#limit-to").blur()
    assert page.locator(ROWS).count() < since
    assert "0 punten en 0 lijnen" in page.inner_text("#in-view")
