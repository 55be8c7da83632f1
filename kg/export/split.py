"""A graph split by source file in one pass, in bounded memory: for TriG, N-Quads and stores.

What each file says is put in order of file with an external sort; what no file says waits, in the
order of the graph, until it is known which edges have a statement. In memory stay the names of the
files and a fingerprint of each edge.
"""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import IO

import pyoxigraph as ox

from kg.export.sorting import BY_KEY, Record, Sorter, read_record, write_record
from kg.export.sources import DERIVED, PARTS, READ_FROM, relations
from kg.rdf import Fact, RdfGraph, descriptions, fact_order

#: A thing and what is said of it, a fact on a line as N-Triples writes it: ``<predicate> object``.
Lines = tuple[str, bytes]
_IN_MEMORY = 16 << 20
_FIRST = itemgetter(0)


def blocks(graph: RdfGraph) -> Iterator[tuple[str | None, Iterator[Lines]]]:
    """Each graph by name with its things in order: the default graph first, then file by file.

    A graph must be read before the next is asked for.
    """
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as tables, Sorter() as sorter:
        found = _Found(tables, sorter)
        for subject, facts in descriptions(graph):
            found.add(subject, facts)
        yield None, found.unsourced()
        own = (found.own(file) for file in sorted(found.places))
        merged = heapq.merge(sorter, (each for each in own if each), key=BY_KEY)
        for file, records in groupby(merged, key=_FIRST):
            yield file, _joined(records)


def triples_of(found: Iterable[Lines]) -> Iterator[ox.Triple]:
    """The triples of one graph, in their order."""
    for subject, text in found:
        for quad in ox.parse(with_ends(subject, text, ""), format=ox.RdfFormat.N_TRIPLES):
            yield quad.triple


def with_ends(subject: str, text: bytes, tail: str) -> bytes:
    """Facts as whole lines: with their subject before them, and the graph's name behind them.

    >>> with_ends("https://e.org/s", b'<https://e.org/p> "1"', " <https://e.org/g>")
    b'<https://e.org/s> <https://e.org/p> "1" <https://e.org/g> .\\n'
    """
    start, end = f"<{subject}> ".encode(), f"{tail} .\n".encode()
    return start + text.replace(b"\n", end + start) + end


def parts_of(text: bytes) -> list[tuple[str, str]]:
    """The predicate and the object of each fact, the object as N-Triples writes it.

    >>> parts_of(b'<https://e.org/p> "> 5"')
    [('https://e.org/p', '"> 5"')]
    """
    return list(map(_parts, _lines(text)))


class _Found:
    """What was found in the pass: records by file, the rest, the files, the edges shown."""

    def __init__(self, tables: IO[bytes], sorter: Sorter) -> None:
        self._tables = tables
        self._sorter = sorter
        self._shown: set[int] = set()
        self.places: dict[str, int | None] = {}  # of each file, where its description waits

    def add(self, subject: str, facts: list[Fact]) -> None:
        """Take a thing in; things come in order."""
        lines = [f"<{predicate}> {thing}" for predicate, thing in facts]
        derived = _files(facts, DERIVED.value)
        for file in derived:
            self._put(file, subject, lines)
        if derived:
            self._edge(facts, derived)
        read = _files(facts, READ_FROM.value)
        if read:
            about = [line for line in lines if _parts(line)[0] not in relations()]
            for file in read:
                self._put(file, subject, about)
            lines = [line for line in lines if _parts(line)[0] in relations()]
        if lines and not derived:
            write_record(self._tables, ("-", subject, _text(lines)))

    def unsourced(self) -> Iterator[Lines]:
        """What no file says: descriptions from tables, and any edge that lacks its statement."""
        self._tables.seek(0)
        place = 0
        while (record := read_record(self._tables)) is not None:
            subject, lines = record[1], _lines(record[2])
            if subject in self.places:
                self.places[subject] = place
            elif left := [line for line in lines if hash((subject, line)) not in self._shown]:
                yield subject, _text(left)
            place = self._tables.tell()

    def own(self, file: str) -> Record | None:
        """The description of a file, once all that is unsourced was read."""
        place = self.places[file]
        if place is None:
            return None
        self._tables.seek(place)
        record = read_record(self._tables)
        return None if record is None else (file, file, record[2])

    def _edge(self, facts: list[Fact], files: list[str]) -> None:
        """Put the edge a statement is about into the graph of its files."""
        value = {predicate: thing for predicate, thing in facts if predicate in PARTS}
        if len(value) == len(PARTS):
            subject, predicate, thing = (value[part] for part in PARTS)
            line = f"<{predicate.value}> {thing}"
            self._shown.add(hash((subject.value, line)))
            for file in files:
                self._put(file, subject.value, [line])

    def _put(self, file: str, subject: str, lines: list[str]) -> None:
        self.places.setdefault(file, None)
        self._sorter.add((file, subject, _text(lines)))


def _joined(records: Iterable[Record]) -> Iterator[Lines]:
    """The things of one file, each once with all its facts in order."""
    for thing, same in groupby(records, key=itemgetter(1)):
        first, *others = (record[2] for record in same)
        if others:
            facts = {_parts(line): line for each in (first, *others) for line in _lines(each)}
            first = _text([facts[fact] for fact in sorted(facts, key=fact_order)])
        yield thing, first


def _files(facts: list[Fact], predicate: str) -> list[str]:
    if predicate not in map(_FIRST, facts):
        return []
    return [thing.value for found, thing in facts if found == predicate]


def _parts(line: str) -> tuple[str, str]:
    end = line.index("> ")
    return line[1:end], line[end + 2 :]


def _text(lines: list[str]) -> bytes:
    return "\n".join(lines).encode()


def _lines(text: bytes) -> list[str]:
    return text.decode().split("\n")
