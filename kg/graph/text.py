"""Nodes and statements as the text of the graph: blocks of Turtle, one for each thing.

Our own classes are written with the classes above them, so that ``?d a kg:Document`` finds every
letter without a reasoner. Nothing else is inferred: the parents in other vocabularies, and the
parents of relations, stand in the ontology only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from kg import vocabulary
from kg.errors import GraphError
from kg.model import Literal, Node, Statement
from kg.rdf import LABEL, TYPE, XSD, fact_order
from kg.turtle import Names, description, quoted
from kg.vocabulary import BASE, KG, PREFIXES, data_prefixes

#: A predicate's IRI and an object in N-Triples form.
Fact = tuple[str, str]
#: A subject's IRI with one of its facts.
Edge = tuple[str, Fact]

#: Literals of other vocabularies whose values are no plain text.
_DATATYPES = {"dcterms:date": XSD + "date"}
#: The terms of a statement, by what they are.
_EVIDENCE = {
    "class": "Statement",
    "link": "rdf:subject rdf:predicate rdf:object prov:wasDerivedFrom",
    "literal": "confidence end inFootnote quote rule start",
}
#: A statement, in the order of all descriptions; the lines that few have bring their own ends.
_FORM = """\
statement:%s a <Statement> ;
    <rdf:subject> %s ;
    <rdf:predicate> %s ;
    <rdf:object> %s ;
    <prov:wasDerivedFrom> %s ;
    <confidence> %s ;
%s    <end> %s ;
    <inFootnote> %s ;
