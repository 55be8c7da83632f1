"""What a commitment is about, where it was made, who asked for it: as its sentence prints them."""

from __future__ import annotations

import re

from kg.model import Toezegging
from kg.patterns import later
from kg.recognise.names import read_names
from kg.recognise.term import due, is_dated, recurrence
from kg.recognise.toezegging_words import NAMED, NUMBERED, PROMISED

_WHAT_PROMISED = later(
    r"""\btoegezegd,?\s+(?:aan\s+[^,;.]{2,60}?\s+)?(?:om\s+|dat\s+|(?=(?:de|het|een|uw)\s))
        (?P<what>.{4,260})""",
    re.VERBOSE | re.IGNORECASE,
)
_WHAT_MADE = later(r"\btoe(?:zeggen)?,?\s+(?:om|dat)\s+(?P<what>.{4,260})")
_OVER = later(r"\b(?:over|omtrent|inzake)\s+(?P<what>.{4,200})", re.IGNORECASE)
# "Zoals toegezegd aan het lid Bos in het debat …": what follows is where, not what
_AS_PROMISED = later(r"\bzoals\b[^;]{0,80}\btoegezegd\s+(?:aan|in|tijdens)\b", re.IGNORECASE)
# "Over de kosten informeer ik u": what stands first; else what stands behind the telling.
_OVER_FIRST = later(r"\A(?:\w+\s)?over\s", re.IGNORECASE)
_TELLING = later(
    r"\b(?:informeer|stuur|zend|bericht|rapporteer|bied|deel|informeren|sturen|zenden)\s+"
    r"(?:ik|wij|we)\b",
    re.IGNORECASE,
)
_SO_THAT = later(r",\s(?:zodat|omdat|opdat|waardoor)\s.*\Z")
_CUT = later(
    r"""\s*(?:\( | \[\^?\d | <sup\b
        | ,\s(?:die|dat|wat)\s(?:\S+\s){1,4}?(?:heb|heeft|hebben|had)\s(?:\S+\s){0,3}?
            toegezegd).*\Z""",
    re.VERBOSE,
)
_VERB = later(
    r"""\s+(?:te\s+)?(?:informeren|geïnformeerd|berichten|sturen|gestuurd|verstuurd|zenden|gezonden
            |rapporteren|terugkomen|delen|gedeeld)\Z
      | \s+(?:zal|zullen|informeer\w*|wordt|worden|heb|hebben|kom|stuur)\s+
            (?:ik|wij|we|u|uw|het|de\s+(?:Tweede\s+|Eerste\s+)?Kamer)\b.*\Z""",
    re.VERBOSE,
)
_TAIL = later(
    r"""\s+(?:(?:kan|kunnen|zal|zullen)\s+)?(?:worden|wordt)
        (?:\s+(?:geïnformeerd|bericht|gestuurd|gezonden|gedeeld)\b.*)?\Z""",
    re.VERBOSE,
)
# The sentence ends with the verb, so that what is told does not.
_PASSIVE = later(r"\b(?:geïnformeerd|informeren|bericht|berichten)\s*\.?\Z")
_VIA = later(r"\s+(?:via|middels|per)\s+[^,;]{3,120}\Z")
# "hier voor de zomer over geïnformeerd": the word has its object before it, or it is the promise.
_NO_WHAT = later(
    r"""(?:te\s+)?(?:informeren|geïnformeerd|berichten|bericht|rapporteren|gerapporteerd|kan|kunnen
        |kon|zal|zullen|is|zijn|worden|wordt|heb|heeft)\b
      | (?:(?:mijn|de|deze|die|een|onze)\s+)?toezegging""",
    re.VERBOSE | re.IGNORECASE,
)
_TO_WHOM = later(
    r"""\b(?:aan\s+(?:het\s+lid|de\s+leden|het\s+(?:Eerste\s+|Tweede\s+)?Kamerlid
            |(?:de\s+)?(?:Eerste\s+|Tweede\s+)?Kamerleden|de\s+heer|de\s+heren|mevrouw|meneer)\s+
            (?=[A-ZÀ-Þvd'’])
        |(?:vragen|vraag|verzoek)\s+van\s+(?:het\s+lid|de\s+leden|de\s+heer|mevrouw)\s+)""",
    re.VERBOSE,
)
# "Ik zeg de heer Bos toe", "dat kan ik mevrouw Bos toezeggen", "in de richting van mevrouw Bos"
_IN_DEBATE = later(
    r"""(?:\b(?:[Zz]eg|[Kk]an|[Ww]il|[Zz]al|[Zz]ou|[Gg]a|om|[Bb]eloof)\s(?:\w{1,12}\s){0,3}?
            |\btoezeggen\s(?:in\sde\s)?richting\s(?:van\s)?)
        (?:het\slid|de\sleden|de\sheer|de\sheren|mevrouw|meneer)\s
            (?=[A-ZÀ-Þvd'’][^.;]{1,120})
        (?!(?:de\s)?voorzitter)""",
    re.VERBOSE,
)
_TOE = later(r"\btoe\b|\btoezeggen\b|\bbeloof\b", re.IGNORECASE)
_PLACE = r"""(?:debat|overleg|brief|kamerbrief|verzamelbrief|vragenuur|AO|VAO|CD|WGO|behandeling
    |beantwoording|nota|vergadering|reactie|Kamer|voortgangsbrief|voortgangsrapportage|mondelinge
    |plenair|antwoorden|kabinetsreactie)"""
