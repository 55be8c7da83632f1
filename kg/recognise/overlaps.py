"""Where two mentions claim the same text: decided here and nowhere else.

Within a layer the longest wins; of two as long, the one whose recogniser stands first in the
registry; of two by one recogniser, the first. Mentions of one citation never compete. Between the
layers one nesting is meant: a name may hold identifiers ("de motie-Bikker (36 600, nr. 12)"), or be
one ("motie 36 600, nr. 12"). A name within an identifier, or crossing its edge, gives way.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from kg.model import Mention, Span


class Found(NamedTuple):
    """A mention with the layer of its recogniser and that recogniser's place in the registry."""

    mention: Mention
    layer: str = "identifier"
    rank: int = 0


def settle(found: Iterable[Found]) -> tuple[Mention, ...]:
    """The mentions that stay, in order of their place.

    >>> def one(start, end, layer="identifier"):
    ...     return Found(Mention("x", Span(start, end), "x" * (end - start), "x.y"), layer)
    >>> [(*m.span,) for m in settle([one(0, 4), one(2, 9), one(1, 12, "name"), one(8, 14, "name")])]
    [(1, 12), (2, 9)]
    """
    layers: dict[str, list[Found]] = {}
    for one in found:
        layers.setdefault(one.layer, []).append(one)
    kept = [one.mention for one in _longest(layers.pop("identifier", []))]
    if layers:
        edges = _Edges([m.span for m in kept])
        for layer in sorted(layers):
            named = [one.mention for one in _longest(layers[layer])]
            kept += [mention for mention in named if edges.allow(mention.span)]
    return tuple(sorted(kept, key=place))


def place(mention: Mention) -> tuple[int, int, str]:
    """The key that puts mentions in order: by place, the wider before what is nested in it.

    >>> place(Mention("dossier", Span(3, 7), "abcd", "dossier.x"))
    (3, -7, 'dossier')
    """
    span = mention.span
    return (span.start, -span.end, mention.kind)


def _longest(found: list[Found]) -> list[Found]:
    """Those of one layer that stay: each group of overlapping ones in order of preference."""
    if len(found) < 2:
        return found
    found = sorted(found, key=lambda one: one.mention.span.start)
    kept: list[Found] = []
    group: list[Found] = []
    reach = -1
    for one in found:
        span = one.mention.span
        if span.start >= reach:
            kept += _best(group) if len(group) > 1 else group
            group = []
        reach = max(reach, span.end) if group else span.end
        group.append(one)
    return kept + _best(group)


def _best(group: list[Found]) -> list[Found]:
    if len(group) < 2:
        return group
    ranked = sorted(group, key=lambda one: (-len(one.mention.span), one.rank))
    kept: list[Found] = []
    for one in ranked[:_MOST_IN_A_GROUP]:
        if not any(_compete(one.mention, other.mention) for other in kept):
            kept.append(one)
    return kept


# More mentions than this that hang together by overlapping are no text anyone wrote.
_MOST_IN_A_GROUP = 400


def _compete(one: Mention, other: Mention) -> bool:
    together = one.citation is not None and one.citation == other.citation
    return one.span.overlaps(other.span) and not together


class _Edges:
    """The spans of the identifiers, for asking which of them a name's span cuts or lies in."""

    def __init__(self, spans: list[Span]) -> None:
        self._spans = sorted([(span.start, span.end) for span in spans])
        self._starts = [start for start, _ in self._spans]

    def allow(self, span: Span) -> bool:
        """Whether every identifier that touches ``span`` lies within it."""
        first = bisect_left(self._starts, span.start)
        # Starting before and ending after the name's first character.
        if first and self._spans[first - 1][1] > span.start:
            return False
        last = bisect_left(self._starts, span.end)
        return first == last or all(end <= span.end for _, end in self._spans[first:last])
