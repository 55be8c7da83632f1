"""How a build tells how far it is: every step, on a terminal, in a log, not where it is quiet."""

from __future__ import annotations

import fcntl
import io
import os
import pty
import re
import struct
import subprocess
import sys
import termios
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kg import pipeline
from kg.building.course import Progress
from kg.cli import main
from kg.cli.progress import Shown, progress_line, sending_line

PATIENCE = 30.0  # seconds after which a thread is taken to hang; nothing is measured by it
HALFWAY = Progress("merging", 81, 162, 3_000, 0, 0, 0, 20.0, 4.0)

# What is told, since how many seconds, and the line.
LINES = [
    (("looking", 0, 0, 0, 0, 0, 0, 0.0, 0.0), 0, "looking at files"),
    (("looking", 12_345, 0, 0, 0, 0, 0, 2.0, 2.0), 1, "looking at files · 12,345 files · 0:03"),
    (("connecting", 0, 0, 0, 0, 0, 0, 2.0, 2.0), 0, "waiting for the cluster · 0:02"),
    (("reading", 0, 9, 0, 0, 90_000_000, 0, 1.0, 0.0), 70, "reading 0 of 9 files · 1:10"),
    (
        ("reading", 3, 9, 1, 30_000_000, 90_000_000, 2, 15.0, 10.0),
        0,
        "reading 3 of 9 files · 1 document · 3.0 MB/s · 0:20 left · 2 problems",
    ),
    (
        ("reading", 3, 9, 1_200, 30_000_000, 90_000_000, 1, 15.0, 10.0),
        5,
        "reading 3 of 9 files · 1,200 documents · 3.0 MB/s · 0:15 left · 1 problem",
    ),
    (  # one archive of many documents: its size counts when it is done
        ("reading", 0, 1, 1_200, 0, 90_000_000, 0, 15.0, 10.0),
        0,
        "reading 0 of 1 files · 1,200 documents · 0:10",
    ),
    (
        ("recognising", 10, 40, 0, 0, 0, 0, 2.0, 2.0),
        0,
        "recognising 10 of 40 documents · 0:06 left",
    ),
    (("placing", 10, 40, 0, 0, 0, 0, 2.0, 0.5), 0, "placing 10 of 40 documents"),
    (("joining", 40, 40, 0, 0, 0, 0, 2.0, 2.0), 9, "joining 40 of 40 documents · 0:00 left"),
    (("merging", 81, 162, 40, 0, 0, 0, 9e3, 4e3), 0, "merging 81 of 162 shares · 1:06:40 left"),
    (("storing", 1_500_000, 3_000_000, 4, 0, 0, 0, 9.0, 2.0), 1,
     "storing 1.5 of 3.0 MB · 0:01 left"),
    (("showing", 0, 0, 4, 0, 0, 0, 9.0, 2.0), 3, "making the page · 0:05"),
]  # fmt: skip


@pytest.mark.parametrize(("told", "since", "line"), LINES, ids=[each[2] for each in LINES])
def test_a_line_says_what_it_is_doing_how_far_and_for_how_long(
    told: tuple[str, int, int, int, int, int, int, float, float], since: float, line: str
) -> None:
    assert progress_line(Progress(*told), since) == line


def test_a_line_says_how_much_was_published() -> None:
    assert sending_line((1, 1, 0.0)) == "sending · 1 graph · 1 triple · 0:00"
    assert sending_line((1_413, 210_000, 60.0), 5.2) == (
        "sending · 1,413 graphs · 210,000 triples · 1:05"
    )


def test_every_step_of_a_build_is_told(seeds: Path, tmp_path: Path) -> None:
    told: list[Progress] = []
    pipeline.build([seeds], tmp_path / "out", on_progress=told.append)
    steps = list(dict.fromkeys(each.stage for each in told))
    assert [each for each in steps if each != "placing"] == [
        "looking", "reading", "joining", "merging", "storing", "showing"
    ]  # fmt: skip
    last = {each.stage: each for each in told}
    assert last["looking"].done == 5
    assert all(each.done == each.all for each in last.values() if each.stage != "looking")
    first = {each.stage: each for each in reversed(told)}
    assert first["reading"].done == 0 and first["reading"].all == 5  # before anything is done
    assert last["storing"].all > 100_000
    assert all(progress_line(each) for each in told)


