"""How people are printed, and where they sat or served when.

Names come in three strengths: as the tables print them ("Van der Staaij", "Agnes Mulder"), as a
known variant within its period ("Smulders"), and shortened (the first half of a double name, the
name without its prefix), which counts only where nothing stronger fits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from kg.authority.load import members, name_variants, offices, persons, tenures
from kg.authority.names import fold
from kg.authority.records import Person
from kg.model import Period

_PREFIX = re.compile(
    r"(?i)^(?:(?:van|de|der|den|het|ten|ter|te|in|op|la|le|el|al|di|da|'t|’t|tot)\s+){1,3}"
)


class Strength(IntEnum):
    """How a printed form stands to a person's name; the lower, the stronger."""

    PRINTED = 0
    VARIANT = 1
    SHORTENED = 2


@dataclass(frozen=True, slots=True)
class Form:
    """A person under one printed form; ``period`` bounds a variant's use."""

    person: str
    strength: Strength
    kind: str
    period: Period


@dataclass(frozen=True, slots=True)
class Stay:
    """A period in a chamber (``TK``, ``EK``) or a post (``minister``, ``staatssecretaris``)."""

    where: str
    period: Period
    party: str | None


ALWAYS = Period(None, None)


@cache
def forms() -> dict[str, tuple[Form, ...]]:
    """Every folded printed form with the people it may mean, the strongest first.

    >>> [form.person for form in forms()["smulders"]]
    ['p-paul-smeulders']
    """
    found: dict[str, dict[str, Form]] = {}
    for key, form in _forms():
        known = found.setdefault(key, {})
        if form.person not in known or form.strength < known[form.person].strength:
            known[form.person] = form
    return {
        key: tuple(sorted(known.values(), key=lambda form: (form.strength, form.person)))
        for key, known in found.items()
    }


def _forms() -> Iterator[tuple[str, Form]]:
    for person in persons():
        names = (person.family_name, *person.other_names)
        for printed in (*names, person.full_name):
            yield fold(printed), Form(person.id, Strength.PRINTED, "printed", ALWAYS)
        for first in filter(None, (person.given, person.initials)):
            for name in names:
                yield fold(first + name), Form(person.id, Strength.PRINTED, "printed", ALWAYS)
        for short, kind in _shortened(person.family_name):
            yield fold(short), Form(person.id, Strength.SHORTENED, kind, ALWAYS)
    for variant in name_variants():
        form = Form(variant.person, Strength.VARIANT, variant.kind, variant.period)
        yield fold(variant.printed), form


def _shortened(name: str) -> Iterator[tuple[str, str]]:
    first, hyphen, _ = name.partition("-")
    if hyphen and len(fold(first)) > 2:
        yield first, "first half of a double name"
    bare = _PREFIX.sub("", name)
    if bare != name:
        yield bare, "without its prefix"


@cache
def stays() -> dict[str, tuple[Stay, ...]]:
    """Where each person sat or served, by person.

    >>> [stay.where for stay in stays()["p-conny-helder"]]
    ['minister', 'minister']
    """
    roles = {post.id: post.role for post in offices()}
    found: dict[str, list[Stay]] = {person.id: [] for person in persons()}
    for member in members():
        found[member.person].append(Stay(member.chamber, member.period, member.party))
    for tenure in tenures():
        low = roles[tenure.office] == "staatssecretaris"
        where = "staatssecretaris" if low else "minister"
        found[tenure.person].append(Stay(where, tenure.period, tenure.party))
    return {person: tuple(all_) for person, all_ in found.items()}


@cache
def people() -> dict[str, Person]:
    """The people of the table by their id.

    >>> people()["p-conny-helder"].full_name
    'Conny Helder'
    """
    return {person.id: person for person in persons()}
