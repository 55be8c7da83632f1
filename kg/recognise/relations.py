"""What a document says about what it mentions: one claim each, with the sentence that says so.

Every identifier is cited; a motion is fulfilled, followed up, rejected or cited by what its
sentence says (``relations_cues``), by the sentence its footnote mark stands in, by the line that
announces a list of motions, and by a later "deze motie". A motion named twice has a claim for
each; what weighs most is for the resolution.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from kg.model import (
    Brief,
    Claim,
    Degree,
    Document,
    FootnoteTie,
    Kind,
    Mention,
    Motie,
    Office,
    Part,
    Programme,
    Relation,
    Role,
    Segments,
    Span,
    Toezegging,
)
from kg.recognise.relations_cues import CITED, Verdict
from kg.recognise.relations_numbers import Numbers, is_motie, numbers, own_numbers
from kg.recognise.relations_reading import Group, read_sentence

# "deze motie", "de betreffende moties": the motion named last, spoken of again.
_AGAIN = re.compile(
    r"""\b(?:
        (?:deze|die|de|beide|alle)\s{1,40}(?:(?:twee|drie|betreffende|desbetreffende|genoemde
            |bovengenoemde|bovenstaande|voornoemde|eerdergenoemde|aangenomen|onderhavige)\s{1,40}
        ){0,2}(?P<noun>moties?)\b(?![-‐‑])
      | (?P<near>(?:hier|daar)(?P<to>aan|op)|(?:dit|dat)\s{1,40}verzoek|deze\s{1,40}oproep)\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_ANNOUNCES = re.compile(r"\bmoties?\b[^.?!]{0,60}:\s*\Z", re.IGNORECASE)
_ITEM = re.compile(r"[ \t\xa0]*(?:[•●▪◦‣∙·○■□►➢✓–—*o-]\s|\(?\d{1,2}[.)]\s|\(?[a-z][.)]\s)")
_REACH = 7
_QUOTE = 1200
_MEMBER = re.compile(r"\b(?:de heer|mevrouw|het lid|lid|voorzitter)\b|\([A-Z][\w /+-]{1,20}\)", re.IGNORECASE)
_GOVERNMENT = re.compile(r"\b(?:minister|staatssecretaris|bewindspersoon)", re.IGNORECASE)


@dataclass
class _Scene:
    """One document while its claims are made."""

    document: Document
    segments: Segments
    numbers: Numbers
    groups: tuple[Group, ...]
    left_out: tuple[Span, ...]
    silent: tuple[tuple[int, int], ...]
    commitments: tuple[Mention, ...] = ()
    claims: list[Claim] = field(default_factory=list)
    verdicts: dict[Mention, tuple[Verdict, Span]] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text


def relate(
    document: Document, segments: Segments, mentions: tuple[Mention, ...]
) -> tuple[Claim, ...]:
    """Every claim of the document, in the order of its mentions.

    >>> from kg.recognise.engine import Engine
    >>> from kg.recognise.motie import RECOGNISERS
    >>> text = "Hiermee geef ik uitvoering aan de motie van het lid Bikker c.s."
    >>> document = Document(text, "brief.txt", "0" * 64)
    >>> mentions = tuple(Engine(RECOGNISERS).scan(text))
    >>> segments = Segments(parts=(), sentences=(Span(0, len(text)),))
    >>> [claim.relation.value for claim in relate(document, segments, mentions)]
    ['cites', 'fulfils']
    """
    scene = _scene(document, segments, mentions)
    _moties(scene)
    for mention in mentions:
        scene.claims.extend(_plain(scene, mention))
    return tuple(sorted(dict.fromkeys(scene.claims), key=_order))


def _order(claim: Claim) -> tuple[Span, str, Span, str]:
    return claim.mention.span, claim.relation.value, claim.quote, claim.rule


def _scene(document: Document, segments: Segments, mentions: Sequence[Mention]) -> _Scene:
    found = numbers(mentions, segments)
    marks = [tie.mark for tie in segments.footnotes]
    furniture = [
        part.span for part in segments.parts if part.part in (Part.FURNITURE, Part.FOOTNOTE)
    ]
    return _Scene(
        document,
        segments,
        found,
        tuple(_group(mentions)),
        tuple(sorted((*marks, *furniture))),
        tuple(_silent(segments)),
        tuple(m for m in mentions if m.id is not None and _COMMITMENT.fullmatch(m.id)),
    )


def _group(mentions: Sequence[Mention]) -> Iterator[Group]:
    """The motions, those of one citation together."""
    moties = sorted((m for m in mentions if is_motie(m)), key=lambda m: m.span)
    while moties:
        first = moties[0]
        whole = first.citation or first.span
        together = [m for m in moties if m is first or (m.citation is not None and m.citation == whole)]
        moties = [m for m in moties if all(m is not each for each in together)]
        yield Group(Span(min(whole.start, first.span.start), max(whole.end, first.span.end)), tuple(together))


def _silent(segments: Segments) -> Iterator[tuple[int, int]]:
    """Where nothing but a mention is said: questions, members who speak, motions, lists."""
    if segments.kind in (Kind.MOTION, Kind.AMENDMENT, Kind.DECISION_LIST):
        yield 0, 1 << 60
    for part in segments.parts:
        if part.part is Part.QUESTION:
            yield part.span.start, part.span.end
        elif part.part is Part.SPEECH and part.label and _MEMBER.search(part.label):
            if not _GOVERNMENT.search(part.label):
                yield part.span.start, part.span.end


# --- motions -----------------------------------------------------------------------------------


def _moties(scene: _Scene) -> None:
    """The claims of all named motions, and of the identifiers that are their numbers."""
    last: tuple[Group, ...] = ()
    since = 0
    lead: Verdict | None = None
    for span, groups in _by_sentence(scene):
        tie = scene.numbers.tie_of(span)
        if tie is not None:
            continue
        if since >= _REACH:
            last = ()
        again = tuple(_again(scene.text, span, groups, last, since)) if last or groups else ()
        item = _ITEM.match(scene.text, _line_start(scene.text, span.start), span.end) is not None
        lead = lead if item else None
        if groups or again:
            lead = _sentence(scene, span, groups, again, lead) or lead
        elif _ANNOUNCES.search(scene.text, max(span.start, span.end - 200), span.end):
            lead = _announced(scene, span)
        since = 0 if groups else since + 1
        last = groups or last
    _in_notes(scene)
    _votes(scene)


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", max(0, at - 160), at) + 1, at - 160, 0)


def _by_sentence(scene: _Scene) -> Iterator[_Pair]:
    """The sentences with the motions that begin in each; a motion outside has its line."""
    groups = list(scene.groups)
    spans = list(scene.segments.sentences)
    starts = [span.start for span in spans]
    inside: dict[Span, list[Group]] = {}
    loose: list[tuple[Span, tuple[Group, ...]]] = []
    for group in groups:
        at = bisect_right(starts, group.span.start) - 1
        if at >= 0 and group.span.start < spans[at].end:
            inside.setdefault(spans[at], []).append(group)
        else:
            loose.append((_line_around(scene.text, group.span), (group,)))
    every = [(span, tuple(inside.get(span, ()))) for span in spans]
    pairs = sorted((*every, *loose), key=lambda pair: (pair[0], len(pair[1])))
    return _mended(scene.text, pairs)


_Pair = tuple[Span, tuple[Group, ...]]
_STOPPED = re.compile(r"[.!?:;][\"”’')\]]{0,3}(?:[\d⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})?\Z")


def _mended(text: str, pairs: Sequence[_Pair]) -> Iterator[_Pair]:
    """Sentences that a torn mark or a page break has cut in two, put together where it matters."""
    held: _Pair | None = None
    for span, groups in pairs:
        if held is not None and (groups or held[1]) and _goes_on(text, held[0], span):
            held = Span(held[0].start, span.end), (*held[1], *groups)
            continue
        if held is not None:
            yield held
        held = span, groups
    if held is not None:
        yield held


def _goes_on(text: str, before: Span, after: Span) -> bool:
    if not 0 <= after.start - before.end <= 160 or len(before) > _QUOTE:
        return False
    return text[after.start].islower() and not _STOPPED.search(
        text, max(before.start, before.end - 8), before.end
    )


def _line_around(text: str, span: Span) -> Span:
    """The line (or lines) a stretch stands on, of bounded length."""
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - 400)
    end = text.find("\n", span.end)
    end = min(len(text) if end < 0 else end, span.end + 400)
    return Span(start, max(end, span.end))


