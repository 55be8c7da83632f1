"""Programmes shown by the abbreviation behind them: "het landelijk transitie arrangement (LTA)".

Who gives a name an abbreviation means that very thing, with capitals or without. The name is the
words before it whose letters, each word's first one among them, spell it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.model import Mention, Span
from kg.patterns import later
from kg.recognise.engine import Recogniser, Rule
from kg.recognise.programme_table import is_listed
from kg.recognise.programme_unlisted import unlisted
from kg.text import fold_accents, fold_space

_MOST_WORDS = 9
_BRACKET = later(
    r"\((?i:hierna|afgekort(?:\sals)?)?:?\s?[\"'‘’“”«]?"
    r"(?P<letters>[A-Z][A-Za-z&-]{1,9})[\"'’”»]?\)"
)
_WORDS = later(
    r"(?:[^\W\d_][\w’'-]{0,40}(?:[ \t\xa0]{1,40}|[ \t\xa0]{0,40}\r?\n\s{0,120})){1,9}\Z",
)
_KINDS = (
    "programma", "aanpak", "agenda", "akkoord", "plan", "strategie", "pact", "visie", "arrangement",
    "convenant", "deal", "offensief", "routekaart",
)  # fmt: skip
_SMALL = frozenset("de het en van voor in op met bij tot ter aan te tegen tussen een der".split())
_NO_PROGRAMME = later(
    r"""\A(?:programma\svan\seisen|plan\svan\saanpak|centraal\seconomisch|bestemmingsplan
        |(?:\w+\s)?(?:ambulance|beheer|jaar|werk|informatie|bedrijfs|project)plan
        |\w*\s?werkprogramma|strategische\sondernemingsvisie)""",
    re.VERBOSE | re.IGNORECASE,
)


def parse_initials(text: str, start: int, end: int) -> Iterator[Mention]:
    """The programme before the abbreviation in brackets at ``start``.

    One of the table is left to the table.

    >>> [m] = parse_initials("het landelijk transitie arrangement (LTA) doet", 36, 38)
    >>> m.value
    Programme(id='x-landelijk-transitie-arrangement', name='landelijk transitie arrangement')
    >>> list(parse_initials("het landelijk transitie arrangement (GGZ) doet", 36, 38))
    []
    """
    if not _has_kind(text[max(0, start - 200) : start].split()[-_MOST_WORDS:]):
        return  # most abbreviations are those of parties
    bracket = _BRACKET.match(text, start)
    before = _WORDS.search(text, max(0, start - 200), start)
    if bracket is None or before is None:
        return
    words = list(re.finditer(r"\S+", before[0]))
    letters = re.sub(r"[&-]", "", bracket["letters"]).casefold()
    count = _spelt([fold_accents(word[0]).casefold() for word in words], letters)
    if not count:
        return
    first, last = words[-count], words[-1]
    span = Span(before.start() + first.start(), before.start() + last.end())
    name = fold_space(span.of(text))
    if _is_name(name) and not is_listed(name):
        yield unlisted(text, span, name, "programme.initials")


def _has_kind(words: Sequence[str]) -> bool:
    """Whether one of the words says that a thing is a programme."""
    lowered = [word.casefold() for word in words]
    return any(word.endswith(_KINDS) and not word.endswith("impact") for word in lowered)


def _is_name(name: str) -> bool:
    words = name.split(" ")
    return (
        _has_kind(words)
        and (len(words) > 1 or name[0].isupper())
        and _NO_PROGRAMME.match(name) is None
    )


def _spelt(words: Sequence[str], letters: str) -> int:
    """How many of the last words spell the letters, the fewest that do; 0 if none do."""
    for count in range(1, min(len(words), _MOST_WORDS) + 1):
        tail = words[-count:]
        if tail[0] not in _SMALL and _spells(tail, letters):
            return count
    return 0


def _spells(words: Sequence[str], letters: str) -> bool:
    """Whether each word gives its first letter and any of its others; small ones may give none."""
    reached = {0}
    for word in words:
        after = set(reached) if word in _SMALL else set()
        for at in reached:
            after.update(range(at + 1, _taken(word, letters, at) + 1))
        reached = after
    return len(letters) in reached


def _taken(word: str, letters: str, at: int) -> int:
    """Up to where ``word`` can give the letters from ``at`` on, its own first one first."""
    if not letters.startswith(word[0], at):
        return at
    place = 0
    while at < len(letters) and (place := word.find(letters[at], place) + 1):
        at += 1
    return at


RECOGNISERS: tuple[Recogniser, ...] = (
    Recogniser(
        "programme-initials",
        r"\((?:(?i:hierna|afgekort(?:\sals)?):?\s)?(?:\"|'|‘|’|“|”|«)?[A-Z][A-Za-z&-]{1,9}"
        r"(?:\"|'|’|”|»)?\)",
        parse_initials,
        layer="programme",
        rules=(
            Rule(
                "programme.initials",
                "binnen het landelijk transitie arrangement (LTA) wordt",
                ("x-landelijk-transitie-arrangement",),
            ),
        ),
    ),
)
