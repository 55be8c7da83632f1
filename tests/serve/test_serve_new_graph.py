"""A build replaces the graph under a running server: it is served, and no client notices."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

import pytest
from commons import SEEDS, Run
from serving import Server, served

from kg.facade import load_graph

READ = "SELECT (COUNT(DISTINCT ?d) AS ?n) { ?d kg:readFrom ?f }"
# Millions of rows on the graph of one document: some seconds.
LONG = """SELECT (COUNT(*) AS ?n) {
  VALUES ?k { 1 2 3 } ?a ?b ?c . ?d ?e ?f . ?g kg:quote ?h . FILTER (STR(?a) != STR(?f))
}"""


def number(server: Server, query: str) -> int:
    answer = server.request(f"/sparql?{urlencode({'query': query})}", timeout=300)
    assert answer.status == 200, answer.text
    return int(answer.bindings[0]["n"])


def until(done: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not done():
        assert time.monotonic() < deadline, "it does not happen"
        time.sleep(0.05)


def one_seed(folder: Path) -> Path:
    folder.mkdir()
    shutil.copy(sorted(SEEDS.glob("*.txt"))[0], folder)
    return folder


def nurseries(server: Server) -> int:
    """How many processes hold a graph: the children of the child of the server."""
    listed = subprocess.run(["ps", "-eo", "pid,ppid"], capture_output=True, text=True, check=True)
    rows = [line.split() for line in listed.stdout.splitlines()[1:]]
    openers = {pid for pid, parent in rows if parent == str(server.process.pid)}
    return sum(parent in openers for _, parent in rows)


def test_a_build_is_served_and_no_client_notices(tmp_path: Path, run_kg: Run) -> None:
    output = tmp_path / "output"
    run_kg("build", one_seed(tmp_path / "one"), "-o", output)
    seen: Counter[tuple[int, str]] = Counter()
    over = threading.Event()

    def ask_on() -> None:
        while not over.is_set():
            answer = server.ask(READ)
            seen[answer.status, answer.bindings[0]["n"] if answer.status == 200 else ""] += 1

    with served(output) as server:
        assert number(server, READ) == 1
        clients = [threading.Thread(target=ask_on) for _ in range(2)]
        for client in clients:
            client.start()
        try:
            assert run_kg("build", SEEDS, "-o", output).returncode == 0
            until(lambda: number(server, READ) == 5)
        finally:
            over.set()
            for client in clients:
                client.join()
        assert {status for status, _ in seen} == {200}
        assert {count for _, count in seen} <= {"1", "5"}
        until(lambda: nurseries(server) == 1)
        page = server.request("/page/document/kst-32793-538", headers={"Accept": "text/html"})
        assert page.status == 200, "a thing that only the new graph has"


@pytest.mark.slow
def test_a_question_that_runs_ends_on_the_graph_it_began_with(tmp_path: Path, run_kg: Run) -> None:
    output, other = tmp_path / "output", tmp_path / "other"
    run_kg("build", one_seed(tmp_path / "one"), "-o", output)
    run_kg("build", SEEDS, "-o", other)
    triples = [quad.triple for quad in load_graph(output).store]
    pairs = sum(a.subject.value != getattr(f.object, "value", "") for a in triples for f in triples)
    quotes = sum(triple.predicate.value.endswith("#quote") for triple in triples)
    with served(output, "--seconds", "300") as server:
        found: list[int] = []
        asking = threading.Thread(target=lambda: found.append(number(server, LONG)))
        asking.start()
        time.sleep(0.1)
        os.replace(other / "graph.ttl", output / "graph.ttl")
        until(lambda: number(server, READ) == 5)
        assert not found, "it runs still"
        asking.join()
    assert found == [3 * pairs * quotes]


def test_a_damaged_file_is_told_and_the_old_graph_served(tmp_path: Path, run_kg: Run) -> None:
    output = tmp_path / "output"
    run_kg("build", one_seed(tmp_path / "one"), "-o", output)
    whole = (output / "graph.ttl").read_bytes()
    with served(output) as server:
        assert server.process.stderr is not None
        (output / "graph.ttl").write_bytes(whole[: len(whole) // 2])
        told = server.process.stderr.readline()
        assert "the old graph is served still" in told and "damaged" in told
        assert number(server, READ) == 1
        (output / "graph.ttl").unlink()
        assert number(server, READ) == 1
        run_kg("build", SEEDS, "-o", output)
        assert "the new graph is served" in server.process.stderr.readline()
        assert number(server, READ) == 5
