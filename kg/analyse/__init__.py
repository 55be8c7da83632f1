"""What people ask of a citation graph, answered in tables: ``analyse`` is the way in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from importlib import import_module
from typing import TYPE_CHECKING

from kg.analyse.table import Column, Note, Table
from kg.errors import InputError

if TYPE_CHECKING:
    from kg.rdf import RdfGraph

__all__ = ["ANALYSES", "SHOWN", "STATS", "TOP", "Column", "Note", "Table", "analyse"]

#: How many rows a ranking has unless asked otherwise.
TOP = 25

# Where each table is made; those of one function are made together.
_MADE_BY = {
    "most-cited": "cited.cited",
    "pagerank": "cited.cited",
    "dossier-links": "dossiers.links",
    "bridges": "dossiers.bridges",
    "communities": "communities.communities",
    "community-members": "communities.communities",
    "co-signatures": "signatures.signatures",
    "co-signatories": "signatures.signatures",
    "fulfilment-time": "fulfilment.fulfilment",
    "commitments-by-ministry": "commitments.commitments",
    "commitments-by-year": "commitments.commitments",
    "citation-age": "age.ages",
    "stats-nodes": "census.stats",
    "stats-edges": "census.stats",
    "stats-years": "census.stats",
    "stats-ministries": "census.stats",
}
#: The tables of ``kg stats``, in the order they are shown.
STATS = tuple(name for name in _MADE_BY if name.startswith("stats-"))
#: The tables of ``kg analyse``, in the order they are shown.
ANALYSES = tuple(name for name in _MADE_BY if name not in STATS)

#: Those shown where none is named: all but the longest.
SHOWN = tuple(name for name in ANALYSES if name != "community-members")

Maker = Callable[["RdfGraph", int | None], tuple[Table, ...]]


def analyse(
    graph: RdfGraph,
    names: Iterable[str] = ANALYSES,
    *,
    top: int | None = TOP,
    backend: str | None = None,
) -> tuple[Table, ...]:
    """The tables of these names, rankings with their first ``top`` rows (``None``: all).

    ``backend`` is the networkx backend to prefer. Raises ``InputError`` for an unknown table and
    for a backend that is not installed.

    >>> import pyoxigraph
    >>> from kg.rdf import RdfGraph
    >>> analyse(RdfGraph(pyoxigraph.Store()), ["most-cited"])[0].rows
    ()
    """
    from kg.analyse.engine import using

    asked = list(dict.fromkeys(names))
    for name in asked:
        _check(name)
    made: dict[str, Table] = {}
    with using(backend):
        for maker in dict.fromkeys(_MADE_BY[name] for name in asked):
            made |= {table.name: table for table in _maker(maker)(graph, top)}
    return tuple(made[name] for name in asked)


def _maker(name: str) -> Maker:
    module, _, function = name.partition(".")
    found: Maker = getattr(import_module(f"kg.analyse.{module}"), function)
    return found


def _check(name: str) -> None:
    if name not in _MADE_BY:
        near = get_close_matches(name, _MADE_BY, 1)
        remedy = f"did you mean {near[0]}?" if near else f"choose from {', '.join(ANALYSES)}"
        raise InputError(f"analysis {name}", "is not known", remedy)
