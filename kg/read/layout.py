"""The text of a PDF's pages, in the order they are read.

Each page becomes header, margin, body, notes, footer, in that order, so that sentences of the body
are torn by no more than a page's end. Marks are tied to the notes of their page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from statistics import median

from kg.model import NoteTie, Place, Region, Span
from kg.read.builder import TextBuilder, raised
from kg.read.margins import right_edge
from kg.read.measure import Line
from kg.read.mend import level, mended
from kg.read.roles import Page, Roles, label_of, letter_size, repeated_lines, roles_of

_APART = 1.35  # more than this share of the usual distance between lines parts paragraphs


def lay_out(
    pages: Sequence[Page], built: TextBuilder, before_page: Callable[[], None] = lambda: None
) -> None:
    """Adds the text of all pages to ``built``, with places, regions and tied notes.

    ``before_page`` is called before each page is taken apart, and may raise when time is up.
    """
    pages = [replace(page, lines=tuple(mended(page.lines))) for page in pages]
    size = letter_size(pages)
    repeated = repeated_lines(pages)
    edge = right_edge((page.lines for page in pages), size)
    writer = _Writer(built)
    continued = False
    for number, page in enumerate(pages):
        before_page()
        if number:
            built.add("\f")
        roles = roles_of(page, size, repeated, continued=continued, edge=edge)
        writer.write(page.number, roles)
        continued = bool(roles.note)
    writer.tie()


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
        marks = {line.text[a:b] for line in roles.body for a, b in line.marks}
        for lines, label in _each_note(roles.note, marks):
            self._note(page, lines, label)
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
        if level(before, line) and line.left > before.right - 0.3 * line.size:
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

    def _note(self, page: int, lines: Sequence[Line], label: re.Match[str] | None) -> None:
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


def _each_note(
    lines: Sequence[Line], marks: Collection[str]
) -> Iterator[tuple[Sequence[Line], re.Match[str] | None]]:
    """The lines of each note with its number; none for one that runs on from the page before."""
    labels = [label_of(line, marks) for line in lines]
    starts = [at for at, label in enumerate(labels) if label or not at]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=False):
        yield lines[start:end], labels[start]


def _distance(lines: Sequence[Line]) -> float:
    """The usual distance from one line to the next; 0 where there is none."""
    falls = [
        before.bottom - line.bottom
        for before, line in zip(lines, lines[1:], strict=False)
        if 0.5 * line.size < before.bottom - line.bottom < 3 * line.size
    ]
    return median(falls) if falls else 0.0
