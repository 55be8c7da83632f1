"""What a worker does: read and place documents, place some anew, merge a bucket.

A task runs in a process of its own and sees nothing but its own fields; what it has to tell goes
through ``tell`` as it comes, so that a worker that dies loses only what it had not told.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import NamedTuple, Protocol, Self, runtime_checkable

from kg.building.chunks import Chunk, Chunks, Done, Kept, Tell
from kg.building.extracting import extract_all
from kg.building.faults import FAULTS, Lost, ruled, told
from kg.building.rows import token_of
from kg.errors import UnreachableError
from kg.model import Document, Extract
from kg.read import Limits, Problem, Source, at_hand, documents
from kg.resolve.drafts import View
from kg.resolve.promises import Promise

_LIFE = 1.0  # seconds between two words of where a worker is
_HANDFUL = 16  # documents


class Task(Protocol):
    """One piece of work for one worker."""

    @property
    def name(self) -> str:
        """What it is called; no two of a build have one name."""

    @property
    def folder(self) -> str:
        """Where it writes."""

    def run(self, tell: Tell) -> None:
        """Do it, telling what comes of it on the way."""


@runtime_checkable
class Divisible(Task, Protocol):
    """A task over several documents, of which one may be bad."""

    def keys(self) -> tuple[str, ...]:
        """The keys of the sources it is about."""

    def after(self, chunk: Chunk) -> Divisible:
        """What is left of it when this chunk is done."""

    def one_by_one(self) -> tuple[Divisible, ...]:
        """The same as a task for each, so that a bad one harms no other."""


@dataclass(frozen=True, slots=True)
class Began:
    """A worker is at this document; a long silence after it means that it hangs."""

    place: str


@dataclass(frozen=True, slots=True)
class Given:
    """A source to read, under the key by which it is known; ``known`` needs no reading again."""

    key: str
    source: Source
    known: frozenset[int] = frozenset()


@dataclass
class _End:
    """A source read to its end: its documents, without their text, and what failed."""

    given: Given
    problems: list[tuple[str, str, str]] = field(default_factory=list)
    met: list[_Met] = field(default_factory=list)
    again: bool = False

    def problem(self, problem: Problem) -> None:
        """A document that could not be read; one that could not be reached is tried again."""
        self.problems.append(problem.error.parts)
        self.again |= isinstance(problem.error, UnreachableError)

    def fault(self, name: str, error: Exception) -> None:
        """A fault of the program, told as one of the document, so that the others are built."""
        source = self.given.source
        place = source.place if name == source.name else f"{source.place}/{name}"
        self.problems.append((place, *told(error)))
        self.again |= isinstance(error, MemoryError | OSError)

    def done(self) -> Done:
        """What is told of it."""
        # the one document of a plain file has its digest already; that of an archive has its own
        source = self.given.source
        plain = len(self.met) == 1 and self.met[0].name == source.name and not self.problems
        return Done(
            self.given.key,
            tuple(self.problems),
            tuple(token_of(each.sha256, each.name) for each in self.met),
            self.met[0].sha256 if plain else digest_of(source),
            again=self.again,
        )


class _Met(NamedTuple):
    """A document that was met."""

    name: str
    sha256: str


class _Handful:
    """Documents that go through the stages together, and the ends of sources between them."""

    def __init__(self, chunks: Chunks) -> None:
        self._chunks = chunks
        self._waiting: list[tuple[Document | None, _End]] = []
        self._many = self._text = 0

    def add(self, document: Document, end: _End) -> None:
        """One more document of a source."""
        self._waiting.append((document, end))
        self._many += 1
        self._text += len(document.text)
        if self._many >= _HANDFUL or self._chunks.is_much(self._text):
            self.pass_on()

    def end(self, end: _End) -> None:
        """A source has no more documents."""
        self._waiting.append((None, end))

    def pass_on(self) -> None:
        """Take what waits through the stages."""
        waiting, self._waiting, self._many, self._text = self._waiting, [], 0, 0
        documents = [each for each, _ in waiting if each is not None]
        extracts: Iterator[Extract | None]
        try:
            extracts = iter(_extracted(documents))
        except FAULTS:  # one of them: it is found when each goes alone
            extracts = iter([None] * len(documents))
        for document, end in waiting:
            if document is None:
                self._chunks.done(end.done())
                continue
            try:
                self._chunks.add(end.given.key, next(extracts) or _extracted([document])[0])
            except FAULTS as error:
                end.fault(document.name, error)


def _extracted(documents: Sequence[Document]) -> list[Extract]:
    """What each document says by itself."""
    with ruled():
        return extract_all(documents)


class _At:
    """Tells where a worker is, now and then: a word for every document would cost more than it."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._last = time.monotonic()

    def __call__(self, place: str) -> None:
        now = time.monotonic()
        if now - self._last >= _LIFE:
            self._last = now
            self._tell(Began(place))


