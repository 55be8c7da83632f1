"""Publishing to a real store (Virtuoso), and to servers that misbehave."""

from __future__ import annotations

import json
import re
import shutil
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pyoxigraph as ox
import pytest
from commons import Run
from graph_example import TWO
from virtuoso import Virtuoso, running

from kg import pipeline
from kg.errors import InputError
from kg.facade import Graph, load_graph
from kg.publish import Target, publish, sending
from kg.vocabulary import iri

TABLES = "https://w3id.org/kamergraaf/dataset/tables"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Virtuoso]:
    """A running Virtuoso."""
    with running(tmp_path_factory.mktemp("virtuoso")) as found:
        yield found


def ask(store: Virtuoso, query: str, graphs: list[str] | None = None) -> list[dict[str, str]]:
    """The rows of a query to Virtuoso, as texts."""
    fields = [("query", query), *(("default-graph-uri", graph) for graph in graphs or ())]
    request = urllib.request.Request(
        store.sparql, urlencode(fields).encode(), {"Accept": "application/sparql-results+json"}
    )
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(request, timeout=60) as answer:
        rows = json.loads(answer.read())["results"]["bindings"]
    return [{name: term["value"] for name, term in row.items()} for row in rows]


def counts(store: Virtuoso) -> dict[str, int]:
    query = "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"
    return {row["g"]: int(row["n"]) for row in ask(store, query) if "kamergraaf" in row["g"]}


def expected(graph: Graph) -> dict[str, int]:
    from kg.export.split import blocks, triples_of

    return {name or TABLES: len(list(triples_of(block))) for name, block in blocks(graph)}


def send(store: Virtuoso, graph: Path, state: Path, **more: Any) -> Any:
    target = {"url": store.graphs, "user": "dba", "password": "dba", **more}
    return pipeline.publish_graph(graph, state, **target)


@pytest.mark.parametrize("protocol", ["graph-store", "update"])
@pytest.mark.parametrize("batch", [None, 7])
def test_a_real_store_holds_one_graph_per_source_document(
    store: Virtuoso, example_file: Path, tmp_path: Path, protocol: str, batch: int | None
) -> None:
    url = store.graphs if protocol == "graph-store" else store.update
    state = tmp_path / "state.json"
    sent = send(store, example_file, state, url=url, protocol=protocol, batch=batch)
    wanted = expected(load_graph(example_file))
    assert len(wanted) == 4
    assert counts(store) == wanted
    assert (sent.sent, sent.triples, sent.unchanged) == (4, sum(wanted.values()), 0)
    again = send(store, example_file, state, url=url, protocol=protocol, batch=batch)
    assert (again.sent, again.unchanged) == (0, 4)


