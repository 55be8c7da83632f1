"""What the lines of a PDF's pages are for, and the order in which they are read.

A page prints running headers and footers (the same words in the same place on other pages),
columns in the margin (outside the lines of the body), notes (smaller letters at the foot, behind a
raised figure) and the body. Each page becomes header, margin, body, notes, footer, in that order,
so that sentences of the body are torn by no more than a page's end.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from kg.model import NoteTie, Place, Region, Span
from kg.read.builder import TextBuilder, raised
from kg.read.measure import Line

_BAND = 0.12  # headers and footers stand in this part of the page's height
_SMALL = 0.94  # notes are set smaller than this share of the body's letters
_LONG = 25  # lines of this many characters show how wide the body is
_APART = 1.35  # more than this share of the usual distance between lines parts paragraphs
_FIGURES = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"\s{0,9}(?:(?:pagina|page|blad|p\.?)\s{0,9}){0,2}-?\s{0,9}\d{1,5}\s{0,9}-?"
    r"(?:\s{0,9}(?:van|of|/)\s{0,9}\d{1,5})?\s{0,9}",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\s{0,9}\[?(\d{1,3})\]?[.)]?(?=[\s\D])\s{0,9}")


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its number from 1, its size in points, its lines in the order of the file."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Roles:
    """The lines of one page by what they are for, each in the order they are read."""

    header: tuple[Line, ...]
    margin: tuple[Line, ...]
    body: tuple[Line, ...]
    note: tuple[Line, ...]
    footer: tuple[Line, ...]


def lay_out(pages: Sequence[Page], built: TextBuilder) -> None:
    """Adds the text of all pages to ``built``, with places, regions and tied notes."""
    size = letter_size(pages)
    repeated = repeated_lines(pages)
    writer = _Writer(built)
    for number, page in enumerate(pages):
        if number:
            built.add("\f")
        writer.write(page.number, roles_of(page, size, repeated))
    writer.tie()


def letter_size(pages: Iterable[Page]) -> float:
    """The height of the letters most of the text is set in; 0 for no text."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[round(line.size, 1)] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)


Key = tuple[str, str]


def _key(line: Line, page: Page) -> Key | None:
    """What a running header or footer has in common with itself on another page."""
    if line.top > page.height * (1 - _BAND):
        band = "header"
    elif line.bottom < page.height * _BAND:
        band = "footer"
    else:
        return None
    return band, _FIGURES.sub("#", "".join(line.text.split()).casefold())


def repeated_lines(pages: Sequence[Page]) -> frozenset[Key]:
    """The lines that stand in the same place with the same words (but numbers) on two pages."""
    seen: dict[Key, set[int]] = defaultdict(set)
    heights: dict[Key, list[float]] = defaultdict(list)
    for page in pages:
        for line in page.lines:
            if key := _key(line, page):
                seen[key].add(page.number)
                heights[key].append(line.bottom)
    return frozenset(
        key for key, where in seen.items() if len(where) > 1 and _level(heights[key])
    )


def _level(heights: list[float]) -> bool:
    """Whether most of the heights agree within some points."""
    middle = median(heights)
    return sum(abs(height - middle) < 8 for height in heights) * 2 > len(heights)


def roles_of(page: Page, size: float, repeated: frozenset[Key]) -> Roles:
    """What each line of ``page`` is for, given the document's letters and repeated lines."""
    header, footer, rest = [], [], []
    for line in page.lines:
        key = _key(line, page)
        if key is None or not (key in repeated or _is_page_number(line, size)):
            rest.append(line)
        elif key[0] == "header":
            header.append(line)
        else:
            footer.append(line)
    margin, inside = _margin(rest, size)
    body, note = _notes(_in_order(inside), size)
    return Roles(tuple(header), tuple(margin), tuple(body), tuple(note), tuple(footer))


def _is_page_number(line: Line, size: float) -> bool:
    return line.size < 1.3 * size and bool(_PAGE_NUMBER.fullmatch(line.text))


def _margin(lines: list[Line], size: float) -> tuple[list[Line], list[Line]]:
    """Parts the lines beside the body from those within its width."""
    long = [
        line for line in lines if len(line.text) >= _LONG and abs(line.size - size) < 0.07 * size
    ]
    if len(long) < 3:
        return [], lines
    left = min(line.left for line in long)
    right = max(line.right for line in long)
    margin: list[Line] = []
    inside: list[Line] = []
    for line in lines:
        beside = line.left >= right - 2 or (line.right <= left + 2 and len(line.text) > 4)
        (margin if beside else inside).append(line)
    return margin, inside


