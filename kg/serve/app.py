"""The ASGI application: which path is answered by what."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.serve import browse
from kg.serve.endpoint import sparql
from kg.serve.follow import Follower
from kg.serve.pool import Pool
from kg.serve.refusals import refused
from kg.serve.reply import Refusal
from kg.serve.settings import Settings

_ALL = ("GET", "HEAD", "POST")
_SAFE_HEADERS = (
    (
        b"content-security-policy",
        b"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        b"connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
)


class SafeHeaders:
    """Adds to every response what keeps a browser from running anything that came from data."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, with the headers put on its response."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *_SAFE_HEADERS]
            await send(message)

        await self._app(scope, receive, with_headers)


def application(pool: Pool, settings: Settings, base: str, follower: Follower) -> Starlette:
    """The application over these workers; things have their IRIs below ``base``.

    Where the follower finds another graph, that has workers of its own, and perhaps another base.
    """

    def renew(line: socket.socket, base: str) -> None:
        pool.renew(line)
        app.state.base = f"{base}id/"

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        following = asyncio.create_task(follower.run(renew))
        try:
            yield
        finally:
            following.cancel()
            pool.close()

    app = Starlette(
        routes=_routes(),
        lifespan=lifespan,
        exception_handlers={Refusal: refused, HTTPException: refused},
        middleware=[
            Middleware(SafeHeaders),
            Middleware(
                CORSMiddleware, allow_origins=["*"], allow_methods=_ALL, allow_headers=["*"]
            ),
            Middleware(GZipMiddleware, minimum_size=1000, compresslevel=5),
        ],
    )
    app.state.pool = pool
    app.state.settings = settings
    app.state.base = f"{base}id/"
    return app


def _routes() -> list[BaseRoute]:
    seen = (
        ("/", browse.home),
        ("/search", browse.search),
        ("/query", browse.query),
        ("/id/{kind}/{name:path}", browse.thing),
        ("/page/{kind}/{name:path}", browse.page),
        ("/page", browse.page_of),
        ("/data/{kind}/{name:path}", browse.data),
        ("/def", browse.terms),
        ("/def.ttl", browse.ontology),
        ("/.well-known/void", browse.void),
    )
    return [
        Route("/sparql", sparql, methods=_ALL),
        *(Route(path, handler, methods=("GET",)) for path, handler in seen),
        Mount("/static", StaticFiles(packages=[("kg.serve", "static")])),
    ]
