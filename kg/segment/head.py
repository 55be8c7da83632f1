"""Where a letter's head ends: mail headers, the references block, the salutation.

A forwarded mail holds the letter: what stands under Van, Onderwerp and Datum there is the mail's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Part
from kg.segment.joined import labels_joined, stack_end
from kg.segment.labels import LABEL_OPENINGS, read_label
from kg.segment.page import Page

_MAIL = re.compile(
    r"(?P<name>Van|From|Aan|To|Onderwerp|Subject|Datum|Verzonden|Sent|Date|CC|Cc|Bcc|BCC|Bijlagen?|"
    r"Attachments|Reply-To|Beantwoorden|Belang|Importance|Urgentie)\s?:(?:\s|\Z)"
)
# The pairs of characters that mail headers begin with, and those of the ones every run has.
_MAIL_PAIRS = frozenset(
    "Va Fr Aa To On Su Da Ve Se CC Cc Bc BC Bi At Re Be Im Ur".split()
)
_SENT_NAMES = frozenset(("van", "from", "sent", "verzonden"))
_SALUTATION = re.compile(
    r"(?:Zeer |Hoog|hoog)?(?:[Gg]eachte|Geacht(?= [CcBb])|[Bb]este|[Ww]aarde|Excellentie|Dear|"
    r"(?:Mijnheer|Mevrouw) de [Vv]oorzitter|Weledelg\w+|Hooggeleerde)\b(?:\s.{0,100}|[,:!])\Z"
)
_SALUTATION_PAIRS = frozenset("Ze Ho ho Ge ge Be be Wa wa Ex De Mi Me We".split())
# The one sentence a letterhead holds.
_NOTICE = re.compile(r"Bij beantwoording|Wilt u|Correspondentie|Gelieve|\*", re.IGNORECASE)
_PERSON = re.compile(
    r"voorzitter|leden|heer|mevrouw|dames|colleg|bestuur|minister|secretaris", re.IGNORECASE
)
_KAMER = re.compile(r"voorzitter|leden|kamer|griffier|speaker|president", re.IGNORECASE)
_SHORT = 60  # no line of this length is a letter's text
_HEAD_LINES = 90  # filled lines within which a head ends


@dataclass(frozen=True, slots=True)
class Head:
    """The lines ``first`` to ``stop`` (not included) are a head; ``salutation`` a line or none.

    ``mail_stop`` is the line after the last mail header, 0 where there is none.
    """

    first: int
    stop: int
    salutation: int | None
    mail_stop: int


def find_head(page: Page) -> Head:
    """Find the head of the letter and claim the mail headers and the salutation."""
    mail_stop = _claim_mail_headers(page)
    salutation = _main_salutation(page, mail_stop)
    labels = _label_lines(page, mail_stop, salutation)
    if salutation is not None:
        page.claim(salutation, Part.SALUTATION)
        if not mail_stop:
            return Head(0, salutation, salutation, 0)
        before = [line for line in labels if _has_field(page, line)]
        return Head(min(before, default=salutation), salutation, salutation, mail_stop)
    if not labels:
        return Head(mail_stop, mail_stop, None, mail_stop)
    first = labels[0] if mail_stop else 0
    stop = stack_end(page, labels) or _after_labels(page, labels[-1])
    return Head(first, stop, None, mail_stop)


def _claim_mail_headers(page: Page) -> int:
    """Claim the runs of mail header lines; the line after the last one."""
    headers = {line: match["name"].lower() for line, match in _mail_headers(page)}
    if not _SENT_NAMES & set(headers.values()):
        return 0
    stop = 0
    run: list[tuple[int, str]] = []
    bodies = page.bodies
    for line in page.filled_in(min(headers), len(bodies)):
        name = headers.get(line)
        if name is None and not run:
            continue
        if run and line - run[-1][0] > 2 or name is None and run and line - run[-1][0] != 1:
            stop = _claim_run(page, run) or stop
            run = []
        if name is not None:
            run.append((line, name))
        elif run and (len(bodies[line]) > 200 or len(run) < 2):
            stop = _claim_run(page, run) or stop
            run = []
    return _claim_run(page, run) or stop


def _mail_headers(page: Page) -> Iterator[tuple[int, re.Match[str]]]:
    """The lines that have the form of a mail header."""
    bodies = page.bodies
    for line in page.opening(_MAIL_PAIRS):
        match = _MAIL.match(bodies[line]) if ":" in bodies[line][:14] else None
        if match:
            yield line, match


def _claim_run(page: Page, run: list[tuple[int, str]]) -> int:
    """Claim a run of lines as mail headers where it is one; the line after it, else 0."""
    if len(run) < 3 or not {name for _, name in run} & _SENT_NAMES:
        return 0
    first, last = run[0][0], run[-1][0]
    for line in range(first, last + 1):
        if page.bodies[line]:
            page.claim(line, Part.MAIL_HEADER, new=line == first)
    return last + 1


def _main_salutation(page: Page, mail_stop: int) -> int | None:
    """The salutation of the letter itself: to the Kamer rather than to the mail's readers."""
    first: int | None = None
    last = page.filled[: _HEAD_LINES * (2 if mail_stop else 1)][-1:]
    for line in page.opening(_SALUTATION_PAIRS):
        if line > last[0]:
            break
        body = page.bodies[line]
        if len(body) < 120 and _SALUTATION.match(body):
            if line in page.parts or body[-1] not in ",:!." and not _PERSON.search(body):
                continue
            if _KAMER.search(body):
                return line
            if first is None:
                first = line
    return first


