"""Why something was decided, in both languages: each sentence is made, and said again in Dutch."""

import json
from pathlib import Path
from string import Formatter

import pytest
from commons import ROOT
from hypothesis import given
from hypothesis import strategies as st

from kg.api import build
from kg.reasons import because, in_dutch, said

TABLE = json.loads((ROOT / "kg" / "reasons.json").read_text(encoding="utf-8"))
NOBODY = because("nobody", name="Bot", when=because("since", day="2007-10-04"))

ROWS = [
    (because("no register"), "er is geen register geladen"),
    (NOBODY, "niemand heet “Bot” vanaf 4 oktober 2007"),
    (
        because("nobody held", when=because("between", day="2007-10-04", last="2008-01-31")),
        "niemand bekleedde dit ambt van 4 oktober 2007 tot en met 31 januari 2008",
    ),
    (because("no letter of day", day="--06-10"), "het register heeft geen brief van 10 juni"),
    (
        because(
            "might be",
            why=because("both", why=because("several handed in"), also=because("none agrees")),
            candidates="Motie: nu; en later (kst-25295-7)",
        ),
        "dit lid diende hier meer dan één motie in; geen motie komt genoeg overeen: misschien"
        " Motie: nu; en later (kst-25295-7)",
    ),
    (because("nobody", name="A; B: c”", when=because("some day")),
     "niemand heet “A; B: c”” op een onbekende dag"),
    (because("no letter of day", day="2022-99-10"), "het register heeft geen brief van 2022-99-10"),
]  # fmt: skip


def slots(text: str) -> list[str]:
    return sorted(slot for _, slot, _, _ in Formatter().parse(text) if slot)


@pytest.mark.parametrize("name", TABLE)
def test_both_languages_have_the_same_slots_and_differ(name: str) -> None:
    english, dutch = TABLE[name]
    assert slots(english) == slots(dutch)
    assert name == "both" or english != dutch
    values = dict.fromkeys(slots(english), "x")
    nested = {"why": because("no name"), "also": because("no year"), "when": because("some day")}
    values |= {slot: text for slot, text in nested.items() if slot in values}
    values |= {slot: "2022-06-10" for slot in ("day", "last") if slot in values}
    made = in_dutch(because(name, **values))
    assert made is not None and "2022-06-10" not in made
    assert name == "both" or made != because(name, **values)


@pytest.mark.parametrize(("english", "dutch"), ROWS)
def test_a_reason_is_said_in_both_languages(english: str, dutch: str) -> None:
    assert said(english, "nl") == dutch
    assert said(english, "en") == english


@pytest.mark.parametrize(
    "text", ["", "het regent", "no register is loaded; it rains", "nobody is called “Bot” soon"]
)
def test_any_other_text_stays_as_it_is(text: str) -> None:
    assert in_dutch(text) is None and said(text, "nl") == text


@given(st.text(max_size=300))
def test_whatever_a_name_holds_it_is_kept(name: str) -> None:
    english = because("no post", title=name)
    assert said(english, "nl") in (f"geen ambt heet “{name}”", english)


def test_a_text_of_any_length_is_soon_told() -> None:
    assert in_dutch("nobody is called “" + "” ; : perhaps " * 100_000) is None
    assert in_dutch(("a; " * 660) + "a") is None


def test_every_reason_of_the_seeds_has_its_dutch(seeds: Path) -> None:
    found = build([seeds]).query("SELECT ?told { ?thing kg:reason|kg:note ?told }")
    told = {row["told"] for row in found}
    assert len(told) > 8
    assert [text for text in told if in_dutch(text) is None] == []
