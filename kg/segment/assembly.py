"""From claimed lines to segments and sentences.

Neighbouring lines with one purpose make a segment. Sentences run through lines of one purpose; one
that a page's footer or notes cut in two goes on behind them and its span covers what lies between.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import starmap

from kg.model import FootnoteTie, Part, Segment, Span
from kg.segment.page import Page
from kg.text import events_in, split_points, trimmed

_QUIET = frozenset(
    (Part.FURNITURE, Part.LETTERHEAD, Part.REFERENCES, Part.SIGNATURE, Part.CLOSING,
     Part.SALUTATION, Part.MAIL_HEADER)
)
_BETWEEN = frozenset((Part.FURNITURE, Part.FOOTNOTE))
_STOPS = ".!?…"


def segments_of(page: Page, margin: dict[int, tuple[int, str]]) -> tuple[Segment, ...]:
    """The segments in the order of their spans; what no step claimed is body."""
    if not page.tails:
        return tuple(_undivided(page))
    found: list[Segment] = []
    body, furniture = Part.BODY, Part.FURNITURE
    part_of, begins, tails, label_of = page.parts.get, page.begins, page.tails, page.labels.get
    bodies = page.bodies
    first = last = -1
    part: Part | None = None
    for line in page.filled:
        if not bodies[line]:  # all of it stood in the margin column
            continue
        now = part_of(line, body)
        fresh = now is not part or line in begins or last in tails
        if fresh or now is furniture and line - last > 1 and last >= 0:
            if part is not None:
                found.append(Segment(part, page.span(first, last), label_of(first)))
            part, first = now, line
        last = line
        if line in tails:
            found.append(Segment(now, page.span(first, last), label_of(first)))
            part = None
            offset, words = margin[line]
            tail = furniture if now is not Part.REFERENCES else Part.REFERENCES
            found.append(Segment(tail, Span(offset, offset + len(words))))
    if part is not None:
        found.append(Segment(part, page.span(first, last), label_of(first)))
    found.sort(key=_place)
    return tuple(found)


def _undivided(page: Page) -> Iterator[Segment]:
    """The segments of a page without a margin column: a run of claimed lines, or what lies between.

    Asked are the claimed lines only, for most lines are body.
    """
    body, furniture, filled, part_of = Part.BODY, Part.FURNITURE, page.filled, page.parts
    begins, label_of, span = page.begins, page.labels.get, page.span
    at, many = 0, len(filled)
    for line in sorted(part_of):
        first = bisect_left(filled, line, at)
        if first == many or filled[first] != line:  # in the run before, or an empty line
            continue
        if first > at:
            yield Segment(body, span(filled[at], filled[first - 1]), None)
        part = part_of[line]
        at = first + 1
        while at < many and part_of.get(filled[at]) is part and filled[at] not in begins:
            if part is furniture and filled[at] - filled[at - 1] > 1:
                break
            at += 1
        yield Segment(part, span(line, filled[at - 1]), label_of(line))
    if at < many:
        yield Segment(body, span(filled[at], filled[-1]), None)


def _place(segment: Segment) -> tuple[int, int]:
    """The order of segments."""
    span = segment.span
    return span.start, span.end


def sentences_of(
    page: Page, parts: tuple[Segment, ...], footnotes: tuple[FootnoteTie, ...]
) -> tuple[Span, ...]:
    """The sentences of everything but heads, furniture and signatures, in order."""
    found: list[tuple[int, int]] = []
    open_part: Part | None = None
    text, width, footnote = page.text, page.width, Part.FOOTNOTE
    stops, behind = events_in(text)
    for segment in parts:
        part, span = segment.part, segment.span
        if part in _QUIET:
            if part not in _BETWEEN:
                open_part = None
            continue
        start, end = span.start, span.end
        here = stops[bisect_left(stops, start) : bisect_left(stops, end)]
        pieces = split_points(text, start, end, width, here, behind)
        if not pieces:
            continue
        if part is footnote:
            found += [(a, b) for a, b in pieces if not text[a:b].isdigit()]
            continue
        if open_part is part and segment.label is None and found:
            at = _unfinished(page, found, pieces[0])
            if at is not None:
                pieces[0] = (found.pop(at)[0], pieces[0][1])
        found += pieces
        open_part = part
    found.sort()
    if footnotes:
        marks = {tie.mark.start: tie.mark.end for tie in footnotes}
        found = sorted(_with_marks(text, found, marks))  # what goes on behind a note covers it
    return tuple(starmap(Span, found))


def _with_marks(
    text: str, found: list[tuple[int, int]], marks: dict[int, int]
) -> Iterator[tuple[int, int]]:
    """The sentences; a mark set apart behind a full stop stays with the sentence it closes."""
    for number, (start, end) in enumerate(found):
        following = found[number + 1][0] if number + 1 < len(found) else -1
        if following in marks and not text[end:following].strip():
            end = marks[following]
        if number and start in marks and not text[found[number - 1][1] : start].strip():
            rest = trimmed(text, marks[start], end)
            if rest is None:
                continue
            start = rest[0]
        yield start, end


def _unfinished(page: Page, found: list[tuple[int, int]], following: tuple[int, int]) -> int | None:
    """The place of the last running sentence when the stretch after the break goes on with it."""
    at = len(found) - 1
    while at > 0 and page.parts.get(page.line_at(found[at][0])) is Part.FOOTNOTE:
        at -= 1
    start, end = found[at]
    if page.parts.get(page.line_at(start)) is Part.FOOTNOTE:
        return None
    text = page.text
    tail = text[max(start, end - 6) : end].rstrip("0123456789⁰¹²³⁴⁵⁶⁷⁸⁹\"”’»)] ")
    first = text[following[0]]
    if tail and tail[-1] in _STOPS or not first.islower() and tail[-1:] not in ",-–(":
        return None
    return at
