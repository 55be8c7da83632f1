"""Which person a printed name means on a day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.authority import members, persons
from kg.model import Period
from kg.resolve.persons import resolve_person

Y2021 = date(2021, 2, 1)
Y2022 = date(2022, 6, 10)


@pytest.mark.parametrize(
    "name, day, role, person",
    [
        ("Van der Staaij", Y2021, "motie", "p-kees-van-der-staaij"),
        ("Dik-Faber", Y2021, "motie", "p-carla-dik-faber"),
        ("Gijs van Dijk", Y2021, "motie", "p-gijs-van-dijk"),
        ("GIJS VAN DIJK", Y2021, "motie", "p-gijs-van-dijk"),
        ("De Neef", Y2022, "lid", "p-daan-de-neef"),
        ("Laçin", Y2021, "lid", "p-cem-lacin"),
        ("Lacin", Y2021, "lid", "p-cem-lacin"),
        ("mevrouw Beckerman", Y2022, None, "p-sandra-beckerman"),
        ("het lid Futselaar (SP)", Y2021, None, "p-frank-futselaar"),
        ("de heer Grinwis (CU)", Y2022, None, "p-pieter-grinwis"),
        ("Grinwis (ChristenUnie) c.s.", Y2022, "motie", "p-pieter-grinwis"),
        ("Omtzigt (Nieuw Sociaal Contract)", date(2024, 5, 7), "lid", "p-pieter-omtzigt"),
        ("Dobbe (Socialistische Partij)", date(2024, 5, 7), "lid", "p-sarah-dobbe"),
        ("Helder", Y2022, "motie", "p-lilian-helder"),
        ("Helder", Y2022, "minister", "p-conny-helder"),
        ("minister Helder", Y2022, None, "p-conny-helder"),
        ("Conny Helder", Y2022, None, "p-conny-helder"),
        ("drs. E. Kuipers", Y2022, "minister", "p-ernst-kuipers"),
        ("H.M. de Jonge", Y2021, "minister", "p-hugo-de-jonge"),
        ("Maarten van Ooijen", Y2022, None, "p-maarten-van-ooijen"),
        ("Günay Uslu", Y2022, "staatssecretaris", "p-gunay-uslu"),
        ("Karien van\nGennip", Y2022, "minister", "p-karien-van-gennip"),
        ("Bruins", date(2019, 3, 1), "motie", "p-eppo-bruins"),
        ("Bruins", date(2019, 3, 1), "minister", "p-bruno-bruins"),
        ("Mulder (PVV)", date(2019, 3, 1), "lid", "p-edgar-mulder"),
    ],
)
def test_one_person(name: str, day: date, role: str | None, person: str) -> None:
    found = resolve_person(name, day, role=role)
    assert found.key == f"person/{person}"
    assert found.as_written is None


@pytest.mark.parametrize(
    "name, day, person",
    [
        ("Smulders", Y2021, "p-paul-smeulders"),  # in the table of variants
        ("lid Smulders", Y2021, "p-paul-smeulders"),
        ("Weyenberg", Y2021, "p-steven-van-weyenberg"),  # without its prefix
        ("Wiegman", date(2010, 3, 1), "p-esme-wiegman-van-meppelen-scheppink"),
        ("Yesilgöz", Y2021, "p-dilan-yesilgoz-zegerius"),  # half of a double name
        ("Bontenball", Y2022, "p-henri-bontenbal"),  # a slip
        ("Omtzgit", Y2022, "p-pieter-omtzigt"),
    ],
)
def test_another_spelling_is_kept_and_less_sure(name: str, day: date, person: str) -> None:
    found = resolve_person(name, day, role="lid")
    assert found.key == f"person/{person}"
    assert found.as_written == name.removeprefix("lid ")
    assert found.confidence <= 0.9


@pytest.mark.parametrize(
    "name, day, role, candidates",
    [
        ("Van Dijk", Y2021, "motie", {"p-emiel-van-dijk", "p-gijs-van-dijk", "p-jasper-van-dijk"}),
        ("Helder", Y2022, None, {"p-conny-helder", "p-lilian-helder"}),
        ("A. Mulder", date(2019, 1, 1), "lid", {"p-agnes-mulder", "p-anne-mulder"}),
        ("Jansen (SP)", Y2022, "lid", {"p-frederik-jansen"}),
    ],
)
def test_two_that_fit_stay_candidates(
    name: str, day: date, role: str | None, candidates: set[str]
) -> None:
    found = resolve_person(name, day, role=role)
    assert found.key is None
    assert {c.key.removeprefix("person/") for c in found.candidates} == candidates


@pytest.mark.parametrize(
    "name, day, role",
    [
        ("", Y2021, "lid"),
        ("de heer", Y2021, None),
        ("Ter Zwaluw-Kroonenburg", Y2021, "lid"),
        ("Bontenball", Y2022, None),  # no slips without a role: it may be anybody
        ("Futselaar", date(2003, 1, 1), "lid"),
        ("d'Artagnan" * 40, Y2021, "lid"),
    ],
)
def test_nobody(name: str, day: date, role: str | None) -> None:
    found = resolve_person(name, day, role=role)
    assert (found.key, found.candidates) == (None, ())


def test_a_name_lives_on_forty_days() -> None:
    # Agnes Mulder left the Kamer on 9 May 2023.
    found = resolve_person("Agnes Mulder", date(2023, 6, 1), role="motie")
    assert found.key == "person/p-agnes-mulder" and "within 40 days" in found.reason
    assert resolve_person("Agnes Mulder", date(2023, 9, 1), role="motie").key is None


def test_an_unknown_day_is_answered_when_one_fits_all_of_it() -> None:
    both = Period(date(2020, 1, 1), date(2021, 3, 1))
    assert resolve_person("Dik-Faber", both, role="lid").key == "person/p-carla-dik-faber"
    assert resolve_person("Van Ark", Period(None, None)).key is None
    assert resolve_person("Smulders", both, role="lid").as_written == "Smulders"


def test_a_chamber_decides() -> None:
    day = date(2012, 3, 1)
    keys = [
        resolve_person("De Boer", day, role="lid", chamber=chamber).key
        for chamber in ("TK", "EK", None)
    ]
    assert keys == ["person/p-betty-de-boer", "person/p-margreet-de-boer", keys[0]]


def test_every_member_of_the_tweede_kamer_is_found_by_full_name() -> None:
    names = {person.id: person.full_name for person in persons()}
    for member in members():
        if member.chamber == "TK" and member.period.start:
            found = resolve_person(names[member.person], member.period.start, role="lid")
            assert found.key == f"person/{member.person}", names[member.person]


@given(st.text(max_size=120), st.dates(), st.sampled_from([None, "lid", "minister", "?"]))
def test_any_text_resolves_or_says_why_not(name: str, day: date, role: str | None) -> None:
    found = resolve_person(name, day, role=role)
    assert found.reason and 0 <= found.confidence <= 1
