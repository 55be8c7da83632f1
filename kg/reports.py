"""Tables, pictures and differences of built graphs: what ``kg stats``, ``analyse``, ``diff`` do."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg.files import opened, write_atomic

if TYPE_CHECKING:
    from kg.analyse import Table
    from kg.compare.write import Counts
    from kg.facade import Graph


def tables(
    graph: Graph, names: Sequence[str], *, top: int | None, backend: str | None = None
) -> tuple[Table, ...]:
    """The tables of these names, see :func:`kg.analyse.analyse`."""
    from kg.analyse import analyse

    return analyse(graph, names, top=top, backend=backend)


def names(group: str) -> tuple[str, ...]:
    """The names of all tables of a group: ``stats``, ``analyse``, or ``shown`` of the latter.

    >>> names("stats")
    ('stats-nodes', 'stats-edges', 'stats-years', 'stats-ministries')
    """
    from kg import analyse

    return {"stats": analyse.STATS, "analyse": analyse.ANALYSES, "shown": analyse.SHOWN}[group]


def titles(group: str) -> tuple[tuple[str, str, str], ...]:
    """Each table of a group with its title in Dutch and English."""
    from kg.analyse.words import title

    return tuple((name, title(name, "nl"), title(name, "en")) for name in names(group))


def written(
    found: Sequence[Table], format: str, language: str, *, width: int | None = None
) -> str:
    """The tables as text, see :func:`kg.analyse.write.write`."""
    from kg.analyse.write import write

    return write(found, format, language, width=width)


def save(found: Sequence[Table], folder: Path, format: str, language: str) -> tuple[Path, ...]:
    """Write each table to a file of its own; the paths."""
    from kg.analyse.write import SUFFIXES

    paths = []
    for table in found:
        path = folder / f"{table.name}{SUFFIXES[format]}"
        write_atomic(path, written([table], format, language).encode())
        paths.append(path)
    return tuple(paths)


def draw(found: Sequence[Table], folder: Path, language: str) -> tuple[Path, ...]:
    """Write each table as PNG, SVG and the CSV of the numbers they show; the paths.

    A table with nothing to draw is left out. Raises ``InputError`` without matplotlib.
    """
    from kg.analyse import picture

    paths = []
    for table in filter(picture.drawable, found):
        for format in picture.FORMATS:
            path = folder / f"{table.name}.{format}"
            write_atomic(path, picture.picture(table, format, language))
            paths.append(path)
        paths += save([picture.shown(table)], folder, "csv", language)
    return tuple(paths)


def compare(
    old: Graph,
    new: Graph,
    format: str,
    target: str | Path,
    *,
    relations: Sequence[str] = (),
    language: str = "en",
    updated: str | None = None,
    address: str | None = None,
    width: int | None = None,
) -> Counts:
    """Write what differs between two graphs as ``table``, ``json`` or ``atom``; how much it was.

    Without ``relations`` what is cited, fulfilled and promised. Raises what
    :func:`kg.compare.changes.changes` and :func:`kg.compare.feed.feed_of` raise, before a file is
    touched.
    """
    from kg.compare import RELATIONS, changes, feed, write

    found = changes(old, new, relations or RELATIONS)
    about = None
    if format == "atom":
        about = feed.feed_of(old, new, language, updated=updated, address=address)
    with opened(target) as stream:
        if about is not None:
            return feed.write_feed(found, stream, about)
        if format == "json":
            return write.write_json(found, stream)
        return write.write_table(found, stream, language, width=width)
