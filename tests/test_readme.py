"""The README tells the truth: its two set-up commands and the answers to its questions."""

import re
import subprocess
from pathlib import Path

import pytest
from commons import ROOT, Run

Built = tuple[Path, subprocess.CompletedProcess[str]]
README = (ROOT / "README.md").read_text(encoding="utf-8")
ASKED = re.findall(r"```sparql\n(.*?)```\n\n<!-- answer -->\n(.*?)<!-- /answer -->", README, re.S)


def test_there_are_exactly_two_set_up_commands() -> None:
    commands = re.findall(r"^python3 -m venv .*$", README, re.M)
    assert len(commands) == 2
    assert commands[0].endswith(".venv/bin/kg build seeds/documents")
    assert ".venv/bin/python -m pytest" in commands[1]


def test_ci_runs_the_readmes_test_command() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "README.md" in script and "<!-- tests -->" in script
    block = re.search(r"<!-- tests -->(.*?)<!-- /tests -->", README, re.S)
    assert block and len(re.findall(r"^python3 ", block[1], re.M)) == 1


def test_three_questions_are_asked() -> None:
    assert len(ASKED) == 3


@pytest.mark.parametrize(("sparql", "answer"), ASKED, ids=["fulfils", "cited", "co-signed"])
def test_an_answer_is_what_the_graph_says(
    sparql: str, answer: str, built: Built, run_kg: Run
) -> None:
    result = run_kg("query", sparql, "--graph", built[0], "--format", "markdown")
    assert result.returncode == 0, result.stderr
    assert result.stdout.strip() == answer.strip()
