"""The description a data portal takes in: complete, counted, and asked for where it is not."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from commons import Run
from pyshacl import validate

from kg.catalog import settings
from kg.catalog.files import KINDS
from kg.catalog.triples import Description
from kg.catalog.void import MOST_NAMED, describe_service
from kg.errors import InputError
from kg.facade import load_graph

SHAPES = Path(__file__).parent / "catalog_shapes.ttl"
DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")
VOID = rdflib.Namespace("http://rdfs.org/ns/void#")
SPDX = rdflib.Namespace("http://spdx.org/rdf/terms#")
TOLD = {
    "publisher": "Ministerie van BZK <https://identifier.overheid.nl/tooi/id/ministerie/mnre1034>",
    "creator": "Kamergraaf <https://w3id.org/kamergraaf/id/organisation/kamergraaf>",
    "contact": "Team Kamergraaf <mailto:info@example.nl>",
    "licence": "CC0",
    "download": "https://data.example.nl/kamergraaf",
    "endpoint": "https://data.example.nl/sparql",
    "modified": "2026-11-22",
}
OPTIONS = [part for name, text in TOLD.items() for part in (f"--{name}", text)]


@pytest.fixture(scope="module")
def folder(example_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the graph in several formats."""
    place = tmp_path_factory.mktemp("catalogued")
    shutil.copy(example_file, place / "graph.ttl")
    graph = load_graph(place)
    for name, form in (("nt.gz", "ntriples"), ("trig", "trig"), ("graphml", "graphml")):
        graph.export(form, place / f"graph.{name}")
    return place


@pytest.fixture(scope="module")
def catalogue(folder: Path, run_kg: Run) -> rdflib.Graph:
    """What ``kg catalog`` says about it."""
    run = run_kg("catalog", "--graph", folder, *OPTIONS)
    assert run.returncode == 0, run.stderr
    return rdflib.Graph().parse(data=run.stdout, format="turtle")


def test_it_has_all_that_the_profile_asks(catalogue: rdflib.Graph) -> None:
    shapes = rdflib.Graph().parse(SHAPES, format="turtle")
    sound, _, text = validate(catalogue, shacl_graph=shapes, inference="none")
    assert sound, text


@pytest.mark.parametrize("lost", [
    DCAT.contactPoint, DCAT.theme, rdflib.DCTERMS.creator, rdflib.DCTERMS.accessRights,
    rdflib.DCTERMS.identifier, SPDX.checksum, DCAT.byteSize, DCAT.endpointURL, rdflib.FOAF.name,
])  # fmt: skip
def test_the_shapes_see_what_is_lost(catalogue: rdflib.Graph, lost: rdflib.URIRef) -> None:
    poorer = rdflib.Graph()
    for triple in catalogue:
        if triple[1] != lost:
            poorer.add(triple)
    assert len(poorer) < len(catalogue)
    sound, _, _ = validate(poorer, shacl_graph=rdflib.Graph().parse(SHAPES, format="turtle"))
    assert not sound


def test_each_file_has_its_size_checksum_and_format(catalogue: rdflib.Graph, folder: Path) -> None:
    found = {}
    for place in catalogue.subjects(rdflib.RDF.type, DCAT.Distribution):
        name = str(catalogue.value(place, DCAT.downloadURL)).rpartition("/")[2]
        checksum = catalogue.value(catalogue.value(place, SPDX.checksum), SPDX.checksumValue)
        found[name] = (str(catalogue.value(place, DCAT.byteSize)), str(checksum).lower())
    assert found == {
        path.name: (str(path.stat().st_size), hashlib.sha256(path.read_bytes()).hexdigest())
        for path in folder.iterdir()
        if path.is_file()
    }
    assert {str(each) for each in catalogue.objects(None, DCAT.accessURL)} == {
        "https://data.example.nl/kamergraaf/"
    }


def test_void_counts_what_there_is(catalogue: rdflib.Graph, folder: Path) -> None:
    graph = load_graph(folder)
    dataset = next(catalogue.subjects(rdflib.RDF.type, DCAT.Dataset))
    assert int(str(catalogue.value(dataset, VOID.triples))) == len(graph)
    rows = graph.query("SELECT ?t (COUNT(*) AS ?n) { ?s a ?t } GROUP BY ?t").rows
    counted = {
        str(catalogue.value(part, VOID["class"])): int(str(catalogue.value(part, VOID.entities)))
        for part in catalogue.objects(dataset, VOID.classPartition)
    }
    assert counted == dict(rows)
    rows = graph.query("SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p").rows
    counted = {
        str(catalogue.value(part, VOID.property)): int(str(catalogue.value(part, VOID.triples)))
        for part in catalogue.objects(dataset, VOID.propertyPartition)
    }
    assert counted == dict(rows)


