"""A dataset folder: whole, checked, described."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import rdflib
from commons import Run
from test_catalog import OPTIONS

from kg.facade import load_graph

DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")


@pytest.fixture(scope="module")
def bundle(example_file: Path, run_kg: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dataset folder of the example."""
    folder = tmp_path_factory.mktemp("bundle") / "dataset"
    run = run_kg("export", "--bundle", folder, "--graph", example_file, *OPTIONS)
    assert run.returncode == 0, run.stderr
    return folder


def test_it_holds_all_that_a_portal_wants(bundle: Path) -> None:
    names = {path.relative_to(bundle).as_posix() for path in bundle.rglob("*") if path.is_file()}
    assert names >= {
        "graph.ttl", "graph.nt.gz", "graph.trig.gz", "graph.jsonld.gz", "graph.rdf.gz",
        "graph.graphml", "graph-tables.zip", "catalog.ttl", "README.md", "LICENSE", "SHA256SUMS",
        "ontology/kamergraaf.ttl", "ontology/shapes.ttl", "ontology/context.jsonld",
        "ontology/queries/fulfilled.rq",
    }  # fmt: skip
    readme = (bundle / "README.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in readme for name in names - {"README.md", "SHA256SUMS"})
    assert "Ministerie van BZK" in readme


def test_its_checksums_are_right(bundle: Path) -> None:
    run = subprocess.run(
        ["sha256sum", "-c", "--strict", "SHA256SUMS"], cwd=bundle, capture_output=True, check=False
    )
    assert run.returncode == 0, run.stdout
    files = [path for path in bundle.rglob("*") if path.is_file()]
    assert len(run.stdout.splitlines()) == len(files) - 1


@pytest.mark.parametrize("name", [f"graph.{end}.gz" for end in ("nt", "trig", "jsonld", "rdf")])
def test_every_dump_is_the_same_graph(bundle: Path, name: str) -> None:
    whole, other = load_graph(bundle / "graph.ttl"), load_graph(bundle / name)
    assert {str(quad) for quad in other.store} == {str(quad) for quad in whole.store}


def test_its_catalogue_names_its_files(bundle: Path) -> None:
    found = rdflib.Graph().parse(bundle / "catalog.ttl")
    names = {str(url).rpartition("/")[2] for url in found.objects(None, DCAT.downloadURL)}
    assert names == {path.name for path in bundle.glob("graph*")}


def test_it_replaces_an_earlier_one_and_nothing_else(
    bundle: Path, example_file: Path, run_kg: Run, tmp_path: Path
) -> None:
    sums = (bundle / "SHA256SUMS").read_text()
    run = run_kg("export", "--bundle", bundle, "--graph", example_file, *OPTIONS)
    assert run.returncode == 0
    assert (bundle / "SHA256SUMS").read_text() == sums
    assert [path.name for path in bundle.parent.iterdir()] == ["dataset"]
    (tmp_path / "letter.txt").write_text("mine")
    run = run_kg("export", "--bundle", tmp_path, "--graph", example_file, *OPTIONS)
    assert run.returncode == 1
    assert "holds other files" in run.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_it_asks_for_what_is_missing(example_file: Path, run_kg: Run, tmp_path: Path) -> None:
    run = run_kg("export", "--bundle", tmp_path / "d", "--graph", example_file)
    assert run.returncode == 1
    assert "publisher, creator, contact, licence and download are not known" in run.stderr
    assert not (tmp_path / "d").exists()
