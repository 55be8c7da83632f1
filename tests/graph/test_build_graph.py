"""From nodes and statements to triples: the edges, the evidence, and nothing else."""

import random
from dataclasses import replace

import pyoxigraph as ox
import pytest
import rdflib
from commons import term_from_rdflib
from graph_example import (
    BOER, COMMITMENT, EDGES, FILES, MEMO, MOTION, ONE, TENURE, TEXTS, TWO, VERMEER, example_data,
)  # fmt: skip
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import GraphError
from kg.graph import build_graph
from kg.model import GraphData, Literal, Node, Statement
from kg.rdf import TYPE, RdfGraph, description, subjects, to_rdflib, triples
from kg.vocabulary import BASE, KG, PREFIXES, expand, iri, statement_key, terms


@pytest.fixture(scope="module")
def graph() -> RdfGraph:
    return build_graph(example_data())


def values(graph: RdfGraph, key: str, name: str) -> list[str]:
    facts = description(graph, iri(key, base=graph.base))
    return [thing.value for predicate, thing in facts if predicate == expand(name)]


@pytest.mark.parametrize("edge", EDGES, ids=lambda edge: f"{edge[0]} {edge[1]}")
def test_every_statement_gives_its_edge(graph: RdfGraph, edge: tuple[str, str, str]) -> None:
    assert iri(edge[2]) in values(graph, edge[0], edge[1])


@pytest.mark.parametrize("statement", example_data().statements, ids=statement_key)
def test_every_edge_has_its_evidence(graph: RdfGraph, statement: Statement) -> None:
    key = statement_key(statement)
    assert values(graph, key, "rdf:subject") == [iri(statement.subject)]
    assert values(graph, key, "rdf:predicate") == [expand(statement.predicate)]
    assert values(graph, key, "rdf:object") == [iri(statement.object)]
    assert values(graph, key, "prov:wasDerivedFrom") == [iri(statement.file)]
    assert values(graph, key, "quote") == [statement.quote]
    assert values(graph, key, "start") == [str(statement.start)]
    assert values(graph, key, "end") == [str(statement.end)]
    assert values(graph, key, "inFootnote") == [str(statement.in_footnote).lower()]
    assert values(graph, key, "confidence") == ["0.9"]
    assert values(graph, key, "rule") == [statement.rule]
    assert values(graph, key, "page") == ([] if statement.page is None else [str(statement.page)])
    assert values(graph, key, "degree") == ([statement.degree.value] if statement.degree else [])
    assert values(graph, key, "note") == ([statement.note] if statement.note else [])
    text = next(TEXTS[name] for name, key in FILES.items() if key == statement.file)
    assert text[statement.start : statement.end] == statement.quote


@pytest.mark.parametrize(
    ("key", "kinds"),
    [
        (ONE, {"Document", "Letter"}),
        (MEMO, {"Document", "Memo"}),
        (MOTION, {"Document", "Kamerstuk", "Motion"}),
        (BOER, {"Minister", "Person"}),
        (TENURE, {"Tenure"}),
        (COMMITMENT, {"Commitment"}),
    ],
)
def test_a_thing_has_its_classes_and_ours_above_them(
    graph: RdfGraph, key: str, kinds: set[str]
) -> None:
    found = {thing.value for predicate, thing in description(graph, iri(key)) if predicate == TYPE}
    assert found == {KG + kind for kind in kinds}


@pytest.mark.parametrize(
    ("key", "name", "datatype"),
    [
        (ONE, "dcterms:date", "date"),
        (ONE, "kg:attachmentCount", "integer"),
        (ONE, "kg:kenmerk", "string"),
        (VERMEER, "kg:unresolved", "boolean"),
        (TENURE, "kg:from", "date"),
        (COMMITMENT, "kg:due", "date"),
    ],
)
def test_a_literal_has_the_datatype_of_its_property(
    graph: RdfGraph, key: str, name: str, datatype: str
) -> None:
    found = [thing for p, thing in description(graph, iri(key)) if p == expand(name)]
    assert [thing.datatype.value for thing in found if isinstance(thing, ox.Literal)] == [
        PREFIXES["xsd"] + datatype
    ]


