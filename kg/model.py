"""The types that travel between the stages; frozen, so that no stage changes another's work.

``bytes -> Document -> Segments -> Mentions -> Claims -> Resolutions -> graph``. Each stage takes
and gives the types of this module and knows no other stage. Every fact keeps its span: a half-open
stretch of ``Document.text``, counted in code points.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from operator import attrgetter
from typing import Protocol, runtime_checkable

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


# --- reading: what a file holds --------------------------------------------------------------


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


# --- segmenting: what stands where ------------------------------------------------------------


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


# --- recognising: what is said ----------------------------------------------------------------


@runtime_checkable
class Identifier(Protocol):
    """A typed identifier; ``id`` is its canonical form, one per thing."""

    @property
    def id(self) -> str:
        """The canonical id, e.g. ``kst-32793-302``."""


@made_again
@made_quickly
@dataclass(frozen=True, slots=True)
class Motie:
    """A motion (or amendment) named by who submitted it, as printed.

    ``submitters`` are names as printed with a capital on the prefix ("Van der Staaij");
    ``cs`` is "c.s."; ``topic`` what follows "over" or "om"; ``number`` a number printed in the
    name itself, with its dossier still to be found; ``amended`` is "gewijzigde" or "nader
    gewijzigde"; ``amendment`` tells an amendement from a motie.
    """

    submitters: tuple[str, ...]
    cs: bool = False
    topic: str | None = None
    number: str | None = None
    amended: bool = False
    amendment: bool = False

    @property
    def id(self) -> None:
        """Always ``None``: a name is no identifier."""
        return None


@made_again
@made_quickly
@dataclass(frozen=True, slots=True)
class Toezegging:
    """A commitment made or recalled in the text.

    ``action`` is ``made``, ``fulfilled``, ``partly``, ``open`` or ``recalled``; ``due`` and
    ``recurrence`` are as printed; ``made_in`` is the printed place where an earlier one was made;
    ``requested_by`` a member as printed; ``what`` the short content as printed.
    """

    action: str
    what: str | None = None
    due: str | None = None
    recurrence: str | None = None
    made_in: str | None = None
    requested_by: str | None = None

    @property
    def id(self) -> None:
        """Always ``None``: it has no number of its own."""
        return None


@made_again
@made_quickly
@dataclass(frozen=True, slots=True)
class Programme:
    """A policy programme found by its name; ``id`` is the key in the programme table."""

    id: str
    name: str


@made_again
@made_quickly
@dataclass(frozen=True, slots=True)
class Akkoord:
    """A kabinet's agreement called by its kind alone: "het regeerakkoord", "het regeerprogramma".

    ``name`` is the word in lower case; ``of`` the kabinet or year where the text names one.
    """

    name: str
    of: str | None = None

    @property
    def id(self) -> None:
        """Always ``None``: which kabinet's it is depends on the date."""
        return None


@made_again
@made_quickly
@dataclass(frozen=True, slots=True)
class Office:
    """A post as printed ("de minister voor Langdurige Zorg en Sport", "MLZS").

    ``role`` is ``minister`` or ``staatssecretaris`` (``minister-president`` too) where printed.
    """

    title: str
    role: str | None = None

    @property
    def id(self) -> None:
        """Always ``None``: which post it is depends on the date."""
        return None


@made_again
@made_quickly
@dataclass(frozen=True, slots=True)
class Bewindspersoon:
    """A person named with a role ("minister Helder", "mevrouw Beckerman", "het lid Futselaar")."""

    name: str
    role: str | None = None
    party: str | None = None

    @property
    def id(self) -> None:
        """Always ``None``: which person it is depends on the date and the role."""
        return None


@made_again
@made_quickly
@dataclass(frozen=True, slots=True)
class Brief:
    """A letter or debate named by its date: "de Kamerbrief van 16 september jl.".

    ``noun`` is the printed word in lower case; ``when`` the date as far as printed, ISO with
    ``None`` for an unprinted year left out (``--09-16``); ``relative`` tells "jl."; ``topic``
    what follows "over" or "inzake".
    """

    noun: str
    when: str | None
    relative: bool = False
    topic: str | None = None

    @property
    def id(self) -> None:
        """Always ``None``: a date is no identifier."""
        return None


@made_again
@made_quickly
@dataclass(frozen=True, slots=True)
class Repeat:
    """ "Ibidem", "idem", "dezelfde brief", "noot 3": points back at an earlier citation.

    ``note`` is the footnote named, where one is.
    """

    note: str | None = None

    @property
    def id(self) -> None:
        """Always ``None``: what it repeats is for the resolution."""
        return None


Value = (
    Identifier | Motie | Toezegging | Programme | Akkoord | Office | Bewindspersoon | Brief | Repeat
)


class Role(StrEnum):
    """What a mentioned identifier is to the document that prints it."""

    CITED = "cited"
    OWN = "own"  # the document's own number in headers and footers
    REPLACED = "replaced"  # after "t.v.v.": the document or motion named is replaced


