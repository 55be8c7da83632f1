"""Whether a place stands in a title: the subject of a letter, or a text that is nothing else."""

from __future__ import annotations

from kg.patterns import later

MARKS = " \t\xa0\"'‘“„«(["
_SUBJECT = later(r"[ \t\xa0]{0,90}(?:Betreft|Onderwerp)[ \t\xa0]{0,9}(?::|[ \t\xa0]{2})")
_SUBJECT_ALONE = later(
    r"(?:\A|\n)[ \t\xa0]{0,90}(?:Betreft|Onderwerp)[ \t\xa0]{0,9}:?[ \t\xa0]{0,40}\n\Z"
)
_COLUMN = later(r"[ \t\xa0]{3,}")
_LONGEST = 400


def title_around(text: str, at: int) -> tuple[int, int] | None:
    """From where to where the title around ``at`` reaches, if it stands in one.

    >>> title_around("Betreft: actieplan dijken\\nGeachte voorzitter", 9)
    (0, 25)
    >>> title_around("Voortgang actieplan dijken", 10)
    (0, 26)
    >>> title_around("Geachte voorzitter,\\nhet actieplan dijken", 24)
    """
    begin = text.rfind("\n", max(0, at - _LONGEST), at) + 1
    end = text.find("\n", at, at + _LONGEST)
    end = min(len(text), at + _LONGEST) if end < 0 else end
    if not begin and at > _LONGEST:
        return None
    if _SUBJECT.match(text, begin, at) or _SUBJECT_ALONE.search(text, max(0, begin - 160), begin):
        column = _COLUMN.search(text, at, end)
        return begin, end if column is None else column.start()
    return (begin, end) if _is_all(text, begin, end) else None


def _is_all(text: str, begin: int, end: int) -> bool:
    """Whether the line is the whole text, and no sentence that begins in small letters."""
    alone = begin < 40 and len(text) - end < 40 and not (text[:begin] + text[end:]).strip()
    return alone and not text[begin:end].lstrip(MARKS)[:1].islower()
