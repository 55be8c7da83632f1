"""Programmes named by capitals behind a word that announces a name: Nationaal, programma, …

"het Nationaal Kennisprogramma Stikstof", "het programma Robuust Basisnet", "de actieagenda
Brainport", "de woonvisie 2040".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Mention, Programme, Span
from kg.patterns import later
from kg.recognise.engine import Recogniser, Rule
from kg.recognise.programme_table import full_name, is_listed, known
from kg.recognise.programme_unlisted import unlisted
from kg.recognise.programme_words import (
    CAPITAL, ENDING, GAP, NO_KIND, PERIOD, UP, gone_on, holds_listed, is_name,
)  # fmt: skip
from kg.text import fold_space

_REACH = "Nationaal|Nationale|Landelijke?|Integraal|Integrale|Rijksbrede?|Strategische?"
_FIRST = later(
    rf"""\b(?:(?:Strategische|Landelijke|Nationale){GAP}(?:agenda|aanpak|strategie)\b
            (?={GAP}voor{GAP}(?:de|het){GAP}[{UP}])
      | (?:{_REACH}|Interbestuurlijke?){GAP}(?:{CAPITAL}{GAP}){{0,2}}?
            [{UP}][\w-]{{0,40}}?(?i:{ENDING})\b
      | (?P<plain>[Pp]rogramma)\b(?={GAP}[{UP}]))""",
    re.VERBOSE,
)


def parse_shaped(text: str, start: int, end: int) -> Iterator[Mention]:
    """The programme that "Nationaal", "Landelijke", … or the word "programma" begins at ``start``.

    One of the table is left to the table.

    >>> [m.value.name for m in parse_shaped("het Nationaal Kennisprogramma Stikstof is", 4, 12)]
    ['Nationaal Kennisprogramma Stikstof']
    >>> list(parse_shaped("Programma De Minister", 0, 9))
    []
    """
    first = _FIRST.match(text, start)
    if first is None or NO_KIND.match(first[0]):
        return
    stop, words = gone_on(text, first.end())
    name = fold_space(text[start:stop])
    if first["plain"]:  # one word behind it may be anything: "het programma Nieuwsuur"
        name = name[0].upper() + name[1:]
        rest = name.split(" ")[1:]
        if words < 2 or rest[1].isupper() or holds_listed(rest):
            return
        listed = known(f"Nationaal {name}")
        if listed is not None:
            span, value = Span(start, stop), Programme(listed, full_name(listed))
            yield Mention("programme", span, span.of(text), "programme.shaped", value)
            return
    if not is_name(name) or is_listed(name):
        return
    period = PERIOD.match(text, stop)
    span = Span(start, stop if period is None else period.end())
    yield unlisted(text, span, name, "programme.shaped")


# --- small letters before a name or a year: "actieagenda Brainport", "woonvisie 2040" ------------

_SMALL_HEAD = later(
    rf"""(?P<named>[a-z]{{3,20}}(?:agenda|pact|aanpak|actieplan|actieprogramma|uitvoeringsplan))
            (?![\w-])(?={GAP}[{UP}])
      | [a-z]{{3,20}}(?:visie|agenda|strategie)(?={GAP}20[2-5][05](?![\w/–-]))""",
    re.VERBOSE,
)


def parse_small(text: str, start: int, end: int) -> Iterator[Mention]:
    """The programme that a word in small letters begins at ``start``, a name or a year behind it.

    >>> [m.value.name for m in parse_small("de woonvisie 2040 van", 3, 4)]
    ['woonvisie 2040']
    """
    head = _SMALL_HEAD.match(text, start)
    if head is None or text[start - 1 : start].isalnum() or text[start - 1 : start] == "-":
        return
    stop, words = gone_on(text, head.end()) if head["named"] else (head.end(), 0)
    period = PERIOD.match(text, stop)
    stop = stop if period is None or words else period.end()
    name = fold_space(text[start:stop])
    if stop > head.end() and not holds_listed(name.split(" ")):
        yield unlisted(text, Span(start, stop), name, "programme.small")


RECOGNISERS: tuple[Recogniser, ...] = (
    Recogniser(
        "programme-shaped",
        rf"\b(?:{_REACH}|Interbestuurlijke?)\s{{1,40}}(?:[{UP}]|agenda|aanpak|strategie)"
        rf"|\b[Pp]rogramma\s{{1,40}}[{UP}]",
        parse_shaped,
        layer="programme",
        rules=(
            Rule(
                "programme.shaped",
                "het Nationaal Kennisprogramma Stikstof is",
                ("x-nationaal-kennisprogramma-stikstof",),
            ),
        ),
    ),
    Recogniser(
        "programme-small",
        rf"\b[a-z]{{3,14}}(?:agenda|pact|aanpak|actieplan|actieprogramma|uitvoeringsplan)"
        rf"\s{{1,40}}[{UP}]"
        r"|\b[a-z]{3,14}(?:visie|agenda|strategie)\s{1,40}20[2-5][05]\b",
        parse_small,
        layer="programme",
        rules=(
            Rule("programme.small", "de actieagenda Brainport is", ("x-actieagenda-brainport",)),
        ),
    ),
)
