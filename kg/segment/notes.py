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
from kg.segment.marks import FAIR, STRONG, Marks, find_marks
from kg.segment.page import Page
from kg.segment.ties import Note, closed_stretches, tie_notes
from kg.text import SUPERSCRIPT

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
# What begins a note and no line that a sentence goes on in.
_CITES = re.compile(r"(?:Kamerstuk|Handelingen|Aanhangsel|https?:|Stb\.|Stcrt\.|Zie |TK )")
_FEET = ("Tweede Kamer, vergaderjaar ", "Eerste Kamer, vergaderjaar ")
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


def read_notes(page: Page) -> tuple[FootnoteTie, ...]:
    """Claim the lines of the notes and tie each to its mark; notes without a mark have no tie."""
    labels = list(_labels(page))
    if not labels:
        return ()
    marks = find_marks(page, frozenset(label.number for label in labels))
    notes = _accept(page, labels, marks.outside(closed_stretches(page)))
    for note in notes:
        for line in range(note.first, note.last + 1):
            if page.bodies[line]:
                new = line == note.first
                page.claim(line, Part.FOOTNOTE, str(note.number) if new else None, new=new)
        _claim_addresses(page, note.last)
    return tuple(tie_notes(page, notes, marks))


def _claim_addresses(page: Page, last: int) -> None:
    """Claim the web addresses a PDF lays down below its notes: they are the notes' links."""
    line = page.next_filled(last, 3)
    while line is not None and page.free(line) and _URL.match(page.bodies[line]):
        page.claim(line, Part.FOOTNOTE, new=True)
        line = page.next_filled(line, 1)


def _labels(page: Page) -> Iterator[Label]:
    """The lines that have the form of a note's beginning."""
    for line in page.starting(_FIRST):
        body = page.bodies[line]
        if line not in page.parts:
            match = _LABEL.match(body)
            if match:
                kind = match.lastgroup or ""
                number = int(match.group(kind).translate(SUPERSCRIPT))
                if not number or kind == "md" and match.end() == len(body):
                    continue
                if kind == "alone" and _numbers_page(page, line):
                    continue
                yield Label(line, number, kind, match.end())


def _numbers_page(page: Page, line: int) -> bool:
    """Whether a figure alone stands below the foot of a printed page, whose number it is."""
    for above in range(line - 1, max(-1, line - 4), -1):
        if page.bodies[above]:
            return page.bodies[above].startswith(_FEET)
    return False


def _accept(page: Page, labels: list[Label], marks: Marks) -> list[Note]:
    """The notes among the labels: they count on, and the text above has a mark for them."""
    notes: list[Note] = []
    by_line = {label.line: label for label in labels}
    better = _better_forms(page, labels)
    block_since = 0
    done = -1
    for label in labels:
        if label.line <= done or label.line in better:
            continue
        last = notes[-1] if notes else None
        joined = last is not None and _adjacent(page, last.last, label.line)
        together = joined or last is not None and _on_one_page(page, last.last, label.line)
        since = 0
        if last is not None:
            since = block_since if together and label.number != 1 else page.end(last.last)
        if not _is_note(page, label, last, joined, marks, since):
            continue
        end = _note_end(page, label, by_line)
        if end is None:
            continue
        block = (last.block if together else last.block + 1) if last else 0
        block_since = since
        first_words = label.line + 1 if label.kind == "alone" else label.line
        while label.kind == "alone" and not page.bodies[first_words]:
            first_words += 1
        start = page.start(first_words) + (0 if label.kind == "alone" else label.words)
        span = Span(start, max(start, page.end(end)))
        notes.append(Note(label.number, label.line, end, span, block))
        done = end
    return notes


def _better_forms(page: Page, labels: list[Label]) -> frozenset[int]:
    """The lines that begin with a figure and a blank while a line of the same number soon after
    has the surer form of a note: they begin with a mark torn from the line above.
    """
    sure: dict[int, int] = {}
    doubtful: set[int] = set()
    for label in reversed(labels):
        if label.kind in ("glued", "alone", "sup"):
            sure[label.number] = label.line
        elif label.kind == "blank" and sure.get(label.number, 1 << 62) - label.line < _PAGE:
            if not _CITES.match(page.bodies[label.line], label.words):
                doubtful.add(label.line)
    return frozenset(doubtful)


def _adjacent(page: Page, last: int, line: int) -> bool:
    """Whether only empty lines part a note from the label that follows."""
    return line - last <= 3 and not any(page.bodies[last + 1 : line])


def _on_one_page(page: Page, last: int, line: int) -> bool:
    """Whether a label stands so soon below a note that both are at the foot of one page."""
    if line - last > 12 or line in page.page_starts:
        return False
    between = range(last + 1, line)
    return not any(n in page.page_starts or page.parts.get(n) is Part.FURNITURE for n in between)


def _is_note(
    page: Page, label: Label, last: Note | None, joined: bool, marks: Marks, since: int
) -> bool:
    """Whether a label begins a note: it counts on, and a mark of its number stands above it.

    ``since`` is where the page's text begins: below the notes of the page before.
    """
    expected = last.number + 1 if last else None
    here = page.starts[label.line]
    if last is not None:
        strong = marks.first(label.number, STRONG, since, here) is not None
        furthest = last.number + (1 if joined else 10 if strong else 3)
        counts_on = last.number < label.number <= furthest
        if not counts_on and not (label.number == 1 and not joined):
            return False
    mark = marks.best(label.number, since, here)
    if mark is None and label.kind != "blank":
        mark = marks.first(label.number, STRONG, 0 if label.number > 1 else since, here)
    if joined and label.number == expected:
        return mark is not None or label.kind in ("sup", "md", "alone") or last is not None
    if mark is None or label.kind == "paren":
        return label.kind == "md"
    if label.kind in ("md", "sup"):
        return True
    parted = _parted(page, label.line)
    if label.kind == "alone":
        below = page.next_filled(label.line, 2)
        if below is None:
            return False
        deeper = page.indent(below) > page.indent(label.line)
        sure = mark.strength == STRONG and (expected is None or label.number == expected)
        return deeper and (parted or sure) or parted and sure
    if label.kind == "glued":
        return mark.strength <= FAIR or expected is None or label.number == expected
    if last is None and label.number > 3 and mark.strength > STRONG:
        return False
    opens = page.bodies[label.line][label.words :]
    if mark.strength == STRONG:
        return parted or not opens[0].islower() or opens.startswith(("http", "www."))
    weak_but_last = label.number in (1, expected) and _ends_page(page, label)
    return parted and (mark.strength == FAIR or weak_but_last)


def _ends_page(page: Page, label: Label) -> bool:
    """Whether a page ends soon below a label, as it does below its notes."""
    for line in range(label.line + 1, min(len(page), label.line + 16)):
        if line in page.page_starts or page.parts.get(line) is Part.FURNITURE:
            return True
    return label.line + 16 >= len(page)


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
        if label.kind == "glued" and len(page.bodies[end]) > 1.2 * page.width:
            break
        end = following
    return end
