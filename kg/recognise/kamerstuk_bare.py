"""Kamerstukken without a word that announces them: ``33 308, nr. 14``, ``35925-VIII-164``.

What announces them is their shape, so that each form asks for as much as makes it certain. With
``nr.`` a number of five digits is enough. A dash, semicolon or space asks for a dossier of the last
forty years in whole text (no path, sum, standard or telephone number); a letter for parentheses.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.identifiers.grammar import DASH
from kg.identifiers.vergaderjaar import parse_vergaderjaar
from kg.model import Mention
from kg.patterns import later
from kg.recognise.engine import Recogniser, Rule
from kg.recognise.kamerstuk_grammar import Reading, read
from kg.recognise.kamerstuk_mentions import papers
from kg.recognise.kamerstuk_numbers import YEARS

# Only what is cheap to see is asked here: the scan's automaton grows with every bounded repeat.
_DASH = "[-\u2010-\u2015\u2212]"
_DIGITS = "\\b[1-3]\\d[ .\u00a0\u2009\u202f\n]?\\s*\\d{3}"
_TRIGGER = (
    f"{_DIGITS}(?:[^a-z]|en |hfd?st|hoofdstuk){{0,18}}[\\s,]*"
    "(?:(?:op|onder|met) )?(?:stuk(?:ken)? )?"
    f"(?:[Nn][Rr]|[Nn][Oo][. ]|[Nn]ummer|[Nn][°º]|#)"
    f"|{_DIGITS}(?:{_DASH}\\d\\d)?(?:;|{_DASH}| {_DASH} ?)(?:\\d{{1,4}}\\b|\\n\\s*\\d)"
    f"|{_DIGITS}(?:[. /]|{_DASH}\\s*){{0,2}}[IVXA-L(][IVXA-ER()0-9-]{{0,8}}"
    f"(?:[;, /]|{_DASH})\\s*\\d"
    f"|{_DIGITS}(?:[-. ]?[IVX]{{1,5}})?,\\s*(?:[Ll]etter )?[A-Z]{{1,2}}[),;]"
    f"|{_DIGITS}/\\d{{1,4}}\\b|{_DIGITS}, ?\\d{{1,4}}\\)"
)

_SERIES = "\\bC[CLXVI]{2,8},?[ \u00a0]?(?:[Nn]r\\. ?)?[A-Z]{1,2}\\b"

_BEFORE = later(r"[\w.,/+€$£#=%&@)\u2010-\u2015-]")
_MOTION = later(r"(?:[Mm]otie|[Aa]mendement)\s{1,40}$")
# "moties 24095/545 en 24095/546"; else only a chapter makes a slash certain
_MOTIONS = later(
    r"(?:[Mm]otie|[Aa]mendement)(?:s|en)?\s{1,40}(?:[1-3]\d ?\d{3}/\d{1,4}(?:,| en|/)\s?){0,5}$"
)
_MOTION_NEAR = later(r"[Mm]otie|[Aa]mendement")
_TIE = later(rf"\s{{0,80}}{DASH}\s{{0,160}}$")
_OPEN = later(r"\((?:[^()]{0,30}[ ,])?$")
_FOREIGN = later(
    r"(?:\b(?:ISO|IEC|NEN|EN|DIN|ISBN|ISSN|BS|CAS|IBAN|[Aa]rt\.?|[Aa]rtikel|[Tt]el\.?|[Ff]ax|KvK|"
    r"[Pp]ostbus|[Rr]apport(?:nummer)?|EUR|[Vv]erordening|[Rr]ichtlijn)|€)[ :/-]{0,3}$"
)
# "nr. 38 112": a case or anything else, unless the Kamer is spoken of
_NUMBERED = later(r"\bnr\.[ \u00a0]{0,3}$")
_OF_THE_KAMER = later(r"t\.v\.v|[Kk]amer|[Mm]otie|[Dd]ossier|\bTK\b")
# "vergaderjaar 2011–2012,30 573, nr. 107", "motie Bos,32360, nr. 5"
_LISTED_BEFORE = later(r"(?:[0-9]{4}|[a-z]{2}\.?),$")
_D_NUMBER = later(r"/(?:19|20)\d\d[DZ]\d")  # "23645-352/2010D13733"
_SUM = later(r"\s?(?:%|€|[Ee]uro|EUR|m[²2³3]?\b|k[mgW]|ha\b|personen|keer|miljoen|miljard)")
_YEARS = later(rf"(?<!\d){YEARS},?\s{{1,40}}$")
_EARLIEST, _LATEST = 17000, 39999

_RULES = (
    Rule("kamerstuk.bare-nr", "Gewijzigde motie (33 308, nr. 14)", ("kst-33308-14",)),
    Rule("kamerstuk.motie-dossier-nr", "Motie 25295, nr. 1892, leden Hijink en Paulusma",
         ("kst-25295-1892",)),
    Rule("kamerstuk.bare-dash", "Nota naar aanleiding van het verslag - 34555-5",
         ("kst-34555-5",)),
    Rule("kamerstuk.bare-semicolon", "Behandeld: 21501-20;856", ("kst-21501-20-856",)),
    Rule("kamerstuk.bare-letters", "het voorstel van wet (35.526, BH)", ("kst-35526-BH",)),
    Rule("kamerstuk.bare-comma", "zie ook 31.700XII, 6.", ("kst-31700-XII-6",)),
    Rule("kamerstuk.bare-slash", "de motie (36200-XIV/12)", ("kst-36200-XIV-12",)),
    Rule("kamerstuk.bare-space", "Bromet/Grinwis (36600 XIV 29)", ("kst-36600-XIV-29",)),
)  # fmt: skip
_SERIES_RULE = Rule("kamerstuk.series", "de brief (CXXIV, G) over de verkiezing", ("kst-CXXIV-G",))


def parse(text: str, start: int, end: int) -> Iterator[Mention]:
    """The Kamerstukken whose dossier begins at ``start``, where their shape is certain.

    >>> [m.id for m in parse("34477;25295, nr.73", 0, 18)]
    ['kst-34477-73']
    >>> list(parse("10000-1500 euro", 0, 10))
    []
    """
    if start and _BEFORE.match(text, start - 1):
        if not _LISTED_BEFORE.search(text, max(0, start - 5), start):
            return
    reading = read(text, start)
    if reading is None or not reading.numbers or int(reading.units[0].number) > _LATEST:
        return
    alone = text[start - 1 : start] == "("  # the commonest case: nothing before can matter
    if not alone and _is_foreign(text, start, reading):
        return
    if reading.form != "nr":
        if _certain(text, start, reading):
            yield from papers(text, reading, start, f"kamerstuk.bare-{reading.form}")
        return
    motion = None if alone else _MOTION.search(text, max(0, start - 60), start)
    if motion is not None:
        yield from papers(text, reading, motion.start(), "kamerstuk.motie-dossier-nr")
        return
    years = None if alone else _YEARS.search(text, max(0, start - 60), start)
    year = parse_vergaderjaar(years["years"]) if years else None
    yield from papers(text, reading, start, "kamerstuk.bare-nr", vergaderjaar=year)


def _is_foreign(text: str, start: int, reading: Reading) -> bool:
    """Whether what stands before ``start`` makes it something else's number."""
    if _FOREIGN.search(text, max(0, start - 20), start):
        return True
    numbered = _NUMBERED.search(text, max(0, start - 8), start)
    if numbered is None or reading.units[0].toevoeging is not None:
        return False
    return _OF_THE_KAMER.search(text, max(0, start - 80), start) is None


