"""From what documents say to one graph: identities, edges, evidence, whatever the order."""

from __future__ import annotations

import hashlib
import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Document, GraphData, Node, Statement
from kg.pipeline import extract
from kg.resolve.assemble import assemble

HEAD = "Ministerie van Volksgezondheid, Welzijn en Sport\n\nDatum {}\nBetreft {}\n\n"
BODY = "Geachte voorzitter,\n\n{}\n\nHoogachtend,\n\n{}\n"
SIGN = "de minister van Volksgezondheid, Welzijn en Sport,\n\nErnst Kuipers"


def document(text: str, name: str = "brief.txt") -> Document:
    return Document(text, name, hashlib.sha256(f"{name}\n{text}".encode()).hexdigest())


def letter(body: str, *, day: str = "14 februari 2022", sign: str = SIGN) -> str:
    return HEAD.format(day, "Zorg") + BODY.format(body, sign)


def graph(*texts: str) -> GraphData:
    return assemble(
        extract(document(text, f"{number}.txt")) for number, text in enumerate(texts)
    )


def edges(data: GraphData, predicate: str) -> list[Statement]:
    return [each for each in data.statements if each.predicate == predicate]


def node(data: GraphData, key: str) -> Node:
    return next(each for each in data.nodes if each.key == key)


def texts(each: Node, prop: str) -> set[str]:
    return {literal.text for literal in each.literals if literal.prop == prop}


@pytest.mark.parametrize(
    ("ministry", "year", "tooi"),
    [
        ("Landbouw, Natuur en Voedselkwaliteit", 2005, "mnre1150"),
        ("Landbouw, Natuur en Voedselkwaliteit", 2019, "mnre1153"),
        ("Landbouw, Visserij, Voedselzekerheid en Natuur", 2025, "mnre1153"),
        ("Binnenlandse Zaken", 1996, "mnre1034"),
        ("Veiligheid en Justitie", 2013, "mnre1058"),
    ],
)
def test_a_ministry_is_that_of_the_day(ministry: str, year: int, tooi: str) -> None:
    text = letter("Zorg.", day=f"14 februari {year}", sign="Vos")
    data = graph(text.replace("Volksgezondheid, Welzijn en Sport", ministry))
    (edge,) = edges(data, "issuedBy")
    assert edge.object.endswith(f"/ministerie/{tooi}")
    assert node(data, edge.object).label == ministry


def test_one_signatory_co_signs_nothing() -> None:
    data = graph(letter("Zorg."))
    assert [each.object for each in edges(data, "signedBy")] == ["person/p-ernst-kuipers"]
    assert not edges(data, "coSignedBy")


@pytest.mark.parametrize(
    ("sign", "is_minister"),
    [
        ("de minister van Volksgezondheid, Welzijn en Sport,\n\nErnst Kuipers", True),
        ("de minister van Zeevaart,\n\nH. Vos", True),  # of a kabinet the tables do not have
        ("De directeur-generaal Volksgezondheid,\n\nM. Jansen", False),
        ("De secretaris-generaal,\n\nM. Jansen", False),
    ],
)
def test_only_who_holds_a_post_of_a_kabinet_is_a_minister(sign: str, is_minister: bool) -> None:
    data = graph(letter("Zorg.", sign=sign))
    [signed] = edges(data, "signedBy")
    assert ("Minister" in node(data, signed.object).types) is is_minister


MOTION = (
    "31 015-9\n\n25 januari 2023\nKindermishandeling\nMOTIE VAN DE LEDEN HELDER EN KOEKKOEK\n\n"
    "De Kamer,\n\ngehoord de beraadslaging,\n\nen gaat over tot de orde van de dag.\n\n{}\n"
)


def test_members_submit_motions_and_ministers_sign_letters() -> None:
    data = graph(MOTION.format("Helder\nKoekoek"))
    assert {each.object for each in edges(data, "signedBy")} == {
        "person/p-lilian-helder", "person/p-marieke-koekkoek"
    }
    sign = "de minister van Volksgezondheid, Welzijn en Sport,\n\nHelder"
    data = graph(letter("Zorg.", day="15 januari 2024", sign=sign))
    assert {each.object for each in edges(data, "signedBy")} == {"person/p-conny-helder"}


def test_a_number_in_a_link_and_its_kamerstuk_are_one_document() -> None:
    data = graph(letter("Zie de brief ([2022D29586](#) Kamerstuk 31839 nr. 870)."))
    assert {each.object for each in edges(data, "cites")} == {"document/kst-31839-870"}
    known = node(data, "document/kst-31839-870")
    assert {"kst-31839-870", "2022D29586"} <= texts(known, "dcterms:identifier")
    assert texts(known, "kg:documentNumber") == {"2022D29586"}


