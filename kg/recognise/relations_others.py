"""The claims on what is no motion: citations, letters, posts, programmes, commitments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import (
    Akkoord,
    Brief,
    Claim,
    Degree,
    FootnoteTie,
    Kind,
    Mention,
    Motie,
    Office,
    Programme,
    Relation,
    Role,
    Span,
    Toezegging,
)
from kg.patterns import later
from kg.recognise.phrases import compile_phrases
from kg.recognise.relations_scene import Scene


def claims_on(scene: Scene, mention: Mention) -> Iterator[Claim]:
    """The claims on a mention that is no motion.

    A footnote's text is the quote of what stands in it, its mark the way there.
    """
    if mention.role is Role.OWN or isinstance(mention.value, Motie):
        return
    value, rule = mention.value, mention.rule
    tie = scene.numbers.tie_of(mention.span)
    via = tie.mark if tie else None
    quote = tie.note if tie else scene.sentence_of(mention.span, mention.citation)
    if isinstance(value, Office):
        if rule.startswith("office.on-behalf") and not scene.is_silent(mention.span):
            yield Claim(Relation.ON_BEHALF_OF, mention, quote, rule)
    elif isinstance(value, Akkoord):
        yield Claim(Relation.MENTIONS_PROGRAMME, mention, quote, rule, via=via)
    elif isinstance(value, Programme):
        yield Claim(Relation.MENTIONS_PROGRAMME, mention, quote, rule, via=via)
        if tie is None and _presents(scene, quote, mention):
            yield Claim(Relation.PRESENTS, mention, quote, "relations.presents")
    elif isinstance(value, Brief):
        yield from _letter(scene, mention, value, quote, via)
    elif isinstance(value, Toezegging):
        yield from _commitment(scene, mention, value)
    elif mention.role is Role.REPLACED and mention.id is not None:
        about = _replacing(scene, mention)
        yield Claim(Relation.REPLACES, mention, quote, rule, via=via, about=about)
    elif mention.id is not None:
        yield Claim(Relation.CITES, mention, quote, rule, via=via)
        if _answers(scene, mention, quote):
            yield Claim(Relation.REPLIES_TO, mention, quote, "relations.answers", via=via)


# --- questions and letters that a document answers ------------------------------------------------

_CASE = later(r"\d{4}Z\d{4,6}")
_ANSWERS = later(
    r"""\b(?:be)?antwoord\w*\b[^;]{0,140}\b(?:kamer)?vragen\b
      | \b(?:kamer)?vragen\b[^;]{0,140}\bbeantwoord""",
    re.VERBOSE | re.IGNORECASE,
)
# "zoals aangegeven in de beantwoording van …", "zie mijn antwoorden op …": it was answered before.
_BEFORE = later(
    r"""\b(?:zoals|zie(?:\s+ook)?|eerdere?|destijds|verwijs\w*)\b[^;.]{0,80}
        \b(?:be)?antwoord(?:en|ing)?\s+(?:op|van)\b[^;]{0,140}?\b(?:kamer)?vragen\b""",
    re.VERBOSE | re.IGNORECASE,
)
# The questions of the Eerste Kamer have a kenmerk: "de beantwoording van de vragen (kenmerk …)";
# "in de beantwoording van de vragen (kenmerk …) is gemeld" tells of an earlier letter.
_ANSWERS_THESE = later(
    r"""\b(?:be)?antwoord(?:en|ing)?\s+(?:van|op)\b[^;.]{0,140}?\bvragen\b
        (?:(?!\bbrie(?:f|ven)\b)[^;]){0,300}\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_IN_ANSWER = later(
    r"\b(?:in|bij|uit)\s+(?:\w+\s+){0,2}(?:be)?antwoord(?:en|ing)?\s+(?:van|op)\b", re.IGNORECASE
)
_IN_REPLY = later(
    r"\b(?:in\s+(?:het\s+)?(?:antwoord|reactie)\s+op|beantwoording\s+van)\s+uw\s+(?:\S+\s+){0,3}\Z",
    re.IGNORECASE,
)


