"""The number at the foot of the proceedings' pages is their own."""

from __future__ import annotations

import pytest

from kg.model import Role
from kg.recognise import find

OWN = [
    ("8 februari 2024\nTweede Kamer   Staat van de zorg   TK 40  40-6-1\n", "h-tk-20232024-40-6"),
    ("10 oktober 2012\nEerste Kamer   Zorg   EK 3     3-4-12\n", "h-ek-20122013-3-4"),
    (
        "            Begroting Landbouw, Natuur en     1 februari 2024\n"
        "Tweede Kamer         Voedselkwaliteit      TK 37        37-4-2  \nverder",
        "h-tk-20232024-37-4",
    ),
    ("10 september 2014\nTweede Kamer  Zorg  TK 107  107-4-1", "h-tk-20132014-107-4"),
    ("23 september 2014\nTweede Kamer  Zorg  TK 2  2-4-1", "h-tk-20142015-2-4"),
]

NONE = [
    "Tweede Kamer   Staat van de zorg   TK 40     40-6-1\n",
    "8 februari 2024\nTweede Kamer   Staat van de zorg   TK 40     41-6-1\n",
    "8 februari 2024\nTweede Kamer   Staat van de zorg   TK 40     40-6-1 en meer\n",
    "8 februari 2024\nde stand van zaken, TK 40  40-6-1\n",
    "8 februari 2008\nTweede Kamer   Zorg   TK 40     40-2987-1\n",
    "17 september 2013\nTweede Kamer   Zorg   TK 2     2-6-1\n",
]


@pytest.mark.parametrize(("text", "id_"), OWN)
def test_own(text: str, id_: str) -> None:
    (mention,) = [m for m in find(text) if m.kind == "handelingen"]
    assert (mention.id, mention.role, mention.rule) == (id_, Role.OWN, "handelingen.foot")
    assert mention.span.of(text) == mention.surface


@pytest.mark.parametrize("text", NONE)
def test_none(text: str) -> None:
    assert [m.id for m in find(text) if m.kind == "handelingen"] == []
