"""What a reader is, and how a source finds the one that reads it.

A reader turns a source into a document; a container turns one into the sources it holds. Each is
the module named by its format, imported no sooner than a file of that format comes by.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from kg.errors import InputError
from kg.model import Document
from kg.read.formats import Format, format_of
from kg.read.limits import Limits
from kg.read.remote import here, is_passed_by
from kg.read.source import Source
from kg.read.zipped import Zip

_CONTAINERS = (Format.ZIP, Format.TAR, Format.GZIP)


@dataclass(frozen=True, slots=True)
class Problem:
    """A document that could not be read: what the user calls it and the one line why."""

    name: str
    error: InputError


class Reader(Protocol):
    """A module that reads one format."""

    def read(self, source: Source, limits: Limits) -> Document:
        """The document; raises :class:`InputError` and nothing else on bad input."""


class Container(Protocol):
    """A module that opens one format holding other files."""

    def members(self, source: Source, limits: Limits) -> Iterator[Source | Problem]:
        """The sources inside, one at a time; raises :class:`InputError` when it is damaged."""


def one_document(source: Source, limits: Limits) -> Document:
    """The document in ``source``; raises :class:`InputError` when it holds several or none.

    >>> one_document(Source.of_bytes("a.txt", b"motie"), Limits()).media_type
    'text/plain'
    """
    with here(source, limits) as near:
        source = near.at_hand()
        format = format_of(source, limits)
        if format in _CONTAINERS:
            if format is Format.ZIP:
                Zip(source, limits).__exit__(None, None, None)  # a damaged one says so
            raise source.error("is an archive", "use read_all, which reads every document in it")
        return _reader(format).read(source, limits)


def documents_in(source: Source, limits: Limits) -> Iterator[Document | Problem]:
    """Every document in ``source`` and in what it holds, with a problem for each that failed.

    >>> [found.name for found in documents_in(Source.of_bytes("a.txt", b""), Limits())]
    ['a.txt']
    """
    try:
        with here(source, limits) as near:
            source = near.at_hand()
            if is_passed_by(source):
                return
            format = format_of(source, limits)
            if format not in _CONTAINERS:
                yield _reader(format).read(source, limits)
            if format in (*_CONTAINERS, Format.MAIL):
                yield from _inside(format, source, limits)
    except InputError as error:
        yield Problem(source.place, error)


def _inside(format: Format, source: Source, limits: Limits) -> Iterator[Document | Problem]:
    for member in _container(format).members(source, limits):
        if isinstance(member, Problem):
            yield member
        elif member.depth > limits.depth:
            problem = f"lies in more than {limits.depth} archives or mails"
            yield Problem(member.place, member.error(problem, "unpack it and give the folder"))
        else:
            yield from documents_in(member, limits)


@cache
def _reader(format: Format) -> Reader:
    return cast(Reader, import_module(f"kg.read.{format.value}"))


def _container(format: Format) -> Container:
    return cast(Container, import_module(f"kg.read.{format.value}"))
