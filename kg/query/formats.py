"""An answer as a table for people, or in the formats of SPARQL.

CSV, TSV, JSON and XML follow the SPARQL 1.1 recommendations; the table and Markdown shorten IRIs
to prefixed names and fold white space, because people read them.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from xml.sax.saxutils import escape, quoteattr

import pyoxigraph as ox

from kg.errors import QueryError
from kg.query.result import Result, Row, Term
from kg.rdf import XSD, prefixes_in
from kg.shown import aligned, one_line, xml_text
from kg.vocabulary import prefixes, shorten


def write(result: Result, format: str, *, width: int | None = None) -> bytes:
    """The answer in a format of :data:`NAMES`; triples are Turtle unless asked otherwise."""
    if result.form == "CONSTRUCT":
        return _write_triples(result, "turtle" if format == "table" else format)
    if format == "table":
        return table(result, width=width).encode()
    if format not in _WRITERS:
        problem = "is for CONSTRUCT" if format in _TRIPLES else "is not known"
        raise QueryError(f"format {format}", problem, f"choose from {', '.join(_WRITERS)}")
    return _WRITERS[format](result).encode()


def table(result: Result, *, width: int | None = None) -> str:
    """The rows as an aligned table, columns narrowed to ``width`` where it is given."""
    if result.truth is not None:
        return f"{str(result.truth).lower()}\n"
    cells = [[shown(term, result.base) for term in row] for row in result.terms]
    lines = aligned([list(result.columns), *cells], width=width)
    count = len(result.terms)
    return "\n".join([*lines, "", f"{count} row{'' if count == 1 else 's'}", ""])


def shown(term: Term | None, base: str) -> str:
    """One term as people read it: prefixed, unquoted, on one line."""
    if term is None:
        return ""
    if isinstance(term, ox.NamedNode):
        return one_line(shorten(term.value, base=base))
    text = term.value if isinstance(term, (ox.Literal, ox.BlankNode)) else str(term)
    return one_line(text)


def _markdown(result: Result) -> str:
    if result.truth is not None:
        return f"{str(result.truth).lower()}\n"
    rows = [["".join(_MARKED.get(char, char) for char in shown(term, result.base)) for term in row]
            for row in result.terms]  # fmt: skip
    head = [list(result.columns), ["---"] * len(result.columns)]
    return "".join(f"| {' | '.join(row)} |\n" for row in [*head, *rows])


# what Markdown would read as markup
_MARKED = {char: f"\\{char}" for char in "\\`*_[]|"} | {"<": "&lt;", ">": "&gt;", "&": "&amp;"}


def _csv(result: Result) -> str:
    if result.truth is not None:
        return f"{str(result.truth).lower()}\r\n"
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(result.columns)
    writer.writerows([[_plain(term) for term in row] for row in result.terms])
    return text.getvalue()


def _plain(term: Term | None) -> str:
    if term is None:
        return ""
    if isinstance(term, ox.BlankNode):
        return f"_:{term.value}"
    return str(term) if isinstance(term, ox.Triple) else term.value


def _tsv(result: Result) -> str:
    if result.truth is not None:
        return f"{str(result.truth).lower()}\n"
    rows = [[f"?{name}" for name in result.columns]]
    rows += [["" if term is None else _tab_free(str(term)) for term in row] for row in result.terms]
    return "".join("\t".join(row) + "\n" for row in rows)


def _tab_free(text: str) -> str:
    return text.replace("\t", "\\t").replace("\r", "\\r").replace("\n", "\\n")


def _json(result: Result) -> str:
    if result.truth is not None:
        return json.dumps({"head": {}, "boolean": result.truth}) + "\n"
    bindings = [
        {name: _json_term(term) for name, term in zip(result.columns, row, strict=True) if term}
        for row in result.terms
    ]
    found = {"head": {"vars": list(result.columns)}, "results": {"bindings": bindings}}
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _json_term(term: Term) -> dict[str, object]:
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, ox.Triple):
        parts = (("subject", term.subject), ("predicate", term.predicate), ("object", term.object))
        return {"type": "triple", "value": {name: _json_term(each) for name, each in parts}}
    found: dict[str, object] = {"type": "literal", "value": term.value}
    if term.language:
        found["xml:lang"] = term.language
    elif term.datatype.value != XSD + "string":
        found["datatype"] = term.datatype.value
    return found


def _xml(result: Result) -> str:
    head = '<?xml version="1.0"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">\n'
    if result.truth is not None:
        truth = str(result.truth).lower()
        return f"{head}<head/>\n<boolean>{truth}</boolean>\n</sparql>\n"
    names = "".join(f"<variable name={quoteattr(name)}/>" for name in result.columns)
    rows = "".join(f"<result>{_xml_row(result.columns, row)}</result>\n" for row in result.terms)
    return f"{head}<head>{names}</head>\n<results>\n{rows}</results>\n</sparql>\n"


def _xml_row(columns: tuple[str, ...], row: Row) -> str:
    return "".join(
        f"<binding name={quoteattr(name)}>{_xml_term(term)}</binding>"
        for name, term in zip(columns, row, strict=True)
        if term is not None
    )


def _xml_term(term: Term) -> str:
    if isinstance(term, ox.Triple):
        parts = (("subject", term.subject), ("predicate", term.predicate), ("object", term.object))
        inner = "".join(f"<{name}>{_xml_term(each)}</{name}>" for name, each in parts)
        return f"<triple>{inner}</triple>"
    text = escape(xml_text(term.value), {"\r": "&#13;"})
    if isinstance(term, ox.NamedNode):
        return f"<uri>{text}</uri>"
    if isinstance(term, ox.BlankNode):
        return f"<bnode>{text}</bnode>"
    if term.language:
        return f"<literal xml:lang={quoteattr(term.language)}>{text}</literal>"
    if term.datatype.value == XSD + "string":
        return f"<literal>{text}</literal>"
    return f"<literal datatype={quoteattr(term.datatype.value)}>{text}</literal>"


def _write_triples(result: Result, format: str) -> bytes:
    if format not in _TRIPLES:
        raise QueryError(
            f"format {format}", "is for SELECT and ASK", f"choose from {', '.join(_TRIPLES)}"
        )
    ordered = sorted(result.triples, key=str)
    if format != "turtle":
        return ox.serialize(ordered, format=_TRIPLES[format]) or b""
    used = prefixes_in(ordered, prefixes(result.base))
    return ox.serialize(ordered, format=ox.RdfFormat.TURTLE, prefixes=used) or b""


_WRITERS: dict[str, Callable[[Result], str]] = {
    "table": table,
    "csv": _csv,
    "tsv": _tsv,
    "json": _json,
    "xml": _xml,
    "markdown": _markdown,
}
_TRIPLES = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
}
#: The names of all formats: the first six for rows and truth, the others for triples.
NAMES = (*_WRITERS, *_TRIPLES)
