"""The store of a graph made from that of the graph before: the same, whatever comes of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

import pyoxigraph as ox
import pytest

from kg.graph.text import Writer
from kg.model import Literal, Node
from kg.store import Change, Changes, making, opened_store, publish

# What could be read otherwise in a question than in a file.
TEXTS = (
    "a\\u0041", "\\", "\\\\u0041", "x\ty\nz\"q'", "\u2028\x01\x7f", "\\U00000041", "é😀", "{}#<>",
    "a\r\n\x0b", "} ; DELETE WHERE { ?s ?p ?o", "@prefix a: <b> .\n\n", "",
)  # fmt: skip


def block(key: str, text: str) -> bytes:
    node = Node(key, ("Dossier",), "een dossier", (Literal("kg:topic", text),))
    return f"\n{Writer().node(node)[1]}\n".encode()


def graph(*blocks: bytes) -> bytes:
    return Writer().header() + b"".join(blocks)


BEFORE = [block(f"dossier/{n}", text) for n, text in enumerate(TEXTS)]
AFTER = [block(f"dossier/{n + 100}", text) for n, text in enumerate(TEXTS)]
STAYS = block("dossier/kst:1_é", "blijft")


@pytest.fixture
def turtle(tmp_path: Path) -> Path:
    """A graph with its store."""
    path = tmp_path / "graph.ttl"
    put(path, [*BEFORE, STAYS])
    return path


def put(path: Path, blocks: list[bytes], parts: Iterator[Change] | None = None) -> None:
    def write(stream: BinaryIO) -> None:
        for each in (Writer().header(), *blocks):
            stream.write(each)

    publish(path, write, None if parts is None else Changes(Writer().header(), parts))


def changes() -> Iterator[Change]:
    for gone, new in zip(BEFORE, AFTER, strict=True):
        yield Change(gone, new)


def sound(path: Path) -> None:
    found = opened_store(path)
    assert found is not None, "there is no store of just this graph"
    expected = ox.Store()
    expected.bulk_load(path.read_bytes(), ox.RdfFormat.TURTLE)
    assert path.read_bytes() == graph(*AFTER, STAYS)
    assert {str(quad) for quad in found.store} == {str(quad) for quad in expected}


def never(*_: object) -> None:
    raise AssertionError("it was loaded as a whole")


def test_what_is_gone_goes_and_what_is_new_comes(
    turtle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making.Making, "load", never)
    put(turtle, [*AFTER, STAYS], changes())
    sound(turtle)


def test_where_the_store_is_gone_the_whole_is_loaded(turtle: Path) -> None:
    shutil.rmtree(turtle.parent / "store")
    put(turtle, [*AFTER, STAYS], changes())
    sound(turtle)


def _unreadable() -> Iterator[Change]:
    yield from changes()
    yield Change(b"this is no Turtle", b"")


def _interrupted() -> Iterator[Change]:
    yield from changes()
    raise OSError("no space left")


def _half_new() -> Iterator[Change]:
    yield Change(BEFORE[0], AFTER[0] + b"\ndossier:1 a")


@pytest.mark.parametrize("broken", [_unreadable, _interrupted, _half_new])
@pytest.mark.parametrize("part", [1, 300, 4_000_000])
def test_where_a_change_fails_the_whole_is_loaded(
    turtle: Path, monkeypatch: pytest.MonkeyPatch, broken: Callable[[], Iterator[Change]], part: int
) -> None:
    monkeypatch.setattr(making, "_CHANGE", part)
    put(turtle, [*AFTER, STAYS], broken())
    sound(turtle)


def test_a_fault_in_what_is_told_is_no_store_that_is_at_odds(turtle: Path) -> None:
    def fault() -> Iterator[Change]:
        yield Change(BEFORE[0], b"")
        raise ZeroDivisionError

    before = turtle.read_bytes()
    with pytest.raises(ZeroDivisionError):
        put(turtle, [*AFTER, STAYS], fault())
    assert turtle.read_bytes() == before
    assert opened_store(turtle) is not None


@pytest.mark.parametrize("part", [1, 200, 1_000])
def test_a_large_write_is_loaded_in_parts_that_end_between_things(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: int
) -> None:
    loaded: list[bytes] = []
    really = making.Making.load

    def load(store: making.Making, turtle: bytes) -> None:
        loaded.append(turtle.removeprefix(Writer().header()))
        really(store, turtle)

    monkeypatch.setattr(making, "_PART", part)
    monkeypatch.setattr(making.Making, "load", load)
    put(tmp_path / "graph.ttl", [b"".join(AFTER), STAYS])
    sound(tmp_path / "graph.ttl")
    assert b"".join(loaded) == b"".join([*AFTER, STAYS])
    longest = max(map(len, (*AFTER, STAYS)))
    assert all(len(each) <= max(part, longest) for each in loaded)
    assert all(loaded) and len(loaded) <= len(AFTER) + 1
