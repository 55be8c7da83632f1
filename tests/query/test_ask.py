"""Asking: what is answered, what is refused, and where a query goes wrong."""

import time

import pytest
from graph_example import FILES, MOTION, ONE, TWO, example_data
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.graph import build_graph
from kg.query import ask
from kg.query.grammar import GRAMMAR, Rule, rules
from kg.query.lexer import tokens
from kg.query.locate import locate
from kg.query.saved import saved_queries
from kg.rdf import RdfGraph
from kg.vocabulary import iri


@pytest.fixture(scope="module")
def graph() -> RdfGraph:
    return build_graph(example_data())


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("SELECT ?d { ?d kg:repliesTo ?x }", [(iri("document/file-nota"),)]),
        ("SELECT (COUNT(*) AS ?n) { ?d kg:cites ?x }", [(3,)]),
        ("SELECT ?n { ?p a kg:Member ; foaf:name ?n }", [("C. Visser",)]),
        ("SELECT ?c { ?s kg:confidence ?c } LIMIT 1", [(0.9,)]),
        ("SELECT ?f { ?s kg:unresolved ?f }", [(True,)]),
        ("SELECT ?x { BIND(1/0 AS ?x) }", [(None,)]),
        ("SELECT ?l { ?p a kg:Programme ; skos:prefLabel ?l }", [("Gezond Leven",)]),
        ("SELECT ?m { document:2022D00002 kg:fulfils ?m }", [(iri(MOTION),)]),
        ("PREFIX x: <https://w3id.org/kamergraaf/def#> SELECT ?d { ?d x:repliesTo ?o }",
         [(iri("document/file-nota"),)]),
        ("SELECT ?d { ?d kg:cites+/kg:inDossier dossier:25295 } ORDER BY ?d",
         [(iri(TWO),), (iri(ONE),)]),
        ("SELECT ?x { ?x ?p 'SERVICE' }", []),
        ("# DELETE everything\nSELECT ?x { ?x kg:kenmerk 'INSERT DATA' }", []),
    ],
)  # fmt: skip
def test_a_query_is_answered(graph: RdfGraph, query: str, rows: list[tuple[object, ...]]) -> None:
    assert list(ask(graph, query).rows) == rows


def test_dates_come_as_dates(graph: RdfGraph) -> None:
    found = ask(graph, "SELECT ?d { ?c kg:due ?d }").rows[0][0]
    assert str(found) == "2022-07-01" and not isinstance(found, str)


def test_a_question_of_truth_and_a_construction(graph: RdfGraph) -> None:
    assert ask(graph, "ASK { ?d kg:fulfils ?m }")
    assert not ask(graph, "ASK { ?d kg:rejects ?m }")
    made = ask(graph, "CONSTRUCT { ?m kg:followsUp ?d } WHERE { ?d kg:fulfils ?m }")
    assert (made.form, len(made)) == ("CONSTRUCT", 2)
    assert len(ask(graph, "DESCRIBE dossier:25295")) == 3


def test_without_an_order_the_rows_are_sorted(graph: RdfGraph) -> None:
    rows = ask(graph, "SELECT ?s ?p ?o { ?s ?p ?o }").terms
    assert len(rows) == len(graph)
    assert list(rows) == sorted(rows, key=lambda row: [str(term) for term in row])


