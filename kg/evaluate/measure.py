"""Compare what was found in one document with its answers, by kind of fact."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.evaluate.gold import Gold, GoldCommitment, GoldMotion
from kg.evaluate.score import Score, compare_sets, pair_off
from kg.text import fold

_WORD = re.compile(r"\w+")
_SOME_QUOTE = 0.5
_SAME_SUBJECT = 0.8
_CHAMBERS = {"TK": "tweedekamer", "EK": "eerstekamer"}


@dataclass(frozen=True, slots=True)
class FoundMotion:
    """A motion as the document names it, with the relation in the words of the answers."""

    submitters: tuple[str, ...]
    ids: tuple[str, ...]
    relation: str
    quote: str


@dataclass(frozen=True, slots=True)
class FoundCommitment:
    """A commitment as found."""

    action: str
    quote: str


@dataclass(frozen=True, slots=True)
class FoundProgramme:
    """A programme as found: its name and the ways in which the document prints it."""

    name: str
    printed: frozenset[str]


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in one document, in the shape of the answers."""

    header: Mapping[str, str | None]
    lists: Mapping[str, Sequence[str]]
    cites: Sequence[str]
    motions: Sequence[FoundMotion]
    commitments: Sequence[FoundCommitment]
    programmes: Sequence[FoundProgramme]


@dataclass
class Report:
    """Scores by name, added up over documents; names are ``cites.kst``, ``header.date``, …"""

    scores: dict[str, Score] = field(default_factory=dict)

    def add(self, name: str, score: Score) -> None:
        """Add a score to the ones of this name."""
        self.scores[name] = self.scores.get(name, Score()) + score


def measure(report: Report, gold: Gold, found: Found) -> None:
    """Add the scores of one document to ``report``."""
    place = f"{gold.name}: "
    _cites(report, gold, found, place)
    for name, expected in gold.header:
        report.add(f"header.{name}", _text(name, found.header.get(name), expected, place))
    for name, names in gold.lists:
        report.add(f"header.{name}", _names(found.lists.get(name, ()), names, place))
    _motions(report, gold.motions, found.motions, place)
    _commitments(report, gold.commitments, found.commitments, place)
    _programmes(report, gold.programmes, found.programmes, place)


def _cites(report: Report, gold: Gold, found: Found, place: str) -> None:
    report.add("cites", compare_sets(found.cites, gold.cites, place))
    for kind in sorted({_kind(each) for each in (*found.cites, *gold.cites)}):
        mine = [each for each in found.cites if _kind(each) == kind]
        theirs = [each for each in gold.cites if _kind(each) == kind]
        report.add(f"cites.{kind}", compare_sets(mine, theirs, place))


def _kind(identifier: str) -> str:
    number = re.match(r"\d{4}([A-Z])", identifier)
    return number.group(1) if number else re.split(r"[-:]", identifier, maxsplit=1)[0]


def _text(name: str, mine: str | None, theirs: str | None, place: str) -> Score:
    if mine is None and theirs is None:
        return Score()
    if mine is not None and theirs is not None and _same_text(name, mine, theirs):
        return Score(right=1)
    return Score(
        invented=(f"{place}{mine}",) if mine is not None else (),
        missed=(f"{place}{theirs}",) if theirs is not None else (),
    )


def _same_text(name: str, mine: str, theirs: str) -> bool:
    one, other = fold(_CHAMBERS.get(mine, mine)), fold(_CHAMBERS.get(theirs, theirs))
    if name == "subject":
        return overlap(mine, theirs) >= _SAME_SUBJECT or one in other or other in one
    if name == "addressee":
        return one in other or other in one
    return one == other


def _names(mine: Iterable[str], theirs: Iterable[str], place: str) -> Score:
    pairs, alone, left = pair_off(sorted(set(mine)), sorted(set(theirs)), same_name)
    return _score(place, len(pairs), alone, left)


