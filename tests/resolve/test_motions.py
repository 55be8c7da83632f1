"""Motions and letters by what is said of them, with the table of facts and with a register."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kg.authority import motions
from kg.model import Brief, Motie, Period
from kg.resolve.letters import resolve_letter
from kg.resolve.motions import resolve_motion
from kg.resolve.register import Register, load

FEB_2021 = Period(date(2021, 2, 2), date(2021, 2, 15))  # as an undated letter is known
JUNE_2022 = date(2022, 6, 10)
HEADING = "nummer\tsoort\tdatum\tvergaderjaar\tvolgnummer\tonderwerp\ttitel"


@pytest.mark.parametrize(
    "motie, when, zaak",
    [
        (Motie(("Smulders",), topic="naast het economische steunpakket, ook een mentaal "
               "steunpakket op te zetten"), FEB_2021, "2021Z01710"),
        (Motie(("Weyenberg", "Smulders")), FEB_2021, "2021Z01740"),
        (Motie(("Asscher",), topic="sociale ondersteuning aan kwetsbare groepen"), FEB_2021,
         "2020Z20576"),
        (Motie(("Bikker",), cs=True, topic="een steunpakket sociaal en mentaal welzijn en "
               "leefstijl"), JUNE_2022, "2021Z23628"),
        (Motie(("Dik-Faber", "Diertens")), JUNE_2022, "2021Z02062"),
        (Motie(("Hijink", "Paulusma")), date(2022, 10, 7), "2022Z13379"),
        (Motie(("Mohandis",), topic="een overzicht van plannen, programma's of afspraken over "
               "mentale gezondheid"), date(2023, 6, 1), "2022Z22257"),
        (Motie(("De Neef",), topic="laagdrempelige inloopvoorzieningen voor jongeren"),
         date(2023, 6, 1), "2022Z14379"),
    ],
)
def test_the_table_of_facts_resolves_without_a_register(
    motie: Motie, when: date | Period, zaak: str
) -> None:
    (fact,) = [motion for motion in motions() if motion.zaak == zaak]
    found = resolve_motion(motie, when)
    assert found.key == fact.key, found
    assert (found.as_written is None) == ("Smulders" not in motie.submitters)


@pytest.mark.parametrize(
    "motie, when",
    [
        (Motie(("Smulders",)), FEB_2021),  # one name alone says too little
        (Motie(("Smulders",), topic="ruimte voor vliegvelden"), FEB_2021),
        (Motie(("Helder",), topic="een mentaal steunpakket"), FEB_2021),
        (Motie(("Smeulders",), topic="een mentaal steunpakket"), date(2020, 12, 1)),  # not yet
        (Motie(("Smeulders",), topic="een mentaal steunpakket", amendment=True), FEB_2021),
        (Motie(("Smulders", "Weyenberg")), FEB_2021),  # the other order is another motion
        (Motie(("Hijink", "Paulusma")), date(2031, 10, 7)),  # too long ago without a topic
        (Motie(()), FEB_2021),
        (Motie((), topic="een mentaal steunpakket"), FEB_2021),
    ],
)
def test_what_the_table_of_facts_does_not_resolve(motie: Motie, when: date | Period) -> None:
    found = resolve_motion(motie, when)
    assert found.key is None and found.reason


def test_the_sentence_around_it_helps_where_no_topic_is_printed() -> None:
    sentence = "Er is geld om thuiswerken te bevorderen, in vervolg op de motie Weyenberg/Smulders."
    with_it = resolve_motion(Motie(("Weyenberg", "Smulders")), FEB_2021, context=sentence)
    assert with_it.key == "document/kst-35669-36"


ROWS = (
    ("2021Z00101", "Motie", "2021-03-01", 7, "Motie van het lid Omtzigt over een register van "
     "algoritmes", "Digitale zaken"),
    ("2021Z00102", "Motie", "2021-03-01", 8, "Motie van het lid Omtzigt c.s. over een toets op "
     "algoritmes vooraf", "Digitale zaken"),
    ("2021Z00103", "Motie", "2021-03-01", 9, "Motie van de leden Omtzigt en Leijten over een "
     "fonds voor gedupeerden", "Digitale zaken"),
    ("2021Z00104", "Motie", "2021-04-01", 10, "Motie van het lid Marijnissen over de drempel in "
     "de huisartsenzorg", "Digitale zaken"),
    ("2021Z00105", "Motie", "2021-05-01", 11, "Motie van het lid Marijnissen over de drempel in "
     "de huisartsenzorg", "Digitale zaken"),
    ("2021Z00106", "Brief regering", "2021-09-16", 12, "Stand van zaken algoritmeregister",
     "Digitale zaken"),
    ("2021Z00107", "Brief regering", "2021-09-16", 13, "Reactie op vragen over woningbouw",
     "Digitale zaken"),
)


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    """A register of some made-up cases."""
    lines = ("\t".join((n, k, d, "2020-2021", str(v), s, t)) for n, k, d, v, s, t in ROWS)
    cases, dossiers = tmp_path / "zaken.tsv", tmp_path / "dossiers.tsv"
    cases.write_text("\n".join((HEADING, *lines)) + "\n", encoding="utf-8")
    dossiers.write_text("dossier\ttitel\n39990\tDigitale zaken\n", encoding="utf-8")
    load([cases, dossiers], tmp_path / "register.sqlite")
    with Register(tmp_path / "register.sqlite") as opened:
        yield opened


@pytest.mark.parametrize(
    "motie, number",
    [
        (Motie(("Omtzigt",), topic="een register van algoritmes"), 7),
        (Motie(("Omtzigt",), topic="een register voor algoritmes"), 7),
        (Motie(("Omtzigt",), cs=True, topic="een toets vooraf op algoritmes"), 8),
        (Motie(("Omtzigt",), topic="een register van algoritmes en over de visserij op zee"), 7),
        (Motie(("Omtzigt",), topic="een register van algoritmes en de gewijzigde motie van het "
               "lid Omtzigt c.s. over een toets op algoritmes vooraf"), 7),
        (Motie(("Omtzigt",), topic="een register van algoritmes en de (overgenomen) motie-Omtzigt "
               "c.s. over een toets op algoritmes vooraf"), 7),
        (Motie(("Omtzigt", "Leijten")), 9),
        (Motie(("Leijten",), topic="het fonds voor gedupeerden"), 9),
        (Motie(("Omzigt", "Leijten")), 9),
        (Motie((), topic="een fonds voor gedupeerden"), 9),
    ],
)
def test_a_register_resolves_what_stands_out(
    register: Register, motie: Motie, number: int
) -> None:
    found = resolve_motion(motie, date(2021, 9, 1), register=register)
    assert found.key == f"document/kst-39990-{number}"
    assert found.candidates[0].key == found.key
    assert (found.as_written == "Omzigt") == ("Omzigt" in motie.submitters)


@pytest.mark.parametrize(
    "motie, why",
    [
        (Motie(("Omtzigt",), topic="algoritmes"), "no motion agrees enough"),
        (Motie(("Omtzigt",)), "no motion agrees enough"),
        (Motie(("Marijnissen",), topic="de drempel in de huisartsenzorg"), "several motions"),
        (Motie(("Marijnissen",), topic="een tunnel onder de Maas"), "no motion agrees enough"),
        (Motie(("Leijten", "Omtzigt")), "no motion agrees enough"),
        (Motie(("Bontenbal",), topic="een register"), "none by these submitters"),
    ],
)
def test_a_register_leaves_open_what_does_not(
    register: Register, motie: Motie, why: str
) -> None:
    found = resolve_motion(motie, date(2021, 9, 1), register=register)
    assert found.key is None and why in found.reason
    assert bool(found.candidates) == ("by these submitters" not in why)


def test_a_motion_that_names_another_does_not_name_itself(register: Register) -> None:
    later = Motie(("Marijnissen",), topic="de drempel in de huisartsenzorg")
    day = date(2021, 5, 1)
    assert resolve_motion(later, day, register=register).key is None
    for own in ("kst-39990-11", "2021Z00105"):
        found = resolve_motion(later, day, register=register, exclude=(own,))
        assert found.key == "document/kst-39990-10"
    known = Motie(("Smulders",), topic="een mentaal steunpakket")
    assert resolve_motion(known, FEB_2021, exclude=("2021Z01710",)).key is None


def test_the_words_of_a_sentence_never_lead_to_a_motion_of_that_day(register: Register) -> None:
    sentence = "verzoekt de regering een register van algoritmes te maken, zoals de motie-Omtzigt"
    day = date(2021, 3, 1)
    same = resolve_motion(Motie(("Omtzigt",)), day, register=register, context=sentence)
    assert same.key is None
    later = resolve_motion(
        Motie(("Omtzigt",)), date(2021, 3, 2), register=register, context=sentence
    )
    assert later.key == "document/kst-39990-7"


@pytest.mark.parametrize(
    "brief, key",
    [
        (Brief("kamerbrief", "--09-16", True, "stand van zaken algoritmeregister"),
         "kst-39990-12"),
        (Brief("brief", "2021-09-16", False, "de stand van zaken van het algoritmeregister"),
         "kst-39990-12"),
        (Brief("kamerbrieven", "2021-09-16", False, "de stand van zaken van het algoritmeregister"),
         "kst-39990-12"),
        (Brief("brief", "2021-09-16"), None),
        (Brief("brief", "2021-09-17", False, "het algoritmeregister"), None),
        (Brief("brief", "2021-09-16", False, "de zeevisserij"), None),
        (Brief("commissiedebat", "2021-09-16", False, "het algoritmeregister"), None),
        (Brief("brief", None, False, "het algoritmeregister"), None),
        (Brief("brief", "--13-41", True), None),
        (Brief("brief", "gisteren", True), None),
    ],
)
def test_letters_by_their_day(register: Register, brief: Brief, key: str | None) -> None:
    found = resolve_letter(brief, date(2022, 3, 1), register=register)
    assert found.key == (key and f"document/{key}")
    assert found.reason


def test_a_leap_day_without_a_year_never_fails(register: Register) -> None:
    brief = Brief("brief", "--02-29", True)
    for when in (date(2022, 3, 1), date(2024, 1, 1), Period(None, None), None):
        assert resolve_letter(brief, when, register=register).key is None


@pytest.mark.parametrize(
    "day, sentence, resolves",
    [
        (date(2022, 1, 10), "Reactie op de moties Omtzigt/Leijten en Klaver/Ploumen.", True),
        (date(2022, 9, 1), "Reactie op de moties Omtzigt/Leijten en Klaver/Ploumen.", False),
        (date(2022, 9, 1), "Reactie op de motie Omtzigt/Leijten, het duurzame voedsel.", False),
        (date(2022, 9, 1), "De gedupeerden wachten nog op de motie Omtzigt/Leijten.", True),
        (date(2024, 9, 1), "De gedupeerden wachten nog op de motie Omtzigt/Leijten.", False),
    ],
)
def test_after_a_year_two_names_alone_say_too_little(
    register: Register, day: date, sentence: str, resolves: bool
) -> None:
    motie = Motie(("Omtzigt", "Leijten"))
    found = resolve_motion(motie, day, register=register, context=sentence)
    assert (found.key == "document/kst-39990-9") is resolves, found
