"""Which printed identifiers are the number of which named motion, and where a note hangs.

The number stands in the motion's citation, right behind it, or in the footnote whose mark stands
at its name. Two motions with two numbers behind them have them in printed order.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.model import FootnoteTie, Mention, Motie, Role, Segments, Span
from kg.patterns import later
from kg.recognise.relations_reading import Group

_PAPER = later(r"(?:kst-.|\d{4}[DZ]\d|kenmerk:)")
_GAP = later(
    r"[\s,:;–—-]{0,12}(?:<sup>|[(\[])?\s{0,12}(?:\[\^?\d{1,3}\]|[\d¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3})?\s{0,12}"
)
_DASHED = later(r"\s[-–—]\s")
_ABOUT = later(
    r"\b(?:reactie|antwoord|uitvoering|appreciatie|afdoening|stand|brief|voortgang|invulling|"
    r"informatie|opvolging|toezending|uitstel|nakoming)\b",
    re.IGNORECASE,
)
_OTHER_PAPER = later(
    r"\b(?:brief|kamerbrief|rapport|advies|verslag|antwoord\w*|aanhangsel|handelingen|nota|wet|"
    r"voortgangs\w+|bijlage|kabinetsreactie|beleidsreactie)\b",
    re.IGNORECASE,
)


def _anchored(tie: FootnoteTie) -> int:
    return tie.anchor.start


@dataclass(frozen=True, slots=True)
class Numbers:
    """The identifiers of a document in order of place, and its notes with their marks.

    ``ties`` are in the order of the notes, ``marked`` the same in that of what they are tied to.
    """

    mentions: tuple[Mention, ...]
    starts: tuple[int, ...]
    ties: tuple[FootnoteTie, ...]
    marked: tuple[FootnoteTie, ...] = ()

    def marked_in(self, span: Span) -> tuple[FootnoteTie, ...]:
        """The ties of the marks that stand in a stretch or right behind it."""
        first = bisect_left(self.marked, span.start, key=_anchored)
        return self.marked[first : bisect_right(self.marked, span.end + 1, key=_anchored)]

    def within(self, span: Span) -> tuple[Mention, ...]:
        """The identifiers that stand in ``span``."""
        first, last = bisect_left(self.starts, span.start), bisect_right(self.starts, span.end)
        return tuple(m for m in self.mentions[first:last] if m.span in span)

    def tie_of(self, span: Span) -> FootnoteTie | None:
        """The tie of the note that ``span`` stands in."""
        if not self.ties:
            return None
        at = bisect_right(self.ties, span.start, key=lambda tie: tie.note.start)
        for tie in self.ties[max(0, at - 3) : at]:
            if span in tie.note:
                return tie
        return None


def numbers(mentions: Sequence[Mention], segments: Segments) -> Numbers:
    """The document's identifiers that a motion may have as its number, and its notes."""
    papers = tuple(
        sorted(
            (
                m
                for m in mentions
                if m.id is not None and m.role is Role.CITED and _PAPER.match(m.id)
            ),
            key=lambda m: (m.span, m.rule),
        )
    )
    ties = tuple(sorted(segments.footnotes, key=lambda tie: (tie.note, tie.mark)))
    marked = tuple(sorted(ties, key=_anchored))
    return Numbers(papers, tuple(m.span.start for m in papers), ties, marked)


def own_numbers(
    text: str, group: Group, found: Numbers
) -> tuple[tuple[Mention, Mention, FootnoteTie | None], ...]:
    """The identifiers of a group's motions: motion, identifier, and the tie of its note if any."""
    dealt = _deal(group.mentions, _beside(text, group, found))
    if dealt:
        return tuple((motie, number, None) for motie, number in dealt)
    pairs: list[tuple[Mention, Mention, FootnoteTie | None]] = []
    for tie in _at(group, found.ties):
        noted = [m for m in found.within(tie.note) if not _is_other(text, tie, m)]
        for motie, number in _deal(_marked(group, tie), noted) or _deal(group.mentions, noted):
            if all(motie is not known for known, _, _ in pairs) or not tie.exact:
                pairs.append((motie, number, tie))
            elif pairs[-1][2] is tie:
                pairs.append((motie, number, tie))
    return tuple(pairs)


