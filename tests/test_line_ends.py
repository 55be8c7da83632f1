"""The line ends of Windows and old Macs change nothing of what a document says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kg import find, pipeline
from kg.read import read_bytes

SEEDS = sorted((Path(__file__).parents[1] / "seeds" / "documents").glob("*.txt"))
ENDS = {"windows": b"\r\n", "old mac": b"\r"}


def said(data: bytes, name: str) -> set[tuple[str, str, str, str]]:
    """Every statement as subject, predicate, object and its quote with white space folded."""
    document = replace(read_bytes(data, name), sha256="0" * 64)  # the bytes differ
    graph = pipeline.resolve([pipeline.extract(document)])
    return {
        (one.subject, one.predicate, one.object, " ".join(one.quote.split()))
        for one in graph.statements
    }


def test_there_are_seeds() -> None:
    assert len(SEEDS) == 5


@pytest.mark.parametrize("ends", ENDS)
@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_a_seed_says_the_same_whatever_its_line_ends(path: Path, ends: str) -> None:
    data = path.read_bytes().replace(b"\r\n", b"\n")
    assert said(data.replace(b"\n", ENDS[ends]), path.name) == said(data, path.name) != set()


def test_surfaces_keep_the_line_ends_of_the_text() -> None:
    text = "Ons kenmerk\r\n5303168\r\n\r\nZie Kamerstuk\r\n32 793,\r\nnr. 302."
    found = find(text)
    assert [(one.id, one.role.value) for one in found] == [
        ("kenmerk:5303168", "own"), ("kst-32793-302", "cited"),
    ]
    assert [one.surface for one in found] == [one.span.of(text) for one in found]
    assert found[1].surface == "Kamerstuk\r\n32 793,\r\nnr. 302"
