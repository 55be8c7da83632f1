"""Checks a graph against the shapes of ``ontology/shapes.ttl``, in plain words.

The shapes are the one source of the rules. Here they are read into checks that go over the graph
once, thing by thing, which takes seconds where a SHACL engine takes minutes; only the rules in
SPARQL (every edge has its statement, every statement its edge) are asked of the store.
``engine="pyshacl"`` lets pySHACL read the same file as it is, and the tests hold the two equal. A
shape that uses anything this module does not know raises: no rule is passed over in silence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache

import pyoxigraph as ox

from kg import data
from kg.errors import GraphError
from kg.rdf import RdfGraph, to_rdflib
from kg.vocabulary import PREFIXES, shorten

_SH, _RDF, _XSD = PREFIXES["sh"], PREFIXES["rdf"], PREFIXES["xsd"]
_TYPE = ox.NamedNode(_RDF + "type")
_FILE = "ontology/shapes.ttl"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One place where a graph breaks a shape.

    ``node`` is the thing (with prefix), ``message`` what is wrong with it, ``remedy`` what to do,
    ``shape`` the shape it breaks, ``value`` the value at fault where there is one.
    """

    node: str
    message: str
    remedy: str
    shape: str
    value: str = ""

    def __str__(self) -> str:
        value = f" ({self.value})" if self.value else ""
        return f"{self.node} {self.message}{value}; {self.remedy}"


def validate(
    graph: RdfGraph, *, language: str = "en", engine: str = "own"
) -> tuple[Problem, ...]:
    """Every place where the graph breaks its shapes, in order; empty for a sound graph.

    ``language`` of the messages is ``nl`` or ``en``; ``engine`` is ``own`` or ``pyshacl``.

    >>> store = ox.Store()
    >>> store.load(b"<https://example.org/x> a <https://w3id.org/kamergraaf/def#Dossier> .",
    ...     ox.RdfFormat.TURTLE)
    >>> [str(problem) for problem in validate(RdfGraph(store))]
    ['https://example.org/x does not have exactly one name (rdfs:label); give it one']
    """
    broken = _by_pyshacl(graph) if engine == "pyshacl" else _by_checks(graph)
    return tuple(sorted({_problem(graph, language, *each) for each in broken}))


def report(problems: Iterable[Problem]) -> str:
    """The problems for people, one to a line; says so when there are none.

    >>> report(())
    'The graph fits its shapes.\\n'
    """
    lines = [f"{problem}\n" for problem in problems]
    return "".join(lines) or "The graph fits its shapes.\n"


# --- going over the graph ---------------------------------------------------------------------

_Broken = tuple[str, str, str]  # shape, node, value
_Kinds = Mapping[str, frozenset[str]]  # the classes of each thing
_Values = Mapping[str, list[object]]  # what is said of one thing, by predicate
_Check = Callable[[object, _Values, _Kinds], bool]  # whether a value breaks the rule


@dataclass(frozen=True, slots=True)
class Rule:
    """What one shape asks of a property's values, or of the thing itself where ``path`` is empty."""

    shape: str
    path: str
    least: int
    most: int | None
    checks: tuple[_Check, ...]


def _by_checks(graph: RdfGraph) -> Iterator[_Broken]:
    kinds = _kinds(graph)
    of_class, of_predicate, queries = rules()
    for subject, values in _things(graph):
        name = _text(subject)
        found = {rule.shape: rule for kind in kinds.get(name, ()) for rule in of_class.get(kind, ())}
        for predicate in values:
            found.update((rule.shape, rule) for rule in of_predicate.get(predicate, ()))
        for rule in found.values():
            yield from _breaks(rule, name, subject, values, kinds)
    for shape, query in queries:
        rows = graph.store.query(query)
        assert isinstance(rows, ox.QuerySolutions)
        for row in rows:
            yield shape, _text(row["this"]), _text(row["value"])


def _breaks(
    rule: Rule, name: str, subject: object, values: _Values, kinds: _Kinds
) -> Iterator[_Broken]:
    if not rule.path:
        if any(check(subject, values, kinds) for check in rule.checks):
            yield rule.shape, name, ""
        return
    given = values.get(rule.path, [])
    if len(given) < rule.least or (rule.most is not None and len(given) > rule.most):
        yield rule.shape, name, ""
    for value in given:
        if any(check(value, values, kinds) for check in rule.checks):
            yield rule.shape, name, _text(value)


def _things(graph: RdfGraph) -> Iterator[tuple[object, _Values]]:
    found = graph.store.query("SELECT DISTINCT ?s WHERE { ?s ?p ?o }")
    assert isinstance(found, ox.QuerySolutions)
    for subject in [row["s"] for row in found]:
        values: dict[str, list[object]] = {}
        for quad in graph.store.quads_for_pattern(subject, None, None):
            values.setdefault(quad.predicate.value, []).append(quad.object)
        yield subject, values


