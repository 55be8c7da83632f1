"""The things of one bucket in order of IRI, as they stand on disk between two merges.

What did not change is copied as bytes and numbers, whole stretches at a time.
"""

from __future__ import annotations

import marshal
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, chain, compress, count
from typing import Any

from kg.building.counting import Counts
from kg.building.rows import Slice
from kg.frozen import made_quickly

#: The identifiers of a thing's document, where there are several, and how far it is fulfilled.
Context = tuple[tuple[str, ...], str]


def _sizes() -> array[int]:
    return array("I")


class Patch:
    """A text told by what it has of the text before it, and what is new.

    ``steps`` are three numbers each: where a stretch of the text before begins, its size, and how
    much of ``new`` follows it.

    >>> text = Patch()
    >>> text.keep(0, 3), text.add(b"is"), text.keep(5, 2)
    (None, None, None)
    >>> text.steps.tolist(), text.new, patched(b"was so.", text.steps, text.new)
    ([0, 3, 2, 5, 2, 0], bytearray(b'is'), b'wasiso.')
    """

    __slots__ = ("new", "steps")

    def __init__(self) -> None:
        self.new = bytearray()
        self.steps = array("Q")

    def keep(self, start: int, size: int) -> None:
        """The next stretch is one of the text before."""
        steps = self.steps
        if steps and not steps[-1] and steps[-3] + steps[-2] == start:
            steps[-2] += size
        else:
            steps.extend((start, size, 0))

    def add(self, text: bytes) -> None:
        """The next stretch is new."""
        if not self.steps:
            self.steps.extend((0, 0, 0))
        self.steps[-1] += len(text)
        self.new += text


@dataclass
class Bucket:
    """The things of a bucket in order of IRI: whose they are, what made them, their text.

    Each is one stretch of bytes or numbers, and beside it the size of every thing's part, so that
    what did not change is copied as a whole. ``made`` is empty for a statement, else what went
    into the thing, packed; ``tokens`` are those of the documents that said something of it.
    ``text`` tells what its text has of the text before it, and what is new there.
    """

    iris: bytearray | bytes = field(default_factory=bytearray)
    iri_sizes: array[int] = field(default_factory=_sizes)
    tokens: array[int] = field(default_factory=lambda: array("Q"))
    token_sizes: array[int] = field(default_factory=_sizes)
    made: bytearray | bytes = field(default_factory=bytearray)
    made_sizes: array[int] = field(default_factory=_sizes)
    text: Patch = field(default_factory=Patch)
    text_sizes: array[int] = field(default_factory=_sizes)
    contexts: dict[str, Context] = field(default_factory=dict)
    nodes: Counter[str] = field(default_factory=Counter)
    edges: Counter[str] = field(default_factory=Counter)
    statements: int = 0
    unresolved: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)

    def packed(self) -> bytes:
        """All but the text, as bytes."""
        content: tuple[Any, ...] = (
            self.iris, *(each.tobytes() for each in self._numbers()), self.made, self.contexts,
            dict(self.nodes), dict(self.edges), self.statements, self.unresolved,
        )  # fmt: skip
        return marshal.dumps(content)

    def _numbers(self) -> tuple[array[int], ...]:
        return (
            self.iri_sizes, self.tokens, self.token_sizes, self.made_sizes, self.text_sizes
        )  # fmt: skip

    def append(self, iri: bytes, thing: Thing, text_at: int | None = None) -> None:
        """Add a thing behind all others; ``text_at`` is where its text stood before, if it did."""
        self.iris += iri
        self.iri_sizes.append(len(iri))
        self.tokens.extend(thing.tokens)
        self.token_sizes.append(len(thing.tokens))
        self.made += thing.made
        self.made_sizes.append(len(thing.made))
        if text_at is None:
            self.text.add(thing.text)
        else:
            self.text.keep(text_at, len(thing.text))
        self.text_sizes.append(len(thing.text))

    def counts(self) -> Counts:
        """What is counted of it."""
        unresolved = chain.from_iterable(self.unresolved[iri] for iri in sorted(self.unresolved))
        edges = {name: count for name, count in self.edges.items() if count}
        nodes = {name: count for name, count in self.nodes.items() if count}
        return Counts(nodes, edges, self.statements, tuple(unresolved))


