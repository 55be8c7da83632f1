"""The words of a comparison in Dutch and English."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from kg.compare.changes import Change
from kg.shown import one_line
from kg.vocabulary import label


def word(name: str, language: str) -> str:
    """A word of ``words.csv``.

    >>> word("gone", "nl")
    'verdwenen'
    """
    return _words()[name][language]


def state(change: Change, language: str) -> str:
    """Whether it is new or gone."""
    return word("new" if change.new else "gone", language)


def sentence(change: Change, language: str) -> str:
    """A change in one line: whether it is new, what, and of what."""
    said = f"{change.subject.label} – {label(change.relation, language)}: {change.object.label}"
    return one_line(f"{state(change, language).capitalize()}: {said}")


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    text = (Path(__file__).parent / "words.csv").read_text(encoding="utf-8")
    return MappingProxyType({row["name"]: row for row in csv.DictReader(text.splitlines())})
