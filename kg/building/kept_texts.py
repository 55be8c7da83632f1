"""The texts that a build kept beside its graph, for those who only read them.

Nothing is changed there, another build may be at work. What cannot be had (no work folder, another
user's, another version's, a file swept away meanwhile) is as if it had never been kept.
"""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from functools import lru_cache
from pathlib import Path
from typing import Any

from kg.building.chunks import Kept
from kg.building.statefile import FORMAT, NAME, is_own

_AT_HAND = 64
#: The token, name, file of extracts, start and size of a document.
_Place = Sequence[Any]
#: What an extract that another version wrote, or that is gone or cut short, may raise.
_FAULTS = (OSError, EOFError, pickle.UnpicklingError, LookupError, TypeError, ValueError,
           AttributeError, ImportError, AssertionError)  # fmt: skip


class KeptTexts(Mapping[str, str]):
    """The text of each document below a work folder by its file's key, read when asked for.

    >>> len(KeptTexts(Path("nowhere")))
    0
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._kept = _kept(folder)
        self._load = lru_cache(maxsize=_AT_HAND)(self._text)

    def __getitem__(self, key: str) -> str:
        return self._load(key)

    def __iter__(self) -> Iterator[str]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)

    def _text(self, key: str) -> str:
        try:
            token, name, extracts, start, size = self._kept[key]
            path = str(self._folder / f"{extracts}.extracts")
            return Kept(token, name, path, start, size).document().text
        except _FAULTS as fault:
            raise KeyError(key) from fault


def _kept(folder: Path) -> dict[str, _Place]:
    """Where the extract of each file stands; nothing where that cannot be trusted or read."""
    state = folder / NAME
    if not state.exists() or not is_own(folder):
        return {}
    query = "SELECT sha256, token, name, extracts, start, size FROM document ORDER BY name DESC"
    try:
        # not read-only: such a connection would leave its journal's files behind
        with closing(sqlite3.connect(f"{state.absolute().as_uri()}?mode=rw", uri=True)) as found:
            found.execute("PRAGMA query_only = ON")
            told = found.execute("SELECT value FROM about WHERE name = 'format'").fetchone()
            if told != (FORMAT,):
                return {}
            return {f"file/{sha256}": place for sha256, *place in found.execute(query)}
    except sqlite3.Error:
        return {}
