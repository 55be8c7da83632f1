"""Whose questions a letter answers: the members named in its subject or its first words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.model import HeaderField, Kind
from kg.segment.head import Head
from kg.segment.names import member_names
from kg.segment.page import Page

_QUESTIONS = re.compile(
    r"[Vv]ragen\s+(?:van\s+|gesteld\s+door\s+)?"
    r"(?:het\s+lid|de\s+leden|leden|lid|de\s+Kamerleden)\s+(?!der\s+Kamer\b)"
)
_OPENING = 2500  # code points within which a letter says whose questions it answers
_ASKED_END = re.compile(
    r"\s(?:aan\s+(?:de|het)|over|van uw Kamer|inzake|betreffende|met betrekking|die|"
    r"naar aanleiding)\s|\.\s|\n\s*\n"
)


def askers(
    page: Page, head: Head, fields: Sequence[HeaderField], kind: Kind
) -> Iterator[HeaderField]:
    """The members whose questions a letter answers; nothing where it answers none.

    >>> from kg.model import Document, Span
    >>> from kg.segment.page import open_page
    >>> text = "Vragen van het lid Bos (VVD) over fietsen"
    >>> page, subject = open_page(Document(text, "", "")), HeaderField("subject", text, Span(0, 41))
    >>> [field.value for field in askers(page, Head(0, 0, None, 0), [subject], Kind.LETTER)]
    ['Bos (VVD)']
    """
    subject = next((f for f in fields if f.name == "subject"), None)
    places = [] if subject is None else [tuple(subject.span)]
    if kind is Kind.WRITTEN_ANSWER:
        start = page.starts[min(head.stop, len(page) - 1)]
        places.append((start, min(len(page.text), start + _OPENING)))
    for start, stop in places:
        if page.text.find("ragen", start, stop) < 0:  # far faster than the pattern
            continue
        match = _QUESTIONS.search(page.text, start, stop)
        if match is None:
            continue
        end = _ASKED_END.search(page.text, match.end(), stop)
        last = end.start() if end else min(stop, match.end() + 200)
        found = list(member_names(page.text, match.end(), last))
        while found and found[0].value.endswith(")") and not found[-1].value.endswith(")"):
            found.pop()  # words behind the last party are no members
        if found:
            yield from found
            return
