"""Programmes whose name goes on in small letters, in titles and within sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.recognise.engine import Engine
from kg.recognise.overlaps import settle
from kg.recognise.programme import RECOGNISERS

ENGINE = Engine(RECOGNISERS)


def names(text: str) -> list[str]:
    """The names of the programmes that the rules find in ``text``, those of the table apart."""
    return [mention.value.name for mention in settle(ENGINE.found(text))]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        # The title is the name.
        ("Actieplan vitalisering dijkenbouw", "Actieplan vitalisering dijkenbouw"),
        ("Plan van aanpak kwetsbare duingebieden", "Plan van aanpak kwetsbare duingebieden"),
        ("Agenda voor nijver Nederland", "Agenda voor nijver Nederland"),
        ("Agenda dijken en duinen 2020-2024", "Agenda dijken en duinen"),
        ("Strategie dijkveiligheid online", "Strategie dijkveiligheid online"),
        ("Convenant beperking dijkschade en reactie op de brief", "Convenant beperking dijkschade"),
        ("Pact voor de duinen", "Pact voor de duinen"),
        ("Dijken: Routekaart zand en klei", "Routekaart zand en klei"),
        ("Actieplan tegen dijkbreuk in de polder (herdruk)",
         "Actieplan tegen dijkbreuk in de polder"),
        ("Actieplan voor de duinen, de dijken en het wad",
         "Actieplan voor de duinen, de dijken en het wad"),
        ("Actieagenda veer- en dijkdiensten zandwinning en kleiwinning",
         "Actieagenda veer- en dijkdiensten zandwinning en kleiwinning"),
        # It stands behind what the letter does with it.
        ("Voortgang actieplan dijkenbouw 2024", "actieplan dijkenbouw"),
        ("Stand van zaken actie-agenda dijkhuizen", "actie-agenda dijkhuizen"),
        ("Antwoorden op vragen commissie over het plan van aanpak dijken (Kamerstuk 12345-6)",
         "plan van aanpak dijken"),
        ("Uitwerking Plan van aanpak Dijkwerkers aan het werk",
         "Plan van aanpak Dijkwerkers aan het werk"),
        ("Afschrift brief over de Hervormingsagenda dijkenmarkt", "Hervormingsagenda dijkenmarkt"),
        ("Voortgang wetgevingsprogramma herijking dijkrecht",
         "wetgevingsprogramma herijking dijkrecht"),
        ("Voortgangsrapportage Programma dijk en duin", "Programma dijk en duin"),
        ("Voortgang nationaal actieplan duinbeheer", "nationaal actieplan duinbeheer"),
        ("Voortgang VvE-versnellingsagenda dijkwoningen en update planning",
         "VvE-versnellingsagenda dijkwoningen"),
        ("Monitor actieplan verbetering van de dijken in 2030",
         "actieplan verbetering van de dijken"),
        ("Voortgang van het programma Verbetering van het dijkenstelsel (VDS)",
         "programma Verbetering van het dijkenstelsel"),
        ("Nationaal programma berging dijkwrakken", "Nationaal programma berging dijkwrakken"),
        ("Voortgang LDH-actieprogramma en dijken", "LDH-actieprogramma"),
        ("Betreft: voortgang actieplan dijkenbouw\nGeachte voorzitter,", "actieplan dijkenbouw"),
        ("Den Haag\nOnderwerp\nVoortgang actieplan dijkenbouw\nGeachte", "actieplan dijkenbouw"),
        ("Betreft   Actieplan dijkenbouw      Uw kenmerk 12\nGeachte", "Actieplan dijkenbouw"),
        ("Betreft voortgang actieplan dijkenbouw\nGeachte voorzitter,", "actieplan dijkenbouw"),
        ("Datum 3 mei Betreft voortgang actieplan dijkenbouw\nGeachte", "actieplan dijkenbouw"),
    ],
)  # fmt: skip
def test_names_in_titles(title: str, name: str) -> None:
    assert names(title) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Informatie over een plan van aanpak dijken",
        "Voortgang van het actieplan en de brief",
        "Geannoteerde agenda informele dijkenraad",
        "Agenda voor de informele dijkenraad",
        "Werkprogramma dijken",
        "Plan van aanpak beleidsdoorlichting dijken",
        "Actieplan van de commissie",
        "Reactie op het SP-actieplan dijken",
        "Reactie op het D66 Actieplan dijken",
        "Reactie op het Volt-actieplan dijken",
        "Reactie op het PvdD actieplan dijken",
        "Plan van aanpak aanbevelingen dijken",
        "Convenant EZK en DIJK",
        "Uitzending van het programma Dijkuur d.d. 3 mei",
        "Uitzending van het programma Radar over dijken",
        "Reactie op de radio-agenda dijken",
        "Mededeling over het nationaal programma",
        "Voortgang EU-actieprogramma en dijken",
        "Voortgang actieplan Elke regio telt!",  # the table's
        "Voortgang Masterplan basisvaardigheden mbo",
        "Geachte voorzitter,\nhet actieplan dijkenbouw is af",  # no title
        "de voortgang van het actieplan dijkenbouw",  # nor is this: no capital opens it
        "Betreffende het actieplan dijkenbouw\nis er niets",
        "Kort.\nActieplan dijkenbouw",
    ],
)
def test_no_names_in_titles(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("gelden. In het Actieplan bestrijding dijkfraude wordt gezegd",
         ["Actieplan bestrijding dijkfraude"]),
        ("uit het Stimuleringsprogramma kleinschalige dijken. Ten",
         ["Stimuleringsprogramma kleinschalige dijken"]),
        ("met het Masterplan dijkvaardigheden niet alleen", ["Masterplan dijkvaardigheden"]),
        ("van het Actieprogramma dijken en duinen geen aandacht",
         ["Actieprogramma dijken en duinen"]),
        ("in het\nPlan van aanpak dijken, dat", ["Plan van aanpak dijken"]),
        ("de notitie Actieplan dijken toegezonden", ["Actieplan dijken"]),
        ("het Actieplan dijken bevordert dit", ["Actieplan dijken"]),
        ("het Plan van Aanpak Dijken is", ["Plan van Aanpak Dijken"]),
        ("op het Bestuursakkoord wordt gewezen", []),
        ("het Actieplan dat de minister", []),
        ("de Hervormingsagenda uitgebreid beschreven", []),
        ("Aan het slot.\nActieplan dijken", []),
    ],
)  # fmt: skip
def test_names_that_go_on_within_a_sentence(text: str, found: list[str]) -> None:
    assert names(f"vooraf\n{text}\nen daarna") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Fiche: Mededeling EU-Dijkenstrategie voor 2030", ["EU-Dijkenstrategie voor 2030"]),
        ("Fiche: Mededeling Europees actieplan dijken", ["Europees actieplan dijken"]),
        ("Fiche: mededeling Strategie voor dijken en duinen 2010-2015",
         ["Strategie voor dijken en duinen"]),
        ("Antwoorden over het fiche: Mededeling dijkstrategie voor Europa (Kamerstuk 22112-1)",
         ["dijkstrategie voor Europa"]),
        ("Fiche: Een actieplan voor de duinen, de dijken en het wad",
         ["actieplan voor de duinen, de dijken en het wad"]),
        ("Fiche inzake Mededeling EU actieplan inzake dijken", ["EU actieplan inzake dijken"]),
        ("Fiche: Mededeling dijken in de Unie", []),
        ("Fiche: Mededeling evaluatie strategie dijken", []),
        ("Fiche: Mededeling EU-strategie", []),
        ("Fiche: Mededeling Commissiewerkprogramma 2020", []),
        ("Fiche: Mededeling Nationaal Preventieakkoord en strategie", []),  # the table's
    ],
)  # fmt: skip
def test_what_a_fiche_is_about(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hoofdlijnen herijking Dijkenagenda", ["Dijkenagenda"]),
        ("Voortgang dijken en doorkijk DBM-Verbeterplan", ["DBM-Verbeterplan"]),
        ("Mededeling inzake Dijkbeleidsplan", ["Dijkbeleidsplan"]),
        ("Opstellen van een Duinstrategie", []),
        ("Evaluatie Regeling Dijkprogramma's", []),
        ("Voortgang Capaciteitsplan", []),
        ("Voortgang Verbeterplan", []),
        ("Hoofdlijnen.\nHerijking Dijkenagenda", []),
    ],
)
def test_one_word_in_a_title(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_the_period_behind_it_is_printed_but_not_in_the_name() -> None:
    [mention] = settle(ENGINE.found("Actieplan dijkenbouw 2020-2024"))
    assert (mention.surface, mention.id) == (
        "Actieplan dijkenbouw 2020-2024",
        "x-actieplan-dijkenbouw",
    )


@given(st.text(max_size=160))
def test_any_text_is_fine(text: str) -> None:
    for whole in (f"Fiche: Mededeling actieplan {text}", f"Actieplan {text} Strategie {text}"):
        for mention in ENGINE.scan(whole):
            assert mention.surface == mention.span.of(whole)
