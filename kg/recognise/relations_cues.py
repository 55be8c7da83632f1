"""What a clause says of the motion in it: the rule that fires, weighed by what stands around.

A clause is judged with the motion as one sign, "§", other motions as "¤"; what the motion is about
is no part of it. Words of fulfilment are weakened by their surroundings: "zal … geven" and "om …
te geven" follow up, "mede" and "deels" make it partial, "geen" and "niet" turn it round, and what
a gemeente or the Kamer does, or what someone asks for, is only a mention.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.model import Degree, Relation
from kg.patterns import later
from kg.recognise.phrases import AGENCIES
from kg.recognise.relations_rules import NOT_CARRIED_OUT, ONTRADEN, RULES, VOTED_DOWN, CueRule
from kg.recognise.term import due


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a clause says of its motion: the relation, how far, by which rule and which words.

    ``cue`` is half-open in the clause. ``voted_down`` tells that the Kamer turned it down.
    """

    relation: Relation
    rule: str
    cue: tuple[int, int] | None = None
    degree: Degree | None = None
    voted_down: bool = False


CITED = Verdict(Relation.CITES, "cue.none")


@cache
def _compiled() -> tuple[tuple[CueRule, re.Pattern[str]], ...]:
    """The rules with their patterns; most documents name no motion and need none."""
    return tuple((rule, rule.compile()) for rule in RULES)


@lru_cache(maxsize=1024)
def judge(clause: str) -> Verdict:
    """What ``clause`` says of the motion that stands in it as "§".

    >>> judge("Met dit pakket geeft het kabinet mede invulling aan de §").relation.value
    'fulfils'
    >>> judge("Ter uitvoering van de § is een onderzoek gestart").rule
    'cue.uitvoering-van'
    """
    ending = clause[-12:].rstrip()
    if ending.endswith("?") and not ending.endswith(", hè?"):
        return CITED
    for rule, pattern in _compiled():
        match = pattern.search(clause)
        verdict = _weighed(clause, rule, match) if match else None
        if verdict is not None:
            return verdict
    return CITED


def _weighed(clause: str, rule: CueRule, match: re.Match[str]) -> Verdict | None:
    """The rule's verdict after what stands around its words; ``None`` to try the next rule."""
    cue = match.span()
    if rule is VOTED_DOWN:
        return Verdict(Relation.CITES, rule.name, cue, voted_down=True)
    if rule.relation is Relation.REJECTS:
        return _refused(clause, rule, match)
    if _asked(clause, match):
        return Verdict(Relation.CITES, "cue.asked", cue)
    if rule.relation is Relation.FOLLOWS_UP:
        if _AGENCY_ACTS.search(clause, 0, match.start() + 1):
            return Verdict(Relation.CITES, "cue.other-actor", cue)
        return Verdict(rule.relation, rule.name, cue)
    if _others_act(clause) or _AGENCY_ACTS.search(clause, 0, cue[1]):
        return Verdict(Relation.CITES, "cue.other-actor", cue)
    return _fulfilled(clause, rule, match)


# --- rejections ---------------------------------------------------------------------------------

_NOT_REFUSED = later(
    r"\bnog\s+(?:niet|geen)\b|\bniet\s+(?:alleen|slechts|volledig|geheel)\b", re.IGNORECASE
)
_NOT_ADVISED = later(r"\b(?:niet|geen|het\s+ontraden)\b", re.IGNORECASE)
# "anders moet ik de motie ontraden", "als de motie zo luidt, ontraad ik haar": only on a condition.
_CONDITION = later(
    r"""\b(?:anders|zo\s+niet|tenzij|mits|indien|mocht)\b
        |\bals\s+(?!(?:kabinet|minister|staatssecretaris|regering|zodanig|volgt|geheel)\b)""",
    re.VERBOSE | re.IGNORECASE,
)


def _refused(clause: str, rule: CueRule, match: re.Match[str]) -> Verdict | None:
    words = clause[max(0, match.start() - 24) : match.end()]
    if _NOT_REFUSED.search(words):
        return None
    if rule is ONTRADEN and _NOT_ADVISED.search(words + clause[match.end() : match.end() + 8]):
        return Verdict(Relation.CITES, rule.name, match.span())
    if rule is ONTRADEN and _CONDITION.search(clause, 0, match.end() + 12):
        return Verdict(Relation.CITES, rule.name, match.span())
    if _asked(clause, match) or _others_act(clause):
        return Verdict(Relation.CITES, "cue.other-actor", match.span())
    return Verdict(Relation.REJECTS, rule.name, match.span())