# --- the tasks -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reading:
    """Read files and place their documents by themselves."""

    name: str
    folder: str
    given: tuple[Given, ...]
    limits: Limits
    register: str | None = None

    def run(self, tell: Tell) -> None:
        """Tells a :class:`Chunk` for every part that is done."""
        chunks = Chunks(self.folder, self.name, self.register, tell)
        handful = _Handful(chunks)
        at = _At(tell)
        near = at_hand(given.source for given in self.given)
        for given, source in zip(self.given, near, strict=True):
            self._read(replace(given, source=source), handful, at)
        handful.pass_on()
        chunks.write()

    def _read(self, given: Given, handful: _Handful, at: _At) -> None:
        end = _End(given)
        at(given.source.place)
        for each in _found(given.source, self.limits):
            if isinstance(each, Problem):
                end.problem(each)
                continue
            if isinstance(each, Exception):
                end.fault(given.source.name, each)
                continue
            at(each.name)
            end.met.append(_Met(each.name, each.sha256))
            if not given.known or token_of(each.sha256, each.name) not in given.known:
                handful.add(each, end)
        handful.end(end)

    def keys(self) -> tuple[str, ...]:
        """The keys of the sources to read."""
        return tuple(each.key for each in self.given)

    def after(self, chunk: Chunk) -> Reading:
        """What is left to read when this chunk is done."""
        done = {each.key for each in chunk.done}
        left = tuple(each for each in self.given if each.key not in done)
        return replace(self, name=f"{chunk.name}+", given=left)

    def one_by_one(self) -> tuple[Reading, ...]:
        """A task for each file."""
        return tuple(
            replace(self, name=f"{self.name}.{n}", given=(each,))
            for n, each in enumerate(self.given)
        )


def _found(source: Source, limits: Limits) -> Iterator[Document | Problem | Exception]:
    """Every document of a source; a fault of its reader ends it, what came before counts."""
    try:
        yield from documents(source, limits)
    except (*FAULTS, OSError) as error:
        yield error


def digest_of(source: Source) -> str:
    """The digest of a source's bytes; empty where they cannot be read again."""
    if source.data is not None:
        return hashlib.sha256(source.data).hexdigest()
    if source.remote is not None:  # its store says when it changes
        return ""
    try:
        with open(source.path or "", "rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""


@contextmanager
def _alone(kept: Kept, document: Document, tell: Tell) -> Iterator[None]:
    """A fault of the program over a kept document is told, and costs no other."""
    try:
        yield
    except FAULTS as error:
        again = isinstance(error, MemoryError)
        tell(Lost(kept.token, document.name, *told(error), again))


@dataclass(frozen=True, slots=True)
class Again:
    """Documents that need no reading: their extracts are kept."""

    name: str
    folder: str
    kept: tuple[Kept, ...]
    register: str | None = None

    def run(self, tell: Tell) -> None:
        """Tells a :class:`Chunk` for every part that is done, and each document that is lost."""
        chunks = Chunks(self.folder, self.name, self.register, tell)
        at = _At(tell)
        for kept in self.kept:
            at(kept.source)
            self._one(kept, chunks, tell)
        chunks.write()

    def _one(self, kept: Kept, chunks: Chunks, tell: Tell) -> None:
        """Do it again for one document."""
        raise NotImplementedError

    def keys(self) -> tuple[str, ...]:
        """The keys of the sources they came from."""
        return tuple(each.source for each in self.kept)

    def after(self, chunk: Chunk) -> Self:
        """What is left when this chunk is done."""
        done = {(each.source, each.token) for each in chunk.made}
        left = tuple(each for each in self.kept if (each.source, each.token) not in done)
        return replace(self, name=f"{chunk.name}+", kept=left)

    def one_by_one(self) -> tuple[Self, ...]:
        """A task for each document."""
        return tuple(
            replace(self, name=f"{self.name}.{n}", kept=(each,))
            for n, each in enumerate(self.kept)
        )


@dataclass(frozen=True, slots=True)
class Placing(Again):
    """Place documents anew: with ``names`` and ``made`` of all others, or by themselves."""

    names: dict[str, str] | None = None
    made: dict[str, tuple[Promise, ...]] = field(default_factory=dict)

    def _one(self, kept: Kept, chunks: Chunks, tell: Tell) -> None:
        extracted = kept.load()
        with _alone(kept, extracted.document, tell):
            if self.names is None:
                chunks.add(kept.source, extracted, keep=False)
            else:
                chunks.again(kept.source, extracted, self._view(self.names))

    def _view(self, names: dict[str, str]) -> View:
        return View(lambda each: names.get(each, each), lambda each: self.made.get(each, ()))


@dataclass(frozen=True, slots=True)
class Recognising(Again):
    """Recognise kept documents anew, without reading their files: the rules have changed."""

    def _one(self, kept: Kept, chunks: Chunks, tell: Tell) -> None:
        document = kept.document()
        with _alone(kept, document, tell):
            chunks.add(kept.source, _extracted([document])[0])
