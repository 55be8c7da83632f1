"""Footnotes in plain text: where the notes stand, and which figure in the text is the mark of each.

A note begins with its label — alone on a line above its words, before them, glued to them, raised,
or as ``[^1]:`` — and notes count on from one another. A figure above it in the text that can be its
mark is what tells a note from a list or a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import FootnoteTie, Part, Span
from kg.segment.marks import FAIR, STRONG, WEAK, Mark, Marks, find_marks
from kg.segment.page import Page

_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_LABEL = re.compile(
    r"""(?:
        (?P<alone>\d{1,3})\Z
      | \[\^(?P<md>\d{1,3})\]:\s?
      | (?P<sup>[⁰¹²³⁴-⁹]{1,3})\s?(?=\S)
      | (?P<blank>\d{1,3})\s{1,6}(?=[^\W_]|["'“‘«(\[•]|https?:)
      | (?P<glued>\d{1,3})(?=[A-ZÀ-Þ][\w’'.&]|["“‘«]|https?:|www\.)
      | \[(?P<bracket>\d{1,3})\]\s?(?=\S)
      | (?P<paren>\d{1,3})\)\s(?=\S)
    )""",
    re.VERBOSE,
)
_URL = re.compile(r"(?:https?://|file://|www\.)\S+\Z")
_FIRST = frozenset("0123456789⁰¹²³⁴⁵⁶⁷⁸⁹[")
_LONGEST = 25  # lines a note may take
_PAGE = 70  # lines of a page


@dataclass(frozen=True, slots=True)
class Label:
    """A line that may begin a note: its number, where its words begin, how sure its form is."""

    line: int
    number: int
    kind: str
    words: int


@dataclass(frozen=True, slots=True)
class Note:
    """A note: its number, its lines, where its words stand, and the block of notes it is in."""

    number: int
    first: int
    last: int
    span: Span
    block: int


def read_notes(page: Page) -> tuple[FootnoteTie, ...]:
    """Claim the lines of the notes and tie each to its mark; notes without a mark have no tie."""
    labels = list(_labels(page))
    if not labels:
        return ()
    marks = find_marks(page, frozenset(label.number for label in labels))
    notes = _accept(page, labels, marks.outside(_closed(page)))
    for note in notes:
        for line in range(note.first, note.last + 1):
            if page.bodies[line]:
                new = line == note.first
                page.claim(line, Part.FOOTNOTE, str(note.number) if new else None, new=new)
        _claim_addresses(page, note.last)
    return tuple(_tie(page, notes, marks))


def _claim_addresses(page: Page, last: int) -> None:
    """Claim the web addresses a PDF lays down below its notes: they are the notes' links."""
    line = page.next_filled(last, 3)
    while line is not None and page.free(line) and _URL.match(page.bodies[line]):
        page.claim(line, Part.FOOTNOTE, new=True)
        line = page.next_filled(line, 1)


def _labels(page: Page) -> Iterator[Label]:
    """The lines that have the form of a note's beginning."""
    for line in page.filled:
        body = page.bodies[line]
        if body[:1] in _FIRST and line not in page.parts:
            match = _LABEL.match(body)
            if match:
                kind = match.lastgroup or ""
                number = int(match.group(kind).translate(_SUPERSCRIPT))
                if not number or kind == "md" and match.end() == len(body):
                    continue
                yield Label(line, number, kind, match.end())


def _accept(page: Page, labels: list[Label], marks: Marks) -> list[Note]:
    """The notes among the labels: they count on, and the text above has a mark for them."""
    notes: list[Note] = []
    by_line = {label.line: label for label in labels}
    better = _better_forms(labels)
    done = -1
    for label in labels:
        if label.line <= done or label.line in better:
            continue
        last = notes[-1] if notes else None
        joined = last is not None and _adjacent(page, last.last, label.line)
        if not _is_note(page, label, last, joined, marks):
            continue
        end = _note_end(page, label, by_line)
        if end is None:
            continue
        block = (last.block if joined else last.block + 1) if last else 0
        first_words = label.line + 1 if label.kind == "alone" else label.line
        while label.kind == "alone" and not page.bodies[first_words]:
            first_words += 1
        start = page.start(first_words) + (0 if label.kind == "alone" else label.words)
        notes.append(Note(label.number, label.line, end, Span(start, max(start, page.end(end))), block))
        done = end
    return notes


def _better_forms(labels: list[Label]) -> frozenset[int]:
    """The lines that begin with a figure and a blank while a line of the same number soon after
    has the surer form of a note: they begin with a mark torn from the line above.
    """
    sure: dict[int, int] = {}
    doubtful: set[int] = set()
    for label in reversed(labels):
        if label.kind in ("glued", "alone", "sup"):
            sure[label.number] = label.line
        elif label.kind == "blank" and sure.get(label.number, 1 << 62) - label.line < _PAGE:
            doubtful.add(label.line)
    return frozenset(doubtful)


def _adjacent(page: Page, last: int, line: int) -> bool:
    """Whether only empty lines part a note from the label that follows."""
    return line - last <= 3 and not any(page.bodies[last + 1 : line])


def _is_note(page: Page, label: Label, last: Note | None, joined: bool, marks: Marks) -> bool:
    """Whether a label begins a note: it counts on, and a mark of its number stands above it."""
    expected = last.number + 1 if last else None
    here = page.starts[label.line]
    since = 0
    if last is not None:
        counts_on = last.number < label.number <= last.number + (1 if joined else 3)
        if not counts_on and not (label.number == 1 and not joined):
            return False
        since = 0 if label.number != 1 else page.end(last.last)
    mark = marks.best(label.number, since, here)
    if joined and label.number == expected:
        return mark is not None or label.kind in ("sup", "md", "alone") or last is not None
    if mark is None or label.kind == "paren":
        return label.kind == "md"
    if label.kind in ("md", "sup"):
        return True
    parted = _parted(page, label.line)
    if label.kind == "alone":
        below = page.next_filled(label.line, 2)
        if below is None or not parted:
            return False
        deeper = page.indent(below) > page.indent(label.line)
        return deeper or mark.strength == STRONG and (expected is None or label.number == expected)
    if label.kind == "glued":
        return mark.strength <= FAIR or expected is None or label.number == expected
    if last is None and label.number > 3 and mark.strength > STRONG:
        return False
    return mark.strength <= FAIR and (parted or mark.strength == STRONG)


def _parted(page: Page, line: int) -> bool:
    """Whether a line is parted from what stands above: an empty line or furniture."""
    return line == 0 or not page.bodies[line - 1] or line - 1 in page.parts


def _note_end(page: Page, label: Label, by_line: dict[int, Label]) -> int | None:
    """The last line of the note that begins on a label's line."""
    line = label.line
    if label.kind == "alone":
        following = page.next_filled(line, 2)
        if following is None or not page.free(following) or following in by_line:
            return None
        line = following
    indent = page.indent(line)
    end = line
    while end + 1 < len(page) and end - label.line < _LONGEST:
        following = end + 1
        body = page.bodies[following]
        if not body or not page.free(following) or following in page.page_starts:
            break
        begins = by_line.get(following)
        if begins is not None and label.number < begins.number <= label.number + 1:
            break
        if page.indent(following) == 1 and indent == 0 and label.kind != "alone":
            break  # the blank a torn page begins with
        if _URL.match(body) and page.bodies[end] and page.bodies[end][-1] in ".:" and len(body) > 60:
            end = following
            continue
        if label.kind == "glued" and len(page.bodies[end]) > 1.2 * page.width:
            break
        end = following
    return end


def _tie(page: Page, notes: list[Note], marks: Marks) -> Iterator[FootnoteTie]:
    """The marks of the notes: sure ones first, then those that must lie between them."""
    open_marks = marks.outside(_closed(page))
    chosen: dict[int, Mark] = {}
    for strength in (STRONG, FAIR, WEAK):
        _choose(notes, open_marks, chosen, strength)
    above = _torn_from_below(page, list(chosen.values()))
    for number, note in enumerate(notes):
        mark = chosen.get(number)
        if mark is not None:
            anchor, exact = _anchor(page, mark, above)
            yield FootnoteTie(str(note.number), Span(mark.start, mark.end), anchor, note.span, exact)


def _closed(page: Page) -> list[tuple[int, int]]:
    """The stretches in which no mark stands: notes, furniture and heads."""
    closed = (Part.FOOTNOTE, Part.FURNITURE, Part.LETTERHEAD, Part.REFERENCES, Part.MAIL_HEADER)
    dotted = "....." in page.text  # a table of contents
    lines = [
        line
        for line in (page.filled if dotted else sorted(page.parts))
        if page.parts.get(line) in closed or dotted and "....." in page.bodies[line]
    ]
    return [(page.starts[line], page.end(line)) for line in lines]


def _choose(notes: list[Note], marks: Marks, chosen: dict[int, Mark], strength: int) -> None:
    """Choose a mark of one strength for each note that has none.

    Marks stand in the order of their notes, above them; a weak one not above the block before.
    """
    limits = _limits(notes, chosen)
    after = 0
    for number, note in enumerate(notes):
        before = notes[number - 1] if number else None
        if before is not None and note.number <= before.number:
            after = max(after, before.span.end)
        if number not in chosen:
            start = after
            if strength == WEAK and before is not None and before.block != note.block:
                start = max(start, before.span.end)
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
