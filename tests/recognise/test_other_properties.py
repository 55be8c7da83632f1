"""What holds for all of these kinds: noise changes no value, spans are exact, nothing raises."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg.recognise import (
    aanhangsel,
    bare_id,
    handelingen,
    kenmerk,
    link,
    repeat,
    staatsblad,
    tweede_kamer,
)
from kg.recognise.engine import Engine
from kg.recognise.link import read_target
from kg.recognise.repeat import settle_repeats

ENGINE = Engine(
    r
    for m in (aanhangsel, bare_id, handelingen, kenmerk, link, repeat, staatsblad, tweede_kamer)
    for r in m.RECOGNISERS
)
GAPS = st.sampled_from(
    [" ", "  ", "\t", "\n", " \n", "\n      ", "\r\n", "\u00a0", "\u2009", "\u202f", " \u00ad",
     "\u00ad ", "\u00a0\u00a0", "\u200b ", "\ufeff "]
)  # fmt: skip

SENTENCES = [
    "Zie Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 1031.",
    "Aanhangsel van de Handelingen II 2021/22, nr. 149 en 151.",
    "Zie Handelingen II 2019/20, nr. 33, item 21, p. 4.",
    "Handelingen TK 2005/2006, nr. 98, blz. 6087.",
    "Handelingen II 2011/2012, nr. 82, items 8 en 32.",
    "Tweede Kamer, vergaderjaar 2007–2008, Handelingen 10-666.",
    "de Zorgverzekeringswet (Stb. 2006, nr. 630) geldt.",
    "in de Staatscourant van 29 mei 2013, nr. 14312 staat.",
    "de wet van 28 april 1976 (Stb. 323) geldt.",
    "zie Stb. 2014, 444 en 489, voor de aanwijzing.",
    "de brief, kenmerk 3382139-1030472-PG, over zorg.",
    "het document 2022D29586 en de toezegging TZ202603-130 zijn.",
    "zie kst-36360-XV-1 en ah-tk-20232024-1031 over.",
]
TORN = [
    ("Aanhangsel", ("Aan", "hang", "sel")),
    ("Handelingen", ("Han", "de", "lin", "gen")),
    ("vergaderjaar", ("ver", "ga", "der", "jaar")),
    ("Staatscourant", ("Staats", "courant")),
    ("kenmerk", ("ken", "merk")),
]


def _ids(text: str) -> list[str | None]:
    return [m.id for m in ENGINE.scan(text)]


@pytest.mark.parametrize("sentence", SENTENCES)
@given(data=st.data())
@settings(max_examples=40)
def test_blanks_change_no_value(sentence: str, data: st.DataObject) -> None:
    words = sentence.split(" ")
    noisy = words[0] + "".join(data.draw(GAPS) + word for word in words[1:])
    assert _ids(noisy) == _ids(sentence) != []


@pytest.mark.parametrize("sentence", SENTENCES)
@given(data=st.data())
@settings(max_examples=20)
def test_torn_words_change_no_value(sentence: str, data: st.DataObject) -> None:
    torn = sentence
    for word, syllables in TORN:
        if word in torn:
            tears = [data.draw(st.sampled_from(["", "\u00ad", "-\n", "-\n   "])) for _ in syllables]
            parts = [s + t for s, t in zip(syllables, [*tears[1:], ""], strict=True)]
            torn = torn.replace(word, "".join(parts))
    assert _ids(torn) == _ids(sentence) != []


PIECES = st.sampled_from(
    [*SENTENCES, "Ibidem, p. 7.", "zie noot 3", "Kenmerk\n", "Ons kenmerk\n", "5303168\n",
     "DGLGS / 96865694", "https://zoek.officielebekendmakingen.nl/kst-25295-", "1892.html",
     "kst-", "nr. ", "en ", "2019/20", "\n", " ", "(", ")", "T03120", "toezegging ", "²", "٣"]
)  # fmt: skip


@given(st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=12).map("".join))
@example("kst-25295-1892-")
@example("Kenmerk\n" * 20 + "5303168")
@settings(max_examples=150)
def test_any_text_is_survived_and_spans_are_exact(text: str) -> None:
    mentions = tuple(ENGINE.scan(text))
    for mention in (*mentions, *settle_repeats(text, mentions)):
        assert mention.span.of(text) == mention.surface != ""
        if mention.citation is not None and mention.kind != "repeat":
            assert mention.span in mention.citation


@given(st.text(max_size=80))
@settings(max_examples=150)
def test_any_target_is_survived(url: str) -> None:
    assert all(value.id for value in read_target("https://www.tweedekamer.nl/" + url))


HOSTILE = [
    "36 ", "nr. ", "(", "1", "Handelingen II 2019/20, nr. 1 en ", "Aanhangsel ", "Kenmerk\n",
    "kenmerk a-", "Stb. 2020, 1 en ", "officielebekendmakingen.nl/-\n", "kst-", "h-tk-20202021-",
    "2022D", "TZ202501-", "toezegging T01234 ", "zie noot 3 ", "1 Ibidem\n", " \n", "\u00ad",
    "DGLGS/1234567 ", "Vergaderjaar 2019-2020 Aanhangsel van de Handelingen ",
]  # fmt: skip


def _seconds(text: str) -> float:
    start = time.process_time()
    settle_repeats(text, tuple(ENGINE.scan(text)))
    return time.process_time() - start


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_is_linear(piece: str) -> None:
    short, long = (min(_seconds(piece * n) for _ in range(2)) for n in (1500, 12000))
    # Eight times the text; a quadratic reading would take sixty-four times as long.
    assert long < 24 * max(short, 0.004)
