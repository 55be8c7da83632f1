"""Text made fit to be shown."""

from __future__ import annotations

import pytest
from commons import calls
from hypothesis import given
from hypothesis import strategies as st

from kg.shown import shortened, wide


@pytest.mark.parametrize(
    ("text", "room", "shown"),
    [
        ("Gezondheid", 10, "Gezondheid"),
        ("Gezondheid", 9, "Gezondhe…"),
        ("e\u0301e\u0301e\u0301", 2, "e\u0301…"),  # accents of their own go with their letter
        ("漢字漢字", 6, "漢字…"),
        ("漢字漢字", 2, "…"),
        ("zorg", 0, "…"),
        ("", 0, ""),
    ],
)
def test_what_is_cut_off_shows_as_an_ellipsis(text: str, room: int, shown: str) -> None:
    assert shortened(text, room) == shown


@given(st.text(), st.integers(1, 40))
def test_as_much_is_shown_as_there_is_room_for(text: str, room: int) -> None:
    shown = shortened(text, room)
    assert wide(shown) <= room
    if shown != text:
        kept = shown.removesuffix("…")
        assert text.startswith(kept) and wide(text[: len(kept) + 1]) > room - 1


def test_a_long_text_takes_steps_in_proportion() -> None:
    few, many = (calls(lambda text="één " * times: shortened(text, 80)) for times in (200, 1600))
    assert many < 1.5 * 8 * few
