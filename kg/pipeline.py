"""The one place where the stages are put together.

``extract`` takes one document through reading, segmenting, recognising and relating; ``build``
resolves what many documents said into one graph, checks it and writes it. Nothing here prints.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.building.extracting import extract
from kg.datasets import bundle, describe_dataset, publish_graph
from kg.errors import GraphError, InputError, KamergraafError
from kg.exporting import PAGE_FORMAT, Exported, export_graph, export_part
from kg.model import Document, Extract, GraphData, Mention
from kg.serving import ask_dataset, describer, hold_graph, serve_graph

if TYPE_CHECKING:
    from kg.building.counting import Counts
    from kg.building.course import Progress
    from kg.facade import Graph
    from kg.query import Result, SavedQuery
    from kg.read import Limits
    from kg.resolve.register import Loaded, Register
    from kg.validate import Problem as Fault

__all__ = [
    "PAGE_FORMAT", "Build", "Exported", "Problem", "ask_dataset", "ask_saved", "build", "bundle",
    "describe_dataset", "describer", "explain_query", "export_graph", "export_part", "extract",
    "find", "hold_graph", "limits", "load_register", "open_graph", "open_register",
    "publish_graph", "query_doubts", "read_documents", "resolve", "saved_queries", "saved_sparql",
    "serve_graph", "validate_graph", "write_bytes",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Problem:
    """A document that did not make it into the graph, and why."""

    name: str
    error: KamergraafError


@dataclass(frozen=True, slots=True)
class Build:
    """What a build gave: the graph, how many documents it is of, how many were read for it.

    ``counts`` are its things and edges, ``refused`` the identities that contradict, ``problems``
    what could not be read, ``files`` where it stands; ``left_out`` is how many
    things the page leaves out, ``stored`` whether its store stands beside it.
    """

    graph: Graph
    documents: int
    read: int
    counts: Counts
    refused: tuple[str, ...]
    problems: tuple[Problem, ...]
    files: tuple[Path, ...] = ()
    changed: bool = True
    left_out: int = 0
    stored: bool = True


def read_documents(
    inputs: Sequence[str | Path], limits: Limits | None = None
) -> Iterator[Document | Problem]:
    """Every document below ``inputs``, or the problem that kept it out, in order of the paths."""
    from kg.read import Limits, read_all

    for each in read_all(inputs, limits=limits or Limits()):
        yield each if isinstance(each, Document) else Problem(each.name, each.error)


def resolve(extracts: Iterable[Extract], register: Register | None = None) -> GraphData:
    """The nodes and statements that the extracts give together, in one fixed order."""
    from kg.resolve.assemble import assemble

    return assemble(extracts, register=register)


def build(
    inputs: Sequence[str | Path],
    output: Path | None = None,
    *,
    limits: Limits | None = None,
    register: Path | None = None,
    language: str = "nl",
    workers: int | None = None,
    scheduler: str | None = None,
    on_progress: Callable[[Progress], None] | None = None,
) -> Build:
    """Build the graph of all documents below ``inputs``; write it below ``output`` when given.

    What an earlier build left there is brought up to date, with the bytes that a build from
    nothing would give. Files already there stay whole until the new ones are complete. With
    ``scheduler`` a Dask cluster reads the documents. Without ``output`` the graph is held in
    memory. Raises ``InputError`` when not one document could be
    read, ``GraphError`` when the graph cannot be written.
    """
    from kg.read import Limits

    within = limits or Limits()
    if output is None:
        return _build_in_memory(inputs, within, register)
    from kg.building.course import Wish
    from kg.building.run import build as run

    built = run(
        Wish(
            inputs,
            output,
            within,
            register=register,
            language=language,
            workers=workers,
            scheduler=scheduler,
            on_progress=on_progress,
        )
    )
    return Build(
        open_graph(output),
        built.documents,
        built.read,
        built.counts,
        built.refused,
        tuple(_problem(*each) for each in built.problems),
        built.files,
        built.changed,
        built.left_out,
        built.stored,
    )


def _build_in_memory(
    inputs: Sequence[str | Path], within: Limits, register: Path | None
) -> Build:
    from kg.building.counting import counts_of, nothing_read
    from kg.facade import build_graph

    extracts, problems = _extract_all(inputs, within)
    if not extracts:
        raise nothing_read(inputs, [each.error.parts for each in problems])
    with open_register(register) as opened:
        data = resolve(extracts, opened)
    many = len(extracts)
    return Build(
        build_graph(data), many, many, counts_of(data), data.problems, tuple(problems)
    )


def _problem(place: str, problem: str, remedy: str) -> Problem:
    return Problem(place, InputError(place, problem, remedy))


@contextmanager
def open_register(path: Path | None) -> Iterator[Register | None]:
    """The register at ``path`` for as long as it is asked, ``None`` when no path is given."""
    if path is None:
        yield None
        return
    from kg.resolve.register import Register

    with Register(path) as register:
        yield register


def load_register(tables: Iterable[Path], path: Path) -> Loaded:
    """Make the index at ``path`` from tables; what it holds. Raises ``InputError``."""
    from kg.resolve.register import load

    if path.exists() and not path.is_file():
        raise InputError(str(path), "is no file", "choose another name with -o")
    return load(tables, path)


def limits(changed: Mapping[str, str]) -> Limits:
    """The readers' limits with some changed; raises ``InputError`` for an unknown one.

    >>> limits({"seconds": "30"}).seconds
    30.0
    """
    from kg.read import Limits

    standard = Limits()
    known = {each.name: type(getattr(standard, each.name)) for each in fields(standard)}
    values: dict[str, Any] = {}
    for name, text in changed.items():
        if name not in known:
            raise InputError(f"limit {name}", "is not known", f"choose from {', '.join(known)}")
        try:
            values[name] = known[name](text)
        except ValueError:
            raise InputError(f"limit {name}", f"{text!r} is no number", "give one") from None
    return replace(standard, **values)


def open_graph(path: Path) -> Graph:
    """The graph of a file or of a build's folder; raises ``GraphError`` when it cannot be used."""
    from kg.facade import load_graph

    return load_graph(path)


