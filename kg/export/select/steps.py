"""From one thing of a graph to the next, over relations in both directions, looked up by index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.rdf import TYPE, RdfGraph
from kg.vocabulary import expand, of_role

#: What has more neighbours than this is shown, but not walked on through.
HUB = 200
_ORGANISATIONS = ("Ministry", "Chamber")
_HOLDER, _POST = (ox.NamedNode(expand(name)) for name in ("holder", "heldPost"))
_READ_FROM = ox.NamedNode(expand("readFrom"))
_OTHER_END = {_HOLDER: _POST, _POST: _HOLDER}


class Steps:
    """The neighbours of the things of one graph, by IRI.

    A step is a relation, in either direction, or a post held: what the page draws as a line.
    """

    def __init__(self, graph: RdfGraph) -> None:
        self._find = graph.store.quads_for_pattern
        self._relations = {ox.NamedNode(expand(name)) for name in of_role("relation")}
        self._apart = {ox.NamedNode(expand(name)) for name in _ORGANISATIONS}

    def from_here(self, address: str) -> Iterator[str]:
        """What a thing points at; once for each relation."""
        for quad in self._find(ox.NamedNode(address), None, None):
            if quad.predicate in self._relations:
                assert isinstance(quad.object, ox.NamedNode)
                yield quad.object.value

    def to_here(self, address: str) -> Iterator[str]:
        """What points at a thing, and for a person or a post the other end of a tenure."""
        for quad in self._find(None, None, ox.NamedNode(address)):
            assert isinstance(quad.subject, ox.NamedNode)
            if quad.predicate in self._relations:
                yield quad.subject.value
            elif quad.predicate in _OTHER_END:
                for tenure in self._find(quad.subject, _OTHER_END[quad.predicate], None):
                    assert isinstance(tenure.object, ox.NamedNode)
                    yield tenure.object.value

    def near(self, address: str, most: int | None = None) -> set[str] | None:
        """All neighbours of a thing; ``None`` where it has more than ``most``."""
        found: set[str] = set()
        for way in (self.from_here, self.to_here):
            for other in way(address):
                found.add(other)
                if most is not None and len(found) > most:
                    return None
        return found - {address}

    def is_organisation(self, address: str) -> bool:
        """Whether it is a ministry or a chamber, to which nearly everything is tied."""
        kinds = self._find(ox.NamedNode(address), ox.NamedNode(TYPE), None)
        return any(quad.object in self._apart for quad in kinds)

    def walk(self, starts: Iterable[str], depth: int) -> tuple[dict[str, int], list[str]]:
        """Each thing within so many steps with how many it takes; and the hubs in between.

        Nothing is reached through a hub, be it an organisation or what has more than :data:`HUB`
        neighbours, unless the way starts there.
        """
        steps = dict.fromkeys(sorted(starts), 0)
        hubs: list[str] = []
        ring = list(steps)
        for step in range(1, depth + 1):
            found: set[str] = set()
            for address in ring:
                near = self._on(address, None if step == 1 else HUB)
                if near is None:
                    hubs.append(address)
                found |= near or set()
            ring = sorted(found - steps.keys())
            if not ring:
                break
            steps.update(dict.fromkeys(ring, step))
        return steps, hubs

    def _on(self, address: str, most: int | None) -> set[str] | None:
        if most is not None and self.is_organisation(address):
            return None
        return self.near(address, most)

    def behind(self, addresses: Iterable[str]) -> set[str]:
        """What stands behind these: their files, and the tenures of which both ends are here."""
        within = set(addresses)
        found: set[str] = set()
        for address in sorted(within):
            thing = ox.NamedNode(address)
            found.update(_ends(self._find(thing, _READ_FROM, None), "object"))
            for tenure in _ends(self._find(None, _HOLDER, thing), "subject"):
                posts = self._find(ox.NamedNode(tenure), _POST, None)
                if within.intersection(_ends(posts, "object")):
                    found.add(tenure)
        return found


def _ends(quads: Iterable[ox.Quad], end: str) -> Iterator[str]:
    return (getattr(quad, end).value for quad in quads)
