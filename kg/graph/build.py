"""From nodes and statements to triples.

Every statement gives a plain triple (the edge) and a ``kg:Statement`` (its evidence). Our own
classes are written with the classes above them, so that ``?d a kg:Document`` finds every letter
without a reasoner. Nothing else is inferred: the parents in other vocabularies, and the parents of
relations, stand in the ontology only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg import vocabulary
from kg.errors import GraphError
from kg.model import GraphData, Literal, Node, Statement
from kg.rdf import LABEL, TYPE, XSD, RdfGraph
from kg.vocabulary import BASE, KG, PREFIXES

#: Literals of other vocabularies whose values are no plain text.
_DATATYPES = {"dcterms:date": XSD + "date"}
_PAGE = ox.NamedNode(PREFIXES["foaf"] + "page")
_TYPE, _LABEL = ox.NamedNode(TYPE), ox.NamedNode(LABEL)


def build_graph(data: GraphData, *, base: str = BASE) -> RdfGraph:
    """The graph of all nodes and statements, in memory.

    Raises ``GraphError`` for a class or property that the vocabulary does not have.

    >>> from kg.model import Node
    >>> len(build_graph(GraphData((Node("dossier/25295", ("Dossier",), "dossier 25 295"),), ())))
    2
    """
    store = ox.Store()
    store.bulk_extend(_Writer(base).quads(data))
    return RdfGraph(store, base)


class _Writer:
    """Makes the triples of one graph; keeps every IRI it has made, for most occur often."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._things: dict[str, ox.NamedNode] = {}
        self._terms: dict[str, ox.NamedNode] = {}

    def quads(self, data: GraphData) -> Iterator[ox.Quad]:
        """Every triple of the graph."""
        for node in data.nodes:
            yield from self.node(node)
        for key, statement in _once(data.statements).items():
            yield from self.statement(key, statement)

    def node(self, node: Node) -> Iterator[ox.Quad]:
        """What the graph says about one thing by itself."""
        thing = self._thing(node.key)
        for name in sorted({each for t in node.types for each in (t, *vocabulary.ancestors(t))}):
            yield ox.Quad(thing, _TYPE, self._term(name, "class"))
        if node.label:
            yield ox.Quad(thing, _LABEL, _text(node.label))
        for literal in node.literals:
            yield ox.Quad(thing, self._term(literal.prop, "literal"), _literal(literal))
        for page in node.pages:
            yield ox.Quad(thing, _PAGE, ox.NamedNode(vocabulary.iri(page)))
        for name, target in node.links:
            yield ox.Quad(thing, self._term(name, "link"), self._thing(target))

    def statement(self, key: str, statement: Statement) -> Iterator[ox.Quad]:
        """The edge, and the evidence behind it."""
        edge = self._thing(statement.subject)
        relation = self._term(statement.predicate, "relation")
        target = self._thing(statement.object)
        yield ox.Quad(edge, relation, target)
        thing = ox.NamedNode(vocabulary.iri(key, base=self._base))
        for predicate, value in self._evidence(statement, edge, relation, target):
            yield ox.Quad(thing, predicate, value)

    def _evidence(
        self,
        statement: Statement,
        edge: ox.NamedNode,
        relation: ox.NamedNode,
        target: ox.NamedNode,
    ) -> Iterator[tuple[ox.NamedNode, ox.NamedNode | ox.Literal]]:
        yield _TYPE, self._term("Statement", "class")
        yield self._term("rdf:subject", "link"), edge
        yield self._term("rdf:predicate", "link"), relation
        yield self._term("rdf:object", "link"), target
        yield self._term("prov:wasDerivedFrom", "link"), self._thing(statement.file)
        yield self._term("quote", "literal"), _text(statement.quote)
        yield self._term("start", "literal"), ox.Literal(statement.start)
        yield self._term("end", "literal"), ox.Literal(statement.end)
        yield self._term("inFootnote", "literal"), ox.Literal(statement.in_footnote)
        yield self._term("rule", "literal"), _text(statement.rule)
        yield self._term("confidence", "literal"), _decimal(statement.confidence)
        if statement.page is not None:
            yield self._term("page", "literal"), ox.Literal(statement.page)
        if statement.degree is not None:
            yield self._term("degree", "literal"), _text(statement.degree.value)
        if statement.note:
            yield self._term("note", "literal"), _text(statement.note)

    def _thing(self, key: str) -> ox.NamedNode:
        known = self._things.get(key)
        if known is None:
            known = self._things[key] = ox.NamedNode(vocabulary.iri(key, base=self._base))
        return known

    def _term(self, name: str, role: str) -> ox.NamedNode:
        known = self._terms.get(name)
        if known is None:
            term = vocabulary.term(name)
            if term.role != role:
                raise GraphError(term.name, f"is a {term.role}, not a {role}", "use another term")
            known = self._terms[name] = ox.NamedNode(term.iri)
        return known


def _once(statements: Iterable[Statement]) -> dict[str, Statement]:
    """Each statement by its key; where two have one, the surer one counts."""
    found: dict[str, Statement] = {}
    for statement in statements:
        key = vocabulary.statement_key(statement)
        other = found.get(key)
        if other is None or _rank(statement) > _rank(other):
            found[key] = statement
    return found


def _rank(statement: Statement) -> tuple[float, str]:
    return statement.confidence, repr(statement)


def _literal(literal: Literal) -> ox.Literal:
    if literal.lang:
        return ox.Literal(_clean(literal.text), language=literal.lang)
    datatype = literal.datatype or _DATATYPES.get(literal.prop) or _own_datatype(literal.prop)
    if datatype is None or datatype in (XSD + "string", "xsd:string"):
        return _text(literal.text)
    if datatype.startswith("xsd:"):
        datatype = XSD + datatype[4:]
    return ox.Literal(_clean(literal.text), datatype=ox.NamedNode(datatype))


def _own_datatype(prop: str) -> str | None:
    term = vocabulary.term(prop)
    return term.range if term.iri.startswith(KG) else None


def _text(text: str) -> ox.Literal:
    return ox.Literal(_clean(text))


def _clean(text: str) -> str:
    """Text without half a surrogate pair, which no RDF file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _decimal(number: float) -> ox.Literal:
    """A number between 0 and 1 as a decimal without an exponent.

    >>> _decimal(0.9).value, _decimal(1.0).value, _decimal(1e-05).value
    ('0.9', '1.0', '0.00001')
    """
    text = f"{number:.6f}".rstrip("0")
    return ox.Literal(
        text + "0" if text.endswith(".") else text, datatype=ox.NamedNode(XSD + "decimal")
    )
