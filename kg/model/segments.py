"""What stands where in a document: its parts, sentences, notes, header fields and signatories."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter

from kg.frozen import made_quickly
from kg.model.document import Span
from kg.pickling import made_again


class Part(StrEnum):
    """What a stretch of a document is for."""

    LETTERHEAD = "letterhead"
    REFERENCES = "references"
    SALUTATION = "salutation"
    HEADING = "heading"
    BODY = "body"
    FOOTNOTE = "footnote"
    FURNITURE = "furniture"  # running headers, page footers, margin columns
    CLOSING = "closing"
    SIGNATURE = "signature"
    ATTACHMENT = "attachment"
    MAIL_HEADER = "mail-header"
    QUESTION = "question"
    ANSWER = "answer"
    SPEECH = "speech"
    TABLE = "table"


class Kind(StrEnum):
    """The kinds of document; the value is the local name of the class in the vocabulary."""

    DOCUMENT = "Document"
    LETTER = "Letter"
    MEMO = "Memo"
    MOTION = "Motion"
    AMENDMENT = "Amendment"
    KAMERSTUK = "Kamerstuk"
    WRITTEN_ANSWER = "WrittenAnswer"
    PROCEEDINGS = "Proceedings"
    DECISION_LIST = "DecisionList"
    REPORT = "Report"


@made_again
@made_quickly
@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the document with one purpose.

    ``label`` is a footnote's number, a question's number, or a speaker as printed.
    """

    part: Part
    span: Span
    label: str | None = None


@made_again
@made_quickly
@dataclass(frozen=True, slots=True)
class FootnoteTie:
    """A footnote mark in the running text and the note it points at.

    ``anchor`` is the stretch the mark belongs to: empty, at the end of the marked word, where the
    mark stands beside it (``exact``); the line it was torn from where only that much is certain.
    ``note`` is the note's text without its label.
    """

    label: str
    mark: Span
    anchor: Span
    note: Span
    exact: bool = True


@made_again
@made_quickly
@dataclass(frozen=True, slots=True)
class HeaderField:
    """A field the document prints about itself: its name, normal form and place.

    Names: ``date`` (ISO), ``kenmerk``, ``subject``, ``ministry`` (abbreviation of the authority
    table), ``addressee`` (``TK``, ``EK`` or as printed), ``attachments`` (a count),
    ``your-reference``, ``own-id`` (a canonical id), ``asked-by`` (a name with party),
    ``deadline``, ``session``.
    """

    name: str
    value: str
    span: Span


@made_again
@made_quickly
@dataclass(frozen=True, slots=True)
class Signatory:
    """One who signs, or the office alone where no name is printed; both as printed.

    White space inside is folded to single spaces; the spans show where the (first) part stands.
    """

    name: str | None
    name_span: Span | None
    office: str | None
    office_span: Span | None


@dataclass(frozen=True, slots=True)
class Segments:
    """What the segmenter says of a document.

    ``parts`` are in order of their spans; ``sentences`` cover body, headings, notes and tables and
    are in order. A sentence stays within its segment, save where a page break cuts it in two: then
    it spans the furniture and the notes in between.
    ``kind_reason`` is one English sentence that says what the kind was decided from.
    """

    parts: tuple[Segment, ...]
    sentences: tuple[Span, ...]
    footnotes: tuple[FootnoteTie, ...] = ()
    fields: tuple[HeaderField, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    kind: Kind = Kind.DOCUMENT
    kind_reason: str = ""

    def __reduce__(self) -> tuple[object, ...]:
        """Pickled with the parts and sentences as rows of numbers: a text has hundreds of them."""
        parts = list(map(_part_row, self.parts))
        starts, ends = (array("L", map(get, self.sentences)) for get in _span_columns)
        rest = (self.footnotes, self.fields, self.signatories, self.kind, self.kind_reason)
        return _segments, (parts, starts, ends, *rest)


_part_row = attrgetter("part", "span.start", "span.end", "label")
_span_columns = (attrgetter("start"), attrgetter("end"))


def _segments(
    parts: list[tuple[Part, int, int, str | None]],
    starts: array[int],
    ends: array[int],
    footnotes: tuple[FootnoteTie, ...],
    fields: tuple[HeaderField, ...],
    signatories: tuple[Signatory, ...],
    kind: Kind,
    kind_reason: str,
) -> Segments:
    """The segments that were pickled as these rows."""
    return Segments(
        tuple([Segment(part, Span(start, end), label) for part, start, end, label in parts]),
        tuple(map(Span, starts, ends)),
        footnotes, fields, signatories, kind, kind_reason,
    )
