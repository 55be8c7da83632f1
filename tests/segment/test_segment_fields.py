"""The fields a document prints about itself, in every layout of its references block."""

from __future__ import annotations

import pytest
from segment_examples import all_values, document, fields, letter, read, signed, stretches

from kg.model import Kind, Part
from kg.segment import segment

SALUTATION = "\n\nGeachte voorzitter,\n\nHierbij informeer ik u.\n"

HEADS = {
    "one line each": (
        "Datum 3 mei 2022\nBetreft Voortgang zorg\nKenmerk 1234567-123456-PG",
        {"date": "2022-05-03", "subject": "Voortgang zorg", "kenmerk": "1234567-123456-PG"},
    ),
    "colons": (
        "Datum: 3 mei 2022\nOnderwerp: Voortgang zorg\nOns kenmerk: DGLGS / 12345678",
        {"date": "2022-05-03", "subject": "Voortgang zorg", "kenmerk": "DGLGS / 12345678"},
    ),
    "values below": (
        "Datum\n3 mei 2022\n\nOnderwerp\nVoortgang zorg\n\nOns kenmerk\n2020-0000164964",
        {"date": "2022-05-03", "subject": "Voortgang zorg", "kenmerk": "2020-0000164964"},
    ),
    "bold marks": (
        "**Kenmerk**\n\n1234567-123456-PG\n\n**Bijlage(n)**\n\n2\n\n**Datum** 3 mei 2022",
        {"kenmerk": "1234567-123456-PG", "attachments": "2", "date": "2022-05-03"},
    ),
    "labels side by side": (
        "Datum      Ons kenmerk\n3 mei 2022     z2022-11824\n\nOnderwerp\nVoortgang zorg",
        {"date": "2022-05-03", "subject": "Voortgang zorg", "kenmerk": "z2022-11824"},
    ),
    "labels side by side, a tab between": (
        "Datum\tOns kenmerk\n3 mei 2022\tz2022-11824\nOnderwerp\nVoortgang zorg",
        {"date": "2022-05-03", "subject": "Voortgang zorg", "kenmerk": "z2022-11824"},
    ),
    "empty date": ("Datum\nBetreft Voortgang zorg", {"subject": "Voortgang zorg"}),
    "empty kenmerk": (
        "Datum 3 mei 2022\nOns kenmerk\n\n\nBetreft Zorg",
        {"date": "2022-05-03", "subject": "Zorg"},
    ),
    "subject over lines": (
        "Datum    3 mei 2022\nBetreft  Besluit tot wijziging van het Besluit kwaliteit\n"
        "         leefomgeving en het Omgevingsbesluit",
        {
            "date": "2022-05-03",
            "subject": "Besluit tot wijziging van het Besluit kwaliteit leefomgeving en het "
            "Omgevingsbesluit",
        },
    ),
    "subject over lines, layout lost": (
        "Datum 3 mei 2022\nBetreft Aanpak Nederland van het slot, perspectief voor sectoren en\n"
        "herstel van natuur",
        {
            "date": "2022-05-03",
            "subject": "Aanpak Nederland van het slot, perspectief voor sectoren en herstel van "
            "natuur",
        },
    ),
    "tabs": (
        "\t\tDatum\t3 mei 2022\n\t\tBetreft\tVoortgang zorg",
        {"date": "2022-05-03", "subject": "Voortgang zorg"},
    ),
    "your reference and attachments in words": (
        "Uw kenmerk\n171733.02U\nBijlage(n)\ntwee\nDatum 3 mei 2022",
        {"your-reference": "171733.02U", "attachments": "2", "date": "2022-05-03"},
    ),
    "no attachments": (
        "Bijlage(n): geen\nDatum 3 mei 2022", {"attachments": "0", "date": "2022-05-03"},
    ),
    "empty your letter": (
        "Uw brief\n\n*Correspondentie uitsluitend\nrichten aan*\nDatum 3 mei 2022",
        {"date": "2022-05-03"},
    ),
    "sender by name": (
        "Ministerie van Justitie en\nVeiligheid\n\n> Retouradres Postbus 20301\n\nDatum 3 mei 2022",
        {"ministry": "JenV", "date": "2022-05-03"},
    ),
    "sender of an earlier day": (
        "Ministerie van Veiligheid en Justitie\nDatum 3 mei 2016",
        {"ministry": "VenJ", "date": "2016-05-03"},
    ),
    "sender by web address": (
        "www.rijksoverheid.nl/lvvn\nDatum 3 mei 2025", {"ministry": "LVVN", "date": "2025-05-03"},
    ),
    "addressee": (
        "De Voorzitter van de Eerste Kamer\nder Staten-Generaal\n2514 CV\nDatum 3 mei 2022",
        {"addressee": "EK", "date": "2022-05-03"},
    ),
    "place and day": ("Den Haag, 8 maart 2011", {"date": "2011-03-08"}),
}


