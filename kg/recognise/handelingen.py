"""The proceedings: "Handelingen II 2019/20, nr. 33, item 21", by page before 2010-2011.

Read are the meeting with an item, a page or nothing behind it, and the Kamer's own short form
(meeting-item-page: "86-9-3"). A number larger than a vergaderjaar has meetings is that of an
Aanhangsel whose first word was left out. A dossier behind the year ("Handelingen II 1972–1973,
15 061") makes it the citation of a Kamerstuk, which is left to that recogniser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.identifiers.grammar import (
    BLANK, CHAMBER, COMMA, DASH, GAP, SESSION, YEARS, chamber, word,
)  # fmt: skip
from kg.identifiers.handelingen import FIRST_BY_ITEM, MOST_MEETINGS, Handelingen
from kg.identifiers.vergaderjaar import parse_vergaderjaar
from kg.model import Mention, Span
from kg.patterns import later
from kg.recognise import aanhangsel
from kg.recognise.engine import Recogniser, Rule
from kg.recognise.enumeration import NR, read_numbers
from kg.reasons import because
from kg.text import MONTHS

KIND = "handelingen"

_WORD = (
    rf"(?:{word('Han-de-lin-gen')}|{word('han-de-lin-gen')}|HANDELINGEN|Hand\.|H(?P<short>[TE])K)"
)
_HEAD = later(rf"{_WORD}(?:{COMMA}{CHAMBER})?+{COMMA}(?:{SESSION}{COMMA})?+{YEARS}{COMMA}")
_NR = later(rf"{NR}{GAP}")
_TIE = rf"{DASH}(?:\n{BLANK}{{0,160}}+)?"  # the line may end behind a hyphen
_TRIPLE_NUMBERS = rf"[0-9]{{1,3}}{_TIE}[0-9]{{1,5}}{_TIE}[0-9]{{1,5}}"
_TRIPLE = later(
    rf"(?:nr\.?{GAP}|(?:p|blz)\.{GAP}(?={_TRIPLE_NUMBERS}))?(?:[TE]K{GAP})?"
    rf"(?P<meeting>[1-9][0-9]{{0,2}}){_TIE}(?P<second>[1-9][0-9]{{0,4}})"
    rf"(?:{_TIE}(?P<third>[0-9]{{1,5}}))?"
    r"(?![0-9])"
)
_ITEM = later(rf"{COMMA}\(?(?P<word>(?i:items?)|[Aa]gendapunt){GAP}(?=[0-9])")
PAGES = later(
    rf"{GAP}(?:[,;]|{DASH})?+{GAP}\(?"
    rf"(?:pp?\b|blz|BLZ|bl\b|pag\b|pagina(?:'s|’s)?){GAP}\.?{GAP}:?{GAP}"
    rf"(?P<first>[1-9][0-9]{{0,4}})(?:{GAP}(?:{DASH}|/|t/m|en){GAP}(?P<last>[0-9]{{1,5}}))?"
    r"(?![0-9])"
)
# "Handelingen II 1998/99, 1234-1250"
_BARE_PAGES = later(rf"(?P<first>[1-9][0-9]{{2,4}}){DASH}(?P<last>[1-9][0-9]{{2,4}})(?![0-9])")
_DOSSIER = r"[0-9]{2}[ .\u00a0\u2009]?[0-9]{3}(?![0-9])"
_DOSSIER_NEXT = later(_DOSSIER)
# "Handelingen I 2012/13, 32 044, p. 23-3-5": the bill that was debated, then the place
_PAST_DOSSIER = later(
    rf"{_DOSSIER}{GAP},{GAP}(?:(?:p|blz|nr)\.?{GAP})?(?={_TRIPLE_NUMBERS})"
)
# "Handelingen I, 11 februari 1992, p. 175"
_MONTHS = "".join(month[:3] for month in MONTHS)
_DATED = later(
    rf"{_WORD}(?:{COMMA}{CHAMBER})?+{COMMA}(?:(?:van|d\.d\.){GAP})?"
    rf"(?P<day>[0-9]{{1,2}}){GAP}(?P<month>[a-z]{{3,9}}){GAP}(?P<year>(?:19|20)[0-9]{{2}}){COMMA}"
)
# "Tweede Kamer, vergaderjaar 2007–2008, Handelingen 10-666"
_YEAR_BEFORE = later(
    rf"(?P<chamber>Eerste|Tweede){GAP}Kamer{COMMA}(?:{SESSION}{COMMA})?+{YEARS}{COMMA}$"
)
_ALONE = later(rf"{_WORD}{COMMA}(?:{CHAMBER}{COMMA})?+")

RULES = (
    Rule(
        "handelingen.item",
        "Zie Handelingen II 2019/20, nr. 33, item 21.",
        ("h-tk-20192020-33-21",),
    ),
    Rule(
        "handelingen.items",
        "Handelingen II 2011/2012, nr. 82, items 8 en 32",
        ("h-tk-20112012-82-8", "h-tk-20112012-82-32"),
    ),
    Rule(
        "handelingen.page",
        "Handelingen TK 2005/2006, nr. 98, blz: 6087",
        ("h-tk-20052006-6087-6087",),
    ),
    Rule("handelingen.meeting", "(Handelingen II 2014/15, nr. 106)", ("h-tk-20142015-106",)),
    Rule("handelingen.short", "Handelingen II 2014/15, 86-9-3", ("h-tk-20142015-86-9",)),
    Rule(
        "handelingen.year-before",
        "Tweede Kamer, vergaderjaar 2007–2008, Handelingen 10-666",
        ("h-tk-20072008-666-666",),
    ),
    Rule(
        "handelingen.date",
        "in de Eerste Kamer (Handelingen I, 11 februari 1992, p. 175)",
        ("h-ek-19911992-175-175",),
    ),
    Rule("handelingen.no-meeting", "Handelingen 2011/12, item 12", (None,)),
    Rule(
        "aanhangsel.word-left-out",
        "Handelingen, vergaderjaar 2021–2022, nr. 1971",
        ("ah-tk-20212022-1971",),
    ),
)


@dataclass(frozen=True, slots=True)
class _Session:
    """The part of a citation that is read already: where it begins, its year and chamber."""

    start: int
    year: str
    house: str


def parse_handelingen(text: str, start: int, end: int) -> Iterator[Mention]:
    """What the word Handelingen at ``start`` cites: items, pages, a meeting, an Aanhangsel.

    >>> [m.id for m in parse_handelingen("Handelingen II 2014/15, nr. 86, item 9", 0, 11)]
    ['h-tk-20142015-86-9']
    """
    head = _HEAD.match(text, start)
    if head is None:
        yield from _year_before(text, start)
        yield from _dated(text, start)
        return
    year = parse_vergaderjaar(head["years"])
    if year is not None:
        house = "ek" if head["short"] == "E" else chamber(head["chamber"])
        yield from _places(text, head.end(), _Session(start, year, house))


def _year_before(text: str, start: int) -> Iterator[Mention]:
    before = _YEAR_BEFORE.search(text, max(0, start - 120), start)
    alone = _ALONE.match(text, start)
    year = parse_vergaderjaar(before["years"]) if before else None
    if before is None or alone is None or year is None:
        return
    session = _Session(before.start(), year, chamber(before["chamber"]))
    for mention in _places(text, alone.end(), session):
        aside = mention.kind != KIND
        yield mention if aside else replace(mention, rule="handelingen.year-before")


def _dated(text: str, start: int) -> Iterator[Mention]:
    """A meeting's date in place of the vergaderjaar, which begins on a Tuesday in September."""
    match = _DATED.match(text, start)
    year = session_of(match) if match else None
    if match is None or year is None:
        return
    session = _Session(start, year, chamber(match["chamber"]))
    reason = "the vergaderjaar is that of the date"
    for mention in _places(text, match.end(), session):
        yield replace(mention, rule="handelingen.date", reason=reason)


