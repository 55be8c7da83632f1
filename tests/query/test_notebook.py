"""The notebook of the docs runs from top to bottom, and its answers make sense."""

import ast
import json
from pathlib import Path
from typing import Any

import networkx
import pandas
import pytest

NOTEBOOK = Path(__file__).resolve().parents[2] / "docs" / "kamergraaf.ipynb"


@pytest.fixture(scope="module")
def cells() -> list[dict[str, Any]]:
    notebook = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    assert notebook["nbformat"] == 4
    found: list[dict[str, Any]] = notebook["cells"]
    return found


@pytest.fixture(scope="module")
def shown(cells: list[dict[str, Any]]) -> dict[str, Any]:
    """What each code cell shows: the value of its last line, by the cell's id."""
    names: dict[str, Any] = {}
    values = {}
    for cell in cells:
        if cell["cell_type"] == "code":
            tree = ast.parse("".join(cell["source"]))
            last = tree.body.pop()
            assert isinstance(last, ast.Expr), "the last line of a cell shows something"
            exec(compile(tree, cell["id"], "exec"), names)
            show = compile(ast.Expression(last.value), cell["id"], "eval")
            values[cell["id"]] = eval(show, names)
    values["names"] = names
    return values


def test_it_is_stored_without_outputs(cells: list[dict[str, Any]]) -> None:
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    assert len(code) > 7
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in code)
    assert len({cell["id"] for cell in cells}) == len(cells)


def test_it_finds_and_builds(shown: dict[str, Any]) -> None:
    assert "kst-32793-302" in [each[1] for each in shown["find"]]
    assert shown["spans"] is True and shown["rdf"] is True
    assert shown["build"]["fulfils"] >= 4


def test_answers_are_data_frames(shown: dict[str, Any]) -> None:
    fulfilled, cited = shown["fulfilled"], shown["names"]["cited"]
    assert isinstance(fulfilled, pandas.DataFrame)
    assert len(fulfilled) >= 4 and fulfilled.words.str.len().min() > 0
    assert set(fulfilled.degree) <= {"whole", "partial"}
    assert list(cited.columns) == ["document", "date", "cited", "words"]
    assert len(shown["own"]) == 10
    assert shown["group"].iloc[0] == shown["group"].max() > 1


def test_the_network_is_one(shown: dict[str, Any]) -> None:
    assert isinstance(shown["names"]["network"], networkx.MultiDiGraph)
    assert len(shown["network"]) == 5 and shown["network"][0][1] >= 1
    assert "motie" in shown["quote"].lower()
