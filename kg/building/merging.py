"""One bucket merged: everything that all documents say of the things in it, in order of IRI.

What was merged before is kept as it stands, its text in one stretch: only things of which
something changed are put together anew, all between them is copied as bytes.
"""

from __future__ import annotations

import marshal
import os
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kg.building.buckets import Bucket, Context, Thing, Things, loaded, patched
from kg.building.chunks import Tell
from kg.building.counting import Counts
from kg.building.rows import TOGETHER, Row, Slice, unpacked_piece
from kg.graph.text import Writer
from kg.model import Node
from kg.resolve.unite import node_of
from kg.vocabulary import KG

#: What one document gave to a thing: its token, its piece, its edges there.
Part = tuple[int, tuple[Any, ...] | None, tuple[tuple[str, str], ...]]
_ALONE: Context = ((), "")
#: The ends of the names of files that are of no use when the graph is written.
PIECES = (".new", ".gone")


@dataclass(frozen=True, slots=True)
class Bucketed:
    """A bucket is merged: where its things stand, what its text is, its counts.

    ``text`` is where the text before stands, ``None`` where there was none; ``steps`` tell what
    its text is of that and of ``new``, what is new in it. ``gone`` is what is not in it any more.
    """

    bucket: int
    things: Slice
    before: Slice | None
    steps: array[int]
    new: Slice
    gone: Slice
    counts: Counts

    @property
    def size(self) -> int:
        """How many bytes its text has."""
        return sum(self.steps[1::3]) + self.new.size

    def text(self) -> bytes:
        """Its whole text."""
        new = self.new.bytes()
        return patched(self.before.bytes() if self.before else b"", self.steps, new)


@dataclass(frozen=True, slots=True)
class Merging:
    """Merge one bucket.

    ``before`` is it as merged before (its things, its text), of which what the tokens in
    ``dropped`` gave is gone. ``rows`` are where the rows of documents placed
    since stand, with the tokens of those that count; ``together`` the rows that follow from several
    documents. ``members`` are the identifiers of documents that have several, by the naming one's
    key; ``met`` how far things are fulfilled. The results are added to the worker's own files in
    ``folder``.
    """

    name: str
    bucket: int
    folder: str
    before: tuple[Slice, Slice] | None
    dropped: frozenset[int]
    rows: tuple[tuple[Slice, frozenset[int]], ...]
    together: tuple[Row, ...]
    members: Mapping[str, tuple[str, ...]]
    met: Mapping[str, str]

    def run(self, tell: Tell) -> None:
        """Tells one :class:`Bucketed`."""
        things, text = self.before or (None, None)
        before = loaded(things) if things else Bucket()
        was = Things(before, text.bytes() if text else b"")
        merge = _Merge(before, was, self._contexts(), self.dropped | {TOGETHER})
        for row in self._new_rows():
            merge.add(row)
        after = merge.done()
        tell(
            Bucketed(
                self.bucket,
                self._written("things", after.packed()),
                text,
                after.text.steps,
                self._written("new", after.text.new),
                self._written("gone", b"".join(merge.gone)),
                after.counts(),
            )
        )

    def _contexts(self) -> dict[str, Context]:
        """The context of each thing of the bucket that has one, by its IRI."""
        keys = {*self.members, *self.met}
        return {
            _writer().iri(key): (self.members.get(key, ()), self.met.get(key, "")) for key in keys
        }

    def _new_rows(self) -> Iterator[Row]:
        for where, active in self.rows:
            for row in where.read():
                if row[1] in active:
                    yield row
        yield from self.together

    def _written(self, kind: str, content: bytes | bytearray) -> Slice:
        path = Path(self.folder) / f"{os.getpid()}.{kind}"
        with open(path, "ab") as stream:
            start = stream.seek(0, os.SEEK_END)
            stream.write(content)
        return Slice(str(path), start, len(content))


