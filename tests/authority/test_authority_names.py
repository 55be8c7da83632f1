"""Names folded and compared; the printed forms of people and posts."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.authority import offices
from kg.authority.names import fold, slips
from kg.authority.people import Strength, forms, people, stays
from kg.authority.titles import parse_title, printed_titles


@pytest.mark.parametrize(
    "printed, folded",
    [
        ("Van der Staaij", "vanderstaaij"),
        ("Yeşilgöz-Zegerius", "yesilgozzegerius"),
        ("Gündoğan", "gundogan"),
        ("Kostić", "kostic"),
        ("Özütok", "ozutok"),
        ("Van ’t Wout", "vantwout"),
        ("J&V", "jenv"),
        ("Volks-\n   gezondheid", "volksgezondheid"),
        ("Volks\u00adgezondheid", "volksgezondheid"),
        ("", ""),
        ("2022", ""),
    ],
)
def test_fold(printed: str, folded: str) -> None:
    assert fold(printed) == folded


@given(st.text())
def test_fold_is_stable_and_plain(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    assert not folded or (folded.isascii() and folded.isalpha() and folded.islower())


def plain_slips(first: str, second: str) -> int:
    """The same distance by the plain full table (optimal string alignment)."""
    rows = [[0] * (len(second) + 1) for _ in range(len(first) + 1)]
    for i in range(len(first) + 1):
        rows[i][0] = i
    for j in range(len(second) + 1):
        rows[0][j] = j
    for i in range(1, len(first) + 1):
        for j in range(1, len(second) + 1):
            differ = first[i - 1] != second[j - 1]
            rows[i][j] = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + differ)
            if i > 1 and j > 1 and first[i - 1] == second[j - 2] and first[i - 2] == second[j - 1]:
                rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
    return rows[-1][-1]


@given(st.text("abc", max_size=9), st.text("abc", max_size=9), st.integers(0, 4))
def test_slips_agree_with_the_plain_distance(first: str, second: str, limit: int) -> None:
    whole = plain_slips(first, second)
    assert slips(first, second, limit) == (whole if whole <= limit else None)


@pytest.mark.parametrize(
    "printed, key",
    [
        ("de minister van Volksgezondheid, Welzijn en Sport",
         "minister:volksgezondheidwelzijnensport"),
        ("De Minister voor Langdurige\nZorg en Sport,", "minister:langdurigezorgensport"),
        ("minister LZS", "minister:lzs"),
        ("de demissionair minister van VWS", "minister:vws"),
        ("de Staatssecretaris van Volks-\ngezondheid, Welzijn en Sport",
         "staatssecretaris:volksgezondheidwelzijnensport"),
        ("staats-secretaris van OCW", "staatssecretaris:ocw"),
        ("Stas VWS", "staatssecretaris:vws"),
        ("de minister van Binnenlandse Zaken (BZK)", "minister:binnenlandsezaken"),
        ("de minister-president, minister van Algemene Zaken", "mp"),
        ("Minister-\npresident", "mp"),
        ("de premier", "mp"),
        ("MLZS", ":mlzs"),
        ("bewindslieden van OCW", "all:ocw"),
        ("mede namens de minister van Financiën", "minister:financien"),
        ("", ":"),
    ],
)
def test_parse_title(printed: str, key: str) -> None:
    assert parse_title(printed).key == key


@given(st.text(max_size=300))
def test_any_text_parses_as_a_title(text: str) -> None:
    assert isinstance(parse_title(text).key, str)


def test_every_post_is_found_by_its_own_title_and_aliases() -> None:
    for post in offices():
        for printed in (post.title, *post.aliases):
            assert post in printed_titles()[parse_title(printed).key]


def test_a_ministry_names_its_minister_and_not_the_one_without_portfolio() -> None:
    assert [p.id for p in printed_titles()["minister:vws"]] == ["min-vws"]
    assert "mzp-lzs" in {p.id for p in printed_titles()["all:vws"]}


def test_forms_are_ordered_by_strength() -> None:
    assert all(
        [form.strength for form in known] == sorted(form.strength for form in known)
        for known in forms().values()
    )
    assert forms()["weyenberg"][0].strength == Strength.VARIANT
    assert forms()["yesilgoz"][0].strength == Strength.SHORTENED


def test_everyone_sat_or_served_somewhere() -> None:
    assert [person for person in people() if not stays()[person]] == []
    assert {stay.where for own in stays().values() for stay in own} == {
        *("TK", "EK", "minister", "staatssecretaris")
    }


def test_periods_of_posts_are_dates() -> None:
    (lzs,) = [post for post in offices() if post.id == "mzp-lzs"]
    assert lzs.periods[0].start == date(2022, 1, 10)
