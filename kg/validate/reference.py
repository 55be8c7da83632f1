"""pySHACL on the same shapes: the engine of reference, to hold our own checks against."""

from __future__ import annotations

from collections.abc import Iterator

from kg import data
from kg.rdf import RdfGraph, to_rdflib
from kg.validate.checks import FILE
from kg.vocabulary import PREFIXES


def by_pyshacl(graph: RdfGraph) -> Iterator[tuple[str, str, str]]:
    """Shape, thing and value (``""`` where none is at fault) of everything pySHACL objects to."""
    import pyshacl
    import rdflib

    shapes = rdflib.Graph().parse(str(data.path(FILE)), format="turtle")
    _, found, _ = pyshacl.validate(to_rdflib(graph), shacl_graph=shapes, inference="none")
    sh = rdflib.Namespace(PREFIXES["sh"])
    counts = (sh.MinCountConstraintComponent, sh.MaxCountConstraintComponent)
    for result in found.subjects(rdflib.RDF.type, sh.ValidationResult):
        shape = found.value(result, sh.sourceConstraint) or found.value(result, sh.sourceShape)
        value, node = found.value(result, sh.value), found.value(result, sh.focusNode)
        counted = found.value(result, sh.sourceConstraintComponent) in counts
        yield str(shape), str(node), "" if counted or value in (None, node) else str(value)
