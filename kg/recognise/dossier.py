"""A dossier as a whole, without a word like Kamerstuk: ``de begroting (35300-V)``.

Behind a keyword it is read in :mod:`kg.recognise.kamerstuk`. Here are the ways in which debates and
agendas name a bill: its number in brackets after its title, or behind "wetsvoorstel". A number in
brackets could be anything; it counts with the chapter of a budget, or after words for a bill or
paper in the same breath.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.identifiers.grammar import GAP
from kg.model import Mention
from kg.patterns import later
from kg.recognise.engine import Recogniser, Rule
from kg.recognise.kamerstuk_grammar import read
from kg.recognise.kamerstuk_mentions import dossiers, is_chapter, papers
from kg.recognise.kamerstuk_units import Unit
from kg.recognise.subject import subject_start

_BRACKETED = (
    "\\(\\s?(?:nrs?\\. )?[1-3]\\d[. \u00a0]?\\d{3}"
    "(?:\\)|[-–,;/. (][^a-z]{0,14}\\)| en [1-3])"
)
_NAMED = (
    "(?:(?i:wetsvoorstel(?:len)?)|\\b[Ii]nitiatief(?:nota|wet)|[Dd]ossier(?:nummers?|nr\\.?)?:?)"
    "[\\s\u00a0\u00ad\u2009\u202f][\\s\u00a0\u2009\u202f]*(?:(?:met|onder) )?"
    "(?:(?:kamerstuk|dossier)?(?:nummers?|nr\\.?) )?"
    "\\(?[1-3]\\d[. \u00a0\u2009\u202f]?\\s*\\d{3}"
)
_RIJKSWET = "\\b[1-3]\\d[. \u00a0]?\\d{3}[- ]{0,2}\\(R[ \u00a0]?\\d{4}\\)"
_WORDS = later(
    rf"[A-Za-z]+[.:]{{0,2}}(?:{GAP}(?:met|onder))?"
    rf"(?:{GAP}(?:kamerstuk|dossier)?(?:nummers?|nr\.?))?{GAP}\(?"
)
_PLURAL = later(r"[A-Za-z]+(?:llen|rs|nummers)\b")
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
# "de Wet op de accountants (33025)", "amendementen Successiewet 1956 (31930)"
_LAW = later(
    r"\b(?:[Ww]et(?:ten|boek|geving)?|[A-Za-zë]{3,40}wet(?:ten)?|[Bb]elastingplan|[Mm]oties?"
    r"|[Aa]mendement(?:en)?|[Tt]oezegging(?:en)?)\b"
)
_TELLS = later(
    r"\b(?:is|zijn|was|waren|wordt|worden|werd|werden|heeft|hebben|had|hadden|kan|kunnen|zal|zullen"
    r"|kregen|krijgen|ontving\w*|ontvang\w*|aantal\w*|totaal|gemiddeld\w*)\b|[?!;]|[.:]\s"
)
_OPEN = later(r"\(\s?(?:nrs?\. )?")
_TITLE = 3  # words of the shortest title
_FAR = 200  # as far as a law's name runs
_NEAR = 600  # as far as a bill's title runs
_CLOSE = later(rf"{GAP}\)?{GAP}\)")
_EARLIEST, _LATEST = 17000, 39999
_HEADING = "\\b[1-3]\\d ?\\d{3}(?:[- ][IVXA-L]{1,5})? [VNABIR1-9]\\w"
_PAPER = later(
    rf"{GAP}(?:Verslag|Nota{GAP}|Antw|Beantw|Intrek|Reactie|VSO|[1-9]e{GAP}?|Nn?av|N[Vv])"
)

_RULES = (
    Rule("dossier.bracketed", "de begroting van Onderwijs (35300-VIII)", ("dossier-35300-VIII",)),
    Rule("dossier.bill", "het wetsvoorstel Wijziging van de Mediawet (33892)", ("dossier-33892",)),
    Rule("dossier.rijkswet", "Goedkeuring van het verdrag - 34417-(R2068)", ("dossier-34417",)),
    Rule("dossier.heading", "36820-XII Verslag houdende vragen", ("dossier-36820-XII",)),
    Rule("dossier.named", "bij de behandeling van wetsvoorstel 36 278", ("dossier-36278",)),
)


def parse_bracketed(text: str, start: int, end: int) -> Iterator[Mention]:
    """The dossiers between brackets at ``start``.

    >>> [m.id for m in parse_bracketed("de begroting (35300-V)", 13, 22)]
    ['dossier-35300-V']
    """
    opened = _OPEN.match(text, start)
    reading = read(text, opened.end()) if opened else None
    if reading is None or reading.numbers or not _CLOSE.match(text, reading.end):
        return
    if not all(int(unit.number) <= _LATEST for unit in reading.units):
        return
    if any(is_chapter(unit) for unit in reading.units):
        yield from dossiers(text, reading.units, reading.units[0].start, "dossier.bracketed")
    elif _is_bill(text, start, reading.units):
        yield from dossiers(text, reading.units, reading.units[0].start, "dossier.bill")


def _is_bill(text: str, start: int, units: tuple[Unit, ...]) -> bool:
    """Whether what stands before a bracket names a bill or paper, or is a title as a whole."""
    if any(word in text[max(0, start - _NEAR) : start].lower() for word in _BILL):
        return True
    if any(int(unit.number) < _EARLIEST or "." in text[unit.start : unit.end] for unit in units):
        return False
    law = None
    for law in _LAW.finditer(text, max(0, start - _FAR), start):
        continue
    if law is not None and not _TELLS.search(text, law.end(), start):
        return True
    line = text.rfind("\n", max(0, start - _FAR), start) + 1 or max(0, start - _FAR)
    begin = subject_start(text, line, start)
    if begin is None or not text[begin].isupper() or _TELLS.search(text, begin, start):
        return False
    return len(text[begin:start].split()) >= _TITLE


def parse_heading(text: str, start: int, end: int) -> Iterator[Mention]:
    """The dossier that opens the subject at ``start``: ``36820-XII Verslag houdende …``.

    >>> [m.id for m in parse_heading("31736 Nota van wijziging", 0, 11)]
    ['dossier-31736']
    """
    reading = read(text, start) if subject_start(text, start, start) == start else None
    if reading is None or reading.numbers or not _PAPER.match(text, reading.units[0].end):
        return
    if _EARLIEST <= int(reading.units[0].number) <= _LATEST:
        yield from dossiers(text, reading.units[:1], start, "dossier.heading")


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
        begin = start
        while begin and start - begin < 20 and text[begin - 1].isalpha():
            begin -= 1  # "initiatiefwetsvoorstellen"
        plural = _PLURAL.match(text, start) is not None
        units = reading.units if plural else reading.units[:1]
        yield from dossiers(text, units, begin, "dossier.named")


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
    Recogniser("dossier-named", _NAMED, parse_named, rules=_RULES[4:]),
    Recogniser("dossier-heading", _HEADING, parse_heading, rules=_RULES[3:4]),
)
