"""The way back from a graph to nodes and statements."""

from __future__ import annotations

import pytest
from graph_example import example_data

from kg.export.back import graph_data
from kg.graph import build_graph
from kg.model import GraphData
from kg.rdf import triples


def test_a_graph_made_of_what_came_back_is_the_same_graph() -> None:
    graph = build_graph(example_data())
    assert list(triples(build_graph(graph_data(graph)))) == list(triples(graph))


def test_statements_come_back_as_they_were() -> None:
    data = example_data()
    back = graph_data(build_graph(data))
    assert set(back.statements) == set(data.statements)
    assert [node.key for node in back.nodes] == sorted(node.key for node in data.nodes)


def test_a_part_has_the_statements_between_its_things_and_their_files() -> None:
    data = example_data()
    one = data.statements[0]
    part = graph_data(build_graph(data), [one.subject, one.object])
    assert {each.key for each in part.nodes} == {one.subject, one.object, one.file}
    among = {(s.subject, s.object) for s in part.statements}
    assert among == {(one.subject, one.object)}


@pytest.mark.parametrize("share", [2, 3])
def test_a_part_has_all_statements_between_its_things_and_no_others(share: int) -> None:
    data = example_data()
    keys = {node.key for n, node in enumerate(data.nodes) if n % share == 0}
    keys |= {data.statements[0].subject, data.statements[0].object}
    part = graph_data(build_graph(data), keys)
    assert set(part.statements) == {
        s for s in data.statements if s.subject in keys and s.object in keys
    }


def test_nothing_comes_back_from_an_empty_graph() -> None:
    assert graph_data(build_graph(GraphData((), ()))) == GraphData((), ())
