"""Kills, interruptions, bad documents, a full disk, two builds at once: nothing is lost."""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from papers import (
    ENVIRONMENT,
    KG,
    LETTERS,
    POISON,
    built,
    in_memory,
    letter,
    packed,
    poisoned,
    sound,
    turtle,
    written,
)

from kg.building import chunks, inputs, pool, tasks
from kg.building.versions import versions
from kg.errors import GraphError, InputError
from kg.read import Limits, documents
from kg.store import load

PATIENCE = 30.0  # seconds after which a process is taken to hang; nothing is measured by it

# A build in a process of its own that does something at one moment; each document is kept as it
# comes, so that there are many moments.
SCRIPT = """
import multiprocessing, os, re, signal, sys, time
sys.path.insert(0, {tests!r})
from pathlib import Path
from kg.building import chunks, course, ending, pool, run, tasks
from papers import poisoned

moment, deed, out, *inputs = sys.argv[1:]
chunks.CHUNK = 1
seen = 0

def do():
    print(seen, flush=True)
    if deed == "worker":
        os.kill(multiprocessing.active_children()[0].pid, signal.SIGKILL)
    elif deed == "wait":
        time.sleep(1000)
    else:
        os.kill(os.getpid(), signal.SIGKILL)

def tell(now):
    global seen, moment
    seen = now.documents
    stage, _, number = moment.partition(" ")
    if now.stage == stage and max(now.done, now.documents) >= int(number or 0):
        moment = ""
        do()

def before_commit(*told):
    do()

if moment == "commit":
    ending.Ending._commit = before_commit
if deed == "loop":  # within one call in C, as a parser may
    def loop():
        print("loop", flush=True)
        re.match("(a+)+$", "a" * 64 + "b")
    tasks.extract_all = poisoned(loop)
run.build(course.Wish(inputs, Path(out), workers=2, on_progress=tell))
"""


