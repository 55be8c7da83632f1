"""``kg stats`` and ``kg analyse`` as commands."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from commons import ROOT, Built, Run

from kg.analyse import ANALYSES, SHOWN, STATS


def test_stats_tells_what_the_build_told(built: Built, run_kg: Run) -> None:
    run = run_kg("stats", "-g", built[0], "--format", "json")
    assert run.returncode == 0, run.stderr
    found = json.loads(run.stdout)
    assert list(found) == list(STATS)
    nodes = {row["kind"]: row["things"] for row in found["stats-nodes"]["rows"]}
    edges = {row["relation"]: row["edges"] for row in found["stats-edges"]["rows"]}
    for name, number in {**nodes, **edges}.items():
        assert f"{number}  {name}\n" in built[1].stdout
    documents = next(each for each in found["stats-nodes"]["notes"] if "documents" in each)
    assert documents["n"] == 2


def test_all_tables_but_the_longest_are_shown(built: Built, run_kg: Run) -> None:
    run = run_kg("analyse", "-g", built[0], "--format", "json")
    assert list(json.loads(run.stdout)) == list(SHOWN)


def test_one_table_is_csv_with_its_iris(built: Built, run_kg: Run) -> None:
    run = run_kg("analyse", "co-signatures", "--format", "csv", "--top", "1", "-g", built[0])
    (row,) = csv.DictReader(io.StringIO(run.stdout))
    assert (row["minister"], row["other_minister"], row["documents"]) == (
        "Conny Helder", "Maarten van Ooijen", "2"
    )  # fmt: skip
    assert row["iri"].endswith("/person/p-conny-helder")


def test_several_tables_are_written_to_a_folder(
    built: Built, run_kg: Run, tmp_path: Path
) -> None:
    run = run_kg("analyse", *ANALYSES, "-f", "csv", "-o", tmp_path, "-g", built[0])
    assert run.returncode == 0 and run.stdout == ""
    assert sorted(path.stem for path in tmp_path.glob("*.csv")) == sorted(ANALYSES)
    assert len(run.stderr.splitlines()) == len(ANALYSES)
    refused = run_kg("analyse", "-f", "csv", "-g", built[0])
    assert refused.returncode == 1 and "--output DIR" in refused.stderr


def test_a_picture_takes_the_place_of_no_table(built: Built, run_kg: Run, tmp_path: Path) -> None:
    """A picture has the CSV of its rows beside it, under the name that the whole table has."""
    both = ("-o", tmp_path, "--pictures", tmp_path / ".", "-g", built[0])
    refused = run_kg("analyse", "pagerank", "--top", "0", "-f", "csv", *both)
    assert refused.returncode == 1 and "a folder of its own" in refused.stderr
    assert not list(tmp_path.iterdir())
    run = run_kg("analyse", "pagerank", "-f", "json", *both)
    assert run.returncode == 0 and len(list(tmp_path.iterdir())) == 4


def test_what_is_not_drawn_is_told(run_kg: Run, tmp_path: Path) -> None:
    letter = tmp_path / "brief.txt"
    letter.write_text("Zie Kamerstuk 32 793, nr. 302.\n", encoding="utf-8")
    assert run_kg("build", letter, "-o", tmp_path / "out").returncode == 0
    wanted = ("most-cited", "community-members", "fulfilment-time")
    pictures = ("--pictures", tmp_path / "pictures", "-g", tmp_path / "out")
    run = run_kg("analyse", *wanted, *pictures)
    assert run.returncode == 0
    assert {path.stem for path in (tmp_path / "pictures").iterdir()} == {"most-cited"}
    assert run.stderr.splitlines()[3:] == [
        "community-members: is a list and not drawn",
        "fulfilment-time: nothing to draw in this graph",
    ]


def test_the_tables_are_listed_in_both_languages(run_kg: Run) -> None:
    lines = run_kg("analyse", "--list").stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(ANALYSES)
    assert lines[0].endswith("Most cited / Meest aangehaald")


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("NETWORKX_BACKEND_PRIORITY", "x", "NETWORKX_BACKEND_PRIORITY: is refused by networkx"),
        ("MPLBACKEND", "x", "pictures: matplotlib refuses its settings"),
    ],
)
def test_a_wrong_setting_of_the_environment_costs_one_line(
    name: str, value: str, said: str, built: Built, tmp_path: Path
) -> None:
    run = subprocess.run(
        [sys.executable, "-c", "from kg.cli import main; main()", "analyse", "pagerank",
         "--pictures", tmp_path, "-g", built[0]],
        capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), name: value},
    )  # fmt: skip
    assert run.returncode == 1
    assert run.stderr.startswith(f"kg: {said}") and run.stderr.count("\n") == 1


def test_a_wrong_name_and_a_missing_backend_cost_one_line(built: Built, run_kg: Run) -> None:
    run = run_kg("analyse", "comunities", "-g", built[0])
    assert (run.returncode, run.stderr) == (
        1, "kg: analysis comunities: is not known; did you mean communities?\n"
    )  # fmt: skip
    run = run_kg("analyse", "--backend", "nonsense", "-g", built[0])
    assert run.returncode == 1
    assert run.stderr.startswith("kg: backend nonsense: is not installed; installed are: ")


BACKEND = """
import os


