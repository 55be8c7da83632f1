"""A sentence read for its cues: marks and page furniture left out, motions put in as signs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kg.model import Mention, Relation, Span
from kg.patterns import later
from kg.recognise.relations_clauses import clauses
from kg.recognise.relations_cues import CITED, Verdict, judge

# Signs for motions come from the private use area, one code point each.
_FIRST, _LAST = 0xE000, 0xF8FF
_MOST = _LAST - _FIRST + 1
_SIGNS = f"[{chr(_FIRST)}-{chr(_LAST)}]"
_CLUSTER = later(
    rf"{_SIGNS}(?:(?:\s?,|\s?,?\s(?:en|als|alsmede|evenals|alsook|respectievelijk)|\s?/)\s"
    rf"(?:(?:van|aan)\s)?(?:(?:de|het)\s)?{_SIGNS}){{0,40}}"
)
_WIDEST = 700
_THIS = later(r"\b(?:deze|die)\b(?=\s(?:hiermee|daarmee|dan\sook|daarom|dus|als|af)\b)")
_GLUED = later(r"[^\W\d_]-\s*\n\s*(?!en\b|of\b)[a-zß-ÿ]")


@dataclass(frozen=True, slots=True)
class Group:
    """Motions (or one commitment) that stand together in one citation, or a word for them.

    ``again`` tells such a word ("deze motie"); ``before`` is the preposition it holds ("hieraan").
    """

    span: Span
    mentions: tuple[Mention, ...]
    again: bool = False
    before: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence as one line, with the way back to the document.

    ``where`` gives the offset in the document of each character; the sign of group ``n`` is the
    ``n``-th of the private use area.
    """

    span: Span
    line: str
    where: tuple[int, ...]
    groups: tuple[Group, ...]

    def sign(self, number: int) -> str:
        """The sign that stands in the line for group ``number``."""
        return chr(_FIRST + number)

    def verdict(self, number: int) -> Verdict:
        """What the sentence says of group ``number``; its cue as offsets in the document."""
        line, where = self._shown(self.sign(number))
        named = False
        for start, clause in clauses(line):
            # "… en beschouw deze hiermee als afgedaan": the motion of the clause before.
            clause = _THIS.sub("§", clause, count=1) if named and "§" not in clause else clause
            at = clause.find("§")
            if at < 0:
                continue
            left = max(0, at - _WIDEST)
            found = judge(clause[left : at + _WIDEST])
            if found.relation is not Relation.CITES or found.voted_down:
                return _placed(found, where, start + left)
            named = True
        return CITED

    def _shown(self, sign: str) -> tuple[str, tuple[int, ...]]:
        """The line with "§" for the sign and those joined with it, "¤" for the others."""
        line: list[str] = []
        where: list[int] = []
        done = 0
        for match in _CLUSTER.finditer(self.line):
            line.append(self.line[done : match.start()])
            where.extend(self.where[done : match.start()])
            shown = self.groups[ord(match[0][0]) - _FIRST].before
            shown += "§" if sign in match[0] else "¤"
            line.append(shown)
            where.extend([self.where[match.start()]] * len(shown))
            done = match.end()
        line.append(self.line[done:])
        where.extend(self.where[done:])
        return "".join(line), tuple(where)


def _placed(verdict: Verdict, where: Sequence[int], start: int) -> Verdict:
    """The verdict with its cue as offsets in the document."""
    if verdict.cue is None or not where:
        return verdict
    last = len(where) - 1
    begin = where[min(last, start + verdict.cue[0])]
    end = where[min(last, start + max(verdict.cue[0], verdict.cue[1] - 1))] + 1
    return replace(verdict, cue=(begin, max(begin, end)))


def read_sentence(
    text: str, span: Span, groups: Iterable[Group], left_out: Iterable[Span] = ()
) -> Reading:
    """The sentence at ``span`` as one line: ``groups`` as signs, the stretches ``left_out`` gone.

    White space is folded and a word broken over two lines put together.

    >>> reading = read_sentence("Hiermee\\ngeef ik uit-\\nvoering.", Span(0, 29), ())
    >>> reading.line, reading.where[-1]
    ('Hiermee geef ik uitvoering.', 28)
    """
    kept = tuple(groups)[:_MOST]
    signs = {g.span.start: (g.span.end, chr(_FIRST + n)) for n, g in enumerate(kept)}
    gone = {s.start: s.end for s in left_out if s.overlaps(span) and len(s)}
    line: list[str] = []
    where: list[int] = []
    at = span.start
    while at < span.end:
        if at in signs:
            end, sign = signs[at]
            _put(line, where, sign, at)
            at = max(end, at + 1)
        elif at in gone:
            at = gone[at]
        elif text[at].isspace():
            if line and line[-1] != " ":
                _put(line, where, " ", at)
            at += 1
        elif text[at] == "-" and at > span.start and _GLUED.match(text, at - 1):
            at = _past_space(text, at + 1)
        else:
            _put(line, where, _shown_as(text[at]), at)
            at += 1
    return Reading(span, "".join(line), tuple(where), kept)


def _shown_as(character: str) -> str:
    """The character, or another where the text itself has one of the signs (bullets of PDFs)."""
    if character in "§¤":
        return "¶"
    return "•" if _FIRST <= ord(character) <= _LAST else character


def _put(line: list[str], where: list[int], character: str, at: int) -> None:
    line.append(character)
    where.append(at)


def _past_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at
