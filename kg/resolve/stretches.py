"""Which of many stretches of a text hold a place, without going through them all.

A long report has thousands of notes and tens of thousands of mentions: to ask each of the one for
each of the other takes time that grows with the square of its length.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from kg.model import Extract, Part, Span


class Stretches:
    """Stretches of one text, known by their numbers in the order given.

    >>> notes = Stretches([Span(10, 20), Span(30, 40)])
    >>> notes.hold(Span(32, 35)), notes.hold(Span(15, 32)), list(notes.near(20, 31))
    (True, False, [1, 0])
    """

    def __init__(self, spans: Iterable[Span]) -> None:
        known = list(spans)
        self._numbers = sorted(range(len(known)), key=known.__getitem__)
        self._spans = [known[number] for number in self._numbers]
        self._starts = [span.start for span in self._spans]
        # how far any of those up to here reaches: stretches may lie in one another
        self._reach: Sequence[int] = list(accumulate((span.end for span in self._spans), max))

    def hold(self, span: Span) -> bool:
        """Whether ``span`` lies within one of them."""
        last = bisect_left(self._starts, span.start + 1) - 1
        return last >= 0 and self._reach[last] >= span.end

    def near(self, start: int, end: int) -> Iterator[int]:
        """Those that begin before ``end`` and end at ``start`` or behind it, the last first."""
        at = bisect_left(self._starts, end) - 1
        while at >= 0 and self._reach[at] >= start:
            if self._spans[at].end >= start:
                yield self._numbers[at]
            at -= 1


def notes_of(extract: Extract) -> Stretches:
    """The stretches of a document's footnotes."""
    footnote = Part.FOOTNOTE
    return Stretches([each.span for each in extract.segments.parts if each.part is footnote])