@pytest.mark.parametrize("head", HEADS)
def test_reads_the_references_block(head: str) -> None:
    text, expected = HEADS[head]
    found = read(text + SALUTATION)
    assert fields(found) == expected
    assert found.kind is Kind.LETTER


KEPT = """\
> Retouradres Postbus 20401 2500 EK Den Haag
                                                                                Directoraat-generaal
                                                                                Natuur
De Voorzitter van de Tweede Kamer
der Staten-Generaal                                                             Bezoekadres
                                                                                Bezuidenhoutseweg 73
Prinses Irenestraat 6                                                           2594 AC Den Haag
2595 BD DEN HAAG
                                                                                www.rijksoverheid.nl/lnv
                                                                                Ons kenmerk
Datum      1 november 2019                                                      DGNVLG / 19250316
Betreft    Stand van zaken natuur en
           landschap                                                            Bijlage(n)
                                                                                10

Geachte Voorzitter,

In deze brief informeer ik uw Kamer over de invulling van een aantal toezeggingen
uit het plenaire debat, zodat het voor provincies en gemeenten lastiger is om niet
\fmee te doen.
                                                                                Ons kenmerk
Dat is de bedoeling van deze brief en van de wet die daarbij hoort en de regels DGNVLG / 19250316
die erop volgen.

                                                                                Pagina 2 van 2
"""


def test_reads_the_right_hand_column_of_a_kept_layout() -> None:
    found = read(KEPT)
    assert fields(found) == {
        "date": "2019-11-01",
        "kenmerk": "DGNVLG / 19250316",
        "subject": "Stand van zaken natuur en landschap",
        "attachments": "10",
        "ministry": "LNV",
        "addressee": "TK",
    }
    sentences = [span.of(KEPT) for span in found.sentences]
    assert sentences[0].endswith("niet\n\fmee te doen.")
    assert any(s.endswith("die erop volgen.") and s.startswith("Dat is") for s in sentences)
    assert "DGNVLG / 19250316" in stretches(found, KEPT, Part.FURNITURE)


def test_fields_of_the_body_are_not_the_letters() -> None:
    body = "Betreft het hier een nieuwe regel, dan geldt die.\n\nDatum 4 mei 2023 is te laat."
    assert fields(segment(letter(body))) == {"date": "2022-05-03", "subject": "Voortgang zorg"}


def test_a_running_head_repeats_no_field_and_is_furniture() -> None:
    head = "DGV\nPG\n\nKenmerk\n3730760-1057533-PG\n\n"
    letter_text = "Datum 3 mei 2022" + SALUTATION
    text = f"{head}{letter_text}\n{head}En nog iets.\n\n{head}Slot."
    found = read(text)
    assert all_values(found, "kenmerk") == ["3730760-1057533-PG"]
    furniture = "\n".join(stretches(found, text, Part.FURNITURE))
    assert furniture.count("Kenmerk") == 2 and furniture.count("DGV") == 2


def test_answers_to_questions_name_who_asked() -> None:
    subject = (
        "Beantwoording Kamervragen van de leden Temmink en Van Nispen (beiden SP) en Boswijk (CDA) "
        "aan de minister van Justitie en Veiligheid over brandweer"
    )
    found = read(f"Datum\n11 januari 2024\nOnderwerp\n{subject}\nOns kenmerk\n5164758\n\nTekst.\n")
    assert found.kind is Kind.WRITTEN_ANSWER
    assert all_values(found, "asked-by") == ["Temmink (SP)", "Van Nispen (SP)", "Boswijk (CDA)"]
    assert fields(found)["subject"] == subject


