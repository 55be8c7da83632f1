"""Small graphs made in a line each, for tests that need to know every number in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.facade import Graph, build_graph
from kg.model import GraphData, Literal, Node, Statement

FILE = "file/" + "0" * 64

Edge = tuple[str, str, str]


def node(key: str, kind: str, day: str | None = None, **literals: str) -> Node:
    """A thing labelled with the last part of its key; ``status="open"`` is ``kg:status``."""
    found = [Literal(f"kg:{name}", text) for name, text in literals.items() if name != "label"]
    if day is not None:
        found.append(Literal("dcterms:date", day))
    label = literals.get("label", key.rpartition("/")[2])
    return Node(key, tuple(kind.split()), label, tuple(found))


def statement(edge: Edge, quote: str = "zie aldaar", start: int = 0) -> Statement:
    """An edge with the words that show it."""
    subject, predicate, thing = edge
    end = start + len(quote)
    return Statement(subject, predicate, thing, FILE, quote, start, end, "rule.x", 0.9)


def made(
    nodes: Iterable[Node], edges: Iterable[Edge], quotes: Mapping[Edge, str] | None = None
) -> Graph:
    """The graph of these things and edges."""
    statements = (statement(edge, (quotes or {}).get(edge, "zie aldaar")) for edge in edges)
    file = Node(FILE, ("SourceFile",), "brief.txt", (Literal("kg:sourceName", "brief.txt"),))
    return build_graph(GraphData((file, *nodes), tuple(statements)))
