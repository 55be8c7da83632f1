"""What a merge left behind for the next one, and how its result becomes the graph.

The texts of the buckets, one after the other, are the Turtle of the whole graph.
"""

from __future__ import annotations

import json
import queue
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from kg.building.merging import Bucketed
from kg.building.rows import Slice
from kg.building.state import State
from kg.errors import GraphError
from kg.graph.text import Writer
from kg.store import Change, Changes, publish


@dataclass(frozen=True, slots=True)
class Known:
    """Where the things and the text of a bucket stand."""

    things: Slice
    text: Slice


@dataclass(frozen=True, slots=True)
class Merged:
    """A whole merge: its buckets by number, and the tokens of the documents in it."""

    buckets: Mapping[int, Known | Bucketed]
    tokens: Sequence[int]

    def packed(self) -> str:
        """As a text that can be kept; files by their place in the work folder."""
        places = {
            number: [_place(each.things), _place(each.text)]
            for number, each in sorted(self.buckets.items())
        }
        return json.dumps({"buckets": places, "tokens": list(self.tokens)})


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
    return Merged(buckets, content["tokens"])


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


class Publishing:
    """Writes and stores a graph in threads of its own, bucket by bucket as they come.

    The engine works beside the workers; the graph is in force when all is written. With
    ``changing`` the store of the graph that stands there is changed, not made anew.
    """

    def __init__(self, turtle: Path, *, changing: bool = False, threads: int = 1) -> None:
        self._threads = threads
        self._texts: _Queue = queue.Queue()
        self._changes: _Queue = queue.Queue()
        self._error: BaseException | None = None
        self._whole = False
        changes = Changes(Writer().header(), self._changed()) if changing else None
        self._thread = threading.Thread(target=self._run, args=(turtle, changes), daemon=True)

    def __enter__(self) -> Publishing:
        self._thread.start()
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        self._whole = kind is None
        self._texts.put(None)
        self._changes.put(None)
        self._thread.join()
        if kind is None and self._error is not None:
            raise self._error

    def add(self, bucket: Bucketed) -> None:
        """The next bucket of the graph."""
        self._texts.put(bucket)
        self._changes.put(bucket)

    def _run(self, turtle: Path, changes: Changes | None) -> None:
        try:
            publish(turtle, self._write, changes, threads=self._threads)
        except BaseException as error:  # it is raised where the build waits for it
            self._error = error

    def _write(self, stream: BinaryIO) -> None:
        stream.write(Writer().header())
        while (bucket := self._texts.get()) is not None:
            stream.write(bucket.text.bytes())
        if not self._whole:
            raise GraphError("graph", "was not merged to its end", "run again")

    def _changed(self) -> Iterator[Change]:
        """What each bucket changes."""
        while (bucket := self._changes.get()) is not None:
            if bucket.changed is not None:
                gone, new = bucket.changed
                yield Change(gone.bytes(), new.bytes())


_Queue = queue.Queue[Bucketed | None]
