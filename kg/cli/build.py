"""``kg build``: files and folders in, graph out."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

import click

from kg.cli import SHOWN, one_line, options, resumable, size_of
from kg.cli.progress import shown

if TYPE_CHECKING:
    from kg.pipeline import Build

_SMALL = 50_000  # bytes: a file below this need not say its size


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
@options.limits
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    help="Processes that read documents; as many as the machine has cores unless given.",
)
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Dask cluster whose workers read the documents: tcp://host:8786, a scheduler file, or "
    "'config' for the one in Dask's settings.",
)
@options.quiet
@click.option("-v", "--verbose", is_flag=True, help="List every unresolved reference.")
def command(
    inputs: tuple[str, ...],
    output: Path,
    language: str,
    register: Path | None,
    limits: tuple[str, ...],
    workers: int | None,
    scheduler: str | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Build the graph of all documents in INPUT….

    INPUT is a file, a folder, an address (s3://bucket/folder) or - for standard input.

    Writes graph.ttl and graph.html; a document that cannot be read is named and skipped, the
    others are built, and the exit code tells. A second build reads only what changed; one that
    was stopped goes on where it was.

    \b
    kg build seeds/documents
    kg build letter.txt letters/ -o result
    kg build letters/ --register register.sqlite --limit seconds=30
    kg build letters/ --workers 8 -o result
    kg build s3://bucket/letters -o result
    kg build /shared/letters --scheduler tcp://10.0.0.5:8786 -o /shared/result
    cat letter.txt | kg build -
    """
    from kg import pipeline

    within = pipeline.limits(options.named_values(limits))
    with resumable(), shown(quiet=quiet) as progress:
        result = pipeline.build(
            inputs,
            output,
            limits=within,
            register=register,
            language=language,
            workers=workers,
            scheduler=scheduler,
            on_progress=progress,
        )
    if not quiet:
        click.echo(summary(result, output, verbose=verbose))
    for problem in result.problems:
        click.echo(f"kg: {one_line(problem.error)}", err=True)
    if result.problems:
        sys.exit(1)


def summary(result: Build, output: Path, *, verbose: bool = False) -> str:
    """The summary of a build, as text for a terminal."""
    nodes, edges = Counter(result.counts.nodes), Counter(result.counts.edges)
    lines = [_read(result), ""]
    lines += _table(f"{sum(nodes.values())} nodes", nodes)
    lines += _table(f"{sum(edges.values())} edges", edges)
    lines += _unresolved(result, verbose)
    lines += _refused(result, verbose)
    lines += ["Written:", *(f"  {path}{_size(path)}" for path in result.files)]
    if result.left_out:
        lines.append(
            f"  {result.left_out:,} things with the fewest edges are left out of graph.html: "
            "a page of all would be too large to open; graph.ttl has them all"
        )
    if not result.stored:
        lines.append(
            "  no store could be kept beside graph.ttl, so every question reads all of it: "
            "see to room on the disk, and run again"
        )
    lines += ["", "Try next:", *(f"  {each}" for each in _next_steps(output))]
    return "\n".join(lines)


def _size(path: Path) -> str:
    size = path.stat().st_size
    return f"  ({size_of(size)})" if size >= _SMALL else ""


def _read(result: Build) -> str:
    """How many documents there are, and how many had to be read for that."""
    line = f"{_count(result.documents, 'document')} read"
    if not result.changed:
        return f"{_count(result.documents, 'document')}, nothing has changed"
    if result.read < result.documents:
        known = result.documents - result.read
        line = f"{_count(result.documents, 'document')}: {result.read} read, {known} known before"
    return line


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _table(title: str, counts: Counter[str]) -> list[str]:
    rows = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return [title, *(f"  {number:>6}  {name}" for name, number in rows), ""]


def _unresolved(result: Build, verbose: bool) -> list[str]:
    waiting = result.counts.unresolved
    if not waiting:
        return []
    title = f"{_count(len(waiting), 'reference')} not resolved"
    lines = [f"  {label}: {reason}" for label, reason in waiting]
    return [title, *_first(lines, verbose), ""]


def _refused(result: Build, verbose: bool) -> list[str]:
    lines = _first([f"Refused: {each}" for each in result.refused], verbose)
    return [*lines, ""] if lines else []


def _first(lines: list[str], verbose: bool) -> list[str]:
    """The lines, or the first of them and how many are left."""
    left = 0 if verbose else len(lines) - SHOWN
    if left <= 0:
        return lines
    return [*lines[:SHOWN], f"  … and {left} more; --verbose lists them all"]


def _next_steps(output: Path) -> list[str]:
    where = "" if output == Path("output") else f" --graph {quote(str(output))}"
    return [
        f"open {quote(str(output / 'graph.html'))}",
        f"kg query --name fulfilled{where}",
        f"kg export --format jsonld{where}",
    ]
