"""Running the server: the nursery first, then the application on its port."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable

from kg.errors import InputError
from kg.serve import nursery
from kg.serve.library import Library
from kg.serve.settings import Settings
from kg.serve.work import Worker


def serve(
    library: Callable[[], Library],
    settings: Settings,
    on_ready: Callable[[str], None] | None = None,
) -> None:
    """Serve a graph until interrupted; ``on_ready`` is told the address.

    ``library`` is called once, in the process that will hold the graph. Raises
    ``KamergraafError`` when the graph cannot be opened, ``InputError`` when the port is taken.
    """
    if not hasattr(os, "fork"):
        raise InputError("kg serve", "needs a system with fork", "run it on Linux or macOS")
    import uvicorn

    from kg.serve.app import application
    from kg.serve.pool import Pool

    listening = _listen(settings)
    line, base = nursery.start(lambda: _worker(listening, library), settings.memory)
    config = uvicorn.Config(
        application(Pool(line, settings), settings, base),
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
    if on_ready is not None:
        on_ready(_address(settings.host, listening.getsockname()[1]))
    uvicorn.Server(config).run(sockets=[listening])


def _worker(listening: socket.socket, library: Callable[[], Library]) -> Worker:
    listening.close()  # the copy of this process: only the server listens
    return Worker(library())


def _listen(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listening = socket.socket(family)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((settings.host, settings.port))
        listening.listen(512)
    except OSError as error:
        listening.close()
        place = f"{settings.host}:{settings.port}"
        problem = f"cannot listen there: {error.strerror or error}"
        raise InputError(place, problem, "choose another with --port or --host") from None
    return listening


def _address(host: str, port: int) -> str:
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
