"""A real triple store for the tests: Virtuoso on free ports of loopback, ended when it is done."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

CONFIG = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
FileExtend = 50
MaxCheckpointRemap = 500
[TempDatabase]
DatabaseFile = temp.db
TransactionFile = temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
NumberOfBuffers = 5000
MaxDirtyBuffers = 3000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 5
"""


@dataclass(frozen=True)
class Virtuoso:
    """A running store: where it is read and written; user and password are both ``dba``."""

    address: str

    @property
    def sparql(self) -> str:
        return f"{self.address}/sparql"

    @property
    def graphs(self) -> str:
        return f"{self.address}/sparql-graph-crud-auth"

    @property
    def update(self) -> str:
        return f"{self.address}/sparql-auth"


@contextmanager
def running(folder: Path) -> Iterator[Virtuoso]:
    """A store of its own in this folder."""
    if shutil.which("virtuoso-t") is None:
        pytest.fail("no Virtuoso: apt-get install -y virtuoso-opensource-7-bin", pytrace=False)
    sql, http = _free(), _free()
    (folder / "virtuoso.ini").write_text(CONFIG.format(sql=sql, http=http), encoding="utf-8")
    with (folder / "out.log").open("wb") as log:
        process = subprocess.Popen(
            ["virtuoso-t", "+foreground", "+configfile", "virtuoso.ini"],
            cwd=folder, stdout=log, stderr=log,
        )  # fmt: skip
    try:
        store = Virtuoso(f"http://127.0.0.1:{http}")
        _wait(store, process)
        yield store
    finally:
        process.kill()
        process.wait(30)


def _free() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
        return port


def _wait(store: Virtuoso, process: subprocess.Popen[bytes]) -> None:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with opener.open(f"{store.sparql}?query=ASK%7B%7D", timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise AssertionError("Virtuoso did not start")
