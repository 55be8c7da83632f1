"""The graph put to questions of others: what ``kg serve`` holds, asks and describes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.files import GRAPH_NAME

if TYPE_CHECKING:
    from kg.facade import Graph
    from kg.query import Result
    from kg.rdf import RdfGraph


def hold_graph(path: Path) -> Graph:
    """The graph of a file or folder, held in memory: a later build does not change it.

    Raises ``GraphError`` when it cannot be used.
    """
    from kg.facade import Graph
    from kg.store import hold

    held = hold(path)
    return Graph(held.store, held.base)


def serve_graph(
    path: Path,
    *,
    on_ready: Callable[[str], None],
    on_change: Callable[[str], None],
    **limits: Any,
) -> None:
    """Serve the graph at ``path`` over HTTP until interrupted; ``on_ready`` is told the address.

    A graph that takes its place is served from then on; ``on_change`` is told. ``limits`` are those
    of :class:`kg.serve.Settings`. Raises ``GraphError`` for a graph that cannot be used,
    ``InputError`` for a port that is taken.
    """
    from kg.query import saved_queries
    from kg.serve import Library, Settings, serve

    settings = Settings(**limits)

    def library() -> Library:
        graph = hold_graph(path)
        asked = partial(ask_dataset, graph, most=settings.rows)
        return Library(graph, asked, tuple(saved_queries().values()), describer(graph))

    file = path / GRAPH_NAME if path.is_dir() else path
    serve(library, settings, file, on_ready=on_ready, on_change=on_change)


def ask_dataset(
    graph: Graph,
    sparql: str,
    *,
    params: Mapping[str, str],
    default_graphs: Sequence[str] = (),
    named_graphs: Sequence[str] = (),
    most: int | None = None,
) -> Result:
    """The answer over the graphs named, here or in the query: one per source file, or the whole.

    Raises ``QueryError`` for a graph that does not exist and as :func:`kg.query.ask` does.
    """
    from kg.export.dataset import with_graphs
    from kg.export.sources import is_source, source_files
    from kg.query import ask, dataset_of

    dataset = dataset_of(sparql, default_graphs, named_graphs, base=graph.base)
    names = [*dataset.default, *dataset.named]
    asked: RdfGraph = graph
    if names:
        asked = with_graphs(graph, names, whole=False)
    elif dataset.every or dataset.looks:
        into = source_files(graph) if dataset.every else dataset.looks
        there = [name for name in into if is_source(graph, name)]
        # what a parameter names is looked up in the whole
        asked = with_graphs(graph, there, whole=dataset.whole or bool(params))
    return ask(asked, sparql, params=params, most=most, dataset=dataset)


def describer(graph: Graph) -> Callable[[str, str, bool], bytes]:
    """What describes a graph by format and address, with its service or not; it counts once."""
    from kg.catalog import count, service_description, void
    from kg.export.sources import source_files

    counts, graphs = count(graph), source_files(graph)

    def describe(format: str, address: str, service: bool) -> bytes:
        endpoint = f"{address}/sparql"
        if not service:
            return void(counts, graph.base, format, endpoint=endpoint)
        return service_description(counts, graph, endpoint, format, graphs)

    return describe
