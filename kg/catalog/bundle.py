"""The papers of a dataset folder: README, licence, checksums; and how it takes its place."""

from __future__ import annotations

import hashlib
from contextlib import AbstractContextManager
from pathlib import Path

from kg import files
from kg.catalog.counts import Counts
from kg.catalog.settings import Settings
from kg.vocabulary import shorten

SUMS = "SHA256SUMS"
#: The dumps of a dataset folder: the name of the file, and its format.
DUMPS = (
    ("graph.ttl", "turtle"),
    ("graph.nt.gz", "ntriples"),
    ("graph.trig.gz", "trig"),
    ("graph.jsonld.gz", "jsonld"),
    ("graph.rdf.gz", "rdfxml"),
    ("graph.graphml", "graphml"),
    ("graph-tables.zip", "csv"),
)
_ABOUT = {
    "graph.ttl": "the graph as Turtle, to be read",
    "graph.nt.gz": "the graph as N-Triples, one fact a line",
    "graph.trig.gz": "the graph as TriG, one named graph per source document",
    "graph.jsonld.gz": "the graph as JSON-LD",
    "graph.rdf.gz": "the graph as RDF/XML",
    "graph.graphml": "the network for yEd, Gephi and the like",
    "graph-tables.zip": "tables of things, relations and quotes",
    "catalog.ttl": "DCAT-AP-NL 3.0 and VoID: what a data portal takes in",
    "LICENSE": "the licence",
    "ontology/kamergraaf.ttl": "the vocabulary",
    "ontology/shapes.ttl": "the shapes (SHACL) the graph fits",
    "ontology/context.jsonld": "the JSON-LD context",
}


def making(folder: Path) -> AbstractContextManager[Path]:
    """A folder to fill, which takes the place of ``folder`` when it is whole.

    Raises ``InputError`` when there is a folder with anything but an earlier bundle in it.
    """
    return files.making(folder, SUMS)


def readme(counts: Counts, told: Settings, base: str, files: list[str]) -> str:
    """The README of a dataset folder: what it holds, whose it is, how it is used."""
    kinds = "\n".join(
        f"| {shorten(kind)} | {number} |"
        for kind, number in sorted(counts.classes.items(), key=lambda each: (-each[1], each[0]))
    )
    lines = "\n".join(
        f"| `{name}` | {_ABOUT.get(name, 'a saved query')} |" for name in sorted(files)
    )
    endpoint = f"- SPARQL: {told.endpoint}\n" if told.endpoint else ""
    return f"""# Kamergraaf: references between Dutch parliamentary documents

Which letter cites which Kamerstuk, which letter fulfils which motion or commitment, who signs and
on whose behalf. Behind every relation stands a statement (`kg:Statement`) with the quote that
shows it, its place, the rule that found it and how sure it is.

- Publisher: {told.publisher.name} ({told.publisher.iri})
- Creator: {told.creator.name} ({told.creator.iri})
- Contact: {told.contact.name} ({told.contact.iri.removeprefix("mailto:")})
- Licence: {told.licence}
{endpoint}- Things have their IRIs below {base}id/
- {counts.triples} triples about {counts.entities} things

| file | what it is |
|---|---|
{lines}

Check the files with `sha256sum -c {SUMS}`.

| class | things |
|---|---|
{kinds}
"""


def licence(told: Settings) -> str:
    """The text of the LICENSE file: which licence it is and where it stands in full."""
    return (
        f"The data in this folder are published by {told.publisher.name} under:\n\n"
        f"    {told.licence}\n\n"
        "The vocabulary, shapes, context and queries in ontology/ are in the public domain:\n\n"
        "    https://creativecommons.org/publicdomain/zero/1.0/\n"
    )


def checksums(folder: Path) -> str:
    """The SHA-256 of every file below a folder, as ``sha256sum`` writes them, in order of name."""
    lines = []
    for path in sorted(each for each in folder.rglob("*") if each.is_file() and each.name != SUMS):
        with path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
        lines.append(f"{digest}  {path.relative_to(folder).as_posix()}\n")
    return "".join(lines)
