"""What a user wants of a graph: around a thing, of a dossier, of a minister, since a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kg.errors import InputError


@dataclass(frozen=True, slots=True)
class Wanted:
    """A selection as it was written; one wish of several widens it, another kind narrows it.

    ``around`` are things, of which everything within ``depth`` steps is wanted; ``dossiers`` and
    ``ministers`` name whose papers are; ``since`` is the first day of the papers; ``most`` is how
    many things there may be.
    """

    around: tuple[str, ...] = ()
    depth: int = 1
    dossiers: tuple[str, ...] = ()
    ministers: tuple[str, ...] = ()
    since: str | None = None
    most: int = 20_000

    def __bool__(self) -> bool:
        return bool(self.around or self.dossiers or self.ministers) or self.since is not None

    def first_day(self) -> date | None:
        """The day since which papers are wanted; raises ``InputError`` for no calendar day.

        >>> Wanted(since="2022-06-30").first_day()
        datetime.date(2022, 6, 30)
        """
        if self.since is None:
            return None
        try:
            return date.fromisoformat(self.since)
        except ValueError:
            problem, remedy = "is no day of a calendar", "write one as 2022-06-30"
            raise InputError(f"since {self.since!r}", problem, remedy) from None
