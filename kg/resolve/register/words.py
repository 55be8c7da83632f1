"""Turns a topic into the words it is compared by, and weighs how far two topics agree.

Letters shorten and reword a motion's title, and Dutch joins words: "steunpakketten" and
"steunpakket" are one word here, "coronasteunpakket" is half a match with "steunpakket".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from kg.authority.names import fold

_WORD = re.compile(r"[^\W_]{2,40}")
_ENDINGS = ("heden", "ingen", "eren", "ende", "heid", "ing", "en", "s", "e")
_LONG = 5  # letters from which a word may be part of a longer one
_PART = 0.6  # what such a half match is worth
_MAX_WORDS = 60

Weigh = Callable[[str], float]


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without its ending, never shorter than four letters.

    >>> stem("steunpakketten"), stem("steunpakket"), stem("jongeren"), stem("2030")
    ('steunpakket', 'steunpakket', 'jong', '2030')
    """
    bare = fold(word) or word.lower()
    for ending in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= 4:
            bare = bare[: -len(ending)]
            break
    return bare[:-1] if len(bare) > 4 and bare[-1] == bare[-2] else bare


def terms(topic: str) -> tuple[str, ...]:
    """The stems of a topic, each once, in order.

    >>> terms("een mentaal steunpakket, naast het economische steunpakket")
    ('een', 'mentaal', 'steunpakket', 'naast', 'het', 'economisch')
    """
    found = dict.fromkeys(stem(word.group()) for word in _WORD.finditer(topic[:2000]))
    return tuple(found)[:_MAX_WORDS]


class Topic:
    """The words of a topic, ready to be compared with many others.

    ``weigh`` tells how much a stem counts.

    >>> topic = Topic(("mentaal", "steunpakket"), len)
    >>> topic.agreement(("mentaal", "steunpakket", "jong"))
    (1.0, 0.8181818181818182)
    """

    def __init__(self, words: Sequence[str], weigh: Weigh) -> None:
        self._weigh = weigh
        self._words = {word: weigh(word) for word in words}
        self._whole = sum(self._words.values())
        self._pieces = {piece for word in self._words for piece in _pieces(word)}
        self._like: dict[str, tuple[str, ...]] = {}

    def agreement(self, others: Sequence[str]) -> tuple[float, float]:
        """The shares of the weight of this topic and of the other that the other covers, 0 to 1."""
        found: dict[str, float] = {}
        whole = covered = 0.0
        for word in others:
            weight = self._weigh(word)
            whole += weight
            if word in self._words:
                found[word] = 1.0
                covered += weight
                continue
            like = self._like.get(word)
            if like is None:
                like = self._like[word] = self._alike(word)
            if like:
                covered += weight * _PART
                for mine in like:
                    found.setdefault(mine, _PART)
        mine_covered = sum(self._words[word] * share for word, share in found.items())
        return _share(mine_covered, self._whole), _share(covered, whole)

    def _alike(self, word: str) -> tuple[str, ...]:
        """The words of this topic that are part of ``word``, or have it in them."""
        if self._pieces.isdisjoint(_pieces(word)):
            return ()
        return tuple(
            mine for mine in self._words if len(mine) >= _LONG and (mine in word or word in mine)
        )


def _pieces(word: str) -> list[str]:
    """The runs of five letters in a word; two that share none are no part of each other."""
    return [word[start : start + _LONG] for start in range(len(word) - _LONG + 1)]


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
