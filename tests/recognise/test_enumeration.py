"""Numbers in a row: which belong to it, and where each stands."""

from __future__ import annotations

import pytest

from kg.recognise.enumeration import read_numbers

ROWS = [
    ("1767", "nr", [1767]),
    ("1767 en 1775", "nr", [1767, 1775]),
    ("1767 en nr. 12", "nr", [1767, 12]),
    ("1775 en 1767", "nr", [1775]),
    ("12, 14 en 15", "nrs", [12, 14, 15]),
    ("12, 14", "nr", [12]),
    ("12; 14, en 15", "nrs.", [12, 14, 15]),
    ("1–3", "nr", [1, 2, 3]),
    ("1 t/m 3 en 7", "nrs", [1, 2, 3, 7]),
    ("3-1", "nrs", [3]),
    ("1-4000", "nrs", [1]),
    ("8 en item 32", "item", [8, 32]),
    ("8 en nr. 32", "item", [8]),
    ("12, 3 mei 2020", "nrs", [12]),
    ("3 mei 2020", "nr", []),
    ("123456", "nr", []),
    ("0", "nr", []),
    ("007", "nr", [7]),
    ("12.500", "nr", []),
]


@pytest.mark.parametrize(("text", "word", "numbers"), ROWS)
def test_rows(text: str, word: str, numbers: list[int]) -> None:
    found = read_numbers(text, 0, len(text), word)
    assert [number for number, _ in found] == numbers


def test_spans() -> None:
    text = "1–3 en 7"
    found = read_numbers(text, 0, len(text), "nrs")
    assert [(n, span.of(text)) for n, span in found] == [(1, "1"), (2, "1–3"), (3, "3"), (7, "7")]
