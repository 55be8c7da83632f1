"""Graph files back into a graph, in memory."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path
from typing import BinaryIO, cast

import pyoxigraph as ox

from kg.errors import GraphError
from kg.rdf import TYPE, RdfGraph
from kg.vocabulary import BASE, expand

#: What a graph file may be, by the end of its name (before ``.gz``).
FORMATS = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".trig": ox.RdfFormat.TRIG,
    ".nq": ox.RdfFormat.N_QUADS,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".jsonld": ox.RdfFormat.JSON_LD,
}


def read(path: str | Path, *, base: str | None = None) -> RdfGraph:
    """The graph of a file, read into memory; named graphs become one.

    ``base`` is found from the things themselves when it is not given. Raises ``GraphError`` where
    the file is of another kind or damaged.
    """
    file = Path(path)
    plain = file.with_suffix("") if file.suffix == ".gz" else file
    rdf_format = FORMATS.get(plain.suffix)
    if rdf_format is None:
        raise GraphError(str(file), "is no graph file", f"use one of {', '.join(FORMATS)}")
    opener = gzip.open if file.suffix == ".gz" else open
    try:
        with opener(file, "rb") as stream:
            store = _read(cast(BinaryIO, stream), rdf_format)
    except (SyntaxError, ValueError, EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise GraphError(str(file), f"is damaged: {error}", "make it anew with kg build") from None
    return RdfGraph(store, base or base_of(store))


def _read(stream: BinaryIO, rdf_format: ox.RdfFormat) -> ox.Store:
    store = ox.Store()
    if rdf_format.supports_datasets:
        parsed = ox.parse(input=stream, format=rdf_format)
        store.bulk_extend(ox.Quad(quad.subject, quad.predicate, quad.object) for quad in parsed)
    else:
        store.bulk_load(input=stream, format=rdf_format)
    return store


def base_of(store: ox.Store) -> str:
    """The base of the graph's things: what stands before ``id/file/`` in a file's IRI."""
    kind = ox.NamedNode(expand("SourceFile"))
    for quad in store.quads_for_pattern(None, ox.NamedNode(TYPE), kind):
        found, id_file, _ = str(quad.subject)[1:-1].partition("id/file/")
        if id_file:
            return found
    return BASE
