"""Patterns compiled on first use answer as compiled ones do, and none of ours is mistaken."""

import importlib
import pkgutil
import re

import pytest

import kg.recognise
from kg.patterns import later


@pytest.mark.parametrize(
    ("method", "given"),
    [
        ("match", ("nr. 12, nr. 13", 8)),
        ("search", ("zie nr. 12",)),
        ("fullmatch", ("nr. 12",)),
        ("findall", ("nr. 12, nr. 13",)),
        ("sub", ("#", "nr. 12, nr. 13")),
        ("split", ("a nr. 12 b",)),
    ],
)
def test_every_question_is_answered_as_by_the_pattern(method: str, given: tuple[object]) -> None:
    source, flags = r"NR\. (\d+)", re.IGNORECASE
    pattern, compiled = later(source, flags), re.compile(source, flags)
    for _ in range(2):  # compiled by the first, at hand for the second
        answer, expected = (getattr(p, method)(*given) for p in (pattern, compiled))
        if isinstance(expected, re.Match):
            answer, expected = (answer.span(), answer[1]), (expected.span(), expected[1])
        assert answer == expected
    assert pattern.pattern == source


def test_finditer_goes_on_after_the_pattern_is_compiled() -> None:
    assert [match[0] for match in later("[0-9]").finditer("1 2 3", 1)] == ["2", "3"]


def test_every_pattern_of_the_recognisers_compiles() -> None:
    found = 0
    for info in pkgutil.iter_modules(kg.recognise.__path__):
        module = importlib.import_module(f"kg.recognise.{info.name}")
        for value in vars(module).values():
            if type(value).__name__ == "_Later":
                value.search("")  # compiles it, and raises where that fails
                found += 1
    assert found > 200, "the patterns were not found"


def test_a_mistaken_pattern_says_so_when_it_is_used() -> None:
    pattern = later("(")
    with pytest.raises(re.error):
        pattern.search("x")
