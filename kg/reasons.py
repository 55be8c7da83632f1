"""Why something was decided, or could not be: sentences of one table, in English and in Dutch.

The graph and the commands have the English sentence; a page in Dutch says it by the same table.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from string import Formatter

from kg.text import MONTHS

# These slots hold sentences of the table, these a day.
_NESTED = ("why", "also", "when")
_DAYS = ("day", "last")
_DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)|--(?P<m>\d\d)-(?P<d>\d\d)")
_LONGEST = 2000  # code points; what is longer was not made here
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of the table: in both languages, and the pattern that finds its slots again."""

    english: str
    dutch: str
    pattern: re.Pattern[str]


def because(sentence: str, /, **values: object) -> str:
    """A sentence of the table, by its name there, in English with its slots filled.

    Days are filled in as ISO dates, ``--06-10`` where the year is unknown. Raises ``KeyError``
    for a sentence the table does not have, or a slot without a value.

    >>> because("nobody", name="Bot", when=because("since", day="2007-10-04"))
    'nobody is called “Bot” from 2007-10-04'
    """
    return _table()[sentence].english.format_map(values)


def said(text: str, language: str) -> str:
    """A sentence made by :func:`because` in ``nl`` or ``en``; any other text as it is.

    >>> said("nobody is called “Bot” from 2007-10-04", "nl")
    'niemand heet “Bot” vanaf 4 oktober 2007'
    >>> said("no register is loaded", "en"), said("it rains", "nl")
    ('no register is loaded', 'it rains')
    """
    return text if language != "nl" else in_dutch(text) or text


@lru_cache(maxsize=4096)
def in_dutch(text: str) -> str | None:
    """A sentence made by :func:`because` in Dutch, ``None`` for any other text.

    >>> in_dutch("its day is not printed in full")
    'de dag staat er niet volledig bij'
    """
    return _in_dutch(text, _DEEPEST) if len(text) <= _LONGEST else None


def table() -> tuple[tuple[str, str], ...]:
    """Each sentence in English and in Dutch, with its slots in braces: for a page that says them.

    >>> ("no register is loaded", "er is geen register geladen") in table()
    True
    """
    return tuple((each.english, each.dutch) for each in _table().values())


def _in_dutch(text: str, deep: int) -> str | None:
    for sentence in _table().values() if deep else ():
        match = sentence.pattern.fullmatch(text)
        values = _values(match.groupdict(), deep - 1) if match else None
        if values is not None:
            return sentence.dutch.format_map(values)
    return None


def _values(printed: Mapping[str, str], deep: int) -> dict[str, str] | None:
    """What fills the slots in Dutch; ``None`` where a sentence within is not of the table."""
    values: dict[str, str] = {}
    for slot, text in printed.items():
        value = _in_dutch(text, deep) if slot in _NESTED else text
        if value is None:
            return None
        values[slot] = _day(value) if slot in _DAYS else value
    return values


def _day(printed: str) -> str:
    """An ISO date as it is written in Dutch; other text as it is."""
    match = _DAY.fullmatch(printed)
    month = int(match["month"] or match["m"]) if match else 0
    if match is None or not 1 <= month <= 12:
        return printed
    written = f"{int(match['day'] or match['d'])} {MONTHS[month - 1]}"
    return f"{written} {match['year']}" if match["year"] else written


@cache
def _table() -> dict[str, _Sentence]:
    text = resources.files("kg").joinpath("reasons.json").read_text("utf-8")
    return {
        name: _Sentence(english, dutch, re.compile(_pattern(english), re.DOTALL))
        for name, (english, dutch) in json.loads(text).items()
    }


def _pattern(english: str) -> str:
    """The pattern of a sentence: each slot holds some text, a day only what days are made of."""
    parts = []
    for words, slot, _, _ in Formatter().parse(english):
        parts.append(re.escape(words))
        if slot is not None:
            parts.append(f"(?P<{slot}>[0-9-]+)" if slot in _DAYS else f"(?P<{slot}>.+?)")
    return "".join(parts)