def test_a_memo_has_its_title_below_the_word_nota() -> None:
    text = (
        "Aan\nMinister\n\nDeadline: 15-12-2023\n\nDatum Document\n30 november 2023\n\n"
        "Kenmerk\n3730760-1057533-PG\n\nnota\n\n(ter beslissing)\n\nNota voortgang aanpak\n\n"
        "1. Aanleiding\n\nDe aanpak loopt.\n"
    )
    found = read(text)
    assert found.kind is Kind.MEMO
    assert fields(found) == {
        "addressee": "Minister",
        "deadline": "2023-12-15",
        "date": "2023-11-30",
        "kenmerk": "3730760-1057533-PG",
        "subject": "Nota voortgang aanpak",
    }


AANHANGSEL = """\
Tweede Kamer der Staten-Generaal
                                                                               2
Vergaderjaar 2023–2024   Aanhangsel van de Handelingen

                  Vragen gesteld door de leden der Kamer, met de daarop door de
                  regering gegeven antwoorden

                  1481

                  Vragen van de leden Koekkoek (Volt) en Kostic ´ (PvdD) aan de Staats-
                  secretarissen van Volksgezondheid, Welzijn en Sport over de zorg voor dieren-
                  artsen (ingezonden 12 februari 2024).
                  Antwoord van Staatssecretaris Van Huffelen (Binnenlandse Zaken en
                  Koninkrijksrelaties), mede namens de Staatssecretaris van Justitie en
                  Veiligheid (ontvangen 11 april
                  2024). Zie ook Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 1137.

                  Vraag 1
                  Kent u het bericht?1

                  Antwoord 1
                  Ja.

                  1
                    Kamerstuk 36 200 IV, nr. 25.

ah-tk-20232024-1481
ISSN 0921 - 7398
’s-Gravenhage 2024           Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel        1
"""


def test_reads_the_head_of_an_aanhangsel() -> None:
    found = read(AANHANGSEL)
    assert found.kind is Kind.WRITTEN_ANSWER
    assert fields(found) == {
        "addressee": "TK",
        "session": "2023-2024",
        "own-id": "ah-tk-20232024-1481",
        "asked-by": "Koekkoek (Volt)",
        "subject": "de zorg voor dierenartsen",
        "date": "2024-04-11",
        "ministry": "BZK",
    }
    assert all_values(found, "asked-by") == ["Koekkoek (Volt)", "Kostić (PvdD)"]
    assert signed(found) == [
        ("Van Huffelen", "Staatssecretaris (Binnenlandse Zaken en Koninkrijksrelaties)")
    ]
    assert [(tie.label, tie.note.of(AANHANGSEL)) for tie in found.footnotes] == [
        ("1", "Kamerstuk 36 200 IV, nr. 25.")
    ]
    assert [(p.part, p.label) for p in found.parts if p.part in (Part.QUESTION, Part.ANSWER)] == [
        (Part.QUESTION, "1"), (Part.ANSWER, "1"),
    ]


OLD_AANHANGSEL = """\
Tweede Kamer der Staten-Generaal                                               2

Vergaderjaar 1997–1998                     Aanhangsel van de Handelingen

                  Vragen gesteld door de leden der Kamer, met de daarop door de
                  regering gegeven antwoorden

                                           935

Vragen van de leden Bakker (D66) en Vos (GroenLinks) aan de minister van Justitie over
de wachttijden in inrichtingen. (Ingezonden 12 februari 1998)

1
Kent u het bericht over de wachttijden?

2
Wanneer hoort de Kamer daar meer over?

Antwoord

Antwoord van minister Sorgdrager (Justitie), mede namens de minister van Financiën.
(Ontvangen 3 maart 1998)

1
Ja.

2
Voor de zomer.
"""


def test_reads_the_head_of_an_aanhangsel_whose_answers_stand_below_the_questions() -> None:
    found = read(OLD_AANHANGSEL)
    assert fields(found) == {
        "addressee": "TK",
        "session": "1997-1998",
        "own-id": "ah-tk-19971998-935",
        "asked-by": "Bakker (D66)",
        "subject": "de wachttijden in inrichtingen",
        "date": "1998-03-03",
        "ministry": "JUS",
    }
    assert all_values(found, "asked-by") == ["Bakker (D66)", "Vos (GroenLinks)"]
    assert signed(found) == [("Sorgdrager", "minister (Justitie)")]
    turns = [(p.part, p.label) for p in found.parts if p.part in (Part.QUESTION, Part.ANSWER)]
    assert turns == [
        (Part.QUESTION, "1"), (Part.QUESTION, "2"),
        (Part.ANSWER, None), (Part.ANSWER, "1"), (Part.ANSWER, "2"),
    ]


