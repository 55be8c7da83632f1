"""Turtle as text: names with their prefix, literals in their shortest form, one thing at a time.

Facts come as (IRI of the predicate, object in N-Triples form), so that neither an engine nor its
terms are needed to write them; what is written is what the exporter writes of the same graph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from kg.vocabulary import PREFIXES

_TYPE = PREFIXES["rdf"] + "type"
_XSD = PREFIXES["xsd"]
# What needs no escaping after a prefix, and no thought: letters, digits, inner dots and hyphens.
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.:-]{0,200}[A-Za-z0-9_-])?\Z")
_REMEMBERED = 100_000
_SHORT = {
    _XSD + "integer": re.compile(r"[+-]?[0-9]+\Z"),
    _XSD + "decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+\Z"),
    _XSD + "boolean": re.compile(r"(?:true|false)\Z"),
}
# The canonical form of N-Triples; what the engine writes.
_NAMED = {8: "\\b", 9: "\\t", 10: "\\n", 12: "\\f", 13: "\\r", 34: '\\"', 92: "\\\\"}
_ESCAPES = {
    **{code: f"\\u{code:04X}" for code in (*range(0x20), 0x7F, 0xFFFE, 0xFFFF)},
    **_NAMED,
}
_RISKY = re.compile("[\x00-\x1f\"\\\\\x7f\ud800-\udfff\ufffe\uffff]")


def quoted(text: str) -> str:
    r"""A text as a literal of N-Triples; half a surrogate pair, which no file can hold, as ``?``.

    >>> print(quoted('een "brief"\n'))
    "een \"brief\"\n"
    """
    if text.isprintable() and '"' not in text and "\\" not in text:  # most, and told at once
        return f'"{text}"'
    lined = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    if lined.isprintable():  # most of what is left: sentences over several lines, words in quotes
        return f'"{lined}"'
    if _RISKY.search(text):
        text = text.encode("utf-8", "replace").decode("utf-8").translate(_ESCAPES)
    return f'"{text}"'


class Names(dict[str, str]):
    """Terms from N-Triples to Turtle: IRIs with their prefix, typed literals in short.

    Remembers what it was asked, for most terms come often.

    >>> Names({"kg": "https://e.org/def#"})["<https://e.org/def#cites>"]
    'kg:cites'
    >>> Names({})['"true"^^<http://www.w3.org/2001/XMLSchema#boolean>']
    'true'
    """

    def __init__(self, spaces: Mapping[str, str]) -> None:
        super().__init__()
        self._spaces = spaces
        self._prefixes = {space: prefix for prefix, space in spaces.items()}

    def header(self) -> bytes:
        """The prefix lines."""
        return "".join(f"@prefix {p}: <{s}> .\n" for p, s in self._spaces.items()).encode()

    def __missing__(self, written: str) -> str:
        if len(self) > _REMEMBERED:
            self.clear()
        found = self[written] = self.short(written) if written[0] == "<" else self._typed(written)
        return found

    def short(self, written: str) -> str:
        """An IRI with its prefix, where it has one; it is not remembered."""
        at = max(written.rfind("/"), written.rfind("#")) + 1
        prefix = self._prefixes.get(written[1:at])
        local = written[at:-1]
        return written if prefix is None or not _LOCAL.match(local) else f"{prefix}:{local}"

    def _typed(self, written: str) -> str:
        at = written.rindex('"^^<') + 3
        datatype, value = written[at:], written[1 : at - 3]
        short = _SHORT.get(datatype[1:-1])
        if short is not None and short.match(value):
            return value
        return f'"{value}"^^{self[datatype]}'


def description(names: Names, subject: str, facts: Iterable[tuple[str, object]]) -> str:
    """All facts of one thing, in order: one predicate on a line, several objects after a comma.

    >>> facts = [(_TYPE, "<https://example.org/Brief>"), ("https://example.org/n", '"1"')]
    >>> print(description(Names({"ex": "https://example.org/"}), "https://example.org/x", facts))
    ex:x a ex:Brief ;
        ex:n "1" .
    """
    parts: list[str] = []
    last = ""
    for predicate, thing in facts:
        written = str(thing)
        # a plain text, or one in a language, is written as it is
        term = names[written] if written[-1] == ">" else written
        if predicate == last:
            parts.append(f" , {term}")
            continue
        verb = "a" if predicate == _TYPE else names[f"<{predicate}>"]
        parts.append(f" ;\n    {verb} {term}" if last else f" {verb} {term}")
        last = predicate
    return f"{names[f'<{subject}>']}{''.join(parts)} ."
