"""Where the subject of a letter stands: a text's first words, or what is labelled so."""

from __future__ import annotations

from kg.patterns import later

_LABEL = later(r"\b(?:Betreft|Onderwerp)(?=[\s:|])[\s:|]{0,60}")


def subject_start(text: str, start: int, end: int) -> int | None:
    """Where the subject that a sentence is, or holds, begins; ``None`` where it is none.

    A subject is the first words of a text, or is labelled so.

    >>> subject_start("Onderwerp: Toezegging over de huren", 11, 35)
    11
    >>> subject_start("Datum 3 mei Betreft Toezegging over huren", 0, 41)
    20
    """
    label = None
    for label in _LABEL.finditer(text, max(0, start - 90), end):
        if label.end() > start:
            break
    if label is not None and (label.end() >= start or not text[label.end() : start].strip()):
        return max(start, label.end())
    return None if text[max(0, start - 90) : start].strip() else start