def test_a_raised_figure_is_no_number_of_an_aanhangsel() -> None:
    found = read(AANHANGSEL.replace("                  1481", "                  ¹"))
    assert all_values(found, "own-id") == ["ah-tk-20232024-1481"]  # of the imprint


def test_the_members_of_the_kamer_ask_nothing_together() -> None:
    text = OLD_AANHANGSEL.replace("(Ingezonden 12 februari 1998)", "")
    assert all_values(read(text), "asked-by") == ["Bakker (D66)", "Vos (GroenLinks)"]


MOTION = """\
Tweede Kamer der Staten-Generaal

2

Vergaderjaar 2022–2023

36 200 IX

Vaststelling van de begrotingsstaat van het
Ministerie van Financiën

Nr. 31

GEWIJZIGDE MOTIE VAN DE LEDEN EPHRAIM EN WELZIJN
Voorgesteld 23 februari 2023
De Kamer,
gehoord de beraadslaging,
verzoekt de regering te rekenen,
en gaat over tot de orde van de dag.
Ephraim
Welzijn

kst-36200-IX-31
ISSN 0921 - 7371
’s-Gravenhage 2023

Tweede Kamer, vergaderjaar 2022–2023, 36 200 IX, nr. 31
"""


def test_reads_a_motion() -> None:
    found = read(MOTION)
    assert found.kind is Kind.MOTION
    assert fields(found) == {
        "session": "2022-2023",
        "own-id": "kst-36200-IX-31",
        "subject": "Vaststelling van de begrotingsstaat van het Ministerie van Financiën",
        "date": "2023-02-23",
    }
    assert signed(found) == [("Ephraim", None), ("Welzijn", None)]


OWN_IDS = [
    ("35 594\nTitel\nNr. 37\nMOTIE VAN HET LID ERKENS\nVoorgesteld 26 januari 2023",
     "kst-35594-37"),
    ("21 501-32\nTitel\nNr. 1503\nBRIEF VAN DE MINISTER", "kst-21501-32-1503"),
    ("36 600\nXV\nTitel\nNr. 12\nMOTIE VAN HET LID X", "kst-36600-XV-12"),
    ("36 600\nJ\nTitel\nNr. 14\nMOTIE VAN HET LID X", "kst-36600-J-14"),
    ("36 410\nXVI\nTitel\n36 410\nVI\nTitel\nNr. 101\nMOTIE VAN HET LID X",
     "kst-36410-XVI-101"),
    ("36 410\nTitel\n\n36 600\nXV\nNr. 4\nMOTIE VAN HET LID X", "kst-36410-4"),
    ("35 882\nTitel\nA\nBRIEF VAN DE MINISTER", "kst-35882-A"),
    ("33 845 (R2024)\nTitel\nNr. 5\nVERSLAG", "kst-33845-5"),
    ("32 545          Wet financiële markten\nNr. 143\nMOTIE VAN HET LID X", "kst-32545-143"),
]


@pytest.mark.parametrize(("head", "own_id"), OWN_IDS)
def test_reads_the_number_of_a_kamerstuk(head: str, own_id: str) -> None:
    found = read(f"Tweede Kamer der Staten-Generaal\n2\nVergaderjaar 2022–2023\n{head}\n\nTekst.\n")
    assert all_values(found, "own-id") == [own_id]


COPIED = {
    "the Kamer's own site": (
        "Brief regering : Fietsen in de stad\n28 694 Fietsbeleid\n30 872 Landelijk fietsplan\n"
        "Nr. 136 BRIEF VAN DE STAATSSECRETARIS VAN INFRASTRUCTUUR EN WATERSTAAT\n"
        "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\nDen Haag, 2 juli 2020",
        "kst-28694-136", "Fietsbeleid", Kind.LETTER),
    "number and heading on two lines": (
        "31 501\nWijziging van de Fietswet (nadere invulling)\n\nnr. 4\n"
        "ADVIES RAAD VAN STATE EN NADER RAPPORT1",
        "kst-31501-4", "Wijziging van de Fietswet (nadere invulling)", Kind.KAMERSTUK),
    "of the Eerste Kamer": (
        "32 550 Voorstel van wet van het lid Bos tot wijziging van de Fietswet (Wet fietsbel)\n\n"
        "E NADER VOORLOPIG VERSLAG VAN DE VASTE COMMISSIE VOOR FIETSZAKEN1\n\n"
        "Vastgesteld 11 november 2014",
        "kst-32550-E", "Voorstel van wet van het lid Bos tot wijziging van de Fietswet "
        "(Wet fietsbel)", Kind.KAMERSTUK),
    "the table of the official site": (
        "Kamerstuk\n\nDatum publicatieOrganisatieVergaderjaarDossier- en ondernummer\n"
        "Tweede Kamer der Staten-Generaal2016-201734700-VII nr. 19\n\n34 700 VII Fietsformatie"
        "\n\nNr. 19 BRIEF VAN DE INFORMATEUR\n\nDen Haag, 29 mei 2017",
        "kst-34700-VII-19", "Fietsformatie", Kind.LETTER),
}


