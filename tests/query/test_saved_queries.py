"""The saved queries: well described, right on the example and the seeds, alike in both engines."""

from pathlib import Path

import pyoxigraph as ox
import pytest
from commons import term_from_rdflib
from graph_example import BOER, MOTION, ONE, TWO, VISSER, example_data
from graph_making import made, node

from kg.errors import QueryError
from kg.facade import Graph, build_graph
from kg.model import Literal, Node
from kg.query import Result, ask_saved, saved_queries, saved_query
from kg.query.ask import _values
from kg.query.binding import bind
from kg.query.check import check
from kg.query.saved import parse
from kg.vocabulary import iri, prefixes

NAMES = tuple(saved_queries())
SEEDS = Path(__file__).resolve().parents[2] / "seeds" / "documents"
# Values for what a query cannot be run without.
GIVEN = {
    "cited-for": {"document": "kst-25295-7"},
    "citation-chain": {"start": "2022D00002", "goal": "kst-25295-7"},
    "evidence": {"document": "document/kenmerk:VWS/2022 17"},
}
# And for the graph of the seeds.
OF_SEEDS = {
    "cited-for": {"document": "kst-25295-1892"},
    "citation-chain": {"start": "kenmerk:3466324-1039478-PDCIC", "goal": "kst-25295-1892"},
    "evidence": {"document": "kenmerk:3382139-1030472-PG"},
}


@pytest.fixture(scope="module")
def example() -> Graph:
    return build_graph(example_data())


@pytest.fixture(scope="module")
def seeds() -> Graph:
    from kg import pipeline

    built = pipeline.build([SEEDS]).graph
    return Graph(built.store, built.base)


def test_there_are_twenty_and_more() -> None:
    assert len(NAMES) >= 20


@pytest.mark.parametrize("name", NAMES)
def test_a_saved_query_is_described_in_both_languages(name: str) -> None:
    query = saved_query(name)
    assert set(query.titles) == set(query.questions) == {"nl", "en"}
    assert all(question.endswith("?") for question in query.questions.values())
    assert query.columns or query.sparql.count("CONSTRUCT") == 1
    assert {param.name for param in query.params} == {
        param.name for param in query.params if f"?{param.name}" in query.sparql and param.about
    }
    for param in query.params:  # what the query page asks for is said in Dutch too
        assert f"\n# param {param.name} (nl): " in query.sparql
    # every row in its place: the same question gives the same bytes
    assert "ORDER BY" in query.sparql or "CONSTRUCT" in query.sparql


@pytest.mark.parametrize("name", NAMES)
def test_a_saved_query_is_answered_in_its_shape(example: Graph, name: str) -> None:
    found = ask_saved(example, name, params=GIVEN.get(name))
    assert found.columns == saved_query(name).columns
    assert len(found) > 0, "the example holds something for every question"


@pytest.mark.parametrize("name", NAMES)
def test_a_saved_query_runs_on_the_seeds(seeds: Graph, name: str) -> None:
    found = ask_saved(seeds, name, params=OF_SEEDS.get(name))
    assert found.columns == saved_query(name).columns


@pytest.mark.parametrize("name", [name for name in NAMES if name != "as-rdf12"])
def test_both_engines_answer_alike(example: Graph, name: str) -> None:
    """rdflib reads SPARQL 1.1; RDF 1.2 it does not know yet."""
    query = saved_query(name)
    values = _values(query, GIVEN.get(name, {}), example.base)
    bound = bind(query.sparql, check(query.sparql, prefixes()), values)
    theirs = example.rdf.query(bound, initNs=prefixes())
    ours = ask_saved(example, name, params=GIVEN.get(name))
    if ours.form == "CONSTRUCT":
        made = {tuple(term_from_rdflib(term) for term in triple) for triple in theirs}
        assert made == {(t.subject, t.predicate, t.object) for t in ours.triples}
        return
    rows = [tuple(None if each is None else term_from_rdflib(each) for each in row)
            for row in theirs]  # fmt: skip
    assert [text(row) for row in rows] == [text(row) for row in ours.terms]


def text(row: tuple[object, ...]) -> list[str]:
    return ["" if term is None else str(getattr(term, "value", term)) for term in row]


def column(found: Result, name: str) -> list[object]:
    return [row[name] for row in found]


def test_which_motions_does_each_letter_say_it_fulfils(example: Graph) -> None:
    found = ask_saved(example, "fulfilled")
    assert [(row["letter"], row["motion"], row["degree"], row["words"]) for row in found] == [
        (iri(TWO), iri(MOTION), "partial", "De motie-Smit is deels uitgevoerd"),
        (iri(ONE), iri(MOTION), "whole", "geven we invulling aan de motie-Smit"),
    ]


