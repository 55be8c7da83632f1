"""Worker processes that may die: what they were at is given to another, or named and left.

Each worker has a line of its own and one task at a time. A worker that ends without a word, or is
silent for longer than a document may take, is ended; its task goes to a new worker file by file,
and a file that ends its worker again and again is named as a problem. The machine's engines cannot
be interrupted from within (a parser in C may loop), so a process is the only safe border.
"""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import signal
import sys
import threading
import time
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any, Protocol

from kg.building.chunks import Chunk
from kg.building.tasks import Began, Divisible, Task
from kg.errors import GraphError, KamergraafError
from kg.interrupts import put_off

#: A worker that was ended from outside says nothing of its file: it may try so often.
TRIES = 3
_WHEN_PARENT_ENDS = 1  # PR_SET_PDEATHSIG
_GRACE = 15.0  # seconds over the limit of a document in which its reader may still stop by itself


@dataclass(frozen=True, slots=True)
class Failed:
    """A document that ended its worker, or was not done in time: its task of one, and why."""

    task: Divisible
    problem: str


@dataclass(frozen=True, slots=True)
class Told:
    """Something a task told."""

    task: Task
    what: Any


class Process(Protocol):
    """What is ended when it does not end by itself."""

    def kill(self) -> None:
        """End it at once."""

    def join(self) -> None:
        """Wait until it has ended."""


@dataclass(slots=True)
class Worker:
    """A process that does tasks, the line to it, and what it is at since when."""

    process: Process
    line: Connection
    task: Task | None = None
    since: float = 0.0
    place: str = ""


@dataclass(frozen=True, slots=True)
class _Finished:
    error: BaseException | None = None


class Workers(Protocol):
    """Those who do tasks."""

    def run(self, tasks: Iterable[Task]) -> Iterator[Told | Failed]:
        """Do all tasks, handing out what they tell as it comes."""


class Pool:
    """Some worker processes; use as a context, so that none outlives it.

    ``born`` starts one: a fork of this process, unless something else is given.
    """

    def __init__(
        self, workers: int, seconds: float, born: Callable[[], Worker] | None = None
    ) -> None:
        self._many = workers
        self._seconds = seconds + _GRACE
        self._born = born or _born
        self._workers: list[Worker] = []
        self._tries: dict[str, int] = {}

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            _end(worker)
        self._workers.clear()

    def run(self, tasks: Iterable[Task]) -> Iterator[Told | Failed]:
        """Do all tasks, handing out what they tell as it comes; tasks are taken when wanted.

        Raises ``KamergraafError`` when a task raises, which is a fault of the program or the disk
        and not of a document.
        """
        self._tries.clear()
        waiting: deque[Task] = deque()
        coming = iter(tasks)
        while True:
            self._give(waiting, coming)
            busy = [worker for worker in self._workers if worker.task is not None]
            if not busy:
                return
            yield from self._listen(busy, waiting)

    def _give(self, waiting: deque[Task], coming: Iterator[Task]) -> None:
        """A task for every worker that has none; workers are born when there is work."""
        for worker in [each for each in self._workers if each.task is None]:
            task = waiting.popleft() if waiting else next(coming, None)
            if task is not None:
                self._start(worker, task, waiting)
        while len(self._workers) < self._many:
            task = waiting.popleft() if waiting else next(coming, None)
            if task is None:
                return
            worker = self._born()
            self._workers.append(worker)
            self._start(worker, task, waiting)

    def _start(self, worker: Worker, task: Task, waiting: deque[Task]) -> None:
        worker.task, worker.since, worker.place = task, time.monotonic(), ""
        try:
            worker.line.send(task)
        except OSError:  # it died meanwhile
            self._replace(worker)
            waiting.appendleft(task)

    def _listen(
        self, busy: list[Worker], waiting: deque[Task]
    ) -> Iterator[Told | Failed]:
        ends = min(worker.since for worker in busy) + self._seconds
        lines = {worker.line: worker for worker in busy}
        for line in wait(list(lines), timeout=max(0.0, ends - time.monotonic())):
            worker = lines[line]  # type: ignore[index]
            assert worker.task is not None
            try:
                told = worker.line.recv()
            except (EOFError, OSError):
                yield from self._lost(worker, "ended its worker", waiting)
                continue
            if isinstance(told, _Finished):
                worker.task = None
                if told.error is not None:
                    raise told.error
                continue
            worker.since = time.monotonic()
            if isinstance(told, Began):
                worker.place = told.place
            else:
                if isinstance(told, Chunk):
                    self._shorten(worker, told)
                yield Told(worker.task, told)
        late = time.monotonic() - self._seconds
        for worker in busy:
            if worker.task is not None and worker.since <= late:
                yield from self._lost(worker, f"takes more than {self._seconds:g} seconds", waiting)

    def _shorten(self, worker: Worker, chunk: Chunk) -> None:
        """What a task has told of need not be done again when its worker dies."""
        if isinstance(worker.task, Divisible):
            worker.task = worker.task.after(chunk)

    def _lost(
        self, worker: Worker, why: str, waiting: deque[Task]
    ) -> Iterator[Told | Failed]:
        task, place = worker.task, worker.place
        self._replace(worker)
        if not isinstance(task, Divisible):
            assert task is not None
            if not self._again(task.name):
                raise GraphError(place or task.name, why, "see whether memory or disk are full")
            waiting.append(task)
            return
        keys = task.keys()
        if len(keys) > 1:
            waiting.extend(task.one_by_one())
        elif keys:
            if not why.startswith("takes") and self._again(keys[0]):
                waiting.append(task)
            else:
                yield Failed(task, why)

    def _again(self, name: str) -> bool:
        self._tries[name] = self._tries.get(name, 0) + 1
        return self._tries[name] < TRIES

    def _replace(self, worker: Worker) -> None:
        _end(worker)
        self._workers.remove(worker)


