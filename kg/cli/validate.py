"""``kg validate``: the SHACL report in plain words."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli import options


@click.command("validate")
@click.option(
    "--language", type=click.Choice(["nl", "en"]), default="en", show_default=True,
    help="Language of the messages.",
)
@options.graph
def command(language: str, graph: Path) -> None:
    """Check the built graph against its shapes; every fault is one line, none is success.

    \b
    kg validate
    kg validate --graph result/graph.ttl --language nl
    """
    from kg import pipeline

    problems = pipeline.validate_graph(graph, language=language)
    for problem in problems:
        click.echo(str(problem))
    if problems:
        click.echo(f"kg: {len(problems)} faults", err=True)
        sys.exit(1)
    click.echo("The graph fits all its shapes.", err=True)