@made_again
@made_quickly
@dataclass(frozen=True, slots=True)
class Mention:
    """Something a document points at, as it stands there.

    ``surface`` is always ``text[span]``; ``citation`` the whole printed citation the mention is
    part of (the span itself when it stands alone), so that in "nrs. 520 en 548" both mentions
    share one citation. ``rule`` names the rule that fired; ``pages`` keeps "13-14" of "p. 13-14";
    ``reason`` says why a value is missing or doubted.
    """

    kind: str
    span: Span
    surface: str
    rule: str
    value: Value | None = None
    role: Role = Role.CITED
    citation: Span | None = None
    pages: str | None = None
    reason: str | None = None

    @property
    def id(self) -> str | None:
        """The canonical id, or ``None`` where the text gives none.

        >>> Mention("motie", Span(0, 5), "motie", "motie.named", Motie(("Bikker",))).id is None
        True
        """
        return None if self.value is None else self.value.id


class Relation(StrEnum):
    """What a document says about something it mentions; the value is the vocabulary's term."""

    CITES = "cites"
    FULFILS = "fulfils"
    FOLLOWS_UP = "followsUp"
    REJECTS = "rejects"
    REPLACES = "replaces"
    REPLIES_TO = "repliesTo"
    ON_BEHALF_OF = "onBehalfOf"
    MENTIONS_PROGRAMME = "mentionsProgramme"
    PRESENTS = "presents"
    MADE_IN = "madeIn"
    ATTACHMENT_OF = "attachmentOf"


class Degree(StrEnum):
    """How far a motion or commitment is fulfilled."""

    WHOLE = "whole"
    PARTIAL = "partial"


@made_again
@made_quickly
@dataclass(frozen=True, slots=True)
class Claim:
    """What the document says about one mention: the relation, with the sentence that says so.

    ``quote`` is the stretch that shows it; ``cue`` the words that decided; ``via`` the footnote
    mark through which the mention hangs on the sentence, where it stands in a note. ``about`` is
    the motion, commitment or letter by name that an identifier belongs to: the motion whose
    number it is, the letter of that date or, under ``madeIn``, the commitment made in the
    document it names.
    """

    relation: Relation
    mention: Mention
    quote: Span
    rule: str
    cue: Span | None = None
    degree: Degree | None = None
    via: Span | None = None
    about: Mention | None = None


@made_again
@made_quickly
@dataclass(frozen=True, slots=True)
class Extract:
    """What one document says, before anything is resolved; made without looking at any other."""

    document: Document
    segments: Segments
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]


# --- resolving: which one it is ---------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Candidate:
    """One entity a mention might be, with the reason and a score between 0 and 1."""

    key: str
    label: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """Which entity a mention is: its key, or ``None`` with the candidates and the reason.

    ``key`` is the path of the entity's IRI below the base ("document/kst-25295-1892",
    "person/p-conny-helder"). ``as_written`` keeps a spelling that differs from the entity's.
    """

    key: str | None
    reason: str
    candidates: tuple[Candidate, ...] = ()
    confidence: float = 1.0
    as_written: str | None = None


# --- the graph: nodes and statements -----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Literal:
    """A literal of a node: the local name of its property, the text, language or datatype.

    ``prop`` is a prefixed name of the vocabulary (``dcterms:title``, ``kg:kenmerk``).
    """

    prop: str
    text: str
    lang: str | None = None
    datatype: str | None = None


@dataclass(frozen=True, slots=True)
class Node:
    """One thing of the graph: the path of its IRI (or a full IRI), its classes, its literals.

    ``types`` are local names of the vocabulary, the most special first; ``pages`` are the web
    pages about it (foaf:page); ``links`` are links that come from a table or a file and not from
    a sentence, so that no statement stands behind them: local name and key (``("holder",
    "person/p-conny-helder")``, ``("readFrom", "file/…")``).
    """

    key: str
    types: tuple[str, ...]
    label: str
    literals: tuple[Literal, ...] = ()
    pages: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()


@made_again
@dataclass(frozen=True, slots=True)
class Statement:
    """One edge and the evidence behind it.

    ``predicate`` is a local name of the vocabulary; ``quote`` is literally
    ``text[start:end]`` of the document with key ``source`` (the file's key in ``file``).
    """

    subject: str
    predicate: str
    object: str
    file: str
    quote: str
    start: int
    end: int
    rule: str
    confidence: float
    in_footnote: bool = False
    page: int | None = None
    degree: Degree | None = None
    note: str | None = None


def statement_order(statement: Statement) -> tuple[str, str, str, str, int, int, str]:
    """The order in which statements are handed out."""
    return (
        statement.subject,
        statement.predicate,
        statement.object,
        statement.file,
        statement.start,
        statement.end,
        statement.rule,
    )


@dataclass(frozen=True, slots=True)
class GraphData:
    """A whole graph between resolving and writing: nodes and statements in order of their keys."""

    nodes: tuple[Node, ...]
    statements: tuple[Statement, ...]
    problems: tuple[str, ...] = ()
    counts: tuple[tuple[str, int], ...] = field(default=())


# --- people and posts --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Period:
    """A period of days, both ends inclusive; an open end is ``None``.

    >>> Period(date(2022, 1, 10), None).covers(date(2022, 1, 10))
    True
    """

    start: date | None
    end: date | None

    def covers(self, day: date) -> bool:
        """Whether ``day`` lies in the period."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)
