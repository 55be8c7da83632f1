"""Pages of 2,000 and of 20,000 things: the first drawn whole, the second by dossier."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
from page_grown import grown_graph
from pages import Opened, faults, wait_until
from playwright.sync_api import Page

from kg.export.html import render
from kg.export.page.overview import CROWD, overview
from kg.export.page.payload import shown
from kg.model import GraphData

SIZES = (2_000, 20_000)
# A hang fails here; how long it takes is measured by benchmarks/page.py.
PATIENCE = 60_000


@dataclass(frozen=True)
class Large:
    """One large page, and the graph in it."""

    path: Path
    data: GraphData

    def motion(self) -> str:
        """The name of a motion that a letter fulfils, of few edges: one that is not drawn first."""
        kinds = {node.key: node.types[0] for node in self.data.nodes}
        ties = Counter(end for s in self.data.statements for end in (s.subject, s.object))
        found = [s for s in self.data.statements if s.predicate == "fulfils"]
        first = min(found, key=lambda s: (kinds[s.object] != "Motion", ties[s.object], s.object))
        return first.object.removeprefix("document/")

    def quote(self, name: str) -> str:
        """The words that say what fulfils it."""
        return next(
            s.quote
            for s in self.data.statements
            if s.predicate == "fulfils" and s.object == f"document/{name}"
        )

    @property
    def edges(self) -> int:
        """How many different edges the graph has."""
        return len({(s.subject, s.predicate, s.object) for s in self.data.statements})


@pytest.fixture(scope="module", params=SIZES)
def large(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Large:
    size: int = request.param
    data = grown_graph(size)
    while size <= CROWD < len(data.nodes):  # dossiers and people count too
        data = grown_graph(size := size - 50)
    path = tmp_path_factory.mktemp("large") / "graph.html"
    path.write_text(render(data, title="Groot"), encoding="utf-8")
    return Large(path, data)


def counts(page: Page) -> tuple[int, int, int]:
    """Nodes and edges in view, and how many of the nodes are drawn."""
    found = page.evaluate("kamergraaf.counts()")
    return found["nodes"], found["edges"], found["drawn"]


def test_it_opens_with_everything_in_view(opened: Opened, large: Large) -> None:
    page = opened.open(large.path, patience=PATIENCE)
    nodes, edges, drawn = counts(page)
    assert (nodes, edges) == (len(large.data.nodes), large.edges)
    if nodes <= CROWD:
        assert drawn == nodes and page.is_hidden("#notice")
    else:
        assert 50 < drawn < 200
        assert "grootste dossiers" in page.inner_text("#notice")
        assert "meeste verbanden" in page.inner_text("#notice")
    assert opened.is_clean(large.path), (opened.said, opened.asked)


def test_search_goes_to_what_is_not_drawn_and_shows_its_quote(
    opened: Opened, large: Large
) -> None:
    page = opened.open(large.path, patience=PATIENCE)
    name = large.motion()
    page.fill("#search", name.removeprefix("kst-"))
    page.keyboard.press("Enter")
    wait_until(page, "location.hash.startsWith('#node=')")
    assert " ".join(large.quote(name).split()) in " ".join(page.inner_text("#panel").split())
    assert page.evaluate("kamergraaf.isDrawn(arguments[0])".replace("arguments[0]", repr(name)))
    nodes, _, drawn = counts(page)
    if len(large.data.nodes) > CROWD:
        assert drawn == nodes < 300  # with its neighbours, one by one
        page.click("#panel [data-focus='0']")
        assert "focus=0" in page.url
        nodes, _, drawn = counts(page)
        assert nodes == len(large.data.nodes) and drawn < 300
        assert page.evaluate(f"kamergraaf.isDrawn({name!r})")
    assert opened.is_clean(large.path), (opened.said, opened.asked)


def test_a_deep_link_opens_on_its_node_and_back_leads_to_all(
    opened: Opened, large: Large
) -> None:
    name = large.motion()
    page = opened.open(large.path, f"#node={name}", patience=PATIENCE)
    assert page.evaluate(f"kamergraaf.isDrawn({name!r})")
    assert page.url.endswith(f"#node={name}")
    page.focus("#network")
    page.keyboard.press("Escape")
    assert counts(page)[0] == len(large.data.nodes)
    page.go_back()
    assert page.inner_text("#panel h2")


def test_the_legend_hides_and_shows(opened: Opened, large: Large) -> None:
    page = opened.open(large.path, patience=PATIENCE)
    before = counts(page)
    page.click("input[data-kind=motion]")
    motions = sum(node.types[0] == "Motion" for node in large.data.nodes)
    nodes, edges, _ = counts(page)
    assert nodes == before[0] - motions and 0 < edges < before[1]
    page.click("input[data-kind=motion]")
    assert counts(page) == before


def test_the_table_lists_the_same_edges_and_gives_more_when_asked(
    opened: Opened, large: Large
) -> None:
    page = opened.open(large.path, "#view=table", patience=PATIENCE)
    rows = page.locator("#table tbody tr")
    assert f"{large.edges:,}".replace(",", ".") in page.inner_text("#table caption")
    first = rows.count()
    page.click("#table-view .more")
    assert rows.count() > first
    told = page.eval_on_selector_all("#table tbody tr", "rows => rows.map((r) => r.dataset.edge)")
    assert len(set(told)) == rows.count()


def test_everything_is_reached_by_keyboard(opened: Opened, large: Large) -> None:
    page = opened.open(large.path, f"#node={large.motion()}", patience=PATIENCE)
    reached = set()
    for _ in range(120):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.closest('[id]')?.id ?? ''"))
    parts = {"search", "views", "tools", "legend", "limit-person", "network", "zoom", "panel"}
    assert parts <= reached
    before = page.url
    page.focus("#network")
    page.keyboard.press("ArrowRight")
    assert page.url.partition("#")[2].startswith("node=") and page.url != before


@pytest.mark.parametrize("address", ["", "#view=table"])
def test_axe_finds_no_serious_fault(opened: Opened, large: Large, address: str) -> None:
    assert not faults(opened.page, large.path, address)


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Large:
    """A page just above what is drawn whole."""
    data = grown_graph(2_400)
    path = tmp_path_factory.mktemp("grown") / "graph.html"
    path.write_text(render(data, title="Groot"), encoding="utf-8")
    return Large(path, data)


def biggest(data: GraphData) -> str:
    """The dossier with most papers."""
    inside = Counter(s.object for s in data.statements if s.predicate == "inDossier")
    return min(inside, key=lambda key: (-inside[key], key))


def test_a_dossier_stands_for_its_papers_and_opens(opened: Opened, grown: Large) -> None:
    dossier = biggest(grown.data)
    page = opened.open(grown.path, f"#node={dossier}")
    assert page.evaluate(f"kamergraaf.standsFor({dossier!r})") > 100
    page.click("#open-dossier")
    assert f"dossier={dossier.removeprefix('dossier/')}" in page.url
    assert counts(page)[0] < len(grown.data.nodes)
    page.click("#reset")
    assert counts(page)[0] == len(grown.data.nodes)
    assert opened.is_clean(grown.path), (opened.said, opened.asked)


def test_a_small_dossier_is_drawn_paper_by_paper(opened: Opened, grown: Large) -> None:
    inside = Counter(s.object for s in grown.data.statements if s.predicate == "inDossier")
    dossier = min(inside, key=lambda key: (abs(inside[key] - 9), key))
    page = opened.open(grown.path, f"#dossier={dossier.removeprefix('dossier/')}")
    nodes, _, drawn = counts(page)
    assert inside[dossier] < nodes == drawn < 300
    assert page.is_hidden("#notice")
    assert "dossier=" in page.url


def test_a_line_between_dossiers_tells_the_edges_behind_it(opened: Opened, grown: Large) -> None:
    page = opened.open(grown.path)
    told, first, second = page.evaluate("kamergraaf.widest()")
    assert told > 1
    ends = [page.evaluate(f"kamergraaf.placeOf({end!r})") for end in (first, second)]
    for share in (0.5, 0.4, 0.6, 0.3, 0.7):  # somewhere nothing lies over the line
        page = opened.open(grown.path)
        page.mouse.click(*(a + share * (b - a) for a, b in zip(*ends, strict=True)))
        page.wait_for_timeout(500)
        if page.inner_text("#panel h2").endswith("verbanden"):
            break
    assert page.inner_text("#panel h2").endswith("verbanden")
    assert page.locator("#panel blockquote").count() > 1


def test_colours_language_and_files_work_on_the_part_that_is_drawn(
    opened: Opened, grown: Large, tmp_path: Path
) -> None:
    page = opened.open(grown.path)
    page.click("#tools button >> nth=1")  # dark
    page.click("#tools button >> nth=0")  # English
    assert "largest dossiers" in page.inner_text("#notice")
    with page.expect_download() as waiting:
        page.click("[data-save=SVG]")
    target = tmp_path / "view.svg"
    waiting.value.save_as(target)
    drawing = target.read_text(encoding="utf-8")
    assert "papers" in drawing and drawing.count("<path") > counts(page)[2]
    assert opened.is_clean(grown.path), (opened.said, opened.asked)


def test_papers_have_a_home_and_the_largest_dossiers_are_drawn() -> None:
    graph = shown(grown_graph(2_400))
    found = overview(graph, graph.edges())
    assert all(graph.nodes[home].types[0] == "Dossier" for home in found.homes if home >= 0)
    assert sum(home >= 0 for home in found.homes) >= 2_400
    assert biggest(grown_graph(2_400)) in {graph.nodes[n].key for n in found.inside}
    ends = {end for source, _, target in found.lines for end in (source, target)}
    assert ends <= set(found.drawn)
    assert found == overview(graph, graph.edges())
