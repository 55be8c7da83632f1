"""Which one it is: what a mention turned out to be, and the days that decide it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Candidate:
    """One entity a mention might be, with the reason and a score between 0 and 1."""

    key: str
    label: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """Which entity a mention is: its key, or ``None`` with the candidates and the reason.

    ``key`` is the path of the entity's IRI below the base ("document/kst-25295-1892",
    "person/p-conny-helder"). ``as_written`` keeps a spelling that differs from the entity's.
    """

    key: str | None
    reason: str
    candidates: tuple[Candidate, ...] = ()
    confidence: float = 1.0
    as_written: str | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """A period of days, both ends inclusive; an open end is ``None``.

    >>> Period(date(2022, 1, 10), None).covers(date(2022, 1, 10))
    True
    """

    start: date | None
    end: date | None

    def covers(self, day: date) -> bool:
        """Whether ``day`` lies in the period."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)
