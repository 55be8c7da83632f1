"""Files behind addresses: found in the order of their names, brought here no sooner than needed."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import IO, Any

from kg.errors import InputError
from kg.read.address import Remote, local_path, path_in, remote, shown, system, unread
from kg.read.limits import MEGABYTE, Limits
from kg.read.source import Deadline, Source, printable
from kg.read.walk import is_own_page, passed_by, sources_at

_IN_MEMORY = 16 * MEGABYTE  # a larger file waits on disk while it is read
_TOGETHER = 64  # files that are fetched at a time
_SMALL = MEGABYTE  # and how large each of them may be
_PACKED = (b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b")


def sources_behind(address: str) -> Iterator[Source | InputError]:
    """The file at ``address``, or the documents in the folder there; errors in their place."""
    path = local_path(address)
    if path is not None:
        yield from sources_at(Path(path))
        return
    place = printable(shown(address))
    try:
        files, name = system(address), path_in(address)
        about = files.info(name)
    except Exception as error:  # drivers raise what they like
        yield unread(place, error)
        return
    if about["type"] != "directory":
        yield Source.of_remote(remote(address, about, listed=False))
        return
    found = False
    for each in _in_folder(files, address, str(about["name"])):
        found = True
        yield each
    if not found:
        yield InputError(place, "holds no documents", "name a folder with documents in it")


def at_hand(sources: Iterable[Source]) -> Iterator[Source]:
    """The same sources in the same order, small files behind addresses with their bytes.

    Many are fetched at a time, because a store takes its time for each. One that could not be
    fetched comes as it was, and says so when it is read.

    >>> [each.name for each in at_hand([Source.of_bytes("a.txt", b"motie")])]
    ['a.txt']
    """
    coming = iter(sources)
    while some := list(islice(coming, _TOGETHER)):
        wanted: dict[str, list[int]] = {}
        for at, source in enumerate(some):
            if source.data is None and source.remote and 0 < (source.remote.size or 0) <= _SMALL:
                wanted.setdefault(source.remote.root, []).append(at)
        for places in wanted.values():
            _fetch(some, places)
        yield from some


def _fetch(some: list[Source], places: list[int]) -> None:
    files = [each for at in places if (each := some[at].remote) is not None]
    sizes = [each.size or 0 for each in files]
    try:
        ends = [size + 1 for size in sizes]
        paths = [each.path for each in files]
        found = files[0].system.cat_ranges(paths, [0] * len(paths), ends, on_error="return")
    except Exception:  # each says so when it is read by itself
        return
    for at, size, data in zip(places, sizes, found, strict=True):
        if isinstance(data, bytes) and len(data) <= size:
            some[at] = replace(some[at], data=data)


@contextmanager
def here(source: Source, limits: Limits) -> Iterator[Source]:
    """A source that is on this machine for as long as the context lasts.

    Raises :class:`InputError` when it cannot be fetched, or is larger than ``limits`` allow.
    """
    if source.remote is None or source.data is not None:
        yield source
        return
    with tempfile.NamedTemporaryFile(prefix="kg-") as kept:
        data = _fetched(source, source.remote, kept, limits)
        yield replace(source, data=data, path=kept.name if data is None else None)


def is_passed_by(source: Source) -> bool:
    """Whether this is a page of our own in a folder that was named; it is known by its bytes."""
    if source.remote is None or not source.remote.listed:
        return False
    return source.name.lower().endswith((".html", ".htm")) and is_own_page(source.head(8192))


def _fetched(source: Source, file: Remote, kept: IO[bytes], limits: Limits) -> bytes | None:
    """The bytes of a file, or ``None`` where they are more than a few and were kept."""
    deadline = Deadline(source, limits)
    head, most, size = b"", 0, 0
    try:
        with file.system.open(file.path, "rb") as stream:
            while block := stream.read(_IN_MEMORY if not size else _SMALL):
                if not size:
                    head, most = block, _most(block, limits)
                size += len(block)
                if size > most:
                    raise source.too_large(limits)
                kept.write(block)
                deadline()
    except Exception as error:  # drivers raise what they like
        raise unread(source.place, error) from None
    kept.flush()
    return head if size == len(head) else None


def _most(head: bytes, limits: Limits) -> int:
    """How large a file may be that begins so: an archive is bounded by what it unpacks to."""
    packed = head.startswith(_PACKED) or head[257:262] == b"ustar"
    return max(limits.file_bytes, limits.unpacked_bytes) if packed else limits.file_bytes


def _in_folder(files: Any, root: str, folder: str) -> Iterator[Source | InputError]:
    """Folder by folder as on disk: the files of each by name, then the folders in it."""
    waiting = [folder]
    while waiting:
        where = waiting.pop()
        try:
            entries = _entries(files, where)
        except Exception as error:  # drivers raise what they like
            yield unread(printable(shown(Remote(root, where, None, "", True).shown)), error)
            continue
        for _, about in entries:
            if about["type"] == "file":
                yield Source.of_remote(remote(root, about, listed=True))
        inner = [about["name"] for _, about in entries if about["type"] == "directory"]
        waiting += reversed([name.rstrip("/") for name in inner])


def _entries(files: Any, folder: str) -> list[tuple[str, dict[str, Any]]]:
    """What lies in a folder by name, without what is never a document or lies elsewhere."""
    start = f"{folder.rstrip('/')}/"
    found = []
    for about in files.ls(folder, detail=True):
        path = str(about["name"]).rstrip("/")
        name = path[len(start) :]
        if path.startswith(start) and name and "/" not in name and not passed_by(name):
            found.append((name, about))
    return sorted(found, key=lambda entry: entry[0])
