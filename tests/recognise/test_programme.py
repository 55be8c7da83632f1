"""Programmes by name: those of the table, in quotation marks, by capitals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.authority import programmes
from kg.model import Akkoord
from kg.recognise.engine import Engine
from kg.recognise.overlaps import settle
from kg.recognise.programme import RECOGNISERS, find_programmes

ENGINE = Engine(RECOGNISERS)
MENTAL = "prog-mentale-gezondheid-van-ons-allemaal"


def names(text: str) -> list[str]:
    """The names of the programmes that the rules find in ``text``, those of the table apart."""
    return [mention.value.name for mention in settle(ENGINE.found(text))]


def listed(text: str) -> list[tuple[str, str | None]]:
    """Surface and id of the programmes of the table in ``text``."""
    return [(mention.surface, mention.id) for mention in find_programmes(text)]


@pytest.mark.parametrize(
    ("text", "surface", "key"),
    [
        ("het Nationaal Preventieakkoord dat", "Nationaal Preventieakkoord",
         "prog-nationaal-preventieakkoord"),
        ("het Nationaal \n   Preventieakkoord", "Nationaal \n   Preventieakkoord",
         "prog-nationaal-preventieakkoord"),
        ("het nationaal programma onderwijs", "nationaal programma onderwijs",
         "prog-nationaal-programma-onderwijs"),
        ("één plan: Een tegen\u00a0eenzaamheid.", "Een tegen\u00a0eenzaamheid",
         "prog-een-tegen-eenzaamheid"),
        ("“Mentale Gezondheid: van ons allemaal”", "Mentale Gezondheid: van ons allemaal", MENTAL),
        ("Nationaal Preventieakkoord Mentale Gezondheid",
         "Nationaal Preventieakkoord Mentale Gezondheid",
         "prog-nationaal-preventieakkoord-mentale-gezondheid"),
        ("het klimaatakkoord", "klimaatakkoord", "prog-klimaatakkoord"),
        ("met 35 regio's woondeals gesloten", "woondeals", "prog-woondeals"),
        ("de Regiodeal Zuid", "Regiodeal", "prog-regio-deals"),
        ("uit het GALA en", "GALA", "prog-gezond-en-actief-leven-akkoord"),
    ],
)  # fmt: skip
def test_names_of_the_table(text: str, surface: str, key: str) -> None:
    assert listed(text) == [(surface, key)]


@pytest.mark.parametrize(
    "text",
    [
        "het advies van het MIT dat",  # three letters, and the full name is nowhere
        "de PAS-melders",
        "gala",
        "Galant",
        "een programma voor onderwijs",
        "de NPO heeft een nieuwe voorzitter",
        "de Klimaatakkoorden van Parijs",
        "",
    ],
)
def test_no_programme_of_the_table(text: str) -> None:
    assert listed(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("zoals in het regeerakkoord staat", Akkoord("regeerakkoord")),
        ("het regeerakkoord Rutte II", Akkoord("regeerakkoord", "Rutte II")),
        ("het regeerakkoord van het kabinet-Rutte III is", Akkoord("regeerakkoord", "Rutte III")),
        ("uit het Coalitieakkoord van 2021 blijkt", Akkoord("coalitieakkoord", "2021")),
        ("het hoofdlijnenakkoord van PVV en VVD", Akkoord("hoofdlijnenakkoord")),
        ("uitgewerkt in een regeerprogramma. De", Akkoord("regeerprogramma")),
        ("de regering in haar regeerprogramma", Akkoord("regeerprogramma")),
        ("in het\nregeerakkoord\nis opgenomen", Akkoord("regeerakkoord")),
    ],
)
def test_agreements_of_a_kabinet(text: str, value: Akkoord) -> None:
    assert [(mention.value, mention.id) for mention in ENGINE.scan(text)] == [(value, None)]


@pytest.mark.parametrize(
    "text",
    [
        "de regeerakkoorden uit andere landen",
        "het coalitieakkoord-debat",
        "De Duitse regering heeft in haar regeerakkoord staan",
        "Ook haar regeerakkoord was nog een voornemen",
        "het vorige regeerakkoord",
        "onderdeel van het nieuwe regeerakkoord",
        "spreekt uit dat een coalitieakkoord wordt doorgerekend",
        "een doorrekening van het (ontwerp)coalitieakkoord",
        "het hoofdlijnenakkoord medisch-specialistische zorg",
        "het hoofdlijnenakkoord ggz",
        "het hoofdlijnenakkoord\nouderenzorg en",
        "het Bestuurlijk hoofdlijnenakkoord",
        "het Bestuurlijke Hoofdlijnenakkoord van dat jaar",
        "Grondslag: regeerakkoord (Kamerstukken II 1985/86, 19 555, nr. 2)",
        "Taken formateur\n\nRegeerakkoord\n\nNieuw kabinet",
        "(www.krant.example/hobbels-richting-regeerprogramma~bc49/)",
    ],
)
def test_no_agreement_of_a_kabinet(text: str) -> None:
    assert [mention.surface for mention in ENGINE.scan(text)] == []


def test_a_short_acronym_counts_where_the_full_name_stands() -> None:
    text = "Het Nationaal Programma Onderwijs (hierna: NPO) loopt. Uit het NPO blijkt dat."
    assert {key for _, key in listed(text)} == {"prog-nationaal-programma-onderwijs"}
    assert len(listed(text)) == 3


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("De stikstofruimte uit het PAS is op.", ["prog-programma-aanpak-stikstof"]),
        ("De ruimte uit het PAS is op.", []),  # nothing of stikstof
        ("Volgens art. 3 PAS is stikstof", []),  # without its article
        ("Het onderwijs op het NPO", []),  # the broadcaster; onderwijs is everywhere
        ("sinds de stikstof en de PAS", ["prog-programma-aanpak-stikstof"]),  # "de aanpak"
        ("de stikstof en een PAS", []),
    ],
)
def test_a_short_acronym_with_its_article_about_its_subject(text: str, keys: list[str]) -> None:
    assert [key for _, key in listed(text)] == keys


def test_a_shared_name_counts_in_a_text_about_the_subject() -> None:
    key = "prog-gebiedsgerichte-aanpak-stikstof"
    assert listed("De gebiedsgerichte aanpak van stikstof.") == [("gebiedsgerichte aanpak", key)]
    assert listed("De gebiedsgerichte aanpak van leegstand.") == []
    text = "De Gebiedsgerichte aanpak stikstof loopt; die gebiedsgerichte aanpak is breed."
    assert [name for _, name in listed(text)] == [key, key]


def test_ordinary_words_are_a_name_with_its_capitals_only() -> None:
    key = "prog-programma-goed-geregeld"
    assert listed("de aanpak Goed\nGeregeld loopt") == [("Goed\nGeregeld", key)]
    assert listed("het programma goed geregeld") == [("programma goed geregeld", key)]
    assert listed("dat is goed geregeld") == []
    assert listed("Goed geregeld is half gewonnen") == []


def test_the_draft_of_a_programme_is_of_that_programme() -> None:
    key = "prog-nationaal-programma-landelijk-gebied"
    assert listed("het Ontwerp-NPLG en de ontwerp-NPLG") == [("NPLG", key), ("NPLG", key)]
    assert listed("het Beter-NPLG") == []


def test_every_full_name_is_found_in_a_sentence() -> None:
    missed = [p.name for p in programmes() if not listed(f"Over {p.name} spreken wij.")]
    assert missed == []


@pytest.mark.parametrize(
    ("text", "name", "key"),
    [
        ("de aanpak ‘Mentale Gezondheid: van \n19\nons allemaal’ is",
         "Mentale gezondheid: van ons allemaal", MENTAL),
        ('de aanpak "Mentale Gezondheid: van ons allemaal" is',
         "Mentale gezondheid: van ons allemaal", MENTAL),
        ("de aanpak, “Mentale gezondheid", None, None),
        ("de aanpak “Mentale gezondheid: van ons allemaal’.",
         "Mentale gezondheid: van ons allemaal", MENTAL),
        ("het programma «Dijken aan de grens»", "Dijken aan de grens", "x-dijken-aan-de-grens"),
        ("het akkoord 'Samen Sterk'", "Samen Sterk", "x-samen-sterk"),
        ("Strategie \"Omgaan met dijken\"", "Omgaan met dijken", "x-omgaan-met-dijken"),
        ("het convenant ‘Dijken doen mee!’", "Dijken doen mee!", "x-dijken-doen-mee"),
        ("het plan ‘Samen Sterk’ is", "Samen Sterk", "x-samen-sterk"),
        ("het bouwplan ‘Samen Sterk’ is", None, None),
        ("plan van aanpak 'dijkers aan het werk'", "dijkers aan het werk",
         "x-dijkers-aan-het-werk"),
        ("in de uitzending van het programma ‘Dijken’", None, None),
        ("het tv-programma ‘Dijken in Nederland’", None, None),
        ("de strategie ‘pappen en nathouden’", None, None),
        ("het programma ‘samen sterk’", None, None),
        ("zijn aanpak 'ja. Nee' was", None, None),
        ("het programma: ‘Samen’", None, None),
    ],
)  # fmt: skip
def test_names_in_quotation_marks(text: str, name: str | None, key: str | None) -> None:
    found = [(m.value.name.casefold(), m.id) for m in ENGINE.scan(text)]
    assert found == ([(name.casefold(), key)] if name else [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("het Nationaal Kennisprogramma Stikstof is", ["Nationaal Kennisprogramma Stikstof"]),
        ("het Nationaal Actieplan Duinbeheer is", ["Nationaal Actieplan Duinbeheer"]),
        ("de Uitvoeringsagenda Curaçao Q1", ["Uitvoeringsagenda Curaçao"]),
        ("de Nationale Dijkenstrategie is", ["Nationale Dijkenstrategie"]),
        ("de Strategische agenda voor het Ondernemingsklimaat",
         ["Strategische agenda voor het Ondernemingsklimaat"]),
        ("het Aanvalsprogramma Dijkvoorziening\nPolder wordt",
         ["Aanvalsprogramma Dijkvoorziening Polder"]),
        ("de Nationale Dijkstrategie en de Critical Raw Materials Act",
         ["Nationale Dijkstrategie"]),
        ("de Strategische agenda voor de Binnenvaart",
         ["Strategische agenda voor de Binnenvaart"]),
        ("de Patiëntenagenda Curaçao is", ["Patiëntenagenda Curaçao"]),
        ("de Coöperatieagenda Aruba is", ["Coöperatieagenda Aruba"]),
        ("de Co-financieringsagenda Curaçao is", ["Co-financieringsagenda Curaçao"]),
        ("de Uitvoeringsagenda Écht Samen is", ["Uitvoeringsagenda Écht Samen"]),
        ("het Nationaal Élanprogramma Zuid is", ["Nationaal Élanprogramma Zuid"]),
        ("de Ééndagsagenda Europa is", ["Ééndagsagenda Europa"]),
        ("de ZEEËNagenda Europa", []),  # no word begins there
        ("het Programma Robuust Basisnet is", ["Programma Robuust Basisnet"]),
        ("het programma Dijkverhoging en Natuurverbetering (PDN)",
         ["Programma Dijkverhoging en Natuurverbetering"]),
        ("het programma Partners in Nijver Duinen heeft",
         ["Programma Partners in Nijver Duinen"]),
        ("het programma Nieuwsuur en het programma van Eisen", []),
        ("het programma Ministerie voor Jeugd en Gezin", []),
        ("het programma Rutte II", []),
        ("het programma STOER en het programma VVD", []),  # the table's, a party's
        ("een programma DUIN", []),
        ("het programma Gezonde School en", []),  # the table's
        ("het programma Defensie Open op Orde", []),
        ("het programma Ruimte voor Defensie", ["Nationaal Programma Ruimte voor Defensie"]),
        ("het programma Externe Verzelfstandiging Periode",
         ["Programma Externe Verzelfstandiging"]),
        ("het Nationaal Preventieakkoord is", []),  # the table's
        ("het Programma De Minister", []),
        ("de Impact Assessment", []),
        ("het Regeerakkoord Rutte II", ["regeerakkoord"]),
        ("een nationaal plan", []),
        ("het Nationaal Actieplan", []),
        ("de Geannoteerde Agenda Raad Buitenlandse Zaken", []),
    ],
)  # fmt: skip
def test_names_by_their_capitals(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("de Nationale Dijk- en Duinagenda is", ["Nationale Dijk- en Duinagenda"]),
        ("de Lange Termijn Sluisagenda is", ["Lange Termijn Sluisagenda"]),
        ("het Water- en Bodempact van", ["Water- en Bodempact"]),
        ("het Nationaal Dijken Programma 2022–2027, dat", ["Nationaal Dijken Programma"]),
        ("het Nationaal Plan Versterking Dijken te", ["Nationaal Plan Versterking Dijken"]),
        ("de Landelijke Agenda Dijkbeheer en", ["Landelijke Agenda Dijkbeheer"]),
        ("de voortgang van de Aanpak Dijken is", ["Aanpak Dijken"]),
        ("de Aanpak Sociale dijkzorg is", ["Aanpak Sociale dijkzorg"]),
        ("in het Hoofdakkoord dijkenbouw 2019-2022 is", ["Hoofdakkoord dijkenbouw"]),
        ("de Dijkvisie 2040 wordt", ["Dijkvisie 2040"]),
        ("het Programma dijkzorg 2012-2015, juli", ["Programma dijkzorg"]),
        ("Volgens de Dijkenstrategie moet", ["Dijkenstrategie"]),
        ("de Duin en Dijk Strategie wordt", ["Duin en Dijk Strategie"]),
        ("het Duindorp Akkoord over", ["Duindorp Akkoord"]),
        ("het Nieuwe Akkoord over", []),
        ("het Nationaal Preventie Akkoord is", ["Nationaal Preventieakkoord"]),  # spelt otherwise
        ("de Stichting Aanpak Dijkdiefstal is", []),
        ("de Europese Defensie Industrie Strategie is", ["Europese Defensie Industrie Strategie"]),
        ("de Defensie Industrie Strategie is", []),  # the table's
        ("Dijkenstrategie is een woord", []),
        ("een Dijkenstrategie is er niet", []),
        ("in het Uitvoeringsprogramma staat", []),
        ("de Beslisagenda en Duurzaamheid is", []),
        ("de Geannoteerde Agenda Informele Raad", []),
        ("2.3. Aanpak Verzoek aan het college", []),
        ("de Centrale Plan Commissie is", []),
        ("een Data Protection Impact Assessment (DPIA) is", []),
        ("met het Belastingplan 2025 mee", []),
        ("het Plan van Aanpak", []),
        ("de Visie van de Voorzitter", []),
        ("op zijn Televisie Noord", []),
    ],
)  # fmt: skip
def test_names_around_the_word_that_says_what_they_are(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("het landelijk dijken arrangement (LDA) doet", ["landelijk dijken arrangement"]),
        ("de ketenaanpak dijkschade (hierna: K-D) voor", ["ketenaanpak dijkschade"]),
        ("het Nationaal kennisprogramma\n  dijken (NKD)", ["Nationaal kennisprogramma dijken"]),
        ("de aanpak van dijkbreuken (AvD) is", ["aanpak van dijkbreuken"]),
        ("het programma (ABC)", []),
        ("het beheerplan (BP) is", []),
        ("de aanpak van de leden (VVD) en (CDA)", []),
        ("het programma van eisen (PvE) is", []),
        ("het Planbureau voor Dijken (PD) is", []),
        ("een privacy impact assessment (PIA)", []),
        ("het nationaal preventieakkoord (NPA)", []),  # the table's
        ("(ABC)", []),
    ],
)
def test_names_by_their_abbreviation(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("bij de actieagenda Brainport is", ["actieagenda Brainport"]),
        ("de wijkaanpak Zuid en Noord is", ["wijkaanpak Zuid en Noord"]),
        ("In de huisvestingsvisie 2040 van", ["huisvestingsvisie 2040"]),
        ("een dual-intentaanpak Zuid is", []),
        ("de huisvestingsvisie 2024 van", []),
        ("de huisvestingsvisie van", []),
        ("het actieplan De minister", []),
    ],
)
def test_names_behind_a_word_in_small_letters(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_a_period_is_printed_but_not_in_the_name() -> None:
    [mention] = settle(ENGINE.found("het Nationaal Dijken Programma 2022 – 2027 is"))
    assert mention.surface == "Nationaal Dijken Programma 2022 – 2027"
    assert mention.id == "x-nationaal-dijken-programma"


@pytest.mark.parametrize("rule", [rule for r in RECOGNISERS for rule in r.rules])
def test_every_rule_catches_its_example(rule: object) -> None:
    [mention] = ENGINE.scan(rule.example)
    assert (mention.rule, (mention.id,)) == (rule.name, rule.ids)


@given(st.text(max_size=120))
def test_spans_hold_among_any_characters(text: str) -> None:
    whole = f"{text} Nationaal Preventieakkoord {text}"
    mentions = list(find_programmes(whole))
    assert all(mention.surface == mention.span.of(whole) for mention in mentions)
    assert "prog-nationaal-preventieakkoord" in {mention.id for mention in mentions}


@given(st.text(max_size=160))
def test_any_text_is_fine(text: str) -> None:
    whole = f"Programma ‘{text}’ Nationaal Programma {text}"
    for mention in ENGINE.scan(whole):
        assert mention.surface == mention.span.of(whole)
