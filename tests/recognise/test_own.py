"""A paper's own number is no citation; a citation in the same words stays one."""

from __future__ import annotations

import pytest

from kg.model import Role
from kg.recognise import find

HEAD = "Tweede Kamer der Staten-Generaal\n2\n\nVergaderjaar 2022–2023\n\n"
SENATE = "Eerste Kamer der Staten-Generaal\n1\nVergaderjaar 2020–2021\n\n"
FOOT = "Tweede Kamer, vergaderjaar 2022–2023, 34 352, nr. 271"

OWN = [
    ("title block", HEAD + "34 352\n\nParticipatiewet\n\nNr. 271\n\nMOTIE", "kst-34352-271"),
    ("title block, indented", HEAD + "     34 352\n\n   Wet\n\n   Nr. 271\n", "kst-34352-271"),
    ("title beside the dossier", HEAD + "34 352   Participatiewet\nNr. 271\n", "kst-34352-271"),
    ("chapter", HEAD + "36 410 VI\nBegroting\nNr. 76\n", "kst-36410-VI-76"),
    ("chapter on its own line", HEAD + "36 600\n   XVI\nBegroting\nNr. 93\n", "kst-36600-XVI-93"),
    ("council", HEAD + "21 501-32\nLandbouwraad\nNr. 1509\n", "kst-21501-32-1509"),
    ("Rijkswet", HEAD + "27 484 (R1669)\nWet\nNr. 3\n", "kst-27484-3"),
    ("two dossiers", HEAD + "31 839\nJeugd\n25 295\nZiekte\nNr. 870\n", "kst-31839-870"),
    ("no line between", HEAD.replace("2\n\n", "") + "34 352\nNr. 271\n", "kst-34352-271"),
    ("letter, no line between", SENATE.replace("1\n", "") + "35 526, L\n", "kst-35526-L"),
    ("letter", SENATE + "35 526\nL\tBRIEF VAN DE MINISTER\n", "kst-35526-L"),
    ("two letters", SENATE + "35 526  Wet\n        van X\n\nCF      VERSLAG\n", "kst-35526-CF"),
    ("letter above", SENATE + "35 526 Wet\n\nAB\n\nNADERE MEMORIE VAN\n", "kst-35526-AB"),
    ("letter, no chamber", "Vergaderjaar 2020–2021\n35 526\nL\tBRIEF VAN\n", "kst-35526-L"),
    ("foot", f"tekst\n\n{FOOT}\n\nmeer", "kst-34352-271"),
    ("foot with its page", f"tekst\n{FOOT}      2\nmeer", "kst-34352-271"),
    ("foot with its place", f"tekst\n’s-Gravenhage 2023   {FOOT}   1\n", "kst-34352-271"),
    ("above the ISSN", "Van Baarle\n\nkst-34352-271\nISSN 0921 - 7371\n", "kst-34352-271"),
    ("first line", "08 februari 2023\n\n36169-31\nWijziging van de Klimaatwet\n", "kst-36169-31"),
]

CITED = [
    ("footnote", f"tekst\n1 {FOOT}.\n2 Idem, p. 3.\n"),
    ("running text", f"Zie {FOOT}, waarin dat staat."),
    ("more behind it", f"tekst\n{FOOT}, p. 3.\n"),
    ("sources, one a line", "\n".join(f"{FOOT}{n}" for n in range(4))),
    ("in brackets", "De motie (36169-31) van 2023"),
    ("further down", "Geachte voorzitter,\n" * 40 + "\n36169-31\n\n"),
    ("a letter in a list", HEAD + "34 352\nWet\nA  VERSLAG\nB  BRIEF VAN DE MINISTER\n"),
    ("a letter, no dossier", SENATE + "L  BRIEF VAN DE MINISTER\n"),
    ("a numbered line", "Nr. 271 van de lijst\n34 352\n"),
]


@pytest.mark.parametrize(("name", "text", "own"), OWN, ids=[row[0] for row in OWN])
def test_is_the_papers_own(name: str, text: str, own: str) -> None:
    assert [(m.id, m.role) for m in find(text) if m.kind == "kamerstuk"] == [(own, Role.OWN)]


