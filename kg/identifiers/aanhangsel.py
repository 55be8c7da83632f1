"""The Aanhangsel of the Handelingen: written questions of members with the government's answers.

Each set of questions gets a number within the vergaderjaar; the answers are published under it.
The canonical id is that of the official publication: ``ah-tk-20232024-1031``, where a correction
or reprint has ``-n1`` or ``-h1`` behind it.

Source: identifiers on https://zoek.officielebekendmakingen.nl; the written form is that of the
Leidraad voor juridische auteurs and of the Kamer's own footnotes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.errors import CitationError
from kg.identifiers.vergaderjaar import compact, expand, with_slash
from kg.frozen import made_quickly
from kg.pickling import made_again

_ID = re.compile(r"ah-(tk|ek)-([0-9]{8})-([1-9][0-9]{0,4})(?:-([bhn][0-9]{1,2}))?")
_CHAMBERS = {"tk": "II", "ek": "I"}


@made_again
@made_quickly
@dataclass(frozen=True, slots=True, order=True)
class Aanhangsel:
    """A set of answered questions by its number in the Aanhangsel.

    ``chamber`` is ``tk`` or ``ek``, ``vergaderjaar`` as in "2023-2024", ``part`` ``n1`` or ``h1``.

    >>> Aanhangsel("2023-2024", 1031).id
    'ah-tk-20232024-1031'
    """

    vergaderjaar: str
    number: int
    chamber: str = "tk"
    part: str | None = None

    @property
    def id(self) -> str:
        """The canonical id."""
        part = f"-{self.part}" if self.part else ""
        return f"ah-{self.chamber}-{compact(self.vergaderjaar)}-{self.number}{part}"

    def format(self, style: str = "kamer") -> str:
        """The answers as cited: ``id``, ``leidraad``, ``kamer`` or ``short``.

        Raises ``ValueError`` for another style.

        >>> [Aanhangsel("2023-2024", 1031).format(s) for s in ("leidraad", "kamer")]
        ['Aanhangsel Handelingen II 2023/24, nr. 1031', \
'Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 1031']
        """
        chamber, year = _CHAMBERS[self.chamber], with_slash(self.vergaderjaar)
        match style:
            case "id":
                return self.id
            case "leidraad":
                return f"Aanhangsel Handelingen {chamber} {year}, nr. {self.number}"
            case "kamer":
                of = "" if self.chamber == "tk" else f" {chamber}"
                long = self.vergaderjaar.replace("-", "–")
                return f"Aanhangsel Handelingen{of}, vergaderjaar {long}, nr. {self.number}"
            case "short":
                return f"Aanhangsel {chamber} {year}, {self.number}"
        raise ValueError(f"no style {style!r}; there are id, leidraad, kamer and short")

    def pages(self) -> tuple[str, ...]:
        """The official page.

        >>> Aanhangsel("2023-2024", 1031).pages()
        ('https://zoek.officielebekendmakingen.nl/ah-tk-20232024-1031.html',)
        """
        return (f"https://zoek.officielebekendmakingen.nl/{self.id}.html",)


def parse(text: str) -> Aanhangsel:
    """The answers a canonical id stands for.

    Raises ``CitationError`` when ``text`` is no such id.

    >>> parse("ah-tk-20232024-1031")
    Aanhangsel(vergaderjaar='2023-2024', number=1031, chamber='tk', part=None)
    """
    match = _ID.fullmatch(text)
    year = expand(match[2]) if match else None
    if match is None or year is None:
        raise CitationError(text[:60], "not the id of an Aanhangsel", "write ah-tk-20232024-1031")
    return Aanhangsel(year, int(match[3]), match[1], match[4])


def is_valid(text: str) -> bool:
    """Whether ``text`` is the canonical id of an Aanhangsel.

    >>> is_valid("ah-tk-20232024-1031"), is_valid("ah-tk-20232025-1031")
    (True, False)
    """
    try:
        parse(text)
    except CitationError:
        return False
    return True


def format(value: Aanhangsel, style: str = "id") -> str:
    """The answers in a written form: ``id``, ``leidraad``, ``kamer`` or ``short``.

    >>> format(Aanhangsel("1999-2000", 12), "short")
    'Aanhangsel II 1999/2000, 12'
    """
    return value.format(style)
