"""The grammar of a Kamerstuk from its dossier on: units, numbers, pages.

``36 600 XV, nrs. 12 en 14-16, p. 3`` is a unit (dossier and toevoeging), the first number, the
rest of the list and a page. Everything is read with ``pattern.match(text, position)``; every
repetition is bounded and every gap possessive, so that no input takes more than its length.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.identifiers.dossier import is_budget
from kg.identifiers.grammar import DASH
from kg.patterns import later
from kg.recognise.kamerstuk_numbers import Numbered, Numbers, read_numbers, with_part
from kg.recognise.kamerstuk_units import (
    NO_LETTER,
    Printed,
    Unit,
    next_unit,
    read_series,
    read_unit,
)

_CHAINED = later(
    rf"(?P<number>[1-3]\d{{4}})(?:{DASH}\d{{1,4}}){{3,8}}{NO_LETTER}(?!{DASH})", re.ASCII
)
_DIGITS = later(r"\d{1,4}", re.ASCII)
_STEP = 40  # from one number of a chain to the next
_MOST_UNITS = 8
_COUNCILS = "21501"


class Reading(NamedTuple):
    """What stands at a place: dossiers, the numbers of the first of them, the end, the years.

    ``form`` says how the number is tied to its dossier: ``nr``, ``dash``, ``slash``,
    ``semicolon``, ``comma``, ``letters``, ``space``, or ``dossier`` where there is none.
    """

    units: tuple[Unit, ...]
    numbers: tuple[Numbered, ...]
    form: str
    end: int
    years: str | None = None


def read(
    text: str, position: int, *, old: bool = False, series: bool = False
) -> Reading | None:
    """The Kamerstuk or dossier that begins at ``position``; ``None`` when none does.

    ``old`` takes numbers of four digits, torn ones and Roman series too, which only a keyword
    makes certain; ``series`` takes nothing but a Roman series.

    >>> reading = read("36 600 XV, nrs. 12 en 14", 0)
    >>> reading.units[0].toevoeging, [n.ondernummer for n in reading.numbers], reading.form
    ('XV', ['12', '14'], 'nr')
    """
    units: list[Unit] = []
    at: int | None = position
    chained = _chained(text, position) if old else None
    if chained is not None:
        return chained
    while at is not None and len(units) < _MOST_UNITS:
        printed = read_series(text, at) if series else read_unit(text, at, old=old)
        if printed is None:
            break
        numbers = _numbers(text, printed)
        if numbers is not None:
            return _numbered((*units, printed.unit), numbers)
        if printed.two and printed.unit.number != _COUNCILS:
            return _two_digits(text, (*units, printed.without_two()), printed)
        units.append(printed.unit)
        at = next_unit(text, printed.unit.end, dashed=old)
    return _dossiers(text, tuple(units)) if units else None


def _chained(text: str, position: int) -> Reading | None:
    """``29477-484-485-486``: a dossier and three or more of its numbers, which rise."""
    match = _CHAINED.match(text, position)
    if match is None or match["number"] == _COUNCILS:
        return None
    places = [one.span() for one in _DIGITS.finditer(text, match.end("number"), match.end())]
    numbers = tuple(Numbered(str(int(text[start:end])), start, end) for start, end in places)
    values = [int(number.ondernummer) for number in numbers]
    if any(not 0 < after - before <= _STEP for before, after in zip(values, values[1:])):
        return None
    unit = Unit(match["number"], None, *match.span("number"))
    return Reading((unit,), numbers, "dash", match.end())


def _numbers(text: str, printed: Printed) -> Numbers | None:
    """The numbers behind a unit; only a Roman chapter has one behind a mere space."""
    unit = printed.unit
    numbers = read_numbers(text, unit.end, series=unit.number.isalpha())
    if numbers is not None and numbers.form == "space" and unit.chapter is None:
        return None
    return numbers


def _numbered(units: tuple[Unit, ...], numbers: Numbers) -> Reading:
    return Reading(units, numbers.all, numbers.form, numbers.end, numbers.years)


def _two_digits(text: str, units: tuple[Unit, ...], printed: Printed) -> Reading:
    """``33043-76``: two digits with nothing behind them are the ondernummer."""
    end = printed.unit.end
    number = with_part(text, Numbered(str(int(printed.two or "0")), end - 2, end))
    return Reading(units, (number,), "dash", number.end)


def _dossiers(text: str, units: tuple[Unit, ...]) -> Reading:
    """Dossiers alone; a last letter after one that is no budget is the Eerste Kamer's number."""
    last = units[-1]
    letter = last.toevoeging or ""
    if len(letter) == 1 and letter.isalpha() and not is_budget(last.number):
        at = text.rindex(letter, last.start, last.end)
        bare = Unit(last.number, None, last.start, at)
        return Reading((*units[:-1], bare), (Numbered(letter, at, at + 1),), "letters", at + 1)
    return Reading(units, (), "dossier", last.end)
