"""The tasks that join what all documents say, a bucket each, and their results in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from kg.building import whole
from kg.building.merged import merged_before
from kg.building.merging import Bucketed, Merging
from kg.building.pool import Told, Workers
from kg.building.rows import Slice
from kg.building.state import MERGED, Row, State


def merged_folder(state: State, number: int) -> Path:
    """Where the merge of the build with this number stands."""
    return state.folder / f"merged-{number}"


def mergings(
    state: State,
    number: int,
    documents: Sequence[Row],
    settled: whole.Settled,
    gathered: whole.Gathered,
) -> list[Merging]:
    """A task for each bucket, in order; what they write goes to the folder of this merge."""
    judged = whole.judge(state, gathered, settled)
    folder = merged_folder(state, number)
    before = merged_before(state)
    staying = {row.token for row in documents if row.rows == MERGED}
    dropped = frozenset(before.tokens) - staying if before else frozenset[int]()
    slices = _fresh(state, documents)
    members, met = whole.by_bucket(settled.identities, judged.met)
    known = before.buckets if before else {}
    tasks = []
    for bucket in sorted({*known, *slices, *judged.rows}):
        was = known.get(bucket)
        tasks.append(
            Merging(
                f"merge-{bucket}",
                bucket,
                str(folder),
                (was.things, was.text) if was else None,
                dropped,
                tuple(slices.get(bucket, ())),
                tuple(judged.rows.get(bucket, ())),
                members.get(bucket, {}),
                met.get(bucket, {}),
            )
        )
    return tasks


def _fresh(
    state: State, documents: Sequence[Row]
) -> dict[int, list[tuple[Slice, frozenset[int]]]]:
    """Where the rows stand that are in no merge yet, by bucket, with the documents that count."""
    fresh: dict[str, set[int]] = {}
    for row in documents:
        if row.rows != MERGED:
            fresh.setdefault(row.rows, set()).add(row.token)
    slices: dict[int, list[tuple[Slice, frozenset[int]]]] = {}
    for name, places in state.places().items():
        if name in fresh:
            where, tokens = str(state.folder / f"{name}.rows"), frozenset(fresh[name])
            for bucket, (start, size) in places.items():
                slices.setdefault(bucket, []).append((Slice(where, start, size), tokens))
    return slices


def in_order(
    workers: Workers,
    tasks: list[Merging],
    ready: Callable[[Bucketed], None],
    tell: Callable[[int, int], None],
) -> list[Bucketed]:
    """Do the tasks, handing out each bucket to ``ready`` when all before it are done."""
    order = [task.bucket for task in tasks]
    done: dict[int, Bucketed] = {}
    at = 0
    tell(at, len(order))
    for told in workers.run(_handed_out(tasks)):
        assert isinstance(told, Told) and isinstance(told.what, Bucketed)
        done[told.what.bucket] = told.what
        while at < len(order) and order[at] in done:
            ready(done[order[at]])
            at += 1
        tell(len(done), len(order))
    return [done[bucket] for bucket in order]


def _handed_out(tasks: list[Merging]) -> Iterator[Merging]:
    """The tasks in order, each let go of when it is given away: together they are large."""
    tasks.reverse()
    while tasks:
        yield tasks.pop()
