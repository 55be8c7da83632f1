"""One letter in every format: the same header, signatories, citations, motions and relations."""

from __future__ import annotations

from dataclasses import replace

import pytest
from letter_samples import LETTERS, two_pages

from kg import pipeline
from kg.model import Extract, GraphData, Kind
from kg.read import read_bytes

FILES = {**LETTERS, "pages.pdf": two_pages}
LETTER = "document/kenmerk:3512345-1045678-PG"
MOTION = "document/kst-25295-1892"
SAID = {
    ("addressedTo", "https://identifier.overheid.nl/tooi/id/oorg/oorg10002"),
    ("issuedBy", "https://identifier.overheid.nl/tooi/id/ministerie/mnre1025"),
    ("onBehalfOf", "post/mzp-lzs"),
    ("mentionsProgramme", "programme/prog-nationaal-preventieakkoord"),
    ("cites", "document/kst-32793-584"),
    ("cites", "document/kst-25424-630"),
    ("cites", MOTION),
    ("fulfils", MOTION),
    *((how, who) for how in ("signedBy", "coSignedBy")
      for who in ("person/p-ernst-kuipers", "person/p-maarten-van-ooijen")),
}


def extract(name: str) -> Extract:
    """What the letter says in one format, under one digest: the bytes differ."""
    return pipeline.extract(replace(read_bytes(FILES[name](), name), sha256="0" * 64))


def statements(graph: GraphData) -> set[tuple[object, ...]]:
    """Every statement with whether a note says so, and how far a motion is fulfilled."""
    return {
        (one.subject, one.predicate, one.object, one.in_footnote, one.degree)
        for one in graph.statements
    }


def folded(text: str | None) -> str:
    return " ".join((text or "").split())


@pytest.mark.parametrize("name", FILES)
def test_the_letter_says_what_a_reader_sees(name: str) -> None:
    graph = pipeline.resolve([extract(name)])
    said = {(one.predicate, one.object) for one in graph.statements if one.subject == LETTER}
    assert said == SAID
    assert {one.in_footnote for one in graph.statements if one.object == MOTION} == {True, False}
    [promise] = [one for one in graph.statements if one.predicate == "madeIn"]
    assert promise.object == LETTER
    assert folded(promise.quote).startswith("Ik zeg uw Kamer toe om voor de zomer van 2023")


@pytest.mark.parametrize("name", FILES)
def test_every_format_gives_the_same_statements_and_nodes(name: str) -> None:
    graph = pipeline.resolve([extract(name)])
    plain = pipeline.resolve([extract("brief.txt")])
    assert statements(graph) == statements(plain)
    assert {(node.key, node.types) for node in graph.nodes} == {
        (node.key, node.types) for node in plain.nodes
    }


@pytest.mark.parametrize("name", FILES)
def test_the_header_and_the_signatories(name: str) -> None:
    segments = extract(name).segments
    assert segments.kind is Kind.LETTER
    assert {(field.name, field.value) for field in segments.fields} == {
        ("ministry", "VWS"), ("date", "2023-02-14"), ("kenmerk", "3512345-1045678-PG"),
        ("addressee", "TK"), ("subject", "Voortgang van het preventiebeleid"),
        ("attachments", "1"),
    }
    assert [(one.name, folded(one.office)) for one in segments.signatories] == [
        ("Ernst Kuipers", "de minister van Volksgezondheid, Welzijn en Sport"),
        ("Maarten van Ooijen", "de staatssecretaris van Volksgezondheid, Welzijn en Sport"),
    ]


@pytest.mark.parametrize("name", FILES)
def test_the_same_mentions_in_the_same_roles(name: str) -> None:
    def seen(found: Extract) -> list[tuple[str, str | None, str]]:
        return sorted((one.kind, one.id or "", one.role.value) for one in found.mentions)

    assert seen(extract(name)) == seen(extract("brief.txt"))
    for one in extract(name).mentions:
        assert one.surface == one.span.of(extract(name).document.text)


def test_statements_of_a_pdf_know_their_page() -> None:
    graph = pipeline.resolve([extract("pages.pdf")])
    pages = {
        (one.predicate, one.object.rpartition("/")[2]): one.page
        for one in graph.statements if one.subject == LETTER and not one.in_footnote
    }
    assert pages["onBehalfOf", "mzp-lzs"] == 1
    assert pages["fulfils", "kst-25295-1892"] == 2
    assert pages["signedBy", "p-ernst-kuipers"] == 2
    noted = {one.object: one.page for one in graph.statements if one.in_footnote}
    assert (noted["document/kst-32793-584"], noted[MOTION]) == (1, 2)
