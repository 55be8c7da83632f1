"""The vergaderjaar in every printed form, and what is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.identifiers.vergaderjaar import compact, expand, parse_vergaderjaar, with_slash

CANONICAL = ["2020-2021", "1999-2000", "1958-1959", "1814-1815"]

VARIANTS = [
    ("2020/21", "2020-2021"),
    ("2020-21", "2020-2021"),
    ("2020–2021", "2020-2021"),
    ("2020/2021", "2020-2021"),
    ("1997 - 1998", "1997-1998"),
    ("1999/00", "1999-2000"),
    ("1999/2000", "1999-2000"),
    ("2020‑21", "2020-2021"),
    ("2020−2021", "2020-2021"),
    ("2020–\n2021", "2020-2021"),
    ("2020\u00a0/\u00a021", "2020-2021"),
    ("20\u00ad20/21", "2020-2021"),
    ("20202021", "2020-2021"),
]

WILD = [
    ("2022–203", "2022-2023"),
    ("202-2023", "2022-2023"),
    ("2022/-23", "2022-2023"),
    ("2 0 22 -2023", "2022-2023"),
]

NONE = ["", "2020", "2020/22", "2023–34", "2020-2025", "1990–1994", "0012-0013", "20/21", "abc",
        "2020-2021-2022", "20202022", "3020-3021", "2020-1", "1-2", "²⁰²⁰/²¹"]


@pytest.mark.parametrize("text", CANONICAL)
def test_canonical(text: str) -> None:
    assert parse_vergaderjaar(text) == text


@pytest.mark.parametrize(("text", "expected"), VARIANTS + WILD)
def test_variants(text: str, expected: str) -> None:
    assert parse_vergaderjaar(text) == expected


@pytest.mark.parametrize("text", NONE)
def test_no_vergaderjaar(text: str) -> None:
    assert parse_vergaderjaar(text) is None


def test_compact_wants_the_normal_form() -> None:
    with pytest.raises(ValueError, match="2020/21"):
        compact("2020/21")


@given(st.integers(1814, 2098))
def test_every_written_form_reads_back(start: int) -> None:
    year = f"{start}-{start + 1}"
    for form in (year, with_slash(year), compact(year), f"{start}–{start + 1}"):
        assert parse_vergaderjaar(form) == year
    assert expand(compact(year)) == year


@given(st.text())
def test_any_text_is_survived(text: str) -> None:
    assert parse_vergaderjaar(text) is None or "-" in (parse_vergaderjaar(text) or "")
