"""Every example through every format: nothing lost, the same bytes, whole or not at all."""

import csv
import gzip
import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import networkx
import pyoxigraph as ox
import pytest
import rdflib
from commons import calls
from graph_example import FILES, MOTION, ONE, example_data
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from kg.errors import GraphError
from kg.export import NAMES, export, networks, sorting
from kg.export.formats import FORMATS
from kg.export.networks import network
from kg.graph import build_graph
from kg.model import GraphData, Literal, Node
from kg.rdf import RdfGraph, to_rdflib, triples
from kg.vocabulary import expand, iri

# rdflib warns about its own inner workings
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")

GRAPHS = {"turtle": "turtle", "ntriples": "nt", "jsonld": "json-ld", "rdfxml": "xml"}
DATASETS = {"trig": "trig", "nquads": "nquads"}


@pytest.fixture(scope="module")
def graph() -> RdfGraph:
    return build_graph(example_data())


def written(graph: RdfGraph, format: str) -> bytes:
    stream = io.BytesIO()
    export(graph, format, stream)
    return stream.getvalue()


def test_the_table_of_formats_is_the_list_of_names() -> None:
    assert tuple(FORMATS) == NAMES
    assert all(each.about and each.suffix.startswith(".") for each in FORMATS.values())


@pytest.mark.parametrize("format", GRAPHS)
def test_rdflib_reads_the_same_graph_back(graph: RdfGraph, format: str) -> None:
    parsed = rdflib.Graph().parse(data=written(graph, format), format=GRAPHS[format])
    assert set(parsed) == set(to_rdflib(graph))


@pytest.mark.parametrize("format", DATASETS)
def test_all_graphs_of_a_dataset_together_are_the_graph(graph: RdfGraph, format: str) -> None:
    dataset = rdflib.Dataset()
    dataset.parse(data=written(graph, format), format=DATASETS[format])
    assert {quad[:3] for quad in dataset.quads()} == set(to_rdflib(graph))
    named = {str(quad[3]) for quad in dataset.quads() if quad[3] and "w3id" in str(quad[3])}
    assert named == {iri(key) for key in FILES.values()}


@pytest.mark.parametrize("name", FILES)
def test_a_file_says_what_stands_in_it(graph: RdfGraph, name: str) -> None:
    store = ox.Store()
    store.load(written(graph, "trig"), ox.RdfFormat.TRIG)
    here = ox.NamedNode(iri(FILES[name]))
    statements = [s for s in example_data().statements if s.file == FILES[name]]
    assert statements
    for statement in statements:
        edge = ox.Quad(
            ox.NamedNode(iri(statement.subject)),
            ox.NamedNode(f"https://w3id.org/kamergraaf/def#{statement.predicate}"),
            ox.NamedNode(iri(statement.object)),
            here,
        )
        assert edge in store
        assert ox.Quad(edge.subject, edge.predicate, edge.object) not in store


@pytest.mark.parametrize("format", ["turtle", "ntriples", "jsonld", "rdfxml", "trig", "nquads"])
def test_pyoxigraph_reads_the_same_graph_back(graph: RdfGraph, format: str) -> None:
    formats = {
        "turtle": ox.RdfFormat.TURTLE, "ntriples": ox.RdfFormat.N_TRIPLES,
        "jsonld": ox.RdfFormat.JSON_LD, "rdfxml": ox.RdfFormat.RDF_XML,
        "trig": ox.RdfFormat.TRIG, "nquads": ox.RdfFormat.N_QUADS,
    }  # fmt: skip
    parsed = {quad.triple for quad in ox.parse(written(graph, format), formats[format])}
    assert parsed == set(triples(graph))


@pytest.mark.parametrize("format", NAMES)
def test_the_same_graph_gives_the_same_bytes(graph: RdfGraph, format: str) -> None:
    data = example_data()
    again = build_graph(GraphData(data.nodes[::-1], data.statements[::-1]))
    assert written(again, format) == written(graph, format)


def test_the_bytes_are_the_same_in_another_process(graph: RdfGraph) -> None:
    tests, root = Path(__file__).parents[1], Path(__file__).parents[2]
    code = (
        "import sys; sys.path[:0] = sys.argv[1:]\n"
        "from graph_example import example_data\n"
        "from kg.export import export\nfrom kg.graph import build_graph\n"
        "for name in ('turtle', 'trig', 'graphml', 'csv'):\n"
        "    export(build_graph(example_data()), name, '-')\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, str(root), str(tests)], capture_output=True, check=True,
        env={"PYTHONHASHSEED": "7", "TZ": "Pacific/Apia"}, cwd="/",
    )  # fmt: skip
    names = ("turtle", "trig", "graphml", "csv")
    assert run.stdout == b"".join(written(graph, name) for name in names)


TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]))


@settings(max_examples=60)
@given(TEXT, st.text(min_size=1, max_size=20))
def test_any_text_goes_through_every_format(text: str, name: str) -> None:
    literals = (Literal("dcterms:title", text, lang="nl"), Literal("kg:kenmerk", text))
    node = Node(f"document/{name}", ("Letter",), text, literals)
    graph = build_graph(GraphData((node,), ()))
    expected = set(to_rdflib(graph))
    for format in ("turtle", "ntriples", "jsonld"):
        parsed = rdflib.Graph().parse(data=written(graph, format), format=GRAPHS[format])
        assert set(parsed) == expected, format
    stored = {quad.triple for quad in ox.parse(written(graph, "nquads"), ox.RdfFormat.N_QUADS)}
    assert stored == set(triples(graph))
    for format in ("rdfxml", "graphml", "gexf", "csv"):
        assert written(graph, format)
    parsed = rdflib.Graph().parse(data=written(graph, "rdfxml"), format="xml")
    assert len(parsed) == len(expected)


@pytest.mark.parametrize("text", ["a\r\nb", "a\rb", " a ", "\t", "]]>", "<&>\"'", "é\u2028‘", ""])
def test_xml_keeps_what_xml_can_hold(text: str) -> None:
    node = Node("document/a", ("Letter",), "x", (Literal("kg:kenmerk", text),))
    graph = build_graph(GraphData((node,), ()))
    parsed = rdflib.Graph().parse(data=written(graph, "rdfxml"), format="xml")
    assert set(parsed) == set(to_rdflib(graph))


def test_the_turtle_is_to_be_read(graph: RdfGraph) -> None:
    text = written(graph, "turtle").decode()
    assert "document:kst-25295-7 a kg:Document , kg:Kamerstuk , kg:Motion ;\n" in text
    assert '    kg:quote "C. Visser" ;\n' in text
    assert "    kg:confidence 0.9 ;\n" in text
    assert "    kg:inFootnote true ;\n" in text
    assert 'dcterms:date "2022-05-01"^^xsd:date' in text
    assert "kg:issuedBy ministerie:mnre1025" in text
    assert "rdf:type" not in text
    statement = text[text.index("\nstatement:") + 1 :].split("\n\n", 1)[0]
    order = [statement.index(word) for word in ("rdf:subject", "rdf:predicate", "rdf:object")]
    assert order == sorted(order)


def test_the_json_reads_like_json(graph: RdfGraph) -> None:
    found = json.loads(written(graph, "jsonld"))
    letter = next(each for each in found["@graph"] if each.get("kenmerk"))
    assert letter["type"] == ["Document", "Letter"]
    assert letter["attachmentCount"] == 2
    assert letter["date"] == "2022-05-01"
    assert letter["fulfils"] == "document/kst-25295-7"
    statement = next(each for each in found["@graph"] if each["type"] == "Statement")
    assert statement["inFootnote"] in (True, False)
    assert not statement["predicate"].startswith("http")


def test_another_base_goes_through_json_too() -> None:
    graph = build_graph(example_data(), base="https://example.org/")
    parsed = rdflib.Graph().parse(data=written(graph, "jsonld"), format="json-ld")
    assert set(parsed) == set(to_rdflib(graph))


@pytest.mark.parametrize("format", ["graphml", "gexf"])
def test_networkx_reads_the_network_back(graph: RdfGraph, format: str) -> None:
    read = {"graphml": networkx.read_graphml, "gexf": networkx.read_gexf}[format]
    network = read(io.BytesIO(written(graph, format)))
    assert network.nodes[MOTION]["label"] == "Kamerstuk 25 295, nr. 7"
    assert network.nodes[ONE]["kind"] == "Letter"
    relations = {each["relation"] for _, _, each in network.edges(data=True)}
    assert {"cites", "fulfils", "signedBy", "holder", "postIn"} <= relations
    assert b"lastmodified" not in written(graph, format)


