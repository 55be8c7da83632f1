"""``kg export`` of a part of the graph, as a user runs it."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import networkx
import pytest
import rdflib
from commons import ROOT, Built, Run

MOTION = "document/kst-25424-630"
LETTER = "document/kenmerk:3730760-1057533-PG"
MOHANDIS, DOSSIER = "person/p-mohammed-mohandis", "dossier/25424"
AROUND = {MOTION, LETTER, MOHANDIS, DOSSIER}
ID = "https://w3id.org/kamergraaf/id/"


def content(page: str) -> dict[str, Any]:
    """What the scripts of a page are given."""
    found = re.search(r'<script[^>]*id="content"[^>]*>(.*?)</script>', page, re.S)
    assert found
    told: dict[str, Any] = json.loads(found[1])
    return told


def keys(page: str) -> set[str]:
    return {node["key"] for node in content(page)["nodes"]}


@pytest.fixture
def export(built: Built, run_kg: Run) -> Any:
    """Run ``kg export --format html`` over the seeds' graph; it must succeed."""

    def run(*arguments: str, form: str = "html") -> str:
        result = run_kg("export", "-f", form, *arguments, "-g", built[0])
        assert result.returncode == 0, result.stderr
        text: str = result.stdout
        return text

    return run


@pytest.mark.parametrize(
    "written",
    [
        "kst-25424-630", "25424-630", "25 424, nr. 630", "Kamerstuk 25 424, nr. 630", MOTION,
        "document:kst-25424-630", f"{ID}{MOTION}", "2022Z22257", "2022D47993",
        "https://zoek.officielebekendmakingen.nl/kst-25424-630.html",
        "motie van het lid Mohandis (25424-630)", " kst-25424-630\r\n",
    ],
)  # fmt: skip
def test_a_thing_is_known_however_it_is_written(export: Any, written: str) -> None:
    page = export("--around", written)
    assert keys(page) == AROUND
    assert content(page)["title"] == "Rond Kamerstuk 25 424, nr. 630, 1 stap"


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("kenmerk:3730760-1057533-PG", LETTER),
        ("3730760-1057533-PG", LETTER),
        ("003_80eb66ce4fb9a1c6.txt", LETTER),
        ("Mohammed Mohandis", MOHANDIS),
        ("p-mohammed-mohandis", MOHANDIS),
        ("mohandis", MOHANDIS),
        ("dossier-25424", DOSSIER),
        ("25424", DOSSIER),
        ("nationaal preventieakkoord", "programme/prog-nationaal-preventieakkoord"),
        ("staatssecretaris van VWS", "post/stas-vws"),
    ],
)
def test_other_things_are_known_by_their_numbers_and_names(
    export: Any, written: str, key: str
) -> None:
    found = keys(export("--around", written))
    assert key in found and len(found) < 40


def test_a_step_more_shows_more_and_what_lies_between(export: Any) -> None:
    one, two = (keys(export("--around", "kst-25424-630", "--depth", n)) for n in "12")
    near = keys(export("--around", LETTER)) | keys(export("--around", DOSSIER))
    assert one == AROUND and one < two
    assert two == near | keys(export("--around", MOHANDIS))


def test_several_things_are_shown_together(export: Any) -> None:
    page = export("--around", "kst-25424-630", "--around", "kst-25295-874")
    assert keys(page) == keys(export("--around", "kst-25424-630")) | keys(
        export("--around", "kst-25295-874")
    )
    assert content(page)["title"] == (
        "Rond Kamerstuk 25 424, nr. 630 en Kamerstuk 25 295, nr. 874, 1 stap"
    )


def test_the_quotes_stand_in_their_sentence_where_the_build_is_at_hand(
    built: Built, run_kg: Run, tmp_path: Path
) -> None:
    def passages(folder: Path) -> dict[str, list[str]]:
        result = run_kg("export", "-f", "html", "--around", "kst-25424-630", "-g", folder)
        found = content(result.stdout)["passages"]
        return {quote: [before, after] for before, quote, after in found}

    shutil.copy(built[0] / "graph.ttl", tmp_path)
    whole, alone = passages(built[0]), passages(tmp_path)
    assert whole.keys() == alone.keys() and list(alone.values()) == [["", ""]] * len(alone)
    around = ["- De ", "⁴ wordt in de kamerbrief afgedaan."]
    assert whole["motie van het lid Mohandis"] == around