def _label_lines(page: Page, mail_stop: int, salutation: int | None) -> list[int]:
    """The lines of the head that begin with a label: before the salutation or the first text."""
    lines = page.filled_in(mail_stop, len(page) if salutation is None else salutation)
    if page.tails:  # all of a line may have stood in the margin column
        lines = [line for line in lines if page.bodies[line]]
    lines = lines[:_HEAD_LINES]
    last = lines[-1] if lines else -1
    found = [
        line
        for line in page.opening(LABEL_OPENINGS)
        if mail_stop <= line <= last and page.free(line) and read_label(page.bodies[line])
    ]
    if salutation is not None:
        return found
    joined = labels_joined(page, lines)
    found = sorted({*found, *joined})
    long = [line for line in lines if len(page.bodies[line]) > _SHORT] if found else []
    text = next((n for n in long if n not in joined and _is_text(page, n, found)), len(page))
    found = [line for line in found if line < text]
    return found if _looks_like_block(page, found) else []


def _is_text(page: Page, line: int, labels: list[int]) -> bool:
    """Whether a line is a letter's text, so that its head has ended: long, or a whole sentence."""
    body = page.bodies[line]
    if len(body) <= _SHORT or len(body) <= 160 and body[-1] != ".":
        return False
    return line - 1 not in labels and _NOTICE.match(body) is None


def _has_field(page: Page, line: int) -> bool:
    """Whether the label of a line gives a field of the letter."""
    label = read_label(page.bodies[line])
    return label is not None and bool(label.field)


def _looks_like_block(page: Page, labels: list[int]) -> bool:
    """Whether labels without a salutation make a block: two at least, on few lines."""
    names = {label.name for line in labels if (label := read_label(page.bodies[line]))}
    return len(names) >= 2 or bool(labels_joined(page, labels))


def _after_labels(page: Page, last: int) -> int:
    """The line after the last label and its value."""
    label = read_label(page.bodies[last])
    if label is not None and label.value_at is None:
        value = page.next_filled(last, 3)
        longest = 400 if label.field == "subject" else 80
        if value is not None and len(page.bodies[value]) <= longest:
            return value + 1
    if label is not None and label.wide and (label.value_at or 0) >= 8:
        column = page.indent(last) + (label.value_at or 0)
        while last + 1 < len(page) and page.bodies[last + 1] and page.indent(last + 1) == column:
            last += 1
    return last + 1
