"""Which identifiers the documents themselves join: their own numbers, and two printed as one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.identifiers.kenmerk import is_valid, parse
from kg.model import Extract, Mention, Role
from kg.resolve.identity import Join, family
from kg.resolve.linking import Linked

# "[2022D29586](#) Kamerstuk 31839 nr. 870", "35334-329/2025D04649", "id=2021Z02062&did=2021D04467":
# two numbers with nothing but signs between them are two numbers of one paper.
_SIDE_BY_SIDE = re.compile(r"[\s\])(#\[/&–—-]*(?:did=|id=)?[\s\[(]*")
_NEAR = 12
_PAIRS = ({"document", "kst"}, {"document", "case"}, {"document", "ah"}, {"document", "kenmerk"})
_OWN_FAMILIES = ("kst", "ah", "h", "publication", "document", "kenmerk")


def own_ids(extract: Extract) -> tuple[str, ...]:
    """The identifiers a document gives for itself, in fields, facts and running headers.

    The file's own hash comes last, so that a document without a number still has a name.
    """
    found: list[str] = []
    for field in extract.segments.fields:
        if field.name == "own-id":
            found.append(field.value)
        elif field.name == "kenmerk" and is_valid(field.value):  # no "SKI / documentId" left in
            found.append(parse(field.value).id)
    found += [fact.value for fact in extract.document.facts if fact.name == "identifier"]
    found += [str(m.id) for m in extract.mentions if m.role is Role.OWN and m.id is not None]
    own = [each for each in found if family(each) in _OWN_FAMILIES]
    return (*dict.fromkeys(own), file_id(extract))


def file_id(extract: Extract) -> str:
    """The identifier a document has by its bytes alone."""
    return f"file-{extract.document.sha256[:16]}"


def own_joins(extract: Extract) -> Iterator[Join]:
    """The joins that follow from what the document says of itself."""
    last = file_id(extract)
    for identifier in own_ids(extract)[:-1]:
        yield Join(0, identifier, last, f"{extract.document.name} names itself so")


def printed_joins(extract: Extract) -> Iterator[Join]:
    """The joins of two numbers that stand side by side as one reference."""
    numbers = [m for m in extract.mentions if m.id is not None and m.role is not Role.OWN]
    text = extract.document.text
    for one, other in zip(numbers, numbers[1:], strict=False):
        if {family(str(one.id)), family(str(other.id))} not in _PAIRS:
            continue
        gap = _gap(text, one, other)
        if len(gap) <= _NEAR and _SIDE_BY_SIDE.fullmatch(gap):
            yield Join(2, str(one.id), str(other.id), _side_by_side(extract, one, other))


def _gap(text: str, one: Mention, other: Mention) -> str:
    """What stands between two citations; between two numbers where they share one citation."""
    left, right = one.citation or one.span, other.citation or other.span
    if left.overlaps(right):
        left, right = one.span, other.span
    return text[left.end : max(left.end, right.start)]


def _side_by_side(extract: Extract, one: Mention, other: Mention) -> str:
    printed = " ".join(extract.document.text[one.span.start : other.span.end].split())
    return f"{extract.document.name} prints “{printed}”"


def motie_joins(extract: Extract, linked: Sequence[Linked]) -> Iterator[Join]:
    """The joins of the numbers that one named motion has."""
    for each in linked:
        for identifier in each.ids[1:]:
            yield Join(2, each.ids[0], identifier, f"{extract.document.name}: {each.reason}")
