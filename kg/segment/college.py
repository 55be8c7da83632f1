"""Who signs a regulation of a college: its chairman, secretary or members by name and office.

"Commissariaat voor de Media, / Voorzitter, / A. Jansen / Commissaris, / B. de Vries", or each name
above the office. A minister's regulation is signed as a letter is: ``kg.segment.signing``.
"""

from __future__ import annotations

import re

from kg.model import Part, Signatory, Span
from kg.segment.names import clean_name, is_full_name
from kg.segment.page import Page

_ROLE = re.compile(
    r"(?:(?:de|als|algemeen|plaatsvervangend|plv\.|waarnemend|wnd\.)\s){0,2}(?:vice-?|bestuurs)?"
    r"(?:voorzitter|secretaris|directeur|commissaris|president|bestuurder|collegelid)"
    r"(?:-(?:secretaris|directeur|generaal|bestuurder))?"
    r"(?:\s(?:van|raad|a\.i\.)(?:\s?[^.,:;]{1,60})?(?:a\.i\.)?)?[.,:]?\Z",
    re.IGNORECASE,
)
_GLUED = re.compile(r"(?:[A-Z]\.){1,5}[A-Z][a-z]")  # "J.C.Jansen", as some programs print it
_LONGEST = 80  # code points of a line that is a name or an office


def read_college(page: Page) -> list[Signatory]:
    """Claim the lines on which names and offices of a college alternate; who signs there."""
    lines = page.filled
    for at in range(len(lines) - 1):
        first, second = page.bodies[lines[at]], page.bodies[lines[at + 1]]
        if len(first) > _LONGEST or len(second) > _LONGEST or not page.free(lines[at]):
            continue
        if _ROLE.match(first) and _name(second):
            return _pairs(page, lines[at:], office_first=True)
        if _name(first) and _ROLE.match(second):
            return _pairs(page, lines[at:], office_first=False)
    return []


def _name(body: str) -> str | None:
    """The full name a line is; ``None`` for any other words."""
    name = clean_name(body) if len(body) <= _LONGEST and not _ROLE.match(body) else None
    full = name is not None and (is_full_name(name) and "." in name or _GLUED.match(name))
    return name if full else None


def _pairs(page: Page, lines: list[int], *, office_first: bool) -> list[Signatory]:
    """The pairs that follow each other from the first line on."""
    found: list[Signatory] = []
    for one, two in zip(lines[::2], lines[1::2], strict=False):
        office, named = (one, two) if office_first else (two, one)
        name = _name(page.bodies[named])
        if name is None or _ROLE.match(page.bodies[office]) is None:
            break
        words = page.bodies[office].rstrip(",:").removesuffix(".")
        words += "." if words.endswith("a.i") else ""
        start, at = page.start(office), page.start(named)
        name_span = Span(at, at + len(page.bodies[named].rstrip(".,")))
        found.append(Signatory(name, name_span, words, Span(start, start + len(words))))
        for line in (one, two):
            page.claim(line, Part.SIGNATURE)
    return found
