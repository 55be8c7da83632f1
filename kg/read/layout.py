"""What the lines of a PDF's pages are for, and the order in which they are read.

A page prints running headers and footers (the same words in the same place on other pages),
columns in the margin (outside the lines of the body), notes (smaller letters at the foot, behind a
raised figure) and the body. Each page becomes header, margin, body, notes, footer, in that order,
so that sentences of the body are torn by no more than a page's end.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from kg.model import NoteTie, Place, Region, Span
from kg.read.builder import TextBuilder, raised
from kg.read.measure import Line

_BAND = 0.12  # headers and footers stand in this part of the page's height
_SMALL = 0.94  # notes are set smaller than this share of the body's letters
_FREE = 1.7  # running lines are this many times their letters' height from others
_LONG = 25  # lines of this many characters show how wide the body is
_WIDE = 1.5  # a gap this many times the letters' height parts columns
_APART = 1.35  # more than this share of the usual distance between lines parts paragraphs
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


def lay_out(pages: Sequence[Page], built: TextBuilder) -> None:
    """Adds the text of all pages to ``built``, with places, regions and tied notes."""
    pages = [replace(page, lines=tuple(mended(page.lines))) for page in pages]
    size = letter_size(pages)
    repeated = repeated_lines(pages)
    writer = _Writer(built)
    continued = False
    for number, page in enumerate(pages):
        if number:
            built.add("\f")
        roles = roles_of(page, size, repeated, continued=continued)
        writer.write(page.number, roles)
        continued = bool(roles.note)
    writer.tie()


def mended(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines with those made one again that pdfium tore at a raised or lowered letter."""
    before: Line | None = None
    for line in lines:
        if before is not None and not line.after and _level(before, line):
            gap = line.left - before.right
            if -0.3 * line.size < gap < _WIDE * max(before.size, line.size):
                apart = gap > 0.15 * line.size or line.text[:1].isspace()
                before = _joined(before, line, " " if apart else "")
                continue
        if before is not None:
            yield before
        before = line
    if before is not None:
        yield before


def _level(one: Line, other: Line) -> bool:
    """Whether two lines stand at one height, by more than half of the lower one."""
    shared = min(one.top, other.top) - max(one.bottom, other.bottom)
    return shared > 0.5 * min(one.top - one.bottom, other.top - other.bottom)


def _joined(one: Line, other: Line, between: str) -> Line:
    """Two parts of one line as one; a figure alone that stands higher is a mark."""
    text = one.text.rstrip() + between
    rest = other.text.lstrip()
    shift = len(text) + len(rest) - len(other.text)
    marks = tuple((a + shift, b + shift) for a, b in _raised_beside(other, one))
    return Line(
        text + rest,
        min(one.left, other.left),
        min(one.bottom, other.bottom),
        max(one.right, other.right),
        max(one.top, other.top),
        max(one.size, other.size),
        _raised_beside(one, other) + marks,
        one.after,
        other.broken,
    )


def _raised_beside(line: Line, other: Line) -> tuple[tuple[int, int], ...]:
    """The marks of a line; the whole of a small figure that stands higher than the other."""
    figure = line.text.strip()
    small = line.size < 0.87 * other.size and line.bottom > other.bottom + 0.2 * other.size
    if small and len(figure) < 4 and figure.isdecimal():
        start = line.text.index(figure)
        return ((start, start + len(figure)),)
    return line.marks


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


def roles_of(page: Page, size: float, repeated: dict[Key, bool], *, continued: bool) -> Roles:
    """What each line of ``page`` is for, given the document's letters and repeated lines.

    ``continued`` tells that the page before ends in notes, so that one may run on here.
    """
    running, rest = _running(page, size, repeated)
    margin, inside = _margin(rest, size)
    body, note = _notes(_in_order(inside), size, continued)
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
    doubted = _free(doubted, rest, size)
    running = certain + doubted if not doubted else [
        line for line in page.lines if line in certain or line in doubted
    ]
    return running, [line for line in page.lines if line not in running]


def _free(lines: list[Line], others: list[Line], size: float) -> list[Line]:
    """The lines that touch none of the others, directly or through one another."""
    held = [line for line in lines if any(_touches(line, other, size) for other in others)]
    if not held:
        return lines
    return _free([line for line in lines if line not in held], held, size)


def _touches(line: Line, other: Line, size: float) -> bool:
    """Whether a line runs on from another, above, below or beside it, as text does."""
    distance = abs(line.bottom - other.bottom)
    if distance < 0.3 * line.size:
        gap = max(line.left - other.right, other.left - line.right)
        return abs(other.size - size) < 0.04 * size or gap < 3 * line.size
    return distance < _FREE * line.size and line.left < other.right and other.left < line.right


def _is_page_number(line: Line, size: float) -> bool:
    return line.size < 1.3 * size and bool(_PAGE_NUMBER.fullmatch(line.text))


