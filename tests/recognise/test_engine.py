"""The one scan, the registry of recognisers, and the work hostile input costs."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import re2

from kg.model import Mention, Span
from kg.recognise import find, registry
from kg.recognise.engine import Engine, Recogniser, Rule

ROOT = Path(__file__).resolve().parents[2]
RULES = [(recogniser, rule) for recogniser in registry.recognisers() for rule in recogniser.rules]


def reader(kind: str, length: int = 0, before: int = 0) -> Recogniser:
    """A recogniser of the word ``kind`` whose mention is longer by ``length``."""

    def parse(text: str, start: int, end: int) -> Iterator[Mention]:
        span = Span(max(0, start - before), min(len(text), end + length))
        yield Mention(kind, span, span.of(text), f"{kind}.word")

    return Recogniser(kind, rf"\b{kind}", parse)


def test_offsets_are_code_points() -> None:
    text = "één 𝄞 kst – kst"
    spans = [mention.span for mention in Engine([reader("kst")]).scan(text)]
    assert [span.of(text) for span in spans] == ["kst", "kst"]
    assert [span.start for span in spans] == [6, 12]


def test_a_trigger_needs_the_boundary_before_it() -> None:
    assert not list(Engine([reader("stuk"), reader("kamer")]).scan("eenkamerstuk"))


def test_what_a_citation_covers_is_not_read_again() -> None:
    engine = Engine([reader("kst", length=4), reader("nr")])
    assert [m.surface for m in engine.scan("kst nr. nr.")] == ["kst nr.", "nr"]


def test_each_layer_reads_every_place() -> None:
    name = Recogniser("name", "kst", reader("kst").parse, layer="name")
    found = [(one.layer, one.rank) for one in Engine([reader("kst"), name]).found("kst")]
    assert found == [("identifier", 0), ("name", 1)]


def test_a_place_its_first_reader_refuses_goes_to_the_next() -> None:
    refuses = Recogniser("none", "kst", lambda text, start, end: ())
    assert [m.kind for m in Engine([refuses, reader("kst")]).scan("kst")] == ["kst"]


def test_a_trigger_within_another_fires_too() -> None:
    wide = Recogniser("wide", "kst nr 12", lambda text, start, end: ())
    assert [m.kind for m in Engine([wide, reader("nr")]).scan("kst nr 12")] == ["nr"]


def test_no_text_breaks_the_scan() -> None:
    for text in ("", "\ud800kst", "\x00kst", "kst\udfff", "\U0010ffff kst"):
        assert len(list(Engine([reader("kst")]).places(text))) == text.count("kst")


@pytest.mark.parametrize(("recogniser", "rule"), RULES, ids=[rule.name for _, rule in RULES])
def test_every_rule_catches_its_sentence(recogniser: Recogniser, rule: Rule) -> None:
    caught = [m for m in find(rule.example) if m.rule == rule.name]
    assert caught, [(m.rule, m.surface) for m in find(rule.example)]
    for wanted in rule.ids:
        assert wanted in [m.id for m in find(rule.example)]


@pytest.mark.parametrize("blank", ["\u00a0", "\u202f", "\u2009"])
@pytest.mark.parametrize(("recogniser", "rule"), RULES, ids=[rule.name for _, rule in RULES])
def test_a_blank_is_a_blank(recogniser: Recogniser, rule: Rule, blank: str) -> None:
    typed = rule.example.replace(" ", blank)
    found = find(typed)
    assert [(m.span, m.id, m.rule) for m in found] == [
        (m.span, m.id, m.rule) for m in find(rule.example)
    ]
    assert all(m.surface == m.span.of(typed) for m in found)


def test_every_rule_that_fires_is_stated_and_no_two_share_a_name() -> None:
    names = [rule.name for _, rule in RULES]
    found = [mention for _, rule in RULES for mention in find(rule.example)]
    assert {mention.rule for mention in found} <= {*names, "programme.table"}
    assert len(names) == len(set(names)) >= 105
    assert [one.name for one in registry.recognisers() if not one.rules] == []
    recognisers = [recogniser.name for recogniser in registry.recognisers()]
    assert len(recognisers) == len(set(recognisers)) >= 35


def test_the_scan_stays_small() -> None:
    """A bounded repeat multiplies the automaton: what costs little is asked of the parser."""
    sizes = {
        recogniser.name: re2.compile(recogniser.trigger.encode()).programsize
        for recogniser in registry.recognisers()
    }
    assert sum(sizes.values()) < 12_600, sorted(sizes.items(), key=lambda one: -one[1])[:3]


# --- hostile input ---------------------------------------------------------------------------

HOSTILE = [
    "36 ", "nr. ", "(", "1", "36 600", "36 600 XV, ", "36 600 en ", "nrs. 1, ", "1, ", "1-2-",
    "Kamerstuk ", "Kamerstukken II ", "Kamerstukken 36 600, nrs. 1, ", "TK 2020/21, ", "(35300) ",
    "stuk nr. 1 ", "Vergaderjaar\n36 600\nNr. 1\n", "36 600\n", "\nNr. 1", " ", "\n", "\u00a0",
    "IV-", "36600-XV-", "t.v.v. ", "CXX", "12 345;", "motie ", "de motie-", "12345678",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE, ids=[repr(piece) for piece in HOSTILE])
def test_work_grows_with_length_alone(piece: str) -> None:
    """Four times the text may take some eight times as long, not the sixteen of a square."""
    size = max(1, 15_000 // len(piece))
    for _ in range(3):  # a busy machine may fail one try
        short, long = _spent(piece * size), _spent(piece * (4 * size))
        if long < 8 * short + 0.05:
            return
    pytest.fail(f"{piece!r}: {short:.3f} s for one, {long:.3f} s for four times as much")


def _spent(text: str) -> float:
    start = time.process_time()
    find(text)
    return time.process_time() - start


def test_the_parsers_are_asked_once_for_each_place() -> None:
    calls = 0

    def counting(recogniser: Recogniser) -> Recogniser:
        def parse(text: str, start: int, end: int) -> Iterator[Mention]:
            nonlocal calls
            calls += 1
            yield from recogniser.parse(text, start, end)

        return Recogniser(recogniser.name, recogniser.trigger, parse, recogniser.layer)

    engine = Engine([counting(one) for one in registry.recognisers()])
    counts = []
    for repeats in (200, 800):
        calls = 0
        assert sum(1 for _ in engine.found("Kamerstuk 36 600 XV, nr. 12 (35300-V) " * repeats))
        counts.append(calls)
    assert counts[1] == 4 * counts[0] > 0


@pytest.mark.parametrize("page", ["kamerstuk", "dossier"])
def test_the_page_of_the_guide_tells_every_rule(page: str) -> None:
    text = (ROOT / "docs" / "references" / f"{page}.md").read_text(encoding="utf-8")
    rules = [rule.name for _, rule in RULES if rule.name.startswith(page)]
    assert len(rules) >= 4
    assert [name for name in rules if f"`{name}`" not in text] == []


class Public:
    """A compiled pattern of a release that shows nothing beneath its public search."""

    def __init__(self, pattern: Any) -> None:
        self.search = pattern.search


def test_the_public_search_finds_the_same_places(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Zie één motie-Bikker (Kamerstuk 25 295, nr. 1892) en Stb. 2020, 123; ’t is 2022D29586."
    quick = list(Engine(registry.recognisers()).places(text))
    compiled = re2.compile
    monkeypatch.setattr(re2, "compile", lambda *given: Public(compiled(*given)))
    assert quick and list(Engine(registry.recognisers()).places(text)) == quick
