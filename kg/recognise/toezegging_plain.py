"""Commitments in plain words: the minister says what he will do, without "toezegging" or term.

"Daarom zal ik de mogelijkheid onderzoeken om …", "Ja, ik ben bereid te bezien hoe …", "Ik kom hier
nog op terug", "Na het reces maken we de stand op". The verbs are those of a concrete act or of
telling the Kamer, chosen by reading letters and answers: who will "ingaan op", "blijven", "pleiten"
or "zich inzetten" promises nothing that can be met. A condition before it, a denial, something
reported, quoted or spoken in a debate is none.
"""

from __future__ import annotations

import re
from itertools import islice

from kg.patterns import later
from kg.recognise.term import due, is_dated

# Lines of a PDF may be joined without a blank: "zal ikde", "te"+"delen".
_ONE = (
    r"(?:ik(?:de|het|een|dit|zelf)?|het\s+kabinet|wij|we"
    r"|(?:mijn|het)\s+(?:ministerie|departement)(?:\s+van\s+\w{2,12})?)"
)
WILL = later(
    rf"""\b(?:(?:zal|zullen|ga|gaan)\s+
            (?:de\s+(?:minister|staatssecretaris)\b[^,;.]{{0,80}}?\sen\s+)?{_ONE}
        |{_ONE}\s+(?:zal|zullen|ga|gaan))\b""",
    re.VERBOSE | re.IGNORECASE,
)
_READY = later(
    rf"""\b(?:(?:{_ONE}\s+(?:ben|zijn|is)|(?:ben|zijn|is)\s+{_ONE})\s+(?:\w{{1,20}}\s+){{0,3}}?
        bereid|ik\s+(?:graag\s+)?bereid\s+ben)\b""",
    re.VERBOSE | re.IGNORECASE,
)
RETURN = later(
    rf"""\b(?:{_ONE}\s+kom(?:en)?|kom(?:en)?\s+{_ONE})\s+(?!even\b|nu\b)
        (?:[^\s;?]{{1,40}}\s+){{0,16}}?terug\b""",
    re.VERBOSE | re.IGNORECASE,
)
_DOES = r"""(?:onderzoeken|uitzoeken|nagaan|bezien|bekijken|verkennen|inventariseren|beschouwen
    |uitwerken|aanpassen|wijzigen|aanscherpen|invoeren|intrekken|instellen|opstellen|opzetten
    |opnemen|initiëren|organiseren|agenderen|evalueren|actualiseren|publiceren|indienen
    |voorleggen|voorbereiden|bespreken|overleggen|verzoeken
    |(?<!\bde\s)(?<!\buw\s)(?<!eze\s)(?<!ige\s)(?<!ijke\s)vragen(?!\s+van\b)|beantwoorden|uitvoeren
    |betrekken|meenemen|toetsen|oppakken|terugkomen|terugkoppelen|aankaarten
    |informeren|berichten|sturen|toesturen|zenden|toezenden|aanbieden|rapporteren|delen
    |in\s+(?:gesprek|overleg|contact)\s+(?:gaan|treden)|in\s+(?:kaart|beeld)\s+brengen
    |contact\s+(?:opnemen|zoeken)|opvolging\s+geven|opdracht\s+geven|(?:het\s+)?gesprek\s+aangaan
    |onder\s+de\s+aandacht\s+brengen|aan\s+de\s+orde\s+stellen)"""
