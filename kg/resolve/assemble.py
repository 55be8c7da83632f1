"""Put what all documents said into one graph: identities first, then nodes and edges."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from kg.model import Extract, GraphData, Statement, statement_order
from kg.resolve.drafts import Draft, Placed, View, all_made, draft, place
from kg.resolve.identity import Identities
from kg.resolve.probable import probable
from kg.resolve.unite import (
    Piece,
    judge,
    may_be_fulfilled,
    members_of,
    met,
    node_of,
    split,
)

if TYPE_CHECKING:
    from kg.resolve.register import Register


def assemble(extracts: Iterable[Extract], *, register: Register | None = None) -> GraphData:
    """The nodes and statements of all extracts together, the same for any order of them.

    >>> assemble([]).nodes
    ()
    """
    drafts = [draft(each, register) for each in extracts]
    identities = Identities.of(chain.from_iterable(each.joins for each in drafts))
    made = all_made((identities.name(each.file), each.made) for each in drafts)

    def placed(each: Draft) -> Placed:
        return place(each, View(identities.name, lambda name: made.get(name, ())), register)

    told = chain.from_iterable(each.profiles for each in drafts)
    return united([placed(each) for each in drafts], identities, tuple(probable(told, identities)))


def united(
    placed: Sequence[Placed], identities: Identities, further: Sequence[Statement] = ()
) -> GraphData:
    """One graph from what the documents gave, with ``further`` statements about several."""
    pieces: dict[str, list[Piece]] = {}
    for piece in chain.from_iterable(each.pieces for each in placed):
        pieces.setdefault(piece.key, []).append(piece)
    settled: list[Statement] = list(further)
    waiting: list[Statement] = []
    for each in placed:
        done, open_ = split(each.statements)
        settled += done
        waiting += open_

    motions = {
        key
        for key, found in pieces.items()
        if any(may_be_fulfilled((*piece.types, *piece.told_types)) for piece in found)
    }
    judged = judge(waiting, motions.__contains__)
    how_far = met(judged)
    nodes = tuple(
        node_of(pieces[key], members_of(key, identities.members), how_far)
        for key in sorted(pieces)
    )
    statements = sorted((*settled, *judged), key=statement_order)
    return GraphData(nodes, tuple(statements), tuple(sorted(set(identities.refused))))
