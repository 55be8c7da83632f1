"""How a query is read, and how much each of its patterns finds: what makes it slow, or empty.

The engine does not show its plan. What it starts from can be shown all the same: the query as
parsed (SPARQL's algebra, by rdflib's parser) with, beside every triple pattern, how many triples of
this graph fit it alone.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from typing import Any

from kg.errors import QueryError
from kg.query.ask import ask
from kg.query.check import check
from kg.rdf import RdfGraph
from kg.vocabulary import prefixes, shorten

_WORDS = {
    "SelectQuery": "SELECT",
    "AskQuery": "ASK",
    "ConstructQuery": "CONSTRUCT",
    "DescribeQuery": "DESCRIBE",
    "Project": "keep {columns}",
    "Distinct": "drop doubles",
    "OrderBy": "sort",
    "Slice": "take {length} from {start}",
    "Filter": "keep what fits FILTER",
    "LeftJoin": "OPTIONAL: first, and second where it fits",
    "Join": "both",
    "Union": "UNION: either",
    "Minus": "first MINUS second",
    "Extend": "compute ?{var}",
    "Group": "group",
    "AggregateJoin": "count together",
    "ToMultiSet": "VALUES, or a question inside",
    "Builtin_EXISTS": "EXISTS",
    "Builtin_NOTEXISTS": "NOT EXISTS",
}
# Where the steps below a step stand, in the order in which they are told.
_BELOW = ("p", "p1", "p2", "expr", "other", "graph", "where", "part")


def explain(graph: RdfGraph, sparql: str, *, seconds: float | None = None) -> str:
    """The query as it is parsed, a line for each step, with what each pattern alone finds.

    The query itself is not run; ``seconds`` is what counting one pattern may take. Raises
    ``QueryError`` for a query that cannot be run, or that only RDF 1.2 can read.

    >>> import pyoxigraph
    >>> print(explain(RdfGraph(pyoxigraph.Store()), "SELECT ?d WHERE { ?d a kg:Letter }"), end="")
              SELECT
                keep ?d
           0      ?d rdf:type kg:Letter
    """
    check(sparql, prefixes(graph.base))
    parsed = _parsed(graph, sparql)
    return "".join(f"{line}\n" for line in _lines(graph, parsed, seconds, 0))


def _parsed(graph: RdfGraph, sparql: str) -> Any:
    from rdflib.plugins.sparql import prepareQuery

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return prepareQuery(sparql, initNs=prefixes(graph.base)).algebra
        except Exception as error:  # its parser raises whatever its libraries do
            problem = f"cannot be explained: {' '.join(str(error).split())[:150]}"
            raise QueryError("query", problem, "RDF 1.2 is not explained") from None


def _lines(graph: RdfGraph, part: Any, seconds: float | None, depth: int) -> Iterator[str]:
    """This step and those below it."""
    from rdflib.plugins.sparql.parserutils import CompValue

    if isinstance(part, (list, tuple)):
        for each in part:
            yield from _lines(graph, each, seconds, depth)
        return
    if not isinstance(part, CompValue):
        return
    words = _WORDS.get(part.name)
    if words is not None:
        yield _line("", depth, _filled(words, part))
        depth += 1
    if part.name == "BGP":
        for pattern in part.triples:
            yield _line(_count(graph, pattern, seconds), depth, _shown(graph, pattern))
        return
    for name in _BELOW:
        yield from _lines(graph, getattr(part, name, None), seconds, depth)


def _line(count: str, depth: int, words: str) -> str:
    return f"{count:>8}  {'  ' * depth}{words}"


def _filled(words: str, part: Any) -> str:
    columns = " ".join(f"?{name}" for name in part.get("PV") or ())
    names = {"columns": columns, "var": part.get("var"), "length": part.get("length")}
    return words.format(**names, start=part.get("start") or 0)


def _count(graph: RdfGraph, pattern: tuple[Any, Any, Any], seconds: float | None) -> str:
    """How many triples fit the pattern alone; ``?`` where that takes too long to say."""
    query = f"SELECT (COUNT(*) AS ?n) WHERE {{ {' '.join(_n3(term) for term in pattern)} }}"
    try:
        return f"{ask(graph, query, seconds=seconds).rows[0][0]:,}"
    except QueryError:
        return "?"


def _shown(graph: RdfGraph, pattern: tuple[Any, Any, Any]) -> str:
    return " ".join(_short(graph, term) for term in pattern)


def _short(graph: RdfGraph, term: Any) -> str:
    """A term as people write it; a path keeps its signs."""
    return re.sub(r"<([^<>]*)>", lambda found: shorten(found[1], base=graph.base), _n3(term))


def _n3(term: Any) -> str:
    return str(term.n3())
