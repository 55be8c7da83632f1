"""Puts an answer in its order here, instead of in the engine.

The engine looks every term up anew for each comparison, in the store on disk: some thirty thousand
rows take it half a minute to order, and here a second. Only what is certain to come out as it
would there is done here; for all else :func:`arranged` gives ``None``, and the engine orders.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pyoxigraph as ox

from kg.query.lexer import Token, tokens
from kg.query.result import Row, Term
from kg.rdf import XSD
from kg.vocabulary import PREFIXES

#: More rows than these are left to the engine, which holds them in less memory.
MOST = 200_000

_TEXTS = {XSD + "string", PREFIXES["rdf"] + "langString"}
_WHOLE = {XSD + name for name in ("integer", "int", "long", "nonNegativeInteger")}
_PARTS = {XSD + "decimal", XSD + "double", XSD + "float"}
_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")
_NONE, _BLANK, _IRI, _LITERAL = range(4)

Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """A query without its order, and that order: variables with whether they run downwards."""

    query: str
    by: tuple[tuple[str, bool], ...]
    first: int = 0
    most: int | None = None


def order_of(query: str) -> Order | None:
    """The order a SELECT ends with, where that is one of plain variables.

    >>> order_of("SELECT * { ?a ?b ?c } ORDER BY DESC(?a) ?b LIMIT 7")
    Order(query='SELECT * { ?a ?b ?c } ', by=(('a', True), ('b', False)), first=0, most=7)
    >>> order_of("SELECT * { ?a ?b ?c } ORDER BY STR(?a)") is None
    True
    """
    found = list(tokens(query))
    closed = max((at for at, token in enumerate(found) if token.text == "}"), default=-1)
    start = next((at for at in range(closed + 1, len(found)) if found[at].upper == "ORDER"), None)
    if start is None or [token.upper for token in found[start + 1 : start + 2]] != ["BY"]:
        return None
    by, rest = _keys(found[start + 2 :])
    limits = [token.upper for token in rest]
    if not by or len(limits) not in (0, 2, 4) or not all(each.isdecimal() for each in limits[1::2]):
        return None
    asked = dict(zip(limits[::2], map(int, limits[1::2]), strict=True))
    if len(asked) * 2 != len(limits) or not set(asked) <= {"LIMIT", "OFFSET"}:
        return None
    return Order(query[: found[start].start], by, asked.get("OFFSET", 0), asked.get("LIMIT"))


def _keys(found: Sequence[Token]) -> tuple[tuple[tuple[str, bool], ...], Sequence[Token]]:
    """The variables to order by, and the tokens behind them."""
    by: list[tuple[str, bool]] = []
    while found:
        if found[0].kind == "variable":
            by.append((found[0].text[1:], False))
            found = found[1:]
        elif found[0].upper in ("ASC", "DESC") and len(found) > 3 and found[2].kind == "variable" \
                and (found[1].text, found[3].text) == ("(", ")"):  # fmt: skip
            by.append((found[2].text[1:], found[0].upper == "DESC"))
            found = found[4:]
        else:
            break
    return tuple(by), found


def arranged(rows: list[Row], columns: Sequence[str], order: Order) -> list[Row] | None:
    """The rows in their order, those that are asked for; ``None`` where the engine must do it.

    What the order leaves open is settled by the whole row, so that every store gives the same.
    """
    rows = sorted(rows, key=lambda row: [str(term) for term in row])
    for name, downwards in reversed(order.by):
        at = columns.index(name)
        key = _comparable([row[at] for row in rows])
        if key is None:
            return None
        keys = {number: key(row[at]) for number, row in enumerate(rows)}
        rows = [rows[number] for number in sorted(keys, key=keys.__getitem__, reverse=downwards)]
    end = None if order.most is None else order.first + order.most
    return rows[order.first : end]


def _comparable(terms: Sequence[Term | None]) -> Callable[[Term | None], Key] | None:
    """What the terms of one column are compared by; ``None`` where only the engine knows."""
    if any(isinstance(term, ox.Triple) for term in terms):
        return None
    literals = [term for term in terms if isinstance(term, ox.Literal)]
    kinds = {literal.datatype.value for literal in literals}
    if kinds <= _TEXTS:
        return lambda term: _key(term, _text)
    if kinds <= _WHOLE | _PARTS:
        try:
            return None if any(map(_odd, literals)) else lambda term: _key(term, _number)
        except (ValueError, ArithmeticError):
            return None
    days = kinds == {XSD + "date"} and all(_DAY.match(literal.value) for literal in literals)
    return (lambda term: _key(term, _text)) if days else None


def _key(term: Term | None, value: Callable[[ox.Literal], Any]) -> Key:
    if term is None:
        return (_NONE,)
    if isinstance(term, ox.Literal):
        return _LITERAL, value(term)
    assert isinstance(term, (ox.NamedNode, ox.BlankNode))
    return (_IRI if isinstance(term, ox.NamedNode) else _BLANK), term.value


def _text(literal: ox.Literal) -> tuple[str, str, str]:
    return literal.value, literal.datatype.value, literal.language or ""


def _number(literal: ox.Literal) -> int | Decimal:
    return int(literal.value) if literal.datatype.value in _WHOLE else Decimal(literal.value)


def _odd(literal: ox.Literal) -> bool:
    """Whether a number is none that all engines compare alike."""
    return not math.isfinite(_number(literal)) or len(literal.value) > 15
