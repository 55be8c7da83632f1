"""The head of a Kamerstuk: vergaderjaar, dossier, title, number, heading and day.

"Vergaderjaar 2022–2023 / 35 594 / Wijziging van de Elektriciteitswet / Nr. 37 / MOTIE VAN HET LID
ERKENS / Voorgesteld 26 januari 2023"; also "36410-V-48" alone above title and heading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.model import HeaderField, Part, Span
from kg.segment.page import Page
from kg.segment.publication import Publication, day_alone, printed_session
from kg.text import find_date, unwrap

_CHAMBER = re.compile(r"(?:Tweede|Eerste) Kamer der Staten-Generaal\s?\d?\Z", re.IGNORECASE)
_DOSSIER = re.compile(
    r"(?P<number>\d{2}\s?\d{3})(?:[\s-](?P<suffix>[IVXL]{1,6}[A-Z]?|[A-Z]|\d{2}))?"
    r"(?:\s?\(R\s?\d{3,4}\))?(?:(?:\s{2,}|\t|\s(?=[A-Z][a-z]))(?P<title>\S.{3,600}))?\Z"
)
_CHAPTER = re.compile(r"(?:[IVXL]{1,6}[A-Z]?|[A-Z])\Z")
_NUMBER = re.compile(r"[Nn]rs?\.\s{0,20}(?P<number>\d{1,5})(?:\s+(?P<rest>\S.{0,200}))?\Z")
_LETTER_NUMBER = re.compile(r"(?P<number>[A-Z]{1,2})(?:\s+(?P<rest>[A-Z]{4}.{0,200}))?\Z")
_WHOLE = re.compile(r"(?P<id>\d{5}(?:-(?:[IVXL]{1,6}[A-Z]?|[A-Z]|\d\d))?-\d{1,5})\Z")
_DAY = re.compile(
    r"(?:Voorgesteld|Vastgesteld|Ontvangen|Den Haag,|['’‘]s[- ]Gravenhage,|Aan de orde)",
    re.IGNORECASE,
)
# A program that joins lines prints the day behind the heading.
_DAY_BEHIND = re.compile(r"\s+(?=(?:Voorgesteld|Ontvangen|Vastgesteld)\s\d{1,2}\s[a-z]+\s\d{4}\Z)")
_HEADING = re.compile(
    r"(?:(?:NADERE?|VOORLOPIG|TWEEDE|DERDE|VIERDE|VIJFDE|ZESDE|GEWIJZIGDE?)\s){0,4}"
    r"(?:MOTIE|BRIEF|(?:SUB)?AMENDEMENT|VERSLAG|LIJST|NOTA|MEMORIE|VOORSTEL|ADVIES|FICHE|"
    r"KONINKLIJKE|GELEIDENDE|RAPPORT|JAARVERSLAG|INBRENG|BIJLAGE)",
    re.IGNORECASE,
)
_WHOLE_LINES = 5  # filled lines within which a whole id stands alone
_TITLE_LINES = 12
_HEAD_LINES = 16  # filled lines within which a head stands that names no chamber
_TITLE_LENGTH = 800
_BELOW_LINES = 4


@dataclass(slots=True)
class _Head:
    """What was read so far: dossiers and number with their lines, and the lines of the title.

    ``below`` are the lines between number and heading, where some programs print the title.
    """

    dossiers: list[tuple[int, str]] = field(default_factory=list)
    number: tuple[int, str] | None = None
    title: list[int] = field(default_factory=list)
    below: list[int] = field(default_factory=list)


def read_kamerstuk(page: Page, top: list[int], found: Publication) -> None:
    """Read and claim the head of a Kamerstuk; nothing happens where the document has none."""
    session = printed_session(page, top)
    official = session is not None or any(_CHAMBER.match(page.bodies[n]) for n in top[:8])
    official = official or _headed(page, top)
    head = _Head()
    lines = (line for line in top if page.parts.get(line) is not Part.FURNITURE)
    for at, line in enumerate(lines):
        if not (official or head.dossiers or at < _WHOLE_LINES):
            return
        if head.number is None:
            if not _read_numbers(page, line, head, found, official, whole=at < _WHOLE_LINES):
                return
        elif not _read_heading(page, line, head, found):
            break
    if not head.dossiers or head.number is None:
        return
    if sum(len(page.bodies[line]) for line in head.title) <= _TITLE_LENGTH:
        _claim(page, session, head, found)


def _headed(page: Page, top: list[int]) -> bool:
    """Whether number and heading stand below a dossier though no chamber is named above it.

    So a page of the Kamer's own site begins: "28 694 Verpakkingsbeleid / Nr. 136 BRIEF VAN DE …".
    """
    bodies = [page.bodies[line] for line in top[:_HEAD_LINES]]
    opened = next((at for at, body in enumerate(bodies) if _DOSSIER.match(body)), None)
    if opened is None or opened >= _WHOLE_LINES or any(b[-1] in ".,;" for b in bodies[:opened]):
        return False
    for at in range(opened + 1, len(bodies)):
        number = _NUMBER.match(bodies[at]) or _LETTER_NUMBER.match(bodies[at])
        if number is not None:
            heading = number["rest"] or bodies[at + 1 : at + 2] and bodies[at + 1] or ""
            return _HEADING.match(heading) is not None and heading[:8].isupper()
        if bodies[at][-1] in ".:;?!":
            return False
    return False


def _read_numbers(
    page: Page, line: int, head: _Head, found: Publication, official: bool, *, whole: bool
) -> bool:
    """Read a line above the heading; ``False`` where this can be no Kamerstuk."""
    body = page.bodies[line]
    alone = _WHOLE.match(body) if whole and not head.dossiers else None
    if alone:
        head.number, head.dossiers = (line, ""), [(line, alone["id"])]
        return True
    dossier = _DOSSIER.match(body) if official and body[0].isdigit() else None
    if dossier:
        suffix = f"-{dossier['suffix']}" if dossier["suffix"] else ""
        head.dossiers.append((line, re.sub(r"\s", "", dossier["number"]) + suffix))
        if dossier["title"] and not head.title:  # of several dossiers the first
            head.title.append(line)
        return True
    if not head.dossiers:
        return True
    last_line, last = head.dossiers[-1]
    if len(last) == 5 and max(head.title, default=0) <= last_line and _CHAPTER.match(body):
        head.dossiers[-1] = (last_line, f"{last}-{body}")
        return True
    number = _NUMBER.match(body) or _LETTER_NUMBER.match(body)
    if number is None:
        head.title.append(line)
        return len(head.title) <= _TITLE_LINES
    head.number = (line, number["number"])
    if number["rest"]:
        found.heading, found.heading_line = number["rest"], line
    return True


def _read_heading(page: Page, line: int, head: _Head, found: Publication) -> bool:
    """Read a line from the heading on; ``False`` where the head has ended."""
    body = page.bodies[line]
    if found.heading is None:
        if not _HEADING.match(body):
            if head.number is not None and not day_alone(page, line):
                (head.below if head.number[1] else head.title).append(line)
            return True
        if not head.title and len(head.below) <= _BELOW_LINES:
            head.title = head.below
        day = _DAY_BEHIND.search(body)
        found.heading, found.heading_line = body[: day.start() if day else None], line
        return day is None or not _read_day(page, line, found, day.end())
    if _DAY.match(body) and _read_day(page, line, found, 0):
        return False
    letters = [c for c in body if c.isalpha()]
    if letters and sum(map(str.isupper, letters)) > 0.7 * len(letters) and len(found.heading) < 400:
        found.heading += " " + body
        return True
    return len(body) < 120 and not body.startswith(("De Kamer", "Ondergetekende"))


def _read_day(page: Page, line: int, found: Publication, at: int) -> bool:
    """Read the day the head ends with, from ``at`` in a line on; ``False`` where there is none."""
    day = find_date(page.text, page.start(line) + at, page.end(line))
    if day is None:
        return False
    found.fields.append(HeaderField("date", day[0].isoformat(), Span(day[1], day[2])))
    found.stop = line + 1
    return True


def _claim(page: Page, session: HeaderField | None, head: _Head, found: Publication) -> None:
    """Claim the lines of the head and add the fields they give."""
    assert head.number is not None
    line, dossier = head.dossiers[0]
    own = f"kst-{dossier}-{head.number[1]}" if head.number[1] else f"kst-{dossier}"
    span = page.span(line, max(line, head.number[0]))
    found.fields.append(HeaderField("own-id", own, span))
    if session:
        found.fields.append(session)
    if head.title:
        found.fields.append(_title(page, head.title))
    found.stop = max(head.number[0], found.heading_line or 0, found.stop - 1) + 1
    for at in range(found.stop):
        if page.bodies[at] and at not in page.parts:
            after = found.heading_line is not None and at >= found.heading_line
            page.claim(at, Part.HEADING if at in head.title or after else Part.LETTERHEAD)


def _title(page: Page, lines: list[int]) -> HeaderField:
    """The title of the dossier, which may begin on the dossier's line."""
    span = page.span(lines[0], lines[-1])
    inline = _DOSSIER.match(page.bodies[lines[0]])
    if inline and inline["title"]:
        span = Span(span.start + inline.start("title"), span.end)
    words = "\n".join(page.bodies[line] for line in lines)
    if inline and inline["title"]:
        words = words[inline.start("title") :]
    return HeaderField("subject", unwrap(words), span)
