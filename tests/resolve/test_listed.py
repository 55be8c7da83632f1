"""Papers of lists of decisions and of incoming papers: title, day, sender, what the title says."""

from __future__ import annotations

import hashlib

import pytest

from kg.model import Document, GraphData, Node, Statement
from kg.pipeline import extract
from kg.resolve.assemble import assemble

INCOMING = (
    "14\nIngekomen stukken\n\nLijst van ingekomen stukken, met de door de Voorzitter ter zake "
    "gedane voorstellen:\n\nBrieven regering:\n\n{}\n"
)
DECIDED = (
    "                                      Den Haag, 28 oktober 2016\n\n"
    "Voortouwcommissie:         vaste commissie voor Financiën\n\n"
    "Document:                  Besluitenlijst van de procedurevergadering van woensdag 26\n"
    "                           oktober 2016\n\n"
    "1.   Agendapunt:         Huizen\n\n{}\n"
)
BELOW = (
    "      {} - 32847-343\n     \n\n     \n"
    "      minister van Binnenlandse Zaken en Koninkrijksrelaties, K.H. Ollongren - 03 april 2018"
    "\n\n"
    "      Rondgezonden en gepubliceerd.\n"
)
CASE = (
    "     Zaak:               Brief regering - minister van Financiën, J.R.V.A. Dijsselbloem - 10\n"
    "                         oktober 2016\n"
    "                         {} - 33532-64\n"
    "     Besluit:            Voor kennisgeving aangenomen.\n"
)


def graph(text: str) -> GraphData:
    document = Document(text, "lijst.txt", hashlib.sha256(text.encode()).hexdigest())
    return assemble([extract(document)])


def node(data: GraphData, key: str) -> Node:
    return next(each for each in data.nodes if each.key == key)


def edges(data: GraphData, subject: str) -> list[Statement]:
    return [each for each in data.statements if each.subject == subject]


@pytest.mark.parametrize(
    ("text", "key", "day", "sender"),
    [
        (INCOMING.format(BELOW), "document/kst-32847-343", "2018-04-03", "p-kajsa-ollongren"),
        (DECIDED.format(CASE), "document/kst-33532-64", "2016-10-10", "p-jeroen-dijsselbloem"),
    ],
    ids=["incoming", "decided"],
)
def test_a_paper_of_a_list_has_its_title_day_and_sender(
    text: str, key: str, day: str, sender: str
) -> None:
    data = graph(text.format("Overzicht van de bouw\n     van huizen"))
    found = {each.prop: each.text for each in node(data, key).literals}
    assert found["dcterms:title"] == "Overzicht van de bouw van huizen"
    assert found["dcterms:date"] == day
    assert "Letter" in node(data, key).types
    [signed] = [each for each in edges(data, key) if each.predicate == "signedBy"]
    assert signed.object == f"person/{sender}" and signed.quote.startswith("minister van ")


def test_the_paper_and_not_the_list_says_what_its_title_says() -> None:
    reacts = "Reactie op de motie van het lid Beckerman over een toets (Kamerstuk 32847-335)"
    data = graph(INCOMING.format(BELOW.format(reacts)))
    said = [(each.predicate, each.object) for each in edges(data, "document/kst-32847-343")]
    assert ("followsUp", "document/kst-32847-335") in said
    assert not [each for each in data.statements if each.predicate == "followsUp"
                and each.subject != "document/kst-32847-343"]  # fmt: skip


def test_the_paper_meets_the_commitment_that_its_title_names() -> None:
    meets = "Overzicht naar aanleiding van toezegging tijdens het debat van 27 maart 2018"
    data = graph(INCOMING.format(BELOW.format(meets)))
    [met] = [each for each in data.statements if each.predicate == "fulfils"]
    assert met.subject == "document/kst-32847-343"


@pytest.mark.parametrize(
    "entry",
    [
        "      Overzicht van de bouw - 32847-343\n\n      Rondgezonden en gepubliceerd.\n",
        "      Overzicht - 32847-343\n\n      minister van Financiën, W. Bos - niet bekend\n",
    ],
    ids=["no sender", "no day"],
)
def test_what_a_list_does_not_say_is_not_told(entry: str) -> None:
    data = graph(INCOMING.format(entry))
    props = {each.prop for each in node(data, "document/kst-32847-343").literals}
    assert not {"dcterms:title", "dcterms:date"} & props


def test_a_letter_that_cites_so_is_no_list() -> None:
    letter = "Datum 3 mei 2018\nBetreft Huizen\n\nGeachte voorzitter,\n\n{}\n\nHoogachtend,\n"
    data = graph(letter.format(BELOW.format("Overzicht van de bouw")))
    props = {each.prop for each in node(data, "document/kst-32847-343").literals}
    assert "dcterms:date" not in props
