"""What a document says: the things it mentions, and what it claims of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, runtime_checkable

from kg.frozen import made_quickly
from kg.model.document import Document, Span
from kg.model.segments import Segments
from kg.pickling import made_again


@runtime_checkable
class Identifier(Protocol):
    """A typed identifier; ``id`` is its canonical form, one per thing."""

    @property
    def id(self) -> str:
        """The canonical id, e.g. ``kst-32793-302``."""


class InWords:
    """Something named in words, which are no identifier: a name, a date, an office, "ibidem".

    Which one it means hangs on the document and its day, and is for the resolution.
    """

    __slots__ = ()

    @property
    def id(self) -> None:
        """Always ``None``."""
        return None


@made_again
@made_quickly
@dataclass(frozen=True, slots=True)
class Motie(InWords):
    """A motion (or amendment) named by who submitted it, as printed.

    ``submitters`` are names as printed with a capital on the prefix ("Van der Staaij");
    ``cs`` is "c.s."; ``topic`` what follows "over" or "om"; ``number`` a number printed in the
    name itself, with its dossier still to be found; ``amended`` is "gewijzigde" or "nader
    gewijzigde"; ``amendment`` tells an amendement from a motie.
    """

    submitters: tuple[str, ...]
    cs: bool = False
    topic: str | None = None
    number: str | None = None
    amended: bool = False
    amendment: bool = False


@made_again
@made_quickly
@dataclass(frozen=True, slots=True)
class Toezegging(InWords):
    """A commitment made or recalled in the text.

    ``action`` is ``made``, ``fulfilled``, ``partly``, ``open`` or ``recalled``; ``due`` and
    ``recurrence`` are as printed; ``made_in`` is the printed place where an earlier one was made;
    ``requested_by`` a member as printed; ``what`` the short content as printed.
    """

    action: str
    what: str | None = None
    due: str | None = None
    recurrence: str | None = None
    made_in: str | None = None
    requested_by: str | None = None


@made_again
@made_quickly
@dataclass(frozen=True, slots=True)
class Programme:
    """A policy programme found by its name; ``id`` is the key in the programme table."""

    id: str
    name: str


@made_again
@made_quickly
@dataclass(frozen=True, slots=True)
class Akkoord(InWords):
    """A kabinet's agreement called by its kind alone: "het regeerakkoord", "het regeerprogramma".

    ``name`` is the word in lower case; ``of`` the kabinet or year where the text names one.
    """

    name: str
    of: str | None = None


@made_again
@made_quickly
@dataclass(frozen=True, slots=True)
class Office(InWords):
    """A post as printed ("de minister voor Langdurige Zorg en Sport", "MLZS").

    ``role`` is ``minister`` or ``staatssecretaris`` (``minister-president`` too) where printed.
    """

    title: str
    role: str | None = None


@made_again
@made_quickly
@dataclass(frozen=True, slots=True)
class Bewindspersoon(InWords):
    """A person named with a role ("minister Helder", "mevrouw Beckerman", "het lid Futselaar")."""

    name: str
    role: str | None = None
    party: str | None = None


@made_again
@made_quickly
@dataclass(frozen=True, slots=True)
class Brief(InWords):
    """A letter or debate named by its date: "de Kamerbrief van 16 september jl.".

    ``noun`` is the printed word in lower case; ``when`` the date as far as printed, ISO with
    ``None`` for an unprinted year left out (``--09-16``); ``relative`` tells "jl."; ``topic``
    what follows "over" or "inzake".
    """

    noun: str
    when: str | None
    relative: bool = False
    topic: str | None = None


@made_again
@made_quickly
@dataclass(frozen=True, slots=True)
class Repeat(InWords):
    """ "Ibidem", "idem", "dezelfde brief", "noot 3": points back at an earlier citation.

    ``note`` is the footnote named, where one is.
    """

    note: str | None = None


Value = (
    Identifier | Motie | Toezegging | Programme | Akkoord | Office | Bewindspersoon | Brief | Repeat
)


class Role(StrEnum):
    """What a mentioned identifier is to the document that prints it."""

    CITED = "cited"
    OWN = "own"  # the document's own number in headers and footers
    REPLACED = "replaced"  # after "t.v.v.": the document or motion named is replaced


@made_again
@made_quickly
@dataclass(frozen=True, slots=True)
class Mention:
    """Something a document points at, as it stands there.

    ``surface`` is always ``text[span]``; ``citation`` the whole printed citation the mention is
    part of (the span itself when it stands alone), so that in "nrs. 520 en 548" both mentions
    share one citation. ``rule`` names the rule that fired; ``pages`` keeps "13-14" of "p. 13-14";
    ``reason`` says why a value is missing or doubted.
    """

    kind: str
    span: Span
    surface: str
    rule: str
    value: Value | None = None
    role: Role = Role.CITED
    citation: Span | None = None
    pages: str | None = None
    reason: str | None = None

    @property
    def id(self) -> str | None:
        """The canonical id, or ``None`` where the text gives none.

        >>> Mention("motie", Span(0, 5), "motie", "motie.named", Motie(("Bikker",))).id is None
        True
        """
        return None if self.value is None else self.value.id

    def __hash__(self) -> int:
        # of what tells two apart in one text: mentions are looked up again and again
        return hash((self.kind, self.span.start, self.span.end))


class Relation(StrEnum):
    """What a document says about something it mentions; the value is the vocabulary's term."""

    CITES = "cites"
    FULFILS = "fulfils"
    FOLLOWS_UP = "followsUp"
    REJECTS = "rejects"
    REPLACES = "replaces"
    REPLIES_TO = "repliesTo"
    ON_BEHALF_OF = "onBehalfOf"
    MENTIONS_PROGRAMME = "mentionsProgramme"
    PRESENTS = "presents"
    MADE_IN = "madeIn"
    ATTACHMENT_OF = "attachmentOf"


class Degree(StrEnum):
    """How far a motion or commitment is fulfilled."""

    WHOLE = "whole"
    PARTIAL = "partial"


@made_again
@made_quickly
@dataclass(frozen=True, slots=True)
class Claim:
    """What the document says about one mention: the relation, with the sentence that says so.

    ``quote`` is the stretch that shows it; ``cue`` the words that decided; ``via`` the footnote
    mark through which the mention hangs on the sentence, where it stands in a note. ``about`` is
    the motion, commitment or letter by name that an identifier belongs to: the motion whose
    number it is, the letter of that date or, under ``madeIn``, the commitment made in the
    document it names.
    """

    relation: Relation
    mention: Mention
    quote: Span
    rule: str
    cue: Span | None = None
    degree: Degree | None = None
    via: Span | None = None
    about: Mention | None = None


@made_again
@made_quickly
@dataclass(frozen=True, slots=True)
class Extract:
    """What one document says, before anything is resolved; made without looking at any other."""

    document: Document
    segments: Segments
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
