"""What is said of motions in a debate: by turn, with and without the motion's name."""

from __future__ import annotations

import pytest

from kg.model import Document, Extract, Relation
from kg.pipeline import extract
from kg.resolve.said import said_of_moties

HANDED_IN = """12

Wmo

Aan de orde is het VAO Wmo.

De voorzitter:
Deze motie is voorgesteld door het lid Bos.

Zij krijgt nr. 12 (29538).

Mevrouw Kuik (CDA):
Nu mijn motie.

De voorzitter:
Deze motie is voorgesteld door de leden Kuik en Bos.

Zij krijgt nr. 13 (29538).

"""


def debate(*turns: str) -> Extract:
    text = HANDED_IN + "\n\n".join(turns)
    return extract(Document(text, "debat.txt", "0" * 64))


def rejected(*turns: str) -> list[str]:
    """The numbers of the motions that the debate says are advised against."""
    return [
        each.ids[0]
        for each in said_of_moties(debate(*turns))
        if each.relation is Relation.REJECTS
    ]


MINISTER = "Minister De Vries:\nDank u wel. De motie op stuk nr. 12 gaat over loketten. "
ADVISED_AGAINST = [
    "Deze motie ontraad ik.",
    "Daarom ontraad ik deze motie.",
    "Die moet ik ontraden.",
    "Die zou ik met kracht willen ontraden.",
    "Ik moet haar dus helaas ontraden.",
    "Ik ontraad hem.",
    "Om die reden moet ik de motie om principiële redenen ontraden.",
    "Ik moet uw motie dus ontraden.",
    "Ontraden.",
    "Dus helaas: ontraden.",
    "Mijn oordeel is dan ook: ontraden.",
    "Deze motie moet ik afraden.",
    "Ik raad deze motie af.",
    "Over deze motie heb ik een negatief advies.",
    "Zo gaat dat. " * 12 + "Maar deze motie wil ik ontraden.",
    "Als kabinet ontraden wij deze motie.",
]
NOT_ADVISED_AGAINST = [
    "Ik laat het oordeel over deze motie aan de Kamer.",
    "Oordeel Kamer.",
    "Deze motie is ontijdig.",
    "Deze motie kan ik overnemen.",
    "Deze motie neem ik niet over, maar ik laat het oordeel aan de Kamer.",
    "Die motie wordt niet overgenomen.",
    "Ik ga deze motie niet ontraden.",
    "Anders moet ik deze motie ontraden.",
    "Als de motie zo is bedoeld, moet ik haar ontraden.",
    "Zullen we haar dan ontraden?",
    "Dat zou ik iedereen willen ontraden.",
    "Dan de motie over bomen. Die ontraad ik.",
    "Dan de volgende motie. Die moet ik ontraden.",
    "Mevrouw Kuik heeft ook een motie ingediend. Deze motie ontraad ik.",
]


@pytest.mark.parametrize("words", ADVISED_AGAINST)
def test_a_minister_advises_against_the_motion_named_last(words: str) -> None:
    assert rejected(MINISTER + words) == ["kst-29538-12"]


@pytest.mark.parametrize("words", NOT_ADVISED_AGAINST)
def test_what_is_no_advice_against_it(words: str) -> None:
    assert rejected(MINISTER + words) == []


def test_another_motion_ends_the_one_before() -> None:
    assert rejected(MINISTER + "De motie op stuk nr. 13 is goed. Die ontraad ik niet. Ontraden.") \
        == ["kst-29538-13"]


def test_another_speaker_ends_what_a_word_alone_means() -> None:
    member = "De heer Bos (VVD):\nDat is jammer."
    assert rejected(MINISTER, member, "Minister De Vries:\nHelaas. Ontraden.") == []


def test_the_minister_answers_the_chair() -> None:
    chair = "De voorzitter:\nDan de motie op stuk nr. 13."
    assert rejected(chair, "Minister De Vries:\nDie ontraad ik.") == ["kst-29538-13"]
    assert rejected("Minister De Vries:\nDie ontraad ik.") == []


def test_the_chair_repeats_the_advice_and_members_only_speak_of_it() -> None:
    assert rejected("De voorzitter:\nDe motie op stuk nr. 12: ontraden.") == ["kst-29538-12"]
    assert rejected("De voorzitter:\nDe motie op stuk nr. 12 is hiermee afgedaan.") == []
    assert rejected("De heer Bos (VVD):\nDe motie op stuk nr. 12 wordt ontraden.") == []


def test_a_speech_that_a_page_cuts_in_two_has_one_speaker() -> None:
    cut = "De heer Bos (VVD):\nIk ga door.\n\nHandelingen\nTK\n2\n\n"
    assert rejected(cut + "De motie op stuk nr. 12 ontraad ik.") == []
