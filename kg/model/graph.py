"""What the graph is made of: things with their literals, and statements with their evidence."""

from __future__ import annotations

from dataclasses import dataclass

from kg.frozen import made_quickly
from kg.model.mentions import Degree
from kg.pickling import made_again


@made_quickly
@dataclass(frozen=True, slots=True)
class Literal:
    """A literal of a node: the local name of its property, the text, language or datatype.

    ``prop`` is a prefixed name of the vocabulary (``dcterms:title``, ``kg:kenmerk``).
    """

    prop: str
    text: str
    lang: str | None = None
    datatype: str | None = None


@made_quickly
@dataclass(frozen=True, slots=True)
class Node:
    """One thing of the graph: the path of its IRI (or a full IRI), its classes, its literals.

    ``types`` are local names of the vocabulary, the most special first; ``pages`` are the web
    pages about it (foaf:page); ``links`` are links that come from a table or a file and not from
    a sentence, so that no statement stands behind them: local name and key (``("holder",
    "person/p-conny-helder")``, ``("readFrom", "file/…")``).
    """

    key: str
    types: tuple[str, ...]
    label: str
    literals: tuple[Literal, ...] = ()
    pages: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()


@made_again
@made_quickly
@dataclass(frozen=True, slots=True)
class Statement:
    """One edge and the evidence behind it.

    ``predicate`` is a local name of the vocabulary; ``quote`` is literally
    ``text[start:end]`` of the document with key ``source`` (the file's key in ``file``).
    """

    subject: str
    predicate: str
    object: str
    file: str
    quote: str
    start: int
    end: int
    rule: str
    confidence: float
    in_footnote: bool = False
    page: int | None = None
    degree: Degree | None = None
    note: str | None = None

    def __hash__(self) -> int:
        # of what tells most apart: a document puts each of its statements into a set
        return hash((self.subject, self.predicate, self.object, self.start, self.rule))


def statement_order(statement: Statement) -> tuple[str, str, str, str, int, int, str]:
    """The order in which statements are handed out."""
    return (
        statement.subject,
        statement.predicate,
        statement.object,
        statement.file,
        statement.start,
        statement.end,
        statement.rule,
    )


@dataclass(frozen=True, slots=True)
class GraphData:
    """A whole graph between resolving and writing: nodes and statements in order of their keys.

    ``problems`` are the identities that were refused, as sentences.
    """

    nodes: tuple[Node, ...]
    statements: tuple[Statement, ...]
    problems: tuple[str, ...] = ()
