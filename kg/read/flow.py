"""Running text out of a tree of elements: white space folded, blocks parted, spans kept.

HTML, official XML and the XML inside DOCX and ODT all say which elements are paragraphs, rows and
notes and leave white space to whoever shows them. A :class:`Flow` is told what comes and writes it
as a reader of the page would see it.
"""

from __future__ import annotations

import re

from kg.model import Link, NoteTie, Place, Span
from kg.read.builder import TextBuilder, clean, raised

_SEPARATORS = ("", " ", "\t", "\n", "\n\n")
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")  # soft hyphens, zero widths
_FIGURES = re.compile(r"\s*[\[(]?\d{1,3}(?:\s*[,;]\s*\d{1,3})*[\])]?\s*")

SPACE, TAB, LINE, BLANK = 1, 2, 3, 4

Token = list[int]  # empty until text comes, then where that begins


class Flow:
    r"""Writes text to a :class:`TextBuilder`, with no more white space than a page shows.

    >>> from kg.read.limits import Limits
    >>> from kg.read.source import Source
    >>> built = TextBuilder(Source.of_bytes("a.html", b""), Limits())
    >>> flow = Flow(built)
    >>> flow.text("Geachte \n  voorzitter,"); flow.need(BLANK); flow.text(" Hierbij  ")
    >>> built.text()
    'Geachte voorzitter,\n\nHierbij'
    """

    def __init__(self, built: TextBuilder, *, tidy: bool = False) -> None:
        self.built = built
        self.raising = 0  # how many elements around here raise their figures
        self._tidy = tidy
        self._pending = 0
        self._torn = False  # the pending space is a line break in the file, at an element's edge
        self._waiting: list[Token] = []
        self._tables: list[Table] = []

    def need(self, level: int) -> None:
        """Asks for white space before the next text: ``SPACE``, ``TAB``, ``LINE``, ``BLANK``."""
        if level > self._pending:
            self._pending = level

    def instead(self, level: int) -> None:
        """Asks for this white space whatever was asked for before."""
        self._pending = level

    def text(self, text: str | None) -> None:
        """Adds text as the file has it, its white space folded."""
        if not text:
            return
        text = clean(_INVISIBLE.sub("", text) if _INVISIBLE.search(text) else text)
        words = text.split()
        if not words:
            if text:
                self._space("\n" in text)
            return
        if text[0].isspace():
            self._space("\n" in text[: len(text) - len(text.lstrip())])
        if self.raising and _FIGURES.fullmatch(text):
            words = [raised(" ".join(words))]
        self._write(" ".join(words))
        if text[-1].isspace():
            self._space("\n" in text[len(text.rstrip()) :])

    def _space(self, torn: bool) -> None:
        if not self._pending:
            self._pending, self._torn = SPACE, torn

    def _write(self, text: str) -> Span:
        if self._tidy and self._pending == SPACE and self._torn and self._clings(text):
            self._pending = 0
        if self.built.length and self._pending:
            separator, tail = _SEPARATORS[self._pending], self.built.tail
            while separator and tail.endswith("\n"):
                separator, tail = separator[1:], tail[:-1]
            self.built.add(separator)
        self._pending, self._torn = 0, False
        for token in self._waiting:
            token.append(self.built.length)
        self._waiting.clear()
        return self.built.add(text)

    def _clings(self, text: str) -> bool:
        """Whether a space before ``text`` can only come from the way the file was laid out."""
        return text[0] in ",.;:)»?!" or self.built.tail[-1:] in ("(", "«")

    def lines(self, text: str | None) -> None:
        """Adds preformatted text: its lines stay lines."""
        for number, line in enumerate((text or "").splitlines()):
            if number:
                self.need(BLANK if not line.strip() else LINE)
            self.text(line)

    def open(self) -> Token:
        """Begins a stretch; its start is known when text comes."""
        token: Token = []
        self._waiting.append(token)
        return token

    def close(self, token: Token) -> Span | None:
        """The stretch since :meth:`open`; ``None`` when no text came."""
        if not token:
            if self._waiting and self._waiting[-1] is token:  # as stretches in one another end
                self._waiting.pop()
            else:
                self._waiting = [waiting for waiting in self._waiting if waiting is not token]
            return None
        return Span(token[0], self.built.length)

    def mark(self, label: str) -> Span:
        """Writes a footnote mark with raised figures, close to the word before it."""
        if self._pending == SPACE:
            self._pending = 0
        return self._write(raised(label))

    def link(self, token: Token, target: str | None) -> None:
        """Ends a stretch that points at ``target``."""
        span = self.close(token)
        if span is not None and target and (target := clean(" ".join(target.split()))):
            self.built.links.append(Link(span, target))

    def place(self, token: Token, element: str) -> None:
        """Ends a block that stands in ``element`` of the file."""
        if (span := self.close(token)) is not None:
            self.built.places.append(Place(span, element=element))

    def region(self, token: Token, role: str) -> None:
        """Ends a stretch the format sets apart."""
        if token:
            self.built.region(role, token[0])
        else:
            self.close(token)

    def part(self, level: int) -> None:
        """Parts blocks; in a cell of a table by no more than a line, and not at its beginning."""
        if not self._tables:
            self.need(level)
        elif not self._tables[-1].is_fresh(self.built.length):
            self.need(min(level, LINE))

    @property
    def in_table(self) -> bool:
        """Whether a table is open."""
        return bool(self._tables)

    def begin_table(self) -> None:
        """A table begins."""
        self.part(BLANK)
        if self._tables:
            self._tables[-1].nested = True
        self._tables.append(Table(self.open()))

    def begin_row(self) -> None:
        """A row begins, on a line of its own."""
        if self._tables:
            self.need(LINE)
            self._tables[-1].row(self.built.length)

    def begin_cell(self) -> None:
        """A cell begins, a tab behind the one before it."""
        if self._tables and self._tables[-1].cell(self.built.length):
            self.instead(TAB)

    def end_cell(self) -> None:
        """A cell ends."""
        if self._tables:
            self._tables[-1].end_cell(self.built.length)

    def end_table(self, *, matter: bool = True) -> None:
        """A table ends, and is set apart when it holds a table's matter."""
        if self._tables:
            table = self._tables.pop()
            if matter and table.holds_matter():
                self.region(table.token, "table")
            else:
                self.close(table.token)
            self.part(BLANK)

    def tie(self, label: str, mark: Span, note: Span | None) -> None:
        """Ties a mark to its note, when that has text."""
        if note is not None:
            self.built.notes.append(NoteTie(label, mark, note))


