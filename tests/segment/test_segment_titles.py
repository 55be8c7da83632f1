"""Papers without a references block: the title on the first lines and the day near the top."""

from __future__ import annotations

import pytest
from segment_examples import fields, read, signed

TEXT = "\n\nDe fiets wint terrein. In dit stuk leest u waarom dat zo is en blijft.\n"
PAPERS = {
    "centred over lines": (
        "Position paper fietsparkeren bij stations\n                 in grote steden\n"
        "            Dr. Anna Jansen, Universiteit Utrecht\n\n                15 september 2024\n",
        "Position paper fietsparkeren bij stations in grote steden", "2024-09-15"),
    "version line": (
        "Programma van Eisen voor een digitale\noplossing ter aanvulling op het\n"
        "fietsregister\nVersie 0.5, 19 mei 2020\n",
        "Programma van Eisen voor een digitale oplossing ter aanvulling op het fietsregister",
        "2020-05-19"),
    "in two parts": (
        "Ethische blik op de fiets\n\nter aanvulling op het fietsplan\n\n14 juli 2020\n",
        "Ethische blik op de fiets ter aanvulling op het fietsplan", "2020-07-14"),
    "author below": ("Review van het fietsplan\nAnna Jansen\n", "Review van het fietsplan", None),
    "place and day": (
        "Notitie over fietsen in de stad\n\nDen Haag, 3 mei 2021\n",
        "Notitie over fietsen in de stad", "2021-05-03"),
    "name of the site behind it": (
        "Moties over fietsen | Tweede Kamer\n\nPlenaire vergadering 2 mei 2021\n",
        "Moties over fietsen", "2021-05-02"),
}


@pytest.mark.parametrize("head, title, day", PAPERS.values(), ids=PAPERS)
def test_title_and_day(head: str, title: str, day: str | None) -> None:
    found = read(head + TEXT)
    assert (fields(found)["subject"], fields(found).get("date")) == (title, day)
    assert signed(found) == []


def test_the_day_at_the_end() -> None:
    text = f"Review van het fietsplan\nAnna Jansen{TEXT * 12}\nBerlijn/Utrecht, 19 november 2024\n"
    assert fields(read(text))["date"] == "2024-11-19"
    assert "date" not in fields(read(text + "\nLeiden, 2 december 2024\n"))


NO_TITLE = {
    "a sentence": "De fiets wint terrein.\n\nDat is mooi.\n",
    "a sentence over a page break": "Dit is een regel die over\n\nPagina 3\n\nde grens loopt.\n",
    "a wrapped paragraph": "De fiets wint terrein en\nMinister Jansen weet het\nal jaren.",
    "the middle of a text": (
        "Fietsregister gemelde diefstallen. Daarnaast brengen tellingen in kaart\n"
        "wat de grootste stallingen zijn.\n\nDe fiets wint terrein.\n"),
    "an address": "De Minister van Financiën\nPostbus 20201\n\nDe fiets wint terrein.\n",
    "columns": "Vragen en antwoorden      RIVM\n                Postbus 1\n\nDe fiets.\n",
    "a day": "3 mei 2021\n\nDe fiets wint terrein.\n",
}


@pytest.mark.parametrize("text", NO_TITLE.values(), ids=NO_TITLE)
def test_what_is_no_title(text: str) -> None:
    assert "subject" not in fields(read(text))


def test_a_day_that_a_label_asks_for_is_not_the_paper_s() -> None:
    text = f"Fiche 5: fietsen{TEXT * 2}\nb) Datum stuk\n2 mei 2021{TEXT}"
    assert "date" not in fields(read(text))
