"""What official publications print at their top: Kamerstukken, Aanhangsel, their numbers.

A Kamerstuk prints its vergaderjaar, dossier, title, number, heading and day; an Aanhangsel its
number, the question's askers, subject and days, and who answered.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.model import HeaderField, Part, Signatory, Span
from kg.segment.names import member_names
from kg.segment.page import Page
from kg.text import find_date, fold_space, mend_accents, unwrap

_SESSION = re.compile(r"[Vv]ergaderjaar\s?(\d{4})\s?[–—-]\s?(\d{4})")
_DOSSIER = re.compile(
    r"(?P<number>\d{2}\s?\d{3})(?:[\s-](?P<suffix>[IVXL]{1,6}[A-Z]?|[A-Z]|\d{2}))?"
    r"(?:\s?\(R\s?\d{3,4}\))?(?:(?:\s{2,}|\t)(?P<title>\S.{3,300}))?\Z"
)
_CHAMBER = re.compile(r"(?:Tweede|Eerste) Kamer der Staten-Generaal\s?\d?\Z", re.IGNORECASE)
_CHAPTER = re.compile(r"(?:[IVXL]{1,6}[A-Z]?|[A-Z])\Z")
_NUMBER = re.compile(r"[Nn]rs?\.\s{0,20}(?P<number>\d{1,5})(?:\s+(?P<rest>\S.{0,200}))?\Z")
_LETTER_NUMBER = re.compile(r"(?P<number>[A-Z]{1,2})(?:\s+(?P<rest>[A-Z]{4}.{0,200}))?\Z")
_WHOLE = re.compile(r"(?P<id>\d{5}(?:-(?:[IVXL]{1,6}[A-Z]?|[A-Z]|\d\d))?-\d{1,5})\Z")
_DAY = re.compile(
    r"(?:Voorgesteld|Vastgesteld|Ontvangen|Den Haag,|['’‘]s[- ]Gravenhage,|Aan de orde)", re.IGNORECASE
)
_OWN_ID = re.compile(r"(?:kst|ah-[te]k|h-[te]k)-\d[\w-]{3,40}?(?=ISSN|\Z|\s)")
_ASKED = re.compile(r"[Vv]ragen\s+(?:van|gesteld\s+door)\s+(?:het\s+lid|de\s+leden|lid|leden)\s+")
_ANSWERED = re.compile(r"(?:[Aa]ntwoord|Mededeling)\s+van\s")
_ANSWERER = re.compile(
    r"(?P<role>[Mm]inister(?:-[Pp]resident)?|[Ss]taatssecretaris)\s+"
    r"(?P<name>[^\W\d_][^()\n]{1,40}(?:\n\s*[^()\n]{1,30})?)\s?\((?P<office>[^()]{3,160})\)"
)
_HEADING = re.compile(
    r"(?:(?:NADER |TWEEDE |DERDE |VIERDE |VIJFDE |ZESDE |NADERE |VERSLAG|GEWIJZIGDE? )*)"
    r"(?:MOTIE|BRIEF|AMENDEMENT|SUBAMENDEMENT|VERSLAG|LIJST|NOTA|MEMORIE|VOORSTEL|ADVIES|FICHE|"
    r"KONINKLIJKE|GELEIDENDE|RAPPORT|JAARVERSLAG|INBRENG|BIJLAGE)",
    re.IGNORECASE,
)
_TOP = 60  # filled lines within which a publication prints its head


@dataclass(slots=True)
class Publication:
    """What the head of a publication says: its fields, heading and who answered."""

    fields: list[HeaderField] = field(default_factory=list)
    heading: str | None = None
    heading_line: int | None = None
    answerers: list[Signatory] = field(default_factory=list)
    aanhangsel: bool = False
    stop: int = 0


def read_publication(page: Page) -> Publication:
    """Read and claim the head of a publication; empty where the document is none."""
    found = Publication()
    top = _top_lines(page)
    if any("Aanhangsel van de Handelingen" in page.bodies[line] for line in top):
        found.aanhangsel = True
        _read_aanhangsel(page, top, found)
    else:
        _read_kamerstuk(page, top, found)
    own = _printed_own_id(page)
    if own is not None and not any(f.name == "own-id" and f.value == own.value for f in found.fields):
        found.fields.append(own)
    return found


def _top_lines(page: Page) -> list[int]:
    """The filled lines at the top of the document."""
    top: list[int] = []
    for line, body in enumerate(page.bodies):
        if body:
            top.append(line)
            if len(top) == _TOP:
                break
    return top


def _session(page: Page, top: list[int]) -> HeaderField | None:
    """The vergaderjaar printed at the top, as "2022-2023"."""
    for line in top[:15]:
        match = _SESSION.search(page.bodies[line])
        if match:
            start = page.start(line)
            span = Span(start + match.start(1), start + match.end(2))
            return HeaderField("session", f"{match[1]}-{match[2]}", span)
    return None


def _printed_own_id(page: Page) -> HeaderField | None:
    """The identifier a publication prints for itself at the foot of its first page."""
    for line, part in page.parts.items():
        body = page.bodies[line]
        if part is Part.FURNITURE and body[:2] in ("ks", "ah", "h-"):
            match = _OWN_ID.match(body)
            if match:
                start = page.start(line)
                return HeaderField("own-id", match.group(), Span(start, start + match.end()))
    return None


# --- Aanhangsel --------------------------------------------------------------------------------


def _read_aanhangsel(page: Page, top: list[int], found: Publication) -> None:
    """Number, askers, subject, days and answerers of an Aanhangsel."""
    session = _session(page, top)
    if session:
        found.fields.append(session)
    asked = _ASKED.search(page.text, 0, 6000)
    while asked and page.text.startswith("der Kamer", asked.end()):
        asked = _ASKED.search(page.text, asked.end(), 6000)
    if asked is None:
        return
    first = page.line_at(asked.start())
    _own_aanhangsel_id(page, top, first, session, found)
    closed = page.text.find("(ingezonden", asked.end(), asked.end() + 3000)
    if closed < 0:
        return
    _question(page, asked.end(), closed, found)
    end = _answer(page, closed, found)
    last = page.line_at(end)
    found.stop = last + 1
    for line in range(found.stop):
        if page.bodies[line] and line not in page.parts:
            page.claim(line, Part.LETTERHEAD if line < first else Part.REFERENCES)


def _own_aanhangsel_id(
    page: Page, top: list[int], first: int, session: HeaderField | None, found: Publication
) -> None:
    """The Aanhangsel's number, alone on the line above the question."""
    before = [line for line in top if line < first and page.bodies[line].isdigit()]
    if session and before and len(page.bodies[before[-1]]) <= 5:
        years = session.value.replace("-", "")
        value = f"ah-tk-{years}-{int(page.bodies[before[-1]])}"
        found.fields.append(HeaderField("own-id", value, page.span(before[-1])))


