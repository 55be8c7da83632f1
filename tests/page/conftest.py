"""The page of the seeds, and a fresh page of the browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pages import Opened
from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def seeds_page(built: tuple[Path, object]) -> Path:
    """The page of the five seed documents."""
    return built[0] / "graph.html"


@pytest.fixture
def opened(browser: Browser) -> Iterator[Opened]:
    """A fresh page of 1400 by 900."""
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    yield Opened(page)
    page.close()
