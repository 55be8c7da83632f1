"""Asks the register: which motions or letters fit submitters, days, words, a dossier."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any

from kg.errors import InputError
from kg.model import Candidate, Period
from kg.resolve import periods
from kg.resolve.periods import When
from kg.resolve.register.entries import LISTED, Asked, Entry, Fit, Wanted, candidate, fit
from kg.resolve.register.load import SCHEMA, fold_title
from kg.resolve.register.submitters import keys
from kg.resolve.register.words import Topic, terms

_COLUMNS = """z.number, z.kind, z.day, z.volgnummer, z.title, z.dossier, z.amended, z.cs,
  z.submitters, z.terms, z.replaced_by"""
_KEPT = 512  # submitters whose motions are kept at hand
_LOOKED_AT = 24  # fits of which other versions are sought
_COMMON = 50  # a word in more cases than this, and in more than one of fifty, is not searched by
_VERSIONS = 8  # amended versions of one motion that are followed


class Register:
    """An open register; close it, or use it in a ``with`` block.

    Raises ``InputError`` when the file is no register of this version.

    >>> Register(Path("/nowhere.sqlite"))
    Traceback (most recent call last):
        ...
    kg.errors.InputError: /nowhere.sqlite: no register; make one with kg register load
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        if not path.is_file():
            raise InputError(str(path), "no register", "make one with kg register load")
        self._db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
        self._check()
        self._kept: dict[str, dict[str, tuple[Entry, int]]] = {}
        self._weights = _Weights(self._one)

    def __enter__(self) -> Register:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file."""
        self._db.close()

    def _check(self) -> None:
        remedy = "make it again with kg register load"
        try:
            schema = self._one("SELECT value FROM meta WHERE name = 'schema'")
        except sqlite3.DatabaseError as error:
            self._db.close()
            raise InputError(str(self.path), "not a register", remedy) from error
        if schema != SCHEMA:
            self._db.close()
            raise InputError(str(self.path), f"a register of version {schema}", remedy)

    def _one(self, query: str, *values: Any) -> Any:
        row = self._db.execute(query, values).fetchone()
        return row and row[0]

    def dossier_number(self, title: str) -> str | None:
        """The number of the dossier with this title; ``None`` when none or several have it."""
        query = "SELECT number FROM dossier WHERE folded = ? LIMIT 2"
        found = self._db.execute(query, (fold_title(title),)).fetchall()
        return found[0][0] if len(found) == 1 else None

    def entry(self, number: str) -> Entry | None:
        """The case with this number, Kamerstuk or key ("2021Z01710", "kst-35669-8")."""
        bare = number.removeprefix("document/")
        if not bare.startswith("kst-"):
            rows = self._entries("WHERE z.number = ?", bare)
        else:
            dossier, _, last = bare.removeprefix("kst-").rpartition("-")
            where = "WHERE z.dossier = ? AND z.volgnummer = ?"
            rows = self._entries(where, dossier, last) if last.isdecimal() else iter(())
        found = list(rows)
        return found[0] if len(found) == 1 else None

    def motions(
        self,
        *,
        submitters: Sequence[str] = (),
        day: When = None,
        window: Period | None = None,
        topic: str | None = None,
        context: str | None = None,
        dossier: str | None = None,
        cs: bool = False,
        amended: bool = False,
        amendment: bool = False,
    ) -> tuple[Candidate, ...]:
        """The motions (or amendments) that fit, the best first, each with its reasons.

        ``submitters`` are names as printed; ``day`` is when the text that mentions the motion was
        written, ``window`` when the motion was submitted (before ``day`` unless told otherwise);
        ``context`` is the sentence around the mention, used where there is no ``topic``.
        """
        ranked = self.ranked(
            Asked(tuple(submitters), topic, context, cs, amended, amendment),
            day,
            window=window,
            dossier=dossier,
        )
        return tuple(candidate(found) for found in ranked[:LISTED])

    def ranked(
        self, asked: Asked, day: When, *, window: Period | None = None, dossier: str | None = None
    ) -> list[Fit]:
        """The fits behind ``motions``: versions of one motion count once, as the last of them."""
        words = terms(asked.topic or asked.context or "")
        topic = Topic(words, self._weights.__getitem__) if words else None
        wanted = Wanted(topic, len(asked.submitters), asked.cs, asked.topic is None)
        kind = "Amendement" if asked.amendment else "Motie"
        within = window or Period(None, periods.days(day).end)
        found = self._by_names(asked.submitters, within) if asked.submitters else (
            self._by_words(words)
        )
        fits = [
            fit(entry, places, wanted)
            for entry, places in found
            if entry.kind == kind
            and dossier in (None, entry.dossier)
            and periods.distance(within, entry.day) == 0
        ]
        fits.sort(key=lambda f: (-f.score, -f.names, f.entry.zaak))
        return self._versions(fits, within.end)

    def _versions(self, fits: Sequence[Fit], until: date | None) -> list[Fit]:
        """The fits with the versions of one motion as one: the last, as good as the best of them.

        Only the first need it: what stands far down is never looked at.
        """
        best: dict[str, Fit] = {}
        for found in fits[:_LOOKED_AT]:
            last = self.last_version(found.entry, until)
            best.setdefault(last.zaak, Fit(last, found.names, found.topic))
        return list(best.values())

    def last_version(self, entry: Entry, until: date | None) -> Entry:
        """The motion that took the place of ``entry`` (t.v.v.) by then; itself where none did."""
        for _ in range(_VERSIONS):
            later = self.entry(entry.replaced_by) if entry.replaced_by else None
            if later is None or (until is not None and later.day > until):
                break
            entry = later
        return entry

    def letters(
        self,
        *,
        day: When,
        topic: str | None = None,
        context: str | None = None,
        dossier: str | None = None,
    ) -> tuple[Candidate, ...]:
        """The letters of the government of that day (or period), the best fit first."""
        ranked = self.ranked_letters(topic, context, day, dossier=dossier)
        return tuple(candidate(found) for found in ranked[:LISTED])

    def ranked_letters(
        self, topic: str | None, context: str | None, day: When, *, dossier: str | None = None
    ) -> list[Fit]:
        """The fits behind ``letters``."""
        words = Topic(terms(topic or context or ""), self._weights.__getitem__)
        wanted = Wanted(words, loose=topic is None)
        fits = [
            fit(entry, (), wanted)
            for entry in self._on(periods.days(day), "Brief regering")
            if dossier in (None, entry.dossier)
        ]
        return sorted(fits, key=lambda f: (-f.score, f.entry.zaak))

    def _by_names(
        self, names: Sequence[str], window: Period
    ) -> Iterator[tuple[Entry, tuple[int, ...]]]:
        """The entries that have all names among their submitters, with their places."""
        each = [self._submitted(keys(name, window)) for name in names]
        least = min(each, key=len)
        for zaak in least:
            if all(zaak in own for own in each):
                yield least[zaak][0], tuple(own[zaak][1] for own in each)

    def _submitted(self, names: Sequence[str]) -> dict[str, tuple[Entry, int]]:
        """The entries of whoever has one of these keys, with the place in the list, by case."""
        if len(names) == 1:
            return self._kept_rows(names[0])
        found: dict[str, tuple[Entry, int]] = {}
        for name in names:
            found.update(self._kept_rows(name))
        return found

    def _kept_rows(self, name: str) -> dict[str, tuple[Entry, int]]:
        rows = self._kept.get(name)
        if rows is None:
            if len(self._kept) >= _KEPT:
                self._kept.pop(next(iter(self._kept)))
            query = f"""SELECT {_COLUMNS}, s.place FROM submitter s JOIN zaak z ON z.id = s.zaak
              WHERE s.name = ? ORDER BY z.number"""
            found = self._db.execute(query, (name,))
            rows = self._kept[name] = {row[0]: (_entry(row[:-1]), row[-1]) for row in found}
        return rows

    def _by_words(self, words: Sequence[str]) -> Iterator[tuple[Entry, tuple[int, ...]]]:
        """The entries that share the rarest of ``words``, through the full-text index."""
        telling = [word for word in words if self._weights[word] >= self._weights.telling]
        telling.sort(key=self._weights.__getitem__, reverse=True)
        if telling:
            match = " OR ".join(f'"{word}"' for word in telling[:6])
            where = """WHERE z.id IN (SELECT rowid FROM topic WHERE topic MATCH ?
              ORDER BY rank LIMIT 400) ORDER BY z.number"""
            for entry in self._entries(where, match):
                yield entry, ()

    def _on(self, window: Period, kind: str) -> Iterator[Entry]:
        """The cases of a kind within the window."""
        first, last = window.start or date.min, window.end or date.max
        where = "WHERE z.kind = ? AND z.day BETWEEN ? AND ? ORDER BY z.number"
        return self._entries(where, kind, first.isoformat(), last.isoformat())

    def _entries(self, where: str, *values: Any) -> Iterator[Entry]:
        return map(_entry, self._db.execute(f"SELECT {_COLUMNS} FROM zaak z {where}", values))


class _Weights(dict[str, float]):
    """How much each stem tells: the rarer, the more (its inverse document frequency)."""

    def __init__(self, one: Callable[..., Any]) -> None:
        super().__init__()
        self._one = one
        self._size = one("SELECT count(*) FROM zaak") or 0
        self.telling = math.log((self._size + 1) / (max(_COMMON, self._size / _COMMON) + 1))

    def __missing__(self, word: str) -> float:
        count = self._one("SELECT count FROM term WHERE term = ?", word) or 0
        weight = self[word] = math.log((self._size + 1) / (count + 1))
        return weight


def _entry(row: Sequence[Any]) -> Entry:
    number, kind, day, volgnummer, title, dossier, amended, cs, submitters, words, later = row
    return Entry(
        number,
        kind,
        date.fromisoformat(day),
        volgnummer,
        title,
        dossier,
        bool(amended),
        bool(cs),
        tuple(submitters.split(";")) if submitters else (),
        tuple(words.split()),
        later,
    )
