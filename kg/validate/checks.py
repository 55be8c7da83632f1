"""The constraints of SHACL that the shapes use, each as a check on one value."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

import pyoxigraph as ox

from kg.errors import GraphError
from kg.vocabulary import PREFIXES, text_of

Kinds = Mapping[str, frozenset[str]]  # the classes of each thing
Values = Mapping[str, list[object]]  # what is said of one thing, by predicate
Check = Callable[[object, Values, Kinds], bool]  # whether a value breaks the rule

#: The shapes, as they ship.
FILE = "ontology/shapes.ttl"
NONE: frozenset[str] = frozenset()
_SH, _XSD = PREFIXES["sh"], PREFIXES["xsd"]
_LEXICAL = {
    _XSD + "integer": re.compile(r"[+-]?[0-9]+\Z"),
    _XSD + "decimal": re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)\Z"),
    _XSD + "boolean": re.compile(r"(?:true|false|0|1)\Z"),
}


def _datatype(parameter: object) -> Check:
    wanted = text_of(parameter)
    pattern = _LEXICAL.get(wanted)

    def check(value: object, values: Values, kinds: Kinds) -> bool:
        if not isinstance(value, ox.Literal) or value.datatype != parameter:
            return True
        if wanted == _XSD + "date":  # 2022-13-45 is none
            return not isinstance(_number(value), date)
        return pattern is not None and pattern.match(value.value) is None

    return check


def _number(value: object) -> Decimal | date | None:
    """A value that can be compared, or ``None``."""
    if not isinstance(value, ox.Literal):
        return None
    try:
        if value.datatype.value == _XSD + "date":
            return date.fromisoformat(value.value) if len(value.value) == 10 else None
        if value.datatype.value in _LEXICAL:
            return Decimal(value.value)
    except (ValueError, InvalidOperation):
        return None
    return None


def _bound(parameter: object, fits: Callable[[Decimal, Decimal], bool]) -> Check:
    limit = Decimal(text_of(parameter))

    def check(value: object, values: Values, kinds: Kinds) -> bool:
        number = _number(value)
        return not isinstance(number, Decimal) or not fits(number, limit)

    return check


def _before(parameter: object, fits: Callable[[Any, Any], bool]) -> Check:
    path = text_of(parameter)

    def check(value: object, values: Values, kinds: Kinds) -> bool:
        return any(not _compares(value, other, fits) for other in values.get(path, ()))

    return check


def _compares(one: object, other: object, fits: Callable[[Any, Any], bool]) -> bool:
    first, second = _number(one), _number(other)
    return first is not None and type(first) is type(second) and fits(first, second)


def _node_kind(parameter: object) -> Check:
    if text_of(parameter) != _SH + "IRI":
        raise GraphError(FILE, f"{parameter} is not known", "teach it to kg/validate/checks.py")
    return lambda value, values, kinds: not isinstance(value, ox.NamedNode)


def _class(parameter: object) -> Check:
    wanted = text_of(parameter)
    return lambda value, values, kinds: wanted not in kinds.get(text_of(value), NONE)


def _least_length(parameter: object) -> Check:
    least = int(text_of(parameter))
    return lambda value, values, kinds: len(text_of(value)) < least


def _pattern(parameter: object) -> Check:
    pattern = re.compile(text_of(parameter))
    return lambda value, values, kinds: pattern.search(text_of(value)) is None


CHECKS: Mapping[str, Callable[[object], Check]] = {
    "class": _class,
    "datatype": _datatype,
    "lessThan": lambda each: _before(each, lambda one, other: one < other),
    "lessThanOrEquals": lambda each: _before(each, lambda one, other: one <= other),
    "maxInclusive": lambda each: _bound(each, lambda number, limit: number <= limit),
    "minInclusive": lambda each: _bound(each, lambda number, limit: number >= limit),
    "minLength": _least_length,
    "nodeKind": _node_kind,
    "pattern": _pattern,
}
