"""The figures that may be footnote marks: each label looked for by itself, as all at once would."""

import re

import pytest
from commons import sentences
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Document
from kg.segment import marks
from kg.segment.marks import find_marks
from kg.segment.page import open_page
from kg.text import plain

PIECES = ("1", "2", "9", "10", "11", "19", "20", "2021", " ", "\n", ".", ",", "zorg", "Kamer", "²")


@given(st.lists(st.sampled_from(PIECES), max_size=40), st.sets(st.integers(1, 30), min_size=1))
def test_looked_for_one_by_one_or_all_at_once(pieces: list[str], wanted: set[int]) -> None:
    page = open_page(Document("".join(pieces), "a.txt", "00"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(marks, "_MANY", 100)
        each = find_marks(page, frozenset(wanted))
        patch.setattr(marks, "_MANY", -1)
        every = find_marks(page, frozenset(wanted))
    assert each == every


@given(st.lists(st.sampled_from((*PIECES, "! ", "? ", "… ", ". ", "De ", "\n\n")), max_size=40))
def test_sentences_are_in_order_and_leave_out_only_white_space(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = sentences(text)
    assert list(found) == sorted(found)
    assert all(start < end and text[start:end].strip() == text[start:end] for start, end in found)
    assert re.sub(r"\s", "", plain(text)) == "".join(
        re.sub(r"\s", "", text[start:end]) for start, end in found
    )