def test_the_store_is_told_too_where_it_is_changed(seeds: Path, tmp_path: Path) -> None:
    papers = sorted(seeds.glob("*.txt"))
    pipeline.build(papers[1:], tmp_path / "out")
    told: list[Progress] = []
    pipeline.build(papers, tmp_path / "out", on_progress=told.append)
    [*_, last] = [each for each in told if each.stage == "storing"]
    assert 0 < last.done == last.all < (tmp_path / "out" / "graph.ttl").stat().st_size


@contextmanager
def terminal(columns: int) -> Iterator[tuple[int, Callable[[], str]]]:
    """A terminal so wide: its descriptor, and what was written to it until it is closed."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    read: list[bytes] = []

    def listen() -> None:
        try:
            while content := os.read(ours, 65536):
                read.append(content)
        except OSError:  # the other end is closed
            pass

    listening = threading.Thread(target=listen, daemon=True)
    listening.start()

    def written() -> str:
        os.close(theirs)
        listening.join(PATIENCE)
        return b"".join(read).decode()

    yield theirs, written
    os.close(ours)


def test_a_terminal_has_one_line_which_is_gone_in_the_end() -> None:
    with terminal(100) as (end, written):
        with Shown(end, True, line=progress_line) as shown:
            shown(HALFWAY)
        text = written()
    assert text.startswith("\rmerging 81 of 162 shares · 0:0")
    assert "\n" not in text
    assert re.fullmatch(r"\r *\r", text[text.rindex("\r ") :])


def test_a_narrow_terminal_has_one_line_too() -> None:
    with terminal(20) as (end, written):
        with Shown(end, True, line=progress_line) as shown:
            shown(HALFWAY)
        text = written()
    assert "merging 81 of 162 s" in text
    assert max(map(len, text.split("\r"))) == 19


def test_a_log_has_lines_now_and_then() -> None:
    reads, writes = os.pipe()
    with os.fdopen(reads, encoding="utf-8") as log:
        with Shown(writes, False, every=0.001, line=progress_line) as shown:
            shown(HALFWAY)
            line = log.readline()
        os.close(writes)
        rest = log.read()
    one = r"kg: merging 81 of 162 shares · 0:0\d left\n"
    assert re.fullmatch(one, line) and re.fullmatch(f"({one})*", rest)


def test_a_log_of_a_short_build_has_none() -> None:
    reads, writes = os.pipe()
    with os.fdopen(reads, encoding="utf-8") as log:
        with Shown(writes, False, line=progress_line) as shown:
            shown(HALFWAY)
        os.close(writes)
        assert log.read() == ""


def test_a_terminal_that_is_gone_stops_nothing() -> None:
    with terminal(80) as (end, written):
        written()
        with Shown(end, True, line=progress_line) as shown:
            shown(HALFWAY)


@pytest.mark.parametrize(("option", "lines"), [((), True), (("--quiet",), False)])
def test_a_build_on_a_terminal_is_seen_unless_quiet(
    option: tuple[str, ...], lines: bool, seeds: Path, tmp_path: Path
) -> None:
    command = "import sys; from kg.cli import main; sys.exit(main())"
    with terminal(100) as (end, written):
        done = subprocess.run(
            [sys.executable, "-c", command, "build", seeds, "-o", tmp_path / "out", *option],
            stderr=end, stdout=subprocess.PIPE, check=True,
        )  # fmt: skip
        text = written()
    assert text.startswith("\rlooking at files") if lines else text == ""
    assert (b"5 documents read" in done.stdout) is lines


GOES_ON = "; the same command goes on where this one stopped"
STOPPED = [
    ("publish_graph", ["publish", "--to", "https://e.org/"], GOES_ON),
    ("publish_graph", ["publish", "--to", "https://e.org/", "--anew"], ""),
    ("build", ["build", "brief.txt"], GOES_ON),
    ("find", ["find", "-"], ""),
]


@pytest.mark.parametrize(("work", "words", "further"), STOPPED)
def test_who_stops_it_hears_whether_it_can_go_on(
    work: str,
    words: list[str],
    further: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, work, stopped)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Zie kst-25295-1.")))
    monkeypatch.setattr(sys, "argv", ["kg", *words])
    with pytest.raises(SystemExit) as end:
        main()
    assert end.value.code == 130
    said = capsys.readouterr().err.strip()
    assert said == f"kg: stopped; the files already there are whole{further}"
