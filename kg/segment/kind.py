"""What kind of document it is, and what that was decided from."""

from __future__ import annotations

import re

from kg.model import Document, HeaderField, Kind, Part
from kg.segment.head import Head
from kg.segment.memo import MEMO
from kg.segment.page import Page
from kg.segment.publication import Publication

_MOTION = re.compile(
    r"(?:(?:nader|gewijzigde|tweede|derde|vierde|vijfde|zesde)\s)*motie\b", re.IGNORECASE
)
_AMENDMENT = re.compile(
    r"(?:(?:nader|gewijzigde?|tweede|derde|vierde|vijfde|zesde)\s){0,4}"
    r"(?:sub)?amendement\s(?:van|op)\b",
    re.IGNORECASE,
)
_BRIEF = re.compile(r"brief van\b|geleidende brief\b", re.IGNORECASE)
_DECISIONS = re.compile(
    r"(?:\w+:\s+)?besluitenlijst van\b|besluitenlijst\b.{0,80}\Z", re.IGNORECASE
)
_PROCEEDINGS = re.compile(
    r"\d{1,3}(?:e|de|ste) vergadering(?:\Z|\s{3,})|Handelingen\b.{0,40}\Z|"
    r"(?:Tweede|Eerste) Kamer, .{0,80}vergadering|"
    r"Aan de orde (?:is|zijn)\b|"
    r"Technische informatie over de publicatie h-[te]k-|Stenogram|"
    r"(?:Plenair verslag|ONGECORRIGEERD STENOGRAM)",
    re.IGNORECASE,
)
_DECIDED = ("Agendapunt:", "Besluit:")
_NUMBERED = re.compile(r"\d{1,3}\.\s{1,20}")
_REPORT = re.compile(
    r"(?:(?:eind|tussen|jaar|voortgangs|evaluatie|onderzoeks|duidings)?rapport(?:age)?|"
    r"advies|monitor|evaluatie)\b.{0,60}\Z",
    re.IGNORECASE,
)
# Headings of a nota to a bewindspersoon; two of them make one.
_MEMO_HEADINGS = re.compile(
    r"(?:\d\.? ?)?(?:Geadviseerd besluit|Gevraagd besluit|Advies en besluit|Beslispunten?|"
    r"Kernpunten|Toelichting|Politieke context|Krachtenveld|Beslistermijn|"
    r"Financi[eë]le overwegingen|"
    r"Juridische overwegingen|Informatie die niet openbaar gemaakt kan worden|Communicatie)\Z"
)
_MEMO_NAME = re.compile(r"(?:beslis|informatie|oplegg?er|advies)?nota(?![a-z])", re.IGNORECASE)
_REPORT_NAME = re.compile(
    r"rapport(?:age)?(?![a-z])|(?<![a-z])(?:advies|evaluatie|monitor)(?![a-z])", re.IGNORECASE
)
_ANSWERS = re.compile(
    r"(?:beantwoording|antwoord(?:en)?|reactie)\s.{0,60}?(?:kamer)?vragen\b|"
    r"(?:kamer|schriftelijke )vragen\b",
    re.IGNORECASE,
)
_QUESTION_PAPER = re.compile(
    r"antwoord(?:en)?\s.{0,80}?\bop\s.{0,60}?(?:kamer)?vragen\b", re.IGNORECASE
)
_TOP = 50


def decide_kind(
    page: Page,
    document: Document,
    publication: Publication,
    head: Head,
    fields: list[HeaderField],
    agenda: HeaderField | None = None,
) -> tuple[Kind, str]:
    """The kind of a document and one sentence that says what it was decided from.

    ``agenda`` is the title of the item a record of a sitting opens with.
    """
    stated = _from_facts(document)
    if stated:
        return stated
    if publication.aanhangsel:
        return Kind.WRITTEN_ANSWER, "The head says Aanhangsel van de Handelingen."
    if publication.heading and publication.heading_line is not None:
        return _from_heading(publication.heading)
    own = next((f.value for f in fields if f.name == "own-id" and f.value.startswith("h-")), None)
    if own is not None:
        return Kind.PROCEEDINGS, f"It bears the number {own} of the Handelingen."
    if agenda is not None:
        return Kind.PROCEEDINGS, f"It opens with an item of the agenda: {agenda.value[:60]!r}."
    top = _top(page)
    titles = _top(page, head.salutation)  # behind it a line may begin with any word
    session = next(
        (body for above, body in zip(["", *titles], titles, strict=False)
         if _PROCEEDINGS.match(body) and not above.endswith("Aanhangsel")), None,
    )
    if session is not None:
        return Kind.PROCEEDINGS, f"A line at the top names proceedings: {session[:60]!r}."
    asked = any(part is Part.QUESTION for part in page.parts.values())
    if _speeches(page) >= 2 and head.salutation is None and not asked:
        return Kind.PROCEEDINGS, "Speakers take turns in it."
    if _lists_decisions(page):
        return Kind.DECISION_LIST, "It lists items of an agenda with what was decided."
    for words, kind, name in (
        (_MOTION, Kind.MOTION, "motie"), (_AMENDMENT, Kind.AMENDMENT, "amendement"),
        (_DECISIONS, Kind.DECISION_LIST, "besluitenlijst"),
    ):
        named = [body for body in titles if words.match(body)]
        line = next((body for body in named if body in titles[:30]), None)
        if line is not None and len(named) < 3:
            return kind, f"A line at the top names a {name}: {line[:60]!r}."
    if "gaat over tot de orde van de dag" in page.text and "verzoekt" in page.text:
        if len(page.text) < 12_000 and page.text.count("over tot de orde van de dag") == 1:
            return Kind.MOTION, "It ends with the formula of a motion."
    memo = next((body for body in top if MEMO.match(body)), None)
    if memo is not None and head.salutation is None:
        return Kind.MEMO, f"A line at the top says {memo[:40]!r}."
    return _from_layout(page, document, head, fields, top)


