"""Which kabinet's agreement a text means by "het regeerakkoord": the one named, or that of its day.

An agreement is in force from the day it came out until the next kabinet's comes out, or that
kabinet is there; "het regeerprogramma" may be spoken of before it is written. "Regeerakkoord" is
said of every kind, also where the parties chose another word for theirs.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache

from kg.authority import Agreement, agreements, cabinets
from kg.authority.names import fold
from kg.model import Akkoord, Period


_AKKOORD, _ANY_KIND = "akkoord", "regeerakkoord"


def which_agreement(akkoord: Akkoord, period: Period) -> Agreement | None:
    """The agreement meant in a document of a day in ``period``; ``None`` where that is not clear.

    >>> day = date(2018, 3, 1)
    >>> which_agreement(Akkoord("regeerakkoord"), Period(day, day)).id
    'regeerakkoord-2017'
    >>> which_agreement(Akkoord("coalitieakkoord"), Period(day, day)) is None
    True
    """
    if akkoord.of is not None:
        found = [each for each in agreements() if _is_of(each, akkoord.of)]
    elif period.start is None or period.end is None:
        return None
    else:
        kabinet = _kabinet(period.start)
        now = kabinet if kabinet == _kabinet(period.end) else None
        found = [each for each in agreements() if each.cabinet == now]
    of_any_kind = akkoord.name == _ANY_KIND or (akkoord.of and akkoord.name.endswith(_AKKOORD))
    word = _AKKOORD if of_any_kind else akkoord.name
    same = [each for each in found if each.word.endswith(word)]
    return same[0] if len(same) == 1 else None


def _is_of(agreement: Agreement, named: str) -> bool:
    """Whether an agreement is of this year, or of the kabinet with this name."""
    if named.isdigit():
        return named == str(agreement.day.year)
    return fold(_names()[agreement.cabinet]).endswith(fold(named))


@cache
def _names() -> dict[str, str]:
    return {each.id: each.name for each in cabinets()}


def _kabinet(day: date) -> str | None:
    """The kabinet whose agreement is in force, or whose time it is where it has none."""
    return next((kabinet for begin, kabinet in reversed(_times()) if begin <= day), None)


@cache
def _times() -> Sequence[tuple[date, str]]:
    """From which day on which kabinet's agreement counts, in order."""
    begins = {each.id: each.period.start for each in cabinets() if each.period.start}
    for each in reversed(agreements()):
        begins[each.cabinet] = each.day
    return sorted((begin, kabinet) for kabinet, begin in begins.items())