@pytest.mark.parametrize("head, own_id, title, kind", COPIED.values(), ids=COPIED)
def test_reads_a_kamerstuk_copied_out_of_a_browser(
    head: str, own_id: str, title: str, kind: Kind
) -> None:
    found = read(f"{head}\n\nDe fiets wint terrein.\n")
    assert all_values(found, "own-id") == [own_id]
    assert (fields(found)["subject"], found.kind) == (title, kind)


def test_the_heading_gives_the_ministry_where_nobody_signs() -> None:
    head = "28 694 Fietsbeleid\nNr. 136 BRIEF VAN DE {}\nDen Haag, 2 juli 2020\n\nDe fiets.\n"
    for who in ("MINISTER VAN JUSTITIE EN VEILIGHEID", "MINISTER EN STAATSSECRETARIS VAN JUSTITIE "
                "EN VEILIGHEID", "STAATSSECRETARIS VAN JUSTITIE EN VEILIGHEID"):
        assert fields(read(head.format(who)))["ministry"] == "JenV"
    assert "ministry" not in fields(read(head.format("INFORMATEUR")))


def test_the_number_a_catalogue_page_lists_is_the_document_s_own() -> None:
    text = "Fietsen\nBrief regering\nNummer: 2024D34636, datum: 2024-09-23, versie: 3\n\nTekst.\n"
    assert all_values(read(text), "own-id") == ["2024D34636"]
    assert all_values(read(text.replace("Nummer", "Zie nummer")), "own-id") == []
    assert all_values(read("Kamerstuk 34300-VII-60\n\nFietsen\n"), "own-id") == ["kst-34300-VII-60"]
    assert all_values(read("Fietsen\n\nKamerstuk 34300-VII-60\n"), "own-id") == []


def test_a_paper_that_shows_only_its_number_is_a_kamerstuk() -> None:
    text = "Kamerstuk\nTweede Kamer der Staten-Generaal | 2021-2022 | 36100 nr. 4 |\n\nDe fiets.\n"
    assert (read(text).kind, fields(read(text))["own-id"]) == (Kind.KAMERSTUK, "kst-36100-4")


def test_chairman_and_griffier_sign_for_a_committee() -> None:
    text = (
        "35 510 Fietsbeleid\n\nNr. 130 VERSLAG VAN EEN SCHRIFTELIJK OVERLEG\n\nVastgesteld 25 mei "
        "2023\n\nDe commissie heeft vragen gesteld.\n\nDe voorzitter van de vaste "
        "commissie voor Fietsen, Van der Boer\n\nDe adjunct-griffier van de commissie, Jansen\n\n"
        "Inleiding\n\nDe voorzitter van de commissie, die dit las, is blij.\n"
    )
    assert signed(read(text)) == [
        ("Van der Boer", "De voorzitter van de vaste commissie voor Fietsen"),
        ("Jansen", "De adjunct-griffier van de commissie"),
    ]
    assert signed(read(text.replace("35 510 ", "").replace("Nr. 130 ", ""))) == []


ROWS = {
    "Tweede Kamer der Staten-Generaal2016-2017nr. 39, item 4": "h-tk-20162017-39-4",
    "Eerste Kamer der Staten-Generaal | 2016-2017 | nr. 9, item 4": "h-ek-20162017-9-4",
    "Tweede Kamer der Staten-Generaal 2007-2008 nr. 71, pagina 4952-4956":
        "h-tk-20072008-4952-4956",
    "Tweede Kamer der Staten-Generaal\t2007-2008\tnr. 71, pagina 4952": "h-tk-20072008-4952-4952",
    "Tweede Kamer der Staten-Generaal2016-2018nr. 39, item 4": None,
    "Tweede Kamer der Staten-Generaal2016-2017nr. 390, item 4": None,
    "Tweede Kamer der Staten-Generaal2016-2017": None,
}


