"""What one document says of motions and commitments, one line each, for people and measures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg.model import Claim, Degree, Extract, Mention, Motie, Relation, Span
from kg.resolve.joins import file_id
from kg.resolve.linking import SEVERAL, Linked, link_moties, names

_STRENGTH = (
    Relation.FULFILS,
    Relation.REJECTS,
    Relation.FOLLOWS_UP,
    Relation.REPLACES,
    Relation.CITES,
)


@dataclass(frozen=True, slots=True)
class SaidMotie:
    """One motion of a document: who submitted it, its printed ids, what is said of it and where."""

    submitters: tuple[str, ...]
    ids: tuple[str, ...]
    relation: Relation
    degree: Degree | None
    quote: Span


def said_of_moties(extract: Extract) -> tuple[SaidMotie, ...]:
    """Every distinct motion the document names, with the strongest thing it says of it.

    Amendments are not motions, and a motion's own title names no other.
    """
    claims: dict[Mention, list[Claim]] = {}
    for claim in extract.claims:
        if claim.relation is Relation.REPLACES:  # said by the motion, not by the document
            continue
        about = claim.about if claim.about is not None else claim.mention
        claims.setdefault(about, []).append(claim)
    told = [
        _told(each, claims.get(each.mention, []))
        for each in link_moties(extract)
        if not each.motie.amendment and each.ids != (file_id(extract),)
        and each.reason != SEVERAL  # one of those that are told
    ]
    return tuple(_once(told))


def _told(
    linked: Linked, claims: Iterable[Claim]
) -> tuple[tuple[str, ...], bool, SaidMotie]:
    """What is said of a motion, by what it is known, and whether the chair hands it in here."""
    strongest = min(
        claims,
        key=lambda claim: (_STRENGTH.index(_known(claim.relation)), claim.quote),
        default=None,
    )
    motie = linked.motie
    said = SaidMotie(
        motie.submitters,
        linked.ids,
        _known(strongest.relation) if strongest else Relation.CITES,
        strongest.degree if strongest else None,
        strongest.quote if strongest else linked.mention.span,
    )
    handed_in = linked.mention.rule == "motie.krijgt-nr"
    return linked.ids or _by_name(linked.mention, motie), handed_in, said


def _by_name(mention: Mention, motie: Motie) -> tuple[str, ...]:
    if motie.submitters:
        return names(motie)
    return (f"{mention.span.start}",)


def _known(relation: Relation) -> Relation:
    return relation if relation in _STRENGTH else Relation.CITES


def _once(told: Iterable[tuple[tuple[str, ...], bool, SaidMotie]]) -> Iterator[SaidMotie]:
    """One line for each motion, however often it is named.

    Its submitters are those the chair names as it is handed in; else of all who are named the most.
    """
    kept: dict[tuple[str, ...], tuple[bool, SaidMotie]] = {}
    for key, sure, said in told:
        known_sure, known = kept.get(key, (False, None))
        if known is None:
            kept[key] = sure, said
            continue
        stronger = _STRENGTH.index(said.relation) < _STRENGTH.index(known.relation)
        chosen = known if known_sure > sure else said if sure > known_sure else None
        named = max(known.submitters, said.submitters, key=len)
        if chosen is not None and chosen.submitters:
            named = chosen.submitters
        kept[key] = known_sure or sure, replace(said if stronger else known, submitters=named)
    return (said for _, said in kept.values())
