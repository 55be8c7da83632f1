"""What Handelingen print about themselves: the title of the item and the day of the sitting.

An item opens with its number and title, "14 / Ingekomen stukken"; the page about a publication
gives both in a table, "Titel / Mededelingen", "Datum vergadering / 2014-01-14"; the foot of every
page prints the day above meeting and page, "8 februari 2024 / TK 40 / 40-6-1", until 2010 without
an item, "TK 52 / 52-4021". A whole sitting opens with its number and day, "52ste vergadering /
Donderdag 12 februari 1998".
"""

from __future__ import annotations

import re

from kg.model import HeaderField, Span
from kg.segment.page import Page
from kg.text import find_date, unwrap

ABOUT = re.compile(r"Technische informatie over de publicatie h-[te]k-")
_ITEM = re.compile(r"\d{1,3}(?=\Z|\s{3,})")
_ITEM_AND_TITLE = re.compile(r"\d{1,3}\t(?P<title>[A-Z]\S.{1,600})\Z")  # as the XML has it
_ITEM_BEFORE_TITLE = re.compile(r"\d{1,3} (?P<title>[A-Z][^.;]{3,200})\Z")  # as a browser copies it
_OPENS = re.compile(r"Aan de orde (?:is|zijn)\b|(?:De\s+)?voorzitter:\Z|Voorzitter: [A-Z]")
_FIRST_CELL = re.compile(r"\S(?:[^ \t]|[ \t](?![ \t]{2}))*")
# What a sitting's record says within a few lines of the title of an item.
_SIGN = re.compile(
    r"(?:De\s+)?voorzitter\s*:|Voorzitter:|voorzitter\Z|:\Z|Aan de orde (?:is|zijn)\b|"
    r"Lijst van ingekomen stukken|Te behandelen:",
    re.IGNORECASE,
)
_SPEAKS = re.compile(r"(?:De\s+)?voorzitter\b|(?:De heer|Mevrouw|Minister|Staatssecretaris)\b")
_DATED = re.compile(r"Datum vergadering(?:\s{1,200}|\s?:\s?)(?=\d)")
_MEETING = re.compile(r"\d{1,3}(?:e|de|ste) vergadering(?:\Z|\s{3,})")
# "TK 40   40-6-1" or "TK 52   52-4021", from its K on: to that re skips
_FOOT = re.compile(
    r"K(?<=\b[TE]K)\s{1,80}([1-9]\d{0,2})\s{1,200}\1-(?:[1-9]\d{0,2}-\d{1,4}|\d{1,5}(?!-))\b"
)
# "Begroting Landbouw, Natuur en      8 februari 2024 / Tweede Kamer    Voedselkwaliteit      TK 40"
_FOOT_TITLE = re.compile(
    r"(?:^[ \t]{0,80}(?P<above>[A-Z]\S.{1,80}?)[ \t]{3,}\d{1,2} [a-z]+ \d{4}[ \t]*\n)?"
    r"^[ \t]{0,80}(?:Tweede|Eerste) Kamer[ \t]{2,}(?P<title>\S.{1,100}?)[ \t]{2,}[TE]K\s{1,80}\d",
    re.MULTILINE,
)
_NEAR = 500  # how far above its number the day of a foot stands, wide columns included
_TITLE = 600  # code points the title of an item may have
_TOP = 12  # filled lines within which an item begins, and within which it shows what it is
_COLUMN = 40  # a line that begins further to the right holds only the right column's words
_TABLE = 400  # filled lines within which the table of a publication stands


def item_title(page: Page) -> HeaderField | None:
    """The title of the item a record opens with, or that the page about it gives."""
    top = page.filled[:_TOP]
    if any(ABOUT.match(page.bodies[line]) for line in top):
        return _stated_title(page)
    left = [line for line in page.filled[: 2 * _TOP] if page.indent(line) < _COLUMN][:_TOP]
    for at, line in enumerate(left[:5]):
        copied = _ITEM_BEFORE_TITLE.match(page.bodies[line])
        if copied and any(_OPENS.match(page.bodies[below]) for below in left[at + 1 : at + 3]):
            span = Span(page.start(line) + copied.start("title"), page.start(line) + copied.end())
            return HeaderField("subject", copied["title"], span)
        if at > 2:
            continue
        if both := _ITEM_AND_TITLE.match(page.bodies[line]):
            if not any(_SIGN.match(page.bodies[below]) for below in left[at + 1 :]):
                return None
            start = page.start(line)
            return HeaderField(
                "subject", both["title"], Span(start + both.start("title"), start + both.end())
            )
        if _ITEM.match(page.bodies[line]) and at + 1 < len(left):
            return _title_below(page, left[at + 1 :])
    return None


