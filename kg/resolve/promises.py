"""Commitments over documents: one made in a letter we read is the one that a later letter recalls.

A later document names the letter in which something was promised, and says what in its own words;
the promise of that letter with most words in common is meant, when it has enough of them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from kg.model import Extract, Mention, Toezegging
from kg.resolve.register.words import terms

# The words of a commitment, and what its document knows it by: its number where one is printed,
# else the words under which the document makes it first.
Promise = tuple[str, str]
_NUMBER = re.compile(r"TZ20\d{4}-\d{1,5}|T0\d{4}")

# What any promise says, whatever it is about: these words make no two of them one.
_ANY = frozenset(
    word
    for words in (  # a topic has no more words than the register compares: two lists
        "ik wij we zal zullen wil kan ben de het een dit deze dat die hier hierover daarover over"
        " op aan naar met van voor in om te en uw kamer tweede eerste u kabinet minister",
        "informeren geïnformeerd informeer sturen stuur gestuurd zenden gezonden berichten"
        " bericht ontvangt wordt worden brief nader nog ook zo spoedig mogelijk daarom dan eind"
        " jaar zomer najaar voorjaar zeg zeggen toe toezeggen toegezegd graag wel zeker",
    )
    for word in terms(words)
)
_ENOUGH = 0.6  # of the words of the shorter wording
_LONG = 8  # letters
_SAME = 0.85  # within one document


def promise_label(mention: Mention) -> str:
    """The wording of a commitment, from which its key is made: its content, white space folded."""
    assert isinstance(mention.value, Toezegging)
    return " ".join((mention.value.what or mention.surface).split())


def promise_key(document: str, label: str) -> str:
    """The key of the commitment with this wording in this document, or with this number.

    >>> promise_key("document/kst-1-2", "een rapport")
    'commitment/09ebbd8abd9be189'
    >>> promise_key("document/kst-1-2", "TZ202603-130")
    'commitment/TZ202603-130'
    """
    if _NUMBER.fullmatch(label):
        return f"commitment/{label}"
    text = "\x1f".join((document, label))
    return f"commitment/{hashlib.sha256(text.encode('utf-8')).hexdigest()[:16]}"


def promised(extract: Extract) -> tuple[Promise, ...]:
    """What a document promises, in its words; one said twice has one wording that counts."""
    numbers = numbers_of(extract)
    found: dict[str, str] = {}
    for mention in extract.mentions:
        if isinstance(mention.value, Toezegging) and mention.value.action == "made":
            label, printed = promise_label(mention), numbers.get(mention, ())
            known = _nearest(found.items(), label, _SAME)
            found.setdefault(label, printed[0] if len(printed) == 1 else known or label)
    return tuple(found.items())


def numbers_of(extract: Extract) -> dict[Mention, tuple[str, ...]]:
    """The numbers of each commitment whose sentence prints some: "toezegging T03842 aan …"."""
    found: dict[Mention, set[str]] = {}
    for claim in extract.claims:
        number, about = claim.mention.id, claim.about
        if number is None or about is None or not _NUMBER.fullmatch(number):
            continue
        if isinstance(about.value, Toezegging):
            found.setdefault(about, set()).add(number)
    return {mention: tuple(sorted(ids)) for mention, ids in found.items()}


def promises_of(document: str, made: Iterable[Promise]) -> tuple[tuple[str, str], ...]:
    """The words of each commitment of the document with this key, with the commitment's key.

    >>> promises_of("document/kst-1-2", [("het rapport", "een rapport")])
    (('het rapport', 'commitment/09ebbd8abd9be189'),)
    """
    return tuple((label, promise_key(document, first)) for label, first in made)


def same_promise(made: Iterable[tuple[str, str]], label: str) -> str | None:
    """The key of the promise with most words in common, ``None`` when none has enough.

    >>> made = [("de voortgang van de aanpak jaarlijks", "commitment/1")]
    >>> same_promise(made, "jaarlijks te informeren over de voortgang van de aanpak")
    'commitment/1'
    """
    return _nearest(made, label, _ENOUGH)


def _nearest(made: Iterable[tuple[str, str]], label: str, enough: float) -> str | None:
    wanted = _content(label)
    best: dict[str, float] = {}
    for words, key in made:
        best[key] = max(best.get(key, 0.0), _common(wanted, _content(words)))
    ranked = sorted(((score, key) for key, score in best.items()), reverse=True)
    if not ranked or ranked[0][0] < enough:
        return None
    return ranked[0][1] if len(ranked) < 2 or ranked[0][0] > ranked[1][0] else None


def _content(label: str) -> set[str]:
    return set(terms(label)) - _ANY


def _common(one: set[str], other: set[str]) -> float:
    few, many = sorted((one, other), key=len)
    if len(few) < 2:
        return 0.0
    return (len(few & many) + sum(_is_glued(word, many) for word in few - many)) / len(few)


def _is_glued(word: str, others: set[str]) -> bool:
    """Whether a long word is the end of another: lines of a PDF are joined without a blank."""
    return any(
        min(len(word), len(each)) >= _LONG and (word.endswith(each) or each.endswith(word))
        for each in others
    )
