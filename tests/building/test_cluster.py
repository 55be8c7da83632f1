"""A real Dask cluster on loopback: the same bytes, whatever happens to its workers.

The workers read PDFs with an engine that crashes (``broken_engine``), as one with a fault in its C
code does; nothing else here is a PDF.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from commons import ROOT, Run, needed
from papers import ENVIRONMENT, KG

from kg.building import cluster as clusters
from kg.building.cluster import connected
from kg.building.versions import Versions
from kg.errors import InputError

needed("distributed")
pytestmark = [
    pytest.mark.skipif(not Path("/proc/self/cwd").exists(), reason="needs Linux"),
    pytest.mark.filterwarnings("ignore"),  # of Dask's own sockets and threads
]

BROKEN = Path(__file__).parent / "broken_engine"
SIZES = {"OMP_NUM_THREADS": "1", "DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "30s"}


@dataclass
class Dask:
    """A scheduler and its workers, each with its nanny in a process group of its own."""

    folder: Path
    scheduler: subprocess.Popen[bytes]
    workers: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    @property
    def file(self) -> Path:
        return self.folder / "scheduler.json"

    def add(self, name: str) -> None:
        """One more worker, of one thread."""
        arguments = ["--scheduler-file", self.file, "--nthreads", "1", "--name", name]
        arguments += ["--local-directory", self.folder, "--memory-limit", "0"]
        self.workers[name] = dask(self.folder, "worker", *arguments)

    def kill(self, name: str) -> None:
        """End a worker and its nanny at once, as a machine that loses its power."""
        process = self.workers.pop(name)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def close(self) -> None:
        for process in (*self.workers.values(), self.scheduler):
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def dask(folder: Path, what: str, *arguments: str | Path) -> subprocess.Popen[bytes]:
    with open(folder / "dask.log", "ab") as log:
        return subprocess.Popen(
            [sys.executable, "-m", "dask", what, "--host", "127.0.0.1", "--no-dashboard",
             *map(str, arguments)],
            cwd=folder,
            stdout=log,
            stderr=log,
            start_new_session=True,
            env={**os.environ, **SIZES, "PYTHONPATH": f"{ROOT}{os.pathsep}{BROKEN}"},
        )  # fmt: skip


def until(seen: Callable[[], Any], seconds: float = 60) -> Any:
    """What is seen as soon as anything is."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := seen():
            return found
        time.sleep(0.05)
    raise AssertionError(f"did not happen in {seconds} seconds")


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dask]:
    """A scheduler without workers."""
    folder = tmp_path_factory.mktemp("dask")
    file = folder / "scheduler.json"
    running = Dask(folder, dask(folder, "scheduler", "--port", "0", "--scheduler-file", file))
    try:
        until(running.file.exists)
        yield running
    finally:
        running.close()


@pytest.fixture(scope="module")
def three(alone: Dask) -> Dask:
    """The same with three workers."""
    for number in range(3):
        alone.add(f"worker-{number}")
    with client(alone) as asked:
        asked.wait_for_workers(3, timeout=60)
    return alone


def client(running: Dask) -> Any:
    from distributed import Client

    address = json.loads(running.file.read_bytes())["address"]
    made: Any = Client
    return made(address, timeout="30s", set_as_default=False)


def letters(folder: Path, seeds: Path, many: int) -> Path:
    """Letters that cite one another's papers, enough for several tasks."""
    folder.mkdir()
    text = min((path.read_text(encoding="utf-8") for path in seeds.glob("*.txt")), key=len)
    for number in range(many):
        words = f"Kenmerk {number:07}-100-PG\n{text[:700]}\nZie Kamerstuk 25 295, nr. {number}.\n"
        (folder / f"brief-{number:04}.txt").write_text(words, encoding="utf-8")
    return folder


def started(given: Path, output: Path, running: Dask) -> subprocess.Popen[bytes]:
    """A build under way on a cluster."""
    return subprocess.Popen(
        [sys.executable, "-c", "from kg.cli import main; main()", "build", given, "-o", output,
         "--scheduler", running.file],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )  # fmt: skip


def busy(asked: Any) -> str | None:
    """The name of a worker that has something to do."""
    about = asked.scheduler_info()["workers"]
    names = [about[each]["name"] for each, at in asked.processing().items() if at]
    return names[0] if names else None


def test_a_scheduler_without_workers_is_one_clear_line(
    alone: Dask, run_kg: Run, seeds: Path, tmp_path: Path
) -> None:
    told = run_kg("build", seeds, "-o", tmp_path / "out", "--scheduler", alone.file)
    assert told.returncode == 1
    assert "the scheduler has no workers; start some: 'dask worker'\n" in told.stderr
    assert told.stderr.count("\n") == 1
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("scheduler", "problem"),
    [
        ("tcp://127.0.0.1:1", "no scheduler answers (OSError); start one with 'dask scheduler'"),
        ("127.0.0.1:8786", "is no address of a scheduler; give tcp://host:8786"),
        ("tls://127.0.0.1:1", "needs certificates; set those of distributed.comm.tls "
                              "(docs/cluster.md)"),
        ("config", "Dask's settings name no scheduler; set scheduler-address there, or "
                   "DASK_SCHEDULER_ADDRESS"),
        ("nowhere.json", "is no scheduler file; start the scheduler with --scheduler-file"),
    ],
)  # fmt: skip
def test_no_scheduler_is_one_clear_line(
    scheduler: str, problem: str, run_kg: Run, seeds: Path, tmp_path: Path
) -> None:
    told = run_kg("build", seeds, "-o", tmp_path / "out", "--scheduler", scheduler)
    assert (told.returncode, told.stderr) == (1, f"kg: {scheduler}: {problem}\n")


