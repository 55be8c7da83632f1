"""A whole build: read what is new, settle what holds over all, merge, and publish the result."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import ExitStack, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from kg.building.collecting import paused
from kg.building.counting import nothing_read
from kg.building.course import Built, Course, Wish
from kg.building.deciding import Deciding
from kg.building.ending import Ending
from kg.building.inputs import local
from kg.building.joining import mergings
from kg.building.merged import clear
from kg.building.pool import Pool, Workers, ready
from kg.building.reading import look, outdate, read
from kg.building.state import State, forget_all, prepare
from kg.errors import GraphError, InputError
from kg.files import GRAPH_NAME, PAGE_NAME
from kg.resolve.register import Register
from kg.store import clear_store

WORK = "work"
_LOOKED_AT = 20  # of so many inputs it is seen to that all workers have them


def build(wish: Wish) -> Built:
    """Build, or bring up to date, the graph below ``wish.output``.

    Raises ``InputError`` when not one document can be read, ``GraphError`` when another build
    works there or the disk is full; the graph of the build before then stays as it was.
    """
    if wish.register is not None:
        with Register(wish.register):
            pass  # one that cannot be used says so before anything is begun
    folder = wish.output.absolute() / WORK  # a worker elsewhere has another current folder
    first = not folder.exists()
    try:
        prepare(folder)
        with FileLock(folder / "lock", timeout=0), paused():
            _clear(wish.output)
            return _build(wish, folder)
    except InputError:
        if first:  # nothing was read: leave no trace
            shutil.rmtree(folder, ignore_errors=True)
            with suppress(OSError):
                wish.output.rmdir()
        raise
    except Timeout:
        raise GraphError(
            str(wish.output), "another build is at work here", "let it end, or choose another -o"
        ) from None
    except (OSError, sqlite3.OperationalError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        remedy = "the graph before stays as it was; see to room and rights, and run again to go on"
        raise GraphError(str(wish.output), f"could not be written ({reason})", remedy) from error


def _build(wish: Wish, folder: Path) -> Built:
    try:
        with State(folder) as state:
            return _through(Course(wish, state))
    except sqlite3.DatabaseError as error:
        if type(error) is not sqlite3.DatabaseError:
            raise
    forget_all(folder)  # it turned out to be damaged: everything is read again
    with State(folder) as state:
        return _through(Course(wish, state))


def _clear(output: Path) -> None:
    """Take away what a killed build was writing: its pieces are of no use to this one."""
    for pattern in (f".{GRAPH_NAME}.????????", f".{PAGE_NAME}.????????", f"{WORK}/*.part"):
        for path in output.glob(pattern):
            path.unlink(missing_ok=True)
    clear_store(output)


def _through(course: Course) -> Built:
    """All of it, in order."""
    state, wish = course.state, course.wish
    course.tell("looking", 0, 0)
    state.check()
    outdate(course)
    clear(state)
    found = look(course)
    with ExitStack() as stack:
        pool = stack.enter_context(Pool(ready(wish.workers), wish.limits.seconds))
        workers = _workers(course, stack) or pool
        deciding = Deciding(course, found, workers, read(course, found, workers))
        deciding.renew()
        documents, problems = deciding.documents(), course.problems(found)
        if not documents:
            raise nothing_read(wish.inputs, problems)
        ending = Ending(course, documents)
        if ending.stands():
            return ending.built(problems, changed=False)
        settled, gathered = deciding.settled()
        documents, problems = deciding.documents(), course.problems(found)
        refused = settled.identities.refused
        tasks = mergings(state, course.number, documents, settled, gathered)
        # what held over all documents is in the tasks: a large build needs its room
        del settled, gathered
        ending = Ending(course, documents)
        ending.merge(found, tasks, refused, pool)
    return ending.built(problems, changed=True)


def _workers(course: Course, stack: ExitStack) -> Workers | None:
    """The workers of a cluster, where the wish names one; they read and place."""
    wish = course.wish
    if wish.scheduler is None:
        return None
    from kg.building.cluster import connected

    course.tell("connecting", 0, 0)
    needed = local(wish.inputs)[:_LOOKED_AT]
    if course.register is not None:
        needed.append(course.register)
    seconds = wish.limits.seconds
    return stack.enter_context(connected(wish.scheduler, course.state.folder, seconds, needed))