class _Merge:
    """A bucket as it was, and what comes to it and goes from it."""

    def __init__(
        self, before: Bucket, things: Things, contexts: dict[str, Context], gone: frozenset[int]
    ) -> None:
        self._before = before
        self._things = things
        self._contexts = contexts
        self._going = gone
        self._statements: dict[str, tuple[int, str]] = {}
        self._parts: dict[str, list[Part]] = {}
        self._pieces: dict[Any, Any] = {}
        self.gone: list[bytes] = []

    def add(self, row: Row) -> None:
        """A row of a document, or of several together."""
        if len(row) == 3:
            self._statements[row[0]] = (row[1], row[2])
        else:
            self._parts.setdefault(row[0], []).append(self._shared(row[1:]))

    def _shared(self, part: Part) -> Part:
        """The same part; of a piece that many documents give there is one, here and as bytes."""
        token, piece, edges = part
        return token, self._pieces.setdefault(piece, piece), edges

    def done(self) -> Bucket:
        """The bucket as it is now."""
        before, things = self._before, self._things
        after = Bucket(
            nodes=Counter(before.nodes),
            edges=Counter(before.edges),
            statements=before.statements,
            unresolved=dict(before.unresolved),
        )
        contexts = {
            iri: told
            for iri, told in self._contexts.items()
            if before.contexts.get(iri) == told
        }
        at = last = 0
        for iri in sorted(self._touched()):
            was = None
            if last < len(things):
                at = things.place(iri, last)
                things.copy(last, at, after)
                was = things[at] if things.has(iri, at) else None
                last = at if was is None else at + 1
            name = iri.decode()
            now = self._thing(name, was, after)
            same = was is not None and now is not None and now.text == was.text
            if was is not None and not same:
                self.gone.append(was.text)
            if now is None:
                contexts.pop(name, None)
                continue
            after.append(iri, now, things.text_at(at) if same else None)
            if name in self._contexts:
                contexts[name] = self._contexts[name]
        things.copy(last, len(things), after)
        after.contexts = contexts
        return after

    def _touched(self) -> set[bytes]:
        """The IRIs of the things of which something may have changed."""
        things = self._things
        touched = {each.encode() for each in (*self._statements, *self._parts)}
        touched.update(map(things.iri, things.of(self._going)))
        was, now = self._before.contexts, self._contexts
        for name in was.keys() | now.keys():
            if was.get(name, _ALONE) != now.get(name, _ALONE):
                iri = name.encode()
                if things.has(iri, things.place(iri)):
                    touched.add(iri)
        return touched

    def _thing(self, iri: str, was: Thing | None, after: Bucket) -> Thing | None:
        """A thing as it is now, ``None`` when nothing is left of it; counted in ``after``."""
        if was is not None and not was.made:
            after.statements -= 1
        elif was is not None:
            self._count(iri, marshal.loads(was.made)[1], after, -1)
        statement = self._statements.get(iri)
        if statement is None and was is not None and not was.made:
            # of a statement that others bear on, or whose document is gone
            return None if was.tokens[0] in self._going else self._kept(was, after)
        if statement is not None:
            after.statements += 1
            return Thing(statement[:1], b"", _block(statement[1]))
        parts = list(self._parts.get(iri, ()))
        if was is not None:
            old = marshal.loads(was.made)[0]
            parts += (self._shared(each) for each in old if each[0] not in self._going)
        if not parts:
            return None
        parts.sort(key=_part_order)
        return self._united(iri, parts, was, after)

    def _kept(self, was: Thing, after: Bucket) -> Thing:
        after.statements += 1
        return was

    def _united(
        self, iri: str, parts: list[Part], was: Thing | None, after: Bucket
    ) -> Thing:
        members, status = self._contexts.get(iri, _ALONE)
        if was is not None and (members, status) == self._before.contexts.get(iri, _ALONE):
            old, about = marshal.loads(was.made)
            if old == parts:
                self._count(iri, about, after, 1)
                return was
        text, about = _written(iri, parts, members, status)
        self._count(iri, about, after, 1)
        tokens = tuple(sorted({part[0] for part in parts}))
        content: tuple[Any, ...] = (parts, about)
        return Thing(tokens, marshal.dumps(content), _block(text))

    def _count(self, iri: str, about: tuple[Any, ...], after: Bucket, by: int) -> None:
        kind, edges, reasons = about
        after.nodes[kind] += by
        for relation, many in edges:
            after.edges[relation] += by * many
        if reasons:
            if by > 0:
                after.unresolved[iri] = reasons
            else:
                after.unresolved.pop(iri, None)


def _written(
    iri: str, parts: Sequence[Part], members: tuple[str, ...], status: str
) -> tuple[str, tuple[Any, ...]]:
    """The text of a thing, and what is counted of it: kind, edges by relation, why unresolved."""
    edges = {edge for part in parts for edge in part[2]}
    relations = Counter(relation.removeprefix(KG) for relation, _ in edges)
    counted = tuple(sorted(relations.items()))
    # most documents say the same of a person or a post
    several = dict.fromkeys(part[1] for part in parts if part[1] is not None)
    pieces = list(map(unpacked_piece, several))
    if not pieces:
        return _writer().loose(iri, edges), ("Document", counted, ())
    node = node_of(pieces, members, {pieces[0].key: status} if status else {})
    return _writer().node(node, edges)[1], (node.types[0], counted, _reasons(node))


def _block(text: str) -> bytes:
    return f"\n{text}\n".encode()


def _part_order(part: Part) -> tuple[int, tuple[tuple[str, str], ...]]:
    return part[0], part[2]


def _reasons(node: Node) -> tuple[tuple[str, str], ...]:
    """Why a thing is not resolved: several documents may each have their reason."""
    return tuple((node.label, each.text) for each in node.literals if each.prop == "kg:reason")


@cache
def _writer() -> Writer:
    return Writer()
