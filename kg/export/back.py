"""The way back from a graph to nodes and statements, for those who show a part of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache, lru_cache, partial
from itertools import chain
from typing import NamedTuple

import pyoxigraph as ox

from kg.model import Degree, GraphData, Literal, Node, Statement, statement_order
from kg.rdf import LABEL, TYPE, XSD, Fact, RdfGraph, descriptions, fact_order
from kg.vocabulary import KG, PREFIXES, ancestors, expand, iri, kind_of, of_role, shorten, terms
from kg.vocabulary import key_of as key_below

_PAGE = PREFIXES["foaf"] + "page"
_SUBJECT, _PREDICATE, _OBJECT = (
    PREFIXES["rdf"] + name for name in ("subject", "predicate", "object")
)
_FILE = PREFIXES["prov"] + "wasDerivedFrom"
_STATEMENT = KG + "Statement"
_BESIDE = 2  # questions side by side: the engine answers several at once
_AT_ONCE = 1_000  # things of a question


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
    """These things, the statements between two of them, and the files these came from.

    A thing may point at thousands of others, most of them not in the part: so what it says is
    asked without its edges, and what lies between is found by the engine, in a few questions side
    by side.
    """
    own = {iri(key, base=graph.base) for key in keys}
    edges = ", ".join(f"<{expand(name)}>" for name in of_role("relation"))
    about = _Question(f"VALUES ?thing {_values(own)}", f"FILTER(?name NOT IN ({edges}))")
    with ThreadPoolExecutor(_BESIDE) as asked:
        things, between = asked.submit(_described, graph, about), asked.submit(_between, graph, own)
        some = (_Question(f"VALUES ?thing {_values(part)}") for part in _parts(between.result()))
        statements = list(asked.map(partial(_described, graph), some))
    yield from things.result()
    seen: set[str] = set()
    for statement, facts in chain.from_iterable(statements):
        seen.update(str(each.value) for name, each in facts if name == _FILE)
        yield statement, facts
    yield from _described(graph, _Question(f"VALUES ?thing {_values(seen - own)}"))


class _Question(NamedTuple):
    """Which things are asked about, as ``?thing`` in a pattern, and which facts are left out."""

    which: str
    limit: str = ""


def _between(graph: RdfGraph, own: Collection[str]) -> list[str]:
    """The statements that start and end at these things.

    Those that start there and those that end there are found apart and then compared: to look up
    where each ends that starts there takes the engine many times as long.
    """
    starts, ends = (
        f"{{ SELECT ?thing WHERE {{ VALUES ?own {_values(own)} ?thing <{end}> ?own }} }}"
        for end in (_SUBJECT, _OBJECT)
    )
    found = graph.store.query(f"SELECT DISTINCT ?thing WHERE {{ {starts} {ends} }}")
    assert isinstance(found, ox.QuerySolutions)
    return [row["thing"].value for row in found]


def _parts(things: Sequence[str]) -> Iterator[Sequence[str]]:
    for at in range(0, len(things), _AT_ONCE):
        yield things[at : at + _AT_ONCE]


def _values(addresses: Iterable[str]) -> str:
    return f"{{ {' '.join(str(ox.NamedNode(each)) for each in sorted(addresses))} }}"


def _described(graph: RdfGraph, question: _Question) -> list[tuple[str, list[Fact]]]:
    """The things asked about, with their facts in order."""
    which, limit = question
    found = graph.store.query(
        f"SELECT ?thing ?name ?value WHERE {{ {which} ?thing ?name ?value {limit} }}"
    )
    assert isinstance(found, ox.QuerySolutions)
    facts: dict[str, list[Fact]] = {}
    for row in found:
        facts.setdefault(row["thing"].value, []).append((row["name"].value, row["value"]))
    return [(thing, sorted(each, key=fact_order)) for thing, each in facts.items()]


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
