"""Small files of Word 97-2003, written by hand from [MS-CFB] and [MS-DOC]: no library writes them.

A paragraph is its runs and the sprms set on it; what the text holds beside it (notes, headers, text
boxes, links) is said with the control characters of the format.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

SECTOR = 512
FREE, END, FAT, NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
MARK, BOX = "\x02", "\x08"
SYMBOL = struct.pack("<HBHHH", 0x0855, 1, 0x6A09, 0, 0xF0B7)  # a bullet of the font Symbol
DELETED = struct.pack("<HB", 0x0800, 1)
RAISED = struct.pack("<HB", 0x2A48, 1)
IN_TABLE = struct.pack("<HB", 0x2416, 1)
FRAMED = struct.pack("<Hh", 0x8418, 9000)


@dataclass(frozen=True)
class R:
    """A run: letters set alike."""

    text: str
    sprms: bytes = b""


@dataclass(frozen=True)
class P:
    """A paragraph: its runs, the sprms set on it, and the mark it ends in."""

    runs: tuple[R, ...]
    sprms: bytes = b""
    mark: str = "\r"


def p(*runs: R | str, sprms: bytes = b"", mark: str = "\r") -> P:
    """A paragraph of runs or plain words."""
    return P(tuple(R(run) if isinstance(run, str) else run for run in runs), sprms, mark)


def link(target: str, words: str, more: str = "") -> str:
    """A field that links to a target; what is shown of it are its words."""
    return f'\x13 HYPERLINK "{target}"{more} \x14{words}\x15'


def cell(*runs: R | str, depth: int = 1) -> P:
    """The last paragraph of a cell."""
    if depth == 1:
        return p(*runs, sprms=IN_TABLE, mark="\x07")
    return p(*runs, sprms=inside(depth) + struct.pack("<HB", 0x244B, 1))


def inside(depth: int) -> bytes:
    """What is set on a paragraph so many tables deep."""
    return IN_TABLE + struct.pack("<HI", 0x6649, depth)


def row(*cells: str, drawn: bool = False, floats: int = 0, depth: int = 1) -> list[P]:
    """The cells of a row and its end, which says how the table is drawn."""
    return [*(cell(each, depth=depth) for each in cells), row_end(len(cells), drawn, floats, depth)]


def row_end(cells: int, drawn: bool = False, floats: int = 0, depth: int = 1) -> P:
    """The mark at the end of a row; ``floats`` is how wide its table is that stands beside."""
    edges = struct.pack(f"<{cells + 1}h", *range(0, 1000 * cells + 1, 1000))
    border = struct.pack("<4B", 4, 1 if drawn else 0, 0, 0) * 4
    table = bytes([cells]) + edges + (struct.pack("<HH", 0, 1000) + border) * cells
    sprms = inside(depth) + struct.pack("<HB", 0x2417 if depth == 1 else 0x244C, 1)
    if floats:
        sprms += struct.pack("<Hh", 0x940E, 9357)
    return P((), sprms + struct.pack("<HH", 0xD608, len(table) + 1) + table,
             "\x07" if depth == 1 else "\r")


@dataclass
class Word:
    """A file in the making: its sub-documents, and how its bytes are laid out."""

    body: Sequence[P]
    notes: Sequence[Sequence[P]] = ()
    own_notes: frozenset[int] = frozenset()  # the marks the writer made, by number from 0
    endnotes: Sequence[Sequence[P]] = ()
    headers: dict[int, Sequence[P]] = field(default_factory=dict)  # by number among the six
    boxes: Sequence[Sequence[P]] = ()  # the anchors are the drawings in the body, in order
    grouped: int = 0  # how many of the boxes, from the last, have no anchor
    wide: bool = False
    cuts: Sequence[int] = ()  # where pieces end besides at the end of the text
    prms: Sequence[int] = ()  # of the pieces
    shared: Sequence[bytes] = ()  # what the Prms point at
    huge: bool = False  # the sprms of paragraphs are in the data stream
    summary: bytes = b""
    flags: int = 0
    magic: int = 0xA5EC
    version: int = 0x00C1

    def streams(self) -> dict[str, bytes]:
        """The streams of the file by name."""
        parts = self._parts()
        paragraphs = [each for part in parts for each in part] + [p()] * any(parts[1:])
        table = _Table()
        self._clx(table, paragraphs)
        main, data = self._text(table, paragraphs)
        counts = [sum(_size(each) for each in part) for part in parts]
        self._around(table, counts)
        main[:FIB] = self._fib(counts, table)
        found = {"WordDocument": bytes(main), "1Table": bytes(table.data)}
        if data:
            found["Data"] = data
        if self.summary:
            found["\5SummaryInformation"] = self.summary
        return found

    def file(self) -> bytes:
        """The whole file."""
        return compound(self.streams())

    def _parts(self) -> list[list[P]]:
        """The sub-documents in the order of the file; all but the body end in a spare mark."""
        headers: list[P] = []
        for number in range(6):
            headers += self.headers.get(number, ())
        parts = [
            list(self.body),
            [each for note in self.notes for each in note] + [p()] * bool(self.notes),
            headers + [p()] * bool(self.headers),
            [],
            [],
            [each for note in self.endnotes for each in note] + [p()] * bool(self.endnotes),
            [each for box in self.boxes for each in box] + [p()] * bool(self.boxes),
            [],
        ]
        return parts

    def _clx(self, table: _Table, paragraphs: list[P]) -> None:
        """The pieces: one after another in the stream, letters of one byte or of two."""
        size = sum(_size(each) for each in paragraphs)
        ends = [*self.cuts, size]
        width = 2 if self.wide else 1
        clx = b"".join(b"\1" + struct.pack("<H", len(each)) + each for each in self.shared)
        plc = struct.pack(f"<{len(ends) + 1}I", 0, *ends)
        for n, start in enumerate([0, *self.cuts]):
            place = TEXT + start * width
            fc = place if self.wide else 2 * place | 0x40000000
            plc += struct.pack("<HIH", 0, fc, self.prms[n] if n < len(self.prms) else 0)
        table.put(33, clx + b"\2" + struct.pack("<I", len(plc)) + plc)

    def _text(self, table: _Table, paragraphs: list[P]) -> tuple[bytearray, bytes]:
        """The text in the stream and behind it the pages that say how it is set."""
        main, data = bytearray(TEXT), b""
        letters: list[tuple[int, bytes]] = []
        set_on: list[tuple[int, bytes]] = []
        encoding = "utf-16-le" if self.wide else "cp1252"
        for paragraph in paragraphs:
            for run in (*paragraph.runs, R(paragraph.mark)):
                main += run.text.encode(encoding)
                letters.append((len(main), run.sprms))
            sprms = paragraph.sprms
            if self.huge and sprms:
                place = len(data)
                data += struct.pack("<H", len(sprms)) + sprms
                sprms = struct.pack("<HI", 0x6646, place)
            set_on.append((len(main), sprms))
        main += bytes(-len(main) % SECTOR)
        for number, entries, size in ((12, letters, 1), (13, set_on, 13)):
            _pages(main, table, number, entries, size)
        return main, data

    def _around(self, table: _Table, counts: list[int]) -> None:
        """The tables of notes, headers and boxes."""
        body = "".join(_letters(each) for each in self.body)
        places = [n for n, letter in enumerate(body) if letter == MARK]
        own = [n for n, letter in enumerate(body) if letter == "*"]
        if self.notes:
            marks = sorted([*places[: len(self.notes) - len(self.own_notes)], *own])
            kinds = [0 if n in self.own_notes else 1 for n in range(len(self.notes))]
            table.put(2, _plc([*marks, counts[0]], [struct.pack("<H", kind) for kind in kinds]))
            table.put(3, _plc(_starts(self.notes), []))
        if self.endnotes:
            marks = places[len(places) - len(self.endnotes):]
            table.put(46, _plc([*marks, counts[0]], [b"\1\0"] * len(marks)))
            table.put(47, _plc(_starts(self.endnotes), []))
        if self.headers:
            sizes = [sum(map(_size, self.headers.get(n, ()))) for n in range(6)]
            table.put(11, _plc([0] * 6 + [0, *accumulate(sizes)] + [counts[2]], []))
        if self.boxes:
            drawings = [n for n, letter in enumerate(body) if letter == BOX]
            kept = len(self.boxes) - self.grouped
            shapes = [struct.pack("<I", 1025 + n) for n in range(len(self.boxes))]
            anchors = [shape + bytes(22) for shape in shapes[:kept]]
            table.put(40, _plc([*drawings[:kept], counts[0]], anchors))
            texts = [bytes(14) + shape + bytes(4) for shape in shapes]
            table.put(56, _plc([*_starts(self.boxes)], [*texts, bytes(22)]))

    def _fib(self, counts: list[int], table: _Table) -> bytes:
        base = struct.pack("<6H", self.magic, self.version, 0, 1043, 0, self.flags | 0x0200)
        words = struct.pack("<H", 14) + bytes(28)
        longs = struct.pack("<H3I8i", 22, 0, 0, 0, *counts) + bytes(44)
        pairs = struct.pack(f"<H{2 * PAIRS}I", PAIRS, *table.pairs())
        return base.ljust(32, b"\0") + words + longs + pairs


FULL = Word(
    [
        p("Geachte ", R("heer", DELETED), "voorzitter,", sprms=FRAMED), *row("beside", floats=2000),
        p(link("https://a.nl", "hier")), *row("A", "B", drawn=True), *row("C", "D", drawn=True),
        p(f"De motie{MARK} van {BOX}het lid*", R("2", RAISED), R("(", SYMBOL)),
    ],
    notes=[[p(f"{MARK} Kamerstuk 1")], [p("* eigen")]], own_notes=frozenset([1]),
    boxes=[[p("Kenmerk")], [p("los")]], grouped=1, headers={1: [p("kop")], 3: [p("voet")]},
    cuts=[9, 40], prms=[0, 0x68 << 1 | 1 << 8, 1], shared=[RAISED],
)  # something of everything


def in_one_stream(word: Word) -> bytes:
    """The streams of a file in one, which may then stand for each of them."""
    streams = word.streams()
    main = bytearray(streams["WordDocument"])
    for place in range(FIB - 8 * PAIRS, FIB, 8):
        where, size = struct.unpack_from("<II", main, place)
        struct.pack_into("<I", main, place, where + len(main) if size else 0)
    return bytes(main) + streams["1Table"]


PAIRS = 93
FIB = 32 + 2 + 28 + 2 + 88 + 2 + 8 * PAIRS
TEXT = 1024  # where the text begins


class _Table:
    """The table stream, and where each table is in it."""

    def __init__(self) -> None:
        self.data = bytearray()
        self._places: dict[int, tuple[int, int]] = {}

    def put(self, number: int, table: bytes) -> None:
        self._places[number] = (len(self.data), len(table))
        self.data += table

    def pairs(self) -> list[int]:
        return [each for n in range(PAIRS) for each in self._places.get(n, (0, 0))]


def _letters(paragraph: P) -> str:
    return "".join(run.text for run in paragraph.runs) + paragraph.mark


def _size(paragraph: P) -> int:
    """How many positions a paragraph takes: units of UTF-16."""
    return len(_letters(paragraph).encode("utf-16-le")) // 2


def _starts(stories: Sequence[Sequence[P]]) -> list[int]:
    """Where stories begin, where the last ends, and the end behind the spare mark."""
    starts = [0, *accumulate(sum(map(_size, story)) for story in stories)]
    return [*starts, starts[-1] + 1]


def _plc(positions: Sequence[int], entries: Sequence[bytes]) -> bytes:
    return struct.pack(f"<{len(positions)}I", *positions) + b"".join(entries)


def _pages(
    main: bytearray, table: _Table, number: int, entries: list[tuple[int, bytes]], size: int
) -> None:
    """Writes what is set as pages of 512 bytes, as many entries on each as it holds."""
    starts, pages, start = [TEXT], [], TEXT
    while entries:
        page, taken = _page(start, entries, size)
        pages.append(len(main) // SECTOR)
        main += page
        start = entries[taken - 1][0]
        starts.append(start)
        entries = entries[taken:]
    table.put(number, _plc(starts, [struct.pack("<I", page) for page in pages]))


def _page(start: int, entries: list[tuple[int, bytes]], size: int) -> tuple[bytes, int]:
    """One page from a place on, and how many entries it holds."""
    page, free, offsets = bytearray(SECTOR), SECTOR - 1, []
    for _, sprms in entries[: 508 // (4 + size) - 1]:
        packed = _chpx(sprms) if size == 1 else _papx(sprms)
        place = (free - len(packed)) & ~1 if sprms else 0
        lowest = place if sprms else free
        if lowest < 4 * (len(offsets) + 2) + size * (len(offsets) + 1):
            break
        if sprms:
            page[place : place + len(packed)] = packed
            free = place
        offsets.append(place // 2)
    count = len(offsets)
    assert count, "one entry is larger than a page"
    struct.pack_into(f"<{count + 1}I", page, 0, start, *(end for end, _ in entries[:count]))
    for n, offset in enumerate(offsets):
        page[4 * (count + 1) + n * size] = offset
    page[-1] = count
    return bytes(page), count


def _chpx(sprms: bytes) -> bytes:
    return bytes([len(sprms)]) + sprms


def _papx(sprms: bytes) -> bytes:
    """The sprms behind the number of a style, in words: an odd count has a form of its own."""
    if len(sprms) % 2:
        return bytes([(len(sprms) + 3) // 2]) + b"\0\0" + sprms
    return bytes([0, (len(sprms) + 2) // 2]) + b"\0\0" + sprms


def summary(values: dict[int, tuple[int, bytes]]) -> bytes:
    """A summary with these properties: for each its type and its value."""
    places, body = b"", b""
    for number, (kind, value) in values.items():
        places += struct.pack("<II", number, 8 + 8 * len(values) + len(body))
        body += struct.pack("<I", kind) + value + bytes(-len(value) % 4)
    section = struct.pack("<II", 8 + len(places) + len(body), len(values)) + places + body
    return struct.pack("<HHI16sI16sI", 0xFFFE, 0, 2, b"", 1, b"", 48) + section


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file with these streams in its root, those below 4096 bytes in the small one."""
    small, entries, sectors = bytearray(), [], bytearray()
    chains: list[int] = []  # the FAT: the next sector of each
    mini: list[int] = []

    def put(data: bytes) -> int:
        start, count = len(chains), -(-len(data) // SECTOR)
        chains.extend(range(start + 1, start + count))
        chains.extend([END] * bool(count))
        sectors.extend(data + bytes(-len(data) % SECTOR))
        return start if count else END

    for name, data in streams.items():
        if len(data) >= 4096:
            entries.append((name, put(data), len(data)))
            continue
        start, count = len(mini), -(-len(data) // 64)
        mini += [*range(start + 1, start + count), *[END] * bool(count)]
        small += data + bytes(-len(data) % 64)
        entries.append((name, start if count else END, len(data)))
    root = put(bytes(small))
    mini_fat = put(struct.pack(f"<{len(mini)}I", *mini).ljust(-(-len(mini) // 128) * 512, b"\xff"))
    folder = [_entry("Root Entry", 5, root, len(small), child=1 if entries else NONE)]
    folder += [
        _entry(name, 2, start, size, right=n + 2 if n + 1 < len(entries) else NONE)
        for n, (name, start, size) in enumerate(entries)
    ]
    directory = put(b"".join(folder))
    count = next(n for n in range(1, 110) if n * 128 >= len(chains) + n)
    fat = range(len(chains), len(chains) + count)
    chains += [FAT] * count
    table = struct.pack(f"<{len(chains)}I", *chains).ljust(count * SECTOR, b"\xff")
    header = struct.pack(
        "<8s16s6H10I", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, 0, 0, 0,
        count, directory, 0, 4096, mini_fat, -(-len(mini) // 128), END, 0,
    )
    numbers = struct.pack("<109I", *fat, *[FREE] * (109 - count))
    return header + numbers + bytes(sectors) + table


def _entry(
    name: str, kind: int, start: int, size: int, *, child: int = NONE, right: int = NONE
) -> bytes:
    raw = name.encode("utf-16-le") + b"\0\0"
    return struct.pack(
        "<64sHBB3I16sIQQIQ", raw, len(raw), kind, 1, NONE, right, child, b"", 0, 0, 0, start, size
    )
