"""The table of formats, and the one way to write any of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from kg.export import jsonld, lines, network_xml, rdfxml, tables, turtle
from kg.rdf import RdfGraph

Writer = Callable[[RdfGraph, BinaryIO], None]


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its name, the end of its files' names, its media type and its writer."""

    name: str
    suffix: str
    media_type: str
    write: Writer
    about: str


#: Every format, by name.
FORMATS: dict[str, Format] = {
    each.name: each
    for each in (
        Format("turtle", ".ttl", "text/turtle", turtle.write_turtle, "Turtle, to be read"),
        Format("ntriples", ".nt", "application/n-triples", lines.write_ntriples, "one fact a line"),
        Format("trig", ".trig", "application/trig", turtle.write_trig, "a graph per source file"),
        Format("nquads", ".nq", "application/n-quads", lines.write_nquads, "the same, by line"),
        Format("jsonld", ".jsonld", "application/ld+json", jsonld.write_jsonld, "JSON-LD 1.1"),
        Format("rdfxml", ".rdf", "application/rdf+xml", rdfxml.write_rdfxml, "RDF/XML"),
        Format("graphml", ".graphml", "application/graphml+xml", network_xml.write_graphml, "yEd"),
        Format("gexf", ".gexf", "application/gexf+xml", network_xml.write_gexf, "Gephi"),
        Format("csv", ".zip", "application/zip", tables.write_zip, "three tables in one zip"),
        Format("csv-nodes", ".csv", "text/csv", tables.write_nodes, "the table of things"),
        Format("csv-edges", ".csv", "text/csv", tables.write_edges, "the table of relations"),
        Format("csv-statements", ".csv", "text/csv", tables.write_statements, "every quote"),
    )
}
