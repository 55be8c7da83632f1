"""``kg build``: files and folders in, graph out."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli import one_line, options

if TYPE_CHECKING:
    from kg.pipeline import Build

SHOWN = 10


@click.command("build")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT…")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("output"),
    show_default=True,
    help="Folder for graph.ttl and graph.html.",
)
@click.option(
    "--language",
    type=click.Choice(["nl", "en"]),
    default="nl",
    show_default=True,
    help="Language the page opens in.",
)
@click.option(
    "--register",
    "register",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Index made by 'kg register load', for motions and letters named without a number.",
)
@click.option(
    "--limit",
    "limits",
    multiple=True,
    metavar="NAME=VALUE",
    help="Raise or lower a limit of the readers (docs/limits.md); repeatable.",
)
@options.quiet
@click.option("-v", "--verbose", is_flag=True, help="List every unresolved reference.")
def command(
    inputs: tuple[str, ...],
    output: Path,
    language: str,
    register: Path | None,
    limits: tuple[str, ...],
    quiet: bool,
    verbose: bool,
) -> None:
    """Build the graph of all documents in INPUT… (files, folders, - for standard input).

    Writes graph.ttl and graph.html; a document that cannot be read is named and skipped, the
    others are built, and the exit code tells.

    \b
    kg build seeds/documents
    kg build letter.txt letters/ -o result
    kg build letters/ --register register.sqlite --limit seconds=30
    cat letter.txt | kg build -
    """
    from kg import pipeline

    progress = _progress if sys.stderr.isatty() and not quiet else None
    result = pipeline.build(
        inputs,
        output,
        limits=pipeline.limits(options.named_values(limits)),
        register=register,
        language=language,
        on_document=progress,
    )
    if progress:
        click.echo("\r\033[K", err=True, nl=False)
    if not quiet:
        click.echo(summary(result, output, verbose=verbose))
    for problem in result.problems:
        click.echo(f"kg: {one_line(problem.error)}", err=True)
    if result.problems:
        sys.exit(1)


def _progress(name: str) -> None:
    click.echo(f"\r\033[K{name[:70]}", err=True, nl=False)


def summary(result: Build, output: Path, *, verbose: bool = False) -> str:
    """The summary of a build, as text for a terminal."""
    lines = [f"{_count(len(result.documents), 'document')} read", ""]
    nodes = Counter(node.types[0] for node in result.data.nodes)
    edges = Counter(predicate for _, predicate, _ in _edges(result))
    lines += _table(f"{sum(nodes.values())} nodes", nodes)
    lines += _table(f"{sum(edges.values())} edges", edges)
    lines += _unresolved(result, verbose)
    lines += _refused(result, verbose)
    lines += ["Written:", *(f"  {path}" for path in result.files), ""]
    lines += [
        "Try next:",
        *(f"  {each}" for each in _next_steps(output)),
    ]
    return "\n".join(lines)


def _edges(result: Build) -> set[tuple[str, str, str]]:
    return {(s.subject, s.predicate, s.object) for s in result.data.statements}


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _table(title: str, counts: Counter[str]) -> list[str]:
    rows = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return [title, *(f"  {number:>6}  {name}" for name, number in rows), ""]


def _unresolved(result: Build, verbose: bool) -> list[str]:
    waiting = [
        (node.label, literal.text)
        for node in result.data.nodes
        for literal in node.literals
        if literal.prop == "kg:reason"
    ]
    if not waiting:
        return []
    shown = waiting if verbose else waiting[:SHOWN]
    lines = [f"{_count(len(waiting), 'reference')} not resolved"]
    lines += [f"  {label}: {reason}" for label, reason in shown]
    if len(shown) < len(waiting):
        lines.append(f"  … and {len(waiting) - len(shown)} more; --verbose lists them all")
    return [*lines, ""]


def _refused(result: Build, verbose: bool) -> list[str]:
    refused = result.data.problems
    shown = refused if verbose else refused[:SHOWN]
    lines = [f"Refused: {each}" for each in shown]
    if len(shown) < len(refused):
        lines.append(f"  … and {len(refused) - len(shown)} more; --verbose lists them all")
    return [*lines, ""] if lines else []


def _next_steps(output: Path) -> list[str]:
    where = "" if output == Path("output") else f" --graph {output}"
    return [
        f"open {output / 'graph.html'}",
        f"kg query --name fulfilled{where}",
        f"kg export --format jsonld{where}",
    ]
