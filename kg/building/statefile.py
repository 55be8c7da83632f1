"""The file in which a build keeps its state: its tables, and how it is opened, or given up.

One that is damaged, or that another version made, is taken away: everything is read again then.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from pathlib import Path

from kg.errors import GraphError
from kg.files import mark_cache

# What is kept is read again by the Python that wrote it, or by none.
FORMAT = f"5 {sys.implementation.cache_tag}"
#: Its name in the work folder.
NAME = "state.sqlite"
_NO_CAUSE = sqlite3.SQLITE_ERROR
_SCHEMA = """
CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS source (
    key TEXT PRIMARY KEY, place TEXT, size INT, changed INT, sha256 TEXT, problems TEXT
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS document (
    token INTEGER PRIMARY KEY, name TEXT, sha256 TEXT, own BLOB, others BLOB, rare BLOB,
    extracts TEXT, start INT, size INT, rows TEXT, stale INT
);
CREATE TABLE IF NOT EXISTS holds (
    source TEXT, token INT, PRIMARY KEY (source, token)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS chunk (name TEXT PRIMARY KEY, places TEXT) WITHOUT ROWID;
"""
#: What every table must have.
_KNOWN = (
    "token, source, name, sha256, extracts, start, size, rows, stale, own, others, rare"
    " FROM holds JOIN document USING (token)",
    "key, place, size, changed, sha256, problems FROM source",
    "name, places FROM chunk",
)


def prepare(folder: Path) -> None:
    """Make the work folder where there is none; raises ``GraphError`` for one of another user."""
    folder.mkdir(parents=True, exist_ok=True)
    if not is_own(folder):
        raise GraphError(
            str(folder), "belongs to another user", "choose another folder with -o, or remove it"
        )
    mark_cache(folder)


def is_own(folder: Path) -> bool:
    """Whether a folder is this user's: what is kept in one is loaded, and so trusted.

    >>> is_own(Path.home())
    True
    """
    user = getattr(os, "geteuid", None)
    return user is None or folder.stat().st_uid == user()


def opened(folder: Path) -> sqlite3.Connection:
    """The state of a work folder, empty where there is none, or none that can be used.

    Raises ``sqlite3.OperationalError`` where the disk or its rights are in the way.
    """
    path = folder / NAME
    try:
        return _connected(path)
    except sqlite3.DatabaseError as error:
        # other tables than ours are an operational error without a cause outside
        if isinstance(error, sqlite3.OperationalError) and error.sqlite_errorcode != _NO_CAUSE:
            raise
    forget_all(folder)  # damaged, or of another version: everything is read again
    return _connected(path)


def forget_all(folder: Path) -> None:
    """Take away the state of a work folder, which must not be open."""
    for name in (NAME, f"{NAME}-wal", f"{NAME}-shm"):
        (folder / name).unlink(missing_ok=True)


def _connected(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path, isolation_level=None)
    try:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        database.execute("PRAGMA cache_size = -65536")
        database.executescript(_SCHEMA)
        found = database.execute("SELECT value FROM about WHERE name = 'format'").fetchone()
        if found is not None and found[0] != FORMAT:
            raise sqlite3.DatabaseError(f"format {found[0]}")
        for columns in _KNOWN:  # tables of another program raise here
            database.execute(f"SELECT {columns} LIMIT 0")
        database.execute("INSERT OR REPLACE INTO about VALUES ('format', ?)", (FORMAT,))
    except sqlite3.DatabaseError:
        database.close()
        raise
    return database
