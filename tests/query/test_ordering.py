"""An answer put in order here has the order the engine gives it."""

from __future__ import annotations

from collections.abc import Callable

import pyoxigraph as ox
import pytest
from graph_example import example_data
from hypothesis import given
from hypothesis import strategies as st

from kg.facade import Graph, build_graph
from kg.query import ask, saved_queries
from kg.query.ordering import arranged, order_of
from kg.rdf import TYPE, XSD, RdfGraph
from kg.vocabulary import expand, prefixes

EX = "https://example.org/"
VALUE = ox.NamedNode(f"{EX}value")
NUMBER = st.integers(-30, 30)
WORDS = st.text("aAbéz 1\U0001d11e", max_size=3)
IRIS = WORDS.map(lambda text: ox.NamedNode(EX + text.replace(" ", "_")))


def typed(kind: str) -> Callable[[object], ox.Literal]:
    return lambda value: ox.Literal(str(value), datatype=ox.NamedNode(XSD + kind))


COLUMNS: st.SearchStrategy[st.SearchStrategy[ox.NamedNode | ox.Literal]] = st.sampled_from([
    IRIS,
    WORDS.map(ox.Literal),
    st.one_of(WORDS.map(ox.Literal), WORDS.map(lambda text: ox.Literal(text, language="nl")),
              WORDS.map(lambda text: ox.Literal(text, language="en"))),
    st.one_of(IRIS, WORDS.map(ox.Literal)),
    NUMBER.map(typed("integer")),
    st.one_of(NUMBER.map(typed("integer")),
              NUMBER.map(lambda number: typed("decimal")(number / 4))),
    st.dates().map(typed("date")),
])  # fmt: skip


@given(st.data())
def test_terms_come_as_the_engine_orders_them(data: st.DataObject) -> None:
    kind = data.draw(COLUMNS)
    terms: list[ox.NamedNode | ox.Literal] = data.draw(st.lists(kind, max_size=12))
    store = ox.Store()
    for number, term in enumerate(terms):
        thing = ox.NamedNode(f"{EX}{number}")
        store.add(ox.Quad(thing, ox.NamedNode(f"{EX}is"), thing))
        if number % 4:  # every fourth has no value
            store.add(ox.Quad(thing, VALUE, term))
    by = data.draw(st.sampled_from(["?value", "ASC(?value)", "DESC(?value)"]))
    query = (
        f"SELECT ?value ?thing {{ ?thing <{EX}is> ?thing "
        f"OPTIONAL {{ ?thing <{VALUE.value}> ?value }} }} ORDER BY {by} ?thing LIMIT 9 OFFSET 1"
    )
    order = order_of(query)
    assert order is not None and order.most == 9 and order.first == 1

    def rows(text: str) -> list[tuple[ox.NamedNode | ox.Literal | None, ...]]:
        found = store.query(text)
        assert isinstance(found, ox.QuerySolutions)
        return [(row["value"], row["thing"]) for row in found]

    put = arranged(list(rows(order.query)), ("value", "thing"), order)
    assert put is not None
    assert put == rows(query)


@pytest.fixture(scope="module")
def graph() -> Graph:
    return build_graph(example_data())


_ORDERED_HERE = [name for name, each in saved_queries().items() if order_of(each.sparql)]


def test_most_saved_queries_are_ordered_here() -> None:
    assert len(_ORDERED_HERE) > len(saved_queries()) / 2


@pytest.mark.parametrize("name", _ORDERED_HERE)
def test_a_saved_query_has_the_engines_order(graph: Graph, name: str) -> None:
    sparql = saved_queries()[name].sparql
    found = graph.store.query(sparql, prefixes=prefixes(graph.base))
    assert isinstance(found, ox.QuerySolutions)
    columns = [variable.value for variable in found.variables]
    engines = [tuple(row[each] for each in columns) for row in found]
    assert list(ask(graph, sparql).terms) == engines


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?a ?b ?c }",
        "SELECT * { ?a ?b ?c } ORDER BY (!BOUND(?a)) ?b",
        "SELECT * { ?a ?b ?c } ORDER BY ?a LIMIT",
        "SELECT * { ?a ?b ?c } ORDER BY ?a LIMIT 1 LIMIT 2",
        "SELECT * { ?a ?b ?c } ORDER BY ?a VALUES ?a { 1 }",
        "SELECT * { { SELECT ?a { ?a ?b ?c } ORDER BY ?a LIMIT 2 } }",
        "SELECT * { ?a ?b ?c } ORDER ?a",
        "SELECT * { ?a ?b ?c } ORDER BY",
    ],
)
def test_what_is_not_plain_is_left_to_the_engine(query: str) -> None:
    assert order_of(query) is None


def test_terms_of_several_sorts_are_left_to_the_engine() -> None:
    order = order_of("SELECT ?a { ?a ?b ?c } ORDER BY ?a")
    assert order is not None
    mixed: list[tuple[ox.Literal]] = [(ox.Literal("x"),), (ox.Literal(7),)]
    assert arranged([*mixed], ("a",), order) is None


def test_what_orders_need_not_be_given(graph: Graph) -> None:
    sparql = "SELECT ?name {{ ?thing rdfs:label ?name }} ORDER BY {} ?thing"
    up, down = (
        [row[0] for row in ask(graph, sparql.format(by)).terms] for by in ("", "DESC(?name)")
    )
    assert len(up) == len(down) > 3
    assert [str(name) for name in down] == sorted(map(str, up), reverse=True)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?s { { SELECT ?s { ?s a kg:Letter } ORDER BY DESC(?s) LIMIT 50 } }",
        "SELECT ?s { { SELECT ?s { ?s a kg:Letter } ORDER BY DESC(?s) } }"
        " VALUES ?s { UNDEF UNDEF }",
    ],
)
def test_an_order_inside_is_none_of_the_answer(query: str) -> None:
    store = ox.Store()
    kind = ox.NamedNode(expand("Letter"))
    for number in range(40):
        thing = ox.NamedNode(f"https://e.org/{number * 7919 % 997:03}")
        store.add(ox.Quad(thing, ox.NamedNode(TYPE), kind))
    rows = ask(RdfGraph(store), query).rows
    assert len(rows) >= 40 and list(rows) == sorted(rows)