def _answers(scene: Scene, mention: Mention, quote: Span) -> bool:
    """Whether a letter says that it answers the questions with this number."""
    if scene.segments.kind not in (Kind.LETTER, Kind.WRITTEN_ANSWER):
        return False
    if scene.is_silent(mention.span):
        return False
    words = quote.of(scene.text)
    if (mention.id or "").startswith("kenmerk:"):
        before = words[: max(0, mention.span.start - quote.start)]
        these = _ANSWERS_THESE.search(before) is not None and _IN_ANSWER.search(before) is None
        return these and _BEFORE.search(words) is None
    if not _CASE.fullmatch(mention.id or ""):
        return False
    return _ANSWERS.search(words) is not None and _BEFORE.search(words) is None


def _replacing(scene: Scene, mention: Mention) -> Mention | None:
    """The motion in whose citation "t.v.v." stands."""
    for group in scene.groups:
        if mention.span in group.span:
            return group.mentions[-1]
    return None


# --- letters by their date ----------------------------------------------------------------------

_SAME = later(
    r"""(?:\s{1,9}(?:‘[^’\n]{3,160}’|“[^”\n]{3,160}”|«[^»\n]{3,160}»|"[^"\n]{3,160}"))?
        (?:\s{1,9}aan\s{1,9}(?:de|uw|beide)\s{1,9}(?:(?:Tweede|Eerste)\s{1,9})?Kamers?\b)?
        (?:<sup>\s?\d{1,3}\s?\*?)?
        [\s,;:.(\[–—-]{0,20}(?:(?:zie|met|als|ons|uw|kenmerk|nummer|nr\.?):?\s){0,4}
        [\s(\[]{0,6}""",
    re.VERBOSE | re.IGNORECASE,
)
_OTHER = later(r"\b(?:brief|motie)")
_AHEAD = 400


def _letter(
    scene: Scene, mention: Mention, value: Brief, quote: Span, via: Span | None
) -> Iterator[Claim]:
    """A letter by its date is cited, unless an identifier beside it tells which one it is.

    A debate by its date is no document and no claim.
    """
    if "brie" not in value.noun:
        return
    numbers = tuple(_of_letter(scene, mention, quote))
    start = max(quote.start, mention.span.start - 80)
    reply = _IN_REPLY.search(scene.text, start, mention.span.start) is not None
    for number, tie in numbers:
        mark = tie.mark if tie else via
        yield Claim(Relation.CITES, number, quote, mention.rule, via=mark, about=mention)
        if reply:
            yield Claim(Relation.REPLIES_TO, number, quote, "relations.in-reply", via=mark)
    if not numbers:
        yield Claim(Relation.CITES, mention, quote, mention.rule, via=via)
        if reply:
            yield Claim(Relation.REPLIES_TO, mention, quote, "relations.in-reply", via=via)


def _of_letter(
    scene: Scene, mention: Mention, quote: Span
) -> Iterator[tuple[Mention, FootnoteTie | None]]:
    """The identifiers of a letter: right behind it, alone in its brackets, or in its note."""
    end = (mention.citation or mention.span).end
    beside = scene.numbers.within(Span(end, max(end, min(quote.end, end + _AHEAD))))
    for number in beside[:1]:
        opening = min(number.span.start, (number.citation or number.span).start)
        between = scene.text[end:opening]
        bracketed = between.rstrip().endswith("(") and between.count("(") == 1
        if _SAME.fullmatch(between) or (bracketed and not _OTHER.search(between)):
            yield number, None
            return
    for tie in scene.numbers.ties:
        if tie.exact and end <= tie.anchor.start <= end + 3:
            yield from ((number, tie) for number in scene.numbers.within(tie.note)[:1])


# --- programmes that a document presents --------------------------------------------------------

_PRESENTING = compile_phrases(
    (
        "{present} ik|wij|we .. u|uw",
        "ik|wij|we {present} .. u|uw",
        "{present} ik|wij|we .. de (Tweede|Eerste)?\\s*Kamer",
        "introduceren aan u",
        "treft|vindt|ontvangt u|uw",
    ),
    present="bied|bieden|stuur|sturen|zend|zenden|presenteer|presenteren|introduceer|introduceren",
)
_NOT_PRESENTING = later(
    r"""\b(?:eerder|jl\.|destijds|heb|heeft|hebben|had|voortgang\w*|evaluatie|reactie\s+op
        |advies\s+over|rapport\w*|monitor
        |is\s+(?:\S+\s+){0,6}(?:gestuurd|aangeboden|verzonden|gelanceerd))\b""",
    re.VERBOSE | re.IGNORECASE,
)
_LONGEST = 600


