"""Which files there are, which of them have changed, and what is to be read of them."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from kg.building.state import Stamp, State
from kg.building.tasks import Given, Reading, digest_of
from kg.errors import UnreachableError
from kg.read import Limits, Problem, Remote, Source, is_address, real_path

# How much is given to a worker at a time: enough to be worth the way, little enough to share out.
# A batch is what a worker does at one go, and what a kill can cost it. A small input is cut finer,
# so that every worker gets its share; finer still, and starting a batch would cost more than it.
_BATCH_BYTES, _BATCH_FILES = (128_000, 2_000_000), (16, 200)
_SHARES = 16
_STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class New:
    """A file to read, as it stands now."""

    source: Source
    stamp: Stamp


@dataclass
class Scan:
    """What was found: every key that is wanted, the files to read, problems of the inputs.

    ``restamped`` are files that have another time and the same bytes, ``moved`` new ones with the
    bytes and the name of a known one (its key comes with them): neither needs reading.
    ``unreached`` are the keys of files and folders that could not be reached just now.
    """

    keys: set[str] = field(default_factory=set)
    new: dict[str, New] = field(default_factory=dict)
    restamped: dict[str, New] = field(default_factory=dict)
    moved: dict[str, tuple[New, str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unreached: list[str] = field(default_factory=list)

    def gone(self, known: Iterable[str]) -> list[str]:
        """Which of these keys are of files that are no longer there.

        What lies in a folder that could not be listed may be there still.
        """
        below = tuple(f"{each}/" for each in self.unreached)
        return [
            key for key in known
            if key not in self.keys and key not in self.unreached and not key.startswith(below)
        ]  # fmt: skip

    @property
    def size(self) -> int:
        """How many bytes are to be read."""
        return sum(each.stamp.size for each in self.new.values())


def scan(inputs: Iterable[Source | Problem], known: dict[str, Stamp]) -> Scan:
    """Look at all files; those that are known with their size and time are not opened."""
    found = Scan()
    alike = _Alike(known)
    for source in inputs:
        if isinstance(source, Problem):
            found.problems.append(source)
            if isinstance(source.error, UnreachableError):
                place = source.name.rstrip("/")
                found.unreached.append(place if is_address(place) else _key(real_path(place)))
            continue
        key, stamp = _stamped(source)
        found.keys.add(key)
        before = known.get(key)
        if before is None:
            twin = _twin(source, alike.to(key, stamp.size))
            if twin is None:
                found.new[key] = New(source, stamp)
            else:
                found.moved[key] = (New(source, stamp), twin)
        elif before.size != stamp.size or before.changed != stamp.changed:
            same = before.size == stamp.size and before.sha256
            if same and digest_of(source) == before.sha256:
                found.restamped[key] = New(source, stamp)
            else:
                found.new[key] = New(source, stamp)
    return found


class _Alike:
    """Known files by size and name; put in order only when there is a new one."""

    def __init__(self, known: Mapping[str, Stamp]) -> None:
        self._known = known
        self._found: dict[tuple[int, str], list[tuple[str, str]]] | None = None

    def to(self, key: str, size: int) -> Sequence[tuple[str, str]]:
        """The digest and key of each that might have the bytes of this one."""
        if self._found is None:
            self._found = {}
            for other, each in self._known.items():
                alike = self._found.setdefault((each.size, os.path.basename(other)), [])
                alike.append((each.sha256, other))
        return self._found.get((size, os.path.basename(key)), ())


def local(inputs: Sequence[str | Path]) -> list[Path]:
    """The inputs that are files and folders there, under the paths by which they are read.

    >>> local(["-", "/", "no-such-file.txt"])
    [PosixPath('/')]
    """
    paths = [Path(real_path(each)) for each in inputs if _is_path(each)]
    return [each for each in paths if each.exists()]


def _is_path(given: str | Path) -> bool:
    return str(given) != _STANDARD_INPUT and not is_address(given)


def _twin(source: Source, alike: Sequence[tuple[str, str]]) -> str | None:
    """The key of a known file with the same bytes, of those with its size and name."""
    if not alike or source.path is None:
        return None
    digest = digest_of(source)
    return next((key for sha256, key in alike if digest and sha256 == digest), None)


def _stamped(source: Source) -> tuple[str, Stamp]:
    if source.remote is not None:
        return source.remote.shown, _mark(source.remote)
    if source.path is None:
        content = source.data or b""
        digest = hashlib.sha256(content).digest()
        # its time is its content: standard input has no other
        changed = int.from_bytes(digest[:6], "big")
        return _STANDARD_INPUT, Stamp(len(content), changed, "")
    path = source.real or real_path(source.path)
    try:
        about = os.stat(path)
    except OSError:
        return _key(path), Stamp(0, 0, "")
    # The time of the last change cannot be set by hand, as that of the last writing can: archives
    # and copies that keep times give another content the time of the one before.
    changed = about.st_ctime_ns if os.name == "posix" else about.st_mtime_ns
    return _key(path), Stamp(about.st_size, changed, "")


def _key(path: str) -> str:
    """What a file is known by: its path, or its bytes where they are no text.

    >>> _key("/brief.txt"), _key(os.fsdecode(b"/\\xff.txt"))
    ('/brief.txt', 'bytes:2fff2e747874')
    """
    try:
        path.encode()
    except UnicodeEncodeError:
        return f"bytes:{os.fsencode(path).hex()}"
    return path


def _mark(file: Remote) -> Stamp:
    """A file elsewhere is known by what its store says changes with it; else it is always new."""
    told = file.mark.encode() or time.time_ns().to_bytes(8)
    changed = int.from_bytes(hashlib.sha256(told).digest()[:6])
    return Stamp(file.size or 0, changed, "")


def readings(
    scan: Scan, state: State, limits: Limits, register: Path | None, names: Iterator[str]
) -> Iterator[Reading]:
    """The tasks that read what is new, in batches of neighbours."""
    most, many = _share(scan.size, *_BATCH_BYTES), _share(len(scan.new), *_BATCH_FILES)
    batch: list[Given] = []
    size = 0
    for key, each in scan.new.items():
        source = each.source
        if source.path is not None:  # a worker elsewhere has another current folder
            source = replace(source, path=source.real or real_path(source.path), real="")
        batch.append(Given(key, source, state.known(key)))
        size += each.stamp.size
        if size >= most or len(batch) >= many:
            yield _reading(batch, state, limits, register, next(names))
            batch, size = [], 0
    if batch:
        yield _reading(batch, state, limits, register, next(names))


def _share(total: int, least: int, most: int) -> int:
    """How much of ``total`` one batch is to hold.

    >>> [_share(total, 16, 200) for total in (10, 800, 10_000)]
    [16, 50, 200]
    """
    return max(least, min(most, total // _SHARES))


def _reading(
    batch: Iterable[Given], state: State, limits: Limits, register: Path | None, name: str
) -> Reading:
    asked = None if register is None else str(register)
    return Reading(name, str(state.folder), tuple(batch), limits, asked)
