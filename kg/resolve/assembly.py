"""The graph while it is put together: nodes that gain literals, statements that are never lost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kg.model import Degree, Extract, GraphData, Literal, Node, Span, Statement
from kg.resolve.confidence import confidence


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


@dataclass
class Assembly:
    """Collects nodes and statements; ``finish`` hands them out in one fixed order."""

    problems: list[str] = field(default_factory=list)
    _nodes: dict[str, Node] = field(default_factory=dict)
    _weak: dict[str, str] = field(default_factory=dict)
    _statements: set[Statement] = field(default_factory=set)

    def node(
        self,
        key: str,
        types: Sequence[str],
        label: str,
        literals: Iterable[Literal] = (),
        pages: Iterable[str] = (),
        links: Iterable[tuple[str, str]] = (),
        weak: bool = False,
    ) -> str:
        """Add a node, or add to one: all it has is united, the longest label stays; its key.

        A ``weak`` label (a bare number, a file's name) stays only where no other is given.
        """
        if weak:
            self._weak[key] = max(self._weak.get(key, ""), label, key=_longest)
            label = ""
        new = Node(
            key,
            tuple(types),
            label,
            _sorted(literals),
            tuple(sorted(set(pages))),
            tuple(sorted(set(links))),
        )
        old = self._nodes.get(key)
        self._nodes[key] = new if old is None else _united(old, new)
        return key

    def has(self, key: str) -> bool:
        """Whether a node with this key is known."""
        return key in self._nodes

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

    def finish(self) -> GraphData:
        """Everything collected, sorted; nodes and statements in the order of their keys."""
        fitting = (self._fitting(each) for each in self._statements)
        statements = sorted(_strongest(fitting), key=_statement_order)
        met = _met(statements)
        nodes = tuple(_with_status(self._labelled(key), met) for key in sorted(self._nodes))
        return GraphData(nodes, tuple(statements), tuple(sorted(set(self.problems))))

    def _fitting(self, statement: Statement) -> Statement:
        """Only motions and commitments are fulfilled; of anything else it is a citation."""
        node = self._nodes.get(statement.object)
        if statement.predicate not in _OF_MOTIONS or node is None:
            return statement
        if {"Motion", "Commitment"} & set(node.types):
            return statement
        return replace(statement, predicate="cites", degree=None)

    def _labelled(self, key: str) -> Node:
        node = self._nodes[key]
        return node if node.label else replace(node, label=self._weak.get(key, key))


# Where a document says both of one motion, the weaker word is part of the stronger one.
_OF_MOTIONS = ("fulfils", "followsUp", "rejects")
_STRONGER = {"followsUp": ("fulfils", "rejects")}


def _strongest(statements: Iterable[Statement]) -> Iterable[Statement]:
    best: dict[tuple[str | int, ...], Statement] = {}
    for each in sorted(statements, key=lambda s: (-s.confidence, s.rule, str(s.note))):
        # One sentence says one thing once, whichever of its rules fired.
        place = (each.subject, each.predicate, each.object, each.file, each.start, each.end)
        best.setdefault(place, each)
    statements = tuple(best.values())
    said = {(s.subject, s.predicate, s.object) for s in statements}
    for statement in statements:
        above = _STRONGER.get(statement.predicate, ())
        if not any((statement.subject, each, statement.object) in said for each in above):
            yield statement


def _met(statements: Iterable[Statement]) -> dict[str, str]:
    """How far each thing is fulfilled: wholly when one document says so."""
    met: dict[str, str] = {}
    for each in statements:
        if each.predicate == "fulfils":
            partly = each.degree is Degree.PARTIAL and met.get(each.object) != "fulfilled"
            met[each.object] = "partly" if partly else "fulfilled"
    return met


def _with_status(node: Node, met: Mapping[str, str]) -> Node:
    """A commitment with its status, which follows from what all documents say of it."""
    if "Commitment" not in node.types:
        return node
    status = Literal("kg:status", met.get(node.key, "open"))
    return replace(node, literals=_sorted((*node.literals, status)))


def _statement_order(statement: Statement) -> tuple[str, ...]:
    return (
        statement.subject,
        statement.predicate,
        statement.object,
        statement.file,
        f"{statement.start:012}",
        f"{statement.end:012}",
        statement.rule,
    )


def _sorted(literals: Iterable[Literal]) -> tuple[Literal, ...]:
    return tuple(sorted(set(literals), key=lambda each: (each.prop, each.text, each.lang or "")))


_GENERAL = {"Kamerstuk": 1, "Person": 2, "Document": 3}


def _longest(text: str) -> tuple[int, str]:
    return len(text), text


def _united(old: Node, new: Node) -> Node:
    types = (*old.types, *(each for each in new.types if each not in old.types))
    # What a paper is goes before where it is printed, and both before the bare classes.
    types = tuple(sorted(types, key=lambda each: _GENERAL.get(each, 0)))
    if len(types) > 1:
        types = tuple(each for each in types if each != "Document")
    return replace(
        old,
        types=types,
        label=max(old.label, new.label, key=_longest),
        literals=_sorted((*old.literals, *new.literals)),
        pages=tuple(sorted({*old.pages, *new.pages})),
        links=tuple(sorted({*old.links, *new.links})),
    )
