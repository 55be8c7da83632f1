"""What holds over all documents: their names, what they promise, and what is judged of them.

Everything here goes over the documents one at a time; what it holds in memory grows with the
names that join documents and the edges between them, not with the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from kg.building.gist import Made, Others
from kg.building.rows import TOGETHER, Row, bucket_of
from kg.building.state import FRESH, State
from kg.building.state import Row as Known
from kg.graph.text import Writer, once
from kg.model import Statement
from kg.resolve import describe
from kg.resolve.drafts import all_made
from kg.resolve.identity import Identities, Join
from kg.resolve.probable import probable
from kg.resolve.unite import Edge, counts, edge_of, fitted, met


def active(rows: Iterable[Known], keys: Iterable[str]) -> list[Known]:
    """The documents that count: of those with the same bytes the first by name, of given files."""
    wanted = frozenset(keys)
    first: dict[str, Known] = {}
    for row in rows:
        if row.source in wanted:
            first.setdefault(row.sha256, row)
    return list(first.values())


@dataclass(frozen=True, slots=True)
class Settled:
    """The names of documents and what each promises, over all of them."""

    identities: Identities
    made: Mapping[str, Made]
    names: Mapping[str, str]

    def agrees(self, others: Others) -> bool:
        """Whether a document was told of others what holds over all of them."""
        name, made = self.names.get, self.made
        return all(name(each, each) == told for each, told in others.names.items()) and all(
            made.get(each, ()) == told for each, told in others.made.items()
        )

    def answers(self, others: Others) -> tuple[dict[str, str], dict[str, Made]]:
        """What a document has to be told: the names, and the promises of what they name."""
        names = {each: self.names.get(each, each) for each in others.names}
        asked = {each: self.made[each] for each in names.values() if each in self.made}
        return names, asked


@dataclass(frozen=True, slots=True)
class Said:
    """What documents say by themselves: the joins they propose, and by file what they promise."""

    tokens: frozenset[int] = frozenset()
    joins: frozenset[Join] = frozenset()
    made: tuple[tuple[str, Made], ...] = ()


def said(state: State, tokens: Set[int]) -> Said:
    """What these documents say by themselves."""
    joins: set[Join] = set()
    made: list[tuple[str, Made]] = []
    for own in state.own(tokens):
        joins.update(own.joins)
        if own.made:
            made.append((own.file, own.made))
    return Said(frozenset(tokens), frozenset(joins), tuple(made))


def said_before(folder: Path, keys: Iterable[str]) -> Said:
    """What the documents of these sources say that need not be done again.

    To be asked in another thread while the sources that changed are read.
    """
    with State.beside(folder) as state:
        known = active(state.rows(), keys)
        return said(state, {row.token for row in known if row.stale == FRESH})


def settle(state: State, documents: Sequence[Known], before: Said) -> Settled:
    """The names that follow from what all documents propose, and their promises.

    ``before`` is what some of them say, found already; of use where they all count still.
    """
    tokens = {row.token for row in documents}
    if not before.tokens <= tokens:
        before = Said()
    now = said(state, tokens - before.tokens)
    identities = Identities.of(chain(before.joins, now.joins))
    names = identities.names()
    promised = all_made((names.get(file, file), each) for file, each in (*before.made, *now.made))
    return Settled(identities, promised, names)


@dataclass
class Gathered:
    """What was gathered over all documents to be judged together."""

    tokens: set[int] = field(default_factory=set)
    motions: set[str] = field(default_factory=set)

    def add(self, token: int, others: Others) -> None:
        """Add what one document says."""
        self.tokens.add(token)
        self.motions.update(others.motions)


@dataclass(frozen=True, slots=True)
class Judged:
    """The rows that follow from several documents by bucket, and how far things are fulfilled."""

    rows: Mapping[int, Sequence[Row]]
    met: Mapping[str, str]


def judge(state: State, gathered: Gathered, settled: Settled) -> Judged:
    """Judge what waits, document by document, in the light of all that is said."""
    said: set[Edge] = set()
    for each in _fitted(state, gathered):
        said.update(map(edge_of, each))
    writer = Writer()
    rows: dict[int, list[Row]] = {}
    edges: dict[str, set[tuple[str, str]]] = {}
    fulfilled: list[Statement] = []
    profiles = chain.from_iterable(rare.profiles for rare in state.rare(gathered.tokens))
    further = tuple(probable(profiles, settled.identities))
    for each in chain([further], _fitted(state, gathered)):
        stands = [statement for statement in each if counts(statement, said)]
        fulfilled += (s for s in stands if s.predicate == "fulfils")
        for key, statement in once(stands).items():
            subject, edge = writer.edge(statement)
            edges.setdefault(subject, set()).add(edge)
            iri, text = writer.statement(key, statement)
            rows.setdefault(bucket_of(iri), []).append((iri, TOGETHER, text))
    for subject, found in edges.items():
        row = (subject, TOGETHER, None, tuple(sorted(found)))
        rows.setdefault(bucket_of(subject), []).append(row)
    return Judged(rows, met(fulfilled))


def _fitted(state: State, gathered: Gathered) -> Iterator[tuple[Statement, ...]]:
    for rare in state.rare(gathered.tokens):
        if rare.waiting:
            yield fitted(rare.waiting, gathered.motions.__contains__)


def by_bucket(
    identities: Identities, fulfilled: Mapping[str, str]
) -> tuple[dict[int, dict[str, tuple[str, ...]]], dict[int, dict[str, str]]]:
    """The identifiers of documents that have several, and what is fulfilled, by bucket and key."""
    writer = Writer()
    members: dict[int, dict[str, tuple[str, ...]]] = {}
    for together in identities.together():
        key = describe.key(together[0])
        members.setdefault(bucket_of(writer.iri(key)), {})[key] = together
    done: dict[int, dict[str, str]] = {}
    for key, status in fulfilled.items():
        done.setdefault(bucket_of(writer.iri(key)), {})[key] = status
    return members, done
