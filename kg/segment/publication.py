"""What the head of an official publication says, and what Kamerstuk and Aanhangsel share."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.model import HeaderField, Part, Signatory, Span
from kg.segment.page import Page
from kg.text import find_date

_SESSION = re.compile(r"[Vv]ergaderjaar\s?(\d{4})\s?[–—-]\s?(\d{4})")
_OWN_ID = re.compile(r"(?:kst|ah-[te]k|h-[te]k)-\d[\w-]{3,40}?(?=ISSN|\Z|\s)")


@dataclass(slots=True)
class Publication:
    """What the head of a publication says: its fields, heading and who answered.

    ``stop`` is the line after the head, 0 where the document is no publication.
    """

    fields: list[HeaderField] = field(default_factory=list)
    heading: str | None = None
    heading_line: int | None = None
    answerers: list[Signatory] = field(default_factory=list)
    aanhangsel: bool = False
    stop: int = 0


def printed_session(page: Page, top: list[int]) -> HeaderField | None:
    """The vergaderjaar printed at the top, as "2022-2023"."""
    for line in top[:15]:
        body = page.bodies[line]
        match = _SESSION.search(body) if "ergaderjaar" in body else None
        if match:
            start = page.start(line)
            span = Span(start + match.start(1), start + match.end(2))
            return HeaderField("session", f"{match[1]}-{match[2]}", span)
    return None


def day_alone(page: Page, line: int) -> HeaderField | None:
    """The day that a line is, and nothing else."""
    start, end = page.start(line), page.end(line)
    found = find_date(page.text, start, end) if end - start <= 20 else None
    if found is None or found[1] > start or found[2] < end:
        return None
    return HeaderField("date", found[0].isoformat(), Span(start, end))


def printed_own_id(page: Page) -> HeaderField | None:
    """The identifier a publication prints for itself at the foot of its first page."""
    for line in sorted(line for line, part in page.parts.items() if part is Part.FURNITURE):
        body = page.bodies[line]
        match = _OWN_ID.match(body) if body[:2] in ("ks", "ah", "h-") else None
        if match:
            start = page.start(line)
            return HeaderField("own-id", match.group(), Span(start, start + match.end()))
    return None
