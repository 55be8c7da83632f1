"""``kg query``, ``kg export`` and ``kg validate`` over a built graph, as a user runs them."""

import csv
import io
import json
import re
import shlex
import subprocess
from pathlib import Path

import pytest
import rdflib
from commons import ROOT, Run

Built = tuple[Path, subprocess.CompletedProcess[str]]


def test_the_readmes_first_question(built: Built, run_kg: Run) -> None:
    result = run_kg("query", "--name", "fulfilled", "--graph", built[0], "--format", "csv")
    assert result.returncode == 0, result.stderr
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    said = {row["motion"].rpartition("/")[2]: " ".join(row["words"].split()) for row in rows}
    assert set(said) == {"kst-25295-1645", "kst-25424-630", "kst-32793-538", "kst-35669-8"}
    assert "wordt in de kamerbrief afgedaan" in said["kst-25424-630"]
    assert "geven we invulling aan de motie van Bikker c.s." in said["kst-25295-1645"]


def test_the_readmes_second_question(built: Built, run_kg: Run) -> None:
    result = run_kg("query", "--name", "cited-by-several", "--graph", built[0], "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert [row["kamerstuk"].rpartition("/")[2] for row in rows] == []


def test_the_readmes_third_question(built: Built, run_kg: Run) -> None:
    result = run_kg("query", "--name", "co-signed", "--graph", built[0], "--format", "json")
    rows = json.loads(result.stdout)["results"]["bindings"]
    pairs = {(row["person"]["value"], row["other"]["value"]): row for row in rows}
    assert len(pairs) == 3 + 21 + 1 - 1  # three letters; Helder and Van Ooijen sign two of them
    both = pairs[("Conny Helder", "Maarten van Ooijen")]
    assert both["documents"]["value"] == "2"


def test_the_questions_of_the_checklist_have_answers(built: Built, run_kg: Run) -> None:
    page = (ROOT / "docs" / "publish.md").read_text(encoding="utf-8")
    commands = re.findall(r"\| `kg (query [^`]+)` \|", page)
    assert len(commands) >= 2
    for command in commands:
        result = run_kg(*shlex.split(command), "--format", "csv", "--graph", built[0])
        assert result.stdout.count("\n") > 1, command


def test_a_query_of_ones_own_needs_no_prefixes(built: Built, run_kg: Run) -> None:
    sparql = "SELECT (COUNT(?l) AS ?n) WHERE { ?l a kg:Letter ; kg:sourceName ?file }"
    result = run_kg("query", sparql, "--graph", built[0], "--format", "csv")
    assert result.stdout.split() == ["n", "4"]


def test_a_misspelt_term_is_one_line_with_the_nearest(built: Built, run_kg: Run) -> None:
    result = run_kg("query", "SELECT * WHERE { ?a kg:citess ?b }", "--graph", built[0])
    assert result.returncode == 1
    assert "kg:cites" in result.stderr and result.stderr.count("\n") == 1


def test_an_empty_answer_names_the_term_that_was_meant(built: Built, run_kg: Run) -> None:
    result = run_kg("query", "SELECT * WHERE { ?a dcterms:titel ?b }", "--graph", built[0])
    assert result.returncode == 0
    assert "did you mean dcterms:title?" in result.stderr and result.stderr.count("\n") == 1
    assert not run_kg("query", "SELECT * { ?a dcterms:title ?b }", "--graph", built[0]).stderr
    assert not run_kg("query", "SELECT * { ?a rdfs:seeAlso ?b }", "--graph", built[0]).stderr


def test_a_query_file_that_is_not_there_is_one_line(built: Built, run_kg: Run) -> None:
    result = run_kg("query", "-f", "nowhere.rq", "--graph", built[0])
    assert result.returncode == 1
    assert "nowhere.rq" in result.stderr and result.stderr.count("\n") == 1


def test_a_missing_graph_is_one_line(run_kg: Run, tmp_path: Path) -> None:
    result = run_kg("query", "ASK { ?a ?b ?c }", "--graph", tmp_path / "nowhere")
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1 and "kg build" in result.stderr


def test_updates_and_calls_elsewhere_are_refused(built: Built, run_kg: Run) -> None:
    for sparql in (
        "DELETE WHERE { ?a ?b ?c }",
        "SELECT * WHERE { SERVICE <http://localhost:1/> { ?a ?b ?c } }",
    ):
        result = run_kg("query", sparql, "--graph", built[0])
        assert result.returncode == 1 and "Traceback" not in result.stderr


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own JSON-LD parser
@pytest.mark.parametrize("form", ["turtle", "jsonld", "ntriples", "rdfxml"])
def test_an_export_holds_the_same_graph(
    built: Built, run_kg: Run, tmp_path: Path, form: str
) -> None:
    target = tmp_path / f"graph.{form}"
    assert run_kg("export", "-f", form, "-o", target, "-g", built[0]).returncode == 0
    parser = {"jsonld": "json-ld", "ntriples": "nt", "rdfxml": "xml"}.get(form, form)
    one = rdflib.Graph().parse(target, format=parser)
    other = rdflib.Graph().parse(built[0] / "graph.ttl")
    assert set(one) == set(other)


def test_graphml_opens_in_networkx(built: Built, run_kg: Run, tmp_path: Path) -> None:
    import networkx

    target = tmp_path / "graph.graphml"
    assert run_kg("export", "-f", "graphml", "-o", target, "-g", built[0]).returncode == 0
    graph = networkx.read_graphml(target)
    assert "document/kst-25424-630" in graph.nodes


def test_an_unknown_format_is_one_line(built: Built, run_kg: Run) -> None:
    result = run_kg("export", "-f", "docx", "-g", built[0])
    assert result.returncode == 1
    assert "turtle" in result.stderr and result.stderr.count("\n") == 1


def test_the_built_graph_fits_its_shapes(built: Built, run_kg: Run) -> None:
    result = run_kg("validate", "--graph", built[0])
    assert result.returncode == 0, result.stdout
    assert result.stdout == ""


def test_a_broken_graph_is_told_in_plain_words(
    built: Built, run_kg: Run, tmp_path: Path
) -> None:
    lines = (built[0] / "graph.ttl").read_text(encoding="utf-8")
    (tmp_path / "graph.ttl").write_text(lines.replace("kg:quote", "kg:note"), encoding="utf-8")
    result = run_kg("validate", "--graph", tmp_path)
    assert result.returncode == 1
    assert "quote" in result.stdout


def test_the_turtle_has_no_blank_nodes_and_a_statement_for_every_edge(built: Built) -> None:
    graph = rdflib.Graph().parse(built[0] / "graph.ttl")
    assert not [t for triple in graph for t in triple if isinstance(t, rdflib.BNode)]
    kg = rdflib.Namespace("https://w3id.org/kamergraaf/def#")
    told = {
        (graph.value(s, rdflib.RDF.subject), graph.value(s, rdflib.RDF.predicate),
         graph.value(s, rdflib.RDF.object))
        for s in graph.subjects(rdflib.RDF.type, kg.Statement)
    }  # fmt: skip
    ontology = rdflib.Graph().parse(ROOT / "ontology" / "kamergraaf.ttl")
    relations = set(ontology.transitive_subjects(rdflib.RDFS.subPropertyOf, kg.relatedTo))
    edges = {triple for triple in graph if triple[1] in relations}
    assert edges and edges == told


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own JSON-LD parser
@pytest.mark.parametrize(
    ("form", "parser"),
    [("turtle", "turtle"), ("ntriples", "nt"), ("rdfxml", "xml"), ("jsonld", "json-ld")],
)
def test_triples_are_answered_in_every_format(
    built: Built, run_kg: Run, form: str, parser: str
) -> None:
    result = run_kg("query", "--name", "as-cito", "-t", form, "--graph", built[0])
    assert result.returncode == 0, result.stderr
    asked = "CONSTRUCT { ?d cito:cites ?k } WHERE { ?d kg:cites ?k }"
    assert len(rdflib.Graph().parse(data=result.stdout, format=parser)) > 50
    own = run_kg("query", asked, "-t", form, "--graph", built[0])
    counted = run_kg("query", "SELECT * { ?d kg:cites ?k }", "-t", "csv", "--graph", built[0])
    told = rdflib.Graph().parse(data=own.stdout, format=parser)
    assert len(told) == counted.stdout.count("\n") - 1


@pytest.mark.parametrize(
    "question", [["--name", "fulfilled"], ["SELECT ?d { ?d kg:fulfils ?m }"]], ids=["name", "own"]
)
def test_a_query_is_explained(built: Built, run_kg: Run, question: list[str]) -> None:
    result = run_kg("query", *question, "--explain", "--graph", built[0])
    assert result.returncode == 0, result.stderr
    assert "keep ?" in result.stdout and "kg:fulfils ?m" in result.stdout


@pytest.mark.parametrize("options", [[], ["--explain"]])
def test_an_empty_query_is_told(built: Built, run_kg: Run, options: list[str]) -> None:
    result = run_kg("query", "", *options, "--graph", built[0])
    assert result.returncode == 1
    assert result.stderr == "kg: query: is empty; write one, or take a saved one\n"


def test_a_graph_of_other_things_is_not_called_sound(run_kg: Run, tmp_path: Path) -> None:
    (tmp_path / "other.ttl").write_text("<https://example.org/a> a <https://example.org/B> .")
    result = run_kg("validate", "--graph", tmp_path / "other.ttl")
    assert result.returncode == 1 and "holds nothing that the shapes are about" in result.stderr


def test_a_thing_is_known_by_any_of_its_numbers(built: Built, run_kg: Run) -> None:
    def asked(number: str) -> subprocess.CompletedProcess[str]:
        param = f"document={number}"
        named = ("query", "--name", "cited-for", "--param", param, "--format", "csv")
        return run_kg(*named, "--graph", built[0])

    assert asked("2022D47993").stdout == asked("kst-25424-630").stdout
    assert "def#fulfils" in asked("2022D47993").stdout
    absent = asked("kst-25424-1")
    assert absent.returncode == 1 and absent.stderr == (
        "kg: parameter document: 'kst-25424-1' is not in this graph; "
        "write a number such as kst-25295-1892\n"
    )


def test_open_commitments_of_one_minister(built: Built, run_kg: Run) -> None:
    named = ("query", "--name", "open-commitments", "--format", "csv", "--graph", built[0])
    every = list(csv.DictReader(io.StringIO(run_kg(*named).stdout)))
    his = list(csv.DictReader(io.StringIO(run_kg(*named, "--param", "minister=jonge").stdout)))
    [letter] = {row["made_in"] for row in his}
    assert letter == "Steunpakket sociaal en mentaal welzijn en leefstijl"
    assert 0 < len(his) < len(every)


def test_a_time_limit_is_more_than_nothing(built: Built, run_kg: Run) -> None:
    result = run_kg("query", "ASK { ?a ?b ?c }", "--seconds", "0", "--graph", built[0])
    assert result.returncode == 2 and "x>0" in result.stderr


def test_a_query_file_is_text_with_or_without_a_mark(
    built: Built, run_kg: Run, tmp_path: Path
) -> None:
    file = tmp_path / "vraag.rq"
    file.write_bytes(b"\xef\xbb\xbfASK { ?a kg:cites ?b }")
    assert run_kg("query", "-f", file, "--graph", built[0]).stdout == "true\n"
    file.write_bytes(b"ASK { ?a ?b '\xff' }")
    wrong = run_kg("query", "-f", file, "--graph", built[0])
    assert wrong.returncode == 1
    assert wrong.stderr == f"kg: {file}: is not text in UTF-8; save the query as such\n"
