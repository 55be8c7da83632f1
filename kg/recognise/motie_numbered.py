"""Motions known by a number, by whose they are, or by what the Kamer asked in them.

"motie op stuk nr. 199 van de leden A en B", "zijn motie (35300-V, nr. 22)", "onze motie over X",
"de motie over X van het lid Y", "de motie over X (Kamerstuk 26 643, nr. 12)", "een motie
aangenomen die oproept …", "Zij krijgt nr. 15".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.authority.printed import is_known
from kg.model import Mention, Span
from kg.patterns import later
from kg.recognise.motie_list import Listed, read_held, read_list
from kg.recognise.motie_named import Head, motie
from kg.recognise.motie_tail import BY_THE_KAMER, Tail, read_number, read_tail
from kg.recognise.motie_topical import by_topic, topic_first
from kg.recognise.names import GAP, TITLES, Names, read_names

LOOK_BACK = 220
_LATER_NAMES = later(rf",?{GAP}(?:van{GAP})?(?:{TITLES}){GAP}")
_LATER_VAN = later(rf"{GAP}(?=van{GAP}[^\W\d_a-z])")
# "een motie ingediend, op stuk nr. 305", "nog een motie liggen, namelijk die op stuk nr. 307"
_PUT_IN = later(
    rf"""(?:{GAP}(?:ingediend|voorgesteld|liggen|over))?,?(?:{GAP}voorzitter,)?
        (?:{GAP}(?:namelijk{GAP}|te{GAP}weten{GAP})?die)?(?={GAP}op{GAP}stuk{GAP})""",
    re.VERBOSE,
)
_SUBMITTED = later(
    rf"""door{GAP}(?:{TITLES}){GAP}(?P<rest>[^.;!?]{{3,160}})
        \s(?:ingediende|voorgestelde|ingebrachte)
        (?:\s(?:en\s)?(?:\w{{1,12}}\s)?(?:aangenomen|gewijzigde))?\s{{1,40}}\Z""",
    re.VERBOSE,
)
_POSSESSIVE = later(
    r"\b(?:[Zz]ijn|[Hh]aar|[Mm]ijn|[Oo]nze|[Hh]un)\s{1,40}(?:\w{4,14}\s{1,40})?\Z"
)
_OWNERS = ("ijn", "aar", "nze", "un")  # how those words end
_ON_REQUEST = later(rf"[Oo]p verzoek van (?:{TITLES}){GAP}(?P<rest>[^.;!?]{{3,120}})\Z")
_MINE = later(
    rf"""{GAP}(?:die|welke){GAP}(?:ik|wij|we){GAP}(?:\w{{1,12}}{GAP}){{0,5}}
        (?:heb|hebben|had){GAP}(?:\w{{1,12}}{GAP}){{0,4}}?(?:ingediend|aangehouden)
        (?={GAP}(?:over|om|inzake)\b)""",
    re.VERBOSE,
)
_A_MOTION = later(r"\b[Ee]en\s{1,40}\Z")
_CARRIED = later(
    rf"""{GAP}(?:is\s{{1,9}})?(?:
            aangenomen(?=,?{GAP}(?:die|waarin|waarmee|waarbij|om|over)\s)
          | (?:verzocht|gevraagd|opgeroepen)(?=,?{GAP}om\s)
        )""",
    re.VERBOSE,
)
_KRIJGT = later(
    r"""[Zz]ij\s{1,40}krijgt\s{1,40}nr\.?\s{0,40}(?P<number>\d{1,4})
        (?P<dossier>\s{0,40}\(\s{0,40}[^()\n]{4,40}\s{0,40}\))?""",
    re.VERBOSE,
)
_PROPOSED = later(rf"voorgesteld{GAP}door{GAP}(?:{TITLES}){GAP}")


def read_numbered(text: str, head: Head, before: str) -> Iterator[Mention]:
    """The motion at ``head`` whose submitters do not stand right behind the noun.

    >>> text = "stel ik voor zijn motie (35300-V, nr. 22) aan te houden"
    >>> [m.surface for m in read_numbered(text, Head(18, 23), text[:18])]
    ['zijn motie']
    """
    submitted = _SUBMITTED.search(before)
    names = read_names(submitted["rest"], 0) if submitted else None
    if names is not None:
        yield _anonymous(text, head, head.end, "motie.ingediend", names)
        return
    topical = topic_first(text, head)
    if topical:
        yield from topical
        return
    listed = read_list(text, head.end) if head.plural else read_held(text, head.end)
    if listed is not None and (len(listed.units) > 1 or listed.apart):
        yield from _listed(text, head, before, listed)
        return
    kamer = BY_THE_KAMER.match(text, head.end)
    kamer = kamer or _PUT_IN.match(text, head.end)
    number = read_number(text, kamer.end() if kamer else head.end)
    if number is not None:
        yield _with_number(text, head, before, number)
    else:
        yield from _told(text, head, before)


def _listed(text: str, head: Head, before: str, listed: Listed) -> Iterator[Mention]:
    """ "moties op de stukken nrs. 12 en 13": the first with the noun, the others by number."""
    whose = _whose(before)
    asked = before[: whose.start()] if whose else before if len(listed.units) == 1 else ""
    names = _requested(asked)
    whole = Span(head.start, listed.units[-1].span.end)
    for place, unit in enumerate(listed.units):
        begin = unit.span.start if place or listed.apart else head.start
        span = Span(begin, unit.span.end)
        value = motie(head, names, Tail(span.end, unit.number))
        yield Mention("motie", span, span.of(text), "motie.number", value, citation=whole)


def _with_number(text: str, head: Head, before: str, number: Tail) -> Mention:
    """ "motie op stuk nr. 199 van de leden A en B", "zijn motie (35300-V, nr. 22)"."""
    names = _names_behind(text, number.end)
    end = names.end if names else number.end
    begin = head.start
    whose = None if names else _whose(before)
    if whose is not None:
        begin -= len(before) - whose.start()
        names = _requested(before[: whose.start()])
    tail = read_tail(text, end)
    # In brackets the number stands apart; right behind the noun it is part of the name.
    bracketed = text[head.end : number.end].lstrip()[:1] == "("
    shown = head.end if bracketed and end == number.end and not number.number else end
    span, whole = Span(begin, shown), Span(begin, tail.end)
    value = motie(head, names, replace(tail, number=number.number or tail.number))
    return Mention("motie", span, span.of(text), "motie.number", value, citation=whole)


def _whose(before: str) -> re.Match[str] | None:
    """ "zijn", "haar", "onze" as the last word, or the last but one, before the noun."""
    if not any(word.endswith(_OWNERS) for word in before.rsplit(None, 2)[-2:]):
        return None
    return _POSSESSIVE.search(before)


def _names_behind(text: str, at: int) -> Names | None:
    """Who submitted it, behind its number: "van de leden A en B", "leden A en B", "van A"."""
    titled = _LATER_NAMES.match(text, at)
    if titled:
        return read_names(text, titled.end())
    van = _LATER_VAN.match(text, at)
    names = read_names(text, van.end(), loose=True) if van else None
    return names if names and is_known(names.names[0].printed) else None


def _requested(before: str) -> Names | None:
    """The member on whose request "zijn motie" is held over."""
    match = _ON_REQUEST.search(before)
    return read_names(match["rest"], 0, joint=False) if match else None


def _told(text: str, head: Head, before: str) -> Iterator[Mention]:
    """A motion told by its topic: the speaker's own, one that was carried, one with its number."""
    article = _A_MOTION.search(before) if before.rstrip().endswith("en") else None
    mine = _MINE.match(text, head.end) or (article and _CARRIED.match(text, head.end))
    if mine:
        begin = head.start - (len(before) - article.start() if article else 0)
        yield _anonymous(text, replace(head, start=begin), mine.end(), "motie.anonymous")
        return
    whose = None if head.plural else _whose(before)
    if whose is not None and read_tail(text, head.end).topic:
        begin = head.start - (len(before) - whose.start())
        yield _anonymous(text, replace(head, start=begin), head.end, "motie.possessive")
        return
    yield from by_topic(text, head)


def _anonymous(
    text: str, head: Head, at: int, rule: str, names: Names | None = None
) -> Mention:
    tail = read_tail(text, at)
    span = Span(head.start, head.end)
    whole = Span(head.start, max(tail.end, at))
    return Mention("motie", span, span.of(text), rule, motie(head, names, tail), citation=whole)


def parse_krijgt(text: str, start: int, end: int) -> Iterator[Mention]:
    """A motion that gets its number in the debate, with who proposed it where that is printed.

    >>> [m.surface for m in parse_krijgt("Zij krijgt nr. 15 (35300-V).", 0, 13)]
    ['Zij krijgt nr. 15 (35300-V)']
    """
    match = _KRIJGT.match(text, start)
    if match is None:
        return
    proposed = None
    for proposed in _PROPOSED.finditer(text, max(0, start - 420), start):
        continue
    names = read_names(text[:start], proposed.end()) if proposed else None
    span = Span(*match.span())
    tail = Tail(span.end, None if match["dossier"] else match["number"])
    value = motie(Head(start, span.end), names, tail)
    yield Mention("motie", span, span.of(text), "motie.krijgt-nr", value, citation=span)
