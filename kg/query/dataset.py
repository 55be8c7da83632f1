"""The dataset of a query: which graphs it is asked over (SPARQL 1.1 Protocol, 2.1.4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.query.check import check
from kg.query.lexer import Token
from kg.vocabulary import prefixes


@dataclass(frozen=True, slots=True)
class Dataset:
    """The graphs a query is asked over, by IRI; with neither, the whole graph.

    ``every`` says that the query looks into named graphs without saying which.
    """

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    every: bool = False


def dataset_of(
    sparql: str, default: Sequence[str] = (), named: Sequence[str] = (), *, base: str
) -> Dataset:
    """The dataset of a query: the one given, else the one its ``FROM`` clauses name.

    Raises ``QueryError`` as :func:`kg.query.ask` does.

    >>> dataset_of("ASK FROM <http://e.org/g> { ?s ?p ?o }", base="http://e.org/")
    Dataset(default=('http://e.org/g',), named=(), every=False)
    """
    known = prefixes(base)
    found = check(sparql, known)
    asked = {token.upper for token in found if token.kind == "word"}
    if not default and not named and "FROM" in asked:
        default, named = _from(found, known)
    every = "GRAPH" in asked and not default and not named
    return Dataset(tuple(default), tuple(named), every)


def _from(found: list[Token], known: dict[str, str]) -> tuple[list[str], list[str]]:
    """The graphs of the ``FROM`` and ``FROM NAMED`` clauses."""
    known = {**known, **_declared(found)}
    graphs: tuple[list[str], list[str]] = ([], [])
    for number, token in enumerate(found[:-1]):
        if token.kind == "word" and token.upper == "FROM":
            is_named = found[number + 1].upper == "NAMED"
            for place in found[number + 1 + is_named : number + 2 + is_named]:
                graphs[is_named].append(_address(place, known))
    return graphs


def _declared(found: list[Token]) -> dict[str, str]:
    words = zip(found, found[1:], found[2:], strict=False)
    return {
        name.text[:-1]: space.text[1:-1]
        for word, name, space in words
        if word.kind == "word" and word.upper == "PREFIX" and space.kind == "iri"
    }


def _address(token: Token, known: dict[str, str]) -> str:
    if token.kind == "iri":
        return token.text[1:-1]
    prefix, _, local = token.text.partition(":")
    return known.get(prefix, f"{prefix}:") + local.replace("\\", "")
