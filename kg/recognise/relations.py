"""What a document says about what it mentions: one claim each, with the sentence that says so.

Every identifier is cited; a motion is fulfilled, followed up, rejected or cited by what its
sentence says (``relations_cues``), by the sentence its footnote mark stands in, by the line that
announces a list of motions, and by a later "deze motie". A motion named twice has a claim for
each; what weighs most is for the resolution.
"""

from __future__ import annotations

from dataclasses import replace

from kg.model import Claim, Document, Mention, Segments, Span
from kg.recognise.relations_moties import claim_moties
from kg.recognise.relations_others import claims_on
from kg.recognise.relations_scene import scene_of
from kg.text import plain


def relate(
    document: Document, segments: Segments, mentions: tuple[Mention, ...]
) -> tuple[Claim, ...]:
    """Every claim of the document, in the order of its mentions; each once.

    An identifier that is the number of a named motion (or tells which letter is meant, or in
    which document a commitment was made) has a claim whose ``about`` is that mention.

    >>> from kg.recognise.engine import Engine
    >>> from kg.recognise.motie import RECOGNISERS
    >>> text = "Hiermee geef ik uitvoering aan de motie van het lid Bikker c.s."
    >>> document = Document(text, "brief.txt", "0" * 64)
    >>> mentions = tuple(Engine(RECOGNISERS).scan(text))
    >>> segments = Segments(parts=(), sentences=(Span(0, len(text)),))
    >>> [claim.relation.value for claim in relate(document, segments, mentions)]
    ['cites', 'fulfils']
    """
    text = plain(document.text)
    if text is not document.text:
        document = replace(document, text=text)
    scene = scene_of(document, segments, mentions)
    claim_moties(scene)
    for mention in mentions:
        scene.claims.extend(claims_on(scene, mention))
    return tuple(sorted(dict.fromkeys(scene.claims), key=_order))


def _order(claim: Claim) -> tuple[Span, str, Span, str]:
    return claim.mention.span, claim.relation.value, claim.quote, claim.rule
