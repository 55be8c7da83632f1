"""Answers as tables for people and in the formats of SPARQL."""

import csv
import io
import json
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator

import pyoxigraph as ox
import pytest
from graph_example import example_data
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.graph import build_graph
from kg.query import Result, ask
from kg.query.formats import NAMES
from kg.rdf import RdfGraph

QUOTE = 'De "motie"\n\tSmit | <b>x</b>, é'


@pytest.fixture(scope="module")
def graph() -> RdfGraph:
    return build_graph(example_data())


@pytest.fixture
def result() -> Result:
    terms = (
        (ox.NamedNode("https://w3id.org/kamergraaf/def#cites"), ox.Literal(7), None),
        (ox.Literal(QUOTE), ox.Literal("zorg", language="nl"), ox.BlankNode("b1")),
    )
    return Result("SELECT", ("a", "b", "c"), terms)


def test_the_table_is_aligned(result: Result) -> None:
    assert result.to().decode().splitlines() == [
        "a                              b     c",
        "-----------------------------  ----  --",
        "kg:cites                       7",
        'De "motie" Smit | <b>x</b>, é  zorg  b1',
        "",
        "2 rows",
    ]


@pytest.mark.parametrize("width", [10, 30, 40, 80])
def test_the_table_fits_its_width(graph: RdfGraph, width: int) -> None:
    found = ask(graph, "SELECT ?s ?quote { ?s kg:quote ?quote }")
    lines = found.to("table", width=width).decode().splitlines()
    assert max(map(len, lines)) <= max(width, 18)
    assert any("…" in line for line in lines)


def test_one_row_is_one_row(graph: RdfGraph) -> None:
    found = ask(graph, "SELECT ?s { ?s a kg:Dossier }")
    assert found.to().decode().endswith("\n1 row\n")


def test_nothing_moves_the_cursor_of_a_terminal() -> None:
    nasty = "\x1b[2J\x07\u202ereversed\u2028\x9b"
    shown = Result("SELECT", ("a",), ((ox.Literal(nasty),),)).to().decode()
    assert not [char for char in shown if char != "\n" and not char.isprintable()]


def test_csv_and_tsv_are_those_of_sparql(result: Result) -> None:
    rows = list(csv.reader(io.StringIO(result.to("csv").decode(), newline="")))
    assert rows == [
        ["a", "b", "c"],
        ["https://w3id.org/kamergraaf/def#cites", "7", ""],
        [QUOTE, "zorg", "_:b1"],
    ]
    lines = result.to("tsv").decode().splitlines()
    assert lines[0] == "?a\t?b\t?c"
    assert lines[1].startswith("<https://w3id.org/kamergraaf/def#cites>\t")
    assert all(line.count("\t") == 2 for line in lines)


@pytest.mark.parametrize(
    ("format", "known"), [("json", ox.QueryResultsFormat.JSON), ("xml", ox.QueryResultsFormat.XML)]
)
def test_the_formats_of_sparql_are_read_back(
    result: Result, format: str, known: ox.QueryResultsFormat
) -> None:
    parsed = ox.parse_query_results(result.to(format), format=known)
    assert isinstance(parsed, ox.QuerySolutions)
    assert [variable.value for variable in parsed.variables] == ["a", "b", "c"]
    rows = [tuple(row[name] for name in result.columns) for row in parsed]
    assert [row[:2] for row in rows] == [row[:2] for row in result.terms]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text_stays_in_its_cell(text: str) -> None:
    result = Result("SELECT", ("a", "b"), ((ox.Literal(text), ox.Literal("x")),))
    json_value = json.loads(result.to("json"))["results"]["bindings"][0]["a"]["value"]
    assert json_value == text
    assert ElementTree.fromstring(result.to("xml")) is not None
    assert len(result.to("table").decode().split("\n")) == 6
    assert result.to("markdown").decode().count("\n") == 3
    rows = list(csv.reader(io.StringIO(result.to("csv").decode(), newline="")))
    if "\x00" not in text:
        assert rows[1] == [text, "x"]


def test_markdown_is_no_markup(result: Result) -> None:
    lines = result.to("markdown").decode().splitlines()
    assert lines[1] == "| --- | --- | --- |"
    assert "\\|" in lines[3] and "&lt;b&gt;" in lines[3]


@pytest.mark.parametrize("format", ["table", "csv", "tsv", "json", "xml", "markdown"])
@pytest.mark.parametrize("truth", [True, False])
def test_truth_has_a_form_in_each(format: str, truth: bool) -> None:
    written = Result("ASK", truth=truth).to(format).decode()
    assert str(truth).lower() in written


@pytest.mark.parametrize("format", ["table", "turtle", "ntriples", "rdfxml", "jsonld"])
def test_triples_are_written_in_graph_formats(graph: RdfGraph, format: str) -> None:
    made = ask(graph, "CONSTRUCT { ?d kg:cites ?m } WHERE { ?d kg:cites ?m }")
    written = made.to(format)
    formats = {
        "table": ox.RdfFormat.TURTLE, "turtle": ox.RdfFormat.TURTLE, "jsonld": ox.RdfFormat.JSON_LD,
        "ntriples": ox.RdfFormat.N_TRIPLES, "rdfxml": ox.RdfFormat.RDF_XML,
    }  # fmt: skip
    parsed = {quad.triple for quad in ox.parse(written, formats[format])}
    assert parsed == set(made.triples) and len(parsed) == 3
    if format in ("table", "turtle"):
        assert b"kg:cites" in written and b"fabio" not in written


@pytest.mark.parametrize(
    ("query", "format", "words"),
    [
        ("SELECT ?s { ?s a kg:Dossier }", "excel", "is not known; choose from table, csv"),
        ("SELECT ?s { ?s a kg:Dossier }", "turtle", "is for CONSTRUCT; choose from table"),
        ("CONSTRUCT { ?s a ?t } { ?s a ?t }", "csv", "is for SELECT and ASK; choose from turtle"),
    ],
)
def test_a_format_that_does_not_fit_names_those_that_do(
    graph: RdfGraph, query: str, format: str, words: str
) -> None:
    with pytest.raises(QueryError, match=words):
        ask(graph, query).to(format)


def test_every_name_is_a_format() -> None:
    def formats() -> Iterator[bytes]:
        for name in NAMES:
            form = "CONSTRUCT" if NAMES.index(name) > 5 else "SELECT"
            yield Result(form, () if form == "CONSTRUCT" else ("a",)).to(name)

    assert len(list(formats())) == len(NAMES) == 10
