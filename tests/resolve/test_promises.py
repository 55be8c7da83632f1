"""Commitments over documents and within one: which words make two of them one."""

from __future__ import annotations

import pytest

from kg.model import Document
from kg.pipeline import extract
from kg.resolve.promises import promised, same_promise


def wordings(*sentences: str) -> list[bool]:
    """Of each promise of a letter whether its own words count, not those of an earlier one."""
    text = "Geachte voorzitter,\n\n" + "\n\n".join(sentences) + "\n\nHoogachtend,\n"
    return [label == first for label, first in promised(extract(Document(text, "a.txt", "0" * 64)))]


@pytest.mark.parametrize(
    "again",
    [
        "Daarom zal ik dus een verbod op aanlegsteigers langs de vaarweg onderzoeken.",
        # a line of a PDF joined without a blank
        "Zo zal ik een verbod opaanlegsteigers langs de vaarweg onderzoeken.",
    ],
)
def test_said_again_in_nearly_the_same_words_it_is_one(again: str) -> None:
    assert wordings("Ik zal een verbod op aanlegsteigers langs de vaarweg onderzoeken.", again) == [
        True, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "other",
    [
        "Ik zal een verbod op vlonders langs de vaarweg onderzoeken.",
        "Ik zal uw Kamer eind dit jaar over een heel ander plan informeren.",
    ],
)
def test_on_another_subject_it_is_another(other: str) -> None:
    first = "Ik zal een verbod op aanlegsteigers langs de vaarweg dit jaar onderzoeken."
    assert wordings(first, other) == [True, True]


def test_the_words_of_any_promise_make_no_two_of_them_one() -> None:
    made = [("ik zal de Kamer hierover eind dit jaar informeren", "commitment/1")]
    assert same_promise(made, "ik zal de Kamer eind dit jaar over de havens informeren") is None


def test_two_things_promised_in_the_words_of_any_promise_are_two() -> None:
    brief, other = "Ik zeg daarover graag een brief toe.", "Dat zeg ik mevrouw Smit graag toe."
    assert wordings(brief, other) == [True, True]
