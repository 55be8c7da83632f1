"""The graph as a network for networkx, and through it GraphML and GEXF.

A node is a thing under its key, an edge a relation or a link; evidence is folded into the edges:
how many statements, the first quote, the best confidence. Statements and source files are no nodes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from io import BytesIO
from typing import TYPE_CHECKING, Any, BinaryIO

import pyoxigraph as ox

from kg.rdf import TYPE, Fact, RdfGraph, descriptions
from kg.shown import xml_text
from kg.vocabulary import KG, PREFIXES, key_of, kind_of, shorten

if TYPE_CHECKING:
    import networkx

_EDGE = tuple(PREFIXES["rdf"] + name for name in ("subject", "predicate", "object"))
_PAGE = PREFIXES["foaf"] + "page"
_APART = {"Statement", "SourceFile"}
# GEXF carries the day it was written; a graph does not change with the day.
_WRITTEN = re.compile(rb' lastmodifieddate="[^"]*"')


def network(graph: RdfGraph) -> networkx.MultiDiGraph[str]:
    """The graph as a directed multigraph, edges keyed by relation (``cites``).

    Node attributes: ``label``, ``kind``, ``iri`` and every literal under its local name, several
    joined by ``; ``. Edge attributes: ``relation``, ``statements`` (how many), ``quote``,
    ``confidence``.
    """
    import networkx

    found: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    edges: list[tuple[str, str, str]] = []
    evidence: dict[tuple[str, str, str], list[dict[str, Any]]] = {}
    for subject, facts in descriptions(graph):
        kinds = _kinds(facts)
        if "Statement" in kinds:
            statement = _statement(graph.base, facts)
            evidence.setdefault(statement.pop("edge"), []).append(statement)
        elif not _APART & set(kinds):
            key = key_of(subject, base=graph.base)
            found.add_node(key, **_attributes(graph.base, subject, kinds, facts))
            edges += [(key, name, other) for name, other in _edges(graph.base, facts)]
    for subject_key, name, other in edges:
        shown = evidence.get((subject_key, name, other), [])
        found.add_edge(subject_key, other, key=name, relation=name, **_folded(shown))
    return found


def write_graphml(graph: RdfGraph, stream: BinaryIO) -> None:
    """Write the graph as GraphML."""
    import networkx

    # the writer that needs no lxml, so that the bytes are the same with and without it
    networkx.write_graphml_xml(_fit(network(graph)), stream, named_key_ids=True)


def write_gexf(graph: RdfGraph, stream: BinaryIO) -> None:
    """Write the graph as GEXF 1.2."""
    import networkx

    buffer = BytesIO()
    networkx.write_gexf(_fit(network(graph)), buffer)
    stream.write(_WRITTEN.sub(b"", buffer.getvalue(), count=1))


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


def _edges(base: str, facts: Iterable[Fact]) -> Iterable[tuple[str, str]]:
    for predicate, thing in facts:
        if isinstance(thing, ox.NamedNode) and predicate not in (TYPE, _PAGE, KG + "readFrom"):
            yield _local(predicate), key_of(thing.value, base=base)


def _statement(base: str, facts: Iterable[Fact]) -> dict[str, Any]:
    value = {predicate: thing.value for predicate, thing in facts}
    subject, predicate, thing = (value.get(part, "") for part in _EDGE)
    return {
        "edge": (key_of(subject, base=base), _local(predicate), key_of(thing, base=base)),
        "quote": value.get(KG + "quote", ""),
        "confidence": float(value.get(KG + "confidence", "0")),
        "place": (value.get(PREFIXES["prov"] + "wasDerivedFrom", ""), value.get(KG + "start", "")),
    }


def _folded(shown: list[dict[str, Any]]) -> dict[str, Any]:
    if not shown:
        return {}
    first = min(shown, key=lambda statement: (statement["place"][0], len(statement["place"][1]),
                                              statement["place"][1]))  # fmt: skip
    best = max(statement["confidence"] for statement in shown)
    return {"statements": len(shown), "quote": first["quote"], "confidence": best}


def _local(predicate: str) -> str:
    """``cites`` for our own; ``page`` and such of others keep the local name too."""
    if predicate == _PAGE:
        return "webpage"
    return shorten(predicate).partition(":")[2] or predicate


def _fit(found: networkx.MultiDiGraph[str]) -> networkx.MultiDiGraph[str]:
    """The same network with texts that XML can hold."""
    for _, attributes in found.nodes(data=True):
        _clean(attributes)
    for _, _, attributes in found.edges(data=True):
        _clean(attributes)
    return found


def _clean(attributes: dict[str, Any]) -> None:
    for name, value in attributes.items():
        if isinstance(value, str):
            attributes[name] = xml_text(value)
