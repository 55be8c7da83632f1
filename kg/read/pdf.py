"""PDF through pdfium: text line by line, with the box and size of each line.

The lines of a page are measured in :mod:`kg.read.measure`; what they are for (running header, note,
margin column) is decided in :mod:`kg.read.layout` over all pages together.
"""

from __future__ import annotations

import re
from typing import Any

from kg.model import Document
from kg.read.builder import TextBuilder
from kg.read.layout import lay_out
from kg.read.limits import Limits
from kg.read.measure import Measure
from kg.read.pdf_links import Area, areas_on, links_of
from kg.read.plain import links_in
from kg.read.roles import Page
from kg.read.source import Deadline, Source

_INFO = (
    ("Title", "title"),
    ("Author", "creator"),
    ("Subject", "subject"),
    ("Keywords", "keywords"),
    ("CreationDate", "created"),
)
_EMPTY = frozenset(("none", "untitled", "unknown", "naamloos"))
_PDF_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")


def read(source: Source, limits: Limits) -> Document:
    """The document in a PDF, with page and box for every line.

    Raises :class:`kg.errors.InputError` when it is damaged, encrypted, or holds only images.
    """
    import pypdfium2

    data = source.load(limits)
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _unopened(source, str(error)) from None
    try:
        return _read(source, limits, data, pdf)
    finally:
        pdf.close()


def _unopened(source: Source, reason: str) -> Exception:
    if "password" in reason.lower() or "security" in reason.lower():
        return source.error("is encrypted", "remove the password (qpdf --decrypt) and try again")
    return source.error("is damaged or not a whole PDF", "download it again")


def _read(source: Source, limits: Limits, data: bytes, pdf: Any) -> Document:
    count = len(pdf)
    if count > limits.pages:
        raise source.error(f"has more than {limits.pages} pages", "split it")
    deadline = Deadline(source, limits)
    pages, broken, chars = [], [], 0
    areas: list[Area] = []
    for number in range(1, count + 1):
        deadline()
        page = _page(pdf, number, areas)
        if page is None:
            broken.append(number)
            page = Page(number, 0.0, 0.0, ())
        pages.append(page)
        chars += sum(len(line.text) for line in page.lines)
        if chars > limits.text_chars:
            raise source.error(f"holds more than {limits.text_chars} characters", "split it")
    _demand_text(source, pages, broken)
    built = TextBuilder(source, limits)
    lay_out(pages, built, deadline)
    _annotate(pdf, pages, built, broken)
    _link(built, areas)
    return built.document(data, "application/pdf")


def _demand_text(source: Source, pages: list[Page], broken: list[int]) -> None:
    if len(broken) == len(pages):
        raise source.error("is damaged: none of its pages opens", "download it again")
    if not any(page.lines for page in pages):
        raise source.error(
            f"has no text on its {_plural(len(pages))}, only images",
            "run OCR on it (ocrmypdf) and give the result",
        )


def _plural(count: int) -> str:
    return "1 page" if count == 1 else f"{count} pages"


def _annotate(pdf: Any, pages: list[Page], built: TextBuilder, broken: list[int]) -> None:
    """Metadata, links and warnings, once the text stands."""
    for key, name in _INFO:
        try:
            value = pdf.get_metadata_value(key)
        except UnicodeError:  # half a character in damaged metadata
            continue
        if value.casefold() in _EMPTY:
            continue
        if found := _PDF_DATE.match(value):
            value = "-".join(found.groups())
        built.fact(name, value, f"pdf:{key}")
    if broken:
        built.warnings.append(f"pages that are damaged and were left out: {_ranges(broken)}")
    empty = [page.number for page in pages if not page.lines and page.number not in broken]
    if empty:
        built.warnings.append(f"pages without text, which may need OCR: {_ranges(empty)}")


def _ranges(numbers: list[int]) -> str:
    """Page numbers for a person: ``1-3, 7``."""
    shown: list[list[int]] = []
    for number in numbers:
        if shown and shown[-1][1] == number - 1:
            shown[-1][1] = number
        else:
            shown.append([number, number])
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in shown)


def _link(built: TextBuilder, areas: list[Area]) -> None:
    """The addresses written in the text, and those behind its words."""
    text = built.text()
    built.links += links_in(text)
    known = {link.target for link in built.links}
    hidden = [area for area in areas if area.target not in known]
    built.links += links_of(hidden, built.places, text)


def _page(pdf: Any, number: int, areas: list[Area]) -> Page | None:
    """The lines of one page, its links added; ``None`` when pdfium cannot load it."""
    import pypdfium2

    try:
        page = pdf[number - 1]
        width, height = page.get_size()
        textpage = page.get_textpage()
    except pypdfium2.PdfiumError:
        return None
    try:
        text = _characters(textpage)
        areas += areas_on(pdf, page, textpage, number)
        return Page(number, width, height, tuple(Measure(textpage.raw, text).lines()))
    finally:
        textpage.close()
        page.close()


def _characters(textpage: Any) -> str:
    """The text with one code point per character pdfium counts, so that its indexes fit."""
    count = textpage.count_chars()
    text: str = textpage.get_text_range() if count else ""
    if len(text) == count:
        return text
    import pypdfium2.raw as pdfium

    read_one = pdfium.FPDFText_GetUnicode
    points = (read_one(textpage.raw, index) for index in range(count))
    return "".join(chr(point) if point < 0x110000 else " " for point in points)
