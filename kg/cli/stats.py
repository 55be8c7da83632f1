"""``kg stats``: what is in the graph."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import tables


@click.command("stats")
@click.argument("names", nargs=-1, metavar="[TABLE]…")
@tables.shared
def command(
    names: tuple[str, ...],
    form: str,
    language: str,
    output: Path | None,
    pictures: Path | None,
    listing: bool,
    graph: Path,
) -> None:
    """Count what the graph holds: things, relations, what is unresolved, dates, ministries.

    \b
    kg stats
    kg stats --language nl --graph result
    kg stats stats-years --format csv
    kg stats --pictures pictures/
    """
    from kg import pipeline, reports

    if listing:
        click.echo(tables.listing("stats"))
        return
    found = reports.tables(pipeline.open_graph(graph), names or reports.names("stats"), top=None)
    tables.give(found, form, language, output, pictures)