def _score(place: str, right: int, alone: Iterable[str], left: Iterable[str]) -> Score:
    """So many right; what only we have and what only they have, each with its document."""
    told = [tuple(f"{place}{each}" for each in words) for words in (alone, left)]
    return Score(right, *told)


def _programmes(
    report: Report, theirs: Sequence[str], mine: Sequence[FoundProgramme], place: str
) -> None:
    """Programmes pair by their name or by any of the ways in which they are printed."""
    pairs, alone, left = pair_off(
        mine,
        sorted(set(theirs)),
        lambda one, other: any(same_name(each, other) for each in (one.name, *one.printed)),
    )
    report.add("programmes", _score(place, len(pairs), [each.name for each in alone], left))


def same_name(one: str, other: str) -> bool:
    """Whether two printed names are one: equal when folded, or one the end of the other.

    >>> same_name("Jasper van Dijk", "Van Dijk"), same_name("Bikker", "Bikkers")
    (True, False)
    """
    a, b = fold(re.sub(r"\(.*?\)", "", one)), fold(re.sub(r"\(.*?\)", "", other))
    if not a or not b:
        return False
    return a == b or (min(len(a), len(b)) > 3 and (a in b or b in a) and a[-1] == b[-1])


def _motions(
    report: Report, theirs: Sequence[GoldMotion], mine: Sequence[FoundMotion], place: str
) -> None:
    pairs, alone, left = pair_off(mine, theirs, _same_motion)
    # A motion found under its number only by its names is the same motion, its number missed.
    by_name, alone, left = pair_off(alone, left, _same_submitters)
    pairs += by_name
    only_mine = [f"{each.submitters} {each.quote[:60]!r}" for each in alone]
    only_theirs = [f"{each.submitters} {each.id} {each.quote[:60]!r}" for each in left]
    report.add("motions", _score(place, len(pairs), only_mine, only_theirs))
    for one, other in pairs:
        right = one.relation == other.relation
        said = f"{place}{other.submitters} {one.relation} for {other.relation}: {other.quote[:80]}"
        report.add("motions.relation", Score(1) if right else Score(0, (said,), (said,)))
        if other.id is not None:
            known = other.id in one.ids
            report.add("motions.id", Score(1) if known else Score(0, (), (f"{place}{other.id}",)))


def _same_motion(one: FoundMotion, other: GoldMotion) -> bool:
    if other.id is not None and one.ids:
        return other.id in one.ids
    if other.submitters or one.submitters:
        return _same_submitters(one, other)
    return overlap(one.quote, other.quote) >= _SOME_QUOTE


def _same_submitters(one: FoundMotion, other: GoldMotion) -> bool:
    if not one.submitters or len(one.submitters) != len(other.submitters):
        return False
    return all(any(same_name(a, b) for b in other.submitters) for a in one.submitters)


def _commitments(
    report: Report, theirs: Sequence[GoldCommitment], mine: Sequence[FoundCommitment], place: str
) -> None:
    pairs, alone, left = pair_off(
        mine, theirs, lambda one, other: overlap(one.quote, other.quote) >= _SOME_QUOTE
    )
    only_mine, only_theirs = (
        [f"{each.action}: {each.quote[:90]!r}" for each in only] for only in (alone, left)
    )
    report.add("commitments", _score(place, len(pairs), only_mine, only_theirs))
    for one, other in pairs:
        said = f"{place}{one.action} for {other.action}: {other.quote[:80]}"
        right = one.action == other.action
        report.add("commitments.action", Score(1) if right else Score(0, (said,), (said,)))


def overlap(one: str, other: str) -> float:
    """The share of the shorter text's words that the longer one has too.

    >>> overlap("de motie wordt afgedaan", "Hiermee wordt de motie afgedaan.")
    1.0
    """
    a, b = set(_WORD.findall(one.lower())), set(_WORD.findall(other.lower()))
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0