def test_two_numbers_in_a_list_are_two_documents() -> None:
    data = graph(letter("Zie Kamerstukken 31 839, nrs. 870 en 871."))
    assert {each.object for each in edges(data, "cites")} == {
        "document/kst-31839-870",
        "document/kst-31839-871",
    }


def test_a_second_dossier_is_a_further_dossier_of_the_paper() -> None:
    data = graph(letter("Zie (Kamerstukken II: 34477;25295, nr.73)."))
    assert {each.object for each in edges(data, "inDossier")} == {"dossier/34477", "dossier/25295"}


def test_a_letter_known_by_its_kenmerk_is_the_file_that_bears_it() -> None:
    own = "Kenmerk\n3382139-1030472-PG\n\n" + letter("Zorg.", day="10 juni 2022")
    citing = letter("Zie de brief met kenmerk 3382139-1030472-PG.", day="3 juli 2022")
    data = graph(own, citing)
    [cites] = [e for e in edges(data, "cites") if "3382139" in e.object]
    assert texts(node(data, cites.object), "kg:sourceName") == {"0.txt"}
    assert texts(node(data, cites.object), "dcterms:date") == {"2022-06-10"}


@pytest.mark.parametrize("empty", ["SKI / documentId", "DGABC / nummer"])
def test_a_field_nobody_filled_in_makes_no_two_papers_one(empty: str) -> None:
    texts_ = (f"Kenmerk\n{empty}\n\n" + letter(f"Zorg in {place}.") for place in ("Ee", "Ede"))
    data = graph(*texts_)
    read = [each for each in data.nodes if texts(each, "kg:sourceName")]
    assert len({each.key for each in read if each.key.startswith("document/")}) == 2
    assert not any(texts(each, "kg:kenmerk") for each in read)


def test_a_motion_named_again_without_its_number_is_the_same_motion() -> None:
    body = (
        "De motie van het lid Mohandis (Kamerstuk 25 424, nr. 630) is aangenomen.\n\n"
        "De motie van het lid Mohandis wordt met deze brief afgedaan."
    )
    data = graph(letter(body, day="15 december 2023"))
    [fulfils] = edges(data, "fulfils")
    assert fulfils.object == "document/kst-25424-630"
    assert node(data, fulfils.object).types == ("Motion", "Kamerstuk")


def test_what_says_less_goes_when_more_is_said() -> None:
    body = (
        "Naar aanleiding van de motie van het lid Mohandis (Kamerstuk 25 424, nr. 630) is "
        "gesproken.\n\nHiermee is de motie van het lid Mohandis afgedaan."
    )
    data = graph(letter(body, day="15 december 2023"))
    assert len(edges(data, "fulfils")) == 1 and not edges(data, "followsUp")


def test_an_unknown_motion_stays_a_node_with_the_reason() -> None:
    data = graph(letter("Hiermee geef ik uitvoering aan de motie van het lid Zzyzx over wachten."))
    [fulfils] = edges(data, "fulfils")
    motion = node(data, fulfils.object)
    assert texts(motion, "kg:unresolved") == {"true"} and texts(motion, "kg:reason")
    [submitted] = edges(data, "submittedBy")
    assert node(data, submitted.object).label == "Zzyzx"
    assert texts(node(data, submitted.object), "kg:unresolved") == {"true"}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("conform de motie-Zzyzx/Boswijk (21501–02), en deze", "motie-Zzyzx/Boswijk (21501–02)"),
        ("de (gewijzigde) motie-Zzyzx.", "motie-Zzyzx"),
        ("dit (zie de motie-Zzyzx) is", "motie-Zzyzx"),
    ],
)
def test_the_label_of_an_unknown_motion_has_whole_brackets(text: str, label: str) -> None:
    data = graph(letter(f"Wij werken {text} gedaan."))
    assert label in {each.label for each in data.nodes if "Motion" in each.types}


@pytest.mark.parametrize("name", ["motie-Kathmann", "amendement-Kathmann"])
def test_why_it_is_unknown_is_said_of_either(name: str) -> None:
    """No amendment is called a motion."""
    [thing] = [e for e in graph(letter(f"Zie de {name}.")).nodes if texts(e, "kg:unresolved")]
    [reason] = texts(thing, "kg:reason")
    assert "no register is loaded, and the table of facts does not have it" in reason


