"""``kg analyse``: what people ask of a citation graph."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import tables


@click.command("analyse")
@click.argument("names", nargs=-1, metavar="[TABLE]…")
@click.option("--top", type=click.IntRange(0), default=25, show_default=True,
              help="How many rows a ranking has; 0 for all.")  # fmt: skip
@click.option("--backend", help="Backend of networkx to compute with, such as parallel.")
@tables.shared
def command(
    names: tuple[str, ...],
    top: int,
    backend: str | None,
    form: str,
    language: str,
    output: Path | None,
    pictures: Path | None,
    listing: bool,
    graph: Path,
) -> None:
    """Answer what people ask of a citation graph; without TABLE all but community-members.

    \b
    kg analyse most-cited --top 10
    kg analyse fulfilment-time commitments-by-ministry --language nl
    kg analyse communities --format csv
    kg analyse --pictures pictures/
    kg analyse --list
    """
    from kg import pipeline, reports

    if listing:
        click.echo(tables.listing("analyse"))
        return
    wanted = names or reports.names("shown")
    opened = pipeline.open_graph(graph)
    found = reports.tables(opened, wanted, top=top or None, backend=backend)
    tables.give(found, form, language, output, pictures)
