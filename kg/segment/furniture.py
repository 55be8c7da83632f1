"""Furniture: what a page repeats and no reader reads on from — footers, running heads, columns.

Page numbers ("Pagina 3 van 11", also printed twice over itself), the footer of a Kamerstuk, the
column in the margin with directorate and kenmerk, marks of confidentiality.
"""

from __future__ import annotations

import re
from collections import Counter

from kg.model import Document, HeaderField, Part
from kg.segment.labels import LABEL_OPENINGS, read_label
from kg.segment.page import Page
from kg.segment.stated import column_lines
from kg.text import usual_width

_FOOTER = re.compile(
    r"""(?:
        (?:Pagina\s?){1,2}\d{1,4}(?:\s{1,3}\d{1,4})?(?:\s{0,3}(?:van\s?){1,2}\s?\d{1,4}(?:\s{1,3}\d{1,4})?)?
      | [Pp]ag(?:ina|\.)?\s\d{1,4}(?:\s?(?:van|/)\s?\d{1,4})?
      | Page\s\d{1,4}\sof\s\d{1,4}
      | [-–—]\s?\d{1,4}\s?[-–—]
      | (?:(?:Tweede|Eerste)\sKamer|Verenigde\sVergadering),\svergaderjaar\s?\d{4}.{0,120}
      | (?:kst|ah-[te]k|h-[te]k|KST)-?[\w-]{3,40}(?:\s?ISSN.{0,80})?
      | ISSN\s\d{4}\s?-\s?\d{4}.{0,160}
      | ['’‘]s[-‑ ]Gravenhage\s\d{4}.{0,100}
      | (?:Intern|Departementaal|Uitsluitend\sintern|Stg\.)\s?
        (?:gebruik|vertrouwelijk|Geheim|Confidentieel)?(?:\s\|.{0,40})?
      | \[word/[\w.]{3,30}\]
    )\Z""",
    re.VERBOSE,
)
_FOOTER_STARTS = (  # what every footer begins with: most lines are no more than looked at
    "Pag", "pag", "Tweede", "Eerste", "Verenigde", "kst", "KST", "ah-", "h-", "ISSN", "Intern",
    "Departementaal", "Uitsluitend", "Stg", "'s", "’s", "‘s", "- ", "– ", "— ", "[w",
    *(f"{dash}{digit}" for dash in "-–—" for digit in "0123456789"),
)
_FOOTER_PAIRS = frozenset(start[:2] for start in _FOOTER_STARTS)
_MARGIN_WORDS = re.compile(
    r"(?:ons |uw )?kenmerk|direct(?:ie|oraat)|ministerie|bezoekadres|postadres|postbus|www\.|"
    r"[TF] ?0 ?70|bijlage|contactpersoon|programma|DG[A-Z]{1,6}\b|datum|overheidsidentificatie",
    re.IGNORECASE,
)
_MARGIN_FROM = 60  # no body of a letter begins further to the right
_FIGURES = re.compile(r"\d+")
_GAP = re.compile(r" {2,}(?=\S)")
_EDGE = 4  # lines at the top and bottom of a page that may be running heads or footers
_SHORT = 60


def claim_furniture(page: Page, document: Document) -> dict[int, tuple[int, str]]:
    """Claim the furniture of a document; what comes back is the margin column.

    The margin column is, by line, where its words begin and what they are; those of the first
    page hold the references block, so they are left to be claimed.
    """
    stated = column_lines(page, document)
    _claim_footers(page)
    margin = stated or _margin_column(page)
    if margin:
        own = [line for line in page.filled if line not in page.parts]
        page.width = usual_width([page.indent(line) + len(page.bodies[line]) for line in own])
    _claim_page_edges(page)
    _claim_repeated_labels(page)
    return margin


def _claim_footers(page: Page) -> None:
    """Claim the lines that are a footer by their own words."""
    match, bodies = _FOOTER.match, page.bodies
    for line in page.opening(_FOOTER_PAIRS):
        body = bodies[line]
        if body.startswith(_FOOTER_STARTS) and len(body) < 200 and match(body):
            page.claim(line, Part.FURNITURE)


