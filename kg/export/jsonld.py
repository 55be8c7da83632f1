"""JSON-LD with the context that ships as ``ontology/context.jsonld``.

The context follows from the vocabulary: every term under its local name, the things relative to
the base, so that the file reads like plain JSON.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO

import pyoxigraph as ox

from kg.rdf import TYPE, XSD, Fact, Object, RdfGraph, descriptions
from kg.vocabulary import BASE, PREFIXES, Term, data_prefixes, terms

_PREDICATE = PREFIXES["rdf"] + "predicate"
_DATE = PREFIXES["dcterms"] + "date"
_NATIVE = (XSD + "integer", XSD + "boolean")


def context(base: str = BASE) -> dict[str, Any]:
    """The context, with every term of the vocabulary.

    >>> context()["cites"]
    {'@id': 'kg:cites', '@type': '@id'}
    """
    found: dict[str, Any] = {"@version": 1.1, "@base": f"{base}id/", "id": "@id", "type": "@type"}
    found.update(data_prefixes(base))
    for alias, term in _aliases().items():
        found[alias] = _definition(term)
    return found


def context_file() -> bytes:
    """The context as it ships: ``{"@context": …}``, indented."""
    return (json.dumps({"@context": context()}, indent=2, ensure_ascii=False) + "\n").encode()


def write_jsonld(graph: RdfGraph, stream: BinaryIO) -> None:
    """Write the whole graph as JSON-LD, one thing on a line, with its context inside."""
    names = {term.iri: (alias, term) for alias, term in _aliases().items()}
    head = json.dumps(context(graph.base), ensure_ascii=False)
    stream.write(f'{{"@context": {head},\n"@graph": ['.encode())
    start = f"{graph.base}id/"
    for number, (subject, facts) in enumerate(descriptions(graph)):
        thing = _thing(start, names, subject, facts)
        text = json.dumps(thing, ensure_ascii=False)
        stream.write(f"{',' if number else ''}\n{text}".encode())
    stream.write(b"\n]}\n")


def _aliases() -> dict[str, Term]:
    """Each term under its local name; a term of others steps aside for one of our own."""
    found: dict[str, Term] = {}
    ours_first = sorted(terms().values(), key=lambda term: (term.name[:3] != "kg:", term.name))
    for term in ours_first:
        prefix, _, local = term.name.partition(":")
        alias = local if local not in found else prefix + local[:1].upper() + local[1:]
        found[alias] = term
    return dict(sorted(found.items()))


def _definition(term: Term) -> Any:
    if term.iri == _PREDICATE:
        return {"@id": term.name, "@type": "@vocab"}
    if term.role in ("relation", "link", "parent"):
        return {"@id": term.name, "@type": "@id"}
    coerced = _coerced(term)
    return {"@id": term.name, "@type": coerced.replace(XSD, "xsd:")} if coerced else term.name


def _coerced(term: Term) -> str | None:
    """The datatype a bare value of this term has, where it is not plain text."""
    if term.iri == _DATE:
        return XSD + "date"
    own = term.role == "literal" and term.range != XSD + "string"
    return term.range if own else None


def _thing(
    start: str, names: Mapping[str, tuple[str, Term]], subject: str, facts: Iterable[Fact]
) -> dict[str, Any]:
    found: dict[str, Any] = {"id": subject.removeprefix(start)}
    for predicate, thing in facts:
        key, value = _pair(start, names, predicate, thing)
        if key not in found:
            found[key] = value
        elif isinstance(found[key], list):
            found[key].append(value)
        else:
            found[key] = [found[key], value]
    return found


def _pair(
    start: str, names: Mapping[str, tuple[str, Term]], predicate: str, thing: Object
) -> tuple[str, Any]:
    if predicate == TYPE and isinstance(thing, ox.NamedNode):
        return "type", names[thing.value][0] if thing.value in names else thing.value
    alias, term = names.get(predicate, (predicate, None))
    if isinstance(thing, ox.Literal):
        return alias, _value(thing, _coerced(term) if term else None)
    if term is None:
        return alias, {"id": thing.value}
    if predicate == _PREDICATE:
        return alias, names[thing.value][0] if thing.value in names else thing.value
    return alias, thing.value.removeprefix(start)


def _value(literal: ox.Literal, coerced: str | None) -> Any:
    """A bare value where the context gives it its datatype back, else a value object."""
    if literal.language:
        return {"@value": literal.value, "@language": literal.language}
    datatype = literal.datatype.value
    if datatype == XSD + "string":
        return literal.value if coerced is None else {"@value": literal.value}
    if datatype != coerced:
        return {"@value": literal.value, "@type": datatype}
    if datatype not in _NATIVE:
        return literal.value
    # 7 and true may stand bare; 07 and 1 would come back with another lexical form
    bare = re.fullmatch(r"0|-?[1-9][0-9]{0,14}|true|false", literal.value)
    return json.loads(literal.value) if bare else {"@value": literal.value, "@type": datatype}
