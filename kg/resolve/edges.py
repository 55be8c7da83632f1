"""From what a document claims to edges of the graph."""

from __future__ import annotations

from kg.model import Relation, Role, Toezegging
from kg.resolve.context import Context
from kg.resolve.listed import add_listed, listed, said_by
from kg.resolve.things import thing


def add_claims(ctx: Context) -> None:
    """Add an edge for every claim whose mention is a document, motion, commitment or programme."""
    papers = listed(ctx.extract)
    add_listed(ctx, papers)
    for claim in ctx.extract.claims:
        if claim.mention.role is Role.OWN:
            continue
        target = thing(ctx, claim.mention)
        if target is None:
            continue
        subject = ctx.key
        if claim.relation in (Relation.REPLACES, Relation.MADE_IN) and claim.about is not None:
            subject = thing(ctx, claim.about) or ctx.key
        if claim.relation is Relation.MADE_IN and isinstance(claim.mention.value, Toezegging):
            subject, target = target, ctx.key
        relation = Relation.CITES if ctx.belies(claim) else claim.relation
        by_paper = said_by(ctx, papers, claim) if papers else None
        if by_paper is not None:
            ctx.assembly.edge(by_paper[0], by_paper[1].value, target, ctx.evidence(claim))
            relation = Relation.CITES
            if isinstance(claim.mention.value, Toezegging):
                continue  # the list meets no commitment, and cites none without a number
        ctx.assembly.edge(subject, relation.value, target, ctx.evidence(claim))