def sitting_day(page: Page) -> HeaderField | None:
    """The day of the sitting: of the page about a publication, the heading or the pages' foot."""
    if not any(ABOUT.match(page.bodies[line]) for line in page.filled[:_TOP]):
        return _heading_day(page) or _foot_day(page)
    match = _DATED.search(page.text)
    found = find_date(page.text, match.end(), match.end() + 30) if match else None
    if match is None or found is None or found[1] != match.end():
        return None
    return HeaderField("date", found[0].isoformat(), Span(found[1], found[2]))


def foot_title(page: Page) -> HeaderField | None:
    """The title of the item that the first foot of a page gives, for a part without its beginning.

    >>> from kg.model import Document
    >>> from kg.segment.page import open_page
    >>> text = "Begroting     8 mei 2024\\nTweede Kamer   Natuur 2024   TK 70    70-3-12\\n"
    >>> foot_title(open_page(Document(text, "", ""))).value
    'Begroting Natuur 2024'
    """
    foot = _first_foot(page.text)
    title = foot and _FOOT_TITLE.search(page.text, max(0, foot[0] - _NEAR), foot[1])
    if title is None:
        return None
    words = " ".join(part for part in (title["above"], title["title"]) if part)
    return HeaderField("subject", words, Span(title.start("title"), title.end("title")))


def _heading_day(page: Page) -> HeaderField | None:
    """The day beside or just below the number of the sitting a record opens with."""
    at = next((line for line in page.filled[:_TOP] if _MEETING.match(page.bodies[line])), None)
    if at is None:
        return None
    end = page.next_filled(at, 3)
    found = find_date(page.text, page.start(at), page.span(at, at if end is None else end).end)
    return found and HeaderField("date", found[0].isoformat(), Span(found[1], found[2]))


def _foot_day(page: Page) -> HeaderField | None:
    """The last day printed before the first foot, "8 februari 2024 / TK 40   40-6-1"."""
    foot = _first_foot(page.text)
    if foot is None:
        return None
    last, at = None, max(0, foot[0] - _NEAR)
    while found := find_date(page.text, at, foot[0]):
        last, at = found, found[2]
    return last and HeaderField("date", last[0].isoformat(), Span(last[1], last[2]))


def _first_foot(text: str) -> tuple[int, int] | None:
    """The stretch of the first meeting and page at the foot of a page."""
    match = _FOOT.search(text)
    return match and (match.start() - 1, match.end())


def _stated_title(page: Page) -> HeaderField | None:
    """The value below "Titel" in the table, up to the next label."""
    for line in page.filled[:_TABLE]:
        if page.bodies[line] != "Titel":
            continue
        first = page.next_filled(line, 6)
        last = first
        while last is not None and last + 1 < len(page) and page.bodies[last + 1]:
            last += 1
        if first is None or last is None or last - first > 40:
            return None
        span = page.span(first, last)
        return HeaderField("subject", unwrap(span.of(page.text)), span)
    return None


def _title_below(page: Page, lines: list[int]) -> HeaderField | None:
    """The words below the number of an item, where what follows is a record."""
    first = lines[0]
    words = _first_cell(page, first)
    if len(words) > _TITLE or not words[0].isupper() or _SPEAKS.match(words):
        return None
    end, used, pieces = page.start(first) + len(words), 1, [words]
    for line in lines[1:4]:
        more = _first_cell(page, line)
        wrapped = line - lines[used - 1] == 1 and (pieces[-1][-1] in "-," or more[0].islower())
        if not wrapped:
            break
        pieces.append(more)
        end, used = page.start(line) + len(more), used + 1
    rest = lines[used:]
    again = pieces[0].rstrip("-")
    shown = any(
        _SIGN.match(page.bodies[line]) or page.bodies[line].startswith(again) for line in rest
    )
    if not shown:
        return None
    return HeaderField("subject", unwrap("\n".join(pieces)), Span(page.start(first), end))


def _first_cell(page: Page, line: int) -> str:
    """The words of a line up to a gap that parts two columns."""
    match = _FIRST_CELL.match(page.bodies[line])
    return match.group() if match else page.bodies[line]
