"""A sheet as the bytes of a file: text in several layouts, HTML, official XML, DOCX."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from xml.sax.saxutils import escape

from madeup.chance import Chance
from madeup.references import spaced, years
from madeup.sheets import Sheet

FORMATS = ("txt", "html", "xml", "docx")
_MARK = re.compile(r"‹(\d+)›")
_PAGE = 2_600  # letters to a page
_LINE = 84
_INDENTS = ("      ", "         ", "               ", "                  ")
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def text(sheet: Sheet, chance: Chance) -> bytes:
    """Text as it comes out of a PDF (lines, pages with notes and footers) or of a web page."""
    if sheet.paper.kind == "regulation":
        body = "\n".join(_lightly(sheet))
    elif sheet.paper.kind == "proceedings":
        body = "\n".join(_web(sheet, chance))
    elif sheet.paper.kind == "motion" and chance.random() < 0.6:
        body = "\n".join(_web(sheet, chance))
    else:
        body = "\n".join(_paged(sheet))
    return f"{body}\n".encode()


def _paged(sheet: Sheet) -> Iterator[str]:
    page, letters, first, last = 1, 0, 0, 0
    for role, block in sheet.blocks:
        if letters > _PAGE:
            yield from _foot(sheet, page, first, last)
            page, letters, first = page + 1, 0, last
        for mark in _MARK.finditer(block):
            last = int(mark[1])
        letters += len(block)
        yield from _wrapped(_MARK.sub(r"\1", block))
        if role == "p":
            yield ""
    yield from _foot(sheet, page, first, last)


def _wrapped(block: str) -> Iterator[str]:
    start = 0
    while len(block) - start > _LINE + 10:
        end = block.find(" ", start + _LINE)
        if end < 0:
            break
        yield block[start:end]
        start = end + 1
    yield block[start:]


def _foot(sheet: Sheet, page: int, first: int, last: int) -> Iterator[str]:
    """The notes of a page, then its running foot."""
    for number in range(first + 1, last + 1):
        yield f"{number} {sheet.notes[number - 1]}"
    paper = sheet.paper
    yield ""
    if paper.kind == "answers":
        own = f"ah-tk-{paper.session}{paper.session + 1}-{paper.count + 1}"
        if page == 1:
            yield from (own, "ISSN 0921 - 7398", f"’s-Gravenhage {paper.day.year}")
        yield f"Tweede Kamer, vergaderjaar {years(paper)}, Aanhangsel {page}"
    elif paper.kind == "motion":
        yield from (f"kst-{paper.dossier}-{paper.nr}", "ISSN 0921 - 7371")
        yield f"’s-Gravenhage {paper.day.year}"
        place = f"{spaced(paper.dossier)}, nr. {paper.nr}"
        yield f"Tweede Kamer, vergaderjaar {years(paper)}, {place}"
    else:
        yield f"Pagina {page}"


def _web(sheet: Sheet, chance: Chance) -> Iterator[str]:
    """Indented lines with empty ones between, as web pages come out."""
    indent = chance.pick(_INDENTS)
    for role, block in sheet.blocks:
        if role == "field":
            yield from (f"{indent}          ", f"{indent}            {block}", "")
        else:
            yield from (indent + _MARK.sub(r"\1", block), "" if role != "sign" else indent)


def _lightly(sheet: Sheet) -> Iterator[str]:
    """Markdown as the collection of laws has it."""
    for _, block in sheet.blocks:
        yield from (_MARK.sub(r"\1", block) + "  ", "")


def html(sheet: Sheet, chance: Chance) -> bytes:
    """A page with headings, paragraphs and notes behind links."""
    rows = []
    tags = {"title": "h1", "heading": "h2", "speaker": "h3"}
    for role, block in sheet.blocks:
        marked = _MARK.sub(r'<a href="#n\1" id="m\1"><sup>\1</sup></a>', escape(block))
        tag = tags.get(role, "p")
        rows.append(f"<{tag}>{marked}</{tag}>")
    for number, note in enumerate(sheet.notes, start=1):
        rows.append(f'<p id="n{number}"><a href="#m{number}">{number}</a> {escape(note)}</p>')
    title = escape(sheet.paper.topic)
    head = f'<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>{title}</title>'
    return "\n".join([f"{head}</head><body>", *rows, "</body></html>\n"]).encode()


def xml(sheet: Sheet, chance: Chance) -> bytes:
    """The grammar of official publications, for what has a number in a dossier."""
    paper = sheet.paper
    inside = []
    titles = [block for role, block in sheet.blocks if role == "title"]
    dossier = [block for role, block in sheet.blocks if role == "head"] or [paper.topic]
    for role, block in sheet.blocks:
        shown = _MARK.sub(lambda mark: _xml_note(sheet, int(mark[1])), escape(block))
        if role == "heading":
            inside.append(f"<tussenkop>{shown}</tussenkop>")
        elif role not in ("head", "dossier", "nr", "title"):
            inside.append(f"<al>{shown}</al>")
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<officiele-publicatie><kamerstuk><kamerstukkop>'
        f'<tekstregel inhoud="vergaderjaar">Vergaderjaar {years(paper, "-")}</tekstregel>'
        '<tekstregel inhoud="kameraanduiding">Tweede Kamer der Staten-Generaal</tekstregel>'
        '<tekstregel inhoud="kamernummer">2</tekstregel></kamerstukkop><dossier><dossiernummer>'
        f"<dossiernr>{spaced(paper.dossier)}</dossiernr></dossiernummer><titel>"
        f"{escape(dossier[-1])}</titel></dossier><stuk>\n<stuknr>Nr. "
        f'<ondernummer kamer="2">{paper.nr}</ondernummer></stuknr>'
        f"<titel>{escape(titles[0] if titles else 'BRIEF')}</titel>\n"
        + "\n".join(inside)
        + "\n</stuk></kamerstuk></officiele-publicatie>\n"
    ).encode()


def _xml_note(sheet: Sheet, number: int) -> str:
    note = escape(sheet.notes[number - 1])
    return (
        f'<noot id="ID-{number}" type="voet"><noot.nr>{number}</noot.nr>'
        f"<noot.al>{note}</noot.al></noot>"
    )


def docx(sheet: Sheet, chance: Chance) -> bytes:
    """A text processor's document; stored, for no two libraries pack to the same bytes."""
    body = "".join(_docx_paragraph(block) for _, block in sheet.blocks)
    notes = "".join(
        f'<w:footnote w:id="{number}">{_docx_paragraph(note)}</w:footnote>'
        for number, note in enumerate(sheet.notes, start=1)
    )
    relation = f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="r1" Type="{_OFFICE}/'
    files = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'{relation}officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml":
            f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>',
        "word/footnotes.xml": f'<w:footnotes xmlns:w="{_WORD}">{notes}</w:footnotes>',
        "word/_rels/document.xml.rels":
            f'{relation}footnotes" Target="footnotes.xml"/></Relationships>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            info.create_system = 3  # or the bytes would tell on what machine it was made
            archive.writestr(info, content)
    return out.getvalue()


def _docx_paragraph(block: str) -> str:
    runs = []
    for place, piece in enumerate(_MARK.split(block)):
        if place % 2:
            runs.append(f'<w:r><w:footnoteReference w:id="{piece}"/></w:r>')
        elif piece:
            runs.append(f'<w:r><w:t xml:space="preserve">{escape(piece)}</w:t></w:r>')
    return f"<w:p>{''.join(runs)}</w:p>"


WRITERS: dict[str, Callable[[Sheet, Chance], bytes]] = {
    "txt": text, "html": html, "xml": xml, "docx": docx,
}