def test_a_scheduler_stands_in_the_settings_of_dask(
    alone: Dask, seeds: Path, tmp_path: Path
) -> None:
    """One that is reached, in the environment and in a file of settings."""
    address = json.loads(Path(alone.file).read_bytes())["address"]
    settings = tmp_path / "dask.yaml"
    settings.write_text(f"scheduler-address: {address}\n", encoding="utf-8")
    for told in ({"DASK_SCHEDULER_ADDRESS": address}, {"DASK_CONFIG": str(settings)}):
        run = subprocess.run(
            [*KG, "build", str(seeds), "-o", str(tmp_path / "out"), "--scheduler", "config"],
            capture_output=True, text=True, env={**ENVIRONMENT, **told}, check=False,
        )  # fmt: skip
        problem = "the scheduler has no workers; start some: 'dask worker'"
        assert run.stderr == f"kg: {address}: {problem}\n"


def test_a_cluster_gives_the_same_bytes_and_names_what_crashes(
    three: Dask, run_kg: Run, seeds: Path, tmp_path: Path
) -> None:
    given = tmp_path / "given"
    given.mkdir()
    for path in seeds.glob("*.txt"):
        (given / path.name).write_bytes(path.read_bytes())
    assert run_kg("build", "given", "-o", "one", cwd=tmp_path).returncode == 0
    (given / "poison.pdf").write_bytes(b"%PDF-1.7\n")
    told = run_kg("build", "given", "-o", "many", "--scheduler", three.file, cwd=tmp_path)
    assert told.returncode == 1
    assert told.stderr == (
        "kg: given/poison.pdf: ended its worker; it is left out until it changes; "
        "the others are built\n"
    )
    for name in ("graph.ttl", "graph.html"):
        assert (tmp_path / "many" / name).read_bytes() == (tmp_path / "one" / name).read_bytes()
    assert not list((tmp_path / "many" / "work").glob("*.cluster"))
    with client(three) as asked:
        assert len(asked.nthreads()) == 3, "the crash was one of the cluster"


def test_workers_that_do_not_see_the_output_folder_are_named(
    three: Dask, run_kg: Run, seeds: Path, tmp_path: Path
) -> None:
    # a path that every process understands otherwise, as one on the disk of each machine
    told = run_kg("build", seeds, "-o", "/proc/self/cwd/out", "--scheduler", three.file,
                  cwd=tmp_path)  # fmt: skip
    assert told.returncode == 1
    assert "does not see /proc/self/cwd/out/work; give an output folder (-o)" in told.stderr
    assert told.stderr.count("\n") == 1


def test_workers_that_lack_the_input_or_the_program_are_named(
    three: Dask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "letters").mkdir()
    scheduler = str(three.file)
    with pytest.raises(InputError, match="does not see /proc/self/cwd/letters; put it where all"):
        connected(scheduler, tmp_path, 1, [Path("/proc/self/cwd/letters")])
    monkeypatch.setattr(clusters, "_program", lambda: Versions("of", "another", "day"))
    with pytest.raises(InputError, match="has another version of this program; install the same"):
        connected(scheduler, tmp_path, 1)
    assert not list(tmp_path.glob("*.cluster"))


def test_a_worker_killed_in_the_middle_changes_nothing(
    three: Dask, run_kg: Run, seeds: Path, tmp_path: Path
) -> None:
    given = letters(tmp_path / "given", seeds, 450)
    assert run_kg("build", given, "-o", tmp_path / "one").returncode == 0
    build = started(given, tmp_path / "many", three)
    with client(three) as asked:
        three.kill(until(lambda: busy(asked)))
        assert build.poll() is None, "it had ended already"
        _, complaints = build.communicate(timeout=120)
        assert (build.returncode, complaints) == (0, b"")
        assert len(asked.nthreads()) == 2
    one, many = (tmp_path / name / "graph.ttl" for name in ("one", "many"))
    assert many.read_bytes() == one.read_bytes()


def test_a_scheduler_that_dies_is_one_clear_line_and_what_is_done_stays(
    three: Dask, run_kg: Run, seeds: Path, tmp_path: Path
) -> None:
    given = letters(tmp_path / "given", seeds, 450)
    build = started(given, tmp_path / "out", three)
    with client(three) as asked:
        until(lambda: busy(asked))
    os.killpg(three.scheduler.pid, signal.SIGKILL)
    _, complaints = build.communicate(timeout=120)
    assert (build.returncode, complaints) == (
        1, b"kg: the cluster: is gone; start it, and run again to go on where this ended\n"
    )
    assert run_kg("build", given, "-o", tmp_path / "out").returncode == 0
