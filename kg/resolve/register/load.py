"""Fills the register's index from tables: one SQLite file, the same bytes for the same rows.

Two tables are known by their heading: the cases (``nummer soort datum vergaderjaar volgnummer
onderwerp titel``) and the dossiers (``dossier titel``), tab-separated, plain or gzipped. Rows
stream through; the file appears whole or not at all.
"""

from __future__ import annotations

import gzip
import os
import re
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kg.errors import InputError
from kg.resolve.register.submitters import submitter_key
from kg.resolve.register.titles import parse_motion_title
from kg.resolve.register.words import terms

SCHEMA = "1"
_CASES = ("nummer", "soort", "datum", "vergaderjaar", "volgnummer", "onderwerp", "titel")
_DOSSIERS = ("dossier", "titel")
_NUMBER = re.compile(r"\d{4}Z?\d{5}\Z")  # the oldest cases have no Z

_RIJKSWET = re.compile(r"[ -]{0,2}\(R\s?\d{1,5}\)")  # its number is no part of the dossier's

_TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE dossier (number TEXT PRIMARY KEY, title TEXT, folded TEXT) WITHOUT ROWID;
CREATE TABLE zaak (
  id INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, day TEXT NOT NULL,
  volgnummer INTEGER, title TEXT NOT NULL, dossier TEXT, amended INTEGER NOT NULL DEFAULT 0,
  cs INTEGER NOT NULL DEFAULT 0, replaced_by TEXT,
  submitters TEXT NOT NULL DEFAULT '', terms TEXT NOT NULL DEFAULT '');
CREATE TABLE submitter (
  name TEXT, zaak INTEGER, place INTEGER, PRIMARY KEY (name, zaak)) WITHOUT ROWID;
CREATE TABLE term (term TEXT PRIMARY KEY, count INTEGER) WITHOUT ROWID;
CREATE VIRTUAL TABLE topic USING fts5(terms, content='', detail=none, tokenize='ascii');
CREATE TEMP TABLE replaces (zaak INTEGER, volgnummer INTEGER);
CREATE TEMP TABLE staged (
  number TEXT, kind TEXT, day TEXT, volgnummer INTEGER, title TEXT, folded TEXT);
"""
# The last of equal numbers in the order of all columns wins, whatever the order of the input. A
# dossier title that two dossiers share names neither.
_SETTLE = """
CREATE INDEX dossier_folded ON dossier (folded);
INSERT OR REPLACE INTO zaak (number, kind, day, volgnummer, title, dossier)
  SELECT number, kind, day, volgnummer, title, (
    SELECT CASE WHEN count(*) = 1 THEN min(d.number) END
    FROM dossier d WHERE d.folded = staged.folded)
  FROM staged ORDER BY number, kind, day, volgnummer, title, folded;
"""
_INDEXES = """
CREATE INDEX zaak_day ON zaak (kind, day);
CREATE INDEX zaak_dossier ON zaak (dossier, volgnummer);
"""
_TITLE = "UPDATE zaak SET terms = ?, submitters = ?, amended = ?, cs = ? WHERE id = ?"
# A motion is withdrawn when another takes its place; the last of these by number counts.
_REPLACE = """
CREATE TEMP TABLE later (id INTEGER PRIMARY KEY, number TEXT);
INSERT INTO later SELECT old.id, max(new.number)
  FROM replaces r CROSS JOIN zaak new ON new.id = r.zaak CROSS JOIN zaak old
    ON old.dossier = new.dossier AND old.volgnummer = r.volgnummer AND old.kind = new.kind
  WHERE old.id <> new.id GROUP BY old.id;
UPDATE zaak SET replaced_by = (SELECT number FROM later WHERE later.id = zaak.id)
  WHERE id IN (SELECT id FROM later)
"""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a register holds after loading: how many cases, dossiers, and cases with a kst id."""

    cases: int
    dossiers: int
    numbered: int


def load(tables: Iterable[Path], path: Path) -> Loaded:
    """Builds the register at ``path`` from ``tables``; an older one there is replaced at the end.

    Raises ``InputError`` for a table that cannot be read, naming its line, and for a place where
    nothing can be written.

    >>> load([], Path("/nowhere/register.sqlite"))
    Traceback (most recent call last):
        ...
    kg.errors.InputError: /nowhere: no such folder; make it first
    """
    if not path.parent.is_dir():
        raise InputError(str(path.parent), "no such folder", "make it first")
    partial = path.with_name(f"{path.name}.partial")
    partial.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(partial, isolation_level=None)) as db:
            loaded = _fill(db, tables)
        os.replace(partial, path)
    except sqlite3.OperationalError as error:
        problem = f"cannot be written ({error})"
        raise InputError(str(path), problem, "see to room and rights") from error
    finally:
        partial.unlink(missing_ok=True)
    return loaded