def test_a_contradiction_is_refused_and_reported() -> None:
    first = letter("Zie [2022D29586](#) Kamerstuk 31839 nr. 870.")
    second = letter("Zie [2022D29586](#) Kamerstuk 31839 nr. 999.", day="3 maart 2022")
    data = graph(first, second)
    assert len(data.problems) == 1 and "not taken for one document" in data.problems[0]
    cited = {each.object for each in edges(data, "cites")}
    assert {"document/kst-31839-870", "document/kst-31839-999"} <= cited


PRESENTS = (
    "Hierbij bied ik u de aanpak ‘Mentale Gezondheid: van ons allemaal’ aan. Deze aanpak is nieuw."
)
TELLS = "Op {} is de aanpak ‘Mentale Gezondheid: van ons allemaal’ naar uw Kamer gestuurd ({})."


def test_two_tellings_of_one_letter_are_probably_the_same() -> None:
    data = graph(
        letter(TELLS.format("10 juni jl.", "Kamerstuk 32 793, nr. 613"), day="7 oktober 2022"),
        letter(TELLS.format("10 juni 2022", "kenmerk 3382139-1030472-PG"), day="3 november 2023"),
    )
    [same] = edges(data, "probablySameAs")
    assert {same.subject, same.object} == {
        "document/kst-32793-613",
        "document/kenmerk:3382139-1030472-PG",
    }
    assert same.note and "2022-06-10" in same.note


def test_another_day_is_another_letter() -> None:
    data = graph(
        letter(TELLS.format("10 juni jl.", "Kamerstuk 32 793, nr. 613"), day="7 oktober 2022"),
        letter(TELLS.format("11 juni 2022", "kenmerk 3382139-1030472-PG"), day="3 november 2023"),
    )
    assert not edges(data, "probablySameAs")


BODIES = [
    "Zie Kamerstuk 32 793, nr. 302 en Kamerstuk 25 295, nr. 1892.",
    "De motie van het lid Mohandis (Kamerstuk 25 424, nr. 630) wordt hiermee afgedaan.",
    "Hiermee geven we invulling aan de motie van lid Smulders om een mentaal steunpakket te maken.",
    "Zie [2022D29586](#) Kamerstuk 31839 nr. 870 en kenmerk 3382139-1030472-PG.",
    "Mede namens de minister van Sociale Zaken en Werkgelegenheid informeer ik uw Kamer voor 2023.",
    TELLS.format("10 juni jl.", "Kamerstuk 32 793, nr. 613"),
    PRESENTS,
]


def test_every_order_gives_the_same_graph() -> None:
    extracts = [extract(document(letter(body), f"{n}.txt")) for n, body in enumerate(BODIES[:4])]
    graphs = {assemble(order) for order in itertools.permutations(extracts)}
    assert len(graphs) == 1


@settings(max_examples=40)
@given(st.lists(st.sampled_from(BODIES), min_size=1, max_size=5), st.randoms())
def test_every_edge_has_a_quote_at_its_place_and_known_ends(
    bodies: list[str], shuffle: object
) -> None:
    documents = [document(letter(body), f"{n}.txt") for n, body in enumerate(bodies)]
    data = assemble(extract(each) for each in documents)
    keys = {each.key for each in data.nodes}
    source = {f"file/{each.sha256}": each.text for each in documents}
    for each in data.statements:
        assert each.subject in keys and each.object in keys
        assert each.quote and source[each.file][each.start : each.end] == each.quote
        assert 0 < each.confidence <= 1
    assert all(target in keys for each in data.nodes for _, target in each.links)


def test_a_motions_own_title_names_no_other_motion() -> None:
    text = (
        "Tweede Kamer der Staten-Generaal\n\n24 515 Preventie van armoede\n\nNr. 687\n\n"
        "MOTIE VAN HET LID KATHMANN C.S.\n\nVoorgesteld 15 februari 2023\n\nDe Kamer,\n\n"
        "gehoord de beraadslaging,\n\nverzoekt de regering de motie-Bikker c.s. uit te voeren,\n\n"
        "en gaat over tot de orde van de dag.\n\nKathmann\n"
    )
    data = graph(text)
    [cited] = edges(data, "cites")
    assert "Bikker" in node(data, cited.object).label


