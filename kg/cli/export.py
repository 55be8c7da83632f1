"""``kg export``: the graph, or a part of it, in another format."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli import SHOWN, one_line, options, size_of

if TYPE_CHECKING:
    from kg.pipeline import Exported

_WISHES = ("around", "dossier", "minister", "since")
_HTML, _CSV = "html", "csv"


@click.command("export")
@click.option(
    "-f",
    "--format",
    "form",
    help="html, turtle, ntriples, trig, nquads, jsonld, rdfxml, graphml, gexf, csv, csv-nodes, "
    "csv-edges or csv-statements.",
)
@click.option(
    "-o",
    "--output",
    default="-",
    show_default=True,
    help="File (packed when it ends in .gz), folder for csv and parts, or - for standard output.",
)
@click.option(
    "--around",
    multiple=True,
    metavar="ID",
    help="Only what lies around this thing: a number in any form it is cited in, a kenmerk, an "
    "IRI, a name; repeatable.",
)
@click.option(
    "--depth",
    type=click.IntRange(min=1),
    metavar="N",
    help="Steps from --around, over relations in both directions. Nothing is reached through a "
    "ministry, a chamber or what has more than 200 neighbours; these are shown. [default: 1]",
)
@click.option(
    "--dossier",
    multiple=True,
    metavar="NUMBER",
    help="Only the papers of this dossier, with what is a step from them; repeatable.",
)
@click.option(
    "--minister",
    multiple=True,
    metavar="NAME",
    help="Only what this person signed or submitted, or was written on behalf of this post, with "
    "what is a step from it; a name or an id, of members too; repeatable.",
)
@click.option(
    "--since",
    metavar="DATE",
    help="Only papers dated on this day (2022-06-30) or later, with what they point at.",
)
@click.option(
    "--most",
    type=click.IntRange(min=1),
    metavar="N",
    help="Most things of such a part: the nearest are kept, of these the most connected. "
    "[default: 20000]",
)
@click.option(
    "--language", type=click.Choice(["nl", "en"]), help="Language of the page. [default: nl]"
)
@click.option(
    "--parts",
    type=click.IntRange(min=1),
    help="Write nquads or ntriples as so many packed files of one size into the folder -o.",
)
@click.option(
    "--bundle",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Make a whole dataset folder: dumps, vocabulary, catalogue, README, checksums.",
)
@options.catalogue
@options.graph
def command(
    form: str | None,
    output: str,
    around: tuple[str, ...],
    depth: int | None,
    dossier: tuple[str, ...],
    minister: tuple[str, ...],
    since: str | None,
    most: int | None,
    language: str | None,
    parts: int | None,
    bundle: Path | None,
    config: Path | None,
    graph: Path,
    **told: str | None,
) -> None:
    """Write the built graph in another format, a part of it, or a whole dataset folder.

    A part is what --around, --dossier, --minister and --since ask for, in any format; of several
    kinds together, the papers that fit all, with what is a step from them. The settings from
    --config on are for --bundle: they go into its catalogue.

    \b
    kg export --format jsonld -o graph.jsonld
    kg export --format graphml -o graph.graphml
    kg export --format ntriples -o graph.nt.gz
    kg export --format csv -o tables/
    kg export --format html --around kst-25424-630 --depth 2 -o around.html
    kg export --format html --dossier 25295 --since 2022-06-01 -o dossier.html
    kg export --format graphml --minister Helder -o helder.graphml
    kg export --format nquads --parts 8 -o parts/
    kg export --bundle dataset/ --config catalog.cfg
    """
    from kg import pipeline

    if (form is None) == (bundle is None):
        raise click.UsageError("give either --format or --bundle")
    wishes: dict[str, Any] = {
        "around": around, "dossier": dossier, "minister": minister, "since": since
    }  # fmt: skip
    given = {
        **wishes, "depth": depth, "most": most, "language": language, "parts": parts
    }  # fmt: skip
    _refuse(form, {name for name, value in given.items() if value not in (None, ())})
    _refuse_place(form, output, parts)
    if bundle is not None:
        for path in pipeline.bundle(graph, bundle, told, config=config):
            click.echo(path, err=True)
        return
    assert form is not None
    spoken = language or "nl"
    if all(value in (None, ()) for value in wishes.values()):
        pipeline.export_graph(graph, form, output, language=spoken, parts=parts)
        return
    limits = {name: value for name, value in (("depth", depth), ("most", most)) if value}
    written = pipeline.export_part(
        graph, form, output, language=spoken, parts=parts, **limits, **wishes
    )
    for line in _told(written, output):
        click.echo(line, err=True)


def _refuse(form: str | None, given: set[str]) -> None:
    """Raise ``click.UsageError`` for options that say nothing beside the others."""
    if form is None and given:
        raise click.UsageError(f"--{min(given)} is for --format, a bundle is of the whole graph")
    if "depth" in given and "around" not in given:
        raise click.UsageError("--depth counts the steps of --around: give that too")
    if "most" in given and not given.intersection(_WISHES):
        raise click.UsageError(f"--most is for a part: give one of --{', --'.join(_WISHES)}")
    if "language" in given and form != _HTML:
        raise click.UsageError("--language is for --format html: other formats have both")
    if "parts" in given and form == _HTML:
        raise click.UsageError("--parts is for nquads and ntriples")


def _refuse_place(form: str | None, output: str, parts: int | None) -> None:
    """Raise ``click.UsageError`` for a place where this format cannot be read."""
    if form == _CSV and output.endswith(".csv"):
        raise click.UsageError(
            "csv is three tables: give a folder or a .zip, or one of them with --format csv-nodes, "
            "csv-edges or csv-statements"
        )
    if form == _CSV and output == "-" and parts is None and sys.stdout.isatty():
        raise click.UsageError("csv is a packed file on standard output: give a folder with -o")


def _told(written: Exported, output: str) -> list[str]:
    """What was written, how large it is, and what is not in it."""
    things = "1 thing" if written.things == 1 else f"{written.things:,} things"
    size = "" if written.size is None else f" ({size_of(written.size)})"
    place = "standard output" if output == "-" else output
    lines = [f"{place}: {things}{size}"]
    if written.left_out:
        lines.append(
            f"left out: {written.left_out:,} things, the farthest and least connected; "
            "--most sets how many there may be"
        )
    if written.hubs:
        hubs = [*written.hubs[:SHOWN], *(["…"] if len(written.hubs) > SHOWN else [])]
        lines.append(f"shown, but not walked on through: {one_line('; '.join(hubs))}")
    return lines
