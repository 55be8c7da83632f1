"""The saved queries have equal answers wherever the graph is asked.

In pyoxigraph, in rdflib, over HTTP from ``kg serve``, and in a store elsewhere (a real Virtuoso)
into which ``kg publish`` sent it.
"""

from __future__ import annotations

import json
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from urllib.parse import urlencode

import pyoxigraph as ox
import pytest
import rdflib
from commons import Built, term_from_rdflib
from graph_example import example_data
from serving import FORM, served
from virtuoso import running

from kg import pipeline
from kg.facade import Graph, build_graph, load_graph
from kg.query import saved_queries, saved_query
from kg.query.ask import _values
from kg.query.binding import bind
from kg.query.check import check
from kg.vocabulary import prefixes

Answer = Counter[tuple[tuple[str, ...], ...]]
Asked = Callable[[str, bool], Answer]

#: Queries that cannot be asked everywhere, each with the reason.
APART = {"as-rdf12": "triple terms are RDF 1.2, which rdflib 7 and Virtuoso 7.2 do not read"}
ALIKE = [name for name in saved_queries() if name not in APART]
PLACES = ("rdflib", "HTTP", "Virtuoso")
# Values for what a query cannot be run without.
GIVEN = {
    "cited-for": {"document": "kst-25295-7"},
    "citation-chain": {"start": "2022D00002", "goal": "kst-25295-7"},
    "evidence": {"document": "document/kenmerk:VWS/2022 17"},
}


@pytest.fixture(scope="module")
def graph(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the seeds and the one made by hand, as one file."""
    store = ox.Store()
    for each in (load_graph(built[0]), build_graph(example_data())):
        store.extend(iter(each.store))
    return Graph(store).save(tmp_path_factory.mktemp("alike"))


@pytest.fixture(scope="module")
def places(graph: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, Asked]]:
    """Every place where the graph can be asked, by name."""
    held = load_graph(graph)
    with served(graph) as server, running(tmp_path_factory.mktemp("virtuoso")) as store:
        names = _sent(graph, store.graphs, tmp_path_factory.mktemp("state") / "state.json")
        yield {
            "pyoxigraph": lambda query, rows: _here(held.query(query)),
            "rdflib": lambda query, rows: _by_rdflib(held.rdf.query(query), rows),
            "HTTP": lambda query, rows: _over_http(server.sparql, query, rows),
            "Virtuoso": lambda query, rows: _over_http(store.sparql, query, rows, names),
        }


@pytest.mark.parametrize("name", ALIKE)
def test_a_saved_query_has_the_same_answer_everywhere(
    name: str, places: Mapping[str, Asked]
) -> None:
    query, rows = _query(name), bool(saved_query(name).columns)
    ours = places["pyoxigraph"](query, rows)
    assert ours, "the graph holds something for every question"
    for place in PLACES:
        theirs = places[place](query, rows)
        assert theirs == ours, f"{place}: {theirs - ours} for {ours - theirs}"


def test_at_least_twenty_are_alike_and_the_rest_has_a_reason() -> None:
    assert len(ALIKE) >= 20
    assert len(ALIKE) + len(APART) == len(saved_queries())
    assert all(APART.values()), "say why"


def test_what_cannot_be_asked_everywhere_cannot_indeed(places: Mapping[str, Asked]) -> None:
    for name in APART:
        assert places["pyoxigraph"](_query(name), False)
        assert places["HTTP"](_query(name), False) == places["pyoxigraph"](_query(name), False)
        for place in ("rdflib", "Virtuoso"):
            with pytest.raises(Exception, match="(?i)expected|syntax|500|400"):
                places[place](_query(name), False)


def _query(name: str) -> str:
    """A saved query as any engine reads it: with its prefixes, and its values bound."""
    query = saved_query(name)
    base = build_graph(example_data()).base
    found = check(query.sparql, prefixes())
    bound = bind(query.sparql, found, _values(query, GIVEN.get(name, {}), base))
    used = {space: iri for space, iri in prefixes().items() if f"{space}:" in bound}
    return "".join(f"PREFIX {space}: <{iri}>\n" for space, iri in used.items()) + bound


def _sent(graph: Path, url: str, state: Path) -> list[str]:
    """Send the graph to a store; the names of the graphs it has there."""
    pipeline.publish_graph(graph, state, url=url, user="dba", password="dba")
    return list(json.loads(state.read_text())["graphs"])


def _here(found: object) -> Answer:
    columns, rows = getattr(found, "columns", ()), getattr(found, "terms", ())
    triples = getattr(found, "triples", ())
    if triples:
        return Counter(_row({"s": t.subject, "p": t.predicate, "o": t.object}) for t in triples)
    return Counter(_row(dict(zip(columns, row, strict=True))) for row in rows)


def _by_rdflib(found: rdflib.query.Result, rows: bool) -> Answer:
    columns = [str(name) for name in found.vars or ()] if rows else ["s", "p", "o"]
    return Counter(
        _row({name: None if term is None else term_from_rdflib(term)
              for name, term in zip(columns, row, strict=True)})
        for row in (found if rows else set(found))
    )  # fmt: skip


def _over_http(address: str, query: str, rows: bool, graphs: list[str] | None = None) -> Answer:
    fields = [("query", query), *(("default-graph-uri", graph) for graph in graphs or ())]
    accept = "application/sparql-results+json" if rows else "application/n-triples"
    headers = {"Accept": accept, "Content-Type": FORM}
    request = urllib.request.Request(address, urlencode(fields).encode(), headers)
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(request, timeout=60) as answer:
        body = answer.read()
    if rows:
        found = ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON)
        assert isinstance(found, ox.QuerySolutions)
        names = [variable.value for variable in found.variables]
        return Counter(_row({name: row[name] for name in names}) for row in found)
    parsed = {quad.triple for quad in ox.parse(body, format=ox.RdfFormat.N_TRIPLES)}
    return Counter(_row({"s": t.subject, "p": t.predicate, "o": t.object}) for t in parsed)


def _row(terms: Mapping[str, object]) -> tuple[tuple[str, ...], ...]:
    """A row as texts: of a term its kind, its value with numbers one way, its language."""
    return tuple(
        (name, type(term).__name__, _value(term), getattr(term, "language", "") or "")
        for name, term in sorted(terms.items())
        if term is not None
    )


def _value(term: object) -> str:
    """Numbers and truth as every store writes them; Virtuoso keeps truth as 1 and 0."""
    text = str(getattr(term, "value", term))
    if not isinstance(term, ox.Literal) or term.language:
        return text
    try:
        return f"{Decimal(text).normalize():f}"
    except InvalidOperation:
        return {"true": "1", "false": "0"}.get(text, text)
