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

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from kg.model import Mention, Span
from kg.recognise import toezegging_words as words
from kg.recognise.engine import Recogniser, Rule
from kg.recognise.subject import subject_start
from kg.recognise.term import due, is_dated
from kg.recognise.toezegging_asked import asked, only_answers
from kg.recognise.toezegging_called import Found, called
from kg.recognise.toezegging_content import content
from kg.recognise.toezegging_plain import needs_question, plainly, refers
from kg.recognise.toezegging_sentence import Sentence, sentence_around, sentence_before
from kg.recognise.toezegging_spoken import is_government, may_be_spoken, speaker, spoken
from kg.recognise.toezegging_subject import read_subject
from kg.recognise.toezegging_told import more, points_back, tells, told
from kg.recognise.topic import joined

# What a motion considers and asks for
_ASKS = ("verzoekt ", "overwegende ", "constaterende ", "gehoord ", "spreekt ", "De Kamer,")
_TOLD = ("zal-informeren", "informeer-met-termijn", "reactie-volgt")
_POINTING = tuple(f"toezegging.{way}" for way in (*_TOLD, "kom-terug"))
_SAYS = 5  # the fewest words of a sentence that tells a subject
_LONGEST = 240  # characters of it
_KEPT = 256  # lines judged before; several triggers stand in one sentence


def parse(text: str, start: int, end: int) -> Iterator[Mention]:
    """The commitment in the sentence around ``start``, if there is one.

    >>> for m in parse("Ik informeer uw Kamer voor de zomer over de voortgang.", 0, 12):
    ...     print(m.value.action, m.value.due, m.value.what, sep=" | ")
    made | voor de zomer | de voortgang
    >>> list(parse("Hierbij informeer ik uw Kamer over de voortgang.", 8, 21))
    []
    """
    sentence = sentence_around(text, start)
    line = sentence.line
    if not line or line.endswith("?") or line.startswith(_ASKS):
        return
    subject = _subject_of_letter(text, sentence)
    if subject is not None:
        yield subject
        return
    if words.CALLED.search(line):
        found = called(text, sentence)
    else:
        found = _made(text, sentence)
    if found is not None:
        span = sentence.span
        value = content(found.action, line, found.sequel, found.what)
        if value.what is None and found.rule in _POINTING:
            value = replace(value, what=_subject(text, sentence))
        whole = Span(span.start, max(found.end, span.end))
        yield Mention("toezegging", span, span.of(text), found.rule, value, citation=whole)


def _subject_of_letter(text: str, sentence: Sentence) -> Mention | None:
    """What a letter's subject says of a commitment that it names."""
    if "oezegging" not in sentence.line:
        return None
    start = subject_start(text, sentence.span.start, sentence.span.end)
    if start is None:
        return None
    whole = Span(start, sentence.span.end)
    value = read_subject(joined(whole.of(text)))
    if value is None or not (value.what or value.made_in or value.requested_by or value.due):
        return None
    return Mention("toezegging", whole, whole.of(text), "toezegging.subject", value, citation=whole)


def _subject(text: str, sentence: Sentence) -> str | None:
    """The sentence before, where that tells what "hierover" is about."""
    if not points_back(sentence.line) or speaker(text, sentence.span.start):
        return None
    before = sentence_before(text, sentence.span.start)
    if before is None or before.endswith(("?", ":")) or len(before.split()) < _SAYS:
        return None
    if "vergaderjaar" in before:  # the foot of a page stands between
        return None
    return before.rstrip(" .;,")[:_LONGEST]


# --- a commitment made without the word ---------------------------------------------------------


def _made(text: str, sentence: Sentence) -> Found | None:
    """Made by what will be told or done; open where an earlier text is said to announce it."""
    if words.VERB_FIRST.match(sentence.line):
        return None
    way = _promised(sentence.line)
    if way is None or way == "zal-met-termijn":
        # What a minister will do after a debate is told from what comes in it.
        way = _said_plainly(text, sentence, otherwise=way)
    if way is None:
        return None
    end = sentence.span.end
    if words.ANNOUNCED.search(sentence.line):
        return Found("toezegging.open", "open", end)
    if way in _TOLD:
        further = more(text, end)
        if further:
            return Found(f"toezegging.{way}", "made", further.end(), joined(further[0]))
    if way != "bereid" or not refers(sentence.line):
        return Found(f"toezegging.{way}", "made", end)
    what = asked(text, sentence.span.start)
    if only_answers(what) if what else needs_question(sentence.line):
        return None
    return Found("toezegging.bereid", "made", end, what=what)


