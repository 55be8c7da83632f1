"""Dossiers as a whole, and numbers whose dossier only the rest of the text tells."""

from __future__ import annotations

import pytest

from kg.model import Mention
from kg.recognise import find

READ = [
    # behind a keyword
    ("Kamerstuk 36 600", ["dossier-36600"]),
    ("Kamerstuk 35925-VI", ["dossier-35925-VI"]),
    ("Kamerstuk 36410-A", ["dossier-36410-A"]),
    ("Kamerstuk 21501-28", ["dossier-21501-28"]),
    ("Kamerstukken II 2009/10, 32 193) tot wet is verheven", ["dossier-32193"]),
    ("Kamerstukken 29 737 en 29 738", ["dossier-29737", "dossier-29738"]),
    ("TK 1971–1972, 10 124", ["dossier-10124"]),
    ("(m.n. TK 14178 1976/77, 1979/80)", ["dossier-14178"]),
    ("Kamerstukken met nummer 35 925", ["dossier-35925"]),
    # in brackets
    ("de begroting (35300-V)", ["dossier-35300-V"]),
    ("de begroting (30300 A)", ["dossier-30300-A"]),
    ("het wetsvoorstel Wijziging van de Mediawet (33892);", ["dossier-33892"]),
    ("Goedkeuring van het verdrag (Trb. 2013, 12) (33782-(R2016))", ["dossier-33782"]),
    ("de begroting van Onderwijs (33 000, VIII)", ["dossier-33000-VIII"]),
    ("de Wet op de molens (33025)", ["dossier-33025"]),
    ("Reactie op amendementen Molenwet 1956 (31930)", ["dossier-31930"]),
    ("Voortgang Huis voor molens (31 475)", ["dossier-31475"]),
    ("Betreft: Voortgang Huis voor molens (31 475)", ["dossier-31475"]),
    ("wijziging van de Molenwet (nrs. 30914 en 31728)", ["dossier-30914", "dossier-31728"]),
    ("de Slotwet (TK 36100-XVI)", ["dossier-36100-XVI"]),
    ("Wet op het accountantsberoep (33025)", ["dossier-33025"]),
    ("de Invoeringswet vereenvoudiging en flexibilisering bv-recht (32426)", ["dossier-32426"]),
    ("Belastingplan 2011 c.a. (32 504)", ["dossier-32504"]),
    ("Uitstel statuten Huis voor democratie en rechtsstaat (31 475)", ["dossier-31475"]),
    ("de Algemene wet op de molens (29 702)", ["dossier-29702"]),
    ("31771 Antwoord op vragen over molens", ["dossier-31771"]),
    ("Amendementen Wet medisch onderzoek met mensen (31452)", ["dossier-31452"]),
    ("Over de Wet dieren (31 389) en de Molenwet (31 390) is gesproken.",
     ["dossier-31389", "dossier-31390"]),
    ("De Wet toezicht op de luchtvaart (31 389), die nog loopt", ["dossier-31389"]),
    # at the head of a subject
    ("36820-XII Verslag houdende een lijst van vragen", ["dossier-36820-XII"]),
    ("36820-A Verslag houdende een lijst van vragen", ["dossier-36820-A"]),
    ("Onderwerp: 31 771 Nnavv Molenwet", ["dossier-31771"]),
    ("31124 3eNvW Molenwet", ["dossier-31124"]),
    # by name
    ("wetsvoorstellen 33 129 en 33 330", ["dossier-33129", "dossier-33330"]),
    ("initiatiefwetsvoorstellen 31531 en 32664", ["dossier-31531", "dossier-32664"]),
    ("wetsvoorstel 33 129 en 33 330 anderen", ["dossier-33129"]),
    ("wetsvoorstel 36 278", ["dossier-36278"]),
    ("dossiernummer 29544", ["dossier-29544"]),
    ("dossiernr 36 200", ["dossier-36200"]),
    ("Dossier: 36 200", ["dossier-36200"]),
    ("wetsvoorstel\u00a036\u2009278", ["dossier-36278"]),
    ("wetsvoorstel 36\n      278", ["dossier-36278"]),
    ("WETSVOORSTEL 36 278", ["dossier-36278"]),
    ("Goedkeuring van het verdrag - 34417-(R2068)", ["dossier-34417"]),
    ("de Rijkswet 27 484 (R 1669)", ["dossier-27484"]),
    ("Kamerstukken II, 2000–20 001, 27 034) tot wet", ["dossier-27034"]),
    ("Behandeld dossier\n    30545\n", ["dossier-30545"]),
]

