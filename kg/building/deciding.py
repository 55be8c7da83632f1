"""The second part of a build: what holds over all documents, and is known without reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import TypeVar

from kg.building import whole
from kg.building.chunks import Chunk, Done
from kg.building.counting import nothing_read
from kg.building.course import LEFT_OUT, Course
from kg.building.faults import Lost
from kg.building.gist import Made
from kg.building.inputs import Scan
from kg.building.pool import Failed, Workers
from kg.building.state import TO_PLACE, TO_RECOGNISE, Row
from kg.building.tasks import Again, Placing, Recognising

_PER_TASK = 200  # documents placed anew in one task
_STALE = ((TO_RECOGNISE, Recognising, "recognising"), (TO_PLACE, Placing, "placing"))
_T = TypeVar("_T")


class Deciding:
    """The documents of a build, brought to agree on what holds over all of them."""

    def __init__(self, course: Course, found: Scan, workers: Workers, said: whole.Said) -> None:
        self._course = course
        self._state = course.state
        self._found = found
        self._workers = workers
        self._said = said
        self._known: list[Row] | None = None

    def documents(self) -> list[Row]:
        """The documents that count, as they are known now."""
        if self._known is None:
            self._known = whole.active(self._state.rows(), self._found.keys)
        return self._known

    def renew(self) -> None:
        """Recognise or place anew what has become out of date.

        That which takes the place of a document that is lost so may be out of date too.
        """
        while self._renewed():
            pass

    def _renewed(self) -> set[int]:
        """Renew all that is out of date now; the tokens of what failed."""
        lost: set[int] = set()
        stale = [row for row in self.documents() if row.stale]
        for level, kind, stage in _STALE:
            kept = [self._state.kept(row) for row in stale if row.stale == level]
            tasks = (
                kind(name, str(self._state.folder), part, self._course.asked)
                for name, part in zip(self._course.names(), _parts(kept), strict=False)
            )
            lost |= self._again(tasks, len(kept), stage)
        return lost

    def settled(self) -> tuple[whole.Settled, whole.Gathered]:
        """What is settled over all documents that then count, and what is to be judged of them."""
        while True:
            self.renew()
            documents = self.documents()
            if not documents:  # what could not be placed anew is left out, and was all there is
                problems = self._course.problems(self._found)
                raise nothing_read(self._course.wish.inputs, problems)
            self._course.tell("joining", 0, len(documents))
            settled = whole.settle(self._state, documents, self._said)
            gathered = self._agree(documents, settled)
            if {row.token for row in documents} == {row.token for row in self.documents()}:
                self._said = whole.Said()  # of a large build what follows needs the room
                return settled, gathered

    def _agree(self, documents: Sequence[Row], settled: whole.Settled) -> whole.Gathered:
        """Place those anew that saw the others otherwise; what is to be judged of all."""
        gathered = whole.Gathered()
        rows = {row.token: row for row in documents}
        asking = set(rows)
        while asking:
            otherwise: list[tuple[Row, dict[str, str], dict[str, Made]]] = []
            for token, others in self._course.telling(
                "joining", self._state.others(asking), len(asking)
            ):
                if settled.agrees(others):
                    gathered.add(token, others)
                else:
                    otherwise.append((rows[token], *settled.answers(others)))
            tasks = (
                self._placing(name, part)
                for name, part in zip(self._course.names(), _parts(otherwise), strict=False)
            )
            lost = self._again(tasks, len(otherwise))
            # what was told otherwise may ask for more
            asking = {row.token for row, _, _ in otherwise} - lost
        return gathered

    def _placing(
        self, name: str, part: Sequence[tuple[Row, dict[str, str], dict[str, Made]]]
    ) -> Placing:
        names: dict[str, str] = {}
        made: dict[str, Made] = {}
        for _, answered, promised in part:
            names.update(answered)
            made.update(promised)
        kept = tuple(self._state.kept(row) for row, _, _ in part)
        return Placing(name, str(self._state.folder), kept, self._course.asked, names, made)

    def _again(self, tasks: Iterable[Again], many: int, stage: str = "placing") -> set[int]:
        """Do what needs no reading, and keep what it gave; the tokens of what failed."""
        lost: set[int] = set()
        placed: dict[int, tuple[str, int, int]] = {}
        for told in self._workers.run(tasks):
            if isinstance(told, Failed):
                lost.add(self._failed(told))
                continue
            if isinstance(told.what, Lost):
                self._lost(told.what)
                lost.add(told.what.token)
                continue
            with self._state.change():
                self._state.add(told.what, {})
            chunk = told.what
            placed.update((made.token, (chunk.name, made.start, made.size)) for made in chunk.made)
            self._course.tell(stage, len(placed), many)
        if lost:
            self._known = None
        elif placed and self._known is not None:
            self._known = [
                row.placed(*placed[row.token]) if row.token in placed else row
                for row in self._known
            ]
        return lost

    def _lost(self, lost: Lost) -> None:
        """Leave out a document over which newer rules failed, and no other of its source."""
        for key in self._state.holders(lost.token):
            place, stamp = self._state.stamped(key)
            whole = place if PurePath(place).name == lost.name else f"{place}/{lost.name}"
            problems = [*self._state.problems({key}), (whole, lost.problem, lost.remedy)]
            left = tuple(self._state.known(key) - {lost.token})
            done = Done(key, tuple(dict.fromkeys(problems)), left, stamp.sha256, lost.again)
            with self._state.change():
                self._state.add(Chunk("", (), {}, (done,)), {key: (place, stamp)})

    def _failed(self, failed: Failed) -> int:
        """Leave out a document that ended its worker, with its source; its token."""
        assert isinstance(failed.task, Again)
        token = failed.task.kept[0].token
        keys = self._state.holders(token)
        stamps = {key: self._state.stamped(key) for key in keys}
        done = tuple(
            Done(key, ((place, failed.problem, LEFT_OUT),), sha256=stamp.sha256)
            for key, (place, stamp) in stamps.items()
        )
        with self._state.change():
            self._state.add(Chunk("", (), {}, done), stamps)
        return token


def _parts(things: Sequence[_T]) -> Iterator[tuple[_T, ...]]:
    for at in range(0, len(things), _PER_TASK):
        yield tuple(things[at : at + _PER_TASK])
