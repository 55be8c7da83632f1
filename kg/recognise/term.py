"""When something is due, and how often: the words letters use for a term.

"voor het einde van het jaar", "in het najaar", "uiterlijk 1 december", "Q2 2023", "voor het
kerstreces", "zodra die er zijn", "zo spoedig mogelijk"; "jaarlijks", "per kwartaal". What day that
is depends on the document's date and is not decided here.
"""

from __future__ import annotations

import re

_MONTH = (
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)"
)
_YEAR = r"(?:\s{1,9}(?:van\s{1,9})?(?:20\d\d|dit\s{1,9}jaar|volgend\s{1,9}jaar|het\s{1,9}jaar))"
_LEAD = (
    r"(?:uiterlijk(?:\s{1,9}(?:in|voor|eind|medio|begin|op))?|v(?:oo|óó)r|in|rond|na|tegen|vanaf|medio|begin|eind|einde|per|op|tot|bij)"
)
_MOMENT = (
    r"(?:zomer|najaar|voorjaar|herfst|winter|lente|jaar|kalenderjaar|schooljaar|maand|week|weken|maanden|kwartaal"
    r"|helft|zomerreces|kerstreces|herfstreces|meireces|voorjaarsreces|krokusreces|reces|jaarwisseling|Prinsjesdag"
    r"|voorjaarsnota|najaarsnota|miljoenennota|begrotingsbehandeling|begroting|periode|voortgangsrapportage|voortgangsbrief|verzamelbrief|fase\s\d)"
)
_SMALL = (
    r"(?:de|het|dit|deze|een|aanstaande?|aankomende?|komende?|volgende?|eerstvolgende?|tweede|eerste|derde|vierde|einde?|begin"
    r"|loop|van|eind|uw|na|af|met)"
)
DUE = re.compile(
    rf"""\b(?:
        {_LEAD}\s{{1,9}}(?:eind\s{{1,9}}|begin\s{{1,9}}|medio\s{{1,9}})?(?:\d{{1,2}}\s{{1,9}})?{_MONTH}{_YEAR}?
      | {_LEAD}\s{{1,9}}(?:{_SMALL}\s{{1,9}}){{0,6}}{_MOMENT}(?!\s{{1,9}}(?:geleden|jl))\b{_YEAR}?
      | (?:v(?:oo|óó)r|na|voorafgaand\s{{1,9}}aan)\s{{1,9}}(?:het|de)\s{{1,9}}(?:\w{{1,20}}\s{{1,9}}){{0,2}}
            (?:\w{{0,20}}debat|\w{{0,16}}overleg|\w{{0,20}}behandeling)\b
      | (?:volgende?|komende?|deze|dit|aankomende?|aanstaande?|later\s{{1,9}}dit|nog\s{{1,9}}dit)\s{{1,9}}
            (?:week|weken|maand|maanden|zomer|najaar|voorjaar|herfst|winter|jaar|kwartaal|reces){_YEAR}?
      | (?:in\s{{1,9}}(?:het\s{{1,9}})?)?(?:Q[1-4]|[1-4]e\s{{1,9}}kwartaal){_YEAR}?
      | (?:begin|medio|eind|einde|in(?:\s{{1,9}}de\s{{1,9}}loop\s{{1,9}}van)?|(?:v(?:oo|óó)r|uiterlijk)(?:\s{{1,9}}eind(?:e)?)?)\s{{1,9}}20\d\d
      | binnen\s{{1,9}}(?:\w{{1,12}}\s{{1,9}}){{1,3}}(?:dagen|weken|maanden|jaar|termijn)
      | zo\s{{1,9}}(?:spoedig|snel)\s{{1,9}}mogelijk | binnenkort | spoedig | te\s{{1,9}}zijner\s{{1,9}}tijd
      | op\s{{1,9}}(?:een\s{{1,9}})?(?:zeer\s{{1,9}})?(?:korte|later|latere)\s{{1,9}}(?:termijn|moment|tijdstip)
      | zodra\s{{1,9}}(?:\w{{1,20}}\s{{1,9}}){{1,5}}(?:is|zijn|bekend|beschikbaar|afgerond|gereed)\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)
RECURRENCE = re.compile(
    r"""\b(?:(?:half|twee|drie)?jaarlijks | driemaandelijks | maandelijks | periodiek | regelmatig | meerjarig
        | doorlopend | per\s{1,9}(?:kwartaal|half\s?jaar) | (?:elk|ieder)e?\s{1,9}(?:jaar|half\s?jaar|kwartaal
        |voorjaar|najaar|maand) | (?:twee|drie|vier)\s?(?:keer|maal)\s{1,9}per\s{1,9}jaar)\b""",
    re.VERBOSE | re.IGNORECASE,
)


def due(words: str) -> str | None:
    """The first term in ``words`` as printed, or ``None``.

    >>> due("Uw Kamer wordt voor het einde van het jaar geïnformeerd")
    'voor het einde van het jaar'
    >>> due("De resultaten volgen in de eerste helft van 2024."), due("Dank u wel")
    ('in de eerste helft van 2024', None)
    """
    match = DUE.search(words)
    return match[0].strip() if match else None


def recurrence(words: str) -> str | None:
    """How often, as printed, or ``None``.

    >>> recurrence("informeren we u jaarlijks over de voortgang")
    'jaarlijks'
    """
    match = RECURRENCE.search(words)
    return match[0] if match else None