@pytest.mark.parametrize("row, own_id", ROWS.items())
def test_the_row_above_handelingen_copied_out_of_a_browser(row: str, own_id: str | None) -> None:
    text = f"Handeling\n\n{row}\n\n4 Fietsen\n\nAan de orde is het VAO Fietsen.\n"
    found = read(text)
    assert all_values(found, "own-id") == ([own_id] if own_id else [])
    assert (fields(found)["subject"], found.kind) == ("Fietsen", Kind.PROCEEDINGS)


ASKED_ON_THE_WEB = """\
Antwoord schriftelijke vragen : Antwoord op vragen van de leden Jansen en De Boer over fietsen

Vragen van de leden Jansen en De Boer (beiden Fietspartij) aan de Staatssecretaris van
Infrastructuur en Waterstaat over fietsen in de stad (ingezonden 30 mei 2022).
Antwoord van Staatssecretaris Bos (Infrastructuur en Waterstaat), mede namens
de Minister van Financiën (ontvangen 14 juli 2022). Zie ook Aanhangsel
Handelingen, vergaderjaar 2021–2022, nr. 3173.

Vraag 1
Fietst u?

Antwoord 1
Ja.
"""


def test_reads_answers_copied_from_the_site_of_the_kamer() -> None:
    found = read(ASKED_ON_THE_WEB)
    assert found.kind is Kind.WRITTEN_ANSWER
    assert all_values(found, "asked-by") == ["Jansen (Fietspartij)", "De Boer (Fietspartij)"]
    assert fields(found)["date"] == "2022-07-14"
    assert signed(found) == [("Bos", "Staatssecretaris (Infrastructuur en Waterstaat)")]
    assert "session" not in fields(found)


SHEET = """\
{above}
Begroting Buitenlandse Zaken
MOTIE VAN DE LEDEN CEDER EN VAN RAAN
Plenair debat (wetgeving) - Begroting Buitenlandse Zaken (36410-V)

De Kamer,
gehoord de beraadslaging,
en gaat over tot de orde van de dag.

Ceder
{names}

{below}
"""
SHEETS = [
    ("14 februari 2024\n\n36410-V-63", "Van Raan", ""),
    ("36410-V-63\n\n14 februari 2024", "Van Raan", ""),
    ("36410-V-63\n\n14 februari 2024\n", "Van\n\nRaan", ""),
    ("36410-V-63", "Van Raan,", "14 februari 2024\n\n## Orgineel:"),
    ("36410-V-63", "VAN RAAN", "14 februari 2024"),
]


@pytest.mark.parametrize(("above", "names", "below"), SHEETS)
def test_reads_a_motion_as_it_was_handed_in(above: str, names: str, below: str) -> None:
    found = read(SHEET.format(above=above, names=names, below=below))
    assert fields(found) == {
        "own-id": "kst-36410-V-63", "subject": "Begroting Buitenlandse Zaken",
        "date": "2024-02-14",
    }
    assert signed(found) == [("Ceder", None), ("Van Raan", None)]


def test_a_day_that_is_no_line_of_its_own_below_the_names_is_not_the_motions() -> None:
    text = SHEET.format(above="36410-V-63", names="Van Raan", below="Aangenomen 14 februari 2024.")
    assert "date" not in fields(read(text))


def test_no_number_is_read_where_a_dossier_is_only_cited() -> None:
    text = "Beste lezer,\n\n35 594\n\nZie Kamerstuk 35 594, nr. 37.\n\nNr. 37\n\nMOTIE\n"
    assert all_values(read(text), "own-id") == []


def test_two_documents_do_not_share_state() -> None:
    assert fields(read(MOTION)) == fields(segment(document(MOTION)))


LETTER_AS_KAMERSTUK = """\
Tweede Kamer der Staten-Generaal 2
Vergaderjaar 2020–2021

25 295 Infectieziektenbestrijding

Nr. 950 BRIEF VAN DE MINISTER VAN VOLKSGEZONDHEID, WELZIJN EN SPORT

Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 2 februari 2021

Met deze brief informeer ik uw Kamer. Ik verwijs naar de motie van het lid Asscher1.

De Minister van Volksgezondheid, Welzijn en Sport,
H.M. de Jonge

1 Kamerstuk 25 295, nr. 874.
kst-25295-950
ISSN 0921 - 7371
"""


