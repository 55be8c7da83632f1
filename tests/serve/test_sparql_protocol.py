"""The SPARQL 1.1 Protocol, asked by a real client over a real connection."""

from __future__ import annotations

import gzip
import json
import subprocess
from urllib.parse import quote, urlencode

import pyoxigraph as ox
import pytest
import rdflib
from graph_example import FILES, MOTION, ONE, TWO
from serving import FORM, Server

from kg.vocabulary import iri

FULFILS = "SELECT ?letter WHERE { ?letter kg:fulfils ?motion } ORDER BY ?letter"
EDGES = "CONSTRUCT WHERE { ?letter kg:fulfils ?motion }"
LETTERS = sorted((iri(ONE), iri(TWO)))
DIRECT = {"Content-Type": "application/sparql-query"}
AS_FORM = {"Content-Type": FORM}


def letters(server: Server, path: str, **more: object) -> list[str]:
    answer = server.request(path, **more)  # type: ignore[arg-type]
    assert answer.status == 200, answer.text
    return [row["letter"] for row in answer.bindings]


def test_a_query_by_get(server: Server) -> None:
    assert letters(server, f"/sparql?{urlencode({'query': FULFILS})}") == LETTERS


def test_a_query_by_post_as_a_form(server: Server) -> None:
    body = urlencode({"query": FULFILS}).encode()
    assert letters(server, "/sparql", method="POST", body=body, headers=AS_FORM) == LETTERS


def test_a_query_by_post_as_it_is(server: Server) -> None:
    body = FULFILS.encode()
    headers = {"Content-Type": "application/sparql-query; charset=UTF-8"}
    assert letters(server, "/sparql", method="POST", body=body, headers=headers) == LETTERS


def test_head_has_no_body(server: Server) -> None:
    answer = server.request(f"/sparql?{urlencode({'query': FULFILS})}", method="HEAD")
    assert (answer.status, answer.body) == (200, b"")


