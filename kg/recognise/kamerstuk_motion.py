"""How the Handelingen print motions: ``Zij krijgt nr. 15 (35300-V)``, ``de motie op stuk nr. 12``.

The number stands before its dossier, or alone where everyone in the room knows the dossier. A
number alone becomes a mention without a value, which :mod:`kg.recognise.context` completes from
the rest of the text, or leaves with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.identifiers.dossier import is_budget
from kg.identifiers.grammar import GAP
from kg.model import Mention, Span
from kg.patterns import later
from kg.recognise.engine import Recogniser, Rule
from kg.recognise.kamerstuk_grammar import Reading, read
from kg.recognise.kamerstuk_mentions import papers, role_before
from kg.recognise.kamerstuk_numbers import Numbered, read_alone
from kg.recognise.kamerstuk_units import NR, WIDE, Unit

_BRACKETED = "\\b(?:[Nn][Rr]s?\\.?\\s*)?\\d{1,4}[a-z]?\\s*\\(\\s*[1-3]\\d[ .\u00a0]?\\d{3}"
_ALONE = (
    "\\b(?:[Ss]tuk(?:ken)?|(?i:gedrukt\\s*onder(?:\\s*de)?"
    "|vervanging(?:\\s*van)?(?:\\s*de)?|t\\.?v\\.?v)\\.?"
    "|(?:[Mm]otie|[Aa]mendement)(?:\\s*op)?|krijgt)"
    "\\s*(?:[Nn][Rr][Ss]?\\b\\.?|nummers?|NUMMERS?)\\s*\\d|\\bnummer\\s\\s*\\d{1,4}\\b"
)

_NUMBER_WORD = later(NR)
_WORDS = later(
    rf"(?P<stuk>[Ss]tuk(?:ken)?|(?i:gedrukt{GAP}onder(?:{GAP}de)?)"
    rf"|(?P<instead>(?i:vervanging(?:{GAP}van)?(?:{GAP}de(?={GAP}[Nn]))?|t\.?v\.?v\.?))"
    rf"|(?:[Mm]otie|[Aa]mendement)(?:{GAP}op)?|krijgt)?{WIDE}"
)
_LIST = later(rf"(?:{NR}){GAP}(?:\d{{1,4}}[a-z]?{GAP}(?:,|en|&){GAP}){{1,9}}$")
_IN = later(rf"{WIDE}\({WIDE}(?:(?:[Kk]amerstuk(?:ken)?|[Dd]ossier){GAP})?(?=[1-9])")
# A motion handed in again: "krijgt nr. 726, was nr. 719 (21501-08)".
_WAS = later(rf"{WIDE},?{WIDE}was{WIDE}(?:{NR}){WIDE}\d{{1,4}}(?={WIDE}\()")
_OUT = later(rf"{WIDE}\)")
# "op stuk nr. 292, 33576": the dossier behind a comma, and nothing behind that
_NEXT = later(rf"{GAP},{GAP}(?:(?:[Kk]amerstuk(?:ken)?|[Dd]ossier){GAP})?(?=[1-3]\d)")
_CLOSES = later(r"\s{0,9}(?:[);:,]|\.(?!\d)|$)")
_LAW = later(r"(?:\b(?:Stb|Trb|Stcrt|Pb|PbE[GU]|EU|EG|Richtlijn|Verordening)\b[^;()]{0,30})$")
_MOTION = later(
    r"\b(?:motie|amendement|(?:kamer)?stuk(?:ken)?\b|krijgt|nummer)[^.;\t]{0,60}$", re.IGNORECASE
)
_COMPOSITE = later(r"\((?P<dossier>[1-3]\d{4})(?P<nr>[1-9]\d{0,3})\)", re.ASCII)
_NAME = later(r"[A-Z][\w’'-]{1,30}(?:\sc\.\s?s\.)?\s{1,20}$")
_EARLIEST, _LATEST = 17000, 39999
_YEAR = later(r"(?:1[89]|20)\d\d")

PENDING = "kamerstuk.stuk-nr"
"""The rule of the mentions that wait for a dossier."""

_RULES = (
    Rule("kamerstuk.nr-dossier", "Zij krijgt nr. 15 (35300-V).", ("kst-35300-V-15",)),
    Rule(PENDING, "de begroting (35300-V) en de motie op stuk nr. 12", ("kst-35300-V-12",)),
    Rule("kamerstuk.composite", "de moties van Bromet en Omtzigt (34682154)", ("kst-34682-154",)),
)


def parse_bracketed(text: str, start: int, end: int) -> Iterator[Mention]:
    """The papers at ``start`` whose dossier follows in brackets: ``nr. 15 (35300-V)``.

    >>> [m.id for m in parse_bracketed("nrs. 15 en 16 (35300-V)", 11, 20)]
    ['kst-35300-V-15', 'kst-35300-V-16']
    """
    start, found = _whole_list(text, start)
    reading = _in_brackets(text, found)
    if reading is None or _LAW.search(text, max(0, start - 50), start):
        return
    if _NUMBER_WORD.match(text, start) or _is_motion(text, start, reading.units[0]):
        yield from papers(text, reading, start, "kamerstuk.nr-dossier")


def _whole_list(text: str, start: int) -> tuple[int, tuple[Numbered, ...]]:
    """The numbers that end at the one at ``start``, from the word before the first of them."""
    found = read_alone(text, start)
    before = _LIST.search(text, max(0, start - 80), start)
    if before is not None and found:
        longer = read_alone(text, before.start())
        if longer and longer[-1].end == found[-1].end:
            return before.start(), longer
    return start, found


def _in_brackets(text: str, found: tuple[Numbered, ...]) -> Reading | None:
    opened = _IN.match(text, found[-1].end) if found else None
    reading = read(text, opened.end()) if opened else None
    closed = _OUT.match(text, reading.end) if reading and not reading.numbers else None
    if reading is None or closed is None:
        return None
    if len(found) == 1:
        found = (Numbered(found[0].ondernummer, found[0].start, closed.end()),)
    return Reading(reading.units, found, "nr", closed.end())


def _behind(text: str, found: tuple[Numbered, ...]) -> Reading | None:
    """The numbers with a dossier behind a comma: ``stuk nr. 292, 33576``."""
    opened = _NEXT.match(text, found[-1].end)
    reading = read(text, opened.end()) if opened else None
    if reading is None or reading.numbers or not _CLOSES.match(text, reading.end):
        return None
    if not _EARLIEST <= int(reading.units[0].number) <= _LATEST:
        return None
    if len(found) == 1:
        found = (Numbered(found[0].ondernummer, found[0].start, reading.end),)
    return Reading(reading.units, found, "nr", reading.end)


def _renumbered(text: str, found: tuple[Numbered, ...]) -> Reading | None:
    """The numbers with the dossier that stands behind the number they had before."""
    was = _WAS.match(text, found[-1].end)
    opened = _IN.match(text, was.end()) if was else None
    reading = read(text, opened.end()) if opened else None
    if reading is None or reading.numbers:
        return None
    return Reading(reading.units, found, "nr", found[-1].end)


def _is_motion(text: str, start: int, unit: Unit) -> bool:
    """Whether a number without ``nr.`` is one: a chapter follows, or a motion was spoken of."""
    if text[start - 1 : start] in tuple(",-/.–") or _YEAR.fullmatch(text, start, start + 4):
        return False
    if unit.toevoeging is not None and is_budget(unit.number):
        return True
    return _MOTION.search(text, max(0, start - 80), start) is not None


def parse_alone(text: str, start: int, end: int) -> Iterator[Mention]:
    """The papers at ``start`` that only their number names: ``stuk nr. 12``, ``nummer 14``.

    >>> [(m.id, m.surface) for m in parse_alone("stuk nr. 9 (36 410-XIV)", 0, 10)]
    [('kst-36410-XIV-9', 'stuk nr. 9 (36 410-XIV)')]
    >>> [(m.id, m.surface) for m in parse_alone("stukken nrs. 4 en 6", 0, 14)]
    [(None, 'stukken nrs. 4'), (None, '6')]
    """
    words = _WORDS.match(text, start)
    assert words is not None  # it matches nothing at all too
    found = read_alone(text, words.end())
    if not found or (not words["stuk"] and not _MOTION.search(text, max(0, start - 80), start)):
        return
    if words["instead"]:
        start = words.end()
    reading = _in_brackets(text, found) or _behind(text, found) or _renumbered(text, found)
    if reading is not None:
        yield from papers(text, reading, start, "kamerstuk.nr-dossier")
        return
    citation = Span(start, found[-1].end)
    role = role_before(text, start)
    for count, number in enumerate(found):
        span = Span(start if count == 0 else number.start, number.end)
        yield Mention("kamerstuk", span, span.of(text), PENDING, None, role, citation)


def parse_composite(text: str, start: int, end: int) -> Iterator[Mention]:
    """A motion's dossier and number printed as one figure in the brackets at ``start``.

    Only right behind a name, where motions are spoken of.

    >>> text = "de moties Bromet (36600 XIV 29) en Omtzigt (34682154)"
    >>> [m.id for m in parse_composite(text, 43, 53)]
    ['kst-34682-154']
    """
    match = _COMPOSITE.match(text, start)
    if match is None or not _NAME.search(text, max(0, start - 40), start):
        return
    before = text[max(0, start - 300) : start].lower()
    if "motie" not in before or not _EARLIEST <= int(match["dossier"]) <= _LATEST:
        return
    unit = Unit(match["dossier"], None, *match.span("dossier"))
    number = Numbered(match["nr"], *match.span("nr"))
    reading = Reading((unit,), (number,), "composite", number.end)
    for mention in papers(text, reading, unit.start, "kamerstuk.composite"):
        yield replace(mention, reason="dossier and number are printed as one figure")


RECOGNISERS = (
    Recogniser("kamerstuk-composite", r"\(\d{6,9}\)", parse_composite, rules=_RULES[2:]),
    Recogniser("kamerstuk-bracketed", _BRACKETED, parse_bracketed, rules=_RULES[:1]),
    Recogniser("kamerstuk-alone", _ALONE, parse_alone, rules=_RULES[1:2]),
)
