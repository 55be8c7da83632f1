"""Who made a commitment, and at whose request: by the turns of a debate and by the signature."""

from __future__ import annotations

import hashlib

import pytest

from kg.model import Document, GraphData, Statement
from kg.pipeline import extract
from kg.resolve.assemble import assemble

TOP = (
    "14\nStaat van de Volkshuisvesting\n\nVoorzitter: Bosma\n\n"
    "Aan de orde is het debat over de Staat van de Volkshuisvesting.\n\n"
    "8 februari 2024\nTweede Kamer    Volkshuisvesting    TK 40    40-6-1\n\n"
)
ASKS = "De heer De Hoop (GroenLinks-PvdA):\nKan dat sneller dan de minister nu zegt?\n\n"
CHAIR = "De voorzitter:\nDe minister.\n\n"


def graph(text: str, name: str = "debat.txt") -> GraphData:
    document = Document(text, name, hashlib.sha256(text.encode()).hexdigest())
    return assemble([extract(document)])


def edges(data: GraphData, predicate: str) -> list[Statement]:
    return [each for each in data.statements if each.predicate == predicate]


def people(data: GraphData, predicate: str) -> list[str]:
    return [each.object for each in edges(data, predicate)]


@pytest.mark.parametrize("between", ["", CHAIR])
def test_in_a_debate_the_speaker_promises_to_the_member_he_answers(between: str) -> None:
    data = graph(f"{TOP}{ASKS}{between}Minister De Jonge:\nDat stuur ik u toe.\n\n{CHAIR}")
    [made] = edges(data, "madeBy")
    assert made.subject.startswith("commitment/") and made.object == "person/p-hugo-de-jonge"
    assert made.quote == "Minister De Jonge:"
    [asked] = edges(data, "requestedBy")
    assert (asked.subject, asked.object) == (made.subject, "person/p-habtamu-de-hoop")
    assert asked.quote == "De heer De Hoop (GroenLinks-PvdA):"


def test_far_into_a_speech_it_is_to_nobody_in_particular() -> None:
    speech = "Er worden dit jaar huizen gebouwd in alle provincies. " * 20
    data = graph(f"{TOP}{ASKS}Minister De Jonge:\n{speech}Daar krijgt u een brief over.\n\n{CHAIR}")
    assert people(data, "madeBy") == ["person/p-hugo-de-jonge"]
    assert not edges(data, "requestedBy")


def test_who_stands_in_the_sentence_asked_for_it() -> None:
    data = graph(f"{TOP}{ASKS}Minister De Jonge:\nDat zeg ik mevrouw Welzijn toe.\n\n{CHAIR}")
    assert people(data, "requestedBy") == ["person/p-merlien-welzijn"]


def test_after_the_chair_alone_it_is_to_nobody_in_particular() -> None:
    data = graph(f"{TOP}{CHAIR}Minister De Jonge:\nDaar krijgt u een brief over.\n\n{CHAIR}")
    assert people(data, "madeBy") == ["person/p-hugo-de-jonge"]
    assert not edges(data, "requestedBy")


LETTER = (
    "Ministerie van Volksgezondheid, Welzijn en Sport\n\nDatum 14 februari 2022\nBetreft Zorg\n\n"
    "Geachte voorzitter,\n\n{}\n\nHoogachtend,\n\n"
    "de minister van Volksgezondheid, Welzijn en Sport,\n\nErnst Kuipers\n"
)


def test_who_signs_a_letter_alone_made_it() -> None:
    data = graph(LETTER.format("Hierover zal ik uw Kamer voor de zomer informeren."), "brief.txt")
    [made] = edges(data, "madeBy")
    assert made.object == "person/p-ernst-kuipers" and "Kuipers" in made.quote


def test_of_two_who_sign_it_is_not_known_which() -> None:
    second = "\n\nde staatssecretaris van VWS,\n\nMaarten van Ooijen\n"
    letter = LETTER.format("Ik zal uw Kamer voor de zomer informeren.") + second
    data = graph(letter, "brief.txt")
    assert len(edges(data, "signedBy")) == 2
    assert not edges(data, "madeBy")


def test_what_was_promised_before_was_made_by_whoever_it_was() -> None:
    said = "In de brief van 5 mei 2021 is toegezegd om een onderzoek te doen."
    assert not edges(graph(LETTER.format(said), "brief.txt"), "madeBy")
