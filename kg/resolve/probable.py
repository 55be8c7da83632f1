"""Which documents are probably one and the same, though no identifier says so.

"Kamerstuk kenmerk 3382139-1030472-PG, 10 juni 2022" and "Op 10 juni jl. is de aanpak … naar uw
Kamer gestuurd (Kamerstuk 32 793, nr. 613)" tell of one letter: the same programme presented, the
same day. An undated letter that presents that programme itself may be it too. Such circumstances
never merge two documents: they are stated, with the reasons, as ``kg:probablySameAs``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from kg.model import Period, Span, Statement
from kg.reasons import because
from kg.resolve import describe, periods
from kg.resolve.confidence import confidence
from kg.resolve.identity import Identities, contradict, family
from kg.resolve.profiles import Day, Profile

_RULE = "probable.programme-day"
_MOST = 20  # profiles of one programme and day that still tell something of each other


@dataclass(frozen=True, slots=True)
class Probable:
    """Two identifiers that are probably of one document, why, and the profile that shows it."""

    one: Profile
    other: Profile
    reason: str


def probable(told: Iterable[Profile], identities: Identities) -> Iterator[Statement]:
    """The statement of each pair that is probably one document, each once, in a fixed order."""
    by_programme: dict[str, list[Profile]] = {}
    for profile in told:
        by_programme.setdefault(profile.programme, []).append(profile)
    found: dict[tuple[str, str], Probable] = {}
    for programme in sorted(by_programme):
        for each in sorted(_pairs(by_programme[programme], identities), key=_pair_order):
            one, other = sorted(
                identities.name(profile.identifier) for profile in (each.one, each.other)
            )
            found.setdefault((one, other), each)
    return (_statement(found[pair], identities) for pair in sorted(found))


def _statement(found: Probable, identities: Identities) -> Statement:
    profile = found.one
    return Statement(
        subject=describe.key(identities.name(profile.identifier)),
        predicate="probablySameAs",
        object=describe.key(identities.name(found.other.identifier)),
        file=f"file/{profile.sha256}",
        quote=profile.shown,
        start=profile.quote.start,
        end=profile.quote.end,
        rule=_RULE,
        confidence=round(confidence(_RULE), 3),
        page=profile.page,
        note=found.reason,
    )


def _pairs(told: Sequence[Profile], identities: Identities) -> Iterator[Probable]:
    """The pairs among the profiles of one programme whose days agree."""
    first: dict[tuple[str, Day | None, Period | None], Profile] = {}
    for profile in sorted(told, key=_order):
        name = identities.name(profile.identifier)
        first.setdefault((name, profile.day, profile.period), profile)
    by_day: dict[tuple[int, int], list[Profile]] = {}
    for profile in first.values():
        if profile.day is not None:
            by_day.setdefault((profile.day.month, profile.day.day), []).append(profile)
    for same in by_day.values():
        yield from _of_one_day(same, identities)
    for profile in first.values():
        if profile.day is None:
            yield from _of_only_day(profile, by_day, identities)


def _of_one_day(same: Sequence[Profile], identities: Identities) -> Iterator[Probable]:
    if len(same) > _MOST:
        return  # a day on which so many letters tell of it says nothing of any two
    for one, other in combinations(sorted(same, key=_order), 2):
        assert one.day is not None and other.day is not None
        if one.day.agrees(other.day) and _separate(one, other, identities):
            yield Probable(one, other, _same_day(one, other))


def _of_only_day(
    undated: Profile, by_day: Mapping[tuple[int, int], Sequence[Profile]], identities: Identities
) -> Iterator[Probable]:
    """The undated document with those of the one day told of in the days it can be from."""
    period = undated.period
    if period is None or period.start is None or period.end is None:
        return
    dated = [
        profile
        for same in by_day.values()
        for profile in same
        if profile.day and profile.day.year and _within(profile.day, period)
    ]
    if len({profile.day for profile in dated}) != 1 or len(dated) > _MOST:
        return
    for profile in dated:
        if _separate(undated, profile, identities):
            one, other = sorted((undated, profile), key=_order)
            yield Probable(one, other, _in_period(one, other))


def _pair_order(pair: Probable) -> tuple[object, ...]:
    return (*_order(pair.one), *_order(pair.other))


def _order(profile: Profile) -> tuple[str, str, Span]:
    return profile.identifier, profile.document, profile.quote


def _separate(one: Profile, other: Profile, identities: Identities) -> bool:
    """Whether the two are not yet one document, and could be."""
    if identities.name(one.identifier) == identities.name(other.identifier):
        return False
    together = (*identities.members(one.identifier), *identities.members(other.identifier))
    files = [each for each in together if family(each) == "file"]
    return contradict(together) is None and len(files) < 2


def _within(day: Day, period: Period) -> bool:
    assert day.year is not None
    return period.covers(date(day.year, day.month, day.day))


def _same_day(one: Profile, other: Profile) -> str:
    day = max(one.day, other.day, key=lambda each: bool(each and each.year))
    return because("same programme", programme=describe.programme(one.programme), day=day)


def _in_period(one: Profile, other: Profile) -> str:
    undated, dated = (one, other) if one.day is None else (other, one)
    assert undated.period is not None
    name, when = describe.programme(one.programme), periods.words(undated.period)
    return because("same programme undated", programme=name, day=dated.day, when=when)
