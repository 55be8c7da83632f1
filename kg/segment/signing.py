"""Who signs a letter: the closing and the signature block in every layout that occurs.

Offices above names or below them, one column or several, columns torn line by line, offices alone
("Ondertekening SVWS en MVWS"), "w.g.", digital signatures. Names and offices pair in their order.
"""

from __future__ import annotations

import re

from kg.model import Part, Signatory, Span
from kg.segment.block import ARTICLES, delegates, read_block
from kg.segment.names import clean_name, is_full_name
from kg.segment.offices import MINISTER, name_and_office
from kg.segment.page import Page, openings
from kg.text import fold_space

_CLOSING = re.compile(
    r"(?:Hoogachtend|Was getekend|Met gevoelens van|Met dank en groet|Yours sincerely|Kind regards|"
    r"Met (?:de )?(?:vriendelijke|meeste|hartelijke|oprechte|vriendelijk|hoogachting|groet)|"
    r"(?:Vriendelijke|Hartelijke) groet)\b.{0,50}\Z",
    re.IGNORECASE,
)
_UNDERSIGNED = re.compile(r"Ondertekening(?: door)?\s*:?\s+(?P<who>\S.{1,120})\Z")
_DIGITAL = re.compile(
    r"(?:Digitaal ondertekend door|Elektronisch ondertekend door|Digitally signed by|"
    r"Getekend door)\s*:?\s*",
    re.IGNORECASE,
)
# The pairs of characters that what _block_at reads begins with.
_CLOSES = openings("hoogachtend", "was", "met", "yours", "kind", "vriendelijke", "hartelijke")
_SIGNS = openings("ondertekening", "digitaal", "elektronisch", "getekend")
_OFFICE = openings("de", "minister", "demissionair", "staatssecretaris", "vice-minister", "voor")
_OPENS = _CLOSES | _SIGNS | _OFFICE
_SIGNED = frozenset(("onder", "digit", "elekt", "getek"))  # how what _block_at reads begins
_MARGIN = 8  # lines of the margin that a program may print between closing and signature
_DAY = 40  # code points of a line that is a place or a day
_LAST = 12  # filled lines at the end of a paper among which a signature without a closing stands
_MINISTERS = ("minister", "staatssec", "stas", "minpres")


def read_signatures(
    page: Page, first: int, main: int, *, every: bool = False
) -> list[Signatory]:
    """Claim every closing and signature block after line ``first``; who signs after ``main``.

    The signers of a letter are those of the first block at or after line ``main``; a regulation
    is signed in ``every`` block.
    """
    signers: dict[tuple[str | None, str | None], Signatory] = {}
    done = ended = first
    for line in page.opening(_OPENS):
        body = page.bodies[line]
        if line < done or not body or len(body) > 130 or not page.free(line):
            continue
        again = every or not signers or _day_between(page, ended, line)
        found, done = _block_at(page, line, first)
        if found and line >= main and again:
            ended = done
            for signer in found:
                signers.setdefault((signer.name, signer.office), signer)
    return list(signers.values()) or _name_before_office(page, max(first, main))


def _day_between(page: Page, done: int, line: int) -> bool:
    """Whether only the place and day of another signature stand since the last one ended."""
    between = [page.bodies[number] for number in page.filled_in(done, line)]
    return 0 < len(between) <= 2 and between[-1][-4:].isdigit() and all(
        len(body) <= _DAY for body in between
    )


def _name_before_office(page: Page, main: int) -> list[Signatory]:
    """Who signs by name and office on one line alone, near the end and without a closing.

    "Inge Bos Minister van Financiën", as programs print it that join the lines of a paragraph.
    """
    bodies = page.bodies
    for line in page.filled[: -_LAST - 1 : -1]:
        body = bodies[line]
        if line < main or len(body) > 130 or not _names_minister(body) or not page.free(line):
            continue
        alone = not bodies[line - 1] and (line + 1 == len(page) or not bodies[line + 1])
        if alone and body[-1] not in ".:;?!" and len(name_and_office(body)) > 1:
            signers, _ = read_block(page, line, sure=False)
            if signers:
                return signers
    return []


def _block_at(page: Page, line: int, first: int) -> tuple[list[Signatory] | None, int]:
    """The block that begins on a line, if one does, and the line to go on from."""
    body = page.bodies[line]
    if body[0] in "HMVWYKhmv" and _CLOSING.match(body):
        page.claim(line, Part.CLOSING, new=True)
        found, done = read_block(page, line + 1)
        below = _past_margin(page, line + 1) if found is None else None
        return (found, done) if below is None else read_block(page, below)
    if body[0] in "ODEG" and body[:5].lower() in _SIGNED:
        undersigned = _UNDERSIGNED.match(body)
        if undersigned and (line < 1 or not page.bodies[line - 1] or page.parts.get(line - 1)):
            page.claim(line, Part.SIGNATURE)
            return _undersigned(page, line, undersigned), line + 1
        if _DIGITAL.match(body):
            return _digital(page, line)
    if body[0] in "dDmMsSvV" and len(body) <= 100:
        words = _office_words(page, line)
        if MINISTER.match(words) and _names_minister(words) and _opens_block(page, line):
            begin = _name_above(page, line, first)
            return read_block(page, line if begin is None else begin, sure=False)
    return None, line + 1


def _past_margin(page: Page, first: int) -> int | None:
    """The line of a minister's office below words of the margin that stand behind a closing."""
    for line in page.filled_in(first, first + 2 * _MARGIN)[:_MARGIN]:
        body = page.bodies[line]
        if len(body) > 60 or body[-1] in ".!?" or _CLOSING.match(body):
            return None
        words = _office_words(page, line)
        if MINISTER.match(words) and _names_minister(words):
            return line if page.free(line) else None
    return None


def _names_minister(words: str) -> bool:
    """Whether the words hold the name of a minister's office, small or capital."""
    lower = words.lower()
    return any(name in lower for name in _MINISTERS)


def _office_words(page: Page, line: int) -> str:
    """The words of a line; for an article torn from its office those of both lines."""
    body = page.bodies[line]
    if body not in ARTICLES or line + 1 >= len(page):
        return body
    return f"{body} {page.bodies[line + 1]}"


def _opens_block(page: Page, line: int) -> bool:
    """Whether an office without a closing above it stands on lines of its own."""
    above = line - 1
    body = _office_words(page, line)
    if above >= 0 and page.free(above) and clean_name(page.bodies[above]) is None:
        following = page.next_filled(line + (page.bodies[line] in ARTICLES), 4)
        name = clean_name(page.bodies[following]) if following is not None else None
        if page.bodies[above][-1] != "." or name is None or not is_full_name(name):
            return False
    return delegates(body) or body[-1] not in ".:;?!" and (body[-1] == "," or len(body) <= 80)


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