@pytest.mark.parametrize(("name", "text"), CITED, ids=[row[0] for row in CITED])
def test_stays_a_citation(name: str, text: str) -> None:
    assert Role.OWN not in [mention.role for mention in find(text)]


def test_an_own_number_is_own_everywhere_and_nothing_else_is() -> None:
    text = f"{FOOT}   1\n\nZie 34 352, nr. 271 en Kamerstuk 34 352, nr. 12.\n{FOOT}   2\n"
    roles = [(m.id, m.role.value) for m in find(text) if m.kind == "kamerstuk"]
    assert roles == [
        ("kst-34352-271", "own"),
        ("kst-34352-271", "own"),
        ("kst-34352-12", "cited"),
        ("kst-34352-271", "own"),
    ]


# (what stands below the number at the top, the dossier, what it is to the paper)
DOSSIERS = [
    ("Plenair debat (wetgeving) - Begroting Buitenlandse Zaken (36410-V)", "36410-V", "own"),
    ("Plenair debat (wetgeving) - Klimaatwet (36410-V) (re- en dupliek)", "36410-V", "own"),
    ("Zie ook de begroting (Kamerstuk 36 410 V).", "36410-V", "own"),
    ("Plenair debat (wetgeving) - Begroting Defensie (36410-X)", "36410-X", "cited"),
    ("het wetsvoorstel Wijziging van de Mediawet (33892)", "33892", "cited"),
]


@pytest.mark.parametrize(("below", "dossier", "role"), DOSSIERS)
def test_the_papers_own_dossier_is_no_citation(below: str, dossier: str, role: str) -> None:
    found = [m for m in find(f"36410-V-48\n\n{below}\n") if m.kind == "dossier"]
    assert [(m.id, m.role.value) for m in found] == [(f"dossier-{dossier}", role)]


def test_what_is_replaced_stays_so() -> None:
    text = f"{FOOT}   1\nMotie (t.v.v. 34 352, nr. 270)\n"
    papers = [m for m in find(text) if m.kind == "kamerstuk"]
    assert [m.role.value for m in papers] == ["own", "replaced"]


def test_the_title_blocks_further_dossiers_are_kept() -> None:
    (mention,) = [m for m in find(OWN[7][1]) if m.kind == "kamerstuk"]
    assert mention.surface == "Nr. 870"
    assert getattr(mention.value, "further", None) == ("dossier-25295",)


# (what stands below the title block, what is replaced)
REPLACING = [
    ("GEWIJZIGDE MOTIE VAN HET LID X TER VERVANGING VAN DIE GEDRUKT ONDER NR. 26", [26]),
    ("GEWIJZIGDE MOTIE VAN DE LEDEN X EN Y\nTer vervanging van die gedrukt onder nr. 26", [26]),
    ("AMENDEMENT VAN HET LID X TER VERVANGING VAN DAT GEDRUKT ONDER NR. 12", [12]),
    ("NADER GEWIJZIGDE MOTIE TER VERVANGING VAN DIE GEDRUKT ONDER DE NRS. 8 EN 9", [8, 9]),
    ("Gewijzigd amendement ter vervanging van dat gedrukt onder nr. 12", [12]),
    ("Gewijzigde motie ter vervanging van die gedrukt onder de nrs. 8, 9 en 10", [8, 9, 10]),
    ("Gewijzigde motie (t.v.v. nr. 12)", [12]),
    ("Gewijzigde motie tvv nr. 12 over zorg", [12]),
    ("Gewijzigde motie ter vervanging van nr. 12", [12]),
    ("Motie ter\n   vervanging van die gedrukt onder nr. 12\nZie 36 410, nr. 12.", [12]),
]


@pytest.mark.parametrize("head", [HEAD + "36 600\n XII\nWet\nNr. 56\n", "36600-XII-56\n"])
@pytest.mark.parametrize(("below", "numbers"), REPLACING)
def test_what_a_motion_replaces_is_of_its_own_dossier(
    head: str, below: str, numbers: list[int]
) -> None:
    replaced = [m for m in find(head + below) if m.role is Role.REPLACED]
    assert [m.id for m in replaced] == [f"kst-36600-XII-{number}" for number in numbers]
    assert {m.reason for m in replaced} == {"the dossier is the document's own"}
