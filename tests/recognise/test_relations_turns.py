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
    "Daarom zou ik de motie maar gewoon willen ontraden.",
    "Ik moet de motie dan maar ontraden.",
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
    assert rejected("De voorzitter:\nDe motie op stuk nr. 12 was ontraden, hè?") == ["kst-29538-12"]
    assert rejected("De voorzitter:\nWordt de motie op stuk nr. 12 ontraden?") == []
    assert rejected("De voorzitter:\nDe motie op stuk nr. 12 is hiermee afgedaan.") == []
    assert rejected("De heer Bos (VVD):\nDe motie op stuk nr. 12 wordt ontraden.") == []


def test_a_speech_that_a_page_cuts_in_two_has_one_speaker() -> None:
    cut = "De heer Bos (VVD):\nIk ga door.\n\nHandelingen\nTK\n2\n\n"
    assert rejected(cut + "De motie op stuk nr. 12 ontraad ik.") == []


def told(*turns: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Submitters and ids of every motion that the debate is said to name."""
    return [(each.submitters, each.ids) for each in said_of_moties(debate(*turns))]


BOTH = [(("Bos",), ("kst-29538-12",)), (("Kuik", "Bos"), ("kst-29538-13",))]
NEW = (("Bos",), ("kst-29538-14",))
MORE = "De voorzitter:\nDeze motie is voorgesteld door het lid Bos.\n\nZij krijgt nr. 14 (29538)."


@pytest.mark.parametrize("words", [
    "Deze motie van mevrouw Kuik is goed.",
    "Dan de motie van mevrouw Kuik.",
    "De motie-Kuik/Bos is goed.",
    "De motie-Kuik c.s. is goed.",
    "De motie van de leden Kuik en Bos op stuk nr. 13 is goed.",
])
def test_the_motion_of_a_member_is_the_one_handed_in_here(words: str) -> None:
    assert told("Minister De Vries:\n" + words) == BOTH


@pytest.mark.parametrize("words", [
    "Dan de eerder aangenomen motie-Kuik.",
    "Dan de motie van mevrouw Kuik over bomen langs de weg.",
])
def test_a_motion_of_another_day_is_another(words: str) -> None:
    assert told("Minister De Vries:\n" + words) == [*BOTH, (("Kuik",), ())]


def test_of_several_motions_of_a_member_none_is_taken_and_none_made_up() -> None:
    assert told(MORE, "Minister De Vries:\nDan de motie van de heer Bos.") == [*BOTH, NEW]


def test_of_several_the_one_its_speaker_named_last() -> None:
    words = "Minister De Vries:\nDe motie op stuk nr. 14 is nieuw. "
    extracted = debate(MORE, words + "Deze motie van de heer Bos ontraad ik.")
    assert [s.relation.value for s in said_of_moties(extracted)] == ["cites", "cites", "rejects"]


def test_who_handed_it_in_is_who_the_chair_names() -> None:
    words = "De motie op stuk nr. 12 van de leden Bos, Kuik en Smit is goed."
    assert told("Minister De Vries:\n" + words) == BOTH


def test_an_answer_to_a_member_about_another_motion_means_not_the_one_named_last() -> None:
    named = "Minister De Vries:\nDan de motie op stuk nr. 12 van de heer Bos."
    asked = "Mevrouw Kuik (CDA):\nNog over mijn motie. Waarom niet?"
    answer = "Minister De Vries:\nIk ontraad deze motie."
    assert rejected(named, asked, answer) == []
    again = "Minister De Vries:\nIk ga verder. Deze motie ontraad ik."
    assert rejected(named, asked, "Minister De Vries:\nDaarom.", again) == ["kst-29538-12"]
    assert rejected(named, asked.replace("Mevrouw Kuik", "De heer Bos"), answer) == ["kst-29538-12"]


def test_held_over_motions_in_a_list_of_numbers() -> None:
    words = "Ik deel mee dat de volgende aangehouden moties zijn vervallen: 34123-42; 34734-XV-25."
    ids = [ids for _, ids in told("De voorzitter:\n" + words)]
    assert ids[2:] == [("kst-34123-42",), ("kst-34734-XV-25",)]


def test_a_minister_advises_against_several() -> None:
    words = "De moties op de stukken nrs. 12 en 13 gaan over loketten. Die wil ik beide ontraden."
    assert rejected("Minister De Vries:\n" + words) == ["kst-29538-12", "kst-29538-13"]
    words = "Ik heb de moties op de stukken nrs. 12 en\n13. Die zou ik allebei willen ontraden."
    assert rejected("Minister De Vries:\n" + words) == ["kst-29538-12", "kst-29538-13"]
    words = "De moties op de stukken nrs. 12 en 13 gaan over loketten. Die laatste ontraad ik."
    assert rejected("Minister De Vries:\n" + words) == []


def test_a_range_of_motions() -> None:
    words = "De moties op de stukken nrs. 12 t/m 15 (29538) ontraad ik."
    assert rejected("Minister De Vries:\n" + words) == [f"kst-29538-{n}" for n in (12, 13, 14, 15)]


def test_a_motion_told_by_who_put_it_in_before_its_number() -> None:
    words = "De heer Bos heeft een motie ingediend, op stuk nr. 12, over loketten. Ik ontraad haar."
    assert rejected("Minister De Vries:\n" + words) == ["kst-29538-12"]
