"""What the table of persons knows of a name as it is printed, by its letters."""

from __future__ import annotations

from functools import cache, lru_cache

from kg.authority.load import name_variants, persons
from kg.text import fold


def is_known(name: str) -> bool:
    """Whether the table of persons holds someone printed with this family name.

    >>> is_known("Van Nispen"), is_known("van der staaij"), is_known("Nispen")
    (True, True, False)
    """
    return _letters(name) in _family_names()


def is_known_in_full(name: str) -> bool:
    """Whether the table holds this family name, alone or behind a given name of someone there.

    >>> is_known_in_full("Inge van Dijk"), is_known_in_full("Omtzigt"), is_known_in_full("Inge")
    (True, True, False)
    """
    given, _, family = name.partition(" ")
    return is_known(name) or is_given(given) and is_known(family) or is_person(name)


def is_given(name: str) -> bool:
    """Whether someone in the table of persons bears this given name.

    >>> is_given("Jasper"), is_given("Omtzigt")
    (True, False)
    """
    return _letters(name) in _given_names()


def is_person(name: str) -> bool:
    """Whether someone in the table of persons is called so in full.

    >>> is_person("Mei Li Vos"), is_person("Mei Li Bos")
    (True, False)
    """
    return _letters(name) in _full_names()


@cache
def opens_two() -> frozenset[str]:
    """The first words of given names of two words.

    >>> "Mei" in opens_two()
    True
    """
    return frozenset(p.given.split()[0] for p in persons() if p.given and " " in p.given)


@lru_cache(maxsize=4096)
def _letters(name: str) -> str:
    return fold(name)


@cache
def _full_names() -> frozenset[str]:
    return frozenset(fold(person.full_name) for person in persons())


@cache
def _family_names() -> frozenset[str]:
    own = {fold(n) for p in persons() for n in (p.family_name, *p.other_names)}
    # "Van Vroonhoven", who is Van Vroonhoven-Kok; without its "van" a name is another's too.
    printed = {fold(v.printed) for v in name_variants() if v.kind != "zonder tussenvoegsel"}
    return frozenset(own | printed)


@cache
def _given_names() -> frozenset[str]:
    """Given names, whole and by their first word."""
    return frozenset(
        fold(name) for p in persons() if p.given for name in (p.given, p.given.split()[0])
    )