NOT_ONE = [
    "(35300)",
    "de prijs (12 500) van het huis",
    "Kamerstuk 2019",
    "aan de TK 35 000 handtekeningen",
    "het wetsvoorstel uit 2019",
    "wetsvoorstel (45 000 woorden)",
    "dossier 123",
    "in 27 484 (Rotterdam) woningen",
    "Er zijn nu veel molens (31 827)",
    "Door de Molenwet kregen molenaars een bijdrage (31 827)",
    "Subsidie voor de Molenwet (31.827)",
    "volgens de Wet werk en bijstand meer (35 000) uitkeringen",
    "volgens de Wet werk en bijstand meer (35 123) uitkeringen",
    "Ik heb de wet gelezen en 120 gevallen (31 389) gemeld.",
    "Ik heb de wet gelezen en verzoeken (31 389), zeker",
    "Stijging uitkeringen Participatiewet vorig jaar (31 200) en nu",
    "Stijging uitkeringen Participatiewet (31 234) en nu",
    "Sinds 2012 gaat de Wet langdurige zorg naar (32 400) mensen",
    "Zo gaat de Wet langdurige zorg naar (32 412), dus veel",
    "Door de Molenwet (31 827) molenaars erbij",
    "Door de Molenwet betaalt zij (31 827), zei ze",
    "De Molenwet helpt molenaars (31 827).",
    "De Molenwet van vorig jaar (31 827).",
    "Onderwerp: Aantal woningen per gemeente (28 400)",
    "Onderwerp: AANTAL molens in Zeeland (28 412)",
    "Onderwerp: Nieuwe molens in Zeeland (28 412) euro",
    "Onderwerp: Kosten van de molens (28 400)",
    "In het debat ging het om veel (31 827) woningen.",
    "Onderwerp: Nieuwe molens in Zeeland (28 412)",
    "Betreft: Verkoop van onze molens (28 412)",
    "Uitgaven Molenwet (31 234), Zeilwet (22 345)",
    "Zij betaalden boetes op grond van de Molenwet in Utrecht (37 456)",
    "De Molenwet telde veel molenaars (31 234).",
    "17000 Nota betaald",
    "17123 Nota betaald",
    "31 234 Reacties op molens",
    "35 000 Antwoorden op de vraag",
    "21 345 Antwoorden op de enquête",
    "Er is meer. 36820 Verslagen zijn er.",
    "Vergaderjaar 2022–2023\n36 200 IX Nota over molens\n",
]


def of(kind: str, text: str) -> list[Mention]:
    return [mention for mention in find(text) if mention.kind == kind]


@pytest.mark.parametrize(("text", "ids"), READ)
def test_is_read(text: str, ids: list[str]) -> None:
    assert [mention.id for mention in of("dossier", text)] == ids
    assert of("kamerstuk", text) == []


@pytest.mark.parametrize("text", NOT_ONE)
def test_is_none(text: str) -> None:
    assert [(m.id, m.surface) for m in of("dossier", text)] == []


def test_a_count_is_no_second_dossier() -> None:
    assert [m.id for m in of("dossier", "Kamerstuk 34682 en 15 000 hectare")] == ["dossier-34682"]
    text = "Kamerstukken 34682 en 35 000 hectare"
    assert [m.id for m in of("dossier", text)] == ["dossier-34682"]


# --- from the context ------------------------------------------------------------------------

DEBATE = "Aan de orde is het wetsvoorstel Begroting (35300-V). Zij krijgt nr. 15 (35300-V). "

CONTEXT = [
    # the dossier debated
    (DEBATE + "Het amendement op stuk nr. 8.", ["kst-35300-V-15", "kst-35300-V-8"]),
    (DEBATE + "Dat amendement heeft nu nummer 14.", ["kst-35300-V-15", "kst-35300-V-14"]),
    (DEBATE + "De stukken nrs. 8, 9 en 10.",
     ["kst-35300-V-15", "kst-35300-V-8", "kst-35300-V-9", "kst-35300-V-10"]),
    # another dossier cited does not count, a number known here does
    (DEBATE + "De motie (29754, nr. 513). De motie op stuk nr. 513.",
     ["kst-35300-V-15", "kst-29754-513", "kst-29754-513"]),
    ("Zij krijgt nr. 3 (31311). Zij krijgt nr. 8 (32793). De motie op stuk nr. 8.",
     ["kst-31311-3", "kst-32793-8", "kst-32793-8"]),
    # a paper speaks of its own dossier
    ("Vergaderjaar 2024–2025\n36 682\nWijziging\nNr. 10\nGEWIJZIGDE MOTIE\n"
     "Ter vervanging van die gedrukt onder nr. 8\n", ["kst-36682-10", "kst-36682-8"]),
]  # fmt: skip

UNCERTAIN = [
    ("De motie op stuk nr. 12.", "the text names no dossier it could belong to"),
    ("Zij krijgt nr. 3 (31311). Zij krijgt nr. 8 (32793). De motie op stuk nr. 5.",
     "the dossier may be any of 31311, 32793"),
    ("Zij krijgt nr. 3 (31311). Zij krijgt nr. 3 (32793). De motie op stuk nr. 3.",
     "the dossier may be any of 31311, 32793"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "ids"), CONTEXT)
def test_the_context_gives_the_dossier(text: str, ids: list[str]) -> None:
    assert [mention.id for mention in of("kamerstuk", text)] == ids


@pytest.mark.parametrize(("text", "reason"), UNCERTAIN)
def test_two_that_fit_are_not_guessed_between(text: str, reason: str) -> None:
    last = of("kamerstuk", text)[-1]
    assert (last.value, last.reason) == (None, reason)
