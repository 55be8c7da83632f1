"""The store beside ``graph.ttl``: the same graph, indexed on disk, so that questions start at once.

``store/<fingerprint>/`` holds the store of the graph whose Turtle has that SHA-256. A build makes
the new one beside the old; the moment ``graph.ttl`` gets its new content by a single rename, the
store of that content is the one in force. Killed before, the old graph and its store are whole;
killed after, the new ones. What is left over goes with the next build.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import BinaryIO, cast

import pyoxigraph as ox

from kg.errors import GraphError
from kg.files import mark_cache, opened, write_atomic
from kg.rdf import Fact, RdfGraph
from kg.store.files import base_of

FOLDER = "store"
_RECORD = "fingerprint.json"
_INDEX = "index"
_MAKING = "making-"
# How many bytes are loaded at a time: what the engine sorts stays at hand then, it takes less time
# and memory than four times as much (and as a quarter, of which it has to merge too many tables).
_PART = 1_000_000
# How many are changed at a time: the tables that each change leaves slow down who asks.
_CHANGE = 8_000_000
_BETWEEN = b"\n\n"  # two things: no text within holds it


@dataclass(frozen=True, slots=True)
class _Record:
    """Of which Turtle a store is: its SHA-256, its size and time (to know it without reading)."""

    sha256: str
    size: int
    modified: int
    base: str


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


def publish(
    turtle: Path,
    write: Callable[[BinaryIO], None],
    changes: Changes | None = None,
    *,
    threads: int = 1,
) -> None:
    """Write a graph to ``turtle`` and its store beside it, so that both appear as one.

    ``write`` writes the Turtle, things in order of IRI with an empty line before each; it is
    loaded as it comes, by ``threads`` side by side. With ``changes`` the store of the graph that
    stands there now is changed instead, beside the writing, where there is one. Where the disk
    cannot hold a store, the graph is written all the same: it is then read whenever it is asked.
    """
    folder = turtle.parent / FOLDER
    with opened(turtle) as stream, _Making(folder, threads) as making:
        changing = changes is not None and making.begin_with(turtle)
        tee = _Tee(stream, None if changing else making)
        if changes is not None and changing:
            making.change(changes)
        write(cast(BinaryIO, tee))
        tee.finish()
        stream.flush()
        os.fsync(stream.fileno())  # a machine that dies must not leave the name without the bytes
        if changing and not making.changed():
            _load_again(Path(stream.name), making)
        kept = making.settle(Path(stream.name), tee.sha256())
    _sweep(folder, kept)


def _load_again(turtle: Path, making: _Making) -> None:
    """Load what was written for a store that could not be changed."""
    with turtle.open("rb") as stream, open(os.devnull, "wb") as nowhere:
        tee = _Tee(nowhere, making)
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


class _Making:
    """A store while it is made; away again when it is not settled."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        self._folder = folder
        self._fault: Exception | None = None
        self._loaders = ThreadPoolExecutor(threads)
        # what waits to be loaded is held in memory: no more than every thread can take next
        self._room = threading.Semaphore(2 * threads)
        self._place = folder / f"{_MAKING}{os.getpid()}-{threading.get_ident():x}"
        self._store: ox.Store | None = None
        self._failed = False
        self._changed: Future[bool] | None = None

    def __enter__(self) -> _Making:
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
        except (OSError, RuntimeError):
            self._failed = True
        except Exception as error:  # a fault of what was written: whoever waits hears of it
            self._fault = error
        finally:
            self._room.release()

    def begin_with(self, turtle: Path) -> bool:
        """Begin with the store of ``turtle`` as it stands; whether there is one."""
        found = _current(turtle) if turtle.exists() else None
        if found is None or self._failed:
            return False
        try:
            _clone(found[0] / _INDEX, self._place / _INDEX)
            self._opened()
        except (OSError, RuntimeError):
            self._begin_anew()
            return False
        return True

    def change(self, changes: Changes) -> None:
        """Change the store as changes come, in a thread of its own."""
        self._changed = self._loaders.submit(self._change, changes)

    def _change(self, changes: Changes) -> bool:
        store, asked = self._opened(), _asked(changes.prefixes)
        try:
            for part in _in_parts(changes.parts):
                if part.gone:
                    store.update(f"{asked}DELETE DATA {{{part.gone.decode()}}}")
                if part.new:
                    store.bulk_load(changes.prefixes + part.new, ox.RdfFormat.TURTLE)
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
        shutil.rmtree(self._place / _INDEX, ignore_errors=True)

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
            if any(path == place for path, _ in _records(self._folder)) and _open(place):
                _note(place, turtle, sha256, base)  # the same graph again: its store may be in use
                return place
            _note(self._place, turtle, sha256, base)
            shutil.rmtree(place, ignore_errors=True)
            self._place.rename(place)
        except (OSError, RuntimeError):
            return None
        return place

    def _opened(self) -> ox.Store:
        if self._store is None:
            self._store = ox.Store(str(self._place / _INDEX))
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


