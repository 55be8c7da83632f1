"""A dossier as a whole, without a word like Kamerstuk: ``de begroting (35300-V)``.

Behind a keyword it is read in :mod:`kg.recognise.kamerstuk`. Here are the ways in which debates and
agendas name a bill: its number in brackets after its title, or behind "wetsvoorstel". A number in
brackets could be anything; it counts with the chapter of a budget, or after words for a bill or
paper in the same breath.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.identifiers.dossier import is_budget
from kg.identifiers.grammar import GAP
from kg.model import Mention
from kg.patterns import later
from kg.recognise.engine import Recogniser, Rule
from kg.recognise.kamerstuk_grammar import read
from kg.recognise.kamerstuk_mentions import dossiers, papers
from kg.recognise.kamerstuk_units import Unit

_BRACKETED = "\\(\\s?[1-3]\\d[. \u00a0]?\\d{3}(?:\\)|[-–,;/. (][^a-z]{0,14}\\))"
_NAMED = (
    "\\b(?:(?i:wetsvoorstel(?:len)?)|[Ii]nitiatief(?:nota|wet)|[Dd]ossier(?:nummers?|nr\\.?)?:?)"
    "[\\s\u00a0\u00ad\u2009\u202f][\\s\u00a0\u2009\u202f]*(?:(?:met|onder) )?"
    "(?:(?:kamerstuk|dossier)?(?:nummers?|nr\\.?) )?"
    "\\(?[1-3]\\d[. \u00a0\u2009\u202f]?\\s*\\d{3}"
)
_RIJKSWET = "\\b[1-3]\\d[. \u00a0]?\\d{3}[- ]{0,2}\\(R[ \u00a0]?\\d{4}\\)"
_WORDS = later(
    rf"[A-Za-z]+[.:]{{0,2}}(?:{GAP}(?:met|onder))?"
    rf"(?:{GAP}(?:kamerstuk|dossier)?(?:nummers?|nr\.?))?{GAP}\(?"
)
# Looked for as plain strings: a pattern over so much text before every bracket costs too much.
_BILL = (
    "wetsvoorstel",
    "voorstel van wet",
    "voorstel van rijkswet",
    "wijziging van",
    "goedkeuring van",
    "goedkeuring verdrag",
    "initiatief",
    "begroting",
    "debat",
    "overleg",
    "dossier",
    "kamerstuk",
    "nota over",
    "verslag van",
)
_NEAR = 600  # as far as a bill's title runs
_CLOSE = later(rf"{GAP}\)?{GAP}\)")
_LATEST = 39999

_RULES = (
    Rule("dossier.bracketed", "de begroting van Onderwijs (35300-VIII)", ("dossier-35300-VIII",)),
    Rule("dossier.bill", "het wetsvoorstel Wijziging van de Mediawet (33892)", ("dossier-33892",)),
    Rule("dossier.rijkswet", "Goedkeuring van het verdrag - 34417-(R2068)", ("dossier-34417",)),
    Rule("dossier.named", "bij de behandeling van wetsvoorstel 36 278", ("dossier-36278",)),
)


def parse_bracketed(text: str, start: int, end: int) -> Iterator[Mention]:
    """The dossiers between brackets at ``start``.

    >>> [m.id for m in parse_bracketed("de begroting (35300-V)", 13, 22)]
    ['dossier-35300-V']
    """
    reading = read(text, start + 1 + text[start + 1].isspace())
    if reading is None or reading.numbers or not _CLOSE.match(text, reading.end):
        return
    if not all(int(unit.number) <= _LATEST for unit in reading.units):
        return
    if any(_is_chapter(unit) for unit in reading.units):
        yield from dossiers(text, reading.units, reading.units[0].start, "dossier.bracketed")
    elif any(word in text[max(0, start - _NEAR) : start].lower() for word in _BILL):
        yield from dossiers(text, reading.units, reading.units[0].start, "dossier.bill")


def _is_chapter(unit: Unit) -> bool:
    return unit.toevoeging is not None and (unit.number == "21501" or is_budget(unit.number))


def parse_named(text: str, start: int, end: int) -> Iterator[Mention]:
    """The bill or dossier that is named by its number at ``start``.

    >>> [m.id for m in parse_named("wetsvoorstel 36 278, nr. 5", 0, 19)]
    ['kst-36278-5']
    """
    words = _WORDS.match(text, start)
    reading = read(text, words.end()) if words else None
    if reading is None or int(reading.units[0].number) > _LATEST:
        return
    if reading.numbers:
        yield from papers(text, reading, start, f"kamerstuk.dossier-{reading.form}")
    else:
        yield from dossiers(text, reading.units[:1], start, "dossier.named")


def parse_rijkswet(text: str, start: int, end: int) -> Iterator[Mention]:
    """The bill at ``start`` with the number of a Rijkswet behind its own, which nothing else has.

    >>> [m.id for m in parse_rijkswet("27 484 (R 1669)", 0, 15)]
    ['dossier-27484']
    """
    reading = read(text, start)
    if reading is not None and not reading.numbers:
        yield from dossiers(text, reading.units[:1], start, "dossier.rijkswet")


RECOGNISERS = (
    Recogniser("dossier-bracketed", _BRACKETED, parse_bracketed, rules=_RULES[:2]),
    Recogniser("dossier-rijkswet", _RIJKSWET, parse_rijkswet, rules=_RULES[2:3]),
    Recogniser("dossier-named", _NAMED, parse_named, rules=_RULES[3:]),
)
