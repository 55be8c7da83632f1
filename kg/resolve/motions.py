"""Which motion a text means by its submitters, its topic and its date.

With a register every motion of the Tweede Kamer is asked; without one the few of the table of
facts. A motion resolves only when one clearly stands out: the thresholds are measured (see
docs/register.md), and everything else is handed back as candidates.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from functools import cache

from kg.authority import MotionFact, motions
from kg.model import Candidate, Motie, Period, Resolution
from kg.reasons import because
from kg.resolve import periods
from kg.resolve.letters import resolve_letter
from kg.resolve.periods import When
from kg.resolve.persons import resolve_person
from kg.resolve.register import Register
from kg.resolve.register.entries import LISTED, Asked, Entry, Fit, Wanted, candidate, fit
from kg.resolve.register.submitters import keys
from kg.resolve.register.words import Topic, terms

__all__ = ["resolve_letter", "resolve_motion"]

# A topic must agree this far, and be this far ahead of the next; measured on letters that print
# both a topic and a number.
ENOUGH, AHEAD = 0.6, 0.2
# The same where only the words of the sentence around the mention are known.
ENOUGH_LOOSE, AHEAD_LOOSE = 0.65, 0.3
NAMES_ALONE = 1095  # days after a motion in which its submitters name it without a topic
# Later than this, the sentence must share something with a motion of the register: a newer motion
# of the same two may be missing there.
NAMES_FRESH, SHARED = 365, 0.15

# "moties X over dit en over dat", "… en de motie van het lid Y over …": the first topic ends here.
_NEXT = re.compile(
    r"(?i),?\s+(?:en|alsmede)\s+(?:over|inzake|(?:de\s+)?(?:\(?\w+\)?\s+)?moties?)\b"
)

_TOPIC, _LOOSE, _BY_NAMES = 0.97, 0.85, 0.8


def resolve_motion(
    motie: Motie,
    when: When,
    *,
    register: Register | None = None,
    context: str | None = None,
    exclude: Collection[str] = (),
) -> Resolution:
    """The motion (or amendment) that ``motie`` names in a text written at ``when``.

    ``context`` is the sentence it stands in, ``exclude`` are ids it cannot have (a motion that
    names another is not that other). A spelling of a submitter that is not their own is
    ``as_written``.

    >>> smulders = Motie(("Smulders",), topic="ook een mentaal steunpakket op te zetten")
    >>> found = resolve_motion(smulders, date(2021, 2, 15))
    >>> found.key, found.as_written
    ('document/kst-35669-8', 'Smulders')
    """
    if not motie.submitters and not motie.topic:
        return Resolution(None, because("nothing to ask"))
    topic = _NEXT.split(motie.topic, maxsplit=1)[0] if motie.topic else None
    asked = Asked(motie.submitters, topic, context, motie.cs, motie.amended, motie.amendment)
    known = _fact(asked, when, exclude, names_alone=register is None)
    if known is not None:
        return _with_spelling(known, motie, when)
    if register is None:
        return Resolution(None, because("no motion known"))
    ranked = [
        found
        for found in register.ranked(asked, when)
        if not set(exclude) & set(found.entry.identifiers)
    ]
    return _with_spelling(_decide(ranked, asked, when), motie, when)


def _decide(ranked: list[Fit], asked: Asked, when: When) -> Resolution:
    """The best fit when it stands out; else the candidates and why none of them does."""
    if not ranked:
        return Resolution(None, because("none by these"))
    best, second = ranked[0], ranked[1] if len(ranked) > 1 else None
    lead = best.score - (second.score if second else 0.0)
    enough, ahead = (ENOUGH, AHEAD) if asked.topic else (ENOUGH_LOOSE, AHEAD_LOOSE)
    listed = tuple(candidate(found) for found in ranked[:LISTED])
    if not asked.topic and best.entry.day == when:
        # The sentence may well be that of a motion submitted with it on that day.
        return Resolution(None, because("same day"), listed)
    if best.score >= enough and lead >= ahead:
        confidence = _TOPIC if asked.topic else _LOOSE
        return _found(best, confidence, "submitters and topic agree, no other is near")
    alone = _by_names_alone(ranked, asked, when)
    if alone is not None:
        return _found(alone, _BY_NAMES, "the only motion of these submitters of the last years")
    reason = because("none agrees" if best.score < enough else "several agree")
    return Resolution(None, reason, listed)


def _found(best: Fit, confidence: float, reason: str) -> Resolution:
    return Resolution(best.entry.key, reason, (candidate(best),), confidence)


def _by_names_alone(ranked: list[Fit], asked: Asked, when: When) -> Fit | None:
    """The one motion whose two or more submitters are named in order, where no topic is.

    It must be the only one they ever submitted, and recent; after a year the sentence must share
    something with its title as well.
    """
    if len(asked.submitters) < 2 or asked.topic:
        return None
    same = [found for found in ranked if _same(found)]
    if len(same) != 1:
        return None
    age = periods.distance(periods.days(when), same[0].entry.day)
    return same[0] if age <= (NAMES_ALONE if same[0].topic >= SHARED else NAMES_FRESH) else None


def _fact(
    asked: Asked, when: When, exclude: Collection[str], *, names_alone: bool
) -> Resolution | None:
    """The motion of the table of facts that fits by submitters and topic."""
    end = periods.days(when).end or date.max
    named = [keys(name, Period(None, end)) for name in asked.submitters]
    if not named or asked.amendment:
        return None
    fits = [
        (motion, _fact_fit(motion, own, named, asked))
        for motion, own in _facts()
        if motion.day <= end
        and all(set(person) & set(own) for person in named)
        and not set(exclude) & set(motion.identifiers)
    ]
    enough = ENOUGH if asked.topic else ENOUGH_LOOSE
    close = [pair for pair in fits if pair[1].topic >= enough]
    sure = _TOPIC if asked.topic else _LOOSE
    if not close and names_alone and asked.topic is None and len(named) > 1:
        recent = ((end - motion.day).days <= NAMES_ALONE for motion, _ in fits)
        close = [pair for pair, is_recent in zip(fits, recent) if is_recent and _same(pair[1])]
        sure = _BY_NAMES
    if len(close) != 1:
        return None
    motion, found = close[0]
    candidates = (Candidate(motion.key, motion.title, found.score, f"case {motion.zaak}"),)
    return Resolution(motion.key, "named in the table of facts", candidates, sure)


def _same(found: Fit) -> bool:
    """Whether the same submitters are named in the same order."""
    return found.names >= 0.95


def _fact_fit(
    motion: MotionFact, own: tuple[str, ...], named: list[tuple[str, ...]], asked: Asked
) -> Fit:
    """How well a motion of the table, by all the people named, fits by its best topic."""
    places = tuple(n for name in named for n, person in enumerate(own) if person in name)
    words = terms(asked.topic or asked.context or "")
    topic = Topic(words, _length) if words else None
    wanted = Wanted(topic, len(named), asked.cs, asked.topic is None)
    topics = (motion.title.partition(" over ")[2], *motion.topics)
    fits = (fit(_entry(motion, topic), places, wanted) for topic in topics)
    return max(fits, key=lambda found: found.topic)


@cache
def _facts() -> tuple[tuple[MotionFact, tuple[str, ...]], ...]:
    """The motions of the table, each with the people who submitted it."""
    return tuple((m, tuple(keys(name, m.day)[0] for name in m.submitters)) for m in motions())


def _entry(motion: MotionFact, topic: str) -> Entry:
    cs = " c.s." in motion.title
    kind, names = "Motie", motion.submitters
    return Entry(
        motion.zaak, kind, motion.day, None, motion.title, None, False, cs, names, terms(topic)
    )


def _length(word: str) -> float:
    """What a word weighs without a register: the small words of Dutch weigh nothing."""
    return max(0, len(word) - 3)


def _with_spelling(found: Resolution, motie: Motie, when: When) -> Resolution:
    """``found`` with the submitters' names that are spelt otherwise, and so a little less sure."""
    before = Period(None, periods.days(when).end)
    named = (resolve_person(name, before, role="motie") for name in motie.submitters)
    odd = [person for person in named if person.as_written]
    if found.key is None or not odd:
        return found
    confidence = round(found.confidence * min(person.confidence for person in odd), 3)
    written = ", ".join(person.as_written for person in odd if person.as_written)
    return Resolution(found.key, found.reason, found.candidates, confidence, written)
