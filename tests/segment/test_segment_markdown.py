"""Text that a program made Markdown of: the same is read from it as from the bare text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Document, Kind, Part
from kg.recognise import find
from kg.segment import segment
from kg.text import plain

ANSWER = """**2**

# **Tweede Kamer der Staten-Generaal**

### Vergaderjaar 2023–2024

### **Aanhangsel van de Handelingen**

#### **Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden**

## **3021**

Vragen van het lid **Westerveld** (GroenLinks-PvdA) aan de Minister van Volksgezondheid, Welzijn en
Sport over _de wachtlijsten_ (ingezonden 21 juni 2024).

Antwoord van Minister **Agema** (Volksgezondheid, Welzijn en Sport) (ontvangen 12 augustus 2024).

#### Vraag 1

Kent u het bericht?<sup>1</sup>

#### Antwoord 1

Ja. Uw Kamer wordt hierover voor de zomer geïnformeerd.

ah-tk-20232024-3021 ISSN 0921 - 7398 ’s-Gravenhage 2024

Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel

3

#### Vraag 2

Bent u bereid de _motie-Bikker c.s._ uit te voeren?

#### Antwoord 2

Ja.
"""
LETTER = """# Ministerie van Landbouw, Natuur en Voedselkwaliteit

> Retouradres Postbus 20401 2500 EK Den Haag

De Voorzitter van de Tweede Kamer der Staten-Generaal Binnenhof 4 2513 AA DEN HAAG

**Ons kenmerk** DGNVLG / 19250316

Datum 1 november 2019 Betreft Stand van zaken bossen

## Geachte Voorzitter,

In deze brief informeer ik uw Kamer over <u>de bossen</u>.[1 ] Meer volgt.[2 3 ]

Hoogachtend,

Carola Schouten Minister van Landbouw, Natuur en Voedselkwaliteit
"""


def read(text: str) -> tuple[Document, dict[str, list[str]]]:
    """A document of ``text`` and the values of its header fields by name."""
    document = Document(text, "stuk.md", "0" * 64)
    fields: dict[str, list[str]] = {}
    for one in segment(document).fields:
        fields.setdefault(one.name, []).append(one.value)
    return document, fields


def test_the_header_of_an_answer() -> None:
    document, fields = read(ANSWER)
    assert segment(document).kind is Kind.WRITTEN_ANSWER
    assert fields["own-id"] == ["ah-tk-20232024-3021"]
    assert fields["asked-by"] == ["Westerveld (GroenLinks-PvdA)"]
    assert fields["subject"] == ["de wachtlijsten"]
    assert fields["date"] == [date(2024, 8, 12).isoformat()]
    assert [one.name for one in segment(document).signatories] == ["Agema"]


def test_the_number_of_a_page_is_no_question_where_questions_say_so() -> None:
    parts = segment(read(ANSWER)[0]).parts
    assert [one.label for one in parts if one.part is Part.QUESTION] == ["1", "2"]


def test_a_letter_whose_lines_were_joined() -> None:
    document, fields = read(LETTER)
    assert fields["date"] == ["2019-11-01"]
    assert fields["subject"] == ["Stand van zaken bossen"]
    assert fields["kenmerk"] == ["DGNVLG / 19250316"]
    [signatory] = segment(document).signatories
    assert signatory.name == "Carola Schouten"
    assert signatory.office == "Minister van Landbouw, Natuur en Voedselkwaliteit"


def test_what_is_found_shows_the_words_as_they_stand() -> None:
    [motie] = [one for one in find(ANSWER) if one.kind == "motie"]
    assert motie.surface == "motie-Bikker c.s."
    text = "## Inleiding\n\nDe **motie van het lid Bos** (_Kamerstukken_ 36 200, nr. 5)."
    assert [(one.surface, one.id) for one in find(text)] == [
        ("motie van het lid Bos", None),
        ("Kamerstukken_ 36 200, nr. 5", "kst-36200-5"),
    ]


@pytest.mark.parametrize(
    ("marked", "bare"),
    [
        ("**Bos** en [4 ] en [4 5 ]", "  Bos   en [4]  en [4][5]"),
        ("**a** <mark>b</mark><br>c", "  a         b       " + "   \nc"),
        ("**x** _Stb_. 2012, 5", "  x    Stb.  2012, 5"),
        ("# a\n> b\n2 * 3 * 4\nsnake_case_name", "  a\n  b\n2 * 3 * 4\nsnake_case_name"),
        ("no mark: 2 * 3, _x_", "no mark: 2 * 3, _x_"),
        ("##Besluit\n### Artikel 1\n**x**", "##Besluit\n### Artikel 1\n  x  "),
    ],
)
def test_marks_become_blanks(marked: str, bare: str) -> None:
    assert plain(marked) == bare


@given(st.lists(st.sampled_from(["**", "_", "*", "#", "> ", "<br>", "[4 ]", "a", ". ", "\n"])))
def test_no_character_moves(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert len(plain(text)) == len(text)
    kept = [one for one in plain(text) if one.isalnum()]
    assert kept == [one for one in text.replace("<br>", "") if one.isalnum()] or "<br>" in text
