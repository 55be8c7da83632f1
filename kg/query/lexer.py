"""SPARQL as a row of tokens, each with its place; arbitrary text gives tokens and never an error.

Every pattern is possessive: the scan is linear in the query, whatever it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# What may stand in the local part of a prefixed name: dots and colons inside, escapes, %-codes.
_LOCAL = r"(?:[\w:.-]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%])*+"
_SKIP = re.compile(r"(?:[ \t\r\n\f]++|\#[^\r\n]*+)++")
_TOKEN = re.compile(
    rf"""
      (?P<iri><[^<>"{{}}|^`\\\x00-\x20]*+>)
    | (?P<string>
          \"\"\"(?:[^"\\]|\\.|"(?!""))*+\"\"\" | '''(?:[^'\\]|\\.|'(?!''))*+'''
        | "(?:[^"\\\r\n]|\\.)*+"            | '(?:[^'\\\r\n]|\\.)*+' )
    | (?P<unclosed>["'])
    | (?P<variable>[?$]\w++)
    | (?P<blank>_:\w[\w.-]*+)
    | (?P<name>(?:[^\W\d_][\w.-]*+)?:{_LOCAL})
    | (?P<language>@[A-Za-z]++(?:-[A-Za-z0-9]++)*+)
    | (?P<number>(?:\d++\.?\d*+|\.\d++)(?:[eE][+-]?\d++)?)
    | (?P<word>[^\W\d]\w*+)
    | (?P<mark>\^\^|&&|\|\||!=|<=|>=|<<|>>|.)
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """One token: its kind, its text, where it starts (in code points).

    Kinds: ``iri``, ``string``, ``unclosed`` (a quote that never ends), ``variable``, ``blank``,
    ``name`` (prefixed), ``language``, ``number``, ``word``, ``mark``.
    """

    kind: str
    text: str
    start: int

    @property
    def upper(self) -> str:
        """The text in capitals, as keywords are compared."""
        return self.text.upper()


def tokens(query: str) -> Iterator[Token]:
    """The tokens of a query in order, without white space and comments.

    >>> [token.text for token in tokens("?d kg:cites ?k. # all")]
    ['?d', 'kg:cites', '?k', '.']
    """
    at = 0
    while True:
        space = _SKIP.match(query, at)
        at = space.end() if space else at
        found = _TOKEN.match(query, at)
        if found is None:
            return
        kind, text = found.lastgroup or "mark", found.group()
        if kind in ("name", "blank", "number"):  # a dot at the end closes the triple
            text = text.rstrip(".") if kind != "number" else text.removesuffix(".")
        yield Token(kind, text, at)
        at += len(text)


def place(query: str, offset: int) -> str:
    """Where an offset lies, in words.

    >>> place("SELECT *\\nWHERE", 9)
    'line 2, column 1'
    """
    before = query[:offset]
    return f"line {before.count(chr(10)) + 1}, column {offset - before.rfind(chr(10))}"
