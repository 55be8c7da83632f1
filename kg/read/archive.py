"""Zip archives: their documents one at a time, in the order of their names, never on disk."""

from __future__ import annotations

from collections.abc import Iterator

from kg.errors import InputError
from kg.read.limits import Limits
from kg.read.members import is_document, member, refused, strays
from kg.read.protocol import Problem
from kg.read.source import Source
from kg.read.zipped import Zip


def members(source: Source, limits: Limits) -> Iterator[Source | Problem]:
    """The documents in a zip, and a problem for each that cannot be unpacked.

    Raises :class:`kg.errors.InputError` when the archive is damaged or holds none.
    """
    with Zip(source, limits) as archive:
        told = False  # of a document or of what keeps one out
        for info in sorted(archive.members, key=lambda info: (info.filename, info.header_offset)):
            if strays(info.filename):
                told = True
                yield refused(source, info.filename)
            elif is_document(info.filename):
                told = True
                yield _unpacked(archive, source, info.filename)
        if not told:
            raise source.error("holds no documents", "check the archive")


def _unpacked(archive: Zip, source: Source, name: str) -> Source | Problem:
    place = member(source, name, b"")
    try:
        return member(source, name, archive.read(name))
    except InputError as error:
        return Problem(place.place, place.error(error.problem, error.remedy))