class Table:
    """What is seen of a table while it is read: whether it holds a table's matter at all.

    Letters and mails are laid out in tables too; those are text, not tables.
    """

    __slots__ = ("full", "nested", "rows", "token", "widest", "_cells", "_cell_start", "_row")

    def __init__(self, token: Token) -> None:
        self.token = token
        self.rows = self.full = self.widest = 0
        self.nested = False
        self._cells = self._cell_start = self._row = 0

    def row(self, position: int) -> None:
        """A row begins."""
        self.rows += 1
        self._row = self._cell_start = position
        self._cells = 0

    def cell(self, position: int) -> bool:
        """A cell begins; whether another stands before it in the row."""
        self._cell_start = position
        return position > self._row

    def is_fresh(self, position: int) -> bool:
        """Whether no text has come in the cell yet."""
        return position == self._cell_start

    def end_cell(self, position: int) -> None:
        """A cell ends; two with text make a full row."""
        self.widest = max(self.widest, position - self._cell_start)
        self._cells += position > self._cell_start
        self.full += self._cells == 2 and position > self._cell_start

    def holds_matter(self) -> bool:
        """Whether this is a table and not the layout of a page."""
        tabular = self.full > 1 and 2 * self.full >= self.rows
        return tabular and not self.nested and self.widest < 1000
