"""Put what all documents said into one graph: identities first, then nodes and edges."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import TYPE_CHECKING

from kg.model import Extract, GraphData
from kg.resolve import describe
from kg.resolve.assembly import Assembly, Evidence
from kg.resolve.dating import date_document
from kg.resolve.documents import add_document
from kg.resolve.edges import add_claims, context
from kg.resolve.identity import Identities
from kg.resolve.joins import all_joins
from kg.resolve.known import joins as known_joins
from kg.resolve.known import letters, settle
from kg.resolve.linking import link_moties
from kg.resolve.people import add_people
from kg.resolve.probable import Probable, probable
from kg.resolve.promises import promises

if TYPE_CHECKING:
    from kg.resolve.register import Register


def assemble(extracts: Iterable[Extract], *, register: Register | None = None) -> GraphData:
    """The nodes and statements of all extracts together, the same for any order of them.

    >>> assemble([]).nodes
    ()
    """
    ordered = sorted(extracts, key=lambda each: (each.document.name, each.document.sha256))
    datings = [date_document(each) for each in ordered]
    linked = [
        settle(each, link_moties(each), dating, register)
        for each, dating in zip(ordered, datings, strict=True)
    ]
    dated = [letters(each, when, register) for each, when in zip(ordered, datings, strict=True)]
    cited = {m.id for each in ordered for m in each.mentions if m.id is not None}
    cited |= {r.key.removeprefix("document/") for each in dated for r in each.values() if r.key}
    proposed = chain(all_joins(ordered, linked), known_joins(linked, cited, register))
    identities = Identities.of(proposed)
    assembly = Assembly(problems=list(identities.refused))
    keys = [add_document(assembly, each, identities) for each in ordered]
    promised = promises(zip(keys, ordered, strict=True))
    everything = zip(keys, ordered, datings, linked, dated, strict=True)
    for key, extract, dating, moties, briefs in everything:
        ctx = context(
            assembly, extract, key, identities, moties, briefs, dating, promised, register
        )
        add_claims(ctx)
        add_people(ctx)
    for each in probable(ordered, datings, identities):
        _add_probable(assembly, each, identities)
    return assembly.finish()


def _add_probable(assembly: Assembly, found: Probable, identities: Identities) -> None:
    one, other = (
        describe.key(identities.name(profile.identifier)) for profile in (found.one, found.other)
    )
    profile = found.one
    evidence = Evidence(profile.extract, profile.quote, "probable.programme-day", note=found.reason)
    assembly.edge(one, "probablySameAs", other, evidence)