@lru_cache(maxsize=_KEPT)
def _promised(line: str) -> str | None:
    """The way in which a line makes a commitment: someone will be told, or something done."""
    wills = words.WILL.search(line) is not None
    # Most lines stop here: what is not said in one of these ways is no commitment.
    if not (wills or tells(line) or words.AIMS.search(line) or words.GO_INTO.search(line)):
        return None
    return told(line) or _dated(line, wills=wills)


def _dated(line: str, *, wills: bool) -> str | None:
    """What will be done, or is aimed at, by a day that is named."""
    for never in (
        words.NOT, words.HERE, words.DECIDES, words.PAST, words.WANTED, words.VOTES
    ):
        if never.search(line):
            return None
    term = due(line)
    aside = words.ASIDE.sub("", line)
    if not is_dated(term if aside == line else due(aside)):
        return None
    into = words.GO_INTO.search(line)
    if wills or into and is_dated(due(line[: into.end()])):
        return "zal-met-termijn"
    return "streven-met-termijn" if words.AIMS.search(line) else None


@lru_cache(maxsize=_KEPT)
def _plainly(line: str) -> tuple[str | None, str | None]:
    """The way in which a line promises something in plain words: written, and spoken."""
    written, said = plainly(line), spoken(line) if may_be_spoken(line) else None
    if not written and not said or words.HERE.search(line) or words.DECIDES.search(line):
        return None, None
    return written, said


def _said_plainly(text: str, sentence: Sentence, *, otherwise: str | None) -> str | None:
    """The way of :func:`_plainly`; in a debate only what a minister says counts."""
    written, said = _plainly(sentence.line)
    if not said and (otherwise or not written):
        return otherwise
    who = speaker(text, sentence.span.start)
    if who is None:
        return otherwise or written
    return said if said and is_government(who) else otherwise


_KABINET = r"(?:ik|wij|we|het\s{1,9}kabinet)"
_TRIGGER = "|".join(
    (
        r"\b(?i:toegezegd|toezegging|toezeggen|toezeg\b|toezegden?\b|zoals\s{1,9}beloofd)",
        r"\b(?i:zegden?)\b|\bzegt\s{1,9}(?:(?:de|uw)\s{1,9}Kamer|toe)\b",
        r"\b[Zz]eg(?:gen)?\s{1,40}(?:ik|wij|we)\b|\b[Ii]k\s{1,9}zeg\b",
        rf"\b(?i:zal|zullen)\s{{1,40}}(?i:{_KABINET}|de\s{{1,40}}(?:minister|staatssecretaris))",
        r"\b(?i:ik|wij|we|kabinet)\s{1,40}(?:zal|zullen|streef|streven|streeft)\b",
        r"\b(?i:informeer|stuur|zend|bericht|rapporteer|verwacht|hoop|streef)"
        r"\s{1,40}(?:ik|uw|het\s{1,9}kabinet)\b",
        r"\b(?i:informeren|sturen|zenden|berichten|rapporteren|streven)\s{1,40}(?:wij|we)\b",
        r"\b(?i:ik|wij|we)\s{1,40}(?:informeer|informeren|stuur|sturen|zend|bericht|rapporteer"
        r"|verwacht|hoop)\b",
        r"\b(?i:informeert|stuurt|zendt|streeft)"
        r"\s{1,40}(?:het\s{1,9}kabinet|de\s{1,9}(?:minister|staatssecretaris))\b",
        r"\b(?:aan|met|naar)?(?i:uw|beide)\s{0,40}[Kk]amers?\b",
        # Motions are full of "de Kamer": only beside the verbs of a promise.
        r"\b(?:met|aan|bij|naar|ik|dat|[Ww]ordt|[Ww]orden|[Zz]al|[Zz]ullen|[Hh]oud|[Hh]ouden"
        r"|[Ii]nformeert?|[Ll]aat)"
        r"\s{0,40}de\s{0,40}(?:(?:Tweede|Eerste)\s{1,9})?[Kk]amers?\b",
        r"\b[Dd]e\s{1,9}(?:(?:Tweede|Eerste)\s{1,9})?Kamers?"
        r"\s{1,9}(?:wordt|worden|zal|zullen|ontvangt|krijgt|kan)\b",
        r"\b(?:[Hh]oud|[Bb]reng|[Dd]eel|[Dd]oe|[Ll]eg|[Mm]eld)\s{1,9}(?:ik|we|wij)\s{1,9}u\b",
        r"\b(?:[Ii]k|we|[Ww]ij)\s{1,9}(?:houd|houden|breng|brengen)\s{1,9}u\b",
        r"\bU\s{1,9}(?:ontvangt|krijgt)\b|\ben\s{1,9}kom(?:en)?\s{1,9}(?:hier|daar|er)",
        r"\b(?:volgt|verschijnt)\s{1,9}(?:voor|vóór|na|in|binnen|binnenkort|dit|begin|medio|eind"
        r"|een|er|nog|zo|rond|uiterlijk|volgend|volgende|later)\b",
        r"\b(?i:wordt|worden|ontvangt|krijgt)\s{1,40}u\b",
        r"\b(?:kabinets|beleids)(?:reactie|standpunt)\b",
        r"\b[Ii]nzet\s{1,9}van\s{1,9}het\b",
        r"\b(?i:ik|wij|we|kabinet)\s{1,40}(?:ga|gaan|kom|komen|komt)\b",
        rf"\b(?i:ga|gaan|kom|komen|komt)\s{{1,40}}(?i:{_KABINET})\b",
        r"\b(?:[Mm]ijn|[Hh]et)\s{1,9}(?:ministerie|departement)\s{1,9}"
        r"(?:van\s{1,9}[A-Z]\w{1,7}\s{1,9})?(?:zal|gaat)\b",
        r"\bbereid\b|\btoe\s{1,9}te\s{1,9}zeggen\b|\bterugkom(?:en)?\b|\bper\s{1,9}brief\b",
        r"\b[Ii]k\s{1,9}(?:neem|laat|zoek|beloof|zorg|wil\s{1,9}(?:u|best|daar|zeker))\b",
        r"\b(?:[Nn]eem|[Ll]aat|[Zz]oek|[Bb]eloof|[Zz]org)\s{1,9}ik\b|\bbrief\s{1,9}komt\b",
        r"\b[Ww]il\s{1,9}ik\s{1,9}(?:u|best|daar|zeker|in\s{1,9}(?:de|mijn|die))\b",
        r"\b[Ee]r\s{1,9}komt\s{1,9}(?:nog\s{1,9})?een\b|\bmag\s{1,9}komen\b",
        r"\b(?:maken|besluiten|beslissen|starten|evalueren|organiseren|publiceren|presenteren"
        r"|onderzoeken|bezien|bekijken|verkennen|actualiseren|nemen)\s{1,40}(?:wij|we)\b",
        r"\b(?:maak|besluit|beslis|start|evalueer|organiseer|publiceer|presenteer|onderzoek|bezie"
        rf"|bekijk|verken|actualiseer|neem)\s{{1,40}}{_KABINET}\b",
    )
)

