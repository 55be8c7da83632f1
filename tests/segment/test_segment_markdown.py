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
from kg.text.markdown import is_marked

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
        ("| a | b |\n|---|---|\n|c|d|", "  a   b  \n         \n c\td "),
        ("| a<br>b | c |", "  a   \nb \n c  "),
        ("|a  b c  d|", " a\n b c\n d "),
        ("| x |\n+31 70 123 | 4", "  x  \n+31 70 123 | 4"),
        ("## **x**\n<!-- a\nb -->c", "     x  \n      \n     c"),
        ("__a b __ x__y **", "  a b    x__y   "),
        ("**x** moties: `o` De", "  x   moties: \no  De"),
        (r"nr\. 5\-b \(a\)", "nr.  5- b ( a) "),
        ("no mark: 2 * 3, _x_", "no mark: 2 * 3, _x_"),
        ("##Besluit\n### Artikel 1\n**x**", "##Besluit\n### Artikel 1\n  x  "),
    ],
)
def test_marks_become_blanks(marked: str, bare: str) -> None:
    assert plain(marked) == bare


BOXES = """| > Retouradres Postbus 1 2500 EA  Den Haag | |
| --- | --- |
|  | |
| Datum | 7 mei 2024 |
| Onderwerp | Antwoorden op vragen over de wachtlijsten in de zorg |

| Directie Zorg    Parklaan 1  2500 EA  Den Haag  Ons kenmerk  4975123    Bij antwoord noemen |
| --- |

In antwoord op uw brief deel ik u mede dat de vragen worden beantwoord in de bijlage.

De minister van Financiën,

E. Heinen
"""
BARS = """|                 |                                                      |
|-----------------|------------------------------------------------------|
| \\> Retouradres  |                                                      |
| Datum           | 7 mei 2024                                           |
| Onderwerp       | Antwoorden op vragen over de wachtlijsten in de zorg |

<table>
<tbody>
<tr class="odd">
<td><p>Directie Zorg</p>
<p>Ons kenmerk</p>
<p>4975123</p></td>
</tr>
</tbody>
</table>

In antwoord op uw brief deel ik u mede dat de vragen worden beantwoord in de bijlage.

De minister van Financiën,

E. Heinen
"""
DRAWN = """  --------------------- -----------------------------------------------------
  Datum                 7 mei 2024

  Onderwerp             Antwoorden op vragen over de wachtlijsten in de zorg
  --------------------- -----------------------------------------------------

+-----------------------------------------------------------------------+
| Directie Zorg                                                         |
|                                                                       |
| Ons kenmerk                                                           |
|                                                                       |
| 4975123                                                               |
+-----------------------------------------------------------------------+

In antwoord op uw brief deel ik u mede dat de vragen worden beantwoord in
de bijlage.

De minister van Financiën,

E. Heinen
"""
ESCAPED = """<a id="merk"></a>![](data:image/png;base64,iVBOR/w0\\+KGg==)

> Retouradres Postbus 1

Datum

7 mei 2024

Onderwerp

Antwoorden op vragen over de wachtlijsten in de zorg

<a id="gegevens"></a>Directie Zorg

Ons kenmerk

4975123

In antwoord op uw brief, nr\\. 2024Z1234, deel ik u mede dat de vragen worden beantwoord\\.

__De minister van Financiën,__

E\\. Heinen
"""


@pytest.mark.parametrize("text", [BOXES, BARS, DRAWN, ESCAPED])
def test_a_letter_whose_head_is_a_table(text: str) -> None:
    document, fields = read(text)
    assert fields["date"] == ["2024-05-07"]
    assert fields["subject"] == ["Antwoorden op vragen over de wachtlijsten in de zorg"]
    assert fields["kenmerk"] == ["4975123"]
    [signatory] = segment(document).signatories
    assert signatory.name == "E. Heinen"


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        ("[[1]](#footnote-1)", "1. Kamerstuk 29 628, nr. 35 [↑](#footnote-ref-1)"),
        (
            r'<a id="footnote-ref-1"></a>[\[1\]](\#footnote\-1)',
            r'1. <a id="footnote-1"></a> Kamerstuk 29 628, nr. 35 [↑](\#footnote\-ref\-1)',
        ),
    ],
)
def test_notes_with_a_way_back(mark: str, note: str) -> None:
    text = f"Ik voer de motie van het lid Bos{mark} uit.\n\nZo doe ik dat.\n\n{note}\n"
    [tie] = segment(read(text)[0]).footnotes
    assert tie.label == "1"
    assert tie.note.of(text).startswith("Kamerstuk 29 628, nr. 35")
    assert text[: tie.anchor.end].endswith("Bos")


def test_escaped_marks_leave_no_blanks_in_what_is_read() -> None:
    text = ESCAPED.replace("Antwoorden op vragen", r"Antwoorden op vragen \(GroenLinks\-PvdA\)")
    text = text.replace(r"E\. Heinen", r"D\.M\. Bos\-Vis")
    document, fields = read(text)
    wanted = "Antwoorden op vragen (GroenLinks-PvdA) over de wachtlijsten in de zorg"
    assert fields["subject"] == [wanted]
    assert [one.name for one in segment(document).signatories] == ["D.M. Bos-Vis"]


def test_notes_in_a_list() -> None:
    text = (
        "Conform de **motie van het lid Bos** is er gesproken.<sup>1</sup> Meer.[2 ]\n\n"
        "- 1 Kamerstuk 36 410, nr. 31\n\n- 2 «Zorg in de knel», 3 mei 2024\n"
    )
    ties = segment(read(text)[0]).footnotes
    assert [(tie.label, tie.note.of(text)) for tie in ties] == [
        ("1", "Kamerstuk 36 410, nr. 31"), ("2", "«Zorg in de knel», 3 mei 2024"),
    ]


PIECES = ["**", "_", "*", "#", "> ", "<br>", "[4 ]", "|", "+-", "<p>", "a", ". ", "\n"]


@given(st.lists(st.sampled_from([*PIECES, "\\"])).map("".join))
def test_no_character_moves(text: str) -> None:
    assert len(plain(text)) == len(text)


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_no_word_is_lost(text: str) -> None:
    words = text.replace("<br>", "").replace("<p>", "") if is_marked(text) else text
    assert [one for one in plain(text) if one.isalnum()] == [one for one in words if one.isalnum()]
