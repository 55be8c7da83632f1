"""Every kind of identifier: its id, its written forms, its pages, and what it refuses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import CitationError
from kg.identifiers import (
    Identifier,
    aanhangsel,
    bare,
    handelingen,
    kenmerk,
    kind_of,
    pages,
    parse_id,
    staatsblad,
    tweede_kamer,
)
from kg.identifiers.aanhangsel import Aanhangsel
from kg.identifiers.bare import Bijlage
from kg.identifiers.handelingen import Handelingen
from kg.identifiers.kenmerk import Kenmerk
from kg.identifiers.staatsblad import Publicatie
from kg.identifiers.tweede_kamer import Kamernummer, ToezeggingEersteKamer, Toezeggingsnummer
from kg.recognise import find

OB = "https://zoek.officielebekendmakingen.nl"
TK = "https://www.tweedekamer.nl"

# id, kind, pages
IDS = [
    ("kst-25295-1892", "kamerstuk", (f"{OB}/kst-25295-1892.html",)),
    ("kst-36600-XV-12", "kamerstuk", (f"{OB}/kst-36600-XV-12.html",)),
    ("dossier-36600", "dossier", (f"{OB}/dossier/36600",)),
    ("ah-tk-20232024-1031", "aanhangsel", (f"{OB}/ah-tk-20232024-1031.html",)),
    ("ah-ek-20202021-3-n1", "aanhangsel", (f"{OB}/ah-ek-20202021-3-n1.html",)),
    ("h-tk-20192020-33-21", "handelingen", (f"{OB}/h-tk-20192020-33-21.html",)),
    ("h-tk-20132014-40-1-n1", "handelingen", (f"{OB}/h-tk-20132014-40-1-n1.html",)),
    ("h-tk-20142015-106", "handelingen", ()),
    ("h-tk-20062007-3564-3568", "handelingen", (f"{OB}/h-tk-20062007-3564-3568.html",)),
    ("h-ek-19941995-11-382-402", "handelingen", (f"{OB}/h-ek-19941995-11-382-402.html",)),
    ("h-ek-19992000-493-493", "handelingen", ()),
    ("h-vv-20122013-1-2", "handelingen", (f"{OB}/h-vv-20122013-1-2.html",)),
    ("2022D29586", "tweede-kamer",
     (f"{TK}/kamerstukken/detail?id=2022D29586&did=2022D29586",)),
    ("2021Z02062", "tweede-kamer", (f"{TK}/kamerstukken/detail?id=2021Z02062",)),
    ("2024A02517", "tweede-kamer",
     (f"{TK}/debat_en_vergadering/commissievergaderingen/details?id=2024A02517",)),
    ("2015P02267", "tweede-kamer", ()),
    ("TZ202603-130", "tweede-kamer", ()),
    ("T03120", "tweede-kamer", ()),
    ("kenmerk:3382139-1030472-PG", "kenmerk", ()),
    ("kenmerk:DGLGS/89794048", "kenmerk", ()),
    ("stb-2020-123", "staatsblad", (f"{OB}/stb-2020-123.html",)),
    ("stb-1950-K425", "staatsblad", ()),
    ("stcrt-2021-4567", "staatscourant", (f"{OB}/stcrt-2021-4567.html",)),
    ("stcrt-2021-4567-n1", "staatscourant", (f"{OB}/stcrt-2021-4567-n1.html",)),
    ("trb-2019-77", "tractatenblad", (f"{OB}/trb-2019-77.html",)),
    ("blg-906820", "bijlage", (f"{OB}/blg-906820",)),
]  # fmt: skip

NO_IDS = [
    "", "kst", "kst-25295", "ah-tk-20232025-1", "ah-xx-20232024-1", "h-tk-20192020", "h-20192020-1",
    "2022D2958", "2022X12345", "TZ202613-130", "T3120", "kenmerk:", "kenmerk:2020", "stb-2020",
    "stb-1700-1", "stcrt-20200-1", "blg-0", "dossier-", "36600", "een brief", "stb-2020-0",
]  # fmt: skip


@pytest.mark.parametrize(("id_", "kind", "links"), IDS)
def test_id(id_: str, kind: str, links: tuple[str, ...]) -> None:
    value = parse_id(id_)
    assert (value.id, kind_of(value), pages(value)) == (id_, kind, links)
    assert value.format("id") == id_


@pytest.mark.parametrize("text", NO_IDS)
def test_no_id(text: str) -> None:
    with pytest.raises(CitationError):
        parse_id(text)


WRITTEN = [
    (Aanhangsel("2023-2024", 1031), "leidraad", "Aanhangsel Handelingen II 2023/24, nr. 1031"),
    (Aanhangsel("2023-2024", 1031), "kamer",
     "Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 1031"),
    (Aanhangsel("1999-2000", 3, "ek"), "short", "Aanhangsel I 1999/2000, 3"),
    (Handelingen("2019-2020", 33, 21), "leidraad", "Handelingen II 2019/20, nr. 33, item 21"),
    (Handelingen("2019-2020", 33, 21), "kamer", "Handelingen II 2019–2020, nr. 33, item 21"),
    (Handelingen("2005-2006", 98, None, 6087, 6090), "short",
     "Hand. II 2005/06, nr. 98, p. 6087-6090"),
    (Handelingen("2005-2006", None, None, 6087, 6087, "ek"), "leidraad",
     "Handelingen I 2005/06, p. 6087"),
    (Publicatie("stb", 2020, "123"), "leidraad", "Stb. 2020, 123"),
    (Publicatie("stcrt", 2021, "4567"), "kamer", "Staatscourant 2021, nr. 4567"),
    (Publicatie("trb", 2019, "77"), "short", "Trb. 2019/77"),
    (Kenmerk("DGLGS/89794048"), "kamer", "kenmerk DGLGS/89794048"),
    (Kenmerk("DGLGS/89794048"), "short", "DGLGS/89794048"),
    (Kamernummer("D", 2022, 29586), "leidraad", "2022D29586"),
    (Toezeggingsnummer(2026, 3, 130), "short", "TZ202603-130"),
    (ToezeggingEersteKamer(3120), "kamer", "T03120"),
    (Bijlage(906820), "kamer", "blg-906820"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "style", "written"), WRITTEN)
def test_written(value: Identifier, style: str, written: str) -> None:
    assert value.format(style) == written


@pytest.mark.parametrize("module", [aanhangsel, handelingen, staatsblad])
def test_unknown_styles_are_refused(module: object) -> None:
    value = {
        aanhangsel: Aanhangsel("2023-2024", 1),
        handelingen: Handelingen("2023-2024", 1, 2),
        staatsblad: Publicatie("stb", 2020, "1"),
    }[module]  # type: ignore[index]
    with pytest.raises(ValueError, match="no style 'apa'"):
        module.format(value, "apa")  # type: ignore[attr-defined]


def test_values_refuse_what_cannot_be() -> None:
    with pytest.raises(CitationError):
        Publicatie("stb", 1700, "1")
    with pytest.raises(CitationError):
        Publicatie("stb", 2000, "L1")
    with pytest.raises(CitationError):
        Publicatie("pb", 2000, "1")
    with pytest.raises(CitationError):
        Handelingen("2019-2020")


@pytest.mark.parametrize(
    ("text", "valid"),
    [("2022 D29586", True), ("TZ202504–026", True), ("2022E29586", False), ("", False)],
)
def test_numbers_of_the_kamer(text: str, valid: bool) -> None:
    assert tweede_kamer.is_valid(text) is valid


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("kenmerk: DGLGS / 96865694", "DGLGS/96865694"),
        ("Kenmerk 1722926–208233–PG.", "1722926-208233-PG"),
        ("kenmerk:5401166", "5401166"),
        ("TRCNVWA/2020/ 2787", "TRCNVWA/2020/2787"),
    ],
)
def test_kenmerk(text: str, reference: str) -> None:
    assert kenmerk.parse(text) == Kenmerk(reference)


@pytest.mark.parametrize("text", ["kenmerk", "2020", "0703405268", "nr", "a" * 300, "12-3"])
def test_no_kenmerk(text: str) -> None:
    assert not kenmerk.is_valid(text)


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("KST36360XV1", "kst-36360-XV-1"),
        ("KST2150132170", "kst-21501-32-170"),
        ("kst3552660", "kst-35526-60"),
        ("KST-36600-XV-12", "kst-36600-XV-12"),
        ("kst-cxxiv-g", "kst-CXXIV-G"),
        ("kst-23700-188b", "kst-23700-188b"),
        ("STB-1950-k425", "stb-1950-K425"),
        (" blg-12345 ", "blg-12345"),
        ("AH-TK-20232024-214", "ah-tk-20232024-214"),
    ],
)
def test_bare(text: str, id_: str) -> None:
    assert bare.parse(text).id == id_ and bare.is_valid(text)


YEARS = st.integers(1815, 2097).map(lambda y: f"{y}-{y + 1}")
SMALL = st.integers(1, 9999)
LETTERS_AND_DIGITS = st.from_regex(r"[A-Z]{2,5}-[0-9]{3,6}(?:/[0-9]{2,4})?", fullmatch=True)
VALUES: st.SearchStrategy[Identifier] = st.one_of(
    st.builds(Aanhangsel, YEARS, SMALL, st.sampled_from(["tk", "ek"])),
    st.builds(
        Handelingen,
        st.integers(2010, 2040).map(lambda y: f"{y}-{y + 1}"),
        st.integers(1, 120),
        st.integers(1, 60),
        chamber=st.sampled_from(["tk", "ek", "vv"]),
    ),
    st.builds(
        lambda year, first, more, house: Handelingen(
            f"{year}-{year + 1}", None, None, first, first + more, house
        ),
        st.integers(1995, 2009),
        SMALL,
        st.integers(0, 30),
        st.sampled_from(["tk", "ek"]),
    ),
    st.builds(Kamernummer, st.sampled_from("ADPZ"), st.integers(2008, 2040), SMALL),
    st.builds(Toezeggingsnummer, st.integers(2010, 2040), st.integers(1, 12), st.integers(1, 999)),
    st.builds(ToezeggingEersteKamer, st.integers(1, 9999)),
    st.builds(Kenmerk, LETTERS_AND_DIGITS),
    st.builds(
        Publicatie,
        st.sampled_from(["stb", "stcrt", "trb"]),
        st.integers(1860, 2040),
        SMALL.map(str),
    ),
    st.builds(Bijlage, SMALL),
)


@given(VALUES)
def test_the_id_reads_back(value: Identifier) -> None:
    assert parse_id(value.id) == value
    assert parse_id(value.format("id")) == value


@given(VALUES, st.sampled_from(["leidraad", "kamer"]))
def test_the_written_form_is_found_again(value: Identifier, style: str) -> None:
    text = f"Over de toezegging, zie {value.format(style)}."
    assert value.id in [mention.id for mention in find(text)]


@given(st.text(max_size=40))
def test_any_text_is_an_id_or_an_error(text: str) -> None:
    try:
        parse_id(text)
    except CitationError as error:
        assert str(error)
