"""Where the subject of a letter stands: behind its label, or as the first words of a text."""

from __future__ import annotations

from kg.patterns import later

MARKS = " \t\xa0\"'‘“„«(["
_LABEL = later(r"\b(?:Betreft|Onderwerp)(?=[\s:|])[\s:|]{0,60}")
_COLUMN = later(r"[ \t\xa0]{3,}")
_LONGEST = 400


def subject_start(text: str, start: int, end: int) -> int | None:
    """Where the subject that a sentence is, or holds, begins; ``None`` where it is none.

    A subject is the first words of a text, or is labelled so.

    >>> subject_start("Onderwerp: Toezegging over de huren", 11, 35)
    11
    >>> subject_start("Datum 3 mei Betreft Toezegging over huren", 0, 41)
    20
    """
    labelled = _behind_label(text, start, end)
    if labelled is not None:
        return labelled
    return None if text[max(0, start - 90) : start].strip() else start


def title_around(text: str, at: int) -> tuple[int, int] | None:
    """From where to where the title around ``at`` reaches, if it stands in one.

    A title is a subject that is labelled so, or a text that is nothing else.

    >>> title_around("Betreft: actieplan dijken\\nGeachte voorzitter", 9)
    (9, 25)
    >>> title_around("Voortgang actieplan dijken", 10)
    (0, 26)
    >>> title_around("Geachte voorzitter,\\nhet actieplan dijken", 24)
    """
    begin = text.rfind("\n", max(0, at - _LONGEST), at) + 1
    end = text.find("\n", at, at + _LONGEST)
    end = min(len(text), at + _LONGEST) if end < 0 else end
    if not begin and at > _LONGEST:
        return None
    labelled = _behind_label(text, begin, at)
    if labelled is not None:
        column = _COLUMN.search(text, at, end)
        return labelled, end if column is None else column.start()
    return (begin, end) if _is_all(text, begin, end) else None


def _behind_label(text: str, start: int, end: int) -> int | None:
    """Where what is labelled a subject begins, at ``start`` or behind it."""
    label = None
    for label in _LABEL.finditer(text, max(0, start - 90), end):
        if label.end() > start:
            break
    if label is not None and (label.end() >= start or not text[label.end() : start].strip()):
        return max(start, label.end())
    return None


def _is_all(text: str, begin: int, end: int) -> bool:
    """Whether the line is the whole text, and no sentence that begins in small letters."""
    alone = begin < 40 and len(text) - end < 40 and not (text[:begin] + text[end:]).strip()
    return alone and not text[begin:end].lstrip(MARKS)[:1].islower()
