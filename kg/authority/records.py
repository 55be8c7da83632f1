"""What a row of each authority table becomes: frozen records, keyed as in the tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kg.model import Period


@dataclass(frozen=True, slots=True)
class Ministry:
    """A ministry in one period of its name; ``tooi`` is the full IRI, ``None`` before TOOI."""

    id: str
    abbreviation: str | None
    name: str
    period: Period
    tooi: str | None
    successor: str | None
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chamber:
    """A chamber of the Staten-Generaal: ``TK``, ``EK`` or ``VV``; ``tooi`` is the full IRI."""

    id: str
    name: str
    aliases: tuple[str, ...]
    tooi: str


@dataclass(frozen=True, slots=True)
class Cabinet:
    """A kabinet with its period; the day of handover belongs to both."""

    id: str
    name: str
    aliases: tuple[str, ...]
    period: Period
    wikidata: str | None


@dataclass(frozen=True, slots=True)
class Post:
    """A post of a bewindspersoon: title as printed under letters, ministry by abbreviation.

    ``role`` is ``minister``, ``minister zonder portefeuille``, ``staatssecretaris`` or
    ``minister-president``; ``periods`` are those in which the post was held.
    """

    id: str
    role: str
    title: str
    ministry: str
    periods: tuple[Period, ...]
    aliases: tuple[str, ...]

    @property
    def key(self) -> str:
        """The path of the post's IRI."""
        return f"post/{self.id}"


@dataclass(frozen=True, slots=True)
class Tenure:
    """Who held which post from when to when; ``acting`` is waarnemend."""

    office: str
    person: str
    period: Period
    acting: bool
    party: str | None
    note: str | None

    @property
    def key(self) -> str:
        """The path of the tenure's IRI; post, person and first day make it unique."""
        return f"tenure/{self.office}/{self.person}/{self.period.start}"


@dataclass(frozen=True, slots=True)
class Person:
    """A bewindspersoon or member; ``family_name`` is as printed ("Van der Staaij")."""

    id: str
    full_name: str
    given: str | None
    family_name: str
    other_names: tuple[str, ...]
    initials: str | None
    wikidata: str | None

    @property
    def key(self) -> str:
        """The path of the person's IRI."""
        return f"person/{self.id}"


@dataclass(frozen=True, slots=True)
class Membership:
    """One unbroken period of a person in a chamber (``TK``, ``EK``) for one party."""

    person: str
    chamber: str
    party: str | None
    period: Period


@dataclass(frozen=True, slots=True)
class PartyName:
    """A party as its members are listed, its other names, and the party it merged into."""

    name: str
    aliases: tuple[str, ...]
    merged_into: str | None


@dataclass(frozen=True, slots=True)
class NameVariant:
    """A printed spelling of a person's name that is not derived from it, with its period.

    ``kind`` says what sort ("spelling", "zonder tussenvoegsel", "eerdere naam").
    """

    printed: str
    person: str
    kind: str
    period: Period


@dataclass(frozen=True, slots=True)
class Programme:
    """A policy programme, plan, agreement or approach with the names it goes by.

    ``shared`` are those of its aliases that other things may be called too, ``printed`` those
    that in small letters are ordinary words ("Goed Geregeld").
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    ministry: str | None
    kind: str
    shared: tuple[str, ...] = ()
    printed: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The path of the programme's IRI."""
        return f"programme/{self.id}"


@dataclass(frozen=True, slots=True)
class Agreement:
    """What the parties of a kabinet agreed on, or its own programme; ``day`` it came out.

    ``word`` is what texts call it for short ("regeerakkoord").
    """

    id: str
    word: str
    name: str
    cabinet: str
    day: date


@dataclass(frozen=True, slots=True)
class MotionFact:
    """A motion known by name without any register: its numbers, date, submitters and title.

    ``topics`` are other words under which letters know it.
    """

    zaak: str
    document: str | None
    kst: str | None
    day: date
    submitters: tuple[str, ...]
    title: str
    topics: tuple[str, ...]

    @property
    def key(self) -> str:
        """The path of the motion's IRI: its Kamerstuk where known, else its case number."""
        return f"document/{self.kst or self.zaak}"

    @property
    def identifiers(self) -> tuple[str, ...]:
        """Every canonical id of the motion, the one of its key first."""
        known = (self.kst, self.zaak, self.document)
        return tuple(number for number in known if number is not None)
