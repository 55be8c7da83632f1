"""The papers that a wish is about, and the things it names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pyoxigraph as ox

from kg.rdf import RdfGraph
from kg.vocabulary import expand, key_of

_BY = ("signedBy", "coSignedBy", "submittedBy")
_FOR = ("onBehalfOf",)


@dataclass(frozen=True, slots=True)
class _Held:
    """A post held by a person from a day until another; an open end is the empty text."""

    person: str
    post: str
    start: str
    end: str

    def on(self, day: str) -> bool:
        """Whether it was held on this day, written as ISO does."""
        return self.start <= day and (not self.end or day <= self.end)


class Papers:
    """The papers of one graph, looked up by what they are tied to or by day."""

    def __init__(self, graph: RdfGraph) -> None:
        self._find = graph.store.quads_for_pattern
        self._base = graph.base

    def are(self, address: str) -> bool:
        """Whether a thing is a paper."""
        return key_of(address, base=self._base).startswith("document/")

    def of_dossier(self, dossier: str) -> set[str]:
        """The papers in a dossier."""
        return set(self._tied(("inDossier",), dossier))

    def of_minister(self, address: str) -> set[str]:
        """What a person signed or submitted and what was written on a post's behalf.

        A person also has what was written on behalf of a post in the days they held it; a post
        what its holders signed or submitted in their days. A paper without a day is not among
        these, for nobody knows whose it is.
        """
        found = set(self._tied((*_BY, *_FOR), address))
        for held in self._held(address):
            own = held.person == address
            others = self._tied(_FOR, held.post) if own else self._tied(_BY, held.person)
            found.update(paper for paper in others if any(map(held.on, self._days(paper))))
        return found

    def since(self, day: date) -> set[str]:
        """The papers dated on this day or after it."""
        first = day.isoformat()
        dated = self._find(None, ox.NamedNode(expand("dcterms:date")), None)
        return {
            quad.subject.value
            for quad in dated
            if isinstance(quad.object, ox.Literal)
            and quad.object.value >= first
            and isinstance(quad.subject, ox.NamedNode)
            and self.are(quad.subject.value)
        }

    def _tied(self, relations: tuple[str, ...], address: str) -> Iterator[str]:
        for name in relations:
            for quad in self._find(None, ox.NamedNode(expand(name)), ox.NamedNode(address)):
                assert isinstance(quad.subject, ox.NamedNode)
                yield quad.subject.value

    def _held(self, address: str) -> list[_Held]:
        """The tenures in which this person held a post, or this post was held."""
        return [
            _Held(
                *(self._value(tenure, each) for each in ("holder", "heldPost", "from", "until"))
            )
            for tenure in self._tied(("holder", "heldPost"), address)
        ]

    def _value(self, address: str, name: str) -> str:
        return min(self._values(address, name), default="")

    def _days(self, paper: str) -> list[str]:
        return self._values(paper, "dcterms:date")

    def _values(self, address: str, name: str) -> list[str]:
        found = self._find(ox.NamedNode(address), ox.NamedNode(expand(name)), None)
        return [str(getattr(quad.object, "value", "")) for quad in found]
