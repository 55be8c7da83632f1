"""The header fields a document prints about itself under its labels.

The first showing of each field counts; an empty label gives nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from kg.model import HeaderField, Part, Span
from kg.segment.head import Head
from kg.segment.joined import Entry, entries, stacked
from kg.segment.labels import Label, read_label
from kg.segment.page import Page, openings
from kg.text import find_date, fold_space, parse_date

_COUNT = {"een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7,
          "acht": 8, "negen": 9, "tien": 10, "geen": 0}
_KENMERK_OPENINGS = openings("kenmerk", "ons kenmerk") | {"**", "*k", "*K", "*o", "*O"}
_NUMBER = re.compile(r"\d{1,3}(?!\d)")
# The forms a kenmerk has: figures joined by strokes, capitals and slashes, long figures.
_KENMERK = re.compile(
    r"(?<![\w/-])(?:\d{3,}(?:-\d{3,}){0,3}(?:-[A-Z]{1,8}(?:[/&][A-Z]{1,8})?)|"
    r"(?:[A-Z][\w&-]{1,19}\s?/\s?){1,4}[\w.-]{4,24}|20\d\d-\d{6,12}|\d{6,12})(?![\w/-])"
)
_GAP = re.compile(r" {3,}")
_CELLS = re.compile(r" {3,}|\t[ \t]*")
_NO_SUBJECT = re.compile(
    r"direct(?:ie|oraat)|ministerie|postbus|bezoekadres|geachte|beste |www\.|[tf] +\d|"
    r"contactpersoon|pagina \d|> ?retouradres|\*",
    re.IGNORECASE,
)


def label_fields(
    page: Page, head: Head, margin: dict[int, tuple[int, str]]
) -> Iterator[HeaderField]:
    """The fields under labels, in the order of their labels, first the margin column's."""
    column = [Entry(line, start, words) for line, (start, words) in sorted(margin.items())]
    yield from _read_stream(page, column, len(page), margin)
    lines = [
        line
        for line in page.filled_in(head.first, head.stop)
        if (line not in margin or line in page.tails)
        and page.parts.get(line) not in (Part.MAIL_HEADER, Part.FURNITURE)
    ]
    yield from _read_stream(page, list(entries(page, lines)), head.stop, margin)
    yield from _torn_kenmerken(page, head, margin)


def _torn_kenmerken(
    page: Page, head: Head, margin: dict[int, tuple[int, str]]
) -> Iterator[HeaderField]:
    """The kenmerken below the head: a label alone on its line, its value under it or torn off."""
    if "enmerk" not in page.text:
        return
    for line in page.opening(_KENMERK_OPENINGS):
        body = page.bodies[line]
        if len(body) > 20 or "enmerk" not in body or head.first <= line < head.stop:
            continue
        label = read_label(body)
        following = page.next_filled(line, 4)
        if label is None or label.field != "kenmerk" or label.value_at or following is None:
            continue
        if not page.free(line):
            continue
        words = page.bodies[following]
        found = None
        if len(words) <= 40:
            found = _value(page, "kenmerk", page.start(following), words)
        if found is None:
            found = _torn_kenmerk(page, line, following, margin)
        if found is not None and any(c.isdigit() for c in found.value):
            yield found


def _read_stream(
    page: Page, stream: list[Entry], stop: int, margin: dict[int, tuple[int, str]]
) -> Iterator[HeaderField]:
    """The fields of one stream, of the lines before ``stop``."""
    done = 0
    for number, entry in enumerate(stream):
        label = entry.label
        if number < done or label is None or not label.field or entry.line >= stop:
            continue
        if label.field == "date" and label.value_at is None:
            both = stacked(stream, number)
            if both is not None:
                yield from _day_and_subject(page, stream, *both)
                done = both[1] + 1
                continue
        if label.value_at is not None and _CELLS.search(entry.words):
            row = list(_side_by_side(page, stream, number))
            yield from row
            if row:
                continue
        if label.value_at is not None:
            found = _inline(page, stream, number, label)
        else:
            found = _below(page, stream, number, label, margin)
        if found is not None:
            yield found


def _day_and_subject(
    page: Page, stream: list[Entry], day: int, number: int
) -> Iterator[HeaderField]:
    """Day and subject below the labels of both."""
    first = stream[number]
    found = [
        _value(page, "date", stream[day].start, stream[day].words),
        _subject(page, stream, number, Span(first.start, first.start + len(first.words)), 0),
    ]
    yield from (field for field in found if field is not None)


def _side_by_side(page: Page, stream: list[Entry], number: int) -> Iterator[HeaderField]:
    """The values of labels that stand side by side, each below its own."""
    if number + 1 >= len(stream) or stream[number + 1].line - stream[number].line > 2:
        return
    labels = [read_label(cell) for cell in _CELLS.split(stream[number].words)]
    below = stream[number + 1]
    gaps = [*_CELLS.finditer(below.words)]
    starts = [0, *(gap.end() for gap in gaps)]
    ends = [*(gap.start() for gap in gaps), len(below.words)]
    if len(labels) != len(starts) or any(la is None or la.value_at is not None for la in labels):
        return
    for label, start, end in zip(labels, starts, ends, strict=True):
        if label is not None and label.field and label.field != "subject":
            found = _value(page, label.field, below.start + start, below.words[start:end])
            if found is not None:
                yield found


