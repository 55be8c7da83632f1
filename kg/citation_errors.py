"""Why a citation cannot be read: how far it was understood, what was expected, what comes near.

Each kind has a line of parts in the order in which they are printed. The text is read along every
line as far as it goes; the one that goes furthest says what was expected where it stopped. The
nearest forms are made from the text itself: a misspelt word put right, the unreadable rest left
out, a missing part as "…".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Protocol

from kg.errors import CitationError
from kg.identifiers.grammar import CHAMBER, COMMA, DASH, GAP, YEARS, even
from kg.identifiers.vergaderjaar import parse_vergaderjaar
from kg.model import Mention, Repeat


class UnreadableCitation(CitationError):
    """A text that is no citation; ``position`` is how many of its code points were understood.

    ``expected`` says what was expected there, ``nearest`` holds the nearest forms that can be read.
    """

    def __init__(
        self,
        place: str,
        problem: str,
        remedy: str = "",
        *,
        position: int,
        expected: str = "",
        nearest: tuple[str, ...] = (),
    ) -> None:
        super().__init__(place, problem, remedy)
        self.position = position
        self.expected = expected
        self.nearest = nearest


class Readable(Protocol):
    """What a candidate that can be read is: an id and its written forms."""

    @property
    def id(self) -> str:
        """The canonical id."""

    @property
    def forms(self) -> tuple[tuple[str, str], ...]:
        """The written forms by the names of their styles."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a citation: its name, its pattern, whether it may lack, how it is shown.

    A vergaderjaar must be one, not only look like it.
    """

    name: str
    pattern: str
    optional: bool = False
    shown: str = "{}"


_YEAR = _Part("a vergaderjaar such as 2020/21", YEARS, shown=" {}")
_MAYBE_YEAR = _Part("a vergaderjaar", YEARS, True, " {}")
_CHAMBER = _Part("a chamber", CHAMBER, True, " {}")
_SESSION = _Part("the word vergaderjaar", r"[Vv]ergaderjaar|[Zz]itting", True, " {}")
_NR = r"(?:[Nn](?:rs?|o|ummers?)\b\.?|#)?"
_NUMBER = _Part("a number such as nr. 1", rf"{_NR}{GAP}(?:[1-9][0-9]{{0,4}}[a-z]?|[A-Z]{{1,3}})\b")
_KEYWORDS = {
    "Kamerstuk": "[Kk]amerstuk(?:ken)?",
    "Aanhangsel Handelingen": "[Aa]anhangsel(?: (?:van de |der )?[Hh]andelingen)?",
    "Handelingen": r"[Hh]andelingen|Hand\.",
    "Stb.": r"Stb\b\.?|Staatsblad",
    "Stcrt.": r"Stcrt\b\.?|Staatscourant",
    "Trb.": r"Trb\b\.?|Tractatenblad",
    "kenmerk": "[Kk]enmerk",
}
_LINES: tuple[tuple[_Part, ...], ...] = (
    (
        _Part("Kamerstuk", _KEYWORDS["Kamerstuk"], True),
        _CHAMBER,
        _SESSION,
        _MAYBE_YEAR,
        _Part("a dossier such as 25 295", r"[1-9][0-9]{1,2}[ .\u00a0]?[0-9]{3}\b", shown=" {}"),
        _Part("a chapter", rf"{DASH}?{GAP}(?:[IVX]{{1,6}}[A-E]?|[0-9]{{2}})\b", True, " {}"),
        _Part(_NUMBER.name, rf"{DASH}?{GAP}{_NUMBER.pattern}", shown=", {}"),
    ),
    (
        _Part("Aanhangsel", _KEYWORDS["Aanhangsel Handelingen"]),
        _CHAMBER,
        _SESSION,
        _YEAR,
        _Part(_NUMBER.name, _NUMBER.pattern, shown=", {}"),
    ),
    (
        _Part("Handelingen", _KEYWORDS["Handelingen"]),
        _CHAMBER,
        _SESSION,
        _YEAR,
        _Part("a meeting such as nr. 33", _NUMBER.pattern, shown=", {}"),
        _Part("an item", r"item\s[0-9]{1,3}", True, ", {}"),
    ),
    *(
        (
            _Part(word, _KEYWORDS[word]),
            _Part("a year such as 2020", r"(?:1[89]|20)[0-9]{2}\b", shown=" {}"),
            _Part("a number such as 123", rf"{_NR}{GAP}[1-9][0-9]{{0,5}}\b", shown=", {}"),
        )
        for word in ("Stb.", "Stcrt.", "Trb.")
    ),
    (
        _Part("a year", r"20[0-9]{2}(?=[ADPZadpz])"),
        _Part("D, Z, A or P", "[ADPZadpz]"),
        _Part("five digits", r"[0-9]{5}\b"),
    ),
    (
        _Part("TZ", "TZ"),
        _Part("a year and month such as 202603", r"20[0-9]{2}(?:0[1-9]|1[0-2])"),
        _Part("a hyphen", DASH),
        _Part("three digits", r"[0-9]{3}\b"),
    ),
    (
        _Part("stuk", r"(?:op )?[Ss]tuk(?:ken)?"),
        _Part(_NUMBER.name, _NUMBER.pattern, shown=" {}"),
        _Part("its dossier such as (36600)", r"\([1-9][0-9]{4}[^)]{0,9}\)", shown=" ({})"),
    ),
    (
        _Part("kenmerk", _KEYWORDS["kenmerk"]),
        _Part("a reference such as 3382139-1030472-PG", r"[\w/.-]{5,60}", shown=" {}"),
    ),
)
_SPELT = (
    "Kamerstuk", "Kamerstukken", "Aanhangsel", "Handelingen", "Staatsblad", "Staatscourant",
    "Tractatenblad", "kenmerk", "vergaderjaar",
)  # fmt: skip
_BEGINNINGS = "Kamerstuk, Aanhangsel, Handelingen, Stb., kenmerk, an identifier or a link"


@dataclass(frozen=True, slots=True)
class _Walk:
    """How far one line goes along a text, what it wants next, and the form it comes to."""

    position: int
    expected: str
    form: str


def explain(
    text: str,
    mentions: Sequence[Mention],
    unread: int,
    read: Callable[[str], Sequence[Readable]],
) -> UnreadableCitation:
    """The error for a text that is no citation.

    ``mentions`` are what was found in it, ``unread`` is where the first thing stands that is not
    understood, ``read`` gives the citations of another text.

    >>> error = explain("Kamerstuk 25 295, nr.", (), 0, lambda text: ())
    >>> error.position, error.expected, error.nearest
    (16, 'a number such as nr. 1', ('Kamerstuk 25 295, …',))
    """
    walk = max((_walk(text, line) for line in _LINES), key=lambda one: one.position)
    position, expected = walk.position, walk.expected
    read_so_far = any(m.value for m in mentions if m.span.end <= unread)
    if unread > position - (expected == "the end") and read_so_far:
        position, expected = unread, "the end, or another citation"
    reason = next((m.reason for m in mentions if m.value is None and m.reason), None)
    if any(isinstance(m.value, Repeat) for m in mentions):
        reason = "it points back at something that is not in this text"
    nearest = _nearest(text, position, walk, read)
    rest = even(text[position : position + 40])
    problem = f"understood up to character {position}; expected {expected}"
    problem += f" where {rest!r} stands" if rest else ""
    problem += f" ({reason})" if reason else ""
    remedy = f"nearest: {' · '.join(nearest)}" if nearest else "kg find reads a whole text"
    return UnreadableCitation(
        repr(even(text[:60])), problem, remedy,
        position=position, expected=expected, nearest=nearest,
    )  # fmt: skip


def _walk(text: str, line: Sequence[_Part]) -> _Walk:
    """Read ``text`` along a line of parts; what lacks is shown as "…", once."""
    begin = position = len(text) - len(text.lstrip())
    stop: int | None = None
    form, expected = "", ""
    for part in line:
        match = re.compile(f"{COMMA}({part.pattern})").match(text, position)
        if match is not None and _holds(match):
            form += part.shown.format(even(match[1]))
            position = match.end()
        elif not part.optional:
            if position == begin:
                return _Walk(0, _BEGINNINGS, "")
            form += part.shown.format("…")
            if stop is None:
                stop, expected = position, part.name
    return _Walk(position if stop is None else stop, expected or "the end", form)


def _holds(match: re.Match[str]) -> bool:
    years = match.groupdict().get("years")
    return years is None or parse_vergaderjaar(years) is not None


def _nearest(
    text: str, position: int, walk: _Walk, read: Callable[[str], Sequence[Readable]]
) -> tuple[str, ...]:
    """At most three forms that can be read or completed, the likeliest first."""
    found: dict[str, None] = {}
    for candidate in (*_spelt_right(text), *_years_right(text), text[:position], *_padded(text)):
        for citation in read(candidate):
            forms = dict(citation.forms)
            found[forms.get("kamer", citation.id)] = None
    if "…" in walk.form and not found:
        found[walk.form.strip(" ,")] = None
    return tuple(found)[:3]


def _spelt_right(text: str) -> tuple[str, ...]:
    """The text with a word that is nearly a keyword put right."""
    candidates = []
    for word in re.findall(r"[^\W\d_]{4,20}", text)[:12]:
        for keyword in get_close_matches(word, _SPELT, 1, 0.72):
            if keyword != word:
                candidates.append(text.replace(word, keyword, 1))
    return tuple(candidates)


def _years_right(text: str) -> tuple[str, ...]:
    """The text with two years that do not follow each other changed into two that do."""
    match = re.search(YEARS, text)
    if match is None or _holds(match) or not match["years"][:4].isdigit():
        return ()
    first = int(match["years"][:4])
    return tuple(
        f"{text[: match.start()]}{year}-{year + 1}{text[match.end() :]}"
        for year in (first, first + 1)
    )


def _padded(text: str) -> tuple[str, ...]:
    """A number of the Tweede Kamer with too few digits, filled up; capitals for small letters."""
    match = re.search(r"\b(20[0-9]{2})([ADPZadpz])([0-9]{1,5})\b", text)
    return (f"{match[1]}{match[2].upper()}{match[3]:0>5}",) if match else ()
