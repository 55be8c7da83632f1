"""The parts of a Word 97-2003 file: its header, its sub-documents, its tables and its text.

The rules are those of Microsoft's published specification, [MS-DOC]
(https://learn.microsoft.com/openspecs/office_file_formats/ms-doc); the numbers of its sections
stand beside them. A position in the text (CP) counts UTF-16 units over all sub-documents.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from kg.read.source import Deadline

_Made = TypeVar("_Made")
Range = tuple[int, int]  # from a position in the text up to another

_OLD = 0xC0  # FibBase.nFib of what came before Word 97
_PART_NAMES = (  # 2.5.4 FibRgLw97, from ccpText on, in the order the parts have in the text
    "text", "footnotes", "headers", "macros", "comments", "endnotes", "boxes", "header boxes",
)
# 2.5.6 FibRgFcLcb97: the numbers of the pairs used here
FOOTNOTE_MARKS, FOOTNOTES, HEADERS, LETTERS, PARAGRAPHS = 2, 3, 11, 12, 13
_CLX = 33
ANCHORS, HEADER_ANCHORS, ENDNOTE_MARKS, ENDNOTES, BOXES, HEADER_BOXES = 40, 41, 46, 47, 56, 58
# 2.9.215 Prm0: the numbers that stand for a property used here
_SHORT_FORMS = {0x18: 0x2416, 0x19: 0x2417, 0x41: 0x0800, 0x68: 0x2A48}


class Unreadable(ValueError):
    """A file whose text is not to be had; the message says why, the remedy what to do."""

    def __init__(self, problem: str, remedy: str = "download it again") -> None:
        super().__init__(problem)
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text that lies together in the file, and properties set on all of it."""

    start: int
    end: int
    place: int  # in bytes
    width: int  # bytes to a letter: 1 or 2
    properties: bytes


