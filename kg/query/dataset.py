"""The dataset of a query: which graphs it is asked over (SPARQL 1.1 Protocol, 2.1.4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.query.check import check, form
from kg.query.lexer import Token
from kg.vocabulary import prefixes


@dataclass(frozen=True, slots=True)
class Dataset:
    """The graphs a query is asked over, by IRI; with neither, the whole graph.

    Where neither is given: ``every`` says that the query looks into named graphs without saying
    which, ``looks`` into which it looks by name, ``whole`` that it looks outside of them too.
    """

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    every: bool = False
    looks: tuple[str, ...] = ()
    whole: bool = False


def dataset_of(
    sparql: str, default: Sequence[str] = (), named: Sequence[str] = (), *, base: str
) -> Dataset:
    """The dataset of a query: the one given, else the one its ``FROM`` clauses name.

    Raises ``QueryError`` as :func:`kg.query.ask` does.

    >>> dataset_of("ASK FROM <http://e.org/g> { ?s ?p ?o }", base="http://e.org/")
    Dataset(default=('http://e.org/g',), named=(), every=False, looks=(), whole=False)
    """
    known = prefixes(base)
    found = check(sparql, known)
    asked = {token.upper for token in found if token.kind == "word"}
    if not default and not named and "FROM" in asked:
        default, named = _from(found, known)
    if default or named:
        return Dataset(tuple(default), tuple(named))
    terms = [term for word, term in pairwise(found) if _is(word, "GRAPH")]
    if any(term.kind not in ("iri", "name") for term in terms) or (terms and "BASE" in asked):
        return Dataset(every=True, whole=_whole(found))
    known = {**known, **_declared(found)}
    looks = dict.fromkeys(_address(term, known) for term in terms)
    return Dataset(looks=tuple(looks), whole=_whole(found))


def _is(token: Token, word: str) -> bool:
    return token.kind == "word" and token.upper == word


def _whole(found: list[Token]) -> bool:
    """Whether a query looks at something outside of all named graphs; in doubt it does.

    It does not where its one group holds nothing but ``GRAPH`` and plain filters.
    """
    if form(found) not in ("SELECT", "ASK"):
        return True
    braces = [number for number, token in enumerate(found) if token.text == "{"]
    at = braces[0] + 1 if braces else len(found)
    while at < len(found) and found[at].text != "}":
        after = _behind(found, at)
        if after is None:
            return True
        at = after
    return at >= len(found) or braces[-1] > at


def _behind(found: list[Token], at: int) -> int | None:
    """Where what stays in named graphs ends: ``GRAPH``, a plain filter, a dot; else ``None``."""
    if found[at].text == ".":
        return at + 1
    if _is(found[at], "GRAPH"):
        return _closed(found, at + 2, "{}")
    if not _is(found[at], "FILTER"):
        return None
    is_call = [each.text for each in found[at + 1 : at + 2]] != ["("]
    end = _closed(found, at + 1 + is_call, "()")
    # a pattern in a filter (EXISTS) looks wherever it likes
    return None if any(each.text == "{" for each in found[at:end]) else end


def _closed(found: list[Token], start: int, pair: str) -> int | None:
    """Behind what is opened at ``start``; ``None`` where nothing is opened, or it never ends."""
    if [each.text for each in found[start : start + 1]] != [pair[0]]:
        return None
    depth = 0
    for at in range(start, len(found)):
        depth += (found[at].text == pair[0]) - (found[at].text == pair[1])
        if not depth:
            return at + 1
    return None


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
