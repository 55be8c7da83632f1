"""Compares a day, or the period a day may lie in, with the periods of the tables."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from kg.model import Period
from kg.reasons import because

When = date | Period | None


def days(when: When) -> Period:
    """The first and last day ``when`` can be.

    >>> days(date(2022, 2, 14)).start == days(date(2022, 2, 14)).end
    True
    """
    if when is None:
        return Period(None, None)
    return when if isinstance(when, Period) else Period(when, when)


def distance(period: Period, when: When) -> int:
    """How many days lie between the two; 0 when they share a day.

    >>> distance(Period(date(2022, 1, 10), date(2024, 1, 10)), date(2024, 1, 13))
    3
    """
    span = days(when)
    if span.end is not None and period.start is not None and span.end < period.start:
        return (period.start - span.end).days
    if span.start is not None and period.end is not None and period.end < span.start:
        return (span.start - period.end).days
    return 0


def nearest(periods: Iterable[Period], when: When) -> int | None:
    """The distance to the nearest of ``periods``; ``None`` when there is none.

    >>> nearest([Period(None, date(2020, 1, 1)), Period(date(2020, 1, 9), None)],
    ...         date(2020, 1, 6))
    3
    """
    return min((distance(period, when) for period in periods), default=None)


def shift(day: date, by: int) -> date:
    """``day`` moved by so many days, kept within the calendar.

    >>> shift(date(2022, 3, 1), -1)
    datetime.date(2022, 2, 28)
    """
    try:
        return day + timedelta(days=by)
    except OverflowError:
        return date.max if by > 0 else date.min


def words(when: When) -> str:
    """``when`` as a reason prints it.

    >>> words(date(2022, 2, 14)), words(Period(date(2021, 2, 1), None))
    ('on 2022-02-14', 'from 2021-02-01')
    """
    span = days(when)
    if span.start is not None and span.end is not None:
        name = "on" if span.start == span.end else "between"
    else:
        name = "since" if span.start else "up to" if span.end else "some day"
    return because(name, day=span.start, last=span.end)
