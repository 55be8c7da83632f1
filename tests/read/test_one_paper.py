"""A Kamerstuk says the same as official XML and as the publisher's page, and knows itself."""

from __future__ import annotations

import pytest
from paper_samples import PAPER_HTML, PAPER_TABLE, PAPER_XML

from kg import pipeline
from kg.model import GraphData
from kg.read import read_bytes

PAPER = "document/kst-32793-700"
FORMS = {"paper.xml": PAPER_XML, "paper.html": PAPER_HTML, "table.html": PAPER_TABLE}


def graph(name: str) -> GraphData:
    return pipeline.resolve([pipeline.extract(read_bytes(FORMS[name], name))])


def said(name: str) -> set[tuple[str, str, str, bool]]:
    return {(s.subject, s.predicate, s.object, s.in_footnote) for s in graph(name).statements}


@pytest.mark.parametrize("name", ["paper.html", "table.html"])
def test_xml_and_page_give_the_same_graph(name: str) -> None:
    assert said(name) == said("paper.xml")
    assert {(node.key, node.types, node.pages) for node in graph(name).nodes} - _files(name) == {
        (node.key, node.types, node.pages) for node in graph("paper.xml").nodes
    } - _files("paper.xml")


def _files(name: str) -> set[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return {(n.key, n.types, n.pages) for n in graph(name).nodes if n.types == ("SourceFile",)}


@pytest.mark.parametrize("name", FORMS)
def test_its_metadata_identify_it(name: str) -> None:
    [paper] = [node for node in graph(name).nodes if any(k == "readFrom" for k, _ in node.links)]
    assert (paper.key, paper.types) == (PAPER, ("Letter", "Kamerstuk"))
    assert paper.pages == ("https://zoek.officielebekendmakingen.nl/kst-32793-700.html",)
    known = {(literal.prop, literal.text) for literal in paper.literals}
    assert {
        ("dcterms:identifier", "kst-32793-700"), ("dcterms:date", "2023-02-14"),
        ("kg:vergaderjaar", "2022-2023"),
    } <= known


@pytest.mark.parametrize("name", FORMS)
def test_what_it_says(name: str) -> None:
    of_paper = {(rel, what, noted) for who, rel, what, noted in said(name) if who == PAPER}
    assert of_paper == {
        ("inDossier", "dossier/32793", False),
        ("addressedTo", "https://identifier.overheid.nl/tooi/id/oorg/oorg10002", False),
        ("issuedBy", "https://identifier.overheid.nl/tooi/id/ministerie/mnre1025", False),
        ("signedBy", "person/p-ernst-kuipers", False),
        ("fulfils", "document/kst-25295-1892", False),
        ("cites", "document/kst-25295-1892", False),
        ("cites", "document/kst-25295-1892", True),
        ("cites", "document/kst-25424-630", False),
        ("cites", "document/kst-32793-584", False),
        ("mentionsProgramme", "programme/prog-nationaal-preventieakkoord", False),
    }


@pytest.mark.parametrize("name", ["paper.html", "table.html"])
def test_links_around_the_paper_are_no_citations(name: str) -> None:
    targets = {link.target for link in read_bytes(FORMS[name], name).links}
    assert targets == {
        "https://zoek.officielebekendmakingen.nl/kst-25295-1892.html",
        "https://zoek.officielebekendmakingen.nl/kst-32793-584.html",
    }
