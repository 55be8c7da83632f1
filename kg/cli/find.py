"""``kg find``: every mention with place, kind and id."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

import click

from kg.cli import one_line
from kg.model import Document, Mention

COLUMNS = ("file", "line", "kind", "id", "role", "text")


@click.command("find")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT…")
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["table", "jsonl"]),
    default="table",
    show_default=True,
    help="An aligned table, or one JSON object per mention.",
)
@click.option("-k", "--kind", "kinds", multiple=True, help="Only this kind; repeatable.")
def command(inputs: tuple[str, ...], form: str, kinds: tuple[str, ...]) -> None:
    """List every reference in INPUT….

    INPUT is a file, a folder, an address (s3://bucket/folder) or - for standard input.

    \b
    kg find letter.txt
    kg find letters/ --format jsonl
    kg find letters/ --kind kamerstuk --kind motie
    kg find s3://bucket/letters
    echo "Zie Kamerstuk 32 793, nr. 302." | kg find -
    """
    from kg import pipeline

    failed = False
    rows: list[dict[str, Any]] = []
    for each in pipeline.read_documents(inputs):
        if isinstance(each, pipeline.Problem):
            click.echo(f"kg: {one_line(each.error)}", err=True)
            failed = True
            continue
        for row in _rows(each, pipeline.find(each), kinds):
            if form == "jsonl":
                click.echo(json.dumps(row, ensure_ascii=False))
            else:
                rows.append(row)
    if form == "table":
        _print_table(rows)
    if failed:
        sys.exit(1)


def _rows(
    document: Document, mentions: tuple[Mention, ...], kinds: tuple[str, ...]
) -> Iterator[dict[str, Any]]:
    line, reached = 1, 0
    for mention in mentions:
        if kinds and mention.kind not in kinds:
            continue
        if mention.span.start >= reached:
            line += document.text.count("\n", reached, mention.span.start)
            reached = mention.span.start
        yield {
            "file": document.name,
            "line": line,
            "page": document.page_at(mention.span.start),
            "start": mention.span.start,
            "end": mention.span.end,
            "kind": mention.kind,
            "id": mention.id,
            "role": mention.role.value,
            "text": mention.surface,
            "rule": mention.rule,
            "pages": mention.pages,
            "reason": mention.reason,
        }


def _print_table(rows: list[dict[str, Any]]) -> None:
    if not rows:
        click.echo("no references found", err=True)
        return
    paged = any(row["page"] for row in rows)
    columns = ("file", "page", *COLUMNS[1:]) if paged else COLUMNS
    cells = [[_cell(row[name]) for name in columns] for row in rows]
    widths = [max(len(each[n]) for each in [list(columns), *cells]) for n in range(len(columns))]
    for each in [list(columns), *cells]:
        line = "  ".join(text.ljust(width) for text, width in zip(each, widths, strict=True))
        click.echo(line.rstrip())


def _cell(value: object) -> str:
    return "" if value is None else " ".join(str(value).split())[:70]