def _in_order(lines: list[Line]) -> list[Line]:
    """The lines as read: in the order of the file, unless that climbs back up in a column."""
    for before, line in zip(lines, lines[1:], strict=False):
        climbs = line.bottom > before.top + line.size
        if climbs and line.left < before.right and before.left < line.right:
            return _by_columns(lines)
    return lines


def _by_columns(lines: list[Line]) -> list[Line]:
    """The lines sorted top to bottom, lines of one height from left to right."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (-line.bottom, line.left)):
        if rows and rows[-1][0].bottom - line.bottom < 0.4 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [line for row in rows for line in sorted(row, key=lambda line: line.left)]


def _notes(lines: list[Line], size: float) -> tuple[list[Line], list[Line]]:
    """Parts the notes at the page's foot from the body.

    They are the last lines set in small letters, from the first that begins with a number.
    """
    first = len(lines)
    while first and lines[first - 1].size < _SMALL * size:
        first -= 1
    while first < len(lines) and not starts_note(lines[first]):
        first += 1
    return lines[:first], lines[first:]


def starts_note(line: Line) -> bool:
    """Whether a line of small letters begins with a note's number."""
    return not line.after and bool(_LABEL.match(line.text))


class _Writer:
    """Writes the lines of each page, and ties marks to notes when all are there."""

    def __init__(self, built: TextBuilder) -> None:
        self._built = built
        self._marks: list[tuple[int, str, Span]] = []
        self._notes: list[tuple[int, str, Span]] = []

    def write(self, page: int, roles: Roles) -> None:
        """Adds one page: header, margin, body, notes, footer."""
        for role in ("header", "margin", "body"):
            self._block(page, role, getattr(roles, role))
        for lines in _each_note(roles.note):
            self._note(page, lines)
        self._block(page, "footer", roles.footer)

    def _block(self, page: int, role: str, lines: Sequence[Line]) -> None:
        start = self._built.length
        usual = _distance(lines) if role == "body" else 0.0
        for number, line in enumerate(lines):
            if number:
                self._join(lines[number - 1], line, usual)
            self._line(page, line)
        if lines:
            end = self._built.length
            self._built.add("\n\n" if role != "footer" else "\n")
            if role != "body":
                self._built.regions.append(Region(role, Span(start, end)))

    def _join(self, before: Line, line: Line, usual: float) -> None:
        if line.after and abs(line.bottom - before.bottom) < 0.5 * max(line.size, before.size):
            self._built.add("\t")
            return
        fall = before.bottom - line.bottom
        apart = usual and fall > _APART * usual and not before.broken
        self._built.add("\n\n" if apart else "\n")

    def _line(self, page: int, line: Line, skip: int = 0) -> None:
        """One line, its raised figures as such, but for those before ``skip`` (a note's number)."""
        start, text, done = self._built.length, line.text.rstrip(), 0
        for first, last in line.marks:
            if first >= skip and last <= len(text):
                self._built.add(text[done:first])
                span = self._built.add(raised(text[first:last]))
                self._marks.append((page, text[first:last], span))
                done = last
        self._built.add(text[done:])
        box = (round(line.left, 1), round(line.bottom, 1), round(line.right, 1), round(line.top, 1))
        self._built.places.append(Place(Span(start, self._built.length), page, box))

    def _note(self, page: int, lines: Sequence[Line]) -> None:
        label = _LABEL.match(lines[0].text)
        start = self._built.length
        for number, line in enumerate(lines):
            if number:
                self._join(lines[number - 1], line, 0.0)
            self._line(page, line, label.end() if label and not number else 0)
        end = self._built.length
        self._built.regions.append(Region("note", Span(start, end)))
        self._built.add("\n")
        if label and start + label.end() <= end:
            self._notes.append((page, label[1], Span(start + label.end(), end)))

    def tie(self) -> None:
        """Ties each note to the first mark of its number on its page."""
        free: dict[tuple[int, str], Span] = {}
        for page, label, mark in self._marks:
            free.setdefault((page, label), mark)
        for page, label, note in self._notes:
            if (page, label) in free:
                self._built.notes.append(NoteTie(label, free.pop((page, label)), note))


def _each_note(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """The lines of each note, its number in the first."""
    starts = [number for number, line in enumerate(lines) if starts_note(line)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=False):
        yield lines[start:end]


def _distance(lines: Sequence[Line]) -> float:
    """The usual distance from one line to the next; 0 where there is none."""
    falls = [
        before.bottom - line.bottom
        for before, line in zip(lines, lines[1:], strict=False)
        if 0.5 * line.size < before.bottom - line.bottom < 3 * line.size
    ]
    return median(falls) if falls else 0.0
