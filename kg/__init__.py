"""Kamergraaf: one knowledge graph from the references in Dutch parliamentary documents.

>>> import kg
>>> [mention.id for mention in kg.find("Zie Kamerstuk 25 295, nr. 1892.")]
['kst-25295-1892']
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg._version import __version__
from kg.errors import (
    AuthorityError,
    CitationError,
    GraphError,
    InputError,
    KamergraafError,
    QueryError,
)

if TYPE_CHECKING:
    from kg.api import Citation, Document, Graph, Mention, build, cite, find, load, read

__all__ = [
    "AuthorityError",
    "Citation",
    "CitationError",
    "Document",
    "Graph",
    "GraphError",
    "InputError",
    "KamergraafError",
    "Mention",
    "QueryError",
    "__version__",
    "build",
    "cite",
    "find",
    "load",
    "read",
]


def __getattr__(name: str) -> Any:
    # Imported on first use, so that "kg --help" and a plain "import kg" stay quick.
    if name not in __all__:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    from kg import api

    return getattr(api, name)
