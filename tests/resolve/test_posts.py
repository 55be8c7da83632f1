"""Which post a printed title names on a day, and who held it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.authority import offices, tenures
from kg.model import Period
from kg.resolve.posts import holder, resolve_office, resolve_post, resolve_posts

FEB_2022 = date(2022, 2, 14)
FEB_2021 = date(2021, 2, 15)
JUNE_2022 = date(2022, 6, 10)


@pytest.mark.parametrize(
    "title, day, post, person",
    [
        ("de staatssecretaris van VWS", FEB_2022, "stas-vws", "p-maarten-van-ooijen"),
        ("de staatssecretaris van VWS", FEB_2021, "stas-vws", "p-paul-blokhuis"),
        ("MLZS", JUNE_2022, "mzp-lzs", "p-conny-helder"),
        ("SVWS", JUNE_2022, "stas-vws", "p-maarten-van-ooijen"),
        ("MVWS", JUNE_2022, "min-vws", "p-ernst-kuipers"),
        ("MinVWS", FEB_2021, "min-vws", "p-hugo-de-jonge"),
        ("StasVWS", FEB_2021, "stas-vws", "p-paul-blokhuis"),
        ("minister LZS", JUNE_2022, "mzp-lzs", "p-conny-helder"),
        ("de minister voor LZS", JUNE_2022, "mzp-lzs", "p-conny-helder"),
        ("de minister van Binnenlandse Zaken en\nKoninkrijksrelaties (BZK)", FEB_2021,
         "min-bzk", "p-kajsa-ollongren"),
        ("de minister van Volks-\ngezondheid, Welzijn en Sport,", FEB_2022,
         "min-vws", "p-ernst-kuipers"),
        ("de minister voor Medische Zorg en Sport ", FEB_2021, "mzp-mzs", "p-tamara-van-ark"),
        ("de staatssecretaris van Economische\nZaken en Klimaat", FEB_2021,
         "stas-ezk", "p-mona-keijzer"),
        ("de minister-president", FEB_2021, "mp", "p-mark-rutte"),
        ("de minister-president, minister van Algemene Zaken", FEB_2021, "mp", "p-mark-rutte"),
        ("Staatssecretaris Cultuur en Media", JUNE_2022, "stas-cm", "p-gunay-uslu"),
        ("de minister voor Primair\nen Voortgezet Onderwijs", JUNE_2022,
         "mzp-pvo", "p-dennis-wiersma"),
        ("de minister voor Armoedebeleid, Participatie en Pensioenen", JUNE_2022,
         "mzp-app", "p-carola-schouten"),
        ("de minister van Landbouw", date(2023, 3, 1), "min-lnv", "p-piet-adema"),
        ("de minister van Landbouw", date(2025, 3, 1), "min-lvvn", "p-femke-wiersma"),
        ("de minister van Landbouw", date(1995, 9, 1), "min-lnbv", "p-jozias-van-aartsen"),
        ("de minister van LNV", date(1999, 9, 1), "min-lnbv", "p-laurens-jan-brinkhorst"),
        ("de minister van Binnenlandse Zaken", date(1997, 3, 1), "min-biza", "p-hans-dijkstal"),
        ("de minister van Onderwijs, Cultuur en Wetenschappen", date(1996, 3, 1),
         "min-ocw", "p-jo-ritzen"),
        ("de minister van Defensie", date(2003, 1, 2), "min-def", "p-henk-kamp"),
        ("de staatssecretaris voor Ontwikkelingssamenwerking", date(2002, 9, 1),
         "stas-bz-os", "p-agnes-van-ardenne-van-der-hoeven"),
    ],
)
def test_title_and_holder_at_a_day(title: str, day: date, post: str, person: str) -> None:
    found, held = resolve_office(title, day)
    assert (found.key, held.key) == (f"post/{post}", f"person/{person}")
    assert found.confidence >= 0.95 and found.as_written is None


@pytest.mark.parametrize(
    "title, day, post",
    [
        ("de minister voor Langdurige Zorg en Zorg", FEB_2022, "mzp-lzs"),
        ("minister van Binnenlandse Zaken en Koninkrijkrelaties", FEB_2021, "min-bzk"),
        ("de staatsecretaris van Volksgezonheid, Welzijn en Sport", FEB_2021, "stas-vws"),
        ("de minister van Onderwijs, Cultuur en Wetenschapen", FEB_2021, "min-ocw"),
    ],
)
def test_a_misprint_of_a_title_says_so(title: str, day: date, post: str) -> None:
    found = resolve_post(title, day)
    assert found.key == f"post/{post}"
    assert found.as_written == title and "misprint" in found.reason
    assert found.confidence < 0.95


@pytest.mark.parametrize(
    "title, day",
    [
        ("de minister van Toverij", FEB_2021),
        ("de directeur van het RIVM", FEB_2021),
        ("de minister van EZ", date(2023, 1, 1)),
        ("de minister", FEB_2021),
        ("VWS", FEB_2021),
        ("", FEB_2021),
        ("minister " + "x" * 500, FEB_2021),
    ],
)
def test_no_post_of_that_day_is_called_so(title: str, day: date) -> None:
    assert resolve_post(title, day).key is None


def test_two_posts_of_one_title_stay_candidates_unless_the_name_decides() -> None:
    title, day = "de staatssecretaris van Financiën", date(2021, 6, 10)
    found = resolve_post(title, day)
    assert found.key is None
    assert [c.key for c in found.candidates] == ["post/stas-fin-fb", "post/stas-fin-td"]
    post, person = resolve_office(title, day, name="drs. Alexandra C. van Huffelen")
    assert (post.key, person.key) == ("post/stas-fin-td", "person/p-alexandra-van-huffelen")


def test_several_posts_named_together() -> None:
    found = resolve_post("de bewindslieden van OCW", JUNE_2022)
    assert found.key is None and "names 3 posts" in found.reason
    assert [c.key for c in found.candidates] == ["post/min-ocw", "post/mzp-pvo", "post/stas-cm"]


@pytest.mark.parametrize(
    "title, posts",
    [
        ("bewindslieden van VWS", ["min-vws", "mzp-lzs", "stas-vws"]),
        ("de ministers van SZW en voor Langdurige Zorg en Sport", ["min-szw", "mzp-lzs"]),
        ("de ministers van Sociale Zaken en Werkgelegenheid en van Financiën",
         ["min-szw", "min-fin"]),
        ("de minister van SZW", ["min-szw"]),
    ],
)
def test_resolve_posts(title: str, posts: list[str]) -> None:
    assert [r.key for r in resolve_posts(title, JUNE_2022)] == [f"post/{post}" for post in posts]


def test_a_day_of_handover_has_two_holders_unless_one_is_named() -> None:
    day = date(2022, 1, 10)
    both = holder("min-vws", day)
    assert both.key is None
    assert {c.label for c in both.candidates} == {"Hugo de Jonge", "Ernst Kuipers"}
    assert holder("min-vws", day, name="Ernst Kuipers").key == "person/p-ernst-kuipers"
    assert holder("post/min-vws", day, name="H.M. de Jonge").key == "person/p-hugo-de-jonge"


def test_a_vacancy_of_some_days_goes_to_the_nearest_holder() -> None:
    found = holder("mzp-lzs", date(2024, 1, 13))
    assert found.key == "person/p-conny-helder" and found.confidence < 0.9
    assert holder("mzp-lzs", date(2024, 3, 1)).key is None


def test_an_acting_minister_holds_the_post() -> None:
    found = holder("min-fin", date(2024, 1, 10))
    assert found.key == "person/p-rob-jetten" and "acting" in found.reason


@pytest.mark.parametrize(
    "post, period, person",
    [
        ("mzp-mzs", Period(date(2021, 1, 1), date(2021, 3, 1)), "p-tamara-van-ark"),
        ("min-vws", Period(date(2020, 1, 1), date(2021, 3, 1)), "p-hugo-de-jonge"),
        ("min-vws", Period(date(2021, 12, 1), date(2022, 2, 1)), None),
        ("min-vws", Period(None, None), None),
        ("mzp-lzs", Period(None, None), "p-conny-helder"),
    ],
)
def test_an_unknown_day_is_answered_when_one_fits_all_of_it(
    post: str, period: Period, person: str | None
) -> None:
    found = holder(post, period)
    assert found.key == (person and f"person/{person}")
    assert person or found.candidates


def test_a_title_of_the_past_still_names_its_post() -> None:
    found = resolve_post("de toenmalige minister voor Medische Zorg en Sport", date(2023, 1, 9))
    assert found.key == "post/mzp-mzs" and found.confidence <= 0.8


def test_every_title_names_its_post_while_it_is_held() -> None:
    for post in offices():
        for tenure in tenures():
            if tenure.office == post.id and tenure.period.start:
                found = resolve_post(post.title, tenure.period.start)
                named = {found.key, *(c.key for c in found.candidates)}
                assert post.key in named, (post.id, tenure.period)


@given(st.text(max_size=200), st.dates())
def test_any_text_resolves_or_says_why_not(title: str, day: date) -> None:
    found = resolve_post(title, day)
    assert found.reason and 0 <= found.confidence <= 1
