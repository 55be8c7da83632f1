"""Which thing of a graph a user means: by IRI, key, number, citation or name.

What is known exactly is looked up by index; only names of people, posts, programmes and
organisations are gone through, of which a large graph has few.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg.authority.titles import parse_title, printed_titles
from kg.errors import GraphError, InputError
from kg.export.select.nearest import nearest
from kg.export.select.title import short
from kg.rdf import LABEL, TYPE, RdfGraph
from kg.text import fold, fold_accents
from kg.vocabulary import KINDS, PREFIXES, expand, iri, key_of

#: The canonical ids that a citation in any printed form stands for; none for another text.
Reader = Callable[[str], tuple[str, ...]]

PERSONS = ("Person",)
POSTS = ("Post",)
_NAMED = (*PERSONS, *POSTS, "Programme", "Ministry", "Chamber")
_NUMBERS = (
    "dcterms:identifier", "kg:kenmerk", "kg:documentNumber", "kg:caseNumber", "kg:sourceName",
)  # fmt: skip
_TITLES = ("rdfs:label", "dcterms:title")
# What stands behind things, and is none by itself on a page.
_BEHIND = ("statement/", "file/", "tenure/")
_MOST_SHOWN = 8
_NO_NAME = 3


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one graph."""

    graph: RdfGraph
    read: Reader

    def things(self, text: str) -> list[str]:
        """The things a text means: one, or all papers that share a number such as a case's.

        Raises ``InputError`` for what the graph does not have, with the nearest it has, and for a
        name that several have.
        """
        found = self._known(text) or self._numbered(text)
        if found:
            return found
        ids = self._read(text)
        if len(ids) > 1:
            problem, remedy = f"holds {len(ids)} citations", "give each an --around of its own"
            raise InputError(_quoted("around", text), problem, remedy)
        return self._one("around", text, self._titled(text) or self._by_name(text, _NAMED))

    def dossier(self, text: str) -> str:
        """The dossier a text means; raises ``InputError``."""
        ids = [each for each in self._read(text) if each.startswith("dossier-")]
        keys = [text, f"dossier/{text}", *(each.replace("-", "/", 1) for each in ids)]
        for found in map(self._known, keys):
            if found and self.key(found[0]).startswith("dossier/"):
                return found[0]
        paper = self._known(text) or self._numbered(text)
        if paper:
            problem, remedy = "is no dossier", f"--around {text} shows what is around it"
            raise InputError(_quoted("dossier", text), problem, remedy)
        raise self._unknown("dossier", text, ("Dossier",))

    def minister(self, text: str) -> str:
        """The person or post a text means; raises ``InputError`` also where several fit."""
        known = [each for each in self._known(text) if self._holds(each)]
        return self._one("minister", text, known or self._by_name(text, (*PERSONS, *POSTS)))[0]

    def key(self, address: str) -> str:
        """The key of a thing."""
        return key_of(address, base=self.graph.base)

    def label(self, address: str) -> str:
        """The label of a thing, or its key."""
        found = self._find(address, LABEL)
        return min((each.value for each in found), default=self.key(address))

    def _one(self, wish: str, text: str, found: list[str]) -> list[str]:
        """The one that was found; raises ``InputError`` where there is none, or a choice."""
        if not found:
            kinds = _NAMED if wish == "around" else (*PERSONS, *POSTS)
            raise self._unknown(wish, text, kinds)
        if len(found) == 1:
            return found
        shown = ", ".join(
            f"{self.label(each)} ({self.key(each)})" for each in found[:_MOST_SHOWN]
        )
        more = f" and {len(found) - _MOST_SHOWN} more" if len(found) > _MOST_SHOWN else ""
        raise InputError(_quoted(wish, text), f"may be {shown}{more}", "write one of these keys")

    def _unknown(self, wish: str, text: str, kinds: Iterable[str]) -> InputError:
        near = nearest(self.graph, text, self._read(text), [*self._of_kinds(kinds)])
        lists = "signatories" if wish == "minister" else "documents"
        remedy = f"nearest: {', '.join(near)}" if near else f"kg query --name {lists} lists them"
        return InputError(_quoted(wish, text), "is not in this graph", remedy)

    # --- by what is exact --------------------------------------------------------------------

    def _known(self, text: str) -> list[str]:
        """The thing of this very IRI, key, or name with a prefix."""
        keys = [text, f"document/{text}", *_spelt_out(text)]
        return [there for key in keys if (there := self._there(key))][:1]

    def _there(self, key: str) -> str:
        """The IRI of this key where the graph has such a thing, else nothing."""
        try:
            node = ox.NamedNode(iri(key, base=self.graph.base))
        except (GraphError, ValueError):
            return ""
        if self.key(node.value).startswith(_BEHIND):
            return ""
        facts = self.graph.store.quads_for_pattern(node, ox.NamedNode(TYPE), None)
        return node.value if next(facts, None) is not None else ""

    def _numbered(self, text: str) -> list[str]:
        """The things with this number, in any form it can be cited in; of several, all."""
        ids = self._read(text)
        found: set[str] = set()
        for name in (text, *(ids if len(ids) == 1 else ())):
            found.update(self._known(name))
            found.update(self._with(name, _NUMBERS))
            found.update(self._with(name.removeprefix("kenmerk:"), _NUMBERS))
        return sorted(found)

    def _titled(self, text: str) -> list[str]:
        return sorted(set(self._with(text, _TITLES)))

    def _with(self, text: str, properties: Iterable[str]) -> Iterator[str]:
        """The things that have just this text in one of these properties."""
        literal = ox.Literal(text.encode("utf-8", "replace").decode())
        for name in properties:
            predicate = ox.NamedNode(expand(name))
            for quad in self.graph.store.quads_for_pattern(None, predicate, literal):
                assert isinstance(quad.subject, ox.NamedNode)
                if not self.key(quad.subject.value).startswith(_BEHIND):
                    yield quad.subject.value

    def _find(self, address: str, predicate: str) -> list[ox.Literal]:
        node = ox.NamedNode(address)
        found = self.graph.store.quads_for_pattern(node, ox.NamedNode(predicate), None)
        return [quad.object for quad in found if isinstance(quad.object, ox.Literal)]

    def _read(self, text: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.read(text)))

    # --- by name -----------------------------------------------------------------------------

    def _holds(self, address: str) -> bool:
        return self.key(address).startswith(("person/", "post/"))

    def _of_kinds(self, kinds: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Each thing of these classes with its label, in order."""
        found = {
            quad.subject.value
            for kind in kinds
            for quad in self.graph.store.quads_for_pattern(
                None, ox.NamedNode(TYPE), ox.NamedNode(expand(kind))
            )
            if isinstance(quad.subject, ox.NamedNode)
        }
        return ((address, self.label(address)) for address in sorted(found))

    def _by_name(self, text: str, kinds: Iterable[str]) -> list[str]:
        """The things with this name: the whole name, the family name, else all words of it."""
        posts = printed_titles().get(parse_title(text).key, ())
        if titled := [there for post in posts if (there := self._there(post.key))]:
            return titled
        best: dict[int, list[str]] = {}
        for address, label in self._of_kinds(kinds) if fold(text) else ():
            rank = self._rank(text, address, label)
            best.setdefault(rank, []).append(address)
        return best[min(best)] if best and min(best) < _NO_NAME else []

    def _rank(self, text: str, address: str, label: str) -> int:
        """How well a text names a thing: wholly, by its family name, by some of its words."""
        if fold(label) == fold(text):
            return 0
        family = self._find(address, expand("foaf:familyName"))
        if any(fold(each.value) == fold(text) for each in family):
            return 1
        words = set(fold_accents(text).split())
        return 2 if words <= set(fold_accents(label).split()) else _NO_NAME


def _quoted(wish: str, text: str) -> str:
    """A wish as an error shows it, on one line and not longer than that."""
    return f"{wish} {short(text)!r}"


def _spelt_out(text: str) -> Iterator[str]:
    """The keys that a name with a prefix, or without the kind it shows itself, stands for."""
    prefix, colon, name = text.partition(":")
    if colon and prefix in KINDS:
        yield f"{prefix}/{name}"
    elif colon and prefix in PREFIXES:
        yield PREFIXES[prefix] + name
    elif text.startswith("dossier-"):
        yield text.replace("-", "/", 1)
    elif text.startswith("p-"):
        yield f"person/{text}"
