"""The store beside graph.ttl: used when it is of just that graph, and never at odds with it."""

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from commons import ROOT
from graph_example import example_data

from kg.errors import GraphError
from kg.export import NAMES, export
from kg.facade import Graph, build_graph, load_graph
from kg.model import GraphData, Node
from kg.rdf import descriptions
from kg.store import making


@pytest.fixture
def graph() -> Graph:
    return build_graph(example_data())


@pytest.fixture
def other() -> Graph:
    return build_graph(GraphData((Node("dossier/25295", ("Dossier",), "25 295"),), ()))


def on_disk(graph: Graph) -> bool:
    """Whether a graph was opened in its store, and not read into memory."""
    return graph.ordered is not None


def stores(folder: Path) -> list[Path]:
    """The stores there; a file beside them tells programs that make backups to pass by."""
    return [path for path in (folder / "store").iterdir() if path.is_dir()]


def turtle(graph: Graph) -> bytes:
    stream = io.BytesIO()
    graph.export("turtle", stream)
    return stream.getvalue()


@pytest.mark.parametrize("target", ["", "graph.ttl"])
def test_a_published_graph_is_opened_in_its_store(
    graph: Graph, tmp_path: Path, target: str
) -> None:
    assert graph.publish(tmp_path / "out") == tmp_path / "out" / "graph.ttl"
    loaded = load_graph(tmp_path / "out" / target)
    assert on_disk(loaded)
    assert len(loaded) == len(graph) and loaded.base == graph.base
    for name in ("fulfilled", "co-signed", "kinds"):
        assert loaded.ask(name, seconds=30).terms == graph.ask(name).terms
    assert loaded.validate() == ()


@pytest.mark.parametrize("name", NAMES)
def test_every_format_is_written_alike_from_disk(graph: Graph, tmp_path: Path, name: str) -> None:
    graph.publish(tmp_path)
    loaded = load_graph(tmp_path)
    assert on_disk(loaded)
    ours, theirs = io.BytesIO(), io.BytesIO()
    export(loaded, name, ours)
    export(graph, name, theirs)
    assert ours.getvalue() == theirs.getvalue() != b""


def test_things_come_from_the_file_as_they_come_from_the_store(
    graph: Graph, tmp_path: Path
) -> None:
    graph.publish(tmp_path)
    assert list(descriptions(load_graph(tmp_path))) == list(descriptions(graph))


def test_a_broken_graph_is_told_from_disk_as_from_memory(tmp_path: Path) -> None:
    broken = build_graph(GraphData((Node("dossier/1", ("Dossier",), ""),), ()))
    assert broken.validate()
    broken.publish(tmp_path)
    loaded = load_graph(tmp_path)
    assert on_disk(loaded) and loaded.validate() == broken.validate()


def test_a_base_of_its_own_is_kept(tmp_path: Path) -> None:
    build_graph(example_data(), base="https://example.org/").publish(tmp_path)
    loaded = load_graph(tmp_path)
    assert on_disk(loaded) and loaded.base == "https://example.org/"


def test_a_graph_written_by_hand_is_read(graph: Graph, other: Graph, tmp_path: Path) -> None:
    graph.publish(tmp_path)
    other.save(tmp_path)
    loaded = load_graph(tmp_path)
    assert not on_disk(loaded)
    assert turtle(loaded) == turtle(other)


def test_a_change_that_keeps_the_size_is_seen(graph: Graph, tmp_path: Path) -> None:
    path = graph.publish(tmp_path)
    before = path.stat()
    path.write_bytes(path.read_bytes().replace(b"25 295", b"25 296"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns + 1))
    assert not on_disk(load_graph(tmp_path))


def test_a_copied_folder_keeps_its_store(graph: Graph, tmp_path: Path) -> None:
    path = graph.publish(tmp_path / "one")
    shutil.copytree(tmp_path / "one", tmp_path / "two")
    os.utime(tmp_path / "two" / path.name, ns=(0, 0))
    assert on_disk(load_graph(tmp_path / "two"))


def spoil_index(place: Path) -> None:
    for file in (place / "index").iterdir():
        file.write_bytes(b"spoilt")


