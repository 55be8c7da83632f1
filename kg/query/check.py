"""What is refused before the engine sees it: updates, calls to elsewhere, unknown terms.

The vocabulary is closed, so a misspelt ``kg:`` term can only be a mistake: the answer would be
empty, which looks like a finding.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping

from kg.errors import QueryError
from kg.query.lexer import Token, place, tokens
from kg.vocabulary import KG, nearest, terms

_UPDATES = {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD", "WITH"}
_FORMS = {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"}
# Beyond these the engine's own recursion would end the process, not just the query.
_LONGEST, _MOST_TOKENS, _DEEPEST, _MOST_SIGNS = 100_000, 5_000, 60, 50
_ESCAPE = re.compile(r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}")


def check(query: str, prefixes: Mapping[str, str]) -> list[Token]:
    """The tokens of a query that may be run; raises ``QueryError`` for one that may not.

    >>> from kg.vocabulary import prefixes
    >>> check("SELECT ?d { ?d kg:citess ?k }", prefixes())
    Traceback (most recent call last):
    ...
    kg.errors.QueryError: query, line 1, column 16: there is no kg:citess; did you mean kg:cites?
    """
    if len(query) > _LONGEST:
        raise QueryError("query", f"is longer than {_LONGEST} characters", "ask a shorter one")
    found = list(tokens(query))
    if not found:
        raise QueryError("query", "is empty", "write one, or take a saved one")
    _refuse_size(query, found)
    _refuse_updates(query, found)
    _refuse_service(query, found)
    _check_names(query, found, dict(prefixes))
    return found


def form(found: list[Token]) -> str:
    """The form of the query (``SELECT``, ``ASK``, ``CONSTRUCT``, ``DESCRIBE``), or ``""``."""
    return next((t.upper for t in found if t.kind == "word" and t.upper in _FORMS), "")


def error(query: str, token: Token | None, problem: str, remedy: str = "") -> QueryError:
    """An error at a token, or at the end of the query."""
    offset = len(query.rstrip()) if token is None else token.start
    return QueryError(f"query, {place(query, offset)}", problem, remedy)


def _refuse_size(query: str, found: list[Token]) -> None:
    if len(found) > _MOST_TOKENS:
        raise QueryError("query", f"has more than {_MOST_TOKENS} words", "ask it in parts")
    depth = signs = 0
    for token in found:
        depth += (token.text in ("(", "{", "[")) - (token.text in (")", "}", "]"))
        signs = signs + 1 if token.text in ("!", "-", "+", "^") else 0
        if depth > _DEEPEST or signs > _MOST_SIGNS:
            raise error(query, token, "this is nested too deeply", "ask it in parts")


def _refuse_updates(query: str, found: list[Token]) -> None:
    words = (token for token in found if token.kind == "word")
    first = next((t for t in words if t.upper not in ("PREFIX", "BASE")), None)
    if first is not None and first.upper in _UPDATES:
        raise error(query, first, f"{first.upper} would change the graph", "ask with SELECT or ASK")


def _refuse_service(query: str, found: list[Token]) -> None:
    # an engine may read \\u0053 as S anywhere in a query, so it counts as such here
    hidden = tokens(_ESCAPE.sub(lambda code: chr(_point(code.group())), query))
    for token in (*found, *hidden):
        if token.kind == "word" and token.upper == "SERVICE":
            raise error(query, token, "SERVICE would ask a server elsewhere", "leave it out")


def _point(code: str) -> int:
    return min(int(code[2:], 16), 0x10FFFF)


def _check_names(query: str, found: list[Token], prefixes: dict[str, str]) -> None:
    known = frozenset(term.iri for term in terms().values())
    declared = False
    for token, after in zip(found, [*found[1:], None], strict=True):
        if declared and token.kind == "name" and after is not None and after.kind == "iri":
            prefixes[token.text[:-1]] = after.text[1:-1]
        elif token.kind == "name":
            _check_name(query, token, prefixes, known)
        elif token.kind == "iri" and token.text[1:-1].startswith(KG):
            _check_term(query, token, token.text[1:-1], known)
        declared = token.kind == "word" and token.upper == "PREFIX"


def _check_name(
    query: str, token: Token, prefixes: Mapping[str, str], known: frozenset[str]
) -> None:
    prefix, _, local = token.text.partition(":")
    if prefix not in prefixes:
        near = _namesake(local, prefix) or _near_prefix(local, prefix, prefixes)
        remedy = f"did you mean {near}?" if near else f"declare it: PREFIX {prefix}: <…>"
        raise error(query, token, f"the prefix {prefix}: is not known", remedy)
    if prefixes[prefix] == KG:
        _check_term(query, token, KG + local.replace("\\", ""), known)


def _check_term(query: str, token: Token, address: str, known: frozenset[str]) -> None:
    if address == KG or address in known:
        return
    local = address[len(KG) :]
    near = _namesake(local, "kg") or nearest(f"kg:{local}")
    remedy = f"did you mean {near}?" if near else "docs/vocabulary.md lists the terms"
    raise error(query, token, f"there is no {token.text}", remedy)


def _namesake(local: str, prefix: str) -> str | None:
    """The term called just so under another prefix, the one most like it where there are more."""
    found = [name for name in terms() if name.partition(":")[2] == local]
    return min(found, key=lambda name: (-_likeness(name, prefix), name), default=None)


def _likeness(name: str, prefix: str) -> float:
    return difflib.SequenceMatcher(None, name.partition(":")[0], prefix).ratio()


def _near_prefix(local: str, prefix: str, prefixes: Mapping[str, str]) -> str | None:
    near = difflib.get_close_matches(prefix, sorted(prefixes), 1, 0.5)
    return f"{near[0]}:{local}" if near else None


def doubts(found: list[Token]) -> tuple[str, ...]:
    """Terms of other vocabularies that this one does not use, where a term it uses comes near.

    They may be asked for, and the answer is empty; that is worth a word.

    >>> doubts(list(tokens("SELECT ?d { ?d dcterms:titel ?t }")))
    ('dcterms:titel is in no graph of Kamergraaf; did you mean dcterms:title?',)
    """
    used = {name.partition(":")[0] for name in terms()}
    said = {}
    for token in found:
        name = token.kind == "name" and token.text.partition(":")[0] in used
        if name and token.text not in terms() and (near := nearest(token.text)):
            said[token.text] = f"{token.text} is in no graph of Kamergraaf; did you mean {near}?"
    return tuple(said.values())
