"""Regulations: acts, besluiten, regelingen, circulars and beleidsregels, as they are published.

The title stands on top ("Besluit van 4 mei 2001, houdende …"), then who enacts it ("Wij Beatrix,
bij de gratie Gods, …", "De Minister van Financiën, / Gelet op …"); those who signed stand at the
end of the text, each block with its own day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.model import HeaderField, Part, Signatory, Span
from kg.segment.page import Page
from kg.segment.title import heading_line
from kg.text import find_date

_KINDS = (
    r"\w{0,30}(?:wet|besluit|regeling|circulaire|aanwijzing|beleidsregels?|beschikking|verordening|"
    r"reglement|richtlijn)\b"
)
_NAMED = re.compile(_KINDS, re.IGNORECASE)
_DATED = re.compile(
    r"(?:(?:Tijdelijk|Gemeenschappelijk|Nader|Ministerieel|Ministeriël|Voorlopig|Algemen)e?\s)?"
    rf"{_KINDS}(?:(?!\b(?:tot|houdende|inzake|over|betreffende|wet|besluit|regeling|richtlijn|"
    r"verordening)\b).){0,200}?\bvan\s(?=\d{1,2}\s)",
    re.IGNORECASE,
)
_ENACTS = re.compile(
    r"Wij,? [A-Z][\w-]{2,30}(?: [A-Z][\w-]{2,30})?,? bij de gratie Gods\b|"
    r"(?:Gelet op|Gezien|Overwegende|Handelende|Hebben? goedgevonden)(?:\s|,|\Z)|"
    r"Besluit(?:en)?:\Z|"
    r"(?:De|Het|Wij)\s.{3,200}(?:\bbesluit(?:en)?:|\b(?:heeft|hebben)\s.{0,120}\bbesloten\b)",
    re.IGNORECASE,
)
_MONARCH = re.compile(
    r"Wij,? (?P<name>[A-Z][\w-]{2,30}), bij de gratie Gods, (?P<office>[A-Z]\w{4,12} der "
    r"Nederlanden)"
)
_AUTHORITY = re.compile(r"(?:(?:De|namens de|voordracht van de)\s(?=minister|staatssec))", re.I)
_DAY = re.compile(
    r"(?:(?:Gegeven te\s)?(?:[A-Z'’‘][\w'’‘./-]{1,30}\s?){1,3},?\s+)?(?:de\s+|op\s+)?(?=\d)"
)
_TOWN = r"(?:Den Haag|['’‘]s[- ]Gravenhage|[A-Z][a-z]{2,20}(?:[ /][A-Z][a-z]{2,20})?)"
_PLACE, _PLACE_ALONE = re.compile(rf"(?:{_TOWN},\s)?(?=\d)"), re.compile(rf"{_TOWN},?")
_TOP = 14  # filled lines within which a regulation says who enacts it


@dataclass(frozen=True, slots=True)
class Regulation:
    """Where the title of a regulation stands, its day, the monarch and who else enacts it.

    ``authority`` is the stretch that begins with the office of who enacts it.
    """

    line: int
    reason: str
    day: HeaderField | None
    monarch: Signatory | None
    authority: Span | None


def read_regulation(page: Page) -> Regulation | None:
    """What the top of a regulation says; ``None`` where the document is none."""
    line = heading_line(page)
    if line is None:
        return None
    words = page.bodies[line].lstrip("# ")
    below = [number for number in page.filled[: _TOP + 4] if number > line][:_TOP]
    enacting = next((at for at in below if _ENACTS.match(page.bodies[at])), None)
    marked = page.bodies[line][0] == "#"
    named = _NAMED.match(words) is not None
    crown = enacting is not None and page.bodies[enacting].startswith("Wij")
    if not (marked and (named or enacting is not None) or enacting is not None and named or crown):
        return None
    said = words if enacting is None else page.bodies[enacting]
    return Regulation(
        line, f"It is a regulation: {said[:60]!r}.", _day(page, line), _monarch(page, below),
        _authority(page, below),
    )


def signed_on(page: Page) -> HeaderField | None:
    """The day that stands on a line of its own just above the first signature."""
    first = min((line for line, part in page.parts.items() if part is Part.SIGNATURE), default=0)
    for line in range(first - 1, max(-1, first - 5), -1):
        body = page.bodies[line]
        match = _DAY.match(body) if len(body) <= 60 else None
        start = page.start(line)
        found = find_date(page.text, start, start + len(body)) if match else None
        if match and found and found[1] == start + match.end() and page.end(line) - found[2] <= 1:
            return HeaderField("date", found[0].isoformat(), Span(found[1], found[2]))
    return None


def placed_on(page: Page) -> HeaderField | None:
    """The one day that stands beside or below a place alone on its line."""
    days: dict[str, HeaderField] = {}
    above = ""
    for line in page.filled:
        body = page.bodies[line].rstrip(".")
        place = _PLACE.match(body) if body[-1:].isdigit() and len(body) <= 60 else None
        if place is not None and (place.end() or _PLACE_ALONE.fullmatch(above)):
            start = page.start(line)
            found = find_date(page.text, start + place.end(), start + len(body))
            if found and found[1] == start + place.end() and found[2] == start + len(body):
                day = HeaderField("date", found[0].isoformat(), Span(found[1], found[2]))
                days.setdefault(day.value, day)
        above = body
    return next(iter(days.values())) if len(days) == 1 else None


def crowned(page: Page, regulation: Regulation, signed: list[Signatory]) -> list[Signatory]:
    """Those who sign, the monarch before the others where the name stands alone on a line."""
    monarch = regulation.monarch
    if monarch is None or monarch.name is None:
        return signed
    for line in page.filled:
        if page.bodies[line].rstrip(".,") == monarch.name:
            page.claim(line, Part.SIGNATURE)
            start = page.start(line)
            span = Span(start, start + len(monarch.name))
            return [Signatory(monarch.name, span, monarch.office, monarch.office_span), *signed]
    return signed


def _day(page: Page, line: int) -> HeaderField | None:
    """The day the title names: "Besluit van 4 mei 2001"."""
    start = page.start(line) + len(page.bodies[line]) - len(page.bodies[line].lstrip("# "))
    match = _DATED.match(page.text, start, page.end(line))
    found = find_date(page.text, match.end(), match.end() + 30) if match else None
    if match is None or found is None or found[1] != match.end():
        return None
    return HeaderField("date", found[0].isoformat(), Span(found[1], found[2]))


def _monarch(page: Page, lines: list[int]) -> Signatory | None:
    """The monarch who enacts it, with the title as printed."""
    for line in lines:
        match = _MONARCH.match(page.bodies[line])
        if match:
            start = page.start(line)
            name, office = match.span("name"), match.span("office")
            return Signatory(
                match["name"], Span(start + name[0], start + name[1]),
                match["office"], Span(start + office[0], start + office[1]),
            )
    return None


def _authority(page: Page, lines: list[int]) -> Span | None:
    """The first office named as who enacts it or on whose behalf, with the words behind it."""
    for line in lines:
        body = page.bodies[line]
        match = _AUTHORITY.search(body[:400])
        if match and (match.start() == 0 or body[match.start()].islower()):
            start = page.start(line) + match.end()
            return Span(start, min(page.end(line), start + 160))
    return None
