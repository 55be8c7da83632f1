"""The five seed documents: everything a careful reader finds in them, and nothing else.

The expectations were read from the documents by hand.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kg import pipeline
from kg.read import read
from kg.model import GraphData, Node, Statement

COVID = "000_d3ef76fac768a9f3.txt"
PLANNING = "001_5f9830e8379dc094.txt"
SUPPORT = "002_e260d8744a82ed6c.txt"
MEMO = "003_80eb66ce4fb9a1c6.txt"
MENTAL = "004_62c804f20b3b9df3.txt"

VWS = "https://identifier.overheid.nl/tooi/id/ministerie/mnre1025"
TWEEDE_KAMER = "https://identifier.overheid.nl/tooi/id/oorg/oorg10002"


@dataclass(frozen=True)
class Expected:
    kind: str
    literals: dict[str, str | None]
    cites: set[str]
    motions: dict[str, tuple[str, str]]
    signers: dict[str, str] = field(default_factory=dict)
    on_behalf_of: set[str] = field(default_factory=set)
    programmes: set[str] = field(default_factory=set)
    issued_by: str | None = VWS
    addressed_to: str | None = None


# For a motion: the relation, and words that the quote behind it must hold.
SEEDS: dict[str, Expected] = {
    COVID: Expected(
        kind="Letter",
        literals={
            "kg:kenmerk": "3466324-1039478-PDCIC",
            "dcterms:date": None,
            "dcterms:title": None,
            "kg:attachmentCount": None,
        },
        cites={
            "kst-25295-1892",
            "kst-25295-1959",
            "kst-29544-1115",
            "kst-32793-302",
            "kst-32793-584",
            "kst-32793-613",
        },
        motions={"kst-25295-1892": ("followsUp", "Naar aanleiding")},
        programmes={"Nationaal Preventieakkoord", "Mentale Gezondheid: van ons allemaal"},
        issued_by=None,
    ),
    PLANNING: Expected(
        kind="Letter",
        literals={
            "kg:kenmerk": "3315034-1024000-BPZ",
            "dcterms:date": "2022-02-14",
            "dcterms:title": "Planningsbrief n.a.v. het regeerakkoord",
            "kg:attachmentCount": "1",
        },
        cites=set(),
        motions={},
        signers={
            "Ernst Kuipers": "post/min-vws",
            "Conny Helder": "post/mzp-lzs",
            "Maarten van Ooijen": "post/stas-vws",
        },
        addressed_to=TWEEDE_KAMER,
    ),
    SUPPORT: Expected(
        kind="Letter",
        literals={
            "kg:kenmerk": None,
            "dcterms:date": None,
            "dcterms:title": "Steunpakket sociaal en mentaal welzijn en leefstijl",
        },
        cites={
            "kst-25295-77",
            "kst-25295-874",
            "kst-25295-950",
            "kst-32793-529",
            "kst-34477-73",
        },
        motions={
            "kst-25295-874": ("followsUp", "naar aanleiding van de"),
            "2021Z01710": ("fulfils", "mede invulling aan de motie van lid Smulders"),
            "2021Z01740": ("followsUp", "als opvolging van de motie Weyenberg/Smulders"),
        },
        signers={"Paul Blokhuis": "post/stas-vws", "Hugo de Jonge": "post/min-vws"},
        on_behalf_of={
            "post/min-szw",
            "post/min-ocw",
            "post/min-bzk",
            "post/mzp-mzs",
            "post/stas-ezk",
        },
        programmes={
            "Een tegen eenzaamheid",
            "Nationaal Programma Onderwijs",
            "Meerjarenprogramma Depressiepreventie",
        },
    ),
    MEMO: Expected(
        kind="Memo",
        literals={
            "kg:kenmerk": "3730760-1057533-PG",
            "dcterms:date": "2023-11-30",
            "dcterms:title": (
                "Kamerbrief aanbieding eerste voortgangsrapportage aanpak "
                '"Mentale Gezondheid: van ons allemaal"'
            ),
            "kg:attachmentCount": "4",
        },
        issued_by=None,
        cites={
            "kenmerk:3382139-1030472-PG",
            "kenmerk:3465580-1039411-VGP",
            "kst-25424-630",
            "kst-31839-870",
        },
        motions={
            "kst-25424-630": ("fulfils", "wordt in de kamerbrief afgedaan"),
            "kst-31839-870": ("followsUp", "de stand zaken van de motie van het lid de Neef"),
        },
        on_behalf_of={
            "post/mzp-lzs",
            "post/min-ocw",
            "post/mzp-pvo",
            "post/min-szw",
            "post/mzp-app",
            "post/stas-kd",
        },
        programmes={
            "Mentale Gezondheid: van ons allemaal",
            "Meerjarenprogramma Depressiepreventie",
        },
    ),
    MENTAL: Expected(
        kind="Letter",
        literals={"kg:kenmerk": None, "dcterms:date": None, "dcterms:title": None},
        cites={"2020D28006", "2021D04467", "kst-35882-1", "kst-35925-VIII-164"},
        motions={
            "2021D04467": ("fulfils", "wordt de motie"),
            "2021Z23628": ("fulfils", "geven we invulling aan de motie"),
        },
        signers={
            "Maarten van Ooijen": "post/stas-vws",
            "Conny Helder": "post/mzp-lzs",
            "Robbert Dijkgraaf": "post/min-ocw",
            "Dennis Wiersma": "post/mzp-pvo",
            "Gunay Uslu": "post/stas-cm",
            "Karien van Gennip": "post/min-szw",
            "Carola Schouten": "post/mzp-app",
        },
        programmes={
            "Nationaal Preventieakkoord",
            "Nationaal Programma Onderwijs",
            "Mentale Gezondheid: van ons allemaal",
        },
    ),
}


@pytest.fixture(scope="module")
def data(seeds: Path) -> GraphData:
    paths = sorted(seeds.glob("*.txt"))
    return pipeline.resolve(pipeline.extract(read(path)) for path in paths)


@pytest.fixture(scope="module")
def nodes(data: GraphData) -> dict[str, Node]:
    return {node.key: node for node in data.nodes}


def values(node: Node, prop: str) -> set[str]:
    return {literal.text for literal in node.literals if literal.prop == prop}


def document(data: GraphData, name: str) -> Node:
    found = [
        n
        for n in data.nodes
        if n.types[0] != "SourceFile" and name in values(n, "kg:sourceName")
    ]
    assert len(found) == 1, name
    return found[0]


def edges(data: GraphData, node: Node, *predicates: str) -> list[Statement]:
    return [s for s in data.statements if s.subject == node.key and s.predicate in predicates]


def identified(nodes: dict[str, Node], key: str) -> set[str]:
    return values(nodes[key], "dcterms:identifier")


@pytest.mark.parametrize("name", SEEDS)
class TestSeed:
    def test_what_it_prints_about_itself(self, data: GraphData, name: str) -> None:
        node = document(data, name)
        assert node.types[0] == SEEDS[name].kind
        for prop, value in SEEDS[name].literals.items():
            assert values(node, prop) == ({value} if value else set()), prop

    def test_sender_and_addressee(self, data: GraphData, name: str) -> None:
        node = document(data, name)
        for predicate, target in (
            ("issuedBy", SEEDS[name].issued_by),
            ("addressedTo", SEEDS[name].addressed_to),
        ):
            found = {s.object for s in edges(data, node, predicate)}
            assert found == ({target} if target else set())

    def test_it_cites_just_these(
        self, data: GraphData, nodes: dict[str, Node], name: str
    ) -> None:
        found = edges(data, document(data, name), "cites")
        numbered = {s.object for s in found if identified(nodes, s.object)}
        motions = {k for k in SEEDS[name].motions}
        expected = SEEDS[name].cites | motions
        missed = [i for i in expected if not any(i in identified(nodes, k) for k in numbered)]
        extra = [k for k in numbered if not expected & identified(nodes, k)]
        assert not missed and not extra

    def test_what_it_says_of_motions(
        self, data: GraphData, nodes: dict[str, Node], name: str
    ) -> None:
        found = edges(data, document(data, name), "fulfils", "followsUp", "rejects")
        said = {
            next((i for i in SEEDS[name].motions if i in identified(nodes, s.object)), s.object): s
            for s in found
            if "Motion" in nodes[s.object].types
        }
        assert set(said) == set(SEEDS[name].motions)
        for identifier, (relation, words) in SEEDS[name].motions.items():
            assert said[identifier].predicate == relation, identifier
            assert words in " ".join(said[identifier].quote.split()), identifier

    def test_who_signs(self, data: GraphData, nodes: dict[str, Node], name: str) -> None:
        node, expected = document(data, name), SEEDS[name].signers
        for predicate in ("signedBy", "coSignedBy"):
            assert {nodes[s.object].label for s in edges(data, node, predicate)} == set(expected)
        tenures = {n.links for n in data.nodes if n.types[0] == "Tenure"}
        for s in edges(data, node, "signedBy"):
            post = expected[nodes[s.object].label]
            assert (("heldPost", post), ("holder", s.object)) in tenures

    def test_on_whose_behalf(self, data: GraphData, name: str) -> None:
        found = edges(data, document(data, name), "onBehalfOf")
        assert {s.object for s in found} == SEEDS[name].on_behalf_of
        assert all(s.note for s in found)

    def test_the_programmes_it_names(
        self, data: GraphData, nodes: dict[str, Node], name: str
    ) -> None:
        found = edges(data, document(data, name), "mentionsProgramme", "presents")
        assert SEEDS[name].programmes <= {nodes[s.object].label for s in found}

    def test_every_quote_stands_in_the_source_at_its_place(
        self, data: GraphData, seeds: Path, name: str
    ) -> None:
        text = (seeds / name).read_bytes().decode("utf-8")
        key = dict(document(data, name).links)["readFrom"]
        found = [s for s in data.statements if s.file == key]
        assert found
        for s in found:
            assert s.quote and text[s.start : s.end] == s.quote


@pytest.mark.parametrize(
    "never",
    [
        "kst-200-1",  # 200 miljoen euro
        "dossier-20350",  # Postbus 20350
        "dossier-20018",  # Postbus 20018
        "kenmerk:3466324-1039478-PDCIC-17",
        "dossier-58500",  # 58.500 adviesvragen
        "dossier-53145",  # 53.145 adviesvragen
        "kst-32793-58417",  # a footnote number is no ondernummer
    ],
)
def test_nothing_that_only_looks_alike(data: GraphData, never: str) -> None:
    known = {text for node in data.nodes for text in values(node, "dcterms:identifier")}
    assert never not in known


def test_telephone_numbers_and_amounts_make_no_node(data: GraphData) -> None:
    numbers = {text for node in data.nodes for text in values(node, "dcterms:identifier")}
    assert not [each for each in numbers if "0634173971" in each or each.startswith("kst-0")]
    dossiers = {each for each in numbers if each.startswith("dossier-")}
    printed = {"25295", "25424", "29544", "31839", "32793", "34477", "35882", "35925-VIII"}
    assert dossiers == {f"dossier-{each}" for each in printed}


def test_the_memos_own_kenmerk_is_not_cited(data: GraphData) -> None:
    keys = {s.object for s in data.statements if s.predicate == "cites"}
    assert "document/kenmerk:3730760-1057533-PG" not in keys
    assert "document/kenmerk:3466324-1039478-PDCIC" not in keys


def test_a_misspelt_name_and_title_are_kept_as_written(nodes: dict[str, Node]) -> None:
    assert values(nodes["person/p-paul-smeulders"], "kg:asWritten") == {"Smulders"}
    assert values(nodes["post/mzp-lzs"], "kg:asWritten") == {
        "de minister voor Langdurige Zorg en Zorg"
    }


def commitments_of(data: GraphData, made_in: str) -> list[Node]:
    keys = {s.subject for s in data.statements if (s.predicate, s.object) == ("madeIn", made_in)}
    return [node for node in data.nodes if node.key in keys]


def test_the_memos_first_commitment_is_met(data: GraphData) -> None:
    [promised] = commitments_of(data, "document/kenmerk:3465580-1039411-VGP")
    assert "een voortgangsrapportage naar de Tweede Kamer sturen" in promised.label
    assert values(promised, "kg:dueAsWritten") == {"voor eind 2023"}
    assert values(promised, "kg:due") == {"2023-12-31"}
    assert values(promised, "kg:status") == {"fulfilled"}
    found = [s for s in data.statements if (s.predicate, s.object) == ("fulfils", promised.key)]
    assert {s.subject for s in found} == {document(data, MEMO).key}
    assert any("wordt met deze kamerbrief afgedaan" in s.quote for s in found)


def test_the_memos_second_commitment_stays_open(data: GraphData) -> None:
    [promised] = commitments_of(data, "document/kenmerk:3382139-1030472-PG")
    assert "jaarlijks informeren" in promised.label
    assert values(promised, "kg:recurrence") == {"jaarlijks"}
    assert values(promised, "kg:status") == {"open"}


def test_the_letter_of_10_june_2022_is_probably_three_times_the_same(data: GraphData) -> None:
    same = [s for s in data.statements if s.predicate == "probablySameAs"]
    pairs = {frozenset((s.subject, s.object)) for s in same}
    kenmerk = "document/kenmerk:3382139-1030472-PG"
    assert pairs == {
        frozenset((kenmerk, "document/kst-32793-613")),
        frozenset((kenmerk, document(data, MENTAL).key)),
    }
    assert all(s.note and "2022-06-10" in s.note and s.quote for s in same)
