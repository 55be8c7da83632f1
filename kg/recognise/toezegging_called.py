"""A commitment called by its name: made, recalled, met or still open.

"Zeg ik toe", "is toegezegd om …", "Hiermee geef ik invulling aan mijn toezegging", "Deze toezegging
blijft staan". The sentence decides, or the next one about it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kg.model import Degree, Relation
from kg.recognise import toezegging_words as words
from kg.recognise.phrases import compile_phrases
from kg.recognise.relations_cues import judge
from kg.recognise.relations_rules import FULFILLED
from kg.recognise.term import due, is_dated, recurrence
from kg.recognise.toezegging_sentence import Sentence
from kg.recognise.topic import joined

_NAMES_NONE = 4  # words: "Betreft Nakoming toezegging" tells of none in particular
_KEPT = 256  # lines judged before; several triggers stand in one sentence


@dataclass(frozen=True, slots=True)
class Found:
    """What a sentence does with a commitment: the rule, the action, how far its words reach."""

    rule: str
    action: str
    end: int
    sequel: str = ""
    what: str | None = None


def called(text: str, sentence: Sentence) -> Found | None:
    """Made, recalled, met or open, where the text says "toezegging", "toegezegd", "zeg toe".

    >>> from kg.recognise.toezegging_sentence import sentence_around
    >>> text = "Hiermee geef ik invulling aan mijn toezegging aan het lid Klaver."
    >>> called(text, sentence_around(text, 0)).action
    'fulfilled'
    """
    if len(sentence.line.split()) < _NAMES_NONE:
        return None
    way = _naming(sentence.line)
    if way == "made":
        return Found("toezegging.made", "made", sentence.span.end)
    found = _fate(text, sentence) if way else None
    if found and found.action == "recalled" and not words.RECALLED.search(sentence.line):
        return None
    return found


@lru_cache(maxsize=_KEPT)
def _naming(line: str) -> str | None:
    """``made`` or ``told`` by what a line says of a commitment it names; ``None`` if neither."""
    if words.NEVER.search(line) or words.OTHERS_PROMISE.search(line):
        return None
    if words.FOREIGN.search(line) and not words.OF_THE_KAMER.search(line):
        return None
    made = words.MADE.search(line)
    if made and not words.NOT_PROMISED.search(made[0] + line[made.end() : made.end() + 6]):
        denied = words.NOT.search(line, made.start(), min(len(line), made.end() + 30))
        return None if denied else "made"
    if words.WANTED.search(line) or words.ASKED.search(line):
        if not words.PROMISED_BY_US.search(line) and not words.MEETING.search(line):
            return None
    return "told"


def _fate(text: str, sentence: Sentence) -> Found:
    """Whether it is met, open or only recalled, by its sentence or the next."""
    end = sentence.span.end
    own = _action(sentence.line)
    if own != "recalled":
        return Found(f"toezegging.{own}", own, end)
    of_it = words.NEXT_OF_IT.match(text, end)
    sequel = joined(of_it[0]) if of_it else ""
    later = _action(sequel) if sequel else "recalled"
    if of_it and later != "recalled":
        return Found(f"toezegging.{later}", later, of_it.end(), sequel)
    promised = words.PROMISED.search(sentence.line)
    encloses = words.NEXT_ENCLOSES.match(text, end) if promised else None
    if encloses:
        return Found("toezegging.fulfilled", "fulfilled", encloses.end())
    return Found("toezegging.recalled", "recalled", end)


# Nothing is judged as met without one of these phrases.
_FULFILLED = compile_phrases(phrase for rule in FULFILLED for phrase in rule.phrases)


@lru_cache(maxsize=_KEPT)
def _action(line: str) -> str:
    """``fulfilled``, ``partly``, ``open`` or ``recalled`` by what the line says."""
    line = words.NUMBERED.sub("", line)
    if words.OPEN.search(line):
        return "open"
    if words.THIS_IS_IT.search(line) or words.TITLE.match(line):
        return "fulfilled"
    noted = words.NOUN.sub("§", words.WITH_MOTIE.sub("", line.rstrip(".")))
    verdict = judge(noted) if _FULFILLED.search(noted) else None
    if verdict is not None and verdict.relation is Relation.FULFILS:
        return "partly" if verdict.degree is Degree.PARTIAL else "fulfilled"
    if words.AS_PROMISED.search(line):
        return _as_promised(line)
    if words.MET.search(line):
        return "partly" if words.IN_PART.search(line) else "fulfilled"
    if words.ABOUT_MEETING.search(line) and words.HERE.search(line):
        return "fulfilled"
    return "open" if _is_to_come(noted) else "recalled"


def _is_to_come(noted: str) -> bool:
    """Whether what was promised is said to come by a day that is named."""
    if words.HERE.search(noted) or words.PAST.search(noted) or not words.TO_COME.search(noted):
        return False
    return is_dated(due(noted))


def _as_promised(line: str) -> str:
    """What is done as was promised: here, so it is met; by a day, or still being done."""
    if words.HERE.search(line):
        return "fulfilled"
    if due(line) or recurrence(line) or words.GOES_ON.search(line):
        return "open"
    return "fulfilled" if words.DOES_NOW.search(line) else "recalled"
