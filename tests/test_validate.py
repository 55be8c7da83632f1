"""The shapes: a sound graph passes; every way to break one is found, named and can be mended."""

import pyoxigraph as ox
import pytest
from graph_example import BOER, COMMITMENT, FILES, MOTION, ONE, TENURE, VERMEER, example_data

from kg import data
from kg.graph import build_graph
from kg.model import GraphData, Node
from kg.rdf import LABEL, RdfGraph, description, descriptions
from kg.validate import check_thing, kinds_of, problem, report, validate
from kg.validate.shapes import pairings, rules
from kg.vocabulary import PREFIXES, expand, iri, of_role, prefixes, statement_key

FIRST = statement_key(example_data().statements[0])
FILE = FILES["brief-een.txt"]
ASIDE = "document/aside"


def broken(update: str) -> RdfGraph:
    """The example after a change in SPARQL Update, where ``<key>`` stands for a thing."""
    graph = build_graph(example_data())
    lines = "".join(f"PREFIX {name}: <{space}>\n" for name, space in prefixes().items())
    graph.store.update(lines + update)
    return graph


def at(key: str) -> str:
    return f"<{iri(key)}>"


# the change, the shape that objects, and the thing it objects to
BREACHES = [
    (f"DELETE WHERE {{ {at(ONE)} rdfs:label ?o }}", "label", ONE),
    (f"INSERT DATA {{ {at(ONE)} rdfs:label 'twice' }}", "label", ONE),
    (f"INSERT DATA {{ {at(ONE)} dcterms:identifier '' }}", "identifier", ONE),
    (f"INSERT DATA {{ {at(ONE)} dcterms:identifier 7 }}", "identifier", ONE),
    (f"INSERT DATA {{ {at(MOTION)} foaf:page 'x' }}", "page-about", MOTION),
    (f"INSERT DATA {{ {at(ONE)} dcterms:date '2022-05-02'^^xsd:date }}", "date", ONE),
    (f"INSERT DATA {{ {at(VERMEER)} dcterms:date '2022' }}", "date", VERMEER),
    (f"INSERT DATA {{ {at(VERMEER)} dcterms:date '2022-02-31'^^xsd:date }}", "date", VERMEER),
    (f"INSERT DATA {{ {at(ONE)} kg:documentNumber '22D1' }}", "document-number", ONE),
    (f"INSERT DATA {{ {at(ONE)} kg:caseNumber '2022D00001' }}", "case-number", ONE),
    (f"INSERT DATA {{ {at(ONE)} kg:vergaderjaar '2022' }}", "vergaderjaar", ONE),
    (f"INSERT DATA {{ {at(VERMEER)} kg:attachmentCount -1 }}", "attachment-count", VERMEER),
    (f"INSERT DATA {{ {at(VERMEER)} kg:readFrom {at(ONE)} }}", "read-from", VERMEER),
    (f"DELETE DATA {{ {at(ONE)} a kg:Document }}", "Letter", ONE),
    (f"DELETE DATA {{ {at(BOER)} a kg:Person }}", "Minister", BOER),
    (f"INSERT DATA {{ {at(COMMITMENT)} kg:status 'done' }}", "status", COMMITMENT),
    (f"INSERT DATA {{ {at(COMMITMENT)} kg:due 'zomer' }}", "due", COMMITMENT),
    (f"DELETE WHERE {{ {at(FILE)} kg:sha256 ?o }}", "sha256", FILE),
    (f"DELETE WHERE {{ {at(TENURE)} kg:holder ?o }}", "holder", TENURE),
    (f"INSERT DATA {{ {at(TENURE)} kg:heldPost {at(BOER)} }}", "held-post", TENURE),
    (f"DELETE WHERE {{ {at(TENURE)} kg:until ?o }} ; "
     f"INSERT DATA {{ {at(TENURE)} kg:until '2021-01-01'^^xsd:date }}", "from", TENURE),
    (f"DELETE WHERE {{ {at(VERMEER)} kg:reason ?o }}", "unresolved-reason", VERMEER),
    (f"INSERT DATA {{ {at(VERMEER)} kg:unresolved false }}", "unresolved", VERMEER),
    (f"DELETE WHERE {{ {at(FIRST)} kg:quote ?o }}", "quote", FIRST),
    (f"DELETE WHERE {{ {at(FIRST)} kg:quote ?o }} ; INSERT DATA {{ {at(FIRST)} kg:quote '' }}",
     "quote", FIRST),
    (f"INSERT DATA {{ {at(FIRST)} kg:quote 'another' }}", "quote", FIRST),
    (f"DELETE WHERE {{ {at(FIRST)} kg:end ?o }} ; INSERT DATA {{ {at(FIRST)} kg:end 3 }}",
     "start", FIRST),
    (f"DELETE WHERE {{ {at(FIRST)} kg:start ?o }} ; INSERT DATA {{ {at(FIRST)} kg:start -1 }}",
     "start", FIRST),
    (f"DELETE WHERE {{ {at(FIRST)} kg:end ?o }}", "end", FIRST),
    (f"DELETE WHERE {{ {at(FIRST)} kg:inFootnote ?o }}", "in-footnote", FIRST),
    (f"INSERT DATA {{ {at(FIRST)} kg:page 0 }}", "page", FIRST),
    (f"DELETE WHERE {{ {at(FIRST)} kg:rule ?o }}", "rule", FIRST),
    (f"DELETE WHERE {{ {at(FIRST)} kg:confidence ?o }} ; "
     f"INSERT DATA {{ {at(FIRST)} kg:confidence 1.5 }}", "confidence", FIRST),
    (f"INSERT DATA {{ {at(FIRST)} kg:degree 'half' }}", "degree", FIRST),
    (f"DELETE WHERE {{ {at(FIRST)} prov:wasDerivedFrom ?o }}", "derived-from", FIRST),
    (f"INSERT DATA {{ {at(FIRST)} prov:wasDerivedFrom {at(ONE)} }}", "derived-from", FIRST),
    (f"DELETE WHERE {{ {at(FIRST)} rdf:subject ?o }}", "subject", FIRST),
    (f"DELETE WHERE {{ {at(FIRST)} rdf:object ?o }}", "object", FIRST),
    (f"DELETE WHERE {{ {at(FIRST)} rdf:predicate ?o }} ; "
     f"INSERT DATA {{ {at(FIRST)} rdf:predicate kg:relatedTo }}", "predicate", FIRST),
    (f"DELETE DATA {{ {at(ONE)} kg:fulfils {at(MOTION)} }}", "statement-has-edge", FIRST),
    ("INSERT DATA { [] a kg:Letter }", "Thing", None),
]  # fmt: skip


