"""Everything the graph says about one thing, in both directions, as its page shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from urllib.parse import quote

import pyoxigraph as ox

from kg.rdf import LABEL, TYPE, XSD, RdfGraph, description
from kg.reasons import said
from kg.serve.words import term_label, words
from kg.vocabulary import KG, PREFIXES, expand, key_of, kind_of, of_role, shorten

_RDF, _PROV = PREFIXES["rdf"], PREFIXES["prov"]
_PAGE = PREFIXES["foaf"] + "page"
_BLANK_LINES = re.compile(r"\s*\n\s*")
#: The most edges shown in one direction; the rest is a query away.
MOST = 300
#: How many values of one property stand open on a page; a queen has a reason for every law.
FEW = 8


@dataclass(frozen=True, slots=True)
class Link:
    """A thing named on a page: its label, its kind, and where a click leads."""

    label: str
    href: str | None
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """The words behind an edge, with where they stand and how sure it is."""

    text: str
    file: Link | None
    page: str | None
    in_footnote: bool
    rule: str
    confidence: str
    statement: str | None


@dataclass(slots=True)
class Edge:
    """An edge as one of its ends sees it."""

    other: Link
    quotes: list[Quote] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing: labels, kinds, facts by property, official pages, edges by relation."""

    iri: str
    label: str
    kinds: tuple[str, ...]
    facts: tuple[tuple[str, tuple[Link, ...]], ...]
    pages: tuple[str, ...]
    outgoing: tuple[tuple[str, tuple[Edge, ...]], ...]
    incoming: tuple[tuple[str, tuple[Edge, ...]], ...]
    more: bool


def exists(graph: RdfGraph, address: str) -> bool:
    """Whether the graph says anything about the thing with this IRI."""
    try:
        node = ox.NamedNode(address)
    except ValueError:
        return False
    return next(graph.store.quads_for_pattern(node, None, None), None) is not None


def thing(graph: RdfGraph, address: str, lang: str) -> Thing:
    """What the graph says about a thing; the labels of properties in a language."""
    facts = description(graph, address)
    relations = {expand(name) for name in of_role("relation")}
    shown = [(p, o) for p, o in facts if p not in relations and p not in (_PAGE, LABEL, TYPE)]
    by_property: dict[str, list[Link]] = {}
    for predicate, value in shown:
        said = _said(predicate, value, lang)
        link = _link(graph, value, lang) if said is None else Link(said, None)
        by_property.setdefault(term_label(predicate, lang), []).append(link)
    out, more_out = _edges(graph, address, "subject", "object", lang)
    into, more_in = _edges(graph, address, "object", "subject", lang)
    for predicate, links in _plain_links(graph, address, relations, lang):
        into.setdefault(predicate, {}).update(links)
    return Thing(
        iri=address,
        label=label_of(graph, address),
        kinds=tuple(term_label(o.value, lang) for p, o in facts if p == TYPE),
        facts=tuple((name, tuple(links)) for name, links in by_property.items()),
        pages=tuple(o.value for p, o in facts if p == _PAGE and _web(o.value)),
        outgoing=_grouped(out, lang),
        incoming=_grouped(into, lang),
        more=more_out or more_in,
    )


def label_of(graph: RdfGraph, address: str) -> str:
    """The label of a thing, or its key."""
    found = graph.store.quads_for_pattern(ox.NamedNode(address), ox.NamedNode(LABEL), None)
    return min((_text(quad.object) for quad in found), default=key_of(address, base=graph.base))


def href(graph: RdfGraph, address: str) -> str | None:
    """Where the page of an IRI is: here for our own things, on the web for others."""
    if address.startswith(f"{graph.base}id/"):
        return "/page/" + address[len(f"{graph.base}id/") :]
    if address.startswith(KG):
        return "/def#" + quote(address[len(KG) :])
    if exists(graph, address):
        return f"/page?iri={quote(address, safe='')}"
    return address if _web(address) else None