@pytest.mark.parametrize(
    ("minister", "letters"), [("boer", 1), ("VISS", 1), ("Helder", 0), ('" } #', 0)]
)
def test_a_parameter_narrows_the_answer(example: Graph, minister: str, letters: int) -> None:
    assert len(ask_saved(example, "fulfilled", params={"minister": minister})) == letters


def test_which_kamerstukken_are_cited_by_more_than_one_document(example: Graph) -> None:
    (row,) = ask_saved(example, "cited-by-several")
    assert (row["kamerstuk"], row["documents"]) == (iri(MOTION), 2)
    assert row["cited_by"] == "2022D00002; Brief VWS/2022 17"


def test_who_co_signed_with_whom(example: Graph) -> None:
    (row,) = ask_saved(example, "co-signed")
    assert (row["person"], row["other"], row["documents"]) == ("A. de Boer", "C. Visser", 1)
    assert BOER < VISSER


def test_the_days_from_a_motion_to_its_fulfilment(example: Graph) -> None:
    found = ask_saved(example, "days-to-fulfilment")
    assert column(found, "days") == [30, 90]


def test_open_commitments_can_be_asked_by_day(example: Graph) -> None:
    assert len(ask_saved(example, "open-commitments", params={"before": "2022-07-01"})) == 1
    assert len(ask_saved(example, "open-commitments", params={"before": "2022-06-30"})) == 0


def test_statements_become_citations_annotations_and_triple_terms(example: Graph) -> None:
    total = len(example_data().statements)
    cito = ask_saved(example, "as-cito")
    assert sum("cito/Citation>" in str(triple) for triple in cito.triples) == 4
    annotations = ask_saved(example, "as-annotations")
    assert sum("oa#Annotation>" in str(triple) for triple in annotations.triples) == total
    reified = ask_saved(example, "as-rdf12")
    terms = [triple.object for triple in reified.triples if isinstance(triple.object, ox.Triple)]
    assert len(terms) == total


@pytest.mark.parametrize(
    ("name", "params", "fault"),
    [
        ("fulfilld", {}, "did you mean fulfilled"),
        ("nothing-like-it", {}, "kg query --list"),
        ("cited-for", {}, "needs document; add --param document="),
        ("cited-for", {"document": "kst-1-2", "other": "x"}, "parameter other"),
        ("open-commitments", {"before": "morgen"}, "'morgen' is no date; write one as 2022-06-30"),
    ],
)
def test_a_wrong_call_says_what_is_right(
    example: Graph, name: str, params: dict[str, str], fault: str
) -> None:
    with pytest.raises(QueryError, match=fault):
        ask_saved(example, name, params=params)


def test_the_head_of_a_file_is_read() -> None:
    query = parse("x", "# title (nl): Een\n# param d (date, optional): a day\n# columns: a, b\n?x")
    assert (query.titles["nl"], query.columns) == ("Een", ("a", "b"))
    (param,) = query.params
    assert (param.name, param.type, param.optional, param.about) == ("d", "date", True, "a day")


@pytest.mark.parametrize("name", NAMES)
def test_every_saved_query_is_documented(name: str) -> None:
    page = (SEEDS.parents[1] / "docs" / "query.md").read_text(encoding="utf-8")
    assert f"| `{name}` | {saved_query(name).questions['en']}" in page
    assert all(f"`--param {param.name}=…`" in page for param in saved_query(name).params)


def test_of_what_several_papers_name_each_place_is_told_once() -> None:
    """A person nobody knows has a reason for each day: no row for each of them at each place."""
    reasons = [Literal("kg:reason", f"nobody is called “Bot” on 2007-10-{n}") for n in (12, 11, 10)]
    unknown = Literal("kg:unresolved", "true", datatype="xsd:boolean")
    papers = [node(f"document/2022D0000{n}", "Letter Document") for n in (1, 2, 3)]
    bot = Node("person/x-bot", ("Person",), "Bot", (unknown, *reasons))
    graph = made([*papers, bot], [(paper.key, "signedBy", bot.key) for paper in papers])
    rows = graph.ask("unresolved").rows
    papers_told = ("2022D00001", "2022D00002", "2022D00003")
    assert tuple((row[3], row[2]) for row in rows) == tuple(
        (paper, reasons[2].text) for paper in papers_told
    )
