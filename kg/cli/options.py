"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

graph: Callable[[Any], Any] = click.option(
    "-g",
    "--graph",
    "graph",
    type=click.Path(path_type=Path),
    default=Path("output"),
    show_default=True,
    help="Folder with graph.ttl, or a graph file (.ttl, .nt, .nq, .trig, .rdf, .jsonld, .gz).",
)

quiet: Callable[[Any], Any] = click.option("-q", "--quiet", is_flag=True, help="Print no summary.")


limits: Callable[[Any], Any] = click.option(
    "--limit",
    "limits",
    multiple=True,
    metavar="NAME=VALUE",
    help="Raise or lower a limit of the readers (docs/limits.md); repeatable.",
)


def named_values(pairs: tuple[str, ...]) -> dict[str, str]:
    """``NAME=VALUE`` texts as a mapping; raises ``click.BadParameter`` for another form.

    >>> named_values(("minister=Helder", "since=2022-01-01"))
    {'minister': 'Helder', 'since': '2022-01-01'}
    """
    values = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or not name:
            raise click.BadParameter(f"'{pair}' is not of the form NAME=VALUE")
        values[name.strip()] = value
    return values


def catalogue(command: Callable[..., Any]) -> Callable[..., Any]:
    """The settings of a catalogue, each from an option or from the environment (``KG_…``)."""
    about = {
        "modified": "Day of the last change; default: the day of the graph's file.",
        "endpoint": "Address of the public SPARQL endpoint.",
        "download": "Address under which the files will stand.",
        "licence": "CC0, CC-BY, or the address of a licence.",
        "contact": "Whom to write to: Name <mailto:address>.",
        "creator": "Who made it: Name <IRI>.",
        "publisher": "Who publishes it: Name <IRI>, for a ministry its TOOI IRI.",
    }
    for name, text in about.items():
        variable = f"KG_{name.upper()}"
        command = click.option(f"--{name}", envvar=variable, help=f"{text} [${variable}]")(command)
    return click.option(
        "--config", type=click.Path(path_type=Path), help="File with these settings: [catalog]."
    )(command)
