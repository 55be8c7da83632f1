"""The title of a paper that has no references block: what its first lines say in large letters.

A title stands alone on the first lines, wrapped or centred; a day, a version, the authors or an
empty line end it.
"""

from __future__ import annotations

import re

from kg.model import HeaderField, Part, Span
from kg.segment.labels import read_label
from kg.segment.names import clean_name, is_full_name
from kg.segment.page import Page
from kg.text import find_date, unwrap

_MARKUP = re.compile(
    r"<[!/]?[a-zA-Z][^>]{0,300}>\Z|\W{1,4}\Z|ï»¿\Z|"
    r"1\Z|[Pp]agina\s1(?:\s(?:van|/)\s\d{1,3})?\Z"  # the page's number above its text
)
_FIRST = re.compile(r"(?:1|I|A)\.\s[A-Z][^.]{2,60}\Z")  # the first numbered heading
_DAY_OF = re.compile(r"\b[Dd]atum\s[a-z]")  # "b) Datum ontvangst Commissiedocument"
_HEADING = re.compile(r"#{1,3}\s?(?=\S)")
_PERSON = re.compile(
    r"(?:Prof|Dr|Drs|Mr|Ir|Ing|Dhr|Mw|Mevr)\b\.?|"
    r"(?:Auteurs?|Opgesteld|Opdracht|Samenst|Door|Versie|"
    r"Concept|Status|Definitief|Inhoud|Inleiding|Samenvatting|Voorwoord|Management)|\d{1,2}\s|"
    r"[A-Z]\.\s?[A-Z]",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(
    r"(?:>|\||\[|\*|Pagina|Postbus|Retour|Aan\b|Van\b|Geachte?\b|Tweede Kamer|Eerste Kamer|"
    r"Ministerie|Minister\b|De (?:Minister|Voorzitter|heer)|Directie|Directoraat|Inhoud|Menu|"
    r"Home|Vraag|Antwoord|Naam:|kst-|ah-|h-|ISSN|Intern|Departementaal|"
    r"VERTROUWELIJK|--)",
    re.IGNORECASE,
)
_WRAPS = re.compile(
    r"(?:[-,:&]|\b(?:de|het|een|en|of|van|voor|op|in|bij|met|door|tot|aan|om|te))\Z"
)
_GAP = re.compile(r"\S\s{3,}\S")
_STATE = re.compile(r"[Vv]ersie\s\d{1,2}(?:[.,]\d{1,2}){0,3}\b[^\d\n]{0,20}")
_ALONE = re.compile(
    r"(?:[A-Z][\w’'.-]{2,20}(?:[ /][A-Z][\w’'.-]{2,20}){0,3},\s(?:de\s)?)?"
    r"(?:(?:Plenaire\s|Extra\s)?[Vv]ergadering\s(?:van\s)?)?"
    r"(?:(?:Maan|Dins|Woens|Donder|Vrij|Zater|Zon)dag\s)?(?=\d{1,2}\s)",
    re.IGNORECASE,
)
_LINES = 4  # lines a title may take
_LENGTH = 300
_TOP = 12  # filled lines within which the day stands


def heading_line(page: Page) -> int | None:
    """The line that holds the title a file opens with, markup before it left out."""
    for line in page.filled[:6]:
        body = page.bodies[line]
        if not _MARKUP.match(body):
            return line
    return None


_SENTENCES = re.compile(r"[a-zß-ÿ]{3,}\.\s+[A-Z][a-zß-ÿ]+\s.*[a-zß-ÿ]\.\s*\Z", re.DOTALL)


def printed_title(page: Page, *, marked: bool = False) -> HeaderField | None:
    """Claim the title the first lines are, and say what it is; ``None`` where there is none.

    ``marked`` asks for one that the file marks as a heading.
    """
    first = heading_line(page)
    if first is None or not _open(page, first) and page.parts[first] is not Part.LETTERHEAD:
        return None
    body = page.bodies[first]
    heading = _HEADING.match(body)
    if heading:
        return _found(page, first, first, heading.end())
    if marked or not _open(page, first) or not _may_begin(page, first):
        return None
    last = first
    while last - first < _LINES - 1 and _goes_on(page, last):
        last += 1
    last = _second_part(page, first, last)
    told = _SENTENCES.search(page.span(first, last).of(page.text))  # the middle of a text
    return _found(page, first, last, 0) if _stands_apart(page, last) and not told else None


def opened_on(page: Page) -> HeaderField | None:
    """The day on a line of its own near the top, or beside the version there."""
    for line in page.filled[:_TOP]:
        body = page.bodies[line]
        if len(body) <= 60 and _open(page, line):
            match = _STATE.match(body) or _ALONE.match(body)
            if match is None or match.end() == 0 and not _begins(page, line):
                continue
            day = _day_behind(page, line, match.end())
            if day is not None:
                return day
    return None


def _begins(page: Page, line: int) -> bool:
    """Whether a line stands below an empty one or the title: no label asks for what it says."""
    if asked_for(page, line):
        return False
    return not line or not page.bodies[line - 1] or page.parts.get(line - 1) is Part.HEADING


def asked_for(page: Page, line: int) -> bool:
    """Whether the line above asks for a day of something else: "b) Datum ontvangst stuk"."""
    above = next((body for body in page.bodies[max(0, line - 3) : line][::-1] if body), "")
    return len(above) <= 60 and _DAY_OF.search(above) is not None


def closed_on(page: Page) -> HeaderField | None:
    """The day beside a place or a sitting on a line further on; ``None`` where two days differ."""
    days: dict[str, HeaderField] = {}
    for line in page.filled:
        body = page.bodies[line]
        if 8 < len(body) <= 60 and body[-1].isdigit() and body[0].isupper():
            match = _ALONE.match(body) if _open(page, line) else None
            day = _day_behind(page, line, match.end()) if match and match.end() else None
            if day is not None:
                days.setdefault(day.value, day)
    return next(iter(days.values())) if len(days) == 1 else None


def _open(page: Page, line: int) -> bool:
    """Whether no step has claimed a line, save as a heading."""
    return page.parts.get(line, Part.HEADING) is Part.HEADING


def _day_behind(page: Page, line: int, at: int) -> HeaderField | None:
    """The date that begins at ``at`` in a line and ends it."""
    start = page.start(line) + at
    found = find_date(page.text, start, page.end(line))
    if found is None or found[1] != start or page.end(line) - found[2] > 1:
        return None
    return HeaderField("date", found[0].isoformat(), Span(found[1], found[2]))


def _may_begin(page: Page, line: int) -> bool:
    """Whether a line can be the first of a title: capital, no label, name, day or sentence."""
    body = page.bodies[line]
    if not 6 <= len(body) <= _LENGTH or not body[0].isupper() or body[-1] in ".:;?!|":
        return False
    if " " not in body or "@" in body or "www." in body or _NO_TITLE.match(body):
        return False
    if _GAP.search(body) or read_label(body) is not None or find_date(body) is not None:
        return False
    name = clean_name(body)
    return name is None or not is_full_name(name)


def _goes_on(page: Page, last: int) -> bool:
    """Whether the title runs on over the line below: unfinished, or in small letters."""
    below = last + 1
    if below >= len(page) or not _open(page, below):
        return False
    body, words = page.bodies[below], page.bodies[last]
    if not body or len(body) > 120 or _GAP.search(body) or find_date(body) is not None:
        return False
    if read_label(body) is not None:
        return False
    return body[0].islower() or _WRAPS.search(words) is not None and not _PERSON.match(body)


def _second_part(page: Page, first: int, last: int) -> int:
    """The line of a title's second part: in small letters below one empty line, above another."""
    if last == first and last + 3 < len(page) and not page.bodies[last + 1]:
        body = page.bodies[last + 2]
        alone = not page.bodies[last + 3] and _open(page, last + 2)
        if alone and body[:1].islower() and len(body) <= 120 and body[-1] not in ".,:;":
            return last + 2
    return last


def _stands_apart(page: Page, last: int) -> bool:
    """Whether the lines are set apart: above an empty line, a day, a version or the authors."""
    if last + 1 >= len(page):
        return False
    below = page.bodies[last + 1]
    if not below or not _open(page, last + 1):
        below_it = range(last + 1, min(len(page), last + 12))
        text = (page.bodies[line] for line in below_it if page.free(line))
        return not next(text, "")[:1].islower()  # a sentence that runs on over a page break
    if find_date(below) is not None and len(below) <= 60 or _PERSON.match(below):
        return True
    if _FIRST.match(below):
        return True
    name = clean_name(below)
    return name is not None and is_full_name(name)


def _found(page: Page, first: int, last: int, at: int) -> HeaderField | None:
    """The title on some lines, without marks around it and the name of the site behind it."""
    span = page.span(first, last)
    words = span.of(page.text)[at:].split(" | ")[0].rstrip(" #*")
    if not words:
        return None
    for line in range(first, last + 1):
        page.claim(line, Part.HEADING, new=line == first)
    start = span.start + at
    return HeaderField("subject", unwrap(words), Span(start, start + len(words)))
