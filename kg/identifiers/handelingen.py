"""The Handelingen: what was said in a plenary meeting, by meeting and item, or by page.

Since vergaderjaar 2010-2011 each item of a meeting is a publication (``h-tk-20192020-33-21``:
meeting 33, item 21); before that the pages run on through the year and the publication is the
stretch of pages (``h-tk-20062007-3564-3568``; in 1994-1995 with the meeting before it). A citation
that names only the meeting gives ``h-tk-20142015-106``, which is no publication of its own; one
that names a single page gives the stretch of that page.

``ek`` is the Eerste Kamer, ``vv`` the Verenigde Vergadering.

Source: identifiers on https://zoek.officielebekendmakingen.nl; the written forms are those of the
Leidraad voor juridische auteurs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.errors import CitationError
from kg.identifiers.vergaderjaar import compact, expand, with_slash
from kg.frozen import made_quickly
from kg.pickling import made_again

FIRST_BY_ITEM = "2010-2011"
"""The first vergaderjaar whose Handelingen are published by item."""

LAST_WITH_MEETING = "1994-1995"
MOST_MEETINGS = 150
"""More meetings no vergaderjaar has had; a larger number is not that of a meeting."""

_ID = re.compile(
    r"h-(tk|ek|vv)-([0-9]{8})-([1-9][0-9]{0,4})(?:-([1-9][0-9]{0,4}))?(?:-([1-9][0-9]{0,4}))?"
    r"(?:-([bhn][0-9]{1,2}))?"
)
_CHAMBERS = {"tk": "II", "ek": "I", "vv": "VV"}


@made_again
@made_quickly
@dataclass(frozen=True, slots=True, order=True)
class Handelingen:
    """A meeting, an item of it, or a stretch of pages.

    >>> Handelingen("2019-2020", meeting=33, item=21).id
    'h-tk-20192020-33-21'
    >>> Handelingen("2005-2006", meeting=98, first=6087, last=6090).id
    'h-tk-20052006-6087-6090'
    """

    vergaderjaar: str
    meeting: int | None = None
    item: int | None = None
    first: int | None = None
    last: int | None = None
    chamber: str = "tk"
    part: str | None = None

    def __post_init__(self) -> None:
        if self.meeting is None and self.first is None:
            raise CitationError("Handelingen", "neither a meeting nor a page", "add nr. or p.")

    @property
    def id(self) -> str:
        """The canonical id."""
        numbers: tuple[int | None, ...] = (self.meeting, self.item)
        if self.first is not None and self.item is None:
            with_meeting = self.vergaderjaar <= LAST_WITH_MEETING
            numbers = (self.meeting if with_meeting else None, self.first, self.last or self.first)
        tail = "".join(f"-{number}" for number in numbers if number is not None)
        part = f"-{self.part}" if self.part else ""
        return f"h-{self.chamber}-{compact(self.vergaderjaar)}{tail}{part}"

    def format(self, style: str = "leidraad") -> str:
        """The place as cited: ``id``, ``leidraad``, ``kamer`` or ``short``.

        Raises ``ValueError`` for another style.

        >>> Handelingen("2019-2020", meeting=33, item=21).format()
        'Handelingen II 2019/20, nr. 33, item 21'
        >>> Handelingen("2006-2007", first=3564, last=3568).format("short")
        'Hand. II 2006/07, p. 3564-3568'
        """
        if style == "id":
            return self.id
        if style not in ("leidraad", "kamer", "short"):
            raise ValueError(f"no style {style!r}; there are id, leidraad, kamer and short")
        word = "Hand." if style == "short" else "Handelingen"
        year = self.vergaderjaar.replace("-", "–") if style == "kamer" else ""
        head = f"{word} {_CHAMBERS[self.chamber]} {year or with_slash(self.vergaderjaar)}"
        places = (
            f"nr. {self.meeting}" if self.meeting is not None else "",
            f"item {self.item}" if self.item is not None else "",
            self._printed_pages(),
        )
        return ", ".join((head, *filter(None, places)))

    def _printed_pages(self) -> str:
        if self.first is None:
            return ""
        return f"p. {self.first}" + (f"-{self.last}" if self.last not in (None, self.first) else "")

    def pages(self) -> tuple[str, ...]:
        """The official page; none for a meeting as a whole, nor for a single printed page.

        A meeting has no page of its own on the site, and the publication that holds a single
        printed page is mostly longer, so that its address cannot be told.

        >>> Handelingen("2019-2020", meeting=33, item=21).pages()
        ('https://zoek.officielebekendmakingen.nl/h-tk-20192020-33-21.html',)
        """
        if self.item is None and self.first == self.last:
            return ()
        return (f"https://zoek.officielebekendmakingen.nl/{self.id}.html",)


def parse(text: str) -> Handelingen:
    """The place a canonical id stands for.

    Raises ``CitationError`` when ``text`` is no such id.

    >>> parse("h-tk-20192020-33-21").item, parse("h-tk-20062007-3564-3568").last
    (21, 3568)
    """
    match = _ID.fullmatch(text)
    year = expand(match[2]) if match else None
    if match is None or year is None:
        raise CitationError(text[:60], "not the id of Handelingen", "write h-tk-20192020-33-21")
    chamber, part = match[1], match[6]
    one, two, three = (int(n) if n else None for n in match.group(3, 4, 5))
    if three is not None:
        return Handelingen(year, one, None, two, three, chamber, part)
    if two is not None and year < FIRST_BY_ITEM:
        return Handelingen(year, None, None, one, two, chamber, part)
    return Handelingen(year, one, two, None, None, chamber, part)


def is_valid(text: str) -> bool:
    """Whether ``text`` is the canonical id of a place in the Handelingen.

    >>> is_valid("h-tk-20192020-33-21"), is_valid("h-tk-2019-33-21")
    (True, False)
    """
    try:
        parse(text)
    except CitationError:
        return False
    return True


def format(value: Handelingen, style: str = "id") -> str:
    """The place in a written form: ``id``, ``leidraad``, ``kamer`` or ``short``.

    >>> format(Handelingen("2014-2015", meeting=106))
    'h-tk-20142015-106'
    """
    return value.format(style)