def _kinds(graph: RdfGraph) -> _Kinds:
    found: dict[str, frozenset[str]] = {}
    for quad in graph.store.quads_for_pattern(None, _TYPE, None):
        name = _text(quad.subject)
        found[name] = found.get(name, frozenset()) | {_text(quad.object)}
    return found


# --- reading the shapes -----------------------------------------------------------------------

_ABOUT = {"message", "property", "path", "sparql", "minCount", "maxCount"}
_TARGETS = {"targetClass": "?this a <{}> .", "targetSubjectsOf": "?this <{}> ?value ."}
_Rules = Mapping[str, tuple[Rule, ...]]


@cache
def rules() -> tuple[_Rules, _Rules, tuple[tuple[str, str], ...]]:
    """The rules by target class, those by target predicate, and the queries with their shapes."""
    return _Shapes().read()


class _Shapes:
    """The shapes file, read as a graph."""

    def __init__(self) -> None:
        self._store = ox.Store()
        self._store.load(path=str(data.path(_FILE)), format=ox.RdfFormat.TURTLE)

    def read(self) -> tuple[_Rules, _Rules, tuple[tuple[str, str], ...]]:
        """Everything the shapes ask."""
        by_target: dict[str, dict[str, tuple[Rule, ...]]] = {kind: {} for kind in _TARGETS}
        queries: list[tuple[str, str]] = []
        kind_of_shape = ox.NamedNode(_SH + "NodeShape")
        found = self._store.quads_for_pattern(None, _TYPE, kind_of_shape)
        for shape in sorted((quad.subject for quad in found), key=str):
            asked = tuple(self._rule(each) for each in (shape, *self._all(shape, "property")))
            for kind, targets in by_target.items():
                for target in map(_text, self._all(shape, kind)):
                    targets[target] = targets.get(target, ()) + asked
                    queries += self._queries(shape, _TARGETS[kind].format(target))
        return by_target["targetClass"], by_target["targetSubjectsOf"], tuple(queries)

    def _rule(self, shape: object) -> Rule:
        least, most = (self._all(shape, name) for name in ("minCount", "maxCount"))
        path = self._all(shape, "path")
        checks = [
            self._check(name, quad.object)
            for quad in sorted(self._quads(shape, None), key=str)
            if (name := quad.predicate.value.removeprefix(_SH)) not in {*_ABOUT, *_TARGETS}
            and quad.predicate.value.startswith(_SH)
        ]
        return Rule(
            _text(shape),
            _text(path[0]) if path else "",
            int(_text(least[0])) if least else 0,
            int(_text(most[0])) if most else None,
            tuple(checks),
        )

    def _check(self, name: str, parameter: object) -> _Check:
        if name == "in":
            allowed = set(self._members(parameter))
            return lambda value, values, kinds: value not in allowed
        if name == "or":
            choice = [_text(self._all(each, "class")[0]) for each in self._members(parameter)]
            return lambda value, values, kinds: kinds.get(_text(value), _NONE).isdisjoint(choice)
        if name not in _CHECKS:
            raise GraphError(_FILE, f"sh:{name} is not known", "teach it to kg/validate.py")
        return _CHECKS[name](parameter)

    def _queries(self, shape: object, target: str) -> Iterator[tuple[str, str]]:
        """The SPARQL rules of a shape, asked of every thing the shape is for."""
        spaces = "".join(f"PREFIX {name}: <{PREFIXES[name]}> " for name in ("kg", "rdf"))
        for constraint in self._all(shape, "sparql"):
            query = _text(self._all(constraint, "select")[0]).replace("$this", "?this")
            yield _text(constraint), spaces + query.replace("{", f"{{ {target} ", 1)

    def _members(self, head: object) -> list[object]:
        found = []
        while _text(head) != _RDF + "nil":
            first, rest = self._quads(head, _RDF + "first"), self._quads(head, _RDF + "rest")
            found.append(next(first).object)
            head = next(rest).object
        return found

    def _all(self, subject: object, name: str) -> list[object]:
        return sorted((quad.object for quad in self._quads(subject, _SH + name)), key=str)

    def _quads(self, subject: object, predicate: str | None) -> Iterator[ox.Quad]:
        assert isinstance(subject, (ox.NamedNode, ox.BlankNode))
        node = None if predicate is None else ox.NamedNode(predicate)
        return self._store.quads_for_pattern(subject, node, None)


# --- the constraints --------------------------------------------------------------------------

_NONE: frozenset[str] = frozenset()
_LEXICAL = {
    _XSD + "integer": re.compile(r"[+-]?[0-9]+\Z"),
    _XSD + "decimal": re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)\Z"),
    _XSD + "boolean": re.compile(r"(?:true|false|0|1)\Z"),
}


