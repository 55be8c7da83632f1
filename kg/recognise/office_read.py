"""Reading a post as printed: its role, its portfolio, several posts that a plural names.

Where a portfolio ends ("Volksgezondheid, Welzijn en Sport, Conny Helder") the table of titles
tells; an unknown one ends by its shape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.authority.load import ministries
from kg.authority.titles import printed_titles
from kg.model import Span
from kg.patterns import later
from kg.recognise.names import GAP
from kg.text import fold, fold_space

_GAP = later(GAP)
_ROLE = later(
    rf"""(?:(?:[Dd]e|[Oo]nze|[Mm]ijn|[Zz]ijn|[Hh]aar){GAP})?
        (?:(?:demissionaire?|toenmalige?|voormalige?){GAP})?
        (?P<role>[Mm]inister[-\ ][Pp]resident | [Mm]inisters? | [Ss]taatssecretaris(?:sen)?
            | [Bb]ewinds(?:lieden|personen|persoon) | ambtgeno(?:ot|te|ten) | collega(?:['’]?s)?)\b
        (?:,?{GAP}(?:tevens{GAP})?[Mm]inister(?={GAP}van{GAP}Algemene))?
        (?:{GAP}(?:van|voor|op|bij)(?:{GAP}het{GAP}[Mm]inisterie{GAP}van)?\b)?""",
    re.VERBOSE,
)
_UPPER = "A-ZÀ-ÖØ-ÞŠŽ"
_TOKEN = later(
    rf"[{_UPPER}][\w&’'.]{{0,40}}(?:-(?:{GAP})?[{_UPPER}][\w]{{1,30}})?-?"
)
_BETWEEN = later(
    rf""",{GAP}(?:en{GAP}(?!(?:van|voor|de)\b))?
      | {GAP}(?:en|&|voor){GAP}(?!(?:van|voor|de)\b) | {GAP}[–-]{GAP} | {GAP}""",
    re.VERBOSE,
)
_LISTED = rf"(?:(?:mede|ook){GAP})?(?:namens{GAP})?"
NEXT = later(
    rf"""\s{{0,9}}(?:\([A-Z][\w&-]{{1,14}}\))?
        (?:\s{{0,9}},{GAP}(?:(?:en|alsmede|evenals|als{GAP}ook){GAP})?{_LISTED}
          | {GAP}(?:en|alsmede|evenals){GAP}{_LISTED})""",
    re.VERBOSE,
)
_AND = later(rf"{GAP}en{GAP}[{_UPPER}]")
_AGAIN = later(rf"(?:van|voor){GAP}(?=[{_UPPER}])")
_SHORT_NAME = later(r"[A-Z][A-Za-z&]{1,6}")
ABBREVIATION = (
    r"(?:(?:M|S|Min|Stas)(?:VWS|OCW|SZW|BZK|JenV|VenJ|EZK|EZ|IenW|IenM|LNV|LVVN|Fin|BZ|Def|VRO|AenM"
    r"|KGG|BHOS|BHO)|MLZS|MPVO|MAPP|MMZS|MMZ|MRb|MKE|MNS|SLMZ|SJPS|SFOE|SRb|SKD|SFB|STD|SHG)\b"
)
_ABBREVIATION = later(ABBREVIATION)
_TORN_MARK = later(r"\n[ \t]{0,120}\d{1,2}[ \t]{0,9}\n")
_LONGEST = 160
_PLURALS = ("ministers", "sen")
_Ends = list[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Post:
    """One post as read: its title with single spaces, its role, where it stands."""

    title: str
    role: str | None
    span: Span


def read_posts(text: str, start: int) -> tuple[Post, ...]:
    """The post at ``start``, or the posts that a plural names together; empty if none.

    >>> [p.title for p in read_posts("de Staatssecretarissen van VWS en van JenV.", 0)]
    ['Staatssecretaris van VWS', 'Staatssecretaris van JenV']
    >>> read_posts("de minister voor Langdurige Zorg en Sport, de minister", 0)[0].title
    'de minister voor Langdurige Zorg en Sport'
    """
    short = _ABBREVIATION.match(text, start)
    if short:
        held = "staatssecretaris" if short[0].startswith("S") else "minister"
        return (Post(short[0], held, Span(*short.span())),)
    match = _ROLE.match(text, start)
    if match is None:
        return ()
    role = _role(match["role"])
    end = _portfolio(text, match)
    if end is None:
        alone = role == "minister-president"
        return (Post(fold_space(match[0]), role, Span(*match.span())),) if alone else ()
    if match["role"].lower().endswith(_PLURALS):
        return tuple(_several(text, match, end, role))
    printed = text[match.start() : end]
    title = fold_space(_TORN_MARK.sub(" ", printed) if "\n" in printed else printed)
    return (Post(title, role, Span(match.start(), end)),)


def is_titled(post: Post) -> bool:
    """Whether the post's title without a preposition is one of the table's.

    >>> is_titled(read_posts("minister Financiën", 0)[0])
    True
    """
    words = post.title.split(" ", 1)
    return len(words) == 2 and _is_title(*words)


def _role(printed: str) -> str | None:
    lower = printed.lower()
    if "president" in lower:
        return "minister-president"
    if lower.startswith("minister"):
        return "minister"
    return "staatssecretaris" if lower.startswith("staats") else None


def _kind(printed: str) -> str:
    """The role as the table of titles keys it."""
    lower = printed.lower()
    if lower.startswith("minister"):
        return "minister"
    return "all" if lower.startswith("bewinds") else "staatssecretaris"


# --- where a portfolio ends ---------------------------------------------------------------------


def _portfolio(text: str, match: re.Match[str]) -> int | None:
    """Where the portfolio behind a role ends: the longest known title, else by its shape."""
    gap = _GAP.match(text, match.end())
    if gap is None:
        return None
    several = match["role"].lower().endswith(_PLURALS)
    return _end(text, match["role"], gap.end(), match.start() + _LONGEST, several=several)


def _end(text: str, role: str, start: int, limit: int, *, several: bool = False) -> int | None:
    ends = _ends(text, start, limit)
    found = _longest(text, role, start, ends)
    if found is None:
        return _by_shape(text, ends)
    # "Sociale Zaken en Volksgezondheid" is no post of Sociale Zaken.
    whole = several or _is_title(role, text[start:found]) or not _AND.match(text, found)
    return found if whole else _longest_title(text, role, start, ends) or _by_shape(text, ends)


def _longest(text: str, role: str, start: int, ends: _Ends) -> int | None:
    """Where the longest title or name of a ministry ends that begins at ``start``."""
    for end, _ in reversed(ends):
        if _is_title(role, text[start:end]) or _is_ministry(text[start:end]):
            return end
    return None


def _longest_title(text: str, role: str, start: int, ends: _Ends) -> int | None:
    return next((end for end, _ in reversed(ends) if _is_title(role, text[start:end])), None)


@lru_cache(maxsize=4096)
def _is_title(role: str, words: str) -> bool:
    """Whether the table of titles holds the words behind a role; few are printed, and often."""
    return f"{_kind(role)}:{fold(words)}" in printed_titles()


@lru_cache(maxsize=4096)
def _is_ministry(words: str) -> bool:
    """Whether a ministry was ever called so: one that is no more has no posts in the table."""
    return fold(words) in _ministries()


@cache
def _ministries() -> frozenset[str]:
    return frozenset(fold(each.name) for each in ministries())


def _ends(text: str, at: int, limit: int) -> _Ends:
    """Where the portfolio may end, with what stands before each of its words."""
    ends: _Ends = []
    between = ""
    while at < limit:
        token = _TOKEN.match(text, at)
        if token is None:
            break
        stop = token.end() - (text[token.end() - 1] in ".’'-")
        ends.append((stop, between))
        gap = _BETWEEN.match(text, token.end())
        if gap is None or text[token.end() - 1] == ".":
            break
        between = " " if gap[0] == " " else fold_space(gap[0]) or " "
        at = gap.end()
    return ends


def _by_shape(text: str, ends: _Ends) -> int | None:
    """ "Zorg, Welzijn en Sport" is one portfolio, "VWS, Conny Helder" is not."""
    closed = any(between == "en" for _, between in ends[1:])
    end = None
    for number, (stop, between) in enumerate(ends):
        if number and between.startswith(",") and not closed:
            break
        if number and between == " " and not text[stop - 1].islower():
            break
        end = stop
    return end


# --- plurals ------------------------------------------------------------------------------------


def _several(text: str, match: re.Match[str], end: int, role: str | None) -> Iterator[Post]:
    """The posts of "de Staatssecretarissen van A en van B", "de ministers van A, B en C"."""
    single = re.sub(r"(?i)(?<=minister)s$|sen$", "", match["role"])
    begin = match.end() + len(text[match.end() : end]) - len(text[match.end() : end].lstrip())
    yield from _first(text, match.start(), begin, end, single, role)
    while True:
        joint = NEXT.match(text, end)
        if joint is None:
            return
        again = _AGAIN.match(text, joint.end())
        begin = again.end() if again else joint.end()
        short = _SHORT_NAME.match(text, begin)
        if again is None and (short is None or not short[0][1:].isupper()):
            ends = _ends(text, begin, begin + _LONGEST)
            stop = _longest(text, single, begin, ends)
        else:
            stop = _end(text, single, begin, begin + _LONGEST, several=True)
        if stop is None:
            return
        end = stop
        yield Post(f"{single} van {fold_space(text[begin:end])}", role, Span(begin, end))


def _first(
    text: str, start: int, begin: int, end: int, single: str, role: str | None
) -> Iterator[Post]:
    """The first portfolio behind a plural, or each of its abbreviations."""
    parts = re.split(r",\s|\sen\s", text[begin:end])
    if len(parts) < 2 or not all(_SHORT_NAME.fullmatch(part) for part in parts):
        title = f"{single} van {fold_space(text[begin:end])}"
        yield Post(title, role, Span(start, end))
        return
    for part in parts:
        begin = text.index(part, begin)
        yield Post(f"{single} van {part}", role, Span(begin, begin + len(part)))
        begin += len(part)
