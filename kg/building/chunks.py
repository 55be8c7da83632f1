"""Documents as they were placed, gathered into files of the work folder: a chunk at a time.

A chunk has two files: the extracts of its documents, one after the other, and the rows they give to
the graph, bucket by bucket.
"""

from __future__ import annotations

import gc
import io
import os
import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from kg.building.faults import ruled
from kg.building.gist import Packed, packed
from kg.building.rows import Row, in_buckets, making_of, packed_piece, token_of, write_rows
from kg.graph.text import Writer, once
from kg.model import Document, Extract
from kg.resolve.drafts import View, alone, draft, place
from kg.resolve.register import Register
from kg.resolve.unite import split

#: Through which a worker tells what comes of its work.
Tell = Callable[[Any], None]

# How much text goes into one file of the work folder; bounds a worker's memory.
CHUNK = 3_000_000
_CLEAR = 4  # chunks


class Made(NamedTuple):
    """One document as it was placed: what is kept of it, and where its extract stands.

    ``source`` is the place of the file it came from; ``start`` and ``size`` where its extract
    stands in the chunk's file of extracts, ``size`` 0 where that is not made anew.
    """

    source: str
    name: str
    sha256: str
    gist: Packed
    start: int
    size: int

    @property
    def token(self) -> int:
        """The number that stands for the document in rows."""
        return token_of(self.sha256, self.name)


class Chunk(NamedTuple):
    """A part of a task is done, its files are written: documents, sources done, and problems."""

    name: str
    made: tuple[Made, ...]
    places: dict[int, tuple[int, int]]
    done: tuple[Done, ...]


class Done(NamedTuple):
    """A source is read to its end.

    ``problems`` are (place, problem, remedy) of what failed; ``tokens`` its documents, ``sha256``
    the digest of its bytes, where it is a file. With ``again`` it, or a part of it, could not be
    reached, and the next build tries again.
    """

    key: str
    problems: tuple[tuple[str, str, str], ...]
    tokens: tuple[int, ...] = ()
    sha256: str = ""
    again: bool = False


@dataclass
class _Open:
    """A chunk while it grows."""

    extracts: bytearray = field(default_factory=bytearray)
    rows: list[Row] = field(default_factory=list)
    made: list[Made] = field(default_factory=list)
    done: list[Done] = field(default_factory=list)
    text: int = 0


class Chunks:
    """Gathers documents, and writes them to the work folder when enough are together."""

    def __init__(self, folder: str, name: str, register: str | None, tell: Tell) -> None:
        self._folder = Path(folder)
        self._name = name
        self._register = register
        self._tell = tell
        self._written = 0
        self._open = _Open()

    @staticmethod
    def is_much(text: int) -> bool:
        """Whether so much text is not to wait for more before it is added."""
        return text >= CHUNK // 4

    def add(self, source: str, extracted: Extract, *, keep: bool = True) -> None:
        """Place a document by itself; ``keep`` its extract in the work folder."""
        with opened(self._register) as register:
            with ruled():
                each = draft(extracted, register)
                rows = _rows(each, alone(each), register)
            self._placed(source, extracted, *rows, keep=keep)

    def again(self, source: str, extracted: Extract, view: View) -> None:
        """Place a document anew, as ``view`` sees the others."""
        with opened(self._register) as register:
            with ruled():
                rows = _rows(draft(extracted, register), view, register)
            self._placed(source, extracted, *rows, keep=False)

    def _placed(
        self, source: str, extracted: Extract, rows: list[Row], gist: Packed, *, keep: bool
    ) -> None:
        content = _packed(extracted) if keep else b""
        document = extracted.document
        made = Made(
            source,
            document.name,
            document.sha256,
            gist,
            len(self._open.extracts),
            len(content),
        )
        self._open.extracts += content
        self._open.rows += rows
        self._open.made.append(made)
        self._open.text += len(document.text) + 2_000
        if self._open.text >= CHUNK:
            self.write()

    def done(self, done: Done) -> None:
        """A source is read to its end."""
        self._open.done.append(done)

    def write(self) -> None:
        """Write what there is and tell of it."""
        if not self._open.made and not self._open.done:
            return
        now, self._open = self._open, _Open()
        if self._written % _CLEAR == 0:
            gc.collect()
        name = f"{self._name}-{self._written}"
        self._written += 1
        if now.extracts:
            making = making_of(self._folder / name)
            making.write_bytes(now.extracts)
            os.replace(making, self._folder / f"{name}.extracts")
        places = write_rows(self._folder / f"{name}.rows", in_buckets(now.rows))
        self._tell(Chunk(name, tuple(now.made), places, tuple(now.done)))


def _rows(each: Any, view: View, register: Register | None) -> tuple[list[Row], Packed]:
    """The rows of one document, and its gist."""
    placed = place(each, view, register)
    settled, waiting = split(placed.statements)
    document = each.extract.document
    token = token_of(document.sha256, document.name)
    writer = _writer()
    edges: dict[str, list[tuple[str, str]]] = {}
    rows: list[Row] = []
    for key, statement in once(settled).items():
        subject, edge = writer.edge(statement)
        edges.setdefault(subject, []).append(edge)
        iri, text = writer.statement(key, statement)
        rows.append((iri, token, text))
    for piece in placed.pieces:
        iri = writer.iri(piece.key)
        there = tuple(sorted(set(edges.pop(iri, ()))))
        rows.append((iri, token, packed_piece(piece), there))
    for subject, found in edges.items():
        rows.append((subject, token, None, tuple(sorted(set(found)))))
    return rows, packed(each, view, placed, waiting)


@cache
def _writer() -> Writer:
    return Writer()


@cache
def _register(path: str) -> Register:
    return Register(Path(path))


@contextmanager
def opened(path: str | None) -> Iterator[Register | None]:
    """The register, opened once in each worker; ``None`` where there is none."""
    yield None if path is None else _register(path)


@dataclass(frozen=True, slots=True)
class Kept:
    """Where the extract of a document stands in the work folder."""

    token: int
    source: str
    path: str
    start: int
    size: int

    def document(self) -> Document:
        """The document alone: its text is the least of what there is to load."""
        found = self._open().load()
        assert isinstance(found, Document)
        return found

    def load(self) -> Extract:
        """The extract."""
        content = self._open()
        content.load()
        found = content.load()
        assert isinstance(found, Extract)
        return found

    def _open(self) -> pickle.Unpickler:
        with open(self.path, "rb") as stream:
            stream.seek(self.start)
            return pickle.Unpickler(io.BytesIO(stream.read(self.size)))


def _packed(extracted: Extract) -> bytes:
    """An extract as bytes: its document, and behind it the rest, which points back at it."""
    stream = io.BytesIO()
    pickler = pickle.Pickler(stream, 5)
    pickler.dump(extracted.document)
    pickler.dump(extracted)
    return stream.getvalue()
