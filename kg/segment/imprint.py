"""What a document prints about itself without a label: place and day, number, what is dealt with.

"Den Haag, 28 oktober 2016", a day alone at the top, "2022D29586", "Activiteitnummer: 2016A02272",
"Aan de orde is de behandeling van: het wetsvoorstel …".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Document, HeaderField, Kind, Part, Span
from kg.segment.page import Page
from kg.segment.title import asked_for
from kg.text import find_date, unwrap

_PLACE = re.compile(
    r"(?:Den Haag|['’‘]s[- ]Gravenhage|Amsterdam|Utrecht|Rotterdam|Leeuwarden|Groningen|Zwolle|"
    r"Arnhem|Maastricht|Middelburg|Bilthoven|Zeist|Rijswijk|Leidschendam),?\s+(?:de\s+)?(?=\d)|"
    r"(?:Plenaire\s|Extra\s)?[Vv]ergadering\s(?:van\s)?(?:\w{2,7}dag\s)?(?=\d)|"
    r"(?:Maan|Dins|Woens|Donder|Vrij|Zater|Zon)dag\s(?=\d)"
)
# The pairs of characters that lines with a place or a sitting, and those with a number, begin with.
_PLACES = frozenset(
    "De 's ’s ‘s Am Ut Ro Le Gr Zw Ar Ma Mi Bi Ze Ri Pl Ex Ve ve Di Wo Do Vr Za Zo".split()
)
_NUMBERS = frozenset("Ac Do Nr Nu Ke 19 20".split())
_ALONE = re.compile(r"\d{1,2}\s\w{3,9}\s\d{4}\Z")
# Documents, activities and agenda items; a case (Z) belongs to the question that is answered.
_NUMBER = re.compile(
    r"Nummer: (?P<listed>(?:19|20)\d\d[DAP]\d{5}), datum: \d|"  # as tkconv heads a document
    r"(?:(?:Activiteit|Document)nummer\s*:?\s*|(?:Nr\.?|Kenmerk:?)\s)?"
    r"(?P<id>(?:19|20)\d\d[DAP]\d{5})\Z"
)
# A page of another site that is headed "Kamerstuk 34300-VII-60" holds that paper.
_HEADED = re.compile(r"Kamerstuk (?P<id>\d{5}(?:-(?:[IVXL]{1,6}[A-Z]?|[A-L]|\d\d))?-\d{1,4})\Z")
_AGENDA = re.compile(
    r"Aan de orde (?:is|zijn)\s(?:(?:de|het)\s(?:(?:voortzetting|vervolg)\svan\s(?:de|het)\s)?"
    r"(?:gezamenlijke\s)?(?:behandeling|bespreking|debat)"
    r"(?:\snaar aanleiding van een (?:algemeen overleg|commissiedebat|schriftelijk overleg)"
    r"(?:\s(?:op|van|d\.d\.)\s\d{1,2} [a-z]{3,9} \d{4})?)?"
    r"(?:\s(?:van|over))?\s?:?(?:\s+|\Z))?"
)
_TO_WIT = re.compile(r",?\s+te weten\Z")  # what opens the list below it
_BILL = re.compile(r"(?:[-–]\s)?(?:(?:het|de)\s)?(?:wetsvoorstel\s|voorstel van wet\s)?")
_TOP = 60  # filled lines within which a document says these things


def imprint_fields(
    page: Page, margin: dict[int, tuple[int, str]], known: list[HeaderField]
) -> Iterator[HeaderField]:
    """The day beside a place name or alone at the top, and the numbers of the Kamer's systems.

    A number that is ``known`` as a reference of the reader's is not the document's own.
    """
    theirs = {field.value for field in known if field.name == "your-reference"}
    top, bodies = page.filled[:_TOP], page.bodies
    last = top[-1] if top else -1
    begins = top[:5]
    headed = _HEADED.match(bodies[top[0]]) if top else None
    if headed:
        at = page.start(top[0])
        span = Span(at + headed.start("id"), at + headed.end("id"))
        yield HeaderField("own-id", f"kst-{headed['id']}", span)
    for line in sorted({*begins, *page.opening(_PLACES)}):
        body = bodies[line]
        if line > last or not (body[-1].isdigit() or body[-2:-1].isdigit()):
            continue  # a day ends the line
        if len(body) > 60 or page.parts.get(line) in (Part.MAIL_HEADER, Part.FOOTNOTE):
            continue
        start = page.start(line)
        place = _PLACE.match(body)
        alone = line in begins and _ALONE.match(body) and not asked_for(page, line)
        if place or alone:
            day = find_date(page.text, start, start + len(body))
            if day is not None and start + len(body) - day[2] <= 1:
                yield HeaderField("date", day[0].isoformat(), Span(day[1], day[2]))
    foot = page.filled[-12:]
    for line in page.opening(_NUMBERS):
        body = bodies[line]
        listed = body.startswith("Nummer: ")
        if line > last and line < foot[0] or not (listed or body[-5:].isdigit()):
            continue
        match = _NUMBER.match(body) if listed or len(body) < 60 else None
        number = match and (match["id"] or match["listed"])
        if match and number and line not in margin and number not in theirs:
            start = page.start(line) + match.start("id" if match["id"] else "listed")
            yield HeaderField("own-id", number, Span(start, start + len(number)))


def titled(page: Page, document: Document) -> HeaderField | None:
    """The title the file's properties give, where one of the first lines prints it too."""
    stated = [fact.value for fact in document.facts if fact.name == "title"]
    titles = {part.strip() for title in stated for part in title.split("|")}
    for line in page.filled[:8]:
        body = page.bodies[line]
        if len(body) > 12 and body in titles:
            return HeaderField("subject", body, page.span(line))
    return None


