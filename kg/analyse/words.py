"""The words of the tables in Dutch and English, from ``words.csv``."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from kg.analyse.table import Column, Note, Table, Value
from kg.vocabulary import label

LANGUAGES = ("nl", "en")


def title(name: str, language: str) -> str:
    """The title of a table.

    >>> title("most-cited", "nl")
    'Meest aangehaald'
    """
    return _word("title", name, language)


def heading(column: Column, language: str) -> str:
    """The heading of a column.

    >>> heading(Column("open_share", "share"), "en")
    'not fulfilled'
    """
    return _word("column", column.name, language)


def remark(note: Note, language: str) -> str:
    """A remark as a sentence.

    >>> remark(Note("few", (("n", 3), ("least", 10))), "en")
    'n = 3: too few (less than 10) to conclude anything from; read it as a list.'
    """
    values = {
        name: shown(value, "share" if name == "share" else "number", language)
        for name, value in note.values
    }
    return _word("note", note.name, language).format_map(values)


def remarks(table: Table, language: str) -> tuple[str, ...]:
    """All remarks under a table; that it is empty is the first."""
    notes = table.notes if len(table) else (Note("empty"), *table.notes)
    return tuple(remark(note, language) for note in notes)


def shown(value: Value, form: str, language: str) -> str:
    """One value as people read it.

    >>> shown(0.428571, "share", "nl"), shown(12.0, "number", "en"), shown(None, "text", "en")
    ('42,9 %', '12', '(not stated)')
    >>> shown("Letter", "term", "nl"), shown(True, "truth", "en")
    ('brief', 'yes')
    """
    if value is None:
        return _word("value", "none", language) if form in ("text", "term") else "–"
    if isinstance(value, bool):
        return _word("value", str(value).lower(), language)
    if isinstance(value, float):
        number = f"{value * 100:.1f} %" if form == "share" else decimal(value)
        return number.replace(".", ",") if language == "nl" else number
    return label(value, language) if form == "term" and isinstance(value, str) else str(value)


def decimal(value: float) -> str:
    """A number in no more than six decimals; below a thousandth in ten, for six tell little of it.

    >>> decimal(12.0), decimal(0.0386149), decimal(0.0000152084)
    ('12', '0.038615', '0.0000152084')
    """
    return f"{value:.{6 if abs(value) >= 0.001 else 10}f}".rstrip("0").rstrip(".")


def _word(kind: str, name: str, language: str) -> str:
    return _words()[kind, name][language]


@cache
def _words() -> Mapping[tuple[str, str], Mapping[str, str]]:
    text = (Path(__file__).parent / "words.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return MappingProxyType(
        {(row["kind"], row["name"]): {each: row[each] for each in LANGUAGES} for row in rows}
    )