def session_of(date: re.Match[str]) -> str | None:
    """The vergaderjaar of a date with the groups ``day``, ``month`` and ``year``.

    It begins on the third Tuesday of September; a day that may lie on either side gives ``None``.
    """
    month = _MONTHS.find(date["month"][:3]) // 3 + 1
    day, first = int(date["day"]), int(date["year"]) - (month < 9)
    if month < 1 or (month == 9 and 15 <= day < 22):
        return None
    first -= month == 9 and day < 15
    return f"{first}-{first + 1}"


def _places(text: str, position: int, session: _Session) -> Iterator[Mention]:
    """What stands behind the vergaderjaar, from ``position`` on."""
    if bill := _PAST_DOSSIER.match(text, position):
        position = bill.end()
    elif _DOSSIER_NEXT.match(text, position):
        return
    bare = _BARE_PAGES.match(text, position)
    if bare and session.year < FIRST_BY_ITEM and int(bare["first"]) <= int(bare["last"]):
        whole = Span(session.start, bare.end())
        yield _meeting_or_pages(text, whole, session, None, bare)
        return
    if short := _TRIPLE.match(text, position):
        yield _short(text, short, session)
        return
    nr = _NR.match(text, position)
    word_, first = (nr["nr"], nr.end()) if nr else ("", position)
    numbers = read_numbers(text, first, first + 200, word_)
    if numbers and numbers[0][0] > MOST_MEETINGS:
        yield from _as_aanhangsel(text, numbers, session)
        return
    meeting = numbers[0] if numbers and (nr or _goes_on(text, numbers[0][1].end)) else None
    after = meeting[1].end if meeting else position
    yield from _items_or_pages(text, after, session, meeting[0] if meeting else None)