def _presents(scene: Scene, quote: Span, mention: Mention) -> bool:
    """Whether the document says that it presents the programme, here and now."""
    words = quote.of(scene.text)
    if len(words) > _LONGEST or scene.is_silent(mention.span):
        return False
    return _PRESENTING.search(words) is not None and _NOT_PRESENTING.search(words) is None


# --- commitments --------------------------------------------------------------------------------

_SAID: dict[str, tuple[Relation, Degree | None]] = {
    "made": (Relation.MADE_IN, None),
    "fulfilled": (Relation.FULFILS, Degree.WHOLE),
    "partly": (Relation.FULFILS, Degree.PARTIAL),
    "open": (Relation.FOLLOWS_UP, None),
    "recalled": (Relation.FOLLOWS_UP, None),
}


def _commitment(scene: Scene, mention: Mention, value: Toezegging) -> Iterator[Claim]:
    """What the document does with a commitment, and in which document it was made."""
    # A list of decisions tells of letters, and of what was promised in them or before.
    told = scene.segments.kind is Kind.DECISION_LIST and value.action != "made"
    if scene.is_silent(mention.span) and not told or _is_agenda(scene, mention):
        return
    if value.action == "made" and _is_advice(scene, mention):
        return
    relation, degree = _SAID[value.action]
    whole = mention.citation or mention.span
    quote = scene.quote(whole, mention.span)
    yield Claim(relation, mention, quote, mention.rule, degree=degree)
    for number in scene.commitments:
        if number.span in whole:
            yield Claim(relation, number, quote, mention.rule, degree=degree, about=mention)
    if value.made_in is not None:
        yield from _made_in(scene, mention, quote)
    elif value.action != "made":
        yield from _bracketed(scene, mention, quote)


def _is_agenda(scene: Scene, mention: Mention) -> bool:
    """Whether a debate only says what comes next: "volgende week zullen we stemmen"."""
    return scene.segments.kind is Kind.PROCEEDINGS and mention.rule == "toezegging.zal-met-termijn"


def _is_advice(scene: Scene, mention: Mention) -> bool:
    """Whether a memo only tells the minister, and not the Kamer: "u ontvangt in mei een nota"."""
    return scene.segments.kind is Kind.MEMO and "Kamer" not in mention.surface


def _made_in(scene: Scene, mention: Mention, quote: Span) -> Iterator[Claim]:
    """The documents named where an earlier commitment is said to be made."""
    made, rule = Relation.MADE_IN, mention.rule
    for tie in scene.numbers.ties:
        if tie.exact and mention.span.start <= tie.anchor.start <= mention.span.end + 3:
            for number in scene.numbers.within(tie.note):
                yield Claim(made, number, quote, rule, via=tie.mark, about=mention)
    for number in scene.numbers.within(mention.span):
        yield Claim(made, number, quote, rule, about=mention)


# "mijn toezegging aan de Kamer (Kamerstuk 33 610, nr. 8)", "is destijds (…) toegezegd"
_PROMISE_BEFORE = later(
    r"\btoe(?:gezegd|zegging)(?:\s+aan\s+[^,;.()]{2,60})?\s{0,3}\(\Z", re.IGNORECASE
)
_PROMISED_BEHIND = later(r"[^()]{0,40}\)\s+toegezegd\b", re.IGNORECASE)


def _bracketed(scene: Scene, mention: Mention, quote: Span) -> Iterator[Claim]:
    """The document that stands in brackets right behind an earlier commitment's name."""
    text, span = scene.text, mention.span
    for number in scene.numbers.within(span)[:1]:
        whole = number.citation or number.span
        opening = min(number.span.start, whole.start)
        named = _PROMISE_BEFORE.search(text, max(span.start, opening - 100), opening)
        if named or _PROMISED_BEHIND.match(text, max(number.span.end, whole.end)):
            yield Claim(Relation.MADE_IN, number, quote, mention.rule, about=mention)
