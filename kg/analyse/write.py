"""Tables for people and for programs.

People get titles, headings, kinds and remarks in their language and no IRIs; CSV and JSON have the
same names whatever the language, plain numbers, and every IRI.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence

from kg.analyse.table import Table, Value
from kg.analyse.words import decimal, heading, remarks, shown, title
from kg.errors import InputError
from kg.shown import aligned, one_line

_TO_THE_RIGHT = ("count", "number", "share")


#: The formats, with the ends of their files' names.
SUFFIXES = {"table": ".txt", "csv": ".csv", "json": ".json"}


def write(
    tables: Sequence[Table], format: str, language: str, *, width: int | None = None
) -> str:
    """The tables in a format of :data:`SUFFIXES`.

    Raises ``InputError`` for an unknown format and for several tables as CSV, for each has columns
    of its own.
    """
    if format == "table":
        return "\n\n".join(as_table(table, language, width=width) for table in tables)
    if format == "json":
        return as_json(tables, language)
    if format != "csv":
        raise InputError(f"format {format}", "is not known", f"choose from {', '.join(SUFFIXES)}")
    if len(tables) != 1:
        names = ", ".join(table.name for table in tables)
        problem = f"cannot hold {len(tables)} tables ({names})"
        raise InputError("one CSV file", problem, "name one of them, or give --output DIR")
    return as_csv(tables[0])


def as_table(table: Table, language: str, *, width: int | None = None) -> str:
    """The title, the rows in aligned columns and the remarks, ending in a line break."""
    columns = [(at, each) for at, each in enumerate(table.columns) if each.form != "iri"]
    rows = [[heading(column, language) for _, column in columns]]
    rows += [
        [one_line(shown(row[at], column.form, language)) for at, column in columns]
        for row in table.rows
    ]
    right = [at for at, (_, column) in enumerate(columns) if column.form in _TO_THE_RIGHT]
    lines = aligned(rows, width=width, right=right) if len(table) else []
    parts = [title(table.name, language), "", *lines, *([""] if lines else []),
             *remarks(table, language)]  # fmt: skip
    return "\n".join(parts).rstrip() + "\n"


def as_csv(table: Table) -> str:
    """The rows as CSV under their headings; nothing for a value that is not known."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows([[_plain(value) for value in row] for row in table.rows])
    return text.getvalue()


def as_json(tables: Sequence[Table], language: str) -> str:
    """The tables as one JSON object by name: title, rows and remarks."""
    found = {table.name: _object(table, language) for table in tables}
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _object(table: Table, language: str) -> dict[str, object]:
    names = [column.name for column in table.columns]
    return {
        "title": title(table.name, language),
        "rows": [dict(zip(names, row, strict=True)) for row in table.rows],
        "notes": [
            {"note": note.name, **dict(note.values)} for note in table.notes
        ],
        "remarks": list(remarks(table, language)),
    }


def _plain(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return decimal(value) if isinstance(value, float) else str(value)
