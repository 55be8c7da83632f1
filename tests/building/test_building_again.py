"""A second build: what it reads and leaves alone, what it makes of damage and of newer code."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from papers import LETTERS, built, in_memory, letter, packed, sound, turtle, written

import kg.building.reading
from kg.building import chunks, inputs, merging, tasks
from kg.building.course import Course, Progress
from kg.building.state import State
from kg.building.versions import Versions, versions
from kg.errors import GraphError
from kg.read import Source
from kg.read.source import unopened
from kg.store import making

FEW = {name: LETTERS[name] for name in ("pairs.txt", "joins.txt", "paper.txt", "recalls.txt")}


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = written(tmp_path / "papers", FEW)
    return written(folder, {"one.zip": packed({"binnen.txt": LETTERS["follows.txt"]})})


@pytest.fixture
def out(papers: Path, tmp_path: Path) -> Path:
    """The folder of a build of the papers."""
    assert built(tmp_path / "out", papers).read == 5
    return tmp_path / "out"


def files(output: Path) -> dict[str, tuple[int, int]]:
    """The files of the graph with their identity and time."""
    found = {}
    for path in output.rglob("*"):
        if path.is_file() and "work" not in path.relative_to(output).parts:
            about = path.stat()
            found[str(path.relative_to(output))] = (about.st_ino, about.st_mtime_ns)
    return found


def test_a_second_build_reads_and_writes_nothing(papers: Path, out: Path) -> None:
    before = files(out)
    again = built(out, papers)
    assert (again.read, again.changed, again.documents) == (0, False, 5)
    assert files(out) == before


def test_a_touched_file_is_not_read_again(papers: Path, out: Path) -> None:
    for path in papers.iterdir():
        os.utime(path, (1_600_000_000, 1_600_000_000))
    again = built(out, papers)
    assert (again.read, again.changed) == (0, False)


def test_a_change_that_keeps_size_and_time_is_seen(papers: Path, out: Path) -> None:
    path = papers / "pairs.txt"
    about = path.stat()
    path.write_text(path.read_text().replace("nr. 870", "nr. 871"))
    os.utime(path, ns=(about.st_atime_ns, about.st_mtime_ns))
    assert path.stat().st_size == about.st_size
    built(out, papers)
    sound(out, in_memory([papers]))


def test_the_folder_with_the_output_in_it_can_be_built_twice(papers: Path) -> None:
    out = papers / "out"
    first = built(out, papers)
    again = built(out, papers)
    assert first.problems == again.problems == ()
    assert (again.read, again.changed) == (0, False)


def test_a_name_of_stray_bytes_is_a_name(papers: Path, tmp_path: Path) -> None:
    stray = Path(os.fsdecode(os.fsencode(papers) + b"/brief-\xff.txt"))
    stray.write_text(LETTERS["knows.txt"])
    first = built(tmp_path / "out", papers)
    assert (first.read, first.problems) == (6, ())
    sound(tmp_path / "out", in_memory([papers]))
    assert built(tmp_path / "out", papers).read == 0
    stray.unlink()
    built(tmp_path / "out", papers)
    sound(tmp_path / "out", in_memory([papers]))


def test_a_moved_file_is_not_read_again_unless_it_has_a_problem(
    papers: Path, out: Path
) -> None:
    written(papers, {"empty.txt": "", "half.zip": packed({"goed.txt": "Goed.", "leeg.txt": ""})})
    built(out, papers)
    (papers / "map").mkdir()
    for path in papers.glob("*.*"):
        path.rename(papers / "map" / path.name)
    moved = built(out, papers)
    assert moved.read == 1, "what stands in half.zip"
    assert {place for place, _, _ in moved.problems} == {
        str(papers / "map" / "empty.txt"), str(papers / "map" / "half.zip" / "leeg.txt")
    }  # fmt: skip
    sound(out, in_memory([papers]))


def test_the_same_from_elsewhere_is_the_same(
    papers: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(papers)
    again = built(out, Path())
    assert (again.read, again.changed) == (0, False)


def test_where_a_file_stands_twice_either_may_go(papers: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    twice = [papers, written(tmp_path / "more", FEW)]
    built(out, *twice)
    for staying in reversed(twice):
        built(out, staying)
        sound(out, in_memory([staying]))


def test_what_could_not_be_reached_is_tried_again(
    papers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk or a network fails, and is well again; the file never changed."""
    out, really = tmp_path / "out", Source._read

    def fail(self: Source, size: int) -> bytes:
        if self.name == "pairs.txt":
            raise unopened(self.place, OSError(errno.EIO, "Input/output error"))
        return really(self, size)

    monkeypatch.setattr(Source, "_read", fail)
    first = built(out, papers)
    assert [place for place, _, _ in first.problems] == [str(papers / "pairs.txt")]
    again = built(out, papers)
    assert (again.problems, again.read, again.changed) == (first.problems, 0, False)
    monkeypatch.undo()
    well = built(out, papers)
    assert (well.problems, well.read) == ((), 1)
    sound(out, in_memory([papers]))


