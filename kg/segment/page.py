"""The lines of a document with what each is for: the slate the segmenter's steps write on.

Each step claims lines for a part of the document; what no step claims is body. A line of a
layout-kept page may end in a margin column: the column's start is kept in ``tails`` and the rest
of the line is a line like any other.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from itertools import accumulate, compress, product, repeat
from operator import add, sub

from kg.model import Document, Part, Span
from kg.text import plain, rare_characters, usual_width

# What re counts as one letter with "i", "k" and "s" where case is ignored.
_ALSO = {"i": "\u0130\u0131", "k": "\u212a", "s": "\u017f"}


def openings(*words: str) -> frozenset[str]:
    """The pairs of characters that lines beginning with these words in any case begin with.

    >>> sorted(openings("datum", "De"))[:4]
    ['DA', 'DE', 'Da', 'De']
    """
    return frozenset(a + b for word in words for a, b in product(*map(_cases, word[:2].lower())))


def _cases(char: str) -> str:
    return char + char.upper() + _ALSO.get(char, "")


@dataclass(slots=True)
class Page:
    """The lines of one document; ``bodies`` are without white space at their ends.

    ``text`` is the plain form of the document's text (see ``kg.text.plain``): same offsets.
    ``filled`` are the numbers of the lines that hold words, ``opened`` the same by the ``pairs``
    of characters they begin with, ``width`` the length of a full line, ``rare`` the characters of
    the text that are not on every typewriter.
    ``parts`` holds what a line is claimed for, ``labels`` the label of the segment it begins,
    ``begins`` the lines that begin a segment of their own; ``asked`` keeps what was asked for by
    its opening.
    """

    text: str
    starts: list[int]
    bodies: list[str]
    indents: list[int]
    filled: list[int]
    opened: dict[str, list[int]]
    pairs: frozenset[str]
    page_starts: frozenset[int]
    width: int
    rare: frozenset[str]
    parts: dict[int, Part] = field(default_factory=dict)
    labels: dict[int, str] = field(default_factory=dict)
    begins: set[int] = field(default_factory=set)
    tails: dict[int, int] = field(default_factory=dict)
    asked: dict[frozenset[str], list[int]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.bodies)

    def indent(self, line: int) -> int:
        """The number of blanks a line begins with."""
        return self.indents[line]

    def raw_end(self, line: int) -> int:
        """Where a line ends, its trailing blanks included, its line end not."""
        if line + 1 < len(self.starts):
            return self.starts[line + 1] - 1
        return len(self.text)

    def start(self, line: int) -> int:
        """Where the words of a line begin."""
        return self.starts[line] + self.indents[line]

    def end(self, line: int) -> int:
        """Where the words of a line end; its margin column is not counted."""
        return self.starts[line] + self.indents[line] + len(self.bodies[line])

    def span(self, first: int, last: int | None = None) -> Span:
        """The words of the lines ``first`` up to and including ``last``."""
        starts, indents = self.starts, self.indents
        if last is None:
            last = first
        end = starts[last] + indents[last] + len(self.bodies[last])
        return Span(starts[first] + indents[first], end)

    def claim(self, line: int, part: Part, label: str | None = None, *, new: bool = False) -> None:
        """Say what a line is for; ``new`` begins a segment of its own there."""
        self.parts[line] = part
        if label is not None:
            self.labels[line] = label
        if new or label is not None:
            self.begins.add(line)

    def free(self, line: int) -> bool:
        """Whether the line holds words and no step has claimed it."""
        return bool(self.bodies[line]) and line not in self.parts

    def opening(self, pairs: frozenset[str]) -> Sequence[int]:
        """The lines that begin with one of the pairs, in order: most steps ask for few lines."""
        found = self.asked.get(pairs)
        if found is None:
            opened = self.opened
            found = self.asked[pairs] = []
            for pair in self.pairs & pairs:
                found += opened[pair]
            found.sort()
        return found

    def starting(self, characters: Set[str]) -> Sequence[int]:
        """The lines that begin with one of the characters, in order."""
        return self.opening(frozenset([pair for pair in self.pairs if pair[0] in characters]))

    def filled_in(self, first: int, stop: int) -> list[int]:
        """The lines with words from ``first`` up to ``stop``."""
        return self.filled[bisect_left(self.filled, first) : bisect_left(self.filled, stop)]

    def next_filled(self, line: int, limit: int | None = None) -> int | None:
        """The next line with words after ``line``, at most ``limit`` lines on."""
        bodies = self.bodies
        stop = len(bodies) if limit is None else min(len(bodies), line + 1 + limit)
        for number in range(line + 1, stop):
            if bodies[number]:
                return number
        return None

    def line_at(self, offset: int) -> int:
        """The number of the line the code point at ``offset`` stands on."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def cut_tail(self, line: int, offset: int) -> None:
        """Let the words of a line end before a margin column that begins at ``offset``."""
        self.tails[line] = offset
        self.bodies[line] = self.text[self.starts[line] : offset].strip()


def open_page(document: Document) -> Page:
    r"""The lines of a document, none of them claimed.

    >>> page = open_page(Document("Een\n\x0c Twee ", "a.txt", "00"))
    >>> page.bodies, sorted(page.page_starts), page.span(2)
    (['Een', '', 'Twee'], [2], Span(start=6, end=10))
    """
    rare = rare_characters(document.text)
    text = plain(document.text, rare)
    raws = text.splitlines(keepends=True)  # plain text has one kind of line end
    if not text or text[-1] == "\n":
        raws.append("")
    # With map a line costs no step of the interpreter.
    lengths = list(map(len, raws))
    starts = list(accumulate(lengths[:-1], initial=0))
    bodies = list(map(str.strip, raws))
    indents = [0] * len(raws)
    ends = list(map(len, bodies))
    if "\n " in text or "\n\t" in text or text[:1].isspace():
        indents = list(map(sub, lengths, map(len, map(str.lstrip, raws, repeat(" \t")))))
        ends = list(compress(map(add, indents, ends), bodies))
    filled = list(compress(range(len(bodies)), bodies))
    width = usual_width(ends)
    opened: defaultdict[str, list[int]] = defaultdict(list)
    for line, pair in zip(filled, [body[:2] for body in bodies if body], strict=True):
        opened[pair].append(line)
    page = Page(
        text, starts, bodies, indents, filled, dict(opened), frozenset(opened), frozenset(),
        width, rare,
    )
    breaks: set[int] = set()
    if "\f" in rare:
        at = document.text.find("\f")
        while at >= 0:
            breaks.add(page.line_at(at + 1))
            at = document.text.find("\f", at + 1)
    previous: int | None = None
    for place in document.places:
        if place.page is not None and place.page != previous:
            if previous is not None:
                breaks.add(page.line_at(place.span.start))
            previous = place.page
    page.page_starts = frozenset(breaks)
    return page
