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
_MARK = re.compile(
    r"""
      \[\^(?P<md>\d{1,3})\](?!:)
    | (?<=\S)\[(?P<bracket>\d{1,3})\]
    | (?P<sup>[⁰¹²³⁴-⁹]{1,3})
    | (?<=[^\W\d_])(?P<word>\d{1,3})(?![\w%€]|[.,]\d)
    | (?<=[’'”"“»)\]!?.,;:…*])(?P<stop>\d{1,3})(?![\w%€]|[.,:]\d)
    | (?<!\w)(?:19|20)\d\d(?P<year>\d{1,2})(?![\w%€]|[.,]\d|-\d)
    | (?<=[\w’'”"“»)\]!?.,;:…])\ (?P<space>\d{1,3})(?=[\ \n.,;:)?]|\Z)
    | ^(?P<start>\d{1,3})(?=\ [^\W\d]|[?.,;:)»](?:\s|\Z))
    """,
    re.VERBOSE | re.MULTILINE,
)
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


def find_marks(page: Page) -> Marks:
    """Every figure that may be a mark."""
    marks = Marks()
    found: list[Mark] = []
    for match in _MARK.finditer(page.text):
        found.append(_mark(page.text, match))
    for line, body in enumerate(page.bodies):
        if len(body) <= 3 and body.isdigit() and body.isascii() and page.free(line):
            start = page.start(line)
            found.append(Mark(int(body), start, start + len(body), FAIR, line))
    for mark in sorted(found, key=lambda mark: mark.start):
        marks.add(mark)
    return marks


def _mark(text: str, match: re.Match[str]) -> Mark:
    """The possible mark a match is, with how sure its form makes it."""
    kind = match.lastgroup or ""
    start, end = match.span(kind)
    digits = match.group(kind)
    if kind == "md":
        return Mark(int(digits), match.start(), match.end(), STRONG)
    if kind == "bracket":
        return Mark(int(digits), match.start(), match.end(), FAIR)
    if kind == "sup":
        unit = _UNIT.search(text[max(0, start - 12) : start])
        return Mark(int(digits.translate(_SUPERSCRIPT)), start, end, WEAK if unit else STRONG)
    if kind == "word":
        before = text[max(0, start - 12) : start]
        sure = WEAK if _UNIT.search(before) else FAIR if _ACRONYM.search(before) else STRONG
        return Mark(int(digits), start, end, sure)
    if kind == "stop":
        return Mark(int(digits), start, end, _after_stop(text, start))
    if kind == "year":
        return Mark(int(digits), start, end, FAIR)
    return Mark(int(digits), start, end, WEAK)


def _after_stop(text: str, start: int) -> int:
    """How sure a figure after a full stop or quote is: not one in a decimal or a number."""
    before = text[start - 1]
    if before in ".,:" and start > 1 and text[start - 2].isdigit():
        year = text[max(0, start - 6) : start - 1]
        return FAIR if re.fullmatch(r"\D?(?:19|20)\d\d", year) else WEAK
    return WEAK if _NUMBERED.search(text[max(0, start - 8) : start]) else STRONG
