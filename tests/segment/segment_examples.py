"""Documents to segment, written for the tests, and short ways to ask what was found."""

from __future__ import annotations

from pathlib import Path

from kg.model import Document, Part, Segments
from kg.segment import segment

SEEDS = Path(__file__).resolve().parents[2] / "seeds" / "documents"


def document(text: str, name: str = "brief.txt") -> Document:
    """A plain text document."""
    return Document(text, name, "0" * 64)


def seed(number: int) -> Document:
    """The seed document with a number, as read from its file."""
    (path,) = SEEDS.glob(f"{number:03}_*.txt")
    return document(path.read_bytes().decode(), path.name)


def fields(found: Segments) -> dict[str, str]:
    """The header fields by name; of several with one name the first."""
    values: dict[str, str] = {}
    for each in found.fields:
        values.setdefault(each.name, each.value)
    return values


def all_values(found: Segments, name: str) -> list[str]:
    """Every value of a field, in order."""
    return [each.value for each in found.fields if each.name == name]


def signed(found: Segments) -> list[tuple[str | None, str | None]]:
    """Names and offices of those who sign."""
    return [(each.name, each.office) for each in found.signatories]


def stretches(found: Segments, text: str, part: Part) -> list[str]:
    """The words of the segments of one part."""
    return [each.span.of(text) for each in found.parts if each.part is part]


def letter(body: str, *, head: str = "Datum 3 mei 2022\nBetreft Voortgang zorg") -> Document:
    """A letter to the Kamer with a body."""
    return document(f"{head}\n\nGeachte voorzitter,\n\n{body}\n")


def read(text: str) -> Segments:
    """What the segmenter says of a text."""
    return segment(document(text))
