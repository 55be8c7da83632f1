"""Metadata files of official publications: ``metadata.xml`` and OWMS records.

They hold no running text; their fields become facts, and lines of text so that they can be quoted.
"""

from __future__ import annotations

from typing import Any

from kg.read.builder import TextBuilder
from kg.read.facts import add_field
from kg.read.flow import LINE, SPACE, Flow
from kg.read.limits import Limits
from kg.read.markup import Walk, local
from kg.read.source import Deadline, Source

_PREFIXES = {
    "http://purl.org/dc/terms/": "dcterms",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://standaarden.overheid.nl/owms/terms/": "overheid",
    "http://standaarden.overheid.nl/product/terms/": "overheidop",
    "http://standaarden.overheid.nl/oep/meta/": "overheidop",
}


def write(root: Any, built: TextBuilder, source: Source, limits: Limits) -> None:
    """Keeps every field of the record as a fact, and writes it as a line of text."""
    flow = Flow(built)
    for event, element in Walk(root, Deadline(source, limits)):
        if event != "start":
            continue
        field, value = _field(element)
        if value:
            add_field(built, field, value, "owms")
            flow.need(LINE)
            token = flow.open()
            flow.text(f"{field}:")
            flow.need(SPACE)
            flow.text(value)
            flow.place(token, field)


def _field(element: Any) -> tuple[str, str]:
    """The name and value of a field, in either way of writing them."""
    if element.get("name") and element.get("content"):
        return element.get("name"), element.get("content")
    if len(element) or not (element.text or "").strip():
        return "", ""
    namespace = element.tag.rpartition("}")[0].lstrip("{")
    prefix = _PREFIXES.get(namespace) or element.prefix or ""
    name = element.tag.rpartition("}")[2]
    return (f"{prefix}.{name}" if prefix else local(element.tag)), element.text
