"""What files say of themselves: days that exist, or none."""

from __future__ import annotations

import pytest

from kg.pipeline import extract
from kg.read import read_bytes
from kg.read.facts import iso_day
from kg.resolve.dating import date_document


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-04-09T16:30:00", "2024-04-09"),
        ("9-4-2024", "2024-04-09"),
        ("2022-02-31", None),
        ("31-2-2022", None),
        ("0000-01-01", None),
        ("\u0662\u0660\u0662\u0662-01-01", "2022-01-01"),  # figures of another script
        ("april", None),
    ],
)
def test_a_day_of_metadata_is_one_that_exists(text: str, day: str | None) -> None:
    assert iso_day(text) == day


@pytest.mark.parametrize(
    "content",
    [
        '<!doctype html><html><head><meta name="DC.date" content="2022-02-31"></head><body>'
        "<p>Zie Kamerstuk 32 793, nr. 302.</p></body></html>",
        '<?xml version="1.0"?><kamerstuk><stuk><al>Zie Kamerstuk 32 793, nr. 302.</al>'
        "<datumtekst>Den Haag, <datum>31 februari 2022</datum></datumtekst></stuk></kamerstuk>",
    ],
)
def test_a_document_with_an_impossible_day_is_read_without_it(content: str) -> None:
    document = read_bytes(content.encode(), "stuk.xml" if content[1] == "?" else "stuk.html")
    assert "date" not in {fact.name for fact in document.facts}
    found = extract(document)
    assert [mention.id for mention in found.mentions] == ["kst-32793-302"]
    assert date_document(found).period.start is None
