"""The graph as tables for a spreadsheet: things, relations, statements; UTF-8, comma, one header.

Several values in one cell are joined by ``; ``. IRIs are written in full, so that a row can be
looked up.
"""

from __future__ import annotations

import csv
import io
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from pathlib import Path
from typing import IO, BinaryIO

import pyoxigraph as ox

from kg.files import opened
from kg.rdf import LABEL, TYPE, Fact, RdfGraph, descriptions
from kg.vocabulary import KG, PREFIXES, expand, key_of, kind_of, of_role

Row = list[str]

_REMEMBERED = 10_000

_NODES = (
    ("label", LABEL),
    ("identifiers", "dcterms:identifier"),
    ("title", "dcterms:title"),
    ("date", "dcterms:date"),
    ("kenmerk", "kg:kenmerk"),
    ("file_name", "kg:sourceName"),
    ("pages", "foaf:page"),
    ("unresolved", "kg:unresolved"),
    ("reason", "kg:reason"),
)
_STATEMENTS = (
    ("subject", "rdf:subject"),
    ("relation", "rdf:predicate"),
    ("object", "rdf:object"),
    ("quote", "kg:quote"),
    ("start", "kg:start"),
    ("end", "kg:end"),
    ("page", "kg:page"),
    ("in_footnote", "kg:inFootnote"),
    ("degree", "kg:degree"),
    ("rule", "kg:rule"),
    ("confidence", "kg:confidence"),
    ("note", "kg:note"),
    ("file", "prov:wasDerivedFrom"),
)


def write_nodes(graph: RdfGraph, stream: BinaryIO) -> None:
    """Write the table of things: one row each, with key, kind, label and what identifies it."""
    _write(stream, ["iri", "key", "kind", *(name for name, _ in _NODES)], _node_rows(graph))


def write_edges(graph: RdfGraph, stream: BinaryIO) -> None:
    """Write the table of relations: subject, relation, object with their labels."""
    header = ["subject", "subject_label", "relation", "object", "object_label"]
    _write(stream, header, _edge_rows(graph))


def write_statements(graph: RdfGraph, stream: BinaryIO) -> None:
    """Write the table of statements: each relation with its quote, place, rule and file."""
    _write(stream, ["iri", *(name for name, _ in _STATEMENTS)], _statement_rows(graph))


#: The tables by the name of their file.
TABLES: dict[str, Callable[[RdfGraph, BinaryIO], None]] = {
    "nodes.csv": write_nodes,
    "edges.csv": write_edges,
    "statements.csv": write_statements,
}


def write_zip(graph: RdfGraph, stream: BinaryIO) -> None:
    """Write the three tables into one zip file, without times in it."""
    # a zip made on a pipe differs from one made in a file, so it is made in a file either way
    with tempfile.TemporaryFile() as made:
        _zip(graph, made)
        made.seek(0)
        shutil.copyfileobj(made, stream)


def _zip(graph: RdfGraph, made: IO[bytes]) -> None:
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, write in TABLES.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            with packed.open(entry, "w", force_zip64=True) as inner:
                write(graph, inner)  # type: ignore[arg-type]


def write_folder(graph: RdfGraph, folder: Path) -> None:
    """Write the three tables as files of their own."""
    for name, write in TABLES.items():
        with opened(folder / name) as stream:
            write(graph, stream)


def _write(stream: BinaryIO, header: Row, rows: Iterable[Row]) -> None:
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)
    text.flush()
    text.detach()


def _node_rows(graph: RdfGraph) -> Iterator[Row]:
    wanted = [name if "://" in name else expand(name) for _, name in _NODES]
    for subject, facts in descriptions(graph):
        kinds = [t.value[len(KG) :] for p, t in facts if p == TYPE and t.value.startswith(KG)]
        if "Statement" not in kinds:
            cells = _cells(facts, wanted)
            yield [subject, key_of(subject, base=graph.base), kind_of(kinds), *cells]


def _edge_rows(graph: RdfGraph) -> Iterator[Row]:
    relations = {expand(name): name for name in (*of_role("relation"), *of_role("link"))}
    relations[expand("org:postIn")] = "postIn"
    label = lru_cache(_REMEMBERED)(partial(_label, graph))  # most is pointed at often
    for subject, facts in descriptions(graph):
        own = _cells(facts, [LABEL])[0]
        for predicate, thing in facts:
            if predicate in relations and isinstance(thing, ox.NamedNode):
                yield [subject, own, relations[predicate], thing.value, label(thing.value)]


def _statement_rows(graph: RdfGraph) -> Iterator[Row]:
    wanted = [expand(name) for _, name in _STATEMENTS]
    relation = PREFIXES["rdf"] + "predicate"
    at = wanted.index(relation)
    for subject, facts in descriptions(graph):
        if any(predicate == relation for predicate, _ in facts):
            cells = _cells(facts, wanted)
            cells[at] = cells[at].removeprefix(KG)
            yield [subject, *cells]


def _cells(facts: Iterable[Fact], wanted: Iterable[str]) -> Row:
    values: dict[str, list[str]] = {}
    for predicate, thing in facts:
        values.setdefault(predicate, []).append(thing.value)
    return ["; ".join(values.get(name, ())) for name in wanted]


def _label(graph: RdfGraph, address: str) -> str:
    """The labels of a thing, in the order of its description, without the rest of that."""
    found = graph.store.quads_for_pattern(ox.NamedNode(address), ox.NamedNode(LABEL), None)
    labels = (quad.object for quad in found if isinstance(quad.object, ox.Literal))
    return "; ".join(each.value for each in sorted(labels, key=str))
