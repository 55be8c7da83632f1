"""What parties are called: which one a printed name means, and which words are such names."""

from __future__ import annotations

from functools import cache

from kg.authority.load import party_names


def key(printed: str) -> str:
    """A party's name as it is compared: letters and digits, the same for all that the table knows.

    >>> key("CU") == key("ChristenUnie"), key("Groep Van Haga")
    (True, 'groepvanhaga')
    """
    bare = _bare(printed)
    return _keys().get(bare, bare)


def is_same(one: str, other: str) -> bool:
    """Whether two printed names mean one party, or one of them merged into the other.

    >>> is_same("GL", "GroenLinks-PvdA"), is_same("GL", "PvdA")
    (True, False)
    """
    first, second = key(one), key(other)
    return second in (first, _merged().get(first)) or first == _merged().get(second)


def is_party(word: str) -> bool:
    """Whether one word, in whatever case, is the name of a party.

    >>> is_party("GroenLinks"), is_party("cu"), is_party("Partij")
    (True, True, False)
    """
    return word.casefold() in _words()


def _bare(name: str) -> str:
    return "".join(filter(str.isalnum, name.lower()))


@cache
def _keys() -> dict[str, str]:
    return {_bare(name): _bare(p.name) for p in party_names() for name in p.aliases}


@cache
def _merged() -> dict[str, str]:
    return {_bare(p.name): _bare(p.merged_into) for p in party_names() if p.merged_into}


@cache
def _words() -> frozenset[str]:
    names = (name.casefold() for p in party_names() for name in (p.name, *p.aliases))
    return frozenset(name for name in names if " " not in name)
