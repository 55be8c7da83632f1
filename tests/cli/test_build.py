"""``kg build`` as a user runs it: what it writes, what it says, what it does with bad input."""

import shlex
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from commons import Run

from kg import pipeline
from kg.cli.build import summary

Built = tuple[Path, subprocess.CompletedProcess[str]]


def one_line(text: str) -> bool:
    return text.count("\n") == 1 and text.endswith("\n") and "Traceback" not in text


def results(folder: Path) -> dict[str, bytes]:
    """The graph, its store and its page; not what the build keeps for the next one."""
    files = (path for path in folder.rglob("*") if path.is_file())
    files = (path for path in files if "work" not in path.relative_to(folder).parts)
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def test_it_writes_the_graph_and_says_where(built: Built) -> None:
    output, result = built
    written = {path.name for path in output.iterdir()}
    assert written >= {"graph.html", "graph.ttl", "store"}
    assert not [path for path in output.rglob("*") if path.name.startswith((".", "tmp"))]
    assert "5 documents read" in result.stdout
    assert str(output / "graph.ttl") in result.stdout
    assert "Try next:" in result.stdout
    assert result.stderr == ""


def test_the_same_documents_give_the_same_bytes(
    built: Built, seeds: Path, run_kg: Run, tmp_path: Path
) -> None:
    output, _ = built
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    order = sorted(seeds.glob("*.txt"), reverse=True)
    copies = [Path(shutil.copy(path, elsewhere / path.name)) for path in order]
    again = run_kg("build", *[path.name for path in copies], "-o", "result", cwd=elsewhere)
    assert again.returncode == 0, again.stderr
    for name in ("graph.ttl", "graph.html"):
        assert (elsewhere / "result" / name).read_bytes() == (output / name).read_bytes(), name


def test_what_to_try_next_can_be_typed_as_it_stands(seeds: Path, tmp_path: Path) -> None:
    result = pipeline.build([seeds], tmp_path / "mijn map")
    told = summary(result, tmp_path / "mijn map").partition("Try next:\n")[2].splitlines()
    assert [shlex.split(line)[-1] for line in told] == [
        str(tmp_path / "mijn map" / "graph.html"), *[str(tmp_path / "mijn map")] * 2
    ]  # fmt: skip


def test_a_graph_without_its_store_is_told(seeds: Path, tmp_path: Path) -> None:
    result = pipeline.build([seeds], tmp_path / "out")
    assert "no store" not in summary(result, tmp_path / "out")
    told = summary(replace(result, stored=False), tmp_path / "out")
    assert "no store could be kept" in told and "run again" in told


BAD = [
    ("empty.txt", b"", "empty"),
    ("nul.txt", b"\0\1\2\3" * 100, "text"),
    ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, ""),
]


@pytest.mark.parametrize(("name", "content", "word"), BAD, ids=[each[0] for each in BAD])
def test_a_bad_document_is_named_and_the_others_are_built(
    name: str, content: bytes, word: str, seeds: Path, run_kg: Run, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)
    good = next(iter(sorted(seeds.glob("*.txt"))))
    result = run_kg("build", tmp_path / name, good, "-o", tmp_path / "out", cwd=tmp_path)
    assert result.returncode == 1
    assert one_line(result.stderr), result.stderr
    assert name in result.stderr and word in result.stderr
    assert (tmp_path / "out" / "graph.ttl").exists()
    assert "1 document read" in result.stdout


def test_a_missing_path_is_one_clear_line(run_kg: Run, tmp_path: Path) -> None:
    result = run_kg("build", tmp_path / "nowhere.txt", "-o", tmp_path / "out")
    assert result.returncode == 1
    assert one_line(result.stderr), result.stderr
    assert "nowhere.txt" in result.stderr
    assert not (tmp_path / "out").exists()


def test_a_folder_without_documents_is_one_clear_line(run_kg: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = run_kg("build", tmp_path / "empty", "-o", tmp_path / "out")
    assert result.returncode == 1
    assert one_line(result.stderr), result.stderr
    assert "empty" in result.stderr


def test_a_failed_build_leaves_the_old_result_whole(
    built: Built, run_kg: Run, tmp_path: Path
) -> None:
    output = tmp_path / "out"
    shutil.copytree(built[0], output)
    before = results(output)
    (tmp_path / "bad.txt").write_bytes(b"")
    assert run_kg("build", tmp_path / "bad.txt", "-o", output).returncode == 1
    assert results(output) == before


def test_standard_input_is_a_document(run_kg: Run, tmp_path: Path) -> None:
    text = "Geachte voorzitter,\n\nZie Kamerstuk 32 793, nr. 302.\n"
    result = run_kg("build", "-", "-o", tmp_path / "out", stdin=text)
    assert result.returncode == 0, result.stderr
    assert "kst-32793-302" in (tmp_path / "out" / "graph.ttl").read_text(encoding="utf-8")


def test_an_output_that_is_a_file_is_one_clear_line(
    seeds: Path, run_kg: Run, tmp_path: Path
) -> None:
    (tmp_path / "out").write_text("mine")
    result = run_kg("build", seeds, "-o", tmp_path / "out")
    assert result.returncode != 0
    assert "Traceback" not in result.stderr
    assert (tmp_path / "out").read_text() == "mine"
