"""What a result depends on beside the documents: the program's own code and tables, by digest.

A change in the readers makes every file be read again; one in the rules makes every document be
recognised again from its kept text; one in the tables or the register only resolves again; one in
what makes the page only makes that anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from kg import data
from kg._version import __version__

_READING = (
    "read", "errors.py", "model", "files.py", "pickling.py", "frozen.py", "text/dates.py"
)  # fmt: skip
_RULES = (
    "segment", "recognise", "identifiers", "authority", "patterns.py", "text",
    "building/extracting.py", "reasons.py", "reasons.json",
)  # fmt: skip
_RESOLVING = (
    "resolve", "graph", "building", "rdf.py", "turtle.py", "vocabulary", "reasons.py",
    "reasons.json",
)  # fmt: skip
# These tables only say who was what and when; the others hold names that the recognisers look for.
_WHO_WHEN = (
    *("agreements.csv", "cabinets.csv", "members.csv", "motions.csv", "namesakes.csv"),
    "tenures.csv",
)
# What the page is made with; its scripts and styles are no Python.
_SHOWING = ("export", "building/paging.py", "vocabulary", "reasons.py", "reasons.json")
_OTHER_TABLES = ("confidence.csv", "ontology/kamergraaf.ttl")
# Their next version may find other text in the same file.
_READERS = ("lxml", "olefile", "pypdfium2")


@dataclass(frozen=True, slots=True)
class Versions:
    """The digests of what reading, recognising and resolving depend on."""

    reading: str
    rules: str
    resolving: str


def versions(register: Path | None) -> Versions:
    """The versions of this program with this register.

    >>> versions(None) == versions(None)
    True
    """
    tables = sorted(data.path("seeds/authority").glob("*.csv"))
    names = [each for each in tables if each.name not in _WHO_WHEN]
    asked = "" if register is None else _stamp(register)
    return Versions(
        _digest((__version__, *_readers()), _files(_READING)),
        _digest((), [*_files(_RULES), *names]),
        _digest((asked,), [*_files(_RESOLVING), *tables, *map(data.path, _OTHER_TABLES)]),
    )


@cache
def version_of_page() -> str:
    """The version of what makes the page of a graph, its scripts and styles too.

    >>> version_of_page() == version_of_page()
    True
    """
    return _digest((), _files(_SHOWING, ("*.py", "*.js", "*.css", "*.html", "*.json")))


def _stamp(register: Path) -> str:
    """A register is known by its size and time: it is made anew as a whole."""
    about = register.stat()
    return f"{about.st_size} {about.st_mtime_ns}"


@cache
def _readers() -> tuple[str, ...]:
    return tuple(version(each) for each in _READERS)


@cache
def _files(names: tuple[str, ...], kinds: tuple[str, ...] = ("*.py",)) -> tuple[Path, ...]:
    package = Path(__file__).resolve().parents[1]
    found: list[Path] = []
    for name in names:
        place = package / name
        inside = (path for kind in kinds for path in place.rglob(kind))
        found += [place] if place.is_file() else sorted(inside)
    return tuple(found)


def _digest(words: Iterable[str], files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for word in words:
        digest.update(f"{word}\0".encode())
    for path in files:
        if path.is_file():
            digest.update(f"{path.name}\0".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
