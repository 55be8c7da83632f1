"""The links of a PDF: areas on a page that point at an address, and the words they lie on.

Word and its like write one area for each printed line of a link, or for each change of font.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from ctypes import byref, c_int, create_string_buffer
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from kg.model import Link, Place, Span
from kg.read.builder import clean

_MANY = 2_000  # no page made for reading has more links
_LONG = 2_000  # characters of an address
_WORD = re.compile(r"\w\w")


@dataclass(frozen=True, slots=True)
class Area:
    """One area: its page, its height there, the words it lies on, the address."""

    page: int
    height: float
    words: tuple[str, ...]
    target: str


def areas_on(pdf: Any, page: Any, textpage: Any, number: int) -> Iterator[Area]:
    """The areas of the page with this number that point at a web address."""
    import pypdfium2.raw as pdfium

    position, link, box = c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    for _ in range(_MANY):
        if not pdfium.FPDFLink_Enumerate(page.raw, byref(position), byref(link)):
            return
        target = _address(pdfium, pdf, link)
        if target and pdfium.FPDFLink_GetAnnotRect(link, byref(box)):
            shown = textpage.get_text_bounded(box.left, box.bottom, box.right, box.top)
            lines = (clean(line).strip() for line in shown.splitlines())
            words = tuple(line for line in lines if _WORD.search(line))
            yield Area(number, (box.top + box.bottom) / 2, words, target)


def _address(pdfium: Any, pdf: Any, link: Any) -> str:
    """The web address of a link; empty for one that leads elsewhere."""
    action = pdfium.FPDFLink_GetAction(link)
    if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
        return ""
    size = pdfium.FPDFAction_GetURIPath(pdf.raw, action, None, 0)
    if not 1 < size <= _LONG:
        return ""
    buffer = create_string_buffer(size)
    pdfium.FPDFAction_GetURIPath(pdf.raw, action, buffer, size)
    return clean(" ".join(buffer.value.decode("utf-8", "ignore").split()))


def links_of(areas: Sequence[Area], places: Sequence[Place], text: str) -> Iterator[Link]:
    """The areas as links on ``text``; one whose words are not found there is left out.

    Pieces of one link that follow one another are one.
    """
    on_page = {page: list(found) for page, found in groupby(places, key=lambda one: one.page)}
    for target, pieces in groupby(areas, key=lambda area: area.target):
        before: Span | None = None
        for span in _spans(pieces, on_page, text):
            if before is not None and not text[before.end : max(before.end, span.start)].strip():
                before = Span(min(before.start, span.start), max(before.end, span.end))
                continue
            if before is not None:
                yield Link(before, target)
            before = span
        if before is not None:
            yield Link(before, target)


def _spans(
    areas: Iterable[Area], on_page: dict[int | None, list[Place]], text: str
) -> Iterator[Span]:
    """Where the words of each area stand, in the lines nearest to its height first."""
    for area in areas:
        lines = sorted(on_page.get(area.page, ()), key=lambda place: _far(place, area.height))
        for words in area.words:
            for line in lines[: 2 + 2 * len(area.words)]:
                at = text.find(words, line.span.start, line.span.end)
                if at >= 0:
                    yield Span(at, at + len(words))
                    break


def _far(place: Place, height: float) -> float:
    """How far the middle of a line is from a height on its page."""
    return abs((place.box[1] + place.box[3]) / 2 - height) if place.box else 0.0
