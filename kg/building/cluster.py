"""Workers of a Dask cluster in the place of the machine's own: the same tasks, the same results.

The work folder is shared: every worker writes its chunks there, under the path the builder uses.
A worker does its tasks in a program of its own beside it, watched as on one machine
(:mod:`kg.building.pool`): a document that crashes or hangs there is named, and the cluster does
not notice. A worker that is lost whole is the engine's to mend: it gives the task to another, and
tasks may be done twice, for what they write is the same. Only reading and placing go to the
cluster; merging is done where the result is written.
"""

from __future__ import annotations

import json
import logging
import os
import re
import threading
import time
import uuid
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from kg.building.apart import born
from kg.building.pool import TRIES, Failed, Pool, Told
from kg.building.tasks import Divisible, Task
from kg.building.versions import Versions, versions
from kg.errors import GraphError, InputError, KamergraafError

#: How many tasks wait at each thread of a worker, so that none is idle between two.
_AHEAD = 2
_ANSWER = "5s"  # what a scheduler may take to answer
_LOOK = 5.0  # seconds between two looks whether there are workers still
_ALONE = 60.0  # seconds without any worker before the build gives up
_SEEN = ".cluster"
#: In the place of an address: the one in Dask's settings.
IN_SETTINGS = "config"
_ADDRESS = re.compile(r"(?:tcp|tls)://(?:[\w.-]+|\[[0-9A-Fa-f:]+\])(?::\d{1,5})?")


def connected(
    scheduler: str, folder: Path, seconds: float, needed: Sequence[Path] = ()
) -> Cluster:
    """The cluster at an address (``tcp://host:8786``), or of a scheduler file (``.json``).

    ``config`` stands for the scheduler that Dask's own settings name (``scheduler-address``).
    ``seconds`` is what one document may take, ``needed`` what every worker must see besides the
    work folder. Raises ``InputError`` when there is no cluster, or one of its workers is not fit.
    """
    try:
        import distributed  # noqa: F401 - it sets its log up when it is loaded
    except ImportError:
        raise InputError(
            "--scheduler", "needs Dask, which is not installed", "pip install kamergraaf[cluster]"
        ) from None
    scheduler = _in_settings() if scheduler == IN_SETTINGS else scheduler
    with ExitStack() as quiet:
        quiet.enter_context(_quiet())
        cluster = Cluster(_client(scheduler), folder, seconds, needed)
        quiet.callback(cluster.close)
        cluster.check(scheduler)
        cluster.ending = quiet.pop_all()
    return cluster


@contextmanager
def _quiet() -> Iterator[None]:
    """Without the log of Dask's client: what goes wrong is told once, in one line."""
    loggers = [logging.getLogger(name) for name in ("distributed", "distributed.client")]
    levels = [each.level for each in loggers]
    try:
        for each in loggers:
            each.setLevel(logging.CRITICAL + 1)
        yield
    finally:
        for each, level in zip(loggers, levels, strict=True):
            each.setLevel(level)


def _client(scheduler: str) -> Any:
    from distributed import Client

    make: Any = Client
    address = _in_file(scheduler) if scheduler.endswith(".json") else scheduler
    if not _ADDRESS.fullmatch(address):
        raise InputError(scheduler, "is no address of a scheduler", "give tcp://host:8786")
    if address.startswith("tls:") and not _certified():
        remedy = "set those of distributed.comm.tls (docs/cluster.md)"
        raise InputError(scheduler, "needs certificates", remedy)
    try:
        return make(address, timeout=_ANSWER, set_as_default=False)
    except (OSError, ValueError) as error:
        problem = f"no scheduler answers ({type(error).__name__})"
        raise InputError(scheduler, problem, "start one with 'dask scheduler'") from None


def _certified() -> bool:
    """Whether Dask's settings name certificates that can be used."""
    from distributed.security import Security

    make: Any = Security
    try:
        return make().get_connection_args("client")["ssl_context"] is not None
    except (OSError, ValueError):
        return False


def _in_settings() -> str:
    """The address in Dask's settings: its files, or ``DASK_SCHEDULER_ADDRESS``."""
    from dask import config

    get: Any = config.get
    address = get("scheduler-address", None)
    if not address:
        remedy = "set scheduler-address there, or DASK_SCHEDULER_ADDRESS"
        raise InputError(IN_SETTINGS, "Dask's settings name no scheduler", remedy)
    return str(address)


def _in_file(path: str) -> str:
    """The address in a scheduler file; Dask itself would wait for one that is not there."""
    try:
        return str(json.loads(Path(path).read_bytes())["address"])
    except (OSError, ValueError, LookupError, TypeError):
        remedy = "start the scheduler with --scheduler-file"
        raise InputError(path, "is no scheduler file", remedy) from None


@dataclass(frozen=True, slots=True)
class _Mark:
    """By what a worker knows that it sees the builder's folder and is the same program."""

    seen: str
    program: Versions
    needed: tuple[str, ...]
    seconds: float