def _again(
    text: str, span: Span, groups: Sequence[Group], last: Sequence[Group], since: int
) -> Iterator[Group]:
    """Where the sentence speaks again of the motions named before."""
    for match in _AGAIN.finditer(text, span.start, span.end):
        noun = "noun" if match["noun"] else "near"
        place = Span(match.start(noun), match.end(noun))
        if any(place.overlaps(group.span) for group in groups):
            continue
        if noun == "near" and (groups or since > 1):
            continue
        before = [group for group in groups if group.span.end <= place.start] or last
        plural = (match["noun"] or "").lower() == "moties"
        meant = [m for group in (before if plural else before[-1:]) for m in group.mentions]
        if len(meant) == 1 or (plural and meant):
            yield Group(place, tuple(meant), True, f"{match['to']} " if match["to"] else "")


def _sentence(
    scene: _Scene,
    span: Span,
    groups: Sequence[Group],
    again: Sequence[Group],
    lead: Verdict | None,
) -> Verdict | None:
    """The claims of one sentence; the verdict it announces for a list, where it does."""
    every = tuple(sorted((*groups, *again), key=lambda group: group.span))
    reading = read_sentence(scene.text, span, every, scene.left_out)
    mute = _is_silent(scene, span) or _QUESTIONS.search(reading.line) is not None
    announced = _announced(scene, span) if _ends_in_colon(reading.line) else None
    # A debate speaks of motions all the time; only a verdict on one says more than its name.
    in_debate = scene.segments.kind is Kind.PROCEEDINGS
    for number, group in enumerate(every):
        verdict = CITED if mute else reading.verdict(number)
        if verdict.relation is Relation.CITES and not verdict.voted_down and not mute:
            if announced is not None and _beside_list(reading.line, number):
                verdict = replace(announced, rule="cue.list")
            elif lead is not None and not group.again:
                verdict = replace(lead, rule="cue.list")
        if verdict.relation is Relation.FOLLOWS_UP and in_debate:
            verdict = CITED
        _claim(scene, group, verdict, span)
    return announced


