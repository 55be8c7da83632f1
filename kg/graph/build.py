"""From nodes and statements to a graph that can be asked.

Every statement gives a plain triple (the edge) and a ``kg:Statement`` (its evidence).
"""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from kg.graph.text import Writer, once
from kg.model import GraphData
from kg.rdf import RdfGraph
from kg.vocabulary import BASE


def build_graph(data: GraphData, *, base: str = BASE) -> RdfGraph:
    """The graph of all nodes and statements, in memory.

    Raises ``GraphError`` for a class or property that the vocabulary does not have.

    >>> from kg.model import Node
    >>> len(build_graph(GraphData((Node("dossier/25295", ("Dossier",), "dossier 25 295"),), ())))
    2
    """
    writer = Writer(base)
    text = "\n".join(_blocks(writer, data))
    store = ox.Store()
    store.bulk_load(writer.header() + text.encode(), ox.RdfFormat.TURTLE)
    return RdfGraph(store, base)


def _blocks(writer: Writer, data: GraphData) -> Iterator[str]:
    for node in data.nodes:
        yield writer.node(node)[1]
    for key, statement in once(data.statements).items():
        subject, edge = writer.edge(statement)
        yield writer.loose(subject, (edge,))
        yield writer.statement(key, statement)[1]
