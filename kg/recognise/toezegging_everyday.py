"""What a minister says in a debate that he will tell, send or find out, in the words of every day.

"Daar wil ik schriftelijk op terugkomen", "Dat stuur ik u toe", "Die brief komt voor de zomer",
"Dat laat ik u weten", "Dat zoek ik uit", "Ik ga daarover in gesprek met de sector". What is for
this very debate ("straks", "in mijn blokje"), denied, conditional or reported of others is none.
"""

from __future__ import annotations

import re

from kg.patterns import later
from kg.recognise.term import due, is_dated, recurrence
from kg.recognise.toezegging_plain import stands

PAPER = r"(?:\w{0,16}brief|reactie|rapportage|evaluatie|notitie|verslag|appreciatie)"
LETTER = r"(?:\w{0,16}brief|reactie|rapportage|notitie|appreciatie)"
# In this very debate
SOON = later(
    r"""\b(?:straks|zo(?!\s(?:spoedig|snel|goed)\b)|meteen|zometeen|dadelijk|zodadelijk|nu|even
        |vandaag|vanavond|zojuist|net
        |(?<!korte\s)(?<!lange\s)termijn|blokje|interruptie)\b""",
    re.VERBOSE | re.IGNORECASE,
)
NOT = later(r"\b(?:niet(?!\s+al\s+te\b)|geen|nooit)\b", re.IGNORECASE)
_WE = r"(?:we|wij)"
_I = r"(?:ik|we|wij)"
_YOU = r"(?:u|(?:de|uw)\s+Kamer)"
_WORDS = r"(?:[^\s.;?]{1,30}\s+)"
_AFTER = rf"""(?:schriftelijk|op\s+schrift|per\s+brief
    |in\s+(?:de|een|die|dezelfde|mijn)\s+(?:\w{{1,20}}\s+){{0,2}}?{PAPER})"""
_LIST = r"(?:overzicht|lijst(?:je)?|cijfers|informatie|gegevens|stukken|rapport|antwoorden?)"

