"""The subject of a letter that meets a commitment: "Toezegging gedaan tijdens het debat over X".

A letter's subject has no verb; what it names first is what the letter does. "Toezegging …",
"Uitvoering toezegging …", "Cijfers over X (toezegging AO Y)" meet it, "Uitstel toezegging …" does
not yet, "Voortgang toezegging …" tells of it. Several ("toezeggingen") are no one commitment.
"""

from __future__ import annotations

import re

from kg.model import Toezegging
from kg.patterns import later
from kg.recognise.names import TITLES, read_names
from kg.text import MONTH

_LEAD = later(
    r"""(?:
        (?P<late>Uitstel(?:bericht|brief)?|Verzoek\s(?:om\s)?uitstel|Vertraging|Tijdpad|Planning)
      | (?P<on>Voortgang(?:s\w{4,10})?|Stand\svan\szaken(?:brief)?|Update|Vervolg|Tussen\w{4,8}
          |Stappen|Openstaande)
      | (?P<met>(?:(?:Nadere|Schriftelijke|Aanvullende)\s)?(?:Uitvoering|Invulling|Nakom(?:ing|en)
          |[Aa]fdoening|[Aa]fhandeling|Terugkoppeling|Gestanddoening|Opvolging|Inlossing|Uitwerking|Afronding|Reactie
          |Antwoord|Beantwoording|[Ii]nformatie|Brief|Kamerbrief))
    )
    (?:\s(?:van|op|aan|over|inzake|betreffende|n\.a\.v\.|t\.a\.v\.|m\.b\.t\.|naar|aanleiding|de|een
        |het|mijn|zijn|haar|deze|eerdere|gedane|openstaande|toezending|termijn|beantwoording
        |invulling|uitvoering|nakoming|afdoening|brief|reactie)){0,5}\s(?=[Tt]oezegging\b)""",
    re.VERBOSE,
)
_NOUN = later(r"[Tt]oezegging\b(?:\sT(?:Z\d{6}-)?\d{2,6})?(?!\s(?:en|of)\s|/)")
# "Cijfers over de zorg (toezegging AO Zorg)", "… n.a.v. een toezegging in het debat van 3 mei"
_BEHIND = later(
    r"""(?P<what>(?!Antwoord|Beantwoording|Reactie\s|Afschrift|Besluit|Verzoek|Rectific
            |Aanbieding\srect|Intrekking|(?:Gewijzigde\s|Nader\sgewijzigde\s)?(?:Motie|Amendement))
            [A-Z0-9‘“'"](?:(?!\b[Tt]oezegging|\b[Mm]oties?\b|[;?])[^\0]){5,300}?)
        (?:\s\((?:n\.a\.v\.\s(?:de\s|een\s)?)?(?P<bracket>(?=[Tt]oezegging\s))
          | [.,]?\s(?:(?:[EÉ]én\sen\sander\s)?(?:n\.a\.v\.|naar\saanleiding\svan|conform|ingevolge
                |ter\suitvoering\svan)\s(?:(?:de|een|mijn)\s)?)(?=toezegging[\s,])
          | [.,;]\s(?=[Tt]oezegging,?\s(?:gedaan|tijdens|n\.a\.v|AO|aan\shet\slid)\b))""",
    re.VERBOSE,
)
_FINITE = later(
    r"\b(?:is|zijn|was|waren|heb|heeft|hebben|wordt|worden|werd|zal|zullen|kan|ik|wij|we)\s"
)
_ABOUT = (
    r"(?:over|inzake|m\.?b\.?t\b\.?|met\sbetrekking\stot|betreffende|omtrent|aangaande|t\.a\.v\."
    r"|ten\saanzien\svan|rond|rondom|om|dat|tot|waarin)"
)
_GLUE = r"(?:\s?[,(:;–-])?\s?(?:gedaan\s|gemaakt\s)?"
_FROM = later(
    r",?\s(?:gedaan\s)?(?:van|door)\s(?:de|het)\s(?:minister(?:-president)?|staatssecretaris"
    r"|kabinet)(?:\s(?:van|voor)\s[A-Z]\w{1,20})?\b"
)
_TO_MEMBERS = later(
    rf",?\s(?:gedaan\s)?(?:aan|(?:n\.a\.v\.|naar\saanleiding\svan|op)\s(?:de\s|een\s)?"
    rf"(?:vraag|vragen|verzoek)\svan)\s(?:{TITLES})\s"
)
_TO_KAMER = later(
    r",?\s(?:gedaan\s)?aan\s(?:(?:de|uw|het|beide)\s)?(?:(?:vaste|algemene)\s)?"
    r"(?:(?:Tweede|Eerste)\s)?(?:Kamers?|[Cc]ommissie|cie|parlement|fractie)\b"
    r"(?:\svoor\s[A-Z]\w{1,30})?"
)
_TO = later(r",?\s(?:gedaan\s)?aan\s")
_MEETING = (
    r"(?:[\w-]*(?:[Oo]verleg|[Dd]ebat|behandeling|[Bb]eschouwingen)|V?AO['’]?s?|W?GO|CD|TMD|V?SO|NO"
    r"|APB|[Vv]ragenuur(?:tje)?|[Oo]rdening|[Rr]egeling\svan\s[Ww]erkzaamheden|[Vv]ergadering"
    r"|termijn)"
)
_PLACE = later(
    rf"""{_GLUE}(?:
        (?:tijdens?|in|bij|(?:van)?uit|op|van|n\.a\.v\.|naar\saanleiding\svan|i\.h\.k\.v\.)\s
            (?P<where>(?:(?!{_ABOUT}\b)[\w'’/-]{{1,30}}\s){{0,5}}?{_MEETING})
      | (?P<named>(?:[Aa]lgemeen|[Nn]ota|[Pp]lenaire?|[Ss]chriftelijk)\s{_MEETING}
            |(?!overleg|behandeling){_MEETING})
    )\b""",
    re.VERBOSE,
)
_DATE = later(
    rf"""[,\s(]{{1,3}}(?P<of>(?:van|op|d\.?d\.?)\s?)?
        (?:\d{{1,2}}(?:\s(?:en|t/m)\s\d{{1,2}})?\s(?:{MONTH}|(?:jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov
            |dec)\.?)(?:\s(?:19|20)\d\d)?(?:,?\s?j\.?l\b\.?)? | \d{{1,2}}[-/]\d{{1,2}}[-/]\d{{2,4}})
        \)?""",
    re.VERBOSE | re.IGNORECASE,
)
_OTHER_DATED = later(
    r"\b(?:\w*brief|rapport|motie|bericht|nota|verslag|die|dat|heeft|is|zijn|wordt|waar\w*)\b|[:;]"
)
_TOPIC = later(rf"{_GLUE}{_ABOUT}\s")
_NEXT = later(rf",?\s{_ABOUT}\s|[,:;(]")
# "het debat van 3 mei 2022 over de wet, inzake de kosten": the first tells which debate it was
_NAMED_BEHIND = later(r"\sover\s[^,;:()]{3,90}?(?=,\s(?:over|inzake|omtrent)\s|\sinzake\s)")
_LATER = later(
    rf",?\s(?:zoals\s)?(?=gedaan\s(?:tijdens?|in|bij|aan)\s"
    rf"|(?:n\.a\.v\.|naar\saanleiding\svan|tijdens|uit)\s(?:(?:het|de)\s)?(?:\w+\s)?{_MEETING}\b)"
)
_CUT = later(
    r"\s?(?:\((?:[Kk]amerst|TK\b)|,?\s(?:en|alsmede)\s(?:de\s)?"
    r"(?:reactie|appreciatie|uitvoering|moties?)\b).*\Z"
)
_AHEAD, _LONGEST = 160, 240


