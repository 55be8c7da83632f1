"""The lines of one PDF page with their boxes, in as few calls to pdfium as will do.

pdfium gives the text of a page as lines in the order of the file, a generated space or line end
between its text objects, and U+FFFE for the hyphen at the end of a broken line. Reading the box
of every character would cost more than the text itself, so a line is measured by the rectangles
of its text objects (one per change of font, or per jump); only where those show a wide gap, a
change of size or something raised is the place in the text looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from ctypes import byref, c_double
from dataclasses import dataclass
from typing import Any

from kg.read.builder import clean

_WIDE = 1.5  # a gap this many times the letters' height parts columns
_LOWER = 0.12  # a line's end this much lower at the top may be set smaller: a margin column
_RISE = 0.25  # a mark stands this much of the letters' height above their lowest point
_MARKS = re.compile(r"\d{1,3}(?: ?[,;] ?\d{1,3}){0,5}[,;]?")
_DIGITS = re.compile(r"\d+")
_HYPHEN = "\ufffe"

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of one printed line: its text, its box, the height of its letters.

    ``marks`` are the raised figures in it, as offsets into ``text``; ``after`` tells a line that
    follows on the same printed line, across a wide gap; ``broken`` one that ends in the middle of
    a word.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    marks: tuple[tuple[int, int], ...] = ()
    after: bool = False
    broken: bool = False


class Measure:
    """The geometry of one page's text.

    ``raw`` is pdfium's text page; ``text`` its characters, one code point for each.
    """

    def __init__(self, raw: Any, text: str) -> None:
        import pypdfium2.raw as pdfium

        self._raw = raw
        self._text = text
        self._count = pdfium.FPDFText_CountRects
        self._get = pdfium.FPDFText_GetRect
        self._loose = pdfium.FPDFText_GetLooseCharBox
        self._box = pdfium.FS_RECTF()
        self._box_ref = byref(self._box)
        self._sides = tuple(c_double() for _ in range(4))
        self._refs = tuple(byref(side) for side in self._sides)

    def lines(self) -> Iterator[Line]:
        """The lines in the order of the file, parted where columns lie side by side."""
        start = 0
        for printed in re.split("(?<=\ufffe)|(?<=\r\n)", self._text):
            end = start + len(printed)
            if printed.strip():
                yield from self._parts(start, start + len(printed.rstrip("\r\n")))
            start = end

    def _parts(self, start: int, end: int) -> Iterator[Line]:
        """One printed line, split at wide gaps and where the letters get smaller for good."""
        rects = self._rects(start, end)
        if not rects:
            return
        size = self._size(start, end, len(rects))
        cuts = self._cuts(start, end, rects, size)
        marks = self._marks(start, end, rects, size) if len(rects) > 1 else ()
        first, before = 0, None
        for cut, index in [*cuts, (end, len(rects))]:
            box = _union(rects[first:index])
            height = self._size(start, cut, index - first) if cuts else size
            inside = tuple((a - start, b - start) for a, b in marks if start <= a < cut)
            # the file may go on with the next printed line without a line end
            beside = before is not None and box[3] > before[1] and before[3] > box[1]
            yield self._line(start, cut, box, height, inside, beside)
            start, first, before = cut, index, box

    def _line(
        self, start: int, end: int, box: Box, size: float, marks: tuple[tuple[int, int], ...],
        after: bool,
    ) -> Line:
        piece = self._text[start:end].replace(_HYPHEN, "-")
        text = clean(piece)
        broken = self._text.endswith(_HYPHEN, start, end)
        return Line(text, *box, size, marks if text == piece else (), after, broken)

    def _rects(self, start: int, end: int) -> list[Box]:
        """Left, bottom, right, top of each text object in a stretch of characters."""
        left, top, right, bottom = self._sides
        found = []
        for number in range(self._count(self._raw, start, end - start)):
            self._get(self._raw, number, *self._refs)
            found.append((left.value, bottom.value, right.value, top.value))
        return found

    def _size(self, start: int, end: int, rects: int) -> float:
        """The height of the letters, that of the font and not of the glyph.

        Where the first may be a raised figure or a quotation mark of another font, two more are
        asked.
        """
        if rects == 1 and self._text[start].isalnum():
            return self._height(start)
        third = (end - start) // 3
        asked = (self._height(at) for at in (start, start + third, start + 2 * third))
        heights = sorted(height for height in asked if height > 0.1)
        return heights[len(heights) // 2] if heights else 0.0

    def _height(self, index: int) -> float:
        self._loose(self._raw, index, self._box_ref)
        return float(self._box.top - self._box.bottom)

    def _start_of(self, start: int, end: int, rect: int) -> int:
        """The first character of a line's rectangle number ``rect``, found by halving."""
        low, high = start, end
        while low < high:
            middle = (low + high) // 2
            if self._count(self._raw, start, middle + 1 - start) > rect:
                high = middle
            else:
                low = middle + 1
        return low

    def _cuts(
        self, start: int, end: int, rects: list[Box], size: float
    ) -> list[tuple[int, int]]:
        """Where a line is to be split: the character and the rectangle that come next."""
        cuts = []
        for number in range(1, len(rects)):
            before, here = rects[number - 1], rects[number]
            if here[0] - before[2] > _WIDE * size or here[2] < before[0]:
                cuts.append((self._start_of(start, end, number), number))
        if not cuts and (number := _lower_end(rects, size)):
            place = self._start_of(start, end, number)
            if self._text[place - 1 : place] == " " and self._height(place) < 0.87 * size:
                cuts.append((place, number))
        return cuts

    def _marks(
        self, start: int, end: int, rects: list[Box], size: float
    ) -> tuple[tuple[int, int], ...]:
        """The raised figures of a line, as offsets into the page's text."""
        found: list[tuple[int, int]] = []
        floor = min(rect[1] for rect in rects) + _RISE * size
        for number, (left, bottom, right, top) in enumerate(rects):
            if bottom < floor or top - bottom > 0.75 * size or right - left > 6 * size:
                continue
            place = self._start_of(start, end, number)
            stop = self._start_of(place, end, 1)
            figures = self._text[place:stop].rstrip()
            if _MARKS.fullmatch(figures) and self._height(place) < 0.87 * size:
                found += [(place + m.start(), place + m.end()) for m in _DIGITS.finditer(figures)]
        return tuple(found)


def _lower_end(rects: list[Box], size: float) -> int:
    """The first rectangle of a line's end that lies lower at the top than the line; 0 for none."""
    ceiling = max(rect[3] for rect in rects) - _LOWER * size
    number = len(rects)
    while number and rects[number - 1][3] < ceiling:
        number -= 1
    return number if number < len(rects) else 0


def _union(rects: list[Box]) -> Box:
    if len(rects) == 1:
        return rects[0]
    return (
        min(rect[0] for rect in rects),
        min(rect[1] for rect in rects),
        max(rect[2] for rect in rects),
        max(rect[3] for rect in rects),
    )
