"""Who signs a letter: the closing and the signature block in every layout that occurs.

Offices above names or below them, one column or several, columns torn line by line, offices alone
("Ondertekening SVWS en MVWS"), "w.g.", digital signatures. Names and offices pair in their order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.model import Part, Signatory, Span
from kg.segment.names import clean_name, is_full_name
from kg.segment.offices import (
    MINISTER,
    deal_out,
    goes_on,
    is_office,
    on_behalf,
    split_names,
    split_offices,
)
from kg.segment.page import Page
from kg.text import fold_space

_CLOSING = re.compile(
    r"(?:Hoogachtend|Met (?:de )?(?:vriendelijke|meeste|hartelijke|oprechte|vriendelijk|hoogachting|groet)"
    r"|Vriendelijke groet|Hartelijke groet|Met gevoelens van|Was getekend|Met dank en groet|Yours sincerely"
    r"|Kind regards)\b.{0,50}\Z",
    re.IGNORECASE,
)
_UNDERSIGNED = re.compile(r"Ondertekening(?: door)?\s*:?\s+(?P<who>\S.{1,120})\Z")
_DIGITAL = re.compile(
    r"(?:Digitaal ondertekend door|Elektronisch ondertekend door|Digitally signed by|Getekend door)\s*:?\s*",
    re.IGNORECASE,
)
_DELEGATED = re.compile(r"(?:namens|voor) deze[,:]?\Z|deze,\Z|(?:b\.?/a|o\.l\.v\.)", re.IGNORECASE)
_GAP = re.compile(r"(?: {3,}|\t[ \t]*)")
_END = re.compile(
    r"(?:BIJLAGE|Bijlage|Antwoord|ANTWOORD|Vraag|VRAAG|Toelichting|TOELICHTING|Inhoudsopgave|Noten|Annex|"
    r"Afschrift|C\.?c\.?:|Kopie|--- |\[\^|https?:|\||#)"
)
_OPENS = frozenset("HMVWYKhmvwykODEGdDsS")
_ZONE = 70  # lines a signature block may take


@dataclass(slots=True)
class _Block:
    """The signature block being read: what waits for its other half, and what is paired."""

    signed: list[Signatory] = field(default_factory=list)
    offices: list[tuple[str, Span]] = field(default_factory=list)
    names: list[tuple[str, Span]] = field(default_factory=list)
    row: list[tuple[str, Span, int]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    name_first: bool | None = None

    def close_row(self) -> None:
        """The offices of the row are complete: pair them with names that wait, or let them wait."""
        for words, span, _ in self.row:
            office = (fold_space(words).rstrip(" ,"), span)
            if self.name_first and self.names:
                name, name_span = self.names.pop(0)
                self.signed.append(Signatory(name, name_span, *office))
            else:
                self.offices.append(office)
        self.row = []

    def add_name(self, name: str, span: Span) -> None:
        """Pair a name with the office that waits longest, or let it wait."""
        if self.name_first is None:
            self.name_first = not (self.row or self.offices)
        self.close_row()
        if self.offices:
            office, office_span = self.offices.pop(0)
            self.signed.append(Signatory(name, span, office, office_span))
        else:
            self.names.append((name, span))

    def finish(self) -> list[Signatory]:
        """All who sign, in the order they stand; halves that found no other half alone."""
        self.close_row()
        rest = [Signatory(None, None, *office) for office in self.offices]
        rest += [Signatory(*name, None, None) for name in self.names]
        return sorted(self.signed + rest, key=_place)


def _place(signatory: Signatory) -> tuple[int, int]:
    """Where a signatory stands: the line order of offices decides, then of names."""
    spans = [s for s in (signatory.office_span, signatory.name_span) if s is not None]
    return min((span.start, span.end) for span in spans)


def read_signatures(page: Page, first: int, main: int) -> list[Signatory]:
    """Claim every closing and signature block after line ``first``; who signs after ``main``.

    The signers of the letter are those of the first block at or after line ``main``.
    """
    signers: list[Signatory] = []
    done = first
    for line in page.filled:
        body = page.bodies[line]
        if line < done or body[:1] not in _OPENS or len(body) > 130 or not page.free(line):
            continue
        found, done = _block_at(page, line, first)
        if found and line >= main and not signers:
            signers = found
    return signers


def _block_at(page: Page, line: int, first: int) -> tuple[list[Signatory] | None, int]:
    """The block that begins on a line, if one does, and the line to go on from."""
    body = page.bodies[line]
    if body[0] in "HMVWYKhmv" and _CLOSING.match(body):
        page.claim(line, Part.CLOSING, new=True)
        return _read_block(page, line + 1)
    if body[0] in "ODEG":
        undersigned = _UNDERSIGNED.match(body)
        if undersigned and (line < 1 or not page.bodies[line - 1] or page.parts.get(line - 1)):
            page.claim(line, Part.SIGNATURE)
            return _undersigned(page, line, undersigned), line + 1
        if _DIGITAL.match(body):
            return _digital(page, line)
    if body[0] in "dDmMsSvV" and len(body) <= 100 and MINISTER.match(body):
        if _opens_block(page, line):
            begin = _name_above(page, line, first)
            return _read_block(page, line if begin is None else begin, sure=False)
    return None, line + 1


def _opens_block(page: Page, line: int) -> bool:
    """Whether an office without a closing above it stands on lines of its own."""
    above = line - 1
    body = page.bodies[line]
    if above >= 0 and page.free(above) and clean_name(page.bodies[above]) is None:
        following = page.next_filled(line, 4)
        name = clean_name(page.bodies[following]) if following is not None else None
        if page.bodies[above][-1] != "." or name is None or not is_full_name(name):
            return False
    return body[-1] not in ".:;?!" and (body[-1] == "," or len(body) <= 80)


def _name_above(page: Page, line: int, first: int) -> int | None:
    """The line of a name directly above an office, where the name stands on top."""
    for above in range(line - 1, max(first, line - 3) - 1, -1):
        if page.bodies[above]:
            name = clean_name(page.bodies[above]) if page.free(above) else None
            return above if name and is_full_name(name) else None
    return None


def _undersigned(page: Page, line: int, match: re.Match[str]) -> list[Signatory]:
    """Who signs by "Ondertekening SVWS en MVWS": offices alone."""
    start = page.start(line) + match.start("who")
    signers: list[Signatory] = []
    at = 0
    for gap in [*re.finditer(r"\s*,\s*|\s+en\s+", match["who"]), None]:
        piece = match["who"][at : gap.start() if gap else None]
        span = Span(start + at, start + at + len(piece))
        at = gap.end() if gap else at
        words = fold_space(piece)
        if not words:
            continue
        name = clean_name(words)
        if name is not None and is_full_name(name) and not words.isupper():
            signers.append(Signatory(name, span, None, None))
        else:
            signers.append(Signatory(None, None, words, span))
    return signers


def _digital(page: Page, line: int) -> tuple[list[Signatory] | None, int]:
    """Who signs by "Digitaal ondertekend door …", on the same line or the next."""
    match = _DIGITAL.match(page.bodies[line])
    assert match is not None
    start = page.start(line) + match.end()
    words = page.bodies[line][match.end() :]
    page.claim(line, Part.SIGNATURE)
    if not words:
        following = page.next_filled(line, 2)
        if following is None:
            return None, line + 1
        start, words = page.start(following), page.bodies[following]
    name = clean_name(words)
    if name is None:
        return None, line + 1
    offset = words.find(name[:3])
    span = Span(start + max(0, offset), start + len(words))
    return [Signatory(name, span, None, None)], line + 1


def _read_block(page: Page, first: int, *, sure: bool = True) -> tuple[list[Signatory] | None, int]:
    """Read the lines of a block; ``sure`` where a closing announced it."""
    block = _Block()
    empty = 0
    line = first
    while line < min(len(page), first + _ZONE):
        body = page.bodies[line]
        if not body or page.parts.get(line) is Part.FURNITURE:
            empty += not body
            line += 1
            continue
        if not page.free(line) or not _read_line(page, block, line, body, empty):
            break
        empty = 0
        line += 1
    signed = block.finish()
    if not sure and not any(s.name is not None and s.office is not None for s in signed):
        return None, first + 1
    signed = [s for s in signed if s.office is not None or (sure and len(signed) <= 8)]
    for number in block.lines:
        page.claim(number, Part.SIGNATURE)
    return signed or None, max(first + 1, block.lines[-1] + 1 if block.lines else first + 1)


def _read_line(page: Page, block: _Block, line: int, body: str, empty: int) -> bool:
    """Read one line into the block; ``False`` where the block has ended before it."""
    complete = bool(block.signed) and not block.row and not block.offices and not block.names
    if _END.match(body) or complete and line in page.page_starts or len(body) > 200:
        return False
    cells = _cells(page, line)
    if any(len(words) > 110 or len(words) > 60 and words[-1] in ".:;?" for _, words in cells):
        return False
    kinds = [_cell_kind(words, block, empty) for _, words in cells]
    if "other" in kinds and not (block.row and "on" in kinds):
        return False
    block.lines.append(line)
    if "delegated" in kinds:
        block.row, block.offices, block.names, block.name_first = [], [], [], None
        return True
    if "on" in kinds:
        _go_on(block, cells)
        return True
    if "office" in kinds:
        _new_row(block, cells, kinds)
        return True
    waiting = len(block.row) or 1
    for start, words in cells:
        count = waiting if len(cells) == 1 else 1
        for offset, piece in split_names(words, count):
            name = clean_name(piece)
            if name is not None:
                at = start + offset + max(0, piece.find(name.split()[0]))
                block.add_name(name, Span(at, at + len(name)))
    return True


def _cells(page: Page, line: int) -> list[tuple[int, str]]:
    """The words of a line parted by wide gaps, each with where it begins."""
    start, body = page.start(line), page.bodies[line]
    cells: list[tuple[int, str]] = []
    at = 0
    for match in [*_GAP.finditer(body), None]:
        end = match.start() if match else len(body)
        words = body[at:end].strip("* ")
        if words:
            cells.append((start + body.index(words, at), words))
        at = match.end() if match else end
    return cells


def _cell_kind(words: str, block: _Block, empty: int) -> str:
    """What a cell is: ``office``, ``delegated``, ``behalf``, ``name``, ``on`` (goes on with an office), ``other``."""
    if _DELEGATED.match(words):
        return "delegated"
    if on_behalf(words):
        return "behalf"
    if is_office(words):
        return "office"
    if block.row and empty <= 1 and goes_on(words, [office for office, _, _ in block.row]):
        return "on"
    name = clean_name(words)
    if name is not None and (is_full_name(name) or block.row or block.offices):
        return "name"
    if block.row and len(split_names(words, len(block.row))) > 1:
        return "name"
    return "other"


def _new_row(block: _Block, cells: list[tuple[int, str]], kinds: list[str]) -> None:
    """Begin a row of offices side by side."""
    if block.name_first is None:
        block.name_first = kinds[0] == "name"
    block.close_row()
    for (start, words), kind in zip(cells, kinds, strict=True):
        if kind == "office":
            for offset, office in split_offices(words):
                at = start + offset
                block.row.append((office, Span(at, at + len(office.rstrip(" ,"))), at))
        elif kind == "name":
            name = clean_name(words)
            if name is not None:
                block.names.append((name, Span(start, start + len(words))))


def _go_on(block: _Block, cells: list[tuple[int, str]]) -> None:
    """Deal a line that goes on with offices out to the offices of the row."""
    offices = [office for office, _, _ in block.row]
    if len(cells) == len(offices):
        shares = [[words] for _, words in cells]
    elif len(cells) == 1:
        words = cells[0][1].split()
        shares = deal_out(words, offices) if len(words) <= 16 and len(offices) <= 3 else [words]
    else:
        shares = [[words] for _, words in cells]
    for number, share in enumerate(shares[: len(offices)]):
        if share:
            office, span, start = block.row[number]
            block.row[number] = (" ".join([office, *share]), span, start)
