"""Kamerstukken and dossiers as values: canonical ids, written forms, what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import CitationError
from kg.identifiers import dossier, kamerstuk
from kg.identifiers.dossier import Dossier
from kg.identifiers.kamerstuk import Kamerstuk

CANONICAL = [
    ("kst-32793-302", Kamerstuk("32793", "302")),
    ("kst-35925-VIII-164", Kamerstuk("35925", "164", "VIII")),
    ("kst-21501-32-1703", Kamerstuk("21501", "1703", "32")),
    ("kst-36600-A-2", Kamerstuk("36600", "2", "A")),
    ("kst-36600-IIA-2", Kamerstuk("36600", "2", "IIA")),
    ("kst-35882-A", Kamerstuk("35882", "A")),
    ("kst-35334-BV", Kamerstuk("35334", "BV")),
    ("kst-22608-188b", Kamerstuk("22608", "188b")),
    ("kst-CXXIV-G", Kamerstuk("CXXIV", "G")),
    ("kst-36360-XV-1-b1", Kamerstuk("36360", "1", "XV", part="b1")),
    ("kst-9561-3", Kamerstuk("9561", "3")),
]

NOT_AN_ID = [
    "",
    "kst-",
    "kst-32793",
    "kst-32793-",
    "kst-032793-1",
    "kst-32793-0",
    "kst-32793-302-x1",
    "kst-32793-302\n",
    "KST-32793-302",
    "kst-20082007-31145-C",
    "kst-٣٢٧٩٣-302",
    "blg-906820",
    "dossier-36600",
]

WRITTEN = [
    (Kamerstuk("35882", "1", vergaderjaar="2020-2021"), "leidraad",
     "Kamerstukken II 2020/21, 35 882, nr. 1"),
    (Kamerstuk("35526", "L", vergaderjaar="1999-2000"), "leidraad",
     "Kamerstukken I 1999/2000, 35 526, L"),
    (Kamerstuk("36600", "12", "XV"), "leidraad", "Kamerstukken II, 36 600 XV, nr. 12"),
    (Kamerstuk("22608", "188b", chamber="ek"), "leidraad", "Kamerstukken I, 22 608, nr. 188b"),
    (Kamerstuk("21501", "1703", "32"), "kamer", "Kamerstuk 21 501-32, nr. 1703"),
    (Kamerstuk("CXXIV", "G"), "kamer", "Kamerstuk CXXIV, G"),
    (Kamerstuk("36600", "12", "XV"), "short", "36600-XV-12"),
]  # fmt: skip

_dossiers = st.one_of(
    st.integers(1, 99999).map(str), st.sampled_from(["CXXIV", "CLIX", "CXLVIII", "CCC"])
)
_toevoegingen = st.sampled_from([None, "I", "XVII", "IIA", "A", "J", "32", "02"])
_ondernummers = st.one_of(
    st.integers(1, 99999).map(str), st.sampled_from(["A", "BV", "188b", "ZZ", "AAA", "I", "XV"])
)
papers = st.builds(
    Kamerstuk,
    _dossiers,
    _ondernummers,
    _toevoegingen,
    vergaderjaar=st.sampled_from([None, "2020-2021", "1999-2000"]),
    chamber=st.sampled_from([None, "tk", "ek"]),
    part=st.sampled_from([None, "b1", "h1", "n2"]),
)


@pytest.mark.parametrize("text, value", CANONICAL)
def test_an_id_and_its_value_are_one(text: str, value: Kamerstuk) -> None:
    assert kamerstuk.parse(text) == value
    assert kamerstuk.format(value) == value.id == text


@pytest.mark.parametrize("text", NOT_AN_ID)
def test_what_is_no_id_is_refused(text: str) -> None:
    assert not kamerstuk.is_valid(text)
    with pytest.raises(CitationError):
        kamerstuk.parse(text)


@pytest.mark.parametrize("value, style, text", WRITTEN)
def test_written_forms(value: Kamerstuk, style: str, text: str) -> None:
    assert kamerstuk.format(value, style) == text


def test_an_unknown_style_names_the_known_ones() -> None:
    for text in (Kamerstuk("35882", "1"), Dossier("35882")):
        with pytest.raises(ValueError, match="leidraad, kamer and short"):
            text.format("apa")


@given(papers)
def test_parse_undoes_format(value: Kamerstuk) -> None:
    assert kamerstuk.parse(kamerstuk.format(value)) == value


@given(st.builds(Dossier, _dossiers, _toevoegingen))
def test_parse_undoes_format_of_a_dossier(value: Dossier) -> None:
    assert dossier.parse(dossier.format(value)) == value


@given(st.text())
def test_any_text_is_an_id_or_an_error(text: str) -> None:
    for verbs in (kamerstuk, dossier):
        try:
            assert verbs.parse(text).id
        except CitationError:
            assert not verbs.is_valid(text)


def test_a_session_within_the_id_is_the_vergaderjaar() -> None:
    value = kamerstuk.parse("kst-20082009-31145-C")
    assert (value.id, value.vergaderjaar) == ("kst-31145-C", "2008-2009")


def test_what_is_only_printed_beside_tells_no_papers_apart() -> None:
    printed = Kamerstuk("34477", "73", chamber="tk", further=("dossier-25295",))
    assert printed == Kamerstuk("34477", "73")
    assert len({printed, Kamerstuk("34477", "73")}) == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"dossier": "36 600"},
        {"ondernummer": "12 a"},
        {"toevoeging": "XLII"},
        {"part": "c1"},
        {"vergaderjaar": "2020-2023"},
        {"chamber": "II"},
    ],
)
def test_a_value_no_paper_has_is_refused(fields: dict[str, str]) -> None:
    with pytest.raises(CitationError):
        Kamerstuk(**{"dossier": "36600", "ondernummer": "12", **fields})


def test_pages() -> None:
    page = "https://zoek.officielebekendmakingen.nl/kst-36600-XV-12.html"
    assert Kamerstuk("36600", "12", "XV").pages() == (page,)
