"""Who made a commitment, and at whose request where its own sentence names no member.

In a debate the minister who speaks makes it, mostly in reply to the member who spoke just before;
of a letter whoever signs it alone. Of several who sign it is not known which one promises.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Claim, Kind, Part, Relation, Segments, Span, Toezegging
from kg.resolve.assembly import Evidence
from kg.resolve.context import Context
from kg.resolve.people import UNSURE, person_node, signers
from kg.resolve.persons import resolve_person
from kg.resolve.things import thing

_SIGNED = (Kind.LETTER, Kind.WRITTEN_ANSWER)
_GOVERNMENT = re.compile(r"\A(?P<role>Minister|Staatssecretaris)\s+(?P<name>.+)\Z", re.DOTALL)
_MEMBER = re.compile(
    r"\A(?:De heer|Mevrouw|Mijnheer|Meneer|Het lid)\s+(?P<name>[^(]+?)\s*"
    r"(?:\((?P<party>[^()]+)\))?\Z"
)
_REPLY = 600  # how far into his turn a minister still answers whoever spoke before
_LABEL = 400  # the most a speaker's name takes with what stands around it
_AGAIN = 160  # the most the chair says to give the floor back: "De minister."


@dataclass(frozen=True, slots=True)
class _Turn:
    """What one speaker says: where, and who."""

    span: Span
    label: str


def add_promisers(ctx: Context) -> None:
    """Add who made each commitment of the document, and the member who is answered with it."""
    made = [
        claim
        for claim in ctx.extract.claims
        if claim.relation is Relation.MADE_IN and isinstance(claim.mention.value, Toezegging)
    ]
    if not made:
        return
    if ctx.extract.segments.kind is Kind.PROCEEDINGS:
        turns = tuple(_turns(ctx.extract.segments))
        for claim in made:
            _in_debate(ctx, claim, turns)
    elif ctx.extract.segments.kind in _SIGNED:
        _by_signature(ctx, made)


def _by_signature(ctx: Context, made: list[Claim]) -> None:
    signed = list(signers(ctx))
    if len({person for person, _, _ in signed}) != 1:
        return
    person, span, factor = signed[0]
    for claim in made:
        commitment = thing(ctx, claim.mention)
        if commitment is not None:
            evidence = Evidence(ctx.extract, span, "signature", factor=factor)
            ctx.assembly.edge(commitment, "madeBy", person, evidence)


def _in_debate(ctx: Context, claim: Claim, turns: tuple[_Turn, ...]) -> None:
    at = next((n for n, each in enumerate(turns) if _holds(each, claim.mention.span)), None)
    speaks = _GOVERNMENT.match(turns[at].label) if at is not None else None
    commitment = thing(ctx, claim.mention) if speaks else None
    if at is None or speaks is None or commitment is None:
        return
    _edge(ctx, commitment, "madeBy", turns[at], speaks["name"], speaks["role"].lower())
    value = claim.mention.value
    if isinstance(value, Toezegging) and value.requested_by is None:
        _answered(ctx, commitment, claim.mention.span, at, turns)


def _answered(
    ctx: Context, commitment: str, promise: Span, at: int, turns: tuple[_Turn, ...]
) -> None:
    """The member who spoke right before the minister, or before the chair gave him the floor."""
    if promise.start - turns[at].span.start > _REPLY or not at:
        return
    before = turns[at - 1]
    if "voorzitter" in before.label.lower() and len(before.span) < _AGAIN and at > 1:
        before = turns[at - 2]
    member = _MEMBER.match(before.label)
    if member:
        _edge(ctx, commitment, "requestedBy", before, member["name"], "lid", member["party"])


def _edge(
    ctx: Context, commitment: str, predicate: str, turn: _Turn, name: str, role: str,
    party: str | None = None,
) -> None:  # fmt: skip
    """Add the speaker of a turn as the maker or the asker of a commitment."""
    found = resolve_person(name, ctx.dating.period, role=role, party=party)
    kinds = ("Member",) if role == "lid" else ("Minister",)
    person = person_node(ctx.assembly, found, name, kinds)
    factor = found.confidence if found.key else UNSURE
    rule = "commitment.in-reply" if role == "lid" else "commitment.spoken"
    quote = _named(ctx.extract.document.text, turn)
    ctx.assembly.edge(
        commitment, predicate, person, Evidence(ctx.extract, quote, rule, factor=factor)
    )


def _named(text: str, turn: _Turn) -> Span:
    """The words that name the speaker, up to their colon."""
    start = turn.span.start
    colon = text.find(":", start, min(turn.span.end, start + _LABEL))
    return Span(start, colon + 1 if colon >= 0 else min(turn.span.end, start + len(turn.label)))


def _holds(turn: _Turn, span: Span) -> bool:
    return turn.span.start <= span.start < turn.span.end


def _turns(segments: Segments) -> Iterator[_Turn]:
    """The turns of a debate; a speech that a page's foot cuts in two is one."""
    last: _Turn | None = None
    for part in segments.parts:
        if part.part is not Part.SPEECH:
            continue
        if part.label is None:
            last = last and _Turn(Span(last.span.start, part.span.end), last.label)
            continue
        if last is not None:
            yield last
        last = _Turn(part.span, part.label)
    if last is not None:
        yield last
