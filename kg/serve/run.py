"""Running the server: the process that opens graphs first, then the application on its port."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

from kg.errors import InputError
from kg.serve import nursery, opener
from kg.serve.follow import Follower, stamp
from kg.serve.library import Library
from kg.serve.settings import Settings
from kg.serve.work import Worker


def serve(
    library: Callable[[], Library],
    settings: Settings,
    path: Path,
    *,
    on_ready: Callable[[str], None] = lambda address: None,
    on_change: Callable[[str], None] = lambda line: None,
) -> None:
    """Serve a graph until interrupted; ``on_ready`` is told the address.

    ``library`` opens the graph of the file ``path``, in the process that will hold it: at the
    start, and whenever the file was replaced, of which ``on_change`` is told in one line. Raises
    ``KamergraafError`` when the graph cannot be opened, ``InputError`` when the port is taken.
    """
    if not hasattr(os, "fork"):
        raise InputError("kg serve", "needs a system with fork", "run it on Linux or macOS")
    import uvicorn

    from kg.serve.app import application
    from kg.serve.pool import Pool

    listening = _listen(settings)
    opening = opener.start(lambda: Worker(library()), settings.memory, listening)
    follower = Follower(path, opening, stamp(path), on_change)
    line = opener.order(opening)
    base = opener.base_of(nursery.receive(line))
    config = uvicorn.Config(
        application(Pool(line, settings), settings, base, follower),
        http="h11",
        ws="none",
        lifespan="on",
        log_level="warning",
        access_log=False,
        server_header=False,
        limit_concurrency=settings.concurrency,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=5,
    )
    on_ready(_address(settings.host, listening.getsockname()[1]))
    uvicorn.Server(config).run(sockets=[listening])


def _listen(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listening = socket.socket(family)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((settings.host, settings.port))
        listening.listen(512)
    except (OSError, TypeError, UnicodeError) as error:  # the latter for what is no name at all
        listening.close()
        place = f"{settings.host}:{settings.port}"
        problem = f"cannot listen there: {getattr(error, 'strerror', None) or error}"
        raise InputError(place, problem, "choose another with --port or --host") from None
    return listening


def _address(host: str, port: int) -> str:
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
