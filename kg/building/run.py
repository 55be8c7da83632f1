"""A whole build: read what is new, settle what holds over all, merge, and publish the result."""

from __future__ import annotations

import json
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from filelock import FileLock, Timeout

from kg.building import whole
from kg.building.chunks import Chunk, Done
from kg.building.collecting import paused
from kg.building.counting import Counts, nothing_read, summed
from kg.building.gist import Made
from kg.building.inputs import New, Scan, local, readings, scan
from kg.building.joining import in_order, merged_folder, mergings
from kg.building.merged import Merged, fingerprint, kept, merged_before
from kg.building.merging import Bucketed, Merging
from kg.building.paging import Texts, write_page
from kg.building.pool import Failed, Pool, Told, Workers, ready
from kg.building.publishing import Publishing
from kg.building.state import (
    MERGED,
    TO_PLACE,
    TO_RECOGNISE,
    Row,
    State,
    forget_all,
    prepare,
)
from kg.building.tasks import Again, Placing, Reading, Recognising
from kg.building.versions import versions
from kg.errors import GraphError, InputError
from kg.read import Limits
from kg.resolve.register import Register
from kg.store import DEFAULT_NAME, is_stored, load

WORK = "work"
PAGE_NAME = "graph.html"
_PER_TASK = 200  # documents placed anew in one task
_LEFT_OUT = "it is left out until it changes; the others are built"
_LOOKED_AT = 20  # of so many inputs it is seen to that all workers have them

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build is: ``stage`` is ``reading``, ``placing``, ``merging`` or ``showing``.

    ``done`` of ``all`` are files, documents or buckets; ``size`` the bytes read so far of
    ``sizes``; ``problems`` what could not be read so far, ``seconds`` the time since the start.
    """

    stage: str
    done: int
    all: int
    documents: int
    size: int
    sizes: int
    problems: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Built:
    """What a build gave: the documents that count, those read now, what failed, the counts.

    ``problems`` are (place, problem, remedy); ``refused`` the identities that contradict;
    ``changed`` tells whether anything differs from the build before, ``left_out`` how many things
    the page does not show.
    """

    documents: int
    read: int
    problems: tuple[tuple[str, str, str], ...]
    refused: tuple[str, ...]
    counts: Counts
    files: tuple[Path, ...]
    changed: bool
    left_out: int


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


def build(wish: Wish) -> Built:
    """Build, or bring up to date, the graph below ``wish.output``.

    Raises ``InputError`` when not one document can be read, ``GraphError`` when another build
    works there or the disk is full; the graph of the build before then stays as it was.
    """
    if wish.register is not None:
        with Register(wish.register):
            pass  # one that cannot be used says so before anything is begun
    folder = wish.output.absolute() / WORK  # a worker elsewhere has another current folder
    first = not folder.exists()
    try:
        prepare(folder)
        with FileLock(folder / "lock", timeout=0), paused():
            _clear(wish.output)
            return _build(wish, folder)
    except InputError:
        if first:  # nothing was read: leave no trace
            shutil.rmtree(folder, ignore_errors=True)
            with suppress(OSError):
                wish.output.rmdir()
        raise
    except Timeout:
        raise GraphError(
            str(wish.output), "another build is at work here", "let it end, or choose another -o"
        ) from None
    except (OSError, sqlite3.OperationalError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        remedy = "the graph before stays as it was; see to room and rights, and run again to go on"
        raise GraphError(str(wish.output), f"could not be written ({reason})", remedy) from error


def _build(wish: Wish, folder: Path) -> Built:
    try:
        with State(folder) as state:
            return _Run(wish, state).build()
    except sqlite3.DatabaseError as error:
        if type(error) is not sqlite3.DatabaseError:
            raise
    forget_all(folder)  # it turned out to be damaged: everything is read again
    with State(folder) as state:
        return _Run(wish, state).build()


def _clear(output: Path) -> None:
    """Take away what a killed build was writing: its pieces are of no use to this one."""
    for pattern in (f".{DEFAULT_NAME}.????????", f".{PAGE_NAME}.????????", f"{WORK}/*.part"):
        for path in output.glob(pattern):
            path.unlink(missing_ok=True)


class _Run:
    """One build under way."""

    def __init__(self, wish: Wish, state: State) -> None:
        self._wish = wish
        self._state = state
        self._began = time.monotonic()
        self._number = int(state.get("run") or 0) + 1
        self._tasks = 0
        self._documents = 0
        self._known: list[Row] | None = None
        self._said = whole.Said()  # of documents that need no reading
        self._left_out: int | None = None  # of the page, where it is written already
        self._register = None if wish.register is None else wish.register.absolute()
        with state.change():
            state.set("run", str(self._number))

    def build(self) -> Built:
        """All of it, in order."""
        self._state.check()
        self._outdate()
        found = self._scan()
        with ExitStack() as stack:
            pool = stack.enter_context(Pool(ready(self._wish.workers), self._wish.limits.seconds))
            readers = self._readers(stack, pool)
            self._read(found, readers)
            documents = self._documents_of(found)
            self._renew(documents, readers)
            documents = self._documents_of(found)
            problems = self._problems(found)
            if not documents:
                raise nothing_read(self._wish.inputs, problems)
            stands = self._stands(documents)
            if not stands:
                documents, settled, gathered = self._settled(found, documents, readers)
                problems = self._problems(found)
                refused = settled.identities.refused
                tasks = mergings(self._state, self._number, documents, settled, gathered)
                # what held over all documents is in the tasks: a large build needs its room
                settled = gathered = None  # type: ignore[assignment]
                self._merge(found, documents, tasks, refused, pool)
        return self._built(documents, problems, changed=not stands)

    def _readers(self, stack: ExitStack, pool: Pool) -> Workers:
        """Who reads and places: the workers of a cluster, or the machine's own."""
        if self._wish.scheduler is None:
            return pool
        from kg.building.cluster import connected

        needed = local(self._wish.inputs)[:_LOOKED_AT]
        if self._register is not None:
            needed.append(self._register)
        seconds = self._wish.limits.seconds
        return stack.enter_context(
            connected(self._wish.scheduler, self._state.folder, seconds, needed)
        )

    @property
    def _asked(self) -> str | None:
        """The path of the register, as tasks have it."""
        return None if self._register is None else str(self._register)

    # --- reading ---------------------------------------------------------------------------

    def _outdate(self) -> None:
        """What an earlier program, table, limit or register gave has to be done again."""
        state, now = self._state, versions(self._wish.limits, self._wish.register)
        with state.change():
            before = [state.get(name) for name in ("reading", "rules", "resolving")]
            if before != [now.reading, now.rules, now.resolving]:
                state.set("buckets", "")  # what was merged was written by another program
            if state.get("reading") != now.reading:
                state.forget(state.sources())
            elif state.get("rules") != now.rules:
                state.outdate(TO_RECOGNISE)
            elif state.get("resolving") != now.resolving:
                state.outdate(TO_PLACE)
            if merged_before(state) is None:  # nothing was merged, or what was is gone or damaged
                state.outdate_merged()
                state.set("buckets", "")
            for name in ("reading", "rules", "resolving"):
                state.set(name, getattr(now, name))

    def _scan(self) -> Scan:
        state = self._state
        known = state.stamps()
        found = scan(self._wish.inputs, self._wish.limits, known)
        troubled = state.troubled() if found.moved else frozenset()
        with state.change():
            for key, each in found.restamped.items():
                state.stamp(key, each.source.place, each.stamp)
            for key, (now, twin) in found.moved.items():
                if twin in troubled:  # its problems name the place where it was
                    found.new[key] = now
                else:
                    state.copy(key, now.source.place, now.stamp, twin)
        return found

    def _read(self, found: Scan, pool: Workers) -> None:
        tasks = readings(
            found, self._state, self._wish.limits, self._register, self._names()
        )
        sizes = found.size
        done = size = problems = 0
        for told in self._while_said(pool.run(tasks), found):
            ended = self._ended(told)
            self._keep(told, ended, found.new)
            for each in ended:
                done += 1
                size += found.new[each.key].stamp.size
                problems += len(each.problems)
            self._tell("reading", done, len(found.new), size, sizes, problems)
        found.new.clear()  # of a large build it needs the room

    def _while_said(self, tolds: Iterable[_T], found: Scan) -> Iterator[_T]:
        """The same; beside it is found what the documents say that need not be read again."""
        before: Future[whole.Said] | None = None
        with ThreadPoolExecutor(1) as beside:
            for told in tolds:
                if before is None:  # all workers are born: none inherits what a thread is at
                    known = found.keys - found.new.keys()
                    before = beside.submit(whole.said_before, self._state.folder, known)
                yield told
        if before is not None:
            self._said = before.result()

    def _ended(self, told: Told | Failed) -> tuple[Done, ...]:
        """The sources that are done, one that failed among them."""
        if isinstance(told, Failed):
            assert isinstance(told.task, Reading)
            given = told.task.given[0]
            return (Done(given.key, ((given.source.place, told.problem, _LEFT_OUT),)),)
        assert isinstance(told.what, Chunk)
        return told.what.done

    def _keep(
        self, told: Told | Failed, ended: tuple[Done, ...], new: dict[str, New]
    ) -> None:
        stamps = {each.key: (new[each.key].source.place, new[each.key].stamp) for each in ended}
        chunk = told.what if isinstance(told, Told) else Chunk("", (), {}, ended)
        with self._state.change():
            self._state.add(chunk, stamps)
        self._documents += len(chunk.made)

    # --- what is known needs no reading ------------------------------------------------------

    def _documents_of(self, found: Scan) -> list[Row]:
        """The documents that count, as they are known now."""
        if self._known is None:
            self._known = whole.active(self._state.rows(), found.keys)
        return self._known

    def _renew(self, documents: Iterable[Row], pool: Workers) -> None:
        """Recognise or place anew what has become out of date."""
        stale = [row for row in documents if row.stale]
        for level, kind in ((TO_RECOGNISE, Recognising), (TO_PLACE, Placing)):
            kept = [self._state.kept(row) for row in stale if row.stale == level]
            tasks = (
                kind(name, str(self._state.folder), part, self._asked)
                for name, part in zip(self._names(), _parts(kept), strict=False)
            )
            self._again(tasks, pool, len(kept))

    def _again(self, tasks: Iterable[Again], pool: Workers, many: int) -> set[int]:
        """Do what needs no reading, and keep what it gave; the tokens of what failed."""
        lost: set[int] = set()
        placed: dict[int, tuple[str, int, int]] = {}
        for told in pool.run(tasks):
            if isinstance(told, Failed):
                lost.add(self._lost(told))
                continue
            with self._state.change():
                self._state.add(told.what, {})
            chunk = told.what
            placed.update((made.token, (chunk.name, made.start, made.size)) for made in chunk.made)
            self._tell("placing", len(placed), many, 0, 0, 0)
        if lost:
            self._known = None
        elif placed and self._known is not None:
            self._known = [
                row.placed(*placed[row.token]) if row.token in placed else row
                for row in self._known
            ]
        return lost

    def _lost(self, failed: Failed) -> int:
        """Leave out a document that could be worked through before; its token."""
        assert isinstance(failed.task, Again)
        token = failed.task.kept[0].token
        keys = self._state.holders(token)
        stamps = {key: self._state.stamped(key) for key in keys}
        done = tuple(
            Done(key, ((place, failed.problem, _LEFT_OUT),), sha256=stamp.sha256)
            for key, (place, stamp) in stamps.items()
        )
        with self._state.change():
            self._state.add(Chunk("", (), {}, done), stamps)
        return token

    def _settled(
        self, found: Scan, documents: list[Row], pool: Workers
    ) -> tuple[list[Row], whole.Settled, whole.Gathered]:
        """The documents that count, what is settled over all of them, what is to be judged."""
        while True:
            settled = whole.settle(self._state, documents, self._said)
            gathered = self._agree(documents, settled, pool)
            tokens = {row.token for row in documents}
            documents = self._documents_of(found)
            if tokens == {row.token for row in documents}:
                return documents, settled, gathered
            if not documents:  # what could not be placed anew is left out, and was all there is
                raise nothing_read(self._wish.inputs, self._problems(found))

    def _agree(
        self, documents: Sequence[Row], settled: whole.Settled, pool: Workers
    ) -> whole.Gathered:
        """Place those anew that saw the others otherwise; what is to be judged of all."""
        gathered = whole.Gathered()
        rows = {row.token: row for row in documents}
        asking = set(rows)
        while asking:
            otherwise: list[tuple[Row, dict[str, str], dict[str, Made]]] = []
            for token, others in self._state.others(asking):
                if settled.agrees(others):
                    gathered.add(token, others)
                else:
                    otherwise.append((rows[token], *settled.answers(others)))
            tasks = (
                self._placing(name, part)
                for name, part in zip(self._names(), _parts(otherwise), strict=False)
            )
            lost = self._again(tasks, pool, len(otherwise))
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
        return Placing(name, str(self._state.folder), kept, self._asked, names, made)

    # --- merging -----------------------------------------------------------------------------

    def _stands(self, documents: Sequence[Row]) -> bool:
        """Whether the graph that is there is already the one of these documents."""
        state = self._state
        return (
            state.get("merged") == str(len(documents))
            and all(row.rows == MERGED for row in documents)
            and self._in_force()
            and (not state.get("stored") or is_stored(self._wish.output / DEFAULT_NAME))
        )

    def _in_force(self) -> bool:
        """Whether the graph that is there is the one of the merge before."""
        return self._state.get("turtle") == fingerprint(self._wish.output / DEFAULT_NAME)

    def _built(
        self,
        documents: Sequence[Row],
        problems: tuple[tuple[str, str, str], ...],
        *,
        changed: bool,
    ) -> Built:
        """What there is now, with its page."""
        state = self._state
        told = json.loads(state.get("counts"))
        unresolved = tuple((label, reason) for label, reason in told["unresolved"])
        counts = Counts(told["nodes"], told["edges"], told["statements"], unresolved)
        turtle, page = self._wish.output / DEFAULT_NAME, self._wish.output / PAGE_NAME
        wanted = f"{state.get('turtle')} {self._wish.language}"
        if not page.exists() or state.get("page") != f"{wanted} {fingerprint(page)}":
            if self._left_out is None:
                self._tell("showing", 0, 1, 0, 0, 0)
                self._left_out = self._shown(documents, counts)
            with state.change():
                state.set("left out", str(self._left_out))
                state.set("page", f"{wanted} {fingerprint(page)}")
        return Built(
            len(documents),
            self._documents,
            problems,
            tuple(json.loads(state.get("refused"))),
            counts,
            (turtle, page),
            changed,
            int(state.get("left out")),
        )

    def _merge(
        self,
        found: Scan,
        documents: Sequence[Row],
        tasks: list[Merging],
        refused: Iterable[str],
        pool: Pool,
    ) -> None:
        folder = merged_folder(self._state, self._number)
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        done = self._merged(tasks, pool)
        tokens = [row.token for row in documents]
        merged = kept(done, tokens, self._wish.output / DEFAULT_NAME, folder)
        counts = summed(each.counts for each in done)
        self._tell("showing", 0, 1, 0, 0, 0)
        with ThreadPoolExecutor(1) as beside:  # what the page asks of the store takes no Python
            page = beside.submit(self._shown, documents, counts)
            self._commit(merged, found, counts, refused)
            self._left_out = page.result()

    def _shown(self, documents: Sequence[Row], counts: Counts) -> int:
        """Write the page of the graph that is there; how many things it leaves out."""
        page, language = self._wish.output / PAGE_NAME, self._wish.language
        texts = Texts(self._state, documents)
        return write_page(load(self._wish.output), counts.nodes, page, language, texts)

    def _merged(self, tasks: list[Merging], pool: Pool) -> list[Bucketed]:
        """Merge all buckets; the graph is written, and stored, as they come, in order."""
        # a build that was killed at its very end may have left another graph than it knew of
        changing = merged_before(self._state) is not None and self._in_force()
        turtle, threads = self._wish.output / DEFAULT_NAME, ready(self._wish.workers)
        with Publishing(turtle, changing=changing, threads=threads) as publishing:
            return in_order(pool, tasks, publishing.add, self._tell_merging)

    def _tell_merging(self, done: int, all: int) -> None:
        self._tell("merging", done, all, 0, 0, 0)

    def _commit(
        self, merged: Merged, found: Scan, counts: Counts, refused: Iterable[str]
    ) -> None:
        """The new merge is in force: everything that was needed for it may go."""
        state, turtle = self._state, self._wish.output / DEFAULT_NAME
        gone = state.sources() - found.keys
        told = {
            "nodes": counts.nodes,
            "edges": counts.edges,
            "statements": counts.statements,
            "unresolved": counts.unresolved,
        }
        with state.change():
            state.forget(gone)
            state.merged(merged.tokens)
            state.set("buckets", merged.packed())
            state.set("merged", str(len(merged.tokens)))
            state.set("turtle", fingerprint(turtle))
            state.set("stored", "yes" if is_stored(turtle) else "")
            state.set("counts", json.dumps(told, ensure_ascii=False))
            state.set("refused", json.dumps(sorted(set(refused)), ensure_ascii=False))
        state.sweep()
        for path in state.folder.glob("merged-*"):
            if path != merged_folder(state, self._number):
                shutil.rmtree(path, ignore_errors=True)

    # --- small things ------------------------------------------------------------------------

    def _names(self) -> Iterator[str]:
        """Names for tasks that no other task of any run has."""
        while True:
            self._tasks += 1
            yield f"{self._number}-{self._tasks}"

    def _problems(self, found: Scan) -> tuple[tuple[str, str, str], ...]:
        given = [(each.error.place, each.error.problem, each.error.remedy)
                 for each in found.problems]  # fmt: skip
        return tuple([*given, *self._state.problems(found.keys)])

    def _tell(
        self, stage: str, done: int, all: int, size: int, sizes: int, problems: int
    ) -> None:
        if self._wish.on_progress is not None:
            seconds = time.monotonic() - self._began
            self._wish.on_progress(
                Progress(stage, done, all, self._documents, size, sizes, problems, seconds)
            )


def _parts(things: Sequence[_T]) -> Iterator[tuple[_T, ...]]:
    for at in range(0, len(things), _PER_TASK):
        yield tuple(things[at : at + _PER_TASK])
