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

from kg.model import Motie, Part, Segments, Span
from kg.patterns import later
from kg.recognise.relations_reading import Group
from kg.text import fold

_CHAIR = later(r"\bvoorzitter\b", re.IGNORECASE)
_MEMBER = later(
    r"\b(?:de heer|mevrouw|mijnheer|het lid|lid)\b|\([A-Z][\w /+-]{1,20}\)", re.IGNORECASE
)
_GOVERNMENT = later(r"\b(?:minister|staatssecretaris|bewindspersoon)", re.IGNORECASE)
_TITLE = later(r"\A(?:De heer|Mevrouw|Mijnheer|\w*[Mm]inister\S*|\w+)\s|\(.*", re.DOTALL)
_START = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says without a break: ``who`` is "chair", "member" or "government"."""

    start: int
    end: int
    who: str
    name: str = ""


def turns_of(segments: Segments) -> tuple[Turn, ...]:
    """The turns of a debate in order; a speech that a page's foot cuts in two is one.

    >>> from kg.model import Segment
    >>> speech = Segment(Part.SPEECH, Span(0, 40), "Minister Bos")
    >>> turns_of(Segments((speech, Segment(Part.SPEECH, Span(50, 60), None)), ()))
    (Turn(start=0, end=60, who='government', name='bos'),)
    """
    turns: list[Turn] = []
    for part in segments.parts:
        if part.part is not Part.SPEECH:
            continue
        if part.label is None and turns:
            turns[-1] = replace(turns[-1], end=part.span.end)
        elif part.label is not None:
            name = fold(_TITLE.sub("", part.label))
            turns.append(Turn(part.span.start, part.span.end, _who(part.label), name))
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
    (Turn(start=0, end=40, who='chair', name=''), None)
    """
    number = bisect_right(turns, at, key=_START) - 1
    return turns[number] if number >= 0 and at < turns[number].end else None


# --- the motion named last ------------------------------------------------------------------------

_REACH = 7  # sentences within which "deze motie" still means the one named last
_HANDED_IN = "motie.krijgt-nr"  # the chair hands a motion that gets its number to nobody
_MINE = later(r"\b(?:mijn|onze)\s{1,40}motie\b", re.IGNORECASE)
_ANOTHER = later(
    r"""\b(?:volgende|eerste|tweede|derde|vierde|vijfde|zesde|zevende|laatste|andere|nieuwe)
            \s{1,40}motie\b
      | \been\s{1,40}motie\s{1,40}ingediend\b
      | \bde\s{1,40}motie\s{1,40}(?:
            inzake|waarin|over\s(?!te\b|aan\b)|van\s(?!harte\b|(?:uw|de)\sKamer\b)
          | om\s(?!(?:\S{1,30}\s){0,3}reden)
        )""",
    re.VERBOSE | re.IGNORECASE,
)


def speaks(text: str, span: Span) -> bool:
    """Whether the sentence has the word "motie" in it: most have not, and that is told at once.

    >>> speaks("Deze Moties ken ik.", Span(0, 19)), speaks("Dat ken ik.", Span(0, 11))
    (True, False)
    """
    return text.find("otie", span.start, span.end) >= 0


def _has(text: str, span: Span, pattern: re.Pattern[str]) -> bool:
    return speaks(text, span) and pattern.search(text, span.start, span.end) is not None


class Named:
    """Which motions "deze motie" means: those named last, in a letter for a few sentences.

    In a letter that names one motion alone it is always that one, until it speaks of another.
    In a debate until another is named; not in the answer to a member who speaks of another, his
    own. ``own`` tells that they were named in this turn, or by the chair right before: there they
    may be spoken of without the noun.
    """

    def __init__(self, turns: tuple[Turn, ...], every: Sequence[Group]) -> None:
        self.groups: tuple[Group, ...] = ()
        self.since = 0
        self.turn: Turn | None = None
        self.own = False
        self._turns = turns
        values = (mention.value for group in every for mention in group.mentions)
        named = {value.submitters for value in values if isinstance(value, Motie)}
        self._only = len(named) == 1 and () not in named
        self._last: tuple[Group, ...] = ()  # also what an answer about another does not mean
        self._other = False

    def before(self, text: str, span: Span, groups: Sequence[Group]) -> tuple[Group, ...]:
        """The motions that still count where the sentence at ``span`` begins."""
        if self._turns:
            self._listen(text, span, groups)
        if self.turn is None and self.since >= _REACH and self.groups:
            if not self._only or _has(text, span, _ANOTHER):
                self.groups = self._last = ()
        return self.groups

    def _listen(self, text: str, span: Span, groups: Sequence[Group]) -> None:
        """Take note of who speaks, and of motions that are spoken of but not named."""
        turn = turn_at(self._turns, span.start)
        if turn is not self.turn:
            self.own = self.own and self.turn is not None and self.turn.who == "chair"
            self.turn, self.groups = turn, self._last
            if turn is not None and turn.who == "government" and self._other:
                self.groups, self._other = (), False
        if turn is None or not self.groups or groups:
            return
        if _has(text, span, _ANOTHER):
            self.groups = self._last = ()
        elif turn.who == "member" and _has(text, span, _MINE):
            self._other = not self._is_of(turn.name)

    def _is_of(self, name: str) -> bool:
        """Whether the motion named last is this member's, or nobody's that is known."""
        values = [mention.value for group in self.groups for mention in group.mentions]
        names = [fold(n) for value in values if isinstance(value, Motie) for n in value.submitters]
        return not names or any(name.endswith(each) or each.endswith(name) for each in names)

    def told(self, groups: tuple[Group, ...], again: Sequence[Group]) -> None:
        """Take note of the motions the next sentence names, or speaks of again."""
        if groups or again and self.turn is not None:
            handed_in = groups and all(m.rule == _HANDED_IN for g in groups for m in g.mentions)
            self.since, self.own = 0, self.turn is not None and not handed_in
        else:
            self.since += 1
        if groups:
            self.groups = self._last = groups
            self._other = False


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
