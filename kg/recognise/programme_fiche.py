"""Plans and strategies of the Commission: "Fiche: Mededeling EU-Dijkenstrategie voor 2040".

The cabinet writes a fiche about each that Brussels makes; behind "Mededeling" stands its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Mention, Span
from kg.patterns import later
from kg.recognise.engine import Recogniser, Rule
from kg.recognise.programme_tail import long_tail
from kg.recognise.programme_table import is_listed
from kg.recognise.programme_unlisted import unlisted
from kg.recognise.programme_words import GAP, PERIOD
from kg.text import fold_space

_KIND = r"actieplan|strategie|agenda|routekaart|stappenplan|programma|pact"
_FICHE = later(
    rf"""[Ff]iche(?:{GAP}inzake|{GAP}over)?:?{GAP}(?:de{GAP})?
        (?:(?:[Gg]ezamenlijke{GAP})?[Mm]ededeling:?{GAP}
            (?:(?:inzake|over|betreffende|aangaande|van|voor){GAP})?)?
        (?:(?:[Dd]e|[Hh]et|[Ee]en|[Nn]ieuwe?){GAP})?""",
    re.VERBOSE,
)
_PLAN = later(
    rf"""(?:(?:EU|EU-{GAP}|[Gg]roen|Europees|(?![Ee]valuatie|[Hh]erzien|[Tt]weede|[Tt]ussentijds
            |[Aa]ctualis|[Bb]estaande|[Oo]ver)[A-Za-zëï-]{{2,30}}e){GAP}){{0,3}}
        (?:[\w’]{{1,20}}-(?:en{GAP})?)?
        (?P<head>(?!(?i:jaarplan|\w*werkprogramma|meerjarenplan|\w*begrotingsplan|beheerplan
            |\w*leningprogramma|stabiliteitsprogramma))
        [\w’]{{0,40}}(?i:{_KIND}))(?![\w-])""",
    re.VERBOSE,
)
_BARE = later(
    rf"(?:(?:EU|Europe(?:es|se)|nieuwe?)[ -]){{0,3}}(?:{_KIND})\Z",
    re.IGNORECASE,
)
_YEAR = later(rf"{GAP}(?:voor{GAP}|na{GAP})?20[0-6]\d(?![\w/–-])")


def parse_fiche(text: str, start: int, end: int) -> Iterator[Mention]:
    """The plan that the fiche at ``start`` is about.

    One of the table is left to the table.

    >>> text = "Fiche: Mededeling EU-Dijkenstrategie voor 2040"
    >>> [m.value.name for m in parse_fiche(text, 0, 5)]
    ['EU-Dijkenstrategie voor 2040']
    >>> list(parse_fiche("Fiche: Mededeling dijken in de Unie", 0, 5))
    []
    """
    fiche = _FICHE.match(text, start)
    plan = None if fiche is None else _PLAN.match(text, fiche.end())
    if plan is None:
        return
    year = _YEAR.match(text, plan.end())
    stop = long_tail(text, plan.end(), len(text)) if year is None else year.end()
    name = fold_space(text[plan.start() : stop])
    if _BARE.match(name) or _is_of_table(text, plan.start(), stop):
        return
    period = PERIOD.match(text, stop)
    span = Span(plan.start(), stop if period is None else period.end())
    yield unlisted(text, span, name, "programme.fiche")


def _is_of_table(text: str, start: int, stop: int) -> bool:
    """Whether a name of the table begins among these words."""
    words = text[start : stop + 60].split()
    inside = len(text[start:stop].split())
    return any(is_listed(" ".join(words[at : at + 12])) for at in range(inside))


RECOGNISERS: tuple[Recogniser, ...] = (
    Recogniser(
        "programme-fiche",
        r"\b[Ff]iche\b",
        parse_fiche,
        layer="programme",
        rules=(
            Rule(
                "programme.fiche",
                "Fiche: Mededeling EU-Dijkenstrategie voor 2040",
                ("x-eu-dijkenstrategie-voor-2040",),
            ),
        ),
    ),
)
