"""``kg cite``: one citation in, its normal form, links and written forms out."""

from __future__ import annotations

import json
import sys

import click


@click.command("cite")
@click.argument("text", nargs=-1, required=True, metavar="TEXT…")
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Lines to read, or JSON.",
)
def command(text: tuple[str, ...], form: str) -> None:
    """Read one citation in any printed form; - reads standard input.

    \b
    kg cite "Kamerstukken II 2020-2021 35 882, nr. 1"
    kg cite kst-21501-32-1703 --format json
    """
    from kg.citation import cite

    given = sys.stdin.read() if text == ("-",) else " ".join(text)
    citations = cite(given)
    if form == "json":
        click.echo(json.dumps([each.as_dict() for each in citations], ensure_ascii=False, indent=2))
    else:
        click.echo("\n\n".join(each.as_text() for each in citations))