@pytest.mark.parametrize(
    ("query", "place", "words"),
    [
        ("SELECT ?d { ?d kg:citess ?k }", "line 1, column 16", "did you mean kg:cites?"),
        ("SELECT ?d {\n  ?d kg:Fulfills ?k }", "line 2, column 6", "did you mean kg:fulfils?"),
        ("SELECT ?d { ?d <https://w3id.org/kamergraaf/def#citess> ?k }", "column 16", "kg:cites?"),
        ("SELECT ?d { ?d foaff:name ?k }", "line 1, column 16", "did you mean foaf:name?"),
        ("SELECT ?d { ?d kg:date ?k }", "line 1, column 16", "did you mean dcterms:date?"),
        ("SELECT ?d { ?d ff:name ?k }", "line 1, column 16", "did you mean foaf:name?"),
        ("SELECT ?d { ?d qqq:cites ?k }", "line 1, column 16", "did you mean kg:cites?"),
        ("SELECT ?d { ?d qqq:weet ?k }", "line 1, column 16", "declare it: PREFIX qqq:"),
        ("SELCT ?d { ?d ?p ?k }", "line 1, column 1:", "did you mean SELECT?"),
        ("SELECT ?x\nWHERE {\n  ?x ?p ?y .\n  FILTR(?x = 1)\n}", "line 4, column 3",
         "did you mean FILTER?"),
        ("SELECT ?x { ?x ?p ?y } ORDR BY ?x", "line 1, column 24", "did you mean ORDER?"),
        ("SELECT ?x { ?x ?p ?y } LIMIT ten", "line 1, column 30", "expected a number"),
        ("SELECT ?x { ?x ?p ?y ) }", "line 1, column 22", ") does not fit here"),
        ("SELECT ?x { 'é‘𝄞' ?p ?y ) }", "line 1, column 25", ") does not fit here"),
        ("SELECT ?x { ?x ?p ?y", "line 1, column 21", "a closing } is missing"),
        ("SELECT ?x { ?x ?p ?y LIMIT 2", "line 1, column 22", "a closing } is missing before it"),
        ("SELECT ?x { ?x ?p ?y ?z }", "line 1, column 22", "expected ',', ';', '.', '{'"),
        ("SELECT ?x { ?x ?p 'abc }", "line 1, column 19", "never closed"),
        ("SELECT ?x { ?x ?p }", "line 1, column 19", "expected"),
        ("SELECT ?y { ?x ?p ?z } GROUP BY ?x", "query", "does not give"),
        ("", "query", "is empty"),
        ("  # nothing", "query", "is empty"),
        ("42", "line 1, column 1", "42 does not fit here"),
    ],
)  # fmt: skip
def test_a_fault_is_shown_at_its_place(
    graph: RdfGraph, query: str, place: str, words: str
) -> None:
    with pytest.raises(QueryError) as caught:
        ask(graph, query)
    assert place in caught.value.place + ":"
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("DELETE WHERE { ?s ?p ?o }", "DELETE would change the graph"),
        ("PREFIX a: <b:> INSERT DATA { a:b a:c a:d }", "INSERT would change the graph"),
        ("DROP ALL", "DROP would change the graph"),
        ("LOAD <http://localhost/>", "LOAD would change the graph"),
        ("SELECT * { SERVICE <http://localhost:1/> { ?s ?p ?o } }", "SERVICE would ask"),
        ("SELECT * { service silent <http://localhost:1/> { ?s ?p ?o } }", "SERVICE would ask"),
        ("SELECT * { ?s ?p ?o { SERVICE ?s { ?a ?b ?c } } }", "SERVICE would ask"),
        ("SELECT * { S\\u0045RVICE <http://localhost:1/> { ?s ?p ?o } }", "SERVICE would ask"),
        ("SELECT * { \\U00000053ERVICE <http://localhost:1/> { ?s ?p ?o } }", "SERVICE would ask"),
        ("SELECT * " + "{" * 100 + "}" * 100, "nested too deeply"),
        ("SELECT * { FILTER(" + "!" * 1000 + "true) }", "nested too deeply"),
        ("SELECT * { FILTER(1" + "||1" * 3000 + ") }", "ask it in parts"),
        ("SELECT * { " + "?s ?p ?o . " * 20_000 + "}", "longer than 100000 characters"),
    ],
)
def test_what_would_reach_outside_or_harm_is_refused(
    graph: RdfGraph, query: str, words: str
) -> None:
    with pytest.raises(QueryError, match=words):
        ask(graph, query)


@pytest.mark.parametrize(
    "value",
    ["nota.txt", 'a"b', "a'b", "\\", '" } UNION { ?s ?p ?o } #', "a\nb", "‘é’", "?d", "\ud800", ""],
)
@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?d { ?d kg:sourceName ?name }",
        "SELECT ?d ?name { ?d kg:sourceName ?name }",
        "SELECT ?d { ?d kg:sourceName ?n . FILTER(?n = ?name) }",
        "SELECT ?d { { ?d kg:sourceName ?n . FILTER(?n = $name) } UNION { ?d kg:quote ?name } }",
        "SELECT ?d { ?d kg:sourceName ?n . FILTER EXISTS { ?d kg:sourceName ?name } }",
        "SELECT ?d { { SELECT ?d { ?d kg:sourceName ?name } } }",
        "SELECT ?d { ?d kg:sourceName ?n . FILTER(!BOUND(?name) || ?n = ?name) }",
    ],
)
def test_a_parameter_is_a_value_and_never_a_piece_of_query(
    graph: RdfGraph, query: str, value: str
) -> None:
    found = ask(graph, query, params={"name": value})
    documents = {row["d"] for row in found}
    named = {iri("document/file-nota"), iri(FILES["nota.txt"])}
    assert documents == (named if value == "nota.txt" else set())


def test_an_optional_parameter_can_be_left_out(graph: RdfGraph) -> None:
    query = "SELECT ?n { ?p foaf:name ?n . FILTER(!BOUND(?part) || CONTAINS(?n, ?part)) }"
    assert len(ask(graph, query)) == 2
    assert ask(graph, query, params={"part": "Viss"}).rows == (("C. Visser",),)
    construct = "CONSTRUCT { ?p kg:party ?part } { ?p foaf:name ?n . FILTER(CONTAINS(?n, ?part)) }"
    assert len(ask(graph, construct, params={"part": "Viss"})) == 1