def test_reads_a_letter_printed_as_kamerstuk() -> None:
    found = read(LETTER_AS_KAMERSTUK)
    assert found.kind is Kind.LETTER
    assert fields(found) == {
        "session": "2020-2021",
        "own-id": "kst-25295-950",
        "subject": "Infectieziektenbestrijding",
        "addressee": "TK",
        "date": "2021-02-02",
        "ministry": "VWS",
    }
    assert signed(found) == [("H.M. de Jonge", "De Minister van Volksgezondheid, Welzijn en Sport")]
    assert len(found.footnotes) == 1


ANSWERS_BY_LETTER = """\
De voorzitter van de Tweede Kamer
der Staten-Generaal

Onze referentie
2022-0000112233

Bijlagen
(geen)

Uw brief van
20 april 2022

Uw referentie
2022D00123

Datum 12 mei 2022
Betreft Kamervragen van het lid Van Kent (SP)

Hierbij zend ik u de antwoorden op de Kamervragen van het lid Van Kent (SP) over pensioenen.

De Minister voor Armoedebeleid,
Participatie en Pensioenen,

C.J. Schouten

Pagina 1 van 4

Datum
12 mei 2022

Onze referentie
2022-0000112233

2022Z08877

1
Kent u het bericht?

Antwoord 1
Ja.
"""


def test_reads_a_letter_that_heads_its_second_page_anew() -> None:
    found = read(ANSWERS_BY_LETTER)
    assert found.kind is Kind.WRITTEN_ANSWER
    assert fields(found) == {
        "addressee": "TK",
        "kenmerk": "2022-0000112233",
        "attachments": "0",
        "your-reference": "2022D00123",
        "date": "2022-05-12",
        "subject": "Kamervragen van het lid Van Kent (SP)",
        "asked-by": "Van Kent (SP)",
        "ministry": "SZW",
    }
    assert signed(found) == [
        ("C.J. Schouten", "De Minister voor Armoedebeleid, Participatie en Pensioenen")
    ]
    furniture = stretches(found, ANSWERS_BY_LETTER, Part.FURNITURE)
    assert "Datum\n12 mei 2022" in furniture
    assert [p.label for p in found.parts if p.part is Part.QUESTION] == ["1"]


def test_the_heading_names_submitters_whose_names_are_pen_strokes() -> None:
    text = (
        "15 februari 2024\n\n36410-V-71\nBegroting\n"
        "MOTIE VAN DE LEDEN VAN DER PLAS EN POUW-VERWEIJ\n\nDe Kamer,\n\n"
        "verzoekt de regering dat te doen,\nen gaat over tot de orde van de dag.\n| wn (ame,\n"
    )
    found = read(text)
    assert signed(found) == [("Van der Plas", None), ("Pouw-Verweij", None)]
    assert fields(found) == {
        "date": "2024-02-15", "own-id": "kst-36410-V-71", "subject": "Begroting",
    }


@pytest.mark.parametrize(
    ("heading", "below", "submitters"),
    [
        ("DE LEDEN STOFFER EN LEIJTEN", ["Stoffer"], ["Stoffer", "Leijten"]),
        ("HET LID TUINMAN", ["Tulinman"], ["Tuinman"]),
        ("DE LEDEN ERKENS EN GRINWIS", ["Erkens", "Oder"], ["Erkens", "Grinwis"]),
        # the heading too may be misspelt, or print less of a name
        ("DE LEDEN PATEROTTE EN BOSWIJK", ["Paternotte", "Boswijk"], ["Paternotte", "Boswijk"]),
        ("HET LID INGE VAN DIJK", ["I. van Dijk"], ["I. van Dijk"]),
        ("HET LID BOSWIJK CS.", ["Boswijk", "Grinwis"], ["Boswijk", "Grinwis"]),
        ("HET LID ERKENS C.S.", ["Boswijk", "Grinwis"], ["Boswijk", "Grinwis", "Erkens"]),
    ],
)
def test_the_heading_mends_a_damaged_signature(
    heading: str, below: list[str], submitters: list[str]
) -> None:
    text = (
        f"15 februari 2024\n\n36410-V-71\nBegroting\nMOTIE VAN {heading}\n\nDe Kamer,\n\n"
        "verzoekt de regering dat te doen,\nen gaat over tot de orde van de dag.\n"
    )
    found = read(text + "\n".join(below))
    assert [name for name, _ in signed(found)] == submitters