Found = dict[str, dict[str, Edge]]


def _edges(
    graph: RdfGraph, address: str, own: str, other: str, lang: str
) -> tuple[Found, bool]:
    """The edges on one side of a thing by relation and other end, each with its quotes."""
    found: Found = {}
    statements = graph.store.quads_for_pattern(
        None, ox.NamedNode(_RDF + own), ox.NamedNode(address)
    )
    number = 0
    for number, quad in enumerate(islice(statements, MOST + 1)):
        facts = {p: o for p, o in description(graph, _text(quad.subject))}
        relation, end = facts.get(_RDF + "predicate"), facts.get(_RDF + other)
        if number == MOST or relation is None or end is None:
            continue
        edge = found.setdefault(relation.value, {}).setdefault(
            str(end), Edge(_link(graph, end, lang))
        )
        edge.quotes.append(_quote(graph, _text(quad.subject), facts, lang))
    return found, number >= MOST


def _quote(
    graph: RdfGraph, statement: str, facts: dict[str, ox.NamedNode | ox.Literal], lang: str
) -> Quote:
    def text(name: str) -> str:
        value = facts.get(KG + name)
        return value.value if value is not None else ""

    file = facts.get(_PROV + "wasDerivedFrom")
    return Quote(
        text=_BLANK_LINES.sub("\n", text("quote")),
        file=_link(graph, file, lang) if file is not None else None,
        page=text("page") or None,
        in_footnote=text("inFootnote") == "true",
        rule=text("rule"),
        confidence=text("confidence"),
        statement=href(graph, statement),
    )


def _plain_links(
    graph: RdfGraph, address: str, relations: set[str], lang: str
) -> Iterator[tuple[str, dict[str, Edge]]]:
    """Links to a thing that come from a table or a file, so that no quote stands behind them."""
    hidden = {*relations, *(_RDF + name for name in ("subject", "predicate", "object"))}
    hidden.add(_PROV + "wasDerivedFrom")
    found = graph.store.quads_for_pattern(None, None, ox.NamedNode(address))
    for quad in islice(found, 20 * MOST):
        if quad.predicate.value not in hidden and isinstance(quad.subject, ox.NamedNode):
            link = _link(graph, quad.subject, lang)
            yield quad.predicate.value, {str(quad.subject): Edge(link)}


def _grouped(found: Found, lang: str) -> tuple[tuple[str, tuple[Edge, ...]], ...]:
    groups = [
        (
            term_label(predicate, lang),
            tuple(sorted(edges.values(), key=_edge_order)),
        )
        for predicate, edges in found.items()
    ]
    return tuple(sorted(groups))


def _link(graph: RdfGraph, value: object, lang: str) -> Link:
    if not isinstance(value, ox.NamedNode):
        return Link(_text(value), None)
    address = value.value
    if address.startswith((KG, _RDF)):
        return Link(term_label(address, lang), href(graph, address))
    types = graph.store.quads_for_pattern(value, ox.NamedNode(TYPE), None)
    names = [_text(quad.object)[len(KG) :] for quad in types if _text(quad.object).startswith(KG)]
    kind = term_label(KG + kind_of(names), lang) if names else ""
    return Link(label_of(graph, address), href(graph, address), kind)


def _said(predicate: str, value: object, lang: str) -> str | None:
    """What a page says for a value that is one of a few words of ours; ``None`` for another."""
    if isinstance(value, ox.Literal) and value.datatype.value == XSD + "boolean":
        return words(lang)["yes" if value.value == "true" else "no"]
    name = shorten(predicate)
    if name in ("kg:reason", "kg:note"):
        return said(_text(value), lang)
    return words(lang).get(f"{name} {_text(value)}")


def _text(term: object) -> str:
    return str(getattr(term, "value", term))


def _web(address: str) -> bool:
    return address.startswith(("https://", "http://"))


def _edge_order(edge: Edge) -> tuple[str, str]:
    return edge.other.label, edge.other.href or ""