# A question, or the title of a list of questions.
_QUESTIONS = re.compile(r"\?\s*\Z|\(ingezonden\s\d|^Vragen van (?:het lid|de leden)")


def _ends_in_colon(line: str) -> bool:
    return line.rstrip().endswith(":")


def _beside_list(line: str, number: int) -> bool:
    """ "Naast de § gaat de brief in op de volgende moties:"."""
    sign = chr(0xE000 + number)
    return re.search(rf"\bnaast\s+(?:de\s+)?{sign}", line, re.IGNORECASE) is not None


_LISTED = re.compile(r"\b(?:de\s+|deze\s+)?(?:(?:volgende|onderstaande|\w{3,6})\s+){0,2}moties?\b", re.IGNORECASE)


def _announced(scene: _Scene, span: Span) -> Verdict | None:
    """What a line that announces a list says of the motions in it."""
    if not _ANNOUNCES.search(scene.text, max(span.start, span.end - 200), span.end):
        return None
    matches = list(_LISTED.finditer(scene.text, max(span.start, span.end - 200), span.end))
    if not matches or _is_silent(scene, span):
        return None
    place = Span(*matches[-1].span())
    reading = read_sentence(scene.text, span, (Group(place, ()),), scene.left_out)
    verdict = reading.verdict(0)
    return None if verdict.relation is Relation.CITES else verdict


def _is_silent(scene: _Scene, span: Span) -> bool:
    return any(start <= span.start < end for start, end in scene.silent)


def _claim(
    scene: _Scene,
    group: Group,
    verdict: Verdict,
    span: Span,
    via: Span | None = None,
) -> None:
    """The claims of one group of motions, and of the numbers printed for them."""
    quote = _quote(scene.text, span, group.span)
    cue = Span(*verdict.cue) if verdict.cue else None
    rule = f"relations.{verdict.rule.removeprefix('cue.')}"
    for mention in group.mentions:
        if not group.again:
            cited = Claim(Relation.CITES, mention, quote, mention.rule, via=via)
            scene.claims.append(cited)
        known = scene.verdicts.get(mention)
        if known is None or _WEIGHT[verdict.relation] > _WEIGHT[known[0].relation]:
            scene.verdicts[mention] = (verdict, quote)
        if verdict.voted_down:
            scene.verdicts[mention] = (verdict, quote)
        if verdict.relation is not Relation.CITES:
            scene.claims.append(
                Claim(verdict.relation, mention, quote, rule, cue, verdict.degree, via)
            )
    own = own_numbers(scene.text, group, scene.numbers)
    for motie, number, tie in own:
        scene.claims.append(
            Claim(
                verdict.relation,
                number,
                quote,
                rule if verdict.relation is not Relation.CITES else number.rule,
                cue,
                verdict.degree,
                tie.mark if tie else via,
                motie,
            )
        )


_WEIGHT = {
    Relation.CITES: 0,
    Relation.FOLLOWS_UP: 1,
    Relation.REJECTS: 2,
    Relation.FULFILS: 3,
}


