"""The kinds of drawings: bars, stacked bars, columns, ranges, and a ring of what is linked."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from kg.analyse.table import Table, Value
from kg.analyse.words import heading, shown
from kg.shown import one_line, shortened

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# Told apart by those who see no red or green too (Okabe and Ito).
_COLOURS = ("#0072b2", "#e69f00", "#009e73")
_GREY = "#6b7280"
_ROOM = 56

Draw = Callable[["Axes", Table, str], None]


def bars(name: str, value: str, axes: Axes, table: Table, language: str) -> None:
    """A horizontal bar for each row, the first on top, its number at its end."""
    drawn = axes.barh(range(len(table)), _numbers(table, value), color=_COLOURS[0])
    form = _form(table, value)
    axes.bar_label(
        drawn, [shown(each, form, language) for each in table.column(value)], padding=3
    )
    _rows(axes, table, name, language)
    axes.set_xlabel(_heading(table, value, language))
    if form == "count":
        axes.locator_params(axis="x", integer=True)


def stacked(name: str, axes: Axes, table: Table, language: str) -> None:
    """Open, partly and fulfilled commitments on one bar for each row, with the share left."""
    start = [0.0] * len(table)
    for state, colour in zip(("open", "partly", "fulfilled"), _COLOURS, strict=True):
        numbers = _numbers(table, state)
        axes.barh(range(len(table)), numbers, left=start, color=colour,
                  label=_heading(table, state, language))  # fmt: skip
        start = [a + b for a, b in zip(start, numbers, strict=True)]
    for row, (end, left) in enumerate(zip(start, table.column("open_share"), strict=True)):
        axes.annotate(shown(left, "share", language), (end, row), (3, 0), va="center",
                      textcoords="offset points")  # fmt: skip
    _rows(axes, table, name, language)
    axes.set_xlabel(_heading(table, "commitments", language))
    axes.locator_params(axis="x", integer=True)
    axes.legend(frameon=False, loc="lower right", bbox_to_anchor=(1, 1), ncols=3)


def columns(name: str, value: str, axes: Axes, table: Table, language: str) -> None:
    """An upright bar for each row, in the order of its number."""
    places = _numbers(table, name)
    drawn = axes.bar(places, _numbers(table, value), color=_COLOURS[0])
    axes.bar_label(drawn, [str(each) for each in table.column(value)], padding=2)
    axes.set_xticks(places)
    axes.set_xlabel(_heading(table, name, language))
    axes.set_ylabel(_heading(table, value, language))
    axes.locator_params(axis="y", integer=True)


def ranges(axes: Axes, table: Table, language: str) -> None:
    """Least to most days as a line, the middle half as a bar, the median as a mark."""
    least, most = _numbers(table, "least_days"), _numbers(table, "most_days")
    low, high = _numbers(table, "quarter_days"), _numbers(table, "three_quarters_days")
    rows = range(len(table))
    axes.hlines(rows, least, most, color=_GREY, linewidth=1)
    axes.barh(rows, [b - a for a, b in zip(low, high, strict=True)], left=low, height=0.5,
              color=_COLOURS[0])  # fmt: skip
    axes.plot(_numbers(table, "median_days"), list(rows), linestyle="", marker="D",
              color=_COLOURS[1])  # fmt: skip
    for row, (end, number) in enumerate(zip(most, table.column("motions"), strict=True)):
        axes.annotate(f"n = {number}", (end, row), (6, 0), va="center",
                      textcoords="offset points")  # fmt: skip
    _rows(axes, table, "ministry", language)
    axes.set_xlim(left=0)
    axes.set_xlabel(_heading(table, "median_days", language))


def ring(name: str, other: str, value: str, axes: Axes, table: Table, language: str) -> None:
    """All names on a circle, a line between those that are linked, thicker for more."""
    ends = (*zip(table.column("iri"), _names(table, name, language), strict=True),
            *zip(table.column("other_iri"), _names(table, other, language), strict=True))
    called = dict(ends)  # by IRI, for two may have one name
    links = list(zip(table.column("iri"), table.column("other_iri"), _numbers(table, value),
                     strict=True))  # fmt: skip
    around = sorted(called, key=lambda each: (called[each], str(each)))
    places = {each: _place(number, len(around)) for number, each in enumerate(around)}
    most = max(number for *_, number in links)
    for start, end, number in links:
        (x, y), (u, v) = places[start], places[end]
        axes.plot([x, u], [y, v], color=_COLOURS[0], alpha=0.6,
                  linewidth=0.6 + 5 * number / most)  # fmt: skip
        axes.annotate(f"{number:g}", ((x + u) / 2, (y + v) / 2), fontsize=7, color=_GREY)
    for number, each in enumerate(around):
        (x, y), turn = places[each], 360 * number / len(around)
        axes.plot([x], [y], marker="o", color=_COLOURS[1])
        # along its spoke, so that no name lies over the next, and never upside down
        axes.annotate(called[each], (x * 1.06, y * 1.06), va="center", rotation_mode="anchor",
                      rotation=turn if x >= 0 else turn - 180,
                      ha="left" if x >= 0 else "right")  # fmt: skip
    axes.set_aspect("equal")
    axes.set_axis_off()
    axes.set_xlim(-1.8, 1.8)
    axes.set_ylim(-1.8, 1.8)


def _place(number: int, of: int) -> tuple[float, float]:
    """The place of one of so many on the circle, rounded so that machines agree."""
    angle = 2 * math.pi * number / of
    return round(math.cos(angle), 4), round(math.sin(angle), 4)


def _rows(axes: Axes, table: Table, name: str, language: str) -> None:
    axes.set_yticks(range(len(table)), _names(table, name, language))
    axes.invert_yaxis()
    axes.margins(x=0.12)


def _names(table: Table, name: str, language: str) -> list[str]:
    form = _form(table, name)
    return [fit(shown(each, form, language)) for each in table.column(name)]


def _heading(table: Table, name: str, language: str) -> str:
    return heading(next(each for each in table.columns if each.name == name), language)


def _form(table: Table, name: str) -> str:
    return next(each.form for each in table.columns if each.name == name)


def _numbers(table: Table, name: str) -> Sequence[float]:
    return [_number(value) for value in table.column(name)]


def _number(value: Value) -> float:
    assert isinstance(value, int | float)
    return float(value)


def fit(text: str) -> str:
    """A text short enough for its place, of letters that the font has.

    >>> fit("Zorg $x^2$ \\U00012000")
    'Zorg $x^2$ \\ufffd'
    """
    known = _letters()
    return "".join(
        each if ord(each) in known else "\ufffd" for each in shortened(one_line(text), _ROOM)
    )


@cache
def _letters() -> frozenset[int]:
    """The code points of the font the drawings are set in."""
    from matplotlib.font_manager import findfont, get_font

    return frozenset(get_font(findfont("DejaVu Sans")).get_charmap())
