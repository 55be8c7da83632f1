"""Values for the variables of a query: bound as terms, never pasted as text.

A value takes the place of its variable wherever an expression or a pattern uses it, and is joined
in once so that a projected variable has it too; ``BOUND(?x)`` becomes true. A variable without a
value stays as it is, so that ``FILTER(!BOUND(?x) || …)`` makes a parameter optional.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

import pyoxigraph as ox

from kg.errors import QueryError
from kg.query.check import form
from kg.query.lexer import Token
from kg.rdf import XSD
from kg.vocabulary import iri

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,60}\Z")


def value(name: str, text: str, kind: str, *, base: str) -> ox.NamedNode | ox.Literal:
    """The term a parameter's text stands for; ``thing`` is a key, a canonical id or an IRI.

    >>> value("minister", 'Hel"der', "string", base="https://example.org/").value
    'Hel"der'
    >>> value("doc", "kst-25295-7", "thing", base="https://example.org/").value
    'https://example.org/id/document/kst-25295-7'
    """
    if kind == "date":
        return ox.Literal(_date(name, text), datatype=ox.NamedNode(XSD + "date"))
    if kind == "integer":
        if not re.fullmatch(r"[+-]?[0-9]{1,18}", text):
            raise QueryError(f"parameter {name}", f"{text!r} is no number", "write one, as in 2022")
        return ox.Literal(int(text))
    if kind == "thing":
        return _thing(name, text, base)
    return ox.Literal(text.encode("utf-8", "replace").decode("utf-8"))


def bind(query: str, found: list[Token], values: Mapping[str, ox.NamedNode | ox.Literal]) -> str:
    """The query with these variables bound; raises ``QueryError`` for one it does not have."""
    if not values:
        return query
    used = {token.text[1:] for token in found if token.kind == "variable"}
    for name in values:
        if not _NAME.match(name) or name not in used:
            known = ", ".join(sorted(used)) or "none"
            raise QueryError(f"parameter {name}", "is not in the query", f"it has: {known}")
    edits = _replacements(found, values)
    opening = _outermost(found)
    if opening is not None:
        rows = " ".join(f"VALUES ?{name} {{ {term} }}" for name, term in sorted(values.items()))
        edits.append((opening.start + 1, opening.start + 1, f" {rows} "))
    for start, end, text in sorted(edits, reverse=True):
        query = query[:start] + text + query[end:]
    return query


def _replacements(
    found: list[Token], values: Mapping[str, ox.NamedNode | ox.Literal]
) -> list[tuple[int, int, str]]:
    edits = []
    projecting, depth = False, 0
    for number, token in enumerate(found):
        if token.kind == "word":
            projecting = token.upper == "SELECT" or (projecting and token.upper != "WHERE")
            depth = 0 if token.upper == "SELECT" else depth
        elif token.text in ("(", ")"):
            depth += 1 if token.text == "(" else -1
        elif token.text == "{":
            projecting = False
        before = [each.upper for each in found[max(0, number - 2) : number]]
        if token.kind != "variable" or token.text[1:] not in values:
            continue
        if (projecting and depth == 0) or before[-1:] in (["AS"], ["VALUES"]):
            continue
        if before == ["BOUND", "("]:
            edits.append((found[number - 2].start, found[number + 1].start + 1, "true"))
        else:
            edits.append((token.start, token.start + len(token.text), str(values[token.text[1:]])))
    return edits


def _outermost(found: list[Token]) -> Token | None:
    """The brace that opens the outermost pattern; a template before it does not count."""
    braces = [token for token in found if token.text in ("{", "}")]
    if form(found) != "CONSTRUCT":
        return braces[0] if braces else None
    depth = 0
    for number, token in enumerate(braces):
        depth += 1 if token.text == "{" else -1
        if depth == 0 and number + 1 < len(braces):
            return braces[number + 1]
    return None


def _date(name: str, text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise QueryError(
            f"parameter {name}", f"{text!r} is no date", "write one as 2022-06-30"
        ) from None


def _thing(name: str, text: str, base: str) -> ox.NamedNode:
    if text.startswith("dossier-"):
        text = f"dossier/{text.removeprefix('dossier-')}"
    elif "/" not in text or text.startswith("kenmerk:"):
        text = f"document/{text}"
    try:
        return ox.NamedNode(iri(text, base=base))
    except ValueError:
        remedy = "write a key such as document/kst-25295-1892, or an IRI"
        raise QueryError(f"parameter {name}", f"{text!r} names no thing", remedy) from None
