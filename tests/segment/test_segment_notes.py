"""Footnotes: marks and notes in every way text torn out of a page shows them."""

from __future__ import annotations

import pytest
from segment_examples import document, letter, read, stretches

from kg.model import Document, NoteTie, Part, Region, Span
from kg.segment import segment

FILL = "Dit is een gewone regel van een brief die over de volle breedte van het blad loopt en"

# What stands in the text: (text, [(label, the words before the mark, the note)]).
MARKS = {
    "glued to a word": (
        "Dat staat in de motie Mohandis1 en elders.\n\n1 Kamerstuk 25 424, nr. 630",
        [("1", "motie Mohandis", "Kamerstuk 25 424, nr. 630")],
    ),
    "glued to a full stop": (
        "Dat is uitgevoerd.1 En dit ook.2\n\n1 Kamerstuk 1\n2 Kamerstuk 2",
        [("1", "uitgevoerd.", "Kamerstuk 1"), ("2", "ook.", "Kamerstuk 2")],
    ),
    "glued to an apostrophe": (
        "Er zijn risico’s1 genoeg.\n\n1 Zie daar",
        [("1", "risico’s", "Zie daar")],
    ),
    "raised": (
        "De aanpak is gelanceerd¹ en loopt.\n\n¹ Kamerstuk kenmerk 3382139-1030472-PG",
        [("1", "gelanceerd", "Kamerstuk kenmerk 3382139-1030472-PG")],
    ),
    "raised after a year": (
        "In de brief van 5 februari 2025¹ staat het.\n\n¹ Kenmerk 35334",
        [("1", "2025", "Kenmerk 35334")],
    ),
    "between blanks": (
        "De Raad deed uitspraak 1 in de zaken. De\nandere zaak is uit. 2 Het kabinet wacht.\n\n"
        "1\n  ECLI:NL:RVS:2024:1\n2\n  ECLI:NL:RBDHA:2025:578",
        [("1", "uitspraak", "ECLI:NL:RVS:2024:1"), ("2", "uit.", "ECLI:NL:RBDHA:2025:578")],
    ),
    "markdown": (
        "De motie van Nispen[^1] loopt.\n\n[^1]: Kamerstuk 29628, nr. 1135",
        [("1", "motie van Nispen", "Kamerstuk 29628, nr. 1135")],
    ),
    "in tags": (
        "De motie van Bos<sup>1</sup> loopt, en meer.<sup>2</sup> Zo.\n\n"
        "1 Kamerstuk 1\n2 Kamerstuk 2",
        [("1", "motie van Bos", "Kamerstuk 1"), ("2", "meer.", "Kamerstuk 2")],
    ),
    "above the number of the page": (
        "Kent u het bericht?1\nJa, dat ken ik en ik vind dat dit zo niet kan.\n"
        "1 Kamerstuk 36 200 IV, nr. 25.\n\nTweede Kamer, vergaderjaar 2023–2024, Aanhangsel\n1\n"
        "En verder wordt daarover met het veld gesproken.",
        [("1", "bericht?", "Kamerstuk 36 200 IV, nr. 25.")],
    ),
    "glued to a year": (
        f"Eerst dit1 en dat2 dan.\nDe Monitor Studenten 20213 is er.\n{FILL}\n\n"
        "1 Zie A\n2 Zie B\n3 Zie https://www.trimbos.nl",
        [("1", "dit", "Zie A"), ("2", "dat", "Zie B"),
         ("3", "Studenten 2021", "Zie https://www.trimbos.nl")],
    ),
    "labels glued to their notes": (
        f"Kent u het bericht?\n1\nAntwoord 1\nJa.\n{FILL} gaat.2\n1NOS, 22 januari 2024.\n"
        "2Kamerstuk 32 637, nr. 225\nTweede Kamer, vergaderjaar 2023–2024, Aanhangsel 2",
        [("1", "bericht?", "NOS, 22 januari 2024."), ("2", "gaat.", "Kamerstuk 32 637, nr. 225")],
    ),
    "two marks together": (
        "Kent u deze berichten?1, 2 Ja.\n\n1\n  Financieel Dagblad\n2\n  De Telegraaf",
        [("1", "berichten?", "Financieel Dagblad"), ("2", "berichten?1,", "De Telegraaf")],
    ),
    "notes over several lines": (
        "Een zin1 en een zin2.\n\n1 Een noot die doorloopt op\nde volgende regel.\n2 Kort.",
        [("1", "zin", "Een noot die doorloopt op\nde volgende regel."), ("2", "een zin", "Kort.")],
    ),
    "an empty line between notes": (
        "Een zin1 en een zin2.\n\n1 Eerste noot\n\n2 www.leefstijl.nl",
        [("1", "zin", "Eerste noot"), ("2", "een zin", "www.leefstijl.nl")],
    ),
    "on two pages, counted on": (
        "Een zin1.\n\n1 Eerste noot\n\n\fEen tweede zin2.\n\n2 Tweede noot",
        [("1", "zin", "Eerste noot"), ("2", "tweede zin", "Tweede noot")],
    ),
    "on two pages, counted anew": (
        "Een zin.1\n\n1\n  Eerste noot\n\nPagina 1 van 2\n\fNog iets.1\n\n1\n  Andere noot\n\n"
        "Pagina 2 van 2",
        [("1", "zin.", "Eerste noot"), ("1", "iets.", "Andere noot")],
    ),
    "an excerpt that begins later": (
        "Dat staat in de brief.17 En hier.18\n\n17 Kamerstuk 1\n18 Kamerstuk 2",
        [("17", "brief.", "Kamerstuk 1"), ("18", "hier.", "Kamerstuk 2")],
    ),
}


