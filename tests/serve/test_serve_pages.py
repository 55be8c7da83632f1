"""The addresses of things, their pages and data, and search: over HTTP."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pyoxigraph as ox
import pytest
from graph_example import BOER, COMMITMENT, DOSSIER, MOTION, ONE, VERMEER, VWS
from serving import Server, served

from kg.facade import build_graph
from kg.model import GraphData, Literal, Node, Statement
from kg.vocabulary import BASE, iri

PAGE = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
DUTCH = {**PAGE, "Accept-Language": "nl"}
ENGLISH = {**PAGE, "Accept-Language": "en-US,en;q=0.9"}


def path(key: str, start: str = "id") -> str:
    return iri(key).replace(f"{BASE}id/", f"/{start}/")


@pytest.mark.parametrize("key", [MOTION, ONE, DOSSIER, BOER, COMMITMENT])
@pytest.mark.parametrize(
    ("accept", "place"),
    [
        (PAGE["Accept"], "/page/{}"),
        ("text/turtle", "/data/{}.ttl"),
        ("application/ld+json", "/data/{}.jsonld"),
        ("application/n-triples", "/data/{}.nt"),
        ("application/rdf+xml", "/data/{}.rdf"),
        ("text/turtle;q=0.9, text/html;q=0.2", "/data/{}.ttl"),
    ],
)
def test_a_thing_answers_with_the_place_of_what_the_client_takes(
    server: Server, key: str, accept: str, place: str
) -> None:
    answer = server.request(path(key), headers={"Accept": accept})
    assert answer.status == 303
    assert "Accept" in answer.headers["vary"]
    there = answer.headers["location"]
    assert there == place.format(path(key, "x")[3:])
    found = server.request(there)
    assert found.status == 200
    assert found.headers["content-type"].startswith(accept.split(",")[0].split(";")[0])


@pytest.mark.parametrize(
    ("there", "status"),
    [
        ("/id/document/kst-1-1", 404),
        ("/page/document/kst-1-1", 404),
        ("/data/document/kst-1-1.ttl", 404),
        ("/data/document/kst-25295-7.exe", 404),
        ("/data/document/kst-25295-7", 404),
        ("/id/nothing/kst-25295-7", 404),
        ("/id/document/..%2F..%2Fetc%2Fpasswd", 404),
        ("/id/document/%3Cscript%3E", 404),
        ("/id/document/" + "x" * 3000, 404),
        ("/page?iri=nonsense", 404),
        ("/page?iri=%3Cscript%3Ealert(1)%3C/script%3E", 404),
        ("/static/../app.py", 404),
        ("/static/%2e%2e/app.py", 404),
        ("/nowhere", 404),
    ],
)
def test_what_is_not_there(server: Server, there: str, status: int) -> None:
    plain = server.request(there)
    assert plain.status == status
    assert plain.headers["content-type"].startswith("text/plain")
    answer = server.request(there, headers=PAGE)
    assert answer.status == status
    assert "<script" not in answer.text.lower()
    if there.startswith(("/id/", "/page", "/nowhere")):
        assert "<h1>Not found</h1>" in server.request(there, headers=ENGLISH).text
        assert "<h1>Niet gevonden</h1>" in server.request(there, headers=DUTCH).text
        assert 'action="/search"' in answer.text, "there is a way on"
    else:
        assert answer.headers["content-type"].startswith("text/plain")


def test_the_data_of_a_thing_are_its_triples_and_the_evidence(server: Server) -> None:
    answer = server.request(path(MOTION, "data") + ".ttl")
    found = {str(quad.triple) for quad in ox.parse(input=answer.body, format=ox.RdfFormat.TURTLE)}
    edge = f"<{iri(ONE)}> <{BASE}def#fulfils> <{iri(MOTION)}>"
    assert edge in found
    assert any("geven we invulling aan de motie-Smit" in triple for triple in found)


def test_the_page_of_a_motion(server: Server) -> None:
    answer = server.request(path(MOTION, "page"), headers=DUTCH)
    text = html.unescape(answer.text)
    assert '<html lang="nl">' in text
    assert "<h1>Kamerstuk 25 295, nr. 7</h1>" in text
    assert 'href="https://zoek.officielebekendmakingen.nl/kst-25295-7.html"' in text
    assert "<dd>kst-25295-7</dd>" in text
    outgoing, incoming = text.split("<h2>Wat hiernaar verwijst</h2>")
    assert "in dossier" in outgoing.split("<h2>Wat dit zegt</h2>")[1]
    assert "voert uit" in incoming
    assert "geven we invulling aan de motie-Smit" in incoming
    assert "De motie-Smit is deels uitgevoerd" in incoming
    assert f'href="{path(ONE, "page")}"' in incoming


def test_every_edge_shows_every_quote(server: Server) -> None:
    text = html.unescape(server.request(path(MOTION, "page"), headers=DUTCH).text)
    in_dossier = text.split("in dossier")[1].split("</section>")[0]
    assert in_dossier.count("Kamerstuk 25 295, nr. 7") == 2


def test_pages_in_english(server: Server) -> None:
    text = server.request(path(MOTION, "page"), headers=ENGLISH).text
    assert '<html lang="en">' in text
    assert "What refers to this" in text
    assert "fulfils" in text
    chosen = server.request(path(MOTION, "page") + "?lang=en", headers=DUTCH).text
    assert '<html lang="en">' in chosen
    assert f'{path(ONE, "page")}?lang=en' in chosen


def test_a_ministry_has_its_page_under_its_own_iri(server: Server) -> None:
    answer = server.request(f"/page?iri={quote(VWS, safe='')}", headers=DUTCH)
    assert answer.status == 200
    assert "<h1>ministerie van VWS</h1>" in answer.text
    assert "ambt bij" in answer.text


def test_every_link_within_the_server_leads_somewhere(server: Server) -> None:
    seen: set[str] = set()
    todo = ["/", path(MOTION, "page"), "/def", "/query", "/search?q=motie"]
    while todo and len(seen) < 80:
        at = todo.pop()
        if at in seen:
            continue
        seen.add(at)
        answer = server.request(at.partition("#")[0], headers=DUTCH)
        assert answer.status == (303 if at == "/sparql" else 200), at
        if answer.status == 303:
            continue
        if "html" in answer.headers["content-type"]:
            found = re.findall(r'(?:href|src)="(/[^"]*)"', answer.text)
            todo += [html.unescape(each) for each in found]
    assert len(seen) > 40


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("25295, nr. 7", "Kamerstuk 25 295, nr. 7"),
        ("25 295 7", "Kamerstuk 25 295, nr. 7"),
        ("kst-25295-7", "Kamerstuk 25 295, nr. 7"),
        ("DE BOER", "A. de Boer"),
        ("visser", "C. Visser"),
        ("gezond leven", "Gezond Leven"),
        ("2022D00002", "2022D00002"),
        ("VWS/2022 17", "Brief VWS/2022 17"),
        ("én meer", "Brief VWS/2022 17"),
        ("en meer", "Brief VWS/2022 17"),
    ],
)
def test_search_by_name_number_and_title(server: Server, question: str, first: str) -> None:
    text = html.unescape(server.request(f"/search?q={quote(question)}", headers=DUTCH).text)
    found = re.findall(r'<li><a href="[^"]*">([^<]*)</a>', text)
    assert found and found[0] == first, found


@pytest.mark.parametrize("question", ["zzzz", "(((", "\x00", "a" * 5000, "<script>"])
def test_search_finds_nothing_without_failing(server: Server, question: str) -> None:
    answer = server.request(f"/search?q={quote(question)}", headers=DUTCH)
    assert answer.status == 200
    assert "Niets gevonden" in answer.text
    assert "<script>" not in answer.text


def test_how_a_commitment_stands_is_said_in_the_language_of_the_page(server: Server) -> None:
    for headers, said in ((DUTCH, "openstaand"), (ENGLISH, "open")):
        assert f"<dd>{said}</dd>" in server.request(f"/page/{COMMITMENT}", headers=headers).text


def test_why_a_reference_is_not_resolved_is_said_in_the_language_of_the_page(
    server: Server,
) -> None:
    english, dutch = "the text gives no number for it", "de tekst noemt er geen nummer voor"
    for headers, said in ((DUTCH, dutch), (ENGLISH, english)):
        assert f"<dd>{said}</dd>" in server.request(f"/page/{VERMEER}", headers=headers).text


def test_many_values_of_one_property_are_folded(tmp_path: Path) -> None:
    days = [f"nobody is called “Beatrix” on 1998-01-{day:02}" for day in range(10, 30)]
    queen = Node("person/x-beatrix", ("Person",), "Beatrix", tuple(
        Literal("kg:reason", each) for each in days))  # fmt: skip
    with served(build_graph(GraphData((queen,), ())).save(tmp_path)) as running:
        text = running.request("/page/person/x-beatrix", headers=ENGLISH).text
        assert "nog 12" in running.request("/page/person/x-beatrix", headers=DUTCH).text
    opened, _, folded = text.partition("<summary>12 more</summary>")
    assert opened.count("<dd>nobody is called") == 8
    assert folded.count("<li>nobody is called") == 12


@pytest.mark.parametrize("question", ["", " "])
def test_a_search_for_nothing_asks_what_to_search_for(server: Server, question: str) -> None:
    text = server.request(f"/search?q={quote(question)}", headers=DUTCH).text
    assert "<h1>Zoeken</h1>" in text and "<title>Zoeken · Kamergraaf</title>" in text


def test_a_family_name_finds_the_person_first(server: Server) -> None:
    text = server.request("/search?q=Boer", headers=DUTCH).text
    assert "A. de Boer" in text[text.index("<li>") : text.index("</li>")]


def test_a_saved_query_that_does_not_exist_is_not_found(server: Server) -> None:
    answer = server.request("/query?name=fulfild", headers=DUTCH)
    assert answer.status == 404 and "Er is niets met dit adres." in answer.text
    hostile = server.request(f"/query?name={quote(HOSTILE)}", headers=PAGE)
    assert hostile.status == 404 and "<script>window" not in hostile.text


def test_the_terms_are_dereferenceable(server: Server) -> None:
    page = server.request("/def", headers=ENGLISH)
    assert 'id="fulfils"' in page.text
    turtle = server.request("/def", headers={"Accept": "text/turtle"})
    assert turtle.headers["content-type"].startswith("text/turtle")
    assert b"kg:fulfils" in turtle.body


def test_void_counts_the_dataset(server: Server) -> None:
    answer = server.request("/.well-known/void")
    store = ox.Store()
    store.load(input=answer.body, format=ox.RdfFormat.TURTLE)
    total = server.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").bindings[0]["n"]
    found = store.query(
        "PREFIX void: <http://rdfs.org/ns/void#> SELECT ?n ?e { ?d void:triples ?n ; "
        "void:sparqlEndpoint ?e }"
    )
    assert isinstance(found, ox.QuerySolutions)
    rows = [(row["n"].value, row["e"].value) for row in found]
    assert rows == [(total, server.sparql)]


HOSTILE = "</title></script><script>window.hacked=1</script><img src=x onerror=hacked=1>\"'"


def hostile_data() -> GraphData:
    """A graph in which every text would like to be markup."""
    file = "file/" + "0" * 64
    letter, motion = "document/kenmerk:<script>alert(1)</script>", "document/kst-1-1"
    nodes = (
        Node(letter, ("Letter",), HOSTILE, (
            Literal("dcterms:title", HOSTILE), Literal("kg:sourceName", HOSTILE)),
            ("https://example.org/?a=%22%3E%3Cscript%3E",), (("readFrom", file),)),
        Node(motion, ("Motion",), HOSTILE, (Literal("dcterms:identifier", HOSTILE),)),
        Node(file, ("SourceFile",), HOSTILE, (
            Literal("kg:sourceName", HOSTILE), Literal("kg:sha256", "0" * 64),
            Literal("kg:mediaType", "text/html"))),
    )  # fmt: skip
    said = Statement(letter, "fulfils", motion, file, HOSTILE, 0, len(HOSTILE), HOSTILE, 0.5)
    return GraphData(tuple(sorted(nodes, key=lambda node: node.key)), (said,))


@pytest.fixture(scope="module")
def hostile_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server over a graph whose every text would like to be markup."""
    path: Path = build_graph(hostile_data()).save(tmp_path_factory.mktemp("hostile"))
    with served(path) as running:
        yield running


@pytest.mark.parametrize(
    "there",
    [
        "/page/document/kst-1-1",
        "/page/document/kenmerk:%3Cscript%3Ealert(1)%3C%2Fscript%3E",
        "/page/file/" + "0" * 64,
        f"/search?q={quote(HOSTILE)}",
        "/search?q=script",
        f"/query?query={quote(HOSTILE)}",
        f"/?lang={quote(HOSTILE)}",
        f"/?x={quote(HOSTILE)}",
    ],
)
def test_nothing_from_a_document_or_a_query_becomes_markup(
    hostile_server: Server, there: str
) -> None:
    answer = hostile_server.request(there, headers=PAGE)
    assert answer.status == 200
    assert "<script>" not in answer.text
    assert "<img" not in answer.text
    ours = re.compile(r'<script (?:src="/static/[\w.]+" defer|type="application/json" id="page")>')
    assert all(ours.fullmatch(each) for each in re.findall(r"<script[^>]*>", answer.text))
    assert "default-src 'none'" in answer.headers["content-security-policy"]
