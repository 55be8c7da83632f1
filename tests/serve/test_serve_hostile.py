"""Questions meant to hurt: they end, they are bounded, and others hardly notice."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

import pytest
from serving import FORM, Server, served

SECONDS = 3.0
MEMORY = 256
ROWS = 5000
NORMAL = "SELECT ?letter WHERE { ?letter kg:fulfils ?motion }"
PRODUCT = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o"
DIRECT = {"Content-Type": "application/sparql-query"}

SLOW = [
    f"SELECT (COUNT(*) AS ?n) WHERE {{ {PRODUCT} }}",
    f"ASK {{ {PRODUCT} FILTER(STRLEN(CONCAT(STR(?c), STR(?f), STR(?i), STR(?l), STR(?o))) < 1) }}",
    "SELECT (COUNT(*) AS ?n) { ?a (!<a:a>|^!<a:a>)+ ?b . ?c (!<a:a>|^!<a:a>)+ ?d . "
    "?e (!<a:a>|^!<a:a>)+ ?f }",
    f'SELECT (COUNT(*) AS ?n) {{ {PRODUCT} FILTER(REGEX(CONCAT(STR(?c), STR(?o)), "(.*)*z$")) }}',
]
GREEDY = [
    f"SELECT * WHERE {{ {PRODUCT} }} ORDER BY ?o ?a",
    f"SELECT (GROUP_CONCAT(?c) AS ?all) WHERE {{ {PRODUCT} }} GROUP BY ?a",
    f"CONSTRUCT {{ ?a ?b ?c . ?d ?e ?i . ?j ?k ?o }} WHERE {{ {PRODUCT} }}",
    'SELECT ?y WHERE { VALUES ?x { "' + "x" * 20_000 + '" } '
    + "".join(f"BIND(CONCAT(?{'x' * n},?{'x' * n},?{'x' * n},?{'x' * n}) AS ?{'x' * (n + 1)}) "
              for n in range(1, 13)) + "BIND(STRLEN(?xxxxxxxxxxxxx) AS ?y) }",
]  # fmt: skip
WIDE = f"SELECT * WHERE {{ {PRODUCT} }}"


@pytest.fixture(scope="module")
def guarded(example_file: Path) -> Iterator[Server]:
    """A server with narrow limits."""
    limits = ("--seconds", str(SECONDS), "--memory", str(MEMORY), "--rows", str(ROWS))
    with served(example_file, *limits) as running:
        yield running


def usual(server: Server) -> float:
    """How long a normal question takes, the middle of five."""
    times = []
    for _ in range(5):
        began = time.monotonic()
        assert server.ask(NORMAL).status == 200
        times.append(time.monotonic() - began)
    return sorted(times)[2]


def descendants(pid: int) -> list[int]:
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(path.read_text().rpartition(")")[2].split()[1])
        except (OSError, ValueError):
            continue
        if parent == pid:
            child = int(path.parent.name)
            found += [child, *descendants(child)]
    return found


def memory(pid: int) -> int:
    """What a process holds for itself alone, in megabytes."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private_")) // 1024


@pytest.mark.parametrize("query", SLOW)
def test_a_question_without_end_is_ended(guarded: Server, query: str) -> None:
    began = time.monotonic()
    answer = guarded.ask(query)
    assert answer.status == 500, answer.text
    assert f"takes longer than {SECONDS:g} s" in answer.text
    assert time.monotonic() - began < SECONDS + 2


@pytest.mark.parametrize("query", GREEDY)
def test_a_question_that_takes_too_much_is_ended(guarded: Server, query: str) -> None:
    answer = guarded.request("/sparql", method="POST", body=query.encode(), headers=DIRECT)
    assert answer.status == 500, answer.text
    assert "query: " in answer.text
    assert usual(guarded) < 0.5


def test_an_answer_has_a_largest_size(guarded: Server) -> None:
    answer = guarded.ask(WIDE)
    assert answer.status == 500
    assert f"more than {ROWS} rows" in answer.text
    assert guarded.ask(f"{WIDE} LIMIT {ROWS}").status == 200


