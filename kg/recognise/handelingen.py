"""The proceedings: "Handelingen II 2019/20, nr. 33, item 21", by page before 2010-2011.

Read are the meeting with an item, a page or nothing behind it, and the Kamer's own short form
(meeting-item-page: "86-9-3"). A number larger than a vergaderjaar has meetings is that of an
Aanhangsel whose first word was left out. A dossier behind the year ("Handelingen II 1972–1973,
15 061") makes it the citation of a Kamerstuk, which is left to that recogniser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.identifiers.grammar import DASH, GAP, TORN, word
from kg.identifiers.handelingen import FIRST_BY_ITEM, MOST_MEETINGS, Handelingen
from kg.identifiers.vergaderjaar import parse_vergaderjaar
from kg.model import Mention, Span
from kg.recognise import aanhangsel
from kg.recognise.aanhangsel import CHAMBER, SESSION, YEARS, chamber
from kg.recognise.engine import Recogniser, Rule
from kg.recognise.enumeration import NR, read_numbers

KIND = "handelingen"

_WORD = (
    rf"(?:{word('Han-de-lin-gen')}|{word('han-de-lin-gen')}|HANDELINGEN|Hand\.|H(?P<short>[TE])K)"
)
_COMMA = rf"{GAP}(?:[,;]{GAP})?+"
_HEAD = re.compile(
    rf"{_WORD}(?:{_COMMA}{CHAMBER})?+{_COMMA}(?:(?i:{SESSION}){_COMMA})?+{YEARS}{_COMMA}"
)
_VERENIGDE = re.compile(rf"{GAP}(?:van de |der )?(?:Verenigde Vergadering|VV)\b")
_DOSSIER = re.compile(r"[0-9]{2}[ .\u00a0\u2009]?[0-9]{3}(?![0-9])")
_NR = re.compile(rf"{NR}{GAP}")
_MEETING = re.compile(rf"(?:TK|EK)?{GAP}(?P<meeting>[0-9]{{1,3}})(?![0-9])")
_TRIPLE = re.compile(
    rf"(?:nr\.?{GAP})?(?:[TE]K{GAP})?(?P<meeting>[0-9]{{1,3}}){DASH}(?P<second>[0-9]{{1,5}})"
    rf"(?:{DASH}(?P<third>[0-9]{{1,5}}))?(?![0-9])"
)
_ITEM = re.compile(rf"{_COMMA}\(?(?P<word>[Ii]tems?|[Aa]gendapunt){GAP}(?=[0-9])")
PAGES = re.compile(
    rf"{GAP}(?:[,;]|{DASH})?+{GAP}(?:pp?\b|blz|bl\b|pag\b|pagina(?:'s|’s)?){GAP}[.:]?{GAP}:?{GAP}"
    rf"(?P<first>[0-9]{{1,5}})(?:{GAP}(?:{DASH}|t/m|en){GAP}(?P<last>[0-9]{{1,5}}))?(?![0-9])"
)
# "Tweede Kamer, vergaderjaar 2007–2008, Handelingen 10-666"
_YEAR_BEFORE = re.compile(
    rf"(?P<of>Eerste|Tweede){GAP}Kamer{_COMMA}(?:(?i:{SESSION}){_COMMA})?+{YEARS}{_COMMA}$"
)
_BARE_WORD = re.compile(rf"{_WORD}{_COMMA}(?:{CHAMBER}{_COMMA})?+")

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
    Rule("handelingen.no-meeting", "Handelingen 2011/12, item 12", (None,)),
    Rule(
        "aanhangsel.word-left-out",
        "Handelingen, vergaderjaar 2021–2022, nr. 1971",
        ("ah-tk-20212022-1971",),
    ),
)


def parse_handelingen(text: str, start: int, end: int) -> Iterator[Mention]:
    """What the word Handelingen at ``start`` cites: items, pages, a meeting, an Aanhangsel.

    >>> [m.id for m in parse_handelingen("Handelingen II 2014/15, nr. 86, item 9", 0, 11)]
    ['h-tk-20142015-86-9']
    """
    head = _HEAD.match(text, start)
    if head is None:
        yield from _year_before(text, start)
        return
    year = parse_vergaderjaar(head["years"])
    if year is None or _DOSSIER.match(text, head.end()):
        return
    house = "ek" if head["short"] == "E" else chamber(head["chamber"])
    if "VV" in head[0] or _VERENIGDE.match(text, start + 11):
        house = "vv"
    yield from _places(text, start, head.end(), year, house)


def _year_before(text: str, start: int) -> Iterator[Mention]:
    before = _YEAR_BEFORE.search(text, max(0, start - 120), start)
    word_ = _BARE_WORD.match(text, start)
    year = parse_vergaderjaar(before["years"]) if before else None
    if before is None or word_ is None or year is None:
        return
    house = "ek" if before["of"] == "Eerste" else "tk"
    for mention in _places(text, before.start(), word_.end(), year, house):
        yield Mention(
            mention.kind,
            mention.span,
            mention.surface,
            "handelingen.year-before" if mention.kind == KIND else mention.rule,
            mention.value,
            citation=mention.citation,
            pages=mention.pages,
            reason=mention.reason,
        )


def _places(text: str, start: int, position: int, year: str, house: str) -> Iterator[Mention]:
    """What stands behind the vergaderjaar, from ``position`` on."""
    if short := _TRIPLE.match(text, position):
        yield _short(text, start, short, year, house)
        return
    nr = _NR.match(text, position)
    word_, first = (nr["nr"], nr.end()) if nr else ("", position)
    numbers = read_numbers(text, first, first + 200, word_)
    if numbers and numbers[0][0] > MOST_MEETINGS:
        whole = Span(start, numbers[-1][1].end)
        yield from aanhangsel.mentions(
            numbers, text, whole, year, house, "aanhangsel.word-left-out",
            reason="read as Aanhangsel: no vergaderjaar has so many meetings",
        )  # fmt: skip
        return
    meeting = numbers[0] if numbers and (nr or _goes_on(text, numbers[0][1].end)) else None
    after = meeting[1].end if meeting else position
    yield from _items_or_pages(text, start, after, year, house, meeting[0] if meeting else None)


def _goes_on(text: str, position: int) -> bool:
    """A bare number is a meeting where an item or page follows it."""
    return bool(_ITEM.match(text, position) or PAGES.match(text, position))


def _short(text: str, start: int, match: re.Match[str], year: str, house: str) -> Mention:
    """ "86-9-3" is meeting, item, page; before 2010-2011 "10-666" is meeting and page."""
    meeting, second = int(match["meeting"]), int(match["second"])
    third = match["third"]
    if year >= FIRST_BY_ITEM:
        value = Handelingen(year, meeting, second, chamber=house)
        pages = third
    else:
        last = int(third) if third and int(third) >= second else second
        value = Handelingen(year, meeting, None, second, last, chamber=house)
        pages = f"{second}-{third}" if third else str(second)
    span = Span(start, match.end())
    rule = "handelingen.short"
    return Mention(KIND, span, span.of(text), rule, value, citation=span, pages=pages)


def _items_or_pages(
    text: str, start: int, position: int, year: str, house: str, meeting: int | None
) -> Iterator[Mention]:
    item = _ITEM.match(text, position)
    items = read_numbers(text, item.end(), item.end() + 200, item["word"]) if item else ()
    end = items[-1][1].end if items else position
    pages = PAGES.match(text, end)
    end = pages.end() if pages else end
    if not items and meeting is None and pages is None:
        return
    whole = Span(start, end)
    printed = _printed(pages)
    if not items:
        yield _meeting_or_pages(text, whole, year, house, meeting, pages)
        return
    for count, (number, span) in enumerate(items):
        place = span if len(items) > 1 else whole
        value = Handelingen(year, meeting, number, chamber=house) if meeting else None
        reason = None if meeting else "no meeting is printed"
        rule = "handelingen.no-meeting" if not meeting else "handelingen.item"
        rule = "handelingen.items" if count and meeting else rule
        yield Mention(KIND, place, place.of(text), rule, value, citation=whole, pages=printed,
                      reason=reason)


def _meeting_or_pages(
    text: str, whole: Span, year: str, house: str, meeting: int | None,
    pages: re.Match[str] | None,
) -> Mention:  # fmt: skip
    reason, rule = None, "handelingen.meeting"
    value: Handelingen | None = None
    if pages and year < FIRST_BY_ITEM:
        first = int(pages["first"])
        last = int(pages["last"] or first)
        value = Handelingen(year, meeting, None, first, max(first, last), chamber=house)
        rule = "handelingen.page"
        reason = "by page: the publication may begin before it and end after it"
    elif meeting is not None:
        value = Handelingen(year, meeting, chamber=house)
    else:
        reason, rule = "no meeting is printed", "handelingen.no-meeting"
    return Mention(KIND, whole, whole.of(text), rule, value, citation=whole,
                   pages=_printed(pages), reason=reason)


def _printed(pages: re.Match[str] | None) -> str | None:
    if pages is None:
        return None
    return f"{pages['first']}-{pages['last']}" if pages["last"] else pages["first"]


RECOGNISERS = (
    Recogniser(
        "handelingen",
        rf"(?i:\bhan{TORN}de{TORN}lin{TORN}gen\b)|\bHand\.|\bH[TE]K\b",
        parse_handelingen,
        rules=RULES,
    ),
)
