"""Describes the dataset for portals and machines: VoID, DCAT-AP-NL, the SPARQL service."""

from __future__ import annotations

from collections.abc import Sequence

from kg.catalog.counts import Counts, count
from kg.catalog.dcat import describe as _describe
from kg.catalog.files import DataFile, data_files
from kg.catalog.settings import Settings, settings
from kg.catalog.triples import Description
from kg.catalog.void import dataset_iri, describe_dataset
from kg.catalog.void import describe_service as _describe_service
from kg.rdf import RdfGraph

__all__ = [
    "Counts",
    "DataFile",
    "Settings",
    "catalogue",
    "count",
    "data_files",
    "dataset_iri",
    "service_description",
    "settings",
    "void",
]


def catalogue(
    counts: Counts,
    base: str,
    told: Settings,
    files: Sequence[DataFile],
    *,
    modified: str,
    format: str = "turtle",
) -> bytes:
    """The DCAT-AP-NL 3.0 description of a dataset with its VoID; ``modified`` is a day."""
    return _describe(counts, base, told, files, modified).write(format)


def void(counts: Counts, base: str, format: str, *, endpoint: str | None = None) -> bytes:
    """The VoID description of a dataset with these counts."""
    found = Description()
    describe_dataset(found, counts, base, endpoint)
    return found.write(format)


def service_description(
    counts: Counts, graph: RdfGraph, endpoint: str, format: str, graphs: Sequence[str]
) -> bytes:
    """The description of the SPARQL service at ``endpoint`` with its dataset, in a format."""
    found = Description()
    describe_dataset(found, counts, graph.base, endpoint)
    _describe_service(found, graph.base, endpoint, list(graphs))
    return found.write(format)