def _quote(text: str, span: Span, within: Span) -> Span:
    """The sentence, or what stands around the mention where the sentence is very long."""
    if len(span) <= _QUOTE:
        return span
    start = max(span.start, within.start - _QUOTE // 2)
    return Span(start, min(span.end, max(within.end, start + _QUOTE)))


def _in_notes(scene: _Scene) -> None:
    """Motions named in a footnote hang on the sentence its mark stands in."""
    for group in scene.groups:
        tie = scene.numbers.tie_of(group.span)
        if tie is None:
            continue
        host = _host(scene, tie)
        verdict, quote = CITED, tie.note
        if host is not None:
            verdict, quote = _of_host(scene, tie, host)
        _claim(scene, group, verdict, quote, tie.mark)


def _host(scene: _Scene, tie: FootnoteTie) -> Span | None:
    """The sentence a footnote's mark stands in."""
    anchor = tie.anchor
    best: Span | None = None
    for span in scene.segments.sentences:
        if span.start > anchor.end:
            break
        if span.start <= anchor.start <= span.end + 1 or span.overlaps(anchor):
            best = span
    return best


def _of_host(scene: _Scene, tie: FootnoteTie, host: Span) -> tuple[Verdict, Span]:
    """What the sentence says of the motion that the mark stands at."""
    named = [
        m
        for group in scene.groups
        if group.span.start >= host.start and group.span.start < host.end
        for m in group.mentions
        if m in scene.verdicts and (not tie.exact or m.span.start < tie.anchor.start)
    ]
    if named:
        return scene.verdicts[named[-1]]
    return CITED, tie.note


def _votes(scene: _Scene) -> None:
    """A motion that the Kamer voted down is followed up by nobody: only mentioned."""
    down = {
        m.value.submitters
        for m, (verdict, _) in scene.verdicts.items()
        if verdict.voted_down and isinstance(m.value, Motie)
    }
    if not down:
        return
    scene.claims[:] = [_lowered(claim, down) for claim in scene.claims]


def _lowered(claim: Claim, down: set[tuple[str, ...]]) -> Claim:
    named = claim.about or claim.mention
    if not isinstance(named.value, Motie) or named.value.submitters not in down:
        return claim
    if claim.relation is Relation.FOLLOWS_UP:
        return replace(claim, relation=Relation.CITES, rule="relations.voted-down", degree=None)
    return claim


# --- everything else ---------------------------------------------------------------------------


def _plain(scene: _Scene, mention: Mention) -> Iterator[Claim]:
    """The claims that need no verdict: citations, posts, programmes, letters by date."""
    if mention.role is Role.OWN or isinstance(mention.value, Motie):
        return
    value = mention.value
    tie = scene.numbers.tie_of(mention.span)
    via = tie.mark if tie else None
    quote = tie.note if tie else _sentence_of(scene, mention.span)
    if isinstance(value, Office):
        if mention.rule.startswith("office.on-behalf"):
            yield Claim(Relation.ON_BEHALF_OF, mention, quote, mention.rule)
    elif isinstance(value, Programme):
        yield Claim(Relation.MENTIONS_PROGRAMME, mention, quote, mention.rule, via=via)
        if tie is None and not _is_silent(scene, mention.span) and _presents(scene, quote, mention):
            yield Claim(Relation.PRESENTS, mention, quote, "relations.presents")
    elif isinstance(value, Brief):
        yield from _brief(scene, mention, value, quote, via)
    elif mention.role is Role.REPLACED and mention.id is not None:
        yield Claim(Relation.REPLACES, mention, quote, mention.rule, via=via, about=_replacing(scene, mention))
    elif isinstance(value, Toezegging):
        yield from _toezegging(scene, mention, value)
    elif mention.id is not None:
        yield Claim(Relation.CITES, mention, quote, mention.rule, via=via)


_SAME = re.compile(r"[\s,;:.(\[–—-]{0,20}(?:zie\s|kenmerk\s|met\s|ons\s|nummer\s){0,3}[\s(\[]{0,6}", re.IGNORECASE)


def _brief(
    scene: _Scene, mention: Mention, value: Brief, quote: Span, via: Span | None
) -> Iterator[Claim]:
    """A letter by its date is cited, unless an identifier beside it tells which one it is.

    A debate by its date is no document and no claim.
    """
    if "brie" not in value.noun:
        return
    numbers = tuple(_of_letter(scene, mention, quote))
    for number, tie in numbers:
        mark = tie.mark if tie else via
        yield Claim(Relation.CITES, number, quote, mention.rule, via=mark, about=mention)
    if not numbers:
        yield Claim(Relation.CITES, mention, quote, mention.rule, via=via)


def _of_letter(
    scene: _Scene, mention: Mention, quote: Span
) -> Iterator[tuple[Mention, FootnoteTie | None]]:
    """The identifiers of a letter: right behind it, alone in its brackets, or in its note."""
    end = (mention.citation or mention.span).end
    beside = scene.numbers.within(Span(end, max(end, min(quote.end, end + 400))))
    for number in beside[:1]:
        opening = min(number.span.start, (number.citation or number.span).start)
        between = scene.text[end:opening]
        bracketed = between.rstrip().endswith("(") and between.count("(") == 1
        if _SAME.fullmatch(between) or (bracketed and not re.search(r"\b(?:brief|motie)", between)):
            yield number, None
            return
    for tie in scene.numbers.ties:
        if tie.exact and end <= tie.anchor.start <= end + 3:
            for number in scene.numbers.within(tie.note)[:1]:
                yield number, tie


_TO_YOU = r"(?:u\b|uw\s+Kamer|de\s+(?:Tweede\s+|Eerste\s+)?Kamer)"
_PRESENTING = re.compile(
    rf"\b(?:(?:bied|bieden|stuur|sturen|zend|zenden|presenteer|presenteren|introduceer|introduceren)\s+(?:ik|wij|we)"
    rf"\s+(?:\S+\s+){{0,2}}{_TO_YOU}|(?:ik|wij|we)\s+(?:bied|bieden|presenteer|presenteren|introduceer|introduceren)"
    rf"\s+(?:\S+\s+){{0,2}}{_TO_YOU}|introduceren\s+aan\s+u\b|(?:treft|vindt|ontvangt)\s+{_TO_YOU})",
    re.IGNORECASE,
)
_NOT_PRESENTING = re.compile(
    r"\b(?:eerder|jl\.|destijds|heb|heeft|hebben|had|is\s+(?:\S+\s+){0,6}(?:gestuurd|aangeboden|verzonden|gelanceerd)"
    r"|voortgang\w*|evaluatie|reactie\s+op|advies\s+over|rapport\w*|monitor)\b",
    re.IGNORECASE,
)


def _presents(scene: _Scene, quote: Span, mention: Mention) -> bool:
    """Whether the document says that it presents the programme, here and now."""
    words = quote.of(scene.text)
    return (
        _PRESENTING.search(words) is not None
        and _NOT_PRESENTING.search(words) is None
        and len(words) <= 600
    )


_SAID = {
    "made": (Relation.MADE_IN, None),
    "fulfilled": (Relation.FULFILS, Degree.WHOLE),
    "partly": (Relation.FULFILS, Degree.PARTIAL),
    "open": (Relation.FOLLOWS_UP, None),
    "recalled": (Relation.FOLLOWS_UP, None),
}
_COMMITMENT = re.compile(r"T(?:Z\d{6}-\d+|\d{5})")


def _toezegging(scene: _Scene, mention: Mention, value: Toezegging) -> Iterator[Claim]:
    """What the document does with a commitment, and in which document it was made."""
    if _is_silent(scene, mention.span):
        return
    relation, degree = _SAID[value.action]
    whole = mention.citation or mention.span
    quote = _quote(scene.text, whole, mention.span)
    yield Claim(relation, mention, quote, mention.rule, degree=degree)
    for number in scene.commitments:
        if number.span in whole:
            yield Claim(relation, number, quote, mention.rule, degree=degree, about=mention)
    if value.made_in is None:
        return
    for tie in scene.numbers.ties:
        if mention.span.start <= tie.anchor.start <= mention.span.end + 3 and tie.exact:
            for number in scene.numbers.within(tie.note):
                yield Claim(
                    Relation.MADE_IN, number, quote, mention.rule, via=tie.mark, about=mention
                )
    for number in scene.numbers.within(mention.span):
        yield Claim(Relation.MADE_IN, number, quote, mention.rule, about=mention)


def _replacing(scene: _Scene, mention: Mention) -> Mention | None:
    """The motion in whose citation "t.v.v." stands."""
    for group in scene.groups:
        if mention.span in group.span:
            return group.mentions[-1]
    return None


def _sentence_of(scene: _Scene, span: Span) -> Span:
    spans = scene.segments.sentences
    at = bisect_right(spans, span.start, key=lambda each: each.start) - 1
    if at >= 0 and span.start < spans[at].end:
        return _quote(scene.text, spans[at], span)
    return _line_around(scene.text, span)
