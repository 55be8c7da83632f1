"""The graph as a network: nodes and edges, with the evidence folded into the edges.

A node is a thing under its key, an edge a relation or a link; of the evidence an edge keeps how
many statements there are, the first quote, the best confidence. Statements and source files are no
nodes. One pass over the graph, in bounded memory: nodes and edges wait in temporary files, in
memory stay the keys of the nodes.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from operator import itemgetter
from typing import IO, TYPE_CHECKING

import pyoxigraph as ox

from kg.export.sorting import Sorter, read_record, write_record
from kg.rdf import TYPE, Fact, RdfGraph, descriptions
from kg.vocabulary import KG, PREFIXES, key_of, kind_of, shorten

if TYPE_CHECKING:
    import networkx

_PARTS = tuple(PREFIXES["rdf"] + name for name in ("subject", "predicate", "object"))
_FILE = PREFIXES["prov"] + "wasDerivedFrom"
_PAGE = PREFIXES["foaf"] + "page"
_APART = {"Statement", "SourceFile"}
_IN_MEMORY = 16 << 20

#: What an edge says: its relation, and of its evidence ``statements``, ``quote``, ``confidence``.
About = dict[str, str | int | float]
_Shown = tuple[str, str, str, float]  # file, start, quote, confidence


def network(graph: RdfGraph) -> networkx.MultiDiGraph[str]:
    """The graph as a directed multigraph, edges keyed by relation (``cites``).

    Node attributes: ``label``, ``kind``, ``iri`` and every literal under its local name, several
    joined by ``; ``. Edge attributes: ``relation``, ``statements`` (how many), ``quote``,
    ``confidence``.
    """
    import networkx

    found: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    with spooled(graph) as parts:
        for key, attributes in parts.nodes():
            found.add_node(key, **attributes)
        for source, target, about in parts.edges():
            found.add_edge(source, target, key=about["relation"], **about)
    return found


@contextmanager
def spooled(graph: RdfGraph) -> Iterator[Spooled]:
    """The nodes and edges of a graph, to be gone through while this is open."""
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as nodes, Sorter() as edges:
        yield Spooled(graph, nodes, edges)


class Spooled:
    """Nodes and edges, gone through once at the making; ``names`` are the attributes of nodes."""

    def __init__(self, graph: RdfGraph, nodes: IO[bytes], edges: Sorter) -> None:
        self._base = graph.base
        self._nodes = nodes
        self._edges = edges
        self._keys: set[str] = set()
        self._pointed: set[str] = set()
        names: dict[str, None] = {}
        for subject, facts in descriptions(graph):
            kinds = _kinds(facts)
            if "Statement" in kinds:
                self._evidence(facts)
            elif not _APART & set(kinds):
                names.update(dict.fromkeys(self._node(subject, kinds, facts)))
        self.names = tuple(names)

    def nodes(self) -> Iterator[tuple[str, dict[str, str]]]:
        """Each node by its key: those described in order of IRI, then those only pointed at."""
        self._nodes.seek(0)
        while (record := read_record(self._nodes)) is not None:
            yield key_of(record[1], base=self._base), json.loads(record[2])
        yield from ((key, {}) for key in sorted(self._pointed - self._keys))

    def edges(self) -> Iterator[tuple[str, str, About]]:
        """Each edge from one key to another, in order of the nodes, then of relation."""
        for subject, found in groupby(self._edges, key=itemgetter(0)):
            source = key_of(subject, base=self._base)
            for ends, records in groupby(found, key=itemgetter(1)):
                texts = [text for _, _, text in records]
                if b"" in texts:  # the edge itself, and not its evidence alone
                    relation, _, target = ends.partition("|")
                    shown = [json.loads(text) for text in texts if text]
                    about: About = {"relation": _local(relation), **_folded(shown)}
                    yield source, key_of(target, base=self._base), about

    def _node(self, subject: str, kinds: list[str], facts: Iterable[Fact]) -> Iterable[str]:
        """Keep one node and its edges; the names of its attributes."""
        attributes = _attributes(self._base, subject, kinds, facts)
        write_record(self._nodes, ("-", subject, json.dumps(attributes).encode()))
        self._keys.add(key_of(subject, base=self._base))
        for predicate, thing in facts:
            if isinstance(thing, ox.NamedNode) and predicate not in (TYPE, _PAGE, KG + "readFrom"):
                self._edges.add((subject, f"{predicate}|{thing.value}", b""))
                self._pointed.add(key_of(thing.value, base=self._base))
        return attributes

    def _evidence(self, facts: Iterable[Fact]) -> None:
        value = {predicate: thing.value for predicate, thing in facts}
        subject, predicate, thing = (value.get(part, "") for part in _PARTS)
        shown: _Shown = (
            value.get(_FILE, ""), value.get(KG + "start", ""), value.get(KG + "quote", ""),
            float(value.get(KG + "confidence", "0")),
        )  # fmt: skip
        self._edges.add((subject, f"{predicate}|{thing}", json.dumps(shown).encode()))


def _kinds(facts: Iterable[Fact]) -> list[str]:
    types = (t.value for p, t in facts if p == TYPE and isinstance(t, ox.NamedNode))
    return [each[len(KG) :] for each in types if each.startswith(KG)]


def _attributes(
    base: str, subject: str, kinds: Iterable[str], facts: Iterable[Fact]
) -> dict[str, str]:
    literals: dict[str, list[str]] = {}
    for predicate, thing in facts:
        if isinstance(thing, ox.Literal) or predicate == _PAGE:
            literals.setdefault(_local(predicate), []).append(thing.value)
    found = {name: "; ".join(texts) for name, texts in literals.items()}
    return {"label": key_of(subject, base=base), **found, "kind": kind_of(kinds), "iri": subject}


def _folded(shown: list[_Shown]) -> About:
    if not shown:
        return {}
    first = min(shown, key=lambda each: (each[0], len(each[1]), each[1]))
    return {"statements": len(shown), "quote": first[2],
            "confidence": max(each[3] for each in shown)}  # fmt: skip


def _local(predicate: str) -> str:
    """``cites`` for our own; ``page`` and such of others keep the local name too."""
    if predicate == _PAGE:
        return "webpage"
    return shorten(predicate).partition(":")[2] or predicate
