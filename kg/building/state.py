"""What a build keeps beside its result: which files it read, what each document gave, and where.

One SQLite file, changed in transactions: a document is finished when its row is in it. The files
of extracts and rows that the rows point at are written before. What is there belongs to whoever
built it; a folder of another user is refused, for what a worker left there is trusted.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Container, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from kg.building.gist import Others, Own, Rare, unpacked_others, unpacked_own, unpacked_rare
from kg.building.chunks import Chunk, Kept
from kg.building.statefile import FORMAT, NAME, forget_all, opened, prepare

__all__ = [
    "FORMAT", "FRESH", "MERGED", "TO_PLACE", "TO_RECOGNISE", "Row", "Stamp", "State", "forget_all",
    "prepare",
]  # fmt: skip

#: What has to be done again for a document: nothing, placing, recognising.
FRESH, TO_PLACE, TO_RECOGNISE = 0, 1, 2
#: The name of the rows that have been merged.
MERGED = ""


@dataclass(frozen=True, slots=True)
class Stamp:
    """How a file is known not to have changed: size and time, else the digest of its bytes."""

    size: int
    changed: int
    sha256: str


#: The stamp of no file, by which whatever bears it has changed.
_NEVER = Stamp(-1, 0, "")


class Row(NamedTuple):
    """One document as it is known: where its extract stands and which rows are its own.

    ``rows`` names a chunk, or is empty where they have been merged.
    """

    token: int
    source: str
    name: str
    sha256: str
    extracts: str
    start: int
    size: int
    rows: str
    stale: int

    def placed(self, chunk: str, start: int, size: int) -> Row:
        """The same document placed anew in a chunk, its extract too where that has a size."""
        row = self._replace(rows=chunk, stale=FRESH)
        return row._replace(extracts=chunk, start=start, size=size) if size else row


_COLUMNS = ", ".join(Row._fields)
_PIECES = (".rows", ".extracts", ".part")


class State:
    """The state of one work folder; use as a context."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._database = opened(folder)

    @classmethod
    def beside(cls, folder: Path) -> State:
        """The state of a work folder that is open already, to be read in another thread."""
        state = cls.__new__(cls)
        state.folder = folder
        state._database = sqlite3.connect(folder / NAME, isolation_level=None)
        state._database.execute("PRAGMA query_only = ON")
        return state

    def __enter__(self) -> State:
        return self

    def __exit__(self, *_: object) -> None:
        self._database.close()

    @contextmanager
    def change(self) -> Iterator[None]:
        """All changes inside are made together or not at all."""
        self._database.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._database.rollback()
            raise
        self._database.commit()

    # --- about the whole ---------------------------------------------------------------------

    def get(self, name: str) -> str:
        """A remark about the whole; empty where there is none."""
        row = self._database.execute("SELECT value FROM about WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""

    def set(self, name: str, value: str) -> None:
        """Keep a remark about the whole."""
        self._database.execute("INSERT OR REPLACE INTO about VALUES (?, ?)", (name, value))

    def check(self) -> None:
        """Forget what a machine that died left half written: files shorter than their rows say.

        What killed builds wrote and took no note of is taken away, for it may be large.
        """
        ends: dict[str, int] = {}
        for name, places in self.places().items():
            ends[f"{name}.rows"] = max((sum(each) for each in places.values()), default=0)
        query = "SELECT extracts, max(start + size) FROM document GROUP BY extracts"
        for name, end in self._database.execute(query):
            ends[f"{name}.extracts"] = end
        short = [name for name, end in ends.items() if _size(self.folder / name) < end]
        self._clear(ends)
        with self.change():
            for name in short:
                self._lose(*name.rsplit(".", 1))

    def _clear(self, noted: Container[str]) -> None:
        for path in self.folder.iterdir():
            if path.suffix in _PIECES and path.name not in noted:
                path.unlink(missing_ok=True)

    def _lose(self, chunk: str, kind: str) -> None:
        if kind == "rows":
            query = "UPDATE document SET stale = max(stale, ?), rows = '' WHERE rows = ?"
            self._database.execute(query, (TO_PLACE, chunk))
        else:
            query = (
                "SELECT DISTINCT source FROM holds JOIN document USING (token) WHERE extracts = ?"
            )
            self.forget([key for (key,) in self._database.execute(query, (chunk,)).fetchall()])
        self.set("merged", "")

    # --- sources -----------------------------------------------------------------------------

    def stamps(self) -> dict[str, Stamp]:
        """The stamp of every source that is done."""
        rows = self._database.execute("SELECT key, size, changed, sha256 FROM source")
        return {key: Stamp(size, changed, sha256) for key, size, changed, sha256 in rows}

    def stamped(self, key: str) -> tuple[str, Stamp]:
        """The place and the stamp of a source that is done."""
        query = "SELECT place, size, changed, sha256 FROM source WHERE key = ?"
        place, size, changed, sha256 = self._database.execute(query, (key,)).fetchone()
        return place, Stamp(size, changed, sha256)

    def sources(self) -> frozenset[str]:
        """The keys of all sources, with those of which a killed build had read a part."""
        query = "SELECT key FROM source UNION SELECT source FROM holds"
        return frozenset(key for (key,) in self._database.execute(query))

    def stamp(self, key: str, place: str, stamp: Stamp) -> None:
        """The same source has another time or place, and the same bytes."""
        self._database.execute(
            "UPDATE source SET place = ?, size = ?, changed = ? WHERE key = ?",
            (place, stamp.size, stamp.changed, key),
        )

    def copy(self, key: str, place: str, stamp: Stamp, other: str) -> None:
        """A new source with the bytes and the name of another, which need not be read again."""
        self._database.execute(
            "INSERT OR REPLACE INTO source"
            " SELECT ?, ?, ?, ?, sha256, problems FROM source WHERE key = ?",
            (key, place, stamp.size, stamp.changed, other),
        )
        self._database.execute(
            "INSERT OR IGNORE INTO holds SELECT ?, token FROM holds WHERE source = ?", (key, other)
        )
        self.set("merged", "")

    def problems(self, keys: Container[str]) -> list[tuple[str, str, str]]:
        """What could not be read of these sources, in order of their keys."""
        rows = self._database.execute("SELECT key, problems FROM source WHERE problems <> '[]'")
        return [tuple(each) for key, text in rows if key in keys for each in json.loads(text)]

    def troubled(self) -> frozenset[str]:
        """The sources of which something could not be read."""
        rows = self._database.execute("SELECT key FROM source WHERE problems <> '[]'")
        return frozenset(key for (key,) in rows)

    def again(self, keys: Iterable[str]) -> None:
        """These sources are to be read again; what is known of them stands until then."""
        self._database.executemany(
            "UPDATE source SET size = ?, changed = ?, sha256 = ? WHERE key = ?",
            ((_NEVER.size, _NEVER.changed, _NEVER.sha256, key) for key in keys),
        )

    def forget(self, keys: Iterable[str]) -> None:
        """Forget sources and their documents."""
        for key in keys:
            self._database.execute("DELETE FROM source WHERE key = ?", (key,))
            self._database.execute("DELETE FROM holds WHERE source = ?", (key,))
        self._database.execute("DELETE FROM document WHERE token NOT IN (SELECT token FROM holds)")
        self.set("merged", "")

    # --- documents ---------------------------------------------------------------------------

    def add(self, chunk: Chunk, stamps: dict[str, tuple[str, Stamp]]) -> None:
        """Keep what a chunk told: its documents, and the sources that are done."""
        if chunk.made:
            self._database.execute(
                "INSERT OR REPLACE INTO chunk VALUES (?, ?)",
                (chunk.name, json.dumps(list(chunk.places.items()))),
            )
        changed = bool(chunk.made)
        for made in chunk.made:
            if made.size:
                self._database.execute(
                    "INSERT OR REPLACE INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
                    (
                        made.token, made.name, made.sha256, *made.gist,
                        chunk.name, made.start, made.size, chunk.name,
                    ),
                )  # fmt: skip
                self._database.execute(
                    "INSERT OR IGNORE INTO holds VALUES (?, ?)", (made.source, made.token)
                )
            else:
                self._database.execute(
                    "UPDATE document SET own = ?, others = ?, rare = ?, rows = ?, stale = 0"
                    " WHERE token = ?",
                    (*made.gist, chunk.name, made.token),
                )
        for done in chunk.done:
            place, stamp = stamps[done.key]
            stamp = _NEVER if done.again else stamp
            self._database.execute(
                "INSERT OR REPLACE INTO source VALUES (?, ?, ?, ?, ?, ?)",
                (
                    done.key, place, stamp.size, stamp.changed, done.sha256,
                    json.dumps(done.problems, ensure_ascii=False),
                ),
            )  # fmt: skip
            changed |= self._only(done.key, done.tokens)
        if changed:  # a file that gives nothing, once more, leaves the graph as it is
            self.set("merged", "")

    def _only(self, source: str, tokens: Iterable[int]) -> bool:
        """A source has these documents and no others, such as an earlier reading may have met.

        Whether there were others.
        """
        gone = self.known(source) - frozenset(tokens)
        self._database.executemany(
            "DELETE FROM holds WHERE source = ? AND token = ?",
            ((source, token) for token in gone),
        )
        return bool(gone)

    def known(self, source: str) -> frozenset[int]:
        """The documents of a source that were finished, though the source is not."""
        rows = self._database.execute("SELECT token FROM holds WHERE source = ?", (source,))
        return frozenset(token for (token,) in rows)

    def holders(self, token: int) -> list[str]:
        """The sources that are done and hold a document, in order."""
        query = "SELECT key FROM source JOIN holds ON source = key WHERE token = ? ORDER BY key"
        return [key for (key,) in self._database.execute(query, (token,))]

    def outdate(self, stale: int) -> None:
        """Everything has to be done again from this point."""
        self._database.execute("UPDATE document SET stale = max(stale, ?)", (stale,))
        self.set("merged", "")

    def outdate_merged(self) -> None:
        """What was merged is gone: the documents in it have to be placed again."""
        query = "UPDATE document SET stale = max(stale, ?) WHERE rows = ?"
        self._database.execute(query, (TO_PLACE, MERGED))
        self.set("merged", "")

    def rows(self) -> Iterator[Row]:
        """Every document of every source that holds it, in order of name, digest and source."""
        found = self._database.execute(
            f"SELECT {_COLUMNS} FROM holds JOIN document USING (token)"
            " ORDER BY name, sha256, source"
        )
        return map(Row._make, found)

    def own(self, tokens: Container[int]) -> Iterator[Own]:
        """What each of some documents says by itself."""
        return (unpacked_own(row[1]) for row in self._blobs("own", tokens))

    def others(self, tokens: Container[int]) -> Iterator[tuple[int, Others]]:
        """What each of some documents asked of others, with its token."""
        return ((row[0], unpacked_others(row[1])) for row in self._blobs("others", tokens))

    def rare(self, tokens: Container[int]) -> Iterator[Rare]:
        """What those of some documents that have it say that others bear on."""
        rows = self._blobs("rare", tokens, "WHERE rare <> x''")
        return (unpacked_rare(row[1]) for row in rows)

    def _blobs(
        self, column: str, tokens: Container[int], which: str = ""
    ) -> Iterator[tuple[int, bytes]]:
        """A column of some documents, in order of token: one pass over the table."""
        query = f"SELECT token, {column} FROM document {which} ORDER BY token"
        return (row for row in self._database.execute(query) if row[0] in tokens)

    def kept(self, row: Row) -> Kept:
        """Where a document's extract stands."""
        path = self.folder / f"{row.extracts}.extracts"
        return Kept(row.token, row.source, str(path), row.start, row.size)

    # --- chunks ------------------------------------------------------------------------------

    def places(self) -> dict[str, dict[int, tuple[int, int]]]:
        """Where the buckets of each chunk stand."""
        rows = self._database.execute("SELECT name, places FROM chunk")
        return {
            name: {bucket: (start, size) for bucket, (start, size) in json.loads(places)}
            for name, places in rows
        }

    def merged(self, active: Iterable[int]) -> None:
        """The rows of these documents are merged; those of others are gone with their chunks."""
        inside = frozenset(active)
        found = self._database.execute("SELECT token, rows, stale FROM document").fetchall()
        # most are as they were: a row that is written takes ten times as long as one that is read
        self._database.executemany(
            "UPDATE document SET rows = ?, stale = ? WHERE token = ?",
            (
                (MERGED if token in inside else rows, wanted, token)
                for token, rows, stale in found
                for wanted in [FRESH if token in inside else max(stale, TO_PLACE)]
                if stale != wanted or (token in inside and rows != MERGED)
            ),
        )
        self._database.execute("DELETE FROM chunk")

    def sweep(self) -> None:
        """Take away the files of the work folder that nothing points at."""
        chunks = {name for (name,) in self._database.execute("SELECT name FROM chunk")}
        held = {n for (n,) in self._database.execute("SELECT DISTINCT extracts FROM document")}
        for path in self.folder.iterdir():
            name, _, kind = path.name.rpartition(".")
            wanted = {"rows": chunks, "extracts": held, "part": frozenset[str]()}.get(kind)
            if wanted is not None and name not in wanted:
                path.unlink(missing_ok=True)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