# --- fulfilment ---------------------------------------------------------------------------------

# "een onderzoek, uitgevoerd naar aanleiding van de motie": it is not the motion that is done.
_BECAUSE = later(
    r"""\b(?:naar\s+aanleiding|in\s+(?:het\s+)?kader|in\s+(?:reactie|antwoord|vervolg|opdracht)|op
        \s+(?:verzoek|basis|grond)|n\.a\.v)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_POORLY = later(r"\b(?:onvoldoende|nauwelijks|amper|te\s+weinig|alsnog)\b", re.IGNORECASE)
_NOT = later(
    r"""\b(?P<yet>nog\s+)?(?:niet|geen|nooit|noch|zonder)\b
        (?!\s+(?:alleen|slechts|enkel|eerder|volledig|geheel)\b)""",
    re.VERBOSE | re.IGNORECASE,
)
_PARTLY = later(
    r"""\b(?:mede(?!\s+namens)|deels|gedeeltelijk|ten\s+dele|grotendeels|niet\s+(?:volledig|geheel)
        |voor\s+(?:een|het\s+(?:eerste|grootste))\s+deel|begin\s+gemaakt|een\s+(?:begin|aanzet)
        |(?:een|het)\s+(?:\w+\s+)?(?:deel|onderdeel)\s+van
        |eerste\s+(?:stap(?:pen)?|invulling|uitvoering|uitwerking|aanzet))\b""",
    re.VERBOSE | re.IGNORECASE,
)


def _fulfilled(clause: str, rule: CueRule, match: re.Match[str]) -> Verdict | None:
    """Whether the words of fulfilment say that it is done, in part, later or not at all."""
    cue = match.span()
    if _BECAUSE.search(clause, *cue):
        return None
    if _POORLY.search(clause):
        return Verdict(Relation.CITES, "cue.poorly", cue)
    negated = _NOT.search(clause, max(0, cue[0] - 40), cue[1])
    if negated:
        refused = Verdict(Relation.REJECTS, NOT_CARRIED_OUT.name, cue)
        return None if negated["yet"] else refused
    if _later(clause, match):
        return Verdict(Relation.FOLLOWS_UP, "cue.later", cue)
    partly = _PARTLY.search(clause[max(0, cue[0] - 60) : cue[1]])
    return Verdict(
        Relation.FULFILS, rule.name, cue, Degree.PARTIAL if partly else Degree.WHOLE
    )


# "te hebben voldaan", "als afgedaan beschouwd": done, whatever verb stands before it.
_HAVING = later(
    r"""\bte\s+hebben\b|\bals\s+(?:\w+\s+){0,2}(?:afgedaan|uitgevoerd|afgehandeld|voldaan)\b
        |\b(?:afgedaan|afgehandeld|uitgevoerd)\s+(?:worden\s+)?beschouwd?\b""",
    re.VERBOSE | re.IGNORECASE,
)
_INFINITIVE = later(
    r"""\bte\s+(?:geven|voldoen|doen|komen|kunnen)\b|\buit\s+te\s+voeren\b|\bin\s+te\s+vullen\b
        |\bna\s+te\s+komen\b""",
    re.VERBOSE | re.IGNORECASE,
)
_MODAL = later(
    r"""\b(?:zal|zult|zullen|ga|gaat|gaan|wil|wilt|willen|moet|moeten|zou|zouden|kan|kunt|kunnen
        |mag|mogen|voornemens|van\s+plan|hoe|(?:op\s+)?(?:welke|de)\s+(?:wijze|manier)|waarop
        |bezie|bezien|of)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_TO_COME = later(r"\b(?:wordt|worden|volgt|volgen|komt|komen)\b", re.IGNORECASE)
_ONGOING = later(
    r"""\b(?:komende|binnenkort|volgend|momenteel|thans|nader|verdere?|nog|op\s+dit\s+moment
        |te\s+zijner\s+tijd)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_PERFECT = later(
    r"""\b(?:is|zijn|heb|heeft|hebben|werd|werden|was)\b[^;]*\b(?:gegeven|afgedaan|afgehandeld
        |uitgevoerd|voldaan|gekomen|gedaan|gerealiseerd|ingevuld|nagekomen|ingelost|afgerond)\b
        |\bgeef|\bgeven\s+(?:we|wij)\b""",
    re.VERBOSE | re.IGNORECASE,
)


def _later(clause: str, match: re.Match[str]) -> bool:
    """Whether it is still to be done: an aim, a plan, a way of doing it."""
    if _HAVING.search(clause):
        return False
    begin = max(0, match.start() - 90)
    if clause[begin : match.start()].rstrip().endswith(","):
        begin = match.start()  # "omdat dat moet, geef ik …": the clause before says nothing of it
    before = clause[begin : match.end()]
    if _INFINITIVE.search(before + clause[match.end() : match.end() + 40]):
        return True
    if _MODAL.search(before):
        return True
    if due(clause) is not None and _TO_COME.search(clause):
        return True
    return _ONGOING.search(before) is not None and _PERFECT.search(clause) is None


# --- who acts, who asks -------------------------------------------------------------------------

_SELF = later(
    r"""\b(?:ik|wij|we|u|mijn|ons|onze|kabinet|regering|Rijk|rijksoverheid|minister\w*
        |staatssecretaris\w*|bewindspersonen|bewindslieden|ministerie|hiermee|hierbij|hierdoor
        |daarmee|brief|Kamerbrief)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_OTHERS = rf"""(?:(?:Tweede\s+|Eerste\s+)?Kamer|Kamerleden|{AGENCIES}|werkgevers\w*|werknemers\w*
    |fracties?|partijen|voorzitter|indieners?|boeren|leden|lid|coalitie|oppositie)"""
_VERBS = (
    r"(?:heeft|geeft|geven|hebben|voert|voeren|doet|doen|gaf|gaven|voldoet|voldoen|zegt|stelt"
    r"|vindt)"
)
_OTHERS_ACT = later(
    rf"""\b(?:{_VERBS}|komt|komen|zal|zullen|meent)\s+
            (?:(?:de|het|een|alle|veel|andere|deze|uw|sommige)\s+)?(?:[a-zë-]+e\s+)?{_OTHERS}\b
      | (?:^|[,;]\s+)(?:(?:De|Het|Een|Alle|Veel|Uw|Sommige|dat|of|als)\s+){{0,2}}
            (?:[a-zë-]+e\s+)?{_OTHERS}\b[^,;]{{0,60}}?
            \b(?:{_VERBS}|verwierp|kan|kunnen|willen|wil)\b
      | \bdoor\s+(?:(?:de|het|alle|een)\s+)?(?:[a-zë-]+e\s+)?{_OTHERS}\b""",
    re.VERBOSE | re.IGNORECASE,
)
# "Ik merk op dat de NZa handelt met inachtneming van … en in lijn met de motie": so does the NZa.
_AGENCY_ACTS = later(
    rf"""\b{AGENCIES}\s+(?:handelt|handelen|werkt|werken|opereert)\s
        (?:(?!ik\b|wij\b|we\b|kabinet\b)[^\s;]+\s+){{0,24}}\S*\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_ASKING = later(
    r"""\b(?:verzoekt|verzoeken|verzocht\s+(?:de|het)\s+(?:regering|kabinet)|roept|roepen|oproep
        |vraagt|vragen|pleit|dringt|constaterende|overwegende|bent\s+u|kunt\s+u|deelt\s+u|heeft\s+u
        |is\s+de\s+minister|wanneer|waarom)\b[^;]*\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_SPEAKER = later(r"\b(?:ik|wij|we)\b")


def _asked(clause: str, match: re.Match[str]) -> bool:
    """Whether someone asks for it: "verzoekt de regering uitvoering te geven aan …"."""
    asks = _ASKING.search(clause[: match.end()])
    return asks is not None and _SPEAKER.search(clause, 0, match.start()) is None


def _others_act(clause: str) -> bool:
    """Whether a gemeente, a sector, the Kamer acts, and not the one who writes."""
    return _OTHERS_ACT.search(clause) is not None and _SELF.search(clause) is None
