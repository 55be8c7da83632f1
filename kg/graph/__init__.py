"""Nodes and statements become triples: each edge plain, a statement with its quote behind it."""

from kg.graph.build import build_graph

__all__ = ["build_graph"]