def test_a_later_letter_meets_the_commitment_of_an_earlier_one() -> None:
    earlier = "Kenmerk\n3382139-1030472-PG\n\n" + letter(
        "Ik informeer uw Kamer voor het einde van het jaar over de voortgang van de aanpak "
        "mentale gezondheid.",
        day="10 juni 2022",
    )
    later = letter(
        "In de brief met kenmerk 3382139-1030472-PG is toegezegd uw Kamer voor het einde van het "
        "jaar te informeren over de voortgang van de aanpak mentale gezondheid. Deze toezegging "
        "wordt met deze brief afgedaan.",
        day="15 december 2022",
    )
    alone, both = graph(earlier), graph(earlier, later)
    [promise] = [each for each in alone.nodes if "Commitment" in each.types]
    assert texts(promise, "kg:status") == {"open"}
    assert texts(promise, "kg:due") == {"2022-12-31"}
    [met] = [each for each in both.nodes if "Commitment" in each.types]
    assert met.key == promise.key
    assert texts(met, "kg:status") == {"fulfilled"}
    [fulfils] = edges(both, "fulfils")
    assert fulfils.object == met.key
    assert texts(node(both, fulfils.subject), "kg:sourceName") == {"1.txt"}


def test_a_later_letter_meets_a_commitment_that_the_earlier_one_numbers() -> None:
    earlier = "Kenmerk\n3382139-1030472-PG\n\n" + letter(
        "Ik zeg toe uw Kamer jaarlijks te informeren over de aanpak van dakloosheid in grote "
        "steden (toezegging TZ202203-130).",
        day="10 juni 2022",
    )
    later = letter(
        "In de brief met kenmerk 3382139-1030472-PG is toegezegd uw Kamer jaarlijks te informeren "
        "over de aanpak van dakloosheid in grote steden. Deze toezegging wordt met deze brief "
        "afgedaan.",
        day="15 december 2022",
    )
    data = graph(earlier, later)
    [promise] = [each for each in data.nodes if "Commitment" in each.types]
    assert promise.key == "commitment/TZ202203-130"
    assert texts(promise, "kg:status") == {"fulfilled"}
    assert [each.object for each in edges(data, "fulfils")] == [promise.key]


def test_a_motion_that_names_one_of_the_same_members_means_an_earlier_one() -> None:
    data = graph(
        "Tweede Kamer der Staten-Generaal\n\nNr. 1154\n\n"
        "MOTIE VAN DE LEDEN CEDER EN SIX DIJKSTRA\n\n"
        "Motie van de leden Ceder (CU) en Six Dijkstra (NSC) over leeftijd\n\n"
        "Voorgesteld 30 september 2025\n\nDe Kamer,\n\ngehoord de beraadslaging,\n\n"
        "verzoekt de regering dit te doen, conform de aangenomen motie-Ceder/Six Dijkstra,\n\n"
        "en gaat over tot de orde van de dag.\n\nCeder\n\nSix Dijkstra\n"
    )
    [cited] = edges(data, "cites")
    assert cited.object != cited.subject and "motie-Ceder" in cited.quote
    assert {"Motion"} <= set(node(data, cited.object).types)


def test_the_member_who_asked_for_a_commitment_is_known() -> None:
    body = (
        "Ik geef hiermee invulling aan mijn toezegging aan het lid Klaver (GroenLinks) in het "
        "debat van 17 oktober jl."
    )
    data = graph(letter(body, day="1 november 2019"))
    [asked] = edges(data, "requestedBy")
    assert asked.object == "person/p-jesse-klaver"
    assert asked.subject.startswith("commitment/") and "Klaver" in asked.quote


def test_a_commitment_with_a_number_is_one_and_bears_it() -> None:
    data = graph(letter("Hiermee beschouw ik toezegging T03842 aan het lid Klaver als afgedaan."))
    assert [each.object for each in edges(data, "fulfils")] == ["commitment/T03842"]
    assert [each.subject for each in edges(data, "requestedBy")] == ["commitment/T03842"]
    data = graph(letter("De toezeggingen T01234 en T01235 zijn hiermee afgedaan."))
    assert sorted(each.object for each in edges(data, "fulfils")) == [
        "commitment/T01234",
        "commitment/T01235",
    ]


ASKED = """Tweede Kamer der Staten-Generaal
Vergaderjaar 2023–2024
Aanhangsel van de Handelingen
Vragen gesteld door de leden der Kamer, met de daarop door de
regering gegeven antwoorden

1707

Vragen van de leden Klaver (GroenLinks-PvdA) en Palmen (Nieuw Sociaal Contract) aan de
Minister van Binnenlandse Zaken en Koninkrijksrelaties over de bus (ingezonden 8 april 2024).

Antwoord van Minister De Jonge (Binnenlandse Zaken en Koninkrijksrelaties) (ontvangen
7 mei 2024).

Vraag 1
Rijdt de bus?

Antwoord 1
Ja.
"""


