"""Records in order of their key, however many: those that memory should not hold wait in files."""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from operator import itemgetter
from typing import IO

#: What a record is: the group and the thing it belongs to (neither with a space), and its text.
Record = tuple[str, str, bytes]
BY_KEY = itemgetter(0, 1)
_MOST = 32 << 20


class Sorter:
    """Takes records in any order and gives them back by group and thing; close it at the end.

    ``most`` is how many bytes of keys and text wait in memory.

    >>> with Sorter(most=1) as sorter:
    ...     for record in (("b", "x", b"1"), ("a", "y", b"2"), ("a", "x", b"3")):
    ...         sorter.add(record)
    ...     list(sorter)
    [('a', 'x', b'3'), ('a', 'y', b'2'), ('b', 'x', b'1')]
    """

    def __init__(self, *, most: int = _MOST) -> None:
        self._most = most
        self._held: list[Record] = []
        self._size = 0
        self._runs: list[IO[bytes]] = []
        self._files = ExitStack()

    def __enter__(self) -> Sorter:
        return self

    def __exit__(self, *_: object) -> None:
        self._files.close()

    def add(self, record: Record) -> None:
        """Take one record."""
        self._held.append(record)
        self._size += sum(map(len, record))
        if self._size > self._most:
            self._spill()

    def __iter__(self) -> Iterator[Record]:
        self._held.sort(key=BY_KEY)
        for run in self._runs:
            run.seek(0)
        return heapq.merge(*map(_records, self._runs), self._held, key=BY_KEY)

    def _spill(self) -> None:
        run = self._files.enter_context(tempfile.TemporaryFile())
        self._held.sort(key=BY_KEY)
        for record in self._held:
            write_record(run, record)
        self._runs.append(run)
        self._held, self._size = [], 0


def write_record(stream: IO[bytes], record: Record) -> None:
    """Write one record where the stream stands."""
    group, thing, text = record
    stream.write(f"{group} {thing} {len(text)}\n".encode() + text)


def read_record(stream: IO[bytes]) -> Record | None:
    """The next record, ``None`` at the end.

    >>> import io
    >>> stream = io.BytesIO()
    >>> write_record(stream, ("a", "x", b"text")), stream.seek(0), read_record(stream)
    (None, 0, ('a', 'x', b'text'))
    """
    head = stream.readline()
    if not head:
        return None
    group, thing, size = head.decode().split(" ")
    return group, thing, stream.read(int(size))


def _records(stream: IO[bytes]) -> Iterator[Record]:
    while (record := read_record(stream)) is not None:
        yield record
