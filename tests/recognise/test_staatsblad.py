"""Staatsblad, Staatscourant, Tractatenblad."""

from __future__ import annotations

import pytest

from kg.recognise import staatsblad
from kg.recognise.engine import Engine

ENGINE = Engine(staatsblad.RECOGNISERS)

CANONICAL = [
    ("de wet (Stb. 2020, 123) is", "stb-2020-123", "Stb. 2020, 123", "staatsblad"),
    ("zie Stcrt. 2021, 4567.", "stcrt-2021-4567", "Stcrt. 2021, 4567", "staatscourant"),
    ("het verdrag (Trb. 2019, 77)", "trb-2019-77", "Trb. 2019, 77", "tractatenblad"),
]

VARIANTS = [
    ("Staatsblad 2013, nr. 48", "stb-2013-48"),
    ("Stb. 1966, nr. 559", "stb-1966-559"),
    ("Stb. 1984/311", "stb-1984-311"),
    ("Stb. 269/1984", "stb-1984-269"),
    ("Stb 1994, 346", "stb-1994-346"),
    ("Staatsblad (Stb.) 1963, nr. 228", "stb-1963-228"),
    ("*Stb*. 2008, 421", "stb-2008-421"),
    ("*Stcrt.*1977, 182", "stcrt-1977-182"),
    ("Stcrt. 1989,218", "stcrt-1989-218"),
    ("Staatscourant 2022, nr. 16685", "stcrt-2022-16685"),
    ("Staatscourant 2023 nr. 7102", "stcrt-2023-7102"),
    ("Staatscourant 2023(4495), 13 februari 2023", "stcrt-2023-4495"),
    ("Staatscourant nr. 177 van 13 september 2000", "stcrt-2000-177"),
    ("Staatscourant nr. 117, 1977", "stcrt-1977-117"),
    ("Stcrt. 24 maart 2006, nr. 60", "stcrt-2006-60"),
    ("Staatscourant d.d. 30 maart 1998, nr. 61", "stcrt-1998-61"),
    ("Stb. 1950, K 425", "stb-1950-K425"),
    ("Stb. 1947, H12", "stb-1947-H12"),
    ("Stb. 1992. 1)", "stb-1992-1"),
    ("STB. 2020, 123", "stb-2020-123"),
    ("Stb. jaargang 2020, nr. 123", "stb-2020-123"),
    ("STAATSCOURANT 2021, NR. 4567", "stcrt-2021-4567"),
    ("Stcrt. 2009, nr. 14\u00a0082, 5 november 2009", "stcrt-2009-14082"),
    ("<sup> 2Stcrt. 2014, nr. 35508. </sup>", "stcrt-2014-35508"),
    ("Strct. 2009, 14082", "stcrt-2009-14082"),
    ("*Stcrt.*.. 1994, nr. 101", "stcrt-1994-101"),
    ("Tractaten-\nblad 1962,\n   3", "trb-1962-3"),
    ("Staats\u00adcourant\u00a02014,\u00a08242", "stcrt-2014-8242"),
    ("Wet van 17 februari 2007, Stb. 84", "stb-2007-84"),
    ("Wet van 1 mei 1970, Stb 237, art. 2", "stb-1970-237"),
    ("KB van 15-05-1981, Stb. 326", "stb-1981-326"),
]

LAW_IN_SENTENCE = [
    ("wet van 19 juni 1996 tot wijziging van de Huurwet, de Wet X en de Wet Y (Stb. 323) (zo)",
     "stb-1996-323"),
    ("<sup> 2 Wet van 5 maart 2009 tot wijziging van\n   de Gemeentewet (Stb. 169). </sup>",
     "stb-2009-169"),
    ("de Wet van 28 juni 2007, houdende wijziging van de Wet X (*Stb*. 284) is", "stb-2007-284"),
    ("[wet van 11 april 2013 tot wijziging](../../../wet/X/README.md), Stb. 138", "stb-2013-138"),
    ("het besluit van 23 november 2006, nr. CPP2006/2674M, Stcrt. nr. 236", "stcrt-2006-236"),
    ("het Besluit van de Minister van X van 3 mei 2001 houdende regels (Stcrt. 86)",
     "stcrt-2001-86"),
    ("de Kaderwet subsidies (Stb. 739) van 24 december 1998", "stb-1998-739"),
]  # fmt: skip

