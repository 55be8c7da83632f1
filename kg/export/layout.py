"""Places for the nodes of a picture, computed beforehand and the same on any machine.

What hangs together is gathered first; the groups get places, then their nodes around these, moved
by forces (nodes repel, edges pull); loose parts lie packed around the largest. Only additions,
multiplications, divisions and square roots are used, one element at a time and summed in order:
IEEE 754 defines those to the last bit, as it does not sines, powers and sums that a processor
splits in its own way, so that equal input gives equal bytes everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

from kg.export.gathering import Spring, gathered, parts

if TYPE_CHECKING:
    from kg.export.forces import Places

# cosine and sine of the golden angle: steps of it fill a disc evenly
_TURN = (-0.7373688780783197, 0.6754902942615238)
_WIDE = 1.15  # a little wider than high, as the space beside legend and panel is
_SMALL = 60  # parts up to this many nodes are settled together, pair by pair
_ACROSS = 0.3  # how much of its pull an edge keeps that leaves its group


@dataclass(frozen=True, slots=True)
class Box:
    """What a node takes up on the screen with its label: width and height in pixels."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Pull:
    """An edge as a spring between two nodes, by their numbers; stronger holds nearer."""

    source: int
    target: int
    strength: float = 1.0


def arrange(boxes: Sequence[Box], pulls: Iterable[Pull]) -> tuple[tuple[int, int], ...]:
    """A place (x, y) in whole pixels for each box, without boxes over one another.

    >>> (x, y), (other, below) = arrange([Box(80, 30), Box(80, 30)], [Pull(0, 1)])
    >>> abs(x - other) >= 80 or abs(y - below) >= 30
    True
    """
    if not boxes:
        return ()
    # here, as commands without a picture need not wait for numpy
    from kg.export.forces import Places
    from kg.export.packing import packed

    springs = [(p.source, p.target, p.strength) for p in pulls if p.source != p.target]
    places = Places.of([b.width for b in boxes], [b.height for b in boxes])
    found = parts(len(boxes), springs)
    _settle(places, springs, found)
    # labels keep their size on the screen: of a picture of a few nodes they want more room
    air = sqrt(1.0 + 250.0 / (len(boxes) + 60.0))
    places.x *= _WIDE * air
    places.y *= air
    places.part(_numbered(found, len(boxes)))
    return packed(places, found)


def _numbered(members: Sequence[Sequence[int]], count: int) -> list[int]:
    """For each node the number of the part it is in."""
    owner = [0] * count
    for number, nodes in enumerate(members):
        for node in nodes:
            owner[node] = number
    return owner


def _settle(
    places: Places, springs: Sequence[Spring], found: Sequence[Sequence[int]]
) -> None:
    """Settle every part around its own middle: small ones together, large ones one by one."""
    owner = _numbered(found, len(places.x))
    large = [number for number, nodes in enumerate(found) if len(nodes) > _SMALL]
    inside: dict[int, list[Spring]] = {number: [] for number in large}
    among: list[Spring] = []
    for spring in springs:
        inside.get(owner[spring[0]], among).append(spring)
    for number in large:
        _settle_large(places, found[number], inside[number])
    small = [nodes for nodes in found if 1 < len(nodes) <= _SMALL]
    if small:
        _settle_small(places, small, among)


def _settle_large(places: Places, nodes: Sequence[int], springs: Sequence[Spring]) -> None:
    """Settle one part: first its groups as if they were nodes, then the nodes around these."""
    number = {node: n for n, node in enumerate(nodes)}
    ties = [(number[s], number[t], strength) for s, t, strength in springs]
    chosen = gathered(len(nodes), ties)
    sizes = [0] * (max(chosen) + 1)
    for group in chosen:
        sizes[group] += 1
    part = places.only(nodes)
    ideal = part.ideal()
    middle_x, middle_y = _middles(sizes, chosen, ties, ideal)
    for n, (x, y) in enumerate(_discs(chosen, len(sizes), ideal)):
        part.x[n], part.y[n] = middle_x[chosen[n]] + x, middle_y[chosen[n]] + y
    held = [
        (s, t, strength if chosen[s] == chosen[t] else strength * _ACROSS)
        for s, t, strength in ties
    ]
    part.settle(held, heat=ideal * 2.0, rounds=30 + 6000 // (len(nodes) + 40))
    part.fit()
    places.take(nodes, part)


def _middles(
    sizes: Sequence[int], chosen: Sequence[int], ties: Sequence[Spring], ideal: float
) -> tuple[Sequence[float], Sequence[float]]:
    """Where the middle of each group comes."""
    from kg.export.forces import Places

    sides = [1.25 * ideal * sqrt(size) for size in sizes]
    whole = Places.of(sides, sides, weights=sizes)
    between: dict[tuple[int, int], float] = {}
    for source, target, strength in ties:
        one, other = sorted((chosen[source], chosen[target]))
        if one != other:
            between[one, other] = between.get((one, other), 0.0) + strength
    for n, (x, y) in enumerate(_discs([0] * len(sizes), 1, 2.0 * whole.ideal())):
        whole.x[n], whole.y[n] = x, y
    springs = [(s, t, strength) for (s, t), strength in between.items()]
    whole.settle(springs, whole.ideal() * sqrt(len(sizes)), 120, gravity=0.15)
    whole.part([0] * len(sizes))
    return whole.x.tolist(), whole.y.tolist()


def _settle_small(
    places: Places, small: Sequence[Sequence[int]], springs: Sequence[Spring]
) -> None:
    """Settle parts of a few nodes at once: only nodes of one part push each other."""
    nodes = [node for part in small for node in part]
    number = {node: n for n, node in enumerate(nodes)}
    home = [n for n, part in enumerate(small) for _ in part]
    together = places.only(nodes)
    ideal = together.ideal()
    for n, (x, y) in enumerate(_discs(home, len(small), ideal)):
        together.x[n], together.y[n] = x, y
    ties = [(number[s], number[t], strength) for s, t, strength in springs]
    together.settle(ties, heat=ideal * 2.0, rounds=100, home=home)
    places.take(nodes, together)


def _discs(chosen: Sequence[int], size: int, ideal: float) -> list[tuple[float, float]]:
    """For each node a place in a disc of its group: a spiral that fills it evenly."""
    rank = [0] * size
    turned = [(1.0, 0.0)] * size
    found = []
    for group in chosen:
        cos, sin = turned[group]
        radius = 0.6 * ideal * sqrt(rank[group] + 0.2)
        found.append((radius * cos, radius * sin))
        rank[group] += 1
        turned[group] = (cos * _TURN[0] - sin * _TURN[1], cos * _TURN[1] + sin * _TURN[0])
    return found
