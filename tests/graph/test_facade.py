"""The graph as Python users hold it."""

import builtins
from pathlib import Path
from typing import Any

import pytest
import rdflib
from graph_example import BOER, MOTION, ONE, TWO, example_data

from kg.errors import GraphError, QueryError
from kg.facade import Graph, build_graph, load_graph


@pytest.fixture(scope="module")
def graph() -> Graph:
    return build_graph(example_data())


def test_it_is_an_rdflib_graph_with_its_prefixes(graph: Graph) -> None:
    assert isinstance(graph.rdf, rdflib.Graph)
    assert graph.rdf is graph.rdf
    assert len(graph.rdf) == len(graph)
    rows = graph.rdf.query("SELECT ?d WHERE { ?d kg:fulfils ?m }")
    assert len(list(rows)) == 2


def test_it_is_a_network(graph: Graph) -> None:
    network = graph.networkx()
    assert network.nodes[MOTION]["kind"] == "Motion"
    assert network.nodes[MOTION]["label"] == "Kamerstuk 25 295, nr. 7"
    assert network.edges[ONE, MOTION, "fulfils"]["quote"].startswith("geven we invulling")
    assert network.edges[MOTION, "dossier/25295", "inDossier"]["statements"] == 2
    assert network.has_edge(ONE, BOER, "signedBy")
    assert not [key for key in network if key.startswith(("statement/", "file/"))]


def test_it_answers(graph: Graph) -> None:
    found = graph.query("SELECT ?d WHERE { ?d kg:fulfils ?m } ORDER BY ?d")
    assert found.columns == ("d",)
    assert [row[0] for row in found.rows] == [
        "https://w3id.org/kamergraaf/id/document/2022D00002",
        "https://w3id.org/kamergraaf/id/document/kenmerk:VWS%2F2022%2017",
    ]


def test_it_answers_saved_questions(graph: Graph) -> None:
    found = graph.ask("fulfilled", params={"minister": "boer"}, seconds=20)
    assert [row["degree"] for row in found] == ["whole"]


def test_it_counts_itself(graph: Graph) -> None:
    stats = graph.stats()
    assert stats.nodes == {
        "Chamber": 1, "Commitment": 1, "Dossier": 1, "Letter": 2, "Memo": 1, "Minister": 2,
        "Ministry": 1, "Motion": 2, "Post": 1, "Programme": 1, "SourceFile": 3, "Tenure": 1,
    }  # fmt: skip
    assert stats.edges["cites"] == 3
    assert stats.edges["inDossier"] == 1
    assert (stats.statements, stats.unresolved, stats.triples) == (19, 1, len(graph))


@pytest.mark.parametrize("name", ["graph.ttl", "mine.ttl", "packed.ttl.gz", "folder"])
def test_it_is_saved_and_loaded(graph: Graph, tmp_path: Path, name: str) -> None:
    path = graph.save(tmp_path / name)
    assert path.is_file()
    again = load_graph(path)
    assert again.save(tmp_path / "again.ttl").read_bytes() == graph.save(
        tmp_path / "first.ttl"
    ).read_bytes()
    assert not list(tmp_path.rglob(".*"))


def test_a_folder_is_its_graph(graph: Graph, tmp_path: Path) -> None:
    graph.save(tmp_path)
    assert len(load_graph(tmp_path)) == len(graph)


@pytest.mark.parametrize("name", ["g.ttl", "g.nt", "g.trig", "g.nq.gz", "g.rdf", "g.jsonld.gz"])
def test_every_graph_format_is_loaded_back_with_its_base(tmp_path: Path, name: str) -> None:
    made = build_graph(example_data(), base="https://example.org/kamer/")
    formats = {"ttl": "turtle", "nt": "ntriples", "nq": "nquads", "rdf": "rdfxml"}
    ending = name.split(".")[1]
    made.export(formats.get(ending, ending), tmp_path / name)
    loaded = load_graph(tmp_path / name)
    assert loaded.base == "https://example.org/kamer/"
    assert len(loaded) == len(made)
    assert loaded.save(tmp_path / "again.ttl").read_bytes() == made.save(
        tmp_path / "first.ttl"
    ).read_bytes()


def test_it_checks_itself(graph: Graph) -> None:
    assert graph.validate() == ()


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("gone.ttl", None, "there is no graph here; make one with kg build"),
        ("notes.docx", b"x", "is no graph file; use one of .ttl"),
        ("torn.ttl", b"@prefix kg: <https://w3id", "is damaged"),
        ("torn.nt", b"<a> <b>", "is damaged"),
        ("torn.ttl.gz", b"\x1f\x8b\x08", "is damaged"),
        ("plain.ttl.gz", b"hello", "is damaged"),
        ("damaged.ttl.gz", b"\x1f\x8b\x08" + bytes(7) + b"\xff" * 20, "is damaged"),
        ("bytes.ttl", b"\xff\xfe\x00", "is damaged"),
        ("torn.jsonld", b"{", "is damaged"),
        ("torn.rdf", b"<rdf", "is damaged"),
    ],
)
def test_a_file_that_is_no_graph_says_so(
    tmp_path: Path, name: str, content: bytes | None, fault: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(GraphError, match=fault) as caught:
        load_graph(path)
    assert name in str(caught.value)


def test_without_pandas_it_says_what_to_install(
    graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name == "pandas":
            raise ImportError(name)
        return real(name, *rest, **more)

    found = graph.query("SELECT ?d WHERE { ?d kg:cites ?m }")
    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(QueryError, match="pip install pandas"):
        found.to_dataframe()


def test_a_failed_write_leaves_the_old_file_whole(
    graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = graph.save(tmp_path / "graph.ttl")
    before = path.read_bytes()

    def fails(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("kg.export.turtle.description", fails)
    with pytest.raises(OSError, match="no space left"):
        graph.save(path)
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["graph.ttl"]


def test_a_parameter_is_a_text_and_no_iri(graph: Graph) -> None:
    asked = "ASK { ?d kg:sourceName ?name }"
    assert graph.query(asked, params={"name": "nota.txt"})
    assert not graph.query(asked, params={"name": TWO})
