"""The process that opens graphs: each one in a nursery of its own, at the start and when asked.

It is forked from the server before that has a thread or a client, and holds no graph itself, so
that a nursery born from it later is as sound and as small as the first. It ends as soon as the
server's end of the line closes, however the server ended.
"""

from __future__ import annotations

import json
import os
import signal
import socket
from collections.abc import Callable
from typing import NoReturn

from kg.errors import KamergraafError
from kg.serve import nursery
from kg.serve.nursery import Work

_ORDER = b"+"


def start(make: Callable[[], Work], memory: int, listening: socket.socket) -> socket.socket:
    """Start it; the line on which it is asked for nurseries.

    ``make`` opens the graph, in the nursery; ``memory`` is what a worker may take beside it, in
    megabytes; ``listening`` stays with the server alone.
    """
    ours, theirs = socket.socketpair()
    if nursery.fork() == 0:
        ours.close()
        listening.close()
        _open_on_order(theirs, make, memory)
    theirs.close()
    return ours


def order(opener: socket.socket) -> socket.socket:
    """Ask for a nursery; on its line comes the outcome of opening the graph, as one message."""
    ours, theirs = socket.socketpair()
    with theirs:
        socket.send_fds(opener, [_ORDER], [theirs.fileno()])
    return ours


def base_of(outcome: bytes | None) -> str:
    """The base of the graph's things; raises ``KamergraafError`` where it could not be opened.

    >>> base_of(b'"https://w3id.org/kamergraaf/"')
    'https://w3id.org/kamergraaf/'
    >>> base_of(None)
    Traceback (most recent call last):
    ...
    kg.errors.KamergraafError: kg serve: could not open the graph
    """
    found = json.loads(outcome or b'["kg serve", "could not open the graph", ""]')
    if not isinstance(found, str):
        raise KamergraafError(*found)
    return found


def _open_on_order(line: socket.socket, make: Callable[[], Work], memory: int) -> NoReturn:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # a nursery that has ended leaves nothing behind
    try:
        while True:
            message, handles, _, _ = socket.recv_fds(line, len(_ORDER), 1)
            if not message:
                break
            with socket.socket(fileno=handles[0]) as theirs:
                if nursery.fork() == 0:
                    line.close()
                    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                    nursery.nurse(theirs, make, memory)
    finally:
        os._exit(0)
