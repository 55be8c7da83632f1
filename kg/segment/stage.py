"""The segment stage: its steps in their order."""

from __future__ import annotations

from dataclasses import replace

from kg.model import Document, HeaderField, Kind, Part, Segments, Signatory
from kg.segment.assembly import segments_of, sentences_of
from kg.segment.college import read_college, read_committee
from kg.segment.discourse import claim_attachments, claim_headings, claim_turns
from kg.segment.fields import label_fields
from kg.segment.furniture import claim_furniture, claim_running_fields
from kg.segment.handelingen import foot_title, item_title, sitting_day
from kg.segment.head import Head, find_head
from kg.segment.imprint import agenda_subject, imprint_fields, titled
from kg.segment.kind import decide_kind
from kg.segment.labels import LABEL_OPENINGS, read_label
from kg.segment.memo import memo_title
from kg.segment.notes import read_notes
from kg.segment.page import Page, open_page
from kg.segment.printed import read_publication
from kg.segment.publication import Publication
from kg.segment.regulation import Regulation, crowned, placed_on, read_regulation, signed_on
from kg.segment.sender import sender_fields
from kg.segment.signing import read_signatures
from kg.segment.stated import agreed, claim_stated_notes, claim_tables, stated_fields, tied
from kg.segment.submitters import handed_in, read_submitters
from kg.segment.title import closed_on, opened_on, printed_title
from kg.text.markdown import unescaped

_ONCE = frozenset(
    "date kenmerk subject ministry addressee attachments your-reference deadline session".split()
)

_TITLED = frozenset((Kind.DOCUMENT, Kind.REPORT, Kind.MEMO, Kind.LETTER))


def segment(document: Document) -> Segments:
    r"""The parts, fields, footnotes, signatories, kind and sentences of a document.

    >>> letter = "Datum 3 mei 2022\nBetreft Zorg\n\nGeachte voorzitter,\n\nDank.\n"
    >>> found = segment(Document(letter, "brief.txt", "0"))
    >>> found.kind, [(field.name, field.value) for field in found.fields]
    (<Kind.LETTER: 'Letter'>, [('date', '2022-05-03'), ('subject', 'Zorg')])
    """
    page = open_page(document)
    margin = claim_furniture(page, document)
    publication = read_publication(page)
    head = find_head(page)
    printed = [*publication.fields, *label_fields(page, head, margin)]
    printed += imprint_fields(page, margin, printed)
    fields = _once(agreed(stated_fields(document), printed))
    if head.salutation is None and not publication.fields:
        title = memo_title(page)
        fields = _with(fields, [title] if title else [])
    _claim_head(page, head, fields)
    claim_running_fields(page, head.stop, fields)
    guessed = () if document.notes and not _torn(document) else read_notes(page)
    claim_stated_notes(page, document)
    footnotes = tuple(tied(document, guessed))
    bare = head.salutation is None and not publication.stop
    regulation = read_regulation(page) if bare else None
    main = head.salutation if head.salutation is not None else max(head.stop, publication.stop)
    first = head.mail_stop if head.mail_stop else max(0, min(main, len(page)))
    signatories = read_signatures(page, first, main, every=regulation is not None)
    if publication.stop and not signatories:
        signatories = read_committee(page, publication.stop)
    if regulation is not None:
        signatories = crowned(page, regulation, signatories) or read_college(page)
    last = max((line for line, part in page.parts.items() if part is Part.SIGNATURE), default=None)
    if last is not None:
        claim_attachments(page, last + 1)
    claim_tables(page, document)
    claim_turns(page)
    agenda = None if publication.stop else item_title(page)
    if agenda is None and regulation is not None:
        kind, reason = Kind.DOCUMENT, regulation.reason
    else:
        kind, reason = decide_kind(page, document, publication, head, fields, agenda)
    signatories = _signers(page, kind, publication, signatories)
    claim_headings(page)
    fields = _with(fields, _subject(page, document, kind, agenda))
    fields = _with(fields, _unlabelled(page, publication, kind, fields, regulation))
    sent = sender_fields(page, head, publication, fields, signatories, kind, margin, regulation)
    fields = _with(fields, list(sent))
    if "\\." in document.text or "\\-" in document.text:
        fields = [_unescaped(document, found) for found in fields]
        signatories = [_signed(document, found) for found in signatories]
    parts = segments_of(page, margin)
    return Segments(
        parts=parts,
        sentences=sentences_of(page, parts, footnotes),
        footnotes=footnotes,
        fields=tuple(sorted(fields, key=lambda f: (f.span.start, f.span.end, f.name))),
        signatories=tuple(signatories),
        kind=kind,
        kind_reason=reason,
    )


