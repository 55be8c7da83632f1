"""Whether every edge has its statement and every statement its edge, in one pass.

The shapes say so in SPARQL, one query for each relation. Where the edges seen are just those the
statements are about, no query can find anything, and none needs to be run.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.validate.checks import Values
from kg.vocabulary import PREFIXES, text_of

_PARTS = tuple(PREFIXES["rdf"] + name for name in ("subject", "predicate", "object"))


class Pairs:
    """Takes every thing of a graph in; remembers a fingerprint of each edge.

    >>> import pyoxigraph as ox
    >>> cites, pairs = ox.NamedNode("https://e.org/cites"), Pairs(["https://e.org/cites"])
    >>> one, other = ox.NamedNode("https://e.org/1"), ox.NamedNode("https://e.org/2")
    >>> pairs.add(one.value, {cites.value: [other]})
    >>> pairs.sound
    False
    >>> pairs.add("https://e.org/s", dict(zip(_PARTS, ([one], [cites], [other]))))
    >>> pairs.sound
    True
    """

    def __init__(self, relations: Iterable[str]) -> None:
        self._relations = frozenset(relations)
        self._edges: set[int] = set()
        self._shown: set[int] = set()
        self._single = True

    def add(self, name: str, values: Values) -> None:
        """Take in one thing by its name and what is said of it."""
        for relation in self._relations.intersection(values):
            self._edges.update(hash((name, relation, str(each))) for each in values[relation])
        if _PARTS[0] in values:
            self._statement(values)

    @property
    def sound(self) -> bool:
        """Whether the edges are just those that statements are about."""
        return self._single and self._edges == self._shown

    def _statement(self, values: Values) -> None:
        parts = [values.get(part, []) for part in _PARTS]
        if any(len(part) > 1 for part in parts):
            self._single = False  # which edge it is about is not clear: the queries shall say
        elif all(parts):
            (subject,), (relation,), (thing,) = parts
            self._shown.add(hash((text_of(subject), text_of(relation), str(thing))))