def number_at_end(
    text: str, motie: Mention, found: Numbers, sentence: Span
) -> tuple[tuple[Mention, Mention, FootnoteTie | None], ...]:
    """The number in the note at the end of a sentence, as own_numbers tells it.

    "Conform de motie van het lid Bos is er met het veld gesproken.³": only where the sentence has
    no other note, names no other paper and the note cites one.
    """
    ties = found.marked_in(sentence)
    if len(ties) != 1 or found.within(sentence):
        return ()
    tie = ties[0]
    ends = not text[tie.mark.end : max(sentence.end, tie.mark.end)].strip(" .:)]\n")
    if not tie.exact or not ends or tie.anchor.start < motie.span.end:
        return ()
    if _OTHER_PAPER.search(text, sentence.start, tie.anchor.start):
        return ()
    noted = [m for m in found.within(tie.note) if not _is_other(text, tie, m)]
    if len({m.id for m in noted}) != len({_family(m) for m in noted}):
        return ()
    return tuple((motie, number, tie) for number in noted)


def _is_other(text: str, tie: FootnoteTie, mention: Mention) -> bool:
    """Whether the note calls what it cites a letter, a report, an answer."""
    opening = min(mention.span.start, (mention.citation or mention.span).start)
    return _OTHER_PAPER.search(text, max(tie.note.start, opening - 160), opening) is not None


def _beside(text: str, group: Group, found: Numbers) -> list[Mention]:
    """The identifiers that begin in the group's citation, or stand right behind it."""
    end = group.span.end
    at = bisect_left(found.starts, end)
    beside = list(found.mentions[bisect_left(found.starts, group.span.start) : at])
    end = max([end, *(m.span.end for m in beside)])
    for mention in found.mentions[at : at + 8]:
        opening = min(mention.span.start, (mention.citation or mention.span).start)
        same = beside and beside[-1].citation is not None
        joined = same and beside[-1].citation == mention.citation
        gap = text[end:opening] if opening > end else ""
        if not joined and (len(gap) > 24 or not _GAP.fullmatch(gap) or beside):
            break
        if _DASHED.search(gap) and _is_spoken_of(text, group):
            break
        beside.append(mention)
        end = max(end, (mention.citation or mention.span).end)
    return beside


def _is_spoken_of(text: str, group: Group) -> bool:
    """Whether a line is about a motion: "Reactie op de motie-Bos over zorg - 21501-07-1502".

    Then the number at its end is that of the reaction.
    """
    line = max(text.rfind("\n", 0, group.span.start) + 1, group.span.start - 120)
    return _ABOUT.search(text, line, group.span.start) is not None


def _at(group: Group, ties: Sequence[FootnoteTie]) -> Iterator[FootnoteTie]:
    """The notes whose mark stands at the group's names, or in the line they stand on."""
    for tie in ties:
        if tie.exact and group.span.start < tie.anchor.start <= group.span.end + 3:
            yield tie
        elif not tie.exact and tie.anchor.overlaps(group.span):
            yield tie


def _marked(group: Group, tie: FootnoteTie) -> tuple[Mention, ...]:
    """The motion of a group right before the mark."""
    if not tie.exact:
        return group.mentions
    before = [m for m in group.mentions if m.span.start < tie.anchor.start]
    return tuple(before[-1:])


def _deal(
    moties: Sequence[Mention], papers: Sequence[Mention]
) -> tuple[tuple[Mention, Mention], ...]:
    """One motion takes all the ids of one paper; n motions take n papers in printed order.

    Where a number stands between the names ("A (1) en B (2)"), each takes what stands behind it.
    """
    if len(moties) == len(papers) == len({paper.id for paper in papers}):
        return tuple(zip(moties, papers, strict=True))
    if any(p.span.start < m.span.start for p in papers[:1] for m in moties[1:]):
        return tuple(
            (motie, number)
            for motie, until in zip(moties, (*moties[1:], None), strict=True)
            for number in papers
            if (motie.span.end <= number.span.start or number.span in motie.span)
            and (until is None or number.span.start < until.span.start)
        )
    dealt: list[list[Mention]] = []
    for mention in papers:
        family = _family(mention)
        if dealt and all(_family(known) != family for known in dealt[-1]):
            dealt[-1].append(mention)
        elif all(mention.id != known.id for paper in dealt for known in paper):
            dealt.append([mention])
    if len(moties) == 1 and len(dealt) > 1:
        # The number printed at the name is its own; others belong to what it is about.
        dealt = dealt[:1]
    if len(dealt) != len(moties):
        return ()
    return tuple((m, number) for m, paper in zip(moties, dealt, strict=True) for number in paper)


def _family(mention: Mention) -> str:
    name = mention.id or ""
    return name[:4] if name.startswith(("kst-", "kenm")) else name[4:5]


def is_motie(mention: Mention) -> bool:
    """Whether the mention names a motion or amendment that is not the document's own title."""
    return isinstance(mention.value, Motie) and mention.role is not Role.OWN
