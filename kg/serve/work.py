"""What a worker does: asks, describes, searches. It runs in a process of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from kg.serve.library import Library
from kg.serve.negotiation import ROWS, TRIPLES
from kg.serve.protocol import not_acceptable
from kg.serve.reply import Reply


@dataclass(frozen=True, slots=True)
class Worker:
    """Does the jobs of a server over one library; called with a job's name and arguments."""

    library: Library

    def __call__(self, name: str, arguments: Mapping[str, Any]) -> Reply:
        """The reply to a job; raises ``Refusal`` or ``KamergraafError`` when there is none."""
        return _JOBS[name](self.library, **arguments)


def ask(
    library: Library,
    sparql: str,
    default_graphs: list[str],
    named_graphs: list[str],
    params: dict[str, str],
    rows: list[str] | None,
    triples: list[str] | None,
) -> Reply:
    """The answer to a query in the format chosen for its form."""
    answer = library.ask(
        sparql, params=params, default_graphs=default_graphs, named_graphs=named_graphs
    )
    of_triples = answer.form == "CONSTRUCT"
    chosen = triples if of_triples else rows
    if chosen is None:
        raise not_acceptable(TRIPLES if of_triples else ROWS)
    return Reply(chosen[1], answer.to(chosen[0]))


def describe(library: Library, format: str, media_type: str, address: str) -> Reply:
    """The description of the service and the dataset (SPARQL 1.1 Service Description, VoID)."""
    return Reply(media_type, library.describe(format, address))


_JOBS: dict[str, Callable[..., Reply]] = {"ask": ask, "describe": describe}