def _datatype(parameter: object) -> _Check:
    wanted = _text(parameter)

    def check(value: object, values: _Values, kinds: _Kinds) -> bool:
        if not isinstance(value, ox.Literal) or value.datatype.value != wanted:
            return True
        return not _well_formed(value.value, wanted)

    return check


def _well_formed(text: str, datatype: str) -> bool:
    """Whether the text is one of the datatype's: ``2022-13-45`` is no date."""
    if datatype == _XSD + "date":
        return isinstance(_number(ox.Literal(text, datatype=ox.NamedNode(datatype))), date)
    pattern = _LEXICAL.get(datatype)
    return pattern is None or pattern.match(text) is not None


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


def _bound(parameter: object, fits: Callable[[Decimal, Decimal], bool]) -> _Check:
    limit = Decimal(_text(parameter))

    def check(value: object, values: _Values, kinds: _Kinds) -> bool:
        number = _number(value)
        return not isinstance(number, Decimal) or not fits(number, limit)

    return check


def _before(parameter: object, fits: Callable[[object, object], bool]) -> _Check:
    path = _text(parameter)

    def check(value: object, values: _Values, kinds: _Kinds) -> bool:
        return any(not _compares(value, other, fits) for other in values.get(path, ()))

    return check


def _compares(one: object, other: object, fits: Callable[[object, object], bool]) -> bool:
    first, second = _number(one), _number(other)
    return first is not None and type(first) is type(second) and fits(first, second)


def _node_kind(parameter: object) -> _Check:
    if _text(parameter) != _SH + "IRI":
        raise GraphError(_FILE, f"{parameter} is not known", "teach it to kg/validate.py")
    return lambda value, values, kinds: not isinstance(value, ox.NamedNode)


def _class(parameter: object) -> _Check:
    wanted = _text(parameter)
    return lambda value, values, kinds: wanted not in kinds.get(_text(value), _NONE)


def _least_length(parameter: object) -> _Check:
    least = int(_text(parameter))
    return lambda value, values, kinds: len(_text(value)) < least


def _pattern(parameter: object) -> _Check:
    pattern = re.compile(_text(parameter))
    return lambda value, values, kinds: pattern.search(_text(value)) is None


_CHECKS: Mapping[str, Callable[[object], _Check]] = {
    "class": _class,
    "datatype": _datatype,
    "lessThan": lambda each: _before(each, lambda one, other: one < other),  # type: ignore[operator]
    "lessThanOrEquals": lambda each: _before(each, lambda one, other: one <= other),  # type: ignore[operator]
    "maxInclusive": lambda each: _bound(each, lambda number, limit: number <= limit),
    "minInclusive": lambda each: _bound(each, lambda number, limit: number >= limit),
    "minLength": _least_length,
    "nodeKind": _node_kind,
    "pattern": _pattern,
}


# --- asking pySHACL ---------------------------------------------------------------------------


def _by_pyshacl(graph: RdfGraph) -> Iterator[_Broken]:
    import pyshacl
    import rdflib

    shapes = rdflib.Graph().parse(str(data.path(_FILE)), format="turtle")
    _, found, _ = pyshacl.validate(to_rdflib(graph), shacl_graph=shapes, inference="none")
    sh = rdflib.Namespace(_SH)
    counts = (sh.MinCountConstraintComponent, sh.MaxCountConstraintComponent)
    for result in found.subjects(rdflib.RDF.type, sh.ValidationResult):
        shape = found.value(result, sh.sourceConstraint) or found.value(result, sh.sourceShape)
        value, node = found.value(result, sh.value), found.value(result, sh.focusNode)
        counted = found.value(result, sh.sourceConstraintComponent) in counts
        yield str(shape), str(node), "" if counted or value in (None, node) else str(value)


# --- in plain words ---------------------------------------------------------------------------


@cache
def _messages(language: str) -> dict[str, str]:
    """The message of each shape in one language."""
    predicate = ox.NamedNode(_SH + "message")
    return {
        _text(quad.subject): quad.object.value
        for quad in ox.parse(path=str(data.path(_FILE)), format=ox.RdfFormat.TURTLE)
        if quad.predicate == predicate
        and isinstance(quad.object, ox.Literal)
        and quad.object.language == language
    }


def _problem(graph: RdfGraph, language: str, shape: str, node: str, value: str) -> Problem:
    message, _, remedy = _messages(language)[shape].partition("; ")
    return Problem(
        shorten(node, base=graph.base),
        message,
        remedy,
        shape.rpartition("#")[2],
        shorten(value, base=graph.base) if value else "",
    )


def _text(node: object) -> str:
    value = getattr(node, "value", None)
    return value if isinstance(value, str) else str(node)
