"""The measurement of pages beside pyvis's own, and the made-up graphs it is done on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

from commons import ROOT
from page_grown import grown_graph, grown_to

NEVER = """
from pathlib import Path
import page
there = Path("never.html").resolve()
found = page.opened(page.Measured("x", "never", 0, 0, 0.0, 0.0), there, limit=1.0)
print(found.ready, found.click is None)
print(page.told(found, 1.0))
"""


def run(*arguments: str, cwd: Path) -> list[str]:
    """What a process of its own prints: two browsers steered from one process do not bear it."""
    paths = os.pathsep.join(str(each) for each in (ROOT, ROOT / "benchmarks"))
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
        env={**os.environ, "PYTHONPATH": paths},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_both_pages_of_a_small_graph_are_measured(tmp_path: Path) -> None:
    told = tmp_path / "told.json"
    program = str(ROOT / "benchmarks" / "page.py")
    lines = run(program, "--sizes", "60", "--limit", "60", "--json", str(told), cwd=tmp_path)
    assert len(lines) == 4 and len({line.count("|") for line in lines}) == 1
    assert lines[0].count("|") > 8
    ours, default = json.loads(told.read_text(encoding="utf-8"))
    assert (ours["page"], default["page"]) == ("kg", "pyvis")
    assert (ours["nodes"], ours["edges"]) == (default["nodes"], default["edges"])
    assert ours["nodes"] > 50
    for page in (ours, default):
        assert all(page[name] > 0 for name in ("written", "size", "ready", "click")), page
    # ours asks nobody anything; the default fetches a style sheet
    assert (ours["errors"], ours["asked"]) == ([], [])
    assert default["asked"]


def test_a_page_that_is_not_ready_in_time_is_given_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "never.html"
    path.write_text("<!doctype html><title>never</title><body>never", encoding="utf-8")
    first, line = run("-c", NEVER, cwd=tmp_path)
    assert first == "None False" and "| > 1 |" in line


def test_a_grown_graph_has_the_proportions_of_real_ones() -> None:
    data = grown_to(2_000)
    assert 1_900 < len(data.nodes) <= 2_000
    keys = {node.key for node in data.nodes}
    assert len(keys) == len(data.nodes)
    assert all(s.subject in keys and s.object in keys for s in data.statements)
    kinds = Counter(node.types[0] for node in data.nodes)
    assert min(kinds["Motion"], kinds["Letter"], kinds["Kamerstuk"]) > 300
    assert {"Dossier", "Member", "Minister", "Programme", "Commitment", "Ministry"} <= set(kinds)
    inside = Counter(s.object for s in data.statements if s.predicate == "inDossier")
    sizes = sorted(inside.values())
    assert sizes[-1] > 50 and sizes[len(sizes) // 2] < 10
    quotes = sorted(len(s.quote) for s in data.statements if s.predicate == "cites")
    assert quotes[0] < 40 and quotes[-1] > 200
    motions = {node.key for node in data.nodes if node.types[0] == "Motion"}
    done = [s for s in data.statements if s.predicate in ("fulfils", "followsUp")]
    assert done and all(s.object in motions for s in done)


def test_a_grown_graph_is_always_the_same() -> None:
    assert grown_graph(300, seed=4) == grown_graph(300, seed=4)
