"""Tar archives: their documents one at a time, in the order of the archive, never on disk."""

from __future__ import annotations

import tarfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from kg.errors import InputError
from kg.read.limits import MEGABYTE, Limits
from kg.read.members import is_document, member, refused, strays
from kg.read.protocol import Problem
from kg.read.source import Source

_BROKEN = (tarfile.TarError, EOFError, OSError, zlib.error, ValueError, OverflowError)


def members(source: Source, limits: Limits) -> Iterator[Source | Problem]:
    """The documents in a tar archive.

    Raises :class:`kg.errors.InputError` when the archive is damaged or holds none.
    """
    with source.open() as stream:
        yield from members_of(stream, source, limits)


def members_of(stream: BinaryIO, source: Source, limits: Limits) -> Iterator[Source | Problem]:
    """The documents in the tar archive a stream gives, read once from front to back."""
    told = False  # of a document or of what keeps one out
    counted = _Counted(stream)
    try:
        with tarfile.open(fileobj=cast(BinaryIO, counted), mode="r|") as archive:
            for number, info in enumerate(archive):
                if number >= limits.members:
                    raise source.error(f"holds more than {limits.members} files", "split it")
                if strays(info.name):
                    told = True
                    yield refused(source, info.name)
                elif info.isreg() and is_document(info.name):
                    told = True
                    yield _unpacked(archive, info, source, limits)
    except InputError:
        raise
    except _BROKEN:
        raise source.error("is a damaged archive", "download it again") from None
    if counted.size % tarfile.BLOCKSIZE:  # which tarfile takes for the end
        raise source.error("is a damaged archive: its end is missing", "download it again")
    if not told:
        raise source.error("holds no documents", "check the archive")


class _Counted:
    """A stream that knows how much was read from it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.size = 0

    def read(self, size: int) -> bytes:
        """The next ``size`` bytes."""
        data = self._stream.read(size)
        self.size += len(data)
        return data


def _unpacked(
    archive: tarfile.TarFile, info: tarfile.TarInfo, source: Source, limits: Limits
) -> Source | Problem:
    if info.size > limits.file_bytes:
        place = member(source, info.name, b"")
        problem = f"larger than {limits.file_bytes / MEGABYTE:g} MB"
        return Problem(place.place, place.error(problem, "split it, or raise the limit file_bytes"))
    stream = archive.extractfile(info)
    return member(source, info.name, stream.read(limits.file_bytes + 1) if stream else b"")
