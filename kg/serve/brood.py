"""The workers of one nursery, all over one graph; a new graph has a nursery and workers anew."""

from __future__ import annotations

import asyncio
import socket
from dataclasses import dataclass

from kg.serve import nursery
from kg.serve.reply import Refusal


@dataclass(frozen=True, slots=True)
class Worker:
    """A process that answers: its pid, and the two directions of the line to it."""

    pid: int
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter


class Brood:
    """Workers that are idle, and how many are out; once retired it ends when the last comes back.

    To be used from one event loop.
    """

    def __init__(self, line: socket.socket) -> None:
        self._line = line
        self._idle: list[Worker] = []
        self._out = 0
        self._retired = False
        self._lock = asyncio.Lock()
        line.setblocking(False)

    async def take(self) -> Worker:
        """A worker, idle or new; it must be given back with ``keep`` or ``end``."""
        self._out += 1
        try:
            while self._idle:
                worker = self._idle.pop()
                if not worker.reader.at_eof():
                    return worker
                self._dismiss(worker)
            return await self._bear()
        except BaseException:
            self._back()
            raise

    def keep(self, worker: Worker, most: int) -> None:
        """Take a sound worker back; it stays when fewer than ``most`` are idle."""
        if self._retired or len(self._idle) >= most:
            self._dismiss(worker)
        else:
            self._idle.append(worker)
        self._back()

    def end(self, worker: Worker) -> None:
        """End a worker, whatever it is doing."""
        self._dismiss(worker)
        self._back()

    def retire(self) -> None:
        """Let those that are out finish, then end the nursery with its graph."""
        self._retired = True
        while self._idle:
            self._dismiss(self._idle.pop())
        if not self._out:
            self._line.close()

    def _back(self) -> None:
        self._out -= 1
        if self._retired and not self._out:
            self._line.close()

    async def _bear(self) -> Worker:
        """A new worker from the nursery."""
        ours, theirs = socket.socketpair()
        try:
            async with self._lock:
                pid = await self._ordered(theirs)
            ours.setblocking(False)
            reader, writer = await asyncio.open_connection(sock=ours)
        except BaseException:
            ours.close()
            raise
        return Worker(pid, reader, writer)

    async def _ordered(self, theirs: socket.socket) -> int:
        """The pid of the worker that answers at the other end; raises ``Refusal`` for none."""
        try:
            with theirs:
                nursery.order(self._line, theirs)
            pid = nursery.pid_of(await exactly(self._line, nursery.PID_SIZE))
        except ConnectionError:
            raise Refusal(503, "the server has lost its graph; start it again") from None
        if pid == nursery.NOBODY:
            problem = "the server has no room for another question now; try again later"
            raise Refusal(503, problem, {"Retry-After": "10"})
        return pid

    def _dismiss(self, worker: Worker) -> None:
        worker.writer.close()
        try:
            nursery.dismiss(self._line, worker.pid)
        except OSError:
            pass  # the nursery is gone, and its workers with it


async def exactly(line: socket.socket, size: int) -> bytes:
    """So many bytes of a line that does not block; ``ConnectionError`` when it closes before."""
    loop = asyncio.get_running_loop()
    found = b""
    while len(found) < size:
        part = await loop.sock_recv(line, size - len(found))
        if not part:
            raise ConnectionResetError
        found += part
    return found
