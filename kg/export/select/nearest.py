"""What comes near to something a graph does not have: numbers of the same dossier, like names."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import pyoxigraph as ox

from kg.errors import CitationError
from kg.identifiers import parse_id
from kg.identifiers.kamerstuk import Kamerstuk
from kg.rdf import RdfGraph
from kg.text import fold_accents
from kg.vocabulary import expand, iri, key_of

_MOST = 3
_LOOKED_AT = 20_000
_ALIKE = 0.6


def nearest(
    graph: RdfGraph, text: str, ids: Sequence[str], named: Sequence[tuple[str, str]]
) -> tuple[str, ...]:
    """At most three ids or names that come near to ``text``, the nearest first.

    ``ids`` are the ids it can be read as, ``named`` the IRIs with the labels it may have meant.

    >>> nearest(RdfGraph(ox.Store()), "Heldr", (), [("https://e.org/p", "Conny Helder")])
    ('Conny Helder',)
    """
    for each in ids:
        if found := tuple(islice(_in_dossier(graph, each), _MOST)):
            return found
    if found := _alike(text, named):
        return found
    return _like_numbers(graph, ids or (text,))


def _in_dossier(graph: RdfGraph, id: str) -> Iterator[str]:
    """The papers of the same dossier, those with the nearest numbers first."""
    try:
        wanted = parse_id(id)
    except CitationError:
        return
    if not isinstance(wanted, Kamerstuk):
        return
    dossier = "-".join(filter(None, (wanted.dossier, wanted.toevoeging)))
    node = ox.NamedNode(iri(f"dossier/{dossier}", base=graph.base))
    papers = graph.store.quads_for_pattern(None, ox.NamedNode(expand("inDossier")), node)
    keys = (key_of(getattr(quad.subject, "value", ""), base=graph.base) for quad in papers)
    names = [key.removeprefix("document/") for key in islice(keys, _LOOKED_AT)]
    yield from sorted(
        (name for name in names if name.startswith("kst-")),
        key=lambda name: (_apart(name, wanted.id), name),
    )


def _apart(name: str, other: str) -> int:
    """How far the last numbers of two ids lie apart."""
    numbers = [each.rpartition("-")[2] for each in (name, other)]
    if not all(map(str.isdigit, numbers)):
        return _LOOKED_AT
    return abs(int(numbers[0]) - int(numbers[1]))


def _alike(text: str, named: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The labels of which a part is spelt nearly like the text."""
    labels: dict[str, str] = {}
    for _, label in named:
        words = fold_accents(label).split()
        for part in (" ".join(words), *(" ".join(words[n:]) for n in range(1, len(words)))):
            labels.setdefault(part, label)
    found = difflib.get_close_matches(fold_accents(text)[:200], labels, _MOST, 0.75)
    return tuple(dict.fromkeys(labels[each] for each in found))


def _like_numbers(graph: RdfGraph, texts: Iterable[str]) -> tuple[str, ...]:
    """The identifiers that are spelt nearly like one of the texts."""
    quads = graph.store.quads_for_pattern(None, ox.NamedNode(expand("dcterms:identifier")), None)
    wanted = [each[:60] for each in texts]
    ends = {end for each in wanted for end in (each[:6], each[-5:])}
    alike = (
        value
        for quad in quads
        if (value := getattr(quad.object, "value", "")) and {value[:6], value[-5:]} & ends
    )
    known = sorted(set(islice(alike, _LOOKED_AT)))
    found = [n for each in wanted for n in difflib.get_close_matches(each, known, _MOST, _ALIKE)]
    return tuple(dict.fromkeys(found))[:_MOST]
