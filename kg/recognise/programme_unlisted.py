"""Programmes that the table need not know: named in quotation marks.

"het programma ‘Samen Sterk in de Wijk’". A name the table does not know gets an id of its own
("x-…"), made from its words, so that it is not lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Mention, Programme, Span
from kg.patterns import later
from kg.recognise.engine import Recogniser, Rule
from kg.recognise.programme_table import full_name, known, respelt, slug
from kg.recognise.programme_words import ON_AIR
from kg.text import fold_space

_KIND = (
    r"(?:programma|(?:plan\svan\s)?aanpak|akkoord|agenda|(?:actie|programma|master|\b)plan|pact"
    r"|strategie|convenant|routekaart)"
)
_SURE = later(r"(?:plan\s+van\s+aanpak|actieplan|actieprogramma|convenant)\s", re.IGNORECASE)
_ON_AIR = later(rf"\b(?:{ON_AIR})\b|(?i:uitzending)")
_OPEN = "\"'‘’“”„«‚"
_CLOSE = "\"'’”“»‘"
_QUOTED = later(
    rf"{_KIND}\s{{1,60}}[{_OPEN}](?P<name>[^\W_][^{_CLOSE}\n]{{1,110}}"
    rf"(?:\n[^{_CLOSE}\n]{{1,110}}){{0,2}}?(?:['’][a-z][^{_CLOSE}\n]{{0,80}})?)[{_CLOSE}](?!\w)",
    re.IGNORECASE,
)


def parse_quoted(text: str, start: int, end: int) -> Iterator[Mention]:
    """The programme whose name stands in quotation marks at ``start``.

    >>> [m] = parse_quoted("de aanpak ‘Samen Sterk in de\\nWijk’ is", 3, 9)
    >>> m.value
    Programme(id='x-samen-sterk-in-de-wijk', name='Samen Sterk in de Wijk')
    """
    match = _QUOTED.match(text, start)
    if match is None or _ON_AIR.search(text, max(0, start - 50), start):
        return
    name = fold_space(match["name"]).rstrip(" .,;:")
    if not 3 <= len(name) <= 120 or len(name.split()) > 14 or re.search(r"[.!?;]\s", name):
        return
    span = Span(match.start("name"), match.end("name"))
    listed = known(name)
    if listed is not None:
        value = Programme(listed, full_name(listed))
        yield Mention("programme", span, span.of(text), "programme.quoted", value)
    elif name[0].isupper() or name[0].isdigit() or _is_sure(match[0], name):
        yield unlisted(text, span, name, "programme.quoted-unknown")


def _is_sure(printed: str, name: str) -> bool:
    """Whether a name in small letters is one: what has it is a plan, no way of doing things."""
    return " " in name and _SURE.match(printed) is not None


def unlisted(text: str, span: Span, name: str, rule: str) -> Mention:
    """The mention of a programme that no table has, under an id made from its name.

    One of the table that is spelt in another way has its id.

    >>> unlisted("de Dijkenagenda", Span(3, 15), "Dijkenagenda", "programme.word").id
    'x-dijkenagenda'
    """
    listed = respelt(name)
    key, full = (f"x-{slug(name)}", name) if listed is None else (listed, full_name(listed))
    value = Programme(key, full)
    return Mention("programme", span, span.of(text), rule, value)


RECOGNISERS: tuple[Recogniser, ...] = (
    Recogniser(
        "programme-quoted",
        rf"(?i:{_KIND})\s{{1,60}}(?:\"|'|‘|’|“|”|„|«|‚)",
        parse_quoted,
        layer="programme",
        rules=(
            Rule(
                "programme.quoted",
                "de aanpak ‘Mentale Gezondheid: van ons allemaal’ is",
                ("prog-mentale-gezondheid-van-ons-allemaal",),
            ),
            Rule(
                "programme.quoted-unknown",
                "het programma “Samen Sterk in de Wijk” loopt",
                ("x-samen-sterk-in-de-wijk",),
            ),
        ),
    ),
)
