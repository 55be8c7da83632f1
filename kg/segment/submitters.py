"""Who submitted a motion or an amendment: the names printed below it."""

from __future__ import annotations

from kg.model import Part, Signatory
from kg.segment.names import clean_name
from kg.segment.page import Page
from kg.segment.printed import Publication

_FORMULA = "tot de orde van de dag"


def read_submitters(page: Page, publication: Publication) -> list[Signatory]:
    """Claim the names below the motion's formula, or at the end of an amendment."""
    formula = [line for line, body in enumerate(page.bodies) if _FORMULA in body]
    if formula:
        return _names_from(page, formula[-1] + 1)
    first = max(publication.stop, 0)
    ends = [line for line in range(first, len(page)) if page.free(line)]
    start = len(ends)
    while start > 0 and len(ends) - start < 20 and clean_name(page.bodies[ends[start - 1]]):
        start -= 1
    return _names_from(page, ends[start]) if start < len(ends) else []


def _names_from(page: Page, first: int) -> list[Signatory]:
    """The names on the lines from ``first`` on, until a line is none."""
    found: list[Signatory] = []
    for line in range(first, min(len(page), first + 60)):
        body = page.bodies[line]
        if not body or page.parts.get(line) is Part.FURNITURE:
            continue
        name = clean_name(body) if len(body) <= 50 else None
        if name is None or not page.free(line):
            break
        page.claim(line, Part.SIGNATURE)
        found.append(Signatory(name, page.span(line), None, None))
    return found
