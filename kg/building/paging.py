"""The page of a build: the whole graph, or of a large one the part that is most connected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from heapq import nsmallest
from pathlib import Path

import pyoxigraph as ox

from kg.building.state import Row, State
from kg.export.back import graph_data
from kg.export.html import render
from kg.files import write_atomic
from kg.rdf import RdfGraph
from kg.vocabulary import expand, key_of, of_role

#: So many things are drawn at once; of a larger graph the page shows the most connected.
MOST, PART = 2_000, 1_000


def write_page(
    graph: RdfGraph, things: int, path: Path, language: str, texts: Mapping[str, str]
) -> int:
    """Write the page of a graph with so many things; how many of them it leaves out."""
    only = None if things <= MOST else most_connected(graph, PART)
    left_out = 0 if only is None else things - len(only)
    page = render(
        graph_data(graph, only),
        title="Kamergraaf",
        language=language,
        texts=texts,
        left_out=left_out,
    )
    write_atomic(path, page.encode("utf-8"))
    return left_out


def most_connected(graph: RdfGraph, most: int) -> list[str]:
    """The keys of the things with most edges, in both directions, in order of their IRIs.

    >>> most_connected(RdfGraph(ox.Store()), 3)
    []
    """
    degrees: Counter[str] = Counter()
    relations = " ".join(f"<{expand(name)}>" for name in of_role("relation"))
    for edge in ("?thing ?relation ?other", "?other ?relation ?thing"):
        # counted by the engine: a large graph has a million edges and more
        found = graph.store.query(
            f"SELECT ?thing (COUNT(*) AS ?n) WHERE {{ VALUES ?relation {{ {relations} }} {edge} }}"
            " GROUP BY ?thing"
        )
        assert isinstance(found, ox.QuerySolutions)
        for row in found:
            degrees[row["thing"].value] += int(row["n"].value)
    ranked = nsmallest(most, degrees.items(), key=lambda each: (-each[1], each[0]))
    return sorted(key_of(address, base=graph.base) for address, _ in ranked)


class Texts(Mapping[str, str]):
    """The text of each document by its file's key, loaded when it is asked for."""

    def __init__(self, state: State, documents: Iterable[Row]) -> None:
        self._state = state
        self._rows = {f"file/{row.sha256}": row for row in documents}
        self._load = lru_cache(maxsize=64)(self._text)

    def __getitem__(self, key: str) -> str:
        return self._load(key)

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def _text(self, key: str) -> str:
        return self._state.kept(self._rows[key]).load().document.text
