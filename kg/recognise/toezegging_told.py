"""Commitments to tell the Kamer something: when, or that it will be.

"Hierover zal ik uw Kamer informeren", "Uw Kamer wordt voor de zomer geïnformeerd", "Het verslag
zal worden toegezonden aan de Kamer", "waarover ik u in mei bericht". With "zal" it is one as it
stands; in the present only with a term, or where it is said that it comes apart. What is denied,
sent with this very text or told before is none; what stands behind "over" is not looked at, for
that is what will be told, and may hold any word.
"""

from __future__ import annotations

import re
from itertools import islice

from kg.patterns import later
from kg.recognise import toezegging_words as words
from kg.recognise.phrases import compile_phrases
from kg.recognise.term import due, recurrence
from kg.recognise.topic import joined

_LISTS = {
    **words.LISTS,
    "told": r"(?:ge-?\s?)?informeerd|geïnformeerd|bericht|gestuurd|verstuurd|verzonden|toegestuurd"
    r"|gezonden|toegezonden|gerapporteerd|verstrekt|aangeboden|voorgelegd|overgelegd|gedeeld"
    r"|ingelicht|gemeld|ingediend|op\s+de\s+hoogte\s+(?:gesteld|gehouden|gebracht)"
    r"|in\s+kennis\s+gesteld",
    "give": r"sturen|gestuurd|verstuurd|versturen|verzenden|verzonden|zenden|gezonden|toesturen"
    r"|toegestuurd|toezenden|toegezonden|aanbieden|aangeboden|voorleggen|voorgelegd|verstrekken"
    r"|verstrekt|delen|gedeeld|rapporteren|gerapporteerd|overleggen|overgelegd|doen\s+toekomen",
    "put": "opgenomen|meegenomen|betrokken|vermeld|verwerkt|toegelicht|weergegeven",
    "to": r"te\s+(?:\w+\s+){0,2}?(?:informeren|berichten|sturen|zenden|rapporteren|verstrekken"
    r"|delen|doen\s+toekomen|melden)|op\s+de\s+hoogte|(?:aan|toe|voor|in|terug|op)\s+te\s+"
    r"(?:kunnen\s+)?(?:bieden|zenden|sturen|leggen|dienen|koppelen|komen)",
    "paper": r"\w{0,20}rapportage|\w{0,20}brief|reactie|evaluatie|verslag",
}
_WILL = compile_phrases(
    (
        "zal|zullen|ga|gaan {self} ... {kamer} .... {tell}",
        "{self} zal|zullen|ga|gaan ... {kamer} .... {tell}",
        "{kamer} zal|zullen|zult .... {tell}|ontvangen",
        "zal|zullen .. {kamer} .... {tell}|ontvangen",
        "zal|zullen .... naar|aan|met|bij {kamer} (worden\\s+)?({tell})",
        "zal|zullen .... {give} (worden\\s+)?(naar|aan|met) {kamer}",
        "houd|houden {me} {kamer} .. op de hoogte",
        "{me} houd|houden|houdt {kamer} .. op de hoogte",
        "{kamer} wordt|worden .... op de hoogte gehouden",
        "wordt|worden {kamer} .... op de hoogte gehouden",
        # "Ik ga dit na en informeer uw Kamer daarover"
        "(ik|wij|we) (laat|laten|onderzoek|onderzoeken|bezie|bekijk|verken|zoek|vraag)"
        " .... en informeer|informeren|bericht {kamer}",
        "(ik|wij|we) (ga|gaan) na .... en informeer|informeren|bericht {kamer}",
    ),
    **_LISTS,
)
_TELLS = compile_phrases(
    (
        "{send} {self} ... {kamer}|terug",
        "{self} {send} ... {kamer}|terug",
        "informeer|informeert|stuur {kamer}",
        "{kamer} wordt|worden .... {told}",
        "wordt|worden ... {kamer} .... {told}",
        "wordt|worden .... naar|aan|met|bij {kamer} {told}",
        "wordt|worden .... {give} .. naar|aan|met {kamer}",
        "wordt|worden .... {put} in .. {paper} aan|voor {kamer}",
        "{kamer} ontvangt|krijgt",
        "{kamer} kan|mag|kunt ... verwachten|tegemoetzien|tegemoet\\s+zien",
        "ontvangt|krijgt {kamer}",
        "{hope}|voornemens?|planning|inzet|bedoeling|(van\\s+plan) .... {kamer} .... {to}",
        "en kom|komen hier*|daar*|er .. terug",
        "ik|wij|we {hope} .... te .. {tell}",
        "laat|laten {me} .. {kamer} .... weten",
        "{me} laat|laten {kamer} .... weten",
        # in a clause that hangs on another
        "{kamer} ... {told} (wordt|worden|zal|zullen)",
        "{me} ... {kamer} ... zal|zullen {tell}",
        "{me} {kamer} ... informeer|stuur|zend|bericht|rapporteer",
    ),
    **_LISTS,
)
# Only with the term inside: "ik kan u melden dat in mei …" tells it here.
_CAN = compile_phrases(
    (
        "kan|kunnen {me} .. {kamer} .... {tell}",
        "{me} kan|kunnen .. {kamer} .... {tell}",
        "{kamer} .... kan|kunnen worden {told}",
        "kan|kunnen {kamer} .... worden {told}",
    ),
    **_LISTS,
)
_ANY = later(
    rf"\b(?=\w)(?:{words.LISTS['tell']}|{words.LISTS['send']}|terug|ontvang\w*|krijgt|tegemoet\w*"
    r"|verwacht\w*|opgenomen|meegenomen|betrokken|vermeld|verwerkt|toegelicht|weergegeven|volgt"
    r"|verschijnt|aan\s+te\s+bieden|te\s+leggen|te\s+dienen|weten)\b",
    re.IGNORECASE,
)
# That it comes apart from this text is enough of a term.
_APART = later(
    r"""\bin\s+die\s+(?:brief|kamerbrief|rapportage)\b
      | \bseparaat\b | \bapart\b | \bafzonderlijk\b
      | \b(?:per|in\s+een|via\s+een|met\s+een)\s+(?:aparte|separate|afzonderlijke|volgende|latere
            |nadere)\s+(?:\w{1,20}\s+)?(?:kamer)?brief\b
      | \bword(?:t|en)\b[^.;,]{0,80}?\b(?:nader|nog)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_NOW = later(r"\b(?:gelijktijdig|tegelijkertijd|heden|vandaag|tevens)\b", re.IGNORECASE)
_REACTION = later(
    r"""\b(?:kabinets|beleids)(?:reactie|standpunt|appreciatie)\b[^;.]{0,120}?
        \b(?:volgt|volgen|ontvangt|wordt|komt)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_FOLLOWS = later(
    r"""\b(?:de|een|deze|die|mijn)\s+(?:\w{1,24}\s+){0,2}?(?:\w{0,16}brief|\w{0,16}rapportage)\b
        [^;.,]{0,100}?\s(?:volgt|verschijnt)\b
      | \bvolgt\s+(?:er\s+)?(?:een|de)\s+(?:\w{1,24}\s+){0,2}?(?:\w{0,16}brief|\w{0,16}rapportage
            |reactie|uitwerking|voorstel)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_STILL = later(r"\bnog\b", re.IGNORECASE)
# Where the words on what is told begin, or the next clause.
_BECAUSE = later(r"(?<=[^\s,]),?\s(?:omdat|aangezien|doordat)\s.*\Z")
_DONE = later(r"\s+(?:hebben|zijn)\b")
_CONTENT = later(
    r"[,;:]|\s(?:over|of|hoe|wat|welke|waar\w{0,6}|wanneer|omtrent|inzake|dat|die|omdat|zodat)\s"
)
# What was told before, beside what will be.
_BEFORE = later(
    r"""\A(?:Zoals|Nadat|Nu)\s[^,;]{4,160},\s
      | ,\s(?:die|dat|waar\w{0,6}|zoals|welke)\s[^,;]{4,160}?(?:,\s|\Z)""",
    re.VERBOSE | re.IGNORECASE,
)
# "of uw Kamer …", "de brief die ik u …": asked, or told elsewhere; behind a comma it is news.
_KNOWN = later(
    r"""(?:\b(?:of|hoe|wanneer|waarom|waarop)|(?<=[^\s,])\s(?:die|waar(?:over|in|van|mee)))\s+\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_BACK = later(
    r"""\b(?:hier|daar)(?:over|op|van)\b | \b(?:hier|daar)\s(?:[^\s;]+\s){0,10}?(?:over|op|van)\b
      | \A(?:Deze|Die|Dit|Dat)\s(?:zal|zullen|wordt|worden|ontvangt|stuur|zend|deel)\b""",
    re.VERBOSE | re.IGNORECASE,
)
# "Die wordt voor de zomer aan uw Kamer gestuurd": says more of the letter just promised.
_MORE = later(
    r"""\s{0,80}(?:Die|Deze|Dit)\s(?:\w{0,20}(?:brief|rapportage|reactie|rapport|verslag)\s)?
        (?:wordt|worden|zal|zullen|ontvangt|volgt|stuur|zend|verwacht)\s[^.!?]{3,200}[.!?]""",
    re.VERBOSE,
)
# "Ik deel u mee dat …": it is told here, whatever day is named behind it.
_TOLD_HERE = later(
    r"\b(?:deel|delen|deelt)\s[^.;,]{2,60}?\smee\b|\b(?:bericht|meld)\s[^.;,]{1,40}?(?=,?\sdat\s)",
    re.IGNORECASE,
)
_KAMER = later(r"\bkamers?\b|\bkamer\b|uwkamer", re.IGNORECASE)
_TRIES = 4  # the most ways of telling that one sentence is asked for


def tells(line: str) -> bool:
    """Whether a line has any word for telling or reacting; most have none.

    >>> tells("Uw Kamer wordt in mei geïnformeerd."), tells("Dat is zo.")
    (True, False)
    """
    return _ANY.search(line) is not None or _REACTION.search(line) is not None


def told(line: str) -> str | None:
    """The rule by which a sentence on one line promises to tell something, or ``None``.

    >>> told("Uw Kamer zal hier voor de zomer over worden geïnformeerd.")
    'zal-informeren'
    >>> told("Het verslag wordt na de zomer gedeeld met uw Kamer.")
    'informeer-met-termijn'
    >>> told("Uw Kamer wordt voor de zomer niet geïnformeerd.") is None
    True
    """
    line = _BECAUSE.sub("", line)
    if words.PAST.search(line):
        line = _BEFORE.sub(_told_before, line)
    if _reacts(line):
        return "reactie-volgt"
    if any(_holds(line, match) for match in islice(_WILL.finditer(line), _TRIES)):
        return "zal-informeren"
    term = due(line)
    if term or recurrence(line) or (_APART.search(line) and not _NOW.search(line)):
        if any(_holds(line, match) for match in islice(_TELLS.finditer(line), _TRIES)):
            return "informeer-met-termijn"
    can = _CAN.search(line) if term else None
    if can and due(can[0]) and _holds(line, can):
        return "informeer-met-termijn"
    return None


def more(text: str, at: int) -> re.Match[str] | None:
    """The sentence behind ``at`` if it only says more of what was just promised to be told.

    >>> more("Er volgt een brief. Die wordt in mei aan uw Kamer gestuurd.", 19)[0].strip()
    'Die wordt in mei aan uw Kamer gestuurd.'
    """
    following = _MORE.match(text, at)
    return following if following and told(joined(following[0])) else None


def points_back(line: str) -> bool:
    """Whether what will be told stands in the sentence before: "Hierover informeer ik u in mei".

    >>> points_back("Ik zal u hier in mei over informeren."), points_back("Ik zal u informeren.")
    (True, False)
    """
    return _BACK.search(line) is not None


def _told_before(match: re.Match[str]) -> str:
    """Nothing of a clause on what was told before; other clauses stay."""
    return "" if words.PAST.search(match[0]) else match[0]


def _reacts(line: str) -> bool:
    reaction = _REACTION.search(line)
    if reaction is not None and (due(line) or _STILL.search(line)):
        return _holds(line, reaction)
    follows = _FOLLOWS.search(line)
    return follows is not None and due(line) is not None and _holds(line, follows)


def _holds(line: str, match: re.Match[str]) -> bool:
    """Whether a way of telling is meant: not denied, asked for, done here or before."""
    if _DONE.match(line, match.end()):
        return False
    content = _CONTENT.search(line, match.end())
    end = content.start() if content else len(line)
    if words.NOT.search(line, match.start(), end):
        return False
    if words.DECIDES.search(line) and not _KAMER.search(match[0]):
        return False
    if _KNOWN.search(line, max(0, match.start() - 60), match.start()):
        return False
    here = _TOLD_HERE.search(line, match.start())
    if here is not None and here.start() < match.end() and due(line[: here.end()]) is None:
        return False
    return not any(
        never.search(line, 0, end) for never in (words.HERE, words.PAST, words.WANTED, words.VOTES)
    )
