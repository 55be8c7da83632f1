"""What DOCX and ODT share: stories of paragraphs with notes, boxes beside them and tables.

A story is the body, a note, a header. Text boxes hang at a paragraph and stand beside it; they are
written behind it and set apart as margin.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kg.model import Span
from kg.read.builder import TextBuilder
from kg.read.flow import BLANK, LINE, SPACE, Flow, Token
from kg.read.limits import Limits
from kg.read.markup import Walk
from kg.read.source import Source

_PROSE = 100  # characters: a paragraph of more is prose, and stands apart from what follows


@dataclass(frozen=True, slots=True)
class Office:
    """What every story of one office file needs: where to write, and within which limits."""

    flow: Flow
    built: TextBuilder
    source: Source
    limits: Limits


class Story:
    """Writes one story; a format says what its elements are."""

    SKIPPED: frozenset[str] = frozenset()
    BOXES: frozenset[str] = frozenset()

    def __init__(self, office: Office) -> None:
        self.office = office
        self.flow = office.flow
        self._numbered = False  # a note's number was written, and its text comes beside it
        self._boxes: list[Any] = []
        self._paragraphs: list[tuple[Token, str, bool]] = []

    def begin(self, walk: Walk, element: Any, tag: str) -> None:
        """An element begins."""
        raise NotImplementedError

    def end(self, element: Any, tag: str) -> None:
        """An element ends."""
        raise NotImplementedError

    def tail(self, element: Any) -> None:
        """Text stands behind an element; only some formats have that."""

    def write(self, root: Any) -> None:
        """Writes everything under ``root``."""
        walk = Walk(root, self.office.source, self.office.limits)
        for event, element in walk:
            tag = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
            if event == "tail":
                self.tail(element)
            elif event == "end":
                self.end(element, tag)
            elif tag in self.SKIPPED:
                walk.skip(element)
            elif tag in self.BOXES and element is not root:
                self._boxes.append(element)
                walk.skip(element)
            else:
                self.begin(walk, element, tag)
        if not self._paragraphs and not self.flow.in_table:
            self._write_boxes()

    def begin_paragraph(self, name: str, *, beside: bool = False) -> None:
        """A paragraph begins; one ``beside`` the body is set apart as margin."""
        if self._numbered:
            self._numbered = False
        else:
            self.flow.part(LINE)
        self._paragraphs.append((self.flow.open(), name, beside))

    def end_paragraph(self) -> None:
        """A paragraph ends; an empty one is a blank line."""
        if not self._paragraphs:
            return
        token, name, beside = self._paragraphs.pop()
        prose = not token or self.office.built.length - token[0] >= _PROSE
        if beside and token:
            self.office.built.region("margin", token[0])
        self.flow.place(token, name)
        self.flow.part(BLANK if prose else LINE)
        if not self._paragraphs and not self.flow.in_table:
            self._write_boxes()

    def _write_boxes(self) -> None:
        """The boxes that hang at the paragraph; they may hold boxes in turn."""
        while self._boxes:
            box = self._boxes.pop(0)
            self.flow.need(BLANK)
            token = self.flow.open()
            boxes, self._boxes = self._boxes, []
            self.write(box)
            self._boxes = boxes + self._boxes
            self.flow.region(token, "margin")
            self.flow.need(BLANK)

    def write_note(self, note: Any, label: str, mark: Span, name: str) -> None:
        """Writes one note on a line of its own, its number before it, and ties it to its mark."""
        flow, built = self.flow, self.office.built
        flow.need(LINE)
        region = flow.open()
        flow.text(label)
        flow.instead(SPACE)
        token, before = flow.open(), len(built.places)
        self._numbered = True
        self.write(note)
        self._numbered = False
        del built.places[before:]
        flow.region(region, "note")
        flow.tie(label, mark, Span(token[0], built.length) if token else None)
        flow.place(token, name)
        flow.instead(LINE)

    def write_apart(self, root: Any, role: str) -> None:
        """Writes a header or footer, set apart."""
        self.flow.need(BLANK)
        token = self.flow.open()
        self.write(root)
        self.flow.region(token, role)
        self.flow.need(BLANK)
