"""What the whole needs to know of one placed document, small enough to keep for all of them."""

from __future__ import annotations

import marshal
import pickle
from typing import Any, NamedTuple

from kg.model import Statement
from kg.resolve.drafts import Draft, Placed, View
from kg.resolve.identity import Join
from kg.resolve.profiles import Profile
from kg.resolve.promises import Promise
from kg.resolve.unite import may_be_fulfilled

Made = tuple[Promise, ...]


class Own(NamedTuple):
    """What a document says by itself: its file, the joins it proposes, its promises."""

    file: str
    joins: tuple[Join, ...]
    made: Made


class Others(NamedTuple):
    """What a document asked about others, with the answers, and what it knows for a motion.

    ``names`` are the identifiers it asked the name of, ``made`` the documents whose promises it
    asked for, ``motions`` the keys it knows for motions or commitments.
    """

    names: dict[str, str]
    made: dict[str, Made]
    motions: tuple[str, ...]


class Rare(NamedTuple):
    """What few documents have: letters told of by programme and day, statements to be judged."""

    profiles: tuple[Profile, ...] = ()
    waiting: tuple[Statement, ...] = ()


Packed = tuple[bytes, bytes, bytes]


def packed(draft: Draft, view: View, placed: Placed, waiting: tuple[Statement, ...]) -> Packed:
    """The gist of a document placed as ``view`` sees the others, as bytes to be kept."""
    motions = tuple(
        piece.key
        for piece in placed.pieces
        if may_be_fulfilled((*piece.types, *piece.told_types))
    )
    own: tuple[Any, ...] = (draft.file, tuple(tuple(join) for join in draft.joins), draft.made)
    others = (view.names, view.made, motions)
    rare = Rare(draft.profiles, waiting)
    return (
        marshal.dumps(own),
        marshal.dumps(others),
        pickle.dumps(rare, 5) if any(rare) else b"",
    )


def unpacked_own(content: bytes) -> Own:
    """What a document says by itself, from what was kept."""
    file, joins, made = marshal.loads(content)
    return Own(file, tuple(map(Join._make, joins)), made)


def unpacked_others(content: bytes) -> Others:
    """What a document asked about others, from what was kept."""
    return Others(*marshal.loads(content))


def unpacked_rare(content: bytes) -> Rare:
    """What few documents have, from what was kept."""
    if not content:
        return Rare()
    found = pickle.loads(content)
    assert isinstance(found, Rare)
    return found
