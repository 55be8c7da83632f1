"""How fast a page opens: ours beside the one pyvis makes by default, in one run and one browser.

Run: python benchmarks/page.py [--sizes seeds,2000,20000] [--limit 300] [--json FILE] [--no-pyvis]

A size is ``seeds`` (the five seed documents) or how many nodes a made-up graph has. Both pages are
given the same nodes with their labels and the same edges with their words. Measured in headless
Chromium, each page in a browser of its own: seconds from opening until one can work with it (ours
says so itself; pyvis's when its simulation is done), seconds from a click until the next picture
after it, the longest the page stood still from the moment it was ready, errors on the console, and
addresses asked for. Whatever is not a file is refused, so that no network has a part in it.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from playwright.sync_api import Error, Page, Route, sync_playwright
from playwright.sync_api import TimeoutError as TooLate

from kg.export.back import graph_data
from kg.export.html import render
from kg.export.page import payload
from kg.facade import load_graph
from kg.model import GraphData
from kg.pipeline import build

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "page"))

from page_grown import grown_to  # noqa: E402

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
).split()
# Runs before anything of the page: notes when pyvis's network is done, how long a click waits for
# the next picture, and when the page stands still.
WATCH = """
let held;
window.measured = { still: [], clicks: [] };
Object.defineProperty(window, "network", {
  configurable: true,
  get: () => held,
  set(made) {
    held = made;
    made?.once?.("stabilizationIterationsDone", () => {
      performance.mark("ready");
      document.documentElement.dataset.ready = "";
    });
  },
});
new PerformanceObserver((list) => {
  for (const each of list.getEntries()) measured.still.push([each.startTime, each.duration]);
}).observe({ type: "longtask", buffered: true });
addEventListener("pointerdown", (event) => {
  requestAnimationFrame(() => requestAnimationFrame(
    () => {
      measured.clicks.push(performance.now() - event.timeStamp);
      document.documentElement.dataset.clicked = "";
    }));
}, true);
"""
READY_AT = "performance.getEntriesByName('ready')[0].startTime"
STILL = "(from) => Math.max(0, ...measured.still.filter(([at]) => at >= from).map((e) => e[1]))"
HEAD = ("graph", "page", "nodes", "edges", "write s", "MB", "ready s", "click s", "still s",
        "errors", "asked")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Measured:
    """What one page took; ``None`` is longer than the limit."""

    graph: str
    page: str
    nodes: int
    edges: int
    written: float  # seconds
    size: float  # MB
    ready: float | None = None  # seconds
    click: float | None = None  # seconds
    still: float | None = None  # seconds
    errors: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()


def ours(data: GraphData) -> str:
    """The page that ``kg build`` makes."""
    return render(data, title="Kamergraaf")


def default(data: GraphData) -> str:
    """The page that pyvis makes of the same nodes and edges when it is told nothing else."""
    from pyvis.network import Network

    graph = payload.shown(data)
    words = {(s.subject, s.predicate, s.object): s.quote for s in reversed(graph.statements)}
    drawn = Network(directed=True, cdn_resources="in_line")
    for n, node in enumerate(graph.nodes):
        drawn.add_node(n, graph.labels[n], title=node.label)
    for source, relation, target in graph.edges():
        key = (graph.nodes[source].key, relation, graph.nodes[target].key)
        drawn.add_edge(source, target, title=f"{relation}: {words.get(key, '')}")
    made: str = drawn.generate_html()
    return made


def graph_of(size: str, folder: Path) -> GraphData:
    """The graph of the seed documents, or one with that many nodes."""
    if size != "seeds":
        return grown_to(int(size))
    build([ROOT / "seeds" / "documents"], folder)
    return graph_data(load_graph(folder))


def measure(graph: str, data: GraphData, make: Callable[[GraphData], str], folder: Path,
            limit: float) -> Measured:  # fmt: skip
    """Write a page and open it."""
    path = folder / f"{graph}-{make.__name__}.html"
    start = time.perf_counter()
    path.write_text(make(data), encoding="utf-8")
    seconds = time.perf_counter() - start
    shown = payload.shown(data)
    counts = (len(shown.nodes), len(shown.edges()))
    size = path.stat().st_size / 1e6
    name = "kg" if make is ours else "pyvis"
    return opened(Measured(graph, name, *counts, seconds, size), path, limit)


def opened(page: Measured, path: Path, limit: float) -> Measured:
    """What the page does in a browser of its own."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        sys.exit("no Chromium on this machine: apt-get install -y chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        try:
            return _used(page, browser.new_page(viewport={"width": 1400, "height": 900}),
                         path, limit)  # fmt: skip
        finally:
            browser.close()


