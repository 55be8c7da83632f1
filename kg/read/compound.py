"""Compound files: the small file system that old Office programs keep in one file ([MS-CFB]).

Opened with care: olefile follows whatever chains of sectors the file names, so it reads through a
stream that stops it once it has read more than an honest file can ask for. The properties a file
keeps of itself ([MS-OLEPS]) are read here, as olefile does not know all forms of text in them.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from kg.errors import InputError
from kg.read.limits import Limits
from kg.read.source import Deadline, Source

_DIRECTORY = 1 << 20  # bytes; beside the embedded objects of a real file this is much
_FAT = 64  # one byte in 128 is of the FAT; twice that is read without question
_SECTOR = 512
_NAMES = {2: "title", 3: "subject", 4: "creator", 12: "created"}
_CODE_PAGE, _TEXT, _WIDE_TEXT, _TIME = 1, 0x1E, 0x1F, 0x40  # PIDs and types of [MS-OLEPS] 2.15
_UTF_16, _LATIN = 1200, 1252
_EPOCH = datetime(1601, 1, 1)


class Compound:
    """The streams of a compound file; every way of failing raises :class:`InputError`."""

    def __init__(self, source: Source, limits: Limits, deadline: Deadline) -> None:
        import olefile

        self._source = source
        data = source.load(limits)
        self._size = len(data)
        self._stream = _Rationed(data, deadline)
        self._stream.allow(_DIRECTORY + self._size // _FAT)
        self._ole: Any = self._try(lambda: olefile.OleFileIO(self._stream))

    def __contains__(self, name: str) -> bool:
        return bool(self._ole.exists([name]))

    def read(self, name: str) -> bytes:
        """The bytes of the stream ``name`` in the root; empty when there is none."""
        if name not in self:
            return b""
        self._stream.allow(3 * self._size)  # the small streams lie in a stream of their own
        return bytes(self._try(lambda: self._ole.openstream([name]).read()))

    def _try(self, opening: Any) -> Any:
        try:
            return opening()
        except (InputError, MemoryError):  # the machine's lack of room is no fault of the file
            raise
        except Exception:  # olefile raises much on damaged files
            raise self._source.error("is a damaged Office file", "download it again") from None


class _Rationed(io.BytesIO):
    """Bytes of which no more can be read than was allowed: sectors may point at one another."""

    def __init__(self, data: bytes, deadline: Deadline) -> None:
        super().__init__(data)
        self._deadline = deadline
        self._left = 0

    def allow(self, size: int) -> None:
        """Lets so many bytes be read from here on."""
        self._left = size

    def read(self, size: int | None = -1, /) -> bytes:
        data = super().read(size)
        self._left -= max(len(data), _SECTOR)
        if self._left < 0:
            raise ValueError("its sectors go round")
        self._deadline()
        return data


def facts_of(summary: bytes) -> Iterator[tuple[str, str]]:
    """What a summary says of its file: title, subject, creator and the day it was created.

    >>> list(facts_of(b"no summary at all"))
    []
    """
    try:
        found = _properties(summary)
    except (struct.error, ValueError, OverflowError):
        return  # what a file says of itself is not worth losing the file
    for number, name in _NAMES.items():
        if value := found.get(number):
            yield name, value


def _properties(summary: bytes) -> dict[int, str]:
    """The properties with a name here, as text ([MS-OLEPS] 2.20 and 2.21)."""
    (start,) = struct.unpack_from("<I", summary, 44)
    section = summary[start:]
    (count,) = struct.unpack_from("<I", section, 4)
    places = dict(
        struct.unpack_from("<II", section, 8 + 8 * n)
        for n in range(min(count, (len(section) - 8) // 8))
    )
    page = _UTF_16
    if _CODE_PAGE in places:
        (page,) = struct.unpack_from("<H", section, places[_CODE_PAGE] + 4)
    return {
        number: _value(section, place, page)
        for number, place in sorted(places.items())
        if number in _NAMES
    }


def _value(section: bytes, place: int, page: int) -> str:
    kind, size = struct.unpack_from("<II", section, place)
    if kind == _TIME:
        (ticks,) = struct.unpack_from("<Q", section, place + 4)
        return (_EPOCH + timedelta(microseconds=ticks // 10)).isoformat() if ticks else ""
    if kind == _WIDE_TEXT:
        size, page = 2 * size, _UTF_16
    elif kind != _TEXT:
        return ""
    data = section[place + 8 : place + 8 + size]
    try:
        text = data.decode({_UTF_16: "utf-16-le", 65001: "utf-8"}.get(page, f"cp{page}"), "ignore")
    except LookupError:
        text = data.decode(f"cp{_LATIN}", "ignore")
    return text.partition("\0")[0]
