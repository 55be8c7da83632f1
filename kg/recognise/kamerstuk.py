"""Kamerstukken behind a word that announces them: ``Kamerstukken II 2020/21, 35 882, nr. 1``.

A keyword (Kamerstuk, TK, EK, Tweede Kamer, Zitting, …), then chamber and vergaderjaar in any
order, then what :mod:`kg.recognise.kamerstuk_grammar` reads: dossiers, numbers, pages. A chain goes
on with a second dossier that drops the keyword. Without a number the dossier as a whole is meant.

Sources: Leidraad voor juridische auteurs; the Kamer's own papers; counted forms of some 3,200
documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.identifiers.grammar import BLANK, DASH, GAP, TEAR
from kg.identifiers.vergaderjaar import parse_vergaderjaar
from kg.model import Mention
from kg.patterns import later
from kg.recognise.engine import Recogniser, Rule
from kg.recognise.kamerstuk_grammar import Reading, read
from kg.recognise.kamerstuk_mentions import dossiers, is_chapter, papers
from kg.recognise.kamerstuk_numbers import YEARS
from kg.recognise.kamerstuk_units import NR

_WORD = (
    rf"(?P<stuk>(?i:kamer{TEAR}(?:st(?:uk(?P<plural>{TEAR}ken|\(ken\))?|\.|\b)|nr\.?|nummers?"
    rf"|dossiers?))|[Kk][Ss][Tt]\b\.?(?![-0-9]))(?i:-?(?:nummers?|nrs?\.?|dossiers?)(?![a-z]))?"
    rf"|(?P<bijl>[Bb]ijl(?:\.|agen?){GAP}(?:(?:van|bij){GAP}de{GAP})?[Hh]and(?:\.|elingen))"
    r"|(?P<tk>TK|Tweede Kamer)|(?P<ek>EK|Eerste Kamer)|[Zz]itting(?:sjaar)?"
)
_KEYWORD = later(rf"(?:{_WORD})(?![A-Za-z])")
_CHAMBER = (
    r"(?:I ?I|[Tt]weede Kamer|2e Kamer|TK)(?![A-Za-z])"
    r"|(?:I|[Ee]erste Kamer|1e Kamer|EK)(?![A-Za-z])"
    rf"|(?:ll|l|11|1)(?={GAP},?{GAP}\(?['’]?(?:1[89]|2 ?0) ?\d)"
    rf"|ll(?={GAP},?{GAP}\d\d)"
)
_BOTH = r"(?:I|l) ?(?:/|en) ?(?:II|ll)(?![A-Za-z])"
_WORDS = (
    rf"(?:van{GAP}de(?={GAP}[12TE])|der{GAP}Staten-Generaal|[Vv]erga-?{GAP}derjaar|[Vv]erg\."
    rf"|kenmerk(?={GAP}[1-9]\d{GAP}\d{{3}}(?!\d))"
    rf"|[Vv]j\.?|[Zz]itting(?:sjaar)?|(?:wets)?[Dd]ossier(?:nummer|nr\.)?|(?:met|onder){GAP}nummer"
    rf"|{NR})"
)
_SINGLE_YEAR = rf"(?:19|20)\d\d(?={GAP},|{GAP}[1-9]\d{GAP}\d{{3}}(?!\d))"
_HEAD = later(
    rf"(?:{GAP}(?:{_BOTH}|(?P<chamber>{_CHAMBER})|{YEARS}|{_SINGLE_YEAR}|{_WORDS}|[,.:;()|]"
    rf"|{DASH})){{0,12}}{GAP}"
)
_CHAIN = later(
    rf"{GAP}(?:[;,]{GAP}(?:en\b)?|(?i:en)\b|&|alsmede\b|resp\b\.?){GAP}"
    rf"(?:(?P<chamber>II?(?![A-Za-z])){GAP},?{GAP})?(?:{YEARS}{GAP},?)?{GAP}(?=[1-9])"
)
_YEARS_BEHIND = later(rf"{GAP},?{GAP}\(?{YEARS}")
_LONGEST_CHAIN = 40

_TRIGGER = (
    # A footnote's mark often stands right before the word: no boundary is asked there.
    "(?i:kamer)(?:\u00ad|[-\u2010\u00ac]?[ \\t]*\\r?\\n[ \\t]*)?(?i:st)(?:(?i:uk)|[. ])"
    "|\\b(?:[Kk]amer(?:nr|nummer|dossier)|[Kk][Ss][Tt][. ]"
    "|[TE]K[ ,:(]{1,3}(?:I|[1-9]|['’]\\d)"
    "|[Zz]itting(?:sjaar)? ?\\d{4}|[Bb]ijl(?:\\.|agen?) (?:(?:van|bij) de )?[Hh]and)"
    # A footnote's mark here too.
    "|(?:[Tt]weede|[Ee]erste) Kamer(?: der Staten-Generaal)?[,:( \u00a0]*\\s*"
    "(?:II?[ ,:]|[Vv]erga|[Zz]itting|(?:1[89]|20)\\d\\d ?[-–/]|[1-3]\\d ?\\d{3})"
)

_RULES = (
    Rule("kamerstuk.dossier-nr", "Zie Kamerstukken II 2020/21, 35 882, nr. 1, p. 3.",
         ("kst-35882-1",)),
    Rule("kamerstuk.dossier-dash", "de brief (TK 2020-21, 25295-950)", ("kst-25295-950",)),
    Rule("kamerstuk.dossier-slash", "Kamerstuk 36200/XIV/12 is gedrukt", ("kst-36200-XIV-12",)),
    Rule("kamerstuk.dossier-semicolon", "Kamerstuk 21501-20;856", ("kst-21501-20-856",)),
    Rule("kamerstuk.dossier-comma", "nota (kamerstuk 29200 X, 4)", ("kst-29200-X-4",)),
    Rule("kamerstuk.dossier-space", "zie Kamerstuk 36600 XIV 29.", ("kst-36600-XIV-29",)),
    Rule("kamerstuk.dossier-letters", "(Kamerstukken I 2010/11, 29 689, E)", ("kst-29689-E",)),
    Rule("kamerstuk.chain", "Kamerstukken 34 682, nr. 135 en 35 334, 8", ("kst-35334-8",)),
    Rule("dossier.keyword", "de begroting (Kamerstuk 36 600 XV)", ("dossier-36600-XV",)),
)  # fmt: skip


def parse(text: str, start: int, end: int) -> Iterator[Mention]:
    """The Kamerstukken, or the dossiers, that the keyword at ``start`` announces.

    >>> [m.id for m in parse("Kamerstukken 34 682, nr. 135 en 35 334, nr. 8", 0, 12)]
    ['kst-34682-135', 'kst-35334-8']
    """
    keyword = _KEYWORD.match(text, start)
    if keyword is None:
        return
    head = _HEAD.match(text, keyword.end())
    assert head is not None  # every part of it may be missing
    reading = read(text, head.end(), old=True)
    if reading is None:
        return
    chamber = _chamber(keyword, head)
    years = head["years"] or reading.years
    if reading.numbers:
        year = parse_vergaderjaar(years) if years else None
        rule = f"kamerstuk.dossier-{reading.form}"
        yield from papers(text, reading, start, rule, chamber=chamber, vergaderjaar=year)
        yield from _chain(text, reading.end, chamber, year)
    elif years or keyword["stuk"] or is_chapter(reading.units[0]):
        yield from _whole(text, reading, start, bool(keyword["plural"]))
    elif _YEARS_BEHIND.match(text, reading.end):
        yield from _whole(text, reading, start, bool(keyword["plural"]))


def _chain(text: str, end: int, chamber: str | None, year: str | None) -> Iterator[Mention]:
    """Further citations behind a first one, each with its own dossier and number."""
    for _ in range(_LONGEST_CHAIN):
        step = _CHAIN.match(text, end)
        reading = read(text, step.end()) if step else None
        if step is None or reading is None or not reading.numbers:
            return
        if step["chamber"]:
            chamber = "tk" if step["chamber"] == "II" else "ek"
        if step["years"]:
            year = parse_vergaderjaar(step["years"])
        start = reading.units[0].start
        yield from papers(
            text, reading, start, "kamerstuk.chain", chamber=chamber, vergaderjaar=year
        )
        end = reading.end


def _whole(text: str, reading: Reading, start: int, plural: bool) -> Iterator[Mention]:
    """Dossiers as a whole; after the singular, or before a word it counts, only the first."""
    units = reading.units[:1]
    for unit in reading.units[1:]:
        counted = re.compile(rf"{BLANK}{{0,9}}+[a-z€%]").match(text, unit.end)
        if not plural or (counted and unit.number.endswith("00")):
            break
        units = (*units, unit)
    yield from dossiers(text, units, start, "dossier.keyword")


def _chamber(keyword: re.Match[str], head: re.Match[str]) -> str | None:
    """``tk`` or ``ek`` as printed; scanners read II as ll or 11."""
    if keyword["tk"] or keyword["ek"]:
        return "tk" if keyword["tk"] else "ek"
    printed = (head["chamber"] or "").replace(" ", "").lower()
    if not printed:
        return None
    return "ek" if printed in ("i", "l", "1", "eerstekamer", "1ekamer", "ek") else "tk"


RECOGNISERS = (Recogniser("kamerstuk", _TRIGGER, parse, rules=_RULES),)
