"""Who submitted a motion or an amendment: the names printed below it."""

from __future__ import annotations

import re

from kg.model import Part, Signatory, Span
from kg.segment.names import clean_name
from kg.segment.page import Page
from kg.segment.publication import Publication
from kg.text import find_date, fold, mend_accents

_FORMULA = "tot de orde van de dag"
_LATER = re.compile(r"Later toegevoegde medeindiener(?:s|\(s\))?\s?:\s?")
_NO_NAME = re.compile(r"[\d:;!?@#|\[\]]|\.$")


def read_submitters(page: Page, publication: Publication) -> list[Signatory]:
    """Claim the names below the motion's formula, or at the end of the piece.

    A name the heading prints too counts even where it is a common word.
    """
    heading = fold(publication.heading or _heading(page))
    formula = [line for line, body in enumerate(page.bodies) if _FORMULA in body]
    if formula:
        found = _names_from(page, formula[-1] + 1, heading)
        if found:
            return found
    first = max(publication.stop, 1)
    for line in range(first, len(page)):
        if page.free(line) and _name(page.bodies[line], heading, known=True):
            return _names_from(page, line, heading)
    filled = [line for line in range(first, len(page)) if page.free(line)]
    start = len(filled)
    while start > 0 and len(filled) - start < 20 and clean_name(page.bodies[filled[start - 1]]):
        start -= 1
    return _names_from(page, filled[start], heading) if start < len(filled) else []


def _heading(page: Page) -> str:
    """The lines at the top that name the motion, where no head of a Kamerstuk was read."""
    for line, body in enumerate(page.bodies[:120]):
        if body[:5].upper() in ("MOTIE", "AMEND", "GEWIJ", "NADER"):
            return " ".join(page.bodies[line : line + 3])
    return ""


def _name(body: str, heading: str, *, known: bool) -> str | None:
    """The name a line is; ``known`` where only names of the heading count."""
    if len(body) > 50 or _NO_NAME.search(body):
        return None
    folded = fold(body)
    if len(folded) > 2 and folded in heading and body[0].isupper() and not body.isupper():
        return mend_accents(" ".join(body.split()))
    return None if known else clean_name(body)


def _names_from(page: Page, first: int, heading: str) -> list[Signatory]:
    """The names on the lines from ``first`` on, until a line is none."""
    found: list[Signatory] = []
    for line in range(first, min(len(page), first + 60)):
        body = page.bodies[line]
        if not body or page.parts.get(line) is Part.FURNITURE:
            continue
        later = _LATER.match(body)
        at = later.end() if later else 0
        name = _name(body[at:], heading, known=False)
        if name is None or not page.free(line) or find_date(body):
            break
        page.claim(line, Part.SIGNATURE)
        start = page.start(line) + at
        found.append(Signatory(name, Span(start, page.end(line)), None, None))
    return found
