"""``kg build`` and ``kg find`` over an object store and the web, each a real server on loopback."""

from __future__ import annotations

import functools
import http.server
import os
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from commons import ROOT, needed

needed("s3fs", "moto", "flask_cors")

Kg = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def store() -> Iterator[str]:
    """The address of an S3 server with nothing in it."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port = asked.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        end = time.monotonic() + 60
        while True:
            try:
                put(f"http://127.0.0.1:{port}", "papers")
                break
            except OSError:
                assert time.monotonic() < end and process.poll() is None, "it does not start"
                time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.kill()
        process.wait()


def put(store: str, bucket: str, name: str = "", content: bytes = b"") -> None:
    """A bucket, or a file in it."""
    headers = {"Content-Type": "application/octet-stream", "x-amz-acl": "public-read-write"}
    request = urllib.request.Request(f"{store}/{bucket}/{name}", content, headers, method="PUT")
    urllib.request.urlopen(request, timeout=30).close()


@pytest.fixture
def kg(store: str) -> Kg:
    """``kg`` with the settings of the store in its environment, as its driver reads them."""
    settings = {
        "AWS_ENDPOINT_URL": store, "AWS_ACCESS_KEY_ID": "key", "AWS_SECRET_ACCESS_KEY": "hush",
        "AWS_DEFAULT_REGION": "eu-west-1", "PYTHONPATH": str(ROOT),
    }  # fmt: skip

    def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", "from kg.cli import main; main()", *map(str, arguments)],
            capture_output=True,
            text=True,
            timeout=120,
            env={**os.environ, **settings},
            check=False,
        )

    return run


def test_a_bucket_gives_the_bytes_of_a_folder(
    store: str, kg: Kg, seeds: Path, tmp_path: Path
) -> None:
    for path in seeds.glob("*.txt"):
        put(store, "papers", f"2024/{path.name}", path.read_bytes())
    assert kg("build", seeds, "-o", tmp_path / "disk").returncode == 0
    build = ("build", "s3://papers/2024", "-o", tmp_path / "store", "--workers", "2")
    told = kg(*build)
    assert (told.returncode, told.stderr) == (0, "")
    assert "5 documents read" in told.stdout
    graph = tmp_path / "store" / "graph.ttl"
    assert graph.read_bytes() == (tmp_path / "disk" / "graph.ttl").read_bytes()

    assert "5 documents, nothing has changed" in kg(*build).stdout
    name = min(path.name for path in seeds.glob("*.txt"))
    put(store, "papers", f"2024/{name}", b"Zie Kamerstuk 25 295, nr. 5.\n")
    assert "5 documents: 1 read, 4 known before" in kg(*build).stdout


def test_a_reference_is_found_in_a_bucket(store: str, kg: Kg) -> None:
    put(store, "papers", "los/brief.txt", b"Zie Kamerstuk 32 793, nr. 302.\n")
    told = kg("find", "s3://papers/los/brief.txt")
    assert told.returncode == 0, told.stderr
    assert "kst-32793-302" in told.stdout


def test_a_bucket_that_is_not_there_is_one_clear_line(kg: Kg, tmp_path: Path) -> None:
    told = kg("build", "s3://nowhere/2024", "-o", tmp_path / "out")
    assert (told.returncode, told.stderr) == (
        1, "kg: s3://nowhere/2024: there is no such file or folder; check the address\n"
    )


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("web")
    (folder / "brief.txt").write_text("Zie Kamerstuk 32 793, nr. 302.\n")
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def test_a_document_the_web_would_not_give_is_fetched_by_the_next_build(
    kg: Kg, tmp_path: Path
) -> None:
    """The server has trouble, and then none; the document never changed."""
    asked: list[str] = []

    class Troubled(http.server.BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            self._give(b"")

        def do_GET(self) -> None:
            asked.append(self.path)
            if self.path == "/a.txt" and asked.count("/a.txt") <= trouble:
                self.send_error(503)
            else:
                self._give(f"Kamerstuk 32 793, nr. 1 {self.path[1:2]}\n".encode())

        def _give(self, body: bytes) -> None:
            self.send_response(200)
            self.send_header("Content-Length", "26")
            self.send_header("ETag", '"same"')
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Troubled) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        root = f"http://127.0.0.1:{server.server_address[1]}"
        build = ("build", f"{root}/a.txt", f"{root}/b.txt", "-o", tmp_path / "out")
        build += ("--limit", "web_files=9")
        trouble = 1_000
        told = kg(*build)
        assert "1 document read" in told.stdout
        assert f"kg: {root}/a.txt: cannot be read (ClientResponseError 503)" in told.stderr
        trouble = 0
        told = kg(*build)
        assert (told.returncode, told.stderr) == (0, "")
        assert "2 documents: 1 read, 1 known before" in told.stdout
        server.shutdown()
    told = kg("build", f"{root}/a.txt", "-o", tmp_path / "other", "--limit", "web_files=9")
    assert "cannot be read (ClientConnector" in told.stderr, "a server that is away has no 404"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def test_the_web_is_read_only_where_a_limit_allows_it(web: str, kg: Kg, tmp_path: Path) -> None:
    address = f"{web}/brief.txt?key=secret"
    out = tmp_path / "out"
    told = kg("build", address, "-o", out)
    assert told.returncode == 1 and "raise the limit web_files" in told.stderr
    assert "secret" not in told.stderr
    assert "raise the limit web_files" in kg("find", address).stderr
    assert "kst-32793-302" in kg("find", address, "--limit", "web_files=1").stdout
    assert kg("build", address, "-o", out, "--limit", "web_files=1").returncode == 0
    assert "kst-32793-302" in (out / "graph.ttl").read_text(encoding="utf-8")
    assert not any(b"secret" in path.read_bytes() for path in out.rglob("*") if path.is_file())
