"""What the page of a part is called, in the language of the page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kg.errors import CitationError
from kg.identifiers import parse_id
from kg.identifiers.kamerstuk import Kamerstuk
from kg.shown import one_line
from kg.text import MONTHS

_LONGEST = 80
_WORDS = {
    "nl": {
        "around": "Rond {names}, {steps}", "step": "1 stap", "steps": "{n} stappen",
        "since": "vanaf {day}", "and": "en",
    },
    "en": {
        "around": "Around {names}, {steps}", "step": "1 step", "steps": "{n} steps",
        "since": "since {day}", "and": "and",
    },
}  # fmt: skip
_MONTHS = {
    "nl": MONTHS,
    "en": tuple(
        "January February March April May June July August September October November December"
        .split()
    ),
}


def title(
    language: str,
    *,
    around: Sequence[str] = (),
    depth: int = 1,
    dossiers: Sequence[str] = (),
    ministers: Sequence[str] = (),
    since: date | None = None,
) -> str:
    """The title of a part, from the names of what it is about.

    >>> title("nl", around=["Kamerstuk 25 295, nr. 1892"], depth=2)
    'Rond Kamerstuk 25 295, nr. 1892, 2 stappen'
    >>> title("en", dossiers=["dossier 25 295"], ministers=["Conny Helder"], since=date(2022, 6, 1))
    'Dossier 25 295 · Conny Helder · since 1 June 2022'
    """
    words = _WORDS[language]
    parts = []
    if around:
        steps = words["step"] if depth == 1 else words["steps"].format(n=depth)
        parts.append(words["around"].format(names=_listed(around, words), steps=steps))
    if dossiers:
        parts.append(_listed(dossiers, words))
    if ministers:
        parts.append(_listed(ministers, words))
    if since is not None:
        month = _MONTHS[language][since.month - 1]
        parts.append(words["since"].format(day=f"{since.day} {month} {since.year}"))
    whole = " · ".join(parts)
    return whole[:1].upper() + whole[1:]


def _listed(names: Sequence[str], words: dict[str, str]) -> str:
    *first, last = names
    return f"{', '.join(first)} {words['and']} {last}" if first else last


def name_of(key: str, label: str) -> str:
    """What a thing is called in a title: a paper by its number, anything else by its label.

    >>> name_of("document/kst-25295-1892", "motie van de leden Hijink en Paulusma")
    'Kamerstuk 25 295, nr. 1892'
    >>> name_of("dossier/25295", "Kamerstuk 25 295"), name_of("person/p", "Conny Helder")
    ('dossier 25 295', 'Conny Helder')
    """
    kind, _, name = key.partition("/")
    try:
        known = parse_id(f"dossier-{name}" if kind == "dossier" else name)
    except CitationError:
        return short(label or name)
    if kind == "dossier":
        return f"dossier {known.format('kamer').removeprefix('Kamerstuk ')}"
    return known.format("kamer") if isinstance(known, Kamerstuk) else short(label or name)


def short(text: str) -> str:
    """A text on one line, cut off with an ellipsis where it is long.

    >>> short("Brief  over\\nzorg")
    'Brief over zorg'
    """
    text = one_line(text)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
