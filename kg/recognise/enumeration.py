"""Numbers in a row: "nr. 1767 en 1775", "nrs. 2830, 2834 en 2854", "items 8 en 32".

One number always; more of them where the word before is a plural or stands again, or where "en"
adds a larger one. What belongs to a date ("nr. 12, 3 mei 2023") is no further number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.identifiers.grammar import DASH, GAP
from kg.model import Span
from kg.patterns import later
from kg.text import MONTH

ANY_MONTH = rf"(?:{MONTH}|jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec)\b"
NR = r"(?P<nr>(?:[Nn](?:rs?|os?|ummers?)|NRS?)\b\.?|#)"
_NUMBER = rf"0{{0,2}}(?P<number>[1-9][0-9]{{0,4}})(?![0-9]|{GAP}{ANY_MONTH}|\.[0-9])"
_SEPARATOR = rf"{GAP}(?P<tie>,|;|en|EN|&|alsmede|resp\.|respectievelijk|t/m|tot en met|{DASH}){GAP}"
_SECOND_TIE = rf"(?:(?:en|alsmede){GAP})?"
_FIRST = later(_NUMBER)
_NR_AGAIN = later(rf"{_SEPARATOR}{_SECOND_TIE}(?:{NR}{GAP})?{_NUMBER}")
_ITEM_AGAIN = later(rf"{_SEPARATOR}{_SECOND_TIE}(?:(?P<nr>(?i:items?)){GAP})?{_NUMBER}")
_RANGE = later(rf"t/m|tot en met|{DASH}")


def read_numbers(text: str, start: int, end: int, word: str) -> tuple[tuple[int, Span], ...]:
    """The numbers from ``start`` on; ``word`` matches what may stand before each of them.

    A range gives its first and last number, and those between on the whole range.

    >>> [n for n, _ in read_numbers("1767 en 1775, 12 mei", 0, 20, "nr")]
    [1767, 1775]
    >>> [n for n, _ in read_numbers("1–3", 0, 3, "nrs")]
    [1, 2, 3]
    """
    return tuple(_numbers(text, start, end, word))


def _numbers(text: str, start: int, end: int, word: str) -> Iterator[tuple[int, Span]]:
    first = _FIRST.match(text, start, end)
    if first is None:
        return
    plural = word.rstrip(".").lower().endswith("s")
    span = Span(*first.span("number"))
    yield int(first["number"]), span
    following = _ITEM_AGAIN if word[:1] in ("i", "I") else _NR_AGAIN
    previous, position = int(first["number"]), first.end()
    for _ in range(40):
        match = following.match(text, position, end)
        if match is None or not _adds(match, previous, plural):
            return
        number = int(match["number"])
        if _RANGE.fullmatch(match["tie"]):
            whole = Span(span.start, match.end())
            yield from ((between, whole) for between in range(previous + 1, number))
        span = Span(*match.span("number"))
        yield number, span
        previous, position = number, match.end()


def _adds(match: re.Match[str], previous: int, plural: bool) -> bool:
    number, tie = int(match["number"]), match["tie"]
    if _RANGE.fullmatch(tie):
        return previous < number <= previous + 30
    if match["nr"] or plural:
        return True
    return tie not in (",", ";") and number > previous
