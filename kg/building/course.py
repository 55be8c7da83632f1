"""One build under way: what was wished, what is known, and word of how far it is."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from kg.building.counting import Counts
from kg.building.inputs import Scan
from kg.building.state import State
from kg.files import GRAPH_NAME, PAGE_NAME
from kg.read import Limits

#: What is said of a document whose reader crashed or never ended.
LEFT_OUT = "it is left out until it changes; the others are built"
#: Of something: place, problem, remedy.
Trouble = tuple[str, str, str]
NOW_AND_THEN = 0.2  # seconds between two words of how far it is
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build is: ``stage`` is what it is at.

    ``looking`` at files, ``connecting`` to a cluster, ``reading`` files, ``recognising`` and
    ``placing`` documents, ``joining`` what they say, ``merging`` buckets, ``storing`` bytes,
    ``showing`` all on the page. ``done`` of ``all`` are such things, ``all`` 0 where nobody knows;
    ``size`` the bytes read so far of ``sizes``; ``problems`` what could not be read so far.
    ``seconds`` is the time since the start, ``lasted`` that since the stage began.
    """

    stage: str
    done: int
    all: int
    documents: int
    size: int
    sizes: int
    problems: int
    seconds: float
    lasted: float


@dataclass(frozen=True, slots=True)
class Built:
    """What a build gave: the documents that count, those read now, what failed, the counts.

    ``problems`` are (place, problem, remedy); ``refused`` the identities that contradict;
    ``changed`` tells whether anything differs from the build before, ``left_out`` how many things
    the page does not show, ``stored`` whether the store stands beside the graph.
    """

    documents: int
    read: int
    problems: tuple[tuple[str, str, str], ...]
    refused: tuple[str, ...]
    counts: Counts
    files: tuple[Path, ...]
    changed: bool
    left_out: int
    stored: bool


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be built: inputs, where, within which limits, by how many workers.

    ``scheduler`` is the address of a Dask cluster that reads in the place of own workers.
    """

    inputs: Sequence[str | Path]
    output: Path
    limits: Limits = field(default_factory=Limits)
    register: Path | None = None
    language: str = "nl"
    workers: int | None = None
    scheduler: str | None = None
    on_progress: Callable[[Progress], None] | None = None


class Course:
    """A build under way in a work folder, the next by number after those before it."""

    def __init__(self, wish: Wish, state: State) -> None:
        self.wish = wish
        self.state = state
        self.number = int(state.get("run") or 0) + 1
        self.documents = 0  # read so far
        self.turtle = wish.output / GRAPH_NAME
        self.page = wish.output / PAGE_NAME
        self.register = None if wish.register is None else wish.register.absolute()
        self._began = self._stage_began = time.monotonic()
        self._stage = ""
        self._tasks = 0
        with state.change():
            state.set("run", str(self.number))

    @property
    def asked(self) -> str | None:
        """The path of the register, as tasks have it."""
        return None if self.register is None else str(self.register)

    def names(self) -> Iterator[str]:
        """Names for tasks that no other task of any build has."""
        while True:
            self._tasks += 1
            yield f"{self.number}-{self._tasks}"

    def problems(self, found: Scan) -> tuple[Trouble, ...]:
        """What could not be read: of the inputs, then of what they hold."""
        return (*(each.error.parts for each in found.problems), *self.state.problems(found.keys))

    def tell(
        self, stage: str, done: int, all: int, size: int = 0, sizes: int = 0, problems: int = 0
    ) -> None:
        """Say how far the build is, to whoever wants to know."""
        if self.wish.on_progress is None:
            return
        now = time.monotonic()
        if stage != self._stage:
            self._stage, self._stage_began = stage, now
        seconds, lasted = now - self._began, now - self._stage_began
        self.wish.on_progress(
            Progress(stage, done, all, self.documents, size, sizes, problems, seconds, lasted)
        )

    def telling(self, stage: str, things: Iterable[_T], all: int = 0) -> Iterator[_T]:
        """The same things, with a word now and then of how many have passed."""
        done, told = 0, time.monotonic()
        self.tell(stage, done, all)
        for done, each in enumerate(things, 1):
            yield each
            if (now := time.monotonic()) - told >= NOW_AND_THEN:
                told = now
                self.tell(stage, done, all)
        self.tell(stage, done, all)