def _born() -> Worker:
    ours, theirs = multiprocessing.Pipe()
    # A fork shares what is loaded already and takes milliseconds; elsewhere a new start must do.
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    context: Any = multiprocessing.get_context(method)
    process = context.Process(
        target=work, args=(theirs, os.getpid(), method == "fork"), daemon=True
    )
    # A worker that is just born would tell of Ctrl-C at length.
    with warnings.catch_warnings(), put_off():
        warnings.simplefilter("ignore", DeprecationWarning)  # nothing there waits for a thread
        process.start()
    theirs.close()
    return Worker(process, ours)


def _end(worker: Worker) -> None:
    worker.line.close()
    worker.process.kill()
    worker.process.join()


def work(line: Connection, parent: int, forked: bool, idle: float | None = None) -> None:
    """Do one task after the other until the line closes or the builder is gone.

    It also ends when it has nothing to do for ``idle`` seconds.
    """
    if forked:
        _end_with_builder()
        _let_go(line.fileno())
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_outlive_nobody, args=(parent,), daemon=True).start()
    # What documents say has no cycles worth a search at every turn; tasks clear up after a chunk.
    gc.disable()
    gc.freeze()
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while line.poll(idle):
            task: Task = line.recv()
            error: BaseException | None = None
            try:
                task.run(line.send)
            except KamergraafError as raised:
                error = raised
            except (BrokenPipeError, ConnectionResetError):
                raise
            except OSError as raised:
                error = _of_system(raised, task)
            line.send(_Finished(error))


def _let_go(kept: int) -> None:
    """Close what came along from the builder: its lock, its files, the lines of other workers."""
    with suppress(OSError):
        for name in os.listdir("/dev/fd"):
            if int(name) > 2 and int(name) != kept:
                with suppress(OSError):
                    os.close(int(name))


def _end_with_builder() -> None:
    """Where the system can, let it end this worker with its builder, also amid a call in C.

    A parser or a pattern that loops there lets no other thread of the worker run.
    """
    if sys.platform == "linux":
        with suppress(AttributeError, OSError):
            ctypes.CDLL(None).prctl(_WHEN_PARENT_ENDS, signal.SIGKILL)


def _outlive_nobody(parent: int) -> None:
    """End this worker soon after the builder, also in the middle of a document."""
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(1)


def _of_system(error: OSError, task: Task) -> GraphError:
    reason = os.strerror(error.errno) if error.errno else str(error)
    place = error.filename or task.folder  # a write that fails names no file
    return GraphError(str(place), reason, "make room and run again")


def ready(many: int | None) -> int:
    """How many workers there shall be: as many as asked, else one for each core that may be used.

    >>> ready(3)
    3
    """
    if many is not None:
        return max(1, many)
    count: Callable[[], int] | None = getattr(os, "process_cpu_count", None)
    if count is not None:
        return count() or 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