_OWN = r"(?:het|de|mijn|een|onze|zijn|haar|dit|diverse|eerdere)"
_MADE_IN = tuple(
    re.compile(pattern, re.VERBOSE | re.IGNORECASE)
    for pattern in (
        # "(zoals toegezegd in de eerdergenoemde kamerbrief over …)"
        rf"""\(zoals\s+[^()]{{0,40}}toegezegd\s+(?:in|tijdens)\s+
            (?P<where>[^()]{{0,100}}{_PLACE}[^()]{{0,100}})\)""",
        # "heeft u in de kamerbrief over … toegezegd"
        rf"""\b(?:heb|heeft|hebben|is|zijn|had)\s+(?:\S+\s+){{0,5}}?(?:in|tijdens|bij)\s+
            (?P<where>{_OWN}\s+[^;]{{0,60}}?{_PLACE}[^;]{{0,150}}?)\s+
            (?:aan\s+[^;]{{2,60}}?\s+)?toegezegd\b""",
        # "In de kamerbrief over … is toegezegd"
        rf"""\b(?:in|tijdens|bij)\s+
            (?P<where>{_OWN}\s+[^;.]{{0,150}}?{_PLACE}\w*[^;.]{{0,120}}?)
            (?=,?\s+(?:is|heb|heeft|hebben|werd|zijn|had)\b[^;.]{{0,140}}\btoegezegd)""",
        # "toegezegd in het commissiedebat van 23 januari", "toezegging aan X in het debat van …"
        rf"""\btoe(?:gezegd|zegging(?:en)?)\b(?:,?\s+aan\s+[^,;.]{{2,70}}?)?
            (?:\s+(?:die|welke)\s+(?:ik|is|werd)\b[^,;.]{{0,40}}?)?(?:\s+gedaan)?,?\s+
            (?:in|tijdens|uit|bij)\s+(?P<where>{_OWN}\s+[^,;]{{0,120}}?{_PLACE}\w*[^,;()]{{0,90}}?)
            (?=\s+(?:om|dat|waarover|waarin|informeer|deel|stuur|ben|bied|is|zal|heb|ik|wordt|worden
                |zoek|doe|ga|beschouw|over\s+de\s+uitvoering|ontvangt|zijn|af|als)\b
            |\.(?!\s?(?:d\.|\d))|[,;()]|\Z)""",
        # "In het debat van 3 mei heb ik …"
        rf"""\b(?:in|tijdens)\s+(?P<where>{_OWN}\s+[^,;]{{0,40}}?{_PLACE}\w*[^,;()]{{0,80}}?)
            (?=\s+(?:heb|heeft|is)\b)""",
    )
)
_MARKS = later(r"\s?(?:\[\^?\d{1,3}\s?\]|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})")
_GLUED = later(r"\b((?:19|20)\d\d)\d{1,2}\b")  # a note's number behind a year
_LONGEST = 240


