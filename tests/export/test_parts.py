"""Parts together are the one file, of one size, whole by themselves, and stores load them."""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path

import pyoxigraph as ox
import pytest
from commons import Built, Run

from kg.errors import GraphError, InputError
from kg.export import export
from kg.facade import load_graph
from kg.rdf import RdfGraph


@pytest.fixture(scope="module")
def graph(built: Built) -> RdfGraph:
    return load_graph(built[0])


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.mark.parametrize(("format", "suffix"), [("nquads", "nq"), ("ntriples", "nt")])
@pytest.mark.parametrize("parts", [1, 3, 12])
def test_the_parts_together_are_the_one_file(
    graph: RdfGraph, format: str, suffix: str, parts: int, tmp_path: Path
) -> None:
    export(graph, format, tmp_path / "whole")
    export(graph, format, tmp_path / "parts", parts=parts)
    whole = (tmp_path / "whole").read_bytes()
    found = sorted((tmp_path / "parts").glob(f"part-*.{suffix}.gz"))
    texts = [gzip.decompress(path.read_bytes()) for path in found]
    assert len(texts) == parts
    assert b"".join(texts) == whole
    longest = max(len(line) for line in whole.splitlines(True))
    assert max(map(len, texts)) - min(map(len, texts)) <= 2 * longest
    manifest = json.loads((tmp_path / "parts" / "manifest.json").read_text())
    assert manifest["facts"] == whole.count(b"\n")
    for told, path, text in zip(manifest["parts"], found, texts, strict=True):
        assert text.endswith(b" .\n")
        assert told == {
            "name": path.name, "facts": text.count(b"\n"), "bytes": path.stat().st_size,
            "unpacked": len(text), "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        }  # fmt: skip


def test_the_same_graph_gives_the_same_parts_in_the_place_of_the_old(
    graph: RdfGraph, tmp_path: Path
) -> None:
    export(graph, "nquads", tmp_path / "one", parts=4)
    export(graph, "nquads", tmp_path / "two", parts=9)
    export(graph, "nquads", tmp_path / "two", parts=4)
    assert files(tmp_path / "one") == files(tmp_path / "two")
    assert len(files(tmp_path / "one")) == 5
    assert {path.name for path in tmp_path.iterdir()} == {"one", "two"}


def test_a_store_loads_the_parts_one_by_one(graph: RdfGraph, tmp_path: Path) -> None:
    export(graph, "nquads", tmp_path / "parts", parts=5)
    store = ox.Store()
    for path in sorted((tmp_path / "parts").glob("*.gz"), reverse=True):
        with gzip.open(path) as stream:
            store.bulk_load(stream, format=ox.RdfFormat.N_QUADS)
    whole = tmp_path / "whole.nq"
    export(graph, "nquads", whole)
    assert set(store) == set(ox.parse(path=str(whole), format=ox.RdfFormat.N_QUADS))


def test_there_are_no_empty_parts(tmp_path: Path) -> None:
    store = ox.Store()
    export(RdfGraph(store), "ntriples", tmp_path / "none", parts=3)
    assert list(files(tmp_path / "none")) == ["manifest.json"]
    node = ox.NamedNode("https://example.org/a")
    store.add(ox.Quad(node, node, node))
    export(RdfGraph(store), "ntriples", tmp_path / "one", parts=3)
    assert list(files(tmp_path / "one")) == ["manifest.json", "part-1.nt.gz"]


def test_what_cannot_be_parted_says_so(graph: RdfGraph, tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="format turtle: cannot be written in parts; choose from"):
        export(graph, "turtle", tmp_path / "parts", parts=2)
    with pytest.raises(GraphError, match="parts: are files of a folder; give one with -o"):
        export(graph, "nquads", "-", parts=2)
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(InputError, match="holds other files; choose an empty folder"):
        export(graph, "nquads", tmp_path, parts=2)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_the_command_writes_parts(built: Built, run_kg: Run, tmp_path: Path) -> None:
    told = run_kg("export", "-f", "nquads", "--parts", "2", "-o", tmp_path / "p", "-g", built[0])
    assert (told.returncode, told.stderr) == (0, "")
    assert list(files(tmp_path / "p")) == ["manifest.json", "part-1.nq.gz", "part-2.nq.gz"]
