"""Files in, documents out: every format becomes text with the way back to its place.

``read`` gives the one document of a file; ``read_all`` goes through files, folders, archives,
mails and standard input, and gives a :class:`Problem` for each document it could not read, so that
the others are still built.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import BinaryIO

from kg.errors import InputError
from kg.model import Document
from kg.read.address import Remote, is_address, is_web, shown
from kg.read.limits import Limits
from kg.read.protocol import Problem, documents_in, one_document
from kg.read.remote import at_hand, sources_behind
from kg.read.source import Source, printable
from kg.read.walk import forget_links, real_path, sources_at

__all__ = [
    "Limits",
    "Problem",
    "Remote",
    "Source",
    "at_hand",
    "documents",
    "is_address",
    "read",
    "read_all",
    "read_bytes",
    "real_path",
    "shown",
    "sources",
]

STANDARD_INPUT = "standard input"


def read(path: str | os.PathLike[str], *, limits: Limits | None = None) -> Document:
    """The document in the file at ``path``.

    Raises :class:`kg.errors.InputError`, one clear line, when there is none: a missing, empty or
    damaged file, a folder, an archive (see :func:`read_all` for those).

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder, "brief.txt")
    ...     _ = file.write_text("Kamerstuk 25295, nr. 1892", encoding="utf-8")
    ...     read(file).text
    'Kamerstuk 25295, nr. 1892'
    """
    if not os.fspath(path):
        raise _nameless()
    if is_address(path):
        return one_document(_only(str(path)), limits or Limits())
    place = Path(path)
    if place.is_dir():
        raise InputError(printable(str(place)), "is a folder", "use read_all for folders")
    return one_document(Source.of_path(place), limits or Limits())


def read_bytes(data: bytes, name: str, *, limits: Limits | None = None) -> Document:
    """The document in ``data``, as if read from a file called ``name``.

    >>> read_bytes(b"de motie-Bikker", "brief.txt").name
    'brief.txt'
    """
    return one_document(Source.of_bytes(name, data), limits or Limits())


def read_all(
    inputs: Iterable[str | os.PathLike[str]],
    *,
    limits: Limits | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Document | Problem]:
    """Every document in ``inputs``, one at a time, with a :class:`Problem` for each that failed.

    An input is a file, a folder (all files below it, in order of their names; hidden files and
    graphs this program wrote are passed by), an archive, a mail with its attachments, the address
    of any of these (``s3://bucket/folder``), or ``-`` for standard input. A file named twice is
    read once.

    >>> [type(found).__name__ for found in read_all(["no-such-file.txt"])]
    ['Problem']
    """
    limits = limits or Limits()
    for source in sources(inputs, limits=limits, stdin=stdin):
        if isinstance(source, Problem):
            yield source
        else:
            yield from documents_in(source, limits)


def sources(
    inputs: Iterable[str | os.PathLike[str]],
    *,
    limits: Limits | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Source | Problem]:
    """Every file in ``inputs`` as :func:`read_all` goes through them, not yet read.

    >>> [type(found).__name__ for found in sources(["no-such-file.txt"])]
    ['Problem']
    """
    limits = limits or Limits()
    seen: set[str] = set()
    forget_links()
    web = 0
    for given in inputs:
        if is_address(given) and is_web(str(given)):
            web += 1
            if web > limits.web_files:
                yield _of_web(str(given), limits)
                continue
        for source in _sources(given, limits, stdin):
            if isinstance(source, InputError):
                yield Problem(source.place, source)
            elif _first(_key(source), seen):
                yield source


def documents(source: Source, limits: Limits | None = None) -> Iterator[Document | Problem]:
    """Every document in one source, with a problem for each that failed.

    >>> [found.text for found in documents(Source.of_bytes("a.txt", b"motie"))]
    ['motie']
    """
    return documents_in(source, limits or Limits())


def _only(address: str) -> Source:
    """The one file at an address."""
    for source in sources([address], limits=Limits(web_files=1)):
        if isinstance(source, Problem):
            raise source.error
        if source.remote is None or not source.remote.listed:
            return source
    raise InputError(printable(shown(address)), "is a folder", "use read_all for folders")


def _sources(
    given: str | os.PathLike[str], limits: Limits, stdin: BinaryIO | None
) -> Iterator[Source | InputError]:
    if not os.fspath(given):
        yield _nameless()
        return
    if is_address(given):
        yield from sources_behind(str(given))
        return
    if os.fspath(given) != "-":
        yield from sources_at(Path(given))
        return
    if stdin is None:
        stdin = sys.stdin.buffer
    yield Source.of_bytes(STANDARD_INPUT, stdin.read(limits.file_bytes + 1))


def _nameless() -> InputError:
    """The error of an empty name, such as a variable of a shell that was never set."""
    return InputError("''", "names no file or folder", "give one, or . for this folder")


def _of_web(address: str, limits: Limits) -> Problem:
    place = printable(shown(address))
    problem = f"is of the web, of which {limits.web_files or 'no'} inputs are read"
    return Problem(place, InputError(place, problem, "fetch it, or raise the limit web_files"))


def _key(source: Source) -> str:
    """By which a file named twice is known; empty for what has no name of its own."""
    if source.remote is not None:
        return source.remote.shown
    return "" if source.path is None else source.real or real_path(source.path)


def _first(key: str, seen: set[str]) -> bool:
    if not key:
        return True
    if key in seen:
        return False
    seen.add(key)
    return True


class _Reading(ModuleType):
    """This package, callable: Python puts it in the place of the function ``kg.read``."""

    def __call__(
        self, path: str | os.PathLike[str], *, limits: Limits | None = None
    ) -> Document:
        return read(path, limits=limits)


sys.modules[__name__].__class__ = _Reading