def _unescaped(document: Document, found: HeaderField) -> HeaderField:
    """The field as a reader of the Markdown sees it; only words can hold an escaped mark."""
    words = found.name in ("subject", "asked-by", "addressee", "kenmerk")
    if not words or "\\" not in document.text[found.span.start : found.span.end + 40]:
        return found
    return replace(found, value=unescaped(found.value, found.span.of(document.text)))


def _signed(document: Document, found: Signatory) -> Signatory:
    if found.name is None or found.name_span is None:
        return found
    return replace(found, name=unescaped(found.name, found.name_span.of(document.text)))


def _subject(
    page: Page, document: Document, kind: Kind, agenda: HeaderField | None
) -> list[HeaderField]:
    """The subject where no label gives one, and the day of a sitting."""
    if kind is Kind.PROCEEDINGS:
        title = agenda or foot_title(page) or agenda_subject(page, kind) or titled(page, document)
        return [field for field in (title, sitting_day(page)) if field is not None]
    subject = agenda_subject(page, kind) or titled(page, document)
    return [subject] if subject else []


def _unlabelled(
    page: Page,
    publication: Publication,
    kind: Kind,
    fields: list[HeaderField],
    regulation: Regulation | None,
) -> list[HeaderField]:
    """Title and day of a paper that prints them without labels."""
    names = {field.name for field in fields}
    found: list[HeaderField | None] = []
    if "date" not in names and kind in (Kind.MOTION, Kind.AMENDMENT):
        found.append(handed_in(page))
    if publication.stop:
        return [field for field in found if field is not None]
    if "subject" not in names and kind in _TITLED:
        found.append(printed_title(page, marked=kind is Kind.LETTER))
    if "date" not in names and regulation is not None:
        found.append(regulation.day or signed_on(page) or placed_on(page))
    elif "date" not in names and kind in _TITLED:
        day = opened_on(page) or signed_on(page) or closed_on(page)
        found.append(day or placed_on(page))
    return [field for field in found if field is not None]


def _torn(document: Document) -> bool:
    """Whether the format is one that ties notes by the look of the page, so that some may lack."""
    return document.media_type in ("application/pdf", "text/plain", "text/markdown")


def _once(fields: list[HeaderField]) -> list[HeaderField]:
    """The fields without second showings: one date, one kenmerk; several askers and own ids."""
    seen: set[str] = set()
    kept: list[HeaderField] = []
    for found in fields:
        key = found.name if found.name in _ONCE else f"{found.name}={found.value}"
        if key not in seen:
            seen.add(key)
            kept.append(found)
    return kept


def _with(fields: list[HeaderField], more: list[HeaderField]) -> list[HeaderField]:
    """The fields with those found besides, first showings only."""
    return _once([*fields, *more]) if more else fields


def _claim_head(page: Page, head: Head, fields: list[HeaderField]) -> None:
    """Claim the lines of the head: those of the fields as references, the rest as letterhead."""
    values: set[int] = set()
    for start, end in (found.span for found in fields if len(found.span)):
        values.update(range(page.line_at(start), page.line_at(end - 1) + 1))
    for line in page.filled_in(head.first, head.stop):
        body = page.bodies[line]
        if not body or page.parts.get(line) not in (None, Part.LETTERHEAD):
            continue
        reference = line in values or body[:2] in LABEL_OPENINGS and read_label(body) is not None
        page.claim(line, Part.REFERENCES if reference else Part.LETTERHEAD)


def _signers(
    page: Page, kind: Kind, publication: Publication, found: list[Signatory]
) -> list[Signatory]:
    """Who signs: who answered, the submitters of a motion, or those under the letter."""
    if kind is Kind.PROCEEDINGS:
        return []  # what looks like a signature is a speaker
    if publication.answerers:
        return publication.answerers
    if kind in (Kind.MOTION, Kind.AMENDMENT):
        return read_submitters(page, publication)
    return found
