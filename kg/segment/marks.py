"""Footnote marks in running text, in every way that text torn out of a page shows them.

Superscript figures, figures glued to a word or a full stop, a figure alone on its line, a figure
with blanks around it, ``[^1]``. Which of them are marks, the notes decide (``kg.segment.notes``).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from kg.segment.page import Page

_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_FIGURES = re.compile(r"[0-9]+|[⁰¹²³⁴-⁹]+")
_STOPS = frozenset("’'”\"“»)]!?.,;:…*")
_AFTER_BLANK = frozenset(" \n\t.,;:)?")
_UNIT = re.compile(r"(?:^|[^\w’'‘])(?:[A-Za-z]{1,2}|COVID|SARS-CoV|Natura|AERIUS)\Z")
_ACRONYM = re.compile(r"[A-Z]{3,6}\Z")
_NUMBERED = re.compile(r"(?:^|\W)(?:nrs?|art|p|blz|vgl|nummer)\.\Z", re.IGNORECASE)

STRONG, FAIR, WEAK = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure that may be a mark; ``line`` is set where it stands alone on that line."""

    label: int
    start: int
    end: int
    strength: int
    line: int | None = None


@dataclass(slots=True)
class Marks:
    """The possible marks of a document by label and strength, in the order of the text."""

    kept: dict[tuple[int, int], list[Mark]] = field(default_factory=dict)
    starts: dict[tuple[int, int], list[int]] = field(default_factory=dict)

    def add(self, mark: Mark) -> None:
        """Keep a possible mark; marks come in the order of the text."""
        self.kept.setdefault((mark.label, mark.strength), []).append(mark)
        self.starts.setdefault((mark.label, mark.strength), []).append(mark.start)

    def first(self, label: int, strength: int, start: int, end: int) -> Mark | None:
        """The first mark of a label and strength in a stretch."""
        starts = self.starts.get((label, strength))
        if starts is None:
            return None
        at = bisect_left(starts, start)
        return self.kept[label, strength][at] if at < len(starts) and starts[at] < end else None

    def best(self, label: int, start: int, end: int) -> Mark | None:
        """The strongest mark of a label in a stretch, the first of equals."""
        for strength in (STRONG, FAIR, WEAK):
            mark = self.first(label, strength, start, end)
            if mark is not None:
                return mark
        return None

    def outside(self, stretches: list[tuple[int, int]]) -> Marks:
        """The marks that lie in none of the stretches (in order, apart from each other)."""
        begins = [start for start, _ in stretches]
        left = Marks()
        for marks in self.kept.values():
            for mark in marks:
                at = bisect_right(begins, mark.start) - 1
                if at < 0 or mark.start >= stretches[at][1]:
                    left.add(mark)
        return left


def find_marks(page: Page, wanted: frozenset[int]) -> Marks:
    """Every figure that may be a mark with one of the wanted numbers."""
    marks = Marks()
    text = page.text
    digits = {str(number): number for number in wanted}
    for match in _FIGURES.finditer(text):
        figures = match.group()
        label = digits.get(figures)
        if label is not None:
            mark = _mark(page, label, match.start(), match.end())
        elif figures[0] > "9" or figures[0] in "¹²³":
            label = digits.get(figures.translate(_SUPERSCRIPT))
            mark = None if label is None else _raised(text, label, match.start(), match.end())
        elif len(figures) in (5, 6) and figures[:2] in ("19", "20") and figures[4:] in digits:
            mark = _after_year(text, digits[figures[4:]], match.start() + 4, match.end())
        else:
            continue
        if mark is not None:
            marks.add(mark)
    return marks


def _mark(page: Page, label: int, start: int, end: int) -> Mark | None:
    """The possible mark plain figures are, with how sure their form makes it."""
    text = page.text
    before = text[start - 1] if start else "\n"
    after = text[end : end + 2]
    if after[:1] == "]" and before in "[^":
        return _bracketed(text, label, start, end)
    if after[:1].isalnum() or after[:1] in ("_", "%", "€") and after:
        return None
    if after[:1] in (".", ",", ":") and after[1:].isdigit() and before != "\n":
        return None
    if before.isalpha():
        word = text[max(0, start - 12) : start]
        sure = WEAK if _UNIT.search(word) else FAIR if _ACRONYM.search(word) else STRONG
        return Mark(label, start, end, sure)
    if before in _STOPS:
        return Mark(label, start, end, _after_stop(text, start))
    return _apart(page, label, start, end, before, after[:1] or "\n")


def _bracketed(text: str, label: int, start: int, end: int) -> Mark | None:
    """The mark in ``[^1]`` or ``[1]``; ``[^1]:`` begins a note instead."""
    if text[start - 1] == "^" and text[start - 2 : start - 1] == "[":
        return None if text[end + 1 : end + 2] == ":" else Mark(label, start - 2, end + 1, STRONG)
    if text[start - 1] == "[" and start > 1 and not text[start - 2].isspace():
        return Mark(label, start - 1, end + 1, FAIR)
    return None


def _raised(text: str, label: int, start: int, end: int) -> Mark:
    """The mark superscript figures are; after "m" or "km" they may be a unit."""
    unit = _UNIT.search(text[max(0, start - 12) : start])
    return Mark(label, start, end, WEAK if unit else STRONG)


def _after_year(text: str, label: int, start: int, end: int) -> Mark | None:
    """The mark that is glued to a year ("Studenten 20218")."""
    before, after = text[start - 5 : start - 4], text[end : end + 2]
    if before.isalnum() or after[:1].isalnum() or after[:1] in (".", ",", "-") and after[1:].isdigit():
        return None
    return Mark(label, start, end, FAIR)


def _apart(page: Page, label: int, start: int, end: int, before: str, after: str) -> Mark | None:
    """The mark that stands apart: alone on its line, at its beginning, or between blanks."""
    text = page.text
    if before in " \t\n":
        line = page.line_at(start)
        if page.bodies[line] == text[start:end] and page.start(line) == start:
            return Mark(label, start, end, FAIR, line) if line not in page.parts else None
    if before == "\n":
        if after == " " and text[end + 1 : end + 2].isalpha() or after in "?.,;:)»":
            return Mark(label, start, end, WEAK)
        return None
    if before == " " and after in _AFTER_BLANK and start > 1 and not text[start - 2].isspace():
        return Mark(label, start, end, WEAK)
    return None


def _after_stop(text: str, start: int) -> int:
    """How sure a figure after a full stop or quote is: not one in a decimal or a number."""
    before = text[start - 1]
    if before in ".,:" and start > 1 and text[start - 2].isdigit():
        year = text[max(0, start - 6) : start - 1]
        return FAIR if re.fullmatch(r"\D?(?:19|20)\d\d", year) else WEAK
    return WEAK if _NUMBERED.search(text[max(0, start - 8) : start]) else STRONG
