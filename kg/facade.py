"""The graph as Python users hold it: one object that hands out rdflib, networkx and answers.

It stands above the stages, because it puts them together: what it does is done in ``kg.graph``,
``kg.store``, ``kg.export``, ``kg.query`` and ``kg.validate``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from kg import rdf
from kg.files import GRAPH_NAME
from kg.model import GraphData
from kg.vocabulary import BASE

if TYPE_CHECKING:
    import networkx as nx
    import rdflib

    from kg.analyse import Table
    from kg.export.select import Selected
    from kg.query import Result
    from kg.validate import Problem


@dataclass(frozen=True, slots=True)
class Stats:
    """How much a graph holds: things by kind, edges by relation, each in order of name."""

    nodes: Mapping[str, int]
    edges: Mapping[str, int]
    statements: int
    unresolved: int
    triples: int


class Graph(rdf.RdfGraph):
    """A built graph.

    >>> from kg.model import GraphData, Node
    >>> graph = build_graph(GraphData((Node("dossier/25295", ("Dossier",), "25 295"),), ()))
    >>> graph.query("SELECT ?label WHERE { ?d a kg:Dossier ; rdfs:label ?label }").rows
    (('25 295',),)
    """

    @cached_property
    def rdf(self) -> rdflib.Graph:
        """The graph as an :class:`rdflib.Graph` of its own, made on first use."""
        return rdf.to_rdflib(self)

    def networkx(self) -> nx.MultiDiGraph[str]:
        """The things and relations as a :class:`networkx.MultiDiGraph`, keyed as in their IRIs."""
        from kg.export.networks import network

        return network(self)

    def query(
        self,
        sparql: str,
        *,
        params: Mapping[str, str] | None = None,
        seconds: float | None = None,
    ) -> Result:
        """The answer to a SPARQL query; every prefix of the vocabulary is known.

        ``params`` gives variables their values. Raises ``QueryError`` for a query that cannot be
        run as written, that would reach outside the graph, or that takes longer than ``seconds``.
        """
        from kg.query import ask

        return ask(self, sparql, params=params, seconds=seconds)

    def ask(
        self,
        name: str,
        *,
        params: Mapping[str, str] | None = None,
        seconds: float | None = None,
    ) -> Result:
        """The answer to a saved query of ``ontology/queries`` (``fulfilled``, ``co-signed``, …).

        Raises ``QueryError`` for an unknown name and for an unknown or missing parameter.
        """
        from kg.query import ask_saved

        return ask_saved(self, name, params=params, seconds=seconds)

    def part(
        self,
        *,
        around: str | Sequence[str] = (),
        depth: int = 1,
        dossier: str | Sequence[str] = (),
        minister: str | Sequence[str] = (),
        since: str | None = None,
        most: int = 20_000,
    ) -> Part:
        """A part of the graph, to look at as a page or to go on with as a graph.

        ``around`` is everything within ``depth`` steps of a thing, ``dossier`` a dossier's papers,
        ``minister`` those of a person or a post, ``since`` those of that day or later
        ("2022-06-30"), each with what is a step from them. Several names widen a wish, wishes of
        several kinds keep the papers that fit all. At most ``most`` things: the nearest, and of
        these the most connected. Raises ``InputError`` for what the graph does not have, for a
        name that several have, and where nothing fits.
        """
        from kg.export.back import graph_data
        from kg.export.select import Wanted, select

        around, dossiers, ministers = map(_several, (around, dossier, minister))
        wanted = Wanted(around, depth, dossiers, ministers, since, most)
        found = select(self, wanted, _ids)
        return Part(graph_data(self, found.keys), self.base, found)

    def validate(self) -> tuple[Problem, ...]:
        """Every place where the graph breaks its shapes; empty for a sound graph."""
        from kg.validate import validate

        return validate(self)

    def export(
        self, format: str, target: str | Path | BinaryIO, *, parts: int | None = None
    ) -> None:
        """Write the graph in any format of :data:`kg.export.NAMES`; ``parts`` into a folder."""
        from kg.export import export

        export(self, format, target, parts=parts)

    def save(self, path: str | Path) -> Path:
        """Write the graph as Turtle: to this file, or as ``graph.ttl`` into this folder."""
        target = Path(path)
        if not target.name.endswith((".ttl", ".ttl.gz")):
            target = target / GRAPH_NAME
        self.export("turtle", target)
        return target

    def publish(self, folder: Path) -> Path:
        """Write the graph as ``graph.ttl`` into a folder, with its store beside it: both or none.

        A graph loaded from that folder is then asked in the store, without being read.
        """
        from kg import export, store

        target = folder / GRAPH_NAME
        store.publish(target, lambda stream: export.export(self, "turtle", stream))
        return target

    def stats(self) -> Stats:
        """How many things, edges and statements there are."""
        from kg.analyse.census import census

        counted = census(self)
        return Stats(
            nodes=counted.nodes,
            edges=counted.edges,
            statements=counted.statements,
            unresolved=sum(counted.unresolved.values()),
            triples=counted.triples,
        )

    def analyse(self, name: str, *, top: int | None = 25, backend: str | None = None) -> Table:
        """One of the tables of :data:`kg.analyse.ANALYSES`: most cited, PageRank, communities, …

        ``top`` is how many rows a ranking has (``None``: all), ``backend`` the networkx backend to
        prefer. Raises ``InputError`` for an unknown table or backend.
        """
        from kg.analyse import analyse

        return analyse(self, [name], top=top, backend=backend)[0]


@dataclass(frozen=True)
class Part:
    """A part of a graph; ``selected`` tells how many things it has, and what was left out.

    >>> from kg.model import GraphData, Node
    >>> whole = build_graph(GraphData((Node("dossier/25295", ("Dossier",), "25 295"),), ()))
    >>> part = whole.part(around="dossier-25295")
    >>> part.selected.title(), len(part.graph)
    ('Rond dossier 25 295, 1 stap', 2)
    """

    data: GraphData
    base: str
    selected: Selected

    @cached_property
    def graph(self) -> Graph:
        """The part as a graph of its own, in memory."""
        return build_graph(self.data, base=self.base)

    def page(
        self,
        target: str | Path | BinaryIO,
        *,
        language: str = "nl",
        texts: Mapping[str, str] | None = None,
    ) -> None:
        """Write the part as one page that opens offline, its title telling what it is about.

        ``texts`` gives the text of a file by its key: with it the page shows each quote in its
        sentence. Raises ``ValueError`` for a language other than ``nl`` and ``en``.
        """
        from kg.export.html import LANGUAGES, render
        from kg.files import opened

        page = render(
            self.data,
            title=self.selected.title(language if language in LANGUAGES else "nl"),
            language=language,
            texts=texts,
            left_out=self.selected.left_out,
            nearest=True,
        )
        with opened(target) as stream:
            stream.write(page.encode("utf-8"))


def _several(names: str | Sequence[str]) -> tuple[str, ...]:
    return (names,) if isinstance(names, str) else tuple(names)


def _ids(text: str) -> tuple[str, ...]:
    """The ids of a citation in any printed form; none for another text."""
    from kg.citation import cite
    from kg.errors import CitationError

    try:
        return tuple(each.id for each in cite(text))
    except CitationError:
        return ()


def build_graph(data: GraphData, *, base: str = BASE) -> Graph:
    """The graph of all nodes and statements; raises ``GraphError`` for an unknown term."""
    from kg.graph import build_graph as build

    built = build(data, base=base)
    return Graph(built.store, built.base)


def load_graph(path: str | Path, *, base: str | None = None) -> Graph:
    """The graph of a file, or of ``graph.ttl`` in a folder; raises ``GraphError`` if it cannot.

    Where the build left a store of it, that is opened and nothing is read.
    """
    from kg.store import load

    loaded = load(path, base=base)
    return Graph(loaded.store, loaded.base, loaded.ordered)
