"""The store elsewhere: graphs go there in batches, and its refusals come back as one line."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import quote, urlsplit

from kg._version import __version__
from kg.errors import InputError
from kg.publish.opener import LOOPBACK, opener

_AGAIN = frozenset((408, 429, 502, 503, 504))
_TRIES = 4
_DEFAULT_BATCH = {"graph-store": 20_000, "update": 500}


@dataclass(frozen=True, slots=True)
class Target:
    """A store elsewhere: its address, how it is spoken to, and who we are there.

    ``protocol`` is ``graph-store`` or ``update``; ``batch`` how many triples go in one request.
    """

    url: str
    protocol: str = "graph-store"
    user: str | None = None
    password: str | None = None
    token: str | None = None
    batch: int | None = None
    seconds: float = 120.0


class Store:
    """The other side: sends batches of lines of N-Triples; ``took`` tells that it took one."""

    def __init__(self, target: Target, sleep: Callable[[float], None]) -> None:
        _check(target)
        self.took = False
        self._asked = target.user is None
        self._target = target
        self._sleep = sleep
        self._opener = opener(target.url, target.user, target.password)
        self._batch = target.batch or _DEFAULT_BATCH[target.protocol]

    def send(self, graph: str, lines: list[str], *, replace: bool) -> None:
        """Put these lines into a graph, in place of what it held or beside it."""
        batches = _batches(lines, self._batch)
        first = next(batches, [])
        if self._target.protocol == "update":
            opening = f"CLEAR SILENT GRAPH <{graph}> ;\n" if replace else ""
            for batch in (first, *batches):
                self._update(f"{opening}INSERT DATA {{ GRAPH <{graph}> {{\n{''.join(batch)}}} }}")
                opening = ""
            return
        self._graph("PUT" if replace else "POST", graph, first)
        for batch in batches:
            self._graph("POST", graph, batch)

    def remove(self, graph: str) -> None:
        """Take a graph away; it is no fault when it is not there."""
        if self._target.protocol == "update":
            self._update(f"DROP SILENT GRAPH <{graph}>")
        else:
            self._graph("DELETE", graph, None)

    def _graph(self, method: str, graph: str, lines: list[str] | None) -> None:
        joint = "&" if "?" in self._target.url else "?"
        place = f"{self._target.url}{joint}graph={quote(graph, safe='')}"
        body = None if lines is None else "".join(lines).encode()
        # N-Triples is Turtle, and Turtle is what every store reads
        self._request(method, place, body, "text/turtle", missing=method == "DELETE")

    def _update(self, update: str) -> None:
        self._request("POST", self._target.url, update.encode(), "application/sparql-update")

    def _request(
        self, method: str, place: str, body: bytes | None, media_type: str, missing: bool = False
    ) -> None:
        """One request, tried again while the store is only busy or out of reach."""
        self._ask(place, media_type)
        for attempt in range(1, _TRIES + 1):
            try:
                self._open(method, place, body, media_type)
                self.took = True
                return
            except urllib.error.HTTPError as error:
                with error:
                    if missing and error.code == 404:
                        return
                    if error.code not in _AGAIN or attempt == _TRIES:
                        raise _refused(place, error, self._target) from None
            except (urllib.error.URLError, OSError, ValueError) as error:
                reason = getattr(error, "reason", error)
                if attempt == _TRIES:
                    problem = f"cannot be reached: {reason}"
                    raise InputError(_short(place), problem, "what was sent is kept") from None
            self._sleep(2.0**attempt - 1)

    def _ask(self, place: str, media_type: str) -> None:
        """Send nothing, once, so that a store that wants a password asks for it.

        It may do that, and hang up, before it has read what is sent: a batch would be lost. A
        store that has no use for nothing says so, or takes it: that changes no graph.
        """
        if self._asked:
            return
        self._asked = True
        try:
            self._open("POST", place, b"", media_type)
        except urllib.error.HTTPError as error:
            with error:
                if error.code == 401:
                    raise _refused(place, error, self._target) from None
        except (urllib.error.URLError, OSError, ValueError):
            pass  # what is sent then says so

    def _open(self, method: str, place: str, body: bytes | None, media_type: str) -> None:
        headers = {"User-Agent": f"kamergraaf/{__version__}", "Accept": "*/*"}
        if body is not None:
            headers["Content-Type"] = f"{media_type}; charset=utf-8"
        if self._target.token:
            headers["Authorization"] = f"Bearer {self._target.token}"
        request = urllib.request.Request(place, body, headers, method=method)
        with self._opener.open(request, timeout=self._target.seconds) as answer:
            answer.read()


def _check(target: Target) -> None:
    parts = urlsplit(target.url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise InputError(target.url, "is no web address", "as in https://example.nl/rdf-graphs")
    if target.protocol not in _DEFAULT_BATCH:
        known = ", ".join(_DEFAULT_BATCH)
        raise InputError(target.protocol, "is no protocol", f"choose from {known}")
    secret = target.user is not None or target.token is not None
    if secret and parts.scheme == "http" and parts.hostname not in LOOPBACK:
        remedy = "give its https address"
        raise InputError(target.url, "would get the password unprotected", remedy)
    if parts.username is not None:
        raise InputError(parts.hostname, "has a password in its address", "use --user")


def _refused(place: str, error: urllib.error.HTTPError, target: Target) -> InputError:
    said = " ".join(error.read(2000).decode("utf-8", "replace").split())[:200].rstrip(" :")
    remedies = {
        401: _key(target),
        403: "ask for the right to write there",
        404: "check the address",
        405: "choose another with --protocol",
        413: "make --batch smaller",
        501: "give the address at which the store is written to, or choose another --protocol",
    }
    redirect = error.headers.get("Location") if 300 <= error.code < 400 else None
    remedy = f"give {redirect} instead" if redirect else remedies.get(error.code, "")
    answer = ": ".join(filter(None, (f"answered {error.code} {error.reason}", said)))
    return InputError(_short(place), answer, remedy)


def _key(target: Target) -> str:
    """What to give to a store that wants to know who writes."""
    if target.token:
        return "give the token that it takes in KG_TOKEN"
    if target.user is None:
        return "give --user and KG_PASSWORD, or KG_TOKEN"
    if not target.password:
        return f"give the password of {target.user} in KG_PASSWORD"
    return f"give the password that {target.user} has there in KG_PASSWORD"


def _short(place: str) -> str:
    return place.partition("?")[0]


def _batches(lines: list[str], size: int) -> Iterator[list[str]]:
    rest = iter(lines)
    while batch := list(islice(rest, size)):
        yield batch
