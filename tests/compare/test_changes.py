"""What differs between two graphs, as changes, lines and JSON."""

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from graph_making import FILE, made, node, statement
from hypothesis import given
from hypothesis import strategies as st

from kg.compare import changes
from kg.compare.changes import merged
from kg.compare.write import write_json, write_table
from kg.errors import GraphError, InputError
from kg.facade import Graph, build_graph, load_graph
from kg.model import GraphData, Node
from kg.vocabulary import iri, statement_key

A, B = "document/2022D00001", "document/2022D00002"
MOTION, PROMISE = "document/kst-100-1", "commitment/1"
PAGE = "https://zoek.officielebekendmakingen.nl/kst-100-1.html"
NODES = (
    node(A, "Letter", "2022-03-01"), node(B, "Letter"), node(PROMISE, "Commitment", status="open"),
    replace(node(MOTION, "Motion", "2022-01-01"), pages=(PAGE,)),
)  # fmt: skip
BEFORE = ((A, "cites", MOTION), (A, "cites", B), (A, "signedBy", "person/p-x"))
AFTER = (
    (A, "cites", MOTION), (A, "fulfils", MOTION), (PROMISE, "madeIn", A), (B, "rejects", MOTION),
)  # fmt: skip


@pytest.fixture(scope="module")
def old() -> Graph:
    return made(NODES, BEFORE)


@pytest.fixture(scope="module")
def new() -> Graph:
    return made(NODES, AFTER, {(A, "fulfils", MOTION): "hiermee voeren wij uit"})


def told(old: Graph, new: Graph, *relations: str) -> list[tuple[bool, str, str, str]]:
    found = changes(old, new, relations) if relations else changes(old, new)
    return [(c.new, c.subject.label, c.relation, c.object.label) for c in found]


def test_what_is_new_and_what_is_gone(old: Graph, new: Graph) -> None:
    there = [
        (True, "1", "madeIn", "2022D00001"),
        (True, "2022D00001", "fulfils", "kst-100-1"),
        (False, "2022D00001", "cites", "2022D00002"),
    ]
    assert told(old, new) == there
    assert sorted(told(new, old)) == sorted((not is_new, *rest) for is_new, *rest in there)


def test_other_relations_are_looked_at_when_asked(old: Graph, new: Graph) -> None:
    assert told(old, new, "rejects") == [(True, "2022D00002", "rejects", "kst-100-1")]
    with pytest.raises(GraphError, match="did you mean kg:rejects"):
        changes(old, new, ["reject"])
    with pytest.raises(InputError, match="relation title|is a literal"):
        changes(old, new, ["topic"])


def test_a_graph_does_not_differ_from_itself(old: Graph, new: Graph) -> None:
    assert told(old, old) == told(new, new) == []


def test_a_change_brings_its_statement_pages_and_day(old: Graph, new: Graph) -> None:
    made_in, fulfils, cites = changes(old, new)
    shown = statement((A, "fulfils", MOTION), "hiermee voeren wij uit")
    assert fulfils.statement == iri(statement_key(shown))
    assert (fulfils.quote, fulfils.file) == ("hiermee voeren wij uit", "brief.txt")
    assert fulfils.object.pages == (PAGE,) and fulfils.day == date(2022, 3, 1)
    assert made_in.day == date(2022, 3, 1), "the day of the document it was made in"
    assert cites.statement is not None, "what is gone is shown by the old graph"


def test_the_surest_statement_is_shown_and_of_equals_the_first() -> None:
    edge = (A, "cites", MOTION)
    weak = replace(statement(edge, "zwak", 1), confidence=0.5)
    late, early = statement(edge, "laat", 90), statement(edge, "vroeg", 9)
    file = Node(FILE, ("SourceFile",), "brief.txt")
    for order in ((weak, late, early), (early, weak, late)):
        graph = build_graph(GraphData((file, *NODES), order))
        (change,) = changes(made(NODES, []), graph)
        assert change.quote == "vroeg"


def test_a_relation_said_elsewhere_in_the_text_is_no_change() -> None:
    edge = (A, "cites", MOTION)
    one, other = (build_graph(GraphData(NODES, (statement(edge, "zie", at),))) for at in (0, 9))
    assert told(one, other) == []