def test_a_folder_that_could_not_be_listed_is_not_read_again_when_it_can(
    papers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A shared disk is away for a moment: what was read of it is kept, though not shown."""
    inside = {"map/more.txt": LETTERS["knows.txt"], "map/in/belies.txt": LETTERS["belies.txt"]}
    written(papers, inside)
    out, really = tmp_path / "out", os.scandir
    assert built(out, papers).read == 7

    def away(path: Any) -> Any:
        if path == str(papers / "map"):
            raise OSError(errno.ESTALE, "Stale file handle", str(path))
        return really(path)

    monkeypatch.setattr(os, "scandir", away)
    poor = built(out, papers)
    assert poor.documents == 5 and [place for place, _, _ in poor.problems] == [str(papers / "map")]
    sound(out, in_memory([papers]))
    monkeypatch.undo()
    well = built(out, papers)
    assert (well.documents, well.read, well.problems) == (7, 0, ())
    sound(out, in_memory([papers]))
    shutil.rmtree(papers / "map")
    built(out, papers)
    with closing(sqlite3.connect(out / "work" / "state.sqlite")) as state:
        assert state.execute("SELECT count(*) FROM source").fetchone() == (5,)


def _never(*_: Any) -> Any:
    raise AssertionError("nothing may be done again")


# --- damage ---------------------------------------------------------------------------------


def _truncate(out: Path) -> None:
    state = out / "work" / "state.sqlite"
    for path in state.parent.glob("state.sqlite-*"):
        path.unlink()
    with state.open("r+b") as stream:
        stream.truncate(state.stat().st_size // 2)


def _half(pattern: str) -> Callable[[Path], None]:
    def damage(out: Path) -> None:
        found = sorted(path for path in (out / "work").glob(pattern) if path.stat().st_size)
        assert found
        for path in found[::2]:
            with path.open("r+b") as stream:
                stream.truncate(path.stat().st_size // 2)

    return damage


def _scribbled(out: Path) -> None:
    """Within the file, as some editors write: what else is a name for it shows the same."""
    with (out / "graph.ttl").open("r+b") as stream:
        stream.seek(-20, os.SEEK_END)
        stream.write(b"x" * 20)


def _without(pattern: str) -> Callable[[Path], None]:
    def damage(out: Path) -> None:
        found = list(out.glob(pattern))
        assert found
        for path in found:
            shutil.rmtree(path) if path.is_dir() else path.unlink()

    return damage


DAMAGE = {
    "half a state": _truncate,
    "no state": _without("work/state.sqlite*"),
    "rubbish for a state": lambda out: _rubbish(out / "work/state.sqlite"),
    "a state of another program": lambda out: _foreign(out / "work/state.sqlite"),
    "no extracts": _without("work/*.extracts"),
    "half of the extracts": _half("*.extracts"),
    "no merge": _without("work/merged-*"),
    "no texts in a merge": _without("work/merged-*/graph.ttl"),
    "half files in a merge": _half("merged-*/*"),
    "no store": _without("store"),
    "half a store": _without("store/*/index/*.sst"),
    "no graph": _without("graph.ttl"),
    "another graph in its place": lambda out: _rubbish(out / "graph.ttl"),
    "a graph changed by hand": _scribbled,
    "no page": _without("graph.html"),
    "no work": _without("work"),
}


def _rubbish(path: Path) -> None:
    path.write_bytes(b"rubbish" * 10_000)


def _foreign(path: Path) -> None:
    for each in path.parent.glob("state.sqlite*"):
        each.unlink()
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE document (id INTEGER)")
    database.close()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[list[Path]], list[bytes]]:
    """A build; its inputs, and those with one more; the graphs of both."""
    folder = tmp_path_factory.mktemp("whole")
    some = written(folder / "some", FEW)
    given = [[some], [some, written(folder / "more", {"belies.txt": LETTERS["belies.txt"]})]]
    built(folder / "out", some)
    return folder / "out", given, [in_memory(each) for each in given]


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("changed", [False, True])
def test_what_is_damaged_is_made_anew(
    damage: str,
    changed: bool,
    whole: tuple[Path, list[list[Path]], list[bytes]],
    tmp_path: Path,
) -> None:
    before, given, expected = whole
    out = tmp_path / "out"
    shutil.copytree(before, out)
    DAMAGE[damage](out)
    built(out, *given[changed])
    assert (out / "graph.html").exists()
    sound(out, expected[changed])


def test_the_texts_of_a_merge_are_the_graph_itself(
    papers: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(State, "outdate_merged", _never)
    for _ in range(2):
        (merged,) = (out / "work").glob("merged-*")
        assert (merged / "graph.ttl").samefile(out / "graph.ttl")
        assert {path.suffix for path in merged.iterdir()} == {".things", ".ttl"}
        written(papers, {"more.txt": LETTERS["knows.txt"]})
        built(out, papers)
        sound(out, in_memory([papers]))


def test_a_disk_without_links_has_the_graph_twice(
    papers: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: Any) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refused)
    monkeypatch.setattr(State, "outdate_merged", _never)
    for name in ("knows.txt", "belies.txt"):
        written(papers, {"more.txt": LETTERS[name]})
        assert built(out, papers).read == 1
        sound(out, in_memory([papers]))
        (merged,) = (out / "work").glob("merged-*")
        assert (merged / "graph.ttl").read_bytes() == turtle(out)
        assert not (merged / "graph.ttl").samefile(out / "graph.ttl")


def test_what_a_killed_build_was_writing_takes_no_room_of_the_next_one(
    papers: Path, out: Path
) -> None:
    left = [
        out / "work" / "merged-99" / "1.things", out / "work" / "99-1-0.rows",
        out / "work" / "99-1-0.extracts", out / "work" / "99-2-0.rows.x.part",
        out / "store" / "making-99-1" / "index" / "000001.sst",
    ]  # fmt: skip
    for path in left:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"of a killed build")
    written(papers, {"more.txt": LETTERS["knows.txt"]})
    seen: list[bool] = []

    def look(now: Progress) -> None:
        if now.stage != "looking":  # from then on it writes
            seen.extend(path.exists() for path in left)

    built(out, papers, on_progress=look)
    assert seen and not any(seen)
    sound(out, in_memory([papers]))


def test_a_store_that_found_no_room_is_told_and_made_by_the_next_build(
    papers: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(making.Making, "_opened", full)
    written(papers, {"more.txt": LETTERS["knows.txt"]})
    poor = built(out, papers)
    assert not poor.stored and turtle(out) == in_memory([papers])
    monkeypatch.undo()
    assert built(out, papers).stored
    sound(out, in_memory([papers]))


def test_another_version_of_the_page_is_made_though_nothing_else_changed(
    papers: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = (out / "graph.html").stat().st_mtime_ns
    assert not built(out, papers).changed
    assert (out / "graph.html").stat().st_mtime_ns == page
    monkeypatch.setattr("kg.building.ending.version_of_page", lambda: "another")
    assert not built(out, papers).changed
    assert (out / "graph.html").stat().st_mtime_ns > page


def test_a_graph_of_another_build_is_not_brought_up_to_date(papers: Path, out: Path) -> None:
    """As when a build is killed when its graph is in force, and the papers then change back."""
    kept = out.with_name("kept")
    shutil.copytree(out, kept)
    written(papers, {"more.txt": LETTERS["knows.txt"]})
    built(out, papers)
    shutil.rmtree(out / "work")
    shutil.copytree(kept / "work", out / "work")
    (papers / "more.txt").unlink()
    (papers / "pairs.txt").write_text(LETTERS["belies.txt"])
    built(out, papers)
    sound(out, in_memory([papers]))


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root gives away files")
def test_a_work_folder_of_another_user_is_refused(papers: Path, out: Path) -> None:
    lock = out / "work" / "lock"
    lock.unlink()
    os.chown(out / "work", 12345, 12345)
    before = turtle(out)
    with pytest.raises(GraphError, match="belongs to another user"):
        built(out, papers)
    assert not lock.exists()
    assert turtle(out) == before


# --- newer code, tables and registers --------------------------------------------------------


@pytest.fixture
def newer(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Makes this program another version in one respect."""

    def newer(**changed: str) -> None:
        now = replace(versions(None), **changed)
        monkeypatch.setattr(kg.building.reading, "versions", lambda register: now)

    return newer


def test_new_tables_only_place_anew(
    papers: Path, out: Path, newer: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = turtle(out)
    newer(resolving="other tables")
    monkeypatch.setattr(tasks, "documents", _never)
    monkeypatch.setattr(tasks, "extract_all", _never)
    placed: list[str] = []
    result = built(out, papers, on_progress=lambda now: placed.append(now.stage))
    assert result.read == 0 and "placing" in placed
    sound(out, expected)


def test_new_rules_recognise_anew_from_what_is_kept(
    papers: Path, out: Path, newer: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    really = tasks.extract_all
    newer(rules="other rules")
    monkeypatch.setattr(tasks, "documents", _never)
    monkeypatch.setattr(inputs, "digest_of", _never)
    monkeypatch.setattr(
        tasks, "extract_all",
        lambda all: really(
            [replace(each, text=each.text.replace("nr. 870", "nr. 871")) for each in all]
        ),
    )  # fmt: skip
    result = built(out, papers)
    assert result.read == 0
    assert b"kst-29689-871" in turtle(out) and b"kst-29689-870" not in turtle(out)


def test_new_writers_write_everything_anew(
    papers: Path, out: Path, newer: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    really = merging.node_of
    newer(resolving="other writers")
    monkeypatch.setattr(
        merging, "node_of", lambda *told: replace(really(*told), label="anders")
    )
    built(out, papers)
    assert b'rdfs:label "anders"' in turtle(out) and b'rdfs:label "Zorg"' not in turtle(out)


def test_what_a_killed_build_of_an_older_reader_left_is_read_again(
    papers: Path, tmp_path: Path, newer: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An archive half read, then another reader."""
    many = {f"{n}.txt": letter(f"Zie Kamerstuk 29 689, nr. {n}.") for n in (1, 2, 3, 4)}
    archive = written(tmp_path / "archive", {"all.zip": packed(many)})
    out, really, seen = tmp_path / "out", tasks.extract_all, []
    monkeypatch.setattr(chunks, "CHUNK", 1)  # each document is kept as it comes

    def stop(*told: Any) -> None:
        seen.append(told)
        if len(seen) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(Course, "tell", stop)
    with pytest.raises(KeyboardInterrupt):
        built(out, archive)
    monkeypatch.undo()
    newer(reading="other readers")
    monkeypatch.setattr(
        tasks, "extract_all",
        lambda all: really(
            [replace(each, text=each.text.replace("29 689", "29 690")) for each in all]
        ),
    )  # fmt: skip
    built(out, archive)
    assert b"kst-29690-1" in turtle(out) and b"29689" not in turtle(out)


def test_every_file_that_a_result_depends_on_is_in_its_versions(tmp_path: Path) -> None:
    """A change of any of the program's tables is noticed."""
    before = versions(None)
    assert isinstance(before, Versions)
    register = tmp_path / "register.sqlite"
    register.write_bytes(b"one")
    one = versions(register)
    register.write_bytes(b"another")
    assert len({before.resolving, one.resolving, versions(register).resolving}) == 3
    assert {one.reading, one.rules} == {before.reading, before.rules}
