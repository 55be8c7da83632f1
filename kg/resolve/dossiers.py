"""The dossiers a Kamerstuk lies in: those its printed number names, its own number included."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Extract, Literal, Role, Span
from kg.resolve import describe
from kg.resolve.assembly import Assembly, Evidence
from kg.resolve.stretches import Stretches


def add_dossiers(assembly: Assembly, value: object, key: str, evidence: Evidence) -> None:
    """Put the paper with this key in the dossiers its number names; nothing for another value."""
    for dossier in describe.dossiers(value):
        target = describe.key(dossier)
        assembly.node(
            target,
            ["Dossier"],
            describe.label(dossier),
            [Literal("dcterms:identifier", dossier)],
            describe.web_pages(dossier),
        )
        assembly.edge(key, "inDossier", target, evidence)


def add_own_dossiers(
    assembly: Assembly, extract: Extract, key: str, notes: Stretches
) -> None:
    """Put an input document in the dossiers of the number it prints for itself, at its head.

    ``notes`` are the stretches of its footnotes.
    """
    for value, span in own_numbers(extract):
        evidence = Evidence(extract, span, "header.own-id", notes.hold(span))
        add_dossiers(assembly, value, key, evidence)


def own_numbers(extract: Extract) -> Iterator[tuple[object, Span]]:
    """The document's own numbers, each once, and where they stand: fields first, then the text."""
    seen = set()
    for value, span in _own(extract):
        if value not in seen:
            seen.add(value)
            yield value, span


def _own(extract: Extract) -> Iterator[tuple[object, Span]]:
    for field in extract.segments.fields:
        if field.name == "own-id" and field.span:
            value = describe.parsed(field.value)
            if value is not None:
                yield value, field.span
    for mention in extract.mentions:
        if mention.role is Role.OWN and mention.value is not None:
            yield mention.value, mention.span
