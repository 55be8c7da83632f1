"""Finding, filtering, reading as a table, two languages, keyboard, phone: the page in use."""

from __future__ import annotations

from pathlib import Path

import pytest
from pages import Opened, faults, wait_until
from playwright.sync_api import ViewportSize

from kg.export.html import render
from kg.model import GraphData, Literal, Node

PHONE: ViewportSize = {"width": 390, "height": 844}


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("Mohandis", "Mohandis"),
        ("25424-630", "Mohandis"),
        ("25424 630", "Mohandis"),
        ("2022D47993", "Mohandis"),
        ("planningsbrief", "Planningsbrief n.a.v. het regeerakkoord"),
        ("3730760-1057533", "eerste voortgangsrapportage"),
        ("Smulders", "Smeulders"),
    ],
)
def test_search_finds_and_enter_goes_there(
    opened: Opened, seeds_page: Path, typed: str, seen: str
) -> None:
    page = opened.open(seeds_page)
    page.keyboard.press("/")
    page.keyboard.type(typed)
    assert seen.lower() in page.inner_text("#found").lower()
    page.keyboard.press("Enter")
    wait_until(page, "location.hash.startsWith('#node=')")
    assert seen.lower() in page.inner_text("#panel").lower()
    assert opened.is_clean(seeds_page), (opened.said, opened.asked)


def test_search_reads_quotes_and_says_when_nothing_is_there(
    opened: Opened, seeds_page: Path
) -> None:
    page = opened.open(seeds_page)
    page.fill("#search", "kamerbrief afgedaan")
    assert "Mohandis" in page.inner_text("#found")
    page.fill("#search", "zzzz niets")
    assert page.inner_text("#found") == "Niets gevonden"


def test_the_legend_hides_and_shows(opened: Opened, seeds_page: Path) -> None:
    page = opened.open(seeds_page, "#view=table")
    before = page.locator("#table tbody tr").count()
    page.click("input[data-relation=fulfils]")
    fewer = page.locator("#table tbody tr").count()
    assert 0 < fewer < before
    assert "voert uit" not in page.inner_text("#table tbody")
    assert "except=fulfils" in page.url
    page.click("input[data-relation=fulfils]")
    assert page.locator("#table tbody tr").count() == before


def test_the_table_lists_every_edge_with_its_words(opened: Opened, seeds_page: Path) -> None:
    page = opened.open(seeds_page, "#view=table")
    edges = page.evaluate(
        """() => {
          const content = JSON.parse(document.getElementById('content').textContent);
          const told = content.statements.map(([s, r, o]) => `${s} ${r} ${o}`);
          return new Set([...told, ...content.held.map(([s, o]) => `${s} holder ${o}`)]).size;
        }"""
    )
    assert page.locator("#table tbody tr").count() == edges
    assert "wordt in de kamerbrief afgedaan" in " ".join(page.inner_text("#table").split())


def test_back_and_forward_walk_the_readers_steps(opened: Opened, seeds_page: Path) -> None:
    page = opened.open(seeds_page, "#node=kst-25424-630")
    page.click("#panel .group .node >> nth=0")
    second = page.inner_text("#panel h2")
    page.go_back()
    assert "Mohandis" in page.inner_text("#panel h2")
    page.go_forward()
    assert page.inner_text("#panel h2") == second


@pytest.mark.parametrize("address", ["#focus=2", "#node=none&focus=3", "#path=x&dossier=y&from=z"])
def test_an_address_of_something_that_is_not_there_shows_all(
    opened: Opened, seeds_page: Path, address: str
) -> None:
    page = opened.open(seeds_page, address)
    shown = page.evaluate("kamergraaf.counts()")
    page.goto(f"{seeds_page.as_uri()}#")
    assert page.evaluate("kamergraaf.counts()") == shown and shown["nodes"] > 50
    assert opened.is_clean(seeds_page), (opened.said, opened.asked)


