"""What a server is given: the graph, and how it is asked; other stages are not its business."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from kg.rdf import RdfGraph


class Answered(Protocol):
    """An answer as ``kg.query`` gives it."""

    @property
    def form(self) -> str:
        """``SELECT``, ``ASK`` or ``CONSTRUCT``."""

    def to(self, format: str = ..., *, width: int | None = ...) -> bytes:
        """The answer in a format, as UTF-8."""


class Param(Protocol):
    """A parameter of a saved question."""

    @property
    def name(self) -> str:
        """Its name."""

    @property
    def about(self) -> str:
        """What it is for."""

    @property
    def optional(self) -> bool:
        """Whether it may be left out."""


class Saved(Protocol):
    """A saved question: ``titles`` and ``questions`` by language."""

    @property
    def name(self) -> str:
        """Its name."""

    @property
    def sparql(self) -> str:
        """The query."""

    @property
    def titles(self) -> Mapping[str, str]:
        """Its title by language."""

    @property
    def questions(self) -> Mapping[str, str]:
        """The question in plain words by language."""

    @property
    def params(self) -> Sequence[Param]:
        """Its parameters."""


class Ask(Protocol):
    """How the graph is asked; raises ``QueryError`` as ``kg.query.ask`` does."""

    def __call__(
        self,
        sparql: str,
        *,
        params: Mapping[str, str],
        default_graphs: Sequence[str],
        named_graphs: Sequence[str],
    ) -> Answered:
        """The answer to a query over these graphs, over the whole graph when none is named."""


@dataclass(frozen=True, slots=True)
class Library:
    """A graph, how to ask it, the saved questions, and what describes it.

    ``describe`` gives the VoID of the dataset in a format, for a server at an address; with the
    description of its SPARQL service when that is asked too.
    """

    graph: RdfGraph
    ask: Ask
    saved: tuple[Saved, ...]
    describe: Callable[[str, str, bool], bytes]
