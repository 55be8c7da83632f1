"""Posts after "mede namens" and elsewhere, and persons with their role."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Bewindspersoon, Mention, Office
from kg.recognise.engine import Engine
from kg.recognise.office import RECOGNISERS

ENGINE = Engine(RECOGNISERS)


def found(text: str) -> list[Mention]:
    """The posts and persons in ``text``."""
    return list(ENGINE.scan(text))


def behalf(text: str) -> list[str]:
    """The titles named after "mede namens" or "ook namens"."""
    return [m.value.title for m in found(text) if m.rule.startswith("office.on-behalf")]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "mede namens de minister van Sociale Zaken en Werkgelegenheid,",
            ["de minister van Sociale Zaken en Werkgelegenheid"],
        ),
        (
            "mede namens de minister van \nSociale Zaken en Werkgelegenheid, de minister van"
            " Onderwijs, Cultuur en \nWetenschap, en de staatssecretaris van Economische \nZaken"
            " en Klimaat.  ",
            [
                "de minister van Sociale Zaken en Werkgelegenheid",
                "de minister van Onderwijs, Cultuur en Wetenschap",
                "de staatssecretaris van Economische Zaken en Klimaat",
            ],
        ),
        (
            "mede namens de minister voor Langdurige Zorg en Sport (MLZS), de minister van"
            " Onderwijs, Cultuur en Wetenschap (MOCW) en de minister voor Armoedebeleid,"
            " Participatie en Pensioenen (MAPP). Nieuw",
            [
                "de minister voor Langdurige Zorg en Sport",
                "de minister van Onderwijs, Cultuur en Wetenschap",
                "de minister voor Armoedebeleid, Participatie en Pensioenen",
            ],
        ),
        (
            "mede namens de Staatssecretarissen van Volksgezondheid, Welzijn en Sport en van"
            " Justitie en Veiligheid (ontvangen 3 mei)",
            [
                "Staatssecretaris van Volksgezondheid, Welzijn en Sport",
                "Staatssecretaris van Justitie en Veiligheid",
            ],
        ),
        (
            "mede namens de staatssecretarissen van VWS en van JenV",
            ["staatssecretaris van VWS", "staatssecretaris van JenV"],
        ),
        ("mede namens de ministers van OCW, SZW en VWS", ["minister van OCW", "minister van SZW",
                                                          "minister van VWS"]),
        ("mede namens Onze Ministers van Onderwijs en Wetenschappen, van Economische Zaken en van"
         " Binnenlandse Zaken;",
         ["Minister van Onderwijs en Wetenschappen", "Minister van Economische Zaken",
          "Minister van Binnenlandse Zaken"]),
        ("mede namens de ministers van Binnenlandse Zaken, Justitie en Defensie.",
         ["minister van Binnenlandse Zaken", "minister van Justitie", "minister van Defensie"]),
        ("mede namens de ministers van Justitie en Veiligheid en Defensie bied ik",
         ["minister van Justitie en Veiligheid", "minister van Defensie"]),
        ("mede namens de ministers van Justitie en Veiligheid, Gelet op",
         ["minister van Justitie en Veiligheid"]),
        ("mede namens MLZS en MOCW", ["MLZS", "MOCW"]),
        ("mede namens de minister van VWS, Conny Helder", ["de minister van VWS"]),
        ("mede namens de minister van Justitie en Veiligheid, bied ik u",
         ["de minister van Justitie en Veiligheid"]),
        ("mede namens de minister-president", ["de minister-president"]),
        ("Ik stuur dit, ook namens de staatssecretaris van Financiën, toe",
         ["de staatssecretaris van Financiën"]),
        ("mede namens de staatssecretaris Rechtsbescherming",
         ["de staatssecretaris Rechtsbescherming"]),
    ],
)  # fmt: skip
def test_posts_on_whose_behalf(text: str, titles: list[str]) -> None:
    assert behalf(text) == titles


def test_the_posts_of_one_phrase_share_their_citation() -> None:
    first, second = found("mede namens de minister van VWS en de minister van OCW.")
    assert first.citation == second.citation
    assert first.citation is not None and len(first.citation) == 54


def test_a_pronoun_means_the_post_named_just_before() -> None:
    text = (
        "Nieuw is dat de staatssecretaris van Koninkrijkrelaties en Digitalisering (BZK) meedoet."
        " U verzendt de brief ook namens haar."
    )
    pronoun = found(text)[-1]
    assert (pronoun.surface, pronoun.rule) == ("haar", "office.on-behalf-again")
    assert pronoun.value.title == "staatssecretaris van Koninkrijkrelaties en Digitalisering"


@pytest.mark.parametrize(
    "text",
    [
        "namens deze,",
        "mede namens ons allen",
        "mede namens mevrouw Ploumen ingediend",
        "ook namens haar fractie",
        "ook namens hem",
        "mede namens de gemeente Utrecht",
        "mede namens de VVD",
    ],
)
def test_on_behalf_of_no_post(text: str) -> None:
    assert behalf(text) == []


@pytest.mark.parametrize(
    ("text", "title", "role"),
    [
        ("De staatssecretaris van VWS heeft", "De staatssecretaris van VWS", "staatssecretaris"),
        ("aan de minister voor Natuur en Stikstof.", "de minister voor Natuur en Stikstof",
         "minister"),
        ("SVWS en", "SVWS", "staatssecretaris"),
        ("CC MLZS", "MLZS", "minister"),
        ("de staatssecretaris Koninkrijksrelaties en Digitalisering heeft",
         "staatssecretaris Koninkrijksrelaties en Digitalisering", "staatssecretaris"),
        ("Minister Economische Zaken", "Minister Economische Zaken", "minister"),
        ("De Staatssecretaris van Sociale Zaken en Volksgezondheid heeft",
         "De Staatssecretaris van Sociale Zaken en Volksgezondheid", "staatssecretaris"),
        ("De Minister van Landbouw en Visserij, G. Braks", "De Minister van Landbouw en Visserij",
         "minister"),
    ],
)  # fmt: skip
def test_a_post_as_printed(text: str, title: str, role: str) -> None:
    assert [m.value for m in found(text)] == [Office(title, role)]


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Dat zei minister Helder.", [("Helder", "minister", None)]),
        ("staatssecretaris Van Ooijen heeft", [("Van Ooijen", "staatssecretaris", None)]),
        ("Minister Schippers (Volksgezondheid) (ontvangen", [("Schippers", "minister", None)]),
        ("mevrouw Beckerman vroeg", [("Beckerman", "mevrouw", None)]),
        ("de heer Van 't Wout zei", [("Van 't Wout", "heer", None)]),
        ("het lid Futselaar (SP) vroeg", [("Futselaar", "lid", "SP")]),
        ("de leden Temmink (SP) en Van Nispen (SP) over",
         [("Temmink", "leden", "SP"), ("Van Nispen", "leden", "SP")]),
        ("het lid van der Plas vroeg", [("Van der Plas", "lid", None)]),
        ("de leden van Nispen en Dobbe", [("Van Nispen", "leden", None), ("Dobbe", "leden", None)]),
        ("minister de Jonge heeft", [("De Jonge", "minister", None)]),
        ("het lid Agnes Mulder zei", [("Agnes Mulder", "lid", None)]),
        ("het lid Paternotte Kamervragen", [("Paternotte", "lid", None)]),
        ("Kamerlid Klaver en Jetten", [("Klaver", "kamerlid", None)]),
    ],
)  # fmt: skip
def test_persons(text: str, persons: list[tuple[str, str, str | None]]) -> None:
    assert [m.value for m in found(text)] == [Bewindspersoon(*each) for each in persons]


@pytest.mark.parametrize(
    "text",
    [
        "de motie van het lid Bos",
        "de motie van mevrouw Beckerman",
        "het lid van de commissie",
        "de leden van de Kamer",
        "de minister heeft geantwoord",
        "een minister kan dat",
        "lid 2 van artikel 5",
        "artikel 2.12, eerste lid WLv",
        "art. 17/vierde en vijfde lid Opmerking: bij kleinere",
        "artikel 18d, 3e lid Zvw",
        "de leden van de Beheerraad",
        "het lid van de Kamer en een lid van de Raad van Bestuur",
        "de leden van Provinciale Staten",
        "de leden van Hoge Colleges",
        "Plaatsvervangend lid Gemeenschappelijk Hof",
        "lid Ethische Commissie Enschede",
        "pensioen leden Europees Parlement",
        "kan de minister de Bank Nederlandse Gemeenten vragen",
        "de heer en mevrouw",
        "het ministerie van VWS",
        "Klimaat",
    ],
)
def test_neither_post_nor_person(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("rule", [rule for r in RECOGNISERS for rule in r.rules])
def test_every_rule_catches_its_example(rule: object) -> None:
    assert rule.name in [mention.rule for mention in found(rule.example)]


@given(st.text(max_size=200))
def test_any_text_is_fine(text: str) -> None:
    whole = f"mede namens de minister van {text}"
    for mention in found(whole):
        assert mention.surface == mention.span.of(whole)
