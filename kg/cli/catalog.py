"""``kg catalog``: the description a data portal takes in."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import options


@click.command("catalog")
@click.option("-o", "--output", default="-", show_default=True, help="File, or - for stdout.")
@click.option("-f", "--format", "form", default="turtle", show_default=True,
              type=click.Choice(["turtle", "jsonld", "ntriples", "rdfxml"]),
              help="Format of the description.")  # fmt: skip
@click.option("--void", "only_void", is_flag=True, help="Only VoID; needs no settings.")
@options.catalogue
@options.graph
def command(
    output: str,
    form: str,
    only_void: bool,
    config: Path | None,
    graph: Path,
    **told: str | None,
) -> None:
    """Describe the dataset for a data portal: DCAT-AP-NL 3.0 and VoID, with counts and checksums.

    \b
    kg catalog --void
    kg catalog --config catalog.cfg -o output/catalog.ttl
    kg catalog --config catalog.cfg --endpoint https://data.example.nl/sparql --format jsonld
    """
    from kg import pipeline

    if only_void:
        found = pipeline.describe_dataset(graph, None, format=form)
    else:
        found = pipeline.describe_dataset(graph, told, config=config, format=form)
    pipeline.write_bytes(found, output)
