"""What the pieces of many documents make together: one node for each thing, each edge judged.

Nothing here depends on the order in which documents come, so that any number of them, read by any
number of workers and put together piece by piece, give the same graph.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.frozen import made_quickly
from kg.model import Degree, Literal, Node, Statement, statement_order
from kg.resolve import describe


@made_quickly
@dataclass(frozen=True, slots=True)
class Piece:
    """What one document adds to one node.

    ``weak`` is a label that gives way to any other; ``told_types`` and ``told_literals`` follow
    from a number or the register alone and give way to what the paper itself says.
    """

    key: str
    types: tuple[str, ...]
    label: str
    weak: str = ""
    literals: tuple[Literal, ...] = ()
    pages: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    told_types: tuple[str, ...] = ()
    told_literals: tuple[Literal, ...] = ()


#: How far each thing is fulfilled, where something says so: ``partly`` or ``fulfilled``.
Met = Mapping[str, str]

_GENERAL = {"Kamerstuk": 1, "Person": 2, "Document": 3}
# A thing has one of each; where two documents differ, the first in order stays.
_SINGLE = frozenset(("dcterms:date", "kg:attachmentCount", "kg:due", "kg:unresolved"))
_DOCUMENT = "document/"


def longest(text: str) -> tuple[int, str]:
    """The order of labels: by length, then by their letters."""
    return len(text), text


def longer(one: str, other: str) -> str:
    """The one of two labels that stays.

    >>> longer("Kamerstuk 25 295", "Zorg"), longer("a", "b")
    ('Kamerstuk 25 295', 'b')
    """
    return other if longest(other) > longest(one) else one


def node_of(pieces: Sequence[Piece], members: Sequence[str], met: Met) -> Node:
    """The node that its pieces make together; ``members`` are all identifiers of its document.

    >>> one = Piece("document/kst-1-2", ("Letter",), "", "Kamerstuk 1, nr. 2")
    >>> node_of([one, Piece(one.key, (), "Voortgang")], ("kst-1-2",), {}).label
    'Voortgang'
    """
    key = pieces[0].key
    read = any(map(_is_read, pieces))
    types = {name for each in pieces for name in each.types}
    literals = {literal for each in pieces for literal in each.literals}
    pages = {page for each in pieces for page in each.pages}
    if not read:
        types.update(name for each in pieces for name in each.told_types)
        literals.update(literal for each in pieces for literal in each.told_literals)
    if len(members) > 1:
        literals.update(describe.literals(tuple(members)))
        pages.update(page for member in members for page in describe.web_pages(member))
    if "Commitment" in types:
        literals.add(Literal("kg:status", met.get(key, "open")))
    label = max((each.label for each in pieces if _is_read(each)), key=longest, default="")
    label = label or max((each.label for each in pieces), key=longest)
    return Node(
        key,
        _in_order(types),
        label or max((each.weak for each in pieces), key=longest) or key,
        tuple(_once(sorted(literals, key=_literal_order))),
        tuple(sorted(pages)),
        tuple(sorted({link for each in pieces for link in each.links})),
    )


def _is_read(piece: Piece) -> bool:
    """Whether the document that adds this is the thing itself: its own name for it counts."""
    return any(name == "readFrom" for name, _ in piece.links)


def members_of(key: str, members: Callable[[str], tuple[str, ...]]) -> tuple[str, ...]:
    """The identifiers of the document with this key; empty for other things."""
    return members(key.removeprefix(_DOCUMENT)) if key.startswith(_DOCUMENT) else ()


def _in_order(types: set[str]) -> tuple[str, ...]:
    """What a paper is goes before where it is printed, and both before the bare classes."""
    if len(types) > 1:
        types.discard("Document")
    return tuple(sorted(types, key=lambda each: (_GENERAL.get(each, 0), each))) or ("Document",)


def _literal_order(literal: Literal) -> tuple[str, str, str]:
    return literal.prop, literal.text, literal.lang or ""


def _once(literals: Iterable[Literal]) -> Iterator[Literal]:
    before = None
    for each in literals:
        if each.prop != before or each.prop not in _SINGLE:
            yield each
        before = each.prop


# --- statements ------------------------------------------------------------------------------

# Where a document says both of one motion, the weaker word is part of the stronger one.
JUDGED = frozenset(("fulfils", "followsUp", "rejects"))
_STRONGER = {"followsUp": ("fulfils", "rejects")}
_FULFILLED = frozenset(("Motion", "Commitment"))

#: An edge: subject, predicate, object.
Edge = tuple[str, str, str]


def split(statements: Iterable[Statement]) -> tuple[tuple[Statement, ...], tuple[Statement, ...]]:
    """The statements of one document: those that are settled, and those that others bear on.

    What is said of a motion's fulfilment depends on whether any document knows it for a motion,
    and on what else is said of it.
    """
    statements = tuple(statements)
    about = {(s.subject, s.object) for s in statements if s.predicate in JUDGED}
    if not about:
        return _ordered(_one_each(statements)), ()
    open_ = tuple(s for s in statements if (s.subject, s.object) in about)
    settled = (s for s in statements if (s.subject, s.object) not in about)
    return _ordered(_one_each(settled)), _ordered(open_)


def judge(
    statements: Iterable[Statement], is_motion: Callable[[str], bool]
) -> tuple[Statement, ...]:
    """The open statements of all documents as they stand in the graph, in order.

    ``is_motion`` says of a key whether any document knows it for a motion or commitment.
    """
    best = fitted(statements, is_motion)
    said = {edge_of(each) for each in best}
    return _ordered(each for each in best if counts(each, said))


def fitted(
    statements: Iterable[Statement], is_motion: Callable[[str], bool]
) -> tuple[Statement, ...]:
    """Open statements as they fit what they are about, which may be done document by document.

    Only motions and commitments are fulfilled; of anything else it is a citation.
    """
    return tuple(_one_each(_fitting(each, is_motion) for each in statements))


def edge_of(statement: Statement) -> Edge:
    """Subject, predicate and object of a statement."""
    return statement.subject, statement.predicate, statement.object


def counts(statement: Statement, said: Container[Edge]) -> bool:
    """Whether nothing stronger is said of the same two, in all that is ``said``."""
    stronger = _STRONGER.get(statement.predicate, ())
    return not any((statement.subject, p, statement.object) in said for p in stronger)


def may_be_fulfilled(types: Iterable[str]) -> bool:
    """Whether a thing with these classes can be fulfilled at all.

    >>> may_be_fulfilled(["Kamerstuk", "Motion"]), may_be_fulfilled(["Letter"])
    (True, False)
    """
    return not _FULFILLED.isdisjoint(types)


def met(statements: Iterable[Statement]) -> dict[str, str]:
    """How far each thing is fulfilled: wholly when one document says so."""
    found: dict[str, str] = {}
    for each in statements:
        if each.predicate == "fulfils":
            partly = each.degree is Degree.PARTIAL and found.get(each.object) != "fulfilled"
            found[each.object] = "partly" if partly else "fulfilled"
    return found


def _fitting(statement: Statement, is_motion: Callable[[str], bool]) -> Statement:
    if statement.predicate not in JUDGED or is_motion(statement.object):
        return statement
    return replace(statement, predicate="cites", degree=None)


def _one_each(statements: Iterable[Statement]) -> Iterable[Statement]:
    """One sentence says one thing once, whichever of its rules fired."""
    best: dict[tuple[str | int, ...], Statement] = {}
    for each in sorted(statements, key=lambda s: (-s.confidence, s.rule, str(s.note))):
        place = (each.subject, each.predicate, each.object, each.file, each.start, each.end)
        best.setdefault(place, each)
    return best.values()


def _ordered(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    return tuple(sorted(statements, key=statement_order))
