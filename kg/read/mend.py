"""Printed lines that pdfium tore apart, made one again.

It begins a new line where a letter stands much higher or lower than the one before, as raised
figures and the commas behind them do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.read.measure import Line

_WIDE = 1.5  # a gap this many times the letters' height parts columns


def mended(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines with those made one again that pdfium tore at a raised or lowered letter."""
    before: Line | None = None
    for line in lines:
        if before is not None and not line.after and level(before, line):
            gap = line.left - before.right
            if -0.3 * line.size < gap < _WIDE * max(before.size, line.size):
                apart = gap > 0.15 * line.size or line.text[:1].isspace()
                before = _joined(before, line, " " if apart else "")
                continue
        if before is not None:
            yield before
        before = line
    if before is not None:
        yield before


def level(one: Line, other: Line) -> bool:
    """Whether two lines stand at one height, by more than half of the lower one."""
    shared = min(one.top, other.top) - max(one.bottom, other.bottom)
    return shared > 0.5 * min(one.top - one.bottom, other.top - other.bottom)


def _joined(one: Line, other: Line, between: str) -> Line:
    """Two parts of one line as one; a figure alone that stands higher is a mark."""
    text = one.text.rstrip() + between
    rest = other.text.lstrip()
    shift = len(text) + len(rest) - len(other.text)
    marks = tuple((a + shift, b + shift) for a, b in _raised_beside(other, one))
    return Line(
        text + rest,
        min(one.left, other.left),
        min(one.bottom, other.bottom),
        max(one.right, other.right),
        max(one.top, other.top),
        max(one.size, other.size),
        _raised_beside(one, other) + marks,
        one.after,
        other.broken,
    )


def _raised_beside(line: Line, other: Line) -> tuple[tuple[int, int], ...]:
    """The marks of a line; the whole of a small figure that stands higher than the other."""
    figure = line.text.strip()
    small = line.size < 0.87 * other.size and line.bottom > other.bottom + 0.2 * other.size
    if small and len(figure) < 4 and figure.isdecimal():
        start = line.text.index(figure)
        return ((start, start + len(figure)),)
    return line.marks
