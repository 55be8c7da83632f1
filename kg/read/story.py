"""What DOC, DOCX and ODT share: stories of paragraphs with notes, boxes beside them and tables.

A story is the body, a note, a header. Text boxes hang at a paragraph and stand beside it; they are
written behind it and set apart as margin.
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass
from typing import Any

from kg.model import Span
from kg.read.builder import TextBuilder
from kg.read.flow import BLANK, LINE, SPACE, Flow, Token
from kg.read.limits import Limits
from kg.read.markup import Walk
from kg.read.source import Deadline, Source

NARROW = 4000  # twips: a floating table no wider is a column in the margin
_PROSE = 100  # characters: a paragraph of more is prose, and stands apart from what follows
_HYPERLINK = re.compile(r'\s{0,9}HYPERLINK\s{1,9}"([^"]{1,2000})"')
_INSTRUCTION = 3000  # characters of one that are kept


@dataclass(frozen=True, slots=True)
class Office:
    """What every story of one office file needs: where to write, and within which limits."""

    flow: Flow
    built: TextBuilder
    source: Source
    limits: Limits
    deadline: Deadline


class Field:
    """A field of Word while it is read: its instruction, and where its result begins.

    >>> field = Field()
    >>> field.add(' HYPERLINK "https://a.nl" '); field.target
    'https://a.nl'
    """

    __slots__ = ("_instruction", "token")

    def __init__(self) -> None:
        self._instruction = ""
        self.token: Token | None = None

    def add(self, text: str) -> None:
        """The instruction goes on."""
        if len(self._instruction) < _INSTRUCTION:
            self._instruction += text[:_INSTRUCTION]

    @property
    def target(self) -> str | None:
        """What the field links to; ``None`` for a field that is no link."""
        found = _HYPERLINK.match(self._instruction[:_INSTRUCTION])
        return found[1] if found else None


class Story:
    """Writes one story; a format says where it stands and what is in it."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.flow = office.flow
        self._numbered = False  # a note's number was written, and its text comes beside it
        self.boxes: deque[Any] = deque()  # met, and not yet written
        self._paragraphs: list[tuple[Token, str, bool]] = []

    def write(self, root: Any) -> None:
        """Writes everything in ``root``, which is what the format makes of a story."""
        raise NotImplementedError

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
        self.write_boxes()

    def write_boxes(self) -> None:
        """The boxes that hang at the paragraph, once that is over; they may hold boxes in turn."""
        if self._paragraphs or self.flow.in_table:
            return
        while self.boxes:
            box = self.boxes.popleft()
            self.flow.need(BLANK)
            token = self.flow.open()
            waiting, self.boxes = self.boxes, deque()
            self.write(box)
            waiting.extendleft(reversed(self.boxes))
            self.boxes = waiting
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


class MarkupStory(Story):
    """Writes one story of XML; a format says what its elements are."""

    SKIPPED: frozenset[str] = frozenset()
    BOXES: frozenset[str] = frozenset()

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
        walk = Walk(root, self.office.deadline)
        for event, element in walk:
            tag = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
            if event == "tail":
                self.tail(element)
            elif event == "end":
                self.end(element, tag)
            elif tag in self.SKIPPED:
                walk.skip(element)
            elif tag in self.BOXES and element is not root:
                self.boxes.append(element)
                walk.skip(element)
            else:
                self.begin(walk, element, tag)
        self.write_boxes()
