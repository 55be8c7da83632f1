"""Parts, kinds and sentences: what a stretch is for and what the document is."""

from __future__ import annotations

import pytest
from segment_examples import all_values, document, fields, letter, read, signed, stretches

from kg.model import Document, Fact, Kind, Part, Place, Region, Span
from kg.segment import segment

KINDS = {
    "letter": (letter("Hierbij de brief.").text, Kind.LETTER),
    "letter without a head": ("Geachte leden van de commissie,\n\nDank u.\n", Kind.LETTER),
    "memo": ("TER BESLISSING\nAan: Minister\nDatum: 3 mei 2022\nnota\n\nTitel\n\nTekst", Kind.MEMO),
    "memo by its headings": (
        "Kernpunten\n\nDe brief is af.\n\nPolitieke context\n\nEr is een motie.\n", Kind.MEMO,
    ),
    "motion": ("MOTIE VAN HET LID ERKENS\nVoorgesteld 26 januari 2023\nDe Kamer,\n", Kind.MOTION),
    "motion with a head": (
        "Vergaderjaar 2022–2023\n35 594\nTitel\nNr. 37\nGEWIJZIGDE MOTIE VAN DE LEDEN A EN B\n",
        Kind.MOTION,
    ),
    "amendment": (
        "Vergaderjaar 2022–2023\n35 594\nTitel\nNr. 38\nAMENDEMENT VAN HET LID ERKENS\n",
        Kind.AMENDMENT,
    ),
    "letter as Kamerstuk": (
        "Vergaderjaar 2022–2023\n35 594\nTitel\nNr. 38\n"
        "BRIEF VAN DE MINISTER VAN VOLKSGEZONDHEID, WELZIJN EN SPORT\n\nAan de Voorzitter\n",
        Kind.LETTER,
    ),
    "other Kamerstuk": (
        "Vergaderjaar 2022–2023\n35 594\nTitel\nNr. 3\nMEMORIE VAN TOELICHTING\n\nTekst\n",
        Kind.KAMERSTUK,
    ),
    "answers": (
        "Vraag 1\nIs dat zo?\n\nAntwoord op vraag 1\nJa.\n\nVraag 2\nWaarom?\n\nAntwoord op vraag 2"
        "\nDaarom.\n",
        Kind.WRITTEN_ANSWER,
    ),
    "proceedings": (
        "Aan de orde is de behandeling van: het wetsvoorstel Wet zorg.\n\nDe voorzitter:\nIk open "
        "de vergadering.\n",
        Kind.PROCEEDINGS,
    ),
    "speakers": (
        "De heer Klein (VVD):\nZo.\n\nMinister Kuipers:\nDank.\n\nMevrouw Agema (PVV):\nNee.",
        Kind.PROCEEDINGS,
    ),
    "decision list": (
        "Den Haag, 8 maart 2011\n\nDocument:    Besluitenlijst van de procedurevergadering\n",
        Kind.DECISION_LIST,
    ),
    "report": ("Eindrapport evaluatie\n\nInhoudsopgave\n\n1 Inleiding .... 3\n", Kind.REPORT),
    "votes on motions": (
        "Stemmingen\n\nMotie van het lid A over b\nMotie van het lid C over d\n"
        "Motie van het lid E over f\n",
        Kind.DOCUMENT,
    ),
    "anything": ("Boodschappen: melk, brood en kaas.\n", Kind.DOCUMENT),
}


@pytest.mark.parametrize("name", KINDS)
def test_decides_the_kind_and_says_why(name: str) -> None:
    text, kind = KINDS[name]
    found = read(text)
    assert (found.kind, found.kind_reason[-1]) == (kind, ".")


def test_the_metadata_of_a_publication_decides() -> None:
    given = Document(
        "Tekst zonder kop", "a.xml", "0",
        facts=(Fact("identifier", "h-tk-20132014-100-1", "owms:dcterms.identifier"),
               Fact("type", "Handeling", "owms:dcterms.type"),
               Fact("vergaderjaar", "2013-2014", "owms"), Fact("date", "2014-07-01", "owms")),
    )
    found = segment(given)
    assert found.kind is Kind.PROCEEDINGS
    assert "owms:dcterms.type" in found.kind_reason
    assert fields(found) == {
        "own-id": "h-tk-20132014-100-1", "session": "2013-2014", "date": "2014-07-01",
    }


