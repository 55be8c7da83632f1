"""What a merge left behind for the next one: the things of each bucket, and the graph itself.

The texts of the buckets, one after the other, are the Turtle of the whole graph.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.building.merging import PIECES, Bucketed
from kg.building.rows import Slice
from kg.building.state import State
from kg.files import GRAPH_NAME
from kg.graph.text import Writer


@dataclass(frozen=True, slots=True)
class Known:
    """Where the things and the text of a bucket stand."""

    things: Slice
    text: Slice


@dataclass(frozen=True, slots=True)
class Merged:
    """A whole merge: its buckets by number, and the tokens of the documents in it.

    The texts stand in the graph itself, of which the folder of the merge holds a second name; it
    is known by its size and time, as whoever changes the graph changes this too.
    """

    buckets: Mapping[int, Known]
    tokens: Sequence[int]
    graph: str

    def packed(self) -> str:
        """As a text that can be kept; files by their place in the work folder."""
        places = {
            number: [_place(each.things), _place(each.text)]
            for number, each in sorted(self.buckets.items())
        }
        content = {"buckets": places, "tokens": list(self.tokens), "graph": self.graph}
        return json.dumps(content)


def kept(done: Sequence[Bucketed], tokens: Sequence[int], turtle: Path, folder: Path) -> Merged:
    """What is kept of a merge in ``folder``: the things, and the graph that was written.

    The pieces of which the graph was written are taken away.
    """
    graph = folder / GRAPH_NAME
    try:
        os.link(turtle, graph)
    except OSError:  # a disk without links
        shutil.copy2(turtle, graph)
    at = len(Writer().header())
    buckets = {}
    for each in done:
        buckets[each.bucket] = Known(each.things, Slice(str(graph), at, each.size))
        at += each.size
    for path in folder.iterdir():
        if path.suffix in PIECES:
            path.unlink()
    return Merged(buckets, tokens, fingerprint(graph))


def clear(state: State) -> None:
    """Take away the merges that are not in force: what killed builds were writing.

    The next merge needs the room.
    """
    found = list(state.folder.glob("merged-*"))
    now = merged_before(state) if found else None
    wanted = {Path(each.text.path).parent for each in now.buckets.values()} if now else set()
    for path in found:
        if path not in wanted:
            shutil.rmtree(path, ignore_errors=True)


def fingerprint(path: Path) -> str:
    """A file as it is now: its size and time; empty where there is none.

    >>> fingerprint(Path("no such file"))
    ''
    """
    try:
        about = path.stat()
    except OSError:
        return ""
    return f"{about.st_size} {about.st_mtime_ns}"


def merged_before(state: State) -> Merged | None:
    """The merge before this one; ``None`` when there is none that is whole."""
    told = state.get("buckets")
    if not told:
        return None
    content = json.loads(told)
    buckets = {
        int(number): Known(*(_slice(state.folder, *place) for place in places))
        for number, places in content["buckets"].items()
    }
    ends: dict[str, int] = {}
    for each in buckets.values():
        for part in (each.things, each.text):
            ends[part.path] = max(ends.get(part.path, 0), part.start + part.size)
    if any(_size(path) < end for path, end in ends.items()):
        return None
    graph = next((fingerprint(Path(each.text.path)) for each in buckets.values()), "")
    return Merged(buckets, content["tokens"], graph) if graph == content["graph"] else None


def _place(where: Slice) -> list[str | int]:
    path = Path(where.path)
    return [f"{path.parent.name}/{path.name}", where.start, where.size]


def _slice(folder: Path, name: str, start: int, size: int) -> Slice:
    return Slice(str(folder / name), start, size)


def _size(path: str) -> int:
    try:
        return Path(path).stat().st_size
    except OSError:
        return -1
