"""The title of a memo: what stands below "nota" where no label says Onderwerp."""

from __future__ import annotations

import re

from kg.model import HeaderField, Part
from kg.segment.labels import read_label
from kg.segment.page import Page
from kg.text import unwrap

MEMO = re.compile(
    r"(?:\*{0,2}(?:TER (?:BESLISSING|INFORMATIE|ONDERTEKENING)|(?:beslis|informatie)?nota|"
    r"memo(?:randum)?)\*{0,2}\Z|"
    r"\(?ter (?:beslissing|informatie|ondertekening|besluitvorming)\)?\Z|"
    r"(?:beslis|informatie)nota\b)",
    re.IGNORECASE,
)
_TOP = 60  # filled lines within which a memo says what it is
_LINES = 4  # lines a title may take


def memo_title(page: Page) -> HeaderField | None:
    """Claim the words that make a document a memo, and its title; ``None`` where it is none."""
    for line in page.filled[:_TOP]:
        body = page.bodies[line]
        if len(body) > 400:
            return None
        if len(body) <= 40 and page.free(line) and MEMO.match(body):
            title = _title_below(page, line)
            if title is not None:
                return title
    return None


def _title_below(page: Page, line: int) -> HeaderField | None:
    """The paragraph below the word "nota" and what stands in brackets under it."""
    page.claim(line, Part.HEADING)
    first = page.next_filled(line, 6)
    while first is not None and MEMO.match(page.bodies[first]):
        page.claim(first, Part.HEADING)
        first = page.next_filled(first, 6)
    if first is None or not page.free(first) or read_label(page.bodies[first]) is not None:
        return None
    last = first
    while last + 1 < len(page) and last - first < _LINES - 1 and page.free(last + 1):
        last += 1
    span = page.span(first, last)
    if len(span) > 300 or page.bodies[last][-1] in ".:" or page.bodies[first][0] in "-•–":
        return None
    for number in range(first, last + 1):
        page.claim(number, Part.HEADING, new=number == first)
    return HeaderField("subject", unwrap(span.of(page.text)), span)
