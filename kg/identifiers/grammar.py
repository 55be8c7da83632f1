"""The small change of printed citations: gaps, broken words, dashes, years, pages.

Every pattern here is for ``re`` and bounded; the possessive ones (``*+``) never try a second time,
so that text made of blanks alone costs no more than its length. White space of any kind, one line
break, soft hyphens and emphasis marks may stand wherever a citation has a gap.
"""

from __future__ import annotations

import re

BLANK = (
    "[ \\t\\r\\f\\v\\x1c-\\x1f\\x85\\u00a0\\u00ad\\u1680\\u2000-\\u200f\\u2028\\u2029\\u202f"
    "\\u205f\\u2060\\u3000\\ufeff*]"
)
GAP = rf"(?:{BLANK}{{0,80}}+(?:\n{BLANK}{{0,160}}+)?+)"
DASH = "[-\u2010-\u2015\u2212]"

# "Handelin-\ngen", "Handelin\u00adgen": a word torn apart at the end of a line.
TEAR = r"(?:\u00ad|[-\u2010\u00ac]?[ \t]{0,9}\r?\n[ \t]{0,160})?"

# The same for triggers, in the common tongue of RE2 and ``re``.
TORN = "(?:\u00ad|[-\u2010]?\\s{1,60})?"

YEARS = rf"(?P<years>[0-9]{{3,4}}{GAP}(?:{DASH}|/){{1,2}}{GAP}[0-9]{{2,4}})"
_SESSION_WORD = TEAR.join(("ver", "ga", "der", "jaar"))
SESSION = rf"(?i:{_SESSION_WORD}|zitting(?:sjaar)?|vj\.)"
CHAMBER = (
    rf"(?:(?:der|van de|v\.d\.){GAP})?(?P<chamber>(?:Eerste|Tweede){GAP}Kamer"
    rf"(?:{GAP}der{GAP}Staten-Generaal)?|Verenigde{GAP}Vergadering|VV|TK|EK|I{{1,2}}|I I|11|1)\b\*?"
)
COMMA = rf"{GAP}(?:[,;]{GAP})?+"

_BLANKS = re.compile(f"(?:{BLANK}|\n)+")
_SOFT = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


def word(syllables: str) -> str:
    """A pattern for a word that may be torn at its syllables.

    >>> bool(re.fullmatch(word("Han-de-lin-gen"), "Handelin-\\n  gen"))
    True
    """
    return TEAR.join(re.escape(part) for part in syllables.split("-"))


def tight(text: str) -> str:
    """The text without any blank in it, dashes made hyphens: for comparing codes and numbers.

    >>> tight("DGLGS / 96865694"), tight("21501–32")
    ('DGLGS/96865694', '21501-32')
    """
    return re.sub(DASH, "-", _BLANKS.sub("", text))


def even(text: str) -> str:
    """The text with each run of blanks as one space and soft hyphens gone, for reading strictly.

    >>> even("Stb.\\u00a02020,\\n  123")
    'Stb. 2020, 123'
    """
    return _BLANKS.sub(" ", _SOFT.sub("", text)).strip()


def chamber(printed: str | None) -> str:
    """``ek`` or ``vv`` where the Eerste Kamer or the Verenigde Vergadering is printed, else ``tk``.

    >>> [chamber(c) for c in ("Eerste Kamer", "I", "I I", "VV", None)]
    ['ek', 'ek', 'tk', 'vv', 'tk']
    """
    start = (printed or "")[:1]
    if start == "V":
        return "vv"
    return "ek" if start == "E" or printed in ("I", "1") else "tk"
