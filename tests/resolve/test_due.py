"""Terms of commitments as days, seen from the day they were given."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Period
from kg.resolve.due import due_day, due_in_period

MADE = date(2022, 6, 10)  # a Friday

TERMS = [
    ("voor het einde van het jaar", "2022-12-31"),
    ("vóór het eind van dit jaar", "2022-12-31"),
    ("eind 2023", "2023-12-31"),
    ("voor eind 2023", "2023-12-31"),
    ("begin 2023", "2023-03-31"),
    ("medio 2023", "2023-07-31"),
    ("voor 2024", "2023-12-31"),
    ("in 2024", "2024-12-31"),
    ("begin volgend jaar", "2023-03-31"),
    ("volgend jaar", "2023-12-31"),
    ("dit jaar", "2022-12-31"),
    ("voor de zomer", "2022-06-30"),
    ("voor het zomerreces", "2022-06-30"),
    ("na de zomer", "2022-09-30"),
    ("in het najaar", "2022-12-20"),
    ("dit najaar", "2022-12-20"),
    ("in het voorjaar van 2023", "2023-06-20"),
    ("voor het kerstreces", "2022-12-20"),
    ("voor de voorjaarsnota", "2023-06-01"),
    ("bij de voorjaarsnota", "2023-06-01"),
    ("op Prinsjesdag", "2022-09-20"),
    ("Q2 2023", "2023-06-30"),
    ("in het derde kwartaal van 2022", "2022-09-30"),
    ("1e kwartaal 2023", "2023-03-31"),
    ("in de eerste helft van 2024", "2024-06-30"),
    ("in de tweede helft van dit jaar", "2022-12-31"),
    ("uiterlijk 1 december", "2022-12-01"),
    ("uiterlijk 1 maart", "2023-03-01"),
    ("vóór 1 maart 2024", "2024-02-29"),
    ("in januari 2020", "2020-01-31"),
    ("in april van 2024", "2024-04-30"),
    ("begin mei", "2023-05-10"),
    ("medio september", "2022-09-20"),
    ("eind maart", "2023-03-31"),
    ("voor juli", "2022-06-30"),
    ("binnen twee weken", "2022-06-24"),
    ("binnen 3 maanden", "2022-09-10"),
    ("volgende week", "2022-06-19"),
    ("deze week", "2022-06-12"),
    ("volgende maand", "2022-07-31"),
    ("voor het\neinde  van het jaar", "2022-12-31"),
]
NO_DAY = [
    "zo spoedig mogelijk",
    "binnenkort",
    "te zijner tijd",
    "op een later moment",
    "zodra die er zijn",
    "na fase 1 van het werk",
    "31 februari 2023",
    "",
]


@pytest.mark.parametrize(("words", "day"), TERMS, ids=[each[0] for each in TERMS])
def test_a_term_ends_on_a_day(words: str, day: str) -> None:
    assert due_day(words, MADE) == date.fromisoformat(day)


@pytest.mark.parametrize("words", NO_DAY)
def test_words_that_name_no_day_give_none(words: str) -> None:
    assert due_day(words, MADE) is None


def test_an_undated_document_is_due_only_where_all_its_days_agree() -> None:
    period = Period(date(2022, 1, 10), date(2022, 3, 1))
    assert due_in_period("voor de zomer", period) == date(2022, 6, 30)
    assert due_in_period("voor de zomer", Period(date(2022, 1, 10), None)) is None
    assert due_in_period("eind 2023", Period(None, None)) == date(2023, 12, 31)


@given(st.sampled_from(TERMS), st.dates(date(2000, 1, 1), date(2090, 1, 1)))
def test_a_term_without_a_year_is_never_over_before_it_is_given(
    term: tuple[str, str], made: date
) -> None:
    found = due_day(term[0], made)
    assert found is not None
    if not any(char.isdigit() for char in term[0].replace("3 maanden", "").replace("1 ", "")):
        assert found >= made or "voor" in term[0]


@given(st.text(max_size=60), st.dates(date(1950, 1, 1), date(2090, 1, 1)))
def test_any_words_are_survived(words: str, made: date) -> None:
    found = due_day(words, made)
    assert found is None or isinstance(found, date)
