"""Which identifiers name one and the same document: a union that refuses contradictions.

A document is known by a Kamerstuk number, a document number, a kenmerk or a file. Joins are
proposed with a reason, then made in one fixed order, so that the order of input never matters. A
join that would give one document two Kamerstuk numbers (or two document numbers, …) is refused
and reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

# The first family that an identifier fits names the node; a document has one of each at most.
FAMILIES: tuple[tuple[str, str], ...] = (
    ("kst", r"kst-"),
    ("ah", r"ah-"),
    ("h", r"h-"),
    ("publication", r"(?:stb|stcrt|trb|blg)-"),
    ("document", r"\d{4}D\d+"),
    ("case", r"\d{4}Z\d+"),
    ("activity", r"\d{4}[AP]\d+"),
    ("kenmerk", r"kenmerk:"),
    ("file", r"file-"),
)
_AGAIN = re.compile(r"-[hn]\d{1,2}\Z")
_FAMILY = re.compile("|".join(f"(?P<f{n}>{pattern})" for n, (_, pattern) in enumerate(FAMILIES)))


@lru_cache(1 << 14)
def family(identifier: str) -> str:
    """The family an identifier belongs to, ``other`` when it is none of the known ones.

    >>> family("kst-25295-1892"), family("2022D47993"), family("kenmerk:3382139-1030472-PG")
    ('kst', 'document', 'kenmerk')
    """
    match = _FAMILY.match(identifier)
    return FAMILIES[int(match.lastgroup[1:])][0] if match and match.lastgroup else "other"


class Join(NamedTuple):
    """A proposal: these two identifiers name one document, for this reason.

    Lower ``rank`` goes first: 0 what the document says of itself, 1 a table or the register,
    2 what another document prints side by side.
    """

    rank: int
    one: str
    other: str
    reason: str


@dataclass
class Identities:
    """The identifiers of each document, after all joins that do not contradict."""

    refused: list[str] = field(default_factory=list)
    _parent: dict[str, str] = field(default_factory=dict)
    _members: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, joins: Iterable[Join]) -> Identities:
        """The identities that follow from ``joins``, the same for any order of them.

        >>> same = Identities.of([Join(2, "kst-25424-630", "2022D47993", "one footnote")])
        >>> same.name("2022D47993"), same.members("2022D47993")
        ('kst-25424-630', ('kst-25424-630', '2022D47993'))
        """
        joining = _Joining()
        for join in sorted(set(joins)):
            joining.add(join)
        members = {root: tuple(sorted(found, key=_rank)) for root, found in joining.found.items()}
        return cls(joining.refused, joining.parent, members)

    def together(self) -> Iterator[tuple[str, ...]]:
        """The identifiers of each document that has several, in no particular order."""
        return iter(self._members.values())

    def name(self, identifier: str) -> str:
        """The identifier that names the document ``identifier`` belongs to."""
        return self.members(identifier)[0]

    def names(self) -> dict[str, str]:
        """The name of every identifier of a document that has several.

        >>> Identities.of([Join(2, "kst-25424-630", "2022D47993", "one footnote")]).names()
        {'kst-25424-630': 'kst-25424-630', '2022D47993': 'kst-25424-630'}
        """
        return {each: members[0] for members in self._members.values() for each in members}

    def members(self, identifier: str) -> tuple[str, ...]:
        """Every identifier of the document, the naming one first."""
        root = _root(self._parent, identifier)
        return self._members.get(root, (identifier,))


class _Joining:
    """Identities while they are joined: by its root, what each document is called, in no order.

    A kenmerk that thousands of papers print makes one document of all these: of each only those
    few are kept in order that may contradict others.
    """

    def __init__(self) -> None:
        self.refused: list[str] = []
        self.parent: dict[str, str] = {}
        self.found: dict[str, list[str]] = {}
        self._telling: dict[str, tuple[str, ...]] = {}

    def add(self, join: Join) -> None:
        """Make a join, unless it contradicts those before it."""
        one, other = _root(self.parent, join.one), _root(self.parent, join.other)
        if one == other:
            return
        telling = (*self._told(one), *self._told(other))
        clash = contradict(telling)
        if clash:
            self.refused.append(
                f"{join.one} and {join.other} are not taken for one document ({join.reason}): "
                f"it would be {' and '.join(clash)}"
            )
            return
        few, many = sorted((self.found.get(one, [one]), self.found.pop(other, [other])), key=len)
        many += few  # the shorter to the longer, so that no name is moved often
        self.found[one] = many
        self.parent[other] = one
        self._telling[one] = tuple(sorted(telling, key=_rank))
        self._telling.pop(other, None)

    def _told(self, root: str) -> tuple[str, ...]:
        known = self._telling.get(root)
        return (() if family(root) in _FREE else (root,)) if known is None else known


def _root(parent: dict[str, str], identifier: str) -> str:
    """What stands for all identifiers of a document; ways to it are halved as they are gone."""
    while (above := parent.get(identifier, identifier)) != identifier:
        parent[identifier] = identifier = parent.get(above, above)
    return identifier


# A document may have any number of these.
_FREE = frozenset(("file", "other", "kenmerk", "activity"))
_ORDER: Mapping[str, int] = {name: n for n, (name, _) in enumerate(FAMILIES)}


def _rank(identifier: str) -> tuple[int, int, str]:
    return _ORDER.get(family(identifier), len(_ORDER)), len(identifier), identifier


def contradict(identifiers: Iterable[str]) -> tuple[str, str] | None:
    """Two identifiers of one family, which no single document has; ``None`` when all agree.

    >>> contradict(["kst-1-2", "2022D47993", "kst-1-3"])
    ('kst-1-2', 'kst-1-3')
    """
    seen: dict[str, str] = {}
    for identifier in identifiers:
        kind = family(identifier)
        if kind in _FREE:
            continue
        # A reprint (-h1) or correction (-n1) is the same paper, printed again.
        known = seen.setdefault(kind, identifier)
        if _AGAIN.sub("", known) != _AGAIN.sub("", identifier):
            return known, identifier
    return None
