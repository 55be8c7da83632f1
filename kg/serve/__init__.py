"""Serves a graph over HTTP: the SPARQL 1.1 Protocol, a page for each thing, a page for queries."""

from kg.serve.library import Library
from kg.serve.run import serve
from kg.serve.settings import Settings

__all__ = ["Library", "Settings", "serve"]
