"""Worker processes started as programs of their own, where forks and children are not allowed.

A worker of a Dask cluster has many threads and is itself a daemon: it must not fork, and the
standard library gives it no children. A program started beside it may crash or be ended like any
worker of :mod:`kg.building.pool`, and the cluster does not notice.
"""

from __future__ import annotations

import os
import subprocess
import sys
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

from kg.building.pool import Worker, work

_IDLE = 60.0  # seconds without work after which it frees its memory
_START = "from kg.building.apart import main; main()"


class _Program:
    """A started program in the place of a process."""

    def __init__(self, program: subprocess.Popen[bytes]) -> None:
        self._program = program

    def kill(self) -> None:
        """End it at once."""
        self._program.kill()

    def join(self) -> None:
        """Wait until it has ended."""
        self._program.wait()


def born() -> Worker:
    """A worker that runs the same Python and the same program as this process."""
    ours, theirs = Pipe()
    package = str(Path(__file__).resolve().parents[2])
    path = os.pathsep.join(filter(None, (package, os.environ.get("PYTHONPATH"))))
    program = subprocess.Popen(
        [sys.executable, "-c", _START, str(theirs.fileno()), str(os.getpid())],
        stdin=subprocess.DEVNULL,
        stdout=sys.stderr.fileno(),
        pass_fds=[theirs.fileno()],
        env={**os.environ, "PYTHONPATH": path},
    )
    theirs.close()
    return Worker(_Program(program), ours)


def main() -> None:
    """What the program does: tasks from the line it was given, while its starter lives."""
    line, parent = map(int, sys.argv[1:])
    work(Connection(line), parent, forked=False, idle=_IDLE)
