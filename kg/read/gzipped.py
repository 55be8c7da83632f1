"""Gzip: a tar archive within, or a single document; unpacked no further than the limits."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from kg.errors import InputError
from kg.read.limits import MEGABYTE, Limits
from kg.read.members import member
from kg.read.protocol import Problem
from kg.read.source import Source
from kg.read.tar import members_of

_SMALL = 16 * MEGABYTE  # below this no ratio is too high to be harmless


def members(source: Source, limits: Limits) -> Iterator[Source | Problem]:
    """The documents in a gzip file.

    Raises :class:`kg.errors.InputError` when it is damaged or unpacks to too much.
    """
    with source.open() as stream:
        unpacked = _Bounded(gzip.GzipFile(fileobj=stream), source, limits, _size(stream))
        try:
            head = unpacked.peek(512)
            if head[257:262] == b"ustar":
                yield from members_of(cast(BinaryIO, unpacked), source, limits)
                return
            data = unpacked.read(limits.file_bytes + 1)
        except (OSError, EOFError, zlib.error):
            raise source.error("is damaged gzip", "download it again") from None
    name = source.name.removesuffix(".gz").removesuffix(".GZ")
    yield member(source, name if name != source.name else "unpacked", data)


def _size(stream: BinaryIO) -> int:
    stream.seek(0, io.SEEK_END)
    size = stream.tell()
    stream.seek(0)
    return size


class _Bounded:
    """A stream that counts what is read and stops at the limits."""

    def __init__(
        self, stream: gzip.GzipFile, source: Source, limits: Limits, packed: int
    ) -> None:
        self._stream = stream
        self._source = source
        self._most = min(limits.unpacked_bytes, max(_SMALL, limits.ratio * packed))
        self._read = 0
        self._head = b""

    def peek(self, size: int) -> bytes:
        """The first bytes, which stay to be read."""
        self._head = self._stream.read(size)
        return self._head

    def read(self, size: int) -> bytes:
        """The next ``size`` bytes; raises :class:`InputError` beyond the limits."""
        data = self._head[:size]
        self._head = self._head[size:]
        if len(data) < size:
            data += self._stream.read(size - len(data))
        self._read += len(data)
        if self._read > self._most:
            raise self._bomb()
        return data

    def _bomb(self) -> InputError:
        return self._source.error(
            "unpacks to far more than it holds", "check where it comes from, or raise the limits"
        )
