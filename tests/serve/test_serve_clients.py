"""The clients researchers use, and the same answers whichever way a question is asked."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib
from commons import Run
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from serving import Server, served
from SPARQLWrapper import CSV, GET, JSON, POST, POSTDIRECTLY, TURTLE, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import EndPointInternalError, QueryBadFormed

from kg.facade import Graph, load_graph
from kg.query import saved_queries, saved_query
from kg.query.binding import bind, value
from kg.query.check import check
from kg.vocabulary import prefixes

FULFILS = "SELECT ?letter ?motion WHERE { ?letter kg:fulfils ?motion } ORDER BY ?letter"
PREFIX = "PREFIX kg: <https://w3id.org/kamergraaf/def#>\n"


@pytest.mark.parametrize("direct", [True, False])
@pytest.mark.parametrize("method", [GET, POST])
def test_sparqlwrapper_rows(server: Server, method: str, direct: bool) -> None:
    client = SPARQLWrapper(server.sparql)
    client.setMethod(method)
    if direct and method == POST:
        client.setRequestMethod(POSTDIRECTLY)
    client.setQuery(PREFIX + FULFILS)
    client.setReturnFormat(JSON)
    found = client.query().convert()
    assert len(found["results"]["bindings"]) == 2
    client.setReturnFormat(XML)
    assert len(client.query().convert().getElementsByTagName("result")) == 2
    client.setReturnFormat(CSV)
    assert client.query().convert().decode().startswith("letter,motion\r\n")


def test_sparqlwrapper_triples(server: Server) -> None:
    client = SPARQLWrapper(server.sparql)
    client.setQuery(PREFIX + "CONSTRUCT WHERE { ?letter kg:fulfils ?motion }")
    client.setReturnFormat(TURTLE)
    assert len(rdflib.Graph().parse(data=client.query().convert(), format="turtle")) == 2


def test_sparqlwrapper_errors(server: Server) -> None:
    client = SPARQLWrapper(server.sparql)
    client.setQuery("SELECT * { ?s kg:citess ?o }")
    with pytest.raises(QueryBadFormed, match="did you mean kg:cites"):
        client.query()
    client.setQuery("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
    with pytest.raises(EndPointInternalError, match="more than 100000 rows"):
        client.query()


def test_rdflib_sparqlstore(server: Server) -> None:
    remote = rdflib.Graph(SPARQLStore(server.sparql))
    rows = list(remote.query(PREFIX + FULFILS))
    assert len(rows) == 2
    letter = rows[0][0]  # type: ignore[index]
    assert (letter, rdflib.RDF.type, rdflib.URIRef(prefixes()["kg"] + "Letter")) in remote
    assert len(list(remote.predicate_objects(letter))) > 5


# --- the same question, three ways ------------------------------------------------------------

#: What the parameters that a saved query needs may be in the graph of the seeds.
NEEDED = {
    "evidence": {"document": "document/kenmerk:3382139-1030472-PG"},
    "cited-for": {"document": "kst-25295-1892"},
    "citation-chain": {
        "start": "document/kenmerk:3466324-1039478-PDCIC", "goal": "kst-25295-1892",
    },
}  # fmt: skip


@pytest.fixture(scope="module")
def seeds_graph(built: tuple[Path, Any]) -> Graph:
    """The graph of the seeds."""
    return load_graph(built[0])


@pytest.fixture(scope="module")
def seeds_server(built: tuple[Path, Any]) -> Iterator[Server]:
    """A server over the graph of the seeds."""
    with served(built[0]) as running:
        yield running


def asked(name: str, base: str) -> str:
    """A saved query as it is sent, its parameters filled in."""
    query = saved_query(name)
    kinds = {param.name: param.type for param in query.params}
    given = NEEDED.get(name, {})
    bound = {each: value(each, text, kinds[each], base=base) for each, text in given.items()}
    return bind(query.sparql, check(query.sparql, prefixes()), bound)


def rows(answer: dict[str, Any]) -> Counter[str]:
    """The rows of an answer in JSON, in any order."""
    return Counter(json.dumps(row, sort_keys=True) for row in answer["results"]["bindings"])


def test_what_a_query_needs_is_given() -> None:
    needing = {
        name for name, query in saved_queries().items()
        if not all(param.optional for param in query.params)
    }  # fmt: skip
    assert needing == set(NEEDED) and len(saved_queries()) >= 20


@pytest.mark.parametrize("name", saved_queries())
def test_the_same_answer_from_oxigraph_rdflib_and_over_http(
    name: str, seeds_graph: Graph, seeds_server: Server
) -> None:
    query = asked(name, seeds_graph.base)
    here = seeds_graph.query(query)
    assert name not in NEEDED or len(here) > 0
    if here.form == "CONSTRUCT":
        there = seeds_server.ask(query, "application/n-triples")
        found = {str(quad.triple) for quad in ox.parse(
            input=there.body, format=ox.RdfFormat.N_TRIPLES)}  # fmt: skip
        assert found == {str(triple) for triple in here.triples}
        return
    over_http = json.loads(seeds_server.ask(query).body)
    assert rows(over_http) == rows(json.loads(here.to("json")))
    slow = seeds_graph.rdf.query(query, initNs=prefixes())
    assert rows(_plain(json.loads(slow.serialize(format="json") or b"{}"))) == rows(
        _plain(over_http)
    )


def _plain(answer: dict[str, Any]) -> dict[str, Any]:
    """Numbers by their value: engines write 0.10 and 0.1."""
    for row in answer["results"]["bindings"]:
        for term in row.values():
            if term.get("datatype", "").endswith(("decimal", "double", "integer")):
                term["value"] = str(round(float(term["value"]), 6))
                term["datatype"] = "number"
    return answer


def test_a_server_without_a_graph_says_so(run_kg: Run, tmp_path: Path) -> None:
    run = run_kg("serve", "--graph", tmp_path, "--port", "0")
    assert run.returncode == 1
    assert "make one with kg build" in run.stderr
    assert len(run.stderr.splitlines()) == 1


def test_a_port_that_is_taken(run_kg: Run, example_file: Path, server: Server) -> None:
    port = server.address.rpartition(":")[2]
    run = run_kg("serve", "--graph", example_file, "--port", port)
    assert run.returncode == 1
    assert "cannot listen there" in run.stderr
    assert "--port" in run.stderr
