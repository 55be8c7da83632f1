"""What documents give to the graph as rows on disk, in buckets that follow the order of IRIs.

A row belongs to one thing, by its IRI, and to one document, by a token. Rows of statements hold
their text; rows of other things hold the piece that the document adds and the edges that start
there. The buckets divide all IRIs into stretches in order: each can be merged by itself, and the
results stand one after the other.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import uuid
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.model import Literal
from kg.resolve.unite import Piece
from kg.vocabulary import BASE

#: A statement: its IRI, the token of its document, its text.
StatementRow = tuple[str, int, str]
#: Another thing: its IRI, the token, the document's piece (or ``None``), its edges there.
NodeRow = tuple[str, int, tuple[Any, ...] | None, tuple[tuple[str, str], ...]]
Row = StatementRow | NodeRow
Rows = Mapping[int, Sequence[Row]]

#: The token of what follows from several documents together.
TOGETHER = 0

_HEX = "0123456789abcdef"
_BY_DIGEST = ("document", "file", "letter", "motion")


def _bounds() -> list[str]:
    """Where the buckets begin; many where a large graph has many things."""
    named = [
        *(f"{kind}/" for kind in ("commitment", "dossier", "person", "post", "programme")),
        *(f"document/{year}D" for year in range(2008, 2040)),
        *(f"document/kst-{number}" for number in range(10, 100)),
        *(f"document/{kind}" for kind in ("ah-", "h-", "kenmerk:", "kst-", "stb-", "stcrt-")),
        *(f"document/{kind}-{x}" for kind in _BY_DIGEST for x in _HEX),
        *(f"file/{x}" for x in _HEX),
        *(f"statement/{x}{y}" for x in _HEX for y in "048c"),
        "tenure/",
    ]
    return sorted(f"{BASE}id/{each}" for each in named)


_BOUNDS = _bounds()
BUCKETS = len(_BOUNDS) + 1


def bucket_of(iri: str) -> int:
    """The bucket an IRI belongs to; IRIs in order have buckets in order.

    >>> bucket_of("https://example.org/")
    0
    """
    return bisect_right(_BOUNDS, iri)


def token_of(sha256: str, name: str) -> int:
    """The number that stands for a document in rows: from its content and name, never 0."""
    digest = hashlib.sha256(f"{sha256}\0{name}".encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:8], "big") >> 1 | 1


def packed_piece(piece: Piece) -> tuple[Any, ...]:
    """A piece as plain tuples, which can be written fast."""
    return (
        piece.key,
        piece.types,
        piece.label,
        piece.weak,
        tuple((each.prop, each.text, each.lang, each.datatype) for each in piece.literals),
        piece.pages,
        piece.links,
        piece.told_types,
        tuple((each.prop, each.text, each.lang, each.datatype) for each in piece.told_literals),
    )


def unpacked_piece(row: tuple[Any, ...]) -> Piece:
    """The way back from :func:`packed_piece`.

    >>> piece = Piece("dossier/1", ("Dossier",), "1", literals=(Literal("kg:topic", "zorg"),))
    >>> unpacked_piece(packed_piece(piece)) == piece
    True
    """
    key, types, label, weak, literals, pages, links, told_types, told_literals = row
    return Piece(
        key,
        types,
        label,
        weak,
        tuple(Literal(*each) for each in literals),
        pages,
        links,
        told_types,
        tuple(Literal(*each) for each in told_literals),
    )


def in_buckets(rows: Iterable[Row]) -> dict[int, list[Row]]:
    """Rows by their bucket."""
    found: dict[int, list[Row]] = {}
    for row in rows:
        found.setdefault(bisect_right(_BOUNDS, row[0]), []).append(row)
    return found


@dataclass(frozen=True, slots=True)
class Slice:
    """Where something stands in a file."""

    path: str
    start: int
    size: int

    def bytes(self) -> bytes:
        """The bytes there."""
        with open(self.path, "rb") as stream:
            stream.seek(self.start)
            return stream.read(self.size)

    def read(self) -> list[Any]:
        """The rows."""
        return list(marshal.loads(self.bytes()))


def write_rows(path: Path, rows: Rows) -> dict[int, tuple[int, int]]:
    """Write rows bucket by bucket, whole or not at all; where each bucket stands."""
    places: dict[int, tuple[int, int]] = {}
    making = making_of(path)
    with open(making, "wb") as stream:
        for bucket in sorted(rows):
            content = marshal.dumps(list[Any](rows[bucket]))
            places[bucket] = (stream.tell(), len(content))
            stream.write(content)
    os.replace(making, path)
    return places


def making_of(path: Path) -> Path:
    """Where a file is written before it has its name; no two machines choose the same."""
    return path.with_name(f"{path.name}.{uuid.uuid4().hex}.part")
