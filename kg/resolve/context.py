"""What the edges of one document need to know: itself, the others, what it names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from kg.model import Claim, Extract, Mention, Relation, Resolution, Span
from kg.resolve.assembly import Assembly, Evidence
from kg.resolve.dating import Dating
from kg.resolve.linking import Linked
from kg.resolve.promises import numbers_of
from kg.resolve.register import Register
from kg.resolve.stretches import Stretches

# A chain of footnotes or a torn line leaves a doubt that the rule itself does not have.
_VIA_TORN = 0.9


class Others(Protocol):
    """How a document sees the others: what names a document, and what one promises."""

    def name(self, identifier: str) -> str:
        """The identifier that names the document ``identifier`` belongs to."""

    def promises(self, identifier: str) -> tuple[tuple[str, str], ...]:
        """The words and keys of the commitments a document makes."""


class Drafted(Protocol):
    """What is known of the document itself."""

    @property
    def extract(self) -> Extract: ...

    @property
    def dating(self) -> Dating: ...

    @property
    def linked(self) -> tuple[Linked, ...]: ...

    @property
    def letters(self) -> Mapping[Mention, Resolution]: ...


@dataclass(frozen=True, slots=True)
class Context:
    """What the edges of one document need: itself, its key, the others, its named motions.

    ``torn`` are the footnote marks of which only the line is known, ``recalled`` the documents in
    which a commitment was made by its mention, ``numbered`` its numbers; ``added`` are the keys of
    the things that :func:`kg.resolve.things.identified` has added, by what named them.
    """

    assembly: Assembly
    extract: Extract
    key: str
    view: Others
    moties: Mapping[Mention, Linked]
    letters: Mapping[Mention, Resolution]
    dating: Dating
    notes: Stretches
    torn: frozenset[Span]
    recalled: Mapping[Mention, str]
    numbered: Mapping[Mention, tuple[str, ...]]
    promises: Mapping[str, str]
    register: Register | None
    added: dict[tuple[str, tuple[str, ...]], str] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        assembly: Assembly,
        draft: Drafted,
        key: str,
        view: Others,
        notes: Stretches,
        promises: Mapping[str, str],
        register: Register | None,
    ) -> Context:
        """The context of one document's edges; ``promises`` are its own, their keys by words."""
        return cls(
            assembly,
            draft.extract,
            key,
            view,
            {each.mention: each for each in draft.linked},
            draft.letters,
            draft.dating,
            notes,
            frozenset(tie.mark for tie in draft.extract.segments.footnotes if not tie.exact),
            _made_in(draft.extract),
            numbers_of(draft.extract),
            promises,
            register,
        )

    def in_footnote(self, span: Span) -> bool:
        """Whether the stretch stands in a footnote."""
        return self.notes.hold(span)

    def evidence(self, claim: Claim) -> Evidence:
        """The evidence behind a claim."""
        noted = self.in_footnote(claim.quote)
        factor = self.doubt(claim.mention)
        torn = not noted and claim.via in self.torn
        return Evidence(
            self.extract,
            claim.quote,
            claim.rule,
            in_footnote=noted,
            factor=factor * _VIA_TORN if torn else factor,
            degree=claim.degree,
        )

    def belies(self, claim: Claim) -> bool:
        """Whether the number printed with a motion turned out to be another paper's."""
        linked = self.moties.get(claim.about) if claim.about is not None else None
        if linked is None or not linked.ids or claim.mention.id is None:
            return False
        own = self.view.name(linked.ids[0])
        return claim.relation is not Relation.REPLACES and self.view.name(claim.mention.id) != own

    def doubt(self, mention: Mention) -> float:
        """How sure it is which thing a mention is, where that had to be looked up; else 1."""
        linked = self.moties.get(mention)
        found = linked.resolution if linked is not None else self.letters.get(mention)
        return found.confidence if found is not None and found.key else 1.0


def _made_in(extract: Extract) -> dict[Mention, str]:
    """The id of the document in which each commitment was made, where the text prints one."""
    found: dict[Mention, str] = {}
    for claim in extract.claims:
        if claim.relation is Relation.MADE_IN and claim.about is not None and claim.mention.id:
            found.setdefault(claim.about, claim.mention.id)
    return found
