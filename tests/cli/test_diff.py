"""``kg diff`` as a command, on builds of the seeds with and without one document."""

import json
import re
import shutil
from pathlib import Path

import pytest
from atom_rules import faults
from commons import ROOT, Built, Run

LETTER = "003_80eb66ce4fb9a1c6.txt"


@pytest.fixture(scope="module")
def fewer(tmp_path_factory: pytest.TempPathFactory, seeds: Path, run_kg: Run) -> Path:
    """The graph of four of the five seeds."""
    folder, output = tmp_path_factory.mktemp("four"), tmp_path_factory.mktemp("fewer")
    for path in seeds.glob("*.txt"):
        if path.name != LETTER:
            shutil.copy(path, folder / path.name)
    assert len(list(folder.iterdir())) == 4
    assert run_kg("build", folder, "-o", output).returncode == 0
    return output


def test_a_document_more_brings_what_it_cites_fulfils_and_promises(
    built: Built, fewer: Path, run_kg: Run
) -> None:
    run = run_kg("diff", fewer, built[0], "--format", "json")
    assert run.returncode == 0, run.stderr
    found = json.loads(run.stdout)
    assert found["counts"] == {
        "cites": {"new": 4, "gone": 0}, "fulfils": {"new": 2, "gone": 0},
        "madeIn": {"new": 2, "gone": 0},
    }  # fmt: skip
    assert run.stderr == "cites: 4 new, 0 gone\nfulfils: 2 new, 0 gone\nmadeIn: 2 new, 0 gone\n"
    text = (ROOT / "seeds" / "documents" / LETTER).read_text(encoding="utf-8")
    for change in found["changes"]:
        assert change["file"] == LETTER
        assert change["quote"] in text
    assert "wordt in de kamerbrief afgedaan" in found["changes"][-1]["quote"]


def test_a_document_less_takes_the_same_away(built: Built, fewer: Path, run_kg: Run) -> None:
    there, back = (
        json.loads(run_kg("diff", *pair, "--format", "json").stdout)["changes"]
        for pair in ((fewer, built[0]), (built[0], fewer))
    )
    assert {each["change"] for each in back} == {"gone"}
    assert [{**each, "change": "new"} for each in back] == there


def test_the_feed_is_valid_in_both_languages_and_keeps_its_bytes(
    built: Built, fewer: Path, run_kg: Run, tmp_path: Path
) -> None:
    for language in ("nl", "en"):
        for name in ("one.atom", "again.atom"):
            run = run_kg("diff", fewer, built[0], "-f", "atom", "--language", language,
                         "--address", "https://data.example.nl/changes.atom",
                         "-o", tmp_path / name)  # fmt: skip
            assert run.returncode == 0, run.stderr
        written = (tmp_path / "one.atom").read_bytes()
        assert written == (tmp_path / "again.atom").read_bytes()
        assert faults(written) == [] and written.count(b"<entry>") == 8
        assert f'xml:lang="{language}"'.encode() in written


def test_a_lone_file_differs_as_its_folder_does(built: Built, fewer: Path, run_kg: Run,
                                                tmp_path: Path) -> None:  # fmt: skip
    shutil.copy(fewer / "graph.ttl", tmp_path / "alone.ttl")
    one, other = (run_kg("diff", each, built[0]) for each in (fewer, tmp_path / "alone.ttl"))
    assert one.stdout == other.stdout and len(one.stdout.splitlines()) == 10


def test_the_same_graph_gives_nothing(built: Built, run_kg: Run) -> None:
    run = run_kg("diff", built[0], built[0])
    assert (run.returncode, run.stdout, run.stderr) == (0, "Nothing has changed.\n", "")


def test_a_mistake_costs_one_line_and_no_file(built: Built, run_kg: Run, tmp_path: Path) -> None:
    target = tmp_path / "out.atom"
    for arguments, said in (
        (("nowhere", built[0]), "there is no graph here"),
        ((built[0], built[0], "-r", "citess"), "did you mean kg:cites?"),
        ((built[0], built[0], "-f", "atom", "--address", "x"), "is no web address"),
        ((built[0], built[0], "-f", "atom", "--updated", "x"), "is no day or time"),
    ):
        run = run_kg("diff", *arguments, "-o", target)
        assert run.returncode == 1 and said in run.stderr and run.stderr.count("\n") == 1
        assert not target.exists()
    run = run_kg("diff", built[0], built[0], "--updated", "2024-01-31")
    assert run.returncode == 2 and "are for --format atom" in run.stderr


def test_the_guide_shows_what_is_printed(built: Built, fewer: Path, run_kg: Run) -> None:
    guide = (ROOT / "docs" / "diff.md").read_text(encoding="utf-8")
    run = run_kg("diff", fewer, built[0], "-f", "atom", "--language", "nl")
    entry = re.search(r"<!-- entry -->\n```xml\n(.*?)```", guide, re.S)
    counts = re.search(r"<!-- counts -->\n```\n(.*?)```", guide, re.S)
    assert entry and entry[1] in run.stdout
    assert counts and counts[1] == run.stderr
