"""Letters by their kenmerk, and the letter's own among them."""

from __future__ import annotations

import pytest

from kg.model import Role
from kg.recognise import kenmerk, tweede_kamer
from kg.recognise.engine import Engine

ENGINE = Engine((*tweede_kamer.RECOGNISERS, *kenmerk.RECOGNISERS))

CITED = [
    ("Kamerstuk kenmerk 3382139-1030472-PG, 10 juni 2022", "3382139-1030472-PG"),
    ("Brief van de minister, kenmerk: 5401166.", "5401166"),
    ("de circulaire (kenmerk 2008-0000548161) van", "2008-0000548161"),
    ("met kenmerk IENW/BSK-2021/212551 van", "IENW/BSK-2021/212551"),
    ("met kenmerk Min-BuZa.2020.4763-8.", "Min-BuZa.2020.4763-8"),
    ("kenmerk TRCNVWA/2020/ 6168 aan", "TRCNVWA/2020/6168"),
    ("kenmerk DGLGS / 96865694 over", "DGLGS/96865694"),
    ("van 30 juni 2005, kenmerk GMT/G 2595309;", "GMT/G2595309"),
    ("van 16 augustus 2012, kenmerk EGES/djon/TDZ 11704, aan", "EGES/djon/TDZ11704"),
    ("kenmerk 1722926-208233-\n   DICIOPM, p. 10", "1722926-208233-DICIOPM"),
    ("kenmerk 1722926-208233DICIO, p. 2", "1722926-208233-DICIO"),  # joined by a program
    ("kenmerk 1722926-208233-\n\nDICIO, p. 2", "1722926-208233-DICIO"),
    ("kenmerk 1722926-208233-\n\nDe zorg", "1722926-208233"),
    ("in de brief met kenmerk\n   1722926-208233-DICIO.", "1722926-208233-DICIO"),
    ("kenmerk 1722926–208233–DICIO", "1722926-208233-DICIO"),
    ("ken-\nmerk 3382139-1030472-PG", "3382139-1030472-PG"),
    ("(kenmerk arc-2004.1462/5), over", "arc-2004.1462/5"),
    ("FVD (kenmerk: 172816.07U).", "172816.07U"),
    ("op de motie (DGLGS/89794048), wat", "DGLGS/89794048"),
    ("van 11 december 2014, 692617-129795-MC, op", "692617-129795-MC"),
    ("In antwoord op uw brief van 5 maart 2024, nr. 5284183, deel ik", "5284183"),
    ("Uw kenmerk\n171733.02U\n", "171733.02U"),
    ("mijn circulaire van 18 februari 2000 (MG 2000-03) heb ik", "MG2000-03"),
    ("zie de circulaire MG 94-31.", "MG94-31"),
    ("de mededeling van 19 augustus 1994, nr. IFZ94/705.2 (Infobulletin)", "IFZ94/705.2"),
    ("in het antwoord van 23 februari 2009, nr. DGB 2009/0800 op vragen", "DGB2009/0800"),
    ("de brief van 22 februari 2010 aan de Tweede Kamer, nr. DGB2010/86U.", "DGB2010/86U"),
    ("de circulaire van 28 januari 1971, nr. AB70/3362, inzake", "AB70/3362"),
    ("de circulaire van 25 juli 1988 (B88/U524) met", "B88/U524"),
    ("de brief van 18 februari 1994 (nr. BW94/U336-BK94/479) van", "BW94/U336-BK94/479"),
    ("de brief van 3 mei 2011 (nr. WJZ / 12354950)", "WJZ/12354950"),
    ("kenmerk: 1722926-208233-DICIO170. Hierin\n\n  170 Zie daar", "1722926-208233-DICIO"),
    ("kenmerk 3382139-1030472-PG3, p. 2\n[^3]: Zie daar", "3382139-1030472-PG"),
    ("kenmerk 3382139-1030472-PG3, p. 2", "3382139-1030472-PG3"),
    ("met kenmerk (PaG/B&S/15798). Deze", "PaG/B&S/15798"),
    ("(kenmerk [C/S&A/07/1155](../../x))", "C/S&A/07/1155"),
    ("kenmerk 42065//WB;", "42065/WB"),
    ("kenmerk DGLGS\n      / 96865694 over", "DGLGS/96865694"),
    ("de circulaire van 19 juni 1997, nr. AD97/U521.Het voorstel", "AD97/U521"),
    ("kenmerk 5401166.De brief", "5401166"),
    ("de circulaire van 24 november 2009, nr. 2009-644512, bent u", "2009-644512"),
    ("de brief van 7 juni 2005, nr. 5356030/05/6;", "5356030/05/6"),
    ("het nader rapport van 27 april 2001, nr. WJZ / 01016877, uitgebracht", "WJZ/01016877"),
    ("Op de voordracht van Onze Minister van Zaken van 3 mei 1998, nr. ABC/DEF/L 98.123456,",
     "ABC/DEF/L98.123456"),
    ("voordracht van Onze Minister van 3 mei 2005, directie Wetgeving, nr. 5343836/05/6;",
     "5343836/05/6"),
]  # fmt: skip

