"""``kg find`` and ``kg cite`` as a user runs them."""

import json
from pathlib import Path

import pytest
from commons import Run


def test_find_lists_place_kind_and_id(run_kg: Run, tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("Een.\nZie Kamerstuk 32 793, nrs. 302 en 613.\n")
    result = run_kg("find", tmp_path / "brief.txt")
    assert result.returncode == 0, result.stderr
    lines = result.stdout.splitlines()
    assert lines[0].split() == ["file", "line", "kind", "id", "role", "text"]
    assert [line.split()[:4] for line in lines[2:]] == [
        ["brief.txt", "2", "kamerstuk", "kst-32793-302"],
        ["brief.txt", "2", "kamerstuk", "kst-32793-613"],
    ]


def test_find_reads_standard_input_and_writes_json_lines(run_kg: Run) -> None:
    text = "Zie Kamerstuk 32 793, nr. 302."
    result = run_kg("find", "-", "--format", "jsonl", stdin=text)
    [row] = [json.loads(line) for line in result.stdout.splitlines()]
    assert row["id"] == "kst-32793-302" and row["rule"]
    assert text[row["start"] : row["end"]] == row["text"]


def test_find_filters_by_kind(run_kg: Run) -> None:
    text = "Zie Kamerstuk 32 793, nr. 302 en Stb. 2020, 123."
    result = run_kg("find", "-", "--kind", "staatsblad", "--format", "jsonl", stdin=text)
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["stb-2020-123"]


def test_find_knows_every_kind_and_no_other(run_kg: Run) -> None:
    from kg.cli.find import KINDS
    from kg.identifiers import _KINDS
    from kg.identifiers.staatsblad import SERIES
    from kg.recognise.registry import mentions, recognisers

    examples = [rule.example for each in recognisers() for rule in each.rules]
    found = {mention.kind for example in examples for mention in mentions(example)}
    assert sorted({*found, *_KINDS.values(), *map(str.lower, SERIES.values())}) == list(KINDS)
    result = run_kg("find", "-", "--kind", "kamerstukken", stdin="Zie Kamerstuk 32 793, nr. 302.")
    assert result.returncode == 2 and "'kamerstuk'" in result.stderr


def test_find_says_that_it_found_nothing_only_where_it_read(run_kg: Run, tmp_path: Path) -> None:
    result = run_kg("find", tmp_path / "absent.txt")
    assert result.returncode == 1 and "no references" not in result.stderr
    result = run_kg("find", "-", stdin="Niets.")
    assert result.returncode == 0 and result.stderr == "no references found\n"


def test_find_names_what_it_cannot_read_and_goes_on(run_kg: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text("Zie Kamerstuk 32 793, nr. 302.")
    result = run_kg("find", tmp_path)
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1 and "a.txt" in result.stderr
    assert "kst-32793-302" in result.stdout


def test_find_ends_quietly_when_its_reader_leaves(run_kg: Run, tmp_path: Path) -> None:
    import os
    import subprocess
    import sys

    (tmp_path / "a.txt").write_text("Zie Kamerstuk 32 793, nr. 302.\n" * 20_000)
    code = f"{sys.executable} -c 'from kg.cli import main; main()' find --format jsonl a.txt"
    root = Path(__file__).resolve().parents[2]
    run = subprocess.run(
        ["sh", "-c", f"{code} | head -n 1"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert run.stdout.count("\n") == 1
    assert run.stderr == ""


def test_cite_shows_normal_form_pages_and_written_forms(run_kg: Run) -> None:
    result = run_kg("cite", "Kamerstukken II 2020-2021 35 882, nr. 1")
    assert result.returncode == 0, result.stderr
    assert "kst-35882-1" in result.stdout
    assert "https://zoek.officielebekendmakingen.nl/kst-35882-1.html" in result.stdout
    assert "Kamerstukken II 2020/21, 35 882, nr. 1" in result.stdout


def test_cite_writes_json(run_kg: Run) -> None:
    result = run_kg("cite", "21 501-32, nr. 1703", "--format", "json")
    [citation] = json.loads(result.stdout)
    assert citation["id"] == "kst-21501-32-1703"


def test_cite_says_how_far_it_was_understood(run_kg: Run) -> None:
    result = run_kg("cite", "Kamerstukken II 2020/21, 35 88x, nr. 1")
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert "35 88x" in result.stderr


def test_too_little_memory_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    from kg import cli

    def hungry(**_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(cli.cli, "main", hungry)
    with pytest.raises(SystemExit) as caught:
        cli.main()
    assert str(caught.value).startswith("kg: there is not memory enough for this; ")
