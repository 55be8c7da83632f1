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
    required=True,
    help="turtle, ntriples, trig, nquads, jsonld, rdfxml, graphml, gexf, csv, csv-nodes, "
    "csv-edges or csv-statements.",
)
@click.option(
    "-o",
    "--output",
    default="-",
    show_default=True,
    help="File (packed when it ends in .gz), folder for csv, or - for standard output.",
)
@options.graph
def command(form: str, output: str, graph: Path) -> None:
    """Write the built graph in another format.

    \b
    kg export --format jsonld -o graph.jsonld
    kg export --format graphml -o graph.graphml
    kg export --format ntriples -o graph.nt.gz
    kg export --format csv -o tables/
    """
    from kg import pipeline

    pipeline.open_graph(graph).export(form, output)
