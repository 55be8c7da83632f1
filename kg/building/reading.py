"""The first part of a build: look at all files, and read what is new or has changed."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor

from kg.building import whole
from kg.building.chunks import Chunk, Done
from kg.building.course import LEFT_OUT, Course
from kg.building.inputs import New, Scan, readings, scan
from kg.building.limiting import limit
from kg.building.merged import merged_before
from kg.building.pool import Failed, Told, Workers
from kg.building.state import TO_PLACE, TO_RECOGNISE
from kg.building.tasks import Reading
from kg.building.versions import versions
from kg.read import sources


def outdate(course: Course) -> None:
    """What an earlier program, table, limit or register gave has to be done again."""
    state, now = course.state, versions(course.wish.register)
    with state.change():
        before = [state.get(name) for name in ("reading", "rules", "resolving")]
        if before != [now.reading, now.rules, now.resolving]:
            state.set("buckets", "")  # what was merged was written by another program
        limit(state, course.wish.limits)
        if state.get("reading") != now.reading:
            state.forget(state.sources())
        elif state.get("rules") != now.rules:
            state.forget(state.troubled())  # the trouble may have been one of the rules
            state.outdate(TO_RECOGNISE)
        elif state.get("resolving") != now.resolving:
            state.forget([key for key in state.troubled() if not state.known(key)])
            state.outdate(TO_PLACE)
        if merged_before(state) is None:  # nothing was merged, or what was is gone or damaged
            state.outdate_merged()
            state.set("buckets", "")
        for name in ("reading", "rules", "resolving"):
            state.set(name, getattr(now, name))


def look(course: Course) -> Scan:
    """All files of the inputs; of those that only moved, or have another time, note is taken."""
    state = course.state
    inputs = sources(course.wish.inputs, limits=course.wish.limits)
    found = scan(course.telling("looking", inputs), state.stamps())
    troubled = state.troubled() if found.moved else frozenset()
    with state.change():
        for key, each in found.restamped.items():
            state.stamp(key, each.source.place, each.stamp)
        for key, (now, twin) in found.moved.items():
            if twin in troubled:  # its problems name the place where it was
                found.new[key] = now
            else:
                state.copy(key, now.source.place, now.stamp, twin)
    return found


def read(course: Course, found: Scan, workers: Workers) -> whole.Said:
    """Read what is new; what the documents say that need no reading, gathered meanwhile."""
    known, sizes = found.keys - found.new.keys(), found.size
    done = size = problems = 0
    before: Future[whole.Said] | None = None
    wish, state = course.wish, course.state
    tasks = readings(found, state, wish.limits, course.register, course.names())
    course.tell("reading", done, len(found.new), size, sizes)
    with ThreadPoolExecutor(1) as beside:
        for told in workers.run(tasks):
            # no sooner: all workers are born now, and none inherits what a thread is at
            before = before or beside.submit(whole.said_before, state.folder, known)
            for each in _kept(course, told, found.new):
                done += 1
                size += found.new[each.key].stamp.size
                problems += len(each.problems)
            course.tell("reading", done, len(found.new), size, sizes, problems)
    found.new.clear()  # of a large build it needs the room
    return before.result() if before else whole.Said()


def _kept(course: Course, told: Told | Failed, new: dict[str, New]) -> tuple[Done, ...]:
    """Keep what was told; the sources that are done."""
    ended = _ended(told)
    stamps = {each.key: (new[each.key].source.place, new[each.key].stamp) for each in ended}
    chunk = told.what if isinstance(told, Told) else Chunk("", (), {}, ended)
    with course.state.change():
        course.state.add(chunk, stamps)
    course.documents += len(chunk.made)
    return ended


def _ended(told: Told | Failed) -> tuple[Done, ...]:
    """The sources that are done, one that failed among them."""
    if isinstance(told, Failed):
        assert isinstance(told.task, Reading)
        given = told.task.given[0]
        return (Done(given.key, ((given.source.place, told.problem, LEFT_OUT),)),)
    assert isinstance(told.what, Chunk)
    return told.what.done
