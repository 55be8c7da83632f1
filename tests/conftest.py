"""What several tests share: the seeds, a command line run as a real process, one built graph."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from commons import ROOT, SEEDS, Run
from graph_example import example_data
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright
from serving import Server, served


# What a property holds for does not hang on how fast the machine is.
settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine")

# The engine that crashes is for a cluster's workers alone; collected, it would be ours too.
collect_ignore = ["building/broken_engine"]

ARGUMENTS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
).split()
NAMES = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests of a worker, each with a profile of its own."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        pytest.fail("no Chromium on this machine: apt-get install -y chromium", pytrace=False)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of the five seed documents."""
    assert len(list(SEEDS.glob("*.txt"))) == 5, f"the five seed documents are not in {SEEDS}"
    return SEEDS


@pytest.fixture(scope="session")
def run_kg() -> Run:
    """Run ``kg`` as a process of its own, as a user does."""

    def run(
        *arguments: str | Path, cwd: Path | None = None, stdin: str | None = None
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", "from kg.cli import main; main()", *map(str, arguments)],
            cwd=cwd,
            input=stdin if stdin is not None else "",
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=120,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        )

    return run


@pytest.fixture(scope="session")
def built(
    tmp_path_factory: pytest.TempPathFactory, seeds: Path, run_kg: Run
) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """The output folder of one build of the seeds, and what the command printed."""
    output = tmp_path_factory.mktemp("built")
    result = run_kg("build", seeds, "-o", output)
    assert result.returncode == 0, result.stderr
    return output, result


@pytest.fixture(scope="session")
def example_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph made by hand, as a file."""
    from kg.facade import build_graph

    return build_graph(example_data()).save(tmp_path_factory.mktemp("example"))


@pytest.fixture(scope="session")
def server(example_file: Path) -> Iterator[Server]:
    """``kg serve`` over the graph made by hand."""
    with served(example_file) as running:
        yield running