def _as_aanhangsel(
    text: str, numbers: tuple[tuple[int, Span], ...], session: _Session
) -> Iterator[Mention]:
    reason = "read as Aanhangsel: no vergaderjaar has so many meetings"
    whole = Span(session.start, numbers[-1][1].end)
    rule = "aanhangsel.word-left-out"
    yield from aanhangsel.mentions(
        numbers, text, whole, session.year, session.house, rule, reason=reason
    )


def _goes_on(text: str, position: int) -> bool:
    """A bare number is a meeting where an item or page follows it."""
    return bool(_ITEM.match(text, position) or PAGES.match(text, position))


def _short(text: str, match: re.Match[str], session: _Session) -> Mention:
    """ "86-9-3" is meeting, item, page; before 2010-2011 "10-666" is meeting and page."""
    meeting, second, third = int(match["meeting"]), int(match["second"]), match["third"]
    year, house = session.year, session.house
    if year >= FIRST_BY_ITEM:
        value, pages = Handelingen(year, meeting, second, chamber=house), third
    else:
        last = max(second, int(third or second))
        value = Handelingen(year, meeting, None, second, last, house)
        pages = f"{second}-{third}" if third else str(second)
    span = Span(session.start, match.end())
    rule = "handelingen.short"
    return Mention(KIND, span, span.of(text), rule, value, citation=span, pages=pages)


def _items_or_pages(
    text: str, position: int, session: _Session, meeting: int | None
) -> Iterator[Mention]:
    item = _ITEM.match(text, position)
    items = read_numbers(text, item.end(), item.end() + 200, item["word"]) if item else ()
    pages = PAGES.match(text, items[-1][1].end if items else position)
    if items:
        yield from _items(text, items, session, meeting, pages)
    elif meeting is not None or pages is not None:
        whole = Span(session.start, pages.end() if pages else position)
        yield _meeting_or_pages(text, whole, session, meeting, pages)


def _items(
    text: str, items: tuple[tuple[int, Span], ...], session: _Session, meeting: int | None,
    pages: re.Match[str] | None,
) -> Iterator[Mention]:  # fmt: skip
    whole = Span(session.start, pages.end() if pages else items[-1][1].end)
    for count, (number, span) in enumerate(items):
        place = span if len(items) > 1 else whole
        rule, reason, value = "handelingen.no-meeting", because("no meeting"), None
        if meeting:
            rule = "handelingen.items" if count else "handelingen.item"
            reason = ""
            value = Handelingen(session.year, meeting, number, chamber=session.house)
        yield Mention(
            KIND, place, place.of(text), rule, value,
            citation=whole, pages=_printed(pages), reason=reason or None,
        )  # fmt: skip


def _meeting_or_pages(
    text: str, whole: Span, session: _Session, meeting: int | None, pages: re.Match[str] | None
) -> Mention:
    year, house = session.year, session.house
    rule, reason, value = "handelingen.no-meeting", because("no meeting"), None
    if pages and year < FIRST_BY_ITEM:
        first = int(pages["first"])
        last = max(first, int(pages["last"] or first))
        value = Handelingen(year, meeting, None, first, last, house)
        rule = "handelingen.page"
        reason = "by page: the publication may begin before it and end after it"
    elif meeting is not None:
        value, rule, reason = Handelingen(year, meeting, chamber=house), "handelingen.meeting", ""
    return Mention(
        KIND, whole, whole.of(text), rule, value,
        citation=whole, pages=_printed(pages), reason=reason or None,
    )  # fmt: skip


def _printed(pages: re.Match[str] | None) -> str | None:
    if pages is None:
        return None
    return f"{pages['first']}-{pages['last']}" if pages["last"] else pages["first"]


RECOGNISERS = (
    Recogniser(
        "handelingen",
        # A footnote's mark may stand right before the word.
        "(?:Handelin|(?i:\\bhandelin))(?:(?i:gen)|[-\u00ad\u2010\u00ac\\s])"
        r"|(?i:\bhan(?:de-|-))|\bHand\.|\bHan(?:de)?\xad|\bH[TE]K\b",
        parse_handelingen,
        rules=RULES,
    ),
)
