"""From what was read at a place to mentions: one for each ondernummer, all in one citation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.identifiers.dossier import Dossier, is_budget
from kg.identifiers.kamerstuk import Kamerstuk
from kg.model import Mention, Role, Span
from kg.patterns import later
from kg.recognise.kamerstuk_grammar import Reading
from kg.recognise.kamerstuk_units import NR, WIDE, Unit

# In the same sentence, and no other paper between but those of one list.
_REPLACES = later(
    r"(?i:\bt\.? ?v\.? ?v\.?|ter\s{1,40}vervanging(?:\s{1,40}van)?|vervangt)(?=\W)"
    r"(?:[^;().\d]|\.(?!\s{1,9}[A-Z])){0,60}(?:\d(?:[\d\s.,/\u2013-]|nrs?\b|en\b){0,40})?$"
    r"|(?i:,\s{0,60}was\s{1,60}$)"
)

# "(21501-08, nr. 726, was nr. 719)": a motion handed in again, with the number it had
_WAS = later(
    rf"{WIDE},?{WIDE}was{WIDE}(?:{NR}){WIDE}(?P<nr>[1-9]\d{{0,3}})(?!\d)"
    rf"(?:{WIDE}\({WIDE}[1-3][^()]{{4,14}}{WIDE}\))?",
    re.ASCII,
)

# A document cites the same papers again and again, and prints its own on every page.
paper = lru_cache(maxsize=4096)(Kamerstuk)


def papers(
    text: str,
    reading: Reading,
    start: int,
    rule: str,
    *,
    chamber: str | None = None,
    vergaderjaar: str | None = None,
) -> Iterator[Mention]:
    """A mention for each number of the reading; the first begins at ``start``.

    The number belongs to the first dossier; the others are kept as its further ones. The number
    that a motion had before ("was nr. 719") is one more, replaced.
    """
    was = _WAS.match(text, reading.end)
    citation = Span(start, was.end() if was else reading.end)
    role = role_before(text, start)
    owner = reading.units[0]
    further = tuple(_dossier(unit).id for unit in reading.units[1:])
    for count, number in enumerate(reading.numbers):
        if number.ondernummer == "0":
            continue
        of = chamber or ("ek" if number.ondernummer.isalpha() else None)
        value = paper(
            owner.number, number.ondernummer, owner.toevoeging, vergaderjaar, of, further,
            number.part,
        )  # fmt: skip
        first = start if count == 0 else number.start
        span, surface = Span(first, number.end), text[first : number.end]
        yield Mention(
            "kamerstuk", span, surface, rule, value, role, citation, number.pages, number.reason
        )
    if was is not None:
        span = Span(*was.span("nr"))
        before = paper(owner.number, was["nr"], owner.toevoeging, vergaderjaar, chamber)
        yield Mention("kamerstuk", span, was["nr"], rule, before, Role.REPLACED, citation)


def dossiers(text: str, units: tuple[Unit, ...], start: int, rule: str) -> Iterator[Mention]:
    """A mention for each dossier; the first begins at ``start``."""
    citation = Span(start, units[-1].end)
    for count, unit in enumerate(units):
        span = Span(start if count == 0 else unit.start, unit.end)
        yield Mention("dossier", span, span.of(text), rule, _dossier(unit), citation=citation)


def role_before(text: str, start: int) -> Role:
    """``replaced`` where "t.v.v." or "ter vervanging van" announces what stands at ``start``.

    >>> role_before("motie (t.v.v. 33885, nr. 18)", 14)
    <Role.REPLACED: 'replaced'>
    """
    before = text[max(0, start - 100) : start]
    lower = before.lower()
    if not any(word in lower for word in ("v.v", "vervang", "tvv", "was")):
        return Role.CITED
    return Role.REPLACED if _REPLACES.search(before) else Role.CITED


def is_chapter(unit: Unit) -> bool:
    """Whether a dossier is a chapter or fund of a budget, or one of the councils of ministers.

    >>> is_chapter(Unit("36600", "XV", 0, 8)), is_chapter(Unit("36278", None, 0, 5))
    (True, False)
    """
    return unit.toevoeging is not None and (unit.number == "21501" or is_budget(unit.number))


def _dossier(unit: Unit) -> Dossier:
    return Dossier(unit.number, unit.toevoeging)
