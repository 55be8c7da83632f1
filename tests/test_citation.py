"""One citation in, its normal form, links and written forms out; or an error that helps."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.citation import Citation, UnreadableCitation, cite
from kg.errors import CitationError, KamergraafError

OB = "https://zoek.officielebekendmakingen.nl"

READ = [
    ("kst-25295-1892", ["kst-25295-1892"]),
    ("KST36360XV1", ["kst-36360-XV-1"]),
    ("25295, nr. 1892", ["kst-25295-1892"]),
    ("36600-XV-12", ["kst-36600-XV-12"]),
    ("35 882, A", ["kst-35882-A"]),
    ("36 600", ["dossier-36600"]),
    ("Kamerstukken II 2020-2021 35 882, nr. 1", ["kst-35882-1"]),
    ("TK 2020-21, 25295-950", ["kst-25295-950"]),
    ("456 (36800-XVI)", ["kst-36800-XVI-456"]),
    ("Motie 25295, nr. 1892, leden Hijink en Paulusma", ["kst-25295-1892"]),
    ("¹ Kamerstukken II 2020/21, 35 882, nr. 1.", ["kst-35882-1"]),
    ("[^3]: Zie ook Stb. 2020, 123;", ["stb-2020-123"]),
    ("21 Kamerstuk 29 544, nr. 1115.", ["kst-29544-1115"]),
    ("Kamerstukken 34 682, nr. 135 en 35 334, nr. 2", ["kst-34682-135", "kst-35334-2"]),
    ("Aanhangsel Handelingen II 2023/24, nr. 1031", ["ah-tk-20232024-1031"]),
    ("Handelingen II 2019/20, nr. 33, item 21", ["h-tk-20192020-33-21"]),
    ("Kamerstuk kenmerk 3382139-1030472-PG, 10 juni 2022", ["kenmerk:3382139-1030472-PG"]),
    ("Detail 2021D04467 | Tweede Kamer der Staten-Generaal", ["2021D04467"]),
    ("2021D04467", ["2021D04467"]),
    ("T03120", ["T03120"]),
    (f"{OB}/dossier/36600-XV", ["dossier-36600-XV"]),
    (
        "https://www.tweedekamer.nl/kamerstukken/detail?id=2021Z02062&did=2021D04467",
        ["2021Z02062", "2021D04467"],
    ),
    ("Kamerstukken\u00a0II 2020/21,\n 35\u2009882, nr. 1", ["kst-35882-1"]),
]


@pytest.mark.parametrize(("text", "ids"), READ)
def test_read(text: str, ids: list[str]) -> None:
    assert [c.id for c in cite(text)] == ids


def test_all_that_is_told() -> None:
    (citation,) = cite("Kamerstukken II 2021/22, 29 628, nr. 1099, p. 7")
    assert citation == Citation(
        surface="Kamerstukken II 2021/22, 29 628, nr. 1099",
        kind="kamerstuk",
        id="kst-29628-1099",
        links=(f"{OB}/kst-29628-1099.html",),
        forms=(
            ("leidraad", "Kamerstukken II 2021/22, 29 628, nr. 1099"),
            ("kamer", "Kamerstuk 29 628, nr. 1099"),
            ("short", "29628-1099"),
        ),
        pages="7",
    )


def test_an_unknown_vergaderjaar_is_left_out() -> None:
    (citation,) = cite("Kamerstuk 35 882, nr. 1")
    assert dict(citation.forms)["leidraad"] == "Kamerstukken II, 35 882, nr. 1"


def test_further_dossiers() -> None:
    (citation,) = cite("34477;25295, nr.73")
    assert (citation.id, citation.further) == ("kst-34477-73", ("dossier-25295",))


@pytest.mark.parametrize(("text", "ids"), READ)
def test_text_and_json(text: str, ids: list[str]) -> None:
    for citation in cite(text):
        again = json.loads(json.dumps(citation.as_dict()))
        assert again["id"] == citation.id and again["links"] == list(citation.links)
        lines = citation.as_text().splitlines()
        assert lines[0] == citation.id
        assert all(any(link in line for line in lines) for link in citation.links)


# text, how far it was understood, what was expected, the nearest form
UNREADABLE = [
    ("Kamerstuk 25 295, nr.", 16, "a number such as nr. 1", "Kamerstuk 25 295"),
    ("Kamerstk 25295, nr. 1892", 0, "Kamerstuk, ", "Kamerstuk 25 295, nr. 1892"),
    ("Aanhangsel van de Handelingen, nr. 1045", 29, "a vergaderjaar",
     "Aanhangsel van de Handelingen …, nr. 1045"),
    ("Aanhangsel Handelingen II 2023/25, nr. 12", 25, "a vergaderjaar",
     "Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 12"),
    ("2021Z0206", 5, "five digits", "2021Z00206"),
    ("Stb. 123", 4, "a year", "Stb. …, 123"),
    ("Handelingen II 2019/20", 22, "a meeting", "Handelingen II 2019/20, …"),
    ("Kamerstuk 25 295, nr. 1892 volgens de minister", 26, "the end",
     "Kamerstuk 25 295, nr. 1892"),
    ("stuk nr. 12", 11, "its dossier", "stuk nr. 12 (…)"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "position", "expected", "nearest"), UNREADABLE)
def test_unreadable(text: str, position: int, expected: str, nearest: str) -> None:
    with pytest.raises(UnreadableCitation) as caught:
        cite(text)
    error = caught.value
    assert (error.position, error.nearest[0]) == (position, nearest)
    assert error.expected.startswith(expected)
    assert f"character {position}" in str(error) and nearest in str(error)


@pytest.mark.parametrize("text", ["", "   ", "hallo wereld", "ECLI:NL:HR:2020:1", "zie noot 3",
                                  "artikel 5 van de Wet", "12 maart 2020", "x" * 5000])
def test_nothing_comes_near(text: str) -> None:
    with pytest.raises(CitationError) as caught:
        cite(text)
    assert isinstance(caught.value, KamergraafError)
    assert "\n" not in str(caught.value)


@given(st.text(max_size=60))
@settings(max_examples=150)
def test_any_text_is_a_citation_or_an_error(text: str) -> None:
    try:
        citations = cite(text)
    except CitationError as error:
        assert "\n" not in str(error)
    else:
        assert citations
