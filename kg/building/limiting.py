"""Which files another limit bears on: those that it may read otherwise than the limit before.

A reader never gives a part of a document: it gives all of it, or says which limit it is above. So
one that was read is the same under every higher limit; only a lower one can leave it out. Time is
no property of a document: what was finished in time stands, whatever time there is now.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict

from kg.building.state import State
from kg.read import Limits

# What these bound is no property of a file: its text is the same under any of them.
_OF_NO_FILE = ("seconds", "web_files")


def limit(state: State, limits: Limits) -> None:
    """From now on these are the limits; the files are forgotten on which that may bear."""
    before, now = state.get("limits"), asdict(limits)
    if before and (was := json.loads(before)) != now:
        if _lower(was, now):
            state.forget(state.sources())
        else:
            troubled = state.troubled()
            parts = {key for key in troubled if state.known(key)}
            state.again(troubled - parts)
            if parts:  # what is beside a part that was left out may know of it then: a mail does
                state.forget(parts)
    state.set("limits", json.dumps(now))


def _lower(was: Mapping[str, float], now: Mapping[str, float]) -> bool:
    """Whether something that was read may be above one of the limits now.

    >>> _lower({"pages": 5, "seconds": 9}, {"pages": 6, "seconds": 1})
    False
    """
    return any(now[name] < was.get(name, 0) for name in now if name not in _OF_NO_FILE)