def test_another_users_or_another_versions_texts_are_left_alone(
    built: Built, run_kg: Run, tmp_path: Path
) -> None:
    shutil.copytree(built[0], tmp_path / "out")
    work = tmp_path / "out" / "work"
    before = sorted(each.name for each in work.iterdir())
    arguments = ("export", "-f", "html", "--around", "kst-25424-630", "-g", tmp_path / "out")
    assert run_kg(*arguments).returncode == 0
    assert sorted(each.name for each in work.iterdir()) == before
    for path in work.glob("*.extracts"):
        path.write_bytes(b"nothing that can be read")
    assert keys(run_kg(*arguments).stdout) == AROUND
    (work / "state.sqlite").write_bytes(b"no database")
    assert keys(run_kg(*arguments).stdout) == AROUND
    assert (work / "state.sqlite").read_bytes() == b"no database"


def test_a_dossier_has_its_papers_and_what_is_a_step_from_them(export: Any) -> None:
    page = export("--dossier", "25 295", "--language", "en")
    found = keys(page)
    assert content(page)["title"] == "Dossier 25 295" and content(page)["language"] == "en"
    papers = {key for key in found if key.startswith("document/kst-25295-")}
    assert len(papers) == 5 and {"dossier/25295", "document/kst-34477-73"} <= found
    assert "document/kenmerk:3466324-1039478-PDCIC" in found, "it cites one of them"
    assert "person/p-maarten-hijink" in found, "he submitted one of them"
    assert DOSSIER not in found and LETTER not in found
    assert found == keys(export("--dossier", "dossier-25295"))


def test_a_minister_has_what_they_signed_and_what_was_written_for_their_post(
    export: Any,
) -> None:
    page = export("--minister", "Helder")
    found = keys(page)
    assert content(page)["title"] == "Conny Helder"
    assert "document/kenmerk:3315034-1024000-BPZ" in found, "she signed it"
    assert LETTER in found, "it was written on behalf of her post while she held it"
    assert "document/file-fd00c580c36c40fd" not in found, "before her time"
    assert found == keys(export("--minister", "p-conny-helder"))
    member = keys(export("--minister", "Mohandis"))
    assert member == AROUND, "what he submitted, with what is a step from it"


def test_a_post_has_what_was_written_for_it_and_what_its_holders_signed(export: Any) -> None:
    page = export("--minister", "minister voor Langdurige Zorg en Sport")
    assert content(page)["title"] == "De minister voor Langdurige Zorg en Sport"
    assert {LETTER, "document/kenmerk:3315034-1024000-BPZ"} <= keys(page)
    assert keys(page) == keys(export("--minister", "MLZS"))


def test_since_a_day_has_the_papers_from_then_on_with_what_they_point_at(export: Any) -> None:
    page = export("--since", "2023-11-30")
    assert content(page)["title"] == "Vanaf 30 november 2023"
    said = rdflib.Graph().parse(data=export("--since", "2023-11-30", form="turtle"))
    about = rdflib.URIRef(f"{ID}{LETTER}")
    kg = rdflib.Namespace("https://w3id.org/kamergraaf/def#")
    assert keys(page) == {LETTER} | {
        str(thing).removeprefix(ID)
        for relation, thing in said.predicate_objects(about)
        if relation.startswith(str(kg)) and relation not in (kg.readFrom, rdflib.RDF.type)
        and isinstance(thing, rdflib.URIRef)
    }
    assert keys(export("--since", "2022-11-16")) > {LETTER, MOTION}


