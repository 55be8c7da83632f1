"""Answers to written questions: what is read, with which id, and what is none."""

from __future__ import annotations

import pytest

from kg.model import Role
from kg.recognise import aanhangsel, handelingen
from kg.recognise.engine import Engine

ENGINE = Engine((*aanhangsel.RECOGNISERS, *handelingen.RECOGNISERS))

# text, id, surface
CANONICAL = [
    (
        "Zie Aanhangsel Handelingen, vergaderjaar 2022–2023, nr. 845.",
        "ah-tk-20222023-845",
        "Aanhangsel Handelingen, vergaderjaar 2022–2023, nr. 845",
    ),
    (
        "(Aanhangsel Handelingen II 2021/22, nr. 12)",
        "ah-tk-20212022-12",
        "Aanhangsel Handelingen II 2021/22, nr. 12",
    ),
]

VARIANTS = [
    ("Aanhangsel van de Handelingen, vergaderjaar 2020-2021, nr. 2213", "ah-tk-20202021-2213"),
    ("Aanhangsel der Handelingen II 1998/99, nr. 7", "ah-tk-19981999-7"),
    ("Aanh. Handelingen II 1998/99, nr. 7", "ah-tk-19981999-7"),
    ("Aanh. Hand. II 1998/99, nr. 7", "ah-tk-19981999-7"),
    ("AANHANGSEL HANDELINGEN, VERGADERJAAR 2023–2024, NR. 1031", "ah-tk-20232024-1031"),
    ("Aanhangsel Handelingen TK, 2007/08, nr. 1835", "ah-tk-20072008-1835"),
    ("Aanhangsel Handelingen I 2020/21, nr. 3", "ah-ek-20202021-3"),
    ("Aanhangsel van de Handelingen EK, 2020/21, nr. 3", "ah-ek-20202021-3"),
    ("Kamervragen (Aanhangsel) 2023-2024, nr. 1031", "ah-tk-20232024-1031"),
    ("Aanhangsel Handelingen II, vergaderjaar 2019/20, nr. 3212", "ah-tk-20192020-3212"),
    ("Aanhangsel Handelingen, 2021-2022, nr 462", "ah-tk-20212022-462"),
    ("Aanhangsel Handelingen, vergaderjaar, 2021–2022, nr. 9", "ah-tk-20212022-9"),
    ("Aanhangsel van de Handelingen 2021/2022, nr. 2197", "ah-tk-20212022-2197"),
    ("Aanhangsel van de Handelingen, nr. 88, vergaderjaar 2022-2023", "ah-tk-20222023-88"),
]

WILD = [
    ("Kamerstukken II, 2023–2024, AvdH 721.", "ah-tk-20232024-721"),
    ("Handelingen II 2022/23, A.v.d.H. nr. 149", "ah-tk-20222023-149"),
    ("Zie ookAanhangsel Handelingen, vergaderjaar2023–2024,nr. 46", "ah-tk-20232024-46"),
    ("3Aanhangsel Handelingen II, vergaderjaar 2023–2024, nr. 69.", "ah-tk-20232024-69"),
    ("Aanhangsel Handelingen, vergaderjaar 2023–2024, 1028", "ah-tk-20232024-1028"),
    ("Aanhang-\n   sel Hande-\nlingen, verga-\nderjaar 2018–2019, nr. 39", "ah-tk-20182019-39"),
    ("Aanhangsel Handelingen,\n      vergaderjaar 2018–2019,\nnr. 3", "ah-tk-20182019-3"),
    ("Handelingen II, 2022/-23, nr. 1823.", "ah-tk-20222023-1823"),
    ("*Aanhangsel Handelingen II* 2022/23, nr. 5", "ah-tk-20222023-5"),
    ("Kamerstukken II 2011/12, Aanhangsel 342.", "ah-tk-20112012-342"),
    ("Handelingen 2021/2022, nr. 2197", "ah-tk-20212022-2197"),
    ("Aanhangsel Handelingen, vergaderjaar 2022–203, nr. 8", "ah-tk-20222023-8"),
]

NONE = [
    "Aanhangsel 2",
    "in het aanhangsel van dit rapport",
    "Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel 1",
    "Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel                 3",
    "Vergaderjaar 2023–2024 Aanhangsel van de Handelingen",
    "Aanhangsel Handelingen, vergaderjaar 2023–2024",
    "een aanhanger van 1200 kg",
    "Handelingen, vergaderjaar 2023–2024, nr.",
]


@pytest.mark.parametrize(("text", "id_", "surface"), CANONICAL)
def test_canonical(text: str, id_: str, surface: str) -> None:
    (mention,) = ENGINE.scan(text)
    assert (mention.id, mention.surface, mention.kind) == (id_, surface, "aanhangsel")
    assert mention.span.of(text) == surface


@pytest.mark.parametrize(("text", "id_"), VARIANTS + WILD)
def test_variants(text: str, id_: str) -> None:
    (mention,) = ENGINE.scan(text)
    assert (mention.id, mention.role) == (id_, Role.CITED)


@pytest.mark.parametrize("text", NONE)
def test_none(text: str) -> None:
    assert list(ENGINE.scan(text)) == []


def test_a_list_shares_its_citation() -> None:
    text = "Aanhangsel Handelingen, vergaderjaar 2023–2024, nrs. 12, 14 en 15"
    found = list(ENGINE.scan(text))
    assert [m.id for m in found] == [f"ah-tk-20232024-{n}" for n in (12, 14, 15)]
    assert [m.surface for m in found] == ["12", "14", "15"]
    assert {m.citation and m.citation.of(text) for m in found} == {text}


def test_a_date_behind_is_no_further_number() -> None:
    (mention,) = ENGINE.scan("Aanhangsel Handelingen II 2023/24, nrs. 12, 3 mei 2024")
    assert mention.id == "ah-tk-20232024-12"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Aanhangsel van de Handelingen, nr. 1045", "no vergaderjaar is printed"),
        ("Aanhangsel Handelingen II 2023/25, nr. 4", "“2023/25” is no vergaderjaar"),
    ],
)
def test_without_a_vergaderjaar_there_is_a_reason(text: str, reason: str) -> None:
    (mention,) = ENGINE.scan(text)
    assert (mention.value, mention.reason) == (None, reason)


def test_a_word_left_out_is_told() -> None:
    (mention,) = ENGINE.scan("Handelingen, vergaderjaar 2021–2022, nr. 1971")
    assert mention.rule == "aanhangsel.word-left-out"
    assert mention.reason is not None and "meetings" in mention.reason


def test_the_own_number_below_the_chamber() -> None:
    head = (
        "Vergaderjaar 2019–2020\n\n  Tweede Kamer der Staten-Generaal\n\n  2\n\n Aanhangsel "
        "van de Handelingen\n\n Vragen gesteld door de leden der Kamer, met de daarop door\n  de "
        "regering gegeven antwoorden\n\n  77\n\nVragen van het lid"
    )
    assert [(m.id, m.role) for m in ENGINE.scan(head)] == [("ah-tk-20192020-77", Role.OWN)]


def test_the_own_number_in_the_head() -> None:
    head = (
        "Vergaderjaar 2019–2020   Aanhangsel van de Handelingen\n\n   Vragen gesteld door de leden"
        " der Kamer, met de daarop door de \nregering gegeven antwoorden \n\n  77  \n\nVragen"
    )
    own = [m for m in ENGINE.scan(head) if m.role is Role.OWN]
    assert [(m.id, m.surface) for m in own] == [("ah-tk-20192020-77", "77")]
