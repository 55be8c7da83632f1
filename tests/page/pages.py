"""A page opened in a browser, with all it said and asked for."""

from __future__ import annotations

import time
from pathlib import Path

from playwright.sync_api import Page, ViewportSize


def wait_until(page: Page, told: str, patience: float = 10.0) -> None:
    """Ask the page until what it tells is true.

    The browser's own waiting runs code from text again and again, which the page's policy forbids.
    """
    end = time.monotonic() + patience
    while not page.evaluate(told):
        assert time.monotonic() < end, f"not true after {patience:.0f} s: {told}"
        page.wait_for_timeout(50)


class Opened:
    """An opened page with everything it said and asked for."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.said: list[str] = []
        self.asked: list[str] = []
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("dialog", lambda dialog: self.said.append(f"dialog {dialog.message}"))

    def open(self, path: Path, address: str = "", patience: int = 20_000) -> Page:
        """Open a file at an address and wait until the page says that it is ready."""
        self.page.goto(f"{path.as_uri()}{address}")
        self.page.wait_for_selector("html[data-ready]", timeout=patience)
        return self.page

    def is_clean(self, path: Path) -> bool:
        """No word on the console, no request but the file itself."""
        asked = [url for url in self.asked if not url.startswith(("data:", "blob:"))]
        return not self.said and {url.partition("#")[0] for url in asked} == {path.as_uri()}


def faults(
    page: Page, path: Path, address: str, size: ViewportSize | None = None
) -> list[tuple[str, str]]:
    """The serious faults of accessibility that axe-core finds, each with its first element."""
    from axe_playwright_python.sync_playwright import Axe

    # The page's own policy runs no foreign script, so the checker looks at it without policies.
    browser = page.context.browser
    assert browser is not None
    fresh = browser.new_page(bypass_csp=True, viewport=size or {"width": 1280, "height": 720})
    try:
        fresh.goto(f"{path.as_uri()}{address}")
        fresh.wait_for_selector("html[data-ready]", timeout=60_000)
        found = Axe().run(fresh).response["violations"]
    finally:
        fresh.close()
    serious = [each for each in found if each["impact"] in ("serious", "critical")]
    return [(each["id"], each["nodes"][0]["html"][:200]) for each in serious]
