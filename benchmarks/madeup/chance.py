"""Choices that follow from numbers alone, the same on any machine and in any version of Python."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Chance:
    """A row of choices that belongs to these numbers.

    Only ``random()`` is promised to give the same row in every version of Python, and only
    sums and products are equal on every machine; so that nothing else is used.

    >>> Chance(1, 2).upto(100) == Chance(1, 2).upto(100)
    True
    """

    __slots__ = ("random",)

    def __init__(self, *key: int) -> None:
        mixed = 0
        for part in key:
            mixed = (mixed * 1_000_003 + part + 1_000_000_007) & 0xFFFFFFFFFFFF
        self.random = Random(mixed).random

    def upto(self, count: int) -> int:
        """A number from 0 up to, not including, ``count``."""
        return int(self.random() * count)

    def pick(self, several: Sequence[T]) -> T:
        """One of several."""
        return several[int(self.random() * len(several))]

    def heavy(self, count: int) -> int:
        """A number below ``count``, low ones far oftener: a tail like that of citations."""
        drawn = self.random()
        return int(drawn * drawn * drawn * count)

    def tailed(self, count: int) -> int:
        """A number below ``count``, low ones oftener, less so than :meth:`heavy`."""
        drawn = self.random()
        return int(drawn * drawn * count)

    def between(self, quantiles: Sequence[int]) -> int:
        """A number spread as these quantiles at equal distances are."""
        place = self.random() * (len(quantiles) - 1)
        low = int(place)
        return quantiles[low] + int((place - low) * (quantiles[low + 1] - quantiles[low]))
