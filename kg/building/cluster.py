"""Workers of a Dask cluster in the place of the machine's own: the same tasks, the same results.

The work folder is shared: every worker writes its chunks there, under the path the builder uses.
The engine gives a task of a worker that was lost to another; tasks may be done twice, for what
they write is the same. Only reading and placing go to the cluster; merging is done where the
result is written.
"""

from __future__ import annotations

import os
import uuid
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from kg.building.pool import TRIES, Failed, Told
from kg.building.tasks import Began, Divisible, Task
from kg.errors import GraphError, InputError

#: How many tasks wait at each thread of a worker, so that none is idle between two.
_AHEAD = 2


def connected(scheduler: str, folder: Path, seconds: float) -> Cluster:
    """The cluster at an address (``tcp://host:8786``), or of a scheduler file (``.json``).

    Raises ``InputError`` when there is none, or when its workers do not see the work folder.
    """
    try:
        from distributed import Client
    except ImportError:
        raise InputError(
            "--scheduler", "needs Dask, which is not installed", "pip install kamergraaf[cluster]"
        ) from None
    try:
        name = "scheduler_file" if scheduler.endswith(".json") else "address"
        make: Any = Client
        client = make(**{name: scheduler}, timeout="20s", set_as_default=False)
    except (OSError, ValueError) as error:
        problem = f"no scheduler answers ({type(error).__name__})"
        raise InputError(scheduler, problem, "start one with 'dask scheduler'") from None
    cluster = Cluster(client, seconds)
    try:
        cluster.check(folder, scheduler)
    except BaseException:
        cluster.close()
        raise
    return cluster


class Cluster:
    """Runs tasks on the workers of a cluster; use as a context."""

    def __init__(self, client: Any, seconds: float) -> None:
        self._client = client
        self._seconds = seconds
        self._tries: dict[str, int] = {}

    def __enter__(self) -> Cluster:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Leave the cluster as it is."""
        self._client.close()

    def check(self, folder: Path, scheduler: str) -> None:
        """Whether there are workers, and all see the folder under this path."""
        if not self._client.scheduler_info(n_workers=-1)["workers"]:
            raise InputError(scheduler, "the scheduler has no workers", "start some: 'dask worker'")
        token = folder / f"{uuid.uuid4().hex}.part"
        token.write_text("here")
        try:
            seen = self._client.run(_sees, str(token))
        finally:
            token.unlink(missing_ok=True)
        blind = sorted(worker for worker, sees in seen.items() if sees is not True)
        if blind:
            raise InputError(
                blind[0],
                f"does not see {folder}",
                "give an output folder (-o) that all workers share under one path",
            )

    def run(self, tasks: Iterable[Task]) -> Iterator[Told | Failed]:
        """As :meth:`kg.building.pool.Pool.run` does, on the cluster."""
        coming = iter(tasks)
        again: deque[Task] = deque()
        known: dict[Any, Task] = {}
        self._submit(islice(coming, self._room()), known)
        while known:
            for future in self._ended(known):
                task = known.pop(future)
                if future.status == "finished":
                    yield from (Told(task, each) for each in future.result())
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
            known[self._client.submit(_done, task, pure=False)] = task

    def _ended(self, known: dict[Any, Task]) -> list[Any]:
        """The tasks that ended; workers that give no word for too long are started anew."""
        from distributed import TimeoutError as Late
        from distributed import wait

        wait_for: Any = wait
        while True:
            most = max(len(_keys(task)) for task in known.values())
            try:
                with self._client.as_current():
                    found = wait_for(
                        list(known),
                        timeout=self._seconds * max(1, most),
                        return_when="FIRST_COMPLETED",
                    )
                return sorted(found.done, key=lambda future: str(future.key))
            except Late:
                busy = [each for each, keys in self._client.processing().items() if keys]
                if not busy:
                    raise GraphError("the cluster", "has lost its workers", "run again") from None
                self._client.restart_workers(busy)

    def _lost(
        self, task: Task, error: BaseException | None, again: deque[Task]
    ) -> Iterator[Failed]:
        from distributed.scheduler import KilledWorker

        if not isinstance(error, KilledWorker):
            raise error or GraphError(task.name, "was cancelled", "run again")
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


def _keys(task: Task) -> tuple[str, ...]:
    return task.keys() if isinstance(task, Divisible) else ()


def _sees(path: str) -> bool:
    return os.path.exists(path)


def _done(task: Task) -> list[Any]:
    """Do a task where a worker of the cluster is; all that it told."""
    told: list[Any] = []

    def tell(what: Any) -> None:
        if not isinstance(what, Began):
            told.append(what)

    task.run(tell)
    return told
