"""Answers as data frames: columns in order, values of their own kind."""

import datetime

import pandas
import pytest
from graph_example import example_data

from kg.facade import Graph, build_graph


@pytest.fixture(scope="module")
def graph() -> Graph:
    return build_graph(example_data())


def test_rows_become_rows_and_values_keep_their_kind(graph: Graph) -> None:
    frame = graph.query(
        "SELECT ?label ?date ?many ?sure ?unresolved WHERE { ?d a kg:Document ; rdfs:label ?label ."
        " OPTIONAL { ?d dcterms:date ?date } OPTIONAL { ?d kg:attachmentCount ?many }"
        " OPTIONAL { ?d kg:unresolved ?unresolved } BIND (0.5 AS ?sure) } ORDER BY ?label"
    ).to_dataframe()
    assert list(frame.columns) == ["label", "date", "many", "sure", "unresolved"]
    letter = frame[frame.label == "Brief VWS/2022 17"].iloc[0]
    assert (letter["date"], letter["many"]) == (datetime.date(2022, 5, 1), 2)
    assert frame.sure.sum() == 0.5 * len(frame)
    assert frame[frame.label == "de motie Vermeer"].iloc[0]["unresolved"] in (True, 1)
    assert frame.date.isna().sum() == 2
    assert pandas.to_datetime(frame.date).max() == pandas.Timestamp("2022-06-30")


def test_an_empty_answer_keeps_its_columns(graph: Graph) -> None:
    frame = graph.query("SELECT ?a ?b WHERE { ?a kg:rejects ?b }").to_dataframe()
    assert list(frame.columns) == ["a", "b"] and frame.empty


def test_a_saved_question_is_a_data_frame_too(graph: Graph) -> None:
    frame = graph.ask("fulfilled").to_dataframe()
    assert list(frame.degree) == ["partial", "whole"]


def test_columns_of_the_same_length_as_the_answer(graph: Graph) -> None:
    found = graph.query("SELECT * WHERE { ?s ?p ?o }")
    assert found.to_dataframe().shape == (len(found), 3)