NO_LAW_IN_SENTENCE = [
    "wet van 19 juni 1996 tot wijziging van iets. De Huurwet (Stb. 323)",
    "wet van 19 juni 1996, zoals op 3 mei 1999 vervangen door de Huurwet (Stb. 323)",
    "wet van 19 juni 1996 en de Huurwet (Stb. 323)",
    "de brief van 19 juni 1996 over de Huurwet (Stb. 323)",
    "de Archiefwet 1995 (Stb. 276)",
]

NONE = [
    "wordt in het Staatsblad geplaatst",
    "in de Staatscourant van 3 mei 2020 verscheen",
    "de Staatscourant en in het Archievenblad. Op 2 oktober 2003",
    "Belgisch Staatsblad 2020, 123",
    "Stb. 2020",
    "Stb.: Staatsblad Stcrt.: Staatscourant",
    "Besluit Taak FEZ (Stb. 1992), art. 11",
    "de Staatsbladen 12 en 13",
    "Stb. 1799, 3",
    "het XStb. 2020, 12",
]


@pytest.mark.parametrize(("text", "id_", "surface", "kind"), CANONICAL)
def test_canonical(text: str, id_: str, surface: str, kind: str) -> None:
    (mention,) = ENGINE.scan(text)
    assert (mention.id, mention.surface, mention.kind) == (id_, surface, kind)


@pytest.mark.parametrize(("text", "id_"), VARIANTS)
def test_variants(text: str, id_: str) -> None:
    (mention,) = ENGINE.scan(text)
    assert mention.id == id_
    assert mention.span.of(text) == mention.surface


@pytest.mark.parametrize("text", NONE)
def test_none(text: str) -> None:
    assert [m.id for m in ENGINE.scan(text) if m.id] == []


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Stb. 2014, 444 en 489, voor", ["stb-2014-444", "stb-2014-489"]),
        ("Stb. 1975, 48, 1976, 184).", ["stb-1975-48", "stb-1976-184"]),
        ("Trb. 1962, 3 en 1963, 90)", ["trb-1962-3", "trb-1963-90"]),
        ("Trb. 1962, 3 en Trb. 1963, 90", ["trb-1962-3", "trb-1963-90"]),
        ("Stb. 2010, 5 en 3 andere wetten", ["stb-2010-5"]),
        ("Stb. 2010, 5, 12 mei 2010", ["stb-2010-5"]),
    ],
)
def test_lists(text: str, ids: list[str]) -> None:
    assert [m.id for m in ENGINE.scan(text)] == ids


def test_without_a_year_there_is_a_reason() -> None:
    (mention,) = ENGINE.scan("het besluit (Stb. 169) is gewijzigd")
    assert (mention.value, mention.reason) == (None, "no year is printed, nor a date before it")


def test_a_year_from_the_date_is_told() -> None:
    (mention,) = ENGINE.scan("de wet van 28 april 1976 (Stb. 323)")
    assert (mention.id, mention.surface) == ("stb-1976-323", "Stb. 323")
    assert mention.reason == "the year is that of the date before it"


@pytest.mark.parametrize(("text", "id_"), LAW_IN_SENTENCE)
def test_the_date_of_a_law_gives_the_year(text: str, id_: str) -> None:
    (mention,) = ENGINE.scan(text)
    assert mention.id == id_
    assert mention.reason is not None and mention.reason.startswith("the year is that of the")


@pytest.mark.parametrize("text", NO_LAW_IN_SENTENCE)
def test_another_date_gives_no_year(text: str) -> None:
    (mention,) = ENGINE.scan(text)
    assert (mention.id, mention.rule) == (None, "staatsblad.no-year")