def read_subject(line: str) -> Toezegging | None:
    """The commitment that a subject says the letter meets, tells of or puts off.

    >>> read_subject("Toezegging gedaan tijdens het debat van 3 mei 2022 over de huren")
    ... # doctest: +ELLIPSIS
    Toezegging(action='fulfilled', what='de huren', ..., made_in='het debat van 3 mei 2022', ...)
    """
    lead = _LEAD.match(line)
    noun = _NOUN.match(line, lead.end() if lead else 0)
    if noun is not None:
        action = "fulfilled"
        if lead is not None and not lead["met"]:
            action = "open" if lead["late"] else "recalled"
        return _read(line[noun.end() :], action)
    behind = _BEHIND.match(line)
    noun = _NOUN.match(line, behind.end()) if behind else None
    if behind is None or noun is None or _FINITE.search(behind["what"]):
        return None
    rest = line[noun.end() :]
    if behind["bracket"] is not None:
        rest = rest.partition(")")[0]
    action = "open" if "uitstel" in behind["what"].lower() else "fulfilled"
    return _read(rest, action, behind["what"])


def _read(rest: str, action: str, what: str | None = None) -> Toezegging | None:
    """What stands behind "toezegging": to whom, where it was made, what about, in any order."""
    if not rest.endswith(("jl.", "j.l.")):
        rest = rest.rstrip(" .")
    whom = where = None
    at = _past(_FROM, rest, 0)
    for _ in range(3):
        if found := _TO_MEMBERS.match(rest, at):
            names = read_names(rest, found.end())
            if names is None:
                return None
            whom, at = ", ".join(name.printed for name in names.names), names.end
        elif found := _TO_KAMER.match(rest, at):
            at = found.end()
        elif where is None and (found := _PLACE.match(rest, at)):
            at = _where_ends(rest, found)
            where = rest[found.start(found.lastgroup or 0) : at].strip(" ,(")
    if _TO.match(rest, at):
        return None  # to somebody else than the Kamer
    topic = _TOPIC.match(rest, at)
    if topic is None and at == 0 and _FINITE.search(rest):
        return None
    about = _CUT.sub("", rest[topic.end() if topic else at :]).strip(" ,:;-–").removeprefix("(")
    if where is None and (told := _LATER.search(about)):
        place = _PLACE.match(about, told.end() - 1)
        if place is not None:
            end = _where_ends(about, place)
            where = about[place.start(place.lastgroup or 0) : end].strip(" ,(")
            about = about[: told.start()]
    about = what or about
    return Toezegging(action, about[:_LONGEST] or None, None, None, where, whom)


def _past(pattern: re.Pattern[str], rest: str, at: int) -> int:
    match = pattern.match(rest, at)
    return match.end() if match else at


def _where_ends(rest: str, place: re.Match[str]) -> int:
    """Where the meeting's name ends: behind its date, else before what the promise is about."""
    date = _DATE.search(rest, place.end(), place.end() + _AHEAD)
    if date is not None:
        between = rest[place.end() : date.start()]
        told = _NEXT.search(between)
        if not _OTHER_DATED.search(between) and (told is None or date["of"] and place["where"]):
            return _past(_NAMED_BEHIND, rest, date.end()) if not between else date.end()
    named = _NAMED_BEHIND.match(rest, place.end())
    if named is not None:
        return named.end()
    about = _NEXT.search(rest, place.end())
    return about.start() if about else len(rest)
