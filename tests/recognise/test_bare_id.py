"""Identifiers of publications as such, cited or the document's own."""

from __future__ import annotations

import pytest

from kg.model import Role
from kg.recognise import bare_id
from kg.recognise.engine import Engine

ENGINE = Engine(bare_id.RECOGNISERS)

CITED = [
    ("zie kst-36360-XV-1 over", "kst-36360-XV-1", "kst-36360-XV-1"),
    ("zie kst-26643-541-b1, bijlage", "kst-26643-541-b1", "kst-26643-541-b1"),
    ("zie KST-25295-1892.", "kst-25295-1892", "KST-25295-1892"),
    ("stuk KST36360XV1 is", "kst-36360-XV-1", "KST36360XV1"),
    ("stuk KST3552660 is", "kst-35526-60", "KST3552660"),
    ("zie kst-cxxiv-g en", "kst-CXXIV-G", "kst-cxxiv-g"),
    ("zie kst-35526-l.", "kst-35526-L", "kst-35526-l"),
    ("(h-tk-20132014-85-4)", "h-tk-20132014-85-4", "h-tk-20132014-85-4"),
    ("(h-tk-20132014-40-1-n1)", "h-tk-20132014-40-1-n1", "h-tk-20132014-40-1-n1"),
    ("zie ah-tk-20232024-214 en", "ah-tk-20232024-214", "ah-tk-20232024-214"),
    ("zie stb-2013-48.html", "stb-2013-48", "stb-2013-48"),
    ("bijlage blg-906820.pdf", "blg-906820", "blg-906820"),
    ("bijlage blg‐906820 bij", "blg-906820", "blg‐906820"),
    ("zie kst–25295–1892 van", "kst-25295-1892", "kst–25295–1892"),
    ("zie kst-25295-\n     1892 van", "kst-25295-1892", "kst-25295-\n     1892"),
    ("zie kst-25295-1892-foto van", "kst-25295-1892", "kst-25295-1892"),
    ("zie kst-25295-nr-1892 van", "kst-25295-1892", "kst-25295-nr-1892"),
    ("het dossier-36600-XV bevat", "dossier-36600-XV", "dossier-36600-XV"),
]

OWN = [
    ("en gaat over tot de orde.\n\nkst-29517-265\nISSN 0921 - 7371\n", "kst-29517-265"),
    ("antwoord 3.\n \nah-tk-20232024-1481\nISSN 0921 - 7398", "ah-tk-20232024-1481"),
    ("tekst ah-tk-20112012-1035ISSN 0921", "ah-tk-20112012-1035"),
    ("tekst\n              h-tk-20132014-40-1\n", "h-tk-20132014-40-1"),
    ("Technische informatie over de publicatie\n\n\n  h-tk-20132014-40-1", "h-tk-20132014-40-1"),
    ('en heeft als identifier "h-tk-20132014-40-1".', "h-tk-20132014-40-1"),
]

NONE = ["kst-", "kst-abc", "KST106337", "h-tk-2013-1", "ah-tk-20232025-3", "blg-", "KSTRAAT123456",
        "stb-2013", "akst-25295-1", "dossier-vorming"]


@pytest.mark.parametrize(("text", "id_", "surface"), CITED)
def test_cited(text: str, id_: str, surface: str) -> None:
    mention = next(ENGINE.scan(text))
    assert (mention.id, mention.surface, mention.role) == (id_, surface, Role.CITED)
    assert mention.span.of(text) == surface


@pytest.mark.parametrize(("text", "id_"), OWN)
def test_own(text: str, id_: str) -> None:
    (mention,) = ENGINE.scan(text)
    assert (mention.id, mention.role) == (id_, Role.OWN)


@pytest.mark.parametrize("text", NONE)
def test_none(text: str) -> None:
    assert list(ENGINE.scan(text)) == []


def test_lines_of_a_list_are_no_own_numbers() -> None:
    found = list(ENGINE.scan("kst-25295-1\nkst-25295-2\nkst-25295-3\n"))
    assert {m.role for m in found} == {Role.CITED} and len(found) == 3