def test_wishes_of_several_kinds_keep_the_papers_that_fit_all(export: Any) -> None:
    page = export("--dossier", "25295", "--since", "2022-06-01")
    found = keys(page)
    assert content(page)["title"] == "Dossier 25 295 · vanaf 1 juni 2022"
    papers = {"document/kst-25295-1892", "dossier/25295"}
    assert papers <= found and "document/kst-25295-874" not in found
    both = keys(export("--dossier", "25295", "--minister", "Hijink"))
    assert "document/kst-25295-1892" in both and "document/kst-25295-1645" not in both
    within = keys(export("--around", LETTER, "--since", "2022-11-01"))
    assert {LETTER, MOTION} <= within <= keys(export("--around", LETTER))
    assert "document/kst-31839-870" in within, "a step from the letter, however old"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--around", "kst-25424-631"], ["'kst-25424-631'", "not in this graph", "kst-25424-630"]),
        (["--around", "25295-1893"], ["nearest: kst-25295-1892"]),
        (["--around", "2022D47994"], ["nearest: 2022D47993"]),
        (["--around", "Mohandos"], ["nearest: Mohammed Mohandis"]),
        (["--around", "preventieakkoord"], ["may be", "programme/prog-nationaal-preventieakkoord"]),
        (["--around", "25295-1892 en 25424-630"], ["2 citations"]),
        (["--around", ""], ["not in this graph"]),
        (["--around", "x" * 5000], ["not in this graph"]),
        (["--around", "<script>\x1b[2J"], ["not in this graph"]),
        (["--dossier", "25296"], ["'25296'", "nearest: dossier-25295"]),
        (["--dossier", "25295-1892"], ["is no dossier", "--around 25295-1892"]),
        (["--minister", "Heldr"], ["'Heldr'", "nearest: Conny Helder"]),
        (["--minister", "van"], ["may be", "Tamara van Ark (person/p-tamara-van-ark)", "write"]),
        (["--minister", "kst-25424-630"], ["not in this graph"]),
        (["--since", "2022-02-30"], ["'2022-02-30'", "2022-06-30"]),
        (["--since", ""], ["no day"]),
        (["--since", "2031-01-01"], ["no paper fits", "0 since 2031-01-01"]),
        (["--dossier", "25295", "--since", "2023-06-01"], ["no paper fits", "6 dossier 25295"]),
    ],
)
def test_what_cannot_be_met_is_one_line_that_says_what_to_do(
    built: Built, run_kg: Run, tmp_path: Path, arguments: list[str], said: list[str]
) -> None:
    target = tmp_path / "part.html"
    result = run_kg("export", "-f", "html", *arguments, "-o", target, "-g", built[0])
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1 and len(result.stderr) < 700
    assert all(each in result.stderr for each in said), result.stderr
    assert "\x1b" not in result.stderr and not target.exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-f", "html", "--depth", "2"], "--around"),
        (["-f", "html", "--depth", "0", "--around", "kst-25424-630"], "depth"),
        (["-f", "html", "--most", "9"], "--most is for a part"),
        (["-f", "turtle", "--language", "en"], "--language is for"),
        (["-f", "html", "--parts", "2"], "--parts is for"),
        (["--bundle", "x", "--around", "kst-25424-630"], "--around is for"),
        (["-f", "html", "--language", "fr", "--dossier", "25295"], "fr"),
    ],
)
def test_options_that_say_nothing_together_are_refused(
    built: Built, run_kg: Run, arguments: list[str], said: str
) -> None:
    result = run_kg("export", *arguments, "-g", built[0])
    assert result.returncode == 2 and said in result.stderr and not result.stdout


def test_tables_are_not_written_where_nobody_can_read_them(
    built: Built, run_kg: Run, tmp_path: Path
) -> None:
    run = run_kg("export", "--format", "csv", "-g", built[0], "-o", tmp_path / "graph.csv")
    assert run.returncode == 2 and "csv-nodes" in run.stderr
    assert not list(tmp_path.iterdir())
    own, shown = os.openpty()
    with pytest.raises(subprocess.CalledProcessError) as failed:
        subprocess.run([sys.executable, "-c", "from kg.cli import main; main()", "export",
                        "--format", "csv", "-g", built[0]], stdout=shown, stderr=subprocess.PIPE,
                       env={**os.environ, "PYTHONPATH": str(ROOT)}, check=True)  # fmt: skip
    os.close(shown)
    os.close(own)
    assert failed.value.returncode == 2 and b"give a folder with -o" in failed.value.stderr


def test_an_unknown_format_is_refused_with_the_page_among_the_known(
    built: Built, run_kg: Run
) -> None:
    result = run_kg("export", "-f", "htlm", "--around", "kst-25424-630", "-g", built[0])
    assert result.returncode == 1 and "html, turtle" in result.stderr


