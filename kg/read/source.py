"""Where the bytes of one document come from: a file, a member of an archive, a part of a mail."""

from __future__ import annotations

import hashlib
import io
import os
import re
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from kg.errors import InputError, UnreachableError
from kg.model import Document, Fact, Link, NoteTie, Place, Region
from kg.read.address import Remote
from kg.read.limits import MEGABYTE, Limits

_SMALL = 256 * 1024  # bytes; a file up to this size is opened once, not for its head and again
_UNPRINTABLE = re.compile(  # controls, those of writing direction, half surrogate pairs
    r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)


def printable(name: str) -> str:
    r"""A file's name fit for one line of UTF-8: control characters and stray bytes escaped.

    >>> printable("brief\n2.txt"), printable("caf\udce9.pdf")
    ('brief\\n2.txt', 'caf\\xe9.pdf')
    """

    if name.isprintable():
        return name

    def escape(match: re.Match[str]) -> str:
        point = ord(match.group())
        if 0xDC80 <= point <= 0xDCFF:
            return f"\\x{point - 0xDC00:02x}"
        return match.group().encode("unicode_escape").decode("ascii")

    return _UNPRINTABLE.sub(escape, name)


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one document or archive, read no sooner than needed.

    ``name`` is the base name, ``place`` what a message calls it (path, ``bundle.zip/brief.pdf``),
    ``depth`` how many archives or mails it lies inside. The bytes are in ``data``, at ``path``, or
    elsewhere (``remote``), whence :func:`kg.read.remote.here` brings them. ``real`` is the path
    behind all links, where whoever found the file knew it.

    >>> Source.of_bytes("map/brief.txt", b"Geachte").load(Limits())
    b'Geachte'
    """

    name: str
    place: str
    data: bytes | None = None
    path: str | None = None
    depth: int = 0
    remote: Remote | None = None
    real: str = ""

    @classmethod
    def of_bytes(cls, place: str, data: bytes, *, depth: int = 0) -> Source:
        """The source for bytes at hand; its name is the last part of ``place``."""
        shown = printable(place)
        return cls(re.split(r"[/\\]", shown)[-1] or shown, shown, data, None, depth)

    @classmethod
    def of_path(cls, path: str | Path, real: str = "") -> Source:
        """The source for a file on disk."""
        place = os.fspath(path)
        name = printable(os.path.basename(place) or place)
        return cls(name, printable(place), None, place, real=real)

    @classmethod
    def of_remote(cls, file: Remote) -> Source:
        """The source for a file behind an address."""
        place = printable(file.shown)
        name = place.partition("?")[0].rstrip("/").rpartition("/")[2]
        return cls(name or place, place, remote=file)

    def at_hand(self) -> Source:
        """This source with its bytes where the file is small, itself where it is not.

        Raises :class:`InputError` when the file cannot be opened.
        """
        if self.data is None and 0 < self.size() <= _SMALL:
            data = self._read(_SMALL + 1)
            if len(data) <= _SMALL:
                return replace(self, data=data)
        return self

    def open(self) -> BinaryIO:
        """The bytes as a stream; raises :class:`InputError` when the file cannot be opened."""
        if self.path is None or self.data is not None:
            return io.BytesIO(self.data or b"")
        try:
            return open(self.path, "rb")
        except OSError as error:
            raise unopened(self.place, error) from None

    def head(self, size: int = 4096) -> bytes:
        """The first ``size`` bytes; raises :class:`InputError` when they cannot be read."""
        return self.data[:size] if self.data is not None else self._read(size)

    def load(self, limits: Limits) -> bytes:
        """All bytes; raises :class:`InputError` above ``limits.file_bytes``."""
        if self.size() > limits.file_bytes:
            raise self.too_large(limits)
        data = self.data if self.data is not None else self._read(limits.file_bytes + 1)
        if len(data) > limits.file_bytes:  # a pipe or device, or one that grew
            raise self.too_large(limits)
        return data

    def size(self) -> int:
        """How many bytes there are, as far as that is known before they are read; else 0."""
        if self.path is None or self.data is not None:
            return len(self.data or b"")
        try:
            return os.stat(self.path).st_size
        except (OSError, ValueError):
            return 0  # whoever reads it says what is wrong

    def too_large(self, limits: Limits) -> InputError:
        """The error of a document above ``limits.file_bytes``."""
        return self.error(
            f"larger than {limits.file_bytes / MEGABYTE:g} MB",
            "split it, or raise the limit file_bytes",
        )

    def _read(self, size: int) -> bytes:
        with self.open() as stream:
            try:
                return stream.read(size)
            except OSError as error:
                raise unopened(self.place, error) from None

    def error(self, problem: str, remedy: str = "") -> InputError:
        """The error that names this source as its place.

        >>> str(Source.of_bytes("a.zip/b.pdf", b"").error("the file is empty", "download again"))
        'a.zip/b.pdf: the file is empty; download again'
        """
        return InputError(self.place, problem, remedy)

    def document(
        self,
        data: bytes,
        text: str,
        media_type: str,
        *,
        places: tuple[Place, ...] = (),
        links: tuple[Link, ...] = (),
        notes: tuple[NoteTie, ...] = (),
        regions: tuple[Region, ...] = (),
        facts: tuple[Fact, ...] = (),
        warnings: tuple[str, ...] = (),
    ) -> Document:
        """The document that ``text`` makes with this source's name and the digest of ``data``."""
        digest = hashlib.sha256(data).hexdigest()
        return Document(
            text, self.name, digest, media_type, places, links, notes, regions, facts, warnings
        )


class Deadline:
    """The end of the time a document may take; calling it raises when that has come.

    >>> Deadline(Source.of_bytes("a.pdf", b""), Limits(seconds=60))()
    """

    def __init__(self, source: Source, limits: Limits) -> None:
        self._source = source
        self._seconds = limits.seconds
        self._end = time.monotonic() + limits.seconds

    def __call__(self) -> None:
        """Raises :class:`InputError` when time is up."""
        if time.monotonic() >= self._end:
            raise self._source.error(f"takes more than {self._seconds:g} seconds", "split it")


def unopened(place: str, error: OSError) -> InputError:
    """The one line for a file the system would not give."""
    if isinstance(error, FileNotFoundError):
        return InputError(place, "there is no such file or folder", "check the path")
    if isinstance(error, PermissionError):
        remedy = "give yourself read permission (chmod +r)"
        return UnreachableError(place, "may not be read", remedy)
    if isinstance(error, IsADirectoryError):
        return InputError(place, "is a folder", "give it to a command that reads folders")
    reason = os.strerror(error.errno) if error.errno else str(error)
    problem = f"cannot be read ({printable(reason)})"
    return UnreachableError(place, problem, "check the disk and the path")
