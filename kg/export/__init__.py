"""Writes the graph in every format; ``export`` is the way in, ``FORMATS`` the table of formats."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from kg.errors import GraphError

if TYPE_CHECKING:
    from kg.rdf import RdfGraph

#: The names of all formats; what each is stands in :data:`kg.export.formats.FORMATS`.
NAMES = (
    "turtle", "ntriples", "trig", "nquads", "jsonld", "rdfxml", "graphml", "gexf",
    "csv", "csv-nodes", "csv-edges", "csv-statements",
)  # fmt: skip


def export(
    graph: RdfGraph, format: str, target: str | Path | BinaryIO, *, parts: int | None = None
) -> None:
    """Write ``graph`` in ``format`` to a path, an open binary stream, or ``-`` (standard output).

    A path that ends in ``.gz`` is packed; a file appears only when it is whole. ``csv`` writes
    three tables: into a folder, or into one file where the path ends in ``.zip``. With ``parts``,
    N-Quads and N-Triples are written as so many packed files into a folder, see
    :func:`kg.export.parts.write_parts`. Raises ``GraphError`` for a format that is not in
    :data:`NAMES`.

    >>> import io
    >>> from kg.rdf import RdfGraph
    >>> import pyoxigraph
    >>> stream = io.BytesIO()
    >>> export(RdfGraph(pyoxigraph.Store()), "ntriples", stream), stream.getvalue()
    (None, b'')
    """
    from kg.export import formats, tables
    from kg.files import opened

    if format not in formats.FORMATS:
        raise GraphError(f"format {format}", "is not known", f"choose from {', '.join(NAMES)}")
    is_path = isinstance(target, (str, Path)) and str(target) != "-"
    if parts is not None:
        if not is_path:
            raise GraphError("parts", "are files of a folder", "give one with -o")
        from kg.export.parts import write_parts

        write_parts(graph, format, Path(str(target)), parts)
        return
    if format == "csv" and is_path and not str(target).endswith((".zip", ".gz")):
        tables.write_folder(graph, Path(str(target)))
        return
    with opened(target) as stream:
        formats.FORMATS[format].write(graph, stream)
