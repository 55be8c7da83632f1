"""What ``kg stats`` and ``kg analyse`` share: their options, and how tables are given out."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli import options
from kg.errors import InputError

if TYPE_CHECKING:
    from kg.analyse import Table

_FORMATS = ("table", "csv", "json")


def shared(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of both commands."""
    for option in (
        options.graph,
        click.option("--list", "listing", is_flag=True, help="List the tables and their titles."),
        click.option("--pictures", type=click.Path(path_type=Path, file_okay=False), metavar="DIR",
                     help="Draw each table into DIR: PNG, SVG, and the CSV of the numbers shown."),
        click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False),
                     metavar="DIR", help="Write each table to a file of its own in DIR."),
        click.option("--language", type=click.Choice(["nl", "en"]), default="en",
                     show_default=True, help="Language of titles, headings and remarks."),
        click.option("-f", "--format", "form", type=click.Choice(_FORMATS), default="table",
                     show_default=True, help="Aligned tables, CSV (one table), or JSON."),
    ):  # fmt: skip
        command = option(command)
    return command


def give(
    found: Sequence[Table], form: str, language: str, output: Path | None, pictures: Path | None
) -> None:
    """Print the tables, or write them and their pictures, and say where they are."""
    from kg import reports

    if output is not None and pictures is not None and form == "csv":
        _parted(output, pictures)
    if output is not None:
        _named(reports.save(found, output, form, language))
    if pictures is not None:
        drawn = reports.draw(found, pictures, language)
        _named(drawn)
        for table in found:
            if not any(path.stem == table.name for path in drawn):
                why = "is a list and not drawn" if len(table) else "nothing to draw in this graph"
                click.echo(f"{table.name}: {why}", err=True)
    if output is None and pictures is None:
        width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
        text = reports.written(found, form, language, width=width)
        sys.stdout.buffer.write(text.encode())  # as bytes: line ends are the format's own
        sys.stdout.buffer.flush()


def _named(paths: Iterable[Path]) -> None:
    for path in paths:
        click.echo(path, err=True)


def _parted(output: Path, pictures: Path) -> None:
    """The CSV of a picture holds the rows it shows, and has the name of that of the table."""
    if output.resolve() == pictures.resolve():
        problem = "is the folder of the CSV tables too, which have the same names"
        raise InputError(str(pictures), problem, "give --pictures a folder of its own")


def listing(group: str) -> str:
    """The tables of a group with their titles.

    >>> listing("stats").splitlines()[0]
    'stats-nodes       What the graph holds / Wat er in de graaf staat'
    """
    from kg import reports

    known = reports.titles(group)
    width = max(len(name) for name, _, _ in known)
    return "\n".join(f"{name:{width}}  {english} / {dutch}" for name, dutch, english in known)
