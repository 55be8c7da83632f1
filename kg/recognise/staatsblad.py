"""Laws, announcements and treaties by their publication: "Stb. 2020, 123", "Stcrt. 2021, 4567".

Read are the three series with a year and a number in any order and with any mark between them,
lists of them, and a date in place of the year. A number alone ("Stb. 323") takes the year of the
date right before it ("de wet van 28 april 1976 (Stb. 323)"), which is what leaving it out means; so
it does where the title of that law stands between ("de wet van 19 juni 1996 tot wijziging van …
(Stb. 323)") or the date comes after ("(Stb. 739) van 24 december 1998"). Without such a date the
mention has no value: the year in a law's name is not always that of its publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.errors import CitationError
from kg.identifiers.grammar import DASH, GAP, TORN
from kg.identifiers.staatsblad import FIRST_YEAR, LAST_YEAR, Publicatie
from kg.model import Mention, Span
from kg.patterns import later
from kg.recognise.engine import Recogniser, Rule
from kg.recognise.enumeration import ANY_MONTH
from kg.recognise.handelingen import PAGES
from kg.reasons import because

_WORDS = later(
    rf"(?P<stb>Staats{TORN}blad(?:{GAP}\((?:\*?Stb\.?\*?)\))?"
    r"|STAATSBLAD|(?:Stb|STB)\b\*?\.?)"
    rf"|(?P<stcrt>Staats{TORN}courant(?:{GAP}\((?:\*?Stcrt\.?\*?)\))?"
    r"|STAATSCOURANT|(?:St(?:crt|rct)|STCRT)\b\*?\.?\*?\.{0,2})"
    rf"|(?P<trb>Tractaten{TORN}blad(?:{GAP}\((?:\*?Trb\.?\*?)\))?"
    r"|TRACTATENBLAD|(?:Trb|TRB)\b\*?\.?)"
)
_COMMA = rf"{GAP}(?:[,:]{GAP})?+"
_NR = rf"(?:(?:[Nn](?:rs?|os?|ummer)|NRS?)\b\.?{GAP})?+"
_YEAR = r"(?P<year>1[89][0-9]{2}|20[0-9]{2})"
_NUMBER = (
    rf"(?P<number>[1-9][0-9]?[ \u00a0][0-9]{{3}}(?![0-9])|(?:[A-K]{GAP})?[1-9][0-9]{{0,5}})"
    rf"(?![0-9]|{DASH}[0-9])"
)
_DATE = rf"(?:(?:van|d\.d\.|dd\.?){GAP})?+[0-9]{{1,2}}{GAP}{ANY_MONTH}\.?{GAP}"
_YEAR_FIRST = later(
    rf"{_COMMA}(?:(?:jaargang|jrg\.?){GAP})?+"
    rf"{_YEAR}{GAP}(?:(?P<open>\()|[,.:/]|{DASH})?+{GAP}{_NR}{_NUMBER}(?(open)\))"
    rf"(?!{GAP}{ANY_MONTH})"
)
_YEAR_LAST = later(rf"{_COMMA}{_NR}{_NUMBER}/{_YEAR}(?![0-9])")
_DATE_FIRST = later(rf"{_COMMA}{_DATE}{_YEAR}{_COMMA}(?:[Nn](?:r|ummer)\b\.?){GAP}{_NUMBER}")
_DATE_LAST = later(
    rf"{_COMMA}(?:[Nn](?:r|ummer)\b\.?){GAP}{_NUMBER}{_COMMA}\(?(?:{_DATE})?+{_YEAR}(?![0-9])"
)
_NUMBER_ONLY = later(rf"{GAP}{_NR}{_NUMBER}(?!{GAP}(?:{ANY_MONTH}|[,/]{GAP}[0-9]))")
_MORE = later(
    rf"{GAP}(?:,|en|,{GAP}en|alsmede){GAP}(?:{_YEAR}{GAP}[,/]{GAP})?{_NR}{_NUMBER}"
    rf"(?={GAP}(?:[),.;:»”\]]|en\b|$|\n))"
)
# "28 april 1976 (", "15-12-2005, ", "12 april 1994, AD94/U481 ("
_DATE_BEFORE = later(
    rf"[0-9]{{1,2}}(?:{GAP}(?i:{ANY_MONTH}){GAP}|[-/][0-9]{{1,2}}[-/]){_YEAR}"
    rf"(?:,{GAP}[A-Z][A-Z0-9/.-]{{2,20}}(?<=[0-9]))?{GAP}[,(]?{GAP}[(*]?$"
)
_DATE_AFTER = later(
    rf"{GAP}\*?\)?{GAP}van{GAP}[0-9]{{1,2}}{GAP}{ANY_MONTH}{GAP}{_YEAR}(?![0-9])"
)
_LAW_DATED = later(
    rf"\b(?i:(?:[a-z]{{0,30}}(?:wet|besluit|regeling|beschikking|aanwijzing)|KB|K\.B\.))\b"
    rf"[^.;0-9]{{0,160}}\bvan{GAP}[0-9]{{1,2}}{GAP}{ANY_MONTH}{GAP}{_YEAR}(?P<behind>[^0-9]|$)"
)
_LAW_TITLE = later(
    r"(?:\s{0,40},?\s{0,40}\(?nr\.?\s{0,9}[^\s,]{3,30})?[\s,(*]{0,9}(?:$|(?:tot|houdende|inzake"
    r"|betreffende|strekkende|regelende|omtrent|ter|met|over|art\.|artikel)(?=\s))"
)
_ANY_DATE = later(rf"[0-9]{{1,2}}{GAP}{ANY_MONTH}{GAP}(?:1[89]|20)[0-9]{{2}}")
_SENTENCE_END = later(r"(?<!nr)[.;?!]\s{1,40}(?=[A-Z])|\n[^\S\n]*\n|<sup>")
_LONGEST_TITLE = 500
_OTHER_COUNTRY = later(r"Belgisch(?:e|\s)?\s?$")

RULES = (
    Rule("staatsblad.year", "de Zorgverzekeringswet (Stb. 2006, 630)", ("stb-2006-630",)),
    Rule(
        "staatsblad.list",
        "zie Stb. 2014, 444 en 489, voor de aanwijzing",
        ("stb-2014-444", "stb-2014-489"),
    ),
    Rule(
        "staatsblad.date",
        "in de Staatscourant van 29 mei 2013, nr. 14312",
        ("stcrt-2013-14312",),
    ),
    Rule("staatsblad.date-before", "de wet van 28 april 1976 (Stb. 323)", ("stb-1976-323",)),
    Rule(
        "staatsblad.date-in-sentence",
        "de wet van 19 juni 1996 tot wijziging van de Huurwet (Stb. 323)",
        ("stb-1996-323",),
    ),
    Rule(
        "staatsblad.date-behind",
        "de Kaderwet subsidies (Stb. 739) van 24 december 1998",
        ("stb-1998-739",),
    ),
    Rule("staatsblad.no-year", "het besluit (Stb. 169) is", (None,)),
)


def parse_publication(text: str, start: int, end: int) -> Iterator[Mention]:
    """The publications cited by the name of the series at ``start``.

    >>> [m.id for m in parse_publication("Trb. 1962, 3 en Trb. 1963, 90", 0, 4)]
    ['trb-1962-3']
    """
    series = None if text[start - 1 : start].isalpha() else _WORDS.match(text, start)
    if series is None or _OTHER_COUNTRY.search(text, max(0, start - 12), start):
        return
    name = series.lastgroup or "stb"
    if first := _YEAR_FIRST.match(text, series.end()):
        yield from _listed(text, start, name, first)
        return
    for pattern in (_DATE_FIRST, _DATE_LAST, _YEAR_LAST):
        if dated := pattern.match(text, series.end()):
            if mention := _mention(text, Span(start, dated.end()), name, dated, "staatsblad.date"):
                yield mention
            return
    alone = _NUMBER_ONLY.match(text, series.end())
    if alone and not re.fullmatch(_YEAR, alone["number"]):
        yield from _without_year(text, start, name, alone)


def _listed(text: str, start: int, series: str, first: re.Match[str]) -> Iterator[Mention]:
    """The first publication, and those that "en" adds in the same or another year."""
    found = [(first, int(first["year"]))]
    while len(found) < 20:
        last, year = found[-1]
        more = _MORE.match(text, last.end())
        if more is None or (not more["year"] and more[0].lstrip().startswith(",")):
            break
        found.append((more, int(more["year"] or year)))
    whole = Span(start, found[-1][0].end())
    for count, (match, year) in enumerate(found):
        place = Span(*match.span("number")) if count else Span(start, match.end())
        rule = "staatsblad.list" if count else "staatsblad.year"
        if mention := _mention(text, place, series, match, rule, whole, year):
            yield mention


def _without_year(text: str, start: int, series: str, match: re.Match[str]) -> Iterator[Mention]:
    span = Span(start, match.end())
    year, rule, reason = _year_around(text, span)
    if year is not None:
        mention = _mention(text, span, series, match, rule, year=year, reason=reason)
        if mention is not None:
            yield mention
    elif "." in span.of(text):
        yield Mention(_kind(series), span, span.of(text), rule, reason=reason)


def _year_around(text: str, span: Span) -> tuple[int | None, str, str]:
    """The year of the date that the number alone at ``span`` leans on, the rule and the reason."""
    if before := _DATE_BEFORE.search(text, max(0, span.start - 60), span.start):
        reason = "the year is that of the date before it"
        return int(before["year"]), "staatsblad.date-before", reason
    if after := _DATE_AFTER.match(text, span.end):
        reason = "the year is that of the date behind it"
        return int(after["year"]), "staatsblad.date-behind", reason
    if (year := _year_of_law(text, span.start)) is not None:
        reason = "the year is that of the law's date in the same sentence"
        return year, "staatsblad.date-in-sentence", reason
    return None, "staatsblad.no-year", because("no year")


def _year_of_law(text: str, start: int) -> int | None:
    """The year of the law whose title runs up to ``start``; ``None`` where two dates stand there.

    "de wet van 19 juni 1996 tot wijziging van de Huurprijzenwet woonruimte (Stb. 323)".
    """
    begin = max(0, start - _LONGEST_TITLE)
    for end in _SENTENCE_END.finditer(text, begin, start):
        begin = end.end()
    law = _LAW_DATED.search(text, begin, start)
    if law is None or sum(1 for _ in _ANY_DATE.finditer(text, begin, start)) != 1:
        return None
    behind = law.start("behind")
    return int(law["year"]) if _LAW_TITLE.match(text, behind, start) else None


def _mention(
    text: str, span: Span, series: str, match: re.Match[str], rule: str,
    citation: Span | None = None, year: int | None = None, reason: str | None = None,
) -> Mention | None:  # fmt: skip
    number = re.sub("[^A-K0-9]", "", match["number"])
    year = int(match["year"]) if year is None else year
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        value = Publicatie(series, year, number)
    except CitationError:
        return None
    page = PAGES.match(text, match.end())
    pages = "-".join(filter(None, page.groups())) if page else None
    return Mention(_kind(series), span, span.of(text), rule, value, citation=citation or span,
                   pages=pages, reason=reason)


def _kind(series: str) -> str:
    return {"stb": "staatsblad", "stcrt": "staatscourant", "trb": "tractatenblad"}[series]


RECOGNISERS = (
    Recogniser(
        "staatsblad",
        # A footnote's mark may stand right before the word.
        r"(?:St(?:b|crt|rct)|Trb|\bST(?:B|CRT)|\bTRB)\b|Staats(?:blad|courant|-|\xad)|Tractaten"
        r"|\b(?:STAATS(?:BLAD|COURANT)|TRACTATENBLAD)\b",
        parse_publication,
        rules=RULES,
    ),
)