@pytest.mark.parametrize(
    ("accept", "media_type", "start"),
    [
        ("", "application/sparql-results+json", '{\n "head"'),
        ("*/*", "application/sparql-results+json", '{\n "head"'),
        ("application/json", "application/json", '{\n "head"'),
        ("application/sparql-results+xml", "application/sparql-results+xml", "<?xml"),
        ("text/xml", "text/xml; charset=utf-8", "<?xml"),
        ("text/csv", "text/csv; charset=utf-8", "letter\r\n"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8", "?letter\n"),
        ("text/markdown", "text/markdown; charset=utf-8", "| letter |"),
        ("text/plain", "text/plain; charset=utf-8", "letter"),
        ("text/csv;q=0.4, application/sparql-results+xml;q=0.5",
         "application/sparql-results+xml", "<?xml"),
        ("image/png, */*;q=0.1", "application/sparql-results+json", '{\n "head"'),
        ("application/sparql-results+json;q=0, text/*", "text/csv; charset=utf-8", "letter"),
    ],
)  # fmt: skip
def test_rows_in_every_format(server: Server, accept: str, media_type: str, start: str) -> None:
    answer = server.ask(FULFILS, accept)
    assert answer.status == 200
    assert answer.headers["content-type"] == media_type
    assert "accept" in answer.headers["vary"].lower()
    assert answer.text.startswith(start)


@pytest.mark.parametrize(
    ("accept", "media_type", "form"),
    [
        ("", "text/turtle; charset=utf-8", ox.RdfFormat.TURTLE),
        ("application/n-triples", "application/n-triples", ox.RdfFormat.N_TRIPLES),
        ("application/ld+json", "application/ld+json", ox.RdfFormat.JSON_LD),
        ("application/rdf+xml", "application/rdf+xml", ox.RdfFormat.RDF_XML),
        ("application/rdf+xml;q=0.2, text/turtle;q=0.9", "text/turtle; charset=utf-8",
         ox.RdfFormat.TURTLE),
    ],
)  # fmt: skip
def test_triples_in_every_format(
    server: Server, accept: str, media_type: str, form: ox.RdfFormat
) -> None:
    answer = server.ask(EDGES, accept)
    assert answer.status == 200
    assert answer.headers["content-type"] == media_type
    found = ox.parse(input=answer.body, format=form)
    assert sorted(str(quad.subject)[1:-1] for quad in found) == LETTERS


def test_a_format_by_parameter_for_who_cannot_set_a_header(server: Server) -> None:
    assert server.ask(FULFILS, "text/html", format="csv").text.startswith("letter\r\n")


def test_truth(server: Server) -> None:
    assert json.loads(server.ask("ASK { ?l kg:fulfils ?m }").body)["boolean"] is True
    assert json.loads(server.ask("ASK { ?l kg:rejects ?m }").body)["boolean"] is False


@pytest.mark.parametrize(
    ("path", "more", "status", "words"),
    [
        ("/sparql?query=SELEKT", {}, 400, "query, line 1, column 1"),
        ("/sparql?query=", {}, 400, "is empty"),
        ("/sparql?query=ASK%7B%7D&query=ASK%7B%7D", {}, 400, "2 queries"),
        ("/sparql?default-graph-uri=http://e.org/", {}, 400, "no query"),
        ("/sparql?query=%FF", {}, 400, "not UTF-8"),
        ("/sparql?query=ASK%7B%3Fs%20kg:citess%20%3Fo%7D", {}, 400, "did you mean kg:cites"),
        ("/sparql", {"method": "POST", "body": b"", "headers": AS_FORM}, 400, "no query"),
        ("/sparql", {"method": "POST", "body": b"ASK {}", "headers": {
            "Content-Type": "text/plain"}}, 415, "application/sparql-query"),
        ("/sparql", {"method": "POST", "body": "ASK {}".encode("utf-16"), "headers": DIRECT},
         400, "not UTF-8"),
        ("/sparql", {"method": "POST", "body": b"ASK {}", "headers": {
            "Content-Type": "application/sparql-query; charset=utf-16"}}, 415, "UTF-8"),
        ("/sparql", {"method": "POST", "body": b"x" * 300_000, "headers": DIRECT}, 413, "longer"),
        ("/sparql", {"method": "PUT", "body": b"ASK {}", "headers": DIRECT}, 405, ""),
        ("/sparql", {"method": "DELETE"}, 405, ""),
        (f"/sparql?{urlencode({'query': FULFILS})}", {"headers": {"Accept": "image/png"}}, 406,
         "application/sparql-results+json"),
        (f"/sparql?{urlencode({'query': EDGES})}", {"headers": {"Accept": "text/csv"}}, 406,
         "text/turtle"),
    ],
)  # fmt: skip
def test_what_cannot_be_answered_says_why(
    server: Server, path: str, more: dict[str, object], status: int, words: str
) -> None:
    answer = server.request(path, **more)  # type: ignore[arg-type]
    assert answer.status == status, answer.text
    assert words in answer.text
    assert len(answer.text.splitlines()) <= 1
    if status == 405:
        assert set(answer.headers["allow"].split(", ")) == {"GET", "HEAD", "POST"}


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (urlencode({"update": "DROP ALL"}).encode(), AS_FORM),
        (b"DROP ALL", {"Content-Type": "application/sparql-update"}),
        (urlencode({"query": "DROP ALL"}).encode(), AS_FORM),
        (b"INSERT DATA { <a:a> <a:b> <a:c> }", DIRECT),
        (b"SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", DIRECT),
        (b"SELECT * { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }", DIRECT),
        (b"SELECT * { \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", DIRECT),
    ],
)
def test_updates_and_calls_to_elsewhere_are_refused(
    server: Server, body: bytes, headers: dict[str, str]
) -> None:
    answer = server.request("/sparql", method="POST", body=body, headers=headers)
    assert answer.status in (400, 403), answer.text


def test_the_graph_of_one_source_file(server: Server) -> None:
    for name, key in FILES.items():
        answer = server.ask(FULFILS, **{"default-graph-uri": iri(key)})
        expected = {"brief-een.txt": [iri(ONE)], "brief-twee.txt": [iri(TWO)], "nota.txt": []}
        assert [row["letter"] for row in answer.bindings] == expected[name]


def test_two_graphs_are_one_default_graph(server: Server) -> None:
    graphs = [("default-graph-uri", iri(key)) for key in FILES.values()]
    assert letters(server, f"/sparql?{urlencode([('query', FULFILS), *graphs])}") == LETTERS


