"""Every paper of the made-up world by its number: kind, day, identifiers, people.

Papers come in order of their days, some 10,000 a year, and cite earlier ones. A number below
zero is a paper from before the corpus that is only cited.
"""

from __future__ import annotations

from bisect import bisect
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import accumulate

from madeup import words
from madeup.chance import Chance
from madeup.people import Office, Seat, offices, seats

START = date(2012, 11, 12)
PER_DAY = 40
ROUND = 120_000  # papers until the calendar starts again, in other dossiers
MOST = 1_000_000
DOSSIERS = 3_000
FIRST_NUMBER = 100  # lower numbers of a dossier are papers from before the corpus
OUTSIDE = 30_000
COPIES = 0.10
# Shares of the kinds: in the real corpus as our own reading of it counts them, and what a
# ministry and the Kamer exchange, which is denser.
MIXES = {
    "corpus": {"motion": 0.623, "regulation": 0.189, "proceedings": 0.155, "answers": 0.024,
               "letter": 0.006, "report": 0.003, "decisions": 0.0013, "memo": 0.0002},
    "letters": {"motion": 0.2, "regulation": 0.03, "proceedings": 0.05, "answers": 0.2,
                "letter": 0.45, "report": 0.02, "decisions": 0.02, "memo": 0.03},
}
_CHAPTERS = ("", "", "", "", "", "", "", "-VIII", "-XVI", "-VII")
_NUMBERS = 17_600


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper: what it is, how it is numbered, who is behind it."""

    number: int
    kind: str
    day: date
    dossier: str  # "32793" or "35925-VIII"
    nr: int
    document: str  # 2022D29586
    case: str  # 2022Z18321
    kenmerk: str
    count: int  # its number in the session's row of its kind: Aanhangsel or Handelingen
    topic: str
    office: Office
    seats: tuple[Seat, ...]

    @property
    def session(self) -> int:
        """The year in which its vergaderjaar began."""
        return self.day.year if self.day.month >= 9 else self.day.year - 1

    @property
    def sitting(self) -> tuple[int, int]:
        """Meeting and item of a paper of the Handelingen."""
        return 1 + self.count % 110, 1 + self.count // 110


class World:
    """All papers of a seed and a mix."""

    def __init__(self, seed: int, mix: str = "corpus") -> None:
        self.seed, self.mix = seed, mix
        self._kinds = list(MIXES[mix])
        self._shares = list(accumulate(MIXES[mix].values()))
        self._known: list[tuple[str, int, int, int, int]] = []
        self._rows: dict[tuple[object, ...], int] = {}
        self.paper = lru_cache(maxsize=20_000)(self._paper)

    def original(self, number: int) -> int:
        """The paper a document shows: its own, or an earlier one of which it is another edition."""
        chance = Chance(self.seed, number, 1)
        if number % ROUND and chance.random() < COPIES:
            return number - 1 - chance.upto(min(number % ROUND, 5_000))
        return number

    def cited(self, number: int, chance: Chance, kind: str | None = None) -> Paper:
        """A paper that the one with this number may cite; of a kind, when told."""
        first = number - number % ROUND
        if number == first or chance.random() < 0.4:
            return self.paper(-1 - chance.heavy(OUTSIDE))
        reach = number - first
        recent = chance.random() < 0.5
        found = number - 1 - chance.heavy(reach) if recent else first + chance.heavy(reach)
        while kind is not None and found >= first and self._row(found)[0] != kind:
            found -= 1
        return self.paper(found if found >= first else -1 - chance.heavy(OUTSIDE))

    def _row(self, number: int) -> tuple[str, int, int, int, int]:
        """Kind, dossier, number in it, number in the year, number in the session's row."""
        while len(self._known) <= number:
            at = len(self._known)
            drawn = Chance(self.seed, at, 2)
            kind = self._kinds[bisect(self._shares, drawn.random() * self._shares[-1])]
            dossier = drawn.tailed(DOSSIERS) + at // ROUND * DOSSIERS
            day = _day(at)
            session = day.year if day.month >= 9 else day.year - 1
            self._known.append((
                kind,
                dossier,
                self._next("dossier", dossier),
                self._next("year", day.year),
                self._next(kind, session),
            ))
        return self._known[number]

    def _next(self, *row: object) -> int:
        self._rows[row] = self._rows.get(row, -1) + 1
        return self._rows[row]

    def _paper(self, number: int) -> Paper:
        chance = Chance(self.seed, number, 3)
        if number < 0:
            place = -1 - number
            kind = "motion" if chance.random() < 0.5 else "letter"
            dossier, nr, year, count = place % DOSSIERS, 1 + place // DOSSIERS, place, place % 3_000
            day = START - timedelta(days=1 + chance.upto(900))
        else:
            kind, dossier, nr, year, count = self._row(number)
            nr += FIRST_NUMBER
            day = _day(number)
        posts = offices(day.year, day.month)
        return Paper(
            number,
            kind,
            day,
            _dossier(dossier),
            nr,
            f"{day.year}D{year % 100_000:05}",
            f"{day.year}Z{year % 100_000:05}",
            f"{1_000_000 + (number + OUTSIDE)}-{200_000 + chance.upto(99_999)}-"
            + chance.pick(("PG", "WJZ", "BSK", "DGO", "CZ")),
            count,
            words.say("topic", chance),
            chance.pick(posts),
            tuple(chance.pick(seats(day.year, day.month)) for _ in range(_signers(chance))),
        )


def _signers(chance: Chance) -> int:
    return chance.pick((1, 1, 1, 2, 2, 3, 4, 6))


def _day(number: int) -> date:
    worked = number % ROUND // PER_DAY
    return START + timedelta(days=worked // 5 * 7 + worked % 5)


def _dossier(index: int) -> str:
    # 7919 has no divisor in common with 17600: every index gets a number of its own
    number = 19_001 + index * 7919 % _NUMBERS
    return f"{number}{'-XII' if index >= _NUMBERS else _CHAPTERS[index % len(_CHAPTERS)]}"


@lru_cache(maxsize=2_000)
def dossier_title(seed: int, dossier: str) -> str:
    """The title of a dossier."""
    return words.say("dossier-title", Chance(seed, int(dossier[:5]), 4))
