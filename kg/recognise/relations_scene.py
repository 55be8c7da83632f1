"""One document while its claims are made: its motions, its identifiers, where nothing is said."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from kg.model import Claim, Document, Kind, Mention, Part, Relation, Segments, Span
from kg.patterns import later
from kg.recognise.relations_cues import Verdict
from kg.recognise.relations_numbers import Numbers, is_motie, numbers
from kg.recognise.relations_reading import Group
from kg.recognise.relations_turns import Turn, turn_at, turns_of

_LONGEST_QUOTE = 1200
_LONG = 200  # characters of a citation that is quoted whole where no sentence is known
_COMMITMENT = later(r"T(?:Z\d{6}-\d+|\d{5})")
_APART = frozenset((Part.FURNITURE, Part.FOOTNOTE))
WEIGHT = {
    Relation.CITES: 0,
    Relation.FOLLOWS_UP: 1,
    Relation.REJECTS: 2,
    Relation.FULFILS: 3,
}


@dataclass
class Scene:
    """A document while its claims are made.

    ``groups`` are the motions, those of one citation together; ``left_out`` the marks and the page
    furniture inside sentences; ``silent`` the stretches where nothing is claimed but a mention;
    ``turns`` who speaks where; ``verdicts`` what was said of each motion, with the quote.
    """

    document: Document
    segments: Segments
    numbers: Numbers
    groups: tuple[Group, ...]
    left_out: tuple[Span, ...]
    silent: tuple[tuple[int, int], ...]
    turns: tuple[Turn, ...]
    commitments: tuple[Mention, ...]
    claims: list[Claim] = field(default_factory=list)
    verdicts: dict[Mention, tuple[Verdict, Span]] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text

    def is_silent(self, span: Span) -> bool:
        """Whether ``span`` stands where nothing but a mention is claimed."""
        return any(start <= span.start < end for start, end in self.silent)

    def turn(self, at: int) -> Turn | None:
        """Who speaks at ``at``; ``None`` outside a debate."""
        return turn_at(self.turns, at)

    def quote(self, sentence: Span, within: Span) -> Span:
        """The sentence, or what stands around ``within`` where the sentence is very long."""
        if len(sentence) <= _LONGEST_QUOTE:
            return sentence
        start = max(sentence.start, within.start - _LONGEST_QUOTE // 2)
        return Span(start, min(sentence.end, max(within.end, start + _LONGEST_QUOTE)))

    def sentence_of(self, span: Span, citation: Span | None = None) -> Span:
        """The sentence that ``span`` begins in; where none is known the lines of its citation.

        A list of many numbers is one citation over many lines: then the line of ``span`` alone.
        """
        spans = self.segments.sentences
        at = bisect_right(spans, span.start, key=lambda each: each.start) - 1
        if at >= 0 and span.start < spans[at].end:
            return self.quote(spans[at], span)
        whole = citation if citation is not None and len(citation) <= _LONG else span
        return line_around(self.text, whole)


def scene_of(document: Document, segments: Segments, mentions: Sequence[Mention]) -> Scene:
    """The scene of one document, before any claim.

    >>> scene_of(Document("", "x", ""), Segments((), ()), ()).groups
    ()
    """
    marks = [tie.mark for tie in segments.footnotes]
    apart = [p.span for p in segments.parts if p.part in _APART]
    turns = turns_of(segments)
    return Scene(
        document,
        segments,
        numbers(mentions, segments),
        tuple(_groups(mentions)),
        tuple(sorted((*marks, *apart))),
        tuple(_silent(segments, turns)),
        turns,
        tuple(m for m in mentions if m.id is not None and _COMMITMENT.fullmatch(m.id)),
    )


def _groups(mentions: Sequence[Mention]) -> Iterator[Group]:
    """The motions, those of one citation together."""
    together: dict[Span, list[Mention]] = {}
    for mention in sorted((m for m in mentions if is_motie(m)), key=lambda m: m.span):
        together.setdefault(mention.citation or mention.span, []).append(mention)
    for whole, group in together.items():
        start, end = min(whole.start, group[0].span.start), max(whole.end, group[-1].span.end)
        yield Group(Span(start, end), tuple(group))


def _silent(segments: Segments, turns: Iterable[Turn]) -> Iterator[tuple[int, int]]:
    """Questions, members who speak, the text of a motion, a list of what was decided."""
    if segments.kind in (Kind.MOTION, Kind.AMENDMENT, Kind.DECISION_LIST):
        yield 0, 1 << 60
    question = Part.QUESTION
    for part in segments.parts:
        # A question without its number may be the end of an answer: its own words tell.
        if part.part is question and part.label is not None:
            yield part.span.start, part.span.end
    for turn in turns:
        if turn.who in ("member", "chair"):
            yield turn.start, turn.end


def line_around(text: str, span: Span) -> Span:
    """The line (or lines) a stretch stands on, of bounded length.

    >>> line_around("a\\nbcd\\ne", Span(3, 4))
    Span(start=2, end=5)
    """
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - 400)
    end = text.find("\n", span.end)
    end = min(len(text) if end < 0 else end, span.end + 400)
    return Span(start, max(end, span.end))