def test_a_named_graph(server: Server) -> None:
    query = "SELECT ?letter ?g WHERE { GRAPH ?g { ?letter kg:fulfils ?motion } }"
    one = server.ask(query, **{"named-graph-uri": iri(FILES["brief-een.txt"])})
    assert [row["letter"] for row in one.bindings] == [iri(ONE)]
    every = server.ask(query)
    assert {row["letter"]: row["g"] for row in every.bindings} == {
        iri(ONE): iri(FILES["brief-een.txt"]),
        iri(TWO): iri(FILES["brief-twee.txt"]),
    }


def test_the_dataset_in_the_query_itself_and_the_request_before_it(server: Server) -> None:
    one, two = iri(FILES["brief-een.txt"]), iri(FILES["brief-twee.txt"])
    query = f"SELECT ?letter FROM <{one}> WHERE {{ ?letter kg:fulfils ?motion }}"
    assert [row["letter"] for row in server.ask(query).bindings] == [iri(ONE)]
    short = f"PREFIX f: <{one[:-3]}>\n" + query.replace(f"<{one}>", f"f:{one[-3:]}")
    assert [row["letter"] for row in server.ask(short).bindings] == [iri(ONE)]
    overruled = server.ask(query, **{"default-graph-uri": two})
    assert [row["letter"] for row in overruled.bindings] == [iri(TWO)]


def test_a_graph_that_is_not_there(server: Server) -> None:
    answer = server.ask(FULFILS, **{"default-graph-uri": "http://e.org/none"})
    assert answer.status == 400
    assert "there is no such graph" in answer.text


def test_without_a_query_the_service_describes_itself(server: Server) -> None:
    answer = server.request("/sparql")
    found = rdflib.Graph().parse(data=answer.text, format="turtle")
    sd = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    service = next(found.subjects(rdflib.RDF.type, sd.Service))
    assert str(found.value(service, sd.endpoint)) == server.sparql
    assert {str(name) for name in found.objects(None, sd.name)} == {
        iri(key) for key in FILES.values()
    }
    xml = server.request("/sparql", headers={"Accept": "application/rdf+xml"})
    assert len(rdflib.Graph().parse(data=xml.text, format="xml")) == len(found)


def test_pages_of_elsewhere_may_ask(server: Server) -> None:
    origin = {"Origin": "https://yasgui.example"}
    answer = server.request(f"/sparql?{urlencode({'query': FULFILS})}", headers=origin)
    assert answer.headers["access-control-allow-origin"] == "*"
    asked = {**origin, "Access-Control-Request-Method": "POST",
             "Access-Control-Request-Headers": "content-type"}  # fmt: skip
    allowed = server.request("/sparql", method="OPTIONS", headers=asked)
    assert allowed.status == 200
    assert "POST" in allowed.headers["access-control-allow-methods"]


def test_long_answers_are_packed_for_who_takes_them(server: Server) -> None:
    query = "SELECT * WHERE { ?s ?p ?o }"
    plain = server.ask(query)
    path = f"/sparql?{urlencode({'query': query})}"
    packed = server.request(path, headers={"Accept-Encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed.body) == plain.body
    assert len(packed.body) < len(plain.body) / 4
    assert "content-encoding" not in plain.headers


def test_values_for_the_parameters_of_a_query(server: Server) -> None:
    query = "# param motion (thing): which\nSELECT ?letter { ?letter kg:fulfils ?motion }"
    answer = server.ask(query, **{"$motion": MOTION})
    assert sorted(row["letter"] for row in answer.bindings) == LETTERS
    absent = server.ask(query, **{"$motion": "kst-1-1"})
    assert absent.status == 400 and "'kst-1-1' is not in this graph" in absent.text


def test_curl(server: Server) -> None:
    run = subprocess.run(
        ["curl", "-sS", "--noproxy", "*", "-H", "Accept: text/csv", "--data-urlencode",
         f"query={FULFILS}", server.sparql],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert run.stdout.split() == ["letter", *LETTERS]


def test_every_answer_keeps_a_browser_from_running_it(server: Server) -> None:
    for path in ("/sparql", "/nowhere", f"/sparql?query={quote('<script>')}"):
        headers = server.request(path).headers
        assert "script-src 'self'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
