"""The shapes file read into rules: one for each shape, with the checks it asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox

from kg import data
from kg.errors import GraphError
from kg.validate.checks import CHECKS, FILE, NONE, Check
from kg.vocabulary import PREFIXES, shorten, text_of

_SH, _RDF = PREFIXES["sh"], PREFIXES["rdf"]
_TYPE = ox.NamedNode(_RDF + "type")


@dataclass(frozen=True, slots=True)
class Rule:
    """What a shape asks of a property's values, or of the thing itself where ``path`` is empty."""

    shape: str
    path: str
    least: int
    most: int | None
    checks: tuple[Check, ...]


_ABOUT = {"message", "property", "path", "sparql", "minCount", "maxCount"}
_TARGETS = {"targetClass": "?this a <{}> .", "targetSubjectsOf": "?this <{}> ?value ."}
Rules = Mapping[str, tuple[Rule, ...]]
# How the shapes say that a statement has its edge, and that an edge has its statement.
_HAS_EDGE = (
    "SELECT $this ?value WHERE { "
    "$this rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?value . "
    "FILTER NOT EXISTS { ?subject ?predicate ?value } }"
)
_HAS_STATEMENT = (
    "SELECT $this ?value WHERE { $this RELATION ?value . "
    "FILTER NOT EXISTS { ?statement rdf:subject $this ; rdf:object ?value . "
    "FILTER EXISTS { ?statement rdf:predicate RELATION } } }"
)


@cache
def rules() -> tuple[Rules, Rules, tuple[tuple[str, str], ...]]:
    """The rules by target class, those by target predicate, and the queries with their shapes."""
    return _Shapes().read()


@cache
def pairings() -> tuple[frozenset[str], frozenset[str]]:
    """The relations whose edges have statements, and the shapes that say no more than that."""
    return _Shapes().pairings()


class _Shapes:
    """The shapes file, read as a graph."""

    def __init__(self) -> None:
        self._store = ox.Store()
        self._store.load(path=str(data.path(FILE)), format=ox.RdfFormat.TURTLE)

    def read(self) -> tuple[Rules, Rules, tuple[tuple[str, str], ...]]:
        """Everything the shapes ask."""
        by_target: dict[str, dict[str, tuple[Rule, ...]]] = {kind: {} for kind in _TARGETS}
        queries: list[tuple[str, str]] = []
        kind_of_shape = ox.NamedNode(_SH + "NodeShape")
        found = self._store.quads_for_pattern(None, _TYPE, kind_of_shape)
        for shape in sorted((quad.subject for quad in found), key=str):
            asked = tuple(self._rule(each) for each in (shape, *self._all(shape, "property")))
            for kind, targets in by_target.items():
                for target in map(text_of, self._all(shape, kind)):
                    targets[target] = targets.get(target, ()) + asked
                    queries += self._queries(shape, _TARGETS[kind].format(target))
        return by_target["targetClass"], by_target["targetSubjectsOf"], tuple(queries)

    def pairings(self) -> tuple[frozenset[str], frozenset[str]]:
        """See :func:`pairings`; a shape counts only where its query is just the one known."""
        relations, shapes = set(), set()
        for quad in self._store.quads_for_pattern(None, ox.NamedNode(_SH + "sparql"), None):
            said = " ".join(text_of(self._all(quad.object, "select")[0]).split())
            if said == _HAS_EDGE:
                shapes.add(text_of(quad.object))
            for target in map(text_of, self._all(quad.subject, "targetSubjectsOf")):
                if said == _HAS_STATEMENT.replace("RELATION", shorten(target)):
                    relations.add(target)
                    shapes.add(text_of(quad.object))
        return frozenset(relations), frozenset(shapes)

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
            text_of(shape),
            text_of(path[0]) if path else "",
            int(text_of(least[0])) if least else 0,
            int(text_of(most[0])) if most else None,
            tuple(checks),
        )

    def _check(self, name: str, parameter: object) -> Check:
        if name == "in":
            allowed = set(self._members(parameter))
            return lambda value, values, kinds: value not in allowed
        if name == "or":
            choice = [text_of(self._all(each, "class")[0]) for each in self._members(parameter)]
            return lambda value, values, kinds: kinds.get(text_of(value), NONE).isdisjoint(choice)
        if name not in CHECKS:
            raise GraphError(FILE, f"sh:{name} is not known", "teach it to kg/validate/checks.py")
        return CHECKS[name](parameter)

    def _queries(self, shape: object, target: str) -> Iterator[tuple[str, str]]:
        """The SPARQL rules of a shape, asked of every thing the shape is for."""
        spaces = "".join(f"PREFIX {name}: <{PREFIXES[name]}> " for name in ("kg", "rdf"))
        for constraint in self._all(shape, "sparql"):
            query = text_of(self._all(constraint, "select")[0]).replace("$this", "?this")
            yield text_of(constraint), spaces + query.replace("{", f"{{ {target} ", 1)

    def _members(self, head: object) -> list[object]:
        found: list[object] = []
        while text_of(head) != _RDF + "nil":
            first, rest = self._quads(head, _RDF + "first"), self._quads(head, _RDF + "rest")
            found.append(next(first).object)
            head = next(rest).object
        return found

    def _all(self, subject: object, name: str) -> list[object]:
        found: list[object] = [quad.object for quad in self._quads(subject, _SH + name)]
        return sorted(found, key=str)

    def _quads(self, subject: object, predicate: str | None) -> Iterator[ox.Quad]:
        assert isinstance(subject, (ox.NamedNode, ox.BlankNode))
        node = None if predicate is None else ox.NamedNode(predicate)
        return self._store.quads_for_pattern(subject, node, None)


@cache
def messages(language: str) -> dict[str, str]:
    """The message of each shape in one language."""
    predicate = ox.NamedNode(_SH + "message")
    return {
        text_of(quad.subject): quad.object.value
        for quad in ox.parse(path=str(data.path(FILE)), format=ox.RdfFormat.TURTLE)
        if quad.predicate == predicate
        and isinstance(quad.object, ox.Literal)
        and quad.object.language == language
    }
