"""What each line of a PDF's page is for.

Running headers and footers say the same in the same place on other pages; columns in the margin
stand outside the lines of the body; notes are set in smaller letters at the foot, behind a number
that is a mark on the page.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from kg.read.margins import margin_of, without
from kg.read.measure import Line

_BAND = 0.12  # headers and footers stand in this part of the page's height
_SMALL = 0.94  # notes are set smaller than this share of the body's letters
_FREE = 1.7  # running lines are this many times their letters' height from others
_FEW = 40  # no page has more doubtful headers and footers
_MANY = 3_000  # no page made for reading has more lines: such a one is not taken apart
_FIGURES = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"\s{0,9}(?:(?:pagina|page|blad|p\.?)\s{0,9}){0,2}-?\s{0,9}\d{1,5}\s{0,9}-?"
    r"(?:\s{0,9}(?:van|of|/)\s{0,9}\d{1,5})?\s{0,9}",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\s{0,9}\[?(\d{1,3})\]?[.)]?(?=[\s\D])\s{0,9}")


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its number from 1, its size in points, its lines in the order of the file."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Roles:
    """The lines of one page by what they are for, each in the order they are read."""

    header: tuple[Line, ...]
    margin: tuple[Line, ...]
    body: tuple[Line, ...]
    note: tuple[Line, ...]
    footer: tuple[Line, ...]


def letter_size(pages: Iterable[Page]) -> float:
    """The height of the letters most of the text is set in; 0 for no text."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[round(line.size, 1)] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)


Key = tuple[str, str]


def _key(line: Line, page: Page) -> Key | None:
    """What a running header or footer has in common with itself on another page."""
    if line.bottom >= page.height * _BAND and line.top <= page.height * (1 - _BAND):
        return None
    if line.marks and line.marks[0][0] == 0:
        return None  # a note
    band = "footer" if line.bottom < page.height * _BAND else "header"
    return band, _FIGURES.sub("#", "".join(line.text.split()).casefold())


def repeated_lines(pages: Sequence[Page]) -> dict[Key, bool]:
    """The lines that stand in the same place with the same words on two pages.

    Their numbers may differ as far as the pages' numbers do. The value tells those of so many
    pages that they run for certain.
    """
    seen: dict[Key, dict[int, Line]] = defaultdict(dict)
    for page in pages:
        for line in page.lines:
            if key := _key(line, page):
                seen[key][page.number] = line
    return {
        key: len(on) > 2 and len(on) > 0.4 * len(pages)
        for key, on in seen.items()
        if len(on) > 1 and _runs(on)
    }


def _runs(on: dict[int, Line]) -> bool:
    """Whether most lines of one wording, by page, agree in height and count the pages."""
    middle = median(line.bottom for line in on.values())
    level = sum(abs(line.bottom - middle) < 8 for line in on.values())
    numbers = [(page, _FIGURES.findall(line.text)[:9]) for page, line in on.items()]
    counted = sum(
        all(_counts(a, b, after - page) for a, b in zip(figures, later, strict=False))
        for (page, figures), (after, later) in zip(numbers, numbers[1:], strict=False)
    )
    return 2 * level > len(on) and 2 * counted >= len(on) - 1


def _counts(figure: str, later: str, pages: int) -> bool:
    """Whether a number stayed the same, or rose with the pages."""
    if figure == later:
        return True
    return len(figure) < 6 and len(later) < 6 and int(later) - int(figure) == pages


def roles_of(
    page: Page,
    size: float,
    repeated: dict[Key, bool],
    *,
    continued: bool,
    edge: float | None = None,
) -> Roles:
    """What each line of ``page`` is for, given the document's letters and repeated lines.

    ``continued`` tells that the page before ends in notes, so that one may run on here; ``edge`` is
    where the body's lines end on other pages, for one with too few of its own.
    """
    if len(page.lines) > _MANY:
        return Roles((), (), page.lines, (), ())
    running, rest = _running(page, size, repeated)
    margin, inside = margin_of(rest, size, edge)
    ordered = _in_order(inside)
    body, note = _notes(ordered, size, continued)
    if not note and (foot := _foot(ordered, page)):  # a page by itself, whose foot runs nowhere
        above, note = _notes(ordered[: -len(foot)], size, continued)
        body, running = (above, running + foot) if note else (body, running)
    header = tuple(line for line in running if line.bottom * 2 > page.height)
    footer = tuple(line for line in running if line.bottom * 2 <= page.height)
    return Roles(header, tuple(margin), tuple(body), tuple(note), footer)


