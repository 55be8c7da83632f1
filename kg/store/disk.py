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
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from pathlib import Path
from typing import BinaryIO

import pyoxigraph as ox

from kg.errors import GraphError
from kg.files import opened, write_atomic
from kg.rdf import Fact, RdfGraph
from kg.store.files import base_of

FOLDER = "store"
_RECORD = "fingerprint.json"
_INDEX = "index"
_MAKING = "making-"
# How many triples are loaded at a time: as fast as all at once, in a fifth of the memory.
_PART = 100_000


@dataclass(frozen=True, slots=True)
class _Record:
    """Of which Turtle a store is: its SHA-256, its size and time (to know it without reading)."""

    sha256: str
    size: int
    modified: int
    base: str


def publish(turtle: Path, write: Callable[[BinaryIO], None]) -> None:
    """Write a graph to ``turtle`` and its store beside it, so that both appear as one.

    ``write`` writes the Turtle, things in order of IRI. Where the disk cannot hold a store, the
    graph is written all the same: it is then read whenever it is asked.
    """
    folder = turtle.parent / FOLDER
    with opened(turtle) as stream:
        write(stream)
        stream.flush()
        try:
            kept = _make(Path(stream.name), folder)
        except (OSError, RuntimeError):
            kept = None
    _sweep(folder, kept)


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


def _open(place: Path) -> ox.Store | None:
    """The store to read from; ``None`` for one that is damaged or was swept away meanwhile."""
    try:
        return ox.Store.read_only(str(place / _INDEX))
    except (OSError, RuntimeError):
        return None


def _make(turtle: Path, folder: Path) -> Path:
    """The store of this file, made anew or found from an earlier build of the same graph."""
    with turtle.open("rb") as stream:
        sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
    place = folder / sha256[:16]
    folder.mkdir(exist_ok=True)
    record = next((known for path, known in _records(folder) if path == place), None)
    if record is None or _open(place) is None:
        making = folder / f"{_MAKING}{os.getpid()}-{sha256[:16]}"
        shutil.rmtree(making, ignore_errors=True)
        shutil.rmtree(place, ignore_errors=True)
        making.mkdir()
        base = _fill(making / _INDEX, turtle)
        _note(making, turtle, sha256, base)
        making.rename(place)
    else:
        _note(place, turtle, sha256, record.base)
    return place


def _fill(index: Path, turtle: Path) -> str:
    """Load the file into a new store; the base of its things."""
    store = ox.Store(str(index))
    parsed = ox.parse(path=str(turtle), format=ox.RdfFormat.TURTLE)
    while part := list(islice(parsed, _PART)):
        store.bulk_extend(part)
    store.optimize()
    return base_of(store)


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
        if path != kept and not _in_use(path):
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
