"""When a document was written: the printed date, or the days its own evidence allows.

A letter cannot cite what did not exist yet, is signed by people while they are in office, and was
there before the mail that forwards it. Each bound names what it follows from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kg.authority import Tenure, tenures
from kg.model import Brief, Extract, Part, Period, Role
from kg.resolve.posts import resolve_posts
from kg.text import parse_date

_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)[DZAP]\d{5}")
_SESSION = re.compile(r"(?P<year>(?:18|19|20)\d\d)-\d{4}")
_SESSION_START = (9, 1)  # the parliamentary year opens in the third week of September


@dataclass(frozen=True, slots=True)
class Dating:
    """The days a document can be from, and what says so; ``printed`` when it prints its date."""

    period: Period
    printed: bool
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class _Bound:
    day: date
    why: str


def date_document(extract: Extract) -> Dating:
    """When the document was written, with the evidence; open ends where nothing bounds it."""
    for field in extract.segments.fields:
        if field.name == "date":
            day = date.fromisoformat(field.value)
            return Dating(Period(day, day), True, (f"printed: {field.value}",))
    for fact in extract.document.facts:
        if fact.name == "date":
            day = date.fromisoformat(fact.value)
            return Dating(Period(day, day), True, (f"{fact.source}: {fact.value}",))
    after = max(_not_before(extract), default=None)
    until = min(_not_after(extract), default=None)
    if after and until and after.day > until.day:
        # The evidence contradicts itself (a planned date, a misprint): nothing is certain.
        return Dating(Period(None, None), False, (after.why, until.why, "these contradict"))
    evidence = tuple(each.why for each in (after, until) if each)
    start, end = (each.day if each else None for each in (after, until))
    return Dating(Period(start, end), False, evidence)


def _not_before(extract: Extract) -> Iterator[_Bound]:
    for mention in extract.mentions:
        if mention.role is Role.OWN:
            continue
        number = _YEAR.match(mention.id or "")
        if number:
            yield _Bound(date(int(number["year"]), 1, 1), f"cites {mention.id}")
        session = _SESSION.match(getattr(mention.value, "vergaderjaar", None) or "")
        if session:
            first = date(int(session["year"]), *_SESSION_START)
            yield _Bound(first, f"cites {mention.id} of session {session[0]}")
        if isinstance(mention.value, Brief) and mention.value.when:
            day = _day(mention.value.when)
            if day:
                yield _Bound(day, f"cites the {mention.value.noun} of {day}")
    for tenure in _in_office(extract):
        if tenure.period.start:
            yield _Bound(tenure.period.start, f"{tenure.person} signs as {tenure.office}")


def _not_after(extract: Extract) -> Iterator[_Bound]:
    for segment in extract.segments.parts:
        if segment.part is Part.MAIL_HEADER:
            day = _mailed(segment.span.of(extract.document.text))
            if day:
                yield _Bound(day, f"forwarded by mail of {day}")
    for tenure in _in_office(extract):
        if tenure.period.end:
            yield _Bound(tenure.period.end, f"{tenure.person} signs as {tenure.office}")


def _mailed(header: str) -> date | None:
    for line in header.splitlines():
        label, colon, value = line.partition(":")
        if colon and label.strip().lower() in ("datum", "date", "verzonden", "sent"):
            return parse_date(value)
    return None


def _in_office(extract: Extract) -> Iterator[Tenure]:
    """The tenure of each signatory whose name and office leave only one."""
    for signatory in extract.segments.signatories:
        if not signatory.name or not signatory.office:
            continue
        family = signatory.name.split()[-1].lower()
        posts = {
            candidate.key.removeprefix("post/")
            for resolution in resolve_posts(signatory.office, None)
            for candidate in resolution.candidates
        } | {
            resolution.key.removeprefix("post/")
            for resolution in resolve_posts(signatory.office, None)
            if resolution.key
        }
        held = [t for t in tenures() if t.office in posts and t.person.endswith(f"-{family}")]
        if len(held) == 1:
            yield held[0]


def _day(when: str) -> date | None:
    try:
        return date.fromisoformat(when)
    except ValueError:
        return None
