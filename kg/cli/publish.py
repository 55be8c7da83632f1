"""``kg publish``: the graph into a triple store elsewhere."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path

import click

from kg.cli import options, resumable
from kg.cli.progress import sending


@click.command("publish")
@click.option("--to", "url", required=True, metavar="URL", help="Address of the store.")
@click.option("--protocol", type=click.Choice(["graph-store", "update"]), default="graph-store",
              show_default=True, help="Graph Store Protocol, or SPARQL Update.")  # fmt: skip
@click.option("--add", is_flag=True, help="Add to what the store holds; take nothing away.")
@click.option("--anew", is_flag=True, help="Send all, also what the store was sent before.")
@click.option("--user", envvar="KG_USER", help="User there; its password is in $KG_PASSWORD.")
@click.option("--batch", type=click.IntRange(1), help="Triples in one request.")
@click.option("--state", type=click.Path(path_type=Path),
              help="File that keeps what was sent; default: publish.json beside the graph.",
              )  # fmt: skip
@options.quiet
@options.graph
def command(
    url: str,
    protocol: str,
    add: bool,
    anew: bool,
    user: str | None,
    batch: int | None,
    state: Path | None,
    quiet: bool,
    graph: Path,
) -> None:
    """Send the graph to a triple store, one named graph per source document.

    A run that was stopped goes on where it was; the next run sends what has changed. A password
    comes from the environment (KG_PASSWORD), and so does a token (KG_TOKEN).

    \b
    kg publish --to https://data.example.nl/rdf-graph-store
    KG_PASSWORD=… kg publish --to http://localhost:8890/sparql-graph-crud-auth --user dba
    KG_TOKEN=… kg publish --to https://data.example.nl/update --protocol update --add
    """
    import os

    from kg import pipeline

    with nullcontext() if anew else resumable(), sending(quiet=quiet) as tell:
        sent = pipeline.publish_graph(
            graph,
            state,
            replace=not add,
            anew=anew,
            url=url,
            protocol=protocol,
            user=user,
            password=os.environ.get("KG_PASSWORD"),
            token=os.environ.get("KG_TOKEN"),
            batch=batch,
            on_graph=tell,
        )
    if not quiet:
        click.echo(
            f"{sent.sent:,} graphs sent ({sent.triples:,} triples), {sent.unchanged:,} unchanged, "
            f"{sent.removed:,} taken away",
            err=True,
        )
