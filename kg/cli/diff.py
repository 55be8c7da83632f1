"""``kg diff``: what changed between two graphs."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import click

_PATH = click.Path(path_type=Path)


@click.command("diff")
@click.argument("old", type=_PATH)
@click.argument("new", type=_PATH)
@click.option("-f", "--format", "form", type=click.Choice(["table", "json", "atom"]),
              default="table", show_default=True, help="Lines to read, JSON, or an Atom feed.")
@click.option("-r", "--relation", "relations", multiple=True, metavar="NAME",
              help="Look at this relation, such as rejects; repeatable. "
              "[default: cites, fulfils, madeIn]")
@click.option("--language", type=click.Choice(["nl", "en"]), default="en", show_default=True,
              help="Language of headings and titles.")
@click.option("--updated", metavar="TIME",
              help="With atom: the time of the feed and its entries, as in 2024-01-31. "
              "[default: the dates of the documents]")
@click.option("--address", metavar="URL",
              help="With atom: where the feed will stand; becomes its lasting name.")
@click.option("-o", "--output", default="-", show_default=True, help="File, or - for stdout.")
def command(
    old: Path,
    new: Path,
    form: str,
    relations: tuple[str, ...],
    language: str,
    updated: str | None,
    address: str | None,
    output: str,
) -> None:
    """List what NEW cites, fulfils and promises that OLD did not, and what disappeared.

    OLD and NEW are folders with graph.ttl, or graph files.

    \b
    kg diff before/ output/
    kg diff before/ output/ --format json
    kg diff before/ output/ --relation rejects --relation followsUp
    kg diff before/ output/ --format atom --address https://data.example.nl/changes.atom
    """  # fmt: skip
    from kg import pipeline, reports

    if form != "atom" and (updated is not None or address is not None):
        raise click.UsageError("--updated and --address are for --format atom")
    to_terminal = output == "-" and sys.stdout.isatty()
    counts = reports.compare(
        pipeline.open_graph(old),
        pipeline.open_graph(new),
        form,
        output,
        relations=relations,
        language=language,
        updated=updated,
        address=address,
        width=shutil.get_terminal_size().columns if to_terminal else None,
    )
    for relation in sorted({relation for relation, _ in counts}):
        click.echo(f"{relation}: {counts[relation, True]} new, {counts[relation, False]} gone",
                   err=True)  # fmt: skip
