"""Keeps built graphs on disk and opens them again.

``graph.ttl`` is the graph; beside it stands a store in which the same graph can be asked without
being read first. ``publish`` writes both, ``load`` opens whichever will do.
"""

from __future__ import annotations

from pathlib import Path

from kg.errors import GraphError
from kg.files import GRAPH_NAME
from kg.rdf import RdfGraph
from kg.store.disk import clear_store, is_stored, opened_store, publish
from kg.store.files import FORMATS, read
from kg.store.making import Change, Changes, Stored

__all__ = [
    "DEFAULT_NAME", "FORMATS", "Change", "Changes", "Stored", "clear_store", "hold", "is_stored",
    "load", "publish",
]  # fmt: skip

DEFAULT_NAME = GRAPH_NAME


def load(path: str | Path, *, base: str | None = None) -> RdfGraph:
    """The graph of a file, or of the ``graph.ttl`` in a folder; named graphs become one.

    Where a build left a store of just this graph, that is opened and nothing is read; otherwise
    the file is read into memory. ``base`` is found from the things themselves when it is not
    given. Raises ``GraphError`` where the file is missing, of another kind, or damaged.
    """
    file = _file(path)
    found = opened_store(file, base=base)
    return read(file, base=base) if found is None else found


def hold(path: str | Path, *, base: str | None = None) -> RdfGraph:
    """The same graph read into memory, whatever stands beside it; raises ``GraphError`` alike."""
    return read(_file(path), base=base)


def _file(path: str | Path) -> Path:
    """The file of a graph, or the one in a folder; raises ``GraphError`` where there is none."""
    file = Path(path)
    if file.is_dir():
        file = file / DEFAULT_NAME
    if not file.exists():
        raise GraphError(str(file), "there is no graph here", "make one with kg build")
    return file
