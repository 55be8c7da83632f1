"""The pages in a real Chromium, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from graph_example import MOTION, ONE
from playwright.sync_api import Browser, Page, expect
from serving import Server, served
from test_reasons import ROWS as REASONS

from kg.facade import build_graph
from kg.reasons import in_dutch
from kg.vocabulary import iri

FULFILS = "SELECT ?letter ?motion WHERE { ?letter kg:fulfils ?motion } ORDER BY ?letter"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that fails the test when a script fails or goes elsewhere."""
    faults: list[str] = []
    with browser.new_context(locale="nl-NL") as context:
        opened = context.new_page()
        opened.on("pageerror", lambda error: faults.append(str(error)))
        opened.on(
            "console", lambda said: faults.append(said.text) if said.type == "error" else None
        )
        opened.on("request", lambda sent: None if _here(sent.url) else faults.append(sent.url))
        yield opened
    assert [each for each in faults if "400 (Bad Request)" not in each] == []


def _here(address: str) -> bool:
    return address.startswith(("http://127.0.0.1:", "data:", "blob:"))


def test_a_saved_query_gives_a_table(page: Page, server: Server) -> None:
    page.goto(f"{server.address}/query")
    page.get_by_label("Bewaarde vragen").select_option("fulfilled")
    rows = page.locator("#answer tbody tr")
    expect(rows).to_have_count(2)
    expect(page.locator("#status")).to_contain_text("2 rijen")
    expect(page.locator("#answer thead th").first).to_have_text("letter")
    page.locator("#answer tbody a").first.click()
    expect(page.locator("h1")).to_have_text("2022D00002")


def test_the_editor_marks_no_fault_where_a_prefix_is_known(page: Page, server: Server) -> None:
    page.goto(f"{server.address}/query?name=fulfilled")
    expect(page.locator("#answer tbody tr")).to_have_count(2)
    expect(page.locator(".CodeMirror .parseErrorIcon")).to_have_count(0)
    page.goto(f"{server.address}/query?query={quote('SELECT * { ?a nosuch:b ?c }')}")
    expect(page.locator(".CodeMirror .parseErrorIcon")).to_have_count(1)


@pytest.mark.parametrize("path", ["/", "/page/dossier/25295", "/query?name=fulfilled", "/def"])
def test_a_telephone_shows_a_page_without_scrolling_sideways(
    page: Page, server: Server, path: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(f"{server.address}{path}")
    root = page.locator("html")
    assert root.evaluate("each => each.scrollWidth - each.clientWidth") == 0


def test_a_query_is_typed_completed_and_asked_by_keyboard(page: Page, server: Server) -> None:
    page.goto(f"{server.address}/query")
    page.locator(".CodeMirror textarea").focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("SELECT ?letter WHERE { ?letter kg:fulf", delay=5)
    page.keyboard.press("Control+Space")
    expect(page.locator(".CodeMirror-hint")).to_have_text(["kg:fulfils"])
    page.keyboard.press("Enter")
    page.keyboard.type(" ?motion }", delay=5)
    page.keyboard.press("Control+Enter")
    expect(page.locator("#answer tbody tr")).to_have_count(2)


def test_completion_offers_this_graphs_classes_after_a(page: Page, server: Server) -> None:
    page.goto(f"{server.address}/query")
    page.locator(".CodeMirror textarea").focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("SELECT ?x WHERE { ?x a kg:M", delay=5)
    page.keyboard.press("Control+Space")
    hints = page.locator(".CodeMirror-hint")
    expect(hints).to_have_count(5)
    assert sorted(hints.all_inner_texts()) == [
        "kg:Member", "kg:Memo", "kg:Minister", "kg:Ministry", "kg:Motion",
    ]  # fmt: skip


def test_tab_leaves_the_editor(page: Page, server: Server) -> None:
    page.goto(f"{server.address}/query")
    page.locator(".CodeMirror textarea").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Vraag", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#status")).to_contain_text("rijen")


def test_a_link_carries_the_query(page: Page, server: Server) -> None:
    page.goto(f"{server.address}/query?query={quote(FULFILS)}")
    expect(page.locator("#answer tbody tr")).to_have_count(2)
    link = page.get_by_role("link", name="Link naar deze vraag").get_attribute("href")
    assert link is not None
    page.goto(f"{server.address}{link}")
    expect(page.locator("#answer tbody tr")).to_have_count(2)


def test_the_answer_as_csv(page: Page, server: Server) -> None:
    page.goto(f"{server.address}/query?query={quote(FULFILS)}")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Download CSV").click()
    assert waiting.value.suggested_filename == "kamergraaf.csv"
    text = waiting.value.path().read_text(encoding="utf-8")
    assert text.splitlines()[0] == "letter,motion"
    assert iri(MOTION) in text


