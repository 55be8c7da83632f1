"""Identifiers of official publications printed as such: ``kst-36360-XV-1``, ``h-tk-20132014-85-4``.

A file prints its own identifier at the foot of its pages, alone on the line or with the ISSN
behind it; that is the document's own. The same line among other such lines is an entry of a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.errors import CitationError
from kg.identifiers import kind_of
from kg.identifiers.bare import Bare, parse
from kg.identifiers.grammar import DASH
from kg.model import Mention, Role, Span
from kg.patterns import later
from kg.recognise.engine import Recogniser, Rule

# "kst-36360-XV-1", torn after a hyphen too; what is no part of it is cut off afterwards
_TIE = rf"{DASH}(?:\s{{0,3}}\n\s{{0,160}})?"
_HYPHENATED = later(
    rf"(?:kst|ah|h|stb|stcrt|trb|blg|dossier)(?:{_TIE}[a-z0-9]{{1,12}}){{1,6}}", re.IGNORECASE
)
_LIKELY = later(
    rf"(?:(?:kst|dossier){_TIE}(?:[0-9]|c[clxvi])|a?h{_TIE}(?:[te]k|vv){_TIE}[0-9]"
    rf"|(?:stb|stcrt|trb|blg){_TIE}[0-9])",
    re.IGNORECASE,
)
_GLUED = later(r"KST[0-9]{5}[0-9A-Z]{1,8}")
_CUT = later(rf"{DASH}[^-\u2010-\u2015\u2212]{{0,200}}$")
_NR = later("-nr-?(?=[0-9])", re.IGNORECASE)  # "kst-25295-nr-3"
_GLUED_ISSN = later("(?<=[0-9])ISSN$")
_ONLY = later(rf"[ \t]*(?:kst|ah|h|stb|stcrt|trb|blg)(?:{DASH}[a-z0-9]{{1,9}}){{1,5}}[ \t]*")
# "Technische informatie over de publicatie X", 'heeft als identifier "X"': a page on itself
_OWN_LABEL = later(r"(?:\bidentifier|\binformatie over de publicatie)\W{0,80}$", re.IGNORECASE)
_ISSN = later(r"\s{0,200}ISSN\b")

RULES = (
    Rule("bare-id.hyphens", "zie kst-36360-XV-1 over de begroting", ("kst-36360-XV-1",)),
    Rule("bare-id.glued", "het stuk KST36360XV1 bevat", ("kst-36360-XV-1",)),
    Rule(
        "bare-id.own",
        "\n   ah-tk-20232024-1481\nISSN 0921 - 7398\n",
        ("ah-tk-20232024-1481",),
    ),
)


def parse_bare(text: str, start: int, end: int) -> Iterator[Mention]:
    """The publication whose identifier begins at ``start``.

    >>> [m.id for m in parse_bare("zie kst-25295-1892.", 4, 9)]
    ['kst-25295-1892']
    """
    match = _HYPHENATED.match(text, start) if _LIKELY.match(text, start) else None
    rule = "bare-id.hyphens"
    if match is None:
        match, rule = _GLUED.match(text, start), "bare-id.glued"
    read = _longest(match) if match else None
    if read is None:
        return
    value, span = read
    role = _role(text, span)
    if role is Role.OWN:
        rule = "bare-id.own"
    yield Mention(kind_of(value), span, span.of(text), rule, value, role)


def _longest(match: re.Match[str]) -> tuple[Bare, Span] | None:
    """The identifier as far as it is one: parts behind it are cut off one by one."""
    printed = _GLUED_ISSN.sub("", match[0])
    for _ in range(7):
        value = read_bare(printed)
        if value is not None:
            return value, Span(match.start(), match.start() + len(printed))
        shorter = _CUT.sub("", printed)
        if shorter == printed:
            return None
        printed = shorter.rstrip()
    return None


@lru_cache(maxsize=1024)  # a paper prints its own on every page
def read_bare(printed: str) -> Bare | None:
    """The publication a printed identifier names, ``None`` when it is none.

    >>> read_bare("KST-36360–XV-1").id, read_bare("kst-")
    ('kst-36360-XV-1', None)
    """
    try:
        return parse(_NR.sub("-", re.sub(rf"{DASH}\s*", "-", printed)))
    except CitationError:
        return None


def _role(text: str, span: Span) -> Role:
    start = text.rfind("\n", max(0, span.start - 300), span.start) + 1
    end = text.find("\n", span.end, span.end + 300)
    end = end if end >= 0 else min(len(text), span.end + 300)
    before, after = text[start : span.start], text[span.end : end]
    if _ISSN.match(text, span.end) or _OWN_LABEL.search(text, max(0, span.start - 120), span.start):
        return Role.OWN
    if before.strip() or after.strip():
        return Role.CITED
    return Role.CITED if _among_others(text, start, end, span.of(text)) else Role.OWN


def _among_others(text: str, start: int, end: int, printed: str) -> bool:
    """Whether the line before or after holds another identifier alone."""
    above = text[max(0, start - 200) : max(0, start - 1)].rpartition("\n")[2]
    below = text[end + 1 : end + 200].partition("\n")[0]
    return any(_ONLY.fullmatch(line) and line.strip() != printed for line in (above, below))


RECOGNISERS = (
    Recogniser(
        "bare-id",
        rf"(?i:\b(?:kst|stb|stcrt|trb|blg|dossier){DASH}\w|\ba?h{DASH}(?:[te]k|vv){DASH})"
        r"|\bKST[2-9]\d{4}[0-9A-Z]",
        parse_bare,
        rules=RULES,
    ),
)