def content(action: str, line: str, sequel: str = "", what: str | None = None) -> Toezegging:
    """The commitment of a sentence written as one line.

    ``sequel`` is the next about it, ``what`` its content where a question before it tells.

    >>> content("made", "Ik informeer uw Kamer voor de zomer over de voortgang.")
    ... # doctest: +ELLIPSIS
    Toezegging(action='made', what='de voortgang', due='voor de zomer', ...)
    """
    return Toezegging(
        action,
        what=what or _what(line),
        due=_term(_due(action, line), due(sequel)),
        recurrence=recurrence(line) or recurrence(sequel),
        made_in=_where(line) if action != "made" else None,
        requested_by=_whom(line),
    )


def _term(own: str | None, further: str | None) -> str | None:
    """The term of a commitment; that of the sentence about it where its own names no time."""
    return further if further and (own is None or not is_dated(own)) else own


def _due(action: str, line: str) -> str | None:
    """The term; of what was promised earlier only one printed behind the promise."""
    if action in ("made", "open"):
        return due(line)
    if not PROMISED.search(line):
        return None
    promised = _WHAT_PROMISED.search(line)
    if promised:
        return due(promised["what"])
    named = NAMED.search(line)
    return due(line[named.end() :]) if named else None


def _what(line: str) -> str | None:
    """The short content: after "toegezegd om", "toezeggen dat", "over"."""
    for pattern in (_WHAT_PROMISED, _WHAT_MADE):
        match = None if _AS_PROMISED.search(line) else pattern.search(line)
        if match:
            return _CUT.sub("", match["what"]).rstrip(" .;,")[:_LONGEST] or None
    line = _SO_THAT.sub("", line)
    told = None if _OVER_FIRST.match(line) else _TELLING.search(line)
    match = (_OVER.search(line, told.end()) if told else None) or _OVER.search(line)
    while match:
        words = _without_tail(_VERB.sub("", _CUT.sub("", match["what"]).rstrip(" .;,")), line)
        if words and not _NO_WHAT.match(words):
            return words[:_LONGEST]
        match = _OVER.search(line, match.start("what"))
    return None


def _without_tail(words: str, line: str) -> str:
    """What is told without the end of the sentence around it: "… in mei via de brief worden"."""
    shorter = _TAIL.sub("", words)
    if shorter == words and not _PASSIVE.search(line):
        return words
    term = due(line)
    shorter = _VIA.sub("", shorter)
    if term and shorter.endswith(term):
        shorter = shorter[: -len(term)].rstrip()
    return shorter.removesuffix("naar verwachting").rstrip()


def _where(line: str) -> str | None:
    """Where it was made, without footnote marks."""
    bare = NUMBERED.sub("", line)
    for pattern in _MADE_IN:
        match = pattern.search(line) or bare != line and pattern.search(bare) or None
        if match:
            words = _MARKS.sub("", _GLUED.sub(r"\1", match["where"])).strip(" ,.")[:_LONGEST]
            return f"{words}." if words.endswith((" jl", " j.l")) else words
    return None


def _whom(line: str) -> str | None:
    """The members at whose request, as printed."""
    match = _TO_WHOM.search(line) or (_IN_DEBATE.search(line) if _TOE.search(line) else None)
    names = read_names(line, match.end()) if match else None
    return ", ".join(name.printed for name in names.names) if names else None