def test_properties_of_an_office_file_are_not_believed() -> None:
    given = Document(
        "Geachte voorzitter,\n\nDank.", "a.docx", "0",
        facts=(Fact("title", "Sjabloon", "docx:title"), Fact("date", "2011-01-01", "docx")),
    )
    assert fields(segment(given)) == {}


def test_a_margin_the_format_sets_apart_gives_fields_and_is_no_text() -> None:
    text = "Ons kenmerk\nDGLGS / 12345678\n\nDatum 3 mei 2022\n\nGeachte voorzitter,\n\nDank.\n"
    given = Document(text, "a.pdf", "0", regions=(Region("margin", Span(0, 28)),))
    found = segment(given)
    assert fields(found) == {"kenmerk": "DGLGS / 12345678", "date": "2022-05-03"}
    assert [span.of(text) for span in found.sentences] == ["Dank."]


def test_a_table_the_format_marks_is_a_table() -> None:
    text = "Geachte voorzitter,\n\nZie hier.\n\nJaar\tBedrag\n2022\t40\n\nDat was het.\n"
    given = Document(text, "a.docx", "0", regions=(Region("table", Span(32, 51)),))
    assert stretches(segment(given), text, Part.TABLE) == ["Jaar\tBedrag\n2022\t40"]


def test_the_parts_of_a_letter_follow_each_other() -> None:
    text = letter(
        "Hierbij informeer ik u.\n\nAanleiding\n\nEr is veel gaande in de zorg.\n\nHoogachtend,\n\n"
        "de minister van Financiën,\n\nSigrid Kaag\n\nBIJLAGE 1 Overzicht\n\nBedragen per jaar"
    ).text
    assert [each.part for each in read(text).parts] == [
        Part.REFERENCES, Part.SALUTATION, Part.BODY, Part.HEADING, Part.BODY, Part.CLOSING,
        Part.SIGNATURE, Part.ATTACHMENT,
    ]


def test_questions_answers_and_speakers_carry_their_label() -> None:
    text = "Vraag 2 en 3\nIs dat zo?\n\nAntwoord op vragen 2 en 3\nJa.\n"
    assert [(p.part, p.label) for p in read(text).parts] == [
        (Part.QUESTION, "2 en 3"), (Part.ANSWER, "2 en 3"),
    ]
    text = "Vraag 2a\nIs dat zo?\n\nAntwoord 2a\nJa.\n"
    assert [(p.part, p.label) for p in read(text).parts] == [
        (Part.QUESTION, "2a"), (Part.ANSWER, "2a"),
    ]
    text = "De voorzitter:\nIk open de vergadering.\n\nMevrouw Agema (PVV):\nDank u.\n"
    assert [(p.part, p.label) for p in read(text).parts] == [
        (Part.SPEECH, "De voorzitter"), (Part.SPEECH, "Mevrouw Agema (PVV)"),
    ]


@pytest.mark.parametrize(
    "line, name",
    [
        ("**De voorzitter:** Ja.", "De voorzitter"),
        ("De **voorzitter**:", "De voorzitter"),
        ("*Minister Jansen: ja", "Minister Jansen"),
        ("**Mevrouw Bikker (CU):** Ja.", "Mevrouw Bikker (CU)"),
        ("De heer **Van der Lee** (GroenLinks-PvdA):", "De heer Van der Lee (GroenLinks-PvdA)"),
        ("Mevrouw van Dijk:", "Mevrouw van Dijk"),
        ("Minister-president Rutte:", "Minister-president Rutte"),
        ("Minister van der Hoeven:", "Minister van der Hoeven"),
        ("Minister van Financiën:", None),
        ("De Staatssecretaris van Defensie, namens deze: de heer Bos", None),
        ("Staatssecretaris van Buitenlandse Zaken, namens deze:", None),
        ("*Minister:* de Minister voor Buitenlandse Handel;", None),
    ],
)
def test_a_speech_begins_with_a_name_and_a_colon(line: str, name: str | None) -> None:
    found = read(f"{line}\nDat is zo, en dat blijft zo.\n")
    assert [part.label for part in found.parts if part.part is Part.SPEECH] == [name] * bool(name)


