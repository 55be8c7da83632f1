"""Text put together piece by piece, with everything the format says about each piece.

The readers of structured formats make the text themselves; this keeps the spans right while they
do, so that none of them counts characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.model import Document, Fact, Link, NoteTie, Place, Region, Span
from kg.read.limits import Limits
from kg.read.source import Source

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NOT_TEXT = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def raised(label: str) -> str:
    """A footnote mark's digits as raised ones, so that no mark runs on into a number before it.

    >>> "nr. 1892" + raised("14")
    'nr. 1892¹⁴'
    """
    return label.translate(_RAISED)


def clean(text: str) -> str:
    r"""``text`` without the code points that no text may hold (controls, lone surrogates).

    >>> clean("brief\x00\x07")
    'brief'
    """
    return _NOT_TEXT.sub("", text) if _NOT_TEXT.search(text) else text


def _apart(places: Iterable[Place]) -> Iterator[Place]:
    """Places in order without overlap: one that holds another ends where that begins."""
    before: Place | None = None
    for place in places:
        if before is not None and before.span.end > place.span.start:
            if place.span.start > before.span.start:
                before = replace(before, span=Span(before.span.start, place.span.start))
            elif place.span.end > before.span.end:  # the longer one comes second
                place = replace(place, span=Span(before.span.end, place.span.end))
            else:
                continue
        if before is not None:
            yield before
        before = place
    if before is not None:
        yield before


class TextBuilder:
    r"""Gathers a document's text and, with the same positions, its structure.

    >>> built = TextBuilder(Source.of_bytes("a.html", b""), Limits())
    >>> built.add("Geachte voorzitter,").start, built.add("\n").end, built.length
    (0, 20, 20)
    """

    def __init__(self, source: Source, limits: Limits) -> None:
        self._source = source
        self._limits = limits
        self._pieces: list[str] = []
        self.length = 0
        self.tail = ""  # the last characters, for decisions on white space
        self.places: list[Place] = []
        self.links: list[Link] = []
        self.notes: list[NoteTie] = []
        self.regions: list[Region] = []
        self.facts: list[Fact] = []
        self.warnings: list[str] = []

    def add(self, text: str) -> Span:
        """Adds ``text`` and gives its span; raises :class:`InputError` above the text limit."""
        start = self.length
        if text:
            self._pieces.append(text)
            self.length += len(text)
            self.tail = text[-2:] if len(text) > 1 else (self.tail + text)[-2:]
            if self.length > self._limits.text_chars:
                raise self._source.error(
                    f"holds more than {self._limits.text_chars} characters", "split it"
                )
        return Span(start, self.length)

    def region(self, role: str, start: int) -> None:
        """Sets apart what was added since ``start``, when that is anything."""
        if self.length > start:
            self.regions.append(Region(role, Span(start, self.length)))

    def fact(self, name: str, value: str | None, source: str) -> None:
        """Keeps one thing the file says about itself; empty values and repeats are dropped."""
        value = " ".join(clean(value or "").split())
        if value and Fact(name, value, source) not in self.facts:
            self.facts.append(Fact(name, value, source))

    def text(self) -> str:
        """The text so far."""
        return "".join(self._pieces)

    def since(self, start: int) -> str:
        """The text from the offset ``start`` on."""
        pieces: list[str] = []
        end = self.length
        for piece in reversed(self._pieces):
            if end <= start:
                break
            end -= len(piece)
            pieces.append(piece[max(0, start - end) :])
        return "".join(reversed(pieces))

    def document(self, data: bytes, media_type: str) -> Document:
        """The finished document; raises :class:`InputError` when no text was found."""
        text = self.text()
        if not text.strip():
            raise self._source.error("holds no text", "check the file")
        return self._source.document(
            data,
            text,
            media_type,
            places=tuple(_apart(sorted(self.places, key=lambda place: place.span))),
            links=tuple(sorted(self.links, key=lambda link: (link.span, link.target))),
            notes=tuple(sorted(self.notes, key=lambda tie: (tie.mark, tie.note))),
            regions=tuple(sorted(self.regions, key=lambda region: (region.span, region.role))),
            facts=tuple(self.facts),
            warnings=tuple(self.warnings),
        )
