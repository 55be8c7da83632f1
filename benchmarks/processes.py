"""A command run as a user runs it, with what it and every process below it took.

The command gets a session of its own, so that all its processes are known by that, orphans too.
"""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parents[1]
KG = (sys.executable, "-c", "from kg.cli import main; main()")
PROC = Path("/proc")
# How many seconds apart the processes are looked at: looking takes time from those measured, and
# the kernel keeps the most memory each one ever had.
LOOK = 0.25
# And how many seconds apart the machine's own pace is taken, which others at work on it change.
PACE = 10.0
_TICK = os.sysconf("SC_CLK_TCK")


@dataclass(slots=True)
class Taken:
    """What one run took; ``peaks`` are megabytes of memory by process, the highest of each.

    ``paces`` are the seconds of processor that a fixed piece of work took now and then meanwhile.
    """

    code: int
    seconds: float
    cpu: float
    peaks: dict[int, float] = field(default_factory=dict)
    paces: list[float] = field(default_factory=list)
    out: str = ""
    err: str = ""

    @property
    def peak(self) -> float:
        """Megabytes of the process that had most."""
        return max(self.peaks.values(), default=0.0)

    @property
    def pace(self) -> float:
        """Seconds of processor for the fixed piece of work, the mean over the run."""
        return sum(self.paces) / len(self.paces)


class Running:
    """A command at work in its own session."""

    def __init__(self, arguments: Sequence[str | Path], folder: Path) -> None:
        """Start it in ``folder``."""
        self._out, self._err = tempfile.TemporaryFile(), tempfile.TemporaryFile()
        self._start = time.perf_counter()
        self._peaks: dict[int, float] = {}
        self._cpu: dict[int, float] = {}
        self._process = subprocess.Popen(
            [str(each) for each in arguments],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=self._out,
            stderr=self._err,
            start_new_session=True,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        )
        self.id = self._process.pid
        self._ended: tuple[int, float, float] | None = None

    def processes(self) -> list[int]:
        """The processes of the session that live, the command itself first."""
        found = sorted(pid for pid, session, _ in _living() if session == self.id)
        return [self.id] * (self.id in found) + [pid for pid in found if pid != self.id]

    def look(self) -> None:
        """Note what every process has taken so far."""
        for pid, session, cpu in _living():
            if session == self.id:
                self._cpu[pid] = cpu
                self._peaks[pid] = max(self._peaks.get(pid, 0.0), _peak(pid))

    @property
    def spent(self) -> tuple[float, float]:
        """The processor seconds of all, and the megabytes of the one that had most, so far."""
        return sum(self._cpu.values()), max(self._peaks.values(), default=0.0)

    def runs(self) -> bool:
        """Whether the command itself still runs."""
        if self._ended is None:
            pid, status, used = os.wait4(self.id, os.WNOHANG)
            if pid:
                self._process.returncode = code = os.waitstatus_to_exitcode(status)
                self._ended = code, time.perf_counter(), used.ru_utime + used.ru_stime
                self._peaks[self.id] = max(self._peaks.get(self.id, 0), used.ru_maxrss / 1024)
        return self._ended is None

    def kill(self, pid: int) -> bool:
        """Send signal 9 to one of its processes; whether it still lived."""
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            return False
        return True

    def end(self, within: float | None = None) -> Taken:
        """Wait until it has ended; all of it is stopped when it takes longer than ``within``."""
        looked = 0.0
        paces = [_pace()]
        while self.runs():
            now = time.perf_counter()
            if now - self._start >= PACE * len(paces):
                paces.append(_pace())
            if now - looked >= LOOK:
                self.look()
                looked = now
            if within is not None and now - self._start > within:
                self.stop()
            time.sleep(0.005)
        assert self._ended is not None
        code, ended, cpu = self._ended
        # what a process took that was never waited for is known from looking alone
        taken = Taken(code, ended - self._start, max(cpu, sum(self._cpu.values())), self._peaks,
                      paces)
        taken.out, taken.err = _said(self._out), _said(self._err)
        self._out.close()
        self._err.close()
        return taken

    def stop(self) -> None:
        """End every process of the session."""
        for pid in self.processes():
            self.kill(pid)


def run(
    arguments: Sequence[str | Path], folder: Path, *, within: float | None = None
) -> Taken:
    """Run a command to its end; what it took."""
    return Running(arguments, folder).end(within)


def _pace() -> float:
    """Seconds of processor that a fixed piece of work takes now."""
    before, total = time.process_time(), 0
    for number in range(500_000):
        total += number & 7
    return time.process_time() - before


def digest(out: Path) -> str:
    """The SHA-256 of the graph a build has written."""
    with (out / "graph.ttl").open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def cores() -> int:
    """The processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _living() -> Iterator[tuple[int, int, float]]:
    """Every process that lives: its number, its session, its seconds of processor time."""
    if not PROC.is_dir():
        return
    for entry in os.listdir(PROC):
        if entry.isdigit():
            try:
                # the name stands in brackets and may hold anything
                fields = (PROC / entry / "stat").read_text().rpartition(")")[2].split()
            except (OSError, UnicodeDecodeError):
                continue
            if fields[0] not in "ZX":
                yield int(entry), int(fields[3]), (int(fields[11]) + int(fields[12])) / _TICK


def _peak(pid: int) -> float:
    """The most memory a process ever had, in megabytes; 0 when it is gone."""
    try:
        lines = (PROC / str(pid) / "status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


def _said(stream: IO[bytes]) -> str:
    stream.seek(0)
    return stream.read().decode("utf-8", "replace")
