"""What ``import kg`` gives: find, read, build, load and cite."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg.citation import Citation, cite
from kg.facade import Graph, load_graph
from kg.model import Document, Mention

if TYPE_CHECKING:
    from kg.read import Limits

__all__ = ["Citation", "Document", "Graph", "Mention", "build", "cite", "find", "load", "read"]


def find(text: str) -> tuple[Mention, ...]:
    """Every mention in a text: its kind, id, span, surface and the rule that fired.

    >>> [(m.kind, m.id) for m in find("Zie Kamerstuk 32 793, nrs. 302 en 613.")]
    [('kamerstuk', 'kst-32793-302'), ('kamerstuk', 'kst-32793-613')]
    """
    from kg.recognise import find as found

    return found(text)


def read(path: str | Path, *, limits: Limits | None = None) -> Document:
    """One document of any format as text, with the way back to its pages and elements.

    Raises ``InputError`` when it cannot be read.

    >>> read("nowhere.txt")
    Traceback (most recent call last):
    kg.errors.InputError: nowhere.txt: there is no such file or folder; check the path
    """
    from kg.read import Limits
    from kg.read import read as one

    return one(path, limits=limits or Limits())


def build(
    paths: Sequence[str | Path],
    *,
    output: str | Path | None = None,
    register: str | Path | None = None,
    limits: Limits | None = None,
) -> Graph:
    """The graph of all documents below ``paths``; written below ``output`` when given.

    ``register`` is an index made by ``kg register load``. Documents that cannot be read are left
    out; raises ``InputError`` when not one can.

    >>> build(["nowhere"])
    Traceback (most recent call last):
    kg.errors.InputError: nowhere: there is no such file or folder; check the path
    """
    from kg import pipeline

    return pipeline.build(
        paths,
        Path(output) if output is not None else None,
        register=Path(register) if register is not None else None,
        limits=limits,
    ).graph


def load(path: str | Path) -> Graph:
    """The graph of a file, or of the ``graph.ttl`` in a folder; raises ``GraphError``.

    >>> load("nowhere")
    Traceback (most recent call last):
    kg.errors.GraphError: nowhere: there is no graph here; make one with kg build
    """
    return load_graph(path)