class _Tee:
    """Passes on what is written, and hands it to a store in parts that end between two things."""

    def __init__(self, stream: BinaryIO, making: _Making | None) -> None:
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


def opened_store(turtle: Path, *, base: str | None = None) -> RdfGraph | None:
    """The graph in the store of just this file, or ``None`` where there is no such store."""
    found = _current(turtle)
    if found is None:
        return None
    place, record = found
    store = _open(place)
    if store is None:
        return None
    return RdfGraph(store, base or record.base, lambda: _ordered(turtle, record))


def is_stored(turtle: Path) -> bool:
    """Whether a store of just this file stands beside it and opens."""
    found = _current(turtle) if turtle.exists() else None
    return found is not None and _open(found[0]) is not None


def _open(place: Path) -> ox.Store | None:
    """The store to read from; ``None`` for one that is damaged or was swept away meanwhile."""
    try:
        return ox.Store.read_only(str(place / _INDEX))
    except (OSError, RuntimeError):
        return None


def _note(place: Path, turtle: Path, sha256: str, base: str) -> None:
    about = turtle.stat()
    record = {"sha256": sha256, "size": about.st_size, "modified": about.st_mtime_ns, "base": base}
    write_atomic(place / _RECORD, (json.dumps(record, indent=1) + "\n").encode())


def _read_record(place: Path) -> _Record:
    """The record of a store; raises ``ValueError`` for one that is damaged."""
    found = json.loads((place / _RECORD).read_bytes())
    try:
        return _Record(
            str(found["sha256"]), int(found["size"]), int(found["modified"]), str(found["base"])
        )
    except (KeyError, TypeError) as error:
        raise ValueError(f"{place}: {error!r}") from None


def _current(turtle: Path) -> tuple[Path, _Record] | None:
    """The store of this file as it is now: known by size and time, else by its checksum."""
    records = list(_records(turtle.parent / FOLDER))
    for place, record in records:
        if _same(turtle, record):
            return place, record
    if not any(record.size == turtle.stat().st_size for _, record in records):
        return None
    with turtle.open("rb") as stream:
        sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
    return next(((place, record) for place, record in records if record.sha256 == sha256), None)


def _records(folder: Path) -> Iterator[tuple[Path, _Record]]:
    for path in sorted(folder.glob(f"[0-9a-f]*/{_RECORD}")):
        try:
            yield path.parent, _read_record(path.parent)
        except (OSError, ValueError):  # swept away meanwhile, or damaged: as if it were not there
            continue


def _same(turtle: Path, record: _Record) -> bool:
    about = turtle.stat()
    return (about.st_size, about.st_mtime_ns) == (record.size, record.modified)


def _ordered(turtle: Path, record: _Record) -> Iterator[tuple[str, list[Fact]]]:
    """Every thing with its facts as the file has them: in order, one at a time.

    Raises ``GraphError`` where another build has taken the file's place meanwhile.
    """
    with turtle.open("rb") as stream:
        if os.fstat(stream.fileno()).st_size != record.size:
            raise GraphError(str(turtle), "was replaced while it was open", "open it again")
        parsed = ox.parse(input=stream, format=ox.RdfFormat.TURTLE)
        for subject, quads in groupby(parsed, lambda quad: quad.subject):
            assert isinstance(subject, ox.NamedNode)
            yield subject.value, [(quad.predicate.value, quad.object) for quad in quads]


def _sweep(folder: Path, kept: Path | None) -> None:
    """Take away the stores of earlier builds, and what killed ones left behind."""
    if not folder.is_dir():
        return
    for path in sorted(folder.iterdir()):
        if path.is_dir() and path != kept and not _in_use(path):
            shutil.rmtree(path, ignore_errors=True)


def _in_use(path: Path) -> bool:
    """Whether another build is making this store just now: the engine holds its lock then."""
    if not path.name.startswith(_MAKING):
        return False
    try:
        import fcntl

        with (path / _INDEX / "LOCK").open("r+b") as lock:
            fcntl.lockf(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except (ImportError, OSError):
        return False
    return False
