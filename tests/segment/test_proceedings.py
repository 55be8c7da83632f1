"""Handelingen have speakers; nobody signs them."""

import pytest
from segment_examples import fields, read

from kg.model import Document, Kind, Part
from kg.segment import segment

DEBATE = (
    "Handelingen\n\nAan de orde is het VAO Wmo (AO d.d. 15/03).\n\n"
    "De voorzitter:\nIk open de vergadering.\n\nMevrouw Bergkamp (D66):\nVoorzitter. Ik dien de "
    "volgende motie in.\n\nZij krijgt nr. 254 (29538).\n\nMinister De Jonge:\nDank u wel.\n\n"
    "De beraadslaging wordt gesloten.\n\nHoogachtend,\n\nMinister De Jonge\n"
)


def test_a_speaker_is_no_signatory() -> None:
    found = segment(Document(DEBATE, "h-tk-20172018-70-4.txt", "0" * 64))
    assert found.kind is Kind.PROCEEDINGS
    assert found.signatories == ()


ABOUT = (
    "\n\n  Technische informatie over de publicatie h-tk-20132014-9-2\n\n  Home\n"
    "  Vergaderjaar 2013-2014Vergaderingnummer 9Datum vergadering 3 oktober 2013\n"
    "  Gepubliceerd op 4 november 2013 10:01\n\n  Publicatiegegeven\n  Waarde\n  Titel\n"
    "  Vragenuur: Vragen van het lid Jansen aan de minister van Financiën over de\n"
    "  btw op fietsen.\n\n  Vergaderjaar\n  2013-2014\n"
)
ITEMS = {
    "number and title": ("14\n\n Ingekomen stukken\n\n Lijst van ingekomen stukken:\n Een.\n",
                         "Ingekomen stukken"),
    "on one line with a tab": ("8\tRegeling van werkzaamheden\n\nDe voorzitter:\n\nIk deel mee.\n",
                               "Regeling van werkzaamheden"),
    "on one line with a blank": ("14 Fietsen\n\nAan de orde is het VAO Fietsen.\n", "Fietsen"),
    "what opens a list": (
        "Aan de orde zijn de stemmingen over moties over fietsen, te weten:\n\n- de motie-Bos;\n\n"
        "De voorzitter:\nIk open.\n", "stemmingen over moties over fietsen"),
    "what a committee dealt with before": (
        "Aan de orde is het debat naar aanleiding van een algemeen overleg op 23 april 2013 over "
        "fietsen.\n\nDe voorzitter:\nIk open.\n", "fietsen"),
    "behind stray bytes": ("ï»¿\n\n  6\n\n  Stemmingen moties Milieuraad\n\n  Aan de orde zijn\n",
                           "Stemmingen moties Milieuraad"),
    "strokes": ("4\nWmo / Mantelzorg\n\nAan de orde is het\n  VAO Wmo\n", "Wmo / Mantelzorg"),
    "chairman torn in pieces": ("2\n Mededelingen\n  De\n   voorzitter\n  :\n Ik deel mee.\n",
                                "Mededelingen"),
    "hyphenated": ("4\n\nBegroting Landbouw en Voed-\nselkwaliteit\n\nVoorzitter: Bosma\n",
                   "Begroting Landbouw en Voedselkwaliteit"),
    "two columns": (
        " " * 60 + "over te gaan tot de orde\n6" + " " * 59 + "van de dag, maar\n" + " " * 60
        + "tendebat is open.\nStaat van de Huren" + " " * 42 + "van welkom\n\nVoorzitter: Bosma\n",
        "Staat van de Huren"),
    "the page about a publication": (
        ABOUT, "Vragenuur: Vragen van het lid Jansen aan de minister van Financiën over de btw op "
        "fietsen."),
}


@pytest.mark.parametrize("text, title", ITEMS.values(), ids=ITEMS)
def test_the_item_of_an_agenda(text: str, title: str) -> None:
    found = read(text)
    assert (found.kind, fields(found)["subject"]) == (Kind.PROCEEDINGS, title)
    (subject,) = [field for field in found.fields if field.name == "subject"]
    assert subject.span.of(text).startswith(title[:6])


def test_the_page_about_a_publication_gives_day_and_asker() -> None:
    found = fields(read(ABOUT))
    assert (found["date"], found["asked-by"]) == ("2013-10-03", "Jansen")


@pytest.mark.parametrize(
    "foot",
    [
        "8 februari 2024\nTweede Kamer     Staat van de zorg     TK 40     40-6-1",
        "Begroting Landbouw, Natuur en      8 februari 2024\n"
        "Tweede Kamer    Voedselkwaliteit 2023      TK 40                40-6-1",
        "Tweede Kamer\nStaat van de zorg\n8 februari 2024\nTK 40\n40-6-1",
    ],
)
def test_the_day_stands_at_the_foot_of_the_page(foot: str) -> None:
    text = (
        "6\n\nStaat van de zorg\n\nVoorzitter: Bosma\n\nHet debat van 31 januari 2024 loopt.\n\n"
        f"{foot}\n\nDe voorzitter:\nTK 3 stond op 3-4-2023.\n\n{foot.replace('6-1', '6-2')}\n"
    )
    assert fields(read(text))["date"] == "2024-02-08"


