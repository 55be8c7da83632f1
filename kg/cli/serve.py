"""``kg serve``: the graph over HTTP."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import options


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True,
              help="Port to listen on; 0 takes a free one.")  # fmt: skip
@click.option("--seconds", type=click.FloatRange(0.1), default=20, show_default=True,
              help="Time limit of a question.")  # fmt: skip
@click.option("--rows", type=click.IntRange(1), default=100_000, show_default=True,
              help="Most rows or triples of an answer.")  # fmt: skip
@click.option("--memory", type=click.IntRange(64), default=1024, show_default=True,
              help="Megabytes a question may take beside the graph.")  # fmt: skip
@options.graph
def command(host: str, port: int, seconds: float, rows: int, memory: int, graph: Path) -> None:
    """Serve the graph: a SPARQL endpoint, a query page, and a page for everything in it.

    A build that replaces the graph meanwhile is noticed: the new graph is served from then on.

    \b
    kg serve
    kg serve --graph output --port 8080
    kg serve --host 0.0.0.0 --seconds 5 --rows 10000
    """
    from kg import pipeline

    pipeline.serve_graph(
        graph, on_ready=_tell, on_change=_tell_change,
        host=host, port=port, seconds=seconds, rows=rows, memory=memory,
    )  # fmt: skip


def _tell(address: str) -> None:
    click.echo(f"Serving on {address} (SPARQL: {address}sparql); stop with Ctrl-C", err=True)


def _tell_change(line: str) -> None:
    click.echo(line, err=True)