PAINT = """(name) => {
  const [x, y] = kamergraaf.placeOf(name);
  const canvas = document.querySelector('#network canvas');
  const box = canvas.getBoundingClientRect();
  const ratio = canvas.width / box.width;
  const at = [(x - box.left) * ratio, (y - box.top) * ratio];
  const paint = canvas.getContext('2d').getImageData(...at, 1, 1);
  return [...paint.data.slice(0, 3)].reduce((sum, each) => sum + each);
}"""


def test_what_the_chosen_is_not_tied_to_steps_back(opened: Opened, seeds_page: Path) -> None:
    page = opened.open(seeds_page)
    letter, tied = "kenmerk:3466324-1039478-PDCIC", "kst-25424-630"
    before = [page.evaluate(PAINT, name) for name in (letter, tied)]
    page.evaluate("location.hash = '#node=kst-25424-630'")
    wait_until(page, "document.querySelector('#panel h2').innerText.includes('Mohandis')")
    page.wait_for_timeout(600)  # the camera moves to the chosen, then out again
    page.click("#zoom button >> nth=2")
    page.wait_for_timeout(600)
    far, near = (page.evaluate(PAINT, name) for name in (letter, tied))
    assert far > before[0] + 150 and abs(near - before[1]) < 60
    page.focus("#network")
    page.keyboard.press("Escape")
    page.wait_for_timeout(200)
    assert [page.evaluate(PAINT, name) for name in (letter, tied)] == before


def test_the_first_panel_answers_what_is_fulfilled_by_what(
    opened: Opened, seeds_page: Path
) -> None:
    page = opened.open(seeds_page)
    panel = " ".join(page.inner_text("#panel").split())
    assert "voert uit 5" in panel and "Steunpakket sociaal en mentaal welzijn" in panel
    page.click("#panel .edges .node >> nth=1")
    assert "uitgevoerd in" in page.inner_text("#panel")


def test_two_pages_on_one_site_say_which_each_is(opened: Opened, seeds_page: Path) -> None:
    links = opened.open(seeds_page, "#node=kst-25424-630").inner_text("#panel .links")
    assert "tweedekamer.nl 2022Z22257" in links and "tweedekamer.nl 2022D47993" in links
    assert "officielebekendmakingen.nl ↗" in links


def test_a_motion_that_was_read_goes_by_its_own_name(opened: Opened, tmp_path: Path) -> None:
    title = Literal("dcterms:title", "Landbouw")
    read, cited = Literal("kg:sourceName", "m.txt"), "document/kst-28973-2"
    nodes = (
        Node("document/kst-28973-1", ("Motion",), "Motie-Bromet over vissen", (title, read)),
        Node(cited, ("Motion",), "Kamerstuk 28 973, nr. 2", (title,)),
    )
    path = tmp_path / "motion.html"
    path.write_text(render(GraphData(nodes, ()), title="Moties"), encoding="utf-8")
    page = opened.open(path, "#node=kst-28973-1")
    assert page.inner_text("#panel h2") == "Motie-Bromet over vissen"
    page.evaluate("location.hash = '#node=kst-28973-2'")
    wait_until(page, "document.querySelector('#panel h2').innerText === 'Landbouw'")


@pytest.mark.parametrize(
    ("node", "dutch", "english"),
    [
        ("post/stas-kd", "Alexandra van Huffelen bekleedde dit ambt op 30 november 2023",
         "Alexandra van Huffelen held this post on 2023-11-30"),
        ("document/kst-32793-613", "beide presenteren hetzelfde programma",
         "both present the same programme"),
    ],
)  # fmt: skip
def test_why_something_was_decided_is_said_in_both_languages(
    opened: Opened, seeds_page: Path, node: str, dutch: str, english: str
) -> None:
    page = opened.open(seeds_page, f"#node={node}")
    assert dutch in page.inner_text("#panel") and english not in page.inner_text("#panel")
    page.click("#tools button >> nth=0")
    assert english in page.inner_text("#panel") and dutch not in page.inner_text("#panel")