OWN = [
    ("TER BESLISSING Datum 28 februari 2025 Kenmerk SKI / 97216123 \n", "SKI/97216123"),
    ("Ons kenmerk\n5303168\n\nGeachte", "5303168"),
    ("Kenmerk\n\n3315034-1024000-BPZ\n", "3315034-1024000-BPZ"),
    ("**Kenmerk**  \n3315034-1024000-BPZ\n", "3315034-1024000-BPZ"),
    (
        "gericht is op het terugdringen\nKenmerk\nvan gebruik. Het 3466324-1039478-PDCIC\nkabinet",
        "3466324-1039478-PDCIC",
    ),
    (
        "          Ons kenmerk\nDatum   1 mei 2023\n          DGLGS / 26814786\nBetreft  vragen",
        "DGLGS/26814786",
    ),
    ("Datum          Ons kenmerk\n6 mei 2020     z2020-11824\n", "z2020-11824"),
    ("hier verder gaat:          Ons kenmerk\nneemt:       DGLGS / 26814786\n", "DGLGS/26814786"),
    ("Ons kenmerk: 2019.146/002\n", "2019.146/002"),
    ("Kenmerk: 5401166\n", "5401166"),
    ("Kenmerk | 5401166 |\n", "5401166"),
    ("##Aanwijzing van de minister van 1 mei 2014, 696543-13073-MC, op", "696543-13073-MC"),
    (
        "Regeling van de Minister van Zaken van 3 mei 2011, nr. WJZ / 12354959, houdende",
        "WJZ/12354959",
    ),
    ("          WJZ / 96595438\n\nEen gelijkluidende brief", "WJZ/96595438"),
    (
        "Regeling van de Minister van Zorg van 8 juli 2013, kenmerk 129679-106375-MC, houdende",
        "129679-106375-MC",
    ),
]

NONE = [
    "een kenmerk van de regeling is dat",
    "het kenmerk van deze brief",
    "datum en ons kenmerk vermelden. Wilt u slechts een zaak",
    "Kenmerken 2019",
    "kenmerk\nSKI / documentId\n",
    "Ons kenmerk\nBijlage(n)\n17\n",
    "Ons kenmerk\n\n\n2500 EH  Den Haag\n070 340 79 11\n",
    "Kenmerk\n0703407911\n",
    "kenmerkend voor de aanpak 12345678",
    "telefoon 070-3405268, nr. 123456",
    "beschikking van 14 maart 1967, nr. 994901",
    "beschrijving met kadastrale kenmerken 123-45",
    "kenmerk 25295-1892",
    "Gelet op het Besluit van 12 mei 2012 (nr. WJZ / 12354959) en",
    "het rapport van 27 april 2001, nr. WJZ / 01016877, uitgebracht",
    "het besluit van 25 maart 1991, nr. DB89/735, BNB 1991/142",
    "in de brief over het besluit van 25 maart 1991, nr. DB89/735",
    "de brief van 3 mei 2011, nr. 2 van de lijst",
    "de brief van 3 mei 2011, nr. Jansen 2",
    "de MG-formatie, MG 12-13-14, 5 MG 20",
    "NL12/RABO1234567890",
]


@pytest.mark.parametrize(("text", "reference"), CITED)
def test_cited(text: str, reference: str) -> None:
    (mention,) = ENGINE.scan(text)
    assert (mention.id, mention.role) == (f"kenmerk:{reference}", Role.CITED)
    assert mention.span.of(text) == mention.surface


@pytest.mark.parametrize(("text", "reference"), OWN)
def test_own(text: str, reference: str) -> None:
    (mention,) = ENGINE.scan(text)
    assert (mention.id, mention.role) == (f"kenmerk:{reference}", Role.OWN)
    assert mention.span.of(text) == mention.surface


@pytest.mark.parametrize("text", NONE)
def test_none(text: str) -> None:
    assert list(ENGINE.scan(text)) == []


def test_a_list() -> None:
    text = "kenmerk 3382139-1030472-PG, 3465580-1039411-VGP en 3465581-1039412-VGP"
    found = list(ENGINE.scan(text))
    assert len(found) == 3
    assert {m.citation and m.citation.of(text) for m in found} == {text}


@pytest.mark.parametrize(
    ("text", "references"),
    [
        ("kenmerk 42026/WB en van 10 mei 2011, 42065/WB;", ["42026/WB", "42065/WB"]),
        ("(kenmerk 2019.146/001), 3 mei", ["2019.146/001"]),
        ("kenmerk 2019.146/001, 2019.146/002 en 2019.146/003", ["2019.146/00" + n for n in "123"]),
        ("(kenmerk 5401166), van 3 mei 2020 (5401167)", ["5401166", "5401167"]),
        ("kenmerk 5401166 en 2020", ["5401166"]),
        ("kenmerk 5401166 en 54011", ["5401166"]),
        ("kenmerk 2019.146/001 en artikel 3", ["2019.146/001"]),
        ("MG 2000-03, 2000-05 en 2001-04", ["MG2000-03", "MG2000-05", "MG2001-04"]),
        ("MG 2000-03 en MG 2001-04", ["MG2000-03", "MG2001-04"]),
    ],
)
def test_a_list_with_one_label(text: str, references: list[str]) -> None:
    assert [m.id for m in ENGINE.scan(text)] == [f"kenmerk:{one}" for one in references]


def test_your_kenmerk_may_be_two() -> None:
    found = list(ENGINE.scan("Uw kenmerk\n171733.02U en 172816.07U\nGeachte"))
    assert [m.id for m in found] == ["kenmerk:171733.02U", "kenmerk:172816.07U"]


def test_a_number_of_the_kamer_is_no_kenmerk() -> None:
    (mention,) = ENGINE.scan("van 2 juli 2020, kenmerk 2020D28006")
    assert (mention.id, mention.kind) == ("2020D28006", "tweede-kamer")


def test_numbers_of_two_kinds_behind_the_word() -> None:
    found = list(ENGINE.scan("Kenmerk 35334-329/2025D04649."))
    assert [(m.id, m.kind) for m in found] == [
        ("kst-35334-329", "kamerstuk"),
        ("2025D04649", "tweede-kamer"),
    ]
