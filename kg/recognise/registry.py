"""Every recogniser, in the order in which ties are decided; compiled on first use."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from itertools import chain

from kg.model import Mention
from kg.recognise import overlaps
from kg.recognise.engine import Engine, Recogniser
from kg.recognise.overlaps import Found

MODULES = (
    "link",
    "bare_id",
    "tweede_kamer",
    "aanhangsel",
    "handelingen",
    "handelingen_foot",
    "staatsblad",
    "kenmerk",
    "own",
    "kamerstuk",
    "kamerstuk_motion",
    "kamerstuk_bare",
    "dossier",
    "repeat",
    "motie",
    "toezegging",
    "programme",
    "brief",
    "office",
)


@cache
def recognisers() -> tuple[Recogniser, ...]:
    """All recognisers; of two that read equally much at one place the earlier wins."""
    found: list[Recogniser] = []
    for name in MODULES:
        found += import_module(f"kg.recognise.{name}").RECOGNISERS
    return tuple(found)


@cache
def engine() -> Engine:
    """The engine over all recognisers."""
    return Engine(recognisers())


def mentions(text: str) -> tuple[Mention, ...]:
    """What all recognisers, and the table of programmes, find in a text; overlaps are decided.

    >>> [(m.id, m.rule) for m in mentions("Zie 25 295, nr. 1959.")]
    [('kst-25295-1959', 'kamerstuk.bare-nr')]
    """
    from kg.recognise.programme import find_programmes

    data = text.encode("utf-8", "surrogatepass")
    last = len(recognisers())
    table = (Found(mention, "programme", last) for mention in find_programmes(text, data))
    return overlaps.settle(chain(engine().found(text, data), table))
