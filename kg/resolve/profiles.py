"""What a document tells of letters that present a programme: which one, on what day, and where.

A letter that presents one itself tells it of itself; another tells it of a letter that it cites:
"Op 10 juni jl. is de aanpak … naar uw Kamer gestuurd (Kamerstuk 32 793, nr. 613)".
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kg.model import Brief, Extract, Mention, Motie, Period, Programme, Relation, Role, Span
from kg.pickling import made_again
from kg.resolve.dating import Dating
from kg.resolve.identity import family
from kg.resolve.joins import file_id
from kg.resolve.stretches import Stretches
from kg.text import MONTH, MONTHS, find_date

_SENT = re.compile(
    r"(?i)\b(?:aangeboden|aanbieding|aanbidding|gestuurd|verstuurd|verzonden|gezonden|toegezonden"
    r"|toegestuurd|gelanceerd|gepresenteerd|gedeeld|uitgebracht|presenteer\w*|stuur|bied)"
)
_DAY_MONTH = re.compile(r"--(?P<month>\d\d)-(?P<day>\d\d)\Z")
_PRINTED_DAY = re.compile(rf"\b(?P<day>\d{{1,2}})\s+(?P<month>{MONTH})\s+jl\b")
_OVERLAPPING = 8
_BEHIND = 30  # how far behind a citation its date may stand
_LETTERS = ("kst", "document", "kenmerk", "ah")


@dataclass(frozen=True, slots=True)
class Day:
    """A day as far as it is known: in full, or the day and month alone."""

    month: int
    day: int
    year: int | None = None

    def agrees(self, other: Day) -> bool:
        """Whether both can be one day; an unknown year agrees with any."""
        years = {self.year, other.year} - {None}
        return (self.month, self.day) == (other.month, other.day) and len(years) < 2

    def __str__(self) -> str:
        return f"{self.year or '-'}-{self.month:02}-{self.day:02}"


@made_again
@dataclass(frozen=True, slots=True)
class Profile:
    """What a text tells of a letter: which programme it presents, when, and where that stands.

    ``day`` is the letter's day as told; ``period`` the days an undated input document allows;
    ``shown`` the words that tell it, at ``quote`` of the file ``sha256`` called ``document``.
    """

    identifier: str
    programme: str
    document: str
    sha256: str
    quote: Span
    shown: str
    page: int | None
    day: Day | None
    period: Period | None = None


def profiles(extract: Extract, dating: Dating) -> tuple[Profile, ...]:
    """What one document tells of letters that present a programme, itself included."""
    return tuple(dict.fromkeys((*_presented(extract, dating), *_cited(extract))))


def _presented(extract: Extract, dating: Dating) -> Iterator[Profile]:
    """The programmes that an input document itself presents."""
    for claim in extract.claims:
        if claim.relation is Relation.PRESENTS and isinstance(claim.mention.value, Programme):
            start, end = dating.period.start, dating.period.end
            day = Day(start.month, start.day, start.year) if start and start == end else None
            period = None if day else dating.period
            programme = claim.mention.value.id
            yield _profile(file_id(extract), programme, extract, claim.quote, day, period)


def _cited(extract: Extract) -> Iterator[Profile]:
    """The cited letters of which a sentence says that they present a programme on a day."""
    telling = _telling(extract)
    if not telling:
        return
    moties = {
        claim.mention
        for claim in extract.claims
        if claim.about is not None and isinstance(claim.about.value, Motie)
    }
    sentences_of, briefs = _Sentences(extract, telling), _briefs(extract)
    for mention in extract.mentions:
        if mention.role is Role.OWN or mention in moties:
            continue
        if family(mention.id or "") not in _LETTERS:
            continue
        for sentence in sentences_of(mention):
            day = _day_behind(extract, mention) or _day_in(extract, sentence, briefs)
            if day is None or not _SENT.search(sentence.of(extract.document.text)):
                continue
            for programme in telling[sentence]:
                yield _profile(str(mention.id), programme, extract, sentence, day)


def _telling(extract: Extract) -> dict[Span, list[str]]:
    """The sentences that name programmes, with these: most documents have none."""
    programmes = [m for m in extract.mentions if isinstance(m.value, Programme)]
    sentences = extract.segments.sentences
    starts = [sentence.start for sentence in sentences] if programmes else []
    found: dict[Span, list[str]] = {}
    for programme in programmes:
        at = bisect_right(starts, programme.span.start)
        # a sentence that a page break cuts spans others: look a little further back
        for sentence in sentences[max(0, at - _OVERLAPPING) : at]:
            if programme.span in sentence and isinstance(programme.value, Programme):
                found.setdefault(sentence, []).append(programme.value.id)
    return dict(sorted(found.items()))


class _Sentences:
    """The sentences a citation belongs to: its own, and those whose footnote it stands in."""

    def __init__(self, extract: Extract, among: Iterable[Span]) -> None:
        self._among = list(among)
        self._ties = extract.segments.footnotes
        self._near = Stretches(self._among)
        self._notes = Stretches(tie.note for tie in self._ties)

    def __call__(self, mention: Mention) -> list[Span]:
        span = mention.span
        found = {n for n in self._near.near(*span) if span in self._among[n]}
        for number in self._notes.near(*span):
            if span in self._ties[number].note:
                anchor = self._ties[number].anchor
                # an anchor may be empty, or stand right behind the sentence
                found.update(self._near.near(anchor.start, max(anchor.end, anchor.start + 1)))
        return [self._among[number] for number in sorted(found)]


def _profile(
    identifier: str,
    programme: str,
    extract: Extract,
    quote: Span,
    day: Day | None,
    period: Period | None = None,
) -> Profile:
    document = extract.document
    return Profile(
        identifier,
        programme,
        document.name,
        document.sha256,
        quote,
        quote.of(document.text),
        document.page_at(quote.start),
        day,
        period,
    )


def _starts(brief: tuple[Span, Day]) -> int:
    return brief[0].start


def _day_behind(extract: Extract, mention: Mention) -> Day | None:
    """The date printed right behind a citation ("kenmerk …, 10 juni 2022")."""
    end = (mention.citation or mention.span).end
    found = find_date(extract.document.text, end, end + _BEHIND)
    if found is None:
        return None
    between = extract.document.text[end : found[1]].strip(" ,(")
    return _full(found[0]) if between in ("", "d.d.", "van") else None


def _briefs(extract: Extract) -> list[tuple[Span, Day]]:
    """The days that letters are named by, in order of place."""
    found = [
        (mention.span, day)
        for mention in extract.mentions
        if isinstance(mention.value, Brief) and mention.value.when
        for day in [_of_brief(mention.value.when)]
        if day is not None
    ]
    return sorted(found, key=_starts)


def _day_in(
    extract: Extract, sentence: Span, briefs: Sequence[tuple[Span, Day]]
) -> Day | None:
    """The one day that a sentence names, as a letter's date or as "op 10 juni jl."."""
    first, last = (bisect_left(briefs, at, key=_starts) for at in sentence)
    days = {day for span, day in briefs[first:last] if span in sentence}
    for match in _PRINTED_DAY.finditer(sentence.of(extract.document.text)):
        days.add(Day(MONTHS.index(match["month"]) + 1, int(match["day"])))
    found = find_date(extract.document.text, sentence.start, sentence.end)
    if found is not None:
        days.add(_full(found[0]))
    return next(iter(days)) if len(days) == 1 else None


def _of_brief(when: str) -> Day | None:
    partial = _DAY_MONTH.match(when)
    if partial:
        return Day(int(partial["month"]), int(partial["day"]))
    try:
        return _full(date.fromisoformat(when))
    except ValueError:
        return None


def _full(day: date) -> Day:
    return Day(day.month, day.day, day.year)