def test_the_page_of_the_whole_graph_is_that_of_the_build(built: Built, run_kg: Run) -> None:
    page = built[0] / "graph.html"
    whole = run_kg("export", "-f", "html", "-g", built[0])
    assert whole.stdout == page.read_text(encoding="utf-8")
    english = run_kg("export", "-f", "html", "--language", "en", "-g", built[0])
    assert content(english.stdout)["language"] == "en"


def test_the_command_says_how_much_it_wrote_and_what_was_left_out(
    built: Built, run_kg: Run, tmp_path: Path
) -> None:
    def told(*arguments: str) -> list[str]:
        target = ("-o", "part.html", "-g", str(built[0]))
        result = run_kg("export", "-f", "html", *arguments, *target, cwd=tmp_path)
        assert result.returncode == 0 and result.stdout == ""
        lines: list[str] = result.stderr.splitlines()
        return lines

    (line,) = told("--around", "kst-25424-630")
    assert re.fullmatch(r"part\.html: 4 things \(\d\.\d MB\)", line)
    first, second = told("--around", LETTER, "--depth", "2", "--most", "5")
    assert first.startswith("part.html: 5 things") and "--most" in second
    page = (tmp_path / "part.html").read_text(encoding="utf-8")
    assert LETTER in keys(page) and len(keys(page)) == 5
    left = int(re.findall(r"left out: (\d+) things", second)[0])
    assert left == content(page)["leftOut"] == len(told_keys(run_kg, built)) - 5
    (hub,) = [
        each for each in told("--around", LETTER, "--depth", "4") if "not walked on" in each
    ]
    assert "Volksgezondheid, Welzijn en Sport" in hub


def told_keys(run_kg: Run, built: Built) -> set[str]:
    arguments = ("export", "-f", "html", "--around", LETTER, "--depth", "2", "-g", built[0])
    return keys(run_kg(*arguments).stdout)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own JSON-LD parser
@pytest.mark.parametrize("form", ["turtle", "ntriples", "jsonld", "rdfxml"])
def test_a_part_in_another_format_is_a_sound_graph(
    built: Built, run_kg: Run, tmp_path: Path, form: str
) -> None:
    ends = {"turtle": "ttl", "ntriples": "nt", "jsonld": "jsonld", "rdfxml": "rdf"}
    target = tmp_path / f"part.{ends[form]}"
    result = run_kg(
        "export", "-f", form, "--minister", "Helder", "-o", target, "-g", built[0]
    )
    assert result.returncode == 0, result.stderr
    assert run_kg("validate", "-g", target).returncode == 0
    parser = {"jsonld": "json-ld", "ntriples": "nt", "rdfxml": "xml"}.get(form, form)
    part, whole = rdflib.Graph().parse(target, format=parser), rdflib.Graph()
    whole.parse(built[0] / "graph.ttl")
    assert set(part) < set(whole)
    named = {node for node in part.objects() if str(node).startswith(ID)}
    assert named <= set(part.subjects()), "nothing is named that is not there"


def test_a_part_in_tables_and_networks_has_the_same_things(
    built: Built, export: Any, tmp_path: Path
) -> None:
    rows = csv.DictReader(io.StringIO(export("--around", MOTION, form="csv-nodes")))
    assert {row["key"] for row in rows} >= AROUND
    drawn = networkx.parse_graphml(export("--around", MOTION, form="graphml"))
    assert set(drawn.nodes) == AROUND


def test_the_same_wish_gives_the_same_bytes(export: Any) -> None:
    wish = ("--minister", "Helder", "--since", "2022-01-01", "--most", "9")
    for form in ("html", "turtle"):
        assert export(*wish, form=form) == export(*wish, form=form)


def test_a_part_in_python_is_the_same(built: Built, export: Any, tmp_path: Path) -> None:
    import kg

    part = kg.load(built[0]).part(around="kst-25424-630", depth=2)
    part.page(tmp_path / "part.html", language="en")
    page = (tmp_path / "part.html").read_text(encoding="utf-8")
    assert keys(page) == keys(export("--around", "kst-25424-630", "--depth", "2"))
    assert content(page)["title"] == "Around Kamerstuk 25 424, nr. 630, 2 steps"
    assert part.selected.things == len(keys(page)) and part.selected.left_out == 0
    assert len(part.graph.query("SELECT ?m WHERE { ?m a kg:Motion }")) == 2
