"""Nodes that push and pull each other, all at once.

Written for arrays, as a loop over nodes in Python takes fifty times as long. Sums go through
``bincount``, which adds in order; see ``kg.export.layout`` for why that matters.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Self

import numpy as np  # what scipy computes with, which analyses need anyway
from numpy.typing import NDArray

from kg.export.gathering import Spring

Numbers = NDArray[np.float64]
Whole = NDArray[np.int64]
_FITTED = 30  # steps of a fifth more or less room, before boxes are pushed apart
_PATIENCE = 12  # rounds of pushing that may help little before there is more room


@dataclass(slots=True)
class Places:
    """Where boxes are, by their middles, and how they move."""

    x: Numbers
    y: Numbers
    width: Numbers
    height: Numbers
    weight: Numbers

    @classmethod
    def of(
        cls, width: Sequence[float], height: Sequence[float], weights: Sequence[int] = ()
    ) -> Self:
        """Boxes of these sizes, all in the middle; heavier ones push more."""
        count = len(width)
        weight = _floats(weights) if weights else np.ones(count)
        return cls(np.zeros(count), np.zeros(count), _floats(width), _floats(height), weight)

    def only(self, nodes: Sequence[int]) -> Places:
        """Some of the boxes by themselves."""
        these = np.array(nodes, dtype=np.int64)
        fields = (self.x, self.y, self.width, self.height, self.weight)
        return Places(*(each[these] for each in fields))

    def take(self, nodes: Sequence[int], settled: Places) -> None:
        """Take the places that some of the boxes found by themselves."""
        these = np.array(nodes, dtype=np.int64)
        self.x[these], self.y[these] = settled.x, settled.y

    def ideal(self) -> float:
        """The length of an edge that gives each box its room."""
        room: float = np.cumsum(self.width * self.height)[-1]
        return 1.1 * sqrt(room / len(self.x))

    def settle(
        self,
        springs: Sequence[Spring],
        heat: float,
        rounds: int,
        *,
        gravity: float = 0.06,
        home: Sequence[int] = (),
    ) -> None:
        """Let forces move the boxes, each round by less; with ``home`` those of one home only."""
        source = np.array([s for s, _, _ in springs], dtype=np.int64)
        target = np.array([t for _, t, _ in springs], dtype=np.int64)
        pull = 0.3 * np.array([strength for _, _, strength in springs], dtype=np.float64)
        count, ideal = len(self.x), self.ideal()
        ends = np.bincount(source, minlength=count) + np.bincount(target, minlength=count)
        weight = self.weight + ends
        slack = 1.0 / np.sqrt(weight)
        # per weight, so that a net of many edges takes no more room than one of few
        push = 0.75 * ideal * ideal * count / np.cumsum(weight)[-1] * (0.35 + 0.65 * slack)
        fixed = _within(home) if home else None
        grid = _Grid(count)
        for step in range(rounds):
            if fixed:
                fx, fy = _near(self.x, self.y, weight, *fixed)
            else:
                fx, fy = grid.repulsion(self.x, self.y, weight)
            dx, dy = self.x[target] - self.x[source], self.y[target] - self.y[source]
            length = np.sqrt(dx * dx + dy * dy)
            force = pull * length / (length + ideal)
            dx *= force
            dy *= force
            fx = fx * push + (_sum(source, dx, count) - _sum(target, dx, count)) * slack
            fy = fy * push + (_sum(source, dy, count) - _sum(target, dy, count)) * slack
            # what hardly holds on stays near
            fx -= self.x * gravity
            fy -= self.y * gravity
            length = np.sqrt(fx * fx + fy * fy)
            limit = heat * (1.0 - step / rounds) + ideal * 0.01
            slower = limit / np.maximum(length, limit)
            self.x += fx * slower
            self.y += fy * slower

    def fit(self) -> None:
        """Draw the places in, or out, until about every box lies over another."""
        homes = np.zeros(len(self.x), dtype=np.int64)
        scale, crowded = 1.2, self._crowded(homes)
        if not crowded:
            scale = 1.0 / scale
        for _ in range(_FITTED):
            self.x *= scale
            self.y *= scale
            if self._crowded(homes) != crowded:
                return

    def _crowded(self, homes: Whole) -> bool:
        one, _, _, _ = self._over(homes)
        count = len(self.x)
        # a small picture has room to spare, and its labels want it
        return len(one) * (count + 1500) > count * count

    def part(self, home: Sequence[int]) -> None:
        """Push boxes of one home that lie over one another apart, along the shorter way."""
        homes = np.array(home, dtype=np.int64)
        least, waited = len(self.x) ** 2, 0
        while left := self._pushed(homes):
            # when pushing alone no longer helps, all get a little more room
            if left > least * 0.9:
                waited += 1
            else:
                least, waited = left, 0
            if waited >= _PATIENCE:
                self.x *= 1.02
                self.y *= 1.02
                least, waited = left, _PATIENCE // 2

    def _over(self, homes: Whole) -> tuple[Whole, Whole, Numbers, Numbers]:
        """The pairs of boxes over one another, both ways, and how far in each direction."""
        cell = (float(self.width.max()) + 1.0, float(self.height.max()) + 1.0)
        one, other = _close(self.x, self.y, cell, homes)
        room_x = (self.width[one] + self.width[other]) / 2 + 1.0
        room_y = (self.height[one] + self.height[other]) / 2 + 1.0
        over_x = room_x - np.abs(self.x[other] - self.x[one])
        over_y = room_y - np.abs(self.y[other] - self.y[one])
        hit = (over_x > 0) & (over_y > 0)
        return one[hit], other[hit], over_x[hit], over_y[hit]

    def _pushed(self, homes: Whole) -> int:
        """How many pairs of boxes lay over one another; they have moved."""
        one, other, over_x, over_y = self._over(homes)
        dx, dy = self.x[other] - self.x[one], self.y[other] - self.y[one]
        # of two in one place the first goes left and up
        right = (dx > 0) | ((dx == 0) & (other > one))
        below = (dy > 0) | ((dy == 0) & (other > one))
        side = over_x < over_y
        shift_x = np.where(side, (over_x / 2 + 0.5) * np.where(right, -1.0, 1.0), 0.0)
        shift_y = np.where(side, 0.0, (over_y / 2 + 0.5) * np.where(below, -1.0, 1.0))
        count = len(self.x)
        # pushed from several sides it goes less than all of it, or boxes would hop for ever
        crowd = np.maximum(1.0, 0.6 * np.bincount(one, minlength=count))
        self.x += _sum(one, shift_x, count) / crowd
        self.y += _sum(one, shift_y, count) / crowd
        return len(one)


def _floats(values: Sequence[float]) -> Numbers:
    return np.array(values, dtype=np.float64)


def _sum(where: Whole, values: Numbers, count: int) -> Numbers:
    """The values added up by the number of their node, in order."""
    # without values it would count, in whole numbers
    return np.bincount(where, weights=values, minlength=count).astype(np.float64, copy=False)


def _within(home: Sequence[int]) -> tuple[Whole, Whole]:
    """The pairs of nodes of one home, both ways; nodes of a home stand together."""
    homes = np.array(home, dtype=np.int64)
    first = np.searchsorted(homes, homes, "left")
    return _pairs(first, np.searchsorted(homes, homes, "right"))


def _pairs(first: Whole, last: Whole) -> tuple[Whole, Whole]:
    """Each node n with first[n], first[n] + 1, … last[n] - 1."""
    lengths = last - first
    ends = np.cumsum(lengths)
    one = np.repeat(np.arange(len(first)), lengths)
    return one, np.arange(int(ends[-1])) - np.repeat(ends - lengths - first, lengths)


def _near(
    x: Numbers, y: Numbers, weight: Numbers, one: Whole, other: Whole
) -> tuple[Numbers, Numbers]:
    """What the second of each pair pushes the first; a node pushes not itself."""
    dx, dy = x[one] - x[other], y[one] - y[other]
    push = weight[other] / (dx * dx + dy * dy + 1.0)
    return _sum(one, dx * push, len(x)), _sum(one, dy * push, len(x))


class _Grid:
    """A grid as fine as makes the pairs of near nodes about as many as those of cells."""

    def __init__(self, count: int) -> None:
        self.across = 1
        while self.across**6 < 2 * count * count:
            self.across += 1

    def repulsion(self, x: Numbers, y: Numbers, weight: Numbers) -> tuple[Numbers, Numbers]:
        """The push on each node: from near nodes one by one, from far ones by cell."""
        side = max(float(x.max() - x.min()), float(y.max() - y.min()), 1.0)
        size = side / self.across + 1e-9
        column = np.floor((x - x.min()) / size).astype(np.int64) + 1
        row = np.floor((y - y.min()) / size).astype(np.int64) + 1
        wide = self.across + 3
        key = row * wide + column
        order = np.argsort(key, kind="stable")
        x, y, weight, key = x[order], y[order], weight[order], key[order]
        cells, of = np.unique(key, return_inverse=True)
        fx, fy = (each[of] for each in _far(x, y, weight, cells, of, wide))
        pairs = 0
        for line in (-wide, 0, wide):
            first = np.searchsorted(key, cells + (line - 1), "left")
            last = np.searchsorted(key, cells + (line + 1), "right")
            one, other = _pairs(first[of], last[of])
            near_x, near_y = _near(x, y, weight, one, other)
            fx, fy, pairs = fx + near_x, fy + near_y, pairs + len(one)
        self._fit(pairs, len(cells) * len(cells))
        found = np.empty(len(x)), np.empty(len(x))
        found[0][order], found[1][order] = fx, fy
        return found

    def _fit(self, near: int, far: int) -> None:
        """Make the grid finer or coarser for the next round, as nodes gather or spread."""
        if near > 4 * far:
            self.across += 1 + self.across // 4
        elif far > near:
            self.across = max(1, self.across - self.across // 8)


def _far(
    x: Numbers, y: Numbers, weight: Numbers, cells: Whole, of: Whole, wide: int
) -> tuple[Numbers, Numbers]:
    """The push on each cell from the cells that do not touch it."""
    count = len(cells)
    total = _sum(of, weight, count)
    mid_x, mid_y = _sum(of, x * weight, count) / total, _sum(of, y * weight, count) / total
    row, column = cells // wide, cells % wide
    far = np.abs(row[:, None] - row) > 1
    far |= np.abs(column[:, None] - column) > 1
    dx, dy = mid_x[:, None] - mid_x, mid_y[:, None] - mid_y
    push = np.where(far, total, 0.0) / (dx * dx + dy * dy + 1.0)
    one = np.repeat(np.arange(count), count)
    return _sum(one, (dx * push).ravel(), count), _sum(one, (dy * push).ravel(), count)


def _close(
    x: Numbers, y: Numbers, cell: tuple[float, float], homes: Whole
) -> tuple[Whole, Whole]:
    """The pairs of nodes of one home that may touch, both ways: in cells side by side."""
    column = np.floor(x / cell[0]).astype(np.int64)
    row = np.floor(y / cell[1]).astype(np.int64)
    column -= column.min() - 1
    row -= row.min() - 1
    wide, high = int(column.max()) + 2, int(row.max()) + 2
    key = (homes * high + row) * wide + column
    order = np.argsort(key, kind="stable")
    key = key[order]
    ones, others = [], []
    for line in (-wide, 0, wide):
        first = np.searchsorted(key, key + (line - 1), "left")
        last = np.searchsorted(key, key + (line + 1), "right")
        one, other = _pairs(first, last)
        apart = one != other
        ones.append(order[one[apart]])
        others.append(order[other[apart]])
    return np.concatenate(ones), np.concatenate(others)