def test_what_has_gone_is_taken_away_and_what_changed_is_replaced(
    store: Virtuoso, example_file: Path, tmp_path: Path
) -> None:
    state = tmp_path / "state.json"
    send(store, example_file, state)
    graph = ox.Store()
    graph.load(path=str(example_file), format=ox.RdfFormat.TURTLE)
    for quad in list(graph):
        if "nota.txt" in str(quad) or iri("document/file-nota") in str(quad):
            graph.remove(quad)
    label = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
    for quad in list(graph.quads_for_pattern(ox.NamedNode(iri(TWO)), label, None)):
        graph.remove(quad)
        graph.add(ox.Quad(quad.subject, label, ox.Literal("De tweede brief")))
    smaller = tmp_path / "smaller.nt"
    graph.dump(str(smaller), ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
    sent = send(store, smaller, state)
    assert counts(store) == expected(load_graph(smaller))
    assert sent.unchanged >= 1
    names = ask(store, f"SELECT ?l {{ GRAPH ?g {{ <{iri(TWO)}> <{label.value}> ?l }} }}")
    assert {row["l"] for row in names} == {"De tweede brief"}


def test_adding_takes_nothing_away(store: Virtuoso, example_file: Path, tmp_path: Path) -> None:
    send(store, example_file, tmp_path / "one.json", anew=True)
    before = counts(store)
    other = tmp_path / "other.nt"
    file = next(name for name in before if "/file/" in name)
    other.write_text(
        f"<https://e.org/s> <http://www.w3.org/ns/prov#wasDerivedFrom> <{file}> .\n"
    )
    send(store, other, tmp_path / "two.json", replace=False)
    after = counts(store)
    assert after[file] == before[file] + 1
    assert {k: v for k, v in after.items() if k != file} == {
        k: v for k, v in before.items() if k != file
    }


def test_the_command(store: Virtuoso, example_file: Path, run_kg: Run, tmp_path: Path,
                     monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    shutil.copy(example_file, tmp_path / "graph.ttl")
    options = ("--graph", tmp_path, "--to", store.graphs, "--user", "dba")
    run = run_kg("publish", *options)
    assert run.returncode == 1
    assert "answered 401" in run.stderr.splitlines()[-1]
    assert run.stderr.rstrip().endswith("; give the password of dba in KG_PASSWORD")
    assert not (tmp_path / "publish.json").exists()
    monkeypatch.setenv("KG_PASSWORD", "dba")
    run = run_kg("publish", *options)
    assert run.returncode == 0, run.stderr
    # in a log that is all: a collection has a graph for each of its thousands of documents
    assert re.fullmatch(r"4 graphs sent \(\d+ triples\), 0 unchanged, 0 taken away\n", run.stderr)
    assert "dba" not in (tmp_path / "publish.json").read_text()
    assert "0 graphs sent (0 triples), 4 unchanged" in run_kg("publish", *options).stderr


# --- servers that misbehave -------------------------------------------------------------------


class Moody(BaseHTTPRequestHandler):
    """Answers with the statuses it is told, then with 204; remembers what it got."""

    moods: list[int] = []
    got: list[tuple[str, str, bytes, dict[str, str]]] = []

    def _answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        graph = parse_qs(urlsplit(self.path).query).get("graph", [""])[0]
        type(self).got.append((self.command, graph, body, dict(self.headers)))
        status = type(self).moods.pop(0) if type(self).moods else 204
        self.send_response(status)
        if status in (301, 302, 307):
            self.send_header("Location", "http://127.0.0.1:1/elsewhere")
        if status == 401:
            self.send_header("WWW-Authenticate", 'Basic realm="store"')
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_PUT = do_POST = do_DELETE = _answer

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture
def moody() -> Iterator[str]:
    """The address of a server that answers as it is told."""
    with served(Moody) as address:
        yield address


@contextmanager
def served(handler: type[Moody]) -> Iterator[str]:
    """The address of such a server."""
    Moody.moods, Moody.got = [], []
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/rdf?repository=kg"
    server.shutdown()
    server.server_close()
    thread.join()


def graph_of(*names: str) -> list[tuple[str, list[ox.Triple]]]:
    node, one = ox.NamedNode("https://e.org/a"), ox.Literal('één\n"1"')
    return [(f"https://e.org/{name}", [ox.Triple(node, node, one)]) for name in names]


def test_a_busy_store_is_asked_again(moody: str, tmp_path: Path) -> None:
    Moody.moods = [503, 429, 502]
    waited: list[float] = []
    done = publish(graph_of("g"), Target(moody), tmp_path / "s.json", sleep=waited.append)
    assert done.sent == 1
    assert waited == [1.0, 3.0, 7.0]
    assert [each[0] for each in Moody.got] == ["PUT"] * 4
    assert Moody.got[0][1] == "https://e.org/g"
    assert Moody.got[0][2].decode() == "<https://e.org/a> <https://e.org/a> \"één\\n\\\"1\\\"\" .\n"


def test_a_run_that_broke_off_goes_on(moody: str, tmp_path: Path) -> None:
    Moody.moods = [204, 204, 500]
    state = tmp_path / "s.json"
    with pytest.raises(InputError, match="answered 500"):
        publish(graph_of("a", "b", "c", "d"), Target(moody), state)
    Moody.got.clear()
    done = publish(graph_of("a", "b", "c", "d"), Target(moody), state)
    assert (done.sent, done.unchanged) == (2, 2)
    assert [each[1][-1] for each in Moody.got] == ["c", "d"]


def test_a_state_of_another_store_is_not_believed(moody: str, tmp_path: Path) -> None:
    state = tmp_path / "s.json"
    publish(graph_of("a"), Target(moody), state)
    assert publish(graph_of("a"), Target(f"{moody}2"), state).sent == 1


def test_what_is_no_longer_here_is_removed_there(moody: str, tmp_path: Path) -> None:
    state = tmp_path / "s.json"
    publish(graph_of("a", "b"), Target(moody), state)
    Moody.moods = [404]
    assert publish(graph_of("a"), Target(moody), state).removed == 1
    assert Moody.got[-1][:2] == ("DELETE", "https://e.org/b")


def test_what_is_no_longer_here_is_removed_when_all_is_sent_anew(
    moody: str, tmp_path: Path
) -> None:
    state = tmp_path / "s.json"
    publish(graph_of("a", "b", "c"), Target(moody), state)
    Moody.moods = [204, 500]
    with pytest.raises(InputError, match="answered 500"):
        publish(graph_of("a", "b"), Target(moody), state, anew=True)
    done = publish(graph_of("a"), Target(moody), state, anew=True)
    assert (done.sent, done.removed) == (1, 2)
    assert [each[:2] for each in Moody.got[-2:]] == [
        ("DELETE", "https://e.org/b"), ("DELETE", "https://e.org/c")
    ]  # fmt: skip


def test_a_graph_of_which_a_part_was_sent_is_sent_again(moody: str, tmp_path: Path) -> None:
    state = tmp_path / "s.json"
    node = ox.NamedNode("https://e.org/a")
    facts = [ox.Triple(node, node, ox.Literal(number)) for number in range(4)]
    before, after = [("https://e.org/g", facts[:2])], [("https://e.org/g", facts[2:])]
    publish(before, Target(moody, batch=1), state)
    Moody.moods = [204, 500]
    with pytest.raises(InputError, match="answered 500"):
        publish(after, Target(moody, batch=1), state)
    assert publish(before, Target(moody, batch=1), state).sent == 1  # it holds neither whole
    Moody.moods = [204, 500]
    with pytest.raises(InputError, match="answered 500"):
        publish([*before, ("https://e.org/new", facts)], Target(moody, batch=3), state)
    assert publish(before, Target(moody), state).removed == 1


def test_the_state_is_written_in_proportion_to_the_graphs(
    moody: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[int] = []
    monkeypatch.setattr(sending, "write_atomic", lambda _, text: written.append(len(text)))
    monkeypatch.setattr("kg.publish.store.Store.send", lambda *_, **__: None)
    sizes = []
    for many in (500, 4000):
        written.clear()
        publish(graph_of(*map(str, range(many))), Target(moody), tmp_path / "s.json")
        sizes.append(sum(written))
    assert sizes[1] < 1.5 * 8 * sizes[0]


def test_a_store_asks_once_for_the_password(moody: str, tmp_path: Path) -> None:
    Moody.moods = [401]
    publish(graph_of("a", "b"), Target(moody, user="x", password="y"), tmp_path / "s.json")
    sent = [(each[1][-1], bool(each[2]), each[3].get("Authorization")) for each in Moody.got]
    assert sent == [
        ("a", False, None),  # the question, which holds nothing
        ("a", False, "Basic eDp5"),
        ("a", True, "Basic eDp5"),
        ("b", True, "Basic eDp5"),
    ]


def test_who_is_to_be_refused_is_so_before_anything_is_sent(moody: str, tmp_path: Path) -> None:
    Moody.moods = [401] * 9
    with pytest.raises(InputError, match="answered 401"):
        publish(graph_of("a"), Target(moody, user="x", password="y"), tmp_path / "s.json")
    assert [body for _, _, body, _ in Moody.got] == [b""] * len(Moody.got)


@pytest.mark.parametrize(
    ("status", "who", "problem", "remedy"),
    [
        (401, {}, "answered 401 Unauthorized", "give --user and KG_PASSWORD, or KG_TOKEN"),
        (401, {"user": "x"}, "answered 401 Unauthorized", "give the password of x in KG_PASSWORD"),
        (401, {"user": "x", "password": "y"}, "answered 401 Unauthorized",
         "give the password that x has there in KG_PASSWORD"),
        (401, {"token": "t"}, "answered 401 Unauthorized",
         "give the token that it takes in KG_TOKEN"),
        (501, {}, "answered 501 Not Implemented",
         "give the address at which the store is written to, or choose another --protocol"),
    ],
)  # fmt: skip
def test_a_refusal_says_what_is_missing(
    moody: str, tmp_path: Path, status: int, who: dict[str, str], problem: str, remedy: str
) -> None:
    Moody.moods = [status] * 9
    user, password, token = map(who.get, ("user", "password", "token"))
    target = Target(moody, user=user, password=password, token=token)
    with pytest.raises(InputError, match=f": {problem}; {remedy}$"):
        publish(graph_of("a"), target, tmp_path / "s.json", sleep=lambda _: None)


def test_a_store_that_does_not_know_what_to_do_with_nothing(moody: str, tmp_path: Path) -> None:
    Moody.moods = [400]
    target = Target(moody, user="x", password="y")
    assert publish(graph_of("a"), target, tmp_path / "s.json").sent == 1
    assert [bool(body) for _, _, body, _ in Moody.got] == [False, True]


def test_nothing_to_send_asks_nothing(moody: str, tmp_path: Path) -> None:
    target = Target(moody, user="x", password="y")
    publish(graph_of("a"), target, tmp_path / "s.json")
    Moody.got.clear()
    assert publish(graph_of("a"), target, tmp_path / "s.json").unchanged == 1
    assert Moody.got == []


class Hasty(Moody):
    """Answers who brings no password, and hangs up, before it has read what is sent."""

    scheme = "Basic"

    def _answer(self) -> None:
        if self.headers.get("Authorization", "").startswith(self.scheme):
            Moody._answer(self)
            return
        self.close_connection = True
        self.send_response(401)
        self.send_header("WWW-Authenticate", f'{self.scheme} realm="r", nonce="n", qop="auth"')
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_PUT = do_POST = do_DELETE = _answer


@pytest.mark.parametrize("scheme", ["Basic", "Digest"])
@pytest.mark.parametrize("protocol", ["graph-store", "update"])
def test_a_store_that_hangs_up_before_it_has_read_gets_every_batch_once(
    scheme: str, protocol: str, tmp_path: Path
) -> None:
    node = ox.NamedNode("https://e.org/a")
    # more than what lies between the two holds
    many = [ox.Triple(node, node, ox.Literal(f"{n}" * 1_000_000)) for n in range(8)]
    graphs = [("https://e.org/g", many), ("https://e.org/h", many[:1])]
    waited: list[float] = []
    hasty = type("Of" + scheme, (Hasty,), {"scheme": scheme, "got": []})
    with served(hasty) as address:
        target = Target(address, protocol, user="x", password="y", batch=4)
        done = publish(graphs, target, tmp_path / "s.json", sleep=waited.append)
    assert (done.sent, waited) == (2, [])
    got = [each for each in hasty.got if each[2]]
    assert [len(body) // 1_000_000 for _, _, body, _ in got] == [4, 4, 1]
    told = [headers["Authorization"] for *_, headers in got]
    assert all(each.startswith(scheme) for each in told)
    if scheme == "Digest":  # each with a number of its own, which a store may demand
        counts = [re.findall(r"nc=(\w+)", each) for each in told]
        assert counts == [["00000002"], ["00000003"], ["00000004"]]


def test_a_token(moody: str, tmp_path: Path) -> None:
    publish(graph_of("a"), Target(moody, token="secret"), tmp_path / "s.json")
    assert Moody.got[0][3]["Authorization"] == "Bearer secret"


@pytest.mark.parametrize("status", [301, 302, 307])
def test_nothing_is_sent_on_to_elsewhere(moody: str, tmp_path: Path, status: int) -> None:
    Moody.moods = [status]
    with pytest.raises(InputError, match="give http://127.0.0.1:1/elsewhere instead"):
        publish(graph_of("a"), Target(moody, token="secret"), tmp_path / "s.json")
    assert len(Moody.got) == 1


@pytest.mark.parametrize(
    ("target", "words"),
    [
        (Target("ftp://e.org/"), "no web address"),
        (Target("nonsense"), "no web address"),
        (Target("http://e.org/", user="x", password="y"), "unprotected"),
        (Target("http://e.org/", token="y"), "unprotected"),
        (Target("https://x:y@e.org/"), "password in its address"),
        (Target("https://e.org/", protocol="ftp"), "no protocol"),
    ],
)
def test_targets_that_cannot_be(target: Target, words: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=words):
        publish(graph_of("a"), target, tmp_path / "s.json")


def test_a_store_out_of_reach(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be reached"):
        publish(
            graph_of("a"), Target("http://127.0.0.1:9/"), tmp_path / "s.json", sleep=lambda _: None
        )


def test_a_state_that_is_damaged(moody: str, tmp_path: Path) -> None:
    (tmp_path / "s.json").write_text("{", encoding="utf-8")
    with pytest.raises(InputError, match="take it away"):
        publish(graph_of("a"), Target(moody), tmp_path / "s.json")
