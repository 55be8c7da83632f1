"""The pages for people, and the addresses of things: ``/id/…``, ``/page/…``, ``/data/…``."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from kg.serve import graph_data
from kg.serve.endpoint import address_of, client_of, pool_of, respond
from kg.serve.negotiation import HTML, TRIPLES, choose, language
from kg.serve.protocol import not_acceptable
from kg.serve.reply import Refusal
from kg.vocabulary import KINDS

_LONGEST = 2000
_OFFERS = (HTML, *TRIPLES)


async def home(request: Request) -> Response:
    """The first page."""
    return await _page(request, "home")


async def search(request: Request) -> Response:
    """The things found by name, number or title."""
    return await _page(request, "search", question=request.query_params.get("q", "")[:_LONGEST])


async def query(request: Request) -> Response:
    """The query page; a link may carry the query, or the name of a saved one."""
    asked = request.query_params
    return await _page(
        request, "query", query=asked.get("query", ""), name=asked.get("name", "")
    )


async def thing(request: Request) -> Response:
    """The address of a thing: answers where it is described (303), by what the client takes."""
    kind, name = _named(request)
    await _work(request, "exists", iri=f"{_base(request)}{kind}/{name}")
    chosen = choose(request.headers.get("accept"), _OFFERS)
    if chosen is None:
        raise not_acceptable(_OFFERS)
    place = f"{kind}/{name}"
    if chosen[0] != HTML.name:
        return _see(f"/data/{place}.{graph_data.FORMATS[chosen[0]][0]}")
    return _see(f"/page/{place}{_chosen_language(request)}")


async def page(request: Request) -> Response:
    """The page of a thing of this graph."""
    kind, name = _named(request)
    return await _page(request, "page", iri=f"{_base(request)}{kind}/{name}")


async def page_of(request: Request) -> Response:
    """The page of a thing that has its address elsewhere, as ministries have."""
    return await _page(request, "page", iri=request.query_params.get("iri", "")[:_LONGEST])


async def data(request: Request) -> Response:
    """The triples about a thing, in the format its address ends with."""
    kind, name = _named(request)
    found = graph_data.format_of(name)
    if found is None:
        ends = ", ".join(f".{end}" for end, _, _ in graph_data.FORMATS.values())
        raise Refusal(404, f"there is no such format; addresses end with {ends}")
    name, format, media_type = found
    iri = f"{_base(request)}{kind}/{name}"
    return await _work(request, "data", iri=iri, format=format, media_type=media_type)


async def terms(request: Request) -> Response:
    """The vocabulary: as a page, or as Turtle for who takes that rather."""
    chosen = choose(request.headers.get("accept"), _OFFERS[:2])
    if chosen is None or chosen[0] == HTML.name:
        return await _page(request, "terms")
    return await _work(request, "terms")


async def ontology(request: Request) -> Response:
    """The vocabulary as Turtle."""
    return await _work(request, "terms")


async def void(request: Request) -> Response:
    """The description of the dataset (VoID), in the format the client takes."""
    chosen = choose(request.headers.get("accept"), TRIPLES) or ("turtle", "text/turtle")
    arguments = {"format": chosen[0], "media_type": chosen[1], "address": address_of(request),
                 "service": False}  # fmt: skip
    return await _work(request, "describe", **arguments)


async def _page(request: Request, job: str, **arguments: Any) -> Response:
    asked = request.query_params.get("lang", "")
    chosen = asked in ("nl", "en")
    lang = asked if chosen else language(request.headers.get("accept-language"))
    others = [(key, value) for key, value in request.query_params.multi_items() if key != "lang"]
    path = quote(request.url.path, safe="/:%") + ("?" if others else "")
    path += "&".join(f"{quote(key)}={quote(value)}" for key, value in others)
    view = {"lang": lang, "path": path, "chosen": chosen}
    response = await _work(request, job, view=view, **arguments)
    response.headers["vary"] = "Accept, Accept-Language"
    response.headers["content-language"] = lang
    return response


async def _work(request: Request, job: str, **arguments: Any) -> Response:
    return respond(await pool_of(request).run(client_of(request), job, **arguments))


def _named(request: Request) -> tuple[str, str]:
    """The kind and the name in a thing's address, the name encoded as in its IRI."""
    kind, name = request.path_params["kind"], request.path_params["name"]
    if kind not in KINDS or not name or len(name) > _LONGEST:
        raise Refusal(404, "there is no such thing here")
    encoded = quote(name, safe=":", errors="surrogatepass")
    return kind, encoded.replace(".", "%2E") if encoded in (".", "..") else encoded


def _base(request: Request) -> str:
    base: str = request.app.state.base
    return base


def _chosen_language(request: Request) -> str:
    lang = request.query_params.get("lang", "")
    return f"?lang={lang}" if lang in ("nl", "en") else ""


def _see(place: str) -> Response:
    return RedirectResponse(place, 303, {"vary": "Accept"})