@pytest.mark.parametrize("form", MARKS)
def test_ties_marks_to_notes(form: str) -> None:
    body, expected = MARKS[form]
    found = segment(letter(body))
    text = letter(body).text
    ties = found.footnotes
    assert [(tie.label, tie.note.of(text)) for tie in ties] == [(a, c) for a, _, c in expected]
    for tie, (_, before, _) in zip(ties, expected, strict=True):
        assert text[: tie.anchor.end].endswith(before)
        assert tie.exact
    labelled = [each for each in found.parts if each.part is Part.FOOTNOTE and each.label]
    assert [each.label for each in labelled] == [label for label, _, _ in expected]


TORN = f"""\
{FILL}
17
de aanpak is gestart. De uitwerking is gedeeld en over de rest van de aanpak wordt
18
later meer gemeld. Ook over de {FILL.lower()}
verder niets.

17
 Kamerstuk 32 793 nr. 584.
18
 Kamerstuk 32 793, nr. 302.
Pagina 7 van 18
"""


def test_a_mark_torn_above_its_line_is_tied_to_the_line() -> None:
    found = read(TORN)
    assert [(tie.label, tie.note.of(TORN)) for tie in found.footnotes] == [
        ("17", "Kamerstuk 32 793 nr. 584."), ("18", "Kamerstuk 32 793, nr. 302."),
    ]
    first = found.footnotes[0]
    assert not first.exact
    assert first.anchor.of(TORN).startswith("de aanpak is gestart.")


# Figures that are no marks: in each text there is no tie to the words given.
NO_MARKS = [
    ("Het budget is 200 miljoen euro.\n\n1. Eerste punt\n2. Tweede punt", "200"),
    ("De uitstoot van CO2 daalt. Zie nr. 2 en art. 1.\n\n1 Januari was koud.", "CO"),
    ("Tabel\n\n1 Appels 20\n2 Peren 30\n3 Pruimen 40", "Tabel"),
    ("In 12 provincies zijn er\n12 gedeputeerden en 4 commissarissen.", "In"),
    ("Vraag 1\nIs dat zo?\n\nAntwoord 1\nJa.\n\nVraag 2\nWaarom?\n\nAntwoord 2\nDaarom.", "Vraag"),
    ("Zie https://www.a.nl/b2 en c.\n\n2 Dit is een regel", "b"),
    ("Kosten: 1,5 miljoen en 2.3 procent\n\n5 Zalen\n\n3 Banen", "1,"),
]


@pytest.mark.parametrize(("body", "words"), NO_MARKS)
def test_other_figures_are_no_marks(body: str, words: str) -> None:
    document = letter(body)
    found = segment(document)
    assert not [tie for tie in found.footnotes if document.text[: tie.anchor.end].endswith(words)]


def test_a_question_number_alone_on_its_line_is_no_note() -> None:
    questions = "".join(
        f"\n{n}\nDe leden vragen waarom dit niet eerder kon dan in dat jaar {n} van de wet.\n\n"
        f"Antwoord\nDaarover is uw Kamer al geïnformeerd.\n"
        for n in range(1, 5)
    )
    assert segment(letter(f"Beantwoording\n{questions}")).footnotes == ()


def test_the_ties_of_the_format_beat_guessing() -> None:
    text = "Een motie¹ en een brief² hier.\n\n¹ Eerste noot\n² Tweede noot"
    mark, note = Span(9, 10), Span(32, 46)
    assert (mark.of(text), note.of(text)) == ("¹", "¹ Eerste noot\n"[:14])
    given = Document(
        text, "a.pdf", "0", "application/pdf", notes=(NoteTie("1", mark, note),),
        regions=(Region("note", Span(32, len(text))),),
    )
    ties = segment(given).footnotes
    assert [(tie.label, tie.note.of(text)) for tie in ties] == [
        ("1", "Eerste noot"), ("2", "Tweede noot"),
    ]
    assert ties[0].mark == mark
    assert stretches(segment(given), text, Part.FOOTNOTE)[0] == "¹ Eerste noot"


def test_a_complete_format_is_not_guessed_beside() -> None:
    text = "Een motie¹ en een brief2 hier.\n\n1 Eerste noot\n2 Geen noot"
    given = Document(
        text, "a.docx", "0", "application/vnd.openxmlformats-officedocument", notes=(
            NoteTie("1", Span(9, 10), Span(32, 45)),
        ),
    )
    assert [tie.label for tie in segment(given).footnotes] == ["1"]


def test_web_addresses_below_notes_belong_to_them() -> None:
    text = (
        "Een zin.1 En nog een zin die verder gaat met\n\n1 Rapport Geluk (unicef.nl)\n\n"
        "https://www.unicef.nl/a.pdf\nhttps://www.unicef.nl/b.pdf\nde regel daarna. Einde.\n"
    )
    found = segment(document(text))
    notes = stretches(found, text, Part.FOOTNOTE)
    assert notes == ["1 Rapport Geluk (unicef.nl)", "https://www.unicef.nl/a.pdf",
                     "https://www.unicef.nl/b.pdf"]
    assert any(span.of(text).endswith("de regel daarna.") for span in found.sentences)


def test_a_mark_behind_a_full_stop_stays_with_its_sentence() -> None:
    text = "Dat is uitgevoerd. 1 Het kabinet\nwacht.\n\n1\n  Kamerstuk 25 295, nr. 1\n"
    found = read(text)
    assert [span.of(text) for span in found.sentences] == [
        "Dat is uitgevoerd. 1", "Het kabinet\nwacht.", "Kamerstuk 25 295, nr. 1",
    ]
