"""Motions told by their topic: "de motie over X van het lid Y", "de motie over X (36 200, nr. 5)".

The topic stands right behind the noun, and behind it who submitted the motion or its number. A
number that may be another paper's ("de motie over de brief van 3 mei (Kamerstuk …)") is none.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kg.model import Mention, Motie, Span
from kg.patterns import later
from kg.recognise.motie_list import numbers_in
from kg.recognise.motie_named import Head, mentions, motie
from kg.recognise.motie_tail import Tail, read_number, read_tail
from kg.recognise.names import GAP, Names, read_names
from kg.recognise.topic import Topic, joined, read_topic

_TOPIC_FIRST = later(
    rf"""{GAP}(?:over|inzake|om){GAP}(?P<topic>[^.;:()?!]{{3,160}}?),?{GAP}(?:van|door){GAP}
        (?:het{GAP}lid|de{GAP}leden|(?:het{GAP})?Kamerlid|mevrouw|de{GAP}he(?:er|ren)){GAP}""",
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


def topic_first(text: str, head: Head) -> tuple[Mention, ...]:
    """The motions at ``head`` whose topic comes before who submitted them; empty if none.

    >>> text = "de motie over wachttijden van het lid Van Nispen"
    >>> [mention.value.submitters for mention in topic_first(text, Head(3, 8))]
    [('Van Nispen',)]
    """
    match = _TOPIC_FIRST.match(text, head.end)
    names = read_names(text, match.end()) if match else None
    if match is None or names is None:
        return ()
    return _topic_first(text, head, joined(match["topic"]), names)


def _topic_first(text: str, head: Head, topic: str, names: Names) -> tuple[Mention, ...]:
    """ "de motie over wachttijden van het lid Van Nispen", "de moties over X van A en van B"."""
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


def by_topic(text: str, head: Head) -> tuple[Mention, ...]:
    """The motions at ``head`` that their topics and numbers name; empty if none.

    >>> text = "moties over zorg (26 643, nr. 12) en over werk (26 643, nr. 14)"
    >>> [mention.value.topic for mention in by_topic(text, Head(0, 6, plural=True))]
    ['zorg', 'werk']
    """
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
