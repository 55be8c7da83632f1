"""Commitments in a debate: what a minister says he will do after it.

"Daar kom ik schriftelijk op terug", "In die brief zal ik die vraag meenemen", "Daar krijgt u een
brief over", "Ik zal dit in Brussel aan de orde stellen", "Dan zal ik vragen om dat op papier te
zetten", "Dat gaan we zeker doen". In a debate "ik kom daarop terug" and "ik
zal" mostly tell what comes in the same turn: only what is put in writing, named as brought to the
Kamer or to others, or given a time is one. What members and the chair say is none.
"""

from __future__ import annotations

import re

from kg.patterns import later
from kg.recognise.term import due, is_dated
from kg.recognise.toezegging_everyday import (
    LETTER,
    NOT,
    PAPER,
    SOON,
    everyday,
    may_be_everyday,
    meant_later,
)
from kg.recognise.toezegging_plain import RETURN, WILL, is_ready, stands
from kg.text import SPEAKER

_SPEAKER = later(rf"(?P<who>{SPEAKER})[\s*]{{0,120}}:", re.VERBOSE)
_GOVERNMENT = later(r"\A(?:Minister|Staatssecretaris)")
_TURN = 30_000  # the most a speaker says before his name is no longer looked for
_NAME = 400  # the most that a name takes before its colon
_COLONS = 60  # the most colons looked at
_APART = 20  # colons nearer than this are not both behind a name

