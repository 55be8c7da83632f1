"""What a kabinet agreed on, called by its kind: "het regeerakkoord", "het hoofdlijnenakkoord".

Agreements in health care and education are called hoofdlijnenakkoord too, with their field behind
the word; those of other countries and earlier ones are told by the words before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Akkoord, Mention, Span
from kg.patterns import later
from kg.recognise.engine import Recogniser, Rule

_WORD = r"(?:(?:regeer|coalitie|hoofdlijnen)akkoord|regeerprogramma)"
_S = r"\s{1,40}"
_AKKOORD = later(
    rf"""(?P<word>(?i:{_WORD}))(?![\w-])
        (?!\s{{1,9}}\((?:Kamerst|TK\b))
        (?!{_S}(?:(?:in{_S}de{_S})?\w*zorg\b|ggz\b|GGZ\b|msz\b|MSZ\b|medisch|paramedisch|wijkverpleging
            |wijkverpleegkund|huisarts|voor{_S}de{_S}\w*zorg|water|OCW|VSNU|HBO|NRTO))
        (?:{_S}(?:(?:van|uit){_S})?(?:(?:het{_S})?(?i:kabinet)(?:{_S}|-))?
            (?P<of>20[0-4]\d(?![\w-]|\s?[-–/]\s?\d)
                |(?:Rutte|Balkenende)[ -](?:IV|V|III|II|I)\b|Schoof\b|Jetten\b))?""",
    re.VERBOSE,
)
_OTHER = later(
    r"""\b(?:[Dd]uitse?|[Bb]elgische?|[Vv]laamse?|[Ww]aalse?|[Bb]ritse?|[Ff]ranse?|[Oo]ostenrijkse?
        |[Ss]paanse?|[Zz]weedse?|[Dd]eense?|[Ff]inse?|[Nn]oorse?|[Ii]taliaanse?|[Gg]riekse?|[Ii]erse?
        |[Ll]uxemburgse?|[Pp]oolse?|[Ii]sraëlische?|[Aa]rubaanse?|[Cc]uraçaose?|[Ss]int\s[Mm]aartense?
        |[Bb]estuurlijke?)\b[^.;:?!]{0,60}\Z
      | \b(?:vorige?|eerdere?|eerste|laatste|volgende?|toekomstige?|nieuwe?)\s{1,40}\Z
      | [)/~_-]\Z""",  # behind a bracket, within an address
    re.VERBOSE,
)
# "Ook haar regeerakkoord" is that of the government just named; "een coalitieakkoord" is none yet.
_ANY = later(r"(?i:\b(?:een|haar|hun))\s{1,40}\Z")
_ALONE = later(r"[^\S\n]*(?:\n|\Z)")


def parse_akkoord(text: str, start: int, end: int) -> Iterator[Mention]:
    """The agreement of a Dutch kabinet at ``start``.

    >>> [m.value for m in parse_akkoord("uit het regeerakkoord Rutte III.", 8, 21)]
    [Akkoord(name='regeerakkoord', of='Rutte III')]
    >>> list(parse_akkoord("het hoofdlijnenakkoord ggz", 4, 22))
    []
    """
    match = _AKKOORD.match(text, start)
    if match is None or _OTHER.search(text, max(0, start - 80), start):
        return
    if match["word"].endswith("akkoord") and _ANY.search(text, max(0, start - 50), start):
        return
    if text[start].isupper() and _is_alone(text, start, match.end()):
        return  # an entry of a menu, a heading
    value = Akkoord(match["word"].lower(), match["of"])
    span = Span(start, match.end())
    yield Mention("programme", span, span.of(text), "programme.akkoord", value)


def _is_alone(text: str, start: int, end: int) -> bool:
    """Whether nothing else stands on the line."""
    before = text[text.rfind("\n", 0, start) + 1 : start]
    return not before.strip() and _ALONE.match(text, end) is not None


RECOGNISERS: tuple[Recogniser, ...] = (
    Recogniser(
        "programme-akkoord",
        r"(?i:\b(?:regeer|coalitie|hoofdlijnen)akkoord|\bregeerprogramma)",
        parse_akkoord,
        layer="programme",
        rules=(Rule("programme.akkoord", "zoals in het regeerakkoord staat", (None,)),),
    ),
)
