"""The columns of printed Handelingen, one below the other.

Programs that turn a PDF into text keep its two columns side by side, so that a line holds words of
two speakers. Handelingen have printed two columns and one kind of foot ("Tweede Kamer  Zorg  TK 40
40-6-1") since 2010; only texts with such a foot are taken apart, page by page, where the white
between the columns runs through the page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

_FOOT = re.compile(r"[TE]K[ ]{1,80}([1-9]\d{0,2})[ ]{1,200}\1-[1-9]\d{0,2}-\d{1,4}[ \r]*(?:\n|\Z)")
_DAY = re.compile(r"\b\d{1,2} [a-z]+ 20\d\d\s*\Z")
_BEGINS = re.compile(r"(?<=  )\S")
_LEAST = 8  # lines a column has at least
_FROM, _TO = 30, 110  # where the right column may begin
_CROSSING = 0.1  # the share of a page's lines that may run through: heads, feet, wide titles


def parted(text: str) -> str:
    r"""``text`` with the left column of each page above the right one; any other text as it is.

    >>> left, right = ["De heer Jansen:", "Dank u wel."], ["zes moties", "ingediend."]
    >>> rows = [f"{one:<40}{other}" for one, other in zip(left * 5, right * 5)]
    >>> page = "\n".join([*rows, "", f"Tweede Kamer{' ' * 20}Zorg{' ' * 9}TK 40{' ' * 9}40-6-1"])
    >>> parted(page).split("\n")[8:12]
    ['De heer Jansen:', 'Dank u wel.', 'zes moties', 'ingediend.']
    """
    if not any(_feet(text)):
        return text
    return "\f".join("\n".join(_page(page.split("\n"))) for page in text.split("\f"))


def _feet(text: str) -> Iterator[int]:
    """Where the mark of a page's foot stands."""
    for mark in ("TK ", "EK "):  # to find a word is a hundred times as fast as a pattern
        at = text.find(mark)
        while at >= 0:
            if _FOOT.match(text, at):
                yield at
            at = text.find(mark, at + 1)


def _page(lines: Sequence[str]) -> Iterator[str]:
    """The lines of a page, of two columns first the left one; what runs through both in place."""
    gutter = _gutter(lines)
    if gutter is None:
        yield from lines
        return
    feet = _foot_lines(lines)
    block: list[tuple[str, str]] = []
    for at, line in enumerate(lines):
        if at in feet or _crosses(line, gutter):
            yield from _below(block)
            block = []
            yield line
        else:
            block.append((line[:gutter].rstrip(), line[gutter:].rstrip()))
    yield from _below(block)


def _foot_lines(lines: Sequence[str]) -> set[int]:
    """The lines of the foot: the one with the page's number, and the day above it."""
    found = {at for at, line in enumerate(lines) if any(_feet(line))}
    return found | {at - 1 for at in found if at and _DAY.search(lines[at - 1])}


def _gutter(lines: Sequence[str]) -> int | None:
    """Where the right column begins; ``None`` for a page without two columns."""
    begins = Counter(
        match.start() for line in lines for match in _BEGINS.finditer(line, _FROM, _TO)
    )
    filled = [line for line in lines if line.strip()]
    for start, count in begins.most_common(3):
        left = sum(bool(line[:start].strip()) for line in filled)
        crossing = sum(_crosses(line, start) for line in filled)
        if min(count, left) >= _LEAST and crossing <= max(3, _CROSSING * len(filled)):
            return start
    return None


def _crosses(line: str, gutter: int) -> bool:
    """Whether words stand where the white between the columns is."""
    return bool(line[gutter - 2 : gutter].strip()) or (
        len(line) > gutter and not line[gutter].strip() and bool(line[gutter:].strip())
    )


def _below(block: Sequence[tuple[str, str]]) -> Iterator[str]:
    """The left column of some rows, then the right one, which goes on where the left one ends."""
    left, right = _column(block, 0), _column(block, 1)
    if any(left) and any(right):
        while not left[-1]:
            left.pop()
        while not right[0]:
            right.pop(0)
    yield from left
    if any(right) or not any(left):
        yield from right


def _column(block: Sequence[tuple[str, str]], side: int) -> list[str]:
    column = [row[side] for row in block]
    others = [row[1 - side] for row in block]
    return [
        words for at, words in enumerate(column) if words or not _is_between(column, others, at)
    ]


def _is_between(column: Sequence[str], others: Sequence[str], at: int) -> bool:
    """Whether a row is empty only because the other column's lines stand between this one's."""
    return 0 < at < len(column) - 1 and bool(
        others[at]
        and column[at - 1]
        and column[at + 1]
        and not others[at - 1]
        and not others[at + 1]
    )
