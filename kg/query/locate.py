"""Where a query stops being SPARQL, and what could stand there instead."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field

from kg.query.grammar import Choice, OfKind, Part, Repeat, Rule, Sequence, Word, keywords, rules
from kg.query.lexer import Token

_SHOWN = 4
_AFTER_PATTERN = ("GROUP", "HAVING", "ORDER", "LIMIT", "OFFSET")
_KINDS = {
    "iri": "an IRI",
    "name": "a term such as kg:cites",
    "variable": "a variable such as ?document",
    "number": "a number",
    "string": "a text in quotes",
}


@dataclass(slots=True)
class _Reading:
    """One reading of the tokens: how far any rule came, and what it wanted there."""

    tokens: list[Token]
    far: int = 0
    wanted: dict[str, None] = field(default_factory=dict)
    known: dict[tuple[str, int], int | None] = field(default_factory=dict)

    def read(self, part: Part, at: int) -> int | None:
        """The place after ``part``, or ``None`` where it does not fit."""
        match part:
            case Word(text):
                fits = at < len(self.tokens) and self.tokens[at].upper == text
                return self._one(fits, at, text)
            case OfKind(kind):
                fits = at < len(self.tokens) and self.tokens[at].kind == kind
                return self._one(fits, at, f"<{kind}>")
            case Rule(name):
                if (name, at) not in self.known:
                    self.known[name, at] = self.read(rules()[name], at)
                return self.known[name, at]
            case Sequence(parts):
                place: int | None = at
                for each in parts:
                    place = None if place is None else self.read(each, place)
                return place
            case Choice(parts):
                return next(
                    (end for each in parts if (end := self.read(each, at)) is not None), None
                )
            case Repeat(inner, least, most):
                return self._many(inner, least, most, at)

    def _one(self, fits: bool, at: int, wanted: str) -> int | None:
        if fits:
            return at + 1
        if at > self.far:
            self.far, self.wanted = at, {}
        if at == self.far:
            self.wanted[wanted] = None
        return None

    def _many(self, part: Part, least: int, most: int | None, at: int) -> int | None:
        count = 0
        while most is None or count < most:
            end = self.read(part, at)
            if end is None or end == at:
                break
            at, count = end, count + 1
        return at if count >= least else None


def locate(tokens: list[Token]) -> tuple[Token | None, str] | None:
    """The first token that does not fit (``None`` at the end) and advice; ``None`` if all fits.

    >>> from kg.query.lexer import tokens
    >>> locate(list(tokens("SELECT ?d WHERE { ?d a kg:Letter FILTR(?d) }")))[1]
    'FILTR does not fit here; did you mean FILTER?'
    """
    unclosed = next((token for token in tokens if token.kind == "unclosed"), None)
    if unclosed is not None:
        return unclosed, "this quotation mark is never closed; close it on the same line"
    reading = _Reading(tokens)
    try:
        end = reading.read(Rule("Query"), 0)
    except RecursionError:
        return None
    if end == len(tokens):
        return None
    far = max(reading.far, end or 0)
    token = tokens[far] if far < len(tokens) else None
    return token, _advice(token, list(reading.wanted))


def _advice(token: Token | None, wanted: list[str]) -> str:
    words = [each for each in wanted if not each.startswith("<")]
    if token is None:
        closing = [each for each in words if each in "})]"]
        hint = f"a closing {closing[0]} is missing" if closing else _expected(wanted)
        return f"the query ends too early; {hint}"
    if token.upper in _AFTER_PATTERN and "}" in words:
        return f"{token.text} does not fit here; a closing }} is missing before it"
    if token.kind == "word":
        near = difflib.get_close_matches(token.upper, [w for w in words if w.isalpha()], 1, 0.7)
        near = near or difflib.get_close_matches(token.upper, sorted(keywords()), 1, 0.75)
        if near and near[0] != token.upper:
            return f"{token.text} does not fit here; did you mean {near[0]}?"
    return f"{token.text} does not fit here; {_expected(wanted)}"


def _expected(wanted: list[str]) -> str:
    shown = [_KINDS.get(each[1:-1], each) if each[:1] == "<" and len(each) > 2 else each
             for each in wanted]  # fmt: skip
    known = [each for each in dict.fromkeys(shown) if not each.startswith("<") or len(each) < 3]
    if not known:
        return "see the SPARQL examples in docs/query.md"
    likely = ", ".join(f"'{each}'" if _is_sign(each) else each for each in known[:_SHOWN])
    return f"expected {likely}{' or the like' if len(known) > _SHOWN else ''}"


def _is_sign(wanted: str) -> bool:
    return not any(char.isalpha() for char in wanted)