def loaded(things: Slice) -> Bucket:
    """A bucket as it was written: all but the text, which stands in another place."""
    iris, *numbers, made, contexts, nodes, edges, statements, unresolved = marshal.loads(
        things.bytes()
    )
    bucket = Bucket(
        iris, made=made, contexts=contexts, nodes=Counter(nodes), edges=Counter(edges),
        statements=statements, unresolved=unresolved,
    )  # fmt: skip
    for each, content in zip(bucket._numbers(), numbers, strict=True):
        each.frombytes(content)
    return bucket


def patched(before: bytes, steps: Sequence[int], new: bytes | bytearray) -> bytes:
    """The text that the steps of a :class:`Patch` tell."""
    was, now = memoryview(before), memoryview(new)
    parts: list[memoryview] = []
    at = 0
    for start, size, more in zip(steps[::3], steps[1::3], steps[2::3], strict=True):
        parts += (was[start : start + size], now[at : at + more])
        at += more
    return b"".join(parts)


@made_quickly
@dataclass(frozen=True, slots=True)
class Thing:
    """One thing as it is put together: no ``made`` for a statement."""

    tokens: Sequence[int]
    made: bytes
    text: bytes


class Things:
    """The things of a bucket with this text, found by their IRI or their number."""

    def __init__(self, bucket: Bucket, text: bytes) -> None:
        self._bucket = bucket
        self._text = text
        self._many = range(len(bucket.iri_sizes))
        self._iri_at, self._token_at, self._made_at, self._text_at = (
            _starts(sizes)
            for sizes in (
                bucket.iri_sizes, bucket.token_sizes, bucket.made_sizes, bucket.text_sizes
            )
        )  # fmt: skip

    def __len__(self) -> int:
        return len(self._many)

    def iri(self, number: int) -> bytes:
        """The IRI of a thing."""
        return bytes(self._bucket.iris[self._iri_at[number] : self._iri_at[number + 1]])

    def __getitem__(self, number: int) -> Thing:
        made, text = self._made_at, self._text_at
        return Thing(
            self._bucket.tokens[self._token_at[number] : self._token_at[number + 1]],
            bytes(self._bucket.made[made[number] : made[number + 1]]),
            self._text[text[number] : text[number + 1]],
        )

    def text_at(self, number: int) -> int:
        """Where the text of a thing begins."""
        return self._text_at[number]

    def place(self, iri: bytes, first: int = 0) -> int:
        """The number of the first thing from ``first`` on that does not stand before this IRI."""
        return bisect_left(self._many, iri, lo=first, key=self.iri)

    def has(self, iri: bytes, number: int) -> bool:
        """Whether this is the thing with this number."""
        return number < len(self) and self.iri(number) == iri

    def of(self, tokens: frozenset[int]) -> Iterator[int]:
        """The numbers of the things of which one of these documents said something."""
        last = -1
        for at in compress(count(), map(tokens.__contains__, self._bucket.tokens)):
            number = bisect_right(self._token_at, at) - 1
            if number != last:
                last = number
                yield number

    def copy(self, first: int, end: int, to: Bucket) -> None:
        """Add these things to another bucket, as they are."""
        if first == end:
            return
        bucket = self._bucket
        to.iris += bucket.iris[self._iri_at[first] : self._iri_at[end]]
        to.tokens += bucket.tokens[self._token_at[first] : self._token_at[end]]
        to.made += bucket.made[self._made_at[first] : self._made_at[end]]
        start = self._text_at[first]
        to.text.keep(start, self._text_at[end] - start)
        to.iri_sizes += bucket.iri_sizes[first:end]
        to.token_sizes += bucket.token_sizes[first:end]
        to.made_sizes += bucket.made_sizes[first:end]
        to.text_sizes += bucket.text_sizes[first:end]


def _starts(sizes: array[int]) -> array[int]:
    return array("Q", accumulate(sizes, initial=0))