@pytest.mark.parametrize("format", ["graphml", "gexf"])
def test_a_file_holds_the_network_and_no_size_changes_it(
    graph: RdfGraph, format: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = {"graphml": networkx.read_graphml, "gexf": networkx.read_gexf}[format]
    whole = written(graph, format)
    found, own = read(io.BytesIO(whole)), network(graph)
    assert {key: {**about, "label": ""} for key, about in found.nodes(data=True)} == {
        key: {**about, "label": ""} for key, about in own.nodes(data=True)
    }
    edges = {(*ends, about["relation"]): about for *ends, about in found.edges(data=True)}
    assert len(edges) == own.number_of_edges() >= 20
    for source, target, about in own.edges(data=True):
        assert about.items() <= edges[source, target, about["relation"]].items()
    monkeypatch.setattr(networks, "_IN_MEMORY", 1)
    monkeypatch.setattr(sorting.Sorter.__init__, "__kwdefaults__", {"most": 100})
    assert written(graph, format) == whole


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def test_the_tables_hold_things_relations_and_quotes(graph: RdfGraph) -> None:
    nodes, edges, statements = (
        rows(written(graph, f"csv-{name}")) for name in ("nodes", "edges", "statements")
    )
    letter = next(each for each in nodes if each["key"] == ONE)
    assert letter["kind"] == "Letter"
    assert letter["title"] == 'Gezond "leven"\tén meer'
    assert not [each for each in nodes if each["kind"] == "Statement"]
    fulfils = [each for each in edges if each["relation"] == "fulfils"]
    assert {each["object_label"] for each in fulfils} == {"Kamerstuk 25 295, nr. 7"}
    assert len(statements) == len(example_data().statements)
    quotes = {each["quote"] for each in statements}
    assert quotes == {statement.quote for statement in example_data().statements}


def test_the_tables_go_into_a_folder_or_one_zip(graph: RdfGraph, tmp_path: Path) -> None:
    export(graph, "csv", tmp_path / "tables")
    export(graph, "csv", tmp_path / "tables.zip")
    names = {"nodes.csv", "edges.csv", "statements.csv"}
    assert {each.name for each in (tmp_path / "tables").iterdir()} == names
    with zipfile.ZipFile(tmp_path / "tables.zip") as packed:
        assert set(packed.namelist()) == names
        for name in names:
            assert packed.read(name) == (tmp_path / "tables" / name).read_bytes()


@pytest.mark.parametrize("format", [name for name in NAMES if name != "csv"])
def test_a_name_in_gz_is_packed_without_a_time(
    graph: RdfGraph, tmp_path: Path, format: str
) -> None:
    one, other = tmp_path / "one.gz", tmp_path / "other" / "two.gz"
    export(graph, format, one)
    export(graph, format, other)
    assert one.read_bytes() == other.read_bytes()
    assert gzip.decompress(one.read_bytes()) == written(graph, format)


@pytest.mark.parametrize("name", ["1a", "b/c#2-d", "a%20b", "x.y_z-1"])
def test_any_property_is_an_element(name: str) -> None:
    store = ox.Store()
    node = ox.NamedNode("https://e.org/s")
    triple = ox.Triple(node, ox.NamedNode(f"https://e.org/{name}x"), ox.Literal("1"))
    store.add(ox.Quad(triple.subject, triple.predicate, triple.object))
    content = written(RdfGraph(store), "rdfxml")
    etree.fromstring(content)  # the engine reads names that are none in XML
    assert [each.triple for each in ox.parse(content, format=ox.RdfFormat.RDF_XML)] == [triple]


@pytest.mark.parametrize("name", ["", "2022", "a/"])
def test_a_property_that_cannot_be_an_element_is_refused(name: str) -> None:
    store = ox.Store()
    node = ox.NamedNode("https://e.org/s")
    store.add(ox.Quad(node, ox.NamedNode(f"https://e.org/{name}"), node))
    with pytest.raises(GraphError, match=f"https://e.org/{name}: cannot be written in RDF/XML"):
        written(RdfGraph(store), "rdfxml")


def test_the_table_of_relations_takes_steps_in_proportion() -> None:
    def citing(many: int) -> RdfGraph:
        cited = [Node(f"document/kst-1-{n}", ("Letter",), str(n)) for n in range(many)]
        found = build_graph(GraphData(tuple(cited), ()))
        for each in cited:
            one, other = ox.NamedNode(iri(cited[0].key)), ox.NamedNode(iri(each.key))
            found.store.add(ox.Quad(one, ox.NamedNode(expand("cites")), other))
            found.store.add(ox.Quad(other, ox.NamedNode(expand("cites")), one))
        return found

    few, many = (
        calls(lambda graph=citing(many): written(graph, "csv-edges")) for many in (50, 400)
    )
    assert many < 1.5 * 8 * few


def test_keys_alone_do_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    real = sorting.tempfile.TemporaryFile
    monkeypatch.setattr(sorting.tempfile, "TemporaryFile", lambda: made.append(real()) or made[-1])
    with sorting.Sorter(most=1000) as sorter:
        for number in reversed(range(200)):
            sorter.add(("https://e.org/a", f"https://e.org/{number:03}", b""))
        assert made
        assert [thing[-3:] for _, thing, _ in sorter] == [f"{n:03}" for n in range(200)]


def test_an_unknown_format_names_the_known_ones(graph: RdfGraph) -> None:
    with pytest.raises(GraphError, match="format excel: is not known; choose from turtle"):
        export(graph, "excel", "-")
