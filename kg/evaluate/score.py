"""Counts of right, invented and missed, and what follows from them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

T = TypeVar("T")
U = TypeVar("U")


@dataclass(frozen=True, slots=True)
class Score:
    """How many were right, invented and missed; the wrong ones by name.

    >>> score = Score(right=9, invented=("kst-1-1",), missed=())
    >>> score.precision, score.recall
    (0.9, 1.0)
    """

    right: int = 0
    invented: tuple[str, ...] = field(default=())
    missed: tuple[str, ...] = field(default=())

    @property
    def precision(self) -> float | None:
        """The share of what was found that is right; ``None`` when nothing was found."""
        found = self.right + len(self.invented)
        return self.right / found if found else None

    @property
    def recall(self) -> float | None:
        """The share of what is there that was found; ``None`` when nothing is there."""
        there = self.right + len(self.missed)
        return self.right / there if there else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; ``None`` when either is unknown."""
        precision, recall = self.precision, self.recall
        if precision is None or recall is None:
            return None
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.right + other.right,
            self.invented + other.invented,
            self.missed + other.missed,
        )


def compare_sets(found: Iterable[str], expected: Iterable[str], place: str = "") -> Score:
    """The score of a set of names against the expected one; ``place`` goes before each name.

    >>> compare_sets(["a", "b"], ["b", "c"])
    Score(right=1, invented=('a',), missed=('c',))
    """
    mine, theirs = set(found), set(expected)
    return Score(
        len(mine & theirs),
        tuple(f"{place}{each}" for each in sorted(mine - theirs)),
        tuple(f"{place}{each}" for each in sorted(theirs - mine)),
    )


def pair_off(
    found: Sequence[T], expected: Sequence[U], same: Callable[[T, U], Hashable]
) -> tuple[list[tuple[T, U]], list[T], list[U]]:
    """Pairs of one found and one expected each, then what is left of either, in order.

    >>> pair_off([1, 2], [2, 3], lambda a, b: a == b)
    ([(2, 2)], [1], [3])
    """
    left = list(expected)
    pairs: list[tuple[T, U]] = []
    alone: list[T] = []
    for each in found:
        partner = next((other for other in left if same(each, other)), None)
        if partner is None:
            alone.append(each)
        else:
            left.remove(partner)
            pairs.append((each, partner))
    return pairs, alone, left