def test_every_property_and_class_is_in_the_ontology(graph: RdfGraph) -> None:
    known = {term.iri for term in terms().values()}
    for triple in triples(graph):
        assert triple.predicate.value in known | {TYPE}
        if triple.predicate.value == TYPE:
            assert isinstance(triple.object, ox.NamedNode) and triple.object.value in known


def test_nothing_of_other_vocabularies_is_inferred(graph: RdfGraph) -> None:
    found = {triple.predicate.value for triple in triples(graph)}
    assert not [each for each in found if "cito" in each or "eli" in each or "relatedTo" in each]


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_input_does_not_matter(graph: RdfGraph, seed: int) -> None:
    data = example_data()
    nodes, statements = list(data.nodes), list(data.statements)
    random.Random(seed).shuffle(nodes)
    random.Random(seed).shuffle(statements)
    shuffled = build_graph(GraphData(tuple(nodes), tuple(statements)))
    assert list(triples(shuffled)) == list(triples(graph))


def test_of_two_statements_with_one_name_the_surer_one_counts() -> None:
    data = example_data()
    first = data.statements[0]
    doubled = (replace(first, confidence=0.4, note="less sure"), *data.statements)
    graph = build_graph(GraphData(data.nodes, doubled))
    assert list(triples(graph)) == list(triples(build_graph(data)))


def test_the_base_is_a_setting() -> None:
    graph = build_graph(example_data(), base="https://example.org/kamer/")
    own = [each for each in subjects(graph) if "identifier.overheid.nl" not in each]
    assert own and all(each.startswith("https://example.org/kamer/id/") for each in own)
    assert not [t for t in triples(graph) if BASE + "id/" in str(t)]


@pytest.mark.parametrize(
    ("node", "fault"),
    [
        (Node("document/a", ("Lettre",), "a"), "did you mean kg:Letter"),
        (Node("document/a", ("cites",), "a"), "not a class"),
        (Node("document/a", ("Letter",), "a", (Literal("dcterms:titel", "x"),)), "dcterms:title"),
        (Node("document/a", ("Letter",), "a", (Literal("kg:cites", "x"),)), "not a literal"),
        (Node("document/a", ("Letter",), "a", (), (), (("cites", "document/b"),)), "not a link"),
        (Node("nothing", ("Letter",), "a"), "no key"),
    ],
)
def test_what_the_vocabulary_does_not_have_is_refused(node: Node, fault: str) -> None:
    with pytest.raises(GraphError, match=fault):
        build_graph(GraphData((node,), ()))


def test_only_a_relation_can_have_a_statement() -> None:
    wrong = replace(example_data().statements[0], predicate="readFrom")
    with pytest.raises(GraphError, match="is a link, not a relation"):
        build_graph(GraphData((), (wrong,)))


def returned(copy: rdflib.Graph) -> list[ox.Triple]:
    """The triples of a graph of rdflib as pyoxigraph has them."""
    store = ox.Store()
    for triple in copy:
        store.add(ox.Quad(*map(term_from_rdflib, triple)))  # type: ignore[arg-type]
    return list(triples(RdfGraph(store)))


def test_rdflib_gets_the_same_graph_and_gives_it_back(graph: RdfGraph) -> None:
    copy = to_rdflib(graph)
    assert len(copy) == len(graph)
    assert returned(copy) == list(triples(graph))


@given(st.text(alphabet=st.characters()), st.text(min_size=1))
def test_any_text_can_be_said(label: str, name: str) -> None:
    graph = build_graph(GraphData((Node(f"document/{name}", ("Letter",), label),), ()))
    copy = to_rdflib(graph)
    assert len(copy) == len(graph) >= 2
    assert returned(copy) == list(triples(graph))


@pytest.mark.parametrize("edge", ["[] a kg:Letter", "kg:x kg:cites []"])
def test_a_blank_node_is_refused(edge: str) -> None:
    store = ox.Store()
    store.load(f"PREFIX kg: <{KG}> {edge} .".encode(), ox.RdfFormat.TURTLE)
    with pytest.raises(GraphError, match="blank nodes"):
        subjects(RdfGraph(store))


def test_two_documents_are_two(graph: RdfGraph) -> None:
    assert values(graph, ONE, "kg:readFrom") != values(graph, TWO, "kg:readFrom")