def _inline(page: Page, stream: list[Entry], number: int, label: Label) -> HeaderField | None:
    """The value on the label's own line; a subject may run on over the next lines."""
    entry = stream[number]
    assert label.value_at is not None
    start = entry.start + label.value_at
    words = _GAP.split(entry.words[label.value_at :])[0]
    if label.field == "subject":
        kept = label.wide and entry.words[label.value_at - 1] != "\t"  # a tab keeps no column
        column = label.value_at if kept else 0
        return _subject(page, stream, number, Span(start, start + len(words)), column)
    return _value(page, label.field, start, words)


def _below(
    page: Page,
    stream: list[Entry],
    number: int,
    label: Label,
    margin: dict[int, tuple[int, str]],
) -> HeaderField | None:
    """The value on the line below the label, at most three lines down."""
    following = page.next_filled(stream[number].line, 4)
    if number + 1 >= len(stream):
        return None
    entry = stream[number + 1]
    if entry.line - stream[number].line > 4 or entry.label is not None:
        return None
    if entry.line != following and stream[number].line not in margin:
        return None
    if label.field == "subject":
        first = Span(entry.start, entry.start + len(entry.words))
        return _subject(page, stream, number + 1, first, 0)
    return _value(page, label.field, entry.start, entry.words)


def _value(page: Page, name: str, start: int, words: str) -> HeaderField | None:
    """The field's normal form where the words are a value of its kind."""
    words = words.rstrip("* ")
    if name == "date" or name == "deadline":
        found = find_date(page.text, start, start + len(words))
        if found is None or found[1] - start > 30:
            return None
        return HeaderField(name, found[0].isoformat(), Span(found[1], found[2]))
    if name == "attachments":
        return _attachments(start, words)
    if name == "kenmerk" or name == "your-reference":
        if len(words) > 60 or not words or words[0] in "*>" or words[-1] in ".:;,":
            return None
        if "Pagina " in words or len(words.split()) > 6:
            return None
        if name == "your-reference" and parse_date(words) is not None and len(words) < 20:
            return None
        if not any(c.isdigit() for c in words) and (" / " not in words or len(words) > 30):
            return None
        return HeaderField(name, fold_space(words), Span(start, start + len(words)))
    if name == "addressee":
        value = chamber(words) or fold_space(words)
        return HeaderField(name, value, Span(start, start + len(words)))
    return None


def _attachments(start: int, words: str) -> HeaderField | None:
    """The count of attachments: a figure or a number in words at the value's start."""
    bare = words.lstrip("(")
    start += len(words) - len(bare)
    words = bare.rstrip(")")
    first = words.split()[0].lower().rstrip(".,;") if words else ""
    match = _NUMBER.match(words)
    if match is None and first not in _COUNT or len(words) > 40:
        return None
    count = int(match.group()) if match else _COUNT[first]
    return HeaderField("attachments", str(count), Span(start, start + len(first)))


def _torn_kenmerk(
    page: Page, label: int, line: int, margin: dict[int, tuple[int, str]]
) -> HeaderField | None:
    """The kenmerk a margin column left at the end of a line of the letter.

    In text torn out by height the column's words come between those of the letter: the label
    alone above the line, the value behind it. Both are claimed for the column.
    """
    start, end = page.start(line), page.end(line)
    found = None
    for match in _KENMERK.finditer(page.text, max(start, end - 60), end):
        found = match
    if found is None or end - found.end() > 1 or found.start() <= start:
        return None
    page.claim(label, Part.FURNITURE)
    page.cut_tail(line, found.start())
    margin[line] = (found.start(), found.group())
    return HeaderField("kenmerk", found.group(), Span(*found.span()))


def _subject(
    page: Page, stream: list[Entry], number: int, first: Span, column: int
) -> HeaderField | None:
    """The subject with the lines it runs on over."""
    if not len(first) or _NO_SUBJECT.match(first.of(page.text)):
        return None
    value_column = stream[number].start + column - page.starts[stream[number].line]
    pieces = [first]
    for entry in stream[number + 1 : number + 7]:
        if entry.line != stream[number].line + len(pieces) or entry.label:
            break
        if _NO_SUBJECT.match(entry.words) or not _runs_on(page, pieces[-1], entry, value_column):
            break
        pieces.append(Span(entry.start, entry.start + len(entry.words)))
    value = fold_space(" ".join(piece.of(page.text) for piece in pieces))
    return HeaderField("subject", value.rstrip("* "), Span(pieces[0].start, pieces[-1].end))


def _runs_on(page: Page, before: Span, entry: Entry, column: int) -> bool:
    """Whether a line goes on with the subject: under it, or after a full or unfinished line."""
    indent = entry.start - page.starts[entry.line]
    if column >= 8:
        return abs(indent - column) <= 3
    last = before.of(page.text)[-1]
    return entry.words[0].islower() or last in ",-–" or len(before) >= 55 and len(entry.words) <= 90


def chamber(words: str) -> str | None:
    """``TK`` or ``EK`` where the words name one chamber.

    >>> chamber("De Voorzitter van de Eerste Kamer der Staten-Generaal")
    'EK'
    """
    lower = words.lower()
    if "tweede kamer" in lower:
        return "TK"
    return "EK" if "eerste kamer" in lower else None
