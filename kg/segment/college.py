"""Who signs for a college or a committee: chairman, secretary, members by name and office.

"Commissariaat voor de Media, / Voorzitter, / A. Jansen / Commissaris, / B. de Vries", or each name
above the office, under a regulation; "De voorzitter van de commissie, Jansen / De griffier van de
commissie, De Boer" in a Kamerstuk. A minister signs as under a letter: ``kg.segment.signing``.
"""

from __future__ import annotations

import re

from kg.model import Part, Signatory, Span
from kg.segment.names import clean_name, is_full_name
from kg.segment.page import Page, openings

_ROLE = re.compile(
    r"(?:(?:de|als|algemeen|plaatsvervangend|plv\.|waarnemend|wnd\.)\s){0,2}(?:vice-?|bestuurs)?"
    r"(?:voorzitter|secretaris|directeur|commissaris|president|bestuurder|collegelid)"
    r"(?:-(?:secretaris|directeur|generaal|bestuurder))?"
    r"(?:\s(?:van|raad|a\.i\.)(?:\s?[^.,:;]{1,60})?(?:a\.i\.)?)?[.,:]?\Z",
    re.IGNORECASE,
)
_GLUED = re.compile(r"(?:[A-Z]\.){1,5}[A-Z][a-z]")  # "J.C.Jansen", as some programs print it
_FOR_COMMITTEE = re.compile(
    r"(?P<office>De (?:(?:fungerend|waarnemend|wnd\.|plv\.|tijdelijk)e? )?"
    r"(?:(?:onder|vice)?voorzitter|(?:adjunct-)?griffier) van de "
    r"(?:(?:vaste|algemene|tijdelijke|parlementaire|bijzondere) )?[Cc]ommissie\b[^,:;.]{0,120}), "
    r"(?P<name>[A-ZÀ-Þ’'][^,.:;\d]{1,40})\Z"
)
_BOTH = 2  # chairman and griffier
_DE = openings("de")
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
        if _ROLE.match(second) and _name(first):
            return _pairs(page, lines[at:], office_first=False)
    return []


def read_committee(page: Page, first: int) -> list[Signatory]:
    """Claim the lines after ``first`` by which chairman and griffier sign; who they are."""
    found: list[Signatory] = []
    for line in page.opening(_DE):
        body = page.bodies[line]
        match = _FOR_COMMITTEE.match(body) if line >= first and page.free(line) else None
        name = clean_name(match["name"]) if match else None
        if match is None or name is None:
            continue
        start = page.start(line)
        places = (Span(start + a, start + b) for a, b in (match.span("name"), match.span("office")))
        named, office = places
        found.append(Signatory(name, named, match["office"], office))
        page.claim(line, Part.SIGNATURE)
        if len(found) == _BOTH:
            break
    return found


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
