"""Checks the authority tables as a whole: what one row cannot show.

Run by a test, so that a wrong row never ships. Every problem names its file and line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from kg import data
from kg.authority import tables
from kg.authority.names import fold
from kg.authority.tables import Row
from kg.errors import AuthorityError
from kg.model import Period

# Each table: its columns, the key it is sorted by, its period.
_TABLES: dict[str, tuple[Sequence[str], tuple[str, ...], tuple[str, str] | None]] = {
    "agreements": (tables.AGREEMENTS, ("date",), None),
    "cabinets": (tables.CABINETS, ("from",), ("from", "to")),
    "chambers": (tables.CHAMBERS, ("chamber_id",), None),
    "members": (tables.MEMBERS, ("person_id", "from", "chamber"), ("from", "to")),
    "ministries": (tables.MINISTRIES, ("ministry_id",), ("valid_from", "valid_to")),
    "motions": (tables.MOTIONS, ("zaak",), None),
    "name_variants": (tables.NAME_VARIANTS, ("printed", "person_id"), ("from", "to")),
    "namesakes": (tables.NAMESAKES, ("name", "first", "second"), None),
    "offices": (tables.OFFICES, ("office_id",), None),
    "parties": (tables.PARTIES, ("party",), None),
    "persons": (tables.PERSONS, ("person_id",), None),
    "programmes": (tables.PROGRAMMES, ("programme_id",), None),
    "tenures": (tables.TENURES, ("office_id", "from", "person_id"), ("from", "to")),
    "tooi": (tables.TOOI, ("iri", "valid_from"), ("valid_from", "valid_to")),
}
# Column of one table, and the column of another in which its values must exist.
_REFERENCES = (
    ("tenures", "office_id", "offices", "office_id"),
    ("tenures", "person_id", "persons", "person_id"),
    ("tenures", "cabinet_id", "cabinets", "cabinet_id"),
    ("agreements", "cabinet_id", "cabinets", "cabinet_id"),
    ("members", "person_id", "persons", "person_id"),
    ("members", "chamber", "chambers", "chamber_id"),
    ("name_variants", "person_id", "persons", "person_id"),
    ("namesakes", "first", "persons", "person_id"),
    ("namesakes", "second", "persons", "person_id"),
    ("offices", "ministry", "ministries", "abbreviation"),
    ("parties", "merged_into", "parties", "party"),
    ("programmes", "ministry", "ministries", "abbreviation"),
    ("ministries", "successor_id", "ministries", "ministry_id"),
    ("ministries", "tooi", "tooi", "iri"),
    ("chambers", "tooi", "tooi", "iri"),
)
_ONE_KEY = {"cabinets": "cabinet_id", "motions": "zaak", "offices": "office_id"} | {
    "persons": "person_id",
    "programmes": "programme_id",
    "parties": "party",
    "ministries": "ministry_id",
    "chambers": "chamber_id",
    "agreements": "agreement_id",
}

Rows = dict[str, list[Row]]


def lint(folder: Path | None = None) -> tuple[str, ...]:
    """Every problem in the tables of ``folder`` (those that ship by default), in order.

    >>> lint()
    ()
    """
    rows: Rows = {}
    problems: list[str] = []
    for name, (columns, _, _) in _TABLES.items():
        file = (folder or data.path("authority")) / f"{name}.csv"
        try:
            rows[name] = list(tables.read_table(file, columns))
        except (AuthorityError, OSError) as error:
            problems.append(str(error))
    if problems:
        return tuple(problems)
    checks: tuple[Callable[[Rows], Iterator[str]], ...] = (
        _sorted,
        _sources,
        _periods,
        _unique,
        _references,
        _holders,
        _seats,
        _namesakes,
        _names,
    )
    return tuple(problem for check in checks for problem in check(rows))


def _sorted(rows: Rows) -> Iterator[str]:
    for name, (_, key, _) in _TABLES.items():
        for before, after in zip(rows[name], rows[name][1:]):
            if [after.cells[k] for k in key] < [before.cells[k] for k in key]:
                yield f"{after.place}: not sorted by {', '.join(key)}"


def _sources(rows: Rows) -> Iterator[str]:
    for row in _all(rows):
        if not row.cells["source"].strip():
            yield f"{row.place}: source is empty"
        if any(cell != cell.strip() for cell in row.cells.values()):
            yield f"{row.place}: a cell begins or ends with white space"


def _periods(rows: Rows) -> Iterator[str]:
    for name, (_, _, period) in _TABLES.items():
        for row in rows[name]:
            try:
                if period is not None:
                    row.period(*period)
                if name == "offices":
                    row.periods("periods")
                if name == "programmes":
                    row.number("start_year")
            except AuthorityError as error:
                yield str(error)


def _unique(rows: Rows) -> Iterator[str]:
    for name, column in _ONE_KEY.items():
        seen: dict[str, str] = {}
        for row in rows[name]:
            first = seen.setdefault(row.cells[column], row.place)
            if first != row.place:
                yield f"{row.place}: {row.cells[column]} again, as in {first}"


def _references(rows: Rows) -> Iterator[str]:
    for name, column, other, target in _REFERENCES:
        known = {row.cells[target] for row in rows[other]}
        for row in rows[name]:
            value = row.cells[column]
            if value and value not in known:
                yield f"{row.place}: {column} {value} is not in {other}.csv"


def _holders(rows: Rows) -> Iterator[str]:
    """No two who are not acting hold one post on one day; the day of handover may be shared."""
    yield from _overlaps(
        [row for row in rows["tenures"] if not row.cells["acting"]], ("office_id",), "post"
    )
    posts = {row.cells["office_id"]: row for row in rows["offices"]}
    for row in rows["tenures"]:
        post = posts.get(row.cells["office_id"])
        period = _period(row)
        if post and period and not any(_within(period, own) for own in post.periods("periods")):
            yield f"{row.place}: outside the periods of {post.cells['office_id']}"


def _seats(rows: Rows) -> Iterator[str]:
    """Nobody sits in one chamber twice at one time."""
    yield from _overlaps(rows["members"], ("person_id", "chamber"), "seat")


def _overlaps(rows: Iterable[Row], columns: Sequence[str], what: str) -> Iterator[str]:
    held: dict[tuple[str, ...], list[tuple[Period, Row]]] = {}
    for row in rows:
        period = _period(row)
        if period is None:
            continue
        earlier = held.setdefault(tuple(row.cells[c] for c in columns), [])
        for other, first in earlier:
            if _shared_days(period, other) > 1:
                yield f"{row.place}: the same {what} at the same time as {first.place}"
        earlier.append((period, row))


def _namesakes(rows: Rows) -> Iterator[str]:
    """Two who sat at one time under one name are declared, so that nobody is taken by surprise."""
    declared = {tuple(row.cells[c] for c in ("first", "second")) for row in rows["namesakes"]}
    names = {row.cells["person_id"]: fold(row.cells["family_name"]) for row in rows["persons"]}
    by_name: dict[str, list[tuple[Period, Row]]] = {}
    for row in rows["members"]:
        period = _period(row)
        if period is None or row.cells["chamber"] != "TK":
            continue
        earlier = by_name.setdefault(names.get(row.cells["person_id"], ""), [])
        for other, first in earlier:
            pair = tuple(sorted((row.cells["person_id"], first.cells["person_id"])))
            if len(set(pair)) == 2 and _shared_days(period, other) and pair not in declared:
                yield f"{row.place}: {' and '.join(pair)} bear one name at one time, undeclared"
        earlier.append((period, row))


def _names(rows: Rows) -> Iterator[str]:
    """One name names one programme, and one party."""
    for table, column in (("programmes", "name"), ("parties", "party")):
        seen: dict[str, Row] = {}
        for row in rows[table]:
            aliases = row.cells["aliases"].casefold().split(";")
            names = {alias.removeprefix("=").removesuffix("?") for alias in aliases}
            for name in {row.cells[column].casefold(), *names}:
                first = seen.setdefault(name, row) if name else row
                if first is not row:
                    yield f"{row.place}: {name!r} is also a name in {first.place}"


def _all(rows: Rows) -> Iterator[Row]:
    for name in _TABLES:
        yield from rows[name]


def _period(row: Row) -> Period | None:
    """The period of a row; ``None`` where it is wrong, which another check tells."""
    try:
        return row.period() if "from" in row.cells else row.period("valid_from", "valid_to")
    except AuthorityError:
        return None


def _ends(period: Period) -> tuple[date, date]:
    return period.start or date.min, period.end or date.max


def _shared_days(one: Period, other: Period) -> int:
    start = max(_ends(one)[0], _ends(other)[0])
    end = min(_ends(one)[1], _ends(other)[1])
    return max(0, (end - start).days + 1)


def _within(inner: Period, outer: Period) -> bool:
    return _ends(outer)[0] <= _ends(inner)[0] and _ends(inner)[1] <= _ends(outer)[1]