class Cluster:
    """Runs tasks on the workers of a cluster; use as a context."""

    def __init__(
        self, client: Any, folder: Path, seconds: float, needed: Sequence[Path] = ()
    ) -> None:
        self._client = client
        self._tries: dict[str, int] = {}
        self.ending = ExitStack()
        for old in folder.glob(f"*{_SEEN}"):
            old.unlink(missing_ok=True)
        self._seen = folder / f"{uuid.uuid4().hex}{_SEEN}"
        self._seen.touch()
        self._mark = _Mark(str(self._seen), _program(), tuple(map(str, needed)), seconds)

    def __enter__(self) -> Cluster:
        return self

    def __exit__(self, *_: object) -> None:
        self.ending.close()

    def close(self) -> None:
        """Leave the cluster as it is."""
        self._seen.unlink(missing_ok=True)
        self._client.close()

    def check(self, scheduler: str) -> None:
        """Whether there are workers, and all are fit for this build."""
        if not self._client.nthreads():
            raise InputError(scheduler, "the scheduler has no workers", "start some: 'dask worker'")
        told = self._client.run(_unfit, self._mark, on_error="return")
        for worker, fault in sorted(told.items()):
            if isinstance(fault, BaseException):
                problem = f"cannot run this program ({type(fault).__name__})"
                raise InputError(worker, problem, "install kamergraaf on every worker")
            if fault is not None:
                raise InputError(worker, *fault)

    def run(self, tasks: Iterable[Task]) -> Iterator[Told | Failed]:
        """As :meth:`kg.building.pool.Pool.run` does, on the cluster.

        Raises ``GraphError`` when the scheduler or all workers are gone, or a worker is not fit.
        """
        try:
            yield from self._run(tasks)
        except (KamergraafError, KeyboardInterrupt, GeneratorExit):
            raise
        except BaseException:  # Dask has many errors, some of asyncio, for a lost connection
            if self._client.status == "running":
                raise
            raise _nobody() from None

    def _run(self, tasks: Iterable[Task]) -> Iterator[Told | Failed]:
        coming = iter(tasks)
        again: deque[Task] = deque()
        known: dict[Any, Task] = {}
        self._submit(islice(coming, self._room()), known)
        while known:
            for future in self._ended(known):
                task = known.pop(future)
                if future.status == "finished":
                    for each in future.result():
                        yield each if isinstance(each, Failed) else Told(task, each)
                else:
                    yield from self._lost(task, future.exception(), again)
                future.release()
            self._submit(again, known)
            again.clear()
            self._submit(islice(coming, max(0, self._room() - len(known))), known)

    def _room(self) -> int:
        return _AHEAD * max(1, sum(int(each) for each in self._client.nthreads().values()))

    def _submit(self, tasks: Iterable[Task], known: dict[Any, Task]) -> None:
        for task in tasks:
            known[self._client.submit(_done, task, self._mark, pure=False)] = task

    def _ended(self, known: dict[Any, Task]) -> list[Any]:
        """The tasks that ended; raises ``GraphError`` when there is nobody left to do them."""
        from distributed import TimeoutError as Late
        from distributed import wait

        wait_for: Any = wait
        alone_since: float | None = None
        while True:
            try:
                with self._client.as_current():
                    found = wait_for(list(known), timeout=_LOOK, return_when="FIRST_COMPLETED")
                return sorted(found.done, key=lambda future: str(future.key))
            except Late:
                now = time.monotonic()
                alone_since = None if self._client.nthreads() else alone_since or now
                if alone_since is not None and now - alone_since >= _ALONE:
                    raise _nobody() from None

    def _lost(
        self, task: Task, error: BaseException | None, again: deque[Task]
    ) -> Iterator[Failed]:
        """A task that took its workers with it, whole; or the error it ended with."""
        from distributed.scheduler import KilledWorker

        if not isinstance(error, KilledWorker):
            raise error or _nobody()
        if not isinstance(task, Divisible):
            raise GraphError(task.name, "ended its workers", "see their logs")
        keys = task.keys()
        if len(keys) > 1:
            again.extend(task.one_by_one())
            return
        self._tries[keys[0]] = self._tries.get(keys[0], 0) + 1
        if self._tries[keys[0]] < TRIES:
            again.append(task)
        else:
            yield Failed(task, "ended its worker")


def _nobody() -> GraphError:
    return GraphError("the cluster", "is gone", "start it, and run again to go on where this ended")


# --- what is done at a worker of the cluster ---------------------------------------------------

_OWN = threading.local()


def _done(task: Task, mark: _Mark) -> list[Any]:
    """Do a task in the program beside this thread; all that it told, and what failed."""
    fault = _unfit(mark)
    if fault is not None:  # a worker that came when the build had begun
        raise GraphError("a worker of the cluster", *fault)
    pool = getattr(_OWN, "pool", None)
    if pool is None or _OWN.seconds != mark.seconds:
        if pool is not None:
            pool.__exit__()
        pool, _OWN.seconds = Pool(1, mark.seconds, born), mark.seconds
        _OWN.pool = pool
    return [each if isinstance(each, Failed) else each.what for each in pool.run([task])]


def _unfit(mark: _Mark) -> tuple[str, str] | None:
    """What keeps this worker from doing tasks of a build, and what to do about it."""
    folder = os.path.dirname(mark.seen)
    if not os.path.exists(mark.seen):
        remedy = "give an output folder (-o) that all workers share under one path"
        return f"does not see {folder}", remedy
    if not os.access(folder, os.W_OK | os.X_OK):
        return f"may not write in {folder}", "run workers and build as the same user"
    if _program() != mark.program:
        return "has another version of this program", "install the same one, start it again"
    for path in mark.needed:
        if not os.path.exists(path):
            return f"does not see {path}", "put it where all workers see it under one path"
    return None


@cache
def _program() -> Versions:
    """Which program this process runs: that of its start, also when another is installed later."""
    return versions(None)
