"""The files of a dataset: what format each is, how large, and its checksum."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_IANA = "https://www.iana.org/assignments/media-types/"
_EU = "http://publications.europa.eu/resource/authority/file-type/"
#: By the end of a name: what people call it, its media type, its type in the EU's list.
KINDS = {
    ".ttl": ("Turtle", "text/turtle", "RDF_TURTLE"),
    ".nt": ("N-Triples", "application/n-triples", "RDF_N_TRIPLES"),
    ".trig": ("TriG", "application/trig", "RDF_TRIG"),
    ".nq": ("N-Quads", "application/n-quads", "RDF_N_QUADS"),
    ".jsonld": ("JSON-LD", "application/ld+json", "JSON_LD"),
    ".rdf": ("RDF/XML", "application/rdf+xml", "RDF_XML"),
    ".graphml": ("GraphML", "application/graphml+xml", "XML"),
    ".gexf": ("GEXF", "application/gexf+xml", "XML"),
    ".csv": ("CSV", "text/csv", "CSV"),
    ".zip": ("CSV", "application/zip", "ZIP"),
}


@dataclass(frozen=True, slots=True)
class DataFile:
    """One file of the dataset; ``media_type`` and ``file_type`` are IRIs."""

    name: str
    format: str
    media_type: str
    file_type: str
    packed: bool
    size: int
    sha256: str


def data_files(paths: Iterable[Path]) -> tuple[DataFile, ...]:
    """Those of ``paths`` that hold data, in order of name; folders and others are left out."""
    found = [each for path in paths if path.is_file() and (each := _read(path)) is not None]
    return tuple(sorted(found, key=lambda each: each.name))


def _read(path: Path) -> DataFile | None:
    packed = path.suffix == ".gz"
    kind = KINDS.get(path.with_suffix("").suffix if packed else path.suffix)
    if kind is None:
        return None
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    name, media_type, file_type = kind
    size = path.stat().st_size
    return DataFile(path.name, name, _IANA + media_type, _EU + file_type, packed, size, digest)
