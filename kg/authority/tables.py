"""Reads the CSV tables row by row; a row that breaks its rules is named by file and line.

Cells are text; a list is separated by semicolons, a date is ISO, an empty cell is ``None``.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kg.errors import AuthorityError
from kg.model import Period


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: ``place`` is its file and line, ``cells`` its text by column."""

    place: str
    cells: Mapping[str, str]

    def text(self, column: str) -> str:
        """The text of a cell that may not be empty; raises ``AuthorityError``.

        >>> Row("posts.csv:2", {"title": "MP"}).text("title")
        'MP'
        """
        value = self.cells[column]
        if not value:
            raise AuthorityError(self.place, f"{column} is empty")
        return value

    def maybe(self, column: str) -> str | None:
        """The text of a cell, ``None`` when it is empty.

        >>> Row("posts.csv:2", {"note": ""}).maybe("note") is None
        True
        """
        return self.cells[column] or None

    def names(self, column: str) -> tuple[str, ...]:
        """The parts of a cell that holds a list.

        >>> Row("posts.csv:2", {"aliases": "MP;premier"}).names("aliases")
        ('MP', 'premier')
        """
        return tuple(part for part in self.cells[column].split(";") if part)

    def day(self, column: str) -> date | None:
        """The date of a cell, ``None`` when it is empty; raises ``AuthorityError``.

        >>> Row("cabinets.csv:2", {"from": "2022-01-10"}).day("from")
        datetime.date(2022, 1, 10)
        """
        return self._date(column, self.cells[column])

    def on(self, column: str) -> date:
        """The date of a cell that may not be empty; raises ``AuthorityError``.

        >>> Row("agreements.csv:2", {"date": "2021-12-15"}).on("date")
        datetime.date(2021, 12, 15)
        """
        day = self._date(column, self.text(column))
        assert day is not None  # the text is not empty
        return day

    def number(self, column: str) -> int | None:
        """The whole number of a cell, ``None`` when it is empty; raises ``AuthorityError``.

        >>> Row("programmes.csv:2", {"start_year": "2018"}).number("start_year")
        2018
        """
        value = self.cells[column]
        if not value:
            return None
        if not (value.isascii() and value.isdigit()):
            raise AuthorityError(self.place, f"{column} {value!r} is not a whole number")
        return int(value)

    def period(self, start: str = "from", end: str = "to") -> Period:
        """The period of two cells, both days inclusive; raises ``AuthorityError``.

        >>> Row("tenures.csv:41", {"from": "2024-07-02", "to": "2023-07-01"}).period()
        Traceback (most recent call last):
            ...
        kg.errors.AuthorityError: tenures.csv:41: to 2023-07-01 precedes from 2024-07-02
        """
        return self._period(self.day(start), self.day(end), start, end)

    def periods(self, column: str) -> tuple[Period, ...]:
        """The periods of a cell such as ``2003-05-27/2006-07-07;2007-02-22/``.

        >>> len(Row("offices.csv:2", {"periods": "2003-05-27/2006-07-07;2007-02-22/"})
        ...     .periods("periods"))
        2
        """
        ends = (part.partition("/") for part in self.names(column))
        return tuple(
            self._period(self._date(column, start), self._date(column, end), column, column)
            for start, _, end in ends
        )

    def _date(self, column: str, value: str) -> date | None:
        try:
            return date.fromisoformat(value) if value else None
        except ValueError:
            remedy = "write it as 2022-01-31"
            raise AuthorityError(self.place, f"{column} {value!r} is no date", remedy) from None

    def _period(self, start: date | None, end: date | None, first: str, last: str) -> Period:
        if start is not None and end is not None and end < start:
            raise AuthorityError(self.place, f"{last} {end} precedes {first} {start}")
        return Period(start, end)


def read_table(file: Path, columns: Sequence[str]) -> Iterator[Row]:
    """The rows of ``file``, whose heading must be ``columns``; raises ``AuthorityError``.

    >>> from kg.data import path
    >>> next(read_table(path("authority/chambers.csv"), CHAMBERS)).text("chamber_id")
    'EK'
    """
    name = f"{file.parent.name}/{file.name}"
    with file.open(encoding="utf-8", newline="") as lines:
        reader = csv.reader(lines, strict=True)
        heading = next(reader, [])
        if heading != list(columns):
            raise AuthorityError(f"{name}:1", f"the heading is not {','.join(columns)}")
        for cells in reader:
            place = f"{name}:{reader.line_num}"
            if len(cells) != len(heading):
                raise AuthorityError(place, f"{len(cells)} cells under {len(heading)} columns")
            yield Row(place, dict(zip(heading, cells, strict=True)))


MINISTRIES = (
    *("ministry_id", "abbreviation", "name", "valid_from", "valid_to", "tooi", "successor_id"),
    *("budget_chapter", "aliases", "source"),
)
CHAMBERS = ("chamber_id", "name", "aliases", "tooi", "source")
TOOI = ("iri", "name", "valid_from", "valid_to", "source")
CABINETS = (
    *("cabinet_id", "name", "aliases", "from", "to", "parties", "prime_minister", "wikidata"),
    *("note", "source"),
)
OFFICES = ("office_id", "role", "title", "ministry", "periods", "aliases", "source")
TENURES = (
    *("office_id", "person_id", "from", "to", "acting", "party", "cabinet_id", "source"),
    *("confidence", "note"),
)
PERSONS = (
    *("person_id", "full_name", "given", "family_name", "other_names", "initials", "wikidata"),
    *("tk_guid", "pdc_id", "source"),
)
MEMBERS = ("person_id", "chamber", "party", "from", "to", "source", "confidence")
PARTIES = ("party", "aliases", "merged_into", "source")
NAME_VARIANTS = ("printed", "person_id", "kind", "count", "from", "to", "source")
PROGRAMMES = (
    *("programme_id", "name", "aliases", "ministry", "kind", "start_year", "start_year_check"),
    *("first_seen", "last_seen", "source", "confidence"),
)
AGREEMENTS = ("agreement_id", "word", "name", "cabinet_id", "date", "source", "confidence")
NAMESAKES = ("name", "first", "second", "context", "told_apart", "source")
MOTIONS = ("zaak", "document", "kst", "date", "submitters", "title", "topics", "source")
