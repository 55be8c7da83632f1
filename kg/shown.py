"""Text made fit to be shown: on one line of a terminal, in aligned columns, in XML."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence

# what would move the cursor or turn the line of a terminal
_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]"
)
# what XML 1.0 cannot hold in any spelling; U+FFFD stands for it, as for any lost character
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LEAST, _READABLE = 8, 10


def one_line(text: str) -> str:
    """Text on one line, without what a terminal would obey.

    >>> one_line("a\\n  b\\x1b[2J")
    'a b\\ufffd[2J'
    """
    return _CONTROL.sub("\ufffd", " ".join(text.split()))


def xml_text(text: str) -> str:
    """Text that XML can hold.

    >>> xml_text("a\\x0cb")
    'a\\ufffdb'
    """
    return _UNFIT.sub("\ufffd", text)


def shortened(text: str, room: int) -> str:
    """Text that takes no more than ``room`` columns; what is cut off shows as an ellipsis.

    >>> shortened("Gezondheid", 6), shortened("zorg", 6)
    ('Gezon…', 'zorg')
    """
    if wide(text) <= room:
        return text
    left = room - 1
    for at, char in enumerate(text):
        left -= _columns(char)
        if left < 0:
            return f"{text[:at]}…"
    return text


def aligned(
    rows: Sequence[Sequence[str]], *, width: int | None = None, right: Collection[int] = ()
) -> list[str]:
    """The rows as lines of aligned columns, the first ruled off as their head.

    ``width`` narrows the widest columns until all fit, those of several words first: a number that
    is cut off names nothing. The columns numbered in ``right`` end, not begin, below one another.

    >>> aligned([["kind", "n"], ["Letter", "7"]], right=(1,))
    ['kind    n', '------  -', 'Letter  7']
    >>> aligned([["id", "words"], ["kst-25295-1892", "in a sentence"]], width=26)[2]
    'kst-25295-1892  in a sent…'
    """
    widths = _widths(rows, width)
    head, *body = rows
    return [
        line(row, widths, right) for row in (head, ["-" * each for each in widths], *body)
    ]


def line(cells: Sequence[str], widths: Sequence[int], right: Collection[int] = ()) -> str:
    """One row in columns of these widths.

    >>> line(["Letter", "7"], [8, 3], right=(1,))
    'Letter      7'
    """
    placed = enumerate(zip(cells, widths, strict=True))
    return "  ".join(_fit(cell, room, at in right) for at, (cell, room) in placed).rstrip()


def wide(text: str) -> int:
    """How many columns a terminal gives this text.

    >>> wide("zorg"), wide("é"), wide("漢")
    (4, 1, 2)
    """
    if text.isascii():
        return len(text)
    return sum(_columns(char) for char in text)


def _widths(rows: Sequence[Sequence[str]], width: int | None) -> list[int]:
    """The width of each column; the widest give way until all fit, words before numbers."""
    columns = range(len(rows[0]))
    widths = [max(wide(row[at]) for row in rows) for at in columns]
    if width is None or not widths:
        return widths
    room = width - 2 * (len(widths) - 1)
    words = [at for at in columns if any(" " in row[at] for row in rows[1:])]
    _narrow(widths, words, room, _READABLE)
    _narrow(widths, columns, room, _LEAST)
    return widths


def _narrow(widths: list[int], columns: Sequence[int], room: int, least: int) -> None:
    """Take from the widest of these columns until all fit, or none is wider than ``least``."""
    while sum(widths) > room:
        by_width = sorted(columns, key=lambda at: (-widths[at], at))
        if not by_width or widths[by_width[0]] <= least:
            return
        widest, rest = by_width[0], widths[by_width[1]] if len(by_width) > 1 else 0
        fits = widths[widest] - (sum(widths) - room)
        widths[widest] = max(least, min(widths[widest] - 1, max(rest, fits)))


def _fit(text: str, room: int, right: bool) -> str:
    text = shortened(text, room)
    blank = " " * (room - wide(text))
    return blank + text if right else text + blank


def _columns(char: str) -> int:
    if unicodedata.combining(char) or char == "\u00ad":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
