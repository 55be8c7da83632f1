"""The kenmerk: the reference a ministry or body gives its letter.

Every ministry has its own shape: ``3382139-1030472-PG`` (VWS), ``DGLGS / 96865694`` (LNV, LVVN),
``5401166`` (JenV), ``2020-0000164964`` (BZK, Financiën), ``IENW/BSK-2021/212551`` (IenW),
``Min-BuZa.2020.4763-8`` (BZ), ``TRCNVWA/2020/6168`` (NVWA). There is no register and no check
digit, so a kenmerk is known by the word before it, or by a shape that nothing else has.

The canonical id is ``kenmerk:`` and the reference with no blank in it, case kept.

Source: the letters themselves; the counted shapes of some 3,200 documents.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.errors import CitationError
from kg.identifiers.grammar import BLANK, DASH, tight
from kg.frozen import made_quickly
from kg.pickling import made_again

_PREFIX = "kenmerk:"

# Parts of letters and digits, tied by . - / _ &; blanks may stand round a slash, and around a
# slash or after a hyphen the line may break.
_BREAK = rf"{BLANK}{{0,9}}+\n{BLANK}{{0,160}}+"
_AROUND = rf"(?:{_BREAK}|{BLANK}{{0,4}}+)"
# Some programs print an empty line between the lines of a note.
_NEXT = rf"{_BREAK}(?:\n{BLANK}{{0,9}}+(?=[A-Z]{{2,8}}[\s.,;:)]))?+"
_TIE = rf"(?:{_AROUND}//?{_AROUND}|{DASH}(?:{_NEXT})?+|[._]|&(?=[A-Z]))"
REFERENCE = rf"[A-Za-z0-9]{{1,24}}(?:{_TIE}[A-Za-z0-9]{{1,24}}){{0,7}}"
_WHOLE = re.compile(r"[A-Za-z0-9]+(?:[./_&-][A-Za-z0-9]+)*")
# A program that joins lines took the hyphen at the line's end for that of a broken word.
_GLUED = re.compile(r"([0-9]{6,7}-[0-9]{5,7})([A-Z]{2,8})")
_STRONG = re.compile(
    r"[0-9]{6,7}-[0-9]{5,7}-[A-Z][A-Za-z]{0,9}[0-9]{0,3}|[A-Z][A-Za-z&]{1,9}(?:-[A-Z][A-Za-z]{0,7}"
    r"){0,2}/[0-9]{7,9}|(?:IEN[WM]|IenW|IenM)/BSK-20[0-9]{2}/[0-9]{3,6}"
)


@made_again
@made_quickly
@dataclass(frozen=True, slots=True, order=True)
class Kenmerk:
    """A letter by its reference.

    >>> Kenmerk("3382139-1030472-PG").id
    'kenmerk:3382139-1030472-PG'
    """

    reference: str

    @property
    def id(self) -> str:
        """``kenmerk:`` and the reference."""
        return f"{_PREFIX}{self.reference}"

    def format(self, style: str = "kamer") -> str:
        """The kenmerk as written: ``short`` is the reference alone, ``id`` the canonical id.

        >>> Kenmerk("DGLGS/89794048").format()
        'kenmerk DGLGS/89794048'
        """
        forms = {"id": self.id, "short": self.reference}
        return forms.get(style, f"kenmerk {self.reference}")

    def pages(self) -> tuple[str, ...]:
        """Always empty: no site answers to a kenmerk."""
        return ()


def compact(text: str) -> str:
    """The reference in normal form: no blanks, plain hyphens, no full stop after it.

    >>> compact("DGLGS / 96865694"), compact("1722926-208233-\\n  DICIO.")
    ('DGLGS/96865694', '1722926-208233-DICIO')
    >>> compact("1722926-208233DICIO")
    '1722926-208233-DICIO'
    """
    reference = tight(text).replace("//", "/").rstrip(".,;:-/_")
    glued = _GLUED.fullmatch(reference)
    return f"{glued[1]}-{glued[2]}" if glued else reference


def is_strong(reference: str) -> bool:
    """Whether the shape alone shows that it is a kenmerk.

    >>> is_strong("3382139-1030472-PG"), is_strong("DGLGS/89794048"), is_strong("5401166")
    (True, True, False)
    """
    return _STRONG.fullmatch(reference) is not None


def is_reference(reference: str) -> bool:
    """Whether a compact reference can be one: enough digits, no year, telephone or word.

    >>> [is_reference(r) for r in ("5401166", "CE20-07979", "2020", "0703405268", "nr")]
    [True, True, False, False, False]
    """
    digits = sum(char.isdigit() for char in reference)
    if len(reference) > 60 or _WHOLE.fullmatch(reference) is None:
        return False
    if reference.isdigit():
        return 5 <= digits <= 12 and not reference.startswith("0")
    return digits >= 3 and len(reference) >= 5


def parse(text: str) -> Kenmerk:
    """The kenmerk that ``text`` prints, with or without the word or prefix before it.

    Raises ``CitationError`` when it is none.

    >>> parse("kenmerk:DGLGS/89794048"), parse("kenmerk 3382139-1030472-PG").id
    (Kenmerk(reference='DGLGS/89794048'), 'kenmerk:3382139-1030472-PG')
    """
    bare = re.sub(r"^\s{0,9}(?:[Kk]enmerk\b\s{0,9}:?)", "", text[:200])
    reference = compact(bare)
    if len(text) > 200 or not is_reference(reference):
        raise CitationError(text[:60], "is no kenmerk", "write kenmerk 3382139-1030472-PG")
    return Kenmerk(reference)


def is_valid(text: str) -> bool:
    """Whether ``text`` can be a kenmerk.

    >>> is_valid("kenmerk 5401166"), is_valid("kenmerk")
    (True, False)
    """
    try:
        parse(text)
    except CitationError:
        return False
    return True
