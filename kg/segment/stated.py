"""What the file's format already says: metadata as fields, its footnotes, its margins and tables.

Believed only where an official publication speaks for itself (its metadata carries an identifier);
the properties of office files are often those of the template they were made from.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from kg.model import Document, FootnoteTie, HeaderField, NoteTie, Part, Span
from kg.segment.page import Page
from kg.text import SUPERSCRIPT

_OFFICIAL = re.compile(r"(?:kst|ah-[te]k|h-[te]k|ah|blg|kv-[te]k|stb|stcrt|trb)-[\w-]{2,60}\Z")
_COLUMN = frozenset(("header", "margin", "footer"))
_LABEL = re.compile(r"\s*\[?\^?(?:\d{1,3}|[⁰¹²³⁴-⁹]{1,3}|\*)\]?[.):]?\s+")


def stated_fields(document: Document) -> list[HeaderField]:
    """The fields the metadata of an official publication gives, where they are printed if at all.

    >>> from kg.model import Fact
    >>> facts = (Fact("identifier", "kst-29517-265", "owms"), Fact("chamber", "TK", "owms"))
    >>> [(f.name, f.value) for f in stated_fields(Document("a", "a.xml", "0", facts=facts))]
    [('own-id', 'kst-29517-265')]
    """
    facts: dict[str, str] = {}
    for fact in document.facts:
        facts.setdefault(fact.name, fact.value)
    own = [f.value for f in document.facts if f.name == "identifier" and _OFFICIAL.match(f.value)]
    if not own:
        return []
    found = [_field(document, "own-id", value) for value in own]
    if "vergaderjaar" in facts:
        found.append(_field(document, "session", facts["vergaderjaar"]))
    if "date" in facts:
        found.append(HeaderField("date", facts["date"], Span(0, 0)))
    return found


def _field(document: Document, name: str, value: str) -> HeaderField:
    """A field with the place of its value in the text, or an empty place where it is not there."""
    at = document.text.find(value)
    return HeaderField(name, value, Span(max(at, 0), at + len(value) if at >= 0 else 0))


def agreed(stated: list[HeaderField], printed: list[HeaderField]) -> list[HeaderField]:
    """Stated fields before printed ones; a printed one of the same value lends its place."""
    places = {(f.name, f.value): f for f in printed if len(f.span)}
    return [*(places.get((f.name, f.value), f) for f in stated), *printed]


def column_lines(page: Page, document: Document) -> dict[int, tuple[int, str]]:
    """Claim headers, footers and margins the format set apart; their lines as a margin column."""
    column: dict[int, tuple[int, str]] = {}
    for region in document.regions:
        if region.role not in _COLUMN:
            continue
        for line in _lines(page, region.span):
            if page.bodies[line] and region.span.start <= page.start(line) < region.span.end:
                page.claim(line, Part.FURNITURE)
                if region.role != "footer":
                    column.setdefault(line, (page.start(line), page.bodies[line]))
    return column


def claim_tables(page: Page, document: Document) -> None:
    """Claim the tables the format marks, save the lines that are a head, notes or a signature."""
    for region in document.regions:
        if region.role != "table":
            continue
        fresh = True
        for line in _lines(page, region.span):
            if page.free(line):
                page.claim(line, Part.TABLE, new=fresh)
                fresh = False


def _lines(page: Page, span: Span) -> range:
    """The lines a stretch stands on; none for an empty one."""
    if not len(span):
        return range(0)
    return range(page.line_at(span.start), page.line_at(span.end - 1) + 1)


# --- footnotes ---------------------------------------------------------------------------------


def claim_stated_notes(page: Page, document: Document) -> None:
    """Claim the lines of the notes the format ties, and of the stretches it sets apart as notes."""
    stretches: list[tuple[Span, str | None]] = [(tie.note, tie.label) for tie in document.notes]
    stretches += [(r.span, None) for r in document.regions if r.role == "note"]
    for span, label in stretches:
        lines = _lines(page, span)
        for line in lines:
            if page.bodies[line] and page.parts.get(line) in (None, Part.FOOTNOTE):
                page.claim(line, Part.FOOTNOTE, label if line == lines.start else None)


def tied(document: Document, guessed: Iterable[FootnoteTie]) -> Iterator[FootnoteTie]:
    """The ties of the format first, then guessed ones for marks and notes it left alone."""
    stated = [_tie(document.text, note) for note in document.notes]
    marks = sorted((tie.mark.start, tie.mark.end) for tie in stated)
    extra = [tie for tie in guessed if not _taken(tie.mark, marks)]
    starts = sorted(tie.note.start for tie in [*stated, *extra])
    for tie in sorted([*stated, *extra], key=lambda tie: (tie.mark.start, tie.note.start)):
        following = bisect_left(starts, tie.note.start + 1)
        if following < len(starts) and starts[following] < tie.note.end:
            end = starts[following]
            words = document.text[tie.note.start : end].rstrip("0123456789⁰¹²³⁴⁵⁶⁷⁸⁹ \t\n[]^")
            note = Span(tie.note.start, tie.note.start + len(words))
            tie = FootnoteTie(tie.label, tie.mark, tie.anchor, note, tie.exact)
        yield tie


def _taken(mark: Span, marks: list[tuple[int, int]]) -> bool:
    """Whether a mark overlaps one of the marks in order."""
    at = bisect_left(marks, (mark.start, mark.start))
    near = marks[max(0, at - 1) : at + 1]
    return any(start < mark.end and mark.start < end for start, end in near)


def _tie(text: str, note: NoteTie) -> FootnoteTie:
    """A tie of the format: the anchor is the end of the word before the mark."""
    at = note.mark.start
    while at > 0 and text[at - 1].isspace():
        at -= 1
    words = note.note.of(text)
    label = _LABEL.match(words)
    start = note.note.start + (label.end() if label and label.group().strip(" []^.:)\t\n") else 0)
    if label and not _same_label(label.group(), note.label):
        start = note.note.start
    end = note.note.start + len(words.rstrip())
    return FootnoteTie(note.label, note.mark, Span(at, at), Span(min(start, end), end))


def _same_label(printed: str, label: str) -> bool:
    """Whether the figure a note begins with is its label.

    >>> _same_label("¹ ", "1"), _same_label("12 ", "1")
    (True, False)
    """
    plain = printed.translate(SUPERSCRIPT)
    return plain.strip(" []^.:)\t\n") == label
