"""A time limit that holds: the work is done by a process of its own, which can be stopped.

The engine cannot be interrupted from within, and a thread cannot be stopped; a process can.
"""

from __future__ import annotations

import os
import pickle
import select
import signal
import time
import warnings
from collections.abc import Callable
from typing import TypeVar

from kg.errors import KamergraafError, QueryError

Answer = TypeVar("Answer")


def within(seconds: float | None, work: Callable[[], Answer]) -> Answer:
    """What ``work`` gives, or ``QueryError`` when it takes longer than ``seconds``.

    Without a limit, or on a system without ``fork``, the work is done here and now.

    >>> within(None, lambda: 7)
    7
    """
    if seconds is None or not hasattr(os, "fork"):
        return work()
    reader, writer = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # threads of others do not matter here
        child = os.fork()
    if child == 0:
        os.close(reader)
        _work(work, writer)
    os.close(writer)
    try:
        return _outcome(_collect(reader, time.monotonic() + seconds, seconds))
    finally:
        os.close(reader)
        _end(child)


def _work(work: Callable[[], object], writer: int) -> None:
    """Do the work in the child, send what it gave, and leave without any further ado."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        outcome: tuple[bool, object] = (True, work())
    except KamergraafError as error:
        outcome = (False, (type(error), error.args))
    except MemoryError:
        outcome = (False, (QueryError, ("query", "needs more memory than there is", "narrow it")))
    except BaseException as error:
        outcome = (False, (QueryError, ("query", f"cannot be answered: {error}", "")))
    try:
        with os.fdopen(writer, "wb") as stream:
            pickle.dump(outcome, stream, pickle.HIGHEST_PROTOCOL)
    finally:
        os._exit(0)


def _collect(reader: int, deadline: float, seconds: float) -> bytes:
    parts: list[bytes] = []
    while True:
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([reader], [], [], left)[0]:
            raise QueryError(
                "query", f"takes longer than {seconds:g} s", "narrow it, or allow it more time"
            )
        part = os.read(reader, 1 << 20)
        if not part:
            return b"".join(parts)
        parts.append(part)


def _outcome(sent: bytes) -> Answer:  # type: ignore[type-var]
    if not sent:
        raise QueryError("query", "was cut short", "it may need more memory than there is")
    good, value = pickle.loads(sent)  # written by our own child process
    if good:
        return value  # type: ignore[no-any-return]
    kind, arguments = value
    raise kind(*arguments)


def _end(child: int) -> None:
    try:
        os.kill(child, signal.SIGKILL)
    except ProcessLookupError:
        pass
    os.waitpid(child, 0)