def _margin(lines: list[Line], size: float) -> tuple[list[Line], list[Line]]:
    """Parts the lines beside the body from those within its width."""
    long = [
        line for line in lines if len(line.text) >= _LONG and abs(line.size - size) < 0.07 * size
    ]
    if len(long) < 3:
        return [], lines
    left = min(line.left for line in long)
    right = max(line.right for line in long)
    margin: list[Line] = []
    inside: list[Line] = []
    for line in lines:
        beside = line.left >= right - 2 or (line.right <= left + 2 and len(line.text) > 4)
        (margin if beside else inside).append(line)
    labels = [
        line for line in margin if line.size > (0.85 if line.right <= left + 2 else 0.96) * size
    ]
    level = [any(_level(line, other) for other in inside) for line in labels]
    if 2 * sum(level) >= len(labels) > 0:  # a column of labels, whose rows are in the body
        margin = [line for line in margin if line not in labels]
        inside = [line for line in lines if line not in margin]
    return margin, inside


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


def label_of(line: Line, marks: Collection[str]) -> re.Match[str] | None:
    """The number a note begins with, when it is raised or one of ``marks``."""
    match = None if line.after else _LABEL.match(line.text)
    if match is None:
        return None
    is_raised = bool(line.marks) and line.marks[0][0] == match.start(1)
    return match if is_raised or (match[1] in marks and match[0][-1].isspace()) else None


class _Writer:
    """Writes the lines of each page, and ties marks to notes when all are there."""

    def __init__(self, built: TextBuilder) -> None:
        self._built = built
        self._marks: list[tuple[int, str, Span]] = []
        self._notes: list[tuple[int, str, Span]] = []

    def write(self, page: int, roles: Roles) -> None:
        """Adds one page: header, margin, body, notes, footer."""
        for role in ("header", "margin", "body"):
            self._block(page, role, getattr(roles, role))
        marks = {line.text[a:b] for line in roles.body for a, b in line.marks}
        for lines, label in _each_note(roles.note, marks):
            self._note(page, lines, label)
        self._block(page, "footer", roles.footer)

    def _block(self, page: int, role: str, lines: Sequence[Line]) -> None:
        start = self._built.length
        usual = _distance(lines) if role == "body" else 0.0
        for number, line in enumerate(lines):
            if number:
                self._join(lines[number - 1], line, usual)
            self._line(page, line)
        if lines:
            end = self._built.length
            self._built.add("\n\n" if role != "footer" else "\n")
            if role != "body":
                self._built.regions.append(Region(role, Span(start, end)))

    def _join(self, before: Line, line: Line, usual: float) -> None:
        if _level(before, line) and line.left > before.right - 0.3 * line.size:
            self._built.add("\t")
            return
        fall = before.bottom - line.bottom
        apart = usual and fall > _APART * usual and not before.broken
        self._built.add("\n\n" if apart else "\n")

    def _line(self, page: int, line: Line, skip: int = 0) -> None:
        """One line, its raised figures as such, but for those before ``skip`` (a note's number)."""
        start, text, done = self._built.length, line.text.rstrip(), 0
        for first, last in line.marks:
            if first >= skip and last <= len(text):
                self._built.add(text[done:first])
                span = self._built.add(raised(text[first:last]))
                self._marks.append((page, text[first:last], span))
                done = last
        self._built.add(text[done:])
        box = (round(line.left, 1), round(line.bottom, 1), round(line.right, 1), round(line.top, 1))
        self._built.places.append(Place(Span(start, self._built.length), page, box))

    def _note(self, page: int, lines: Sequence[Line], label: re.Match[str] | None) -> None:
        start = self._built.length
        for number, line in enumerate(lines):
            if number:
                self._join(lines[number - 1], line, 0.0)
            self._line(page, line, label.end() if label and not number else 0)
        end = self._built.length
        self._built.regions.append(Region("note", Span(start, end)))
        self._built.add("\n")
        if label and start + label.end() <= end:
            self._notes.append((page, label[1], Span(start + label.end(), end)))

    def tie(self) -> None:
        """Ties each note to the first mark of its number on its page."""
        free: dict[tuple[int, str], Span] = {}
        for page, label, mark in self._marks:
            free.setdefault((page, label), mark)
        for page, label, note in self._notes:
            if (page, label) in free:
                self._built.notes.append(NoteTie(label, free.pop((page, label)), note))


def _each_note(
    lines: Sequence[Line], marks: Collection[str]
) -> Iterator[tuple[Sequence[Line], re.Match[str] | None]]:
    """The lines of each note with its number; none for one that runs on from the page before."""
    labels = [label_of(line, marks) for line in lines]
    starts = [at for at, label in enumerate(labels) if label or not at]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=False):
        yield lines[start:end], labels[start]


def _distance(lines: Sequence[Line]) -> float:
    """The usual distance from one line to the next; 0 where there is none."""
    falls = [
        before.bottom - line.bottom
        for before, line in zip(lines, lines[1:], strict=False)
        if 0.5 * line.size < before.bottom - line.bottom < 3 * line.size
    ]
    return median(falls) if falls else 0.0
