"""The graph while it is put together: pieces of nodes that are united, statements never lost.

Each document adds its own pieces and statements; what they are together is decided by the rules of
:mod:`kg.resolve.unite`, whatever the order in which the documents come.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence, Set
from dataclasses import dataclass, field

from kg.frozen import made_quickly
from kg.model import Degree, Extract, Literal, Span, Statement
from kg.resolve.confidence import confidence
from kg.resolve.unite import Piece, longer


@made_quickly
@dataclass(frozen=True, slots=True)
class Evidence:
    """Where an edge comes from: the document, the stretch that shows it, the rule that fired."""

    extract: Extract
    quote: Span
    rule: str
    in_footnote: bool = False
    factor: float = 1.0
    degree: Degree | None = None
    note: str | None = None


@dataclass(slots=True)
class _Gathered:
    """One node as it grows."""

    label: str = ""
    weak: str = ""
    types: set[str] = field(default_factory=set)
    literals: set[Literal] = field(default_factory=set)
    pages: set[str] = field(default_factory=set)
    links: set[tuple[str, str]] = field(default_factory=set)
    told_types: set[str] = field(default_factory=set)
    told_literals: set[Literal] = field(default_factory=set)


@dataclass
class Assembly:
    """Collects the nodes and statements of one document."""

    _nodes: dict[str, _Gathered] = field(default_factory=dict)
    _statements: set[Statement] = field(default_factory=set)

    def node(
        self,
        key: str,
        types: Iterable[str],
        label: str,
        literals: Iterable[Literal] = (),
        pages: Iterable[str] = (),
        links: Iterable[tuple[str, str]] = (),
        weak: bool = False,
    ) -> str:
        """Add a node, or add to one: all it has is united, the longest label stays; its key.

        A ``weak`` label (a bare number, a file's name) stays only where no other is given.
        """
        node = self._nodes.get(key)
        if node is None:
            node = self._nodes[key] = _Gathered()
        if weak:
            node.weak = longer(node.weak, label) if node.weak else label
        else:
            node.label = longer(node.label, label) if node.label else label
        node.types.update(types)
        node.literals.update(literals)
        node.pages.update(pages)
        node.links.update(links)
        return key

    def told(self, key: str, types: Iterable[str], literals: Iterable[Literal] = ()) -> None:
        """Add what a node's number or the register tells of it: it gives way to the paper itself.

        Where the document was read, its own kind, title and day count.
        """
        node = self._nodes[key]
        node.told_types.update(types)
        node.told_literals.update(literals)

    def edge(self, subject: str, predicate: str, target: str, evidence: Evidence) -> None:
        """Add an edge with the evidence behind it.

        A document never points at itself, and what no words show (a field known from metadata
        alone) is no edge.
        """
        if subject == target or not len(evidence.quote):
            return
        document = evidence.extract.document
        self._statements.add(
            Statement(
                subject=subject,
                predicate=predicate,
                object=target,
                file=f"file/{document.sha256}",
                quote=evidence.quote.of(document.text),
                start=evidence.quote.start,
                end=evidence.quote.end,
                rule=evidence.rule,
                confidence=round(confidence(evidence.rule) * evidence.factor, 3),
                in_footnote=evidence.in_footnote,
                page=document.page_at(evidence.quote.start),
                degree=evidence.degree,
                note=evidence.note,
            )
        )

    def pieces(self) -> tuple[Piece, ...]:
        """The nodes collected, in order of their keys."""
        return tuple(
            Piece(
                key,
                _sorted(node.types),
                node.label,
                node.weak,
                literals_in_order(node.literals),
                _sorted(node.pages),
                tuple(sorted(node.links)),
                _sorted(node.told_types),
                literals_in_order(node.told_literals),
            )
            for key, node in sorted(self._nodes.items())
        )

    def statements(self) -> tuple[Statement, ...]:
        """The statements collected, in no particular order."""
        return tuple(self._statements)


def _sorted(names: Set[str]) -> tuple[str, ...]:
    return tuple(sorted(names)) if names else ()


def literals_in_order(literals: Collection[Literal]) -> tuple[Literal, ...]:
    """Literals sorted by property, text and language."""
    if len(literals) < 2:
        return tuple(literals)
    return tuple(sorted(literals, key=lambda each: (each.prop, each.text, each.lang or "")))


__all__: Sequence[str] = ("Assembly", "Evidence", "literals_in_order")
