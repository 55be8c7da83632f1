"""What is not answered: a line of text for programs, a page with a way on for people."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from kg.serve.negotiation import HTML, Offer, choose, language
from kg.serve.pages import render
from kg.serve.reply import Refusal

_TEXT = Offer("plain", "text/plain")
# What lies below these is asked for by programs.
_OF_PROGRAMS = ("/sparql", "/data/", "/static/")


async def refused(request: Request, error: Exception) -> Response:
    """The response to a request that was refused, or that the routes know nothing of."""
    assert isinstance(error, (Refusal, HTTPException))
    status = error.status if isinstance(error, Refusal) else error.status_code
    said = error.text if isinstance(error, Refusal) else error.detail
    text = "".join(char if char.isprintable() else "\ufffd" for char in said)
    headers = dict(error.headers or {})
    if not _of_people(request):
        return PlainTextResponse(f"{text}\n", status, headers)
    return Response(_page(request, status, text), status, {
        **headers, "content-type": "text/html; charset=utf-8", "vary": "Accept, Accept-Language",
    })  # fmt: skip


def _of_people(request: Request) -> bool:
    if request.url.path.startswith(_OF_PROGRAMS):
        return False
    chosen = choose(request.headers.get("accept"), (_TEXT, HTML))
    return chosen is not None and chosen[0] == HTML.name


def _page(request: Request, status: int, text: str) -> bytes:
    asked = request.query_params.get("lang", "")
    lang = asked if asked in ("nl", "en") else language(request.headers.get("accept-language"))
    values = {"text": text, "missing": status == 404}
    return render("refused.html", lang, path="/", chosen=lang == asked, values=values)
