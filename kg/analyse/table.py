"""What an analysis gives: a table of numbers with what must be known to read them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.errors import InputError

if TYPE_CHECKING:
    import pandas

Value = str | int | float | bool | None
Row = tuple[Value, ...]

#: Fewer cases than this tell nothing about the others.
FEW = 10


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name and what stands in it.

    ``form`` is ``text``, ``iri`` (left out where people read), ``term`` (a name of the
    vocabulary), ``count``, ``number``, ``share`` (0 to 1), ``day`` or ``truth``.
    """

    name: str
    form: str = "text"


@dataclass(frozen=True, slots=True)
class Note:
    """A remark under a table: its name in ``words.csv`` and the values that go into it."""

    name: str
    values: tuple[tuple[str, Value], ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """The answer to one question; rows in a fixed order, ``None`` where a value is not known."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[Note, ...] = ()

    def __len__(self) -> int:
        return len(self.rows)

    def column(self, name: str) -> tuple[Value, ...]:
        """All values of one column.

        >>> columns = Column("kind"), Column("things")
        >>> Table("stats-nodes", columns, (("Letter", 7),)).column("things")
        (7,)
        """
        at = [column.name for column in self.columns].index(name)
        return tuple(row[at] for row in self.rows)

    def to(self, format: str = "table", *, language: str = "en", width: int | None = None) -> str:
        """The table as ``table``, ``csv`` or ``json``; ``language`` is ``nl`` or ``en``."""
        from kg.analyse.write import write

        return write((self,), format, language, width=width)

    def to_dataframe(self) -> pandas.DataFrame:
        """The rows as a :class:`pandas.DataFrame`; raises ``InputError`` without pandas."""
        try:
            import pandas
        except ImportError:
            remedy = "run: pip install pandas"
            raise InputError("to_dataframe", "pandas is not installed", remedy) from None
        return pandas.DataFrame(self.rows, columns=[column.name for column in self.columns])

    def first(self, most: int) -> Table:
        """The same table with no more than its first ``most`` rows."""
        return self if len(self.rows) <= most else replace(self, rows=self.rows[:most])

    def last(self, most: int) -> Table:
        """The same table with no more than its last ``most`` rows."""
        return self if len(self.rows) <= most else replace(self, rows=self.rows[-most:])


def note(name: str, **values: Value) -> Note:
    """A remark with its values.

    >>> note("few", n=3)
    Note(name='few', values=(('n', 3),))
    """
    return Note(name, tuple(values.items()))


def few(n: int) -> tuple[Note, ...]:
    """The remark that ``n`` cases are too few to conclude from, where they are; none of nothing.

    >>> few(3), few(300), few(0)
    ((Note(name='few', values=(('n', 3), ('least', 10))),), (), ())
    """
    return (note("few", n=n, least=FEW),) if 0 < n < FEW else ()


def share(part: int, whole: int) -> float | None:
    """The part as a share of the whole; ``None`` of nothing.

    >>> share(1, 3), share(0, 0)
    (0.333333, None)
    """
    return round(part / whole, 6) if whole else None
