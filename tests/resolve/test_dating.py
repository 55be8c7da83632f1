"""When a document was written, by what it prints or what its evidence allows."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kg.model import Document, Fact, Period
from kg.pipeline import extract
from kg.resolve.dating import Dating, date_document

SHA = "0" * 64


def dated(text: str, **more: Any) -> Dating:
    return date_document(extract(replace(Document(text, "brief.txt", SHA), **more)))


LETTER = "Geachte voorzitter,\n\n{}\n\nHoogachtend,\n\n{}\n"


def test_a_printed_date_is_the_date() -> None:
    found = dated("Datum 14 februari 2022\nBetreft Zorg\n\n" + LETTER.format("Zorg.", "X"))
    assert found.printed and found.period == Period(date(2022, 2, 14), date(2022, 2, 14))


def test_the_files_own_date_counts_where_none_is_printed() -> None:
    fact = Fact("date", "2021-03-04", "owms:dcterms.issued")
    found = dated(LETTER.format("Zorg.", "X"), facts=(fact,))
    assert found.period == Period(date(2021, 3, 4), date(2021, 3, 4))
    assert "owms:dcterms.issued" in found.evidence[0]


def test_a_letter_is_younger_than_what_it_cites() -> None:
    found = dated(LETTER.format("Zie 2021D04467 en Kamerstukken II 2021/22, 35 925, nr. 3.", "X"))
    assert found.period == Period(date(2021, 9, 1), None)
    assert "session 2021-2022" in found.evidence[0]


def test_signatories_bound_an_undated_letter() -> None:
    sign = "de minister voor Primair en Voortgezet Onderwijs,\n\nDennis Wiersma"
    found = dated(LETTER.format("Zorg.", sign))
    assert found.period == Period(date(2022, 1, 10), date(2023, 6, 23))
    assert not found.printed and all("signs as" in each for each in found.evidence)


def test_a_forwarding_mail_is_younger_than_the_letter() -> None:
    mail = "Van: A\nOnderwerp: brief\nDatum: 15 February 2021 10:10\n\nBeste B,\n\nBijgaand.\n\n"
    found = dated(mail + "Datum\nBetreft Steun\n\n" + LETTER.format("Zie 2020D28006.", "X"))
    assert found.period == Period(date(2020, 1, 1), date(2021, 2, 15))


def test_evidence_that_contradicts_itself_dates_nothing() -> None:
    sign = "de minister voor Primair en Voortgezet Onderwijs,\n\nDennis Wiersma"
    found = dated(LETTER.format("Zie 2024D04467.", sign))
    assert found.period == Period(None, None)
    assert found.evidence[-1] == "these contradict"


@pytest.mark.parametrize("text", ["", "Zorg.", LETTER.format("Zorg.", "X")])
def test_without_evidence_the_period_is_open(text: str) -> None:
    assert dated(text) == Dating(Period(None, None), False, ())
