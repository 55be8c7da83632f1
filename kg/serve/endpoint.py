"""``/sparql``: the query operation of the SPARQL 1.1 Protocol, read-only."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import asdict

from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response, StreamingResponse

from kg.serve.negotiation import HTML, TRIPLES, choose
from kg.serve.pool import Answer, Pool
from kg.serve.protocol import not_acceptable, read_get, read_post
from kg.serve.reply import Refusal
from kg.serve.settings import Settings

_BODY_SECONDS = 10.0
_BLOCK = 1 << 16


def pool_of(request: Request) -> Pool:
    """The workers of this application."""
    pool: Pool = request.app.state.pool
    return pool


def client_of(request: Request) -> str:
    """Who asks: the address of the client."""
    return request.client.host if request.client else ""


def address_of(request: Request) -> str:
    """The address under which this server was reached, without a slash at its end."""
    return str(request.base_url).rstrip("/")


async def sparql(request: Request) -> Response:
    """Answer a query; without one, describe the service (or show the query page to a browser)."""
    accept = request.headers.get("accept")
    if request.method == "POST":
        body = await _body(request)
        content_type = request.headers.get("content-type")
        question = read_post(request.scope["query_string"], content_type, body, accept)
    else:
        asked = read_get(request.scope["query_string"], accept)
        if asked is None:
            return await _describe(request, accept)
        question = asked
    answer = await pool_of(request).run(client_of(request), "ask", **asdict(question))
    return respond(answer)


def respond(answer: Answer) -> Response:
    """An answer as a response, sent from its file."""
    media_type = answer.media_type
    if media_type.startswith("text/") and "charset" not in media_type:
        media_type += "; charset=utf-8"
    headers = {"content-type": media_type, "content-length": str(answer.size), "vary": "Accept"}
    return StreamingResponse(_blocks(answer), status_code=answer.status, headers=headers)


async def _blocks(answer: Answer) -> AsyncIterator[bytes]:
    with answer.file:
        while block := answer.file.read(_BLOCK):
            yield block


async def _describe(request: Request, accept: str | None) -> Response:
    chosen = choose(accept, (*TRIPLES, HTML))
    if chosen is None:
        raise not_acceptable(TRIPLES)
    if chosen[0] == HTML.name:
        return RedirectResponse("/query", 303)
    arguments = {"format": chosen[0], "media_type": chosen[1], "address": address_of(request),
                 "service": True}  # fmt: skip
    return respond(await pool_of(request).run(client_of(request), "describe", **arguments))


async def _body(request: Request) -> bytes:
    """The body, up to the limit in bytes and in time."""
    limits: Settings = request.app.state.settings
    told = request.headers.get("content-length", "0")
    if not told.isdecimal() or int(told[:12]) > limits.body:
        raise _too_long(limits.body)
    try:
        return await asyncio.wait_for(_collect(request, limits.body), _BODY_SECONDS)
    except TimeoutError:
        raise Refusal(408, "the request came too slowly") from None
    except ClientDisconnect:
        raise Refusal(400, "the request was cut short") from None


async def _collect(request: Request, most: int) -> bytes:
    parts: list[bytes] = []
    size = 0
    async for part in request.stream():
        size += len(part)
        if size > most:
            raise _too_long(most)
        parts.append(part)
    return b"".join(parts)


def _too_long(most: int) -> Refusal:
    return Refusal(413, f"the request is longer than {most} bytes", {"Connection": "close"})