def _question(page: Page, start: int, stop: int, found: Publication) -> None:
    """The askers before "aan de Minister", the subject after "over"."""
    to = re.compile(r"\saan\s+(?:de|het)\s").search(page.text, start, stop)
    over = re.compile(r"\sover\s+").search(page.text, to.end() if to else start, stop)
    found.fields += member_names(page.text, start, to.start() if to else over.start() if over else stop)
    if over:
        words = page.text[over.end() : stop].rstrip()
        span = Span(over.end(), over.end() + len(words))
        found.fields.append(HeaderField("subject", unwrap(words), span))


def _answer(page: Page, start: int, found: Publication) -> int:
    """Who answered and when; where the head of the answer ends."""
    match = _ANSWERED.search(page.text, start, start + 600)
    answered = match.start() if match else -1
    received = page.text.find("(ontvangen", start, start + 2500)
    if received < 0:
        return page.text.find(")", start, start + 200) if answered < 0 else answered + 12
    day = find_date(page.text, received, received + 60)
    if day:
        found.fields.append(HeaderField("date", day[0].isoformat(), Span(day[1], day[2])))
    on_behalf = re.compile(r"mede\s+namens").search(page.text, answered, received)
    stop = on_behalf.start() if on_behalf else received
    if answered >= 0:
        for match in _ANSWERER.finditer(page.text, answered, stop):
            office = unwrap(f"{match['role']} ({match['office']})")
            found.answerers.append(
                Signatory(mend_accents(fold_space(match["name"])), Span(*match.span("name")), office,
                          Span(*match.span("office")))
            )  # fmt: skip
    closed = page.text.find(")", received, received + 80)
    return closed if closed >= 0 else received