def test_figures_between_answers_are_questions_however_marked() -> None:
    text = "1\nIs dat zo?\n\n*Antwoord*\nJa.\n\n2\nWaarom?\n\n*Antwoord*\nDaarom.\n"
    assert [(p.part, p.label) for p in read(text).parts] == [
        (Part.QUESTION, "1"), (Part.ANSWER, None), (Part.QUESTION, "2"), (Part.ANSWER, None),
    ]


FURNITURE = [
    "Pagina 3 van 11", "PaginaPagina 7  7 vanvan 18 18", "Pagina 2", "pagina 3/11",
    "Tweede Kamer, vergaderjaar 2022–2023, 26 485, nr. 424 2",
    "Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel                         5",
    "Eerste Kamer, vergaderjaar 2022–2023, 35 526, L 3", "ISSN 0921 - 7371",
    "’s-Gravenhage 2023", "kst-35594-37", "Intern gebruik", "- 4 -",
    "Page 3 of 11", "[word/header1.xml]",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_knows_a_footer_by_its_words(line: str) -> None:
    text = f"Dit is een regel die over de bladzijde heen\n\n{line}\n\nloopt en hier eindigt. Slot."
    found = read(text)
    assert line.strip() in stretches(found, text, Part.FURNITURE)
    assert found.sentences[0].of(text).endswith("loopt en hier eindigt.")


NO_FURNITURE = [
    "Pagina 3 van het rapport meldt dat de zorg duurder wordt.",
    "Tweede Kamer en Eerste Kamer stemden in.",
    "Intern overleg was er niet.",
]


@pytest.mark.parametrize("line", NO_FURNITURE)
def test_a_sentence_is_no_footer(line: str) -> None:
    text = f"Een regel.\n{line}\nNog een regel.\n"
    assert stretches(read(text), text, Part.FURNITURE) == []


def test_a_running_head_is_found_by_its_place_on_the_pages() -> None:
    page = "Programma Natuur en Water\n\nDit is de tekst van blad {n} en die gaat verder.\n\n{n}\n"
    text = "\f".join(page.format(n=n) for n in range(1, 6))
    found = stretches(read(text), text, Part.FURNITURE)
    assert found.count("Programma Natuur en Water") >= 4
    assert {"1", "2", "3", "4", "5"} <= {line for each in found for line in each.split()}


def test_page_breaks_of_the_format_count_as_breaks() -> None:
    text = "Kop van het blad\nEen\nKop van het blad\nTwee\nKop van het blad\nDrie\n"
    places = tuple(Place(Span(n * 20, n * 20 + 20), page=n + 1) for n in range(3))
    found = segment(Document(text, "a.pdf", "0", places=places))
    assert stretches(found, text, Part.FURNITURE) == ["Kop van het blad"] * 3


def test_a_question_letter_names_who_asked_in_its_first_words() -> None:
    text = (
        "In antwoord op uw brief deel ik u mede dat de vragen van de leden Mutluer (PvdA) en "
        "Ellemeet (GroenLinks) over een zaak worden beantwoord.\n\nDe minister van Justitie en "
        "Veiligheid,\nD.M. van Weel\n\nVraag 1\nKlopt dat?\n\nAntwoord op vraag 1\nJa.\n"
    )
    found = read(text)
    assert found.kind is Kind.WRITTEN_ANSWER
    assert all_values(found, "asked-by") == ["Mutluer (PvdA)", "Ellemeet (GroenLinks)"]


def test_submitters_stand_below_the_formula_or_after_the_explanation() -> None:
    text = (
        "Vergaderjaar 2022–2023\n35 594\nTitel\nNr. 38\nAMENDEMENT VAN DE LEDEN VAN NISPEN EN "
        "SNELLER\nOntvangen 3 mei 2022\n\nDe leden stellen voor:\n\nArtikel 1 vervalt.\n\n"
        "Toelichting\n\nDit amendement regelt dat.\n\nVan Nispen\nSneller\n"
    )
    found = read(text)
    assert found.kind is Kind.AMENDMENT
    assert signed(found) == [("Van Nispen", None), ("Sneller", None)]


def test_the_same_document_gives_the_same_segments() -> None:
    given = document(letter("Dat is zo.1\n\n1 Zie Kamerstuk 25 295, nr. 1").text)
    assert segment(given) == segment(given)
