"""Word of how far a build or a publication is: one line on a terminal, rewritten; some in a log.

What works only says where it is; a thread writes, so that a long step still shows that time passes.
It writes past Python's own streams: a worker that is forked meanwhile would inherit their locks.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Generic, TypeVar

from kg.interrupts import put_off

if TYPE_CHECKING:
    from kg.building.course import Progress

Told = TypeVar("Told")

#: Seconds between two lines on a terminal, and in a log.
OFTEN, SELDOM = 0.2, 30.0
_SURE = 1.0  # seconds after which what is left can be told from what was done
_STAGES = {
    "looking": ("looking at files", "files"),
    "connecting": ("waiting for the cluster", ""),
    "reading": ("reading", "files"),
    "recognising": ("recognising", "documents"),
    "placing": ("placing", "documents"),
    "joining": ("joining", "documents"),
    "merging": ("merging", "shares"),
    "storing": ("storing", "MB"),
    "showing": ("making the page", ""),
}


@contextmanager
def shown(*, quiet: bool) -> Iterator[Callable[[Progress], None] | None]:
    """What a build is to tell how far it is; ``None`` where nobody is to see it."""
    if quiet or (out := _standard_error()) is None:
        yield None
        return
    with Shown(*out, line=progress_line) as seen:
        yield seen


@contextmanager
def sending(*, quiet: bool) -> Iterator[Callable[[str, int], None] | None]:
    """What a publication is to tell each graph it sent; ``None`` where nobody is to see it."""
    if quiet or (out := _standard_error()) is None:
        yield None
        return
    begun = time.monotonic()
    graphs = all_triples = 0

    def tell(_: str, triples: int) -> None:
        nonlocal graphs, all_triples
        graphs, all_triples = graphs + 1, all_triples + triples
        seen((graphs, all_triples, time.monotonic() - begun))

    with Shown(*out, line=sending_line) as seen:
        yield tell


def _standard_error() -> tuple[int, bool] | None:
    """The descriptor of standard error, and whether it is a terminal; ``None`` where none is."""
    try:
        return sys.stderr.fileno(), sys.stderr.isatty()
    except (AttributeError, OSError, ValueError):  # closed, or what only looks like one
        return None


class Shown(Generic[Told]):
    """Writes how far something is to a descriptor, until the context ends; call it to tell it.

    ``line`` makes the line of what was told, and of the seconds since.
    """

    def __init__(
        self,
        out: int,
        terminal: bool,
        every: float | None = None,
        *,
        line: Callable[[Told, float], str],
    ) -> None:
        self._out = out
        self._made = line
        self._terminal = terminal
        self._every = every or (OFTEN if terminal else SELDOM)
        self._now: Told | None = None
        self._told = 0.0
        self._line = ""
        self._begun, self._end = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __call__(self, now: Told) -> None:
        """This is how far it is."""
        self._told = time.monotonic()
        self._now = now
        self._begun.set()

    def __enter__(self) -> Shown[Told]:
        with put_off():  # which the thread inherits: Ctrl-C is for the build
            self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._end.set()
        self._begun.set()
        self._thread.join()
        if self._line and self._terminal:
            self._write("\r" + " " * len(self._line) + "\r")

    def _run(self) -> None:
        self._begun.wait()  # a terminal shows at once that there is something
        ended = not self._terminal and self._end.wait(self._every)
        while self._now is not None and not ended:
            self._show(self._made(self._now, time.monotonic() - self._told))
            ended = self._end.wait(self._every)

    def _show(self, line: str) -> None:
        if not self._terminal:
            self._write(f"kg: {line}\n")
            return
        line = line[: self._width()]
        if line != self._line:
            # blanks, not a code: they take away the line before on every terminal
            self._write("\r" + line.ljust(len(self._line)))
            self._line = line

    def _width(self) -> int:
        """What fits on one line: what is written beyond its end cannot be taken back."""
        try:
            return max(1, (os.get_terminal_size(self._out).columns or 80) - 1)
        except OSError:
            return 79

    def _write(self, text: str) -> None:
        with suppress(OSError):  # a terminal that is gone is no reason to stop
            os.write(self._out, text.encode(sys.stderr.encoding or "ascii", "replace"))


def progress_line(now: Progress, since: float = 0.0) -> str:
    """How far a build is, in one line; it said so ``since`` seconds ago.

    The time left is that of the step it is at; where none can be told it is the time the step has
    taken.
    """
    name, things = _STAGES[now.stage]
    parts = [name + _done(now, things), *_speed(now)]
    lasted = now.lasted + since
    left = _left(now)
    if left is not None:
        parts.append(f"{_clock(max(0.0, left - since))} left")
    elif lasted >= _SURE:
        parts.append(_clock(lasted))
    if now.problems:
        parts.append(_count(now.problems, "problem"))
    return " · ".join(parts)


def sending_line(now: tuple[int, int, float], since: float = 0.0) -> str:
    """How far a publication is, of the graphs and triples sent and the seconds it took for them.

    >>> sending_line((1413, 210_000, 11.5), 0.6)
    'sending · 1,413 graphs · 210,000 triples · 0:12'
    """
    graphs, triples, lasted = now
    counts = f"{_count(graphs, 'graph')} · {_count(triples, 'triple')}"
    return f"sending · {counts} · {_clock(lasted + since)}"


def _done(now: Progress, things: str) -> str:
    if not now.all:
        return f" · {now.done:,} {things}" if now.done else ""
    if things == "MB":
        return f" {now.done / 1e6:.1f} of {now.all / 1e6:.1f} MB"
    return f" {now.done:,} of {now.all:,} {things}"


def _speed(now: Progress) -> list[str]:
    """The documents that were read, and how fast."""
    if now.stage != "reading" or not now.documents:
        return []
    told = [_count(now.documents, "document")]
    if now.size and now.lasted:
        told.append(f"{now.size / now.lasted / 1e6:.1f} MB/s")
    return told


def _left(now: Progress) -> float | None:
    """The seconds that what is left takes at the speed of what was done; ``None``: not known."""
    done, all = (now.size, now.sizes) if now.stage == "reading" else (now.done, now.all)
    if not done or now.lasted < _SURE:
        return None
    return max(0.0, now.lasted / done * (all - done)) if all else None


def _clock(seconds: float) -> str:
    """Seconds as people tell time.

    >>> _clock(65.2), _clock(3725)
    ('1:05', '1:02:05')
    """
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
