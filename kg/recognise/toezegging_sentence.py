"""The sentence that a commitment stands in, or the clause of it, as one line.

A sentence ends at its full stop, at a heading, a list entry, an empty line; "nr.", "d.d." end
none. "… en ik verwacht …" is a clause of its own, and so is "… maar informeer ik …".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.model import Span
from kg.patterns import later
from kg.recognise.topic import joined

_BACK, _AHEAD, _STEP = 460, 520, 256
# Begins with a set of characters, so that the search skips from one of them to the next.
_ENDS = later(
    r"""[.!?:;\n](?:
        (?<=[.!?:])[\"”’')\]]{0,2}(?:\d{1,2}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|(?:\[\^?\d{1,3}\]){1,3})?
            (?=\s{1,80}(?:[A-ZÀ-Þ•●▪◦“\"‘(*–-]|\Z)|\Z)
      | (?<=[a-zà-ÿ%)]\.)(?=[A-ZÀ-Þ][a-zà-ÿ]{1,20}\s)
      | (?<=\n)(?=[ \t\xa0]{0,80}[A-ZÀ-Þ])
      | (?<=\n)[ \t\xa0]{0,80}\r?\n
      | (?<=\n)[ \t\xa0]{0,80}(?=(?:[•●▪◦]|[o*–-][ \t]|\d{1,2}[.)][ \t]))
      | (?<=;)\s)""",
    re.VERBOSE,
)
_SHORT = later(
    r"""(?:\b(?:c\.s|o\.a|m\.b\.t|t\.b\.v|n\.a\.v|t\.a\.v|d\.d|jl|bijv|nrs?|incl|art|dr|drs|prof|mr
        |dhr|mevr|mw|resp|zgn|d\.m\.v|i\.v\.m|i\.h\.k\.v|Kamerst)|\b[A-Z]|\b\d{1,2})\Z""",
    re.VERBOSE,
)
_CLAUSE = later(
    r"""[,\s](?:(?<=,)\s+|(?<=\s)\s*)(?:en|maar)\s+
        (?=(?:(?:in|op|na|over|aan|met|bij|voor|vóór|medio|begin|eind|uiterlijk|binnen|dit
                |volgend\w*|dan|ook|tevens|vervolgens|daarnaast|verder|zo|hier\w*|daar\w*)\s+(?:\S+\s+){0,4}?)?
            (?:informeer|informeren|stuur|sturen|zend|zal|zullen|kom|komen|bericht|rapporteer)\s+
            (?:ik|we|wij|het\s+kabinet)\b
        |(?:ik|we|wij)\s+(?:verwacht|hoop|zal|informeer|stuur)\b)""",
    re.VERBOSE | re.IGNORECASE,
)
# What stands before "en" is a clause of its own only with a verb: not "over de wet en in …".
_WHOLE = later(
    r"""\b(?:ik|wij|we|ben|is|zijn|was|heb|heeft|hebben|wordt|worden|werd|kan|kunnen|zal|zullen
        |wil|willen|moet|moeten|gaat?|gaan|komt?|komen|vindt|vinden|neem|neemt|doe|doet|geef|geeft|stuurt?|loopt
        |informeert?|ontvangt|maakt?|werkt?|onderzoekt?|staat|ligt|blijft|start|volgt
        |verwacht)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_PARAGRAPH = later(r"\n[ \t\xa0]{0,80}\r?\n")
# The mark of a footnote glued to its word: "geïnformeerd4"
_GLUED = later(r"(?<=[a-zà-ÿ]{3})(?:\d{1,2}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})(?=[\s.,;:)]|\Z)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """The sentence around a trigger: where it stands, and as one line."""

    span: Span
    line: str


def sentence_around(text: str, at: int) -> Sentence:
    """The sentence, or the clause of it, that ``at`` stands in; bounded on both sides.

    >>> sentence_around("Dat is zo. Dit loopt door en ik verwacht in mei\\nmeer.", 40).line
    'ik verwacht in mei meer.'
    """
    start, end = _bounds(text, at)
    for clause in _CLAUSE.finditer(text, start, end):
        if not _WHOLE.search(text, start, clause.start()):
            continue
        if clause.end() <= at:
            start = clause.end()
        else:
            end = clause.start()
            break
    stretch = text[start:end]
    begin = start + len(stretch) - len(stretch.lstrip(" \t\r\n\xa0•●▪◦–-"))
    finish = max(begin, start + len(stretch.rstrip()))
    return Sentence(Span(begin, finish), _GLUED.sub("", joined(text[begin:finish])))


def sentence_before(text: str, start: int) -> str | None:
    """The sentence of the same paragraph just before ``start``; ``None`` where there is none.

    >>> text = "Het onderzoek loopt nog. Hierover informeer ik u in mei."
    >>> sentence_before(text, text.index("Hierover"))
    'Het onderzoek loopt nog.'
    """
    end = len(text[max(0, start - 20) : start].rstrip()) + max(0, start - 20)
    if end <= 0 or _PARAGRAPH.search(text, end, start):
        return None
    sentence = sentence_around(text, end - 1)
    return sentence.line if sentence.span.end <= start else None


def _bounds(text: str, at: int) -> tuple[int, int]:
    """Where the sentence around ``at`` begins and ends.

    Where no end of a sentence is near, the bounds are multiples of a step, so that text without
    sentences is judged once for each step and not at every trigger.
    """
    start, end = max(0, at - _BACK), min(len(text), at + _AHEAD)
    start, end = start - start % _STEP, end - end % _STEP if end < len(text) else end
    passed = []
    for match in _ENDS.finditer(text, start, end):
        if match.end() <= at:
            passed.append(match)
        elif match.start() >= at and _is_end(text, match):
            end = match.end() if match[0].strip() else match.start()
            break
    last = next((match for match in reversed(passed) if _is_end(text, match)), None)
    return last.end() if last else start, end


def _is_end(text: str, match: re.Match[str]) -> bool:
    """Whether a full stop or line break ends a sentence: no abbreviation, no line that runs on."""
    if match[0][0] == ".":
        return not _SHORT.search(text[max(0, match.start() - 10) : match.start()])
    return match[0] != "\n" or _is_heading(text, match.start())


def _is_heading(text: str, newline: int) -> bool:
    """Whether the line before ``newline`` is too short to run on: a heading, a margin."""
    line = text[max(0, newline - 90) : newline].rsplit("\n", 1)[-1].strip()
    return len(line) <= 32 and not line.endswith((",", "-", "–", "/")) and len(line.split()) <= 4
