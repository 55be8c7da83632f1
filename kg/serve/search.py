"""Search over names, numbers and titles."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph as ox

from kg.rdf import LABEL, TYPE, RdfGraph
from kg.text import fold_accents
from kg.vocabulary import KG, expand, kind_of

_SEARCHED = (
    "rdfs:label", "dcterms:title", "dcterms:identifier", "foaf:name", "foaf:familyName",
    "kg:kenmerk",
    "kg:documentNumber", "kg:caseNumber", "kg:sourceName", "skos:prefLabel", "skos:altLabel",
    "skos:notation",
)  # fmt: skip
_GROUPED = re.compile(r"(?<!\d)(\d{1,2})[ .\u00a0](\d{3})(?!\d)")
_WORD = re.compile(r"\w+")
_SILENT = frozenset(("nr", "nrs", "no", "de", "het", "een", "van", "the", "of"))
_LONGEST, _MOST_WORDS = 200, 12
MOST = 100


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing as search knows it: its IRI, label, kind, and all it is called, folded."""

    iri: str
    label: str
    kind: str
    text: str


def index(graph: RdfGraph) -> tuple[Entry, ...]:
    """Everything that can be searched for, in order of label; statements have no name."""
    texts: dict[str, list[str]] = {}
    labels: dict[str, str] = {}
    kinds: dict[str, list[str]] = {}
    for name in _SEARCHED:
        for quad in graph.store.quads_for_pattern(None, ox.NamedNode(expand(name)), None):
            address, text = quad.subject.value, quad.object.value  # type: ignore[union-attr]
            texts.setdefault(address, []).append(text)
            if quad.predicate.value == LABEL:
                labels[address] = text
    for quad in graph.store.quads_for_pattern(None, ox.NamedNode(TYPE), None):
        kind = quad.object.value  # type: ignore[union-attr]
        if kind.startswith(KG):
            thing = quad.subject.value  # type: ignore[union-attr]
            kinds.setdefault(thing, []).append(kind[len(KG) :])
    found = [
        Entry(address, labels.get(address, address), kind_of(kinds.get(address, ())),
              " \n ".join(fold(text) for text in dict.fromkeys(of_thing)))
        for address, of_thing in texts.items()
        if "Statement" not in kinds.get(address, ())
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda entry: (entry.label, entry.iri)))


def search(entries: Iterable[Entry], question: str) -> tuple[Entry, ...]:
    """The things that have every word of the question, whole names before parts of names.

    At most :data:`MOST` and one more. Numbers are found however they are written: ``25 295, nr.
    1892`` finds ``kst-25295-1892``.
    """
    folded = fold(question[:_LONGEST])
    words = [word for word in _WORD.findall(folded) if word not in _SILENT][:_MOST_WORDS]
    if not words:
        return ()
    ranked = [
        (rank, number, entry)
        for number, entry in enumerate(entries)
        if (rank := _rank(entry.text, folded, words)) is not None
    ]
    ranked.sort(key=lambda found: found[:2])
    return tuple(entry for _, _, entry in ranked[: MOST + 1])


def fold(text: str) -> str:
    """Text as search compares it.

    >>> fold("Kamerstuk 25 295, Één")
    'kamerstuk 25295, een'
    """
    return _GROUPED.sub(r"\1\2", fold_accents(text).casefold())


def _rank(text: str, question: str, words: list[str]) -> int | None:
    if not all(word in text for word in words):
        return None
    names = text.split(" \n ")
    if question.strip() in names:
        return 0
    whole = set(_WORD.findall(text))
    return 1 if all(word in whole for word in words) else 2