def test_a_sound_graph_passes_in_both_engines() -> None:
    graph = build_graph(example_data())
    assert validate(graph) == validate(graph, engine="pyshacl") == ()
    assert report(()) == "The graph fits its shapes.\n"


@pytest.mark.parametrize(("update", "shape", "key"), BREACHES, ids=range(len(BREACHES)))
def test_a_breach_is_found_by_both_engines_alike(
    update: str, shape: str, key: str | None
) -> None:
    graph = broken(update)
    found = validate(graph)
    assert shape in {problem.shape for problem in found}, found
    if key is not None:
        short = iri(key).removeprefix("https://w3id.org/kamergraaf/id/").replace("/", ":", 1)
        assert short in {problem.node for problem in found if problem.shape == shape}
        reference = validate(graph, engine="pyshacl")
        assert {(p.node, p.shape) for p in found} == {(p.node, p.shape) for p in reference}


@pytest.mark.parametrize("relation", of_role("relation"))
def test_a_relation_without_evidence_or_between_the_wrong_things_is_found(relation: str) -> None:
    aside = Node(ASIDE, ("Programme",), "aside")
    example = example_data()
    graph = build_graph(GraphData((*example.nodes, aside), example.statements))
    node = ox.NamedNode(iri(ASIDE))
    graph.store.add(ox.Quad(node, ox.NamedNode(expand(relation)), node))
    own, reference = validate(graph), validate(graph, engine="pyshacl")
    expected = {relation, f"{relation}-object", f"{relation}-statement"}
    if relation in ("mentionsProgramme", "presents"):
        expected -= {f"{relation}-object"}
    assert {problem.shape for problem in own} == expected
    assert {(p.node, p.shape) for p in own} == {(p.node, p.shape) for p in reference}


def test_a_problem_reads_as_a_sentence_in_either_language() -> None:
    graph = broken(f"DELETE WHERE {{ {at(VERMEER)} kg:reason ?o }}")
    assert [str(problem) for problem in validate(graph)] == [
        "document:motion-vermeer is unresolved without a reason; write kg:reason"
    ]
    assert [str(problem) for problem in validate(graph, language="nl")] == [
        "document:motion-vermeer is niet thuisgebracht zonder reden; schrijf kg:reason"
    ]


def test_a_problem_names_the_value_at_fault() -> None:
    graph = broken(f"INSERT DATA {{ {at(COMMITMENT)} kg:due 'zomer' }}")
    assert "zomer" in {problem.value for problem in validate(graph)}


def test_every_rule_in_sparql_is_one_of_edges_and_statements() -> None:
    relations, paired = pairings()
    assert relations == {expand(name) for name in of_role("relation")}
    assert paired == {shape for shape, _ in rules()[2]}


def test_edges_and_statements_that_pair_are_seen_without_a_query(
    monkeypatch: pytest.MonkeyPatch
) -> None:
    graph = build_graph(example_data())
    edge = (ox.NamedNode(iri(ONE)), ox.NamedNode(expand("cites")), ox.NamedNode(iri(ONE)))
    monkeypatch.setattr("kg.validate.rules", lambda: (*rules()[:2], [("shape", "no query")]))
    monkeypatch.setattr("kg.validate.pairings", lambda: (pairings()[0], frozenset(["shape"])))
    assert validate(graph) == ()
    graph.store.add(ox.Quad(*edge))
    with pytest.raises(SyntaxError):
        validate(graph)


def test_a_thing_is_checked_alone() -> None:
    graph = build_graph(example_data())
    kinds = kinds_of(graph)
    for subject, facts in descriptions(graph):
        assert not list(check_thing(ox.NamedNode(subject), facts, kinds))
    facts = [fact for fact in description(graph, iri(ONE)) if fact[0] != LABEL]
    (found,) = check_thing(ox.NamedNode(iri(ONE)), facts, kinds)
    assert problem(found).shape == "label"


def test_the_rules_cover_every_shape() -> None:
    of_class, of_predicate, queries = rules()
    named = {rule.shape for found in (of_class, of_predicate) for each in found.values()
             for rule in each}  # fmt: skip
    named |= {shape for shape, _ in queries}
    store = ox.Store()
    store.load(path=str(data.path("ontology/shapes.ttl")), format=ox.RdfFormat.TURTLE)
    kinds = [ox.NamedNode(PREFIXES["sh"] + name)
             for name in ("NodeShape", "PropertyShape", "SPARQLConstraint")]  # fmt: skip
    shapes = {quad.subject.value for kind in kinds
              for quad in store.quads_for_pattern(None, None, kind)}  # type: ignore[union-attr]
    assert named == shapes
