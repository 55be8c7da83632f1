"""The page of a build: the whole graph, or of a large one the part that is most connected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache, partial
from heapq import nsmallest
from pathlib import Path

import pyoxigraph as ox

from kg.building.state import Row, State
from kg.export.back import graph_data
from kg.export.html import render
from kg.export.page import assets
from kg.files import write_atomic
from kg.rdf import RdfGraph
from kg.vocabulary import expand, key_of, of_role

#: So many things a page holds; of a larger graph it has so many of the most connected.
MOST, PART = 20_000, 500


def write_page(
    graph: RdfGraph,
    nodes: Mapping[str, int],
    path: Path,
    language: str,
    texts: Mapping[str, str],
) -> int:
    """Write the page of a graph with so many nodes of each class; how many things it leaves out.

    Files and tenures are no things of a page and do not count.
    """
    absent = assets.style()["absent"]
    things = sum(count for name, count in nodes.items() if name not in absent)
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
    """The keys of the things with most edges, in order of their IRIs.

    Half of them are those most pointed at, the others those that point at most: taken together,
    what is cited everywhere would leave no room for those who cite it.

    >>> most_connected(RdfGraph(ox.Store()), 3)
    []
    """
    with ThreadPoolExecutor(len(_EDGES)) as asked:  # the engine counts both side by side
        into, out = asked.map(partial(_ranked, graph, most), _EDGES)
    chosen = dict.fromkeys(into[: most // 2])
    for address in (*out, *into):
        if len(chosen) == most:
            break
        chosen.setdefault(address)
    return sorted(key_of(address, base=graph.base) for address in chosen)


_EDGES = ("?other ?relation ?thing", "?thing ?relation ?other")


# So many times the wanted are asked for, so that all equals of the last of them come along.
_AMPLE = 4


def _ranked(graph: RdfGraph, most: int, edge: str) -> list[str]:
    """The things with most edges in one direction; the engine counts, for there are many."""
    ample = most * _AMPLE
    found = _counted(graph, edge, f"ORDER BY DESC(?n) LIMIT {ample}")
    counts = sorted((count for count, _ in found), reverse=True)
    if len(counts) == ample and counts[-1] == counts[most - 1]:
        found = _counted(graph, edge, f"HAVING (COUNT(*) >= {counts[-1]})")
    # equals are put in order here: the engine would have to look up the name of every thing
    ranked = nsmallest(most, found, key=lambda each: (-each[0], each[1]))
    return [address for _, address in ranked]


def _counted(graph: RdfGraph, edge: str, which: str) -> list[tuple[int, str]]:
    relations = " ".join(f"<{expand(name)}>" for name in of_role("relation"))
    found = graph.store.query(
        f"SELECT ?thing (COUNT(*) AS ?n) WHERE {{ VALUES ?relation {{ {relations} }} {edge} }}"
        f" GROUP BY ?thing {which}"
    )
    assert isinstance(found, ox.QuerySolutions)
    return [(int(row["n"].value), row["thing"].value) for row in found]


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
        return self._state.kept(self._rows[key]).document().text
