"""Sentences from the tables ``sentences.txt`` and ``references.txt``."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from madeup.chance import Chance

_SLOT = re.compile(r"\{(\w+)\}|‹([\w-]+)›")
Told = Callable[[str], str]
Piece = tuple[str, str]  # what it is, and its text or name


@cache
def sections() -> dict[str, list[str]]:
    """Every section of both tables with its lines."""
    found: dict[str, list[str]] = {}
    for name in ("sentences.txt", "references.txt"):
        lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
        for line in lines:
            if line.startswith("["):
                current = found.setdefault(line.strip("[]"), [])
            elif line and not line.startswith("#"):
                current.append(line)
    return found


@cache
def _compiled(section: str) -> list[list[Piece]]:
    return [_pieces(line) for line in sections()[section]]


def _pieces(line: str) -> list[Piece]:
    pieces: list[Piece] = []
    end = 0
    for slot in _SLOT.finditer(line):
        pieces.append(("text", line[end : slot.start()]))
        word, told = slot.groups()
        pieces.append(("told", told) if told else (_sort(word), word.lower()))
        end = slot.end()
    return [*pieces, ("text", line[end:])]


def _sort(word: str) -> str:
    if word in ("ww", "inf"):
        return word
    return "capital" if word[0].isupper() else "word"


def say(section: str, chance: Chance, told: Told | None = None) -> str:
    """A sentence of this section; ``told`` fills what only the world knows."""
    said: list[str] = []
    for sort, text in chance.pick(_compiled(section)):
        if sort == "text":
            said.append(text)
        elif sort == "told":
            assert told is not None, f"{section} needs to be told {text}"
            said.append(told(text))
        elif sort in ("ww", "inf"):
            said.append(chance.pick(_verbs())[sort == "inf"])
        else:
            word = say(text, chance)
            said.append(word[0].upper() + word[1:] if sort == "capital" else word)
    return "".join(said)


@cache
def _verbs() -> list[tuple[str, str]]:
    pairs = (line.split() for line in sections()["ww"])
    return [(finite, infinitive) for finite, infinitive in pairs]