def _fill(db: sqlite3.Connection, tables: Iterable[Path]) -> Loaded:
    db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
    db.executescript(_TABLES)
    db.execute("BEGIN")
    for table in tables:
        _stage(db, table)
    _run(db, _SETTLE)
    _read_titles(db)
    _run(db, _INDEXES + _REPLACE)
    db.execute("INSERT INTO meta VALUES ('schema', ?)", (SCHEMA,))
    db.execute("INSERT INTO topic(topic) VALUES ('optimize')")
    db.execute("DROP TABLE staged")
    db.execute("COMMIT")
    db.execute("VACUUM")
    count = "SELECT count(*), count(CASE WHEN dossier IS NOT NULL THEN volgnummer END) FROM zaak"
    cases, numbered = db.execute(count).fetchone()
    return Loaded(cases, db.execute("SELECT count(*) FROM dossier").fetchone()[0], numbered)


def _run(db: sqlite3.Connection, script: str) -> None:
    """Runs statements one by one within the transaction (``executescript`` would end it)."""
    for statement in script.split(";\n"):
        db.execute(statement)


def _stage(db: sqlite3.Connection, table: Path) -> None:
    """Copies one table's rows as they are, each checked."""
    lines = _lines(table)
    _, heading = next(lines, (0, ()))
    if heading == _DOSSIERS:
        rows = ((_dossier(table, n, cells)) for n, cells in lines)
        db.executemany("INSERT OR REPLACE INTO dossier VALUES (?, ?, ?)", rows)
    elif heading == _CASES:
        cases = (_case(table, n, cells) for n, cells in lines)
        db.executemany("INSERT INTO staged VALUES (?, ?, ?, ?, ?, ?)", cases)
    else:
        remedy = f"expected {' '.join(_CASES)} or {' '.join(_DOSSIERS)}, tab-separated"
        raise InputError(f"{table}:1", "not a table of the register", remedy)


def _lines(table: Path) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The numbered lines of a table as cells."""
    try:
        opened = gzip.open if table.suffix == ".gz" else open
        with opened(table, "rt", encoding="utf-8", newline="\n") as text:
            for number, line in enumerate(text, 1):
                yield number, tuple(line.rstrip("\r\n").split("\t"))
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise InputError(str(table), f"cannot be read: {error}", "check the file") from error


def _dossier(table: Path, line: int, cells: tuple[str, ...]) -> tuple[str, str, str]:
    if len(cells) != len(_DOSSIERS) or not cells[0]:
        raise InputError(f"{table}:{line}", "not a dossier number and a title")
    return _RIJKSWET.sub("", cells[0]), cells[1], fold_title(cells[1])


def _case(table: Path, line: int, cells: tuple[str, ...]) -> tuple[str | int | None, ...]:
    if len(cells) != len(_CASES):
        raise InputError(f"{table}:{line}", f"{len(cells)} cells under {len(_CASES)} columns")
    number, kind, day, _, volgnummer, subject, dossier = cells
    if not _NUMBER.match(number):
        raise InputError(f"{table}:{line}", f"{number!r} is no case number")
    try:
        day = date.fromisoformat(day).isoformat()  # "20210304" too: days are compared as texts
    except ValueError:
        raise InputError(f"{table}:{line}", f"{day!r} is no date") from None
    place = int(volgnummer) if volgnummer.isascii() and volgnummer.isdigit() else None
    return number, kind, day, place, subject, fold_title(dossier)


def fold_title(title: str) -> str:
    """A dossier's title as it is compared: letters and digits in lower case.

    >>> fold_title("Nota over de toestand van ’s Rijks Financiën")
    'notaoverdetoestandvansrijksfinanciën'
    """
    return "".join(filter(str.isalnum, title.casefold()))


def _read_titles(db: sqlite3.Connection) -> None:
    """Takes every title apart once: submitters and words of the topic."""
    counts: dict[str, int] = {}
    write = db.cursor()
    for zaak, kind, day, title in db.execute("SELECT id, kind, day, title FROM zaak ORDER BY id"):
        parsed = parse_motion_title(title) if kind != "Brief regering" else None
        words = terms(parsed.topic if parsed else title)
        for word in words:
            counts[word] = counts.get(word, 0) + 1
        write.execute("INSERT INTO topic(rowid, terms) VALUES (?, ?)", (zaak, " ".join(words)))
        names = parsed.submitters if parsed else ()
        flags = (parsed.amended, parsed.cs) if parsed else (False, False)
        write.execute(_TITLE, (" ".join(words), ";".join(names), *flags, zaak))
        older = ((zaak, number) for number in (parsed.replaces if parsed else ()))
        write.executemany("INSERT INTO replaces VALUES (?, ?)", older)
        rows = [(submitter_key(n, date.fromisoformat(day)), zaak, p) for p, n in enumerate(names)]
        write.executemany("INSERT OR IGNORE INTO submitter VALUES (?, ?, ?)", rows)
    write.executemany("INSERT INTO term VALUES (?, ?)", sorted(counts.items()))
