"""Which graphs a query needs, and that what is left out of them changes no answer."""

from __future__ import annotations

import pytest
from graph_example import FILES, ONE, example_data
from hypothesis import given
from hypothesis import strategies as st

from kg.export.dataset import with_graphs
from kg.export.sources import source_files
from kg.facade import Graph, build_graph
from kg.pipeline import ask_dataset
from kg.query import Dataset, ask, dataset_of
from kg.vocabulary import BASE, iri

A, B = (iri(FILES[name]) for name in ("brief-een.txt", "brief-twee.txt"))
CITES = "?a kg:fulfils ?b"


@pytest.fixture(scope="module")
def example() -> Graph:
    return build_graph(example_data())


# A query, the graphs it looks into by name (None: any), whether it looks into the whole too.
QUERIES = [
    (f"SELECT * {{ {CITES} }}", (), True),
    (f"SELECT * {{ GRAPH <{A}> {{ {CITES} }} }}", (A,), False),
    (f"SELECT * WHERE {{ GRAPH <{A}> {{ {CITES} }} . GRAPH <{B}> {{ ?c kg:readFrom ?d }} }}",
     (A, B), False),
    (f"PREFIX f: <{A[:-3]}> ASK {{ GRAPH f:{A[-3:]} {{ {CITES} }} }}", (A,), False),
    (f"SELECT * {{ GRAPH <{A}> {{ {CITES} }} ?a rdfs:label ?l }}", (A,), True),
    (f"SELECT * {{ ?a rdfs:label ?l GRAPH <{A}> {{ {CITES} }} }}", (A,), True),
    (f"SELECT * {{ GRAPH ?g {{ {CITES} }} }}", None, False),
    (f"SELECT * {{ GRAPH ?g {{ {CITES} }} GRAPH <{A}> {{ ?a ?p ?o }} }}", None, False),
    (f"SELECT * {{ GRAPH ?g {{ {CITES} }} FILTER(STR(?g) > 'a}}') }} ORDER BY ?g LIMIT 9", None,
     False),
    (f"SELECT * {{ GRAPH ?g {{ {CITES} }} FILTER EXISTS {{ ?a rdfs:label ?l }} }}", None, True),
    (f"SELECT * {{ GRAPH ?g {{ {CITES} }} OPTIONAL {{ ?a rdfs:label ?l }} }}", None, True),
    (f"SELECT * {{ {{ GRAPH ?g {{ {CITES} }} }} UNION {{ {CITES} }} }}", None, True),
    (f"SELECT ?g (EXISTS {{ {CITES} }} AS ?x) {{ GRAPH ?g {{ {CITES} }} }}", None, True),
    (f"SELECT ?g {{ GRAPH ?g {{ {CITES} }} }} GROUP BY ?g HAVING (EXISTS {{ ?g ?p ?o }})", None,
     True),
    (f"CONSTRUCT {{ ?a a ?g }} {{ GRAPH ?g {{ {CITES} }} }}", None, True),
    (f"DESCRIBE ?a {{ GRAPH <{A}> {{ {CITES} }} }}", (A,), True),
    (f"SELECT * {{ GRAPH <http://e.org/none> {{ {CITES} }} }}", ("http://e.org/none",), False),
    (f"BASE <{A[:-3]}> SELECT * {{ GRAPH <{A[-3:]}> {{ {CITES} }} }}", None, False),
    (f"SELECT * {{ GRAPH <{A}> {{ {CITES} }} VALUES ?a {{ <{iri(ONE)}> }} }}", (A,), True),
]  # fmt: skip

# A pattern outside of all graphs may stand before or behind each of these, or within it.
INSIDE = f"GRAPH <{A}> {{ {CITES} }}"
FORMS = [
    f"FILTER EXISTS {{ {INSIDE} }}",
    f"FILTER NOT EXISTS {{ GRAPH <{A}> {{ ?x kg:fulfils ?a }} }}",
    f"FILTER (EXISTS {{ {INSIDE} }})",
    f"OPTIONAL {{ {INSIDE} }}",
    f"{{ {INSIDE} }} UNION {{ GRAPH <{B}> {{ {CITES} }} }}",
    f"MINUS {{ GRAPH <{B}> {{ {CITES} }} }}",
    f"{{ SELECT ?a {{ {INSIDE} }} }}",
    "BIND('}' AS ?t)",
    f"VALUES ?a {{ <{iri(ONE)}> }}",
    f"{INSIDE} . FILTER(STR(?a) > '{{')",
    f"{INSIDE} FILTER regex(STR(?a), '{{')",
]
OUTSIDE = "?a rdfs:label ?l ."
ORDERS = [
    query
    for each in FORMS
    for query in (
        f"SELECT * {{ {OUTSIDE} {each} }}",
        f"SELECT * {{ {each} {OUTSIDE} }}",
        f"ASK {{ {each} {OUTSIDE} FILTER(?a = <{iri(ONE)}>) }}",
        f"SELECT * {{ {INSIDE} {each} {OUTSIDE} }}",
    )
]


@pytest.mark.parametrize(("query", "named", "whole"), QUERIES, ids=[q for q, _, _ in QUERIES])
def test_a_query_gets_the_graphs_it_looks_into(
    query: str, named: tuple[str, ...] | None, whole: bool, example: Graph
) -> None:
    found = dataset_of(query, base=BASE)
    assert (None if found.every else found.looks, found.whole) == (named, whole)
    everything = with_graphs(example, source_files(example), whole=True)
    expected = ask(everything, query)
    answer = ask_dataset(example, query, params={})
    assert (answer.form, answer.rows, answer.triples, answer.truth) == (
        expected.form, expected.rows, expected.triples, expected.truth
    )  # fmt: skip


@pytest.mark.parametrize("query", ORDERS)
def test_a_pattern_is_asked_of_the_whole_wherever_it_stands(query: str, example: Graph) -> None:
    assert dataset_of(query, base=BASE).whole
    expected = ask(with_graphs(example, source_files(example), whole=True), query)
    answer = ask_dataset(example, query, params={})
    assert (answer.rows, answer.truth) == (expected.rows, expected.truth)


def _nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """A group that holds a group."""
    around = ("OPTIONAL {{ {} }}", "FILTER NOT EXISTS {{ {} }}", "{{ SELECT * {{ {} }} }}",
              "MINUS {{ {} }}", "{{ {} }} UNION {{ }}", "{{ {} }}")  # fmt: skip
    return st.builds(str.format, st.sampled_from(around), inner)


def _around(pattern: str) -> st.SearchStrategy[str]:
    """The pattern with any row of forms before and behind it."""
    forms = st.lists(st.sampled_from([*FORMS, INSIDE]), max_size=3).map(" ".join)
    return st.builds(lambda before, after: f"{before} {pattern} {after}", forms, forms)


@given(st.recursive(_around(OUTSIDE), lambda each: _nested(each).flatmap(_around), max_leaves=4))
def test_a_pattern_outside_is_never_missed(group: str) -> None:
    for form in ("SELECT *", "ASK"):
        assert dataset_of(f"{form} {{ {group} }}", base=BASE).whole


def test_the_queries_tell_something(example: Graph) -> None:
    answers = [ask_dataset(example, query, params={}) for query, _, _ in QUERIES]
    assert sum(bool(len(each)) for each in answers) >= 14


def test_graphs_that_are_given_leave_the_whole_out() -> None:
    query = f"SELECT * {{ GRAPH ?g {{ {CITES} }} }}"
    assert dataset_of(query, (), (A,), base=BASE) == Dataset((), (A,), False, (), False)
