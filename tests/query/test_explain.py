"""What ``--explain`` shows: the steps of a query, and what each pattern finds alone."""

import pytest
from graph_example import example_data

from kg.errors import QueryError
from kg.facade import Graph, build_graph
from kg.query import saved_queries
from kg.query.explain import explain


@pytest.fixture(scope="module")
def graph() -> Graph:
    return build_graph(example_data())


@pytest.mark.parametrize(
    ("sparql", "lines"),
    [
        ("ASK { ?d kg:fulfils ?m }", ["ASK", "2      ?d kg:fulfils ?m"]),
        ("SELECT DISTINCT ?d { ?d a kg:Memo } LIMIT 3", ["take 3 from 0", "drop doubles", "keep ?d",
         "1          ?d rdf:type kg:Memo"]),
        ("SELECT * { { ?a kg:cites ?b } UNION { ?a kg:fulfils ?b } }", ["UNION: either",
         "3        ?a kg:cites ?b", "2        ?a kg:fulfils ?b"]),
        ("SELECT ?a { ?a kg:cites+/kg:inDossier dossier:25295 }",
         ["2      ?a kg:cites+/kg:inDossier dossier:25295"]),
        ("SELECT ?a { ?a a kg:Letter FILTER NOT EXISTS { ?a kg:signedBy ?p } }",
         ["keep what fits FILTER", "NOT EXISTS", "2            ?a kg:signedBy ?p"]),
        ("SELECT ?a { ?a a kg:Letter OPTIONAL { ?a kg:due ?p } }", ["1        ?a kg:due ?p"]),
        ("SELECT ?a { ?a rdfs:label \"C. Visser\" }", ["1      ?a rdfs:label \"C. Visser\""]),
    ],
)
def test_every_step_is_told_with_what_it_finds(
    graph: Graph, sparql: str, lines: list[str]
) -> None:
    told = explain(graph, sparql).splitlines()
    for line in lines:
        assert line in [each.strip() for each in told], "\n".join(told)


@pytest.mark.parametrize("name", [name for name in saved_queries() if name != "as-rdf12"])
def test_every_saved_query_is_explained(graph: Graph, name: str) -> None:
    told = explain(graph, saved_queries()[name].sparql, seconds=30)
    assert told.count("\n") > 3
    assert not [line for line in told.splitlines() if line.lstrip().startswith("? ")]


@pytest.mark.parametrize(
    ("sparql", "fault"),
    [
        ("SELECT ?d { ?d kg:citess ?k }", "did you mean kg:cites"),
        ("DELETE WHERE { ?a ?b ?c }", "would change the graph"),
        ("SELECT ?d {", "cannot be explained"),
        ("SELECT ?s { ?s rdf:reifies <<( ?a ?b ?c )>> }", "RDF 1.2 is not explained"),
    ],
)
def test_what_cannot_be_run_is_not_explained(graph: Graph, sparql: str, fault: str) -> None:
    with pytest.raises(QueryError, match=fault):
        explain(graph, sparql)
