"""Running a query over a graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

import pyoxigraph as ox

from kg.errors import LimitError, QueryError
from kg.query.binding import bind, value
from kg.query.check import check, error, form
from kg.query.dataset import Dataset
from kg.query.known import things
from kg.query.lexer import Token
from kg.query.limit import within
from kg.query.locate import locate
from kg.query.ordering import MOST, Order, arranged, order_of
from kg.query.result import Result, Row
from kg.query.saved import Param, SavedQuery, parse, saved_query
from kg.rdf import RdfGraph
from kg.vocabulary import prefixes

Each = TypeVar("Each")
Values = Mapping[str, ox.NamedNode | ox.Literal]


def ask(
    graph: RdfGraph,
    sparql: str,
    *,
    params: Mapping[str, str] | None = None,
    seconds: float | None = None,
    most: int | None = None,
    dataset: Dataset | None = None,
) -> Result:
    """The answer to a SPARQL query; every prefix of the vocabulary is known without declaring.

    ``params`` gives variables their values: texts, or what the query's own head says they are
    (``# param document (thing): …``). Raises ``LimitError`` for an answer of more than ``most``
    rows or triples. Without ``ORDER BY`` the rows come sorted, so that the same question to the
    same graph gives the same bytes. Raises ``QueryError`` for a query that cannot be run as
    written, that would change the graph or ask elsewhere, that is about a thing the graph does not
    have, or that takes longer than ``seconds``. ``dataset`` names the graphs of the store it is
    asked over.
    """
    types = {param.name: param.type for param in parse("", sparql).params} if params else {}
    values = {name: value(name, text, types.get(name, "string"), base=graph.base)
              for name, text in (params or {}).items()}  # fmt: skip
    return _run(graph, sparql, things(graph, params or {}, values), seconds, most, dataset)


def ask_saved(
    graph: RdfGraph,
    name: str,
    *,
    params: Mapping[str, str] | None = None,
    seconds: float | None = None,
) -> Result:
    """The answer to a saved query; raises ``QueryError`` for a parameter it does not know too."""
    query = saved_query(name)
    values = _values(query, params or {}, graph.base)
    return _run(graph, query.sparql, things(graph, params or {}, values), seconds)


def _values(query: SavedQuery, given: Mapping[str, str], base: str) -> Values:
    known = {param.name: param for param in query.params}
    for name in given:
        if name not in known:
            names = ", ".join(known) or "no parameters"
            problem = f"the query {query.name} does not have it"
            raise QueryError(f"parameter {name}", problem, f"it has {names}")
    for param in query.params:
        if not param.optional and param.name not in given:
            raise QueryError(f"saved query {query.name}", f"needs {param.name}", _hint(param))
    return {name: value(name, text, known[name].type, base=base) for name, text in given.items()}


def _hint(param: Param) -> str:
    return f"add --param {param.name}=… ({param.about})"


def _run(
    graph: RdfGraph,
    sparql: str,
    values: Values,
    seconds: float | None,
    most: int | None = None,
    dataset: Dataset | None = None,
) -> Result:
    known = prefixes(graph.base)
    found = check(sparql, known)
    query = bind(sparql, found, values)
    return within(seconds, lambda: _answer(graph, sparql, query, found, known, most, dataset))


def _answer(
    graph: RdfGraph,
    sparql: str,
    query: str,
    found: list[Token],
    known: dict[str, str],
    most: int | None,
    dataset: Dataset | None,
) -> Result:
    def engine(text: str) -> ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean:
        return graph.store.query(
            text,
            prefixes=known,
            default_graph=_graphs(dataset, "default"),
            named_graphs=_graphs(dataset, "named"),
        )

    try:
        order = order_of(query) if form(found) == "SELECT" else None
        if order is not None:
            result = _arranged(graph, engine(order.query), order, most)
            if result is not None:
                return result
        return _result(graph, engine(query), _ordered(found), most)
    except QueryError:
        raise
    except SyntaxError as wrong:
        raise _explained(sparql, found, str(wrong)) from None
    except (RuntimeError, OSError, ValueError) as wrong:
        raise QueryError("query", f"cannot be answered: {wrong}", "") from None


def _arranged(
    graph: RdfGraph,
    answer: ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean,
    order: Order,
    most: int | None,
) -> Result | None:
    """The answer to a query without its order, put in order; ``None`` where the engine must."""
    assert isinstance(answer, ox.QuerySolutions)
    columns = tuple(variable.value for variable in answer.variables)
    if not {name for name, _ in order.by} <= set(columns):
        return None  # ordered by what it does not give
    rows: list[Row] = []
    for row in _limited(answer, most if order.most is None else None):
        if len(rows) == MOST:
            return None
        rows.append(tuple(row[name] for name in columns))
    put = arranged(rows, columns, order)
    if put is None:
        return None
    return Result("SELECT", columns, tuple(_limited(put, most)), base=graph.base)


def _result(
    graph: RdfGraph,
    answer: ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean,
    ordered: bool,
    most: int | None,
) -> Result:
    if isinstance(answer, ox.QueryBoolean):
        return Result("ASK", truth=bool(answer), base=graph.base)
    if isinstance(answer, ox.QueryTriples):
        triples = sorted(set(_limited(answer, most)), key=str)
        return Result("CONSTRUCT", triples=tuple(triples), base=graph.base)
    columns = tuple(variable.value for variable in answer.variables)
    rows = [tuple(row[name] for name in columns) for row in _limited(answer, most)]
    if not ordered:
        rows.sort(key=lambda row: [str(term) for term in row])
    return Result("SELECT", columns, tuple(rows), base=graph.base)


def _graphs(dataset: Dataset | None, part: str) -> list[Any] | None:
    """The graphs of one part of a dataset; ``None`` leaves the choice to the query."""
    if dataset is None or not (dataset.default or dataset.named):
        return None
    return [ox.NamedNode(name) for name in getattr(dataset, part)]


def _limited(answer: Iterable[Each], most: int | None) -> Iterator[Each]:
    """Each part of an answer, until there are more than ``most``."""
    for number, each in enumerate(answer, 1):
        if most is not None and number > most:
            remedy = "narrow it, or ask in parts with LIMIT and OFFSET"
            raise LimitError("query", f"has an answer of more than {most} rows", remedy)
        yield each


def _ordered(found: Sequence[Token]) -> bool:
    """Whether the query puts its rows in order itself; an order within a pattern is lost there."""
    if form(list(found)) != "SELECT":
        return False
    depth = 0
    for token in found:
        depth += (token.text == "{") - (token.text == "}")
        if depth == 0 and token.kind == "word" and token.upper == "ORDER":
            return True
    return False


def _explained(sparql: str, found: list[Token], engine: str) -> QueryError:
    """The engine's refusal, at its true place and in plain words."""
    wrong = locate(found)
    if wrong is not None:
        problem, _, remedy = wrong[1].partition("; ")
        return error(sparql, wrong[0], problem, remedy)
    problem = " ".join(engine.split())
    if "The SELECT contains a variable" in problem:
        problem = "SELECT names a variable that the pattern does not give"
    return QueryError("query", problem[:200], "see the examples in docs/query.md")
