"""Kamergraaf: one knowledge graph from the references in Dutch parliamentary documents."""

from kg._version import __version__

__all__ = ["__version__"]
