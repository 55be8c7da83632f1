"""Acts, besluiten and circulars: title, day, ministry and everyone who signs."""

from __future__ import annotations

import pytest
from segment_examples import fields, read, signed

from kg.model import Kind, Segments

TOP = "<meta http-equiv='Content-Type' content='text/html; charset=utf-8' />\n\n"
KING = "Wij Willem-Alexander, bij de gratie Gods, Koning der Nederlanden, enz. enz.\n\n"
ACT = (
    TOP + "##Wet van 12 maart 2014, houdende regels over de registratie van fietsen\n\n" + KING
    + "Allen die deze zullen zien of horen lezen, saluut! doen te weten:\n\n### Artikel 1\n\n"
    "De fiets wordt ingeschreven.\n\nGegeven te Wassenaar\n12 maart 2014\nWillem-Alexander\n\n"
    "De Minister van Infrastructuur en Milieu,\nM.H. Schultz van Haegen-Maas Geesteranus\n\n"
    "de *twintigste* maart 2014\n\nDe Minister van Veiligheid en Justitie,\nI.W. Opstelten\n"
)
RULE = (
    TOP + "##Regeling tot wijziging van de Regeling van 3 mei 2000 over fietsen\n\n"
    "De Minister van Verkeer en Waterstaat,\n\nGelet op artikel 2 van de Fietswet;\n\nBesluit:\n\n"
    "### Artikel 1\n\nDe fiets is groen.\n\nDen Haag\n4 juni 2008\n\nDe \nMinister van Verkeer en "
    "Waterstaat, \nC.M.P.S. Eurlings\n"
)
UNSIGNED = (
    "##Loonheffingen, fiets van de zaak\n\nDe plv. Directeur-Generaal voor Fiscale Zaken heeft "
    "namens de Staatssecretaris van Financiën het volgende besloten.\n\n### 1\n\n####Inleiding\n\n"
    "In dit besluit staat hoe de fiets wordt belast.\n"
)
MANDATE = (
    "##Circulaire Fietsplan\n\n####Inleiding\n\nHet fietsplan gaat door.\n\nDe \nMinister van "
    "Binnenlandse Zaken en Koninkrijksrelaties, voor deze: de \ndirecteur-generaal Organisatie,\n"
    "A. Jansen\n"
)


def _said(found: Segments) -> tuple[str | None, str | None, str | None]:
    values = fields(found)
    return values.get("subject"), values.get("date"), values.get("ministry")


def test_an_act_is_signed_by_the_monarch_and_in_every_block() -> None:
    found = read(ACT)
    assert found.kind is Kind.DOCUMENT
    assert _said(found) == (
        "Wet van 12 maart 2014, houdende regels over de registratie van fietsen", "2014-03-12",
        "IenM")
    assert signed(found) == [
        ("Willem-Alexander", "Koning der Nederlanden"),
        ("M.H. Schultz van Haegen-Maas Geesteranus", "De Minister van Infrastructuur en Milieu"),
        ("I.W. Opstelten", "De Minister van Veiligheid en Justitie"),
    ]


def test_the_day_is_that_of_the_signature_where_the_title_has_none() -> None:
    found = read(RULE)
    assert _said(found) == (
        "Regeling tot wijziging van de Regeling van 3 mei 2000 over fietsen", "2008-06-04", "VenW")
    assert signed(found) == [("C.M.P.S. Eurlings", "Minister van Verkeer en Waterstaat")]


def test_who_enacts_gives_the_ministry_where_nobody_signs() -> None:
    assert _said(read(UNSIGNED)) == ("Loonheffingen, fiets van de zaak", None, "FIN")
    assert signed(read(UNSIGNED)) == []


def test_who_signs_in_the_name_of_a_minister() -> None:
    assert signed(read(MANDATE)) == [("A. Jansen", "directeur-generaal Organisatie")]
    assert _said(read(MANDATE))[2] == "BZK"


BLOCKS = {
    "office before name": (
        "Fietsraad,\nVoorzitter, \nA. Jansen\nCommissaris, \nB. de Vries\n\n### Bijlage\n",
        [("A. Jansen", "Voorzitter"), ("B. de Vries", "Commissaris")]),
    "name before office": (
        "Het college van fietsers,\nA.B. de Vries Bos,\nvoorzitter.\n\nE.Jansen,\nCommissaris.\n",
        [("A.B. de Vries Bos", "voorzitter"), ("E.Jansen", "Commissaris")]),
    "in the name of the college": (
        "De Nederlandse Fietsautoriteit,\nM.A. Bos\nvoorzitter Raad van Bestuur a.i.\n",
        [("M.A. Bos", "voorzitter Raad van Bestuur a.i.")]),
    "a minister's delegate on a further line": (
        "De \nStaatssecretaris van Financiën, namens deze: \nde Directeur-Generaal Fietsen, \n"
        "R. Bos\n", [("R. Bos", "de Directeur-Generaal Fietsen")]),
    "a member of a board": (
        "Den Haag\n23 juni 2014,\n\nDe \nStaatssecretaris van Financiën, namens deze, \nT. Bos\n"
        "Lid van het managementteam Fietsen\n", [("T. Bos", "Lid van het managementteam Fietsen")]),
    "nobody": ("De voorzitter benoemt de leden.\n\nVoorzitter,\n\nArtikel 3\n", []),
}


