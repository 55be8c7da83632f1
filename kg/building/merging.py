"""One bucket merged: everything that all documents say of the things in it, in order of IRI.

What was merged before is kept as it stands, its text in one stretch: only things of which
something changed are put together anew, all between them is copied as bytes.
"""

from __future__ import annotations

import marshal
import os
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate, chain
from pathlib import Path
from typing import Any

from kg.building.counting import Counts
from kg.building.rows import TOGETHER, Row, Slice, unpacked_piece
from kg.building.tasks import Tell
from kg.graph.text import Writer
from kg.model import Node
from kg.resolve.unite import node_of
from kg.vocabulary import KG

#: What one document gave to a thing: its token, its piece, its edges there.
Part = tuple[int, tuple[Any, ...] | None, tuple[tuple[str, str], ...]]
#: The identifiers of a thing's document, where there are several, and how far it is fulfilled.
Context = tuple[tuple[str, ...], str]
_ALONE: Context = ((), "")


@dataclass(frozen=True, slots=True)
class Bucketed:
    """A bucket is merged: where its things, its text and what changed in it stand, its counts.

    ``changed`` holds the texts that are gone and those that are new; ``None`` for a first merge.
    """

    bucket: int
    things: Slice
    text: Slice
    changed: Slice | None
    counts: Counts


