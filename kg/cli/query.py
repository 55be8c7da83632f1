"""``kg query``: SPARQL over the built graph."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import click

from kg.cli import options
from kg.errors import InputError

FORMATS = (
    "table", "csv", "tsv", "json", "xml", "markdown",
    "turtle", "ntriples", "rdfxml", "jsonld",
)  # fmt: skip


@click.command("query")
@click.argument("sparql", required=False, metavar="[QUERY]")
@click.option("-n", "--name", help="A saved query; --list shows them.")
@click.option(
    "-f", "--file", "file", type=click.Path(path_type=Path), help="A file with the query; - stdin."
)
@click.option("-p", "--param", "params", multiple=True, help="NAME=VALUE for a query; repeatable.")
@click.option(
    "-t", "--format", "form", type=click.Choice(FORMATS), help="Default: table, Turtle for triples."
)
@click.option(
    "--seconds", type=click.FloatRange(min=0, min_open=True), default=60, show_default=True,
    help="Time limit.",
)
@click.option(
    "--explain", is_flag=True, help="Show how the query is read and what each pattern finds."
)
@click.option("--list", "listing", is_flag=True, help="List the saved queries and their questions.")
@options.graph
def command(
    sparql: str | None,
    name: str | None,
    file: Path | None,
    params: tuple[str, ...],
    form: str | None,
    seconds: float,
    explain: bool,
    listing: bool,
    graph: Path,
) -> None:
    """Ask the graph a question in SPARQL; every prefix is known without declaring it.

    \b
    kg query "SELECT ?letter ?motion WHERE { ?letter kg:fulfils ?motion }"
    kg query --name fulfilled
    kg query --name signatories --format csv
    kg query --name as-cito --format jsonld
    kg query --name co-signed --explain
    kg query --list
    """
    from kg import pipeline

    if listing:
        click.echo(_listing())
        return
    if sum(each is not None for each in (sparql, name, file)) != 1:
        raise click.UsageError("give one of QUERY, --name or --file (--list shows the names)")
    values = options.named_values(params)
    opened = pipeline.open_graph(graph)
    if explain:
        text = pipeline.saved_sparql(name) if name is not None else _text(sparql, file)
        click.echo(pipeline.explain_query(opened, text, seconds=seconds), nl=False)
        return
    if name is not None:
        result = pipeline.ask_saved(opened, name, params=values, seconds=seconds)
    else:
        text = _text(sparql, file)
        result = opened.query(text, params=values, seconds=seconds)
        for doubt in () if len(result) else pipeline.query_doubts(text):
            click.echo(f"note: {doubt}", err=True)
    chosen = form or ("turtle" if result.form == "CONSTRUCT" else "table")
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    sys.stdout.buffer.write(result.to(chosen, width=width))
    sys.stdout.buffer.flush()


def _text(sparql: str | None, file: Path | None) -> str:
    """The query as it is given, or that of a file."""
    if sparql is not None:
        return sparql
    assert file is not None
    content = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        place = "standard input" if str(file) == "-" else str(file)
        raise InputError(place, "is not text in UTF-8", "save the query as such") from None


def _listing() -> str:
    from kg import pipeline

    lines = []
    for query in pipeline.saved_queries():
        needs = "".join(
            f" --param {each.name}=…" if not each.optional else f" [--param {each.name}=…]"
            for each in query.params
        )
        lines += [f"{query.name}{needs}", *(f"    {text}" for text in query.questions.values())]
    return "\n".join(lines)
