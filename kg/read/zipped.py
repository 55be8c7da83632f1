"""Files inside a zip, opened with care: no bomb unpacks further than the limits allow."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from types import TracebackType
from typing import BinaryIO

from kg.errors import InputError
from kg.read.limits import MEGABYTE, Limits
from kg.read.source import Source, printable

_SMALL = MEGABYTE  # below this no ratio is too high to be harmless
_ENTRY = 300  # bytes a directory spends on a member, with a long name
_END = b"PK\x05\x06"
_END_64 = b"PK\x06\x06"


def directory_size(stream: BinaryIO) -> int:
    """How many bytes a zip's directory takes by its own word; 0 when it does not say.

    The format: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.14 and 4.3.16.
    """
    stream.seek(0, io.SEEK_END)
    stream.seek(max(0, stream.tell() - (1 << 16) - 200))
    tail = stream.read()
    stream.seek(0)
    end, end_64 = tail.rfind(_END), tail.rfind(_END_64)
    size = int.from_bytes(tail[end + 12 : end + 16], "little") if end >= 0 else 0
    if end_64 >= 0:
        size = max(size % 0xFFFFFFFF, int.from_bytes(tail[end_64 + 40 : end_64 + 48], "little"))
    return size


class Zip:
    """A zip whose members are read no further than the limits.

    Every fault of the file raises :class:`kg.errors.InputError` with the zip as its place.
    """

    def __init__(self, source: Source, limits: Limits) -> None:
        self._source = source
        self._limits = limits
        self.unpacked = 0
        with self._told(), ExitStack() as stack:
            stream: BinaryIO = stack.enter_context(source.open())
            many = source.error(f"holds more than {limits.members} files", "split it")
            if directory_size(stream) > _ENTRY * limits.members:
                raise many
            self._zip = stack.enter_context(zipfile.ZipFile(stream))
            self.members = [info for info in self._zip.infolist() if not info.is_dir()]
            if len(self.members) > limits.members:
                raise many
            self._stack = stack.pop_all()

    def __enter__(self) -> Zip:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stack.close()

    @property
    def names(self) -> list[str]:
        """The names of the members, in the order of the directory."""
        return [info.filename for info in self.members]

    def __contains__(self, name: str) -> bool:
        return name in self._zip.NameToInfo

    def read(self, name: str) -> bytes:
        """The bytes of the member called ``name``; raises :class:`InputError` above the limits."""
        info = self._zip.NameToInfo.get(name)
        if info is None:
            raise self._source.error(f"lacks its part {printable(name)}", "download it again")
        return self.unpack(info)

    def unpack(self, info: zipfile.ZipInfo) -> bytes:
        """The bytes of one member; raises :class:`InputError` above the limits."""
        self._demand_modest(info)
        if info.flag_bits & 1:
            raise self._source.error("is protected with a password", "unpack it, give the folder")
        limit = self._limits.file_bytes
        with self._told(), self._zip.open(info) as stream:
            data = stream.read(limit + 1)
        self.unpacked += len(data)
        if len(data) > limit or self.unpacked > self._limits.unpacked_bytes:
            raise self._bomb()
        return data

    def _demand_modest(self, info: zipfile.ZipInfo) -> None:
        packed = max(info.compress_size, 1)
        if info.file_size > _SMALL and info.file_size > self._limits.ratio * packed:
            raise self._bomb()
        if info.file_size > self._limits.file_bytes:
            raise self._bomb()

    def _bomb(self) -> InputError:
        return self._source.error(
            "unpacks to far more than it holds", "check where it comes from, or raise the limits"
        )

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What zipfile or a decompressor raises, which is much and not documented, is told."""
        try:
            yield
        except (InputError, MemoryError):  # the machine's lack of room is no fault of the file
            raise
        except NotImplementedError:
            raise self._source.error(
                "is packed in a way that is not read", "unpack it first"
            ) from None
        except Exception:
            raise self._source.error("is a damaged zip", "download it again") from None