def _claim_page_edges(page: Page) -> None:
    """Claim lines that come back at the top or bottom of pages, and page numbers there."""
    if not page.page_starts:
        return
    edges: list[int] = []
    for start in sorted(page.page_starts):
        edges += _filled(page, range(start, min(len(page), start + 12)))
        edges += _filled(page, range(start - 1, max(-1, start - 13), -1))
    edges += _filled(page, range(len(page) - 1, max(-1, len(page) - 13), -1))
    counts = Counter(page.bodies[line] for line in set(edges))
    forms = {line: _masked(page.bodies[line]) for line in edges if len(page.bodies[line]) <= 100}
    masked = Counter(forms.values())
    pages = len(page.page_starts) + 1
    for line in edges:
        body = page.bodies[line]
        if len(body) > 100 or not page.free(line) or not _at_edge(page, line):
            continue
        again = counts[body] >= max(2, pages // 3)
        numbered = masked[forms[line]] >= max(4, pages * 2 // 3)
        if again or numbered or body.isdigit() and len(body) <= 4:
            page.claim(line, Part.FURNITURE)


def _masked(body: str) -> str:
    """A line with its figures made alike, so that a page number does not tell two apart.

    >>> _masked("13 | 75  Rapport")
    '0 | 0  Rapport'
    """
    return _FIGURES.sub("0", body)


def _filled(page: Page, numbers: range) -> list[int]:
    """The first few lines with words among ``numbers``."""
    return [line for line in numbers if page.bodies[line]][:_EDGE]


def _at_edge(page: Page, line: int) -> bool:
    """Whether a figure is a page number: furniture or the page's end next to it, no note text."""
    if not page.bodies[line].isdigit():
        return True
    following = page.next_filled(line)
    return following is None or following in page.page_starts or any(
        start in page.page_starts for start in range(line + 1, following + 1)
    )


def _claim_repeated_labels(page: Page) -> None:
    """Claim the second and later showings of a label and its value, and what repeats with them."""
    bodies = page.bodies
    labels = page.opening(LABEL_OPENINGS)
    shown = Counter([bodies[line] for line in labels])
    again = {body for body, count in shown.items() if count > 1 and 0 < len(body) <= _SHORT}
    if not again:
        return
    counts = Counter(bodies)
    seen: set[tuple[str, str]] = set()
    for line in labels:
        body = bodies[line]
        if body not in again or not page.free(line):
            continue
        label = read_label(body)
        if label is None or label.value_at is not None:
            continue
        value_line = page.next_filled(line, 3)
        if value_line is None or len(page.bodies[value_line]) > _SHORT:
            continue
        value = page.bodies[value_line]
        if (label.name, value) in seen:
            for number in (line, value_line):
                page.claim(number, Part.FURNITURE)
            _claim_neighbours(page, line, value_line, counts)
        elif read_label(value) is None:
            seen.add((label.name, value))


def claim_running_fields(page: Page, stop: int, fields: list[HeaderField]) -> None:
    """Claim below the head what repeats a field: its label alone and its value on the next line."""
    printed = {(f.name, page.text[f.span.start : f.span.end]) for f in fields if len(f.span)}
    if not printed:
        return
    bodies = page.bodies
    for line in page.opening(LABEL_OPENINGS):
        body = bodies[line]
        if line < stop or len(body) > 24 or not page.free(line):
            continue
        label = read_label(body)
        below = page.next_filled(line, 2)
        if label is None or label.value_at is not None or below is None or not page.free(below):
            continue
        if (label.field, page.bodies[below]) in printed:
            page.claim(line, Part.FURNITURE)
            page.claim(below, Part.FURNITURE)


def _claim_neighbours(page: Page, first: int, last: int, counts: Counter[str]) -> None:
    """Claim the short repeated lines that stand with a repeated label ("DGV", "PG")."""
    for step, line in ((-1, first - 1), (1, last + 1)):
        empty = 0
        while 0 <= line < len(page) and empty < 3:
            body = page.bodies[line]
            if not body:
                empty += 1
            elif len(body) > 40 or counts[body] < 2 or body[-1] in ".:;":
                break
            elif page.free(line):
                page.claim(line, Part.FURNITURE)
                empty = 0
            else:
                break
            line += step


# --- the margin column of a page whose layout was kept ----------------------------------------


def _margin_column(page: Page) -> dict[int, tuple[int, str]]:
    """The column right of the letter: claimed as furniture, except on the first page."""
    margin: dict[int, tuple[int, str]] = {}
    if page.width <= _MARGIN_FROM or max(page.indents) < _MARGIN_FROM:
        return margin
    bounds = [0, *sorted(page.page_starts), len(page)]
    for number, (first, stop) in enumerate(zip(bounds, bounds[1:], strict=False)):
        column = _column_of(page, first, stop)
        for line, (offset, words) in column.items():
            margin[line] = (offset, words)
            if page.starts[line] + page.indent(line) >= offset:
                page.claim(line, Part.LETTERHEAD if number == 0 else Part.FURNITURE)
            else:
                page.cut_tail(line, offset)
    return margin


def _column_of(page: Page, first: int, stop: int) -> dict[int, tuple[int, str]]:
    """The words of the margin column on one page, by line; empty where there is no column."""
    alone: dict[int, int] = {}
    figures: dict[int, int] = {}  # a count below its label; a page number is none of the column
    for line in range(first, stop):
        body = page.bodies[line]
        if body and len(body) <= 45 and line not in page.parts:
            if len(page.text) > page.starts[line] + _MARGIN_FROM:
                indent = page.indent(line)
                if indent >= _MARGIN_FROM:
                    (figures if body.isdigit() else alone)[line] = indent
    if not any(_MARGIN_WORDS.match(page.bodies[line]) for line in alone):
        return {}
    columns = {c + d for c in alone.values() for d in (-1, 0, 1)}
    found: dict[int, tuple[int, str]] = {}
    expects_value = False
    for line in range(first, stop):
        words: tuple[int, str] | None
        if line in alone or line in figures and expects_value:
            words = page.start(line), page.bodies[line]
        else:
            words = _tail_of(page, line, columns, expects_value)
        if words is not None:
            found[line] = words
            label = read_label(words[1])
            expects_value = label is not None and label.value_at is None
    return dict(sorted(found.items()))


def _tail_of(page: Page, line: int, columns: set[int], after_label: bool) -> tuple[int, str] | None:
    """The words a line holds in the margin column, with where they begin."""
    start, end = page.starts[line], page.raw_end(line)
    if end - start <= _MARGIN_FROM or line in page.parts:
        return None
    for match in _GAP.finditer(page.text, start + _MARGIN_FROM - 3, end):
        if match.end() - start in columns and match.start() > start + page.indent(line):
            return match.end(), page.text[match.end() : end].strip()
    if after_label:
        for column in sorted(columns):
            at = start + column
            if at < end and page.text[at - 1] == " " and page.text[at] != " ":
                words = page.text[at:end].strip()
                if len(words) <= 30 and any(c.isdigit() or c == "/" for c in words):
                    return at, words
    return None