def test_a_parameter_is_asked_for(page: Page, server: Server) -> None:
    page.goto(f"{server.address}/query?name=evidence")
    field = page.get_by_label("document:")
    expect(field).to_be_visible()
    field.fill(iri(ONE))
    page.get_by_role("button", name="Vraag", exact=True).click()
    expect(page.locator("#answer tbody tr").first).to_be_visible()


def test_an_error_is_said_in_words(page: Page, server: Server) -> None:
    page.goto(f"{server.address}/query?query={quote('SELECT * { ?s kg:citess ?o }')}")
    expect(page.locator("#status")).to_contain_text("did you mean kg:cites?")


REASON = "SELECT ?reason WHERE { ?thing kg:reason ?reason }"


@pytest.mark.parametrize(
    ("lang", "reason"),
    [("nl", "de tekst noemt er geen nummer voor"), ("en", "the text gives no number for it")],
)
def test_an_answer_says_a_reason_in_the_language_of_the_page(
    page: Page, server: Server, lang: str, reason: str
) -> None:
    page.goto(f"{server.address}/query?lang={lang}&query={quote(REASON)}")
    expect(page.locator("#answer td").first).to_have_text(reason)
    with page.expect_download() as waiting:
        page.locator("#download").click()
    assert "the text gives no number for it" in waiting.value.path().read_text(encoding="utf-8")


def test_the_query_page_says_every_reason_as_the_graphs_own_page_does(
    page: Page, server: Server
) -> None:
    others = ("", "it rains", "no register is loaded; it rains", "nobody is called “Bot” soon")
    long = "nobody is called “" + "” ; : perhaps " * 100_000
    asked = [*(english for english, _ in REASONS), *others, long, "a; " * 660 + "a"]
    page.goto(f"{server.address}/query?lang=nl")
    told = """(asked) => {
      const page = JSON.parse(document.getElementById("page").textContent);
      return asked.map(reasons.inDutch(page.reasons, page.months));
    }"""
    assert page.evaluate(told, asked) == [in_dutch(each) for each in asked]


def test_search_and_follow_by_keyboard(page: Page, server: Server) -> None:
    page.goto(server.address)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    page.get_by_label("Zoek op naam, nummer of titel").focus()
    page.keyboard.type("25295, nr. 7")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("Gevonden")
    page.locator(".found a").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Kamerstuk 25 295, nr. 7")
    expect(page.get_by_text("geven we invulling aan de motie-Smit").first).to_be_visible()


def test_the_other_language_is_one_click_away(page: Page, server: Server) -> None:
    page.goto(f"{server.address}/id/document/kst-25295-7")
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", name="What refers to this")).to_be_visible()
    page.get_by_role("link", name="Nederlands").click()
    expect(page.get_by_role("heading", name="Wat hiernaar verwijst")).to_be_visible()


def test_without_javascript_pages_and_queries_work(browser: Browser, server: Server) -> None:
    with browser.new_context(java_script_enabled=False, locale="nl-NL") as context:
        page = context.new_page()
        page.goto(f"{server.address}/query?query={quote(FULFILS)}")
        page.get_by_role("button", name="Vraag", exact=True).click()
        expect(page.locator("pre")).to_contain_text(iri(MOTION).rpartition("/")[2])
        expect(page.locator("pre")).to_contain_text("2 rows")


@pytest.fixture(scope="module")
def hostile_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server over a graph whose every text would like to be markup."""
    from test_serve_pages import hostile_data

    with served(build_graph(hostile_data()).save(tmp_path_factory.mktemp("hostile"))) as running:
        yield running


@pytest.mark.parametrize(
    "path",
    [
        "/page/document/kst-1-1",
        "/search?q=script",
        "/query?query=" + quote("SELECT ?label ?x { ?x rdfs:label ?label }"),
        "/query?query=" + quote("</textarea><script>window.hacked=1</script>"),
        "/query?query=" + quote(
            "SELECT (IRI('javascript:window.hacked=1') AS ?i) ?l { ?x rdfs:label ?l }"),
    ],
)  # fmt: skip
def test_nothing_runs(page: Page, hostile_server: Server, path: str) -> None:
    page.goto(hostile_server.address + path)
    page.wait_for_timeout(300)
    assert page.evaluate("window.hacked") is None
    assert page.locator("main script:not([type='application/json']), main img").count() == 0
    assert page.locator("a[href^='javascript']").count() == 0
