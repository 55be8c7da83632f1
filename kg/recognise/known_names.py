"""What the table of persons knows of a name in a text."""

from __future__ import annotations

from functools import cache, lru_cache

from kg.authority.printed import family_names, given_names
from kg.text import fold


def is_known(name: str) -> bool:
    """Whether the table of persons holds someone printed with this family name.

    >>> is_known("Van Nispen"), is_known("van der staaij"), is_known("Nispen")
    (True, True, False)
    """
    return _letters(name) in family_names()


def is_known_in_full(name: str) -> bool:
    """Whether the table holds this family name, alone or behind a given name of someone there.

    >>> is_known_in_full("Inge van Dijk"), is_known_in_full("Omtzigt"), is_known_in_full("Inge")
    (True, True, False)
    """
    given, _, family = name.partition(" ")
    if is_known(name) or bool(family) and is_given(given) and is_known(family):
        return True
    return " " in family and is_full_name(name)


def is_given(name: str) -> bool:
    """Whether someone in the table of persons bears this given name.

    >>> is_given("Jasper"), is_given("Omtzigt")
    (True, False)
    """
    return _letters(name) in given_names()


@lru_cache(maxsize=4096)
def _letters(name: str) -> str:
    return fold(name)


def is_full_name(name: str) -> bool:
    """Whether someone in the table with a given name of two words is called so in full.

    >>> is_full_name("Mei Li Vos"), is_full_name("Mei Li Bos")
    (True, False)
    """
    return _letters(name) in _with_two()


@cache
def _with_two() -> frozenset[str]:
    from kg.authority import persons

    return frozenset(
        fold(f"{p.given} {p.family_name}") for p in persons() if p.given and " " in p.given
    )


@cache
def opens_two() -> frozenset[str]:
    """The first words of given names of two words.

    >>> "Mei" in opens_two()
    True
    """
    from kg.authority import persons

    return frozenset(p.given.split()[0] for p in persons() if p.given and " " in p.given)