def parse_series(text: str, start: int, end: int) -> Iterator[Mention]:
    """The paper of the Kamer's own Roman series at ``start``, between brackets.

    >>> [m.id for m in parse_series("de brief (CXLVIII A)", 10, 19)]
    ['kst-CXLVIII-A']
    """
    reading = read(text, start, series=True)
    if reading is None or not reading.numbers or not _open(text, start):
        return
    if text[reading.end : reading.end + 1] in (")", ",", ";"):
        yield from papers(text, reading, start, "kamerstuk.series", chamber="ek")


def _open(text: str, start: int) -> bool:
    """Whether a bracket opened not far before ``start``."""
    return _OPEN.search(text, max(0, start - 40), start) is not None


def _certain(text: str, start: int, reading: Reading) -> bool:
    """Whether a form without ``nr.`` can be nothing else."""
    if int(reading.units[0].number) < _EARLIEST or _SUM.match(text, reading.end):
        return False
    bracketed, after = _open(text, start), text[reading.end : reading.end + 1]
    if reading.form == "letters":
        return bracketed and after in (")", ",", ";")
    if reading.form == "dash":
        number = reading.numbers[0]
        tie = _TIE.search(text, max(start, number.start - 250), number.start)
        between = tie[0] if tie else ""
        tight = not between[:1].isspace()
        if "\n" in between and reading.units[0].toevoeging is None:
            return False
        dotted = text[start + 2 : start + 3] == "."  # "17.500-20" may count anything
        if after == "/" and not _D_NUMBER.match(text, reading.end):
            return False
        return (bracketed or (tight and not dotted)) and after != "-"
    if reading.form == "comma" and reading.units[0].toevoeging is None:
        near = _MOTION_NEAR.search(text, max(0, start - 150), start)
        return after == ")" and near is not None and len(reading.numbers) == 1
    if reading.form == "slash" and reading.units[0].toevoeging is None:
        if _MOTIONS.search(text, max(0, start - 100), start):
            return True
        near = _MOTION_NEAR.search(text, max(0, start - 150), start)
        return bracketed and after == ")" and near is not None
    return True


RECOGNISERS = (
    Recogniser("kamerstuk-bare", _TRIGGER, parse, rules=_RULES),
    Recogniser("kamerstuk-series", _SERIES, parse_series, rules=(_SERIES_RULE,)),
)
