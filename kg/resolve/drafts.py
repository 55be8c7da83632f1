"""What one document gives to the whole before it is known what others say.

A :class:`Draft` is made from one extract alone: its date, its named motions and letters (looked up
in the register), the identities it proposes and the promises it makes. :func:`place` turns it into
pieces of nodes and statements, asking the names of documents and the promises of others as it
goes; what it asked is kept, so that it is placed anew only when one of the answers changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import chain

from kg.model import Extract, Mention, Resolution, Statement
from kg.resolve import describe
from kg.resolve.annexes import add_attachments
from kg.resolve.assembly import Assembly
from kg.resolve.context import Context
from kg.resolve.dating import Dating, date_document
from kg.resolve.documents import add_document
from kg.resolve.edges import add_claims
from kg.resolve.identity import Identities, Join
from kg.resolve.joins import file_id, motie_joins, own_joins, printed_joins
from kg.resolve.known import joins as known_joins
from kg.resolve.known import letters, settle
from kg.resolve.linking import Linked, link_moties
from kg.resolve.people import add_people
from kg.resolve.profiles import Profile, profiles
from kg.resolve.promisers import add_promisers
from kg.resolve.promises import Promise, promised, promises_of
from kg.resolve.register import Register
from kg.resolve.sitting import held_on, sitting
from kg.resolve.stretches import notes_of
from kg.resolve.things import identified
from kg.resolve.unite import Piece


@dataclass(frozen=True, slots=True)
class Draft:
    """One document, as far as it can be resolved by itself."""

    extract: Extract
    dating: Dating
    linked: tuple[Linked, ...]
    letters: Mapping[Mention, Resolution]
    joins: tuple[Join, ...]
    made: tuple[Promise, ...]
    profiles: tuple[Profile, ...]

    @property
    def file(self) -> str:
        """The identifier the document has by its bytes alone."""
        return file_id(self.extract)


def draft(extract: Extract, register: Register | None = None) -> Draft:
    """One document resolved by itself."""
    dating = date_document(extract)
    named = link_moties(extract)
    held = None if dating.printed else sitting(extract, named, register)
    dating = held or dating
    linked = settle(extract, named, dating, register)
    dated = letters(extract, dating, register)
    cited = {m.id for m in extract.mentions if m.id is not None}
    cited |= {r.key.removeprefix("document/") for r in dated.values() if r.key}
    proposed = chain(
        own_joins(extract),
        printed_joins(extract),
        motie_joins(extract, linked),
        known_joins([linked], cited, register),
    )
    return Draft(
        extract,
        dating,
        linked,
        dated,
        tuple(sorted(set(proposed))),
        tuple(sorted(promised(extract))),
        profiles(extract, dating),
    )


@dataclass
class View:
    """How one document sees the others; keeps what was asked and what was answered.

    ``name`` gives the identifier that names a document, ``made`` what a document promises.
    """

    name_of: Callable[[str], str]
    made_in: Callable[[str], tuple[Promise, ...]]
    names: dict[str, str] = field(default_factory=dict)
    made: dict[str, tuple[Promise, ...]] = field(default_factory=dict)

    def name(self, identifier: str) -> str:
        """The identifier that names the document ``identifier`` belongs to."""
        known = self.names.get(identifier)
        if known is None:
            known = self.names[identifier] = self.name_of(identifier)
        return known

    def promises(self, identifier: str) -> tuple[tuple[str, str], ...]:
        """The commitments the document with this naming identifier makes: words and key."""
        if identifier not in self.made:
            self.made[identifier] = self.made_in(identifier)
        return promises_of(describe.key(identifier), self.made[identifier])


def alone(each: Draft) -> View:
    """The view of a document that knows of no other: its own joins, its own promises."""
    identities = Identities.of(each.joins)
    own = identities.name(each.file)
    return View(identities.name, lambda name: each.made if name == own else ())


@dataclass(frozen=True, slots=True)
class Placed:
    """The pieces of nodes and the statements of one document."""

    key: str
    pieces: tuple[Piece, ...]
    statements: tuple[Statement, ...]


def place(each: Draft, view: View, register: Register | None = None) -> Placed:
    """The pieces and statements of one document, as ``view`` sees the others."""
    assembly = Assembly()
    notes = notes_of(each.extract)
    key = add_document(assembly, each.extract, view.name, notes)
    assembly.node(key, (), "", held_on(each.extract, each.dating))
    own = dict(promises_of(key, each.made))
    ctx = Context.of(assembly, each, key, view, notes, own, register)
    add_claims(ctx)
    add_attachments(assembly, each.extract, key, partial(identified, ctx))
    add_people(ctx)
    add_promisers(ctx)
    return Placed(key, assembly.pieces(), assembly.statements())


def all_made(drafts: Iterable[tuple[str, tuple[Promise, ...]]]) -> dict[str, tuple[Promise, ...]]:
    """What each document promises, by its naming identifier; two files of one say it together."""
    found: dict[str, set[Promise]] = {}
    for name, made in drafts:
        if made:
            found.setdefault(name, set()).update(made)
    return {name: tuple(sorted(made)) for name, made in found.items()}