%s%s    <quote> %s ;
    <rule> %s ;
    <start> %s ."""
_PAGE = PREFIXES["foaf"] + "page"
_REMEMBERED = 200_000
_PLAIN = re.compile(r"(?:commitment|document|dossier|file|person|post|statement)/[A-Za-z0-9-]+\Z")


class _Remembered(dict[str, str]):
    """What is made of each name; most are asked for often, and too many are forgotten."""

    def __init__(self, make: Callable[[str], str]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, name: str) -> str:
        if len(self) > _REMEMBERED:
            self.clear()
        found = self[name] = self._make(name)
        return found


class Writer:
    """Writes the things of one graph; keeps every IRI it has made, for most occur often.

    >>> from kg.model import Node
    >>> iri, text = Writer().node(Node("dossier/25295", ("Dossier",), "25 295"))
    >>> print(text)
    dossier:25295 a kg:Dossier ;
        rdfs:label "25 295" .
    """

    def __init__(self, base: str = BASE) -> None:
        self._base = base
        self._iris = _Remembered(self._made_iri)
        self._shorts = _Remembered(lambda key: self._names.short(f"<{self._iris[key]}>"))
        self._relations = _Remembered(lambda name: self._names[f"<{self._term(name, 'relation')}>"])
        self._terms: dict[tuple[str, str], str] = {}
        self._classes: dict[tuple[str, ...], tuple[Fact, ...]] = {}
        self._names = Names(data_prefixes(base))
        self._written = ""

    def header(self) -> bytes:
        """The prefix lines, which stand before everything else."""
        return self._names.header()

    def iri(self, key: str) -> str:
        """The IRI of the thing with this key."""
        return self._iris[key]

    def _made_iri(self, key: str) -> str:
        plain = _PLAIN.match(key)  # nothing in it to be encoded
        return f"{self._base}id/{key}" if plain else vocabulary.iri(key, base=self._base)

    def node(self, node: Node, edges: Iterable[Fact] = ()) -> tuple[str, str]:
        """The IRI of a thing, and all that is said of it: by itself, and by its ``edges``.

        Raises ``GraphError`` for a class or property that the vocabulary does not have.
        """
        subject = self.iri(node.key)
        facts = {*self._of_node(node), *edges}
        return subject, description(self._names, subject, sorted(facts, key=_order))

    def loose(self, subject: str, edges: Iterable[Fact]) -> str:
        """The edges of a thing of which nothing else is said."""
        return description(self._names, subject, sorted(set(edges), key=_order))

    def edge(self, statement: Statement) -> Edge:
        """The plain triple that a statement stands behind."""
        relation = self._term(statement.predicate, "relation")
        return self._iris[statement.subject], (relation, f"<{self._iris[statement.object]}>")

    def statement(self, key: str, statement: Statement) -> tuple[str, str]:
        """The IRI of a statement, and the evidence it holds, in the order of all descriptions."""
        # Written out, for most of a graph is statements: as facts it takes five times as long.
        shorts, line = self._shorts, self._line
        # no two statements have one key, so that it is neither looked up nor remembered
        digest = key.removeprefix("statement/")
        text = self._form() % (
            digest,
            shorts[statement.subject],
            self._relations[statement.predicate],
            shorts[statement.object],
            shorts[statement.file],
            _decimal(statement.confidence),
            line("degree", quoted(statement.degree.value)) if statement.degree else "",
            statement.end,
            "true" if statement.in_footnote else "false",
            line("note", quoted(statement.note)) if statement.note else "",
            line("page", statement.page) if statement.page is not None else "",
            quoted(statement.quote),
            quoted(statement.rule),
            statement.start,
        )
        return f"{self._base}id/statement/{digest}", text

    def _form(self) -> str:
        """The text of a statement with a place for each value, made once."""
        if not self._written:
            form = _FORM
            for role, terms in _EVIDENCE.items():
                for term in terms.split():
                    form = form.replace(f"<{term}>", self._names[f"<{self._term(term, role)}>"])
            self._written = form
        return self._written

    def _line(self, term: str, value: object) -> str:
        """A line of a statement that few have."""
        name = self._names[f"<{self._term(term, 'literal')}>"]
        return f"    {name} {value} ;\n"

    def _of_node(self, node: Node) -> Iterator[Fact]:
        yield from self._types(node.types)
        if node.label:
            yield LABEL, quoted(node.label)
        for literal in node.literals:
            yield self._term(literal.prop, "literal"), _literal(literal)
        for page in node.pages:
            yield _PAGE, f"<{vocabulary.iri(page)}>"
        for name, target in node.links:
            yield self._term(name, "link"), f"<{self.iri(target)}>"

    def _types(self, types: tuple[str, ...]) -> tuple[Fact, ...]:
        known = self._classes.get(types)
        if known is None:
            names = {each for t in types for each in (t, *vocabulary.ancestors(t))}
            known = tuple((TYPE, f"<{self._term(name, 'class')}>") for name in sorted(names))
            self._classes[types] = known
        return known

    def _term(self, name: str, role: str) -> str:
        known = self._terms.get((name, role))
        if known is None:
            term = vocabulary.term(name)
            if term.role != role:
                raise GraphError(term.name, f"is a {term.role}, not a {role}", "use another term")
            known = self._terms[name, role] = term.iri
        return known


def once(statements: Iterable[Statement]) -> dict[str, Statement]:
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


_order = fact_order


@lru_cache(1 << 10)
def _decimal(number: float) -> str:
    """A number between 0 and 1 as a decimal without an exponent.

    >>> [_decimal(each) for each in (0.9, 1.0, 1e-05)]
    ['0.9', '1.0', '0.00001']
    """
    text = f"{number:.6f}".rstrip("0")
    return f"{text}0" if text.endswith(".") else text


def _literal(literal: Literal) -> str:
    if literal.lang:
        return f"{quoted(literal.text)}@{literal.lang}"
    datatype = literal.datatype or _DATATYPES.get(literal.prop) or _own_datatype(literal.prop)
    if datatype is None or datatype in (XSD + "string", "xsd:string"):
        return quoted(literal.text)
    if datatype.startswith("xsd:"):
        datatype = XSD + datatype[4:]
    return f"{quoted(literal.text)}^^<{datatype}>"


def _own_datatype(prop: str) -> str | None:
    term = vocabulary.term(prop)
    return term.range if term.iri.startswith(KG) else None
