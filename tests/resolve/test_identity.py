"""Identifiers are joined without contradiction and without regard to order."""

import itertools

import pytest
from commons import calls
from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.identity import Identities, Join, contradict, family

KST, DOC, CASE, FILE = "kst-25424-630", "2022D47993", "2022Z22000", "file-0011223344556677"


@pytest.mark.parametrize(
    ("identifier", "expected"),
    [
        ("kst-21501-32-1703", "kst"),
        ("ah-tk-20232024-1031", "ah"),
        ("h-tk-20192020-33-21", "h"),
        ("stb-2020-123", "publication"),
        ("2022D29586", "document"),
        ("2021Z02062", "case"),
        ("2024A02517", "activity"),
        ("kenmerk:2022D1", "kenmerk"),
        ("TZ202603-130", "other"),
        ("", "other"),
    ],
)
def test_family(identifier: str, expected: str) -> None:
    assert family(identifier) == expected


def test_the_kamerstuk_number_names_the_document() -> None:
    same = Identities.of([Join(2, CASE, DOC, "link"), Join(2, DOC, KST, "note")])
    assert same.members(CASE) == (KST, DOC, CASE)
    assert same.name(CASE) == KST
    assert same.refused == []


def test_two_kamerstukken_are_never_one_document() -> None:
    joins = [Join(2, KST, DOC, "one note"), Join(2, "kst-1-1", DOC, "another note")]
    same = Identities.of(joins)
    assert len(same.refused) == 1
    assert {same.name(KST), same.name("kst-1-1")} == {KST, "kst-1-1"}
    assert "another note" in same.refused[0] or "one note" in same.refused[0]


def test_a_correction_is_the_same_paper_printed_again() -> None:
    same = Identities.of([Join(0, "kst-1-1", FILE, "own"), Join(0, "kst-1-1-n1", FILE, "own")])
    assert same.refused == [] and same.name(FILE) == "kst-1-1"
    annex = Identities.of([Join(0, "kst-1-1", FILE, "own"), Join(0, "kst-1-1-b1", FILE, "own")])
    assert len(annex.refused) == 1


def test_what_the_document_says_of_itself_goes_first() -> None:
    own, other = Join(0, FILE, "kst-2-2", "own header"), Join(2, "2022D00001", "kst-1-1", "a note")
    clash = Join(2, FILE, "kst-1-1", "a stray note")
    same = Identities.of([clash, other, own])
    assert same.name(FILE) == "kst-2-2"
    assert any("a stray note" in each for each in same.refused)


IDS = [KST, "kst-1-1", DOC, "2022D00001", CASE, FILE, "kenmerk:1-2-PG"]


@given(st.lists(st.tuples(st.integers(0, 2), st.sampled_from(IDS), st.sampled_from(IDS))))
def test_any_order_gives_the_same_without_contradiction(
    pairs: list[tuple[int, str, str]],
) -> None:
    joins = [Join(rank, one, other, "said") for rank, one, other in pairs]
    forward, backward = Identities.of(joins), Identities.of(reversed(joins))
    for identifier in IDS:
        assert forward.members(identifier) == backward.members(identifier)
        assert contradict(forward.members(identifier)) is None
        assert identifier in forward.members(identifier)
    assert forward.refused == backward.refused


def test_every_permutation_of_a_contradiction_ends_alike() -> None:
    joins = [Join(2, KST, DOC, "a"), Join(2, "kst-1-1", DOC, "b"), Join(1, DOC, CASE, "c")]
    ends = {
        tuple(Identities.of(order).members(each) for each in IDS)
        for order in itertools.permutations(joins)
    }
    assert len(ends) == 1


def test_joining_many_papers_to_one_takes_steps_in_proportion() -> None:
    def joins(many: int) -> list[Join]:
        return [Join(0, "kenmerk:PG-1", f"file-{number:016x}", "so") for number in range(many)]

    few, many = (calls(lambda each=joins(n): Identities.of(each)) for n in (100, 800))
    assert many < 1.5 * 8 * few
