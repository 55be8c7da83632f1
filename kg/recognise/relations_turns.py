"""Who speaks where in a debate, and how a minister advises against the motion named last.

"De motie op stuk nr. 256 gaat over … Die moet ik ontraden.": without its noun a motion is told by
the turn, in which the one named last stands until another is named or someone else speaks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from kg.model import Part, Segments, Span
from kg.patterns import later
from kg.recognise.relations_reading import Group

_CHAIR = later(r"\bvoorzitter\b", re.IGNORECASE)
_MEMBER = later(
    r"\b(?:de heer|mevrouw|mijnheer|het lid|lid)\b|\([A-Z][\w /+-]{1,20}\)", re.IGNORECASE
)
_GOVERNMENT = later(r"\b(?:minister|staatssecretaris|bewindspersoon)", re.IGNORECASE)
_START = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says without a break: ``who`` is "chair", "member" or "government"."""

    start: int
    end: int
    who: str


def turns_of(segments: Segments) -> tuple[Turn, ...]:
    """The turns of a debate in order; a speech that a page's foot cuts in two is one.

    >>> from kg.model import Segment
    >>> speech = Segment(Part.SPEECH, Span(0, 40), "Minister Bos")
    >>> turns_of(Segments((speech, Segment(Part.SPEECH, Span(50, 60), None)), ()))
    (Turn(start=0, end=60, who='government'),)
    """
    turns: list[Turn] = []
    for part in segments.parts:
        if part.part is not Part.SPEECH:
            continue
        if part.label is None and turns:
            turns[-1] = replace(turns[-1], end=part.span.end)
        elif part.label is not None:
            turns.append(Turn(part.span.start, part.span.end, _who(part.label)))
    return tuple(turns)


def _who(label: str) -> str:
    if _GOVERNMENT.search(label):
        return "government"
    if _CHAIR.search(label):
        return "chair"
    return "member" if _MEMBER.search(label) else ""


def turn_at(turns: tuple[Turn, ...], at: int) -> Turn | None:
    """The turn in which ``at`` stands.

    >>> turn_at((Turn(0, 40, "chair"),), 12), turn_at((), 12)
    (Turn(start=0, end=40, who='chair'), None)
    """
    number = bisect_right(turns, at, key=_START) - 1
    return turns[number] if number >= 0 and at < turns[number].end else None


# --- the motion named last ------------------------------------------------------------------------

_REACH = 7  # sentences within which "deze motie" still means the one named last
_HANDED_IN = "motie.krijgt-nr"  # the chair hands a motion that gets its number to nobody
_CALL = 25  # a sentence shorter than this says who speaks, or nothing
_ANOTHER = later(
    r"""\b(?:volgende|eerste|tweede|derde|vierde|vijfde|zesde|zevende|laatste|andere|nieuwe)
            \s{1,40}motie\b
      | \been\s{1,40}motie\s{1,40}ingediend\b
      | \bde\s{1,40}motie\s{1,40}(?:
            inzake|waarin|over\s(?!te\b|aan\b)|van\s(?!harte\b)
          | om\s(?!(?:\S{1,30}\s){0,3}reden)
        )""",
    re.VERBOSE | re.IGNORECASE,
)


class Named:
    """Which motions "deze motie" means: those named last, for a few sentences.

    In a debate for as long as their speaker goes on, and in the answer to the chair who named them.
    ``own`` tells that: there a motion may be spoken of without its noun.
    """

    def __init__(self, turns: tuple[Turn, ...]) -> None:
        self.groups: tuple[Group, ...] = ()
        self.since = 0
        self.turn: Turn | None = None
        self.own = False
        self._turns = turns

    def before(self, text: str, span: Span, groups: Sequence[Group]) -> tuple[Group, ...]:
        """The motions that still count where the sentence at ``span`` begins."""
        turn = turn_at(self._turns, span.start) if self._turns else None
        if turn is not self.turn:
            self.own = self.own and self.turn is not None and self.turn.who == "chair"
            self.turn = turn
        if self.since >= _REACH and not self.own:
            self.groups = ()
        if turn is not None and self.groups and not groups:
            if _ANOTHER.search(text, span.start, span.end):
                self.groups = ()
        return self.groups

    def told(self, span: Span, groups: tuple[Group, ...], again: Sequence[Group]) -> None:
        """Take note of the motions the sentence at ``span`` names, or speaks of again."""
        if groups or again and self.turn is not None:
            handed_in = groups and all(m.rule == _HANDED_IN for g in groups for m in g.mentions)
            self.since, self.own = 0, self.turn is not None and not handed_in
        elif self.turn is None or len(span) > _CALL:
            self.since += 1
        self.groups = groups or self.groups


