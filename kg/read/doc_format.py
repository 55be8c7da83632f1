"""How the letters and paragraphs of a Word 97-2003 file are set, as far as their text asks for it.

Which letters are deleted, raised or a symbol; which paragraphs are cells, end a row, or stand
beside the body. Rules: [MS-DOC] 2.6 (sprms) and 2.8.5, 2.8.6, 2.9.22, 2.9.175 (their pages).
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from kg.read.doc_file import LETTERS, PARAGRAPHS, Piece, WordFile

DELETED, RAISED, SYMBOL = 1, 2, 4

_PAGE = 512
_DEEPEST = 31  # levels of tables in one another; what claims more is damaged
_HUGE = (0x6645, 0x6646)  # sprmPHugePapx: the properties are in the data stream
_OPERANDS = (1, 1, 2, 4, 2, 2, 0, 3)  # bytes, by sprm.spra (2.2.5.1); 0: the operand says
_FRAMES = (0x8418, 0x8419, 0x841A)  # sprmPDxaAbs, sprmPDyaAbs, sprmPDxaWidth
_FLOATS = (0x940E, 0x940F)  # sprmTDxaAbs, sprmTDyaAbs

Stretch = tuple[int, int, bytes]  # of the stream: from, up to, what is set there


@dataclass(frozen=True, slots=True)
class Paragraph:
    """How a paragraph is set; the end of a row says how its table is."""

    depth: int = 0
    ends_cell: bool = False
    ends_row: bool = False
    beside: bool = False
    bordered: bool = False
    floats: bool = False
    width: int = 0  # twips


class Format:
    """The setting of a file's letters and paragraphs, by their position in its text."""

    def __init__(self, file: WordFile) -> None:
        self._file = file
        self._paragraphs = _stretches(file, PARAGRAPHS)
        self._paragraph_starts = [start for start, _, _ in self._paragraphs]
        self._known: dict[tuple[int, bytes], Paragraph] = {}
        self._letters = list(_flagged(file, _stretches(file, LETTERS)))
        self._letter_starts = [start for start, _, _ in self._letters]

    def runs(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """The stretches of a range that are set alike, each with its flags."""
        at = max(0, bisect_right(self._letter_starts, start) - 1)
        while start < end:
            first, last, flags = self._letters[at] if at < len(self._letters) else (end, end, 0)
            if last <= start and at < len(self._letters):
                at += 1
            elif first > start:
                yield start, min(first, end), 0
                start = first
            else:
                yield start, min(last, end), flags
                start = last

    def flags(self, position: int) -> int:
        """How the letter at a position is set."""
        return next(self.runs(position, position + 1))[2]

    def paragraph(self, position: int) -> Paragraph:
        """How the paragraph is set whose mark is at a position."""
        piece = self._file.piece_at(position)
        place = piece.place + (position - piece.start) * piece.width
        at = bisect_right(self._paragraph_starts, place) - 1
        if at < 0 or place >= self._paragraphs[at][1]:
            at = -1
        key = (at, piece.properties)
        if key not in self._known:
            own = self._paragraphs[at][2] if at >= 0 else b""
            self._known[key] = _paragraph(own, piece.properties, self._file.data)
        return self._known[key]


def _stretches(file: WordFile, number: int) -> list[Stretch]:
    """What is set where in the stream, in order and apart, by the pages a table names."""
    _, pages = file.plc(number, 4)
    found: list[Stretch] = []
    for page in sorted({int.from_bytes(each, "little") & 0x3FFFFF for each in pages}):
        file.deadline()
        data = file.main[page * _PAGE : (page + 1) * _PAGE]
        if len(data) == _PAGE:
            found += _on_page(data, 13 if number == PARAGRAPHS else 1)
        else:
            file.lost = True
        file.demand_modest(len(found))
    found.sort()
    return list(_apart(found))


def _apart(stretches: list[Stretch]) -> Iterator[Stretch]:
    reached = 0
    for start, end, properties in stretches:
        if end > max(start, reached):
            yield max(start, reached), end, properties
            reached = end


def _on_page(page: bytes, size: int) -> Iterator[Stretch]:
    """What one page sets (2.9.22 ChpxFkp, 2.9.175 PapxFkp): entries of so many bytes say where."""
    count = page[-1]
    first = 4 * (count + 1)
    if first + count * size > _PAGE - 1:
        return
    places = struct.unpack_from(f"<{count + 1}I", page)
    for n in range(count):
        if places[n] < places[n + 1]:
            at = 2 * page[first + n * size]
            own = _grpprl(page, at, is_paragraph=size > 1) if at else b""
            yield places[n], places[n + 1], own


def _grpprl(page: bytes, at: int, *, is_paragraph: bool) -> bytes:
    """The sprms at an offset of a page (2.9.32 Chpx, 2.9.176 PapxInFkp)."""
    size = page[at]
    if not is_paragraph:
        return page[at + 1 : at + 1 + size]
    if size:
        return page[at + 3 : at + 2 * size]  # behind the number of the style
    return page[at + 4 : at + 2 + 2 * page[at + 1]] if at + 1 < _PAGE else b""


def _sprms(properties: bytes) -> Iterator[tuple[int, bytes]]:
    """Each sprm with its operand (2.2.5.1 Sprm, 2.2.5.2 Prl)."""
    at = 0
    while at + 2 < len(properties):
        (code,) = struct.unpack_from("<H", properties, at)
        at += 2
        size = _OPERANDS[code >> 13] or _size(code, properties[at : at + 512])
        yield code, properties[at : at + size]
        at += size


def _size(code: int, operand: bytes) -> int:
    """How long an operand is that says so itself."""
    if code == 0xD608:  # sprmTDefTable: 2.9.315 TDefTableOperand
        return int.from_bytes(operand[:2], "little") + 1
    if code != 0xC615 or operand[0] < 255:
        return operand[0] + 1
    removed = 1 + 4 * int.from_bytes(operand[1:2], "little")  # sprmPChgTabs: PChgTabsOperand
    return 1 + removed + 1 + 3 * (operand[1 + removed] if 1 + removed < len(operand) else 0)


def _flagged(file: WordFile, stretches: list[Stretch]) -> Iterator[tuple[int, int, int]]:
    """The stretches of the text with letters set in a way that matters, in order."""
    flags_of: dict[bytes, int] = {}  # thousands of pieces may share what is set on them
    set_on = chain((own for _, _, own in stretches), (piece.properties for piece in file.pieces))
    for own in set_on:
        file.deadline()
        if own not in flags_of:
            flags_of[own] = _flags(own)
    marked = [(start, end) for start, end, own in stretches if flags_of[own]]
    kinds = [flags_of[own] for _, _, own in stretches if flags_of[own]]
    starts = [start for start, _ in marked]
    for piece in file.pieces:
        file.deadline()
        of_piece, reached = flags_of[piece.properties], piece.start
        at = max(0, bisect_right(starts, piece.place) - 1)
        while at < len(marked) and (found := _in_piece(piece, *marked[at])):
            first, last = found
            if of_piece and reached < first:
                yield reached, first, of_piece
            if first < last:
                yield first, last, kinds[at] | of_piece
                reached = last
            at += 1
        if of_piece and reached < piece.end:
            yield reached, piece.end, of_piece


def _in_piece(piece: Piece, start: int, end: int) -> tuple[int, int] | None:
    """Where a stretch of the stream lies in a piece of the text; ``None`` when it is past it."""
    first = piece.start + max(0, -(-(start - piece.place) // piece.width))
    last = piece.start + max(0, -(-(end - piece.place) // piece.width))
    return None if first >= piece.end else (first, min(last, piece.end))


def _flags(properties: bytes) -> int:
    """What the sprms of letters say (2.6.1)."""
    found = 0
    for code, operand in _sprms(properties):
        if code == 0x0800:  # sprmCFRMarkDel
            found = found | DELETED if operand[:1] in (b"\1", b"\x81") else found & ~DELETED
        elif code == 0x2A48:  # sprmCIss
            found = found | RAISED if operand[:1] == b"\1" else found & ~RAISED
        elif code == 0x6A09:  # sprmCSymbol
            found |= SYMBOL
    return found


def _paragraph(own: bytes, of_piece: bytes, data: bytes) -> Paragraph:
    """What the sprms of a paragraph say (2.6.2), and at the end of a row of its table (2.6.3)."""
    found = dict(_sprms(own))
    for code in _HUGE:
        if code in found:
            place = int.from_bytes(found[code], "little")
            size = int.from_bytes(data[place : place + 2], "little")
            found |= dict(_sprms(data[place + 2 : place + 2 + size]))
    found |= dict(_sprms(of_piece))

    def number(code: int) -> int:
        return int.from_bytes(found.get(code, b""), "little")

    inside = bool(number(0x2416))  # sprmPFInTable
    depth = min(number(0x6649) or 1, _DEEPEST) if inside else 0  # sprmPItap
    return Paragraph(
        depth=depth,
        ends_cell=bool(number(0x244B)),  # sprmPFInnerTableCell
        ends_row=inside and bool(number(0x2417) or number(0x244C)),  # sprmPFTtp, sprmPFInnerTtp
        beside=any(number(code) for code in _FRAMES),
        bordered=_draws_lines(found),
        floats=any(number(code) for code in _FLOATS),
        width=_width(found.get(0xD608, b"")),
    )


def _draws_lines(found: dict[int, bytes]) -> bool:
    """Whether a table shows its lines: those around it (2.9.303), or those of its cells."""
    around, modern = found.get(0xD605, b""), found.get(0xD613, b"")  # sprmTTableBorders80, …Borders
    kinds = [*around[2::4], *modern[6::8]]  # 2.9.17 Brc80.brcType, 2.9.16 Brc.brcType
    table = found.get(0xD608, b"")
    count = table[2] if len(table) > 2 else 0
    for cell in range(5 + 2 * count, len(table), 20):  # 2.9.312 TC80: two words, then four Brc80
        kinds += table[cell + 5 : cell + 20 : 4]
    return any(kind not in (0, 255) for kind in kinds)


def _width(table: bytes) -> int:
    """How wide a row is: from the first edge of its cells to the last."""
    count = table[2] if len(table) > 2 else 0
    if len(table) < 5 + 2 * count:
        return 0
    edges = struct.unpack_from(f"<{count + 1}h", table, 3)
    return max(0, int(edges[-1]) - int(edges[0]))
