"""The claims on named motions: by their sentence, a list's first line, a later "deze motie".

A motion in a footnote hangs on the sentence its mark stands in. The identifiers that are a
motion's number get the same claim, with ``about`` naming the motion.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from kg.model import Claim, FootnoteTie, Kind, Mention, Motie, Relation, Span
from kg.patterns import later
from kg.recognise.relations_cues import CITED, Verdict
from kg.recognise.relations_numbers import number_at_end, own_numbers
from kg.recognise.relations_pairs import by_sentence, is_item
from kg.recognise.relations_reading import Group, Reading, read_sentence
from kg.recognise.relations_rules import NOT_CARRIED_OUT
from kg.recognise.relations_scene import WEIGHT, Scene
from kg.recognise.relations_turns import Named, refused, speaks
from kg.text import fold

# "deze motie", "de betreffende moties", "hieraan": the motion named last, spoken of again.
_AGAIN = later(
    r"""\b(?:
        (?:(?:deze|die|de|beide|alle)\s{1,40}(?:(?:twee|drie|betreffende|desbetreffende|genoemde
            |bovengenoemde|bovenstaande|voornoemde|eerdergenoemde|aangenomen|onderhavige)\s{1,40}
        ){0,2}|(?:bovengenoemde|bovenstaande|voornoemde|eerdergenoemde|genoemde)\s{1,40})
            (?P<noun>moties?)\b(?![-‐‑])
      | (?P<near>(?:hier|daar)(?P<to>aan|op)|(?:dit|dat)\s{1,40}verzoek|deze\s{1,40}oproep)\b
      | (?P<it>deze|die)(?=\s{1,40}(?:is|zijn|wordt|beschouw|acht|hiermee|daarmee|als|dan)
            \s[^.;:?]{0,60}\bafgedaan\b)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_ANNOUNCES = later(r"\bmoties?\b[^.?!]{0,60}:\s*\Z", re.IGNORECASE)
_LISTED = later(
    r"\b(?:deze?\s+)?(?:(?:volgende|onderstaande|\w{3,6})\s+){0,2}moties?\b", re.IGNORECASE
)
# A question, or the title of a list of questions.
_QUESTION = later(r"\?\s*\Z|\(ingezonden\s\d|^Vragen van (?:het lid|de leden)")
# "De motie op stuk nr. 12 was ontraden, hè?": the chair says so.
_CONFIRMS = later(r",\shè\?\s*\Z")
_MOST_AGAIN = 8


def claim_moties(scene: Scene) -> None:
    """Add the claims on all named motions, and on the identifiers that are their numbers."""
    text, tie_of = scene.text, scene.numbers.tie_of
    named = Named(scene.turns, scene.groups)
    lead: Verdict | None = None
    unfinished = False  # the entry before ended in ";": what comes next is of the same list
    to_come = len(scene.groups)
    for span, groups in by_sentence(scene) if to_come else ():
        to_come -= len(groups)
        if tie_of(span) is not None:
            continue
        last = named.before(text, span, groups)
        if not (groups or last or to_come or scene.turns):
            break  # nothing below speaks of a motion
        near = named.since <= 1 or named.own or speaks(text, span)
        again = tuple(_again(text, span, groups, named)) if near and (last or groups) else ()
        if lead is not None and not is_item(text, span):
            if unfinished and _is_scrap(text, span):
                continue
            lead = lead if unfinished and text[span.end - 1] == ";" else None
        unfinished = lead is not None and text[span.end - 1] == ";"
        if groups or again:
            lead = _sentence(scene, span, (*groups, *again), lead) or lead
        elif _announces(text, span):
            lead = _announced(scene, span)
        named.told(groups, again)
    _in_notes(scene)
    _voted_down(scene)


def _is_scrap(text: str, span: Span) -> bool:
    """Whether a sentence may be words of the page's margin or foot that stand within a list."""
    return len(span) <= 60 and text[span.end - 1] not in ".!?:;" and "motie" not in span.of(text)


def _announces(text: str, span: Span) -> bool:
    """Whether a sentence announces motions: few end with a colon, and only those are read."""
    last = text[span.end - 1 : span.end]
    if last != ":" and not last.isspace():
        return False
    return _ANNOUNCES.search(text, max(span.start, span.end - 200), span.end) is not None


# --- motions spoken of again --------------------------------------------------------------------


def _again(text: str, span: Span, groups: Sequence[Group], named: Named) -> Iterator[Group]:
    """Where the sentence speaks again of the motions named before."""
    last, found = named.groups, False
    for match in islice(_AGAIN.finditer(text, span.start, span.end), _MOST_AGAIN):
        word = "noun" if match["noun"] else "it" if match["it"] else "near"
        place = Span(match.start(word), match.end(word))
        if any(place.overlaps(group.span) for group in groups):
            continue
        if word != "noun" and (groups or named.since > (word == "near")):
            continue
        if word == "it" and _is_promise(text, last, span):
            continue
        before = [group for group in groups if group.span.end <= place.start] or last
        plural = (match["noun"] or "").lower() == "moties"
        meant = [m for group in (before if plural else before[-1:]) for m in group.mentions]
        if len(meant) == 1 or (plural and meant):
            found = True
            yield Group(place, tuple(meant), True, f"{match['to']} " if match["to"] else "")
    told = refused(text, span) if named.own and last and not (groups or found) else None
    several = tuple(mention for group in last for mention in group.mentions)
    if told is not None and (told.several or len(several) == 1):
        yield Group(told.place, several, True, told.before)


def _is_promise(text: str, last: Sequence[Group], span: Span) -> bool:
    """Whether what is "afgedaan" may be a commitment named behind the motion."""
    behind = max((group.span.end for group in last), default=span.start)
    return text.find("toezegging", behind, span.end) >= 0


# --- what a sentence says -----------------------------------------------------------------------


def _sentence(
    scene: Scene, span: Span, groups: Sequence[Group], lead: Verdict | None
) -> Verdict | None:
    """The claims of one sentence; the verdict it announces for a list, where it does."""
    every = tuple(sorted(groups, key=lambda group: group.span))
    reading = read_sentence(scene.text, span, every, scene.left_out)
    turn = scene.turn(span.start)
    chaired = turn is not None and turn.who == "chair"  # repeats what the minister advises
    silent = scene.is_silent(span) and not chaired
    asked = _QUESTION.search(reading.line) is not None
    mute = silent or asked and not (chaired and _CONFIRMS.search(reading.line))
    announced = _announced(scene, span) if reading.line.rstrip().endswith(":") else None
    in_debate = scene.segments.kind is Kind.PROCEEDINGS
    for number, group in enumerate(every):
        verdict = CITED if mute else reading.verdict(number)
        if chaired and verdict.relation is not Relation.REJECTS:
            verdict = CITED
        if in_debate and _put_to_vote(scene.text, verdict):
            verdict = CITED
        if verdict is CITED and not mute:
            verdict = _of_list(reading, number, announced, lead) or verdict
        # A debate speaks of motions all the time; only a verdict on one says more than its name.
        if verdict.relation is Relation.FOLLOWS_UP and in_debate:
            verdict = CITED
        _claim(scene, group, verdict, span)
    return announced


def _put_to_vote(text: str, verdict: Verdict) -> bool:
    """ "Die motie neem ik niet over": then the Kamer votes on it, and nothing is rejected."""
    if verdict.rule != NOT_CARRIED_OUT.name or verdict.cue is None:
        return False
    words = text[verdict.cue[0] : verdict.cue[1] + 12].lower()
    return "overgenomen" in words or "overnemen" in words or "over te nemen" in words


def _of_list(
    reading: Reading, number: int, announced: Verdict | None, lead: Verdict | None
) -> Verdict | None:
    """What the line that announces a list says of an entry, or of a motion named beside it."""
    if announced is not None:
        beside = rf"\bnaast\s+(?:de\s+)?{re.escape(reading.sign(number))}"
        if re.search(beside, reading.line, re.IGNORECASE):
            return replace(announced, rule="cue.list")
    if lead is not None and not reading.groups[number].again:
        return replace(lead, rule="cue.list")
    return None


def _announced(scene: Scene, span: Span) -> Verdict | None:
    """What a line that announces a list says of the motions in it."""
    if not _announces(scene.text, span) or scene.is_silent(span):
        return None
    start = max(span.start, span.end - 200)
    places = [Span(*match.span()) for match in _LISTED.finditer(scene.text, start, span.end)]
    if not places:
        return None
    reading = read_sentence(scene.text, span, (Group(places[-1], ()),), scene.left_out)
    verdict = reading.verdict(0)
    return None if verdict.relation is Relation.CITES else verdict


def _claim(
    scene: Scene, group: Group, verdict: Verdict, span: Span, via: Span | None = None
) -> None:
    """The claims on one group of motions, and on the numbers printed for them."""
    quote = scene.quote(span, group.span)
    cue = Span(*verdict.cue) if verdict.cue else None
    said = verdict.relation is not Relation.CITES
    rule = f"relations.{verdict.rule.removeprefix('cue.')}"
    for mention in group.mentions:
        if not group.again:
            scene.claims.append(Claim(Relation.CITES, mention, quote, mention.rule, via=via))
        if said:
            scene.claims.append(
                Claim(verdict.relation, mention, quote, rule, cue, verdict.degree, via)
            )
        known = scene.verdicts.get(mention, (CITED, quote))[0]
        if verdict.voted_down or WEIGHT[verdict.relation] > WEIGHT[known.relation]:
            scene.verdicts[mention] = (verdict, quote)
        scene.verdicts.setdefault(mention, (verdict, quote))
    owned = own_numbers(scene.text, group, scene.numbers) or _noted_at_end(scene, group)
    for motie, number, tie in owned:
        mark = tie.mark if tie else via
        own = rule if said else number.rule
        scene.claims.append(
            Claim(verdict.relation, number, quote, own, cue, verdict.degree, mark, motie)
        )


def _noted_at_end(
    scene: Scene, group: Group
) -> tuple[tuple[Mention, Mention, FootnoteTie | None], ...]:
    """The number in the note at the end of the sentence, where it names this motion alone."""
    if group.again or len(group.mentions) != 1 or not scene.numbers.ties:
        return ()
    [motie] = group.mentions
    sentence = scene.sentence_of(motie.span)
    if any(one is not group for one in _groups_in(scene, sentence)):
        return ()
    owned = number_at_end(scene.text, motie, scene.numbers, sentence)
    note = next((tie.note for _, _, tie in owned if tie is not None), None)
    named = [one for group in _groups_in(scene, note) for one in group.mentions] if note else []
    return owned if all(_first(one) == _first(motie) for one in named) else ()


def _groups_in(scene: Scene, span: Span) -> Iterator[Group]:
    """The motions that are named in a stretch."""
    at = bisect_right(scene.groups, span.start, key=lambda group: group.span.start)
    for group in islice(scene.groups, max(0, at - 2), None):
        if group.span.start >= span.end:
            return
        if group.span.overlaps(span):
            yield group


def _first(mention: Mention) -> str:
    """The first submitter of a motion, folded; empty where none is named."""
    motie = mention.value
    return fold(motie.submitters[0]) if isinstance(motie, Motie) and motie.submitters else ""


# --- notes and votes ----------------------------------------------------------------------------


def _in_notes(scene: Scene) -> None:
    """Motions named in a footnote hang on the sentence its mark stands in."""
    for group in scene.groups:
        tie = scene.numbers.tie_of(group.span)
        if tie is not None:
            verdict, quote = _of_host(scene, tie)
            _claim(scene, group, verdict, quote, tie.mark)


def _of_host(scene: Scene, tie: FootnoteTie) -> tuple[Verdict, Span]:
    """What the sentence says of the motion that the mark stands at, with that sentence."""
    host = _host(scene, tie)
    named = [
        mention
        for group in scene.groups
        if host is not None and host.start <= group.span.start < host.end
        for mention in group.mentions
        if mention in scene.verdicts
        and (not tie.exact or mention.span.start < tie.anchor.start)
    ]
    return scene.verdicts[named[-1]] if named else (CITED, tie.note)


def _host(scene: Scene, tie: FootnoteTie) -> Span | None:
    """The sentence a footnote's mark stands in."""
    spans = scene.segments.sentences
    at = bisect_right(spans, tie.anchor.end, key=lambda span: span.start)
    for span in reversed(spans[max(0, at - 3) : at]):
        if span.start <= tie.anchor.start <= span.end + 1 or span.overlaps(tie.anchor):
            return span
    return None


def _voted_down(scene: Scene) -> None:
    """A motion that the Kamer voted down is followed up by nobody: only mentioned."""
    down = {
        mention.value.submitters
        for mention, (verdict, _) in scene.verdicts.items()
        if verdict.voted_down and isinstance(mention.value, Motie)
    }
    if down:
        scene.claims[:] = [_lowered(claim, down) for claim in scene.claims]


def _lowered(claim: Claim, down: set[tuple[str, ...]]) -> Claim:
    named = claim.about or claim.mention
    if not isinstance(named.value, Motie) or named.value.submitters not in down:
        return claim
    if claim.relation is not Relation.FOLLOWS_UP:
        return claim
    return replace(claim, relation=Relation.CITES, rule="relations.voted-down", degree=None)