@pytest.mark.parametrize(
    "sent",
    [
        b"GET /sparql?query=" + b"A" * 200_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET /sparql HTTP/1.1\r\n" + b"X: y\r\n" * 50_000 + b"\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n"
        b"Content-Length: 99999999999999999999\r\n\r\nASK",
        b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n"
        b"Content-Length: -1\r\n\r\nASK",
        b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n"
        b"Transfer-Encoding: chunked\r\n\r\n" + b"10000\r\n" + b"A" * 65536 + b"\r\n",
        b"\x00\xff\xfe\r\n\r\n",
        b"GET /sparql?query=%00%ff%fe HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
    ],
)
def test_broken_requests_end_nothing(guarded: Server, sent: bytes) -> None:
    host, _, port = guarded.address.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port)), timeout=10) as line:
        try:
            line.sendall(sent)
            line.settimeout(0.5)
            head = line.recv(64)
        except OSError:  # it waits for the rest, or has hung up
            head = b""
    assert not head.startswith(b"HTTP/1.1 2")
    assert guarded.ask(NORMAL).status == 200


def ask_as(server: Server, client: str, body: bytes, headers: dict[str, str]) -> tuple[int, float]:
    """One POST from another address of loopback; its status and how long it took."""
    host, _, port = server.address.removeprefix("http://").partition(":")
    began = time.monotonic()
    line = HTTPConnection(host, int(port), timeout=60, source_address=(client, 0))
    try:
        line.request("POST", "/sparql", body, headers)
        answer = line.getresponse()
        answer.read()
        return answer.status, time.monotonic() - began
    finally:
        line.close()


def test_a_hundred_hostile_questions_leave_the_server_as_it_was(guarded: Server) -> None:
    before = usual(guarded)
    as_form = {"Content-Type": FORM}
    kinds: list[tuple[bytes, dict[str, str]]] = [
        *((query.encode(), DIRECT) for query in (*SLOW, *GREEDY, WIDE)),
        (b"DROP ALL", {"Content-Type": "application/sparql-update"}),
        (urlencode({"update": "DROP ALL"}).encode(), as_form),
        (b"SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", DIRECT),
        (b"A" * 150_000, DIRECT),
        (b"\xff\xfe" * 50, DIRECT),
        (b"SELECT * { " + b"{ " * 3000, DIRECT),
    ]
    storm = [kinds[number % len(kinds)] for number in range(100)]
    most = 0
    with ThreadPoolExecutor(101) as threads:
        began = time.monotonic()
        attack = [threads.submit(ask_as, guarded, "127.0.0.1", *each) for each in storm]
        meanwhile = []
        while not all(each.done() for each in attack):
            status, took = ask_as(guarded, "127.0.0.2", NORMAL.encode(), DIRECT)
            meanwhile.append(took)
            assert status == 200
            held = [memory(pid) for pid in descendants(guarded.process.pid)]
            most = max(most, sum(held))
        statuses = [each.result()[0] for each in attack]
        lasted = time.monotonic() - began
    assert len(statuses) == 100
    assert set(statuses) <= {400, 403, 413, 500, 503}, statuses
    assert max(meanwhile) < 4.0, f"another user waited {max(meanwhile):.1f} s"
    assert lasted < 60
    lanes = max(2, os.cpu_count() or 2)
    assert most < 2 * lanes * (MEMORY + 64), f"the workers held {most} MB"
    assert usual(guarded) < max(3 * before, 0.1)
    assert guarded.process.poll() is None


def test_when_the_server_is_killed_nothing_of_it_stays(example_file: Path) -> None:
    with served(example_file) as server:
        assert server.ask(NORMAL).status == 200
        family = descendants(server.process.pid)
        assert len(family) >= 2
        server.process.kill()
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline and any(alive(pid) for pid in family):
            time.sleep(0.05)
        assert not [pid for pid in family if alive(pid)]


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
