"""The day of a motion that gets its number in a debate is that of the debate."""

from __future__ import annotations

import hashlib

import pytest

from kg.model import Document
from kg.pipeline import extract
from kg.resolve.assemble import assemble

FOOT = "8 februari 2024\nTweede Kamer    Volkshuisvesting    TK 40    40-6-1\n\n"
DEBATE = (
    "14\nStaat van de Volkshuisvesting\n\nVoorzitter: Bosma\n\n"
    "Aan de orde is het debat over de Staat van de Volkshuisvesting.\n\n{}"
    "De voorzitter:\nDeze motie is voorgesteld door het lid De Hoop.\n"
    "Zij krijgt nr. 1136 (32847).\n\n"
    "Minister De Jonge:\nDe motie-Beckerman (32847, nr. 900) is al uitgevoerd.\n"
)


def days(text: str, key: str) -> set[str]:
    """The dates of a node in the graph of one text."""
    document = Document(text, "debat.txt", hashlib.sha256(text.encode()).hexdigest())
    [node] = [each for each in assemble([extract(document)]).nodes if each.key == key]
    return {literal.text for literal in node.literals if literal.prop == "dcterms:date"}


@pytest.mark.parametrize(("foot", "day"), [(FOOT, {"2024-02-08"}), ("", set())])
def test_a_motion_has_the_day_of_the_debate_in_which_it_gets_its_number(
    foot: str, day: set[str]
) -> None:
    assert days(DEBATE.format(foot), "document/kst-32847-1136") == day


def test_one_that_is_only_spoken_of_has_another() -> None:
    assert days(DEBATE.format(FOOT), "document/kst-32847-900") == set()