def test_who_asked_the_questions_that_are_answered() -> None:
    data = graph(ASKED)
    asked = {each.quote: each.object for each in edges(data, "askedBy")}
    assert asked == {"Klaver": "person/p-jesse-klaver", "Palmen": "person/p-sandra-palmen"}
    assert {each.rule for each in edges(data, "askedBy")} == {"header.asked-by"}
    assert "Member" in node(data, "person/p-jesse-klaver").types


def test_a_commission_is_no_member_who_asked() -> None:
    data = graph(letter("De vaste commissie voor Financiën heeft vragen gesteld over de bus."))
    assert not edges(data, "askedBy")


MOTION_READ = (
    "Tweede Kamer der Staten-Generaal\n\n24 515 Preventie van armoede\n\nNr. 687\n\n"
    "{heading}\n\nVoorgesteld 15 februari 2023\n\nDe Kamer,\n\ngehoord de beraadslaging,\n\n"
    "{request}en gaat over tot de orde van de dag.\n\n{names}\n"
)
REQUEST = "verzoekt de regering de toeslag te verhogen,\n\n"


@pytest.mark.parametrize(
    ("heading", "request_", "names", "label"),
    [
        ("MOTIE VAN HET LID KATHMANN", REQUEST, "Kathmann",
         "Motie-Kathmann over de toeslag verhogen (24515-687)"),
        ("GEWIJZIGDE MOTIE VAN DE LEDEN KATHMANN EN CEDER", REQUEST, "Kathmann\n\nCeder",
         "Gewijzigde motie-Kathmann/Ceder over de toeslag verhogen (24515-687)"),
        ("MOTIE VAN HET LID KATHMANN C.S.", REQUEST, "Kathmann\n\nCeder\n\nBikker",
         "Motie-Kathmann c.s. over de toeslag verhogen (24515-687)"),
        ("MOTIE VAN HET LID KATHMANN", "", "Kathmann", "Motie-Kathmann (24515-687)"),
    ],
)  # fmt: skip
def test_a_motion_is_called_by_its_submitters_and_request(
    heading: str, request_: str, names: str, label: str
) -> None:
    text = MOTION_READ.format(heading=heading, request=request_, names=names)
    letters = letter(
        "De motie van het lid Kathmann over een heel lange naam voor de verhoging van de toeslag in"
        " het hele land (Kamerstuk 24 515, nr. 687) voer ik uit."
    )
    for data in (graph(text), graph(text, letters)):
        motion = node(data, "document/kst-24515-687")
        assert motion.label == label
        assert texts(motion, "dcterms:title") == {"Preventie van armoede"}


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ("De motie-Kathmann c.s. (24 515, nr. 687) voer ik uit.",
         "motie-Kathmann c.s. (24515-687)"),
        ("De motie-Kathmann c.s. voer ik uit.", "motie-Kathmann c.s."),
    ],
)  # fmt: skip
def test_a_motion_that_is_only_named_keeps_its_name(said: str, label: str) -> None:
    [motion] = [each for each in graph(letter(said)).nodes if "Motion" in each.types]
    assert motion.label == label


@pytest.mark.parametrize(
    ("said", "kind", "labels"),
    [
        ("Aan de moties Kathmann (24515-687) en Ceder (24515-690) is voldaan.", "Motion",
         {"motie Kathmann (24515-687)", "motie-Ceder (24515-690)"}),
        ("Zie de moties-Kathmann/Ceder (24 515, nrs. 687 en 690).", "Motion",
         {"motie-Kathmann/Ceder (24515-687)", "motie-Kathmann/Ceder (24515-690)"}),
        ("Zie de moties-Kathmann/Ceder.", "Motion", {"motie-Kathmann/Ceder"}),
        ("Zie de brief van 27 juni jl.", "Letter", {"Zorg", "brief van 27 juni jl."}),
        ("Zie de brieven van 3 mei 2021 over de zorg.", "Letter",
         {"Zorg", "brief van 3 mei 2021 over de zorg"}),
    ],
)  # fmt: skip
def test_what_is_only_named_is_called_whole_and_as_one(
    said: str, kind: str, labels: set[str]
) -> None:
    data = graph(letter(said))
    assert {each.label for each in data.nodes if kind in each.types} == labels
