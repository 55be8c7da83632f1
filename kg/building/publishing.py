"""How the result of a merge becomes the graph: written and stored as its buckets come."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from kg.building.course import NOW_AND_THEN
from kg.building.merging import Bucketed
from kg.errors import GraphError
from kg.graph.text import Writer
from kg.store import Change, Changes, Stored, publish


class Publishing:
    """Writes and stores a graph in threads of its own, bucket by bucket as they come.

    The engine works beside the workers; the graph is in force when all is written. With
    ``changing`` the store of the graph that stands there is changed, not made anew. At the end
    ``tell`` hears how many bytes of all are stored, until they all are.
    """

    def __init__(
        self,
        turtle: Path,
        tell: Callable[[int, int], None],
        *,
        changing: bool = False,
        threads: int = 1,
    ) -> None:
        self._tell = tell
        self._threads = threads
        self._stored = Stored()
        self._sizes = [0, 0]  # of the graph, of what changes in it
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
        while self._thread.is_alive() and kind is None:
            size = self._sizes[self._stored.changing]  # without the prefixes of every part
            self._tell(min(self._stored.bytes, size), size)
            self._thread.join(NOW_AND_THEN)
        self._thread.join()
        if kind is not None:
            return
        if self._error is not None:
            raise self._error
        size = self._sizes[self._stored.changing]
        self._tell(size, size)

    def add(self, bucket: Bucketed) -> None:
        """The next bucket of the graph."""
        self._sizes[0] += bucket.size
        self._sizes[1] += bucket.gone.size + bucket.new.size
        self._texts.put(bucket)
        self._changes.put(bucket)

    def _run(self, turtle: Path, changes: Changes | None) -> None:
        try:
            publish(turtle, self._write, changes, threads=self._threads, stored=self._stored)
        except BaseException as error:  # it is raised where the build waits for it
            self._error = error

    def _write(self, stream: BinaryIO) -> None:
        stream.write(Writer().header())
        while (bucket := self._texts.get()) is not None:
            stream.write(bucket.text())
        if not self._whole:
            raise GraphError("graph", "was not merged to its end", "run again")

    def _changed(self) -> Iterator[Change]:
        """What each bucket changes."""
        while (bucket := self._changes.get()) is not None:
            yield Change(bucket.gone.bytes(), bucket.new.bytes())


_Queue = queue.Queue[Bucketed | None]
