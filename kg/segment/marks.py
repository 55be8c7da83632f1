"""Footnote marks in running text, in every way that text torn out of a page shows them.

Superscript figures, figures glued to a word or a full stop, a figure alone on its line, a figure
with blanks around it, ``[^1]``. Which of them are marks, the notes decide (``kg.segment.notes``).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from kg.segment.page import Page
from kg.text import MONTH, SUPERSCRIPT

_RAISED_FIGURES = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_FIGURES = re.compile(r"[0-9⁰¹²³⁴-⁹]+")
_PLAIN_FIGURES = re.compile(r"[0-9]+")
_RAISED = re.compile(r"[⁰¹²³⁴-⁹]+")
_MANY = 24  # labels; above that one scan for all is faster than one for each
_CENTURIES = ("19", "20")
_AFTER_YEAR = [
    re.compile(rf"{century}(?<![0-9]{century})[0-9]{{3,4}}(?![0-9])") for century in _CENTURIES
]
_STOPS = frozenset("’'”\"“»)]!?.,;:…*")
# What makes a figure between blanks a number in the sentence.
_COUNTED = re.compile(
    r"(?:^|\W)(?:lid|leden|artikel|artikelen|art\.|nr\.|nrs\.|bijlagen?|tabel|figuur|hoofdstuk|"
    r"paragraaf|stap|fase|lijn|punt|vraag|vragen|antwoord|pagina|p\.|blz\.|deel|onderdeel|spoor|"
    r"categorie|ruim|circa|"
    r"ongeveer|minimaal|maximaal|per|van|tot|de|het|met|in|om|op|uit|tussen|na|voor|binnen|en|of|"
    r"Kamer|Antwoord|Vraag|actielijn|pijler|variant|scenario|groep|klasse|week|dag|t/m|Natura) \Z",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    rf" (?:{MONTH}|"
    r"procent|miljoen|miljard|mln|mld|euro|jaar|jaren|maanden|weken|dagen|uur|keer|maal|graden|"
    r"kg|km|"
    r"%|tot|à|x|en \d|t/m|procentpunt|meter|ha\b|mol\b|personen|mensen|leden|provincies)"
)
_AFTER_BLANK = frozenset(" \n\t.,;:)?")
_UNIT = re.compile(r"(?:^|[^\w’'‘])(?:[A-Za-z]{1,2}|COVID|SARS-CoV|Natura|AERIUS)\Z")
_CODE = re.compile(r"(?:^|[^\w’'‘])[A-Z]\Z")  # the letter of "Q5", "D66", "A12"
_ACRONYM = re.compile(r"[A-Z]{3,6}\Z")
_IN_ADDRESS = re.compile(r"(?:://|www\.|[=&?%@_]|\d)\S{0,29}\Z")
_NUMBER_BEFORE = re.compile(r"[^\s\d].{0,6}\d\Z")  # a number within a line, not at its start
_NUMBERED = re.compile(r"(?:^|\W)(?:nrs?|art|p|blz|vgl|nummer)\.\Z", re.IGNORECASE)

STRONG, FAIR, WEAK = 0, 1, 2
_FIRST_LINE = 40  # a torn mark above the first line of a paragraph: that is a full line


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
    for start, end in _runs(page, digits):
        figures = text[start:end]
        label = digits.get(figures)
        mark: Mark | None = None
        if label is not None:
            mark = _mark(page, label, start, end)
        elif not figures.isascii():
            mark = _raised(text, digits, start, end)
        elif len(figures) in (5, 6) and figures[:2] in _CENTURIES and figures[4:] in digits:
            mark = _after_year(text, digits[figures[4:]], start + 4, end)
        if mark is not None:
            marks.add(mark)
    return marks


def _runs(page: Page, labels: Collection[str]) -> list[tuple[int, int]]:
    """The runs of figures, in order: all, raised ones too, or only those that may be marks."""
    raised = not page.rare.isdisjoint(_RAISED_FIGURES)
    if not raised and len(labels) <= _MANY:
        return _plain(page.text, labels)
    return [match.span() for match in (_FIGURES if raised else _PLAIN_FIGURES).finditer(page.text)]


def _plain(text: str, labels: Iterable[str]) -> list[tuple[int, int]]:
    """The runs of figures that are one of the labels, or may be a year with one behind it.

    Each label is looked for by itself: to skip to any figure takes as long as some thirty of that.
    """
    found: list[tuple[int, int]] = []
    for wanted in (*map(_alone, labels), *_AFTER_YEAR):
        found += [match.span() for match in wanted.finditer(text)]
    return sorted(found)


@lru_cache(1024)
def _alone(label: str) -> re.Pattern[str]:
    """A figure that is no part of a longer one; the pattern begins with what re can skip to."""
    return re.compile(rf"{label}(?<![0-9]{label})(?![0-9])")


def _mark(page: Page, label: int, start: int, end: int) -> Mark | None:
    """The possible mark plain figures are, with how sure their form makes it."""
    text = page.text
    before = text[start - 1] if start else "\n"
    after = text[end : end + 2]
    if after[:1] == "]" and before in "[^":
        return _bracketed(text, label, start, end)
    if after == "</" and before == ">":
        tagged = text.startswith("</sup>", end) and text.endswith("<sup>", 0, start)
        return Mark(label, start - 5, end + 6, STRONG) if tagged else None
    if after[:1].isalnum() or after[:1] in ("_", "%", "€") and after:
        sentence = before in ".?!" and after[:1].isupper() and after[1:].islower()
        return Mark(label, start, end, FAIR) if sentence and not text[start - 2].isdigit() else None
    if after[:1] in (".", ",", ":", "-", "/") and after[1:].isalnum() and before != "\n":
        return None
    if before.isalpha():
        word = text[max(0, start - 30) : start]
        if _IN_ADDRESS.search(word) or _CODE.search(word):
            return None
        sure = WEAK if _UNIT.search(word) else FAIR if _ACRONYM.search(word) else STRONG
        return Mark(label, start, end, sure)
    if before in _STOPS:
        sure_stop = _after_stop(text, start)
        return None if sure_stop is None else Mark(label, start, end, sure_stop)
    return _apart(page, label, start, end, before, after[:1] or "\n")


def _bracketed(text: str, label: int, start: int, end: int) -> Mark | None:
    """The mark in ``[^1]`` or ``[1]``; ``[^1]:`` begins a note instead."""
    if text[start - 1] == "^" and text[start - 2 : start - 1] == "[":
        return None if text[end + 1 : end + 2] == ":" else Mark(label, start - 2, end + 1, STRONG)
    if text[start - 1] == "[" and start > 1 and not text[start - 2].isspace():
        return Mark(label, start - 1, end + 1, FAIR)
    return None


def _raised(text: str, digits: dict[str, int], start: int, end: int) -> Mark | None:
    """The mark superscript figures are, also behind a number; after "m" or "km" perhaps a unit."""
    match = _RAISED.search(text, start, end)
    label = digits.get(match.group().translate(SUPERSCRIPT)) if match else None
    if match is None or label is None:
        return None
    unit = _UNIT.search(text[max(0, match.start() - 12) : match.start()])
    return Mark(label, match.start(), match.end(), WEAK if unit else STRONG)


def _after_year(text: str, label: int, start: int, end: int) -> Mark | None:
    """The mark that is glued to a year ("Studenten 20218")."""
    before, after = text[start - 5 : start - 4], text[end : end + 2]
    if before.isalnum() or after[:1].isalnum():
        return None
    if after[:1] in (".", ",", "-") and after[1:].isdigit():
        return None
    return Mark(label, start, end, FAIR)


def _apart(page: Page, label: int, start: int, end: int, before: str, after: str) -> Mark | None:
    """The mark that stands apart: alone on its line, at its beginning, or between blanks."""
    text = page.text
    if before in " \t\n" and after in " \t\n":
        line = page.line_at(start)
        if page.bodies[line] == text[start:end] and page.start(line) == start:
            if not line or line in page.parts:
                return None
            if page.bodies[line - 1]:
                return Mark(label, start, end, FAIR, line)
            below = page.bodies[line + 1] if line + 1 < len(page.bodies) else ""
            return Mark(label, start, end, WEAK, line) if len(below) > _FIRST_LINE else None
    if _COUNTS.match(text, end):
        return None
    if before == "\n":
        if not page.bodies[page.line_at(start) - 1]:
            return None
        if after == " " and text[end + 1 : end + 2].isalpha() or after in "?,;»":
            return Mark(label, start, end, WEAK)
        if after in ".:)" and not text[end + 1 : end + 3].split("\n")[0].strip():
            return Mark(label, start, end, WEAK)
        return None
    if before == " " and after in _AFTER_BLANK and start > 1 and not text[start - 2].isspace():
        if not _COUNTED.search(text[max(0, start - 16) : start]):
            return Mark(label, start, end, WEAK)
    return None


def _after_stop(text: str, start: int) -> int | None:
    """How sure a figure after a full stop or quote is: not one in a decimal or a number."""
    before = text[start - 1]
    if before in ".,:" and start > 1 and text[start - 2].isdigit():
        if re.fullmatch(r"\D?(?:19|20)\d\d", text[max(0, start - 6) : start - 1]):
            return FAIR
        if before == "," or _COUNTS.match(text, start + 1) or _COUNTS.match(text, start + 2):
            return None
        number = _NUMBER_BEFORE.search(text[max(0, start - 24) : start - 1])
        return WEAK if number is not None else None
    return WEAK if _NUMBERED.search(text[max(0, start - 8) : start]) else STRONG
