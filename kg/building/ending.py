"""The last part of a build: merge what the documents say, publish it, and take note of it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from kg.building.counting import Counts, summed
from kg.building.course import Built, Course, Trouble
from kg.building.inputs import Scan
from kg.building.joining import in_order, merged_folder
from kg.building.merged import Merged, fingerprint, kept, merged_before
from kg.building.merging import Bucketed, Merging
from kg.building.paging import Texts, write_page
from kg.building.pool import Pool, ready
from kg.building.publishing import Publishing
from kg.building.state import MERGED, Row
from kg.building.versions import version_of_page
from kg.store import is_stored, load


class Ending:
    """The graph of these documents of a build."""

    def __init__(self, course: Course, documents: Sequence[Row]) -> None:
        self._course = course
        self._state = course.state
        self._documents = documents
        self._left_out: int | None = None  # of the page, where it is written already

    def stands(self) -> bool:
        """Whether the graph that is there is already the one of these documents."""
        state = self._state
        return (
            state.get("merged") == str(len(self._documents))
            and all(row.rows == MERGED for row in self._documents)
            and self._in_force()
            and is_stored(self._course.turtle)
        )

    def _in_force(self) -> bool:
        """Whether the graph that is there is the one of the merge before."""
        return self._state.get("turtle") == fingerprint(self._course.turtle)

    def merge(
        self, found: Scan, tasks: list[Merging], refused: Iterable[str], pool: Pool
    ) -> None:
        """Merge, publish, and take note of it, while the page is made."""
        course = self._course
        folder = merged_folder(self._state, course.number)
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        done = self._merged(tasks, pool)
        merged = kept(done, [row.token for row in self._documents], course.turtle, folder)
        counts = summed(each.counts for each in done)
        course.tell("showing", 0, 0)
        with ThreadPoolExecutor(1) as beside:  # what the page asks of the store takes no Python
            page = beside.submit(self._shown, counts)
            self._commit(merged, found, counts, refused)
            self._left_out = page.result()

    def _merged(self, tasks: list[Merging], pool: Pool) -> list[Bucketed]:
        """Merge all buckets; the graph is written, and stored, as they come, in order."""
        course = self._course
        # a build that was killed at its very end may have left another graph than it knew of
        changing = merged_before(self._state) is not None and self._in_force()
        threads, tell = ready(course.wish.workers), partial(course.tell, "merging")
        with Publishing(
            course.turtle, partial(course.tell, "storing"), changing=changing, threads=threads
        ) as publishing:
            return in_order(pool, tasks, publishing.add, tell)

    def _shown(self, counts: Counts) -> int:
        """Write the page of the graph that is there; how many things it leaves out."""
        course = self._course
        texts = Texts(self._state, self._documents)
        return write_page(
            load(course.turtle), counts.nodes, course.page, course.wish.language, texts
        )

    def _commit(
        self, merged: Merged, found: Scan, counts: Counts, refused: Iterable[str]
    ) -> None:
        """The new merge is in force: everything that was needed for it may go."""
        state, turtle = self._state, self._course.turtle
        gone = found.gone(state.sources())
        told = {
            "nodes": counts.nodes,
            "edges": counts.edges,
            "statements": counts.statements,
            "unresolved": counts.unresolved,
        }
        with state.change():
            state.forget(gone)
            state.merged(merged.tokens)
            state.set("buckets", merged.packed())
            state.set("merged", str(len(merged.tokens)))
            state.set("turtle", fingerprint(turtle))
            state.set("counts", json.dumps(told, ensure_ascii=False))
            state.set("refused", json.dumps(sorted(set(refused)), ensure_ascii=False))
        state.sweep()
        for path in state.folder.glob("merged-*"):
            if path != merged_folder(state, self._course.number):
                shutil.rmtree(path, ignore_errors=True)

    def built(self, problems: tuple[Trouble, ...], *, changed: bool) -> Built:
        """What there is now, with its page."""
        state, course = self._state, self._course
        told = json.loads(state.get("counts"))
        unresolved = tuple((label, reason) for label, reason in told["unresolved"])
        counts = Counts(told["nodes"], told["edges"], told["statements"], unresolved)
        wanted = f"{state.get('turtle')} {course.wish.language} {version_of_page()}"
        if not course.page.exists() or state.get("page") != f"{wanted} {fingerprint(course.page)}":
            if self._left_out is None:
                course.tell("showing", 0, 0)
                self._left_out = self._shown(counts)
            with state.change():
                state.set("left out", str(self._left_out))
                state.set("page", f"{wanted} {fingerprint(course.page)}")
        return Built(
            len(self._documents),
            course.documents,
            problems,
            tuple(json.loads(state.get("refused"))),
            counts,
            (course.turtle, course.page),
            changed,
            int(state.get("left out")),
            is_stored(course.turtle),
        )
