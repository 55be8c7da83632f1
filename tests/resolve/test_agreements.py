"""Which kabinet's agreement is meant, by the day of the document or what stands behind the word."""

from __future__ import annotations

from datetime import date

import pytest

from kg import pipeline
from kg.authority import agreements
from kg.building.extracting import extract
from kg.model import Akkoord, Period
from kg.read import read_bytes
from kg.resolve.agreements import which_agreement


@pytest.mark.parametrize(
    ("name", "of", "day", "found"),
    [
        ("regeerakkoord", None, "2012-10-28", "regeerakkoord-2010"),
        ("regeerakkoord", None, "2012-10-29", "regeerakkoord-2012"),
        ("regeerakkoord", None, "2014-01-01", "regeerakkoord-2012"),
        ("regeerakkoord", None, "2017-10-10", "regeerakkoord-2017"),
        # said of every kind
        ("regeerakkoord", None, "2023-02-22", "coalitieakkoord-2021"),
        ("regeerakkoord", None, "2024-07-04", "hoofdlijnenakkoord-2024"),
        ("regeerakkoord", "Rutte IV", "2023-04-14", "coalitieakkoord-2021"),
        ("regeerakkoord", "Rutte II", "2023-04-14", "regeerakkoord-2012"),
        ("coalitieakkoord", "2007", None, "coalitieakkoord-2007"),
        ("regeerprogramma", "Schoof", None, "regeerprogramma-2024"),
        ("hoofdlijnenakkoord", None, "2024-05-16", "hoofdlijnenakkoord-2024"),
        # spoken of before it is written
        ("regeerprogramma", None, "2024-06-04", "regeerprogramma-2024"),
        # of another time than the word
        ("hoofdlijnenakkoord", None, "2011-06-30", None),
        ("hoofdlijnenakkoord", None, "2024-03-20", None),
        ("coalitieakkoord", None, "2024-05-30", None),
        ("regeerprogramma", None, "2018-01-01", None),
        ("regeerakkoord", None, "2006-10-01", None),  # this kabinet went on with that of another
        ("regeerakkoord", None, "2026-03-01", None),  # and of this one none is known
        ("regeerakkoord", None, "1990-04-04", None),
        ("regeerakkoord", None, None, None),
    ],
)
def test_the_agreement_meant(name: str, of: str | None, day: str | None, found: str | None) -> None:
    on = None if day is None else date.fromisoformat(day)
    agreement = which_agreement(Akkoord(name, of), Period(on, on))
    assert (agreement and agreement.id) == found


def test_a_time_with_two_of_them_does_not_tell() -> None:
    period = Period(date(2017, 10, 9), date(2017, 10, 10))
    assert which_agreement(Akkoord("regeerakkoord"), period) is None


def test_agreements_are_in_order_of_time() -> None:
    days = [each.day for each in agreements()]
    assert days == sorted(days)


def _programmes(day: str, text: str) -> list[tuple[str, str, bool]]:
    paper = f"Datum {day}\nBetreft Zorg\n\nGeachte voorzitter,\n\n{text}\n"
    graph = pipeline.resolve([extract(read_bytes(paper.encode(), "brief.txt"))])
    edges = {each.object for each in graph.statements if each.predicate == "mentionsProgramme"}
    return [
        (node.key, node.label, any(each.prop == "kg:unresolved" for each in node.literals))
        for node in graph.nodes
        if node.key in edges
    ]


def test_a_letter_mentions_the_agreement_of_its_day() -> None:
    assert _programmes("14 februari 2022", "Zoals in het coalitieakkoord staat.") == [(
        "programme/coalitieakkoord-2021",
        "Coalitieakkoord 2021: Omzien naar elkaar, vooruitkijken naar de toekomst",
        False,
    )]  # fmt: skip


def test_an_agreement_of_no_known_time_is_told_as_not_resolved() -> None:
    [(key, label, unresolved)] = _programmes("3 maart 2011", "Dit staat in het hoofdlijnenakkoord.")
    assert key.startswith("programme/hoofdlijnenakkoord-")
    assert (label, unresolved) == ("hoofdlijnenakkoord", True)
