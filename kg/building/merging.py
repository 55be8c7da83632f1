"""One bucket merged: everything that all documents say of the things in it, in order of IRI.

What was merged before comes in as it stands; only things of which something changed are put
together anew.
"""

from __future__ import annotations

import marshal
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kg.building.counting import Counts
from kg.building.rows import TOGETHER, Row, Slice, making_of, settle, unpacked_piece
from kg.building.tasks import Tell
from kg.graph.text import Writer
from kg.model import Node
from kg.resolve.unite import node_of
from kg.vocabulary import KG

#: A thing as it was merged: IRI, text, and for a statement its token; for another thing what went
#: into it (members, status, parts: token, piece, edges) and what is counted of it.
Merged = tuple[Any, ...]
Part = tuple[int, tuple[Any, ...] | None, tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True)
class Bucketed:
    """A bucket is merged: its files are written, if anything is in it."""

    bucket: int
    things: int
    counts: Counts


@dataclass(frozen=True, slots=True)
class Merging:
    """Merge one bucket.

    ``before`` are its rows as merged before, without those of the tokens in ``dropped``; ``rows``
    where the rows of documents placed since stand, of which those of ``active`` count (by chunk);
    ``together`` the rows that follow from several documents. ``members`` are the identifiers of
    documents that have several, by the naming one's key; ``met`` how far things are fulfilled.
    The files are ``folder/bucket.rows``, ``.ttl`` and ``.diff`` (the texts removed and added).
    """

    name: str
    bucket: int
    folder: str
    before: Slice | None
    dropped: frozenset[int]
    rows: tuple[tuple[Slice, frozenset[int] | None], ...]
    together: tuple[Row, ...]
    members: Mapping[str, tuple[str, ...]]
    met: Mapping[str, str]

    def run(self, tell: Tell) -> None:
        """Tells one :class:`Bucketed`."""
        before = self.before.read() if self.before is not None else []
        merged = self._merged(before)
        folder = Path(self.folder)
        if merged:
            text = "".join(f"\n{each[1]}\n" for each in merged)
            _write(folder / f"{self.bucket}.rows", marshal.dumps(merged))
            _write(folder / f"{self.bucket}.ttl", text.encode())
        if self.before is not None:
            _write(folder / f"{self.bucket}.diff", marshal.dumps(_difference(before, merged)))
        tell(Bucketed(self.bucket, len(merged), _counted(merged)))

    def _merged(self, before: Iterable[Merged]) -> list[Merged]:
        """Each thing of the bucket, in order of IRI."""
        known: dict[str, Merged] = {}
        parts: dict[str, list[Part]] = {}
        statements: dict[str, Merged] = {}
        for each in before:
            if len(each) == 3:
                if self._stays(each[2]):
                    statements[each[0]] = each
                continue
            known[each[0]] = each
            left = [part for part in each[4] if self._stays(part[0])]
            if left:
                parts[each[0]] = left
        for row in self._new_rows():
            if len(row) == 3:
                statements[row[0]] = (row[0], row[2], row[1])
            else:
                parts.setdefault(row[0], []).append(row[1:])
        found = list(statements.values())
        found += [self._thing(iri, got, known.get(iri)) for iri, got in parts.items()]
        found.sort(key=_iri)
        return found

    def _stays(self, token: int) -> bool:
        return token != TOGETHER and token not in self.dropped

    def _new_rows(self) -> Iterator[Row]:
        for where, active in self.rows:
            for row in where.read():
                if active is None or row[1] in active:
                    yield row
        yield from self.together

    def _thing(self, iri: str, parts: list[Part], before: Merged | None) -> Merged:
        parts.sort(key=_part_order)
        key = next((part[1][0] for part in parts if part[1] is not None), None)
        members = self.members.get(key, ()) if key is not None else ()
        status = self.met.get(key, "") if key is not None else ""
        if before is not None and before[2:5] == (members, status, parts):
            return before
        edges = {edge for part in parts for edge in part[2]}
        counted = tuple(sorted(Counter(relation for relation, _ in edges).items()))
        pieces = [unpacked_piece(part[1]) for part in parts if part[1] is not None]
        if not pieces:
            return iri, _writer().loose(iri, edges), members, status, parts, ("", counted, None)
        node = node_of(pieces, members, self.met)
        _, text = _writer().node(node, edges)
        return iri, text, members, status, parts, (node.types[0], counted, _reason(node))


def _iri(each: Merged) -> str:
    return str(each[0])


def _part_order(part: Part) -> tuple[int, tuple[tuple[str, str], ...]]:
    return part[0], part[2]


def _difference(before: Iterable[Merged], after: Iterable[Merged]) -> tuple[list[str], list[str]]:
    """The texts that are gone and those that are new."""
    was = {each[0]: each[1] for each in before}
    now = {each[0]: each[1] for each in after}
    gone = [text for iri, text in was.items() if now.get(iri) != text]
    return gone, [text for iri, text in now.items() if was.get(iri) != text]


def _write(path: Path, content: bytes) -> None:
    making = making_of(path)
    making.write_bytes(content)
    settle(making, path)


def _reason(node: Node) -> tuple[str, str] | None:
    for literal in node.literals:
        if literal.prop == "kg:reason":
            return node.label, literal.text
    return None


def _counted(done: Iterable[Merged]) -> Counts:
    nodes: Counter[str] = Counter()
    edges: Counter[str] = Counter()
    statements = 0
    unresolved: list[tuple[str, str]] = []
    for each in done:
        if len(each) == 3:
            statements += 1
            continue
        kind, counted, reason = each[5]
        nodes[kind] += 1
        for relation, count in counted:
            edges[relation.removeprefix(KG)] += count
        if reason is not None:
            unresolved.append(reason)
    return Counts(dict(nodes), dict(edges), statements, tuple(unresolved))


@cache
def _writer() -> Writer:
    return Writer()