@dataclass(frozen=True, slots=True)
class Merging:
    """Merge one bucket.

    ``before`` is it as merged before (its things, its text), of which what the tokens in
    ``dropped`` gave is gone; ``again`` tells that there was a merge before, though perhaps without
    this bucket, so that what changed is to be told. ``rows`` are where the rows of documents placed
    since stand, with the tokens of those that count; ``together`` the rows that follow from several
    documents. ``members`` are the identifiers of documents that have several, by the naming one's
    key; ``met`` how far things are fulfilled. The results are added to the worker's own files in
    ``folder``.
    """

    name: str
    bucket: int
    folder: str
    before: tuple[Slice, Slice] | None
    again: bool
    dropped: frozenset[int]
    rows: tuple[tuple[Slice, frozenset[int]], ...]
    together: tuple[Row, ...]
    members: Mapping[str, tuple[str, ...]]
    met: Mapping[str, str]

    def run(self, tell: Tell) -> None:
        """Tells one :class:`Bucketed`."""
        before = _loaded(*self.before) if self.before is not None else _Bucket()
        merge = _Merge(before, self._contexts(), self.dropped | {TOGETHER})
        for row in self._new_rows():
            merge.add(row)
        after = merge.done()
        changed = (merge.gone, merge.new) if self.again else None
        tell(
            Bucketed(
                self.bucket,
                self._written("things", after.packed()),
                self._written("ttl", after.text),
                None if changed is None else self._written("diff", marshal.dumps(changed)),
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

    def _written(self, kind: str, content: bytes) -> Slice:
        path = Path(self.folder) / f"{os.getpid()}.{kind}"
        with open(path, "ab") as stream:
            start = stream.seek(0, os.SEEK_END)
            stream.write(content)
        return Slice(str(path), start, len(content))


@dataclass
class _Bucket:
    """The things of a bucket in order of IRI: whose they are, what made them, their text.

    ``tokens`` has one token for a statement, several for another thing; ``made`` is empty for a
    statement, else what went into it, packed; ``sizes`` are the lengths of made and text.
    """

    iris: list[str] = field(default_factory=list)
    tokens: list[Any] = field(default_factory=list)
    made_sizes: list[int] = field(default_factory=list)
    text_sizes: list[int] = field(default_factory=list)
    made: bytes = b""
    text: bytes = b""
    contexts: dict[str, Context] = field(default_factory=dict)
    nodes: Counter[str] = field(default_factory=Counter)
    edges: Counter[str] = field(default_factory=Counter)
    statements: int = 0
    unresolved: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)

    def packed(self) -> bytes:
        """All but the text, as bytes."""
        content: tuple[Any, ...] = (
            self.iris, self.tokens, self.made_sizes, self.text_sizes, self.made, self.contexts,
            dict(self.nodes), dict(self.edges), self.statements, self.unresolved,
        )  # fmt: skip
        return marshal.dumps(content)

    def counts(self) -> Counts:
        """What is counted of it."""
        unresolved = chain.from_iterable(self.unresolved[iri] for iri in sorted(self.unresolved))
        edges = {name: count for name, count in self.edges.items() if count}
        nodes = {name: count for name, count in self.nodes.items() if count}
        return Counts(nodes, edges, self.statements, tuple(unresolved))


def _loaded(things: Slice, text: Slice) -> _Bucket:
    (iris, tokens, made_sizes, text_sizes, made, contexts, nodes, edges, statements,
     unresolved) = marshal.loads(things.bytes())  # fmt: skip
    return _Bucket(
        iris, tokens, made_sizes, text_sizes, made, text.bytes(), contexts, Counter(nodes),
        Counter(edges), statements, unresolved,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Thing:
    """One thing, put together anew."""

    tokens: Any
    made: bytes
    text: bytes


class _Merge:
    """A bucket as it was, and what comes to it and goes from it."""

    def __init__(
        self, before: _Bucket, contexts: dict[str, Context], gone: frozenset[int]
    ) -> None:
        self._before = before
        self._contexts = contexts
        self._going = gone
        self._statements: dict[str, tuple[int, str]] = {}
        self._parts: dict[str, list[Part]] = {}
        self.gone: list[str] = []
        self.new: list[str] = []

    def add(self, row: Row) -> None:
        """A row of a document, or of several together."""
        if len(row) == 3:
            self._statements[row[0]] = (row[1], row[2])
        else:
            self._parts.setdefault(row[0], []).append(row[1:])

    def done(self) -> _Bucket:
        """The bucket as it is now."""
        before = self._before
        after = _Bucket(
            contexts={},
            nodes=Counter(before.nodes),
            edges=Counter(before.edges),
            statements=before.statements,
            unresolved=dict(before.unresolved),
        )
        made_at = [0, *accumulate(before.made_sizes)]
        text_at = [0, *accumulate(before.text_sizes)]
        made, text = [], []
        last = 0
        for iri in sorted(self._touched()):
            at = bisect_left(before.iris, iri, last)
            after.iris += before.iris[last:at]
            after.tokens += before.tokens[last:at]
            after.made_sizes += before.made_sizes[last:at]
            after.text_sizes += before.text_sizes[last:at]
            made.append(before.made[made_at[last] : made_at[at]])
            text.append(before.text[text_at[last] : text_at[at]])
            was: _Thing | None = None
            last = at
            if at < len(before.iris) and before.iris[at] == iri:
                was = _Thing(
                    before.tokens[at],
                    before.made[made_at[at] : made_at[at + 1]],
                    before.text[text_at[at] : text_at[at + 1]],
                )
                last = at + 1
            now = self._thing(iri, was, after)
            self._note(was, now)
            if now is not None:
                after.iris.append(iri)
                after.tokens.append(now.tokens)
                after.made_sizes.append(len(now.made))
                after.text_sizes.append(len(now.text))
                made.append(now.made)
                text.append(now.text)
        after.iris += before.iris[last:]
        after.tokens += before.tokens[last:]
        after.made_sizes += before.made_sizes[last:]
        after.text_sizes += before.text_sizes[last:]
        made.append(before.made[made_at[last] :])
        text.append(before.text[text_at[last] :])
        after.made, after.text = b"".join(made), b"".join(text)
        there = set(after.iris)
        after.contexts = {iri: told for iri, told in self._contexts.items() if iri in there}
        return after

    def _touched(self) -> set[str]:
        """The things of which something may have changed."""
        before, going = self._before, self._going
        touched = {*self._statements, *self._parts}
        touched.update(
            iri
            for iri, tokens in zip(before.iris, before.tokens, strict=True)
            if (tokens in going if type(tokens) is int else not going.isdisjoint(tokens))
        )
        was, now = before.contexts, self._contexts
        known = set(before.iris) if was or now else set()
        touched.update(
            iri
            for iri in was.keys() | now.keys()
            if was.get(iri, _ALONE) != now.get(iri, _ALONE) and iri in known
        )
        return touched

    def _note(self, was: _Thing | None, now: _Thing | None) -> None:
        if was is not None and (now is None or now.text != was.text):
            self.gone.append(was.text.decode())
        if now is not None and (was is None or now.text != was.text):
            self.new.append(now.text.decode())

    def _thing(self, iri: str, was: _Thing | None, after: _Bucket) -> _Thing | None:
        """A thing as it is now, ``None`` when nothing is left of it; counted in ``after``."""
        if was is not None and not was.made:
            after.statements -= 1
        elif was is not None:
            self._count(iri, marshal.loads(was.made)[1], after, -1)
        statement = self._statements.get(iri)
        if statement is None and was is not None and not was.made:
            # of a statement that others bear on, or whose document is gone
            return None if was.tokens in self._going else self._kept(was, after)
        if statement is not None:
            after.statements += 1
            return _Thing(statement[0], b"", _block(statement[1]))
        parts = list(self._parts.get(iri, ()))
        if was is not None:
            parts += (p for p in marshal.loads(was.made)[0] if p[0] not in self._going)
        if not parts:
            return None
        parts.sort(key=_part_order)
        return self._united(iri, parts, was, after)

    def _kept(self, was: _Thing, after: _Bucket) -> _Thing:
        after.statements += 1
        return was

    def _united(
        self, iri: str, parts: list[Part], was: _Thing | None, after: _Bucket
    ) -> _Thing:
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
        return _Thing(tokens, marshal.dumps(content), _block(text))

    def _count(self, iri: str, about: tuple[Any, ...], after: _Bucket, by: int) -> None:
        kind, edges, reasons = about
        after.nodes[kind] += by
        for relation, count in edges:
            after.edges[relation] += by * count
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
    pieces = [unpacked_piece(part[1]) for part in parts if part[1] is not None]
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
