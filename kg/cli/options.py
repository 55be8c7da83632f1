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
