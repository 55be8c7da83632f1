"""Links that hold an identifier, whole, torn, or behind other words."""

from __future__ import annotations

import pytest

from kg.model import Document, Link, Span
from kg.recognise import link
from kg.recognise.engine import Engine

ENGINE = Engine(link.RECOGNISERS)
OB = "https://zoek.officielebekendmakingen.nl"
TK = "https://www.tweedekamer.nl"
REPOSITORY = "https://repository.overheid.nl/frbr/officielepublicaties"

TARGETS = [
    (f"{OB}/kst-25295-1892.html", ["kst-25295-1892"]),
    (f"{OB}/kst-36600-XV-12-b1.pdf", ["kst-36600-XV-12-b1"]),
    (f"{OB}/dossier/25295/kst-25295-1892?resultIndex=3", ["kst-25295-1892"]),
    (f"{OB}/ah-tk-20172018-2016.html", ["ah-tk-20172018-2016"]),
    (f"{OB}/h-tk-20192020-33-21.html", ["h-tk-20192020-33-21"]),
    (f"{OB}/stb-2013-48.html", ["stb-2013-48"]),
    (f"{OB}/blg-368483", ["blg-368483"]),
    (f"{OB}/dossier/36600-XV", ["dossier-36600-XV"]),
    (f"{OB}/kv-tk-2024Z01234.html", ["2024Z01234"]),
    (f"{REPOSITORY}/kst/25295/kst-25295-1892/1/pdf/kst-25295-1892.pdf", ["kst-25295-1892"]),
    (f"{TK}/kamerstukken/moties/detail?id=2021Z02062&did=2021D04467",
     ["2021Z02062", "2021D04467"]),
    (f"{TK}/kamerstukken/detail?id=2024D20431&did=2024D20431", ["2024D20431"]),
    (f"{TK}/downloads/document?id=2021D04467", ["2021D04467"]),
    (f"{TK}/kamerstukken/wetsvoorstellen/detail?qry=wetsvoorstel%3A36410", ["dossier-36410"]),
    (f"{TK}/kamerstukken/wetsvoorstellen/detail?dossier=36600-XV", ["dossier-36600-XV"]),
    ("https://www.eerstekamer.nl/wetsvoorstel/36217_uitbreiding", ["dossier-36217"]),
    ("https://www.eerstekamer.nl/wetsvoorstel/36200_xv_begroting", ["dossier-36200-XV"]),
    ("https://www.eerstekamer.nl/toezegging/t03120", ["T03120"]),
    ("kst-25295-1892.html", ["kst-25295-1892"]),
]  # fmt: skip

NO_TARGETS = [
    "https://www.rijksoverheid.nl/documenten/kamerstukken/2021/10/15/kamerbrief-over-zorg",
    f"{TK}/downloads/document?id=17594448-1c64-4cd3-9d3e-3a1e5b1d4c11",
    f"{OB}/",
    "https://wetten.overheid.nl/BWBR0005416/2020-01-01",
    "#",
    "",
    "mailto:a@tweedekamer.nl",
    "https://example.org/%zz%",
]


@pytest.mark.parametrize(("url", "ids"), TARGETS)
def test_target(url: str, ids: list[str]) -> None:
    assert [value.id for value in link.read_target(url)] == ids


@pytest.mark.parametrize("url", NO_TARGETS)
def test_no_target(url: str) -> None:
    assert link.read_target(url) == ()


@pytest.mark.parametrize(("url", "ids"), [row for row in TARGETS if "://" in row[0]])
@pytest.mark.parametrize("around", ["zie {} voor", "({})", "<{}>", "[brief]({}).", "{}", "«{}»"])
def test_in_text(url: str, ids: list[str], around: str) -> None:
    text = around.format(url)
    found = list(ENGINE.scan(text))
    assert [m.id for m in found] == ids
    for mention in found:
        assert mention.span.of(text) == mention.surface
        assert mention.citation is not None and mention.span in mention.citation
        assert mention.citation.of(text).startswith("https://")


TORN = [
    (f"{OB}/blg-\n   368483) en", ["blg-368483"]),
    (f"{OB}/kst-25295-\n1892.html", ["kst-25295-1892"]),
    (f"{OB}/\nkst-25295-1892.html", ["kst-25295-1892"]),
    (f"{OB}/kst-25295-189\n2.html", ["kst-25295-1892"]),
    (f"{TK}/kamerstukken/detail?id=2021Z02062&\ndid=2021D04467", ["2021Z02062", "2021D04467"]),
    (f"{TK}/kamerstukken/detail?id=2021Z02\n062&did=2021D04467", ["2021Z02062", "2021D04467"]),
    (f"{OB}/kst-25295-189\nEen nieuwe regel", ["kst-25295-189"]),
]


@pytest.mark.parametrize(("text", "ids"), TORN)
def test_torn(text: str, ids: list[str]) -> None:
    found = list(ENGINE.scan(text))
    assert [m.id for m in found] == ids
    assert all(m.span.of(text) == m.surface for m in found)


def test_hyperlinks_of_a_file() -> None:
    target = f"{OB}/kst-25295-1892.html"
    document = Document("Zie de brief.", "a", "0", links=(Link(Span(4, 12), target),))
    (mention,) = link.read_links(document)
    assert (mention.id, mention.surface, mention.rule) == (
        "kst-25295-1892",
        "de brief",
        "link.target",
    )
