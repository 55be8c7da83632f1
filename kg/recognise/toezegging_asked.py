"""What the question asks for that an answer says yes to: "Ja, daartoe ben ik bereid."

Such an answer promises what was asked, and nothing where only answers were asked for ("Bent u
bereid deze vragen afzonderlijk te beantwoorden?").
"""

from __future__ import annotations

import re

from kg.patterns import later
from kg.recognise.toezegging_sentence import sentence_around

_NEAR = 600  # from the question to the answer's words
_QUESTIONS = 4  # the most questions looked at, "Zo nee, waarom niet?" among them
_FURTHER = later(r"\A(?:zo\s+(?:ja|nee|niet)|waarom|indien|kunt\s+u\s+(?:dit|uw))\b", re.IGNORECASE)
_READY = later(
    r"\bbereid\b(?:\s+tot)?,?\s+(?:om\s+)?(?P<what>.{4,400}?)\s*\?*\Z", re.IGNORECASE | re.DOTALL
)
_LONGEST = 240
_ANSWERS = later(r"\bbeantwoord(?:en)?\b", re.IGNORECASE)
_ACTS = later(
    r"\bte\s+(?!beantwoord)[a-zà-ÿ]{2,30}(?:en|an|ien)\b|\binformeren\b", re.IGNORECASE
)


def asked(text: str, at: int) -> str | None:
    """What the last question before ``at`` asks for; ``None`` where no question is near.

    >>> asked("Bent u bereid om dit te bezien? Zo nee, waarom niet?\\n\\nAntwoord 1\\nJa.", 65)
    'dit te bezien'
    """
    first = max(0, at - _NEAR)
    mark = text.rfind("?", first, at)
    for _ in range(_QUESTIONS):
        if mark < 0:
            return None
        question = sentence_around(text, mark).line
        if not _FURTHER.match(question):
            ready = _READY.search(question)
            return (ready["what"] if ready else question.rstrip(" ?"))[:_LONGEST]
        mark = text.rfind("?", max(0, first - _NEAR), mark)
    return None


def only_answers(words: str) -> bool:
    """Whether nothing but answers is asked for.

    >>> only_answers("deze vragen afzonderlijk te beantwoorden"), only_answers("dit te bezien")
    (True, False)
    """
    return _ANSWERS.search(words) is not None and _ACTS.search(words) is None
