"""One case of the register, and how well it fits what a text says of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kg.model import Candidate
from kg.resolve.register.words import Topic


LISTED = 5  # candidates handed out


@dataclass(frozen=True, slots=True)
class Entry:
    """A motion, amendment or letter of the register.

    ``terms`` are the stems of its topic; ``dossier`` is its dossier number where its title names
    one dossier only, ``volgnummer`` its number in that dossier; ``replaced_by`` the case that
    took its place ("t.v.v.").
    """

    zaak: str
    kind: str
    day: date
    volgnummer: int | None
    title: str
    dossier: str | None
    amended: bool
    cs: bool
    submitters: tuple[str, ...]
    terms: tuple[str, ...]
    replaced_by: str | None = None

    @property
    def kst(self) -> str | None:
        """Its Kamerstuk, ``None`` where the dossier or the number is unknown."""
        known = self.dossier is not None and self.volgnummer is not None
        return f"kst-{self.dossier}-{self.volgnummer}" if known else None

    @property
    def key(self) -> str:
        """The path of its IRI: the Kamerstuk where known, else the case number."""
        return f"document/{self.kst or self.zaak}"

    @property
    def identifiers(self) -> tuple[str, ...]:
        """Its canonical ids, that of its key first."""
        return (self.kst, self.zaak) if self.kst else (self.zaak,)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a text says of a motion: names as printed, topic, the sentence around it, marks."""

    submitters: tuple[str, ...]
    topic: str | None = None
    context: str | None = None
    cs: bool = False
    amended: bool = False
    amendment: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a text says of a motion or letter: its topic, how many submitters, "c.s.".

    ``loose`` tells that the words are those of the sentence around it, not its topic.
    """

    topic: Topic | None = None
    names: int = 0
    cs: bool = False
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Fit:
    """How well an entry fits, each figure between 0 and 1.

    ``names`` is the agreement of the submitters, ``topic`` that of the topics.
    """

    entry: Entry
    names: float
    topic: float

    @property
    def score(self) -> float:
        """Both in one figure: the topic decides, the names weigh a third."""
        return round(self.topic * (0.7 + 0.3 * self.names), 4)


def fit(entry: Entry, places: tuple[int, ...], wanted: Wanted) -> Fit:
    """How well ``entry`` fits; ``places`` are those of the named submitters among its own.

    >>> entry = Entry("2021Z01710", "Motie", date(2021, 1, 28), 8, "", "35669", False, False,
    ...               ("Smeulders",), ("een", "mentaal", "steunpakket"))
    >>> fit(entry, (0,), Wanted(Topic(("mentaal", "steunpakket"), len), names=1)).score
    0.9231
    """
    return Fit(entry, _names(entry, places, wanted), _topic(entry.terms, wanted))


def _topic(theirs: tuple[str, ...], wanted: Wanted) -> float:
    """The harmonic mean of what each covers of the other; of loose words only the one way."""
    if wanted.topic is None or not theirs:
        return 0.0
    mine, own = wanted.topic.agreement(theirs)
    if wanted.loose:
        return own
    return 2 * mine * own / (mine + own) if mine + own else 0.0


def _names(entry: Entry, places: tuple[int, ...], wanted: Wanted) -> float:
    """1 when the same submitters are named in the same order, less when not."""
    if not wanted.names:
        return 0.5
    ordered = all(first < second for first, second in zip(places, places[1:]))
    if len(entry.submitters) == wanted.names:
        return (1.0 if entry.cs == wanted.cs else 0.95) if ordered else 0.8
    if places[0] == 0:
        return 0.9 if wanted.cs else 0.8
    return 0.5


def candidate(found: Fit) -> Candidate:
    """A fit as a candidate that tells its reasons.

    >>> entry = Entry("2021Z01710", "Motie", date(2021, 1, 28), 8, "Motie", "35669", False, False,
    ...               ("Smeulders",), ("mentaal", "steunpakket"))
    >>> candidate(Fit(entry, 1.0, 0.9)).reason
    'submitters agree to 100 %, topic to 90 %, of 2021-01-28, case 2021Z01710'
    """
    entry = found.entry
    named = f"submitters agree to {found.names:.0%}, " if entry.submitters else ""
    reason = f"{named}topic to {found.topic:.0%}, of {entry.day}, case {entry.zaak}"
    return Candidate(entry.key, entry.title, found.score, reason.replace("%", " %"))
