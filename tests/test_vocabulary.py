"""The vocabulary: closed, and the one place where IRIs are minted."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import vocabulary
from kg.errors import GraphError
from kg.model import Kind, Relation, Statement
from kg.vocabulary import BASE, KG, expand, iri, key_of, nearest, shorten, statement_key, term

STATEMENT = Statement(
    "document/a", "cites", "document/b", "file/f", "b", 3, 4, "rule.x", 0.5, page=1
)


@pytest.mark.parametrize(
    ("key", "address"),
    [
        ("document/kst-25295-1892", f"{BASE}id/document/kst-25295-1892"),
        ("dossier/36600-XV", f"{BASE}id/dossier/36600-XV"),
        ("document/kenmerk:3382139-1030472-PG", f"{BASE}id/document/kenmerk:3382139-1030472-PG"),
        ("document/kenmerk:DGP/2022 17", f"{BASE}id/document/kenmerk:DGP%2F2022%2017"),
        ("document/kenmerk:<a>\"%", f"{BASE}id/document/kenmerk:%3Ca%3E%22%25"),
        ("person/p-günay-uslu", f"{BASE}id/person/p-g%C3%BCnay-uslu"),
        ("document/..", f"{BASE}id/document/%2E%2E"),
        ("https://identifier.overheid.nl/tooi/id/ministerie/mnre1025",) * 2,
        ("https://example.org/a b", "https://example.org/a%20b"),
    ],
)
def test_a_key_has_one_iri(key: str, address: str) -> None:
    assert iri(key) == address
    if "example.org" not in key:
        assert key_of(address) == key


@pytest.mark.parametrize("key", ["", "document", "document/", "/x", "a b/c", "<x>/y"])
def test_what_is_no_key_is_refused(key: str) -> None:
    with pytest.raises(GraphError, match="is no key"):
        iri(key)


@given(st.sampled_from(vocabulary.KINDS), st.text(min_size=1))
def test_keys_survive_the_way_there_and_back(kind: str, name: str) -> None:
    key = f"{kind}/{name}"
    address = iri(key, base="https://example.org/")
    assert key_of(address, base="https://example.org/") == key
    assert address.isascii()
    assert not set(address) & set(' <>"{}|^`\\')
    assert address.count("/") == 5


def test_the_base_moves_the_things_and_not_the_terms() -> None:
    assert iri("dossier/1", base="https://example.org/").startswith("https://example.org/id/")
    assert expand("cites") == "https://w3id.org/kamergraaf/def#cites"


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({}, True),
        ({"confidence": 0.9}, True),
        ({"page": 2}, True),
        ({"subject": "document/c"}, False),
        ({"predicate": "fulfils"}, False),
        ({"object": "document/c"}, False),
        ({"file": "file/g"}, False),
        ({"start": 2}, False),
        ({"rule": "rule.y"}, False),
    ],
)
def test_a_statement_is_named_by_its_content(change: dict[str, object], same: bool) -> None:
    changed = dataclasses.replace(STATEMENT, **change)  # type: ignore[arg-type]
    assert (statement_key(changed) == statement_key(STATEMENT)) is same
    assert statement_key(changed).startswith("statement/")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("citess", "kg:cites"),
        ("kg:Cites", "kg:cites"),
        ("kg:mentionsProgram", "kg:mentionsProgramme"),
        ("kg:Comitment", "kg:Commitment"),
        ("dcterms:titel", "dcterms:title"),
    ],
)
def test_a_misspelt_term_raises_and_is_corrected(written: str, meant: str) -> None:
    with pytest.raises(GraphError, match=f"did you mean {meant}"):
        term(written)


def test_a_term_like_no_other_is_not_corrected() -> None:
    assert nearest("kg:zzzz") is None
    with pytest.raises(GraphError, match="docs/vocabulary.md"):
        term("zzzz")


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_document_is_a_class(kind: Kind) -> None:
    assert term(kind.value).role == "class"
    assert kind is Kind.DOCUMENT or "Document" in vocabulary.ancestors(kind.value)


@pytest.mark.parametrize("relation", Relation)
def test_every_relation_of_a_claim_is_a_relation(relation: Relation) -> None:
    assert term(relation.value).role == "relation"


@pytest.mark.parametrize(
    ("address", "short"),
    [
        (KG + "cites", "kg:cites"),
        (f"{BASE}id/document/kst-1-2", "document:kst-1-2"),
        ("https://identifier.overheid.nl/tooi/id/ministerie/mnre1025", "ministerie:mnre1025"),
        ("https://example.org/x", "https://example.org/x"),
        (KG, KG),
        ("http://purl.org/dc/terms/a/b", "http://purl.org/dc/terms/a/b"),
    ],
)
def test_an_iri_is_shortened_where_a_prefix_fits(address: str, short: str) -> None:
    assert shorten(address) == short


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        (["Document"], "Document"),
        (["Document", "Letter"], "Letter"),
        (["Kamerstuk", "Motion", "Document"], "Motion"),
        (["Kamerstuk", "Document"], "Kamerstuk"),
        (["Person", "Member", "Minister"], "Minister"),
        ([], "Document"),
    ],
)
def test_the_telling_class_wins(names: list[str], kind: str) -> None:
    assert vocabulary.kind_of(names) == kind


def test_no_two_prefixes_share_a_name_or_a_space() -> None:
    spaces = vocabulary.prefixes().values()
    assert len(set(spaces)) == len(spaces)
    assert not set(vocabulary.KINDS) & set(vocabulary.PREFIXES)
