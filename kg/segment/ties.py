"""Which figure in the text is the mark of which note, and what the mark belongs to.

Marks stand in the order of their notes and above them. Sure forms are taken first; doubtful ones
only where they must lie: between the marks of the notes before and after.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import FootnoteTie, Part, Span
from kg.segment.marks import FAIR, STRONG, WEAK, Mark, Marks
from kg.segment.page import Page


@dataclass(frozen=True, slots=True)
class Note:
    """A note: its number, its lines, where its words stand, and the block of notes it is in."""

    number: int
    first: int
    last: int
    span: Span
    block: int


def tie_notes(page: Page, notes: list[Note], marks: Marks) -> Iterator[FootnoteTie]:
    """The marks of the notes: sure ones first, then those that must lie between them."""
    open_marks = marks.outside(closed_stretches(page))
    chosen: dict[int, Mark] = {}
    for strength in (STRONG, FAIR, WEAK):
        _choose(notes, open_marks, chosen, strength, own_page=True)
    for strength in (STRONG, FAIR):
        _choose(notes, open_marks, chosen, strength, own_page=False)
    above = _torn_from_below(page, list(chosen.values()))
    for number, note in enumerate(notes):
        mark = chosen.get(number)
        if mark is not None:
            anchor, exact = _anchor(page, mark, above)
            span = Span(mark.start, mark.end)
            yield FootnoteTie(str(note.number), span, anchor, note.span, exact)


def closed_stretches(page: Page) -> list[tuple[int, int]]:
    """The stretches in which no mark stands: notes, furniture and heads."""
    closed = (Part.FOOTNOTE, Part.FURNITURE, Part.LETTERHEAD, Part.REFERENCES, Part.MAIL_HEADER)
    lines = sorted([line for line, part in page.parts.items() if part in closed])
    if "....." in page.text:  # a table of contents
        shut, bodies = set(lines), page.bodies
        lines = [line for line in page.filled if line in shut or "....." in bodies[line]]
    return [(page.starts[line], page.end(line)) for line in lines]


def _choose(
    notes: list[Note], marks: Marks, chosen: dict[int, Mark], strength: int, *, own_page: bool
) -> None:
    """Choose a mark of one strength for each note that has none.

    Marks stand in the order of their notes, above them; ``own_page`` looks only below the block of
    notes before, where a page keeps its notes at its foot.
    """
    limits = _limits(notes, chosen)
    ends = {note.block: note.span.end for note in notes}
    after = 0
    for number, note in enumerate(notes):
        before = notes[number - 1] if number else None
        if before is not None and note.number <= before.number:
            after = max(after, before.span.end)
        if number not in chosen:
            start = after
            if own_page:
                start = max(start, ends[note.block - 1] if note.block else 0)
            mark = marks.first(note.number, strength, start, min(limits[number], note.span.start))
            if mark is None:
                continue
            chosen[number] = mark
        after = chosen[number].end


def _limits(notes: list[Note], chosen: dict[int, Mark]) -> list[int]:
    """For each note where the next chosen mark of its numbering begins."""
    limits: list[int] = []
    limit = 1 << 62
    following = 1 << 62
    for number in range(len(notes) - 1, -1, -1):
        if notes[number].number >= following:
            limit = 1 << 62
        limits.append(limit)
        following = notes[number].number
        if number in chosen:
            limit = chosen[number].start
    return limits[::-1]


def _torn_from_below(page: Page, marks: list[Mark]) -> bool:
    """Whether figures alone on a line were torn from the line below rather than the one above.

    A figure printed higher than its line comes before it in a text sorted by height: then the
    line above breaks off in the middle of a sentence.
    """
    votes = 0
    for mark in marks:
        before = None if mark.line is None else _filled_above(page, mark.line)
        if before is not None:
            votes += -1 if page.bodies[before][-1] in ".!?:;»”" else 1
    return votes > 0


def _filled_above(page: Page, line: int) -> int | None:
    """The next line with words above a line."""
    for above in range(line - 1, max(-1, line - 6), -1):
        if page.bodies[above]:
            return above
    return None


def _anchor(page: Page, mark: Mark, below: bool) -> tuple[Span, bool]:
    """What a mark belongs to: the word before it, or the line it was torn from."""
    if mark.line is not None and below:
        line = page.next_filled(mark.line, 3)
        if line is not None:
            return page.span(line), False
    at = mark.start
    while at > 0 and page.text[at - 1].isspace():
        at -= 1
    return Span(at, at), True
