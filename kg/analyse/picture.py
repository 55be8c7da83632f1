"""Pictures of the tables: PNG and SVG, the same bytes for the same numbers.

Drawn with matplotlib, which the extra ``pictures`` brings. Every text is data: no mathematics is
read in it, and a letter the font lacks shows as one that is lost.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from kg.analyse import charts
from kg.analyse.table import Table, note
from kg.analyse.words import remark, remarks, title
from kg.errors import InputError
from kg.shown import one_line

#: How many rows a picture shows at most.
MOST = 25
FORMATS = ("png", "svg")

_SETTINGS = {
    "font.family": ["DejaVu Sans"],  # matplotlib brings it along
    "font.size": 9,
    "svg.hashsalt": "kamergraaf",
    "svg.fonttype": "none",
    "text.parse_math": False,
    "text.usetex": False,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.unicode_minus": False,
}
_METADATA = {
    "png": {"Software": None},
    "svg": {"Date": None, "Creator": None},
}
_WIDTH, _ROW = 10.0, 0.32
_YEARS = ("-year", "-years")  # what a table by year is called

# How each table is drawn, and whether its height grows with its rows.
_DRAWN: dict[str, tuple[charts.Draw, bool]] = {
    "most-cited": (partial(charts.bars, "document", "documents"), True),
    "pagerank": (partial(charts.bars, "document", "pagerank"), True),
    "dossier-links": (partial(charts.ring, "dossier", "other_dossier", "documents"), False),
    "bridges": (partial(charts.bars, "document", "betweenness"), True),
    "communities": (partial(charts.bars, "name", "documents"), True),
    "co-signatures": (partial(charts.ring, "minister", "other_minister", "documents"), False),
    "co-signatories": (partial(charts.bars, "minister", "partners"), True),
    "fulfilment-time": (charts.ranges, True),
    "commitments-by-ministry": (partial(charts.stacked, "ministry"), True),
    "commitments-by-year": (partial(charts.stacked, "year"), True),
    "citation-age": (partial(charts.columns, "years", "citations"), False),
    "stats-nodes": (partial(charts.bars, "kind", "things"), True),
    "stats-edges": (partial(charts.bars, "relation", "edges"), True),
    "stats-years": (partial(charts.bars, "year", "documents"), True),
    "stats-ministries": (partial(charts.bars, "ministry", "documents"), True),
}


def drawable(table: Table) -> bool:
    """Whether there is anything to draw.

    >>> drawable(Table("most-cited", (), ()))
    False
    """
    return table.name in _DRAWN and len(table) > 0


def shown(table: Table) -> Table:
    """The rows a picture shows: of years the last :data:`MOST`, of all else the first.

    >>> years = Table("stats-years", (), tuple((year,) for year in range(1990, 2025)))
    >>> shown(years).rows[0], shown(years).rows[-1]
    ((2000,), (2024,))
    """
    return table.last(MOST) if table.name.endswith(_YEARS) else table.first(MOST)


def picture(table: Table, format: str, language: str) -> bytes:
    """A table as ``png`` or ``svg``: the rows that are :func:`shown`, remarks below.

    Raises ``InputError`` when matplotlib is not installed.
    """
    with _settings():
        from matplotlib.figure import Figure

        drawn = shown(table)
        draw, grows = _DRAWN[table.name]
        figure = Figure(figsize=(_WIDTH, 1.6 + _ROW * len(drawn) if grows else 6.0), dpi=120)
        axes = figure.add_subplot()
        draw(axes, drawn, language)
        axes.set_title(title(table.name, language), loc="left", fontsize=13, pad=22)
        axes.annotate(_caption(table, language), (0, 0), (0, -42), fontsize=7.5, va="top",
                      xycoords="axes fraction", textcoords="offset points")  # fmt: skip
        stream = io.BytesIO()
        figure.savefig(stream, format=format, bbox_inches="tight", pad_inches=0.2,
                       metadata=_METADATA[format])  # fmt: skip
    return stream.getvalue()


@contextmanager
def _settings() -> Iterator[None]:
    """The settings of a drawing, whatever the user's own are."""
    try:
        import matplotlib
    except ImportError:
        remedy = "run: pip install matplotlib"
        raise InputError("pictures", "matplotlib is not installed", remedy) from None
    except ValueError as error:  # it reads the user's own settings when it is loaded
        remedy = "see to MPLBACKEND and matplotlibrc"
        raise InputError("pictures", f"matplotlib refuses its settings: {error}", remedy) from None
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(_SETTINGS)
        yield


def _caption(table: Table, language: str) -> str:
    """The remarks, folded, below the drawing."""
    import textwrap

    name = "cut-years" if table.name.endswith(_YEARS) else "cut"
    cut = (note(name, shown=MOST, rows=len(table)),) if len(table) > MOST else ()
    said = (*remarks(table, language), *(remark(each, language) for each in cut))
    lines = [line for each in said
             for line in textwrap.wrap(one_line(each), 130)]  # fmt: skip
    return "\n".join(lines)
