"""What a motion, letter or debate is about: the words after "over", "om", "inzake", bounded."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.model import Span
from kg.patterns import later

_OPENS = later(
    r""",?\s{1,120}(?:
        (?:over | rondom | houdende | strekkende\s{1,40}tot | regelende\s{1,40}dat
            | om(?:,\s{1,40}[^,.;:()]{1,80},)? | inzake | omtrent | betreffende | aangaande
            | (?:voor\ )?wat\ betreft
            | met\s{1,40}betrekking\s{1,40}tot | met\s{1,40}het\s{1,40}verzoek(?:\s{1,40}om)?
        )\s{1,120}
      | (?P<clause>(?:die|dat)\s{1,40}(?:o\.a\.\s{1,40})?
                (?:regelt|bewerkstelligt|ervoor\s{1,40}zorgt)\s{1,40}dat\s{1,120}
            |(?:die|dat|waarin|waarmee|waarbij|waardoor)\s{1,120}(?=(?:de|het|er|is|wordt|werd
            |ik|wij|verzoekt|verzocht|vraagt|vroeg|oproept|opriep|gevraagd|verzocht|regelt|beoogt
            |bewerkstelligt|voorziet|voorkomt|ertoe|ervoor|strekt|introduceert|verduidelijkt)\b))
    )""",
    re.VERBOSE,
)
# The end of a sentence, of a list entry or of a paragraph, or the number printed for it.
_CLOSES = later(
    r"""[.;!?:](?=[\s"”’')\d⁰¹²³⁴⁵⁶⁷⁸⁹]|\Z)(?!(?<=\d:)\d|(?<=\d\.)\d{3}(?!\d)
        |(?<=\D\d\.)\d|(?<=\D\d\d\.)\d)
      | \n[ \t]{0,120}De\ Kamer, | \s\(ingezonden\s | \s[-–]\s(?=\d{5}\b)
      | \n[ \t\xa0]{0,120}\r?\n
      | \n[ \t]{0,120}(?:[•●▪◦]|[o*–-][ \t])
      | \s\((?=[^()]{0,80}(?:\d{2}[ .\xa0]?\d{3}|[Nn]rs?\.?\s?\d|\d{4}[ZD]\d|[Kk]enmerk|t\.?v\.?v))
      | ,?\s[Kk]amerstuk(?:ken)?\s(?=[^.]{0,20}\d)
      | \s(?:Indiener|Besluit|Status):""",
    re.VERBOSE,
)
_ABBREVIATED = later(
    r"""(?:\b(?:c\.s|o\.a|m\.b\.t|t\.b\.v|i\.v\.m|n\.a\.v|t\.a\.v|d\.d|jl|bijv|nrs?|etc|incl|art|dr
        |drs|prof|mr|ca|resp|z\.g|zgn|t\.v\.v|a\.d\.h\.v|d\.m\.v|i\.h\.k\.v)|\b[A-Z])\Z""",
    re.VERBOSE | re.IGNORECASE,
)
# The main clause goes on behind the topic: "… over wachttijden heb ik …", "… wordt afgedaan".
_NO_VERB = (
    r"""(?!(?:dat|die|aan|van|door|voor|met|bij|tot|of|en|dan|als|namens|over|in|op|om|naar
        |tussen|waar\w{0,6}|hoe|zodat|omdat|indien|wanneer)\b)"""
)
_SUBJECT = (
    r"(?:het\s{1,40}(?:kabinet|ministerie)|de\s{1,40}(?:regering|(?:kamer)?brief|minister))\b"
)
_DOES = r"""(?:heeft|zal|gaat|komt|geeft|doet|wil|kan|is|wordt|informeert|bericht|neemt|werkt|start
    |stelt|schetst|beschrijft|biedt|heb|beziet|onderzoekt)"""
_MAIN = later(
    rf"""(?:,\s{{0,40}}|\s{{1,40}})(?:
        (?P<mine>{_NO_VERB}[a-zë]{{2,14}}\s{{1,40}}(?:ik|wij|we|u)\b
          | {_DOES}\s{{1,40}}(?:{_SUBJECT}|deze\s{{1,40}}(?:kamer)?brief\b))
      | (?:de\s{{1,40}}regering|het\s{{1,40}}kabinet)\s{{1,40}}
            (?:verzoekt|verzocht|oproept|vraagt)\b
      | (?:is|zijn|wordt|worden|werd|was|heeft|komt|gaat)\s{{1,40}}(?:hier\w{{2,8}}|daar\w{{2,8}}|
            reeds|inmiddels|uitgevoerd|afgedaan|afgehandeld|voldaan|uitvoering|invulling|opgevolgd|
            in\s{{1,40}}de(?:ze)?\s{{1,40}}(?:kamer)?brief|met\s{{1,40}}(?:deze|dit|de)|aangenomen|
            verworpen|aangehouden|ingetrokken|ontraden|overgenomen|uw\s{{1,40}}kamer|door\b)
      | (?:wordt|(?<!moeten\s)(?<!kunnen\s)(?<!mogen\s)worden|verzoekt|verzocht|vraagt|roept
            |oordeel(?!\s{{1,40}}(?:van|over|met|bij|in|op|te|dat|en|of)\b)|ontraad|hiermee|hierbij)\b
    )""",
    re.VERBOSE,
)
_ALSO = later(
    r""",\s{1,40}(?:ook|maar|wat|welke|waar(?:over|mee|bij|op|van|na|toe|uit|door)
        |en\s{1,40}(?:ook|ik|wij|we|het\s{1,40}kabinet))\b""",
    re.VERBOSE,
)
# The sentence tells behind the topic what became of the motion: "…, nog steeds niet uitgevoerd is".
_SO_FAR = r"""(?:nog\s{1,40}steeds|tot\s{1,40}(?:op\s{1,40}heden|nu\s{1,40}toe)|nog|inmiddels|reeds
    |in\s{1,40}meerderheid|door\s{1,40}(?:het\s{1,40}kabinet|de\s{1,40}(?:regering|[Kk]amer)))"""
_SOON = r"(?:zo\s{1,40}snel\s{1,40}mogelijk|alsnog|onverkort|niet|volledig)"
_BECAME = later(
    rf"""(?:(?P<comma>,)\s{{0,40}}|\s{{1,40}})(?:
        (?:{_SO_FAR}\s{{1,40}}){{0,3}}(?:niet\s{{1,40}})?(?:
            (?:is|zijn|wordt|worden|werd|heeft|hebben)\s{{1,40}}
                (?:uitgevoerd|aangenomen|verworpen|opgevolgd)\b | uitvoert\b)
      | (?:(?P<soon>{_SOON})\s{{1,40}})?uit\s{{1,40}}te\s{{1,40}}(?:gaan\s{{1,40}})?voeren\b
    )""",
    re.VERBOSE,
)
_SUBORDINATE = later(
    r"\b(?:dat|die|waar\w{0,8}|of|wanneer|als|indien|zodat|omdat|hoe(?:verre)?|wat|welke?)\b"
)
# A note's number behind the last word; "N35", "CO2" and "A12" end in their own.
_MARKS = later(
    r"(?:\s?\[\^?\d{1,3}\s?\]|(?<=[^\W\d])(?<!\b[A-Z])(?<!\b[A-Z]{2})\d{1,2}"
    r"|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})\Z"
)
_BROKEN = later(r"([^\W\d_])-\s*\n\s*(?!en\b|of\b)(?=[a-zß-ÿ])")
_LONGEST = 420


@dataclass(frozen=True, slots=True)
class Topic:
    """The words of a topic, white space folded, and where they stand."""

    text: str
    span: Span

    @property
    def end(self) -> int:
        """Where the topic ends."""
        return self.span.end


def read_topic(text: str, at: int) -> Topic | None:
    """The topic that opens at ``at``, or ``None``.

    >>> read_topic("motie-X over wachttijden in de zorg wordt hiermee afgedaan.", 7).text
    'wachttijden in de zorg'
    >>> read_topic("motie-X om, naast dit plan, ook een ander plan te maken.", 7).text
    'ook een ander plan te maken'
    >>> read_topic("motie-X c.s. is aangenomen", 7) is None
    True
    """
    opens = _OPENS.match(text, at)
    if opens is None:
        return None
    start = opens.end()
    stretch = text[start : _close(text, start)]
    stretch = stretch[: _main_clause(stretch, clause=bool(opens["clause"]))]
    also = _ALSO.search(stretch)
    words = stretch[: also.start() if also else len(stretch)].rstrip(" \t\n\r\xa0,")
    words = _MARKS.sub("", re.sub(r"\sen\Z", "", words).rstrip())
    if len(words) < 3:
        return None
    return Topic(joined(words), Span(start, start + len(words)))


def _close(text: str, start: int) -> int:
    """Where the sentence or list entry around a topic ends."""
    limit = min(len(text), start + _LONGEST)
    for match in _CLOSES.finditer(text, start, limit):
        before = text[max(start, match.start() - 12) : match.start()]
        if match[0] != "." or not _ABBREVIATED.search(before):
            return match.start()
    return limit


def _main_clause(topic: str, *, clause: bool) -> int:
    """How far the topic reaches before the sentence it stands in goes on."""
    for match in _MAIN.finditer(topic):
        inside = clause or _SUBORDINATE.search(topic, 0, match.start())
        if match.start() >= 3 and (match["mine"] or topic[match.start()] == "," or not inside):
            return min(match.start(), _became(topic, clause=clause))
    return _became(topic, clause=clause)


def _became(topic: str, *, clause: bool) -> int:
    """How far a topic reaches before its sentence tells what became of the motion."""
    for match in _BECAME.finditer(topic):
        before = topic[: match.start()]
        inside = clause or " om " in before or _SUBORDINATE.search(before)
        if match["comma"] or match["soon"] or not inside:
            return match.start()
    return len(topic)


def joined(words: str) -> str:
    """``words`` with white space folded and words broken over lines put together.

    >>> joined("voort-\\n  gang van   de aanpak")
    'voortgang van de aanpak'
    """
    if "-" in words and "\n" in words:
        words = _BROKEN.sub(r"\1", words)
    return " ".join(words.split())