def agenda_subject(page: Page, kind: Kind) -> HeaderField | None:
    """What is dealt with, where proceedings say it in one line; what a list of decisions is of."""
    if kind not in (Kind.PROCEEDINGS, Kind.DECISION_LIST):
        return None
    for line in page.filled[:_TOP]:
        body = page.bodies[line]
        match = _AGENDA.match(body) if kind is Kind.PROCEEDINGS else None
        if match:
            return _agenda(page, line, match.end())
        if kind is Kind.DECISION_LIST and "esluitenlijst van" in body:
            at = page.start(line) + max(body.find("Besluitenlijst van"), 0)
            return _running(page, line, Span(at, page.end(line)))
    return None


def _agenda(page: Page, line: int, opened: int) -> HeaderField | None:
    """What is dealt with: behind "Aan de orde is de behandeling van:", or on the line below."""
    below = page.next_filled(line, 2)
    if opened == len(page.bodies[line]) and below is not None:
        line, opened = below, 0
    bill = _BILL.match(page.bodies[line], opened)
    at = bill.end() if bill else opened
    if opened == 0 and at == 0:
        return None
    words = page.bodies[line][at:]
    if not 6 <= len(words) <= 400 or "  " in words:
        return None
    return _running(page, line, Span(page.start(line) + at, page.end(line)))


def _running(page: Page, line: int, span: Span) -> HeaderField:
    """A subject that may run on over the next lines: broken in a word, a phrase or a date."""
    words = span.of(page.text)
    for below in range(line + 1, min(len(page), line + 5)):
        body = page.bodies[below]
        if not body or not page.free(below) or len(body) > 100 or words[-1] in ".;":
            break
        longer = f"{words}\n{body}"
        dated = find_date(longer) is not None and find_date(words) is None
        if not (words[-1] in "-:," or dated or body[0].islower() or body[0] == "("):
            break
        span, words = Span(span.start, page.end(below)), longer
    whole = _TO_WIT.sub("", unwrap(words).rstrip(" .;,:"))
    value = whole.split(":", 1)[-1].lstrip(" -–")
    return HeaderField("subject", value, span)
