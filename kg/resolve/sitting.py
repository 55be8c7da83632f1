"""The day of a debate that prints none: that of the motions handed in there, which a register has.

Handelingen by item print no day. "Zij krijgt nr. 210 (34104)" is said on the day the motion is
handed in, and the register knows that day.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kg.model import Extract, Kind, Literal, Period
from kg.resolve.dating import Dating
from kg.resolve.known import look_up
from kg.resolve.linking import Linked
from kg.resolve.register import Register

_HANDED_IN = "motie.krijgt-nr"


def sitting(
    extract: Extract, linked: Iterable[Linked], register: Register | None
) -> Dating | None:
    """When the debate was held, by the motions that get their number in it.

    ``None`` for another text, where none of them is known, and where they are of several days.
    """
    if extract.segments.kind is not Kind.PROCEEDINGS:
        return None
    days: dict[date, str] = {}
    for each in linked:
        if each.mention.rule != _HANDED_IN or not each.ids:
            continue
        known = look_up(each.ids[0], register)
        if known is not None:
            days.setdefault(known.day, f"{each.ids[0]} was handed in on {known.day}")
    if len(days) != 1:
        return None
    [(day, why)] = days.items()
    return Dating(Period(day, day), False, (why,))


def held_on(extract: Extract, dating: Dating) -> tuple[Literal, ...]:
    """The day of a debate that does not print it, where one day alone is possible.

    >>> from kg.model import Document, Segments
    >>> letter = Extract(Document("", "a.txt", "0" * 64), Segments((), ()), (), ())
    >>> held_on(letter, Dating(Period(None, None), False, ()))
    ()
    """
    day = dating.period.start
    if dating.printed or day is None or day != dating.period.end:
        return ()
    if extract.segments.kind is not Kind.PROCEEDINGS:
        return ()
    return (Literal("dcterms:date", day.isoformat(), datatype="xsd:date"),)
