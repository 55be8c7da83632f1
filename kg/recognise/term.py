"""When something is due, and how often: the words letters use for a term.

"voor het einde van het jaar", "in het najaar", "uiterlijk 1 december", "Q2 2023", "voor het
kerstreces", "zodra die er zijn", "zo spoedig mogelijk"; "jaarlijks", "per kwartaal". What day that
is depends on the document's date and is not decided here.
"""

from __future__ import annotations

import re

from kg.patterns import later
from kg.text import MONTH

_S = r"\s{1,9}"
_MONTH = rf"(?:{MONTH})"
_YEAR = rf"(?:{_S}(?:van{_S})?(?:20\d\d|(?:dit|volgend|het){_S}jaar))"
_BEFORE = r"v(?:oo|óó)r"
_LEAD = (
    rf"(?:uiterlijk(?:{_S}(?:in|voor|eind|medio|begin|op))?|{_BEFORE}|in|rond|rondom|omstreeks"
    r"|na|tegen|vanaf|medio|begin|eind|einde|per|op|tot|bij)"
)
_MOMENT = r"""(?:zomer|najaar|voorjaar|herfst|winter|lente|jaar|kalenderjaar|schooljaar|maand|week
    |weken|maanden|kwartaal|helft|zomerreces|kerstreces|herfstreces|meireces|voorjaarsreces
    |krokusreces|reces|jaarwisseling|Prinsjesdag|voorjaarsnota|najaarsnota|miljoenennota
    |begrotingsbehandeling|begroting|periode(?!\s(?:na|tot|tussen|van)\b)|voortgangsrapportage|voortgangsbrief|verzamelbrief
    |fase\s\d)"""
_SMALL = r"""(?:de|het|dit|deze|een|aanstaande?|aankomende?|komende?|volgende?|eerstvolgende?
    |tweede|eerste|derde|vierde|einde?|begin|loop|van|eind|uw|na|af|met)"""
_READY = r"(?:gereed|afgerond|bekend|beschikbaar|voltooid|opgeleverd|ontvangen)"
DUE = later(
    rf"""\b(?=\w)(?:
        (?:{_LEAD}|in{_S}de{_S}loop{_S}van){_S}(?:(?:eind|begin|medio){_S})?
            (?:\d{{1,2}}{_S})?{_MONTH}{_YEAR}?
      | {_LEAD}{_S}(?:{_SMALL}{_S}){{0,6}}{_MOMENT}(?!{_S}(?:geleden|jl))\b{_YEAR}?
      | (?:{_BEFORE}|na|voorafgaand{_S}aan){_S}(?:het|de){_S}(?:\w{{1,20}}{_S}){{0,4}}
            (?:\w{{0,20}}debat|\w{{0,16}}overleg|\w{{0,20}}behandeling)\b
      | (?:volgende?|komende?|deze|dit|aankomende?|aanstaande?|later{_S}dit|nog{_S}dit){_S}
            (?:week|weken|maand|maanden|zomer|najaar|voorjaar|herfst|winter|jaar|kwartaal|reces)
            {_YEAR}?
      | (?:in{_S}(?:het{_S})?)?(?:Q[1-4]|[1-4]e{_S}kwartaal){_YEAR}?
      | (?:begin|medio|eind|einde|in(?:{_S}de{_S}loop{_S}van)?
            |(?:{_BEFORE}|uiterlijk)(?:{_S}einde?)?){_S}20\d\d
      | binnen{_S}(?:\w{{1,12}}{_S}){{1,3}}(?:dagen|weken|maanden|jaar|termijn)
      | zo{_S}(?:spoedig|snel){_S}mogelijk | binnenkort | spoedig | te{_S}zijner{_S}tijd
      | op{_S}(?:een{_S})?(?:zeer{_S})?(?:korte|latere?){_S}(?:termijn|moment|tijdstip)
      | zodra{_S}(?:\w{{1,20}}{_S}){{1,5}}(?:is|zijn|bekend|beschikbaar|afgerond|gereed)\b
            (?:{_S}(?:is|zijn)\b)?
      | (?:wanneer|nadat|als){_S}(?:\w{{1,20}}{_S}){{1,6}}(?:{_READY}{_S}(?:is|zijn)
            |(?:is|zijn){_S}{_READY})\b
      | na{_S}(?:de{_S})?(?:afronding|ommekomst|ontvangst|oplevering|publicatie|besluitvorming
            |vaststelling|voltooiing|afloop){_S}(?:van|in){_S}(?:het|de|dit|deze|die){_S}\w{{1,30}}
      | (?:zomer|najaar|voorjaar|herfst|winter|lente){_S}20\d\d
      | in{_S}(?:de|een|mijn){_S}(?:eerst)?volgende{_S}(?:\w{{1,30}}{_S}){{0,3}}?
            (?:\w{{0,30}}brief|\w{{0,20}}rapportage)\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)
# "Zoals gemeld op 31 januari": the day of what was told before
_TOLD = later(r"\b(?:gemeld|aangegeven|aangekondigd|bericht|geschreven|toegelicht)\s{1,9}\Z")
# "in het debat op 16 juni 2022": the day of the debate
_HELD = later(
    r"""\b(?:\w{0,20}debat|\w{0,20}overleg|AO|VAO|CD|WGO|\w{0,20}vergadering|\w{0,20}behandeling
        |vragenuur|vragenuurtje|\w{0,20}brief)\b[^.;,]{0,60}\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_ON_A_DAY = later(r"op\s+\d", re.IGNORECASE)
RECURRENCE = later(
    rf"""\b(?=\w)(?:(?:half|twee|drie)?jaarlijks | driemaandelijks | maandelijks | periodiek
        | regelmatig | regelmatige{_S}basis
        | meerjarig | doorlopend | per{_S}(?:kwartaal|half\s?jaar)
        | (?:elk|ieder)e?{_S}(?:jaar|half\s?jaar|kwartaal|voorjaar|najaar|maand)
        | (?:twee|drie|vier)\s?(?:keer|maal){_S}per{_S}jaar)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_TIME = later(
    rf"""\d|zomer|najaar|voorjaar|jaar|maand|week|weken|reces|Prinsjesdag|nota|kwartaal|begroting
        |debat|overleg|volgende|\b{_MONTH}""",
    re.VERBOSE | re.IGNORECASE,
)


def due(words: str) -> str | None:
    """The first term in ``words`` as printed, or ``None``.

    >>> due("Uw Kamer wordt voor het einde van het jaar geïnformeerd")
    'voor het einde van het jaar'
    >>> due("De resultaten volgen in de eerste helft van 2024."), due("Dank u wel")
    ('in de eerste helft van 2024', None)
    """
    for match in DUE.finditer(words):
        if _TOLD.search(words, max(0, match.start() - 24), match.start()):
            continue
        if _ON_A_DAY.match(match[0]) and _HELD.search(words[: match.start()][-90:]):
            continue
        return match[0].strip()
    return None


def recurrence(words: str) -> str | None:
    """How often, as printed, or ``None``.

    >>> recurrence("informeren we u jaarlijks over de voortgang")
    'jaarlijks'
    """
    match = RECURRENCE.search(words)
    return match[0] if match else None


def is_dated(term: str | None) -> bool:
    """Whether a term names a time, not only that it will be soon.

    >>> is_dated("voor de zomer"), is_dated("zo spoedig mogelijk"), is_dated(None)
    (True, False, False)
    """
    return term is not None and _TIME.search(term) is not None