def test_the_linksets_count_links_to_tooi_and_the_official_publications(
    catalogue: rdflib.Graph, folder: Path
) -> None:
    graph = load_graph(folder)
    for start in ("https://identifier.overheid.nl/tooi/", "https://zoek.officielebekendmakingen"):
        query = f"SELECT (COUNT(*) AS ?n) {{ ?s ?p ?o FILTER(STRSTARTS(STR(?o), '{start}')) }}"
        expected = graph.query(query).rows[0][0]
        targets = [
            target for target, space in catalogue.subject_objects(VOID.uriSpace)
            if str(space).startswith(start)
        ]  # fmt: skip
        links = [link for link in catalogue.subjects(VOID.objectsTarget, targets[0])]
        assert sum(int(str(catalogue.value(link, VOID.triples))) for link in links) == expected


def test_there_are_no_blank_nodes(catalogue: rdflib.Graph) -> None:
    assert not [term for triple in catalogue for term in triple if isinstance(term, rdflib.BNode)]


def test_of_very_many_named_graphs_only_the_number_is_said() -> None:
    for number, named in ((MOST_NAMED, MOST_NAMED), (MOST_NAMED + 1, 0)):
        found = Description()
        graphs = [f"https://example.org/id/file/{each}" for each in range(number)]
        describe_service(found, "https://example.org/", "https://example.org/sparql", graphs)
        text = found.write("ntriples").decode()
        assert text.count("#NamedGraph>") == named
        assert (f"{number} named graphs" in text) == (not named)


def test_void_alone_needs_no_settings(folder: Path, run_kg: Run) -> None:
    run = run_kg("catalog", "--graph", folder, "--void", "--format", "ntriples")
    assert run.returncode == 0
    assert list(ox.parse(input=run.stdout.encode(), format=ox.RdfFormat.N_TRIPLES))


def test_a_file_may_have_any_name(example_file: Path, tmp_path: Path, run_kg: Run) -> None:
    file = tmp_path / "graph (één)|2.ttl"
    shutil.copy(example_file, file)
    run = run_kg("catalog", "--graph", file, *OPTIONS)
    assert run.returncode == 0, run.stderr
    graph = rdflib.Graph().parse(data=run.stdout, format="turtle")
    addresses = {str(each) for each in graph.objects(None, DCAT.downloadURL)}
    assert addresses == {f"{TOLD['download']}/graph%20%28%C3%A9%C3%A9n%29%7C2.ttl"}


def test_the_same_twice(folder: Path, run_kg: Run) -> None:
    first, second = (run_kg("catalog", "--graph", folder, *OPTIONS).stdout for _ in range(2))
    assert first == second


def test_what_is_missing_is_asked_for_on_one_line(folder: Path, run_kg: Run) -> None:
    run = run_kg("catalog", "--graph", folder, "--creator", TOLD["creator"])
    assert run.returncode == 1
    assert run.stdout == ""
    assert "publisher, contact, licence and download are not known" in run.stderr
    assert "--publisher" in run.stderr and "KG_PUBLISHER" in run.stderr
    assert len(run.stderr.splitlines()) == 1


def test_settings_from_a_file_and_options_over_them(
    folder: Path, run_kg: Run, tmp_path: Path
) -> None:
    file = tmp_path / "catalog.cfg"
    lines = "\n".join(f"{name} = {text}" for name, text in TOLD.items())
    file.write_text(f"[catalog]\n{lines}\n", encoding="utf-8")
    run = run_kg("catalog", "--graph", folder, "--config", file, "--licence", "CC-BY")
    assert run.returncode == 0, run.stderr
    assert "https://creativecommons.org/licenses/by/4.0/" in run.stdout
    assert "publicdomain/zero" not in run.stdout
    file.write_text("[catalog]\npublsher = x\n", encoding="utf-8")
    run = run_kg("catalog", "--graph", folder, "--config", file)
    assert run.returncode == 1
    assert "publsher is no setting" in run.stderr


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("publisher", "BZK", "no name with an address"),
        ("publisher", "BZK <javascript:alert(1)>", "no name with an address"),
        ("publisher", "BZK <https://example.org/> ; <x>", "no name with an address"),
        ("contact", "<mailto:a@b.nl>", "no name with an address"),
        ("licence", "free", "CC0"),
        ("download", "ftp://x", "no web address"),
        ("endpoint", "sparql", "no web address"),
        ("modified", "yesterday", "no day"),
        ("modified", "2026-02-31", "no day"),
        ("modified", "20260222", "no day"),
        ("modified", "２０２６-02-22", "no day"),
    ],
)
def test_settings_that_cannot_be(name: str, text: str, words: str) -> None:
    with pytest.raises(InputError, match=words):
        settings({**TOLD, name: text})


def test_every_graph_format_is_known() -> None:
    from kg.export.formats import FORMATS

    assert {form.suffix for form in FORMATS.values()} <= set(KINDS)