_ANY = later(
    rf"""\b(?=\w)(?:terug|bereid|{PAPER}|aan\s+de\s+orde\s+stellen|aankaarten|brengen|inbrengen
        |nagaan|uitzoeken|navragen|onderzoeken|publiceren|evalueren|toezeggen|doen|gesprek)\b
      | \A(?:\w+[,.]?\s)?dan\s+zal\s+ik\b""",
    re.VERBOSE | re.IGNORECASE,
)
_AFTER = later(
    rf"""\b(?:schriftelijk|op\s+schrift|per\s+brief|in\s+(?:de|een|die|dezelfde|mijn)\s+
            (?:\w{{1,20}}\s+){{0,2}}?{PAPER}|bij\s+(?:de|uw)\s+Kamer
        |richting\s+(?:van\s+)?(?:de|uw)\s+Kamer|een\s+(?:andere\s+)?keer
        |(?:een\s+)?(?:later|ander)\s+moment)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_TAKE_ALONG = later(
    r"\b(?:meenemen|betrekken|opnemen|verwerken|ingaan|terugkomen)\b", re.IGNORECASE
)
_IN_PAPER = later(
    rf"\b(?:in|bij)\s+(?:de|die|dezelfde|een|mijn)\s+(?:\w{{1,20}}\s+){{0,2}}?{PAPER}\b",
    re.IGNORECASE,
)
_TO_OTHERS = later(
    r"""\b(?:aan\s+de\s+orde\s+stellen|aankaarten|onder\s+de\s+aandacht\s+brengen|inbrengen
        |nagaan|uitzoeken|navragen|onderzoeken|publiceren|evalueren)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_WITH_PAPER = later(
    rf"""\b(?:(?:ik|wij|we)\s+kom(?:en)?|kom(?:en)?\s+(?:ik|wij|we))\b[^.;?]{{0,60}}?\smet\s+een\s+
            (?:\w{{1,20}}\s+){{0,2}}?{LETTER}\b
      | \b(?:krijgt|ontvangt)\s+(?:u|de\s+Kamer|uw\s+Kamer)\b[^.;?]{{0,60}}?\b{LETTER}\b
      | \b(?:u|de\s+Kamer|uw\s+Kamer)\s+(?:krijgt|ontvangt)\b[^.;?]{{0,60}}?\b{LETTER}\b
      | \ber\s+komt\s+(?:\w{{1,20}}\s+){{0,3}}?een\s+(?:\w{{1,20}}\s+){{0,2}}?{LETTER}\b
      | \bstuur\s+ik\s+(?:u|de\s+Kamer|uw\s+Kamer)\b[^.;?]{{0,60}}?\been\s+
            (?:\w{{1,20}}\s+){{0,2}}?{LETTER}\b""",
    re.VERBOSE | re.IGNORECASE,
)
# "Als ik voor de zomer met een reactie mag komen": a condition in form only
_MAY_COME = later(
    rf"\bals\s+ik\b[^.;,?]{{0,80}}\bmet\s+een\s+(?:\w{{1,20}}\s+)?{LETTER}\s+mag\s+komen\b",
    re.IGNORECASE,
)


# A wish of a member granted: "Dan zal ik …", "Dat gaan we zeker doen", "Dat gesprek ga ik aan".
_THEN = later(r"\A(?:Goed|Ja|Oké|Prima|Maar|En)?[,.]?\s*dan\s+zal\s+ik\s", re.IGNORECASE)
# What is done later or elsewhere: asked of others, written, brought, talked over. "Dan zal ik u een
# voorbeeld geven" is for now.
_THEN_ACT = later(
    r"""\b(?:vragen\s+(?:om|of|aan|naar)|navragen|nagaan|uitzoeken|onderzoeken|bezien|bekijken
        |opnemen|meenemen|toezenden|toesturen|sturen|melden|informeren|rapporteren|laten\s+weten|bespreken
        |agenderen|organiseren|op\s+(?:papier|schrift|een\s+rij)|in\s+(?:gesprek|overleg)
        |per\s+brief)\b
      | \b(?:cijfers|observaties|informatie|gegevens|overzicht|stand\s+van\s+zaken|stukken)\b
            [^.;?]{0,80}\b(?:geven|delen|verstrekken|leveren)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_GRANTED = later(
    r"""(?:\A|[,;]\s|\ben\s)(?:ja,?\s+|dus\s+|nee,?\s+)?dat\s+
        (?:ga|gaan|zal|zullen)\s+(?:ik|we|wij)\s+
        (?:(?!niet|proberen|nu|straks|even)\w+\s+){0,3}doen\b
      | \b(?:dat|dit|het)\s+gesprek\s+(?:ga|zal)\s+ik\s+(?:\w+\s+){0,4}?aan(?:gaan)?\b""",
    re.VERBOSE | re.IGNORECASE,
)


def speaker(text: str, at: int) -> str | None:
    """Who speaks at ``at`` in proceedings, as printed before the colon; ``None`` in other texts.

    >>> speaker("De heer Bos (VVD): Ik zal dit bezien.", 19), speaker("Ik zal dit bezien.", 0)
    ('De heer Bos (VVD)', None)
    """
    first = max(0, at - _TURN)
    colon = text.rfind(":", first, at)
    for _ in range(_COLONS):
        if colon < 0:
            return None
        named = list(_SPEAKER.finditer(text, max(first, colon - _NAME), colon + 1))
        if named:
            return named[-1]["who"]
        colon = text.rfind(":", first, max(first, colon - _APART))
    return None


def may_be_spoken(line: str) -> bool:
    """Whether a line has words without which nothing is promised in a debate.

    >>> may_be_spoken("Daar krijgt u een brief over."), may_be_spoken("Dat is zo.")
    (True, False)
    """
    return _ANY.search(line) is not None or may_be_everyday(line)


def spoken(line: str) -> str | None:
    """The rule by which a minister promises something in a debate, or ``None``.

    >>> spoken("Daar kom ik schriftelijk op terug."), spoken("Daar kom ik straks op terug.")
    ('kom-terug', None)
    """
    if _MAY_COME.search(line) and is_dated(due(line)):
        return "reactie-volgt"
    known = None
    if _ANY.search(line):
        known = _returns(line) or _writes(line) or _will(line) or _ready(line) or _grants(line)
    return known or everyday(line)


def is_government(who: str) -> bool:
    """Whether it is a minister or staatssecretaris who speaks.

    >>> is_government("Minister De Jonge"), is_government("De voorzitter")
    (True, False)
    """
    return _GOVERNMENT.match(who) is not None


def _returns(line: str) -> str | None:
    returns = RETURN.search(line)
    if returns is None or not meant_later(line, returns):
        return None
    return "kom-terug" if _AFTER.search(line) or is_dated(due(line)) else None


def _writes(line: str) -> str | None:
    paper = _WITH_PAPER.search(line)
    return "reactie-volgt" if paper and meant_later(line, paper) else None


def _will(line: str) -> str | None:
    will = WILL.search(line)
    if will is None:
        return None
    along = _TAKE_ALONG.search(line, will.end()) if _IN_PAPER.search(line) else None
    act = along or _TO_OTHERS.search(line, will.end(), will.end() + 80)
    return "zal-doen" if act and meant_later(line, will, act.end()) else None


def _grants(line: str) -> str | None:
    """What a member asked for just before; "Dan zal ik de vragen beantwoorden" is none."""
    then = _THEN.match(line)
    if then and _THEN_ACT.search(line) and not (SOON.search(line) or NOT.search(line)):
        return "zal-doen"
    granted = _GRANTED.search(line)
    return "zal-doen" if granted and stands(line, granted.start()) else None


def _ready(line: str) -> str | None:
    return None if SOON.search(line) else is_ready(line)
