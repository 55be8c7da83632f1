"""Which words say what a document does with a motion or commitment.

A clause is judged with the motion in it as one sign, "§", other motions as "¤"; what the motion
is about is no part of the clause. The rules are tried in their order and the first that fires
decides; each carries a sentence it must catch. A verdict of fulfilment is weakened by what stands
around it: "zal … geven" and "om … te geven" follow up, "mede" and "deels" make it partial, "geen"
and "niet" turn it round, and what a gemeente or the Kamer does is only a mention.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Degree, Relation
from kg.recognise.term import due

# A few words that reach no other motion and no other clause.
_FEW = r"(?:[^\s;¤§]+\s+){0,5}?"
_SOME = r"(?:[^\s;¤§]+\s+){0,14}?"
# Words of one object: no finite verb between them.
_PLAIN = (
    r"(?:(?!(?:is|zijn|was|heb|heeft|hebben|ben|word|wordt|worden|werd|kan|zal|geeft|geef|verzoekt)\s)"
    r"[^\s;¤§]+\s+){0,9}?"
)
_NOUN = r"(?:uitvoering|invulling|gehoor|gevolg|nakoming)"
_DONE = r"(?:afgedaan|afgehandeld|afgerond|afgewikkeld)"
_REALISED = r"(?:uitgevoerd|gerealiseerd|ingevuld|nagekomen|ingelost|vervuld|ten\s+uitvoer\s+ge(?:bracht|legd))"
_M = r"§"


@dataclass(frozen=True, slots=True)
class CueRule:
    """A named way of saying it: the relation, the pattern over a clause, a sentence it catches."""

    name: str
    relation: Relation
    pattern: str
    example: str

    def compile(self) -> re.Pattern[str]:
        """The pattern ready to search with."""
        return re.compile(self.pattern, re.IGNORECASE)


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

# What happened to the motion in the Kamer decides nothing about the document, save that a motion
# voted down is carried out by nobody.
VOTED_DOWN = CueRule(
    "cue.voted-down",
    Relation.CITES,
    rf"{_M}\s+{_SOME}(?:verworpen|ingetrokken)|(?:verworpen|ingetrokken|verwierp(?:en)?)\s+{_SOME}{_M}",
    "De motie van het lid Bos is door uw Kamer verworpen.",
)

REJECTED = (
    CueRule(
        "cue.ontraden",
        Relation.REJECTS,
        rf"\bontra(?:ad|adt|den|dde|dden)\b\s+{_SOME}{_M}|{_M}\s+{_SOME}ontra(?:ad|adt|den|dde|dden)\b",
        "Ik moet de motie van het lid Bos ontraden.",
    ),
    CueRule(
        "cue.not-carried-out",
        Relation.REJECTS,
        rf"\b(?:geen|niet)\s+{_FEW}{_NOUN}\s+{_SOME}(?:aan|van)\s+{_FEW}{_M}"
        rf"|\b(?:aan|van)\s+{_FEW}{_M}\s+{_SOME}(?:geen|niet)\s+{_FEW}{_NOUN}"
        rf"|{_M}\s+{_SOME}(?:niet|niet\s+langer)\s+{_FEW}(?:uit\s+te\s+voeren|{_REALISED}|uitvoeren"
        rf"|over\s+te\s+nemen|overgenomen|overnemen|opgevolgd|op\s+te\s+volgen)"
        rf"|\bniet\s+{_FEW}(?:aan\s+)?(?:de\s+)?{_M}\s+{_FEW}(?:uit\s+te\s+voeren|te\s+voldoen"
        rf"|tegemoet\s+te\s+komen)"
        rf"|{_M}\s+{_SOME}(?:niet\s+uitvoerbaar|onuitvoerbaar|naast\s+\w+\s+neer)"
        rf"|\bvoer(?:en)?\s+{_FEW}{_M}\s+{_FEW}niet\s+{_FEW}uit\b"
        rf"|\b(?:zie|zien|ziet)\s+{_FEW}(?:geen|onvoldoende)\s+{_FEW}(?:mogelijkhe(?:id|den)|ruimte"
        rf"|aanleiding|reden)\s+{_SOME}{_M}"
        rf"|\b(?:zie|zien|ziet|af\s+te\s+zien|afgezien)\s+{_FEW}(?:af\s+)?van\s+{_FEW}"
        rf"(?:uitvoering\s+{_FEW})?{_M}",
        "Het kabinet geeft geen uitvoering aan de motie van het lid Bos.",
    ),
    CueRule(
        "cue.lapses",
        Relation.REJECTS,
        rf"\b(?:vervalt|vervallen)\b\s+{_SOME}{_SOME}(?:antwoord|reactie|uitvoering|invulling)\s+"
        rf"(?:(?:was|is|vormde)\s+)?(?:op|van|aan)\s+{_FEW}{_M}",
        "Daarmee vervalt het onderzoek dat ik aankondigde in antwoord op de motie Bos.",
    ),
)

FULFILLED = (
    CueRule(
        "cue.carried-out",
        Relation.FULFILS,
        rf"\bge(?:ef|eft|ven|geven)\b\s+{_SOME}{_NOUN}\s+{_SOME}aan\s+{_PLAIN}{_M}"
        rf"|\b(?:gaf|gaven)\b\s+{_SOME}{_NOUN}\s+{_SOME}aan\s+{_PLAIN}{_M}"
        rf"|\b{_NOUN}\s+{_FEW}(?:gegeven|geeft|geef|geven|gaf)\s+{_FEW}aan\s+{_PLAIN}{_M}"
        rf"|\baan\s+{_PLAIN}{_M}\s+{_SOME}{_NOUN}\s+{_FEW}(?:gegeven|geeft|geef|geven)\b"
        rf"|\bge(?:ef|eft|ven)\b\s+{_FEW}aan\s+{_PLAIN}{_M}\s+{_SOME}{_NOUN}\b"
        rf"|\baan\s+{_PLAIN}{_M}\s+{_SOME}ge(?:ef|eft|ven)\s+{_SOME}{_NOUN}\b",
        "Hiermee geef ik uitvoering aan de motie van het lid Bos.",
    ),
    CueRule(
        "cue.is-the-invulling",
        Relation.FULFILS,
        rf"\b(?:is|zijn|vormt|vormen|betreft|geldt)\s+(?:(?:hiermee|daarmee|dit|dan|ook|tevens|deze|brief)\s+){{0,3}}"
        rf"(?:de|een)\s+(?:\w+\s+)?(?:invulling|nakoming|uitwerking|uitvoering)\s+van\s+{_FEW}{_M}|\bter\s+(?:invulling|nakoming|afdoening)\s+van\s+"
        rf"{_FEW}{_M}|\bals\s+(?:invulling|nakoming|uitvoering)\s+van\s+{_FEW}{_M}",
        "Dit plan is de invulling van de motie van het lid Bos.",
    ),
    CueRule(
        "cue.afgedaan",
        Relation.FULFILS,
        rf"{_M}\s+{_SOME}{_DONE}\b|\b{_DONE}\s+{_FEW}{_M}"
        rf"|\b(?:doe|doet|doen|deed|handel|handelt|handelen|rond|ronden)\s+{_SOME}{_M}\s+{_SOME}af\b"
        rf"|\b(?:afdoening|afhandeling|afronding)\s+van\s+{_FEW}{_M}"
        rf"|{_M}\s+{_SOME}af\s+te\s+doen\b",
        "Met deze brief wordt de motie van het lid Bos afgedaan.",
    ),
    CueRule(
        "cue.voldaan",
        Relation.FULFILS,
        rf"\b(?:voldaan|voldoe|voldoet|voldoen|tegemoet\s?gekomen|tegemoet\s?komen)\s+{_SOME}aan\s+"
        rf"{_PLAIN}{_M}|\baan\s+{_PLAIN}{_M}\s+{_SOME}(?:voldaan|tegemoet\s?gekomen|tegemoet)\b"
        rf"|\b(?:kom|komt|komen)\s+{_SOME}tegemoet\s+{_FEW}aan\s+{_PLAIN}{_M}"
        rf"|\b(?:voldoe|voldoet|voldoen)\s+{_FEW}aan\s+{_PLAIN}{_M}"
        rf"|{_M}\s+{_SOME}gestand\b|\bgestand\s+{_SOME}{_M}",
        "Hiermee is voldaan aan de motie van het lid Bos.",
    ),
    CueRule(
        "cue.uitgevoerd",
        Relation.FULFILS,
        rf"{_M}\s+{_SOME}{_REALISED}\b|\b{_REALISED}\s+{_FEW}{_M}"
        rf"|\b(?:voer|voert|voeren|los|lossen|kom|komen)\s+{_SOME}{_M}\s+{_SOME}(?:uit|in|na)\b(?!\s+op)",
        "De motie van het lid Bos is uitgevoerd.",
    ),
)

FOLLOWED = (
    CueRule(
        "cue.not-yet",
        Relation.FOLLOWS_UP,
        rf"\bnog\s+(?:niet|geen)\s+{_SOME}{_M}|{_M}\s+{_SOME}nog\s+(?:niet|geen)\b",
        "De motie van het lid Bos is nog niet uitgevoerd.",
    ),
    CueRule(
        "cue.naar-aanleiding",
        Relation.FOLLOWS_UP,
        rf"\b(?:naar\s+aanleiding\s+van|n\.a\.v\.?|in\s+(?:het\s+)?kader\s+van|in\s+reactie\s+op|in\s+antwoord\s+op"
        rf"|in\s+vervolg\s+op|gevolg\s+gevend\s+aan|gelet\s+op|op\s+grond\s+van|op\s+basis\s+van)\s+{_PLAIN}{_M}",
        "Naar aanleiding van de motie van het lid Bos heb ik gesprekken gevoerd.",
    ),
    CueRule(
        "cue.conform",
        Relation.FOLLOWS_UP,
        rf"\b(?:conform|overeenkomstig|in\s+lijn\s+met|ingevolge|in\s+de\s+geest\s+van)\s+{_PLAIN}{_M}"
        rf"|\bop\s+verzoek\s+van\s+(?:de\s+|het\s+)?{_M}"
        rf"|\b(?:zoals|waar)\s+{_FEW}(?:verzocht|gevraagd|opgeroepen|om\s+(?:is\s+)?(?:verzocht|gevraagd))\s+"
        rf"{_FEW}(?:in|door|met|bij)\s+{_FEW}{_M}"
        rf"|\b(?:zoals|waar)\s+{_FEW}(?:in|door|met)\s+{_FEW}{_M}\s+{_FEW}(?:verzocht|gevraagd)",
        "Conform de motie van het lid Bos schuiven de termijnen op.",
    ),
    CueRule(
        "cue.stand-van-zaken",
        Relation.FOLLOWS_UP,
        rf"\b(?:stand\s+(?:van\s+)?zaken|voort?gang|vorderingen|status|laatste\s+stand)\s+{_SOME}{_M}",
        "Hierbij schets ik de stand van zaken van de motie van het lid Bos.",
    ),
    CueRule(
        "cue.uitvoering-van",
        Relation.FOLLOWS_UP,
        rf"\b(?:uitvoering|invulling|opvolging|uitwerking|nakoming|gevolg|vervolg|navolging|opvolgen|gehoor|aandacht|vorm)\s+"
        rf"{_FEW}(?:van|aan|op|bij|voor)\s+{_FEW}{_M}"
        rf"|\b(?:van|aan|op)\s+{_FEW}{_M}\s+{_SOME}(?:uitvoering|invulling|opvolging|uitwerking|nakoming|gevolg|vervolg)\b"
        rf"|{_M}\s+(?:voer|voert|voeren)\s+{_FEW}uit\b"
        rf"|{_M}\s+{_SOME}(?:uitvoeren|afdoen|afhandelen|afronden|uit\s+te\s+voeren|uit\s+te\s+werken|op\s+te\s+pakken|op\s+te\s+volgen"
        rf"|mee\s+te\s+nemen|te\s+betrekken)\b"
        rf"|{_M}\s+{_FEW}(?:is|zijn|wordt|worden|heb|heeft|hebben|zal|zullen|ga|gaat)\s+{_SOME}(?:uitgewerkt|opgepakt"
        rf"|opgevolgd|meegenomen|betrokken|overgenomen|uitgevoerd)\b"
        rf"|\b(?:betrek|betrekken|neem|nemen|pak|pakken|voer|voeren)\s+{_FEW}{_M}\s+{_FEW}(?:hierbij|daarbij|mee|op|uit)\b"
        rf"|\buit\s+te\s+voeren\s+{_FEW}{_M}",
        "Ter uitvoering van de motie van het lid Bos is een onderzoek gestart.",
    ),
    CueRule(
        "cue.reports",
        Relation.FOLLOWS_UP,
        rf"\b(?:informeer|informeert|informeren|bericht|rapporteer|rapporteert|rapporteren|reageer|reageert|reageren)\s+"
        rf"{_SOME}(?:over|op)\s+{_SOME}{_M}"
        rf"|\b(?:kom|komt|komen|ga|gaat|gaan)\s+{_SOME}(?:in\s+op|terug\s+op|op\s+terug|nader\s+in\s+op)\s+{_SOME}{_M}"
        rf"|\bop\s+{_FEW}{_M}\s+{_FEW}(?:kom|komt|komen|ga|gaat|gaan|terug|ingegaan|in)\b"
        rf"|\b(?:reactie|antwoord|respons|brief)\s+(?:op|over)\s+{_FEW}{_M}"
        rf"|\bover\s+{_FEW}{_M}\s+{_FEW}(?:ben|zijn|voer|voeren|heb|hebben|wordt|word|vindt|vond)\b"
        rf"|\b(?:in\s+overleg|in\s+gesprek|aan\s+de\s+slag)\s+{_FEW}(?:over|met)\s+{_FEW}{_M}"
        rf"|\bmet\s+{_FEW}{_M}\s+{_FEW}aan\s+de\s+slag\b",
        "Over de motie van het lid Bos ben ik in overleg met de sector.",
    ),
    CueRule(
        "cue.aangehouden",
        Relation.FOLLOWS_UP,
        rf"{_M}\s+{_SOME}(?:is|zijn|wordt|worden|werd|heb|heeft|hebben)\s+{_SOME}aangehouden\b"
        rf"|\b(?:is|zijn|wordt|werd|heeft)\s+{_FEW}{_M}\s+{_SOME}aangehouden\b",
        "De motie van het lid Bos wordt aangehouden in afwachting van het advies.",
    ),
    CueRule(
        "cue.has-led-to",
        Relation.FOLLOWS_UP,
        rf"{_M}\s+{_FEW}(?:heeft|hebben)\s+{_FEW}geleid\s+tot\b|\bmede\s+door\s+{_FEW}{_M}"
        rf"|\bvloei(?:t|en)\s+{_FEW}voort\s+uit\s+{_FEW}{_M}|\bvoortvloeiend\w*\s+uit\s+{_FEW}{_M}"
        rf"|\bsluit(?:en)?\s+{_SOME}aan\s+{_FEW}(?:bij|op)\s+{_FEW}{_M}",
        "De motie van het lid Bos heeft geleid tot een nieuwe handreiking.",
    ),
)

RULES: tuple[CueRule, ...] = (VOTED_DOWN, *REJECTED, *FULFILLED, *FOLLOWED)
_COMPILED = tuple((rule, rule.compile()) for rule in RULES)

# --- what turns a verdict ----------------------------------------------------------------------

_PARTLY = re.compile(
    r"\b(?:mede|deels|gedeeltelijk|ten\s+dele|voor\s+(?:een|het\s+(?:eerste|grootste))\s+deel|grotendeels"
    r"|niet\s+(?:volledig|geheel)|(?:een|het)\s+(?:\w+\s+)?(?:deel|onderdeel)\s+van|eerste\s+(?:stap(?:pen)?"
    r"|invulling|uitvoering|uitwerking|aanzet)|een\s+(?:begin|aanzet)|begin\s+gemaakt)\b(?!\s+namens)",
    re.IGNORECASE,
)
_HAVING = re.compile(r"\bte\s+hebben\b|\bals\s+(?:\w+\s+){0,2}(?:afgedaan|uitgevoerd|afgehandeld|voldaan)\b"
                     r"|\b(?:afgedaan|afgehandeld|uitgevoerd)\s+(?:worden\s+)?beschouwd?\b", re.IGNORECASE)
_INFINITIVE = re.compile(
    r"\bte\s+(?:geven|voldoen|doen|komen)\b|\buit\s+te\s+voeren\b|\bin\s+te\s+vullen\b|\bna\s+te\s+komen\b"
    r"|\bte\s+kunnen\b",
    re.IGNORECASE,
)
_MODAL = re.compile(
    r"\b(?:zal|zult|zullen|ga|gaat|gaan|wil|wilt|willen|moet|moeten|zou|zouden|kan|kunt|kunnen|mag|mogen"
    r"|voornemens|van\s+plan|hoe|(?:op\s+)?(?:welke|de)\s+(?:wijze|manier)|waarop|bezie|bezien|of)\b",
    re.IGNORECASE,
)
_ONGOING = re.compile(
    r"\b(?:komende|binnenkort|volgend|momenteel|thans|nader|verdere?|nog|op\s+dit\s+moment|te\s+zijner\s+tijd)\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(r"\b(?:wordt|worden|volgt|volgen|komt|komen)\b", re.IGNORECASE)
_PERFECT = re.compile(
    r"\b(?:is|zijn|heb|heeft|hebben|werd|werden|was)\b[^;]*\b(?:gegeven|afgedaan|afgehandeld|uitgevoerd|voldaan"
    r"|gekomen|gedaan|gerealiseerd|ingevuld|nagekomen|ingelost|afgerond)\b|\bgeef|\bgeven\s+(?:we|wij)\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?P<yet>nog\s+)?(?P<no>niet|geen|nooit|noch|zonder)\b(?!\s+(?:alleen|slechts|enkel|eerder"
                  r"|(?:volledig|geheel)\b))", re.IGNORECASE)
_POORLY = re.compile(r"\b(?:onvoldoende|nauwelijks|amper|te\s+weinig|alsnog)\b", re.IGNORECASE)
_SELF = re.compile(
    r"\b(?:ik|wij|we|u|mijn|ons|onze|kabinet|regering|Rijk|rijksoverheid|minister\w*|staatssecretaris\w*"
    r"|bewindspersonen|bewindslieden|ministerie|hiermee|hierbij|hierdoor|daarmee|brief|Kamerbrief)\b",
    re.IGNORECASE,
)
_OTHERS = (
    r"(?:(?:Tweede\s+|Eerste\s+)?Kamer|Kamerleden|gemeenten?|provincies?|waterschap(?:pen)?|sector(?:en|partijen)?"
    r"|branche\w*|politie|(?-i:NZa|IGJ|RIVM|OM|VNG|IPO|ProRail|NS|UWV|SVB|ZonMw)|bedrijven|bedrijfsleven|werkgevers\w*"
    r"|werknemers\w*|zorgverzekeraars?|zorginstellingen|instellingen|scholen|universiteit(?:en)?|hogescholen"
    r"|Belastingdienst|Europese\s+Commissie|Commissie|college|gemeenteraad|fracties?|partijen|voorzitter"
    r"|indieners?|organisaties|stichting|corporaties|woningcorporaties|boeren|leden|lid|coalitie|oppositie)"
)
_OTHER_ACTS = re.compile(
    rf"\b(?:heeft|geeft|geven|hebben|voert|voeren|doet|doen|gaf|gaven|voldoet|voldoen|komt|komen|zal|zullen|zegt|stelt"
    rf"|vindt|meent)\s+(?:(?:de|het|een|alle|veel|andere|deze|uw|sommige)\s+)?(?:[a-zë-]+e\s+)?{_OTHERS}\b"
    rf"|(?:^|[,;]\s+)(?:(?:De|Het|Een|Alle|Veel|Uw|Sommige|dat|of|als)\s+){{0,2}}(?:[a-zë-]+e\s+)?{_OTHERS}\b[^,;]{{0,60}}?\b"
    rf"(?:heeft|geeft|geven|hebben|voert|voeren|gaf|voldoet|voldoen|verwierp|doet|doen|zegt|stelt|vindt|kan|kunnen|willen|wil)\b"
    rf"|\bdoor\s+(?:(?:de|het|alle|een)\s+)?(?:[a-zë-]+e\s+)?{_OTHERS}\b",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r"\b(?:verzoekt|verzoeken|verzocht\s+(?:de|het)\s+(?:regering|kabinet)|roept|roepen|oproep|vraagt|vragen|pleit|dringt|constaterende"
    r"|overwegende|bent\s+u|kunt\s+u|is\s+de\s+minister|deelt\s+u|heeft\s+u|wanneer|waarom)\b[^;]*$",
    re.IGNORECASE,
)


def judge(clause: str) -> Verdict:
    """What ``clause`` says of the motion that stands in it as "§".

    >>> judge("Met dit pakket geeft het kabinet mede invulling aan de §").relation.value
    'fulfils'
    >>> judge("Ter uitvoering van de § is een onderzoek gestart").rule
    'cue.uitvoering-van'
    """
    if clause.rstrip().endswith("?"):
        return CITED
    for rule, pattern in _COMPILED:
        match = pattern.search(clause)
        if match is None:
            continue
        verdict = _weighed(clause, rule, match)
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
        return Verdict(rule.relation, rule.name, cue)
    if _others(clause):
        return Verdict(Relation.CITES, "cue.other-actor", cue)
    return _fulfilled(clause, rule, match)


def _refused(clause: str, rule: CueRule, match: re.Match[str]) -> Verdict | None:
    words = clause[max(0, match.start() - 24) : match.end()]
    if re.search(r"\bnog\s+(?:niet|geen)\b|\bniet\s+(?:alleen|slechts|volledig|geheel)\b", words, re.I):
        return None
    behind = clause[match.end() : match.end() + 8]
    kept = re.search(r"\b(?:niet|geen|[Hh]et\s+ontraden)\b", f"{words}{behind}")
    if rule.name == "cue.ontraden" and kept:
        return Verdict(Relation.CITES, rule.name, match.span())
    if _asked(clause, match) or _others(clause):
        return Verdict(Relation.CITES, "cue.other-actor", match.span())
    return Verdict(Relation.REJECTS, rule.name, match.span())


def _fulfilled(clause: str, rule: CueRule, match: re.Match[str]) -> Verdict | None:
    """Whether the words of fulfilment say that it is done, in part, later or not at all."""
    cue = match.span()
    if _POORLY.search(clause):
        return Verdict(Relation.CITES, "cue.poorly", cue)
    negated = _NOT.search(clause, max(0, cue[0] - 40), cue[1])
    if negated:
        return None if negated["yet"] else Verdict(Relation.REJECTS, "cue.not-carried-out", cue)
    if _later(clause, match):
        return Verdict(Relation.FOLLOWS_UP, "cue.later", cue)
    near = clause[max(0, cue[0] - 60) : cue[1]]
    degree = Degree.PARTIAL if _PARTLY.search(near) else Degree.WHOLE
    return Verdict(Relation.FULFILS, rule.name, cue, degree)


def _later(clause: str, match: re.Match[str]) -> bool:
    """Whether it is still to be done: an aim, a plan, a way of doing it."""
    if _HAVING.search(clause):
        return False
    around = clause[max(0, match.start() - 90) : match.end()]
    words = around + clause[match.end() : match.end() + 40]
    if _INFINITIVE.search(words):
        return True
    before = clause[max(0, match.start() - 90) : match.end()]
    if _MODAL.search(before):
        return True
    if due(clause) is not None and _TO_COME.search(clause):
        return True
    return _ONGOING.search(before) is not None and not _PERFECT.search(clause)


def _asked(clause: str, match: re.Match[str]) -> bool:
    """Whether someone asks for it: "verzoekt de regering uitvoering te geven aan …"."""
    return _ASKING.search(clause[: match.end()]) is not None and not re.search(
        r"\b(?:ik|wij|we)\b", clause[: match.start()]
    )


def _others(clause: str) -> bool:
    return _OTHER_ACTS.search(clause) is not None and not _acts_self(clause)


def _acts_self(clause: str) -> bool:
    """Whether the speaker acts: "ik", "wij", "het kabinet", "deze brief"."""
    return _SELF.search(clause) is not None


# --- clauses -----------------------------------------------------------------------------------

_FINITE = (
    r"(?:ben|is|zijn|was|heb|heeft|hebben|word|wordt|worden|geef|geeft|geven|doe|doet|doen|ga|gaat|gaan|zal"
    r"|zullen|kan|kunnen|wil|willen|informeer|informeren|informeert|bied|bieden|stuur|sturen|kom|komt|komen"
    r"|beschouw|beschouwt|beschouwen|ontraad|ontraadt|voer|voert|voeren|acht|achten|zie|zien)"
)
_BREAK = re.compile(
    rf""";\s
      | ,\s(?=(?:maar|terwijl|waarna|want|doch)\s)
      | \s(?=(?:maar|terwijl|doch)\s)
      | ,?\sen\s(?=(?:beschouw|acht|zie|doe|ontraad)\s)
      | ,?\sen\s(?=(?:daarnaast\s|tevens\s|ook\s|hiermee\s|daarmee\s|vervolgens\s)?{_FINITE}\s
            (?:ik|we|wij|u|het|de|deze|dit)\b)
      | ,?\sen\s(?=(?:aan|over|met|voor|van|op|in|naar)\s(?:aanleiding\svan\s|het\skader\svan\s)?
            (?:de\s)?[§¤]\s(?:\S+\s){{0,3}}{_FINITE}\b)
      | (?<=[a-z]),?\sen\s(?=(?:de\s)?[§¤]\s(?:\S+\s){{0,2}}{_FINITE}\b)
      | ,\s(?=(?:de\s)?[§¤]\s{_FINITE}\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)


def clauses(sentence: str) -> Iterator[tuple[int, str]]:
    """The clauses of a sentence with their offsets: each says one thing of its motions.

    >>> [c for _, c in clauses("U doet moties af en geeft u de stand van zaken van de §")]
    ['U doet moties af', 'geeft u de stand van zaken van de §']
    """
    start = 0
    for match in _BREAK.finditer(sentence):
        yield start, sentence[start : match.start()]
        start = match.end()
    yield start, sentence[start:]