EXCERPT = (
    "de fiets verdient dat.\n\nMotie\n\nDe Kamer,\ngehoord de beraadslaging,\nverzoekt de regering "
    "de dijk te verhogen,\nen gaat over tot de orde van de dag.\n\n{foot}\nDe voorzitter:\nDank u "
    "wel.\n\nDe heer Van der Bos (VVD):\nGraag gedaan.\n\nMevrouw Kuik (CDA):\nIk ook.\n"
)


@pytest.mark.parametrize(
    ("foot", "title"),
    [
        ("                       8 februari 2024\nTweede Kamer     Staat van de dijk       TK 40  "
         "              40-6-1\n", "Staat van de dijk"),
        ("Begroting Dijken, Natuur en      8 februari 2024\nTweede Kamer    Waterstaat 2023      "
         "TK 40                40-6-1\n", "Begroting Dijken, Natuur en Waterstaat 2023"),
        ("", None),
    ],
)  # fmt: skip
def test_a_part_of_a_debate_with_a_motion_in_it_is_a_debate(foot: str, title: str | None) -> None:
    found = read(EXCERPT.format(foot=foot))
    assert found.kind is Kind.PROCEEDINGS
    assert fields(found).get("subject") == title
    assert fields(found).get("date") == ("2024-02-08" if foot else None)
    assert found.signatories == ()


def test_a_part_of_a_list_of_decisions_is_one() -> None:
    item = "{}.   Agendapunt:         Overleg dijken\n\n      Besluit:            Geagendeerd.\n\n"
    assert read(item.format(8) + item.format(9)).kind is Kind.DECISION_LIST
    assert read("Besluit: Verworpen.\n\nBesluit: Aangenomen.\n").kind is not Kind.DECISION_LIST


@pytest.mark.parametrize(
    "text",
    [
        "1\n\nInleiding\n\nDe regio groeit. Daarom schrijven wij dit.\n",
        "12\nMevrouw Bos (VVD):\nDank u wel.\n\nDe voorzitter:\nGraag gedaan.\n",
        "3\n\nIk ben het er niet mee eens.\n",
        "3\tInleiding van dit verslag\n\nDe regio groeit.\n",
    ],
)
def test_what_opens_no_item(text: str) -> None:
    assert "subject" not in fields(read(text))


SITTINGS = {
    "day beside the number": "52ste vergadering" + " " * 30 + "Donderdag 12 februari 1998\n\n",
    "day below the number": "Tweede Kamer\n\n101de vergadering\n\nDonderdag 12 februari 1998\n\n",
    "day in the feet": "De voorzitter:\nIk open de vergadering.\n\nDe heer Bos (VVD):\nDank.\n\n"
    "Tweede Kamer     Zorg     12 februari 1998\n                          TK 52     52-4021\n\n",
}


@pytest.mark.parametrize("head", SITTINGS.values(), ids=SITTINGS)
def test_the_day_of_a_sitting_of_before_2011(head: str) -> None:
    text = f"{head}Voorzitter: Bosma\n\nAan de orde is het debat over zorg.\n\n" + DEBATE[100:]
    found = read(text)
    assert (found.kind, fields(found)["date"]) == (Kind.PROCEEDINGS, "1998-02-12")


TORN = {
    "chair": ("  De\n\n\n  voorzitter\n\n  :\n", "De voorzitter"),
    "member": ("De heer\n\n Van der Bos\n\n (\n\n  VVD\n ):\n", "De heer Van der Bos (VVD)"),
    "party on the last line": ("Mevrouw\n\n  Kuik-Smit\n (GroenLinks-PvdA):\n",
                               "Mevrouw Kuik-Smit (GroenLinks-PvdA)"),
    "minister": ("Minister\n\n\n De Vries\n\n:\n", "Minister De Vries"),
    "staatssecretaris": ("Staatssecretaris\n  Bos\n  :\n", "Staatssecretaris Bos"),
}
OPENED = "3\n\nZorg\n\nAan de orde is het VAO Zorg.\n\n"
SAID = "\n  Dank u wel. Het gaat over zorg.\n\n"


@pytest.mark.parametrize("head, label", TORN.values(), ids=TORN)
def test_a_speaker_torn_over_lines_begins_a_speech(head: str, label: str) -> None:
    speeches = [part for part in read(OPENED + (head + SAID) * 3).parts if part.label]
    assert [(part.part, part.label) for part in speeches] == [(Part.SPEECH, label)] * 3


@pytest.mark.parametrize("head", [
    "De\n\nminister\n\nvan Zorg:\n",
    "Minister\n\nvan Zorg, die erover gaat en dat al lang doet\n\nen dat is: zo\n",
    "De heer\n\nBos zegt\n\ndat het zo is.\n",
    "Mevrouw\n" + "\n" * 12 + "Bos:\n",
])
def test_no_torn_speaker(head: str) -> None:
    text = OPENED + (head + SAID) * 3
    assert all(part.part is not Part.SPEECH for part in read(text).parts)
