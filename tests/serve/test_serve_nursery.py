"""The process that bears workers: what it cannot do, it says; what it is asked for is answered."""

from __future__ import annotations

import asyncio
import errno
import os
import signal
import socket
from collections.abc import Callable, Coroutine, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import pytest

from kg.serve import nursery
from kg.serve.pool import Pool
from kg.serve.protocol import read_post
from kg.serve.reply import Refusal, Reply
from kg.serve.settings import Settings


class Echo:
    """Answers a job with its name."""

    base = "https://e.org/"

    def __call__(self, name: str, arguments: Mapping[str, Any]) -> Reply:
        return Reply("text/plain", name.encode())


@contextmanager
def nursed(fork: Callable[[], int] = nursery.fork) -> Iterator[tuple[Pool, int]]:
    """The pool of a nursery that bears workers with ``fork``, and the pid of that nursery."""
    ours, theirs = socket.socketpair()
    pid = nursery.fork()
    if pid == 0:
        ours.close()
        nursery.fork = fork
        nursery.nurse(theirs, Echo, 256)
    theirs.close()
    assert nursery.receive(ours) == b'"https://e.org/"'
    try:
        yield Pool(ours, Settings()), pid
    finally:
        ours.close()
        os.waitpid(pid, 0)


def awaited(asked: Callable[[], Coroutine[Any, Any, list[str]]]) -> list[str]:
    """What comes of it, in a thread of its own: a browser of other tests has a loop in this one."""
    with ThreadPoolExecutor(1) as beside:
        return beside.submit(lambda: asyncio.run(asked())).result()


async def answers(pool: Pool, *jobs: str) -> list[str]:
    """What comes of some jobs, one after the other: the answer, or the refusal."""
    said = []
    for job in jobs:
        try:
            answer = await pool.run("someone", job)
            with answer.file:
                said.append(answer.file.read().decode())
        except Refusal as refused:
            said.append(f"{refused.status} {refused.text}")
    return said


def test_a_system_without_room_for_a_worker_ends_no_server() -> None:
    tries = iter((True, True))
    real = nursery.fork

    def fork() -> int:
        if next(tries, False):
            raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))
        return real()

    async def asked() -> list[str]:
        try:
            return await answers(pool, "one", "two", "three", "four")
        finally:
            pool.close()

    with nursed(fork) as (pool, _):
        said = awaited(asked)
    assert said[2:] == ["three", "four"]
    assert all(each.startswith("503 the server has no room") for each in said[:2])


def test_a_server_that_lost_its_graph_says_so() -> None:
    async def asked() -> list[str]:
        os.kill(nurse, signal.SIGKILL)
        os.waitid(os.P_PID, nurse, os.WEXITED | os.WNOWAIT)
        try:
            return await answers(pool, "one", "two")
        finally:
            pool.close()

    with nursed() as (pool, nurse):
        said = awaited(asked)
    assert said == ["503 the server has lost its graph; start it again"] * 2


@pytest.mark.parametrize(
    "content_type",
    [
        "application/sparql-query",
        "application/sparql-query; charset=utf-8",
        'Application/SPARQL-Query ; profile="x" ; Charset="UTF-8"',
        "application/sparql-query; charset=utf-8; version=1.1",
    ],
)
def test_a_query_in_utf8_is_read(content_type: str) -> None:
    assert read_post(b"", content_type, b"ASK {}", None).sparql == "ASK {}"


@pytest.mark.parametrize("more", ["charset=latin-1", "version=1.1; charset=latin-1"])
def test_a_query_in_another_encoding_is_refused(more: str) -> None:
    with pytest.raises(Refusal, match="only UTF-8 is read"):
        read_post(b"", f"application/sparql-query; {more}", b"ASK {}", None)
