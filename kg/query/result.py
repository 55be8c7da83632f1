"""The answer to a query."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import QueryError
from kg.rdf import XSD
from kg.vocabulary import BASE

if TYPE_CHECKING:
    import pandas

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Value = str | int | float | bool | date | None
Row = tuple[Term | None, ...]

_INTEGERS = {XSD + name for name in ("integer", "int", "long", "nonNegativeInteger")}
_FLOATS = {XSD + name for name in ("decimal", "double", "float")}


@dataclass(frozen=True, slots=True)
class Result:
    """The rows of a SELECT, the truth of an ASK, or the triples of a CONSTRUCT or DESCRIBE.

    ``form`` tells which (``SELECT``, ``ASK``, ``CONSTRUCT``); ``terms`` are the rows as RDF terms.
    """

    form: str
    columns: tuple[str, ...] = ()
    terms: tuple[Row, ...] = ()
    truth: bool | None = None
    triples: tuple[ox.Triple, ...] = ()
    base: str = BASE

    @property
    def rows(self) -> tuple[tuple[Value, ...], ...]:
        """The rows as Python values: IRIs and texts as ``str``, numbers, dates, ``None``."""
        return tuple(tuple(value_of(term) for term in row) for row in self.terms)

    def __iter__(self) -> Iterator[dict[str, Value]]:
        for row in self.rows:
            yield dict(zip(self.columns, row, strict=True))

    def __len__(self) -> int:
        return len(self.triples) if self.form == "CONSTRUCT" else len(self.terms)

    def __bool__(self) -> bool:
        return self.truth if self.truth is not None else len(self) > 0

    def to_dataframe(self) -> pandas.DataFrame:
        """The rows as a :class:`pandas.DataFrame`; raises ``QueryError`` without pandas."""
        try:
            import pandas
        except ImportError:
            raise QueryError(
                "to_dataframe", "pandas is not installed", "run: pip install pandas"
            ) from None
        return pandas.DataFrame(self.rows, columns=list(self.columns))

    def to(self, format: str = "table", *, width: int | None = None) -> bytes:
        """The answer in one of :data:`kg.query.formats.NAMES`, as UTF-8.

        ``width`` narrows the table to a terminal. Raises ``QueryError`` for a format that does not
        fit the answer.
        """
        from kg.query import formats

        return formats.write(self, format, width=width)


def value_of(term: Term | None) -> Value:
    """One term as a Python value.

    >>> value_of(ox.Literal(7)), value_of(ox.NamedNode("https://example.org/"))
    (7, 'https://example.org/')
    """
    if term is None or isinstance(term, ox.NamedNode):
        return None if term is None else term.value
    if not isinstance(term, ox.Literal):
        return str(term)
    datatype = term.datatype.value
    try:
        if datatype in _INTEGERS:
            return int(term.value)
        if datatype in _FLOATS:
            return float(term.value)
        if datatype == XSD + "date":
            return date.fromisoformat(term.value)
    except ValueError:
        return term.value
    if datatype == XSD + "boolean":
        return term.value in ("true", "1")
    return term.value
