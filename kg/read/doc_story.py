"""One story of a Word 97-2003 file: its paragraphs and rows, and the marks among its letters.

Paragraphs end in a mark of their own, cells and rows in another; notes, fields and text boxes hang
at control characters ([MS-DOC] 2.4.1 to 2.4.4, 2.8.25).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.model import Span
from kg.read.doc_file import Range, WordFile
from kg.read.doc_format import DELETED, RAISED, SYMBOL, Format, Paragraph
from kg.read.flow import BLANK, LINE, TAB, Token
from kg.read.story import NARROW, Field, Office, Story

_PARAGRAPH = re.compile(r"[^\r\x07\x0c]*[\r\x07\x0c]|[^\r\x07\x0c]+")
_WORDS = re.compile(r"[\x00-\x1f]|[^\x00-\x1f]+")
_FIELD = re.compile(r"[\x13\x15]")
_BEGIN, _RESULT, _END = "\x13", "\x14", "\x15"
_NOTE, _DRAWING, _CELL, _PAGE = "\x02", "\x08", "\x07", "\x0c"
_BLANKS = {"\t": TAB, "\x0b": LINE, "\x0e": LINE}  # a line's break and a column's
_HYPHEN = "\x1e"

Marks = dict[int, tuple[str, Range]]  # by the place of a note's mark: its kind, and its text


@dataclass(frozen=True, slots=True)
class Boxes:
    """The text boxes of a part: those at an anchor, and those that hang in groups of drawings."""

    anchored: dict[int, Range]
    others: list[Range]


class _Table:
    """What is known of a table while its rows are read."""

    __slots__ = ("bordered", "cell_open", "floats", "row_open", "token")

    def __init__(self, token: Token) -> None:
        self.token = token
        self.row_open = self.cell_open = self.bordered = self.floats = False


class DocStory(Story):
    """Writes one story of a DOC, given as the range of the text it takes."""

    def __init__(
        self, office: Office, file: WordFile, format: Format, marks: Marks, boxes: Boxes
    ) -> None:
        super().__init__(office)
        self._text, self._format = file.text, format
        self._notes, self._hung = marks, boxes
        self._tables: list[_Table] = []
        self._fields: list[Field] = []
        self._whole: frozenset[int] = frozenset()
        self._hidden = 0  # how many fields around here are at their instruction
        self.marks: dict[str, list[tuple[str, Span, Range]]] = {"footnote": [], "endnote": []}

    def write(self, root: Range) -> None:
        around = self._tables, self._fields, self._whole, self._hidden
        self._tables, self._fields, self._hidden = [], [], 0
        self._whole = frozenset(_whole_fields(self._text, root))
        self.office.deadline()
        number = 0
        for found in _PARAGRAPH.finditer(self._text, *root):
            self.office.deadline()
            start, end = found.span()
            paragraph = self._format.paragraph(end - 1)
            if paragraph.ends_row:
                self._end_row(paragraph)
                continue
            number += 1
            self._enter(paragraph.depth)
            self.begin_paragraph(f"p[{number}]", beside=paragraph.beside)
            self._write_runs(start, end)
            self.end_paragraph()
            self._leave(self._text[end - 1], paragraph)
        self._enter(0)
        self._tables, self._fields, self._whole, self._hidden = around
        self.write_boxes()

    def write_leftovers(self) -> None:
        """Writes the text boxes without an anchor of their own."""
        self.boxes += self._hung.others
        self.write_boxes()

    def _enter(self, depth: int) -> None:
        """Ends and begins tables until as many are open, and in each a row and a cell."""
        while len(self._tables) > depth:
            self._end_table()
        while True:
            if self._tables and not self._tables[-1].row_open:
                self.flow.begin_row()
                self._tables[-1].row_open = True
            if self._tables and not self._tables[-1].cell_open:
                self.flow.begin_cell()
                self._tables[-1].cell_open = True
            if len(self._tables) == depth:
                return
            self._tables.append(_Table(self.flow.open()))
            self.flow.begin_table()

    def _leave(self, mark: str, paragraph: Paragraph) -> None:
        """A paragraph is over, and a cell or a page with it where its mark says so."""
        if self._tables and (mark == _CELL or paragraph.ends_cell):
            self.flow.end_cell()
            self._tables[-1].cell_open = False
        if mark == _PAGE:
            self.flow.part(BLANK)

    def _end_row(self, paragraph: Paragraph) -> None:
        while len(self._tables) > max(1, paragraph.depth):
            self._end_table()
        if self._tables:
            table = self._tables[-1]
            table.row_open = table.cell_open = False
            table.bordered |= paragraph.bordered
            table.floats |= paragraph.floats and 0 < paragraph.width <= NARROW

    def _end_table(self) -> None:
        table = self._tables.pop()
        self.flow.end_table(matter=table.bordered)
        if table.floats:
            self.flow.region(table.token, "margin")
        else:
            self.flow.close(table.token)

    def _write_runs(self, start: int, end: int) -> None:
        for first, last, flags in self._format.runs(start, end):
            self.flow.raising += bool(flags & RAISED)
            for found in _WORDS.finditer(self._text, first, last):
                self.office.deadline()
                if found[0] < " ":
                    self._meet(found[0], found.start(), flags)
                else:
                    self._say(found[0], flags)
            self.flow.raising -= bool(flags & RAISED)

    def _say(self, words: str, flags: int) -> None:
        if self._hidden:
            self._fields[-1].add(words)
        elif flags & DELETED or (flags & SYMBOL and words == "("):  # which stands for a symbol
            return
        else:
            self.flow.text(_joined(words))

    def _meet(self, mark: str, place: int, flags: int) -> None:
        """A control character: fields keep their order even where they are deleted."""
        if mark in (_BEGIN, _RESULT, _END):
            self._meet_field(mark, place)
        elif self._hidden or flags & DELETED:
            return
        elif mark in _BLANKS:
            self.flow.need(_BLANKS[mark])
        elif mark == _HYPHEN:
            self.flow.text("-")
        elif mark == _NOTE and place in self._notes:
            kind, note = self._notes[place]
            label = str(len(self.marks[kind]) + 1)
            self.marks[kind].append((label, self.flow.mark(label), note))
        elif mark == _DRAWING and place in self._hung.anchored:
            self.boxes.append(self._hung.anchored[place])

    def _meet_field(self, mark: str, place: int) -> None:
        if mark == _BEGIN and place in self._whole:
            self._fields.append(Field())
            self._hidden += 1
        elif mark == _RESULT and self._fields and self._fields[-1].token is None:
            self._hidden -= 1
            if not self._hidden:
                self._fields[-1].token = self.flow.open()
            else:
                self._fields[-1].token = []
        elif mark == _END and self._fields:
            field = self._fields.pop()
            if field.token is None:
                self._hidden -= 1
            else:
                self.flow.link(field.token, field.target)


def _whole_fields(text: str, root: Range) -> list[int]:
    """Where the fields begin that end in the same story: no other hides the words behind it."""
    begun, whole = [], []
    for found in _FIELD.finditer(text, *root):
        if found[0] == _BEGIN:
            begun.append(found.start())
        elif begun:
            whole.append(begun.pop())
    return whole


def _joined(words: str) -> str:
    """The words with letters that take two units of UTF-16 made whole."""
    if words.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in words):
        return words
    return words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
