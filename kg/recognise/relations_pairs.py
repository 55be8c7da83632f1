"""Which motions stand in which sentence: torn ones put together, endless ones cut."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter

from kg.model import Span
from kg.patterns import later
from kg.recognise.relations_reading import Group
from kg.recognise.relations_scene import Scene, line_around
from kg.text import set_apart

_ITEM = later(
    r"[ \t\xa0]*(?:[•●▪◦‣∙·○■□►➢✓–—*o-]\s|\(?\d{1,2}[.)]\s|\(?[a-z][.)]\s)"
)
_STOPPED = later(r"[.!?:;][\"”’')\]]{0,3}(?:[\d⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})?\Z")
_MIDDLE = later(r"(?:\d{1,3}\s{1,9})?[a-zß-öø-ÿ]")
_LONGEST, _LEAD = 4000, 300  # a sentence read whole; how much stands before a motion in a piece
_START = attrgetter("start")
Pair = tuple[Span, tuple[Group, ...]]


def by_sentence(scene: Scene) -> Iterator[Pair]:
    """The sentences with the motions that begin in each; a motion outside has its line."""
    marks = frozenset(scene.left_out)
    spans: Sequence[Span] = scene.segments.sentences
    if marks:
        begun = {span.start for span in marks}  # a number is looked up far faster than a span
        spans = [s for s in spans if s.start not in begun or s not in marks]
    inside: dict[Span, list[Group]] = {}
    loose: list[Pair] = []
    first = len(spans)
    for group in scene.groups:
        at = bisect_right(spans, group.span.start, key=_START) - 1
        if at >= 0 and group.span.start < spans[at].end:
            inside.setdefault(spans[at], []).append(group)
            first = min(first, at)
        else:
            loose.append((line_around(scene.text, group.span), (group,)))
    if not loose:  # they are in order, as the sentences are
        return _mended(scene.text, _with_groups(spans[_before(scene, spans, first) :], inside))
    every = [*_with_groups(spans, inside), *loose]
    return _mended(scene.text, sorted(every, key=lambda pair: (pair[0], len(pair[1]))))


def _before(scene: Scene, spans: Sequence[Span], first: int) -> int:
    """From which sentence on something counts for the one that names the first motion.

    The one before it may be a part of it or announce it, with the entries of a list between.
    """
    at = max(0, first - 1)
    while at and (scene.numbers.tie_of(spans[at]) or is_item(scene.text, spans[at])):
        at -= 1
    return at


def _with_groups(spans: Iterable[Span], inside: Mapping[Span, Sequence[Group]]) -> Iterator[Pair]:
    """Sentences, each with the motions that begin in it."""
    held = {span.start for span in inside}
    for span in spans:
        if span.start in held:
            yield from _pieces(span, inside.get(span, []))
        else:
            yield span, ()


def _pieces(span: Span, groups: Sequence[Group]) -> Iterator[Pair]:
    """The sentence whole; one longer than anyone writes cut before its motions."""
    start, held = span.start, list[Group]()
    for group in groups if len(span) > _LONGEST else ():
        if held and group.span.start - start > _LONGEST // 2:
            cut = max(start + 1, group.span.start - _LEAD)
            yield Span(start, cut), tuple(held)
            start, held = cut, []
        held.append(group)
    yield Span(start, span.end), tuple(held or groups)


def _mended(text: str, pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Sentences that a torn mark or a page break has cut in two, put together where it matters."""
    held: Pair | None = None
    for span, groups in pairs:
        if held is not None and (groups or held[1]) and _goes_on(text, held[0], span):
            held = Span(held[0].start, span.end), (*held[1], *groups)
            continue
        if held is not None:
            yield held
        held = span, groups
    if held is not None:
        yield held


def _goes_on(text: str, before: Span, after: Span) -> bool:
    """Whether ``after`` begins in the middle of a sentence that ``before`` left open."""
    if not 0 <= after.start - before.end <= 160 or len(before) > 1200:
        return False
    open_end = _STOPPED.search(text, max(before.start, before.end - 8), before.end) is None
    if not open_end or _MIDDLE.match(text, after.start) is None:
        return False
    line = max(before.start, text.rfind("\n", before.start, before.end) + 1)
    return not set_apart(text, line, before.end, after.start)


def is_item(text: str, span: Span) -> bool:
    """Whether the line on which a sentence begins is an entry of a list.

    >>> is_item("De moties:\\n- de motie-Bos", Span(13, 25)), is_item("De motie-Bos", Span(0, 12))
    (True, False)
    """
    at = span.start
    line = max(text.rfind("\n", max(0, at - 160), at) + 1, at - 160, 0)
    return _ITEM.match(text, line, span.end) is not None
