"""``kg export``: the graph in another format."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import options


@click.command("export")
@click.option(
    "-f",
    "--format",
    "form",
    help="turtle, ntriples, trig, nquads, jsonld, rdfxml, graphml, gexf, csv, csv-nodes, "
    "csv-edges or csv-statements.",
)
@click.option(
    "-o",
    "--output",
    default="-",
    show_default=True,
    help="File (packed when it ends in .gz), folder for csv and parts, or - for standard output.",
)
@click.option(
    "--parts",
    type=click.IntRange(min=1),
    help="Write nquads or ntriples as so many packed files of one size into the folder -o.",
)
@click.option(
    "--bundle",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Make a whole dataset folder: dumps, vocabulary, catalogue, README, checksums.",
)
@options.catalogue
@options.graph
def command(
    form: str | None,
    output: str,
    parts: int | None,
    bundle: Path | None,
    config: Path | None,
    graph: Path,
    **told: str | None,
) -> None:
    """Write the built graph in another format, or as a whole dataset folder.

    The settings from --config on are for --bundle: they go into its catalogue.

    \b
    kg export --format jsonld -o graph.jsonld
    kg export --format graphml -o graph.graphml
    kg export --format ntriples -o graph.nt.gz
    kg export --format csv -o tables/
    kg export --format nquads --parts 8 -o parts/
    kg export --bundle dataset/ --config catalog.cfg
    """
    from kg import pipeline

    if (form is None) == (bundle is None):
        raise click.UsageError("give either --format or --bundle")
    if bundle is not None:
        for path in pipeline.bundle(graph, bundle, told, config=config):
            click.echo(path, err=True)
        return
    assert form is not None
    pipeline.open_graph(graph).export(form, output, parts=parts)
