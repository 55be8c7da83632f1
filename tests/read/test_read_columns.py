"""Handelingen in two columns: each column on its own, anything else untouched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read import read_bytes
from kg.read.columns import parted

LEFT = [
    "De heer Van der Bos (VVD):", "Dank u wel, voorzitter. Ik heb een", "motie over de dijken.", "",
    "De Kamer,", "gehoord de beraadslaging,", "verzoekt de regering de dijk te ver-", "hogen,",
    "en gaat over tot de orde van de dag.", "", "De voorzitter:", "Zij krijgt nr. 12 (36410).",
]  # fmt: skip
RIGHT = [
    "Mevrouw Kuik (CDA):", "Ik dacht aan iets anders, namelijk", "aan duinen, en ik lees voor wat",
    "daarover in de brief staat.", "", "Minister Harbers:", "De motie op stuk nr. 12 ontraad ik.",
    "Zij kost te veel.", "", "De voorzitter:", "Tot zover dit debat. Ik dank u allen", "zeer.",
]  # fmt: skip
FOOT = "{0:<64}8 februari 2024\nTweede Kamer{1}Dijken{1}TK 40{1}40-6-{2}"


def page(left: list[str], right: list[str], number: int = 1, *, shifted: bool = False) -> str:
    """A page of two columns; ``shifted`` has the lines of the right one between the left one's."""
    rows = [f"{one:<64}{other}".rstrip() for one, other in zip(left, right, strict=True)]
    if shifted:
        rows = [row for one, other in zip(left, right, strict=True)
                for row in (one, f"{'':<64}{other}".rstrip())]  # fmt: skip
    return "\n".join([*rows, "", FOOT.format("", " " * 20, number)])


@pytest.mark.parametrize("shifted", [False, True])
def test_the_left_column_stands_above_the_right_one(shifted: bool) -> None:
    text = parted(page(LEFT, RIGHT, shifted=shifted))
    lines = [line for line in text.split("\n") if line.strip()]
    assert lines[:-2] == [line for line in (*LEFT, *RIGHT) if line]
    assert lines[-2].strip() == "8 februari 2024"
    assert lines[-1].endswith("40-6-1")


def test_an_empty_line_within_a_column_stays() -> None:
    lines = parted(page(LEFT, RIGHT)).split("\n")
    assert lines[: len(LEFT)] == LEFT
    assert lines[len(LEFT) :][: len(RIGHT)] == RIGHT


def test_every_page_is_taken_apart_by_itself() -> None:
    narrow = [line[:30] for line in LEFT]
    second = "\n".join(f"{one:<40}{other}" for one, other in zip(narrow, RIGHT, strict=True))
    text = f"{page(LEFT, RIGHT)}\n\f{second}\n\n{FOOT.format('', ' ' * 20, 2)}\n"
    first, last = parted(text).split("\f")
    assert first.startswith("De heer Van der Bos (VVD):\nDank u wel")
    assert last.split("\n")[: len(narrow)] == [line.rstrip() for line in narrow]


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"{one:<64}{other}" for one, other in zip(LEFT, RIGHT, strict=True)),  # no foot
        "\n".join([*LEFT, *RIGHT, FOOT.format("", " " * 20, 1)]),  # one column
        "TK 40 40-6-1",
        "",
    ],
)
def test_what_is_not_two_columns_of_handelingen_stays(text: str) -> None:
    assert parted(text) == text


def test_the_motion_of_a_column_is_read_whole() -> None:
    text = read_bytes(page(LEFT, RIGHT).encode(), "h.txt").text
    assert "verzoekt de regering de dijk te ver-\nhogen,\nen gaat over" in text


@given(st.lists(st.text(alphabet="ab .\t\x0c", max_size=90), max_size=30))
def test_no_word_is_lost(lines: list[str]) -> None:
    text = "\n".join([*lines, FOOT.format("", " " * 20, 1)])
    assert sorted("".join(parted(text).split())) == sorted("".join(text.split()))
