"""``kg find``: every mention with place, kind and id."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from typing import Any

import click

from kg.cli import one_line, options
from kg.model import Document, Mention
from kg.shown import aligned

COLUMNS = ("file", "line", "kind", "id", "role", "text")
KINDS = (
    "aanhangsel", "bijlage", "brief", "dossier", "handelingen", "kamerstuk", "kenmerk", "motie",
    "office", "person", "programme", "repeat", "staatsblad", "staatscourant",
    "toezegging", "tractatenblad", "tweede-kamer",
)  # fmt: skip


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
@click.option(
    "-k",
    "--kind",
    "kinds",
    type=click.Choice(KINDS),
    multiple=True,
    metavar="KIND",
    help=f"Only this kind; repeatable: {', '.join(KINDS)}.",
)
@options.limits
def command(
    inputs: tuple[str, ...], form: str, kinds: tuple[str, ...], limits: tuple[str, ...]
) -> None:
    """List every reference in INPUT….

    INPUT is a file, a folder, an address (s3://bucket/folder) or - for standard input.

    \b
    kg find letter.txt
    kg find letters/ --format jsonl
    kg find letters/ --kind kamerstuk --kind motie
    kg find s3://bucket/letters
    kg find https://example.org/letter.pdf --limit web_files=1
    echo "Zie Kamerstuk 32 793, nr. 302." | kg find -
    """
    from kg import pipeline

    read = failed = False
    rows: list[dict[str, Any]] = []
    within = pipeline.limits(options.named_values(limits))
    for each in pipeline.read_documents(inputs, within):
        if isinstance(each, pipeline.Problem):
            click.echo(f"kg: {one_line(each.error)}", err=True)
            failed = True
            continue
        read = True
        for row in _rows(each, pipeline.find(each), kinds):
            if form == "jsonl":
                click.echo(json.dumps(row, ensure_ascii=False))
            else:
                rows.append(row)
    if rows:
        _print_table(rows)
    elif read and form == "table":
        click.echo("no references found", err=True)
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
    paged = any(row["page"] for row in rows)
    columns = ("file", "page", *COLUMNS[1:]) if paged else COLUMNS
    cells = [[_cell(row[name]) for name in columns] for row in rows]
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    for line in aligned([list(columns), *cells], width=width):
        click.echo(line)


def _cell(value: object) -> str:
    return "" if value is None else " ".join(str(value).split())[:70]
