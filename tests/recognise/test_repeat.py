"""Words that point back, and what they certainly repeat."""

from __future__ import annotations

import time

import pytest

from kg.model import Mention, Repeat, Role, Span
from kg.recognise import aanhangsel, kenmerk, link, repeat, staatsblad, tweede_kamer
from kg.recognise.engine import Engine
from kg.recognise.repeat import settle_repeats

ENGINE = Engine(repeat.RECOGNISERS)
OTHERS = Engine(
    r
    for m in (aanhangsel, kenmerk, link, repeat, staatsblad, tweede_kamer)
    for r in m.RECOGNISERS
)

FOUND = [
    ("3 Ibidem, p. 7.", "Ibidem", None, "7"),
    ("3 Ibid.\n", "Ibid.", None, None),
    ("zie aldaar; ibidem.", "ibidem.", None, None),
    ("\n4 Idem, blz. 13-14.", "Idem", None, "13-14"),
    ("<sup> 17 Idem, randnummer 150. </sup>", "Idem", None, None),
    ("zoals gemeld (zie noot 3)", "zie noot 3", "3", None),
    ("Kamerstuk genoemd in noot 12, p. 4", "genoemd in noot 12", "12", "4"),
    ("Zie ook voetnoot 9.", "Zie ook voetnoot 9", "9", None),
    ("als genoemd in\n   eindnoot 2", "als genoemd in\n   eindnoot 2", "2", None),
    ("In dezelfde brief staat", "dezelfde brief", None, None),
    ("de bovengenoemde motie vraagt", "bovengenoemde motie", None, None),
]

NONE = [
    "ne bis in idem",
    "Idem voor de andere sleutels",
    "naar school (idem) sturen",
    "voetnoot 1 van bijlage III",
    "deelnemende provincie (noot 1)",
    "dezelfde nota van wijziging",
    "dezelfde dag",
    "een nootje 3",
]


@pytest.mark.parametrize(("text", "surface", "note", "pages"), FOUND)
def test_found(text: str, surface: str, note: str | None, pages: str | None) -> None:
    (mention,) = ENGINE.scan(text)
    assert (mention.surface, mention.value, mention.pages) == (surface, Repeat(note), pages)
    assert mention.span.of(text) == surface and mention.id is None


@pytest.mark.parametrize("text", NONE)
def test_none(text: str) -> None:
    assert list(ENGINE.scan(text)) == []


def _settled(text: str, **notes: object) -> Mention:
    mentions = tuple(OTHERS.scan(text))
    settled = settle_repeats(text, mentions, **notes)  # type: ignore[arg-type]
    assert [m.span for m in settled] == sorted(m.span for m in mentions)
    (last,) = [m for m in settled if m.kind == "repeat"][-1:]
    return last


CERTAIN = [
    ("17\n Stb. 2020, 12.\n18\n Ibid.\n", "stb-2020-12"),
    ("¹ Stb. 2020, 12.\n² Idem, p. 4.\n", "stb-2020-12"),
    ("3 Zie 2022D29586.\n4 Ibidem.\n5 Ibidem.\n", "2022D29586"),
    ("1 Stb. 2020, 12; ibidem, p. 3.", "stb-2020-12"),
    ("1 Stb. 2020, 12.\n2 Stb. 2021, 3.\n3 Zie noot 1.", "stb-2020-12"),
    ("De brief 2022D29586 kwam. In dezelfde brief staat", "2022D29586"),
    ("Volgens Stb. 2020, 12 mag het. Ibidem, artikel 3.", "stb-2020-12"),
]

UNCERTAIN = [
    ("1 Stb. 2020, 12 en Trb. 2021, 3.\n2 Ibid.\n", "may be one of 2"),
    ("1 Jansen, Recht, 2010.\n2 Ibid.\n", "cites nothing"),
    ("1 Stb. 2020, 12.\n2 Jansen 2010.\n3 Ibid.\n", "cites nothing"),
    ("1 Stb. 2020, 12.\n1 Stb. 2021, 3.\n2 Zie noot 1.", "2 notes 1"),
    ("2 Zie noot 7.", "note 7 cites nothing"),
    ("De brieven 2022D29586 en 2022D29587 kwamen. In dezelfde brief", "may be one of 2"),
    ("In dezelfde brief staat", "no brief is named"),
    ("Ibidem, zei hij.", "no citation stands before it"),
    ("1 Ibid.\n", "no note stands before it"),
]


@pytest.mark.parametrize(("text", "id_"), CERTAIN)
def test_certain(text: str, id_: str) -> None:
    mention = _settled(text)
    assert mention.id == id_
    assert mention.reason is not None and mention.reason.startswith("repeats ")


@pytest.mark.parametrize(("text", "reason"), UNCERTAIN)
def test_uncertain(text: str, reason: str) -> None:
    mention = _settled(text)
    assert isinstance(mention.value, Repeat)
    assert mention.reason is not None and reason in mention.reason


def test_known_notes_are_used() -> None:
    text = "Tekst 1 en 2. Stb. 2020, 12. Ibid."
    notes = (("1", Span(14, 28)), ("2", Span(29, 34)))
    assert _settled(text, notes=notes).id == "stb-2020-12"


def test_the_own_number_is_no_antecedent() -> None:
    text = "1 Stb. 2020, 12.\n2 Ibid.\n"
    own = Mention("tweede-kamer", Span(0, 1), "1", "x.own", role=Role.OWN)
    (cited, again) = OTHERS.scan(text)
    settled = settle_repeats(text, (own, cited, again))
    assert [m.id for m in settled] == [None, "stb-2020-12", "stb-2020-12"]


def test_without_repeats_nothing_changes() -> None:
    mentions = tuple(OTHERS.scan("Stb. 2020, 12 en Trb. 2021, 3"))
    assert settle_repeats("Stb. 2020, 12 en Trb. 2021, 3", mentions) == mentions


def test_blanks_without_end_cost_no_more_than_their_length() -> None:
    text = "1 Stb. 2020, 12.\n2 Ibid.\n" + "\n" + " " * 300_000 + "<sup>" + " " * 300_000
    start = time.process_time()
    assert _settled(text).id == "stb-2020-12"
    assert time.process_time() - start < 5