def test_two_languages_and_two_lights(opened: Opened, seeds_page: Path) -> None:
    page = opened.open(seeds_page)
    page.click("#tools button >> nth=0")
    assert page.get_attribute("html", "lang") == "en"
    legend = page.inner_text("#filters")
    assert "fulfils" in legend and "voert uit" not in legend
    paper = "getComputedStyle(document.querySelector('.bar')).backgroundColor"
    light = page.evaluate(paper)
    page.click("#tools button >> nth=1")
    assert page.evaluate(paper) != light
    assert opened.is_clean(seeds_page), (opened.said, opened.asked)


def test_everything_is_reached_by_keyboard(opened: Opened, seeds_page: Path) -> None:
    page = opened.open(seeds_page)
    reached = set()
    for _ in range(120):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.closest('[id]')?.id ?? ''"))
    parts = {"search", "views", "tools", "legend", "limit-person", "network", "zoom", "panel"}
    assert parts <= reached
    page.focus("#network")
    page.keyboard.press("ArrowRight")
    assert page.url.partition("#")[2].startswith("node=")


def test_a_phone_shows_all_of_it_without_sideways_scrolling(
    opened: Opened, seeds_page: Path
) -> None:
    opened.page.set_viewport_size(PHONE)
    page = opened.open(seeds_page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.is_visible("#network") and page.is_visible("#search")
    page.fill("#search", "Mohandis")
    page.keyboard.press("Enter")
    assert "Mohandis" in page.inner_text("#panel h2")
    cut = "((h1) => h1.scrollWidth > h1.clientWidth)(document.querySelector('h1'))"
    assert not page.evaluate(cut), "the title is cut"


def test_a_phone_shows_the_rows_of_the_table_as_cards(opened: Opened, seeds_page: Path) -> None:
    opened.page.set_viewport_size(PHONE)
    page = opened.open(seeds_page, "#view=table")
    widths = "[...document.querySelectorAll('#table-view, #table td')].map((e) => e.scrollWidth)"
    assert max(page.evaluate(widths)) <= 390
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    # What a screen reader hears stays a table: five cells a row, each with its head.
    row = page.get_by_role("row").nth(1)
    assert row.get_by_role("cell").count() == page.get_by_role("columnheader").count() == 5
    assert all(cell.is_visible() for cell in row.get_by_role("cell").all())


def test_a_quote_runs_on_over_the_line_ends_of_the_paper(opened: Opened, seeds_page: Path) -> None:
    """A printed line is wider than the panel: each would leave half a line empty."""
    page = opened.open(seeds_page, "#node=kst-35669-8")
    quotes = page.locator("#panel blockquote")
    broken = [n for n in range(quotes.count()) if "\n" in (quotes.nth(n).text_content() or "")]
    assert broken, "no quote of this thing has a line end"
    assert all("\n" not in quotes.nth(n).inner_text() for n in broken)


@pytest.mark.parametrize("size", [None, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("address", ["", "#node=kst-25424-630", "#view=table"])
def test_axe_finds_no_serious_fault(
    opened: Opened, seeds_page: Path, address: str, size: ViewportSize | None
) -> None:
    assert not faults(opened.page, seeds_page, address, size)


def test_it_is_ready_within_two_seconds_of_opening(opened: Opened, seeds_page: Path) -> None:
    page = opened.open(seeds_page)
    ready = page.evaluate("performance.getEntriesByName('ready')[0].startTime")
    assert 0 < ready < 20_000  # the goal is 2 s; a loaded machine gets room, the benchmark measures


@pytest.mark.parametrize(
    "typed",
    [
        "25 424, nr. 630",
        "Kamerstuk 25 424, nr. 630",
        "Kamerstukken II 25 424, nr. 630",
        "25.424 nr 630",
    ],
)
def test_search_knows_a_number_as_papers_print_it(
    opened: Opened, seeds_page: Path, typed: str
) -> None:
    page = opened.open(seeds_page)
    page.fill("#search", typed)
    page.keyboard.press("Enter")
    assert page.url.endswith("#node=kst-25424-630")
    assert page.evaluate("document.activeElement.className") == "heading"


def test_the_picture_is_in_sight_after_the_table(opened: Opened, seeds_page: Path) -> None:
    page = opened.open(seeds_page, "#view=table")
    page.click("#views button >> nth=0")
    box = page.locator("#network").bounding_box()
    assert box
    for name in ("kst-25424-630", "kenmerk:3466324-1039478-PDCIC", "kst-35882-1"):
        x, y = page.evaluate(f"kamergraaf.placeOf({name!r})")
        assert box["x"] < x < box["x"] + box["width"], name
        assert box["y"] < y < box["y"] + box["height"], name


def test_a_line_has_an_address_and_back_leads_to_it(opened: Opened, seeds_page: Path) -> None:
    ends = "kenmerk:3730760-1057533-PG~fulfils~kst-25424-630"
    page = opened.open(seeds_page, f"#edge={ends}")
    said = " ".join(page.inner_text("#panel").split())
    assert "in de kamerbrief afgedaan" in said
    page.click("#panel .node >> nth=0")
    assert "edge=" not in page.url
    page.go_back()
    assert "edge=" in page.url and " ".join(page.inner_text("#panel").split()) == said
    assert opened.is_clean(seeds_page), (opened.said, opened.asked)


def test_leaving_a_path_leaves_it_altogether(opened: Opened, seeds_page: Path) -> None:
    page = opened.open(seeds_page, "#node=kst-25424-630")
    every = page.evaluate("kamergraaf.counts()")
    page.click("#path-from")
    page.focus("#network")
    page.keyboard.press("Escape")
    assert "path=" not in page.url
    page.goto(f"{seeds_page.as_uri()}#node=kst-25295-1892")
    assert page.evaluate("kamergraaf.counts()") == every


def test_the_table_of_one_thing_says_whose_it_is_and_of_a_path_has_all_its_steps(
    opened: Opened, seeds_page: Path
) -> None:
    page = opened.open(seeds_page, "#node=kst-25424-630&view=table")
    assert page.inner_text("#table caption").startswith("De verbanden van Motie van het lid Moh")
    page.goto(f"{seeds_page.as_uri()}#node=kst-25424-630&path=kst-35882-1&view=table")
    steps = page.locator("#panel .path li").count()
    assert steps > 2 and page.locator("#table tbody tr").count() >= steps
    assert page.inner_text("#table caption").startswith("Alle verbanden in beeld")


def test_the_keyboard_stays_in_the_table(opened: Opened, seeds_page: Path) -> None:
    page = opened.open(seeds_page, "#view=table")
    page.focus("#table tbody .node >> nth=3")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement !== document.body")


def test_a_table_is_printed_whole(opened: Opened, seeds_page: Path) -> None:
    page = opened.open(seeds_page, "#view=table")
    page.emulate_media(media="print")
    shown = page.locator("#table-view").bounding_box()
    rows = page.locator("#table").bounding_box()
    assert shown and rows and shown["height"] >= rows["height"] > 1_000


def test_a_commitment_tells_how_it_stands(opened: Opened, seeds_page: Path) -> None:
    page = opened.open(seeds_page, "#view=table")
    page.fill("#search", "voor eind 2023 een voortgangsrapportage")
    page.keyboard.press("Enter")
    said = page.inner_text("#panel")
    assert "Stand: voldaan" in said and "Termijn: " in said


def test_kinds_are_told_to_those_who_do_not_see_the_marks(
    opened: Opened, seeds_page: Path
) -> None:
    page = opened.open(seeds_page, "#node=kst-25424-630")
    assert page.get_by_role("button", name="Brief of nota Kamerbrief aanbieding").count() > 0
