"""A store while it is made: loaded in parts as its Turtle is written, or changed from another."""

from __future__ import annotations

import hashlib
import os
import shutil
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

import pyoxigraph as ox

from kg.files import mark_cache
from kg.store.files import base_of
from kg.store.records import INDEX, current, note, opened_index, records

MAKING = "making-"
# How many bytes are loaded at a time: what the engine sorts stays at hand then, it takes less time
# and memory than four times as much (and as a quarter, of which it has to merge too many tables).
_PART = 1_000_000
# How many are changed at a time: the tables that each change leaves slow down who asks.
_CHANGE = 3_000_000
_BETWEEN = b"\n\n"  # two things: no text within holds it


@dataclass(frozen=True, slots=True)
class Change:
    """Triples that are gone from a graph and triples that are new, as Turtle without prefixes."""

    gone: bytes
    new: bytes


@dataclass(frozen=True, slots=True)
class Changes:
    """The prefixes, as Turtle, and the changes as they come; no triple is in two of them."""

    prefixes: bytes
    parts: Iterable[Change]


@dataclass
class Stored:
    """How many bytes of Turtle a store has taken, of a whole graph or of what is changed in it."""

    bytes: int = 0
    changing: bool = False
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, size: int) -> None:
        """So many more; several threads may say so at once."""
        with self._lock:
            self.bytes += size

    def begin(self, *, changing: bool) -> None:
        """It begins (again), with changes or with the whole."""
        self.bytes, self.changing = 0, changing


class Making:
    """A store while it is made; away again when it is not settled."""

    def __init__(self, folder: Path, threads: int = 1, stored: Stored | None = None) -> None:
        self._stored = stored or Stored()
        self._folder = folder
        self._fault: Exception | None = None
        self._loaders = ThreadPoolExecutor(threads)
        # what waits to be loaded is held in memory: no more than every thread can take next
        self._room = threading.Semaphore(2 * threads)
        self._place = folder / f"{MAKING}{os.getpid()}-{threading.get_ident():x}"
        self._store: ox.Store | None = None
        self._failed = False
        self._changed: Future[bool] | None = None

    def __enter__(self) -> Making:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            mark_cache(self._folder)
            shutil.rmtree(self._place, ignore_errors=True)
            self._place.mkdir()
        except OSError:
            self._failed = True
        return self

    def __exit__(self, *_: object) -> None:
        self._loaders.shutdown(cancel_futures=True)
        self._store = None
        shutil.rmtree(self._place, ignore_errors=True)

    def load(self, turtle: bytes) -> None:
        """Add triples, as Turtle with its prefixes."""
        try:
            store = self._opened()
        except (OSError, RuntimeError):
            self._failed = True
        if not self._failed:
            self._room.acquire()
            self._loaders.submit(self._load, store, turtle)

    def _load(self, store: ox.Store, turtle: bytes) -> None:
        try:
            store.bulk_load(turtle, ox.RdfFormat.TURTLE)
            self._stored.add(len(turtle))
        except (OSError, RuntimeError):
            self._failed = True
        except Exception as error:  # a fault of what was written: whoever waits hears of it
            self._fault = error
        finally:
            self._room.release()

    def begin_with(self, turtle: Path) -> bool:
        """Begin with the store of ``turtle`` as it stands; whether there is one."""
        found = current(turtle) if turtle.exists() else None
        if found is None or self._failed:
            return False
        try:
            _clone(found[0] / INDEX, self._place / INDEX)
            self._opened()
        except (OSError, RuntimeError):
            self._begin_anew()
            return False
        return True

    def change(self, changes: Changes) -> None:
        """Change the store as changes come, in a thread of its own."""
        self._stored.begin(changing=True)
        self._changed = self._loaders.submit(self._change, changes)

    def _change(self, changes: Changes) -> bool:
        store, asked = self._opened(), _asked(changes.prefixes)
        try:
            for part in _in_parts(changes.parts):
                if part.gone:
                    store.update(f"{asked}DELETE DATA {{{part.gone.decode()}}}")
                if part.new:
                    store.bulk_load(changes.prefixes + part.new, ox.RdfFormat.TURTLE)
                self._stored.add(len(part.gone) + len(part.new))
        except (OSError, RuntimeError, SyntaxError):  # the whole is loaded instead
            return False
        return True

    def changed(self) -> bool:
        """Whether all changes were made; where not, the store is empty again."""
        if self._changed is not None and self._changed.result():
            return True
        self._begin_anew()
        return False

    def _begin_anew(self) -> None:
        self._store = None
        self._stored.begin(changing=False)
        shutil.rmtree(self._place / INDEX, ignore_errors=True)

    def settle(self, turtle: Path, sha256: str) -> Path | None:
        """Give the store its name: that of the graph in ``turtle``; ``None`` where it failed."""
        self._loaders.shutdown()
        if self._fault is not None:
            raise self._fault
        try:
            store = self._opened()
            base = base_of(store)
            store.flush()
            self._store = store = None  # type: ignore[assignment]
            if self._failed:
                return None
            place = self._folder / sha256[:16]
            if any(path == place for path, _ in records(self._folder)) and opened_index(place):
                note(place, turtle, sha256, base)  # the same graph again: its store may be in use
                return place
            note(self._place, turtle, sha256, base)
            shutil.rmtree(place, ignore_errors=True)
            self._place.rename(place)
        except (OSError, RuntimeError):
            return None
        return place

    def _opened(self) -> ox.Store:
        if self._store is None:
            self._store = ox.Store(str(self._place / INDEX))
        return self._store