def _running(
    page: Page, size: float, repeated: dict[Key, bool]
) -> tuple[list[Line], list[Line]]:
    """Parts the running headers and footers from the rest.

    One that does not run for certain must stand free of other lines.
    """
    certain: list[Line] = []
    doubted: list[Line] = []
    rest: list[Line] = []
    for line in page.lines:
        key = _key(line, page)
        if key is not None and repeated.get(key):
            certain.append(line)
        elif key is not None and (key in repeated or _is_page_number(line, size)):
            doubted.append(line)
        else:
            rest.append(line)
    if len(doubted) > _FEW:  # more than any page has of them
        return certain, without(page.lines, certain)
    running = certain + _free(doubted, rest, size)
    rest = without(page.lines, running)
    return without(page.lines, rest), rest


def _free(lines: list[Line], others: list[Line], size: float) -> list[Line]:
    """The lines that touch none of the others, directly or through one another."""
    held = others
    while lines and held:
        held = [line for line in lines if any(_touches(line, other, size) for other in held)]
        lines = without(lines, held)
    return lines


def _touches(line: Line, other: Line, size: float) -> bool:
    """Whether a line runs on from another, above, below or beside it, as text does."""
    distance = abs(line.bottom - other.bottom)
    if distance < 0.3 * line.size:
        gap = max(line.left - other.right, other.left - line.right)
        return abs(other.size - size) < 0.04 * size or gap < 3 * line.size
    return distance < _FREE * line.size and line.left < other.right and other.left < line.right


def _is_page_number(line: Line, size: float) -> bool:
    return line.size < 1.3 * size and bool(_PAGE_NUMBER.fullmatch(line.text))


def _in_order(lines: list[Line]) -> list[Line]:
    """The lines as read: in the order of the file, unless that climbs back up in a column."""
    for before, line in zip(lines, lines[1:], strict=False):
        climbs = line.bottom > before.top + line.size
        if climbs and line.left < before.right and before.left < line.right:
            return _by_columns(lines)
    return lines


def _by_columns(lines: list[Line]) -> list[Line]:
    """The lines sorted top to bottom, lines of one height from left to right."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (-line.bottom, line.left)):
        if rows and rows[-1][0].bottom - line.bottom < 0.4 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [line for row in rows for line in sorted(row, key=lambda line: line.left)]


def _notes(
    lines: list[Line], size: float, continued: bool
) -> tuple[list[Line], list[Line]]:
    """Parts the notes at the page's foot from the body.

    They are the last lines set in small letters, from the first that begins with the number of a
    mark on the page or a raised one; or from the top of those, where a note runs on.
    """
    first = len(lines)
    while first and lines[first - 1].size < _SMALL * size:
        first -= 1
    marks = {line.text[a:b] for line in lines[:first] for a, b in line.marks}
    start = first
    while start < len(lines) and not label_of(lines[start], marks):
        start += 1
    if start < len(lines) and continued and first:
        start = first
    return lines[:start], lines[start:]


def _foot(lines: list[Line], page: Page) -> list[Line]:
    """The last line or two, where they stand at the page's foot free of those above."""
    for count in (1, 2):
        above, foot = lines[:-count], lines[-count:]
        if not above or any(line.bottom >= page.height * _BAND for line in foot):
            return []
        if above[-1].bottom - max(line.top for line in foot) > _FREE * foot[0].size:
            return foot
    return []


def label_of(line: Line, marks: Collection[str]) -> re.Match[str] | None:
    """The number a note begins with, when it is raised or one of ``marks``."""
    match = None if line.after else _LABEL.match(line.text)
    if match is None:
        return None
    is_raised = bool(line.marks) and line.marks[0][0] == match.start(1)
    return match if is_raised or (match[1] in marks and match[0][-1].isspace()) else None
