"""The head of an Aanhangsel: written questions with the answers of the government.

Printed are its number, who asked what and when, and who answered on which day: all above the
questions, or (until about 2010) the answer's head between the questions and the answers.
"""

from __future__ import annotations

import re

from kg.model import HeaderField, Part, Signatory, Span
from kg.segment.names import member_names
from kg.segment.page import Page
from kg.segment.publication import Publication, printed_session
from kg.text import find_date, fold_space, mend_accents, unwrap

_NAME = "Aanhangsel van de Handelingen"
_IS_ONE = re.compile(rf"{_NAME}(?!,|\s+(?:nr|verg|van|II?\b))")
_ASKED = re.compile(
    r"[Vv]ragen\s+(?:van|gesteld\s+door)\s+(?:het\s+lid|de\s+leden|lid|leden)\s+(?!der\s+Kamer\b)"
)
_TO = re.compile(r"\saan\s+(?:de|het)\s")
_OVER = re.compile(r"\sover\s+")
_ANSWERED = re.compile(r"(?:[Aa]ntwoord|Mededeling)\s+van\s")
# "(ingezonden 30 mei 2022). Antwoord van Minister Bos (Zorg), mede namens … (ontvangen 3 juni)"
_ANSWERED_ON = re.compile(
    r"\(ingezonden[^()]{6,40}\)\.?\s{1,80}(?:Antwoord|Mededeling)\s+van\s[^()]{3,200}"
    r"\([^()]{3,200}\)[^()]{0,600}\(ontvangen\s"
)
_ON_BEHALF = re.compile(r"mede\s+namens")
_ANSWERER = re.compile(
    r"(?P<role>[Mm]inister(?:-[Pp]resident)?|[Ss]taatssecretaris)\s+"
    r"(?P<name>[^\W\d_][^()\n]{1,40}(?:\n\s*[^()\n]{1,30})?)\s?\((?P<office>[^()]{3,160})\)"
)
_OPENING = 4  # filled lines within which a web page without its head begins with the question
_SENT = re.compile(r"\([Ii]ngezonden")
_RECEIVED = re.compile(r"\([Oo]ntvangen")
_HEAD = 6000  # code points within which the question stands
_ANSWER = 2500  # code points within which a head gives the answer's day, where it does
_ABOVE = 600  # code points between who answered and that day
_BETWEEN = 4  # words between the question's day and who answered, where no question stands there


def is_aanhangsel(page: Page, top: list[int]) -> bool:
    """Whether one of the first lines says that the document is an Aanhangsel itself.

    A web page gives only question and answer, each with its day in brackets.
    """
    return _named(page, top) or _copied(page, top) is not None


def _named(page: Page, top: list[int]) -> bool:
    """Whether the head of an Aanhangsel is printed."""
    if page.text.find(_NAME, 0, page.end(top[:12][-1]) if top else 0) < 0:
        return False
    return any(_IS_ONE.search(page.bodies[line][:400]) for line in top[:12])


def _copied(page: Page, top: list[int]) -> re.Match[str] | None:
    """The words that open the question, where it stands on top and its answer right behind it."""
    line = next((line for line in top[:_OPENING] if _ASKED.match(page.bodies[line])), None)
    asked = -1 if line is None else page.text.find("(ingezonden", page.start(line), _HEAD)
    if line is None or asked < 0 or not _ANSWERED_ON.match(page.text, asked):
        return None
    return _ASKED.match(page.text, page.start(line))


def read_aanhangsel(page: Page, top: list[int], found: Publication) -> None:
    """Number, askers, subject, days and answerers of an Aanhangsel."""
    copied = None if _named(page, top) else _copied(page, top)
    session = printed_session(page, top) if copied is None else None
    if session:
        found.fields.append(session)
    asked = copied or _ASKED.search(page.text, 0, _HEAD)
    if asked is None:
        return
    first = page.line_at(asked.start())
    _own_aanhangsel_id(page, top, first, session, found)
    sent = _SENT.search(page.text, asked.end(), asked.end() + 3000)
    if sent is None:
        return
    _question(page, asked.end(), sent.start(), found)
    end = _answer(page, sent.start(), found)
    last = page.line_at(end)
    found.stop = last + 1
    for line in range(found.stop):
        if page.bodies[line] and line not in page.parts:
            page.claim(line, Part.LETTERHEAD if line < first else Part.REFERENCES)


def _own_aanhangsel_id(
    page: Page, top: list[int], first: int, session: HeaderField | None, found: Publication
) -> None:
    """The Aanhangsel's number, alone on a line between the name of the series and the question."""
    named = next((line for line in top if _NAME in page.bodies[line]), 0)
    before = [line for line in top if named < line < first and page.bodies[line].isdecimal()]
    if session and before and len(page.bodies[before[-1]]) <= 5:
        years = session.value.replace("-", "")
        value = f"ah-tk-{years}-{int(page.bodies[before[-1]])}"
        found.fields.append(HeaderField("own-id", value, page.span(before[-1])))


def _question(page: Page, start: int, stop: int, found: Publication) -> None:
    """The askers before "aan de Minister", the subject after "over"."""
    to = _TO.search(page.text, start, stop)
    over = _OVER.search(page.text, to.end() if to else start, stop)
    ends = to or over
    found.fields += member_names(page.text, start, ends.start() if ends else stop)
    if over:
        words = page.text[over.end() : stop].rstrip().removesuffix(".")
        span = Span(over.end(), over.end() + len(words))
        found.fields.append(HeaderField("subject", unwrap(words), span))


def _answer(page: Page, start: int, found: Publication) -> int:
    """Who answered and when; where the head of the paper ends."""
    text = page.text
    closed = max(start, text.find(")", start, start + 200))
    received = _RECEIVED.search(text, start)
    answered = _ANSWERED.search(text, start, start + _ABOVE)
    if received is None:
        return answered.start() + 12 if answered else closed
    apart = answered is not None and len(text[closed : answered.start()].split()) > _BETWEEN
    if apart or answered is None:
        above = max(start, received.start() - _ABOVE)
        answered = _ANSWERED.search(text, above, received.start())
        apart = apart or received.start() > start + _ANSWER
    day = find_date(text, received.start(), received.start() + 60)
    if day:
        found.fields.append(HeaderField("date", day[0].isoformat(), Span(day[1], day[2])))
    if answered:
        _answerers(page, answered.start(), received.start(), found)
    end = text.find(")", received.start(), received.start() + 80)
    return closed if apart else max(received.start(), end)


def _answerers(page: Page, start: int, stop: int, found: Publication) -> None:
    """Those who answered, without those on whose behalf."""
    on_behalf = _ON_BEHALF.search(page.text, start, stop)
    for match in _ANSWERER.finditer(page.text, start, on_behalf.start() if on_behalf else stop):
        office = unwrap(f"{match['role']} ({match['office']})")
        name = mend_accents(fold_space(match["name"]))
        words = match["name"].rstrip()
        span = Span(match.start("name"), match.start("name") + len(words))
        found.answerers.append(Signatory(name, span, office, Span(*match.span("office"))))