# --- Kamerstukken ------------------------------------------------------------------------------


def _read_kamerstuk(page: Page, top: list[int], found: Publication) -> None:
    """Dossier, number, title, heading and day of a Kamerstuk."""
    session = _session(page, top)
    dossiers: list[tuple[int, str]] = []
    number: tuple[int, str] | None = None
    title: list[int] = []
    official = session is not None or any(_CHAMBER.match(page.bodies[n]) for n in top[:8])
    for line in top:
        body = page.bodies[line]
        whole = _WHOLE.match(body)
        if whole and not dossiers and line in top[:5]:
            number, dossiers = (line, ""), [(line, whole["id"])]
            continue
        dossier = _DOSSIER.match(body) if number is None and official else None
        if dossier:
            if dossier["title"]:
                title.append(line)
            suffix = f"-{dossier['suffix']}" if dossier["suffix"] else ""
            dossiers.append((line, re.sub(r"\s", "", dossier["number"]) + suffix))
            continue
        if dossiers and number is None:
            if len(dossiers[-1][1]) == 5 and title in ([], [dossiers[-1][0]]) and _CHAPTER.match(body):
                dossiers[-1] = (dossiers[-1][0], f"{dossiers[-1][1]}-{body}")
                continue
            match = _NUMBER.match(body) or _LETTER_NUMBER.match(body)
            if match:
                number = (line, match["number"])
                if match["rest"]:
                    found.heading, found.heading_line = match["rest"], line
                continue
            title.append(line)
            if len(title) > 12:
                return
        elif number is not None:
            if found.heading is None and _HEADING.match(body):
                found.heading, found.heading_line = body, line
            elif found.heading is None and number[1] == "":
                title.append(line)
            elif _finish(page, line, found):
                break
            elif found.heading is not None and not _more_heading(page, found, line, body):
                break
    if not dossiers or number is None or sum(len(page.bodies[n]) for n in title) > 800:
        return
    _claim_kamerstuk(page, session, dossiers, number, title, found)


def _finish(page: Page, line: int, found: Publication) -> bool:
    """Read the day under the heading ("Voorgesteld 26 januari 2023"); whether it stands here."""
    if not _DAY.match(page.bodies[line]):
        return False
    day = find_date(page.text, page.start(line), page.end(line))
    if day is None:
        return False
    found.fields.append(HeaderField("date", day[0].isoformat(), Span(day[1], day[2])))
    found.stop = line + 1
    return True


def _more_heading(page: Page, found: Publication, line: int, body: str) -> bool:
    """Whether a line goes on with the heading (in capitals) or may stand under it."""
    assert found.heading is not None
    letters = [c for c in body if c.isalpha()]
    capitals = bool(letters) and sum(map(str.isupper, letters)) > 0.7 * len(letters)
    if capitals and len(found.heading) < 400:
        found.heading += " " + body
        return True
    return len(body) < 120 and not body.startswith(("De Kamer", "Ondergetekende"))


def _claim_kamerstuk(
    page: Page,
    session: HeaderField | None,
    dossiers: list[tuple[int, str]],
    number: tuple[int, str],
    title: list[int],
    found: Publication,
) -> None:
    """Claim the lines of the head and add the fields they give."""
    line, dossier = dossiers[0]
    own = f"kst-{dossier}-{number[1]}" if number[1] else f"kst-{dossier}"
    found.fields.append(HeaderField("own-id", own, page.span(line, max(line, number[0]))))
    if session:
        found.fields.append(session)
    if title:
        span = page.span(title[0], title[-1])
        inline = _DOSSIER.match(page.bodies[title[0]])
        if inline and inline["title"]:
            span = Span(span.start + inline.start("title"), span.end)
        found.fields.append(HeaderField("subject", unwrap(span.of(page.text)), span))
    last = max(number[0], found.heading_line or 0, found.stop - 1)
    found.stop = last + 1
    for at in range(found.stop):
        if page.bodies[at] and at not in page.parts:
            after = found.heading_line is not None and at >= found.heading_line
            page.claim(at, Part.HEADING if at in title or after else Part.LETTERHEAD)
