"""A real headless Chromium for the tests of the page; a missing one fails with a hint."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pages import Opened
from playwright.sync_api import Browser, sync_playwright

ARGUMENTS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
).split()
NAMES = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests of a worker, each with a profile of its own."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        pytest.fail("no Chromium on this machine: apt-get install -y chromium", pytrace=False)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield started
        started.close()


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