def _lists_decisions(page: Page) -> bool:
    """Whether lines of it, numbered or not, name at least two items and two decisions."""
    if any(page.text.count(label) < 2 for label in _DECIDED):
        return False
    items = [_NUMBERED.sub("", body, count=1) for body in page.bodies if body]
    return all(sum(body.startswith(label) for body in items) >= 2 for label in _DECIDED)


def _speeches(page: Page) -> int:
    """How many speeches begin in it."""
    return sum(part is Part.SPEECH for part in page.parts.values())


def _from_facts(document: Document) -> tuple[Kind, str] | None:
    """The kind the file's own metadata states."""
    kinds = (("motie", Kind.MOTION), ("amendement", Kind.AMENDMENT),
             ("aanhangsel", Kind.WRITTEN_ANSWER), ("kamervragen", Kind.WRITTEN_ANSWER),
             ("handeling", Kind.PROCEEDINGS), ("brief", Kind.LETTER))
    for fact in document.facts:
        name = fact.name.lower()
        if name == "type":
            for word, kind in kinds:
                if word in fact.value.lower():
                    return kind, f"The file's metadata ({fact.source}) says {fact.value[:60]!r}."
    return None


def _from_heading(heading: str) -> tuple[Kind, str]:
    """The kind the heading of a Kamerstuk names."""
    reason = f"The heading reads {heading[:60]!r}."
    if _MOTION.match(heading):
        return Kind.MOTION, reason
    if _AMENDMENT.match(heading):
        return Kind.AMENDMENT, reason
    if _BRIEF.match(heading):
        return Kind.LETTER, reason
    return Kind.KAMERSTUK, reason


def _top(page: Page, before: int | None = None) -> list[str]:
    """The first filled lines, those above the line ``before``."""
    top: list[str] = []
    for body in page.bodies[:before]:
        if body:
            top.append(body)
            if len(top) == _TOP:
                break
    return top


def _from_layout(
    page: Page, document: Document, head: Head, fields: list[HeaderField], top: list[str]
) -> tuple[Kind, str]:
    """The kind that salutation, labels, questions and speakers point at."""
    subject = next((f.value for f in fields if f.name == "subject"), "")
    questions = sum(part is Part.QUESTION for part in page.parts.values())
    answers = sum(part is Part.ANSWER for part in page.parts.values())
    if _ANSWERS.match(subject) or answers and (questions or "vragen" in subject.lower()):
        return Kind.WRITTEN_ANSWER, "Its subject or its blocks answer questions of members."
    if any(_QUESTION_PAPER.match(body) for body in top) and head.salutation is not None:
        return Kind.WRITTEN_ANSWER, "It opens with answers to questions."
    if _speeches(page) >= 3:
        return Kind.PROCEEDINGS, "Speakers take turns in it."
    if head.salutation is not None:
        salutation = page.bodies[head.salutation]
        return Kind.LETTER, f"It has a salutation: {salutation[:40]!r}."
    if any(part is Part.CLOSING for part in page.parts.values()) and len(page.text) < 40_000:
        return Kind.LETTER, "It closes as a letter does."
    names = {f.name for f in fields}
    if {"date", "subject"} <= names and ("kenmerk" in names or "addressee" in names):
        return Kind.LETTER, "It has a letter's references block."
    line = next((body for body in top if _REPORT.match(body)), None)
    if line is not None:
        return Kind.REPORT, f"A line at the top names a report: {line[:60]!r}."
    headings = {body for body in page.bodies if len(body) < 60 and _MEMO_HEADINGS.match(body)}
    if len(headings) >= 2:
        return Kind.MEMO, f"It has the headings of a nota: {', '.join(sorted(headings)[:3])}."
    if _MEMO_NAME.match(re.sub(r"^(?:nota|bijlage)?[-_ \d]*", "", document.name)):
        return Kind.MEMO, f"The file's name says so: {document.name[:60]!r}."
    if _REPORT_NAME.search(document.name):
        return Kind.REPORT, f"The file's name says so: {document.name[:60]!r}."
    if any(part is Part.MAIL_HEADER for part in page.parts.values()):
        return Kind.DOCUMENT, "It has mail headers and no letter in it."
    if "kenmerk" in names:
        return Kind.LETTER, "It bears a kenmerk in its margin."
    own = next((f.value for f in fields if f.name == "own-id" and f.value.startswith("kst-")), None)
    if own is not None:
        return Kind.KAMERSTUK, f"It bears the number {own}."
    return Kind.DOCUMENT, "Nothing in it tells a kind."
