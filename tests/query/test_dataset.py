"""Which graphs a query needs, and that what is left out of them changes no answer."""

from __future__ import annotations

import pytest
from graph_example import FILES, ONE, example_data

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


def test_the_queries_tell_something(example: Graph) -> None:
    answers = [ask_dataset(example, query, params={}) for query, _, _ in QUERIES]
    assert sum(bool(len(each)) for each in answers) >= 14


def test_graphs_that_are_given_leave_the_whole_out() -> None:
    query = f"SELECT * {{ GRAPH ?g {{ {CITES} }} }}"
    assert dataset_of(query, (), (A,), base=BASE) == Dataset((), (A,), False, (), False)
