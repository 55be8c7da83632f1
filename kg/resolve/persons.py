"""Which person a printed name means on a day: the role and the date decide between namesakes.

The order of trust: the name as the tables print it, a known variant, a shortened name; failing
these the same within forty days of a membership (a motion outlives its submitter's seat), and
last a name a slip away. The first of these that fits anyone decides; two that fit stay candidates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.authority import parties
from kg.authority.names import fold, slips
from kg.authority.people import Form, Strength, forms, people, stays
from kg.model import Candidate, Resolution
from kg.reasons import because
from kg.resolve import periods
from kg.resolve.periods import When

NEARBY = 40  # days a name stays in use around a membership or a tenure
_MAX_NAME = 80  # code points; a longer text is no name

_TITLES = re.compile(
    r"""(?ix) ^ (?: (?: de|het|den )?\s* (?: heer|mevrouw|mw|mevr|dhr|leden|lid|kamerlid|
    tweede\s+kamerlid|senator|minister|staatssecretaris|oud-minister|drs|dr|mr|ir|ing|prof|
    jhr|jkvr|ds ) \b \.? \s* ){1,6}"""
)
_AFTER = re.compile(r"(?i)(?:,?\s+(?:c\.?\s?s\.?|msc|ma|mba|mpa|llm|bsc|phd|ra)\b\.?)+\s*$")
_INITIALS = re.compile(r"^((?:(?:[A-Z]|Ch|Th|Ph|Sj|Tj|Jr|IJ)\.\s?){1,6})(?=\S)")
_PARTY = re.compile(r"\s*\(([^()]{1,40})\)\s*")

_MEMBER, _MINISTERS = ("TK", "EK"), ("minister", "staatssecretaris")
_POOLS: dict[str, tuple[tuple[str, ...], ...]] = {
    "lid": (("TK",), ("EK",)),
    "minister": (("minister",), ("staatssecretaris",)),
    "staatssecretaris": (("staatssecretaris",), ("minister",)),
    "bewindspersoon": (_MINISTERS,),
    "": (("TK", *_MINISTERS), ("EK",)),
}
_ROLES = (
    ("lid", ("lid", "leden", "motie", "amendement", "kamerlid", "member", "indiener")),
    ("staatssecretaris", ("staatssecretaris", "stas")),
    ("minister", ("minister", "premier")),
    ("bewindspersoon", ("bewinds",)),
)
_CONFIDENCE = {Strength.PRINTED: 0.99, Strength.VARIANT: 0.9, Strength.SHORTENED: 0.9}
_SLIP, _AROUND, _OTHER_POOL, _NO_ROLE = 0.7, 0.85, 0.9, 0.95


@dataclass(frozen=True, slots=True)
class _Name:
    """A printed name taken apart: what is left of it, and what stood around it."""

    core: str
    initials: str
    party: str | None
    role: str


@dataclass(frozen=True, slots=True)
class _Fit:
    """A person the name may mean: how strong, how far from the day, and why."""

    person: str
    confidence: float
    why: str
    differs: bool


@lru_cache(maxsize=32768)
def resolve_person(
    name: str,
    day: When,
    *,
    role: str | None = None,
    party: str | None = None,
    chamber: str | None = None,
) -> Resolution:
    """The person that ``name`` means on ``day`` (a period or ``None`` where it is unknown).

    ``role`` is a printed role ("lid", "motie", "minister", "staatssecretaris"); without one
    members and bewindspersonen both count. ``chamber`` is ``TK`` or ``EK``; a lid without it is
    sought in the Tweede Kamer first. A spelling that is not the person's own is ``as_written``.

    >>> from datetime import date
    >>> resolve_person("Helder", date(2022, 6, 10), role="motie").key
    'person/p-lilian-helder'
    >>> resolve_person("minister Helder", date(2022, 6, 10)).key
    'person/p-conny-helder'
    >>> found = resolve_person("Smulders", date(2021, 2, 15), role="lid")
    >>> found.key, found.as_written
    ('person/p-paul-smeulders', 'Smulders')
    """
    printed = _parse(name)
    if not printed.core:
        return Resolution(None, because("no name"))
    wanted = _role(role) or printed.role
    pools = ((chamber,),) if chamber and wanted in ("", "lid") else _POOLS[wanted]
    for fits in _tiers(printed, day, pools, fuzzy=bool(wanted)):
        if fits:
            return _decide(printed, fits, party or printed.party, day, wanted)
    return Resolution(None, because("nobody", name=printed.core, when=periods.words(day)))


@lru_cache(maxsize=8192)
def _parse(name: str) -> _Name:
    """The name without titles, party and initials; the role its titles tell."""
    text = " ".join(name[: 4 * _MAX_NAME].split())[:_MAX_NAME]
    found = _PARTY.search(text)
    text = _PARTY.sub(" ", text).strip(" ,.;:")
    titles = _TITLES.match(text)
    if titles and titles.end() < len(text):
        text = text[titles.end() :]
    text = _AFTER.sub("", text)
    initials = _INITIALS.match(text)
    role = _role(titles.group()) if titles else ""
    if initials is None:
        return _Name(text, "", found and found[1], role)
    return _Name(text[initials.end() :], initials[1], found and found[1], role)


@lru_cache(maxsize=1024)
def _role(printed: str | None) -> str:
    """The role a printed word stands for; empty where it tells none."""
    low = (printed or "").lower()
    return next((role for role, cues in _ROLES if any(cue in low for cue in cues)), "")


def _tiers(
    name: _Name, day: When, pools: Sequence[tuple[str, ...]], *, fuzzy: bool
) -> Iterable[list[_Fit]]:
    """The people who fit, the most trusted first; later ones are sought only when needed."""
    known = forms().get(fold(name.core), ())
    for reach in (0, NEARBY):
        for strength in Strength:
            for number, pool in enumerate(pools):
                yield [
                    _fit(form, reach, number)
                    for form in known
                    if form.strength == strength and _serves(form, day, reach, pool)
                ]
    if fuzzy:
        for number, pool in enumerate(pools):
            yield _slipped(fold(name.core), day, pool, number)


def _serves(form: Form, day: When, reach: int, pool: Sequence[str]) -> bool:
    """Whether the person sat or served in the pool within ``reach`` days of ``day``."""
    if periods.distance(form.period, day) > reach:
        return False
    return _near(form.person, day, pool) <= reach


def _near(person: str, day: When, pool: Sequence[str]) -> float:
    """The distance in days from ``day`` to a person's nearest stay in the pool."""
    own = (stay.period for stay in stays()[person] if stay.where in pool)
    reach = periods.nearest(own, day)
    return float("inf") if reach is None else reach


