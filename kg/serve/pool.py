"""Workers for questions: each question has its own process while it runs, and a time to end.

A question starts in one of a few lanes and has a moment there. What needs longer goes on apart, at
low priority, while there is room for it, so that quick questions always find a lane. A worker that
is late, dies or sends too much is ended; its place is taken by a new one.
"""

from __future__ import annotations

import asyncio
import json
import os
import socket
import tempfile
from dataclasses import dataclass
from typing import IO, Any

from kg.serve import nursery
from kg.serve.brood import Brood, Worker
from kg.serve.reply import Refusal
from kg.serve.settings import Settings
from kg.serve.turns import Turns

_IN_MEMORY = 1 << 20
_BLOCK = 1 << 16
_PATIENT = 10
_RETRY = {"Retry-After": "10"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a worker answered: media type, status, length, and the bytes in a file of their own."""

    media_type: str
    status: int
    size: int
    file: IO[bytes]


class _Refused(Exception):
    """The worker itself refused, and is sound."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal)
        self.refusal = refusal


class Pool:
    """The workers of one server; to be used from one event loop."""

    def __init__(self, line: socket.socket, settings: Settings) -> None:
        self._brood = Brood(line)
        self._settings = settings
        self._turns = Turns(settings.lanes, settings.waiting)
        self._slow = 0

    async def run(self, client: str, name: str, /, **arguments: Any) -> Answer:
        """What a worker answers to a job; raises ``Refusal`` when there is no answer."""
        await self._turns.enter(client)
        in_lane = True
        try:
            brood = self._brood
            worker = await brood.take()
            task = asyncio.create_task(self._ask(worker, name, arguments))
            try:
                done, _ = await asyncio.wait({task}, timeout=self._settings.quick)
                if not done:
                    in_lane = False
                    self._turns.leave()
                    await self._wait_apart(worker, task)
                answer = await task
            except _Refused as refused:
                brood.keep(worker, self._settings.lanes if in_lane else 0)
                raise refused.refusal from None
            except BaseException:
                task.cancel()
                brood.end(worker)
                raise
            brood.keep(worker, self._settings.lanes if in_lane else 0)
            return answer
        except (asyncio.IncompleteReadError, ConnectionError):
            raise Refusal(500, "query: needs more memory than it may take; narrow it") from None
        finally:
            if in_lane:
                self._turns.leave()

    async def _wait_apart(self, worker: Worker, task: asyncio.Task[Answer]) -> None:
        """Let a long question go on, if there is room, until its time is over."""
        limits = self._settings
        if self._slow >= limits.slow:
            raise Refusal(503, "the server is busy with long questions; try again later", _RETRY)
        self._slow += 1
        try:
            _lower_priority(worker.pid)
            done, _ = await asyncio.wait({task}, timeout=max(0.0, limits.seconds - limits.quick))
        finally:
            self._slow -= 1
        if not done:
            raise Refusal(500, f"query: takes longer than {limits.seconds:g} s; narrow it")

    async def _ask(self, worker: Worker, name: str, arguments: dict[str, Any]) -> Answer:
        job = json.dumps([name, arguments]).encode()
        worker.writer.write(nursery.HEAD.pack(len(job)) + job)
        await worker.writer.drain()
        head = json.loads(await worker.reader.readexactly(await _size(worker)))
        size = await _size(worker)
        if "refused" in head:
            raise _Refused(Refusal(head["refused"], head["text"]))
        if size > self._settings.answer << 20:
            most = self._settings.answer
            raise Refusal(500, f"query: its answer is larger than {most} MB; narrow it")
        return Answer(head["media_type"], head["status"], size, await _spool(worker, size))

    def renew(self, line: socket.socket) -> None:
        """Answer from another nursery from now on; questions that run end on the old one."""
        old, self._brood = self._brood, Brood(line)
        old.retire()

    def close(self) -> None:
        """End the nursery and every worker."""
        self._brood.retire()


async def _size(worker: Worker) -> int:
    head = await worker.reader.readexactly(nursery.HEAD.size)
    return int(nursery.HEAD.unpack(head)[0])


async def _spool(worker: Worker, size: int) -> IO[bytes]:
    """The answer in a file, so that a slow client keeps no worker and no memory."""
    file: IO[bytes] = tempfile.SpooledTemporaryFile(_IN_MEMORY)
    try:
        while size:
            part = await worker.reader.read(min(size, _BLOCK))
            if not part:
                raise ConnectionResetError
            file.write(part)
            size -= len(part)
    except BaseException:
        file.close()
        raise
    file.seek(0)
    return file


def _lower_priority(pid: int) -> None:
    try:
        os.setpriority(os.PRIO_PROCESS, pid, _PATIENT)
    except OSError:
        pass  # it has just ended, or this system does not know priorities
