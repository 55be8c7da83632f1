"""The measurement of pages beside pyvis's own, and the made-up graphs it is done on."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

import pytest
from commons import ROOT
from page_grown import grown_graph, grown_to

sys.path.insert(0, str(ROOT / "benchmarks"))

import page as measuring  # noqa: E402


def test_both_pages_of_a_small_graph_are_measured(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = tmp_path / "told.json"
    measuring.main(["--sizes", "60", "--limit", "60", "--json", str(told)])
    lines = capsys.readouterr().out.splitlines()
    assert [line.count("|") for line in lines] == [len(measuring.HEAD) + 1] * 4
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
    page = measuring.opened(measuring.Measured("x", "never", 0, 0, 0.0, 0.0), path, limit=1.0)
    assert page.ready is None and page.click is not None
    assert "| > 1 |" in measuring.told(page, 1.0)


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
