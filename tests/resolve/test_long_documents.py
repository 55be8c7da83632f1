"""A long document takes as many steps as it is longer, not the square of that."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Document, Extract, Span
from kg.pipeline import extract
from kg.resolve.drafts import alone, draft, place
from kg.resolve.stretches import Stretches
from commons import SEEDS, calls

LONG = 8  # times as long
SPANS = st.tuples(st.integers(0, 30), st.integers(0, 12)).map(lambda at: Span(at[0], sum(at)))


def repeated(text: str, times: int) -> Extract:
    return extract(Document(f"{text}\n\n" * times, "lang.txt", "0" * 64))


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.name[:3])
def test_a_long_document_takes_steps_in_proportion(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    short, long = repeated(text, 4), repeated(text, 4 * LONG)
    assert len(long.claims) > 3 * len(short.claims)
    draft(short)  # tables are read once
    place(draft(short), alone(draft(short)))
    few = calls(lambda: place(draft(short), alone(draft(short))))
    assert calls(lambda: place(draft(long), alone(draft(long)))) < 1.5 * LONG * few


@given(st.lists(SPANS, max_size=12), SPANS)
def test_stretches_are_those_that_going_through_all_gives(known: list[Span], asked: Span) -> None:
    stretches = Stretches(known)
    assert stretches.hold(asked) == any(asked in span for span in known)
    near = {n for n, span in enumerate(known) if span.start < asked.end and span.end >= asked.start}
    assert sorted(stretches.near(*asked)) == sorted(near)
