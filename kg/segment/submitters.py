"""Who submitted a motion or an amendment: the names printed below it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.authority.printed import is_known_in_full
from kg.model import HeaderField, Part, Signatory, Span
from kg.segment.names import clean_name
from kg.segment.page import Page
from kg.segment.publication import Publication, day_alone
from kg.text import fold, mend_accents

_PREFIXES = frozenset("van de der den het ten ter te el al".split())
_TITLE = re.compile(r"[^\W\d_]+")
_FORMULA = "tot de orde van de dag"
_LATER = re.compile(r"Later toegevoegde medeindiener(?:s|\(s\))?\s?:\s?")
_NO_NAME = re.compile(r"[\d:;!?@#|\[\]]")
_OF = re.compile(r"\bVAN (?:HET LID|DE LEDEN)\s+", re.IGNORECASE)
_OF_END = re.compile(
    r"\s+(?:C\.?\s?S\b\.?|TER VERVANGING|OVER|T\.V\.V\.|VOORGESTELD\s\d)|\Z", re.IGNORECASE
)
_INITIALS = re.compile(r"\A(?:[A-Z]\.\s?)+")
_AND_OTHERS = re.compile(r"\bC\.?\s?S\b", re.IGNORECASE)
_AND = re.compile(r"\s*,\s*|\s+EN\s+", re.IGNORECASE)


def read_submitters(page: Page, publication: Publication) -> list[Signatory]:
    """Claim the names below the motion's formula, or at the end of the piece.

    A name the heading prints too counts even where it is a common word.
    """
    heading = fold(publication.heading or _heading(page))
    formula: list[int] = []
    if _FORMULA in page.text:
        formula = [line for line, body in enumerate(page.bodies) if _FORMULA in body]
    if formula:
        found = _names_from(page, formula[-1] + 1, heading)
        if found:
            return _with_heading(page, publication, found)
    first = max(publication.stop, 1)
    for line in range(first, len(page)):
        if page.free(line) and _name(page.bodies[line], heading, known=True):
            return _names_from(page, line, heading)
    filled = [line for line in range(first, len(page)) if page.free(line)]
    start = len(filled)
    while start > 0 and len(filled) - start < 20 and clean_name(page.bodies[filled[start - 1]]):
        start -= 1
    found = _names_from(page, filled[start], heading) if start < len(filled) else []
    return found or list(_named_by_heading(page, publication))


def _with_heading(
    page: Page, publication: Publication, found: list[Signatory]
) -> list[Signatory]:
    """Those below the motion, with those of its heading for a signature that is damaged or drawn.

    A name of the heading counts where nobody below bears it and the table knows it: a heading may
    be misspelt as well. Without "c.s." it names all, and an unknown name below is a damaged one.
    """
    named = list(_named_by_heading(page, publication))
    found = [part for one in found for part in _parted(page, one, named)]
    missing = [one for one in named if _is_member(one) and not any(_same(one, o) for o in found)]
    if not missing:
        return found
    if _AND_OTHERS.search(publication.heading or ""):
        return found + missing
    if len(found) > len(named):
        return [one for one in found if _is_member(one)] + missing
    return [one for one in found if any(_same(one, other) for other in named)] + missing


def _parted(page: Page, one: Signatory, named: list[Signatory]) -> list[Signatory]:
    """The names of a line that a program joined of several, as the heading parts them."""
    if one.name is None or one.name_span is None or len(named) < 2:
        return [one]
    start = one.name_span.start
    keys = {fold(other.name or "") for other in named}
    parts: list[Signatory] = []
    at = 0
    for word in re.finditer(r"\S+", one.name_span.of(page.text)):
        name = page.text[start + at : start + word.end()].strip()
        if fold(name) in keys:
            end = start + word.end()
            parts.append(Signatory(in_lower_case(name), Span(end - len(name), end), None, None))
            at = word.end()
    whole = start + at == one.name_span.end
    return parts if whole and len(parts) > 1 else [one]


def _same(one: Signatory, other: Signatory) -> bool:
    """Whether two are one, printed with a given name, initials or without."""
    first, second = (_INITIALS.sub("", signer.name or "") for signer in (one, other))
    return fold(first).endswith(fold(second)) or fold(second).endswith(fold(first))


def _is_member(signatory: Signatory) -> bool:
    """Whether the table of persons holds the name, alone or behind a given name."""
    return is_known_in_full(_INITIALS.sub("", signatory.name or ""))


def _named_by_heading(page: Page, publication: Publication) -> Iterator[Signatory]:
    """The submitters the heading names, for a motion whose signatures are pen strokes."""
    line = publication.heading_line
    match = None if line is None else _OF.search(page.bodies[line])
    if line is None or match is None:
        return
    end = _OF_END.search(page.bodies[line], match.end())
    words = page.bodies[line][match.end() : end.start() if end else None]
    at = 0
    for gap in [*_AND.finditer(words), None]:
        name = words[at : gap.start() if gap else None]
        if name:
            start = page.start(line) + match.end() + at
            yield Signatory(in_lower_case(name), Span(start, start + len(name)), None, None)
        at = gap.end() if gap else at


def in_lower_case(name: str) -> str:
    """A name printed in capitals as it is printed elsewhere; another one as it is.

    >>> in_lower_case("VAN DER PLAS"), in_lower_case("POUW-VERWEIJ"), in_lower_case("Ceder")
    ('Van der Plas', 'Pouw-Verweij', 'Ceder')
    """
    if not name.isupper():
        return name
    words = [
        word.lower() if number and word.lower() in _PREFIXES else _TITLE.sub(_capital, word)
        for number, word in enumerate(name.split())
    ]
    return " ".join(words)


def _capital(match: re.Match[str]) -> str:
    """A part of a name with one capital; "IJ" is one letter."""
    part = match.group()
    return "IJ" + part[2:].lower() if part.startswith("IJ") else part.capitalize()


def _heading(page: Page) -> str:
    """The lines at the top that name the motion, where no head of a Kamerstuk was read."""
    for line, body in enumerate(page.bodies[:120]):
        if body[:5].upper() in ("MOTIE", "AMEND", "GEWIJ", "NADER"):
            return " ".join(page.bodies[line : line + 3])
    return ""


def _name(body: str, heading: str, *, known: bool) -> str | None:
    """The name a line is; ``known`` where only names of the heading count."""
    if not 2 < len(body) <= 50 or _NO_NAME.search(body):
        return None
    folded = fold(body)
    if len(folded) > 2 and folded in heading and body[0].isupper() and not body.isupper():
        return mend_accents(" ".join(body.split())).rstrip(".,")
    return None if known or body[-1] == "." else clean_name(body.rstrip(","))


def _names_from(page: Page, first: int, heading: str) -> list[Signatory]:
    """The names on the lines from ``first`` on, until a line is none."""
    found: list[Signatory] = []
    for line in range(first, min(len(page), first + 60)):
        body = page.bodies[line]
        if not body or page.parts.get(line) is Part.FURNITURE:
            continue
        later = _LATER.match(body)
        at = later.end() if later else 0
        name = _name(body[at:], heading, known=False) if page.free(line) else None
        if name is None:
            break
        page.claim(line, Part.SIGNATURE)
        start = page.start(line) + at
        end = page.end(line) - (1 if body[-1] in ".," else 0)
        before = found[-1] if found else None
        if before is not None and before.name and _one_name(before.name, name):
            name = f"{before.name} {name}"
            start = found.pop().name_span.start  # type: ignore[union-attr]
        found.append(Signatory(in_lower_case(name), Span(start, end), None, None))
    return found


def _one_name(first: str, second: str) -> bool:
    """Whether two lines are one name, broken over them: "Van / Raan", "Leon / de Jong"."""
    return second.split()[0] in _PREFIXES or set(first.lower().split()) <= _PREFIXES


def handed_in(page: Page) -> HeaderField | None:
    """The day on a line of its own just below the names of a motion that has none above."""
    last = max((line for line, part in page.parts.items() if part is Part.SIGNATURE), default=None)
    below = None if last is None else page.next_filled(last, 4)
    return None if below is None else day_alone(page, below)