_EVERYDAY = later(
    rf"""\b(?=[bdeghijklmnopsvwz])(?:(?P<back>
        \b(?:(?:wil|willen)\s+{_I}|{_I}\s+(?:wil|willen)|(?:voor|zeggen)\s+dat\s+ik)\s+
            (?={_WORDS}{{0,12}}?{_AFTER}\b){_WORDS}{{0,14}}?
            (?:terugkom|terugkomen|terug\s+te\s+komen|ingaan|meenemen|betrekken)\b
      | \b(?:{_I}\s+kom(?:en)?|kom(?:en)?\s+{_I})\s+{_WORDS}{{0,6}}?
            terug\s+naar\s+(?:de|uw)\s+Kamer\b
      | \b(?:{_I}\s+neem|neem\s+ik|nemen\s+{_WE}|{_WE}\s+nemen)\s+{_WORDS}{{0,6}}?mee\s+
            (?:in|bij|naar)\s+(?:de|het|die|dat|mijn|een)\s+(?:\w{{1,20}}\s+)?
            (?:{PAPER}|overleg|gesprek(?:ken)?)\b
      | \blaat\s+ik\s+{_WORDS}{{0,6}}?als\s+huiswerk\w{{0,10}}\s+meenemen\b
    )|(?P<sends>
        \b(?:stuur\s+ik|sturen\s+{_WE}|ik\s+stuur|{_WE}\s+sturen)\s+
            (?:{_YOU}\s+{_WORDS}{{0,4}}?toe\b
              | (?:{_YOU}\s+)?{_WORDS}{{0,6}}?(?<!\bmet\s)een\s+
                (?:\w{{1,20}}\s+)?{LETTER}\b)
      | \b(?:die|de|deze)\s+(?:\w{{1,20}}\s+)?(?:{LETTER}|{_LIST})\s+stuur\s+ik\b
      | \b(?:(?:zal|ga)\s+ik|(?:zullen|gaan)\s+{_WE}|ik\s+(?:zal|ga)
            |{_WE}\s+(?:zullen|gaan))\s+{_WORDS}{{0,5}}?(?:die|de|deze|een)\s+
            (?:\w{{1,20}}\s+)?{LETTER}\s+{_WORDS}{{0,6}}?(?:sturen|toesturen|toezenden)\b
      | \A(?:en\s+|maar\s+)?(?:die|deze)\s+(?:\w{{0,16}}brief\s+)?(?:zal|ga)\s+ik\s+
            {_WORDS}{{0,8}}?(?<!\bop\s)(?:sturen|toesturen|toezenden)\b
      | \bvolgt\s+(?:er\s+)?nog\s+een\s+(?:\w{{1,20}}\s+){{0,2}}?{LETTER}\b
      | \b(?:dat|die|het|de)\s+{_LIST}\s+krijgt\s+{_YOU}\s
      | \b(?:ik\s+zorg|zorg\s+ik)\s+(?:er(?:\s?voor)?\s+)?dat\s+{_YOU}\s+{_WORDS}{{0,8}}?
            (?:krijgt|ontvangt)\b
    )|(?P<tells>
        \b(?:laat\s+ik|ik\s+laat)\s+{_WORDS}{{0,8}}?{_YOU}\s+{_WORDS}{{0,6}}?weten\b(?!,?\s+dat\b)
      | \b(?:ik\s+wil|wil\s+ik)\s+{_YOU}\s+{_WORDS}{{0,8}}?(?:rapporteren|informeren)\b
            (?!,?\s+dat\b)
      | \b(?:ik\s+kan|kan\s+ik)\s+{_WORDS}{{0,10}}?per\s+brief\b
      | \b(?:komt|komen)\s+{_WORDS}{{0,6}}?naar\s+(?:de|uw)\s+Kamer\b
      | \b(?:(?:hoop|verwacht)\s+ik|ik\s+(?:hoop|verwacht))\s+{_WORDS}{{0,8}}?
            naar\s+(?:de|uw)\s+Kamer\s+te\s+(?:kunnen\s+)?(?:komen|sturen)\b
      | \b(?:ik\s+beloof|beloof\s+ik)\b(?!\s+(?:u\s+)?(?:niet|niets|niks|geen)\b)
    )|(?P<finds>
        \A(?:\w+,\s+)?(?:dat|dit|het|daar)\s+zoek\s+ik\s+{_WORDS}{{0,4}}?uit\b
      | \bik\s+zoek\s+(?:dat|dit|het)\s+{_WORDS}{{0,4}}?uit\b
      | \A(?:\w+,\s+)?(?:dat|dit|het)\s+ga\s+ik\s+{_WORDS}{{0,3}}?na(?=\s*[.,;]|\s+en\b)
      | \b(?:zal\s+ik|ik\s+zal)\s+(?:dat|dit|het|die\s+\w{{1,20}})\s+{_WORDS}{{0,5}}?
            (?:doorgeven|overbrengen|doorgeleiden)\b
      | \b(?:zal\s+ik|ik\s+zal)\s+{_WORDS}{{0,8}}?
            voor\s+(?:de|uw)\s+Kamer\s+op\s+een\s+rij\s+zetten\b
    )|(?P<talks>
        \b(?:ik\s+ga|ga\s+ik)\s+{_WORDS}{{0,6}}?in\s+(?:gesprek|overleg)\s+met\s+
            (?!u\b|elkaar|de\s+Kamer)
      | \b(?:ik\s+ga|ga\s+ik)\s+{_WORDS}{{0,4}}?met\s+(?!u\b|elkaar|de\s+Kamer){_WORDS}{{1,10}}?
            in\s+(?:gesprek|overleg)\b
      | \b(?:ik\s+wil|wil\s+ik)\s+(?:best|graag|zeker|wel)\s+{_WORDS}{{0,12}}?
            (?:het|dat|dit)\s+gesprek\s+{_WORDS}{{0,4}}?(?:aangaan|voeren)\b
    ))""",
    re.VERBOSE | re.IGNORECASE,
)
# Most lines have none of these side by side, and stop here.
_ANY = later(
    r"""\b(?=[bghiklnsvwz])(?:
        (?:wil|laat|stuur|zoek|zorg|kan|neem|beloof|kom|hoop|verwacht)\s+ik\b
      | ik\s+(?:wil|laat|stuur|zoek|zorg|kan|neem|beloof|kom|hoop|verwacht)\b
      | (?:(?:zal|ga)\s+ik|ik\s+(?:zal|ga)|(?:zullen|gaan)\s+(?:we|wij)
            |(?:we|wij)\s+(?:zullen|gaan))\b(?=.*\b(?:sturen|toesturen|toezenden|doorgeven|overbrengen|doorgeleiden|zetten
                |gesprek|overleg|na)\b)
      | (?:komen|nemen|sturen|willen)\s+(?:we|wij)\b | (?:we|wij)\s+(?:komen|nemen|sturen|willen)\b
      | (?:volgt|krijgt|komt|komen)\s | (?:voor|zeggen)\s+dat\s+ik\b)""",
    re.VERBOSE | re.IGNORECASE,
)
_RULES = {
    "back": "kom-terug",
    "sends": "reactie-volgt",
    "tells": "informeer-met-termijn",
    "finds": "zal-doen",
    "talks": "zal-doen",
}
# Of what is told this needs a time: "Die brief komt naar de Kamer" says nothing new.
_WHEN = later(
    r"\A(?:komt|komen|ik\s+(?:kan|wil|hoop|verwacht)|(?:kan|wil|hoop|verwacht)\s+ik)\b",
    re.IGNORECASE,
)
_OTHERS = later(r"\b(?:zegt|zei|vraagt|vroeg|vindt|denkt)\s+dat\b|\bals\s+u\b", re.IGNORECASE)


def may_be_everyday(line: str) -> bool:
    """Whether a line has a verb of sending, telling or finding out, and who would do it.

    >>> may_be_everyday("Dat stuur ik u toe."), may_be_everyday("Dat is zo.")
    (True, False)
    """
    return _ANY.search(line) is not None


def everyday(line: str) -> str | None:
    """The rule by which a minister promises to tell, send or find out something, or ``None``.

    >>> everyday("Dat stuur ik u toe."), everyday("Dat laat ik u weten.")
    ('reactie-volgt', 'informeer-met-termijn')
    >>> everyday("Als u dat wilt, stuur ik u dat toe.") is None
    True
    """
    match = _EVERYDAY.search(line) if may_be_everyday(line) else None
    if match is None or match.lastgroup is None or _OTHERS.search(line, 0, match.start()):
        return None
    if match.lastgroup == "tells" and _WHEN.match(match[0]):
        if not is_dated(due(match[0])) and recurrence(match[0]) is None:
            return None
    return _RULES[match.lastgroup] if meant_later(line, match, match.end()) else None


def meant_later(line: str, match: re.Match[str], end: int | None = None) -> bool:
    """Whether what is said at ``match``, and to ``end``, is meant as such, and not for now.

    >>> line = "Daar kom ik straks op terug."
    >>> meant_later(line, re.compile("kom ik").search(line))
    False
    """
    reach = end or min(len(line), match.end() + 12)
    if SOON.search(line, match.start(), reach) or NOT.search(line, match.start(), reach):
        return False
    return stands(line, match.start())
