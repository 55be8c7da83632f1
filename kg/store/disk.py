"""The store beside ``graph.ttl``: the same graph, indexed on disk, so that questions start at once.

``store/<fingerprint>/`` holds the store of the graph whose Turtle has that SHA-256. A build makes
the new one beside the old; the moment ``graph.ttl`` gets its new content by a single rename, the
store of that content is the one in force. Killed before, the old graph and its store are whole;
killed after, the new ones. What is left over goes with the next build.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path
from typing import BinaryIO, cast

import pyoxigraph as ox

from kg.errors import GraphError
from kg.files import opened
from kg.rdf import Fact, RdfGraph
from kg.store.making import MAKING, Changes, Making, Stored, Tee, load_again
from kg.store.records import FOLDER, INDEX, Record, current, opened_index


def publish(
    turtle: Path,
    write: Callable[[BinaryIO], None],
    changes: Changes | None = None,
    *,
    threads: int = 1,
    stored: Stored | None = None,
) -> None:
    """Write a graph to ``turtle`` and its store beside it, so that both appear as one.

    ``write`` writes the Turtle, things in order of IRI with an empty line before each; it is
    loaded as it comes, by ``threads`` side by side. With ``changes`` the store of the graph that
    stands there now is changed instead, beside the writing, where there is one. Where the disk
    cannot hold a store, the graph is written all the same: it is then read whenever it is asked.
    ``stored`` tells whoever looks at it meanwhile how far the store is.
    """
    folder = turtle.parent / FOLDER
    with opened(turtle) as stream, Making(folder, threads, stored) as making:
        changing = changes is not None and making.begin_with(turtle)
        tee = Tee(stream, None if changing else making)
        if changes is not None and changing:
            making.change(changes)
        write(cast(BinaryIO, tee))
        tee.finish()
        stream.flush()
        os.fsync(stream.fileno())  # a machine that dies must not leave the name without the bytes
        if changing and not making.changed():
            load_again(Path(stream.name), making)
        kept = making.settle(Path(stream.name), tee.sha256())
    _sweep(folder, kept)


def opened_store(turtle: Path, *, base: str | None = None) -> RdfGraph | None:
    """The graph in the store of just this file, or ``None`` where there is no such store."""
    found = current(turtle)
    if found is None:
        return None
    place, record = found
    store = opened_index(place)
    if store is None:
        return None
    return RdfGraph(store, base or record.base, lambda: _ordered(turtle, record))


def is_stored(turtle: Path) -> bool:
    """Whether a store of just this file stands beside it and opens."""
    found = current(turtle) if turtle.exists() else None
    return found is not None and opened_index(found[0]) is not None


def _ordered(turtle: Path, record: Record) -> Iterator[tuple[str, list[Fact]]]:
    """Every thing with its facts as the file has them: in order, one at a time.

    Raises ``GraphError`` where another build has taken the file's place meanwhile.
    """
    with turtle.open("rb") as stream:
        if os.fstat(stream.fileno()).st_size != record.size:
            raise GraphError(str(turtle), "was replaced while it was open", "open it again")
        parsed = ox.parse(input=stream, format=ox.RdfFormat.TURTLE)
        for subject, quads in groupby(parsed, lambda quad: quad.subject):
            assert isinstance(subject, ox.NamedNode)
            yield subject.value, [(quad.predicate.value, quad.object) for quad in quads]


def clear_store(output: Path) -> None:
    """Take away what killed builds were making of a store below ``output``."""
    for path in (output / FOLDER).glob(f"{MAKING}*"):
        if not _in_use(path):
            shutil.rmtree(path, ignore_errors=True)


def _sweep(folder: Path, kept: Path | None) -> None:
    """Take away the stores of earlier builds, and what killed ones left behind."""
    if not folder.is_dir():
        return
    for path in sorted(folder.iterdir()):
        if path.is_dir() and path != kept and not _in_use(path):
            shutil.rmtree(path, ignore_errors=True)


def _in_use(path: Path) -> bool:
    """Whether another build is making this store just now: the engine holds its lock then."""
    if not path.name.startswith(MAKING):
        return False
    try:
        import fcntl

        with (path / INDEX / "LOCK").open("r+b") as lock:
            fcntl.lockf(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except (ImportError, OSError):
        return False
    return False
