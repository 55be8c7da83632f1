"""The checkers of the house are clean: mypy (strict) and flake8, as set up in setup.cfg."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize(
    "command",
    [
        ["mypy", "--config-file", "setup.cfg"],
        ["flake8", "kg", "tests", "benchmarks"],
    ],
    ids=["mypy", "flake8"],
)
def test_the_checker_finds_nothing(command: list[str]) -> None:
    run = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout[-4000:] + run.stderr[-2000:]