# --- a motion spoken of without its noun ----------------------------------------------------------

_IT = r"(?:die|deze|hem|haar|[’']m|ze)"
_SOFTLY = r"""(?:(?:dus|dan|helaas|ook|daarom|daarmee|toch|wel|nu|echt|zeer|sterk|stellig|graag|hier
    |op\sdit\smoment|met\skracht|om\s(?:die|deze|dezelfde)\sreden(?:en)?)\s){0,4}"""
_THEIRS = r"(?:uw|zijn|haar|hun)\smotie"
_REFUSED = later(
    rf"""\b(?P<first>die|deze)\s(?:moet|moeten|wil|willen|zou|zouden|ga|gaan|kan|zal|dien)\s
            (?:\S{{1,30}}\s){{0,8}}?(?:ontraden|afraden)\b
      | \b(?P<object>{_IT})\s{_SOFTLY}(?:te\s|moeten\s|willen\s)?(?:ontraden|afraden)\b
      | \b(?P<turned>die|deze)\s(?:ontraad|ontraadt|ontraden)\s(?:ik|wij|we|u|het)\b
      | \bontra(?:ad|den)\s(?:(?:ik|wij|we)\s)?{_SOFTLY}(?:
            (?P<behind>{_IT})(?=\s?[.,;!]|\Z) | (?P<yours>{_THEIRS})\b)
      | \b(?P<theirs>{_THEIRS})\s(?:\S{{1,30}}\s){{0,8}}?(?:ontraden|afraden|ontraad)\b
      | \A(?:(?:dus|en|maar|ook|daarom|daarmee|dan|helaas|kortom|voorzitter)[,:.]?\s){{0,4}}
            (?P<bare>ontraden)(?:\s(?:dus|daarom|daarmee|helaas|ook))?\s?[.!]?\Z
      | \b(?:oordeel|advies|appreciatie)(?:\s(?:is|luidt|wordt|blijft|dus|dan|daarom|helaas|ook)
            ){{0,4}}\s?[:,]?\s["“‘']?(?P<judged>ontraden)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_ALL = later(r"\b(?:alle\s\w+|allebei|alle(?:drie|vier)|beiden?)\b", re.IGNORECASE)
_LONGEST = 600


@dataclass(frozen=True, slots=True)
class Unnamed:
    """A word for a motion: its place, the words a reader supplies before it, whether for several.

    A verb that stands alone ("Ontraden.") is itself that word, and its motion is supplied.
    """

    place: Span
    before: str = ""
    several: bool = False


def refused(text: str, span: Span) -> Unnamed | None:
    """Where a sentence advises against a motion without naming it.

    >>> refused("Die moet ik helaas ontraden.", Span(0, 28))
    Unnamed(place=Span(start=0, end=3), before='', several=False)
    >>> refused("Ontraden dus.", Span(0, 13))
    Unnamed(place=Span(start=0, end=8), before='ontraden ', several=False)
    """
    words = span.of(text)
    if len(words) > _LONGEST or not ("raden" in words or "ntraad" in words):
        return None
    match = _REFUSED.search(words)
    if match is None or match.lastgroup is None:
        return None
    start, end = match.span(match.lastgroup)
    bare = match.lastgroup in ("bare", "judged")
    several = _ALL.search(match[0]) is not None
    return Unnamed(Span(span.start + start, span.start + end), "ontraden " * bare, several)