@pytest.mark.parametrize(
    "spoil",
    [
        shutil.rmtree,
        spoil_index,
        lambda place: shutil.rmtree(place / "index"),
        lambda place: (place / "fingerprint.json").unlink(),
        lambda place: (place / "fingerprint.json").write_bytes(b"{"),
        lambda place: (place / "fingerprint.json").write_bytes(b"[]"),
        lambda place: (place / "fingerprint.json").write_bytes(b'{"sha256": 1}'),
        lambda place: (place / "fingerprint.json").write_bytes(b"\xff"),
    ],
    ids=["gone", "spoilt", "no index", "no record", "torn", "a list", "too little", "no text"],
)
def test_a_damaged_store_is_passed_over_and_made_anew(
    graph: Graph, tmp_path: Path, spoil: Callable[[Path], object]
) -> None:
    graph.publish(tmp_path)
    (place,) = stores(tmp_path)
    spoil(place)
    loaded = load_graph(tmp_path)
    assert not on_disk(loaded) and len(loaded) == len(graph)
    graph.publish(tmp_path)
    assert on_disk(load_graph(tmp_path))


def test_the_same_graph_again_keeps_one_store(graph: Graph, other: Graph, tmp_path: Path) -> None:
    for each in (graph, graph, other):
        each.publish(tmp_path)
        assert len(stores(tmp_path)) == 1
        assert turtle(load_graph(tmp_path)) == turtle(each)
        assert on_disk(load_graph(tmp_path))


def test_a_graph_of_nothing_is_published_too(tmp_path: Path) -> None:
    build_graph(GraphData((), ())).publish(tmp_path)
    assert len(load_graph(tmp_path)) == 0


# A process of its own, for the engine's threads do not live on in a forked one.
KILLED = """
import os, pathlib, sys
import {where}
from kg.facade import build_graph
from kg.model import GraphData, Node
{where}.{step} = lambda *_: os._exit(9)
graph = build_graph(GraphData((Node("dossier/25295", ("Dossier",), "25 295"),), ()))
graph.publish(pathlib.Path(sys.argv[1]))
"""
MAKING = """
import sys, pyoxigraph
store = pyoxigraph.Store(sys.argv[1])
sys.stdout.write("x")
sys.stdout.flush()
sys.stdin.read()
"""


def in_child(program: str, argument: Path) -> int:
    run = subprocess.run(
        [sys.executable, "-c", program, argument],
        env={**os.environ, "PYTHONPATH": str(ROOT)}, timeout=60, check=False,
    )  # fmt: skip
    return run.returncode


@pytest.mark.parametrize(
    ("where", "step"),
    [
        ("kg.export.turtle", "description"),
        ("kg.store.making", "base_of"),
        ("kg.store.making", "note"),
        ("pathlib", "Path.rename"),
        ("os", "replace"),
        ("kg.store.disk", "_sweep"),
    ],
)
def test_a_killed_build_leaves_graph_and_store_whole_and_of_one_piece(
    graph: Graph, other: Graph, tmp_path: Path, where: str, step: str
) -> None:
    graph.publish(tmp_path)
    assert in_child(KILLED.format(where=where, step=step), tmp_path) == 9
    loaded = load_graph(tmp_path)
    assert on_disk(loaded)
    ended = step == "_sweep"
    assert turtle(loaded) == turtle(other if ended else graph)
    assert len(loaded) == len(other if ended else graph)
    other.publish(tmp_path)  # the next build takes away what was left over
    assert len(stores(tmp_path)) == 1
    assert turtle(load_graph(tmp_path)) == turtle(other)


def test_a_store_that_another_build_is_making_is_left_alone(
    graph: Graph, tmp_path: Path
) -> None:
    making = tmp_path / "store" / "making-1-x"
    making.mkdir(parents=True)
    with subprocess.Popen(
        [sys.executable, "-c", MAKING, making / "index"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    ) as child:  # fmt: skip
        assert child.stdout is not None
        assert child.stdout.read(1) == b"x"
        graph.publish(tmp_path)
        assert making.exists()
        child.communicate(timeout=60)
    graph.publish(tmp_path)
    assert not making.exists()


def test_a_disk_that_holds_no_store_holds_the_graph(
    graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> str:
        raise OSError("locks are not supported here")

    monkeypatch.setattr(making.Making, "_opened", fails)
    graph.publish(tmp_path)
    loaded = load_graph(tmp_path)
    assert not on_disk(loaded) and len(loaded) == len(graph)


def test_a_failed_write_leaves_the_old_graph_and_its_store(
    graph: Graph, other: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    graph.publish(tmp_path)

    def fails(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("kg.export.turtle.description", fails)
    with pytest.raises(OSError, match="no space left"):
        other.publish(tmp_path)
    monkeypatch.undo()
    assert on_disk(load_graph(tmp_path))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["graph.ttl", "store"]


def test_a_file_replaced_meanwhile_is_not_mixed_with_the_store(
    graph: Graph, other: Graph, tmp_path: Path
) -> None:
    graph.publish(tmp_path)
    loaded = load_graph(tmp_path)
    other.publish(tmp_path)
    with pytest.raises(GraphError, match="was replaced while it was open"):
        turtle(loaded)
