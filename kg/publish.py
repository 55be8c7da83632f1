"""Sends a graph to a triple store elsewhere: one named graph per source document.

By the Graph Store Protocol (https://www.w3.org/TR/sparql11-http-rdf-update/) or by SPARQL Update.
What a graph held when it was sent is kept in a state file by its checksum: a run that was stopped
goes on where it was (one that was killed a little before that), and the next run sends only what
has changed. Each graph is replaced by its first batch, so that sending one again does no harm.
"""

from __future__ import annotations

import hashlib
import json
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import pyoxigraph as ox

from kg._version import __version__
from kg.errors import InputError
from kg.files import write_atomic

_AGAIN = frozenset((408, 429, 502, 503, 504))
_TRIES = 4
# The state is written when so small a share of it is new, and at the end: a run over a hundred
# thousand graphs that wrote it after each would mostly do that.
_SHARE = 1 / 20
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_DEFAULT_BATCH = {"graph-store": 20_000, "update": 500}

Graphs = Iterable[tuple[str, Iterable[ox.Triple]]]


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


@dataclass(frozen=True, slots=True)
class Sent:
    """What a run did: how many graphs and triples it sent, left alone, took away."""

    sent: int
    triples: int
    unchanged: int
    removed: int


def publish(
    graphs: Graphs,
    target: Target,
    state: Path,
    *,
    replace: bool = True,
    anew: bool = False,
    on_graph: Callable[[str, int], None] | None = None,
    sleep: Callable[[float], None] = time.sleep,
) -> Sent:
    """Send every graph that the store does not have yet, and take away those no longer here.

    Without ``replace`` triples are only added and nothing is taken away; ``anew`` sends all. Raises
    ``InputError`` when the store refuses; what was sent until then is kept in ``state``.
    """
    store = _Store(target, sleep)
    known = _Known(state, target)
    here: set[str] = set()
    sent = triples = unchanged = 0
    try:
        for name, content in graphs:
            here.add(name)
            lines = [f"{triple} .\n" for triple in content]
            digest = hashlib.sha256("".join(lines).encode()).hexdigest()
            if known.graphs.get(name) == digest and not anew:
                unchanged += 1
                continue
            known.begin(name)
            store.send(name, lines, replace=replace)
            known.end(name, digest)
            sent, triples = sent + 1, triples + len(lines)
            if on_graph is not None:
                on_graph(name, len(lines))
        gone = sorted(set(known.graphs) - here) if replace else []
        for name in gone:
            store.remove(name)
            known.end(name, None)
    finally:
        if store.took:
            known.write()
    return Sent(sent, triples, unchanged, len(gone))


class _Known:
    """What this store was sent before: the checksum of each graph, empty for one half sent."""

    def __init__(self, state: Path, target: Target) -> None:
        self._state = state
        self._target = target
        self._new = 0
        self.graphs = _read(state, target)

    def begin(self, name: str) -> None:
        """A graph is being sent: until its end the store holds neither the old nor the new."""
        self.graphs[name] = ""
        self._new += 1

    def end(self, name: str, digest: str | None) -> None:
        """A graph has been sent whole, or (``None``) taken away."""
        if digest is None:
            del self.graphs[name]
            self._new += 1
        else:
            self.graphs[name] = digest
        if self._new >= _SHARE * len(self.graphs):
            self.write()

    def write(self) -> None:
        """Keep what has changed."""
        if self._new:
            found = {"target": self._target.url, "graphs": dict(sorted(self.graphs.items()))}
            write_atomic(self._state, (json.dumps(found, indent=1) + "\n").encode())
            self._new = 0


class _Store:
    """The other side: sends batches of lines of N-Triples; ``took`` tells that it took one."""

    def __init__(self, target: Target, sleep: Callable[[float], None]) -> None:
        _check(target)
        self.took = False
        self._asked = target.user is None
        self._target = target
        self._sleep = sleep
        self._opener = _opener(target)
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


class _Stay(urllib.request.HTTPRedirectHandler):
    """Follows no redirect: what is sent, and the password, are for the address given."""

    def redirect_request(self, *_: Any) -> None:
        """Stay."""
        return None


class _Basic(urllib.request.HTTPBasicAuthHandler):
    """Sends the password with every request once the store has asked for it: each batch goes once.

    Not before: a store that wants Digest may refuse who comes with Basic.
    """

    _asked: str | None = None

    def http_request(self, req: urllib.request.Request) -> urllib.request.Request:
        """The request, with the password where it is known to be wanted."""
        if self._asked is not None:
            req.add_unredirected_header(self.auth_header, self._asked)
        return req

    https_request = http_request

    def retry_http_basic_auth(self, host: str, req: urllib.request.Request, realm: str) -> Any:
        """The answer to the same request with the password."""
        answer = super().retry_http_basic_auth(host, req, realm)
        if answer is not None:
            self._asked = req.get_header(self.auth_header)
        return answer


class _Digest(urllib.request.HTTPDigestAuthHandler):
    """Answers the store's question with every request once it was put: each batch goes once."""

    _asked: dict[str, str] | None = None

    def http_request(self, req: urllib.request.Request) -> urllib.request.Request:
        """The request, with the answer where the question is known."""
        if self._asked is not None and not req.has_header(self.auth_header):
            answer = self.get_authorization(req, self._asked)
            if answer:
                req.add_unredirected_header(self.auth_header, f"Digest {answer}")
        return req

    https_request = http_request

    def get_authorization(self, req: urllib.request.Request, chal: Any) -> str | None:
        """The answer to a question, which is kept for the requests that follow."""
        answer = super().get_authorization(req, chal)
        self._asked = dict(chal) if answer else None
        return answer


def _opener(target: Target) -> urllib.request.OpenerDirector:
    handlers: list[urllib.request.BaseHandler] = [_Stay()]
    if target.user is not None:
        passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
        passwords.add_password(None, target.url, target.user, target.password or "")
        handlers += [_Digest(passwords), _Basic(passwords)]
    if urlsplit(target.url).hostname in _LOOPBACK:
        handlers.append(urllib.request.ProxyHandler({}))
    return urllib.request.build_opener(*handlers)


def _check(target: Target) -> None:
    parts = urlsplit(target.url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise InputError(target.url, "is no web address", "as in https://example.nl/rdf-graphs")
    if target.protocol not in _DEFAULT_BATCH:
        known = ", ".join(_DEFAULT_BATCH)
        raise InputError(target.protocol, "is no protocol", f"choose from {known}")
    secret = target.user is not None or target.token is not None
    if secret and parts.scheme == "http" and parts.hostname not in _LOOPBACK:
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


def _read(state: Path, target: Target) -> dict[str, str]:
    """What this store was sent before: the checksum of each graph; nothing of another store."""
    try:
        found = json.loads(state.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        problem = f"cannot be read: {error}"
        raise InputError(str(state), problem, "take it away to send all anew") from None
    graphs = found.get("graphs") if isinstance(found, dict) else None
    if not isinstance(graphs, dict) or found.get("target") != target.url:
        return {}
    return {str(name): str(digest) for name, digest in graphs.items()}
