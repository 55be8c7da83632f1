"""Which graphs a store elsewhere has to be sent, and what it holds of them by now."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.errors import InputError
from kg.files import write_atomic
from kg.publish.store import Store, Target

# The state is written when so small a share of it is new, and at the end: a run over a hundred
# thousand graphs that wrote it after each would mostly do that.
_SHARE = 1 / 20

Graphs = Iterable[tuple[str, Iterable[ox.Triple]]]


@dataclass(frozen=True, slots=True)
class Sent:
    """What a run did: how many graphs and triples it sent, left alone, took away."""

    sent: int
    triples: int
    unchanged: int
    removed: int


def publish(
    graphs: Graphs,
    target: Target,
    state: Path,
    *,
    replace: bool = True,
    anew: bool = False,
    on_graph: Callable[[str, int], None] | None = None,
    sleep: Callable[[float], None] = time.sleep,
) -> Sent:
    """Send every graph that the store does not have yet, and take away those no longer here.

    Without ``replace`` triples are only added and nothing is taken away; ``anew`` sends all. Raises
    ``InputError`` when the store refuses; what was sent until then is kept in ``state``.
    """
    store = Store(target, sleep)
    known = _Known(state, target)
    here: set[str] = set()
    sent = triples = unchanged = 0
    try:
        for name, content in graphs:
            here.add(name)
            lines = [f"{triple} .\n" for triple in content]
            digest = hashlib.sha256("".join(lines).encode()).hexdigest()
            if known.graphs.get(name) == digest and not anew:
                unchanged += 1
                continue
            known.begin(name)
            store.send(name, lines, replace=replace)
            known.end(name, digest)
            sent, triples = sent + 1, triples + len(lines)
            if on_graph is not None:
                on_graph(name, len(lines))
        gone = sorted(set(known.graphs) - here) if replace else []
        for name in gone:
            store.remove(name)
            known.end(name, None)
    finally:
        if store.took:
            known.write()
    return Sent(sent, triples, unchanged, len(gone))


class _Known:
    """What this store was sent before: the checksum of each graph, empty for one half sent."""

    def __init__(self, state: Path, target: Target) -> None:
        self._state = state
        self._target = target
        self._new = 0
        self.graphs = _read(state, target)

    def begin(self, name: str) -> None:
        """A graph is being sent: until its end the store holds neither the old nor the new."""
        self.graphs[name] = ""
        self._new += 1

    def end(self, name: str, digest: str | None) -> None:
        """A graph has been sent whole, or (``None``) taken away."""
        if digest is None:
            del self.graphs[name]
            self._new += 1
        else:
            self.graphs[name] = digest
        if self._new >= _SHARE * len(self.graphs):
            self.write()

    def write(self) -> None:
        """Keep what has changed."""
        if self._new:
            found = {"target": self._target.url, "graphs": dict(sorted(self.graphs.items()))}
            write_atomic(self._state, (json.dumps(found, indent=1) + "\n").encode())
            self._new = 0


def _read(state: Path, target: Target) -> dict[str, str]:
    """What this store was sent before: the checksum of each graph; nothing of another store."""
    try:
        found = json.loads(state.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        problem = f"cannot be read: {error}"
        raise InputError(str(state), problem, "take it away to send all anew") from None
    graphs = found.get("graphs") if isinstance(found, dict) else None
    if not isinstance(graphs, dict) or found.get("target") != target.url:
        return {}
    return {str(name): str(digest) for name, digest in graphs.items()}
