"""Motions known by a number, by whose they are, or by what the Kamer asked in them.

"motie op stuk nr. 199 van de leden A en B", "zijn motie (35300-V, nr. 22)", "onze motie over X",
"de motie over X van het lid Y", "de motie over X (Kamerstuk 26 643, nr. 12)", "een motie
aangenomen die oproept …", "Zij krijgt nr. 15".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.model import Mention, Motie, Span
from kg.patterns import later
from kg.recognise.motie_list import Listed, numbers_in, read_list
from kg.recognise.motie_named import Head, mentions, motie
from kg.recognise.motie_tail import BY_THE_KAMER, Tail, read_number, read_tail
from kg.recognise.names import GAP, TITLES, Names, is_known, read_names
from kg.recognise.topic import Topic, joined, read_topic

LOOK_BACK = 220
_LATER_NAMES = later(rf",?{GAP}(?:van{GAP})?(?:{TITLES}){GAP}")
_LATER_VAN = later(rf"{GAP}(?=van{GAP}[^\W\d_a-z])")
_TOPIC_FIRST = later(
    rf"""{GAP}(?:over|inzake|om){GAP}(?P<topic>[^.;:()?!]{{3,160}}?),?{GAP}(?:van|door){GAP}
        (?:het{GAP}lid|de{GAP}leden|(?:het{GAP})?Kamerlid|mevrouw|de{GAP}he(?:er|ren)){GAP}""",
    re.VERBOSE,
)
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
# Whose number it may be instead: "de motie over de brief van 3 mei (Kamerstuk …)"
_OTHER_PAPER = later(
    r"""\b(?:de|het|mijn|deze|dit)\s(?:\w{3,20}\s)?(?:\w{0,20}brief|brieven|verslag|nota|notitie
        |\w{0,20}rapportage|wetsvoorstel|initiatiefwet|voorstel\svan\swet|amendement|toezegging)\b
        [^()]{0,80}\Z""",
    re.VERBOSE | re.IGNORECASE,
)
# "een motie over is aangenomen (34 602, nr. 3)": no topic
_IS_CARRIED = later(
    r"(?:(?:is|zijn|werd|was|wordt)\s)?(?:aangenomen|ingediend|verworpen|aangehouden)\b"
    r"|(?:aannam|indiende|verwierp|voorstelde)\b"
)
_PLAIN_TOPIC = later(
    rf"""{GAP}(?P<topic>(?!(?:van|en|of|die|dat|op|met|uit|bij|door|aan|in|te|tijdens|waar\w*|zie
            |nrs?|als|zoals|voor|dan|ook|is|tot|nog|om|over|uw|lid|leden|kamerstuk\w*)\b)
        [^\W\d_‘“'"-][^.;:()?!,/\n]{{3,110}})(?={GAP}\()""",
    re.VERBOSE | re.IGNORECASE,
)
_SENTENCE = later(
    r"""\b(?:is|zijn|was|waren|wordt|worden|werd|werden|heb|heeft|hebben|had|hadden|kan|kunnen|zal
        |zullen|moet|moeten|wil|willen|ik|wij|we|u|hij|zij|er|dat|die|hiermee|hierbij|lid|leden
        |heer|mevrouw|uitgevoerd|afgedaan|aangenomen|ingediend|aangehouden|moties?|brief|stuk|c\.s)\b
        | \ben\s+(?:de|het|een|toezegging\w*|amendement\w*)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_NEXT_TOPIC = later(rf"(?:{GAP})?,?(?:{GAP}en)?(?={GAP}(?:over|om|inzake)\b)")
_MOST = 12
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
    topical = _TOPIC_FIRST.match(text, head.end)
    names = read_names(text, topical.end()) if topical else None
    if topical is not None and names is not None:
        yield from _topic_first(text, head, topical, names)
        return
    listed = read_list(text, head.end) if head.plural else None
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
    names = _requested(before[: whose.start()]) if whose else None
    whole = Span(head.start, listed.units[-1].span.end)
    for place, unit in enumerate(listed.units):
        begin = unit.span.start if place or listed.apart else head.start
        span = Span(begin, unit.span.end)
        value = motie(head, names, Tail(span.end, unit.number))
        yield Mention("motie", span, span.of(text), "motie.number", value, citation=whole)


def _topic_first(
    text: str, head: Head, topical: re.Match[str], names: Names
) -> tuple[Mention, ...]:
    """ "de motie over wachttijden van het lid Van Nispen", "de moties over X van A en van B"."""
    topic = joined(topical["topic"])
    if head.plural:
        each = mentions(text, head, names, "motie.topic-first", more=True)
        return tuple(_about(mention, topic) for mention in each) if len(each) > 1 else ()
    tail = read_tail(text, names.end)
    value = motie(head, names, replace(tail, topic=topic))
    span, whole = Span(head.start, names.end), Span(head.start, tail.end)
    return (Mention("motie", span, span.of(text), "motie.topic-first", value, citation=whole),)


def _about(mention: Mention, topic: str) -> Mention:
    assert isinstance(mention.value, Motie)
    return replace(mention, value=replace(mention.value, topic=topic))


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
    yield from _by_topic(text, head)


def _by_topic(text: str, head: Head) -> tuple[Mention, ...]:
    """ "de moties over X (Kamerstuk 26 643, nr. 12) en over Y (Kamerstuk 26 643, nr. 14)"."""
    rows: list[tuple[Span, Tail]] = []
    at: int | None = head.end
    while at is not None and len(rows) < _MOST:
        topic = read_topic(text, at) or (None if rows else _plain_topic(text, head))
        number = read_number(text, topic.end) if topic else None
        if topic is None or number is None or _OTHER_PAPER.search(topic.text):
            break
        if "motie" in topic.text:  # "moties die …, zoals de motie-Bos (36 200, nr. 5)"
            break
        units = numbers_in(text, topic.end, number.end)
        if not units:  # the dossier alone, which is that of a bill
            break
        about = None if _IS_CARRIED.match(topic.text) else topic.text
        span = topic.span if rows else Span(head.start, head.end)
        rows.append((span, replace(number, topic=about)))
        if not head.plural:
            break
        rows += [(unit.span, Tail(number.end, unit.number, about)) for unit in units[1:]]
        following = _NEXT_TOPIC.match(text, number.end)
        at = following.end() if following else None
    if not rows or head.plural and len(rows) == 1:  # it may be that of the letter about them
        return ()
    whole = Span(head.start, rows[-1][1].end)
    return tuple(
        Mention("motie", span, span.of(text), "motie.topic-number", value, citation=whole)
        for span, value in ((span, motie(head, None, tail)) for span, tail in rows)
    )


def _plain_topic(text: str, head: Head) -> Topic | None:
    """ "motie duurzaam inkopen (31 700, nr. 5)": a few words without a verb, then the number."""
    plain = None if head.plural else _PLAIN_TOPIC.match(text, head.end)
    if plain is None or _SENTENCE.search(plain["topic"]):
        return None
    return Topic(joined(plain["topic"]), Span(*plain.span("topic")))


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