class Interface:
    @staticmethod
    def convert_from_nx(graph, *args, **kwargs):
        return graph

    @staticmethod
    def convert_to_nx(result, *, name=None):
        return result

    @staticmethod
    def pagerank(graph, *args, **kwargs):
        open(os.environ["SEEN"], "a").write("pagerank\\n")
        return {node: (node + 1) / 1000 for node in graph}
"""


def installed(folder: Path, code: str) -> None:
    """A backend of networkx as pip would leave it."""
    (folder / "test_backend.py").write_text(code)
    (folder / "test_backend_info.py").write_text("def get_info():\n    return {}\n")
    about = folder / "test_backend-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: test_backend\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text(
        "[networkx.backends]\nours = test_backend:Interface\n\n"
        "[networkx.backend_info]\nours = test_backend_info:get_info\n"
    )


def with_backend(folder: Path, graph: Path, *more: str, **environment: str) -> tuple[int, str, str]:
    run = subprocess.run(
        [sys.executable, "-c", "from kg.cli import main; main()", "analyse", "pagerank", "bridges",
         "--top", "1", "-f", "json", "-g", str(graph), *more],
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(folder), str(ROOT))),
             "SEEN": str(folder / "seen"), **environment},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return run.returncode, run.stdout, run.stderr


def test_networkx_hands_the_work_to_an_installed_backend(built: Built, tmp_path: Path) -> None:
    installed(tmp_path, BACKEND)
    code, plain, error = with_backend(tmp_path, built[0])
    assert code == 0, error
    assert not (tmp_path / "seen").exists()
    code, found, error = with_backend(tmp_path, built[0], "--backend", "ours")
    assert code == 0, error
    assert (tmp_path / "seen").read_text() == "pagerank\n"
    assert json.loads(found)["pagerank"]["rows"][0]["pagerank"] == 0.028  # the last of 28
    # what the backend does not know, networkx does itself
    assert json.loads(found)["bridges"] == json.loads(plain)["bridges"]
    code, _, error = with_backend(tmp_path, built[0], NETWORKX_BACKEND_PRIORITY="ours")
    assert code == 0, error
    assert (tmp_path / "seen").read_text() == "pagerank\npagerank\n"


def test_a_backend_for_another_networkx_costs_one_line(built: Built, tmp_path: Path) -> None:
    installed(tmp_path, "from networkx import no_such_name\n")
    code, _, error = with_backend(tmp_path, built[0], "--backend", "ours")
    assert code == 1
    assert error.startswith("kg: backend ours: cannot be loaded: ") and error.count("\n") == 1
