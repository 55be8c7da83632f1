"""What one document says of motions and commitments, one line each, for people and measures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg.model import Claim, Degree, Extract, Mention, Motie, Relation, Span
from kg.resolve.joins import file_id
from kg.resolve.linking import Linked, link_moties, names

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
    ]
    return tuple(_once(told))


def _told(linked: Linked, claims: Iterable[Claim]) -> tuple[tuple[str, ...], SaidMotie]:
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
    return linked.ids or _by_name(linked.mention, motie), said


def _by_name(mention: Mention, motie: Motie) -> tuple[str, ...]:
    if motie.submitters:
        return names(motie)
    return (f"{mention.span.start}",)


def _known(relation: Relation) -> Relation:
    return relation if relation in _STRENGTH else Relation.CITES


def _once(told: Iterable[tuple[tuple[str, ...], SaidMotie]]) -> Iterator[SaidMotie]:
    """One line for each motion, however often it is named."""
    kept: dict[tuple[str, ...], SaidMotie] = {}
    for key, said in told:
        known = kept.get(key)
        if known is None:
            kept[key] = said
            continue
        stronger = _STRENGTH.index(said.relation) < _STRENGTH.index(known.relation)
        named = max(known.submitters, said.submitters, key=len)  # of all who stand there the most
        kept[key] = replace(said if stronger else known, submitters=named)
    return iter(kept.values())
