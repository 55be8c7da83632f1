"""One letter in every format: the same words, the same notes at the same words."""

from __future__ import annotations

import re

import pytest
from doc_samples import MARK, Word
from doc_samples import p as doc_p
from read_samples import docx, lines, mark, odt, p, pdf, publication

from kg.model import Document
from kg.read import read_bytes

PARAGRAPHS = (
    "Geachte voorzitter,",
    "Met deze brief informeer ik uw Kamer over de motie van het lid Jansen^1^ en over de "
    "toezegging van 3 maart 2023, zoals gevraagd in Kamerstuk 12 345, nr. 1892^2^.",
    "Daarmee is de motie uitgevoerd.",
    "Hoogachtend,",
    "De Minister van Volksgezondheid, Welzijn en Sport,",
    "A. de Vries",
)
NOTES = {1: "Kamerstukken II 2022/23, 12 345, nr. 6.", 2: "Handelingen II 2022/23, nr. 7, item 8."}


def as_text() -> bytes:
    body = "\n\n".join(PARAGRAPHS).replace("^1^", "¹").replace("^2^", "²")
    return (body + "\n\n" + "\n".join(f"{key} {note}" for key, note in NOTES.items())).encode()


def as_pdf() -> bytes:
    wrapped: list[str] = []
    for paragraph in PARAGRAPHS:
        words, line = paragraph.split(), ""
        for word in words:
            if len(line) + len(word) > 60:
                wrapped.append(line)
                line = ""
            line = f"{line} {word}".strip()
        wrapped += [line, ""]
    foot = [f"^{key}^ {note}" for key, note in NOTES.items()]
    return pdf([[*lines(wrapped), *lines(foot, top=90, size=6.5, step=9)]])


def as_docx() -> bytes:
    body = []
    for paragraph in PARAGRAPHS:
        pieces = re.split(r"\^(\d)\^", paragraph)
        body.append(p(*(mark(int(t)) if n % 2 else t for n, t in enumerate(pieces) if t)))
    return docx(*body, notes=NOTES)


def as_doc() -> bytes:
    body = [doc_p(re.sub(r"\^\d\^", MARK, paragraph)) for paragraph in PARAGRAPHS]
    notes = [[doc_p(f"{MARK} {note}")] for note in NOTES.values()]
    return Word(body, notes=notes).file()


def replaced(paragraph: str, marked: str) -> str:
    """The paragraph with each mark written in a format's own way."""
    return re.sub(
        r"\^(\d)\^", lambda m: marked.format(n=m[1], note=NOTES[int(m[1])]), paragraph
    )


def as_odt() -> bytes:
    note = (
        "<text:note><text:note-citation>{n}</text:note-citation><text:note-body><text:p>{note}"
        "</text:p></text:note-body></text:note>"
    )
    return odt("".join(f"<text:p>{replaced(one, note)}</text:p>" for one in PARAGRAPHS))


def as_html() -> bytes:
    link = '<a href="#n{n}" id="r{n}"><sup>{n}</sup></a>'
    notes = "".join(
        f'<p id="n{key}"><sup><a href="#r{key}">{key}</a></sup> {note}</p>'
        for key, note in NOTES.items()
    )
    body = "".join(f"<p>{replaced(one, link)}</p>" for one in PARAGRAPHS)
    return f"<html><head><title>Brief</title></head><body>{body}{notes}</body></html>".encode()


def as_xml() -> bytes:
    note = '<noot id="n{n}"><noot.nr>{n}</noot.nr><noot.al>{note}</noot.al></noot>'
    return publication("".join(f"<al>{replaced(one, note)}</al>" for one in PARAGRAPHS))


def words(text: str) -> list[str]:
    """The words of a letter from its salutation on."""
    return text[text.index("Geachte") :].split()


def ties(document: Document) -> list[tuple[str, str, list[str]]]:
    """Each tie as its label, the word marked, and the words of the note."""
    text = document.text
    return [
        (tie.label, text[: tie.mark.start].split()[-1], tie.note.of(text).split())
        for tie in document.notes
    ]


READ = {
    "pdf": as_pdf, "doc": as_doc, "docx": as_docx, "odt": as_odt, "html": as_html, "xml": as_xml,
}


@pytest.mark.parametrize("kind", READ)
def test_the_same_words_in_the_same_order(kind: str) -> None:
    text = read_bytes(as_text(), "brief.txt").text
    assert words(read_bytes(READ[kind](), f"brief.{kind}").text) == words(text)


@pytest.mark.parametrize("kind", READ)
def test_the_same_notes_at_the_same_words(kind: str) -> None:
    document = read_bytes(READ[kind](), f"brief.{kind}")
    assert ties(document) == [("1", "Jansen", NOTES[1].split()), ("2", "1892", NOTES[2].split())]


@pytest.mark.parametrize("kind", READ)
def test_the_content_tells_the_format_whatever_the_name(kind: str) -> None:
    right = read_bytes(READ[kind](), f"brief.{kind}")
    for name in ("brief.txt", "brief.pdf", "brief", "brief.eml"):
        wrong = read_bytes(READ[kind](), name)
        assert (wrong.text, wrong.media_type) == (right.text, right.media_type)


@pytest.mark.parametrize("kind", READ)
def test_every_place_region_and_tie_lies_in_the_text(kind: str) -> None:
    document = read_bytes(READ[kind](), "brief")
    spans = [place.span for place in document.places]
    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in zip(spans, spans[1:], strict=False))
    for span in [*spans, *(region.span for region in document.regions)]:
        assert span.of(document.text).strip() == span.of(document.text) != ""


@pytest.mark.parametrize("kind", READ)
def test_the_same_bytes_give_the_same_document(kind: str) -> None:
    assert read_bytes(READ[kind](), "brief") == read_bytes(READ[kind](), "brief")
