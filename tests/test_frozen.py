"""Values made quickly are the values they were."""

import inspect
from dataclasses import FrozenInstanceError, dataclass, field, replace
from typing import Any

import pytest

from kg.frozen import made_quickly


def value(name: str) -> Any:
    @dataclass(frozen=True, slots=True)
    class Value:
        number: int
        label: str | None = None
        lines: list[str] = field(default_factory=list)
        length: int = field(init=False, compare=False)

        def __post_init__(self) -> None:
            object.__setattr__(self, "length", len(self.lines))

    Value.__qualname__ = name
    return Value


Slow, Quick = value("Slow"), made_quickly(value("Quick"))


def test_the_constructor_takes_what_it_took() -> None:
    assert inspect.signature(Quick).parameters.keys() == inspect.signature(Slow).parameters.keys()
    for given in ((1,), (1, "I"), (1, None, ["a", "b"])):
        assert repr(Quick(*given)) == repr(Slow(*given)).replace("Slow", "Quick")
    one = Quick(number=3, lines=["c"])
    assert (one.number, one.label, one.lines, one.length) == (3, None, ["c"], 1)
    assert replace(one, number=4) == Quick(4, None, ["c"])


def test_what_a_factory_makes_belongs_to_one_value() -> None:
    Quick(1).lines.append("a")
    assert Quick(1).lines == []


def test_a_value_stays_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        Quick(1).number = 2
    with pytest.raises(TypeError):
        Quick()


def test_what_it_cannot_set_it_refuses() -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Named:
        number: int

    @dataclass(frozen=True)
    class Slotless:
        number: int = 0

    for cls in (Named, Slotless):
        with pytest.raises(TypeError, match="given by name alone, or has no slot"):
            made_quickly(cls)