def started(moment: str, deed: str, out: Path, papers: Path) -> subprocess.Popen[str]:
    script = SCRIPT.format(tests=str(Path(__file__).parent))
    environment = {**ENVIRONMENT, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.Popen(
        [sys.executable, "-c", script, moment, deed, str(out), str(papers)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment,
    )  # fmt: skip


def living(out: Path) -> list[int]:
    """The processes of a build, told by the folder they were given; workers are named alike."""
    found = []
    for each in Path("/proc").iterdir():
        try:
            if each.name.isdigit() and str(out).encode() in (each / "cmdline").read_bytes():
                found.append(int(each.name))
        except OSError:  # it has just ended
            continue
    return [pid for pid in found if pid != os.getpid()]


def until(holds: Callable[[], bool]) -> bool:
    """Wait until something holds; whether it came to hold in time."""
    end = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def noted(out: Path, task: str) -> int:
    """How many documents of a task the builder itself has taken note of."""
    query = "SELECT count(*) FROM document WHERE extracts LIKE ?"
    with closing(sqlite3.connect(out / "work" / "state.sqlite")) as state:
        (many,) = state.execute(query, (f"{task}%",)).fetchone()
    return int(many)


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    return written(tmp_path / "papers", LETTERS)


@pytest.fixture
def out(papers: Path, tmp_path: Path) -> Path:
    """A build of the papers, which then change, all of them."""
    built(tmp_path / "out", papers)
    for name, text in LETTERS.items():
        (papers / name).write_text(text.replace("Geachte voorzitter", "Geachte heer"))
    return tmp_path / "out"


MOMENTS = ["reading 1", "reading 7", "placing 1", "merging 1", "merging 20", "commit", "showing"]


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_killed_build_leaves_a_whole_graph_and_goes_on(
    moment: str, papers: Path, out: Path
) -> None:
    old, new = turtle(out), in_memory([papers])
    assert old != new
    running = started(moment, "main", out, papers)
    told, err = running.communicate(timeout=PATIENCE)
    assert running.returncode == -signal.SIGKILL, err
    assert turtle(out) == (new if moment in ("commit", "showing") else old)
    assert len(load(out)) > 100
    assert until(lambda: not living(out)), "workers outlive the builder"
    result = built(out, papers)
    assert result.read == len(LETTERS) - int(told)
    sound(out, new)
    left = {path.name for path in out.iterdir()}
    assert left == {"graph.ttl", "graph.html", "store", "work"}, "pieces are left behind"
    assert len(list((out / "work").glob("merged-*"))) == 1
    assert not list((out / "work").glob("*.part"))


@pytest.mark.parametrize("moment", ["reading 1", "reading 9", "placing 1", "merging 2"])
def test_a_killed_worker_costs_nothing(moment: str, papers: Path, out: Path) -> None:
    running = started(moment, "worker", out, papers)
    told, err = running.communicate(timeout=PATIENCE)
    assert (running.returncode, err) == (0, "") and told
    sound(out, in_memory([papers]))
    assert built(out, papers).problems == ()


def test_papers_that_change_back_after_a_kill_at_the_very_end(papers: Path, out: Path) -> None:
    running = started("commit", "main", out, papers)
    running.communicate(timeout=PATIENCE)
    (papers / "cites.txt").unlink()
    for name in list(LETTERS)[1:]:
        (papers / name).write_text(LETTERS[name])
    built(out, papers)
    sound(out, in_memory([papers]))


def test_a_worker_that_loops_ends_with_its_builder(papers: Path, out: Path) -> None:
    (papers / "poison.txt").write_text(letter(POISON))
    with started("never", "loop", out, papers) as running:
        assert running.stdout is not None and running.stdout.readline()
        assert len(living(out)) > 1
        running.kill()
        running.wait()
        assert until(lambda: not living(out)), "a worker outlives the builder"


def test_an_interruption_is_one_line_and_the_next_run_goes_on(papers: Path, out: Path) -> None:
    (papers / "poison.txt").write_text(letter(POISON))
    slow = (
        f"import signal, sys, time; sys.path.insert(0, {str(Path(__file__).parent)!r})\n"
        "from kg.building import chunks, tasks; from papers import poisoned\n"
        # a shell has what it runs in the background ignore interruptions, also these tests
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "chunks.CHUNK = 1; tasks.extract_all = poisoned(lambda: time.sleep(1000))\n"
        "from kg.cli import main; main()"
    )
    running = subprocess.Popen(
        [sys.executable, "-c", slow, "build", str(papers), "-o", str(out), "--workers", "1"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
        env={**ENVIRONMENT, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    try:
        assert until(lambda: noted(out, "2-1-") >= 4 or running.poll() is not None)
        os.killpg(running.pid, signal.SIGINT)
        told, err = running.communicate(timeout=PATIENCE)
    finally:
        running.kill()
    assert running.returncode == 130 and told == ""
    told = "the files already there are whole; the same command goes on where this one stopped"
    assert err.strip() == f"kg: stopped; {told}"
    assert until(lambda: not living(out))
    (papers / "poison.txt").unlink()
    assert 0 < built(out, papers).read <= len(LETTERS) - 4
    sound(out, in_memory([papers]))


def test_an_interruption_meets_no_worker_that_is_just_born(
    papers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    really = pool._let_go

    def let_go(kept: int) -> None:
        os.kill(os.getpid(), signal.SIGINT)
        really(kept)

    monkeypatch.setattr(pool, "_let_go", let_go)
    assert built(tmp_path / "out", papers).problems == ()
    assert capfd.readouterr() == ("", "")


# --- documents that do harm --------------------------------------------------------------------


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> Limits:
    """Limits of few seconds, one file to a task."""
    monkeypatch.setattr(pool, "_GRACE", 1.0)
    monkeypatch.setattr(inputs, "_BATCH_FILES", (1, 1))
    return Limits(seconds=2)


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _hang() -> None:
    time.sleep(1000)


@pytest.mark.parametrize(("deed", "why"), [(_die, "ended its worker"), (_hang, "takes more than")])
@pytest.mark.parametrize("name", ["poison.txt", "poison.zip"])
def test_a_poisonous_document_is_named_and_left(
    deed: Callable[[], None], why: str, name: str, papers: Path, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, impatient: Limits,
) -> None:  # fmt: skip
    expected = in_memory([papers])
    text, out = letter(POISON), tmp_path / "out"
    written(papers, {name: packed({"binnen.txt": text}) if name.endswith("zip") else text})
    monkeypatch.setattr(tasks, "extract_all", poisoned(deed))
    result = built(out, papers, limits=impatient, workers=2)
    [(place, problem, remedy)] = result.problems
    assert place == str(papers / name) and why in problem and "until it changes" in remedy
    assert result.documents == len(LETTERS)
    sound(out, expected)
    # it is not tried again, only named
    monkeypatch.setattr(tasks, "documents", None)
    again = built(out, papers, limits=impatient)
    assert (again.read, again.changed, again.problems) == (0, False, result.problems)
    monkeypatch.undo()
    (papers / name).unlink()
    written(papers, {"poison.txt": letter("Dit stuk is genezen.")})
    assert built(out, papers, limits=impatient).problems == ()
    sound(out, in_memory([papers]))


FAULTS = [
    (AssertionError("zo\nniet"), "could not be worked through (AssertionError: zo niet)"),
    (AttributeError("x"), "could not be worked through (AttributeError: x)"),
    (KeyError("x"), "could not be worked through (KeyError: 'x')"),
    (MemoryError(), "takes more memory than there is"),
    (OSError(5, "zo"), "could not be worked through (OSError: [Errno 5] zo)"),
    (
        FileNotFoundError(2, "weg", "/tafel.csv"),
        "could not be worked through (FileNotFoundError: [Errno 2] weg: '/tafel.csv')",
    ),
]


@pytest.mark.parametrize(("fault", "why"), FAULTS, ids=[type(each).__name__ for each, _ in FAULTS])
@pytest.mark.parametrize("name", ["map/poison.txt", "map/poison.zip"])
def test_a_fault_of_the_program_costs_one_document_and_newer_rules_try_again(
    fault: Exception, why: str, name: str, papers: Path, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    def fail() -> None:
        raise fault

    expected, text, out = in_memory([papers]), letter(POISON), tmp_path / "out"
    written(papers, {name: packed({"binnen.txt": text}) if name.endswith("zip") else text})
    monkeypatch.setattr(tasks, "extract_all", poisoned(fail))
    inside = "/binnen.txt" if name.endswith("zip") else ""
    for _ in range(2):
        [(place, problem, _)] = built(out, papers).problems
        assert (place, problem) == (f"{papers / name}{inside}", why)
        sound(out, expected)
    assert capfd.readouterr() == ("", ""), "no traceback"
    monkeypatch.undo()
    now = replace(versions(None), rules="mended")
    monkeypatch.setattr("kg.building.reading.versions", lambda register: now)
    assert built(out, papers).problems == ()
    sound(out, in_memory([papers]))


def test_an_archive_there_is_no_memory_for_is_told_so_and_tried_again(
    papers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lacking(*_: object) -> None:
        raise MemoryError

    expected, out = in_memory([papers]), tmp_path / "out"
    written(papers, {"map/groot.zip": packed({"binnen.txt": letter("Dit is groot.")})})
    monkeypatch.setattr(zipfile.ZipFile, "infolist", lacking)
    told = (f"{papers / 'map/groot.zip'}", "takes more memory than there is", "make room for it")
    for _ in range(2):
        assert built(out, papers).problems == (told,)
        sound(out, expected)
    monkeypatch.undo()
    assert built(out, papers).problems == ()
    sound(out, in_memory([papers]))


@pytest.mark.parametrize("fault", [AttributeError("x"), OSError(28, "vol")])
@pytest.mark.parametrize("stage", ["extract_all", "draft", "again"])
def test_a_fault_of_newer_rules_costs_one_document_of_an_archive_too(
    fault: Exception, stage: str, papers: Path, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    """What was known before is recognised, placed and placed among the others anew."""
    one = LETTERS["paper.txt"]
    members = {"goed.txt": letter("Zie Kamerstuk 25 424, nr. 630."), "kwaad.txt": one + POISON}
    written(papers, {"bij.zip": packed(members)})
    out = tmp_path / "out"
    assert built(out, papers).problems == ()

    def fail() -> None:
        raise fault

    monkeypatch.setattr(tasks, "extract_all", poisoned(fail if stage == "extract_all" else int))
    if stage != "extract_all":
        really, alone = chunks.draft, stage == "draft"

        def draft(extracted: Any, register: Any) -> Any:
            # among the others it is placed by a task that has their names
            placing = sys._getframe(1).f_code.co_name == "again"
            if POISON in extracted.document.text and (alone or placing):
                fail()
            return really(extracted, register)

        monkeypatch.setattr(chunks, "draft", draft)
    now = replace(versions(None), **{"resolving" if stage == "draft" else "rules": "newer"})
    monkeypatch.setattr("kg.building.reading.versions", lambda register: now)
    for _ in range(2):
        [(place, problem, _)] = built(out, papers).problems
        assert place == str(papers / "bij.zip" / "kwaad.txt")
        assert problem == f"could not be worked through ({type(fault).__name__}: {fault})"
    assert capfd.readouterr() == ("", ""), "no traceback"
    anew = built(tmp_path / "anew", papers)
    assert [each[:2] for each in anew.problems] == [(place, problem)]
    sound(out, turtle(tmp_path / "anew"))


@pytest.mark.parametrize("fault", [AttributeError("x"), AssertionError("x"), OSError(5, "x")])
def test_a_fault_of_a_reader_costs_one_document(
    fault: Exception, papers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    def fail(source: Any, limits: Limits) -> Iterator[Any]:
        if source.name == "poison.txt":
            raise fault
        yield from documents(source, limits)

    expected = in_memory([papers])
    written(papers, {"map/poison.txt": letter(POISON)})
    monkeypatch.setattr(tasks, "documents", fail)
    [(place, problem, _)] = built(tmp_path / "out", papers).problems
    assert place == str(papers / "map" / "poison.txt") and "could not be worked through" in problem
    assert capfd.readouterr() == ("", "")
    sound(tmp_path / "out", expected)


def test_a_poisonous_document_harms_none_of_its_task(
    papers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All are in one task, which falls apart."""
    expected = in_memory([papers])
    written(papers, {f"poison {n}.txt": letter(f"{POISON} {n}") for n in range(2)})
    monkeypatch.setattr(tasks, "extract_all", poisoned(_die))
    result = built(tmp_path / "out", papers)
    assert [place for place, _, _ in result.problems] == [
        str(papers / f"poison {n}.txt") for n in range(2)
    ]
    sound(tmp_path / "out", expected)


def test_what_only_does_harm_when_it_is_placed_anew_is_left_out(
    papers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (papers / "paper.txt").unlink()
    expected = in_memory([papers])
    for name in ("paper.txt", "elsewhere/paper.txt"):
        written(papers, {name: LETTERS["paper.txt"] + POISON})
    really = chunks.Chunks.again

    def again(self: chunks.Chunks, source: str, extracted: object, view: object) -> None:
        if POISON in extracted.document.text:  # type: ignore[attr-defined]
            _die()
        really(self, source, extracted, view)  # type: ignore[arg-type]

    monkeypatch.setattr(chunks.Chunks, "again", again)
    result = built(tmp_path / "out", papers)
    assert {(place, problem) for place, problem, _ in result.problems} == {
        (str(papers / name), "ended its worker") for name in ("paper.txt", "elsewhere/paper.txt")
    }
    sound(tmp_path / "out", expected)
    assert built(tmp_path / "out", papers).problems == result.problems


def test_only_poison_is_no_graph(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = written(tmp_path / "papers", {"poison.txt": letter(POISON)})
    monkeypatch.setattr(tasks, "extract_all", poisoned(_die))
    with pytest.raises(InputError, match="ended its worker"):
        built(tmp_path / "out", folder)
    assert not (tmp_path / "out").exists()


# --- a full disk, and company ------------------------------------------------------------------


@pytest.mark.parametrize("size", [0, 20_000, 60_000, 200_000])
def test_a_full_disk_is_one_line_and_costs_nothing(size: int, papers: Path, out: Path) -> None:
    old = turtle(out)
    full = subprocess.run(
        [*KG, "build", str(papers), "-o", str(out), "--workers", "2"],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
        capture_output=True, text=True, env=ENVIRONMENT, timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert full.returncode == 1
    assert full.stderr.count("\n") == 1 and full.stderr.startswith("kg: "), full.stderr
    assert "run again" in full.stderr and str(out) in full.stderr
    assert turtle(out) in (old, in_memory([papers]))
    assert len(load(out)) > 100
    built(out, papers)
    sound(out, in_memory([papers]))


@contextmanager
def held(out: Path, papers: Path) -> Iterator[subprocess.Popen[str]]:
    """A build that stands still in the middle."""
    running = started("reading 1", "wait", out, papers)
    try:
        assert running.stdout is not None and running.stdout.readline()
        yield running
    finally:
        running.kill()
        running.communicate()


def test_two_builds_at_once_are_one(papers: Path, out: Path) -> None:
    with held(out, papers) as running:
        other = subprocess.run(
            [*KG, "build", str(papers), "-o", str(out)],
            capture_output=True, text=True, env=ENVIRONMENT, timeout=PATIENCE, check=False,
        )  # fmt: skip
        assert other.returncode == 1 and other.stdout == ""
        assert other.stderr.count("\n") == 1 and "another build is at work here" in other.stderr
        with pytest.raises(GraphError, match="another build is at work"):
            built(out, papers)
        assert len(living(out)) > 1, "there should be workers"
        running.kill()
        running.wait()
        built(out, papers)  # at once: the workers do not hold the lock
    sound(out, in_memory([papers]))


def test_no_worker_stays_behind_in_this_process(papers: Path, out: Path) -> None:
    built(out, papers, workers=2)
    assert multiprocessing.active_children() == []
