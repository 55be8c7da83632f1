"""Files are written whole or not at all; a name in ``.gz`` is packed, ``-`` is standard output."""

from __future__ import annotations

import errno
import gzip
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from kg.errors import InputError

#: What a build writes in its folder: the graph, and the page of it.
GRAPH_NAME, PAGE_NAME = "graph.ttl", "graph.html"

# What other programs, such as those that make backups, know such a folder by
# (https://bford.info/cachedir/).
_TAG, _SIGNATURE = "CACHEDIR.TAG", b"Signature: 8a477f597d28d172789f06886806bc55"


@contextmanager
def opened(target: str | Path | BinaryIO) -> Iterator[BinaryIO]:
    """The stream to write to; a file appears under its name only when all of it is written.

    ``-`` is standard output; a name that ends in ``.gz`` is packed, with no time in it, so that
    the same graph gives the same bytes.
    """
    if not isinstance(target, (str, Path)):
        yield target
    elif str(target) == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    else:
        with _atomic(Path(target)) as stream:
            if Path(target).suffix == ".gz":
                with gzip.GzipFile("", "wb", 6, stream, 0) as packed:
                    yield cast(BinaryIO, packed)
            else:
                yield stream


def write_atomic(path: Path, content: bytes) -> None:
    """Write ``content`` under this name in one step: a killed run leaves the old file whole."""
    with _atomic(path) as stream:
        stream.write(content)


def mark_cache(folder: Path) -> None:
    """Mark a folder as one whose content can be made again, and is nobody's document."""
    tag = folder / _TAG
    if not tag.exists():
        tag.write_bytes(_SIGNATURE + b"\n# kamergraaf makes the content of this folder again.\n")


def is_cache(folder: str | Path) -> bool:
    """Whether a folder is marked as one whose content can be made again.

    >>> is_cache("/no/such/folder")
    False
    """
    try:
        with open(Path(folder, _TAG), "rb") as stream:
            return stream.read(len(_SIGNATURE)) == _SIGNATURE
    except OSError:
        return False


@contextmanager
def making(folder: Path, sign: str) -> Iterator[Path]:
    """A folder to fill, which takes the place of ``folder`` when it is whole.

    ``sign`` is a file that every folder so made has: one without it is not replaced, unless it is
    empty. Raises ``InputError`` then, and where a file stands.
    """
    if folder.exists() and not folder.is_dir():
        raise InputError(str(folder), "is a file", "choose a folder")
    if folder.exists() and any(folder.iterdir()) and not (folder / sign).exists():
        raise InputError(str(folder), "holds other files", "choose an empty folder")
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
        made.chmod(0o755)
        yield made
        if folder.exists():
            _take_place(made, folder)
        else:
            made.rename(folder)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise


def _take_place(made: Path, folder: Path) -> None:
    """Give a folder the place of another, which goes; that one stays where it cannot be done."""
    aside = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    old = aside / "old"
    try:
        folder.rename(old)
        made.rename(folder)
    except BaseException:
        if old.exists():  # where not even this can be done, it stays aside and is not lost
            old.rename(folder)
        aside.rmdir()
        raise
    shutil.rmtree(aside, ignore_errors=True)


@contextmanager
def _atomic(path: Path) -> Iterator[BinaryIO]:
    """A temporary file beside ``path`` that takes its place at the end, and is gone on failure."""
    if _is_device(path):
        with path.open("wb") as stream:
            yield stream
        return
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from None  # not the name of a moment
    os.close(handle)
    try:
        with open(name, "wb") as stream:  # by its name, so that the stream knows it
            yield stream
            stream.flush()
            os.fsync(stream.fileno())  # a machine that dies leaves the old file or the new one
        os.chmod(name, 0o666 & ~_umask())
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise


def _is_device(path: Path) -> bool:
    """Whether a path is a device or a pipe, which a file must never take the place of."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    is_file = stat.S_ISREG(mode) or stat.S_ISDIR(mode)
    return not is_file or str(path).startswith(("/dev/std", "/dev/fd/", "/proc/"))


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
