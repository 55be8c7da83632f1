"""A graph by line in several packed files of about one size, for stores that load files in turn.

In order, the parts are the one file that the format gives; each ends with a line. A manifest
beside them tells how many facts there are in each, and its checksum.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import IO, BinaryIO, cast

from kg.errors import GraphError
from kg.export.formats import FORMATS, Format
from kg.files import making
from kg.rdf import RdfGraph

MANIFEST = "manifest.json"
#: The formats that can be parted: every line of them is a fact.
BY_LINE = ("nquads", "ntriples")
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Part:
    """One file: its name, its facts, its bytes packed and unpacked, the checksum of the packed."""

    name: str
    facts: int
    bytes: int
    unpacked: int
    sha256: str


def write_parts(graph: RdfGraph, format: str, folder: Path, parts: int) -> tuple[Part, ...]:
    """Write ``graph`` into ``folder`` as at most ``parts`` packed files and their manifest.

    The folder appears when it is whole, and takes the place of earlier parts. Raises
    ``GraphError`` for a format that is not one of lines, ``InputError`` for a folder with other
    files in it. The lines wait unpacked in the folder's file system meanwhile.
    """
    if format not in BY_LINE:
        remedy = f"choose from {', '.join(BY_LINE)}"
        raise GraphError(f"format {format}", "cannot be written in parts", remedy)
    with making(folder, MANIFEST) as made:
        with tempfile.NamedTemporaryFile(dir=made) as whole:
            FORMATS[format].write(graph, cast(BinaryIO, whole))
            whole.flush()
            found = _packed(whole, made, FORMATS[format], parts)
        manifest = json.dumps(_told(FORMATS[format], found), indent=1) + "\n"
        (made / MANIFEST).write_text(manifest, encoding="utf-8")
    return found


def _packed(whole: IO[bytes], folder: Path, form: Format, parts: int) -> tuple[Part, ...]:
    ends = list(_ends(whole, parts))
    digits = len(str(len(ends)))
    names = (f"part-{n:0{digits}}{form.suffix}.gz" for n in range(1, len(ends) + 1))
    with ThreadPoolExecutor(os.cpu_count()) as threads:  # packing leaves Python's lock alone
        pack = partial(_part, whole.name, folder)
        return tuple(threads.map(pack, names, [0, *ends], ends))


def _ends(whole: IO[bytes], parts: int) -> Iterator[int]:
    """Where each part ends: behind the line in which its share of the whole does."""
    size = whole.seek(0, os.SEEK_END)
    last = 0
    for number in range(1, parts + 1):
        whole.seek(max(last, size * number // parts - 1))
        whole.readline()
        if whole.tell() > last:
            last = whole.tell()
            yield last


def _part(whole: str, folder: Path, name: str, start: int, end: int) -> Part:
    facts, left = 0, end - start
    with open(whole, "rb") as lines, open(folder / name, "wb") as stream:
        lines.seek(start)
        with gzip.GzipFile("", "wb", 6, stream, 0) as packed:
            while left and (block := lines.read(min(_BLOCK, left))):
                packed.write(block)
                facts += block.count(b"\n")
                left -= len(block)
    with open(folder / name, "rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
        return Part(name, facts, stream.tell(), end - start, digest)


def _told(form: Format, parts: tuple[Part, ...]) -> dict[str, object]:
    return {
        "format": form.name,
        "media_type": form.media_type,
        "facts": sum(each.facts for each in parts),
        "unpacked": sum(each.unpacked for each in parts),
        "parts": [asdict(each) for each in parts],
    }
