"""Numbers of the Tweede Kamer and of the registers of commitments."""

from __future__ import annotations

import pytest

from kg.model import Role
from kg.recognise import tweede_kamer
from kg.recognise.engine import Engine

ENGINE = Engine(tweede_kamer.RECOGNISERS)

# text, ids
FOUND = [
    ("het document 2022D29586 van", ["2022D29586"]),
    ("zaak 2021Z02062, activiteit 2024A02517 en agendapunt 2015P02267",
     ["2021Z02062", "2024A02517", "2015P02267"]),
    ("nr. 2023Z19677, deel ik u mede", ["2023Z19677"]),
    ("[2022D29586](#) Kamerstuk", ["2022D29586"]),
    ("Detail 2021D04467 | Tweede Kamer", ["2021D04467"]),
    ("Kenmerk 2025Z00911/2025D02251.", ["2025Z00911", "2025D02251"]),
    ("2022D\n     29586", ["2022D29586"]),
    ("2022D-\n29586", ["2022D29586"]),
    ("2022D\u00ad29586", ["2022D29586"]),
    ("2022D29586ISSN", ["2022D29586"]),
    ("zie de brief3\n32022D29586\n", ["2022D29586"]),  # the mark of note 3
    ("noot\n122022D29586", ["2022D29586"]),
    ("de toezegging TZ202603-130", ["TZ202603-130"]),
    ("(TZ202504–026)", ["TZ202504-026"]),
    ("TZ202501-\n126", ["TZ202501-126"]),
    ("De toezeggingen T03120 en T01970 zijn", ["T03120", "T01970"]),
    ("nakoming van T04001", ["T04001"]),
]  # fmt: skip

NONE = [
    "2022B29586",
    "2022D2958",
    "22D29586",
    "12022D29586",
    "zie noot 12022D29586",
    "noot\n1232022D29586",
    "2022D295861234",
    "2024A12345B",
    "artikel 2022 D 29586",
    "TZ202613-130",
    "TZ202603-13",
    "toestel T03120 van de centrale",
    "toezegging T13120",
    "toezegging T031201",
]


@pytest.mark.parametrize(("text", "ids"), FOUND)
def test_found(text: str, ids: list[str]) -> None:
    found = list(ENGINE.scan(text))
    assert [m.id for m in found] == ids
    assert all(m.span.of(text) == m.surface and m.kind == "tweede-kamer" for m in found)


@pytest.mark.parametrize("text", NONE)
def test_none(text: str) -> None:
    assert list(ENGINE.scan(text)) == []


def test_a_footnote_mark_against_the_number_is_told() -> None:
    (mention,) = ENGINE.scan("zie 2022D295863 voor")
    assert (mention.id, mention.surface) == ("2022D29586", "2022D29586")
    assert mention.reason is not None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Griffier: A. Jansen\n\nActiviteitnummer:       2015A01320", Role.OWN),
        ("2024D12345\n\nLIJST VAN VRAGEN", Role.OWN),
        ("De heer Bos\n2024Z01234 (ingezonden 23 januari 2024)", Role.OWN),
        ("Ons kenmerk\n2025Z00615\n", Role.OWN),
        ("Uw kenmerk\n2025Z00615\n", Role.CITED),
        ("evaluatie -\n       2016Z18081\n       Besluit: volgt", Role.CITED),
        ("Zie 2024D12345 (ontvangen 3 mei)", Role.CITED),
    ],
)
def test_role(text: str, role: Role) -> None:
    (mention,) = ENGINE.scan(text)
    assert mention.role is role
