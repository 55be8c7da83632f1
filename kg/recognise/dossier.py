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
from kg.recognise.dossier_bill import names_bill
from kg.recognise.engine import Recogniser, Rule
from kg.recognise.kamerstuk_grammar import read
from kg.recognise.kamerstuk_mentions import dossiers, is_chapter, papers
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
_OPEN = later(r"\(\s?(?:nrs?\. )?")
_CLOSE = later(rf"{GAP}\)?{GAP}\)")
_EARLIEST, _LATEST = 17000, 39999
_HEADING = "\\b[1-3]\\d ?\\d{3}(?:[- ][IVXA-L]{1,5})? [VNABIR1-9]\\w"
_PAPER = later(
    rf"{GAP}(?:Verslag(?!en)|Antw|Beantw|Intrekking|Reactie(?!s)|VSO|Nn?av|N[Vv]"
    rf"|[1-9]e{GAP}?(?:Nn?av|N[Vv]|[Nn]ota|[Vv]erslag|[Mm]onitor)"
    rf"|Nota{GAP}(?:van|naar|n\.a\.v\.|over|inzake)(?!\w))"
)
_MANY = later(rf"{GAP}(?:Antwoorden|Beantwoorde)\b")

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
    closed = _CLOSE.match(text, reading.end) if reading else None
    if reading is None or reading.numbers or closed is None:
        return
    if not all(int(unit.number) <= _LATEST for unit in reading.units):
        return
    if any(is_chapter(unit) for unit in reading.units):
        yield from dossiers(text, reading.units, reading.units[0].start, "dossier.bracketed")
    elif names_bill(text, start, reading.units, closed.end()):
        yield from dossiers(text, reading.units, reading.units[0].start, "dossier.bill")


def parse_heading(text: str, start: int, end: int) -> Iterator[Mention]:
    """The dossier that opens the subject at ``start``: ``36820-XII Verslag houdende …``.

    >>> [m.id for m in parse_heading("31736 Nota van wijziging", 0, 11)]
    ['dossier-31736']
    """
    reading = read(text, start) if subject_start(text, start, start) == start else None
    if reading is None or reading.numbers or not _PAPER.match(text, reading.units[0].end):
        return
    first = reading.units[0]
    if not is_chapter(first) and (first.number.endswith("00") or _MANY.match(text, first.end)):
        return  # a count: "17000 Nota van …", "21345 Antwoorden op …"; "36800-IX" is a budget
    if _EARLIEST <= int(first.number) <= _LATEST:
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
