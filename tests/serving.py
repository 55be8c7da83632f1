"""A real server for the tests: ``kg serve`` as its own process on a free port of loopback."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parents[1]
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Response:
    """What a server answered."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def bindings(self) -> list[dict[str, str]]:
        found = json.loads(self.body)["results"]["bindings"]
        return [{name: term["value"] for name, term in row.items()} for row in found]


@dataclass(frozen=True)
class Server:
    """A running server: its address without the slash at the end, and its process."""

    address: str
    process: subprocess.Popen[str]

    @property
    def sparql(self) -> str:
        return f"{self.address}/sparql"

    def request(
        self,
        path: str,
        *,
        method: str = "GET",
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        timeout: float = 60,
    ) -> Response:
        """One request, whatever its status; redirects are shown and not followed."""
        request = urllib.request.Request(
            self.address + path, body, dict(headers or {}), method=method
        )
        try:
            with _OPENER.open(request, timeout=timeout) as found:
                return Response(found.status, _lower(found.headers), found.read())
        except urllib.error.HTTPError as error:
            with error:
                return Response(error.code, _lower(error.headers), error.read())

    def ask(self, query: str, accept: str | None = None, **more: Any) -> Response:
        """A query by GET."""
        headers = {"Accept": accept} if accept else {}
        return self.request(f"/sparql?{urlencode({'query': query, **more})}", headers=headers)


def _lower(headers: Message) -> dict[str, str]:
    """Headers by name; of one that comes twice, both."""
    found: dict[str, str] = {}
    for name, value in headers.items():
        found[name.lower()] = ", ".join(filter(None, (found.get(name.lower()), value)))
    return found


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        return None


_OPENER = urllib.request.build_opener(_Stay, urllib.request.ProxyHandler({}))


@contextmanager
def served(graph: Path, *options: str) -> Iterator[Server]:
    """``kg serve`` over a graph, ended at the end."""
    program = [sys.executable, "-c", "from kg.cli import main; main()", "serve", "--port", "0"]
    process = subprocess.Popen(
        [*program, "--graph", str(graph), *options],
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    try:
        assert process.stderr is not None
        line = process.stderr.readline()
        found = re.search(r"http://\S+?(?=/ )", line)
        assert found, f"the server did not start: {line}{process.stderr.read()}"
        yield Server(found.group(), process)
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(20)
        finally:
            process.kill()
            process.communicate()
