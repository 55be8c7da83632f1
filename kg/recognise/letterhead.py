"""The labels of a letterhead: "Kenmerk" or "Ons kenmerk" alone, the value under it.

Letters print their own reference in a column of labels and values, again at the head of every
page. Read as text, the column stands beside or inside the letter's own lines, so that the value
comes on the next line, at its end, or some lines on. A label is what stands alone in its column:
at the start of a line or after a wide gap, with nothing behind it on that line. The same word at
the end of a running line ("in de brief met kenmerk") is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.identifiers.kenmerk import REFERENCE, compact, is_reference, is_strong
from kg.model import Span
from kg.patterns import later

_LABEL = later(
    r"(?:^|(?<=[^\S\n]{2})|(?<=[\t|]))(?:\*\*|\#{1,4} )?"
    r"(?P<whose>(?:[Oo]ns|[Oo]nze|[Uu]w)[^\S\n]{1,9})?"
    r"(?P<word>[Kk]enmerk|[Rr]eferentie)(?:\*\*)?:?(?:\*\*)?"
    r"[^\S\n]{0,80}$",
    re.MULTILINE,
)
_CELL = later(r"[^\s|](?:[^\s|]|[^\S\n\t|](?![^\S\n\t|])){0,400}")
_REFERENCE = later(REFERENCE)
_LAST_WORD = later(r"(?:[A-Z][\w&-]{1,20} ?/ ?)?[\w.-]{5,60}$", re.ASCII)
# Nothing behind it in its cell, or another reference ("171733.02U en 172816.07U").
_ENDS = later(rf"[ *\\]*\.?[ *\\]*$|(?: en |[,;] ?){REFERENCE}[ .*\\]*$")
_LINES = 4  # how many lines that are not blank a value may stand under its label
_NEAR = 600  # how far back a label can stand


@dataclass(frozen=True, slots=True)
class Labelled:
    """A value under its label: the reference, where it stands, and whether it is the other's.

    ``yours`` is the letter that is answered ("Uw kenmerk").
    """

    reference: str
    span: Span
    yours: bool


def labelled_at(text: str, start: int) -> Labelled | None:
    """What the label whose word stands at or just after ``start`` names; ``None`` when no label.

    >>> labelled_at("Ons kenmerk\\n5303168\\n\\nGeachte voorzitter", 4)
    Labelled(reference='5303168', span=Span(start=12, end=19), yours=False)
    >>> labelled_at("in de brief met kenmerk\\n5303168", 16) is None
    True
    """
    line = text.rfind("\n", max(0, start - _NEAR), start) + 1
    end = text.find("\n", start)
    end = len(text) if end < 0 else end
    if end - line > _NEAR:
        return None
    for label in _LABEL.finditer(text, line, end):
        if label.start() <= start < label.end():
            return _value(text, label)
    return None


def label_of(text: str, start: int) -> Labelled | None:
    """The label whose value begins at ``start``, looked for in the lines before it.

    >>> label_of("Uw kenmerk\\n2023Z16994\\n", 11).yours
    True
    """
    before = text[max(0, start - _NEAR) : start]
    if "enmerk" not in before and "eferentie" not in before:
        return None
    for label in _LABEL.finditer(text, max(0, start - _NEAR), start):
        value = _value(text, label)
        if value is not None and value.span.start == start:
            return value
    return None


def _value(text: str, label: re.Match[str]) -> Labelled | None:
    """The first reference under a label, in its column before elsewhere."""
    column = label.start("word") - (text.rfind("\n", 0, label.start("word")) + 1)
    position, seen = label.end() + 1, 0
    while position < len(text) and seen < _LINES:
        end = text.find("\n", position, position + _NEAR)
        end = min(len(text), position + _NEAR) if end < 0 else end
        if text[position:end].strip():
            seen += 1
            if span := _reference_on(text, position, end, column):
                yours = (label["whose"] or "").lower().startswith("uw")
                return Labelled(compact(span.of(text)), span, yours)
        position = end + 1
    return None


def _reference_on(text: str, start: int, end: int, column: int) -> Span | None:
    cells = list(_CELL.finditer(text, start, end))
    cells.sort(key=lambda cell: abs(cell.start() - start - column) > 6)
    for cell in cells:
        whole = _REFERENCE.match(text, cell.start(), cell.end())
        if whole and _ENDS.match(text, whole.end(), cell.end()):
            if is_reference(compact(whole[0])):
                return Span(cell.start(), whole.end())
    if not cells:
        return None
    last = max(cell.end() for cell in cells)
    word = _LAST_WORD.search(text, max(start, last - 90), last)
    return Span(*word.span()) if word and is_strong(compact(word[0])) else None
