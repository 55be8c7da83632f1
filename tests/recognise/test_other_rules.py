"""Every rule of the kinds beside Kamerstuk and dossier catches its own sentence, and names it."""

from __future__ import annotations

from pathlib import Path

import pytest

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
from kg.recognise.engine import Engine, Recogniser, Rule

MODULES = (
    aanhangsel,
    bare_id,
    handelingen,
    kenmerk,
    link,
    repeat,
    staatsblad,
    tweede_kamer,
)
RECOGNISERS: tuple[Recogniser, ...] = tuple(r for m in MODULES for r in m.RECOGNISERS)
RULES = [(recogniser, rule) for recogniser in RECOGNISERS for rule in recogniser.rules]
ENGINE = Engine(RECOGNISERS)


@pytest.mark.parametrize(("recogniser", "rule"), RULES, ids=[rule.name for _, rule in RULES])
def test_rule_catches_its_example(recogniser: Recogniser, rule: Rule) -> None:
    found = tuple(Engine([recogniser]).scan(rule.example))
    assert tuple(m.id for m in found) == rule.ids
    assert rule.name in {m.rule for m in found}


@pytest.mark.parametrize("rule", [rule for _, rule in RULES], ids=lambda rule: rule.name)
def test_rule_holds_among_the_others(rule: Rule) -> None:
    found = tuple(ENGINE.scan(rule.example))
    assert [m.id for m in found] == list(rule.ids)


def test_rule_names_are_unique() -> None:
    names = [rule.name for _, rule in RULES]
    assert len(names) == len(set(names)) >= 35


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_every_rule_is_explained_on_the_page_of_its_kind(module: object) -> None:
    name = module.__name__.rpartition(".")[2]  # type: ignore[attr-defined]
    docs = Path(__file__).parents[2] / "docs" / "references"
    page = (docs / f"{name}.md").read_text("utf-8")
    for recogniser in module.RECOGNISERS:  # type: ignore[attr-defined]
        for rule in recogniser.rules:
            kind = "aanhangsel" if rule.name.startswith("aanhangsel") else name
            told = page if kind == name else (docs / f"{kind}.md").read_text("utf-8")
            assert f"`{rule.name}`" in told, rule.name
