"""What the readers promise of any bytes: a document, or one clear line."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from kg.model import Document
from kg.read import Limits, Problem
from kg.read.protocol import documents_in
from kg.read.source import Source

LIMITS = Limits(
    file_bytes=1_000_000, text_chars=300_000, unpacked_bytes=2_000_000, seconds=20, members=200
)


def check(data: bytes, name: str = "bestand") -> None:
    """Reads the bytes and holds every promise of the stage against what comes back."""
    for found in documents_in(Source.of_bytes(name, data), LIMITS):
        if isinstance(found, Problem):
            line = str(found.error)
            assert found.error.problem and len(line) < 1000, line[:1000]
            assert len(line.splitlines()) == 1, line
            line.encode("utf-8")
        else:
            check_document(found)


class Ticking:
    """A clock that goes on by a second whenever it is asked, so that no test waits for it."""

    def __init__(self) -> None:
        self._now = 0

    def __call__(self) -> float:
        self._now += 1
        return self._now

    @classmethod
    def take(cls, monkeypatch: pytest.MonkeyPatch) -> None:
        """Lets the readers look at such a clock."""
        monkeypatch.setattr("kg.read.source.time", SimpleNamespace(monotonic=cls()))


def regions(document: Document) -> list[tuple[str, str]]:
    """What the format sets apart: the role of each region and its words."""
    return [(region.role, region.span.of(document.text)) for region in document.regions]


def check_document(document: Document) -> None:
    """Holds what a document promises: clean text, and spans that lie in it, in their order."""
    document.text.encode("utf-8")
    assert "\0" not in document.text
    size = len(document.text)
    spans = [one.span for one in (*document.places, *document.links, *document.regions)]
    spans += [span for tie in document.notes for span in (tie.mark, tie.note)]
    assert all(span.end <= size for span in spans)
    places = [place.span for place in document.places]
    assert all(a.end <= b.start for a, b in zip(places, places[1:], strict=False))
    for fact in document.facts:
        f"{fact.name}{fact.value}".encode()
