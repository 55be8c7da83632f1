"""Footnote marks that stand against a number, told by the footnote they point at.

Text made from a PDF prints "nr. 1892¹²" as "nr. 189212". Whether its last digits are a mark shows
only where a line soon after begins with that number, as the footnote itself does.
"""

from __future__ import annotations

import re

_WITHIN = 8000  # code points; a footnote stands on the page of its mark

REASON = "the digits at the end are taken for the mark of that footnote"
"""What a mention says whose last digits were read so."""


def is_note(text: str, label: str, position: int) -> bool:
    r"""Whether a line soon behind ``position`` begins with the label, as a footnote does.

    >>> is_note("nr. 189212. Dus\n 12 Zie daar", "12", 10)
    True
    >>> is_note("nr. 189212. Dus\n 120 mensen", "12", 10)
    False
    """
    line = re.compile(rf"^[^\S\n]{{0,40}}+\[?\^?{label}(?![0-9A-Za-z/-])", re.MULTILINE)
    return line.search(text, position, position + _WITHIN) is not None


def without_mark(text: str, digits: str, end: int, longest: int) -> str | None:
    r"""The number that ``digits`` begin with, which end at ``end``, when the rest is a mark.

    It has at most ``longest`` digits; where two ways of cutting fit there is none.

    >>> without_mark("nr. 189212. Dus\n 12 Zie daar", "189212", 10, 4)
    '1892'
    """
    found = [
        digits[:cut]
        for cut in range(max(1, len(digits) - 3), min(longest, len(digits) - 1) + 1)
        if digits[cut] != "0" and is_note(text, digits[cut:], end)
    ]
    return found[0] if len(found) == 1 else None