def _used(page: Measured, tab: Page, path: Path, limit: float) -> Measured:
    errors: list[str] = []
    asked: list[str] = []

    def refuse(route: Route) -> None:
        asked.append(route.request.url)
        route.abort()

    tab.on("pageerror", lambda error: errors.append(str(error)[:200]))
    tab.on(
        "console",
        # what was refused here is told under what was asked for
        lambda said: said.type == "error"
        and not said.text.startswith("Failed to load resource")
        and errors.append(said.text[:200]),
    )
    tab.route(lambda url: url.startswith(("http:", "https:", "ws:", "wss:")), refuse)
    tab.add_init_script(WATCH)
    start = time.perf_counter()
    ready = click = still = None
    try:
        tab.goto(path.as_uri(), wait_until="commit", timeout=limit * 1000)
        left = limit - (time.perf_counter() - start)
        _until(tab, "html[data-ready]", left)
        ready = tab.evaluate(READY_AT) / 1000
    except TooLate:
        pass
    try:
        click = _clicked(tab, min(limit, 30.0))
        tab.wait_for_timeout(2000)
        still = tab.evaluate(STILL, 0 if ready is None else ready * 1000) / 1000
    except (TooLate, Error):
        pass
    return replace(page, ready=ready, click=click, still=still, errors=tuple(errors),
                   asked=tuple(asked))  # fmt: skip


def _until(tab: Page, selector: str, limit: float) -> None:
    """Wait for an element; a page whose policy forbids evaluating text allows that too."""
    tab.wait_for_selector(selector, state="attached", timeout=max(1.0, limit * 1000))


def _clicked(tab: Page, limit: float) -> float:
    """Seconds from a click amid the picture until the next picture; the page must live for it."""
    _until(tab, "body", limit)
    tab.mouse.click(600, 450)
    _until(tab, "html[data-clicked]", limit)
    waited: float = tab.evaluate("measured.clicks[0]") / 1000
    return waited


def line(cells: Sequence[str]) -> str:
    """One line of the table, as Markdown."""
    return f"| {' | '.join(cells)} |"


def told(page: Measured, limit: float) -> str:
    """The page as a line of the table."""

    def seconds(value: float | None, most: float) -> str:
        return f"> {most:.0f}" if value is None else f"{value:.2f}"

    return line((
        page.graph, page.page, f"{page.nodes:,}", f"{page.edges:,}", seconds(page.written, limit),
        f"{page.size:.1f}", seconds(page.ready, limit), seconds(page.click, min(limit, 30.0)),
        "?" if page.still is None else f"{page.still:.2f}",
        str(len(page.errors)), str(len(page.asked)),
    ))  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> None:
    """Measures and prints one line for each page."""
    parser = argparse.ArgumentParser(description="How fast a page opens, beside pyvis's own.")
    parser.add_argument("--sizes", default="seeds,2000,20000", help="seeds, or numbers of nodes")
    parser.add_argument("--limit", type=float, default=300.0, help="seconds to wait for a page")
    parser.add_argument("--json", type=Path, help="a file for all that was measured")
    parser.add_argument("--no-pyvis", action="store_true", help="our page alone")
    options = parser.parse_args(arguments)
    found = []
    print(line(HEAD), line(["---"] * len(HEAD)), sep="\n", flush=True)
    for size in options.sizes.split(","):
        with tempfile.TemporaryDirectory() as name:
            data = graph_of(size, Path(name) / "built")
            for make in (ours,) if options.no_pyvis else (ours, default):
                found.append(measure(size, data, make, Path(name), options.limit))
                print(told(found[-1], options.limit), flush=True)
    if options.json:
        options.json.write_text(json.dumps([asdict(each) for each in found], indent=1) + "\n",
                                encoding="utf-8")  # fmt: skip


if __name__ == "__main__":
    main()