_ACT = later(rf"\b(?:te)?{_DOES}\b", re.VERBOSE | re.IGNORECASE)
# "Ik zal daar in de voortgangsbrief op ingaan"
_INTO = later(r"\b(?:ingaan|terugkomen)\b", re.IGNORECASE)
_IN_LETTER = later(
    r"\bin\s+(?:de|een|mijn)\s+(?:\w{1,24}\s+){0,3}?(?:\w{0,20}brief|\w{0,20}rapportage)\b"
    r"(?!\s+van\s+\d)",
    re.IGNORECASE,
)
# "Ik ga met de provincies in overleg": the verb of moving stands first.
_TALKS = later(r"\bin\s+(?:overleg|gesprek)\b", re.IGNORECASE)
_LOOK = later(r"\bte\s+kijken\s+(?:naar|of|hoe|wat|in)\b", re.IGNORECASE)
# Ready for what was asked: "om dat te doen", "daartoe bereid", "daar ben ik toe bereid"
_DO_IT = later(
    r"""\bbereid,?\s+(?:om\s+)?
        (?:(?:dat|dit|hier)\s+(?:\w+\s+){0,7}?te\s+doen|aan\s+dit\s+verzoek\s+te)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_FOR_IT = later(
    rf"""\A(?:Ja[,.]?\s+)?(?:(?:daar|hier)(?:toe)?\s+(?:ben|zijn|is)\s+{_ONE}\s+(?:\w{{1,20}}\s+){{0,3}}
        |{_ONE}\s+(?:ben|zijn|is)\s+(?:\w{{1,20}}\s+){{0,2}}(?:daartoe|hiertoe)\s+(?:\w{{1,20}}\s+){{0,2}}
        )bereid[.,]""",
    re.VERBOSE | re.IGNORECASE,
)
# Between the promise and its verb these begin another clause, weaken or deny it.
_BETWEEN = later(
    r"""[;:?]|\b(?:niet|niets|geen|nooit|blijven|moeten|kunnen|hoeven|willen|mogen|proberen|of
        |dat|die|om|hoe|wat|welke|waar\w{0,8}|zodat|omdat|wanneer|als\s+(?:dat|dit|er|de|het))\b""",
    re.VERBOSE | re.IGNORECASE,
)
_BETWEEN_READY = later(r"[;:?]|\b(?:niet|geen|dat|die|als|wanneer)\b", re.IGNORECASE)
_NOT = later(r"\b(?:niet|geen|nooit)\b", re.IGNORECASE)
_NO_RETURN = later(r"\b(?:niet|geen|nooit|tot|dat)\b", re.IGNORECASE)
_UNSURE = later(
    r"""\b(?:indien|mocht(?:en)?|tenzij|zou(?:den)?|stel\s+dat|wanneer)\b
      | (?:\A|,\s|\b(?:en|maar)\s)als\s(?!(?:minister|staatssecretaris|kabinet|onderdeel|gevolg
            |vervolg|eerste)\b)""",
    re.VERBOSE | re.IGNORECASE,
)
# In this very text, said before, by or for others, in negotiations of many.
_ELSEWHERE = later(
    r"""\b(?:hieronder|hierna|onderstaande?|hierboven|hiervoor|hiernavolgend\w*|verderop
        |in\s+(?:dit|deze|het\s+volgende)\s+(?:hoofdstuk|paragraaf|brief|beantwoording|antwoorden
            |bijlage|notitie|rapport|document|onderzoek|studie)|bij\s+(?:het\s+antwoord|vraag)
        |(?:antwoord|beantwoording)\s+(?:op|van)\s+(?:de\s+)?vra(?:ag|gen)\s+\d
        |onderhandeling\w*)\b""",
    re.VERBOSE | re.IGNORECASE,
)
# "heeft gezegd dat wij …", "schreef: “Ik …": who reports, what opens the report, a quotation.
_SAID = later(
    r"\b(?:heb|heeft|hebben|had|is|zijn|werd|gaf|gaven|schreef|zei|stelde)\b", re.IGNORECASE
)
_THAT = later(r"\b(?:dat|of)\s|[:“\"]", re.IGNORECASE)
_TERM_FIRST = later(
    rf"""\A(?:\w+,\s)?[^,;:.]{{4,60}}?\s(?:maken?|besluit(?:en)?|beslis(?:sen)?|start(?:en)?
        |evalueer|evalueren|organiseer|organiseren|publiceer|publiceren|presenteer|presenteren
        |onderzoek(?:en)?|bezie(?:n)?|bekijk(?:en)?|verken(?:nen)?|actualiseer|actualiseren
        |neem|nemen)\s+{_ONE}\b""",
    re.VERBOSE | re.IGNORECASE,
)
_FUTURE_LEAD = later(
    r"\A(?:\w+,\s)?(?:na|vóór|voor|uiterlijk|volgende?|komende?|later|medio|eind|begin|dit|binnen"
    r"|in\s+(?:het|de|q))\b",
    re.IGNORECASE,
)
_WILLS = 4  # the most that one sentence is asked for
_OF_THE_KAMER = later(r"\bKamer\b")
_MANY = later(r"\bwe\b|\bwij\b", re.IGNORECASE)


def plainly(line: str) -> str | None:
    """The rule by which a sentence on one line promises something in plain words, or ``None``.

    >>> plainly("Daarom zal ik de mogelijkheid van een verbod onderzoeken.")
    'zal-doen'
    >>> plainly("Ja, ik ben bereid te bezien hoe dit beter kan."), plainly("Ik kom hierop terug.")
    ('bereid', 'kom-terug')
    >>> plainly("Indien dat nodig is, zal ik een verbod onderzoeken.") is None
    True
    """
    way = _will(line)
    if way is None and "bereid" in line:
        way = is_ready(line)
    if way is None and "terug" in line:
        way = _returns(line)
    return way or _term_first(line)


def refers(line: str) -> bool:
    """Whether it is what was asked that someone is ready to do: its words stand in the question.

    >>> refers("Ja, daartoe ben ik bereid."), refers("Ik ben bereid dit te bezien.")
    (True, False)
    """
    return _FOR_IT.search(line) is not None or _DO_IT.search(line) is not None


def needs_question(line: str) -> bool:
    """Whether a line says nothing without the question before it.

    >>> needs_question("Daartoe ben ik bereid."), needs_question("Ik ben bereid dat te doen.")
    (True, False)
    """
    return _FOR_IT.search(line) is not None


def _will(line: str) -> str | None:
    for will in islice(WILL.finditer(line), _WILLS):
        act = _first_act(line, will.end())
        if act is None:
            into = _INTO.search(line, will.end()) if _IN_LETTER.search(line) else None
            return "zal-doen" if into and stands(line, will.start()) else None
        if _BETWEEN.search(line, will.end(), act.start()) or not stands(line, will.start()):
            continue
        if _is_answer(act[0]) and not is_dated(due(line)):
            continue
        if _MANY.search(will[0]) and not _is_bound(line):
            continue
        return "zal-doen"
    return None


def _first_act(line: str, at: int) -> re.Match[str] | None:
    """The first verb of an act behind ``at``, or "in overleg" where that stands before it."""
    act, talks = _ACT.search(line, at), _TALKS.search(line, at)
    return talks if talks and (act is None or talks.start() < act.start()) else act


def _is_answer(act: str) -> bool:
    return act.lower().endswith("beantwoorden")


def is_ready(line: str) -> str | None:
    """``bereid`` where someone is ready to do a concrete act, or what was asked."""
    ready = _READY.search(line)
    if ready is None or _NOT.search(ready[0]) or not stands(line, ready.start()):
        return None
    if refers(line):
        return "bereid"
    act = _ACT.search(line, ready.end()) or _LOOK.search(line, ready.end())
    if act is None or _is_answer(act[0]):
        return None
    return None if _BETWEEN_READY.search(line, ready.end(), act.start()) else "bereid"


def _returns(line: str) -> str | None:
    returns = RETURN.search(line)
    if returns is None or _NO_RETURN.search(returns[0]) or not stands(line, returns.start()):
        return None
    return None if _MANY.search(returns[0]) and not _is_bound(line) else "kom-terug"


def _term_first(line: str) -> str | None:
    first = _TERM_FIRST.match(line) if _FUTURE_LEAD.match(line) else None
    if first is None or not is_dated(due(first[0])):
        return None
    return "termijn-voorop" if stands(line, first.end()) and not _NOT.search(line) else None


def stands(line: str, at: int) -> bool:
    """Whether what is said at ``at`` is meant as such: no condition, report, quotation."""
    return not (
        _UNSURE.search(line, 0, at)
        or re.search(r"\bindien\b", line)
        or _ELSEWHERE.search(line)
        or _is_reported(line, at)
    )


def _is_reported(line: str, at: int) -> bool:
    """Whether someone is reported or quoted as saying what stands at ``at``."""
    if line.rfind("“", 0, at) > line.rfind("”", 0, at) or line.count('"', 0, at) % 2:
        return True
    that = _THAT.search(line, max(0, at - 80), at)
    before = line[max(0, that.start() - 160) : that.start()] if that else ""
    return _SAID.search(before) is not None


def _is_bound(line: str) -> bool:
    """Whether "we" are those who answer to the Kamer: it is named, or a time."""
    return _OF_THE_KAMER.search(line) is not None or is_dated(due(line))
