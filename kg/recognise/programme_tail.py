"""How far a name goes on in small letters: "Actieplan vitalisering dijkenbouw in 2024".

The shortest whole name: words that say something, joined by a few small ones; it ends where a
preposition, a verb or a new thing begins.
"""

from __future__ import annotations

import re

from kg.patterns import later
from kg.recognise.programme_words import GAP

_WORD = r"[^\W\d_](?:[\w’'&/+]|-(?!-)){1,40}"
# What no name goes on with: small words, verbs, what is done with a paper, months.
_STOP = r"""(?:de|het|een|dit|deze|die|dat|wat|wie|waar\w*|hoe|als|dan|en|of|maar|ook|nog|niet|nu
    |om|op|in|uit|aan|bij|met|naar|voor|van|na|door|over|te|ten|ter|tot|tegen|tussen|tijdens|onder|binnen
    |buiten|rond(?:om)?|sinds|per|via|zonder|volgens|conform|inzake|betreffende|omtrent|wegens
    |namens|ondanks|naast|achter|vanaf|vanuit|vanwege|zoals|reeds|al|alle|hier\w*|daar\w*
    |er|is|zijn|was|waren|wordt|worden|werd|werden|heeft|hebben|had|hadden|zal|zullen|zou|zouden
    |kan|kunnen|kon|moet|moeten|mag|mogen|wil|willen|gaat|gaan|komt|komen|blijft|blijkt|staat
    |staan|loopt|lopen|bevat|bevatten|stelt|stellen|geeft|geven|biedt|bieden|beschrijft|voorziet
    |vormt|vormen|leidt|laat|laten|maakt|maken|toont|vraagt|ik|wij|we|u|uw|hij|zij|ze|haar|hun
    |onze?|mijn|zich|deel|fase|januari|februari|maart|april|mei|juni|juli|augustus|september
    |oktober|november|december|nader|verder|eerst\w*|primair|graag|hierbij|tevens
    |geen|wel|weer|inmiddels|momenteel|zowel|eveneens|onlangs|nadrukkelijk|mede|medio|begin|eind
    |(?:be|ge|ver|her|ont)[a-z]{1,12}[bdfgklmnprvw]t|(?:toe|aan|op|af)ge[a-z]{2,12}(?:d|en)
    |uitgebreid|beschreven|gepubliceerd|genoemd\w*|verzonden|gestuurd|gesloten|gestart|vastgesteld
    |vastgelegd|ondertekend|gepresenteerd|ontwikkeld|uitgevoerd|uitgewerkt|ingediend|omvat|richt
    |\w+gevend|leidend|bepalend
    |m\.?b\.?t|t\.?b\.?v|n\.?a\.?v|i\.?v\.?m|d\.?d|c\.?q|nr|nrs)"""
_SAYS = rf"(?!(?i:{_STOP})(?![\w-])){_WORD}"
# Behind "en" something new begins.
_NEW = r"""(?:over|van|in|op|met|bij|aan|uw|onze|andere?|overige|enkele|\w*reactie\w*
    |antwoord\w*|beantwoording|update|voortgang\w*|stand|toezending|aanbieding|verzending|uitstel
    |\w*evaluatie\w*|actualisatie|aankondiging|planning|proces\w*|informatie|uitvoering|\w*nota
    |\w*brie(?:f|ven)|\w*rapport(?:age)?s?|\w*monitor|\w*onderzoek(?:en)?|\w*advie(?:s|zen)|motie\w*
    |\w*wet(?:ten|svoorstel)?|\w*regeling|\w*besluit|\w*verordening|\w*richtlijn
    |\w*aanbeveling(?:en)?|\w*bijlagen?|\w*zienswijzen?|lancering|verlenging|ontwikkelingen
    |uitkomsten|resultaten|overzicht|openstelling|invulling|vervolg\w*|uitwerking|ondertekening
    |beëindiging|intrekking|wijziging(?:en)?|verzoek|inzet|tijdpad|start|afronding|initiatie\w+
    |\w*(?:plan|agenda|programma|akkoord|pact|strategie|visie|convenant|aanpak))"""
_NOT_NEW = rf"(?!(?i:{_NEW})(?![\w-]))"
_AND = rf"(?:en|of|&){GAP}(?!(?:de|het|een)\b){_NOT_NEW}"
_OF = rf"(?<=ing\s)van{GAP}(?:(?:de|het){GAP})?"
_END = r"(?=\s*(?:\Z|[\n(,.;:’”\"']))"
_PAPERS = r"(?:kamer|minister\w*|staatssecretaris\w*|commissie|zomer\w*|kerst\w*|voorjaar|najaar)"
_LAST = (
    rf"(?:{GAP}(?:aan|in|op|van|voor|tegen|bij){GAP}(?:(?:de|het){GAP})?"
    rf"(?!(?i:{_PAPERS})\b){_SAYS}{_END}|{GAP}aan{GAP}het{GAP}werk(?![\w-]))"
)
_SHORT = later(rf"{GAP}{_SAYS}(?:{GAP}(?:{_AND}|{_OF})?{_SAYS}){{0,8}}", re.VERBOSE)
_LAST_WORDS = later(_LAST, re.VERBOSE)
# "voor de duinen, de dijken en het wad": what a plan is for, to the end of a title.
_ARTICLE = rf"(?:(?:de|het|een){GAP})?"
_SMALL = r"(?:voor|tegen|in|van|op|aan|bij|tot|te|rondom|onder|tussen|binnen|uit)"
_LINK = rf"(?:(?:en|of|&|{_SMALL}){GAP}{_ARTICLE}{_NOT_NEW}|(?<=,\s){_ARTICLE})?"
_FOR = rf"(?:voor|tegen|ter|tot|om|inzake|betreffende|omtrent){GAP}{_ARTICLE}(?:te{GAP})?"
_LONG = later(
    rf"""{GAP}(?:{_FOR})?{_SAYS}
        (?:(?:,(?=[^.;:()\n]{{1,60}}\sen\s))?{GAP}{_LINK}{_SAYS}){{0,11}}""",
    re.VERBOSE,
)


def short_tail(text: str, stop: int, *, title: bool = False) -> int:
    """Where the words in small letters that go on behind ``stop`` end; ``stop`` if none do.

    At the end of a title its last words belong to them ("in de duinen").

    >>> text = "Actieplan vitalisering dijkenbouw en reactie op de brief"
    >>> text[: short_tail(text, 9)]
    'Actieplan vitalisering dijkenbouw'
    """
    match = _SHORT.match(text, stop)
    if match is None:
        return stop
    last = _LAST_WORDS.match(text, match.end()) if title else None
    return match.end() if last is None else last.end()


def long_tail(text: str, stop: int, end: int) -> int:
    """Where what a name says ends, before ``end``, prepositions included; ``stop`` for nothing.

    >>> text = "Actieplan voor de duinen, de dijken en het wad (brief)"
    >>> text[: long_tail(text, 9, len(text))]
    'Actieplan voor de duinen, de dijken en het wad'
    """
    match = _LONG.match(text, stop, end)
    return stop if match is None else match.end()
