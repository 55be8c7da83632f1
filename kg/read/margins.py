"""Columns in the margin of a PDF's page: what stands outside the lines of the body."""

from __future__ import annotations

from collections.abc import Iterable
from statistics import median

from kg.read.measure import Line
from kg.read.mend import level

_LONG = 25  # lines of this many characters show how wide the body is
_ENOUGH = 3  # of those on a page


def right_edge(pages: Iterable[Iterable[Line]], size: float) -> float | None:
    """Where the lines of the body usually end; ``None`` when no page has enough of them."""
    long = (_long(lines, size) for lines in pages)
    edges = [max(line.right for line in lines) for lines in long if len(lines) >= _ENOUGH]
    return median(edges) if edges else None


def _long(lines: Iterable[Line], size: float) -> list[Line]:
    """The lines that show how wide the body is."""
    return [
        line for line in lines if len(line.text) >= _LONG and abs(line.size - size) < 0.07 * size
    ]


def margin_of(
    lines: list[Line], size: float, edge: float | None
) -> tuple[list[Line], list[Line]]:
    """The lines of a page beside its body, and those within its width.

    ``edge`` is where the body's lines end on other pages, for a page with too few of its own.
    """
    long = _long(lines, size)
    if len(long) < _ENOUGH:
        margin = [line for line in lines if edge is not None and line.left >= edge - 2]
        return (margin, without(lines, margin)) if long else ([], lines)
    left = min(line.left for line in long)
    right = max(line.right for line in long)
    margin = []
    inside: list[Line] = []
    for line in lines:
        beside = line.left >= right - 2 or (line.right <= left + 2 and len(line.text) > 4)
        (margin if beside else inside).append(line)
    labels = [
        line for line in margin if line.size > (0.85 if line.right <= left + 2 else 0.96) * size
    ]
    beside_rows = [any(level(line, other) for other in inside) for line in labels]
    if 2 * sum(beside_rows) >= len(labels) > 0:  # a column of labels, whose rows are in the body
        margin = without(margin, labels)
        inside = without(lines, margin)
    return margin, inside


def without(lines: Iterable[Line], others: Iterable[Line]) -> list[Line]:
    """The lines but for some of them, in their order."""
    left_out = {id(line) for line in others}
    return [line for line in lines if id(line) not in left_out]
