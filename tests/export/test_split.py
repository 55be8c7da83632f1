"""All graphs in one pass are the graphs one by one, and no size changes a byte."""

from __future__ import annotations

import io
from pathlib import Path

import pyoxigraph as ox
import pytest
from commons import Built
from graph_example import FILES, MOTION, ONE, example_data

from kg.export import export, sorting, split
from kg.export.dataset import with_graphs
from kg.export.sources import source_files
from kg.facade import load_graph
from kg.graph import build_graph
from kg.rdf import RdfGraph
from kg.vocabulary import expand, iri


@pytest.fixture(params=["example", "seeds in their store"])
def graph(request: pytest.FixtureRequest, built: Built) -> RdfGraph:
    return build_graph(example_data()) if request.param == "example" else load_graph(built[0])


def written(graph: RdfGraph, format: str) -> bytes:
    stream = io.BytesIO()
    export(graph, format, stream)
    return stream.getvalue()


def test_every_graph_is_the_one_made_for_its_file(graph: RdfGraph) -> None:
    found = {name: set(split.triples_of(block)) for name, block in split.blocks(graph)}
    assert list(found) == [None, *source_files(graph)]
    for name, triples in found.items():
        if name is not None:
            asked = with_graphs(graph, [name], whole=False).store
            assert triples == {quad.triple for quad in asked} and len(triples) > 10
            assert {str(quad.graph_name) for quad in asked} == {f"<{name}>"}
    assert set().union(*found.values()) == {quad.triple for quad in graph.store}


@pytest.mark.parametrize("format", ["trig", "nquads"])
def test_what_waits_in_files_comes_out_the_same(
    graph: RdfGraph, format: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = written(graph, format)
    monkeypatch.setattr(split, "_IN_MEMORY", 1)
    monkeypatch.setattr(sorting.Sorter.__init__, "__kwdefaults__", {"most": 2000})
    spilled = []
    spill = sorting.Sorter._spill
    monkeypatch.setattr(sorting.Sorter, "_spill", lambda self: (spilled.append(1), spill(self)))
    assert written(graph, format) == whole
    assert len(spilled) > 2


def test_an_edge_without_its_statement_stands_in_the_default_graph(tmp_path: Path) -> None:
    graph = build_graph(example_data())
    edge = ox.Triple(
        ox.NamedNode(iri(ONE)), ox.NamedNode(expand("cites")), ox.NamedNode(iri("document/other"))
    )
    graph.store.add(ox.Quad(*edge))
    found = {name: set(split.triples_of(block)) for name, block in split.blocks(graph)}
    assert [name for name, triples in found.items() if edge in triples] == [None]


def test_an_edge_of_two_files_stands_in_both() -> None:
    graph = build_graph(example_data())
    edge = ox.Triple(
        ox.NamedNode(iri(MOTION)), ox.NamedNode(expand("inDossier")),
        ox.NamedNode(iri("dossier/25295")),
    )  # fmt: skip
    found = {name: set(split.triples_of(block)) for name, block in split.blocks(graph)}
    holding = {name for name, triples in found.items() if edge in triples}
    assert holding == {iri(FILES["brief-een.txt"]), iri(FILES["brief-twee.txt"])}