RECOGNISERS: tuple[Recogniser, ...] = (
    Recogniser(
        "toezegging",
        _TRIGGER,
        parse,
        layer="commitment",
        rules=(
            Rule("toezegging.made", "Ik zeg toe dat ik dit uitzoek.", (None,)),
            Rule("toezegging.zal-informeren", "Hierover zal ik uw Kamer informeren.", (None,)),
            Rule("toezegging.informeer-met-termijn", "Ik informeer u voor de zomer.", (None,)),
            Rule("toezegging.reactie-volgt", "De kabinetsreactie volgt voor de zomer.", (None,)),
            Rule("toezegging.zal-met-termijn", "In april 2024 zal ik dit afronden.", (None,)),
            Rule("toezegging.streven-met-termijn", "Ik streef ernaar dit in mei te doen.", (None,)),
            Rule("toezegging.zal-doen", "Daarom zal ik een verbod onderzoeken.", (None,)),
            Rule("toezegging.bereid", "Ja, ik ben bereid dit te onderzoeken.", (None,)),
            Rule("toezegging.kom-terug", "Op de kosten kom ik nog terug.", (None,)),
            Rule("toezegging.termijn-voorop", "Na het reces maken we de stand op.", (None,)),
            Rule("toezegging.recalled", "In de brief van 5 mei is toegezegd te kijken.", (None,)),
            Rule(
                "toezegging.fulfilled",
                "Hiermee geef ik invulling aan mijn toezegging aan het lid Klaver.",
                (None,),
            ),
            Rule(
                "toezegging.partly",
                "Hiermee is deels voldaan aan de toezegging aan het lid Klaver.",
                (None,),
            ),
            Rule("toezegging.open", "Deze toezegging blijft staan.", (None,)),
            Rule("toezegging.subject", "Toezegging gedaan in het debat over de huren", (None,)),
        ),
    ),
)
