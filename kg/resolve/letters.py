"""Which letter of the government a text means by its day and its topic."""

from __future__ import annotations

from datetime import date

from kg.model import Brief, Resolution
from kg.reasons import because
from kg.resolve import periods
from kg.resolve.periods import When
from kg.resolve.register import Register
from kg.resolve.register.entries import LISTED, candidate

# Of the letters of one day the best must agree this far, and be this far ahead of the next.
ENOUGH, AHEAD = 0.7, 0.2
TOPIC, LOOSE = 0.95, 0.85


def resolve_letter(
    brief: Brief,
    when: When,
    *,
    register: Register | None = None,
    context: str | None = None,
) -> Resolution:
    """The government's letter of a printed day, in a text written at ``when``.

    Without a year the last such day before the text counts. Only letters resolve, not debates.

    >>> resolve_letter(Brief("kamerbrief", "--09-16", relative=True), date(2022, 10, 7)).reason
    'no register is loaded'
    """
    if "brie" not in brief.noun.lower():  # "brieven" too
        return Resolution(None, because("no letter", noun=brief.noun))
    day = _day(brief.when, when)
    if day is None:
        return Resolution(None, because("part of a day"))
    if register is None:
        return Resolution(None, because("no register"))
    ranked = register.ranked_letters(brief.topic, context, day)
    if not ranked:
        return Resolution(None, because("no letter of day", day=day))
    best, second = ranked[0], ranked[1] if len(ranked) > 1 else None
    lead = best.topic - (second.topic if second else 0.0)
    if best.topic >= ENOUGH and lead >= AHEAD:
        confidence = TOPIC if brief.topic else LOOSE
        reason = f"the topic of one letter of {day} agrees"
        return Resolution(best.entry.key, reason, (candidate(best),), confidence)
    listed = tuple(candidate(found) for found in ranked[:LISTED])
    return Resolution(None, because("no letter agrees", day=day), listed)


def _day(printed: str | None, when: When) -> date | None:
    """A printed day as a date; one without a year is the last before the text was written."""
    if printed is None:
        return None
    try:
        if not printed.startswith("--"):
            return date.fromisoformat(printed)
        span = periods.days(when)
        if span.end is None or span.start is None:
            return None
        found = {_before(printed, day) for day in (span.start, span.end)}
        return found.pop() if len(found) == 1 else None
    except ValueError:
        return None


def _before(printed: str, day: date) -> date:
    this = date.fromisoformat(f"{day.year}{printed[1:]}")
    return this if this <= day else date.fromisoformat(f"{day.year - 1}{printed[1:]}")
