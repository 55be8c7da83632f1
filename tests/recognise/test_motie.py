"""Motions by name: the forms that occur, and what is no motion by name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Mention, Motie, Role
from kg.recognise.engine import Engine
from kg.recognise.motie import RECOGNISERS

ENGINE = Engine(RECOGNISERS)


def found(text: str) -> list[Mention]:
    """The motions named in ``text``."""
    return list(ENGINE.scan(text))


def one(text: str) -> Motie:
    """The one motion named in ``text``."""
    [mention] = found(text)
    assert isinstance(mention.value, Motie)
    return mention.value


CANONICAL = [
    ("de motie van het lid Mohandis", ["Mohandis"]),
    ("de motie van de leden Hijink en Paulusma", ["Hijink", "Paulusma"]),
    ("de motie van de leden Bikker, Ceder en Van der Werf", ["Bikker", "Ceder", "Van der Werf"]),
    ("de motie-Van der Staaij", ["Van der Staaij"]),
    ("de motie-Lodders/Geurts", ["Lodders", "Geurts"]),
    ("de motie Weyenberg/Smulders", ["Weyenberg", "Smulders"]),
    ("de motie Asscher", ["Asscher"]),
    ("de motie van mevrouw Beckerman", ["Beckerman"]),
    ("de motie van de heer Graus", ["Graus"]),
    ("de motie van de heren Moorlag en Van der Lee", ["Moorlag", "Van der Lee"]),
]

VARIANTS = [
    ("de motie van de leden Bikker en Mei Li Vos", ["Bikker", "Mei Li Vos"]),
    ("Motie Jan Jacob van Dijk/Slob over zorg", ["Jan Jacob van Dijk", "Slob"]),
    ("Motie Wiegman- van Meppelen Scheppink c.s.", ["Wiegman-van Meppelen Scheppink"]),
    ("de motie van het lid-Bikker over zorg", ["Bikker"]),
    ("de motie van de bijzondere gedelegeerden Bikker en Thijsen", ["Bikker", "Thijsen"]),
    ("Motie van van de leden Bikker en Ceder", ["Bikker", "Ceder"]),
    ("Motie van het de leden Bikker en Ceder", ["Bikker", "Ceder"]),
    ("Subamendement van het lid Bikker over zorg", ["Bikker"]),
    ("de motie van het voormalig lid Örgü over zorg", ["Örgü"]),
    ("de motie van de toenmalige leden Bikker en Örgü", ["Bikker", "Örgü"]),
    ("de motie van de leden van uw Kamer Heerts en Teeven", ["Heerts", "Teeven"]),
    ("Motie bijzondere gedelegeerde Bikker over zorg", ["Bikker"]),
    ("Motie - Graus over zorg", ["Graus"]),
    ("Motie Van de leden Bikker en Ceder over zorg", ["Bikker", "Ceder"]),
    ("de motie van lid Smulders om meer te doen", ["Smulders"]),
    ("motie lid Paulusma", ["Paulusma"]),
    ("de motie van Kamerlid Westerveld", ["Westerveld"]),
    ("de motie van SP-Kamerlid Hijink", ["Hijink"]),
    ("de motie van het Tweede Kamerlid Hijink", ["Hijink"]),
    ("de motie van het Eerste Kamerlid Janssen", ["Janssen"]),
    ("de motie van dhr. Kops", ["Kops"]),
    ("de motie van de heer Segers en mevrouw Hermans", ["Segers", "Hermans"]),
    ("de motie van Bikker c.s. over iets", ["Bikker"]),
    ("de motie van Dik-Faber/Diertens", ["Dik-Faber", "Diertens"]),
    ("naar aanleiding van de motie van Nispen", ["Van Nispen"]),
    ("motie Bikker en Omtzigt, Kamerstuk 36 200, nr. 5", ["Bikker", "Omtzigt"]),
    ("motie-Van der Laan-Geselschap c.s.", ["Van der Laan-Geselschap"]),
    ("de motie ingediend door het lid Bikker", ["Bikker"]),
    ("de motie, ingediend door de leden Bikker en Ceder,", ["Bikker", "Ceder"]),
    ("de motie die het lid Bikker heeft ingediend over zorg", ["Bikker"]),
    ("de door het lid Bikker ingediende motie over zorg", ["Bikker"]),
    ("de motie over het niet-spoednummer van het lid Van Nispen", ["Van Nispen"]),
    ("de motie (36200-IV, nr. 25) van het lid Simons c.s.", ["Simons"]),
    ("motie op stuk nr. 200 van de leden Paternotte en Bruins", ["Paternotte", "Bruins"]),
    ("Motie 25295, nr. 1892, leden Hijink en Paulusma.", ["Hijink", "Paulusma"]),
    ("motie 32 735 nr. 262 van Van Helvert en Van der Staaij", ["Van Helvert", "Van der Staaij"]),
    ("het amendement Klaver-Westerveld", ["Klaver", "Westerveld"]),
    ("motie Gesthuizen-Van Dam (31 200, nr. 5)", ["Gesthuizen", "Van Dam"]),
    ("de motie-Koopmans-Heijnen c.s.", ["Koopmans", "Heijnen"]),
    ("de motie van het lid Koopmans-Heijnen", ["Koopmans-Heijnen"]),
    ("de motie van het Lid Mohandis over zorg", ["Mohandis"]),
    ("de motie van de Leden Hijink en Paulusma", ["Hijink", "Paulusma"]),
    ("appreciatie motie Inge van Dijk over toeslagen", ["Inge van Dijk"]),
]

WILD = [
    ("de motie van de \nleden Hijink\nen Paulusma voerde", ["Hijink", "Paulusma"]),
    ("de motie van de leden Hijink\n21\nen Paulusma", ["Hijink", "Paulusma"]),
    ("de motie Joseph-\nAgema,7 over", ["Joseph", "Agema"]),
    ("de motie Geurts/Harbers3 over", ["Geurts", "Harbers"]),
    ("de motie van het lid Mohandis⁴ wordt", ["Mohandis"]),
    ("de motie van Nispen[^1] met", ["Van Nispen"]),
    ("de motie-\nGrinwis (CU) c.s.", ["Grinwis"]),
    ("de motie van \n   het lid Van\n   Raan", ["Van Raan"]),
    ("de motie Dobbe c.s.13 verzoekt", ["Dobbe"]),
    ("de motie Piri<sup> 3 </sup>.", ["Piri"]),
]


@pytest.mark.parametrize(("text", "submitters"), CANONICAL + VARIANTS + WILD)
def test_submitters(text: str, submitters: list[str]) -> None:
    assert list(one(text).submitters) == submitters


NOT_BY_NAME = [
    "de motie van de Kamer",
    "de motie van de Tweede Kamer",
    "de motie van uw Kamer",
    "de motie van GroenLinks",
    "de motie van GroenLinks en de ChristenUnie",
    "de motie van de PVV",
    "de moties van de VVD",
    "de motie van D66 en Volt",
    "een motie van wantrouwen",
    "een motie van treurnis over het beleid",
    "de motie over het klimaat",
    "de motie verzoekt de regering om een plan",
    "een vraag van de heer      Motie\nPeter de Groot. Sorry.",
    "Dank u wel.\n\nMotie\nPeter de Groot spreekt haar uit.",
    "emotie van het lid Bos",
    "promotie-Jansen",
    "Stemmingen moties Kabinetsinzet Europese agenda",
    "Stemmingen moties Informele Milieuraad",
    "Motie De Kamer, gehoord de beraadslaging,",
    "MOTIE OVER NATIONALE SANCTIES",
    "Moties Wetsvoorstellen Kamerstukken 1995 - heden",
    "de motie leidt tot meer werk",
    "met deze motie de heer Bos steunen",
    "Daarom de volgende motie.",
    "Ik heb twee moties, voorzitter.",
    "Er is een vraag over uw motie van mevrouw Beckerman.",
]


@pytest.mark.parametrize("text", NOT_BY_NAME)
def test_no_motion_by_name(text: str) -> None:
    assert found(text) == []


def topics(text: str) -> list[tuple[str | None, str]]:
    """The topic and the surface of each motion that ``text`` names by its topic and number."""
    return [
        (mention.value.topic, mention.surface)
        for mention in found(text)
        if isinstance(mention.value, Motie) and not mention.value.submitters
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("de motie over snelle hulp (Kamerstuk 25 424, nr. 630).", [("snelle hulp", "motie")]),
        ("Motie inzake snelle hulp (25424, nr. 630)", [("snelle hulp", "Motie")]),
        (
            "de motie waarin wordt verzocht om snelle hulp (25 424-630) is",
            [("wordt verzocht om snelle hulp", "motie")],
        ),
        ("er is al een motie over aangenomen (25 424, nr. 630)", [(None, "motie")]),
        ("hier is een motie over is aangenomen (25 424, nr. 630);", [(None, "motie")]),
        ("dat de Kamer een motie aannam (Kamerstuk 25 424, nr. 630) die", [(None, "motie")]),
        ("Uitvoering motie snelle hulp thuis (25 424, nr. 630)", [("snelle hulp thuis", "motie")]),
        (
            "de moties over hulp (Kamerstuk 25 424-630), over zorg (Kamerstuk 25 424-631) en over"
            " werk (Kamerstuk 25 424-632)",
            [("hulp", "moties"), ("zorg", "zorg"), ("werk", "werk")],
        ),
        ("moties over hulp (25 424, nrs. 630 en 631)", [("hulp", "moties"), ("hulp", "631")]),
        ("uitvoering van motie 25 424, nr. 630 in mei", [(None, "motie 25 424, nr. 630")]),
        # the number is that of something else, or of no paper
        ("de motie over de brief van 3 mei (Kamerstuk 25 424, nr. 630)", []),
        ("de motie over het wetsvoorstel betaalbare huur (Kamerstuk 36 496, nr. 3)", []),
        ("de motie over betaalbare huur (36 496)", []),
        ("de moties over hulp (Kamerstuk 25 424, nr. 630)", []),
        ("de motie wordt uitgevoerd in dit programma (25 424, nr. 630)", []),
        ("de motie en het amendement (25 424, nr. 630)", [(None, "amendement")]),
        ("moties die dit vragen, zoals de motie-Bos (25 424, nr. 630)", []),
    ],
)
def test_a_topic_and_a_number_name_a_motion(
    text: str, expected: list[tuple[str | None, str]]
) -> None:
    assert topics(text) == expected


def test_moties_with_their_topic_first() -> None:
    text = (
        "de moties over hulp van het lid Bos (25 424, nr. 9) en de leden Arib/Kops (25 424, nr. 8)"
    )
    assert [m.value.submitters for m in found(text) if isinstance(m.value, Motie)] == [
        ("Bos",),
        ("Arib", "Kops"),
    ]


@pytest.mark.parametrize(
    ("text", "surface", "citation"),
    [
        (
            "Dat is de motie van het lid Mohandis over zorg (Kamerstuk 25 424, nr. 630).",
            "motie van het lid Mohandis",
            "motie van het lid Mohandis over zorg (Kamerstuk 25 424, nr. 630)",
        ),
        (
            "de motie-Simons c.s. (29754, nr. 513) heeft",
            "motie-Simons c.s.",
            "motie-Simons c.s. (29754, nr. 513)",
        ),
        ("zijn motie (35300-V, nr. 22) aan te", "zijn motie", "zijn motie (35300-V, nr. 22)"),
        (
            "de motie op stuk nr. 12 van de heer Bos over",
            "motie op stuk nr. 12 van de heer Bos",
            "motie op stuk nr. 12 van de heer Bos",
        ),
    ],
)
def test_the_name_and_the_whole_citation(text: str, surface: str, citation: str) -> None:
    [mention] = found(text)
    assert mention.surface == surface
    assert mention.citation is not None
    assert mention.citation.of(text) == citation


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("de motie-Bos c.s. over wachttijden in de zorg wordt hiermee afgedaan.",
         "wachttijden in de zorg"),
        ("de motie-Bos c.s. om wachttijden te verkorten. Verder", "wachttijden te verkorten"),
        ("de motie van het lid Bos over wachttijden heb ik uitgevoerd.", "wachttijden"),
        ("de motie-Bos over de aanpak van de N35 (35300-A, nr. 15)", "de aanpak van de N35"),
        ("de motie-Bos over minder CO2 (35300-A, nr. 15)", "minder CO2"),
        ("de motie-Bos over wachttijden12 (35300-A, nr. 15)", "wachttijden"),
        ("de motie van het lid Bos inzake de voort-\ngang (25 424, nr. 3)", "de voortgang"),
        ("de motie van het lid Bos over zorg o.a. in Zeeland; en", "zorg o.a. in Zeeland"),
        ("de motie van het lid Bos over de wet de regering verzoekt", "de wet"),
        ("Naast de motie Bos c.s over het NKS gaat de brief in op de moties:", "het NKS"),
        ("de motie Bos over sociale steun aan groepen1. Dit", "sociale steun aan groepen"),
        ("dat de motie-Bos over herstel van de koppeling niet is uitgevoerd;",
         "herstel van de koppeling"),
        ("dat de motie-Bos over de vrijstelling nog steeds niet is uitgevoerd;", "de vrijstelling"),
        ("dat hij de motie-Bos (36 600, nr. 2), over een plan dat er ligt, niet heeft uitgevoerd;",
         "een plan dat er ligt"),
        ("dat de motie-Bos die opriep tot het schrappen van X, niet is aangenomen;",
         "opriep tot het schrappen van X"),
        ("dat de motie-Bos waarin wordt verzocht X te doen, door het kabinet wordt uitgevoerd;",
         "wordt verzocht X te doen"),
        ("de motie-Bos over welke eisen van artikel 3:305a BW gesteld moeten worden, tot op heden"
         " niet is uitgevoerd;", "welke eisen van artikel 3:305a BW gesteld moeten worden"),
        ("verzoekt de motie-Bos over innovatieve technologieën uit te gaan voeren,",
         "innovatieve technologieën"),
        ("verzoekt de motie-Bos om X te doen zo snel mogelijk uit te voeren,", "X te doen"),
        ("Motie van het lid Bos over sancties\nDe Kamer,\n", "sancties"),
        ("de motie van het lid Bos over cultuur in Nederland (ingezonden 7 maart 2024).",
         "cultuur in Nederland"),
        ("Motie van het lid Bos over rekenkamers - 21501-07-1502\n", "rekenkamers"),
        ("de motie-Bos over niet langer doorprocederen tegen ouders", "niet langer doorprocederen"
         " tegen ouders"),
        ("de motie-Bos over plannen die niet worden uitgevoerd. Ook",
         "plannen die niet worden uitgevoerd"),
        ("de motie van het lid Bos is aangenomen.", None),
    ],
)  # fmt: skip
def test_the_topic_ends_with_its_phrase(text: str, topic: str | None) -> None:
    assert one(text).topic == topic


def test_motions_named_together_share_their_citation() -> None:
    text = "de moties-Lodders/Geurts en Geurts/Lodders (Kamerstuk 35 000 XIV, nr. 20 en 22)."
    first, second = found(text)
    assert first.value.submitters == ("Lodders", "Geurts")
    assert second.value.submitters == ("Geurts", "Lodders")
    assert first.citation == second.citation
    assert first.citation is not None and first.citation.of(text).endswith("nr. 20 en 22)")


@pytest.mark.parametrize(
    ("text", "submitters"),
    [
        ("moties Omtzigt (34682154) en Ouwehand (36410-XIV-66) over",
         [("Omtzigt",), ("Ouwehand",)]),
        ("de moties van het lid Boswijk (CDA) c.s. en van het lid Bikker",
         [("Boswijk",), ("Bikker",)]),
        ("moties Van Dekken/Heerema 32 336, nr. 57, en Wassenberg c.s. 36 200 VIII, nr. 113)",
         [("Van Dekken", "Heerema"), ("Wassenberg",)]),
        ("motie Ferrier (32605/45) en El Fassed (32605/34)", [("Ferrier",), ("El Fassed",)]),
        ("de motie-Bikker en de motie-Ceder", [("Bikker",), ("Ceder",)]),
        ("de moties van de leden Bikker en Ceder", [("Bikker", "Ceder")]),
    ],
)  # fmt: skip
def test_several_motions(text: str, submitters: list[tuple[str, ...]]) -> None:
    assert [mention.value.submitters for mention in found(text)] == submitters


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("de moties op de stukken nrs. 12, 13 en 14 vragen",
         ["moties op de stukken nrs. 12", "13", "14"]),
        ("de moties op stuk 12 en 13 ontraad ik", ["moties op stuk 12", "13"]),
        ("de moties op de stukken nrs. 12 t/m 15 en 18",
         ["moties op de stukken nrs. 12", "t/m", "t/m", "15", "18"]),
        ("de moties op stuk nr. 12 en op stuk nr. 13", ["moties op stuk nr. 12", "nr. 13"]),
        ("de moties met de nummers 12 en 13 over 3 mei 2022", ["moties met de nummers 12", "13"]),
        ("twee moties (36 600 XX, nr. 47 en 36760, nr. 16) zijn",
         ["36 600 XX, nr. 47", "36760, nr. 16"]),
        ("de volgende moties van haar lijst af te voeren: 34123-42, 34734-XV-25 en 31293-9.",
         ["34123-42", "34734-XV-25", "31293-9"]),
        ("de aangehouden moties: 29 538, nr. 12;\n31 293, nr. 14.",
         ["29 538, nr. 12", "31 293, nr. 14"]),
        ("de moties Bos (35 228, nr. 8 en 32 824, nr. 432)", ["moties Bos", "32 824, nr. 432"]),
        ("de moties van het lid Bos (Kamerstukken 29 538, nrs. 12, 13 en 15)",
         ["moties van het lid Bos", "13", "15"]),
        ("de motie op stuk nr. 12 en 13 andere", ["motie op stuk nr. 12"]),
        ("de moties op stuk nr. 12 en 3 mei", ["moties op stuk nr. 12"]),
        ("de moties zijn als volgt verdeeld: 20 voor en 30 tegen", []),
    ],
)  # fmt: skip
def test_motions_listed_by_their_numbers(text: str, surfaces: list[str]) -> None:
    assert [mention.surface for mention in found(text)] == surfaces
    assert len({mention.citation for mention in found(text)}) <= 1


def test_the_motions_of_a_member_that_are_held_over() -> None:
    text = "Op verzoek van de heer Bos stel ik voor zijn moties (31293, nrs. 12 en 13) aan te"
    assert [mention.value.submitters for mention in found(text)] == [("Bos",), ("Bos",)]


def test_one_motion_of_a_member_that_is_held_over() -> None:
    text = (
        "Op verzoek van het lid Jan de Boer stel ik voor de volgende door hem ingediende motie "
        "opnieuw aan te houden: 29544, nr. 959."
    )
    [mention] = found(text)
    assert (mention.surface, mention.value.submitters) == ("29544, nr. 959", ("Jan de Boer",))
    assert found("In de motie staat dit: 29544, nr. 959.") == []


def test_the_number_behind_a_topic_that_ends_in_figures_is_the_motion_s() -> None:
    text = "de motie-Bos over de aanpak van de N35 (35300-A, nr. 15) en"
    [mention] = found(text)
    assert mention.citation is not None and mention.citation.of(text).endswith("nr. 15)")


def test_a_long_list_is_read_whole() -> None:
    text = "de volgende moties: " + "; ".join(f"34123-{number}" for number in range(1, 121)) + "."
    assert len(found(text)) == 120


def test_respectively_deals_out_the_topics() -> None:
    text = "moties Bos (34682, nr. 1) en Ceder (34682, nr. 2) over respectievelijk zorg en wonen."
    assert [mention.value.topic for mention in found(text)] == ["zorg", "wonen"]


@pytest.mark.parametrize(
    ("text", "amended"),
    [
        ("Gewijzigde motie van het lid Verhoeven (t.v.v. 33 308, nr. 14) over makers", True),
        ("de nader gewijzigde motie van het lid Verhoeven", True),
        ("de motie van het lid Verhoeven", False),
    ],
)
def test_amended(text: str, amended: bool) -> None:
    assert one(text).amended is amended


def test_an_amendement_is_told_apart() -> None:
    assert one("het amendement van de leden Smeulders en Ronnes").amendment
    assert not one("de motie van de leden Smeulders en Ronnes").amendment


@pytest.mark.parametrize(
    ("text", "submitters", "number", "topic"),
    [
        ("Ik kom bij de motie op stuk nr. 199.", [], "199", None),
        ("motie op stuk nr. 12, I", [], "12", None),
        ("Dan de motie op nr. 12.", [], "12", None),
        ("de motie onder nr. 12 van de heer Bos", ["Bos"], "12", None),
        ("de motie nummer 12", [], "12", None),
        ("de motie op stuknummer 12 van mijn collega Bos", ["Bos"], "12", None),
        ("een motie ingediend, op stuk nr. 12, die", [], "12", None),
        ("nog een motie liggen, voorzitter, namelijk die op stuk nr. 12 van de heren Bos en Kuik",
         ["Bos", "Kuik"], "12", None),
        ("onze motie (Kamerstuk 25 424, nr. 691)16 over zelfregie?", [], None, "zelfregie"),
        ("de motie die ik heb ingediend over kernwapens, waarover", [], None, "kernwapens"),
        ("een motie aangenomen die oproept het beleid te houden", [], None,
         "oproept het beleid te houden"),
        ("is in een motie verzocht om een reactie te geven.5", [], None, "een reactie te geven"),
        ("in een aangenomen motie (29 279, nr. 665) werd", [], None, None),
        ("de aangenomen motie van uw Kamer (Kamerstuk 29 279, nr. 665)", [], None, None),
        ("Op verzoek van de heer Van Helvert stel ik voor zijn motie (35300-V, nr. 22) aan te"
         " houden.",
         ["Van Helvert"], None, None),
        ("Zij krijgt nr. 15 (35300-V).", [], None, None),
        ("Zij krijgt nr. 15.", [], "15", None),
        ("Deze motie is voorgesteld door het lid Bikker. Naar mij blijkt, wordt de indiening ervan"
         " voldoende ondersteund. Zij krijgt nr. 497 (29453).", ["Bikker"], None, None),
        ("Deze motie is voorgesteld door het lid Bikker.\n\n   Zij krijgt nr.\n\n         497\n\n"
         "        (\n\n         29453\n\n        ).", ["Bikker"], None, None),
    ],
)  # fmt: skip
def test_a_motion_without_its_submitters(
    text: str, submitters: list[str], number: str | None, topic: str | None
) -> None:
    motie = one(text)
    assert (list(motie.submitters), motie.number, motie.topic) == (submitters, number, topic)


def test_a_vote_page_gives_the_number_below() -> None:
    text = (
        "Motie van het lid Bikker over zorg\n\nIndiener: M. Bikker, Kamerlid\n\n"
        "Besluit: Verworpen.\n\nMotie\n\n33308-13\n"
    )
    [mention] = found(text)
    assert mention.citation is not None and mention.citation.of(text).endswith("33308-13")


@pytest.mark.parametrize(
    ("text", "submitters"),
    [
        ("MOTIE VAN DE LEDEN INGE VAN DIJK EN GRINWIS\nVoorgesteld", ["Inge van Dijk", "Grinwis"]),
        ("MOTIE VAN HET LID VAN DER PLAS C.S.", ["Van der Plas"]),
        ("Nr. 5 GEWIJZIGDE MOTIE VAN HET LID CEDER", ["Ceder"]),
        ("|Nr. 17 |MOTIE VAN HET LID VERDONK   |", ["Verdonk"]),
        ("MOTIE VAN DE LEDEN BIKKER EN\nVAN DER STAAIJ\nVoorgesteld 3 mei",
         ["Bikker", "Van der Staaij"]),
    ],
)  # fmt: skip
def test_the_title_of_a_motion_is_its_own(text: str, submitters: list[str]) -> None:
    [mention] = found(text)
    assert list(mention.value.submitters) == submitters
    assert mention.role is Role.OWN


def test_requests_count_only_in_a_list_of_moties() -> None:
    listed = "op de volgende moties:\n  o   Het verzoek van het lid Grinwis c.s. om te meten;\n"
    assert [mention.value.submitters for mention in found(listed)] == [("Grinwis",)]
    alone = "op de volgende moties:\no \nHet verzoek van het lid Bos om te meten;\n"
    bare = "op de volgende moties:\nDat van A;\nHet verzoek van het lid Bos om te meten;\n"
    for text in (alone, bare):
        assert [mention.value.submitters for mention in found(text)] == [("Bos",)]
    assert found("de volgende moties: nieuw\nHet verzoek van het lid Bos om te meten") == []
    assert found("Het verzoek van het lid Grinwis c.s. om te meten") == []
    assert found("de punten:\n- Het verzoek van het lid Grinwis om te meten") == []


@pytest.mark.parametrize("rule", [rule for r in RECOGNISERS for rule in r.rules])
def test_every_rule_catches_its_example(rule: object) -> None:
    mentions = found(rule.example)
    assert rule.name in [mention.rule for mention in mentions]
    assert tuple(mention.id for mention in mentions) == rule.ids


@given(
    st.lists(
        st.sampled_from(
            ["motie", "moties", "-", " van ", "het lid ", "de leden ", "Bos", "van Dijk", " en ",
             "/", " c.s.", "\n", " (36 200, nr. 5)", " over ", "zorg", ".", " op stuk nr. 7",
             "MOTIE VAN "]
        ),
        max_size=14,
    ).map("".join)
)  # fmt: skip
def test_spans_hold_in_any_mixture(text: str) -> None:
    for mention in found(text):
        assert mention.surface == mention.span.of(text)
        assert mention.citation is None or mention.span in mention.citation
        assert mention.citation is None or mention.citation.end <= len(text)


@given(st.text(max_size=300))
def test_any_text_is_fine(text: str) -> None:
    whole = f"{text} de motie van het lid Bos {text} over zorg"
    mentions = found(whole)
    names = [name for mention in mentions for name in mention.value.submitters]
    assert any(name.startswith("Bos") for name in names)  # "Bos Ma" is Bosma
    for mention in mentions:
        assert mention.surface == mention.span.of(whole)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("amendement van het lid Bos ter vervanging van nr. 17 over de huren", "de huren"),
        ("amendement van het lid Bos ter vervanging van nr. 17, over de huren", "de huren"),
        ("amendement van het lid Bos ter vervanging van dat gedrukt onder nr. 9 om huren te meten",
         "huren te meten"),
        ("amendement van het lid Bos t.v.v. nrs. 7 en 8 over de huren", "de huren"),
        ("amendement van het lid Bos ter vervanging van 36 200-XV, nr. 8 over huren", "huren"),
        ("amendement van het lid Bos ter vervanging van nr. 9, dat regelt dat de huur daalt",
         "de huur daalt"),
        ("amendement van het lid Bos dat ervoor zorgt dat de huur daalt", "de huur daalt"),
        ("amendement van het lid Bos dat beoogt de huur te matigen", "beoogt de huur te matigen"),
        ("motie van het lid Bos over 12.000 woningen", "12.000 woningen"),
        ("motie van het lid Bos over artikel 2.31 van de wet", "artikel 2.31 van de wet"),
        ("motie van het lid Bos over huren.12 Verder is er meer", "huren"),
        ("motie van het lid Bos over een positief oordeel over huren",
         "een positief oordeel over huren"),
        ("motie van het lid Bos over huren oordeel Kamer", "huren"),
    ],
)  # fmt: skip
def test_the_topic_of_what_replaces_another(text: str, topic: str) -> None:
    value = one(text)
    assert (value.submitters, value.topic, value.number) == (("Bos",), topic, None)


def test_a_small_word_is_no_name() -> None:
    assert found("Amendement van het lid Van der graaf c.s. over zorg") == []


@pytest.mark.parametrize(
    "text", ["de motie - Wonen en zorg", "de motie - Stemmingen", "moties - Graus"]
)
def test_a_dash_behind_the_noun_opens_no_name(text: str) -> None:
    assert found(text) == []
