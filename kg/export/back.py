"""The way back from a graph to nodes and statements, for those who show a part of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache, lru_cache

import pyoxigraph as ox

from kg.model import Degree, GraphData, Literal, Node, Statement, statement_order
from kg.rdf import LABEL, TYPE, XSD, Fact, RdfGraph, description, descriptions
from kg.vocabulary import KG, PREFIXES, ancestors, iri, kind_of, shorten, terms
from kg.vocabulary import key_of as key_below

_PAGE = PREFIXES["foaf"] + "page"
_SUBJECT, _PREDICATE, _OBJECT = (
    PREFIXES["rdf"] + name for name in ("subject", "predicate", "object")
)
_FILE = PREFIXES["prov"] + "wasDerivedFrom"
_STATEMENT = KG + "Statement"


def graph_data(graph: RdfGraph, only: Iterable[str] | None = None) -> GraphData:
    """The nodes and statements of a graph: of all things, or of those with these keys.

    With ``only`` the statements are those between two of them, and the files behind these come
    along. The way back from :func:`kg.graph.build_graph`.

    >>> graph_data(RdfGraph(ox.Store())).nodes
    ()
    """
    wanted = None if only is None else frozenset(only)
    nodes: list[Node] = []
    statements: list[Statement] = []
    found = descriptions(graph) if wanted is None else _some(graph, wanted)
    for subject, facts in found:
        values = _by_predicate(facts)
        if any(kind.value == _STATEMENT for kind in values.get(TYPE, ())):
            statements.append(_statement(values, graph.base))
        elif TYPE in values:
            nodes.append(_node(subject, values, graph.base))
    nodes.sort(key=lambda node: node.key)
    statements.sort(key=statement_order)
    return GraphData(tuple(nodes), tuple(statements))


def _some(graph: RdfGraph, keys: frozenset[str]) -> Iterable[tuple[str, list[Fact]]]:
    own = {iri(key, base=graph.base) for key in keys}
    seen: set[str] = set()
    for address in sorted(own):
        yield address, description(graph, address)
    for statement in _between(graph, own):
        facts = description(graph, statement)
        seen.update(str(each.value) for name, each in facts if name == _FILE)
        yield statement, facts
    for address in sorted(seen - own):
        yield address, description(graph, address)


def _between(graph: RdfGraph, own: Collection[str]) -> Iterator[str]:
    """The statements that start and end at these things; most point out of a small part."""
    for address in sorted(own):
        # one question for each thing: the engine looks their ends up ten times as fast as we can
        found = graph.store.query(
            f"SELECT ?statement ?end WHERE {{ ?statement <{_SUBJECT}> {ox.NamedNode(address)} ."
            f" ?statement <{_OBJECT}> ?end }}"
        )
        assert isinstance(found, ox.QuerySolutions)
        for row in found:
            if isinstance(row["end"], ox.NamedNode) and row["end"].value in own:
                yield row["statement"].value


_Values = Mapping[str, list[ox.NamedNode | ox.Literal]]


def _by_predicate(facts: Iterable[Fact]) -> _Values:
    values: dict[str, list[ox.NamedNode | ox.Literal]] = {}
    for predicate, thing in facts:
        values.setdefault(predicate, []).append(thing)
    return values


def _node(subject: str, values: _Values, base: str) -> Node:
    literals = [
        Literal(_short(predicate), each.value, each.language, _datatype(each))
        for predicate, things in values.items()
        if predicate != LABEL
        for each in things
        if isinstance(each, ox.Literal)
    ]
    links = [
        (name, key_below(each.value, base=base))
        for predicate, name in _links().items()
        for each in values.get(predicate, ())
    ]
    return Node(
        key_below(subject, base=base),
        _types(values),
        values[LABEL][0].value if LABEL in values else "",
        tuple(sorted(literals, key=lambda each: (each.prop, each.text, each.lang or ""))),
        tuple(each.value for each in values.get(_PAGE, ())),
        tuple(sorted(links)),
    )


# A graph has few predicates, but their number is the document's choice.
_short = lru_cache(maxsize=1_000)(shorten)


@cache
def _links() -> dict[str, str]:
    """The predicates that are links, with the names nodes know them by."""
    return {
        each.iri: name.removeprefix("kg:") for name, each in terms().items() if each.role == "link"
    }


def _types(values: _Values) -> tuple[str, ...]:
    """The classes of a thing without those above them, the most telling first."""
    names = {each.value.removeprefix(KG) for each in values[TYPE] if each.value.startswith(KG)}
    above = {higher for name in names for higher in ancestors(name)}
    telling = kind_of(names)
    return (telling, *sorted(names - above - {telling}))


def _datatype(literal: ox.Literal) -> str | None:
    datatype = literal.datatype.value
    if literal.language or datatype == XSD + "string":
        return None
    return f"xsd:{datatype.removeprefix(XSD)}" if datatype.startswith(XSD) else datatype


def _statement(values: _Values, base: str) -> Statement:
    def text(name: str) -> str | None:
        found = values.get(KG + name)
        return found[0].value if found else None

    def key(predicate: str) -> str:
        return key_below(values[predicate][0].value, base=base)

    page, degree = text("page"), text("degree")
    return Statement(
        subject=key(_SUBJECT),
        predicate=values[_PREDICATE][0].value.removeprefix(KG),
        object=key(_OBJECT),
        file=key(_FILE),
        quote=text("quote") or "",
        start=int(text("start") or 0),
        end=int(text("end") or 0),
        rule=text("rule") or "",
        confidence=float(text("confidence") or 0),
        in_footnote=text("inFootnote") == "true",
        page=int(page) if page is not None else None,
        degree=Degree(degree) if degree is not None else None,
        note=text("note"),
    )