def _in_parts(changes: Iterable[Change]) -> Iterator[Change]:
    """The same changes, small ones together."""
    gone, new = bytearray(), bytearray()
    for each in changes:
        gone += each.gone
        new += each.new
        if len(gone) + len(new) >= _CHANGE:
            yield Change(bytes(gone), bytes(new))
            gone, new = bytearray(), bytearray()
    yield Change(bytes(gone), bytes(new))


def _asked(header: bytes) -> str:
    """The prefixes of Turtle as a question has them."""
    return "".join(f"{line[1:-2]}\n" for line in header.decode().splitlines() if line[:1] == "@")


def _clone(index: Path, other: Path) -> None:
    """A second store with the same content: the engine never changes a file of its tables."""
    other.mkdir()
    for path in index.iterdir():
        if path.suffix == ".sst":
            try:
                os.link(path, other / path.name)
                continue
            except OSError:  # a disk without links
                pass
        if path.name != "LOCK":
            shutil.copy2(path, other / path.name)


class Tee:
    """Passes on what is written, and hands it to a store in parts that end between two things."""

    def __init__(self, stream: BinaryIO, making: Making | None) -> None:
        self._stream = stream
        self._making = making
        self._digest = hashlib.sha256()
        self._parts: list[bytes] = []
        self._size = 0
        self._header = b""

    def write(self, content: bytes) -> int:
        """Write; the first that is written are the prefixes."""
        self._digest.update(content)
        if self._making is not None:
            if self._header:
                self._hand_over(content)
            else:
                self._header = content
        return self._stream.write(content)

    def _hand_over(self, content: bytes) -> None:
        at = 0
        while self._size + len(content) - at >= _PART:
            end = content.rfind(_BETWEEN, at, at + _PART - self._size)
            if end < 0 and self._size:
                self.finish()
                continue
            if end < 0:  # a thing that is larger than a part
                end = content.find(_BETWEEN, at + _PART)
            end = len(content) if end < 0 else end + 1
            self._keep(content[at:end])
            self.finish()
            at = end
        self._keep(content[at:])

    def _keep(self, content: bytes) -> None:
        self._parts.append(content)
        self._size += len(content)

    def finish(self) -> None:
        """Hand over what is left."""
        if self._size and self._making is not None:
            self._making.load(b"".join((self._header, *self._parts)))
        self._parts, self._size = [], 0

    def sha256(self) -> str:
        """The digest of all that was written."""
        return self._digest.hexdigest()


def load_again(turtle: Path, making: Making) -> None:
    """Load what was written for a store that could not be changed."""
    with turtle.open("rb") as stream, open(os.devnull, "wb") as nowhere:
        tee = Tee(nowhere, making)
        tee.write(b"".join(iter(stream.readline, b"\n")))
        for block in _blocks(stream):
            tee.write(block)
        tee.finish()


def _blocks(stream: BinaryIO) -> Iterator[bytes]:
    """What a stream still holds, in parts that end between two things."""
    rest = b""
    while read := stream.read(_PART):
        whole, end, rest = (rest + read).rpartition(_BETWEEN)
        if end:
            yield whole + end
    yield rest
