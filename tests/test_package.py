"""What is installed is whole: every package and every data file, also away from the checkout."""

import configparser
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MAPPED = {"kg.ontology": ROOT / "ontology", "kg.seeds": ROOT / "seeds"}


@pytest.fixture(scope="module")
def config() -> configparser.ConfigParser:
    parser = configparser.ConfigParser()
    parser.read(ROOT / "setup.cfg", encoding="utf-8")
    return parser


def files(folder: Path) -> list[Path]:
    """The files of a folder that are its own: no caches, nothing hidden."""
    return [
        path
        for path in folder.rglob("*")
        if path.is_file()
        and not any(part.startswith((".", "__pycache__")) for part in path.relative_to(ROOT).parts)
    ]


def test_every_package_is_listed(config: configparser.ConfigParser) -> None:
    listed = set(config["options"]["packages"].split())
    found = {
        ".".join(path.parent.relative_to(ROOT).parts)
        for path in files(ROOT / "kg")
    }
    for name, folder in MAPPED.items():
        found |= {
            ".".join((name, *path.parent.relative_to(folder).parts))
            for path in files(folder)
        }
    assert listed == found


def test_every_data_file_has_a_listed_ending(config: configparser.ConfigParser) -> None:
    patterns = {p.strip() for p in config["options.package_data"]["*"].split(",")}
    for folder in (ROOT / "kg", *MAPPED.values()):
        for path in files(folder):
            if path.suffix != ".py":
                assert f"*{path.suffix}" in patterns or path.name in patterns, path


def test_an_installed_copy_builds_away_from_the_checkout(tmp_path: Path, seeds: Path) -> None:
    source, wheels = tmp_path / "source", tmp_path / "wheels"
    for name in ("kg", "ontology", "seeds"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("setup.cfg", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source / name)
    made = subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", wheels, source],
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr
    installed = tmp_path / "installed"
    with zipfile.ZipFile(next(wheels.glob("*.whl"))) as wheel:
        wheel.extractall(installed)
    program = [sys.executable, "-P", "-c", "from kg.cli import main; main()"]
    run = subprocess.run(
        [*program, "build", seeds, "-o", "out"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert (tmp_path / "out" / "graph.html").exists()
