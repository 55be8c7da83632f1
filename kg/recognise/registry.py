"""Every recogniser, in the order in which ties are decided; compiled on first use."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec

from kg.recognise.engine import Engine, Recogniser

MODULES = (
    "link",
    "bare_id",
    "tweede_kamer",
    "aanhangsel",
    "handelingen",
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
        if find_spec(f"kg.recognise.{name}") is not None:
            found += import_module(f"kg.recognise.{name}").RECOGNISERS
    return tuple(found)


@cache
def engine() -> Engine:
    """The engine over all recognisers."""
    return Engine(recognisers())
