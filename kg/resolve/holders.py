"""Who held a post on a day: by the tenures, both days inclusive."""

from __future__ import annotations

from functools import cache, lru_cache

from kg.authority import Person, Tenure, offices, tenures
from kg.authority.names import fold
from kg.authority.people import people
from kg.model import Candidate, Resolution
from kg.reasons import because
from kg.resolve import periods
from kg.resolve.periods import When

GRACE = 7  # days a title or a holder stays in use around a handover or a vacancy
EXACT, NEAR, PAST = 0.99, 0.9, 0.8


@lru_cache(maxsize=16384)
def holder(post: str, day: When, *, name: str | None = None) -> Resolution:
    """Who held ``post`` (its id or key) on ``day``; both candidates on a handover day.

    A vacancy of up to a week goes to the nearest holder; an unknown day (a period) is answered
    only when one person fits all of it. ``name`` is the printed name, where known.

    >>> from datetime import date
    >>> holder("post/stas-vws", date(2022, 2, 14)).key
    'person/p-maarten-van-ooijen'
    >>> holder("stas-vws", date(2021, 2, 15)).key
    'person/p-paul-blokhuis'
    """
    own = _tenures().get(post.removeprefix("post/"), ())
    if not own:
        return Resolution(None, because("no holder"))
    reach = min(periods.distance(tenure.period, day) for tenure in own)
    if reach > GRACE:
        return Resolution(None, because("nobody held", when=periods.words(day)))
    held = [tenure for tenure in own if periods.distance(tenure.period, day) == reach]
    if name is not None:
        around = [t for t in own if periods.distance(t.period, day) <= GRACE]
        held = [t for t in around if _is_named(people()[t.person], name)] or held
    held_by = list(dict.fromkeys(tenure.person for tenure in held))
    if len(held_by) > 1:
        return Resolution(
            None,
            because("several held", number=len(held_by), when=periods.words(day)),
            tuple(_person_candidate(tenure) for tenure in held),
        )
    return _held(held[0], day, reach)


def held_as(post: str, day: When, name: str) -> bool:
    """Whether a holder of ``post`` around ``day`` prints as ``name``.

    >>> from datetime import date
    >>> held_as("mzp-lzs", date(2022, 2, 14), "Conny Helder")
    True
    """
    return any(
        periods.distance(tenure.period, day) <= GRACE
        and _is_named(people()[tenure.person], name)
        for tenure in _tenures().get(post, ())
    )


def _is_named(person: Person, name: str) -> bool:
    """Whether a printed name ends in one of the person's family names."""
    printed = fold(name)
    return any(printed.endswith(fold(own)) for own in (person.family_name, *person.other_names))


def _held(tenure: Tenure, day: When, reach: int) -> Resolution:
    acting, name = " acting" if tenure.acting else "", people()[tenure.person].full_name
    if not reach:
        reason = because(f"held{acting}", name=name, when=periods.words(day))
        return Resolution(f"person/{tenure.person}", reason, confidence=EXACT)
    reason = because(f"held near{acting}", name=name, days=reach)
    return Resolution(f"person/{tenure.person}", reason, confidence=PAST)


def _person_candidate(tenure: Tenure) -> Candidate:
    person = people()[tenure.person]
    start, end = tenure.period.start, tenure.period.end or "now"
    return Candidate(person.key, person.full_name, 0.5, f"held {tenure.office} {start} to {end}")


@cache
def _tenures() -> dict[str, tuple[Tenure, ...]]:
    found: dict[str, tuple[Tenure, ...]] = {post.id: () for post in offices()}
    for tenure in tenures():
        found[tenure.office] = (*found.get(tenure.office, ()), tenure)
    return found
