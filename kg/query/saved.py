"""The saved queries of ``ontology/queries``: a question in two languages, and its SPARQL.

The head of each file is comments: ``# title (nl): …``, ``# question (en): …``,
``# param minister (string, optional): …``, which the query page says in Dutch as
``# param minister (nl): …``, and ``# columns: letter, motion``.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from kg import data
from kg.errors import QueryError

_HEAD = re.compile(r"# (title|question) \((nl|en)\): (.+)")
_PARAM = re.compile(r"# param (\w+) \((string|date|integer|thing)(, optional)?\): (.+)")
_COLUMNS = re.compile(r"# columns: (.+)")


@dataclass(frozen=True, slots=True)
class Param:
    """A parameter: its name, what it is, whether it may be left out, and what it is for."""

    name: str
    type: str
    optional: bool
    about: str


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """One saved query; ``titles`` and ``questions`` by language, ``columns`` of its answer."""

    name: str
    sparql: str
    titles: Mapping[str, str] = field(default_factory=dict)
    questions: Mapping[str, str] = field(default_factory=dict)
    params: tuple[Param, ...] = ()
    columns: tuple[str, ...] = ()


@cache
def saved_queries() -> Mapping[str, SavedQuery]:
    """Every saved query by its name, in order.

    >>> "fulfilled" in saved_queries()
    True
    """
    files = sorted(data.path("ontology/queries").glob("*.rq"))
    return MappingProxyType({f.stem: parse(f.stem, f.read_text(encoding="utf-8")) for f in files})


def saved_query(name: str) -> SavedQuery:
    """The saved query of this name; raises ``QueryError`` with the nearest for another.

    >>> saved_query("fulfilld")
    Traceback (most recent call last):
    ...
    kg.errors.QueryError: saved query fulfilld: does not exist; did you mean fulfilled?
    """
    found = saved_queries().get(name)
    if found is None:
        near = difflib.get_close_matches(name, list(saved_queries()), 1)
        remedy = f"did you mean {near[0]}?" if near else "kg query --list names them"
        raise QueryError(f"saved query {name}", "does not exist", remedy)
    return found


def parse(name: str, text: str) -> SavedQuery:
    """A saved query from the text of its file."""
    words: dict[str, dict[str, str]] = {"title": {}, "question": {}}
    params: list[Param] = []
    columns: tuple[str, ...] = ()
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        if head := _HEAD.fullmatch(line):
            words[head[1]][head[2]] = head[3]
        elif param := _PARAM.fullmatch(line):
            params.append(Param(param[1], param[2], bool(param[3]), param[4]))
        elif found := _COLUMNS.fullmatch(line):
            columns = tuple(each.strip() for each in found[1].split(","))
    return SavedQuery(name, text, words["title"], words["question"], tuple(params), columns)
