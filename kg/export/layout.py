"""Places for the nodes of a picture, computed beforehand and the same on any machine.

A force layout: nodes repel, edges pull, what is gathered under one name starts together. Far nodes
act through the cell they lie in, so that the work grows as n to the power 1.5. Only additions,
multiplications, divisions and square roots are used: IEEE 754 defines those to the last bit, as it
does not sines and powers, so that equal input gives equal bytes everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

# cosine and sine of the golden angle: steps of it fill a disc evenly
_TURN = (-0.7373688780783197, 0.6754902942615238)
_WIDE = 1.05  # a little wider than high, as the space beside legend and panel is


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


def arrange(
    boxes: Sequence[Box], pulls: Iterable[Pull], *, groups: Sequence[int] = ()
) -> tuple[tuple[int, int], ...]:
    """A place (x, y) in whole pixels for each box, without boxes over one another.

    ``groups`` gives each node the number of the group it starts in (none: all in one).

    >>> (x, y), (other, below) = arrange([Box(80, 30), Box(80, 30)], [Pull(0, 1)])
    >>> abs(x - other) >= 80 or abs(y - below) >= 30
    True
    """
    count = len(boxes)
    if not count:
        return ()
    springs = [p for p in pulls if p.source != p.target]
    ideal = 1.1 * sqrt(sum(b.width * b.height for b in boxes) / count)
    xs, ys = _start(count, groups or [0] * count, ideal)
    rounds = 40 + 12000 // (count + 40)
    _settle(xs, ys, springs, ideal, rounds)
    xs = [x * _WIDE for x in xs]
    _part(xs, ys, boxes)
    return tuple(_centred(xs, ys))


def _start(count: int, groups: Sequence[int], ideal: float) -> tuple[list[float], list[float]]:
    """Every group a disc of its nodes, the discs themselves on a larger disc, large ones inside."""
    members: dict[int, list[int]] = {}
    for node in range(count):
        members.setdefault(groups[node], []).append(node)
    xs, ys = [0.0] * count, [0.0] * count
    taken = 0
    cos, sin = 1.0, 0.0
    for nodes in sorted(members.values(), key=lambda m: (-len(m), m[0])):
        reach = ideal * sqrt(taken + len(nodes) / 2) if taken else 0.0
        at_x, at_y = reach * cos, reach * sin
        cos, sin = _turned(cos, sin)
        inner_cos, inner_sin = 1.0, 0.0
        for rank, node in enumerate(nodes):
            radius = ideal * 0.6 * sqrt(rank + 0.2)
            xs[node], ys[node] = at_x + radius * inner_cos, at_y + radius * inner_sin
            inner_cos, inner_sin = _turned(inner_cos, inner_sin)
        taken += len(nodes)
    return xs, ys


def _turned(cos: float, sin: float) -> tuple[float, float]:
    """The direction one golden angle further."""
    return cos * _TURN[0] - sin * _TURN[1], cos * _TURN[1] + sin * _TURN[0]


def _settle(
    xs: list[float], ys: list[float], springs: Sequence[Pull], ideal: float, rounds: int
) -> None:
    """Let forces move the nodes, each round by less."""
    count = len(xs)
    degree = [1.0] * count
    for spring in springs:
        degree[spring.source] += 1.0
        degree[spring.target] += 1.0
    heat = ideal * sqrt(count) * 0.15
    for step in range(rounds):
        fx, fy = _repulsion(xs, ys, degree, ideal)
        _attraction(xs, ys, springs, degree, ideal, fx, fy)
        limit = heat * (1.0 - step / rounds) + ideal * 0.01
        for n in range(count):
            # a little gravity keeps loose parts near
            dx, dy = fx[n] - xs[n] * 0.06, fy[n] - ys[n] * 0.06
            length = sqrt(dx * dx + dy * dy)
            if length > limit:
                dx, dy = dx * limit / length, dy * limit / length
            xs[n] += dx
            ys[n] += dy


def _repulsion(
    xs: list[float], ys: list[float], weights: list[float], ideal: float
) -> tuple[list[float], list[float]]:
    """The push on each node: from near nodes one by one, from far ones by cell."""
    cells = _cells(xs, ys)
    centres = {
        place: _centre(nodes, xs, ys, weights) for place, nodes in cells.items()
    }
    fx, fy = [0.0] * len(xs), [0.0] * len(ys)
    square = ideal * ideal * 0.25
    for (column, row), nodes in cells.items():
        near: list[int] = []
        far_x = far_y = 0.0
        mid_x, mid_y, _ = centres[column, row]
        for place, (x, y, weight) in centres.items():
            if abs(place[0] - column) < 2 and abs(place[1] - row) < 2:
                near += cells[place]
                continue
            dx, dy = mid_x - x, mid_y - y
            push = square * weight / (dx * dx + dy * dy)
            far_x += dx * push
            far_y += dy * push
        for n in nodes:
            x, y = xs[n], ys[n]
            sum_x, sum_y = far_x, far_y
            for other in near:
                if other != n:
                    dx, dy = x - xs[other], y - ys[other]
                    push = square * weights[other] / (dx * dx + dy * dy + 1.0)
                    sum_x += dx * push
                    sum_y += dy * push
            scale = 0.35 + 0.65 / sqrt(weights[n])
            fx[n], fy[n] = sum_x * scale, sum_y * scale
    return fx, fy


def _cells(xs: list[float], ys: list[float]) -> dict[tuple[int, int], list[int]]:
    """The nodes by the cell of a grid they lie in; as many cells as the square root asks."""
    left, top = min(xs), min(ys)
    side = max(max(xs) - left, max(ys) - top, 1.0)
    across = max(1, int(sqrt(sqrt(len(xs)) * 4.0)))
    size = side / across + 1e-9
    cells: dict[tuple[int, int], list[int]] = {}
    for n, (x, y) in enumerate(zip(xs, ys, strict=True)):
        cells.setdefault((int((x - left) / size), int((y - top) / size)), []).append(n)
    return cells


def _centre(
    nodes: list[int], xs: list[float], ys: list[float], weights: list[float]
) -> tuple[float, float, float]:
    """The centre of gravity of the nodes, and their weight."""
    total = sum(weights[n] for n in nodes)
    x = sum(xs[n] * weights[n] for n in nodes) / total
    y = sum(ys[n] * weights[n] for n in nodes) / total
    return x, y, total


def _attraction(
    xs: list[float],
    ys: list[float],
    springs: Sequence[Pull],
    degree: list[float],
    ideal: float,
    fx: list[float],
    fy: list[float],
) -> None:
    """Add the pull of each spring to both its ends, weaker at an end that holds many."""
    for spring in springs:
        a, b = spring.source, spring.target
        dx, dy = xs[b] - xs[a], ys[b] - ys[a]
        length = sqrt(dx * dx + dy * dy)
        pull = spring.strength * 0.3 * length / (length + ideal)
        fx[a] += dx * pull / sqrt(degree[a])
        fy[a] += dy * pull / sqrt(degree[a])
        fx[b] -= dx * pull / sqrt(degree[b])
        fy[b] -= dy * pull / sqrt(degree[b])


def _part(xs: list[float], ys: list[float], boxes: Sequence[Box]) -> None:
    """Push boxes that lie over one another apart, along the shorter way."""
    widest = max(b.width for b in boxes) + 1.0
    highest = max(b.height for b in boxes) + 1.0
    for _ in range(200 if len(xs) < 500 else 60):
        moved = False
        for a, b in _close_pairs(xs, ys, widest, highest):
            dx, dy = xs[b] - xs[a], ys[b] - ys[a]
            over_x = (boxes[a].width + boxes[b].width) / 2 - abs(dx)
            over_y = (boxes[a].height + boxes[b].height) / 2 - abs(dy)
            if over_x <= 0 or over_y <= 0:
                continue
            moved = True
            if over_x < over_y:
                shift = (over_x / 2 + 0.5) * (1.0 if dx >= 0 else -1.0)
                xs[a] -= shift
                xs[b] += shift
            else:
                shift = (over_y / 2 + 0.5) * (1.0 if dy >= 0 else -1.0)
                ys[a] -= shift
                ys[b] += shift
        if not moved:
            return


def _close_pairs(
    xs: list[float], ys: list[float], width: float, height: float
) -> list[tuple[int, int]]:
    """The pairs of nodes that may touch: in one cell of that size or in cells side by side."""
    cells: dict[tuple[int, int], list[int]] = {}
    for n, (x, y) in enumerate(zip(xs, ys, strict=True)):
        cells.setdefault((int(x // width), int(y // height)), []).append(n)
    pairs = []
    for (column, row), nodes in cells.items():
        for place in ((column + 1, row - 1), (column + 1, row), (column + 1, row + 1),
                      (column, row + 1)):  # fmt: skip
            pairs += [(a, b) for a in nodes for b in cells.get(place, ())]
        pairs += [(a, b) for n, a in enumerate(nodes) for b in nodes[n + 1 :]]
    return pairs


def _centred(xs: list[float], ys: list[float]) -> Iterable[tuple[int, int]]:
    """The places moved to the middle of what they span, in whole pixels."""
    mid_x, mid_y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    return ((round(x - mid_x), round(y - mid_y)) for x, y in zip(xs, ys, strict=True))