def ask_saved(
    graph: Graph, name: str, *, params: Mapping[str, str], seconds: float | None
) -> Result:
    """The answer to a saved query; raises ``QueryError`` for an unknown name or parameter."""
    from kg.query import ask_saved as ask

    return ask(graph, name, params=params, seconds=seconds)


def saved_queries() -> tuple[SavedQuery, ...]:
    """Every saved query, in order of name."""
    from kg.query import saved_queries as known

    return tuple(known().values())


def write_bytes(content: bytes, target: str | Path) -> None:
    """Write to a file, whole or not at all, or to standard output (``-``)."""
    from kg.files import opened

    with opened(target) as stream:
        stream.write(content)


def saved_sparql(name: str) -> str:
    """The SPARQL of a saved query; raises ``QueryError`` for an unknown name."""
    from kg.query import saved_query

    return saved_query(name).sparql


def query_doubts(sparql: str) -> tuple[str, ...]:
    """Why the answer to a query may be empty: terms that are nearly those of a graph."""
    from kg.query.check import doubts
    from kg.query.lexer import tokens

    return doubts(list(tokens(sparql)))


def explain_query(graph: Graph, sparql: str, *, seconds: float | None) -> str:
    """How a query is read and what each of its patterns finds; raises ``QueryError``."""
    from kg.query.explain import explain

    return explain(graph, sparql, seconds=seconds)


def validate_graph(path: Path, *, language: str = "en") -> tuple[Fault, ...]:
    """Every place where a graph breaks its shapes, in plain words; empty for a sound graph.

    Raises ``GraphError`` for one that holds nothing the shapes are about: it is not sound.
    """
    from kg.validate import validate
    from kg.vocabulary import KG

    graph = open_graph(path)
    if not graph.query(f"ASK {{ ?thing a ?kind FILTER(STRSTARTS(STR(?kind), '{KG}')) }}"):
        remedy = "give a graph that kg build made"
        raise GraphError(str(path), "holds nothing that the shapes are about", remedy)
    return validate(graph, language=language)


def find(document: Document) -> tuple[Mention, ...]:
    """Every mention in one document, in order of place."""
    from kg.recognise import recognise

    return recognise(document)


def _extract_all(
    inputs: Sequence[str | Path], limits: Limits
) -> tuple[list[Extract], list[Problem]]:
    """Every document once; of those with the same bytes the first by name."""
    extracts: dict[str, Document] = {}
    problems: list[Problem] = []
    for each in read_documents(inputs, limits):
        if isinstance(each, Problem):
            problems.append(each)
            continue
        other = extracts.get(each.sha256)
        if other is None or each.name < other.name:
            extracts[each.sha256] = each
    return [extract(each) for each in extracts.values()], problems