def _fit(form: Form, reach: int, pool: int) -> _Fit:
    confidence = _CONFIDENCE[form.strength]
    if "fout" in form.kind or form.kind == "spelling":
        confidence = 0.8
    confidence *= (_AROUND if reach else 1) * (_OTHER_POOL if pool else 1)
    why = form.kind if not reach else f"{form.kind}, within {reach} days"
    return _Fit(form.person, round(confidence, 3), why, form.strength != Strength.PRINTED)


def _slipped(core: str, day: When, pool: Sequence[str], number: int) -> list[_Fit]:
    """Those of the pool whose printed name is a slip away (two in a long name)."""
    near = {
        form.person
        for form in _near_forms(core)
        if form.strength == Strength.PRINTED and _serves(form, day, 0, pool)
    }
    confidence = round(_SLIP * (_OTHER_POOL if number else 1), 3)
    return [_Fit(person, confidence, "a slip away", True) for person in sorted(near)]


@lru_cache(maxsize=4096)
def _near_forms(core: str) -> tuple[Form, ...]:
    """The forms whose folded name is a slip away, whenever they were in use."""
    limit = 0 if len(core) < 5 else 1 if len(core) < 9 else 2
    letters = _letters(core)
    found: list[Form] = []
    for length in range(len(core) - limit, len(core) + limit + 1) if limit else ():
        for key, others in _by_length().get(length, ()):
            if (letters ^ others).bit_count() <= 2 * limit and slips(core, key, limit) is not None:
                found += forms()[key]
    return tuple(found)


@cache
def _by_length() -> dict[int, tuple[tuple[str, int], ...]]:
    """The folded names with their letters, by length: most names are soon out of the question."""
    found: dict[int, list[tuple[str, int]]] = {}
    for key in sorted(forms()):
        found.setdefault(len(key), []).append((key, _letters(key)))
    return {length: tuple(names) for length, names in found.items()}


def _letters(name: str) -> int:
    """The letters a folded name has, a bit for each from a to z."""
    return sum(1 << ord(letter) - ord("a") for letter in set(name))


def _decide(
    name: _Name, fits: list[_Fit], party: str | None, day: When, role: str
) -> Resolution:
    """The one who is left when initials and party have had their say."""
    left = [fit for fit in fits if _initials_fit(fit.person, name.initials)] or fits
    if party:
        same = [fit for fit in left if _party_fits(fit.person, party)]
        if not same:
            return _unclear(left, because("nobody of party", party=party, name=name.core))
        left = same
    if len(left) > 1:
        when = periods.words(day)
        why = because("several people", number=len(left), name=name.core, when=when)
        return _unclear(left, why)
    fit = left[0]
    confidence = fit.confidence * (1 if role or party else _NO_ROLE)
    written = name.core if fit.differs else None
    reason = f"{fit.why} name of {people()[fit.person].full_name} {periods.words(day)}"
    return Resolution(f"person/{fit.person}", reason, (), round(confidence, 3), written)


def _initials_fit(person: str, initials: str) -> bool:
    """Whether a printed first initial is that of the given name or the initials."""
    if not initials:
        return True
    record = people()[person]
    first = fold(initials)[:1]
    return any(fold(own)[:1] == first for own in (record.given, record.initials) if own)


def _party_fits(person: str, party: str) -> bool:
    """Whether the person ever sat for the party, merged parties and split-offs included."""
    own = {stay.party for stay in stays()[person] if stay.party}
    if any(parties.is_same(party, other) for other in own):
        return True
    wanted = parties.key(party)
    return len(wanted) > 4 and any(wanted in parties.key(other) for other in own)


def _unclear(fits: Sequence[_Fit], reason: str) -> Resolution:
    share = round(1 / len(fits), 3)
    return Resolution(
        None,
        reason,
        tuple(
            Candidate(f"person/{fit.person}", people()[fit.person].full_name, share, fit.why)
            for fit in fits
        ),
    )