def test_graphs_of_other_things_cannot_be_compared(new: Graph) -> None:
    other = build_graph(GraphData(NODES, ()), base="https://example.org/")
    with pytest.raises(GraphError, match="have different bases"):
        changes(other, new)
    assert len(told(build_graph(GraphData((), ()), base="https://example.org/"), new)) == 3


def test_the_stores_on_disk_give_the_same_changes(old: Graph, new: Graph, tmp_path: Path) -> None:
    stored = []
    for name, graph in (("old", old), ("new", new)):
        graph.publish(tmp_path / name)
        stored.append(load_graph(tmp_path / name))
    assert all(graph.ordered is not None for graph in stored)
    assert list(changes(*stored)) == list(changes(old, new))


def test_both_graphs_are_read_in_step() -> None:
    read = {"left": 0, "right": 0}
    ahead = []

    def stream(side: str, step: int) -> Iterator[tuple[str, frozenset[tuple[str, str]]]]:
        for number in range(0, 3000, step):
            read[side] = number
            yield f"{number:05}", frozenset({("p", side)})

    for subject, _, _ in merged(stream("left", 2), stream("right", 3)):
        ahead.append(max(read.values()) - int(subject))
    assert len(ahead) == 2000 and max(ahead) <= 3


def test_a_graph_out_of_order_is_refused() -> None:
    edges = frozenset({("p", "o")})
    with pytest.raises(GraphError, match="a: is out of order"):
        list(merged([("b", edges), ("a", edges)], []))


Edges = st.frozensets(st.tuples(st.just("p"), st.sampled_from("xyz")), min_size=1)
Streams = st.dictionaries(st.text("abc", min_size=1, max_size=3), Edges)


@given(Streams, Streams)
def test_merging_is_the_difference_of_the_sets(
    left: dict[str, frozenset[tuple[str, str]]], right: dict[str, frozenset[tuple[str, str]]]
) -> None:
    rows = list(merged(sorted(left.items()), sorted(right.items())))
    assert [row[0] for row in rows] == sorted({*left, *right})
    for subject, before, after in rows:
        assert (before, after) == (left.get(subject, set()), right.get(subject, set()))


def test_json_holds_every_change_and_the_counts(old: Graph, new: Graph) -> None:
    stream = io.BytesIO()
    counts = write_json(changes(old, new), stream)
    found = json.loads(stream.getvalue())
    assert [each["change"] for each in found["changes"]] == ["new", "new", "gone"]
    assert found["changes"][1]["object"] == {
        "iri": iri(MOTION), "label": "kst-100-1", "pages": [PAGE]
    }  # fmt: skip
    assert found["counts"] == {"cites": {"new": 0, "gone": 1}, "fulfils": {"new": 1, "gone": 0},
                               "madeIn": {"new": 1, "gone": 0}}  # fmt: skip
    assert counts == {("madeIn", True): 1, ("fulfils", True): 1, ("cites", False): 1}
    empty = io.BytesIO()
    write_json(changes(old, old), empty)
    assert json.loads(empty.getvalue()) == {"changes": [], "counts": {}}


def test_lines_fit_the_terminal_and_obey_nothing() -> None:
    hostile = "a\x1b[2J\r\nb\u202e <script>"
    edge = (A, "cites", MOTION)
    graph = made((*NODES[1:], node(A, "Letter", label=hostile)), [edge], {edge: hostile})
    stream = io.BytesIO()
    write_table(changes(made(NODES, []), graph), stream, "nl", width=160)
    lines = stream.getvalue().decode().splitlines()
    assert len(lines) == 3 and max(map(len, lines)) <= 160
    assert lines[0].startswith("wijziging  relatie") and lines[2].startswith("nieuw      haalt aan")
    assert lines[2].endswith("a\ufffd[2J b\ufffd <script>")
    write_table(changes(made(NODES, []), graph), narrow := io.BytesIO(), "nl", width=60)
    assert max(map(len, narrow.getvalue().decode().splitlines())) == 60
    write_table(changes(graph, graph), stream, "nl")
    assert stream.getvalue().decode().endswith("Er is niets veranderd.\n")
