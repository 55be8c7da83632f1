"""What the measurements stand on: a run with all its processes, and papers changed and restored."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from commons import ROOT

sys.path.insert(0, str(ROOT / "benchmarks"))

from build import changed  # noqa: E402
from corpus import Recipe, write  # noqa: E402
from kills import STATE, finished  # noqa: E402
from processes import PROC, Running, run  # noqa: E402

FAMILY = (
    "import subprocess, sys\n"
    "held = bytearray(80_000_000)\n"
    "print(subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)']).wait())\n"
)
needs_proc = pytest.mark.skipif(not PROC.is_dir(), reason="the system shows no processes as files")


def _in_time(what: str, found: list[int], running: Running) -> list[int]:
    until = time.monotonic() + 60
    while len(found) < 2 and time.monotonic() < until:
        time.sleep(0.01)
        found = running.processes()
    assert len(found) == 2, what
    return found


@needs_proc
def test_a_child_is_known_and_can_be_killed_alone(tmp_path: Path) -> None:
    running = Running([sys.executable, "-c", FAMILY], tmp_path)
    main, child = _in_time("both processes are seen", [], running)
    assert main == running.id
    assert running.kill(child)
    taken = running.end(within=60)
    assert (taken.code, taken.out.strip()) == (0, "-9")
    assert taken.peak > 80
    assert running.processes() == []


@needs_proc
def test_what_the_killed_one_leaves_behind_is_known(tmp_path: Path) -> None:
    running = Running([sys.executable, "-c", FAMILY], tmp_path)
    main, child = _in_time("both processes are seen", [], running)
    running.kill(main)
    assert running.end(within=60).code == -9
    assert running.processes() == [child]
    running.stop()
    until = time.monotonic() + 60
    while running.processes() and time.monotonic() < until:
        time.sleep(0.01)
    assert running.processes() == []


def test_a_run_tells_what_it_said(tmp_path: Path) -> None:
    taken = run([sys.executable, "-c", "import sys; print('é'); sys.exit('no')"], tmp_path)
    assert (taken.code, taken.err.strip()) == (1, "no")
    assert taken.cpu > 0


def test_one_paper_in_a_hundred_is_changed_for_a_while(tmp_path: Path) -> None:
    write(tmp_path, Recipe(mix="letters", kilobytes=2), 101, workers=1)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.txt")}
    with changed(tmp_path) as count:
        now = {path: path.read_bytes() for path in tmp_path.rglob("*.txt")}
        assert count == 2 == sum(now[path] != before[path] for path in before)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.txt")} == before


def test_finished_documents_are_read_from_what_a_build_keeps(tmp_path: Path) -> None:
    assert finished(tmp_path) is None
    state = tmp_path / STATE
    state.parent.mkdir()
    with closing(sqlite3.connect(state)) as database, database:
        database.execute("CREATE TABLE document (sha256 TEXT, extracts TEXT, start INT)")
        database.execute("INSERT INTO document VALUES ('ab', 'chunk-1', 7)")
    assert finished(tmp_path) == {"ab": ("chunk-1", 7)}


PROGRAMS = sorted(
    path.name for path in (ROOT / "benchmarks").glob("*.py") if "__main__" in path.read_text()
)


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_measurement_says_how_it_is_run_without_running(name: str) -> None:
    run = subprocess.run([sys.executable, ROOT / "benchmarks" / name, "--help"],
                         capture_output=True, text=True, check=False)  # fmt: skip
    assert run.returncode == 0 and run.stdout.startswith(f"usage: {name}"), run.stderr
    assert len(PROGRAMS) >= 11


def test_the_readers_are_measured_on_a_folder() -> None:
    program = [sys.executable, ROOT / "benchmarks" / "read.py", ROOT / "seeds" / "documents", "1"]
    run = subprocess.run(program, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert run.stdout.splitlines()[1].split()[:2] == ["plain", "5"]
