"""The process that holds the graph and gives birth to workers.

The server itself never runs a query: the engine cannot be interrupted, and memory once taken by a
thread cannot be taken back. A worker is a process: it shares the graph with the nursery (copy on
write, so its birth costs milliseconds and no memory), has a limit of its own, and can be killed.
The nursery has one thread, so a fork of it is sound; it ends, and all workers with it, as soon as
the server's end of the line closes: when the server ended, or has a newer graph.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import signal
import socket
import struct
import warnings
from collections.abc import Callable, Mapping
from typing import Any, NoReturn, Protocol

from kg.errors import KamergraafError, LimitError
from kg.serve.reply import Refusal, Reply


class Work(Protocol):
    """What a worker does: from the name of a job and its arguments to a reply."""

    @property
    def base(self) -> str:
        """The base of the graph's things."""

    def __call__(self, name: str, arguments: Mapping[str, Any]) -> Reply:
        """The reply to a job."""


HEAD = struct.Struct("!I")
_PID = struct.Struct("!ci")
NOBODY = -1


def send(line: socket.socket, content: bytes) -> None:
    """Send one message: its length, then its bytes."""
    line.sendall(HEAD.pack(len(content)) + content)


def receive(line: socket.socket) -> bytes | None:
    """The next message, ``None`` when the other side is gone."""
    head = _exactly(line, HEAD.size)
    return None if head is None else _exactly(line, HEAD.unpack(head)[0])


def _exactly(line: socket.socket, size: int) -> bytes | None:
    parts: list[bytes] = []
    while size:
        part = line.recv(min(size, 1 << 20))
        if not part:
            return None
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def fork() -> int:
    """Fork this process, which has one thread; 0 in the child."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # nothing here waits for a thread
        return os.fork()


def nurse(line: socket.socket, make: Callable[[], Work], memory: int) -> NoReturn:
    """Open the graph and say how that went, then bear and end workers until the line closes.

    ``memory`` is what a worker may take beside the graph, in megabytes.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    children: set[int] = set()
    try:
        work = _opened(line, make)
        gc.freeze()  # what is shared stays shared: the collector writes to no page of it
        while work is not None:
            message, handles, _, _ = socket.recv_fds(line, _PID.size, 1)
            if len(message) < _PID.size:
                break
            verb, pid = _PID.unpack(message)
            if verb == b"+":
                child = _bear(line, handles[0], work, memory)
                if child != NOBODY:
                    children.add(child)
                line.sendall(_PID.pack(b"+", child))
            elif pid in children:
                children.discard(pid)
                _end(pid)
    finally:
        for pid in children:
            _end(pid)
        os._exit(0)


def _opened(line: socket.socket, make: Callable[[], Work]) -> Work | None:
    try:
        work = make()
    except KamergraafError as error:
        send(line, json.dumps([error.place, error.problem, error.remedy]).encode())
        return None
    send(line, json.dumps(work.base).encode())
    return work


def order(line: socket.socket, worker: socket.socket) -> None:
    """Ask for a worker that answers on ``worker``; its pid is the next message on the line."""
    socket.send_fds(line, [_PID.pack(b"+", 0)], [worker.fileno()])


def pid_of(message: bytes) -> int:
    """The pid in the nursery's answer to :func:`order`, :data:`NOBODY` where there is no worker.

    >>> pid_of(_PID.pack(b"+", 17))
    17
    """
    return int(_PID.unpack(message)[1])


PID_SIZE = _PID.size


def dismiss(line: socket.socket, pid: int) -> None:
    """End a worker, whatever it is doing."""
    line.sendall(_PID.pack(b"-", pid))


def _end(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
    except (ProcessLookupError, ChildProcessError):
        pass


def _bear(line: socket.socket, handle: int, work: Work, memory: int) -> int:
    """The pid of a new worker; ``NOBODY`` where the system has no room for another process."""
    try:
        child = fork()
    except OSError:
        child = NOBODY
    if child:
        os.close(handle)
        return child
    try:
        line.close()
        _confine(memory)
        _serve(socket.socket(fileno=handle), work)
    finally:
        os._exit(0)


def _confine(memory: int) -> None:
    """Let this process take so many megabytes more, and leave no trace when it fails."""
    with open("/dev/null", "wb") as nowhere:
        os.dup2(nowhere.fileno(), 2)  # an engine out of memory says so on standard error
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    taken = _address_space()
    if taken is not None:
        limit = taken + memory * (1 << 20)
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def _address_space() -> int | None:
    try:
        with open("/proc/self/statm", encoding="ascii") as stream:
            return int(stream.read().split()[0]) * resource.getpagesize()
    except OSError:  # no Linux: the time limit holds alone
        return None


def _serve(line: socket.socket, work: Work) -> None:
    """Answer one job after the other until the server closes the line."""
    while (message := receive(line)) is not None:
        head, body = _answer(message, work)
        send(line, json.dumps(head).encode())
        send(line, body)


def _answer(message: bytes, work: Work) -> tuple[dict[str, Any], bytes]:
    try:
        name, arguments = json.loads(message)
        reply = work(name, arguments)
    except Refusal as refused:
        return {"refused": refused.status, "text": refused.text}, b""
    except LimitError as error:
        return {"refused": 500, "text": str(error)}, b""
    except KamergraafError as error:
        return {"refused": 400, "text": str(error)}, b""
    except MemoryError:
        return {"refused": 500, "text": "query: needs more memory than it may take"}, b""
    except RecursionError:
        return {"refused": 400, "text": "query: is nested too deeply"}, b""
    except Exception as error:  # whatever it is, the asker hears of it and the worker lives on
        return {"refused": 500, "text": f"the server failed: {type(error).__name__}: {error}"}, b""
    return {"media_type": reply.media_type, "status": reply.status}, reply.body