def test_a_parameter_the_query_does_not_have_is_refused(graph: RdfGraph) -> None:
    with pytest.raises(QueryError, match="parameter minster: is not in the query; it has: d, m"):
        ask(graph, "SELECT ?d { ?d kg:cites ?m }", params={"minster": "x"})


def test_a_time_limit_holds(graph: RdfGraph) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n2 ?o }"
    start = time.monotonic()
    with pytest.raises(QueryError, match="takes longer than 0.3 s; narrow it"):
        ask(graph, endless, seconds=0.3)
    assert time.monotonic() - start < 3


def test_within_its_time_an_answer_is_the_same(graph: RdfGraph) -> None:
    for query in (
        "SELECT ?s ?o { ?s kg:cites ?o }",
        "ASK { ?s kg:cites ?o }",
        "CONSTRUCT { ?o kg:cites ?s } WHERE { ?s kg:cites ?o }",
        "DESCRIBE dossier:25295",
        "SELECT (<<( ?s kg:cites ?o )>> AS ?t) { ?s kg:cites ?o }",
    ):
        assert ask(graph, query, seconds=20) == ask(graph, query)
    with pytest.raises(QueryError, match="did you mean FILTER"):
        ask(graph, "SELECT * { FILTR(1) }", seconds=20)


SPARQL_WORDS = st.sampled_from(
    ["SELECT", "?d", "{", "}", "(", ")", "kg:cites", "WHERE", "FILTER", "'a'", "\"", ".", ";", "*",
     "<x:y>", "ORDER BY", "GROUP BY", "1", "OPTIONAL", "UNION", "[", "]", "^", "/", "|", "BIND",
     "AS", "#", "\\u0041", "@nl", "^^", "SERVICE", "DELETE", "VALUES", "é", "\n"]
)  # fmt: skip


@settings(max_examples=300)
@given(st.lists(SPARQL_WORDS, max_size=25).map(" ".join) | st.text())
def test_anything_gives_an_answer_or_one_clear_line(query: str) -> None:
    graph = build_graph(example_data())
    try:
        ask(graph, query)
    except QueryError as error:
        assert str(error) and "\n" not in str(error)


@settings(max_examples=300)
@given(st.text())
def test_tokens_are_stretches_of_the_query_in_order(query: str) -> None:
    at = 0
    for token in tokens(query):
        assert token.start >= at and token.text
        assert query[token.start : token.start + len(token.text)] == token.text
        at = token.start + len(token.text)


@pytest.mark.parametrize("name", saved_queries())
def test_the_grammar_takes_every_saved_query(name: str) -> None:
    assert locate(list(tokens(saved_queries()[name].sparql))) is None


@pytest.mark.parametrize(
    "query",
    [
        "BASE <http://a/> PREFIX b: <c> SELECT DISTINCT ?x (1+2*-3 AS ?y) FROM <d> WHERE { }",
        "SELECT * { ?s (a|^b:c/!(d:e|^f:g))*/h:i? ?o ; a ?t , [ j:k 'l'@nl ] . ( 1 2.5 ) ?p ?q }",
        "ASK { ?s ?p 'x'^^xsd:date FILTER(?s IN (1, 2) && NOT EXISTS { ?a ?b ?c } || ?p != -1) }",
        "CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1 OFFSET 2",
        "DESCRIBE <a:b> ?x WHERE { ?x ?p ?o }",
        "SELECT (GROUP_CONCAT(DISTINCT ?x ; SEPARATOR=', ') AS ?y) { ?x ?p ?o MINUS { ?x a ?z } }",
        "SELECT ?x { VALUES (?x ?y) { (1 UNDEF) } GRAPH ?g { ?x ?y ?z } } GROUP BY ?x "
        "HAVING (COUNT(*) > 1) ORDER BY DESC(?x) ASC(?y) STR(?z) VALUES ?q { 1 }",
        "SELECT ?x { { SELECT ?x { ?x ?p ?o } } UNION { ?x ?p ?o } OPTIONAL { ?o ?p ?x } }",
    ],
)
def test_the_grammar_takes_all_of_sparql(query: str) -> None:
    assert locate(list(tokens(query))) is None


def test_every_rule_of_the_grammar_is_defined() -> None:
    def named(part: object) -> set[str]:
        inner = [getattr(part, "part", None), *getattr(part, "parts", ())]
        own = {part.name} if isinstance(part, Rule) else set()
        return own.union(*(named(each) for each in inner if each is not None))

    used = set().union(*(named(part) for part in rules().values()))
    assert used | {"Query"} == set(rules())
    assert len(rules()) == len(GRAMMAR.strip().splitlines()) > 40
