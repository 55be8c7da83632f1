"""Which of two mentions on one text stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Mention, Span
from kg.recognise.overlaps import Found, settle

ROWS = [
    # (start, end, layer, rank), what stays
    ("the longest wins", [(0, 4, "identifier", 0), (2, 9, "identifier", 1)], [(2, 9)]),
    ("of two as long the first recogniser", [(0, 4, "identifier", 1), (2, 6, "identifier", 0)],
     [(2, 6)]),
    ("touching is not overlapping", [(0, 4, "identifier", 0), (4, 6, "identifier", 0)],
     [(0, 4), (4, 6)]),
    ("what loses makes room", [(0, 4, "identifier", 0), (3, 9, "identifier", 0),
     (8, 12, "identifier", 0)], [(3, 9)]),
    ("a chain of three", [(0, 5, "identifier", 0), (4, 8, "identifier", 0),
     (7, 12, "identifier", 0)], [(0, 5), (7, 12)]),
    ("a name holds identifiers", [(0, 9, "name", 0), (3, 6, "identifier", 0)], [(0, 9), (3, 6)]),
    ("a name may be an identifier", [(3, 6, "name", 0), (3, 6, "identifier", 0)],
     [(3, 6), (3, 6)]),
    ("a name within an identifier", [(4, 6, "name", 0), (3, 7, "identifier", 0)], [(3, 7)]),
    ("a name across an identifier's start", [(0, 4, "name", 0), (3, 7, "identifier", 0)],
     [(3, 7)]),
    ("a name across an identifier's end", [(6, 9, "name", 0), (3, 7, "identifier", 0)], [(3, 7)]),
    ("two names", [(0, 4, "name", 0), (2, 9, "name", 0)], [(2, 9)]),
    ("names of two layers", [(0, 4, "name", 0), (2, 9, "office", 0)], [(0, 4), (2, 9)]),
]  # fmt: skip


def found(start: int, end: int, layer: str, rank: int, citation: Span | None = None) -> Found:
    span = Span(start, end)
    return Found(Mention("x", span, "x" * len(span), "x.y", citation=citation), layer, rank)


@pytest.mark.parametrize(("name", "rows", "stays"), ROWS, ids=[row[0] for row in ROWS])
def test_settle(
    name: str, rows: list[tuple[int, int, str, int]], stays: list[tuple[int, int]]
) -> None:
    for order in (rows, rows[::-1]):
        assert [(*m.span,) for m in settle([found(*row) for row in order])] == stays


def test_mentions_of_one_citation_never_compete() -> None:
    citation = Span(0, 9)
    between = [found(3, 4, "identifier", 0, citation) for _ in range(2)]
    assert len(settle(between)) == 2


_spans = st.tuples(
    st.integers(0, 60), st.integers(1, 12), st.sampled_from(["identifier", "name"]),
    st.integers(0, 3),
)  # fmt: skip


@given(st.lists(_spans, max_size=40))
def test_within_a_layer_nothing_overlaps_and_names_only_hold(
    rows: list[tuple[int, int, str, int]],
) -> None:
    given_ = [found(start, start + length, layer, rank) for start, length, layer, rank in rows]
    layer_of = {id(one.mention): one.layer for one in given_}
    kept = settle(given_)
    for one in kept:
        for other in kept:
            if one is not other and one.span.overlaps(other.span):
                layers = {layer_of[id(one)], layer_of[id(other)]}
                assert layers == {"identifier", "name"}
                name, held = sorted((one, other), key=lambda m: layer_of[id(m)] != "name")
                assert held.span in name.span
    assert bool(kept) == bool(rows)


def test_many_that_hang_together_cost_no_square() -> None:
    rows = [found(n, n + 2, "identifier", 0) for n in range(20_000)]
    assert len(settle(rows)) >= 200
