"""Names by their shape, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.recognise.motie import title_case
from kg.recognise.names import capital, is_plausible, read_name, read_names


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Bikker c.s.", "Bikker"),
        ("Van der Staaij en", "Van der Staaij"),
        ("van der Staaij en", "Van der Staaij"),
        ("van den Berg (CDA)", "Van den Berg"),
        ("Dik-Faber/Diertens", "Dik-Faber"),
        ("Van Kooten-Arissen over", "Van Kooten-Arissen"),
        ("El Abassi over", "El Abassi"),
        ("de Neef³", "De Neef"),
        ("Mohandis⁴ wordt", "Mohandis"),
        ("Harbers3 over", "Harbers"),
        ("'t Hart over", "'t Hart"),
        ("Van 't Wout en", "Van 't Wout"),
        ("Ten Broeke/Van Bommel", "Ten Broeke"),
        ("Yeşilgöz-Zegerius wil", "Yeşilgöz-Zegerius"),
        ("Öztürk heeft", "Öztürk"),
        ("Gu\u0308ndog\u0306an heeft", "Gu\u0308ndog\u0306an"),
        ("Gijs van Dijk om", "Gijs van Dijk"),
        ("Jasper Van Dijk over", "Jasper Van Dijk"),
        ("Pia Dijkstra over", "Pia Dijkstra"),
        ("Bruins Slot (CDA)", "Bruins Slot"),
        ("Koşer Kaya wil", "Koşer Kaya"),
        ("Six Dijkstra wil", "Six Dijkstra"),
        ("Faber-van de Klashorst c.s.", "Faber-van de Klashorst"),
        ("Joseph-\nAgema wil", "Joseph-Agema"),
        ("van \nder  Plas wil", "Van der Plas"),
        ("Omtzigt Kamerstuk 36 200", "Omtzigt"),
        ("Klaver van GroenLinks", "Klaver"),
        ("Omtzigt de Kamer", "Omtzigt"),
    ],
)
def test_a_name_as_printed(text: str, printed: str) -> None:
    name = read_name(text, 0)
    assert name is not None
    assert name.printed == printed
    assert capital(name.span.of(text)) == printed


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("van Bikker c.s.", "Bikker"),
        ("van Nispen", "Van Nispen"),
        ("van der Plas", "Van der Plas"),
        ("van de Groot", "De Groot"),
        ("van Diederik van Dijk", "Diederik van Dijk"),
        ("Van Meenen", "Van Meenen"),
    ],
)
def test_a_small_van_is_a_preposition_unless_the_table_knows(text: str, printed: str) -> None:
    name = read_name(text, 0, loose=True)
    assert name is not None
    assert name.printed == printed


@pytest.mark.parametrize(
    "text",
    ["Kamer", "de Kamer", "GroenLinks", "van de VVD", "het lid", "CDA", "12", "", "Tweede Kamer"],
)
def test_no_name(text: str) -> None:
    assert read_name(text, 0, loose=True) is None


@pytest.mark.parametrize(
    ("text", "printed", "cs"),
    [
        ("Lodders/Geurts over", ["Lodders", "Geurts"], False),
        ("Hijink en Paulusma voerde", ["Hijink", "Paulusma"], False),
        ("Van Nispen (SP), Mutluer (GroenLinks-PvdA) en Bikker c.s.",
         ["Van Nispen", "Mutluer", "Bikker"], True),
        ("Grinwis (CU) c.s. om", ["Grinwis"], True),
        ("Grinwis c.s. (CU) om", ["Grinwis"], True),
        ("Segers en mevrouw Hermans verzoekt", ["Segers", "Hermans"], False),
        ("Koerhuis en van het lid Bisschop", ["Koerhuis", "Bisschop"], False),
        ("van Campen/ Boswijk (21 501", ["Van Campen", "Boswijk"], False),
        ("Harbers3 en de Kamer", ["Harbers"], False),
    ],
)  # fmt: skip
def test_a_row_of_names(text: str, printed: list[str], cs: bool) -> None:
    names = read_names(text, 0, loose=True)
    assert names is not None
    assert [name.printed for name in names.names] == printed
    assert names.cs is cs


def test_parties_stay_with_their_member() -> None:
    names = read_names("Hijink (SP) en Westerveld (GroenLinks) en", 0)
    assert names is not None
    assert [name.party for name in names.names] == ["SP", "GroenLinks"]


@pytest.mark.parametrize(
    ("heading", "written"),
    [
        ("INGE VAN DIJK EN GRINWIS", "Inge van Dijk en Grinwis"),
        ("VAN DER PLAS C.S.", "Van der Plas c.s."),
        ("TEN BROEKE EN DE GROOT", "Ten Broeke en De Groot"),
        ("YEŞİLGÖZ", "YEŞİLGÖZ"),  # "İ" has no small letter of one code point
    ],
)
def test_capitals_become_names(heading: str, written: str) -> None:
    assert title_case(heading) == written


@given(st.text(max_size=200), st.integers(0, 200), st.booleans())
def test_any_text_gives_names_within_it(text: str, start: int, loose: bool) -> None:
    names = read_names(text, min(start, len(text)), loose=loose)
    for name in names.names if names else ():
        assert 0 <= name.span.start < name.span.end <= names.end <= len(text)
        assert capital(name.span.of(text)) == name.printed


@given(st.text(max_size=60))
def test_title_case_keeps_the_length(text: str) -> None:
    assert len(title_case(text)) == len(text)


def test_plausible_by_exclusion() -> None:
    assert not is_plausible("Kamerstukken")
    assert is_plausible("Kamminga")
