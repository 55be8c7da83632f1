"""A page opened in a browser, with all it said and asked for."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page


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

    def open(self, path: Path, address: str = "") -> Page:
        """Open a file at an address and wait until the page says that it is ready."""
        self.page.goto(f"{path.as_uri()}{address}")
        self.page.wait_for_selector("html[data-ready]", timeout=20_000)
        return self.page

    def is_clean(self, path: Path) -> bool:
        """No word on the console, no request but the file itself."""
        asked = [url for url in self.asked if not url.startswith(("data:", "blob:"))]
        return not self.said and {url.partition("#")[0] for url in asked} == {path.as_uri()}
