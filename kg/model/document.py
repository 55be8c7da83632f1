"""What a file holds: text, with the way back to its pages, links, notes and metadata."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from kg.frozen import made_quickly
from kg.pickling import made_again


@made_again
@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of a document's text, in code points.

    >>> Span(3, 7) in Span(0, 10), len(Span(3, 7)), Span(3, 7).of("de motie-Bikker")
    (True, 4, 'moti')
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        # Written out, for a text has many: the generated one and a check behind it cost four times
        # as much.
        if not 0 <= start <= end:
            raise ValueError(f"span {start}..{end} runs backwards")
        _set_start(self, start)
        _set_end(self, end)

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, other: object) -> bool:
        return isinstance(other, Span) and self.start <= other.start and other.end <= self.end

    def __iter__(self) -> Iterator[int]:
        return iter((self.start, self.end))

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """The stretch of ``text`` this span covers."""
        return text[self.start : self.end]


# The slots themselves: the way past them that a frozen class leaves open looks each up by its name.
_set_start = Span.__dict__["start"].__set__
_set_end = Span.__dict__["end"].__set__


@made_again
@made_quickly
@dataclass(frozen=True, slots=True)
class Place:
    """The way back from a stretch of text to the file: page, box on it, XML element or part.

    ``page`` counts from 1; ``box`` is left, bottom, right, top in points of that page.
    """

    span: Span
    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    element: str | None = None


@made_again
@made_quickly
@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink of the file: the text it stands on and where it points."""

    span: Span
    target: str


@made_again
@made_quickly
@dataclass(frozen=True, slots=True)
class NoteTie:
    """A footnote mark tied to its note by the format itself (DOCX, XML, HTML, PDF layout)."""

    label: str
    mark: Span
    note: Span


@made_again
@made_quickly
@dataclass(frozen=True, slots=True)
class Region:
    """A stretch the format sets apart: ``header``, ``footer``, ``margin``, ``table``, ``note``."""

    role: str
    span: Span


@made_again
@made_quickly
@dataclass(frozen=True, slots=True)
class Fact:
    """Metadata the file carries about itself, with where it says so (``owms:dc.identifier``)."""

    name: str
    value: str
    source: str


@made_again
@made_quickly
@dataclass(frozen=True, slots=True)
class Document:
    """One document as text, with the way back to the file it came from.

    ``name`` is the file's name without its folder, ``sha256`` the hex digest of its bytes.
    ``text`` is what was read, never changed afterwards: all spans point into it.
    """

    text: str
    name: str
    sha256: str
    media_type: str = "text/plain"
    places: tuple[Place, ...] = ()
    links: tuple[Link, ...] = ()
    notes: tuple[NoteTie, ...] = ()
    regions: tuple[Region, ...] = ()
    facts: tuple[Fact, ...] = ()
    warnings: tuple[str, ...] = ()

    def page_at(self, offset: int) -> int | None:
        """The page (from 1) on which the code point at ``offset`` stands, where known.

        ``places`` are in the order of their spans, so that this halves its way to the one.
        """
        if not self.places:
            return None
        found = bisect_right(self.places, offset, key=lambda place: place.span.start) - 1
        if found < 0 or offset >= self.places[found].span.end:
            return None
        return self.places[found].page
