"""What holds for any text: spans in bounds and in order, nothing raised, time in proportion."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from segment_examples import document, fields, letter, read, seed, signed

from kg.model import Document, NoteTie, Part, Region, Span
from kg.segment import segment

WORDS = st.sampled_from(
    ["Datum", "Betreft", "Kenmerk", "3 mei 2022", "1234567-123456-PG", "Geachte voorzitter,",
     "Hoogachtend,", "de minister van Financiën,", "Sigrid Kaag", "Vraag 1", "Antwoord 1", "1", "2",
     "1 Kamerstuk 25 295, nr. 1", "¹", "tekst1", "[^1]", "[^1]: noot", "Pagina 1 van 2", "\f", "",
     "Van: a", "Aan: b", "Onderwerp: c", "Vergaderjaar 2022–2023", "35 594", "Nr. 37", "nota",
     "MOTIE VAN HET LID X", "en gaat over tot de orde van de dag.", " " * 80 + "Ons kenmerk",
     "Vragen van het lid A (B) aan de Minister over c (ingezonden 3 mei 2022).", "BIJLAGE 1", "\t",
     "Aanhangsel van de Handelingen", "Tweede Kamer der Staten-Generaal", "De voorzitter:",
     "Een gewone regel van een brief die ergens over gaat en", "verder loopt. Klaar.", "- punt"]
)
LINES = st.lists(WORDS | st.text(max_size=40), max_size=40).map("\n".join)


def check(given: Document) -> None:
    """Spans lie in the text, parts follow each other, what is quoted stands there."""
    found = segment(given)
    text = given.text
    for a, b in zip(found.parts, found.parts[1:], strict=False):
        assert a.span.end <= b.span.start
    assert list(found.sentences) == sorted(found.sentences)
    for span in (*(p.span for p in found.parts), *found.sentences):
        assert 0 <= span.start < span.end <= len(text)
        assert span.of(text).strip() == span.of(text).strip("\n")[: len(span.of(text))].strip()
    for tie in found.footnotes:
        assert max(tie.mark.end, tie.anchor.end, tie.note.end) <= len(text)
        assert any(c.isdigit() for c in tie.mark.of(text))
        assert not tie.note.overlaps(tie.mark)
    for field in found.fields:
        assert field.value and field.span.end <= len(text)
    for each in found.signatories:
        assert each.name or each.office
        if each.name_span is not None:
            assert len(each.name_span) and each.name_span.end <= len(text)
    assert found.kind_reason


@given(st.text())
def test_any_text_gives_segments(text: str) -> None:
    check(document(text))


@given(LINES)
@example("Datum\n¹\n[^1]: noot\n\t\nDatum")  # a sentence that goes on from a mark behind its note
@settings(max_examples=200)
def test_any_order_of_letter_parts_gives_segments(text: str) -> None:
    check(document(text))


@given(LINES, st.data())
@settings(max_examples=60)
def test_any_structure_of_a_reader_gives_segments(text: str, data: st.DataObject) -> None:
    def span() -> Span:
        a, b = sorted(data.draw(st.integers(0, len(text))) for _ in range(2))
        return Span(a, b)

    roles = ["header", "footer", "margin", "table", "note"]
    regions = tuple(Region(data.draw(st.sampled_from(roles)), span()) for _ in range(3))
    notes = tuple(NoteTie(str(n), span(), span()) for n in range(2))
    found = segment(Document(text, "a.pdf", "0", "application/pdf", notes=notes, regions=regions))
    for part in found.parts:
        assert part.span.end <= len(text)


@pytest.mark.parametrize("number", range(5))
def test_the_seeds_hold_the_properties(number: int) -> None:
    check(seed(number))


BODY = "Hierbij informeer ik u.\n\nHoogachtend,\n\nde minister van Financiën,\n\nSigrid Kaag"


@pytest.mark.parametrize(
    "noise", [("\n", "\r\n"), (" ", "\u00a0"), ("\n\n", "\n\n\n"), ("\n", "  \n")]
)
def test_the_kind_of_white_space_changes_nothing(noise: tuple[str, str]) -> None:
    plain = letter(BODY).text
    one, other = read(plain), read(plain.replace(*noise))
    assert fields(one) == fields(other)
    assert (signed(one), one.kind) == (signed(other), other.kind)
    assert [p.part for p in one.parts] == [p.part for p in other.parts]


HOSTILE = {
    "ones": "1\n", "labels": "Kenmerk\n", "blanks": "    \n", "closings": "Hoogachtend,\n",
    "offices": "de minister van Zorg, de minister voor Langdurige\nen Sport, Zorg,\nA B C D\n",
    "notes": "woord1 en\n\n1\n  noot\n\n", "stops": ". ", "quotes": "\"'", "breaks": "\f",
    "margins": " " * 90 + "Ons kenmerk\n", "mails": "Van: a\nAan: b\nDatum: c\n", "raised": "¹",
    "questions": "Vraag 1\nAntwoord 1\n", "names": "Jan Jansen\n", "figures": "12 ",
    "names in a row": "Van De Der ", "headings": "MOTIE VAN HET LID X\n", "dossiers": "35 594\n",
    "askers": "vragen van de leden A en B (C) ", "capitals": "A\n", "surrogates": "\ud800",
    "salutations": "Geachte heer,\n", "tabs": "a\tb\n", "brackets": "[1] ", "markdown": "[^1]: x\n",
    "empty lines": "\n", "empty lines of blanks": " \n",
}
_MOTION = "en gaat over tot de orde van de dag.\n"  # a text that says so is asked for more


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_the_text_and_not_faster(name: str) -> None:
    def spent(times: int) -> float:
        given = document(_MOTION + HOSTILE[name] * times)
        best = 9.0
        for _ in range(2):
            begin = time.process_time()
            segment(given)
            best = min(best, time.process_time() - begin)
        return best

    small, large = spent(2_000), spent(16_000)
    # Eight times the text: quadratic code would take sixty-four times as long.
    assert large < 24 * small + 0.05


def test_furniture_is_not_in_a_sentence_of_its_own() -> None:
    text = "Een zin.\n\nPagina 1 van 2\n\nNog een zin.\n"
    found = read(text)
    assert [span.of(text) for span in found.sentences] == ["Een zin.", "Nog een zin."]
    assert [p.part for p in found.parts] == [Part.BODY, Part.FURNITURE, Part.BODY]