class WordFile:
    """What the streams of a Word file hold; raises :class:`Unreadable` when the text is not there.

    ``lost`` says whether a table lay outside the file, and was taken for empty; no more than
    ``most`` entries of a table are taken on, and no more time than the ``deadline`` leaves.
    """

    def __init__(
        self,
        main: bytes,
        tables: tuple[bytes, bytes],
        data: bytes,
        *,
        most: int,
        deadline: Deadline,
    ) -> None:
        self.main, self.data = main, data
        self.deadline = deadline
        self.lost = False
        self._most = most
        try:
            flags = _base(main)
            self._table = tables[flags >> 9 & 1]  # FibBase.fWhichTblStm
            self.parts, self._places = _fib(main)
            clx = self.table(_CLX)
            self.demand_modest(len(clx) // 12)
            self.pieces = self._timed(_pieces(clx, len(main))) if clx else []
        except struct.error:
            raise _damaged() from None
        if not self.pieces or max(end for _, end in self.parts.values()) > self.pieces[-1].end:
            raise _damaged()
        self._starts = [piece.start for piece in self.pieces]
        self.text = "".join(self._timed(_letters(main, piece) for piece in self.pieces))

    def _timed(self, made: Iterable[_Made]) -> list[_Made]:
        """What is made, as long as there is time."""
        found = []
        for each in made:
            self.deadline()
            found.append(each)
        return found

    def table(self, number: int) -> bytes:
        """One of the tables the header points at; empty when there is none."""
        place, size = self._places[number] if number < len(self._places) else (0, 0)
        if place + size <= len(self._table):
            return self._table[place : place + size]
        self.lost |= size > 0  # where an empty table would be says nothing
        return b""

    def plc(self, number: int, size: int) -> tuple[list[int], list[bytes]]:
        """A table of positions with, between each and the next, so many bytes (2.2.2 PLC)."""
        table = self.table(number)
        self.demand_modest(len(table) // (4 + size))
        return _plc(table, size)

    def demand_modest(self, count: int) -> None:
        """Raises :class:`Unreadable` for more entries than are taken on."""
        if count > self._most:
            remedy = "split it, or raise the limit elements"
            raise Unreadable(f"has a table of more than {self._most} entries", remedy)

    def piece_at(self, position: int) -> Piece:
        """The piece in which a position of the text lies."""
        return self.pieces[max(0, bisect_right(self._starts, position) - 1)]


def _damaged() -> Unreadable:
    return Unreadable("is a damaged Word file, or not a whole one")


def _base(main: bytes) -> int:
    """The flags of the header's first part (2.5.2 FibBase)."""
    magic, version, *_, flags = struct.unpack_from("<5HH", main)
    if magic != 0xA5EC or version < _OLD:
        known = magic in (0xA5EC, 0xA5DC, 0xA5DB, 0xA697, 0xA699)
        if not known:
            raise _damaged()
        raise Unreadable("is a file of Word 95 or older, which is not read", "save it as DOCX")
    if flags & 0x8100:  # FibBase.fEncrypted, fObfuscated
        raise Unreadable("is protected with a password", "save it without one")
    return int(flags)


def _fib(main: bytes) -> tuple[dict[str, Range], list[tuple[int, int]]]:
    """Where the parts of the text and the tables are (2.5.1 Fib): each count says what follows."""
    at = 32
    (count,) = struct.unpack_from("<H", main, at)
    at += 2 + 2 * count
    (count,) = struct.unpack_from("<H", main, at)
    counts = struct.unpack_from("<8i", main, at + 2 + 12)
    at += 2 + 4 * count
    (count,) = struct.unpack_from("<H", main, at)
    pairs = struct.unpack_from(f"<{2 * count}I", main, at + 2)
    parts, start = {}, 0
    for name, size in zip(_PART_NAMES, counts, strict=True):
        if size < 0:
            raise _damaged()
        parts[name] = (start, start + size)
        start += size
    return parts, list(zip(pairs[::2], pairs[1::2], strict=True))


def _plc(table: bytes, size: int) -> tuple[list[int], list[bytes]]:
    count = max(0, (len(table) - 4) // (4 + size))
    if not count:
        return [], []
    positions = struct.unpack_from(f"<{count + 1}I", table)
    start = 4 * (count + 1)
    return list(positions), [
        table[place : place + size] for place in range(start, start + count * size, size or 1)
    ]


def _pieces(clx: bytes, size: int) -> Iterator[Piece]:
    """The pieces of the text (2.9.38 Clx, 2.9.177 Pcd) in a stream of so many bytes."""
    shared, at = [], 0
    while clx[at : at + 1] == b"\1":  # 2.9.209 Prc
        (length,) = struct.unpack_from("<h", clx, at + 1)
        if length < 0:
            raise _damaged()
        shared.append(clx[at + 3 : at + 3 + length])
        at += 3 + length
    mark, length = struct.unpack_from("<BI", clx, at)
    table = clx[at + 5 : at + 5 + length]
    positions, descriptors = _plc(table, 8)
    if mark != 2 or len(table) < length or positions[:1] != [0] or positions[-1] > size:
        raise _damaged()  # no letter takes less than a byte, and none stands twice in the text
    for (start, end), descriptor in zip(pairwise(positions), descriptors, strict=True):
        yield _piece(start, end, descriptor, shared, size)


def _piece(start: int, end: int, descriptor: bytes, shared: list[bytes], size: int) -> Piece:
    place, prm = struct.unpack_from("<IH", descriptor, 2)
    packed = bool(place & 0x40000000)  # 2.9.73 FcCompressed
    place &= 0x3FFFFFFF
    place, width = (place // 2, 1) if packed else (place, 2)
    if start > end or place + (end - start) * width > size:
        raise Unreadable("is cut short: a part of its text lies behind its end")
    if prm & 1:  # 2.9.216 Prm1
        properties = shared[prm >> 1] if prm >> 1 < len(shared) else b""
    else:
        known = _SHORT_FORMS.get(prm >> 1 & 0x7F)
        properties = struct.pack("<HB", known, prm >> 8) if known else b""
    return Piece(start, end, place, width, properties)


def _letters(main: bytes, piece: Piece) -> str:
    """The letters of a piece, one to a position: those beyond UTF-16's units stay in halves."""
    data = main[piece.place : piece.place + (piece.end - piece.start) * piece.width]
    if piece.width == 1:
        return data.decode("cp1252", "replace")
    text = data.decode("utf-16-le", "surrogatepass")
    if len(text) * 2 == len(data):
        return text
    return "".join(map(chr, struct.unpack(f"<{len(data) // 2}H", data)))
