"""``kg register``: the index of the Tweede Kamer's own register of motions and letters."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import options

REGISTER = Path("register.sqlite")


@click.group("register")
def command() -> None:
    """Fill the index of motions and letters that resolution asks.

    \b
    kg register load cases.tsv.gz dossiers.tsv.gz -o register.sqlite
    kg build letters/ --register register.sqlite
    """


@command.command("load")
@click.argument(
    "tables",
    nargs=-1,
    required=True,
    metavar="TABLE…",
    type=click.Path(path_type=Path),
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    default=REGISTER,
    show_default=True,
    help="The index to write; one already there stays whole until the new one is complete.",
)
@options.quiet
def load(tables: tuple[Path, ...], output: Path, quiet: bool) -> None:
    """Load tables of cases and dossiers (tab-separated, packed or not) into an index.

    A table of cases has the columns nummer, soort, datum, vergaderjaar, volgnummer, onderwerp and
    titel; one of dossiers has dossier and titel. docs/register.md tells where they come from.

    \b
    kg register load cases.tsv.gz dossiers.tsv.gz
    """
    from kg import pipeline

    loaded = pipeline.load_register(tables, output)
    if not quiet:
        click.echo(
            f"{loaded.cases} cases ({loaded.numbered} with a Kamerstuk number) and "
            f"{loaded.dossiers} dossiers in {output}"
        )
