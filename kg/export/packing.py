"""Puts the separate parts of a picture near each other, without room lost between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from kg.export.forces import Numbers, Places

_CELLS = 40_000
_WIDE = 1.15  # the whole is that much wider than high


def packed(places: Places, parts: Sequence[Sequence[int]]) -> tuple[tuple[int, int], ...]:
    """Whole places of all boxes: each part, largest first, in the free spot nearest the middle.

    The parts lie each around its own middle; around what its boxes take up, others may lie, so
    that small parts fill the bays of large ones.
    """
    if len(parts) > 1:
        _pack(places, parts)
    x, y = places.x, places.y
    mid_x, mid_y = (x.min() + x.max()) / 2, (y.min() + y.max()) / 2
    whole_x, whole_y = np.rint(x - mid_x), np.rint(y - mid_y)
    return tuple(zip(whole_x.astype(int).tolist(), whole_y.astype(int).tolist(), strict=True))


def _pack(places: Places, parts: Sequence[Sequence[int]]) -> None:
    """Move every part to its spot on a grid about as fine as half a box."""
    cell = _cell(places)
    shapes = [_Shape.of(places, nodes, cell) for nodes in parts]
    ground = _Ground(sum(s.across * s.down for s in shapes[1:]), shapes[0], cell)
    alike: dict[tuple[int, int], list[_Shape]] = {}
    for shape in shapes[1:]:
        alike.setdefault((shape.down, shape.across), []).append(shape)
    ground.put(shapes[0], ground.middle(shapes[0]))
    for size in sorted(alike, key=lambda size: (-size[0] * size[1], size)):
        ground.fill(alike[size], size)
    for shape in shapes:
        row, column = shape.at
        places.x[shape.nodes] = shape.x + column * cell[0]
        places.y[shape.nodes] = shape.y + row * cell[1]


def _cell(places: Places) -> tuple[float, float]:
    """How wide and high a cell is: half a box, more where that makes too many cells."""
    count = len(places.x)
    wide = float(np.cumsum(places.width)[-1]) / (2 * count)
    high = float(np.cumsum(places.height)[-1]) / count
    area = float((places.x.max() - places.x.min()) * (places.y.max() - places.y.min()))
    coarser = max(1.0, sqrt(area / (wide * high * _CELLS)))
    return wide * coarser, high * coarser


@dataclass(slots=True)
class _Shape:
    """A part with what it takes up: places from its corner, and the cells of each box."""

    nodes: list[int]
    x: Numbers
    y: Numbers
    boxes: list[list[int]]
    at: tuple[int, int] = (0, 0)

    @classmethod
    def of(cls, places: Places, nodes: Sequence[int], cell: tuple[float, float]) -> _Shape:
        these = list(nodes)
        x, y = places.x[these], places.y[these]
        # a pixel more than the half: two that touch may be rounded towards each other
        wide, high = places.width[these] / 2 + 0.5, places.height[these] / 2 + 0.5
        x, y = x - (x - wide).min(), y - (y - high).min()
        edges = ((y - high) / cell[1], (y + high) / cell[1], (x - wide) / cell[0])
        cells = [np.floor(edge).astype(int) for edge in (*edges, (x + wide) / cell[0])]
        return cls(these, x, y, np.stack(cells, axis=1).tolist())

    @property
    def down(self) -> int:
        return 1 + max(bottom for _, bottom, _, _ in self.boxes)

    @property
    def across(self) -> int:
        return 1 + max(right for _, _, _, right in self.boxes)


class _Ground:
    """The cells that are taken, and which free spots lie nearest the middle."""

    def __init__(self, cells: int, first: _Shape, cell: tuple[float, float]) -> None:
        # the cells side by side in a square, and as much again around the largest part
        high, wide = sqrt(cells * cell[0] / cell[1]), sqrt(cells * cell[1] / cell[0])
        self.taken = np.zeros((first.down + 2 * int(high) + 4, first.across + 2 * int(wide) + 4),
                              dtype=np.bool_)  # fmt: skip
        self.cell = cell

    def middle(self, shape: _Shape) -> tuple[int, int]:
        high, wide = self.taken.shape
        return (high - shape.down) // 2, (wide - shape.across) // 2

    def put(self, shape: _Shape, at: tuple[int, int]) -> None:
        shape.at = at
        for top, bottom, left, right in shape.boxes:
            self.taken[at[0] + top : at[0] + bottom + 1, at[1] + left : at[1] + right + 1] = True

    def fill(self, shapes: Sequence[_Shape], size: tuple[int, int]) -> None:
        """Put shapes of one size in the free spots nearest the middle."""
        left = list(reversed(shapes))
        while left:
            before = len(left)
            for row, column in self._free(*size, 2 * before):
                if not self.taken[row : row + size[0], column : column + size[1]].any():
                    self.put(left.pop(), (row, column))
                    if not left:
                        return
            if len(left) == before:
                self.taken = np.pad(self.taken, ((0, size[0] * before), (0, size[1])))

    def _free(self, down: int, across: int, most: int) -> list[list[int]]:
        """The nearest spots with that many free cells, from the middle outwards."""
        sums = np.zeros([side + 1 for side in self.taken.shape], dtype=np.int64)
        sums[1:, 1:] = self.taken.cumsum(axis=0, dtype=np.int64).cumsum(axis=1)
        full = sums[down:, across:] - sums[:-down, across:]
        full += sums[:-down, :-across] - sums[down:, :-across]
        spots = np.argwhere(full == 0)
        high, wide = self.taken.shape
        dy = (spots[:, 0] + (down - high) / 2) * self.cell[1] * _WIDE
        dx = (spots[:, 1] + (across - wide) / 2) * self.cell[0]
        nearest = np.argsort(dx * dx + dy * dy, kind="stable")[: most * down * across]
        found: list[list[int]] = spots[nearest].tolist()
        return found
