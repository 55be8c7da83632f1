"""Which store is of which graph: a record in each store tells the Turtle it was made from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.files import write_atomic

FOLDER = "store"
INDEX = "index"
_RECORD = "fingerprint.json"


@dataclass(frozen=True, slots=True)
class Record:
    """Of which Turtle a store is: its SHA-256, its size and time (to know it without reading)."""

    sha256: str
    size: int
    modified: int
    base: str


def opened_index(place: Path) -> ox.Store | None:
    """The store to read from; ``None`` for one that is damaged or was swept away meanwhile."""
    try:
        return ox.Store.read_only(str(place / INDEX))
    except (OSError, RuntimeError):
        return None


def note(place: Path, turtle: Path, sha256: str, base: str) -> None:
    """Write down of which Turtle the store at ``place`` is."""
    about = turtle.stat()
    content = {"sha256": sha256, "size": about.st_size, "modified": about.st_mtime_ns, "base": base}
    write_atomic(place / _RECORD, (json.dumps(content, indent=1) + "\n").encode())


def _read(place: Path) -> Record:
    """The record of a store; raises ``ValueError`` for one that is damaged."""
    found = json.loads((place / _RECORD).read_bytes())
    try:
        return Record(
            str(found["sha256"]), int(found["size"]), int(found["modified"]), str(found["base"])
        )
    except (KeyError, TypeError) as error:
        raise ValueError(f"{place}: {error!r}") from None


def current(turtle: Path) -> tuple[Path, Record] | None:
    """The store of this file as it is now: known by size and time, else by its checksum."""
    known = list(records(turtle.parent / FOLDER))
    for place, record in known:
        if _same(turtle, record):
            return place, record
    if not any(record.size == turtle.stat().st_size for _, record in known):
        return None
    with turtle.open("rb") as stream:
        sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
    return next(((place, record) for place, record in known if record.sha256 == sha256), None)


def records(folder: Path) -> Iterator[tuple[Path, Record]]:
    """The stores in a folder, each with its record, in order of name."""
    for path in sorted(folder.glob(f"[0-9a-f]*/{_RECORD}")):
        try:
            yield path.parent, _read(path.parent)
        except (OSError, ValueError):  # swept away meanwhile, or damaged: as if it were not there
            continue


def _same(turtle: Path, record: Record) -> bool:
    about = turtle.stat()
    return (about.st_size, about.st_mtime_ns) == (record.size, record.modified)
