"""The lines of a signature block: offices and names put together again, pair by pair.

Offices of one row stand side by side; the lines below go on with them or name who holds them. In
text torn out of columns a line holds words of several; known titles and names part them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.model import Part, Signatory, Span
from kg.segment.names import clean_name, is_full_name
from kg.segment.offices import (
    deal_out, goes_on, is_office, name_and_office, on_behalf, split_names, split_offices,
)  # fmt: skip
from kg.segment.page import Page
from kg.text import fold_space

_DELEGATED = re.compile(r"(?:namens|voor) deze[,:]?\Z|deze,\Z|(?:b\.?/a|o\.l\.v\.)", re.IGNORECASE)
_DELEGATES = re.compile(r",?\s(?:namens|voor) deze[,:]?\s?(?:de)?\Z", re.IGNORECASE)
ARTICLES = ("De", "de", "DE")  # alone on a line, torn from the office below
_GAP = re.compile(r"(?: {3,}|\t[ \t]*)")
_END = re.compile(
    r"(?:BIJLAGE|Bijlage|Antwoord|ANTWOORD|Vraag|VRAAG|Toelichting|TOELICHTING|Inhoudsopgave|Noten|"
    r"Annex|Afschrift|C\.?c\.?:|Kopie|--- |\[\^|https?:|\||#)"
)
_ZONE = 70  # lines a signature block may take


@dataclass(slots=True)
class Block:
    """The signature block being read: what waits for its other half, and what is paired."""

    signed: list[Signatory] = field(default_factory=list)
    offices: list[tuple[str, Span]] = field(default_factory=list)
    names: list[tuple[str, Span]] = field(default_factory=list)
    row: list[tuple[str, Span, int]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    name_first: bool | None = None
    delegated: bool = False

    def close_row(self) -> None:
        """The offices of the row are complete: pair them with names that wait, or let them wait."""
        for words, span, _ in self.row:
            office = (fold_space(words).rstrip(" ,"), span)
            if self.name_first and self.names:
                name, name_span = self.names.pop(0)
                self.signed.append(Signatory(name, name_span, *office))
            else:
                self.offices.append(office)
        self.row = []

    def delegate(self) -> None:
        """Forget who waits: another signs in their name."""
        self.row, self.offices, self.names, self.name_first = [], [], [], None
        self.delegated = True

    @property
    def complete(self) -> bool:
        """Whether someone signs and nothing waits for its other half."""
        waiting = len(self.row) + len(self.offices)
        return bool(self.signed or self.names) and waiting == len(self.names)

    def add_name(self, name: str, span: Span) -> None:
        """Pair a name with the office that waits longest, or let it wait."""
        if self.name_first is None:
            self.name_first = not (self.row or self.offices)
        self.close_row()
        if self.offices:
            office, office_span = self.offices.pop(0)
            self.signed.append(Signatory(name, span, office, office_span))
        else:
            self.names.append((name, span))

    def finish(self) -> list[Signatory]:
        """All who sign, in the order they stand; halves that found no other half alone."""
        self.close_row()
        rest = [Signatory(None, None, *office) for office in self.offices]
        rest += [Signatory(*name, None, None) for name in self.names]
        return sorted(self.signed + rest, key=_place)


def delegates(body: str) -> bool:
    """Whether a line names who does not sign: "De Minister van Financiën, namens deze:".

    >>> delegates("De Minister van Financiën, namens deze: de"), delegates("Namens deze groet ik")
    (True, False)
    """
    return _DELEGATES.search(body) is not None


def _place(signatory: Signatory) -> tuple[int, int]:
    """Where a signatory stands: the line order of offices decides, then of names."""
    spans = [s for s in (signatory.office_span, signatory.name_span) if s is not None]
    return min((span.start, span.end) for span in spans)


def read_block(
    page: Page, first: int, *, sure: bool = True
) -> tuple[list[Signatory] | None, int]:
    """Read and claim the lines of a block: who signs, and the line to go on from.

    ``sure`` tells that a closing announced it; otherwise a name must stand with an office.
    """
    block = Block()
    empty = 0
    line = first
    while line < min(len(page), first + _ZONE):
        body = page.bodies[line]
        if not body or page.parts.get(line) is Part.FURNITURE:
            empty += not body
            line += 1
            continue
        if not page.free(line) or not _read_line(page, block, line, body, empty):
            break
        empty = 0
        line += 1
    signed = block.finish()
    sure = sure or block.delegated and any(s.name is not None for s in signed)
    if not sure and not any(s.name is not None and s.office is not None for s in signed):
        return None, first + 1
    signed = [s for s in signed if s.office is not None or (sure and len(signed) <= 8)]
    for number in block.lines:
        page.claim(number, Part.SIGNATURE)
    return signed or None, max(first + 1, block.lines[-1] + 1 if block.lines else first + 1)


def _read_line(page: Page, block: Block, line: int, body: str, empty: int) -> bool:
    """Read one line into the block; ``False`` where the block has ended before it."""
    if _END.match(body) or block.complete and line in page.page_starts or len(body) > 200:
        return False
    if body in ARTICLES:
        block.lines.append(line)
        return True
    if is_office(body) and delegates(body):
        block.lines.append(line)
        block.delegate()
        return True
    cells = _cells(page, line)
    if any(len(words) > 110 or len(words) > 60 and words[-1] in ".:;?" for _, words in cells):
        return False
    kinds = [_cell_kind(words, block, empty) for _, words in cells]
    if "other" in kinds and not (block.row and "on" in kinds):
        return False
    block.lines.append(line)
    if "delegated" in kinds:
        block.delegate()
        return True
    if "on" in kinds:
        _go_on(block, cells)
        return True
    if "office" in kinds:
        _new_row(block, cells, kinds)
        return True
    waiting = len(block.row) or 1
    for start, words in cells:
        count = waiting if len(cells) == 1 else 1
        for offset, piece in split_names(words, count):
            name = clean_name(piece)
            if name is not None:
                at = start + offset + max(0, piece.find(name.split()[0]))
                block.add_name(name, Span(at, at + len(name)))
    return True


def _cells(page: Page, line: int) -> list[tuple[int, str]]:
    """The words of a line parted by wide gaps, each with where it begins."""
    start, body = page.start(line), page.bodies[line]
    cells: list[tuple[int, str]] = []
    at = 0
    for match in [*_GAP.finditer(body), None]:
        end = match.start() if match else len(body)
        words = body[at:end].strip("* ")
        if words:
            first = body.index(words, at)
            cells += [(start + first + offset, part) for offset, part in name_and_office(words)]
        at = match.end() if match else end
    return cells


def _cell_kind(words: str, block: Block, empty: int) -> str:
    """What a cell is: ``office``, ``name``, ``on`` (goes on with an office), ``other``;
    ``delegated`` ("namens deze,") and ``behalf`` ("mede namens de minister van …").
    """
    if _DELEGATED.match(words):
        return "delegated"
    if on_behalf(words):
        return "behalf"
    official = block.delegated and words.endswith(",") and clean_name(words) is None
    if is_office(words) or official and not block.row:
        premier = block.row and block.row[-1][0].lower().rstrip(" ,").endswith("minister-president")
        return "on" if premier and words.startswith("minister van") else "office"
    if block.row and empty <= 1 and goes_on(words, [office for office, _, _ in block.row]):
        return "on"
    name = clean_name(words)
    if name is not None and (is_full_name(name) or block.row or block.offices):
        return "name"
    if block.row and len(split_names(words, len(block.row))) > 1:
        return "name"
    return "other"


def _new_row(block: Block, cells: list[tuple[int, str]], kinds: list[str]) -> None:
    """Begin a row of offices side by side."""
    if block.name_first is None:
        block.name_first = kinds[0] == "name"
    block.close_row()
    for (start, words), kind in zip(cells, kinds, strict=True):
        if kind == "office":
            for offset, office in split_offices(words):
                at = start + offset
                block.row.append((office, Span(at, at + len(office.rstrip(" ,"))), at))
        elif kind == "name":
            name = clean_name(words)
            if name is not None and kinds == ["office", "name"]:
                block.add_name(name, Span(start, start + len(words)))
            elif name is not None:
                block.names.append((name, Span(start, start + len(words))))


def _go_on(block: Block, cells: list[tuple[int, str]]) -> None:
    """Deal a line that goes on with offices out to the offices of the row."""
    offices = [office for office, _, _ in block.row]
    if len(cells) == 1 != len(offices):
        words = cells[0][1].split()
        shares = deal_out(words, offices) if len(words) <= 16 and len(offices) <= 3 else [words]
    else:
        shares = [[words] for _, words in cells]
    for number, share in enumerate(shares[: len(offices)]):
        if share:
            office, span, start = block.row[number]
            block.row[number] = (" ".join([office, *share]), span, start)
