"""The proceedings: by item, by page, by meeting, in the Kamer's short form."""

from __future__ import annotations

import pytest

from kg.recognise import handelingen
from kg.recognise.engine import Engine

ENGINE = Engine(handelingen.RECOGNISERS)

# text, id, surface, pages
CANONICAL = [
    (
        "Zie Handelingen II 2018/19, nr. 12, item 3, over",
        "h-tk-20182019-12-3",
        "Handelingen II 2018/19, nr. 12, item 3",
        None,
    ),
    (
        "Handelingen I 2013-2014, nr. 31, item 10, blz. 3-4.",
        "h-ek-20132014-31-10",
        "Handelingen I 2013-2014, nr. 31, item 10, blz. 3-4",
        "3-4",
    ),
    (
        "(Handelingen II 2004/05, nr. 73, p. 4363-4383)",
        "h-tk-20042005-4363-4383",
        "Handelingen II 2004/05, nr. 73, p. 4363-4383",
        "4363-4383",
    ),
]

VARIANTS = [
    ("Handelingen II, vergaderjaar 2014–2015, nr. 86, item 9", "h-tk-20142015-86-9"),
    ("Handelingen Tweede Kamer 2014/15, nr. 86, item 9", "h-tk-20142015-86-9"),
    ("Handelingen van de Eerste Kamer, 2014/15, nr. 6, item 9", "h-ek-20142015-6-9"),
    ("Handelingen VV 2012/13, nr. 1, item 2", "h-vv-20122013-1-2"),
    ("Handelingen I 2013-2014, nr. 31, item 10 - blz. 3", "h-ek-20132014-31-10"),
    ("Handelingen II 2014/15, nr. 106", "h-tk-20142015-106"),
    ("Hand. II 2014/15, nr. 86, item 9", "h-tk-20142015-86-9"),
    ("HTK 2005-2006, p. 1234", "h-tk-20052006-1234-1234"),
    ("HEK 2005-2006, p. 12-14", "h-ek-20052006-12-14"),
    ("Handelingen II 2014/15, 86-9-3", "h-tk-20142015-86-9"),
    ("Handelingen II 2014/15, TK 86-9-3", "h-tk-20142015-86-9"),
    ("Handelingen II 1998/99, 1234-1250", "h-tk-19981999-1234-1250"),
    ("Handelingen I 2005/06, nr. 13, blz. 614", "h-ek-20052006-614-614"),
    ("Handelingen II 2010/11, nr. 74, p. 9", "h-tk-20102011-74"),
]

WILD = [
    ("Handelingen II*, 2005/06, 80, p. 4981-4982", "h-tk-20052006-4981-4982"),
    ("Handelin-\n      gen TK 2005/2006,\nnr. 98, blz: 6087", "h-tk-20052006-6087-6087"),
    ("Tweede Kamer, vergaderjaar 2007–2008, Handelingen 10-666", "h-tk-20072008-666-666"),
    ("Handelingen I 2012/13, 32 044, p. 23-3-5.", "h-ek-20122013-23-3"),
    ("(Handelingen I, 11 februari 1992, p. 175)", "h-ek-19911992-175-175"),
    ("Handelingen 11, 1997/1998, p. 22-23", "h-tk-19971998-22-23"),
    ("12Handelingen II 2014/15, nr. 86, item 9", "h-tk-20142015-86-9"),
    ("HANDELINGEN II 2014/15, NR. 86, ITEM 9", "h-tk-20142015-86-9"),
    ("Handelingen II 2014/15, 86-\n    9-3", "h-tk-20142015-86-9"),
]

NONE = [
    "Gelet op de handelingen van 6 maart 2012",
    "Handelingen die betrekking hebben op beleid, nr. 3",
    "Product: Vaststellingsbesluit, Handelingen Opmerking: voor 1966",
    "Handelingen II, 1972–1973, 15 061, nr. 2",
    "Handelingen Tweede Kamer, 1993–1994, 23 709, nr. 1",
    "Handelingen II 2019/20",
    "de onderhandelingen van 2019/20, nr. 3",
    "strafbare handelingen in 2019",
]


@pytest.mark.parametrize(("text", "id_", "surface", "pages"), CANONICAL)
def test_canonical(text: str, id_: str, surface: str, pages: str | None) -> None:
    (mention,) = ENGINE.scan(text)
    assert (mention.id, mention.surface, mention.pages) == (id_, surface, pages)
    assert mention.span.of(text) == surface


@pytest.mark.parametrize(("text", "id_"), VARIANTS + WILD)
def test_variants(text: str, id_: str) -> None:
    (mention,) = ENGINE.scan(text)
    assert mention.id == id_


@pytest.mark.parametrize("text", NONE)
def test_none(text: str) -> None:
    assert list(ENGINE.scan(text)) == []


@pytest.mark.parametrize("tail", ["items 8 en 32", "item 8 en item 32", "item 8, item 32"])
def test_items_share_their_citation(tail: str) -> None:
    text = f"Handelingen II 2011/12, nr. 82, {tail}"
    found = list(ENGINE.scan(text))
    assert [m.id for m in found] == ["h-tk-20112012-82-8", "h-tk-20112012-82-32"]
    assert {m.citation and m.citation.of(text) for m in found} == {text}


def test_without_a_meeting_there_is_a_reason() -> None:
    (mention,) = ENGINE.scan("Handelingen 2011/12, item 12")
    assert (mention.value, mention.reason) == (None, "no meeting is printed")


def test_a_page_is_only_the_place_in_a_publication() -> None:
    (mention,) = ENGINE.scan("Handelingen II 2005/06, p. 6087")
    assert mention.reason is not None and mention.pages == "6087"
