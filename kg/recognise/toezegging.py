"""Commitments (toezeggingen): made in the text, recalled, said to be met or still open.

Made: "ik informeer uw Kamer voor de zomer", "zeg ik toe", "Uw Kamer wordt voor het einde van het
jaar geïnformeerd". Recalled: "is toegezegd om voor eind 2023 … te sturen", "zoals toegezegd in het
commissiedebat van 23 januari". Met: "Hiermee geef ik invulling aan mijn toezegging aan het lid
Klaver". Open: "Deze toezegging blijft staan". What is sent with this very letter is no commitment,
nor are members' questions for one, what others promise, pensions, subsidies or guarantees.

The mention covers the sentence (or the clause of it); a next sentence about "deze toezegging"
belongs to its citation and decides whether it is met.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Mention, Relation, Span, Toezegging
from kg.recognise.engine import Recogniser, Rule
from kg.recognise.names import read_names
from kg.recognise.relations_cues import judge
from kg.recognise.term import due, recurrence
from kg.recognise.topic import joined

_BACK, _AHEAD = 460, 520
_ENDS = re.compile(
    r"[.!?:][\"”’')\]]{0,2}(?:\d{1,2}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\[\^?\d{1,3}\])?(?=\s{1,80}(?:[A-ZÀ-Þ•●▪◦“\"‘(*–-]|\Z)|\Z)"
    r"|\n(?=[ \t\xa0]{0,80}[A-ZÀ-Þ])|\n[ \t\xa0]{0,80}\r?\n|\n[ \t\xa0]{0,80}(?=(?:[•●▪◦]|[o*–-][ \t]|\d{1,2}[.)][ \t]))|;\s"
)
_SHORT = re.compile(
    r"(?:\b(?:c\.s|o\.a|m\.b\.t|t\.b\.v|n\.a\.v|t\.a\.v|d\.d|jl|bijv|nrs?|incl|art|dr|drs|prof|mr|dhr|mevr"
    r"|mw|resp|zgn|d\.m\.v|i\.v\.m|i\.h\.k\.v|Kamerst)|\b[A-Z]|\b\d{1,2})\Z"
)
_KAMER = r"(?:uw\s+Kamer|u\b|de\s+(?:(?:Tweede|Eerste)\s+)?Kamer|beide\s+Kamers|uw\s+Kamers|het\s+parlement)"
_SELF = r"(?:ik|wij|we|het\s+kabinet|de\s+(?:minister|staatssecretaris|bewindslieden|regering)\b[^,;.]{0,70}?)"
_TELL = (
    r"(?:informeren|geïnformeerd|ge-?\s?informeerd|berichten|bericht|sturen|gestuurd|verstuurd|toesturen|toegestuurd|zenden"
    r"|gezonden|toezenden|toegezonden|toekomen|rapporteren|gerapporteerd|verstrekken|verstrekt|aanbieden|aangeboden"
    r"|voorleggen|voorgelegd|op\s+de\s+hoogte|terugkomen|terugkoppelen|delen|gedeeld|verslag|uitsluitsel|inlichten|ingelicht"
    r"|betrekken|meenemen)"
)
_HERE = re.compile(
    r"\b(?:hierbij|bijgaand\w*|bijgevoegd\w*|hiermee|(?:met|in|via|door\s+middel\s+van|middels)\s+(?:deze|dit|onderhavige)\s+"
    r"(?:brief|kamerbrief|nota|antwoorden|beantwoording|bericht|rapportage|verzamelbrief)|in\s+deze\s+antwoorden|vindt\s+u"
    r"|treft\s+u|als\s+bijlage)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:heb|heeft|hebben|is|zijn|werd|werden|ben|was|had)\b(?:\s+\S+){0,16}?\s+(?:geïnformeerd|gestuurd|verstuurd|gezonden"
    r"|aangeboden|toegezonden|toegestuurd|bericht|gemeld|gedeeld|ontvangen|verstrekt|gerapporteerd)\b"
    r"|\b(?:informeerde|stuurde|berichtte|zond|ontving|meldde)\w{0,2}\b",
    re.IGNORECASE,
)
_WANTED = re.compile(
    r"\b(?:verzoekt|verzoeken|verzocht|vraagt|vragen|vraag|roept|wil(?:len)?\s+(?:graag\s+)?(?:weten|een)|kunt\s+u|bent\s+u"
    r"|kan\s+de|wil\s+de|zou\s+de|krijg(?:en)?\s+(?:ik|wij|we)|graag\s+een|blij\s+met|dank|constaterende|overwegende|indachtig"
    r"|hoop\s+dat|wens\w*|is\s+de\s+(?:minister|staatssecretaris)\s+bereid)\b",
    re.IGNORECASE,
)
_FOREIGN = re.compile(
    r"\b(?:appellabele|subsidie\w*|pensioen\w*|ouderdoms\w*|werkgever\w*|werknemer\w*|getuige\w*|arbeidsvoorwaard\w*|belasting\w*"
    r"|verzekera\w*|aanbieder\w*|gemeenten?|provincies?|NAVO|bank(?:en)?|garantie\w*|vergunning\w*|(?-i:OM)|Openbaar\s+Ministerie"
    r"|deelnemer\w*|nabestaanden\w*|partner\w*|contract\w*)\b",
    re.IGNORECASE,
)
_OTHERS_PROMISE = re.compile(
    r"\b(?:(?-i:NZa|IGJ|RIVM|UWV|SVB|DUO|NVWA|ProRail|NS|VNG|IPO|OM)|politie|gemeenten?|provincies?|sector|bedrijf|bedrijven|college"
    r"|Europese\s+Commissie|Commissie|Raad|stichting|corporaties?|zorgverzekeraars?|universiteit(?:en)?|ambassade)\s+"
    r"(?:heeft|hebben|is|zijn|had|hadden|zal|zullen|zegt|deed)\b[^.;]{0,80}?\btoe(?:gezegd|zeg)",
    re.IGNORECASE,
)
_MADE_WORDS = re.compile(
    r"\b(?:zeg|zeggen|zegt)\s+(?:ik|wij|we|de\s+(?:minister|staatssecretaris)\b[^,;.]{0,60}?|het\s+kabinet)\s+(?:\S+\s+){0,14}?toe\b"
    r"|\b(?:ik|wij|we)\s+zeg(?:gen)?\s+(?:\S+\s+){0,14}?toe\b|\bde\s+(?:minister|staatssecretaris)\s+zegt\s+(?:\S+\s+){0,10}?toe\b"
    r"|\b(?:kan|wil|ga|zal|durf)\s+(?:ik|wij|we)\s+(?:\S+\s+){0,14}?toezeggen\b"
    r"|\b(?:ik|wij|we)\s+(?:kan|wil|ga|kunnen|willen|zal)\s+(?:\S+\s+){0,14}?toezeggen\b"
    r"|\b(?:doe|doen)\s+ik\s+(?:\S+\s+){0,4}?toezegging\b|\btoezegging\s+(?:kan|wil)\s+ik\s+(?:\S+\s+){0,3}?(?:doen|geven)\b"
    r"|\bbij\s+dezen?\s+toegezegd\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:blijft?\s+(?:\w+\s+)?(?:staan|open|openstaan|gelden|van\s+kracht)|staat\s+(?:nog\s+)?(?:open|uit)|loopt\s+(?:nog|door)"
    r"|meerjarig|nog\s+niet\s+(?:afgedaan|afgerond|voldaan|nagekomen))\b",
    re.IGNORECASE,
)
_NOUN = re.compile(
    r"(?:\b(?:de|deze|die|mijn|onze|een|dit|eerdere|gedane|deze\s+laatste|zijn|haar|diens|beide|twee|drie|enkele|aantal|openstaande)\s+){0,3}"
    r"\btoezegging(?:en)?\b(?:\s+(?:TZ|T)\d[\w-]{3,14})?(?:\s+aan\s+(?:het|de)\s+(?:Eerste\s+|Tweede\s+)?(?:Kamer)?(?:lid|leden|heer)\s+[^,;.]{2,60}?"
    r"(?=\s+(?:in|tijdens|uit|om|over|van|af|als|is|wordt|gestand|na)\b|[,;.]|\Z))?"
    r"(?:\s+(?:in|tijdens|uit|van|gedaan|bij)\s+[^,;]{3,120}?(?=\s+(?:af|als|is|wordt|worden|gestand|na|om|inzake|over|waarover|dat|dan|heb|zal|beschouw)\b|[,;.]|\Z))?",
    re.IGNORECASE,
)
_AGAIN = re.compile(r"\s{0,80}(?:Deze|Die|De|Beide)\s+toezegging(?:en)?\b[^.!?]{3,240}[.!?]", re.IGNORECASE)
_ENCLOSED_NEXT = re.compile(
    r"\s{0,80}[^.!?]{0,80}\b(?:vindt\s+u|treft\s+u|bijgaand|bijgevoegd|hierbij|bied\s+ik\s+u|ontvangt\s+u)\b[^.!?]{0,120}[.!?]",
    re.IGNORECASE,
)
_RECALLED_WHAT = re.compile(
    r"\btoegezegd,?\s+(?:aan\s+[^,;.]{2,60}?\s+)?(?:om\s+|dat\s+|(?=de\s|het\s|een\s|uw\s))(?P<what>.{4,260})", re.IGNORECASE
)
_OVER = re.compile(r"\b(?:over|omtrent|inzake)\s+(?P<what>.{4,200})", re.IGNORECASE)
_TO_WHOM = re.compile(
    r"\baan\s+(?:het\s+lid|de\s+leden|het\s+(?:Eerste\s+|Tweede\s+)?Kamerlid|(?:de\s+)?(?:Eerste\s+|Tweede\s+)?Kamerleden|de\s+heer|de\s+heren"
    r"|mevrouw|meneer)\s+(?=[A-ZÀ-Þvd'’])|\b(?:vragen|verzoek)\s+van\s+(?:het\s+lid|de\s+leden|de\s+heer|mevrouw)\s+",
)
_PLACE = (
    r"(?:debat|overleg|brief|kamerbrief|verzamelbrief|vragenuur|AO|VAO|CD|WGO|behandeling|beantwoording|nota|vergadering|reactie|Kamer"
    r"|voortgangsbrief|voortgangsrapportage|mondelinge|plenair|antwoorden|kabinetsreactie)"
)
_MADE_IN = (
    re.compile(
        rf"\(zoals\s+[^()]{{0,40}}toegezegd\s+(?:in|tijdens)\s+(?P<where>[^()]{{0,100}}{_PLACE}[^()]{{0,100}})\)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:heb|heeft|hebben|is|zijn|had)\s+(?:\S+\s+){{0,5}}?(?:in|tijdens|bij)\s+(?P<where>(?:het|de|mijn|een|onze|zijn|haar)\s+"
        rf"[^;]{{0,60}}?{_PLACE}[^;]{{0,150}}?)\s+(?:aan\s+[^;]{{2,60}}?\s+)?toegezegd\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:in|tijdens|bij)\s+(?P<where>(?:het|de|mijn|een|onze|zijn|haar|dit|diverse|eerdere)\s+[^;.]{{0,150}}?{_PLACE}\w*[^;.]{{0,120}}?)"
        r"(?=,?\s+(?:is|heb|heeft|hebben|werd|zijn|had)\b[^;.]{0,140}\btoegezegd)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\btoe(?:gezegd|zegging(?:en)?)\b(?:,?\s+aan\s+[^,;.]{{2,70}}?)?(?:\s+(?:die|welke)\s+(?:ik|is|werd)\b[^,;.]{{0,40}}?)?"
        rf"(?:\s+gedaan)?,?\s+(?:in|tijdens|uit|bij)\s+(?P<where>(?:het|de|mijn|een|onze|haar|zijn)\s+[^,;]{{0,120}}?{_PLACE}\w*[^,;()]{{0,90}}?)"
        r"(?=\s+(?:om|dat|waarover|waarin|informeer|deel|stuur|ben|bied|is|zal|heb|ik|wordt|worden|zoek|doe|ga|beschouw|over\s+de\s+uitvoering|ontvangt|zijn|af|als)\b|\.(?!\s?(?:d\.|\d))|[,;()]|\Z)",
        re.IGNORECASE,
    ),
    re.compile(rf"\b(?:in|tijdens)\s+(?P<where>(?:het|de|mijn|een|onze)\s+[^,;]{{0,40}}?{_PLACE}\w*[^,;()]{{0,80}}?)(?=\s+(?:heb|heeft|is)\b)", re.IGNORECASE),
)
_FUTURE = re.compile(
    rf"\b(?:zal|zullen|ga|gaan)\s+{_SELF}\s+(?:\S+\s+){{0,3}}?{_KAMER}(?:\s+\S+){{0,26}}?\s+{_TELL}\b"
    rf"|\b{_SELF}\s+(?:zal|zullen|ga|gaan)\s+(?:\S+\s+){{0,3}}?{_KAMER}(?:\s+\S+){{0,26}}?\s+{_TELL}\b"
    rf"|\b{_KAMER}\s+(?:zal|zullen|zult)\s+(?:\S+\s+){{0,24}}?(?:{_TELL}|ontvangen)\b"
    rf"|\b(?:zal|zullen)\s+(?:\S+\s+){{0,6}}?{_KAMER}\s+(?:\S+\s+){{0,24}}?{_TELL}\b",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    rf"\b(?:informeer|informeren|informeert|stuur|sturen|stuurt|zend|zenden|bericht|berichten|rapporteer|rapporteren|rapporteert"
    rf"|verstrek|bied|kom|komen|komt)\s+{_SELF}\s+(?:\S+\s+){{0,10}}?(?:{_KAMER}|terug)\b"
    rf"|\b{_SELF}\s+(?:informeer|informeren|informeert|stuur|sturen|stuurt|zend|zenden|bericht|rapporteer|rapporteert|rapporteren|kom|komt)\s+"
    rf"(?:\S+\s+){{0,10}}?(?:{_KAMER}|terug)\b"
    rf"|\b(?:informeer|informeert|stuur)\s+{_KAMER}\b"
    rf"|\b{_KAMER}\s+(?:wordt|worden)\s+(?:\S+\s+){{0,30}}?{_TELL}\b"
    rf"|\b(?:wordt|worden)\s+(?:\S+\s+){{0,12}}?{_KAMER}\s+(?:\S+\s+){{0,24}}?{_TELL}\b"
    rf"|\b(?:wordt|worden)\s+(?:\S+\s+){{0,30}}?(?:naar|aan|met)\s+{_KAMER}\s+{_TELL}\b"
    rf"|\b{_KAMER}\s+(?:ontvangt|krijgt)\b|\b(?:ontvangt|krijgt)\s+{_KAMER}"
    rf"|\b(?:verwacht|hoop|streef|verwachten|hopen|streven)\s+(?:{_SELF}\s+)?(?:\S+\s+){{0,14}}?{_KAMER}\s+(?:\S+\s+){{0,20}}?te\s+(?:kunnen\s+)?{_TELL}\b"
    rf"|\b(?:ik|wij|we)\s+(?:verwacht|hoop|streef|verwachten|hopen|streven)\b(?:\s+\S+){{0,26}}?\s+te\s+(?:kunnen\s+)?{_TELL}\b",
    re.IGNORECASE,
)
_THEN = re.compile(r"\bin\s+die\s+(?:brief|kamerbrief|rapportage)\b", re.IGNORECASE)
_WILL = re.compile(
    r"\b(?:zal|zullen)\s+(?:ik|wij|we|het\s+kabinet)\b|\b(?:ik|wij|we|het\s+kabinet)\s+(?:zal|zullen)\b"
    r"|\b(?:zal|zullen)\s+de\s+(?:minister|staatssecretaris)(?:s|sen)?\b",
    re.IGNORECASE,
)
_AIMS = re.compile(
    r"\b(?:inzet|streven|voornemen)\s+van\s+het\s+kabinet\s+(?:\S+\s+){0,3}?om\b"
    r"|\b(?:streef|streven|streeft)\s+(?:ik|wij|we|het\s+kabinet)\s+(?:\S+\s+){0,3}?(?:ernaar|naar)\b"
    r"|\b(?:ik|wij|we|het\s+kabinet)\s+(?:streef|streven|streeft)\s+ernaar\b",
    re.IGNORECASE,
)
_REACTION = re.compile(
    r"\b(?:kabinets|beleids)(?:reactie|standpunt|appreciatie)\b[^;.]{0,120}?\b(?:volgt|volgen|ontvangt|wordt|komt)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r",?\s+en\s+(?=(?:\S+\s+){0,5}?(?:informeer|informeren|stuur|sturen|zend|zal|zullen|kom|komen|bericht|rapporteer)\s+"
    r"(?:ik|we|wij|het\s+kabinet)\b)",
    re.IGNORECASE,
)


_WORD = re.compile(r"toe(?:ge)?zeg|\bzeg(?:t|gen)?\s(?:\S+\s){0,16}?toe\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """The sentence around a trigger: where it stands, and as one line."""

    span: Span
    line: str


def parse(text: str, start: int, end: int) -> Iterator[Mention]:
    """The commitment in the sentence around ``start``, if there is one.

    >>> for m in parse("Ik informeer uw Kamer voor de zomer over de voortgang.", 0, 12):
    ...     print(m.value.action, m.value.due, m.value.what, sep=" | ")
    made | voor de zomer | de voortgang
    >>> list(parse("Hierbij informeer ik uw Kamer over de voortgang.", 8, 21))
    []
    """
    sentence = _sentence(text, start)
    if not sentence.line or sentence.line.endswith("?"):
        return
    if _WORD.search(sentence.line):
        found = _worded(text, sentence)
    else:
        found = _promised(sentence)
    if found is None:
        return
    rule, value, reach = found
    yield Mention(
        "toezegging",
        sentence.span,
        sentence.span.of(text),
        rule,
        value,
        citation=Span(sentence.span.start, max(reach, sentence.span.end)),
    )


def _sentence(text: str, at: int) -> _Sentence:
    """The sentence, or the clause of it, that ``at`` stands in; bounded on both sides."""
    start = max(0, at - _BACK)
    end = min(len(text), at + _AHEAD)
    for match in _ENDS.finditer(text, start, end):
        if match[0][0] == "." and _SHORT.search(text[max(0, match.start() - 10) : match.start()]):
            continue
        if match[0] == "\n" and not _is_heading(text, match.start()):
            continue
        if match.end() <= at:
            start = match.end()
        elif match.start() >= at:
            end = match.end() if match[0].strip() else match.start()
            break
    for clause in _CLAUSE.finditer(text, start, end):
        if clause.end() <= at:
            start = clause.end()
        else:
            end = clause.start()
            break
    stretch = text[start:end]
    begin = start + len(stretch) - len(stretch.lstrip(" \t\r\n\xa0•●▪◦–-"))
    finish = max(begin, start + len(stretch.rstrip()))
    return _Sentence(Span(begin, finish), joined(text[begin:finish]))


def _is_heading(text: str, newline: int) -> bool:
    """Whether the line before ``newline`` is too short to run on: a heading, a margin."""
    line = text[max(0, newline - 90) : newline].rsplit("\n", 1)[-1].strip()
    return len(line) <= 32 and not line.endswith((",", "-", "–", "/")) and len(line.split()) <= 4


def _worded(text: str, sentence: _Sentence) -> tuple[str, Toezegging, int] | None:
    """A commitment called by its name: made, recalled, met or open."""
    line = sentence.line
    if _FOREIGN.search(line) and not re.search(r"\bKamer|\bdebat|\bik\b|\bwij\b", line):
        return None
    if re.search(r"appellabele|subsidietoezeg|toezeggingendatabase|pensioentoezeg", line, re.IGNORECASE):
        return None
    if _OTHERS_PROMISE.search(line):
        return None
    made = _MADE_WORDS.search(line)
    if made and not re.search(r"\b(?:niet|geen)\b", line[made.start() : made.end() + 30]):
        return "toezegging.made", _value("made", sentence, text), sentence.span.end
    if made or _WANTED.search(line) and not re.search(r"\btoegezegd\b.*\b(?:ik|wij)\b", line):
        return None
    action, reach, sequel = _fate(text, sentence)
    if action is None:
        return None
    value = _value(action, sentence, text, sequel)
    if action == "recalled" and not _is_recall(line):
        return None
    return f"toezegging.{action}", value, reach


def _is_recall(line: str) -> bool:
    """Whether an earlier commitment is recalled, not merely the word used."""
    return (
        re.search(
            r"\b(?:is|zijn|heb|heeft|hebben|had|werd|zoals|als|eerder|wordt)\b[^;]{0,160}\btoegezegd\b|\btoegezegd(?:e)?\s+(?:in|tijdens|aan|om|dat)\b"
            r"|\b(?:conform|naar\s+aanleiding\s+van|in\s+het\s+kader\s+van|ingevolge|over|van|aan|met|uit)\s+(?:de|deze|mijn|een|onze|twee|drie|die|het\s+aantal|enkele|haar|zijn)?\s*"
            r"(?:\w+\s+){0,2}toezegging(?:en)?\s+(?:van|aan|in|tijdens|uit|om|T|die|dat|over)|\btoezegging(?:en)?\s+aan\s+(?:het\s+lid|de\s+leden|de\s+heer|mevrouw)",
            line,
            re.IGNORECASE,
        )
        is not None
    )


def _fate(text: str, sentence: _Sentence) -> tuple[str | None, int, str]:
    """Whether it is met, open or recalled; how far the words that say so reach; those words."""
    line, end = sentence.line, sentence.span.end
    own = _verdict(line)
    if own != "recalled":
        return own, end, ""
    again = _AGAIN.match(text, end)
    if again:
        later = _verdict(joined(again[0]))
        if later != "recalled":
            return later, again.end(), joined(again[0])
    enclosed = _ENCLOSED_NEXT.match(text, end)
    if enclosed and re.search(r"\btoegezegd\b", line):
        return "fulfilled", enclosed.end(), ""
    return "recalled", end, ""


def _verdict(line: str) -> str:
    """``fulfilled``, ``partly``, ``open`` or ``recalled`` by what the line says."""
    if _OPEN.search(line):
        return "open"
    verdict = judge(_NOUN.sub("§", line.rstrip(".")))
    if verdict.relation is Relation.FULFILS:
        return "partly" if verdict.degree and verdict.degree.value == "partial" else "fulfilled"
    if re.search(r"\bzoals\b[^;]{0,120}\btoegezegd\b|\bconform\b[^;]{0,60}\btoezegging", line, re.IGNORECASE):
        if _HERE.search(line) or re.search(r"\b(?:bied|stuur|zend|deel|doe)\s+ik\b", line) and not due(line):
            return "fulfilled"
        if due(line) or recurrence(line):
            return "open"
    if re.search(r"\bover\s+de\s+(?:invulling|nakoming|uitvoering)\s+van\b[^;]{0,40}\btoezegging", line) and _HERE.search(line):
        return "fulfilled"
    return "recalled"


def _promised(sentence: _Sentence) -> tuple[str, Toezegging, int] | None:
    """A commitment made without the word: the Kamer will be told, sent, answered by a term."""
    line = sentence.line
    if _HERE.search(line) or _PAST.search(line) or _WANTED.search(line):
        return None
    rule = None
    if _REACTION.search(line) and re.search(r"\bnog\b", line) or _REACTION.search(line) and due(line):
        rule = "toezegging.reactie-volgt"
    elif _FUTURE.search(line):
        rule = "toezegging.zal-informeren"
    elif _PRESENT.search(line) and (due(line) or recurrence(line) or _THEN.search(line)):
        rule = "toezegging.informeer-met-termijn"
    elif _WILL.search(line) and _is_dated(due(line)):
        rule = "toezegging.zal-met-termijn"
    elif _AIMS.search(line) and _is_dated(due(line)):
        rule = "toezegging.streven-met-termijn"
    if rule is None or re.search(r"\b(?:niet|geen)\b(?!\s+(?:alleen|later))", line):
        return None
    return rule, _value("made", sentence, ""), sentence.span.end


def _is_dated(term: str | None) -> bool:
    """Whether a term names a time, not only that it will be soon."""
    return term is not None and re.search(
        r"\d|zomer|najaar|voorjaar|jaar|maand|week|weken|reces|Prinsjesdag|nota|kwartaal|begroting|debat|overleg",
        term,
        re.IGNORECASE,
    ) is not None


def _value(action: str, sentence: _Sentence, text: str, sequel: str = "") -> Toezegging:
    line = sentence.line
    return Toezegging(
        action,
        what=_what(line),
        due=_due(action, line) or due(sequel),
        recurrence=recurrence(line) or recurrence(sequel),
        made_in=_where(line) if action != "made" else None,
        requested_by=_whom(line),
    )


_NAMED = re.compile(r"\btoe(?:gezegd|zegging(?:en)?)\b", re.IGNORECASE)


def _due(action: str, line: str) -> str | None:
    """The term; of what was promised earlier only one printed behind the promise."""
    if action in ("made", "open"):
        return due(line)
    named = _NAMED.search(line)
    later = line[named.end() :] if named else line
    what = _RECALLED_WHAT.search(line)
    return due(what["what"]) if what else due(later) if "toegezegd" in line.lower() else None


def _what(line: str) -> str | None:
    """The short content: after "toegezegd om", "toezeggen dat", "over"."""
    match = _RECALLED_WHAT.search(line)
    if match is None:
        match = re.search(r"\btoe(?:zeggen)?,?\s+(?:om|dat)\s+(?P<what>.{4,260})", line) or _OVER.search(line)
    if match is None:
        return None
    words = re.sub(r"\s*(?:\(|\[\^?\d).*\Z", "", match["what"]).rstrip(" .;,")
    if match.re is _OVER:
        words = re.sub(rf"\s+(?:{_TELL}|te\s+{_TELL})\Z", "", words)
        words = re.sub(
            r"\s+(?:zal|zullen|informeer\w*|wordt|worden|heb|hebben|kom|stuur)\s+(?:ik|wij|we|u|uw|het)\b.*\Z",
            "",
            words,
        )
    return words[:240] or None


def _where(line: str) -> str | None:
    for pattern in _MADE_IN:
        match = pattern.search(line)
        if match and re.search(r"\w", match["where"]):
            words = re.sub(r"\s?(?:\[\^?\d{1,3}\s?\]|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})", "", match["where"])
            words = words.strip(" ,.")[:200]
            return f"{words}." if words.endswith((" jl", " j.l")) else words
    return None


def _whom(line: str) -> str | None:
    """The member at whose request, as printed."""
    match = _TO_WHOM.search(line)
    names = read_names(line, match.end()) if match else None
    return ", ".join(name.printed for name in names.names) if names else None


_TRIGGER = (
    r"\b(?i:toegezegd|toezegging|toezeggen|toezeg\b)"
    r"|\b[Zz]eg(?:gen)?\s{1,40}(?:ik|wij|we)\b"
    r"|\b[Ii]k\s{1,9}zeg\b"
    r"|\b(?i:zal|zullen)\s{1,40}(?:ik|wij|we|het\s{1,9}kabinet)\b"
    r"|\b(?i:ik|wij|we|kabinet)\s{1,40}(?:zal|zullen)\b"
    r"|\b(?:kabinets|beleids)(?:reactie|standpunt)\b"
    r"|\b(?i:zal|zullen)\s{1,40}de\s{1,40}(?:minister|staatssecretaris)(?:s|sen)?\b"
    r"|\binzet\s{1,40}van\s{1,40}het\s{1,40}kabinet\b|\b(?i:streef|streven|streeft)\s{1,40}(?:ik|wij|we|het\s{1,9}kabinet)\b"
    r"|\b(?i:ik|wij|we|kabinet)\s{1,40}(?:streef|streven|streeft)\s{1,40}ernaar\b"
    r"|\b(?i:informeer|stuur|zend|bericht|rapporteer|verwacht|hoop|streef)\s{1,40}(?:ik|uw|het\s{1,9}kabinet)\b"
    r"|\b(?i:informeren|sturen|zenden|berichten|rapporteren)\s{1,40}(?:wij|we)\b"
    r"|\b(?i:ik|wij|we)\s{1,40}(?:informeer|informeren|stuur|sturen|zend|bericht|rapporteer|verwacht|hoop)\b"
    r"|\b(?i:informeert|stuurt|zendt)\s{1,40}(?:het\s{1,9}kabinet|de\s{1,9}(?:minister|staatssecretaris))\b"
    r"|\b(?i:uw|tweede|de)\s{1,40}Kamer\s{1,40}(?:wordt|zal|ontvangt)\b"
    r"|\b(?i:wordt|worden)\s{1,40}(?:u\b|uw\s{1,40}Kamer)"
    r"|\b(?i:ontvangt|krijgt)\s{1,40}(?:u\b|uw\b)"
    r"|\b(?:naar|aan|met)\s{1,40}(?:uw|de)\s{1,40}(?:Tweede\s{1,9})?Kamer\s{1,40}(?:verstuurd|gestuurd|gezonden|aangeboden|toegezonden|gedeeld)"
)

RECOGNISERS: tuple[Recogniser, ...] = (
    Recogniser(
        "toezegging",
        _TRIGGER,
        parse,
        layer="commitment",
        rules=(
            Rule("toezegging.made", "Ik zeg toe dat ik dit uitzoek."),
            Rule("toezegging.zal-informeren", "Hierover zal ik uw Kamer op een later moment informeren."),
            Rule("toezegging.informeer-met-termijn", "Ik informeer uw Kamer voor de zomer over de voortgang."),
            Rule("toezegging.reactie-volgt", "De kabinetsreactie volgt voor de zomer."),
            Rule("toezegging.zal-met-termijn", "In april 2024 zal ik dit overleg voortzetten."),
            Rule("toezegging.streven-met-termijn", "Ik streef ernaar dit voor de zomer af te ronden."),
            Rule("toezegging.recalled", "In de brief van 5 mei is toegezegd om een onderzoek te doen."),
            Rule("toezegging.fulfilled", "Hiermee geef ik invulling aan mijn toezegging aan het lid Klaver."),
            Rule("toezegging.partly", "Hiermee is deels voldaan aan de toezegging aan het lid Klaver."),
            Rule("toezegging.open", "Deze toezegging blijft staan."),
        ),
    ),
)
