"""The five seed documents, by name: fields, kind, signatories, footnotes, sentences."""

from __future__ import annotations

import pytest
from segment_examples import fields, seed, signed, stretches

from kg.model import Kind, Part
from kg.segment import segment

EXPECTED = {
    0: (Kind.LETTER, {"kenmerk": "3466324-1039478-PDCIC"}),
    1: (
        Kind.LETTER,
        {
            "date": "2022-02-14",
            "kenmerk": "3315034-1024000-BPZ",
            "subject": "Planningsbrief n.a.v. het regeerakkoord",
            "ministry": "VWS",
            "addressee": "TK",
            "attachments": "1",
        },
    ),
    2: (
        Kind.LETTER,
        {"subject": "Steunpakket sociaal en mentaal welzijn en leefstijl", "ministry": "VWS"},
    ),
    3: (
        Kind.MEMO,
        {
            "date": "2023-11-30",
            "kenmerk": "3730760-1057533-PG",
            "attachments": "4",
            "deadline": "2023-12-15",
            "addressee": "Staatssecretaris VWS",
            "subject": "Kamerbrief aanbieding eerste voortgangsrapportage aanpak "
            '"Mentale Gezondheid: van ons allemaal"',
        },
    ),
    4: (Kind.LETTER, {"ministry": "VWS"}),
}


@pytest.mark.parametrize("number", EXPECTED)
def test_the_fields_a_seed_prints_and_no_others(number: int) -> None:
    found = segment(seed(number))
    assert (found.kind, fields(found)) == EXPECTED[number]
    assert found.kind_reason.endswith(".")


@pytest.mark.parametrize("number", EXPECTED)
def test_every_field_stands_where_it_says(number: int) -> None:
    document = seed(number)
    for field in segment(document).fields:
        printed = " ".join(field.span.of(document.text).split())
        assert printed
        if field.name in ("kenmerk", "subject", "attachments"):
            assert printed == field.value


SIGNATORIES = {
    0: [],
    1: [
        ("Ernst Kuipers", "de minister van Volksgezondheid, Welzijn en Sport"),
        ("Conny Helder", "de minister voor Langdurige Zorg en Zorg"),
        ("Maarten van Ooijen", "de staatssecretaris van Volksgezondheid, Welzijn en Sport"),
    ],
    2: [(None, "SVWS"), (None, "MVWS")],
    3: [],
    4: [
        ("Maarten van Ooijen", "de staatssecretaris van Volksgezondheid, Welzijn en Sport"),
        ("Conny Helder", "de minister voor Langdurige Zorg en Sport"),
        ("Robbert Dijkgraaf", "de minister van Onderwijs, Cultuur en Wetenschap"),
        ("Dennis Wiersma", "de minister voor Primair en Voortgezet Onderwijs"),
        ("Gunay Uslu", "de staatssecretaris van Cultuur en Media"),
        ("Karien van Gennip", "de minister van Sociale Zaken en Werkgelegenheid"),
        ("Carola Schouten", "de minister voor Armoedebeleid, Participatie en Pensioenen"),
    ],
}


@pytest.mark.parametrize("number", SIGNATORIES)
def test_who_signs_in_every_layout(number: int) -> None:
    document = seed(number)
    found = segment(document)
    assert signed(found) == SIGNATORIES[number]
    for signatory in found.signatories:
        if signatory.name_span is not None:
            assert signatory.name_span.of(document.text) == signatory.name
        if signatory.office_span is not None and signatory.office is not None:
            assert signatory.office.startswith(signatory.office_span.of(document.text))


LABELS = {0: range(17, 23), 1: range(0), 2: range(1, 15), 3: range(1, 7), 4: range(1, 14)}


@pytest.mark.parametrize("number", LABELS)
def test_every_note_is_tied_to_its_mark(number: int) -> None:
    found = segment(seed(number))
    assert [tie.label for tie in found.footnotes] == [str(label) for label in LABELS[number]]
    labelled = [each.label for each in found.parts if each.part is Part.FOOTNOTE and each.label]
    assert labelled == [str(label) for label in LABELS[number]]


# The words before the mark, or the line it was torn from.
ANCHORS = [
    (0, "21", "de motie van de leden Hijink en Paulusma voerde", "Motie 25295, nr. 1892, leden"),
    (2, "1", "kwetsbare \ngroepen", "Kamernr 25295-874"),
    (2, "9", "Nationaal Programma Onderwijs", "Tegelijkertijd zal"),
    (2, "12", "aandoeningen”", "www.leefstijlencorona.nl"),
    (3, "4", "De motie van het lid Mohandis", "[2022D47993](#) – Kamerstuk 25424 nr. 630"),
    (4, "8", "Middelengebruik Studenten 2021", "Zie https://www.trimbos.nl"),
    (4, "11", "Dik-Faber/Diertens.", "Detail 2021D04467 | Tweede Kamer der Staten-Generaal"),
]


@pytest.mark.parametrize(("number", "label", "words", "note"), ANCHORS)
def test_a_mark_leads_from_its_words_to_its_note(
    number: int, label: str, words: str, note: str
) -> None:
    document = seed(number)
    text = document.text
    tie = next(tie for tie in segment(document).footnotes if tie.label == label)
    assert tie.note.of(text).startswith(note)
    if tie.exact:
        assert len(tie.anchor) == 0
        assert text[: tie.anchor.end].endswith(words)
    else:
        assert words in tie.anchor.of(text)
    assert tie.exact is (number != 0)


def test_the_mail_around_a_letter_is_kept_apart() -> None:
    document = seed(2)
    found = segment(document)
    (header,) = stretches(found, document.text, Part.MAIL_HEADER)
    assert header.startswith("Van:") and header.endswith("10:10")
    assert any("deze te delen" in s for s in stretches(found, document.text, Part.BODY))


QUOTES = [
    (0, "van de motie van de leden Hijink en Paulusma voerde het ministerie"),
    (2, "Met dit steunpakket geeft het \nkabinet mede invulling aan de motie van lid Smulders om, "
        "naast het economische \nsteunpakket, ook een mentaal steunpakket op te zetten."),
    (3, "- De motie van het lid Mohandis⁴ wordt in de kamerbrief afgedaan."),
    (4, "Hiermee geven we invulling aan de motie\nvan Bikker c.s. over een steunpakket sociaal en "
        "mentaal welzijn en leefstijl."),
    (4, "Via deze brief wordt de motie \nvan Dik-Faber/Diertens afgehandeld."),
]


@pytest.mark.parametrize(("number", "quote"), QUOTES)
def test_sentences_are_fit_to_quote(number: int, quote: str) -> None:
    document = seed(number)
    sentences = [span.of(document.text) for span in segment(document).sentences]
    assert any(quote == s or number == 0 and quote in s for s in sentences)


def test_a_sentence_runs_on_over_the_notes_of_a_page() -> None:
    document = seed(4)
    sentence = next(
        s
        for span in segment(document).sentences
        if (s := span.of(document.text)).startswith("In het najaar zal de minister")
    )
    assert "kenmerk 2020D28006" in sentence
    assert sentence.endswith("vervolgbrief over voortijdige schoolverlaters.")


def test_page_footers_and_margin_columns_are_furniture() -> None:
    for number, words in ((0, "PaginaPagina 7  7 vanvan 18 18"), (3, "DGV\nPG"), (0, "Kenmerk")):
        document = seed(number)
        assert words in stretches(segment(document), document.text, Part.FURNITURE)
