"""The Atom feed: valid by the RFC, lasting ids, nothing in it obeyed, nothing from the clock."""

import io
from pathlib import Path
from xml.etree import ElementTree

import pytest
from atom_rules import ATOM, faults
from graph_making import made, node
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.compare import changes
from kg.compare.feed import Feed, feed_of, moment, write_feed
from kg.errors import InputError
from kg.facade import Graph
from kg.vocabulary import iri, statement_key

A, B, MOTION = "document/2022D00001", "document/2022D00002", "document/kst-100-1"
NODES = (node(A, "Letter", "2022-03-01"), node(B, "Letter"), node(MOTION, "Motion", "2021-05-05"))
HOSTILE = (
    "</content><script>alert('1')</script>]]><!-- & &amp; &lt; \x00\x0b\ufffe \U0001f4dc \"q\""
)
EDGE = (A, "cites", MOTION)


def feed(old: Graph, new: Graph, language: str = "en", **told: str | None) -> bytes:
    stream = io.BytesIO()
    options = {"updated": None, "address": None, **told}
    write_feed(changes(old, new), stream, feed_of(old, new, language, **options))
    return stream.getvalue()


def entries(written: bytes) -> list[dict[str, str]]:
    root = ElementTree.fromstring(written)
    return [
        {child.tag.removeprefix(ATOM): child.text or "" for child in entry}
        for entry in root.findall(f"{ATOM}entry")
    ]


def test_a_feed_keeps_the_rules_and_tells_what_changed() -> None:
    new = made(NODES, [EDGE, (B, "fulfils", MOTION)], {EDGE: "zie de motie"})
    written = feed(made(NODES, []), new)
    assert faults(written) == []
    first, second = entries(written)
    from graph_making import statement

    assert first["id"] == iri(statement_key(statement(EDGE, "zie de motie")))
    assert first["title"] == "New: 2022D00001 – cites: kst-100-1"
    assert (first["updated"], first["content"]) == ("2022-03-01T00:00:00Z", "zie de motie")
    assert second["updated"] == "2022-03-01T00:00:00Z", "the latest date, for it has none itself"
    gone = entries(feed(new, made(NODES, []), "nl"))
    assert gone[0]["title"] == "Verdwenen: 2022D00001 – haalt aan: kst-100-1"
    assert gone[0]["id"] == first["id"]


def test_the_rules_see_a_breach() -> None:
    written = feed(made(NODES, []), made(NODES, [EDGE]))
    for part, broken, fault in (
        (b"<id>https", b"<id>no iri ", "the id of feed is no IRI"),
        (b"T00:00:00Z", b" 00:00", "feed has no time"),
        (b"<author><name>Kamergraaf</name>\n</author>", b"", "an entry has no author"),
        (b"<title>New", b"<title>x</title><title>New", "entry has not one title"),
    ):
        assert part in written
        assert fault in faults(written.replace(part, broken)), fault


def test_hostile_words_stay_words() -> None:
    nodes = (node(A, "Letter", "2022-03-01", label=HOSTILE), *NODES[1:])
    written = feed(made(NODES, []), made(nodes, [EDGE], {EDGE: HOSTILE}))
    assert faults(written) == []
    assert b"<script" not in written
    (entry,) = entries(written)
    shown = HOSTILE.replace("\x00", "\ufffd").replace("\x0b", "\ufffd").replace("\ufffe", "\ufffd")
    assert entry["content"] == shown
    assert "</content><script>" in entry["title"]


@settings(max_examples=60)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_words_give_a_valid_feed(label: str, quote: str) -> None:
    nodes = (node(A, "Letter", "2022-03-01", label=label or "x"), *NODES[1:])
    assert faults(feed(made(NODES, []), made(nodes, [EDGE], {EDGE: quote}))) == []


def test_pages_of_other_kinds_are_no_links() -> None:
    from dataclasses import replace

    pages = ("https://zoek.officielebekendmakingen.nl/kst-100-1.html", "urn:x:y",
             "https://www.tweedekamer.nl/kamerstukken/detail?id=1&did=2")  # fmt: skip
    motion = replace(NODES[2], pages=pages)
    new = made((*NODES[:2], motion), [EDGE, (MOTION, "cites", B)])
    written = feed(made(NODES, []), new)
    assert faults(written) == []
    links = [
        [(each.get("rel"), each.get("href")) for each in entry.findall(f"{ATOM}link")]
        for entry in ElementTree.fromstring(written).findall(f"{ATOM}entry")
    ]
    there = [("alternate", pages[2]), ("related", pages[0])]
    assert links == [there, there]


def test_no_change_is_an_empty_valid_feed() -> None:
    graph = made(NODES, [EDGE])
    written = feed(graph, graph, address="https://data.example.nl/changes.atom")
    assert faults(written) == [] and entries(written) == []
    root = ElementTree.fromstring(written)
    assert root.findtext(f"{ATOM}id") == "https://data.example.nl/changes.atom"
    (link,) = root.findall(f"{ATOM}link")
    assert (link.get("rel"), link.get("href")) == ("self", "https://data.example.nl/changes.atom")


def test_a_given_time_is_that_of_the_feed_and_all_entries() -> None:
    written = feed(made(NODES, []), made(NODES, [EDGE]), updated="2024-01-31T12:00:00+01:00")
    times = [each.text for each in ElementTree.fromstring(written).iter(f"{ATOM}updated")]
    assert times == ["2024-01-31T11:00:00Z"] * 2


@pytest.mark.parametrize("text", ["yesterday", "2024-01-31T12:00:00", "2024-02-31", ""])
def test_a_time_without_its_zone_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="no day or time with its zone"):
        moment(text)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "https://", "/changes", "https://a b/"])
def test_what_is_no_web_address_is_refused(address: str) -> None:
    graph = made(NODES, [])
    with pytest.raises(InputError, match="is no web address"):
        feed_of(graph, graph, "nl", updated=None, address=address)


def test_graphs_without_dates_need_a_time() -> None:
    graph = made([node(B, "Letter")], [])
    with pytest.raises(InputError, match="give --updated"):
        feed_of(graph, graph, "nl", updated=None, address=None)
    assert isinstance(feed_of(graph, graph, "nl", updated="2024-01-31", address=None), Feed)


def test_a_relation_without_a_statement_keeps_one_name(tmp_path: Path) -> None:
    from kg.facade import load_graph

    kg, things = "https://w3id.org/kamergraaf/def#", "https://w3id.org/kamergraaf/id/document/"
    path = tmp_path / "bare.ttl"
    path.write_text(f"<{things}a> <{kg}cites> <{things}b> , <{things}c> .\n")
    empty = made(NODES, [])
    one, again = (entries(feed(empty, load_graph(path))) for _ in range(2))
    assert one == again and len({each["id"] for each in one}) == 2
    assert one[0]["id"].startswith("urn:uuid:")
    assert one[0]["content"] == one[0]["title"] == "New: document/a – cites: document/b"