@pytest.mark.parametrize("block, signers", BLOCKS.values(), ids=BLOCKS)
def test_who_signs_for_a_college(block: str, signers: list[tuple[str, str]]) -> None:
    text = f"##Regeling fietsen\n\nGelet op artikel 3;\n\nBesluit:\n\nHet geldt.\n\n{block}"
    assert signed(read(text)) == signers


def test_two_who_sign_on_the_same_day_below_their_place() -> None:
    block = "Den Haag\n30 mei 1997\n\nDe \nMinister van {},\n{}\n\n"
    text = "Bekendmaking\n\nDe zone is bepaald.\n\n"
    text += block.format("Financiën", "A. Jansen") + block.format("Defensie", "B. Bos")
    text += "Meer staat elders.\n\n" + block.format("Justitie", "C. Vos")
    assert [name for name, _ in signed(read(text))] == ["A. Jansen", "B. Bos"]


def test_a_circular_with_a_salutation_is_a_letter() -> None:
    found = read(
        "##Huur van fietsen\n\nGeacht College,\n###1\n\nDe huur stijgt.\n\nHoogachtend, \n\nDe \n"
        "Staatssecretaris van Financiën,\nW. Bos\n"
    )
    assert found.kind is Kind.LETTER
    assert (fields(found)["subject"], fields(found)["addressee"]) == ("Huur van fietsen", "College")
    assert signed(found) == [("W. Bos", "Staatssecretaris van Financiën")]


DAYS = {
    "Tijdelijke regeling van het Commissariaat voor de Fiets van 13 januari 2009 houdende": (
        "2009-01-13"),
    "Besluit van 4 mei 2001, houdende regels": "2001-05-04",
    "Aanwijzing van de Minister van Defensie, van 5 juni 2012, nr. 3": "2012-06-05",
    "Regeling van de Staatssecretaris van Defensie van 6 juli 2013, nr. X/3": "2013-07-06",
    "Besluit tot wijziging van het Besluit van 7 juli 2013": None,
    "Wijziging Besluit post in verband met richtlijn nr. 97/67/EG van 15 december 1997": None,
    "Circulaire huurprijs periode 1 juli 2006 tot 1 januari 2007": None,
}


@pytest.mark.parametrize("title, day", DAYS.items(), ids=DAYS)
def test_the_day_in_a_title(title: str, day: str | None) -> None:
    text = f"##{title}\n\nDe Minister van Defensie,\n\nGelet op artikel 3 van de Wet;\n\nBesluit:\n"
    assert fields(read(text)).get("date") == day


CLOSINGS = {
    "Den Haag, 12 juli 2005.\n\nHet college van fietsers": "2005-07-12",
    "Den Haag\n19 oktober 2004.\n\nHet college van fietsers,\nA. Jansen": "2004-10-19",
    "’s-Gravenhage,\n2 oktober 1996\n\nDe \nMinister van Defensie, \n\nvoor deze, \n\nDe \n"
    "directeur Fietsen,\nA. Jansen": "1996-10-02",
    "Zeist \n4 februari 2015   \n\nFietsraad": "2015-02-04",
    "Den Haag\n1 mei 2004\n\nDen Haag\n2 mei 2004": None,
    "De fiets rijdt sinds\n1 mei 2004.": None,
    "#### Overgang\n1 mei 2004": None,
}


@pytest.mark.parametrize("closing, day", CLOSINGS.items(), ids=CLOSINGS)
def test_the_day_beside_a_place_where_nobody_signs_below_it(closing: str, day: str | None) -> None:
    text = (
        "##Beleidsregel fietsen\n\nGelet op artikel 3 van de Wet;\n\nBesluit:\n\n### Artikel 1\n\n"
        f"Dit geldt vanaf 1 januari 2004.\n\n{closing}\n"
    )
    assert fields(read(text)).get("date") == day


@pytest.mark.parametrize(
    "text",
    [
        "Document:    Besluitenlijst van de procedurevergadering\n\nBesluit:     Geen.\n",
        "Wij vinden fietsen mooi.\n\nGelet op het weer gaan wij lopen.\n",
        "Datum 3 mei 2022\nBetreft Zorg\n\nGeachte heer,\n\nGelet op artikel 3 schrijf ik.\n",
    ],
)
def test_what_is_no_regulation(text: str) -> None:
    assert not read(text).kind_reason.startswith("It is a regulation")
