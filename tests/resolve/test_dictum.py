"""What a motion is about, from the words of its request; what it is called with its submitters."""

from __future__ import annotations

import pytest

from kg.resolve.dictum import as_subject, read_out, shortened, subject_of

BEFORE = "De Kamer,\n\ngehoord de beraadslaging,\n\noverwegende dat de bus vaak te laat is;\n\n"
AFTER = "\n\nen gaat over tot de orde van de dag.\n\nJansen\n"

REQUESTS = [
    ("verzoekt de regering de Buswet in te trekken,", "de Buswet intrekken"),
    ("verzoekt de regering om de bus vaker te laten rijden;", "de bus vaker laten rijden"),
    ("Verzoekt de regering, de bus te behouden,", "de bus behouden"),
    ("verzoekt het kabinet te onderzoeken of de bus gratis te maken is,",
     "onderzoeken of de bus gratis te maken is"),
    ("verzoekt het demissionaire kabinet om niet aan de bus te komen,", "niet aan de bus komen"),
    ("verzoekt de Minister van Vervoer om met de bus te gaan,", "met de bus gaan"),
    ("verzoekt de regering daarom om, samen met de vervoerders, een plan op te stellen,",
     "samen met de vervoerders, een plan opstellen"),
    ("roept de regering op om in Europa voor de bus te pleiten,", "in Europa voor de bus pleiten"),
    ("draagt de regering op de bus te laten rijden,", "de bus laten rijden"),
    ("spreekt uit dat de bus blijft,", "uitspreken dat de bus blijft"),
    ("zegt het vertrouwen in de Minister van Vervoer op,",
     "het opzeggen van het vertrouwen in de Minister van Vervoer"),
    # a verb of two parts; "om" that is one of them; "voor" that is none
    ("verzoekt de regering het plan uit te laten voeren,", "het plan uit laten voeren"),
    ("verzoekt de regering de bus om te bouwen tot tram,", "de bus ombouwen tot tram"),
    ("verzoekt de regering er zorg voor te dragen dat de bus rijdt,",
     "er zorg voor dragen dat de bus rijdt"),
    ("verzoekt de regering het plan aan de Kamer voor te leggen,",
     "het plan aan de Kamer voorleggen"),
    # a sentence within keeps its "te"
    ("verzoekt de regering een manier om de bus te redden te zoeken,",
     "een manier om de bus te redden zoeken"),
    ("verzoekt de regering gemeenten te dwingen de bus te laten rijden,",
     "gemeenten dwingen de bus te laten rijden"),
    ("verzoekt de regering de bus te behouden en de tram uit te breiden,",
     "de bus behouden en de tram uitbreiden"),
    # what only tells the Kamer of it, or why, is left out
    ("verzoekt de regering de bus te redden, en de Kamer hierover voor de zomer te informeren,",
     "de bus redden"),
    ("verzoekt de regering de bus te redden, zodat ieder kan reizen,", "de bus redden"),
    # lists give their first
    ("verzoekt de regering:\n\n– de bus te redden;\n\n– de tram te redden,", "de bus redden"),
    ("verzoekt de regering om:\n1. de bus te redden;\n2. de tram te redden,", "de bus redden"),
    ("verzoekt de regering om bij de bus:\n• de stoelen te tellen;\n• de wielen te tellen,",
     "bij de bus de stoelen tellen"),
    # over lines, hyphens and drawn tables
    ("verzoekt de regering de bus-\nlijnen te be-\nhouden,", "de buslijnen behouden"),
    ("|verzoekt de regering de bus te redden,      |", "de bus redden"),
]  # fmt: skip


@pytest.mark.parametrize(("request_", "subject"), REQUESTS)
def test_a_request_is_a_subject(request_: str, subject: str) -> None:
    assert subject_of(BEFORE + request_ + AFTER) == subject


@pytest.mark.parametrize(
    "text",
    [
        "", "verzoekt", BEFORE + AFTER, f"{BEFORE}betreurt dat de bus niet rijdt,{AFTER}",
        f"{BEFORE}verzoekt de regering dat,{AFTER}",
        "constaterende dat de Kamer de regering verzoekt de bus te redden",
    ],
)  # fmt: skip
def test_what_is_not_understood_has_no_subject(text: str) -> None:
    assert subject_of(text) is None


def test_a_long_subject_is_cut_at_a_word_behind_its_verb() -> None:
    long = as_subject(f"met {'vele ' * 12}mensen te spreken over {'de bus en ' * 20}de tram")
    assert shortened(long).endswith("de bus…") and len(shortened(long)) <= 121
    late = subject_of(f"{BEFORE}verzoekt de regering {'bus, ' * 30}tram te redden van de{AFTER}")
    assert late is not None and "tram redden" in late and len(late) > 150
    endless = subject_of(f"{BEFORE}verzoekt de regering {'bus, ' * 9000}te redden{AFTER}")
    assert endless is not None and len(endless) <= 121


def test_in_a_debate_it_is_the_motion_just_read_out() -> None:
    one = BEFORE + "verzoekt de regering de bus te redden," + AFTER
    text = f"{one}Zij krijgt nr. 1 (25295).\n"
    assert read_out(text, text.index("Zij")) == "de bus redden"
    assert read_out(text + "Zij krijgt nr. 2 (25295).", len(text)) is None
    assert read_out("Zij krijgt nr. 3 (25295).", 0) is None
    assert read_out(one + "x" * 6000, len(one) + 6000) is None
