"""The requests of the SPARQL 1.1 Protocol: from the parts of an HTTP request to a question.

https://www.w3.org/TR/sparql11-protocol/#query-operation
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import parse_qsl

from kg.serve.negotiation import ROWS, TRIPLES, choose, named
from kg.serve.reply import Refusal

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
_MOST_FIELDS, _MOST_GRAPHS = 200, 50

Pairs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Question:
    """A query with its dataset, the values of its parameters, and the formats for its answer.

    ``rows`` and ``triples`` are the name and media type of the format for an answer of that form,
    ``None`` where the client takes none that there is.
    """

    sparql: str
    default_graphs: tuple[str, ...]
    named_graphs: tuple[str, ...]
    params: dict[str, str]
    rows: tuple[str, str] | None
    triples: tuple[str, str] | None


def read_get(query_string: bytes, accept: str | None) -> Question | None:
    """The question of a GET, ``None`` where it asks nothing; raises ``Refusal`` (400, 403, 406).

    >>> read_get(b"query=ASK%20%7B%7D", None).sparql
    'ASK {}'
    """
    pairs = _pairs(query_string)
    if not pairs:
        return None
    return _question(pairs, accept)


def read_post(
    query_string: bytes, content_type: str | None, body: bytes, accept: str | None
) -> Question:
    """The question of a POST, form or direct; raises ``Refusal`` (400, 403, 406, 415)."""
    media_type, _, parameters = (content_type or "").partition(";")
    kind = media_type.strip().lower()
    for each in parameters.lower().split(";"):
        name, _, value = each.partition("=")
        if name.strip() == "charset" and value.strip(' \t"') not in ("utf-8", "utf8"):
            raise Refusal(415, "only UTF-8 is read")
    if kind == FORM:
        return _question(_pairs(query_string) + _pairs(body), accept)
    if kind == QUERY:
        pairs = [("query", _text(body)), *_pairs(query_string)]
        return _question(pairs, accept)
    if kind == UPDATE:
        raise _read_only()
    raise Refusal(415, f"send the query as {FORM} or as {QUERY}")


def _question(pairs: Pairs, accept: str | None) -> Question:
    if any(name in ("update", "using-graph-uri", "using-named-graph-uri") for name, _ in pairs):
        raise _read_only()
    queries = _values(pairs, "query")
    if len(queries) != 1:
        problem = "there is no query" if not queries else f"there are {len(queries)} queries"
        raise Refusal(400, f"{problem}; send exactly one, as the parameter query")
    default, others = _values(pairs, "default-graph-uri"), _values(pairs, "named-graph-uri")
    if len(default) + len(others) > _MOST_GRAPHS:
        raise Refusal(400, f"more than {_MOST_GRAPHS} graphs; name fewer")
    rows, triples = _formats(pairs, accept)
    params = {name[1:]: value for name, value in pairs if name.startswith("$") and value}
    return Question(queries[0], tuple(default), tuple(others), params, rows, triples)


def _formats(
    pairs: Pairs, accept: str | None
) -> tuple[tuple[str, str] | None, tuple[str, str] | None]:
    """The formats for rows and for triples, by the parameter ``format`` or by the header."""
    wanted = [*_values(pairs, "format"), *_values(pairs, "output")]
    if wanted:
        rows, triples = named(wanted[0], ROWS), named(wanted[0], TRIPLES)
    else:
        rows, triples = choose(accept, ROWS), choose(accept, TRIPLES)
    if rows is None and triples is None:
        raise not_acceptable((*ROWS, *TRIPLES))
    return rows, triples


def not_acceptable(offers: Iterable[object]) -> Refusal:
    """The refusal of a request whose formats are not on offer; it names those that are."""
    types = dict.fromkeys(getattr(offer, "media_type", "") for offer in offers)
    return Refusal(406, f"there is no such format; on offer: {', '.join(types)}")


def _read_only() -> Refusal:
    return Refusal(403, "this endpoint is read-only; it takes no updates")


def _values(pairs: Pairs, name: str) -> list[str]:
    return [value for key, value in pairs if key == name]


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refusal(400, f"the request is not UTF-8 (byte {error.start})") from None


def _pairs(encoded: bytes) -> Pairs:
    try:
        return parse_qsl(
            _text(encoded), keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS
        )
    except UnicodeDecodeError:
        raise Refusal(400, "the request is not UTF-8") from None
    except ValueError:
        raise Refusal(400, f"more than {_MOST_FIELDS} parameters") from None
