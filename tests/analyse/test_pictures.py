"""Pictures by real matplotlib: the same bytes, every number, no text that is obeyed."""

import csv
import hashlib
import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from commons import ROOT, Run
from graph_making import made, node
from lxml import etree
from PIL import Image

from kg.analyse import ANALYSES, STATS, Column, Table, analyse
from kg.analyse.picture import MOST, drawable, picture
from kg.analyse.words import heading
from kg.facade import load_graph

SVG = "{http://www.w3.org/2000/svg}"
# mathematics, markup, control characters, a letter no font has, half a surrogate pair
HOSTILE = "$\\frac{1}{0$ <script>alert(1)</script> ]]> -- & \x00\x1b[2J \U00012000 \ud800"


def texts(svg: bytes) -> list[str]:
    root = etree.fromstring(svg, etree.XMLParser(resolve_entities=False))
    return ["".join(each.itertext()) for each in root.iter(f"{SVG}text")]


@pytest.fixture(scope="module")
def tables(built: tuple[Path, object]) -> dict[str, Table]:
    found = analyse(load_graph(built[0]), (*ANALYSES, *STATS))
    return {table.name: table for table in found if drawable(table)}


def test_all_tables_but_the_list_of_members_are_drawn(tables: dict[str, Table]) -> None:
    assert set(tables) == {*ANALYSES, *STATS} - {"community-members"}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_picture_says_its_title_numbers_and_remarks(
    tables: dict[str, Table], language: str
) -> None:
    from kg.analyse.words import title

    for table in tables.values():
        said = texts(picture(table, "svg", language))
        assert title(table.name, language) in said, table.name
    said = texts(picture(tables["most-cited"], "svg", "nl"))
    assert "Kamerstuk 25 295, nr. 77" in said and said.count("1") >= 24
    assert any("te weinig (minder dan 10)" in each for each in said)


def test_a_png_is_a_picture_with_something_on_it(tables: dict[str, Table]) -> None:
    for table in tables.values():
        image = Image.open(io.BytesIO(picture(table, "png", "nl"))).convert("RGB")
        colours = {colour for _, colour in image.getcolors(1 << 24)}
        assert min(image.size) > 200 and (0, 114, 178) in colours or table.name.endswith(
            ("links", "signatures", "time")
        ), table.name


def test_no_text_is_obeyed() -> None:
    graph = made([node("document/a", "Letter", label="brief"),
                  node("document/b", "Motion", label=HOSTILE.replace("\ud800", ""))],
                 [("document/a", "cites", "document/b")])  # fmt: skip
    table = analyse(graph, ["most-cited"])[0]
    svg = picture(table, "svg", "en")
    assert b"<script" not in svg
    shown = next(each for each in texts(svg) if each.startswith("$"))
    assert shown.startswith("$\\frac{1}{0$ <script>alert(1)</script> ]]> -- & \ufffd")
    assert picture(table, "png", "en").startswith(b"\x89PNG")


def test_half_a_surrogate_pair_is_drawn_as_lost() -> None:
    table = Table("most-cited", (Column("document"), Column("documents", "count")),
                  ((HOSTILE, 1),))  # fmt: skip
    shown = texts(picture(table, "svg", "en"))
    assert any(each.startswith("$") for each in shown)
    assert "\ud800" not in "".join(shown)


def test_two_of_one_name_are_two_places_on_the_ring() -> None:
    columns = [Column("minister"), Column("other_minister"), Column("documents", "count")]
    columns += [Column("iri", "iri"), Column("other_iri", "iri")]
    table = Table("co-signatures", tuple(columns), (("Jansen", "Jansen", 2, "a", "b"),))
    assert texts(picture(table, "svg", "nl")).count("Jansen") == 2


def test_the_numbers_beside_a_picture_are_those_it_shows(
    built: tuple[Path, object], run_kg: Run, tmp_path: Path
) -> None:
    run = run_kg("analyse", "pagerank", "--top", "0", "--language", "nl", "-g", built[0],
                 "--pictures", tmp_path)  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "pagerank.csv", "pagerank.png", "pagerank.svg"
    ]  # fmt: skip
    with (tmp_path / "pagerank.csv").open(newline="", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    said = texts((tmp_path / "pagerank.svg").read_bytes())
    assert len(rows) == MOST
    for row in rows:
        assert row["pagerank"].replace(".", ",") in said
    assert any("De eerste 25 van 28 regels." in each for each in said)


def test_what_a_picture_is_in_order_of_is_what_it_draws(tables: dict[str, Table]) -> None:
    """The longest bar is on top, for the first row is."""
    drawn = tables["bridges"]
    said = texts(picture(drawn, "svg", "en"))
    assert heading(next(each for each in drawn.columns if each.name == "betweenness"), "en") in said
    assert all(f"{each:g}" in said for each in drawn.column("betweenness"))


def test_of_many_years_the_last_are_shown() -> None:
    columns = (Column("year"), Column("documents", "count"), Column("read", "count"))
    table = Table("stats-years", columns, tuple((str(year), 1, 1) for year in range(1984, 2026)))
    said = texts(picture(table, "svg", "nl"))
    assert "2025" in said and "2001" in said and "2000" not in said
    assert "De laatste 25 van 42 regels." in said


def test_names_around_a_ring_lie_apart() -> None:
    columns = [Column("dossier"), Column("other_dossier"), Column("documents", "count")]
    columns += [Column("iri", "iri"), Column("other_iri", "iri")]
    names = [f"Kamerstuk {number}" for number in range(26)]
    rows = tuple((one, other, 1, one, other) for one, other in zip(names, names[1:]))
    found = picture(Table("dossier-links", tuple(columns), rows), "svg", "nl").decode()
    turns = re.findall(r"rotate\((-?[0-9.]+) ", found)
    assert len(set(turns)) >= 13, "each along its own spoke"


def test_the_bytes_are_the_same_in_another_process(built: tuple[Path, object]) -> None:
    code = (
        "import hashlib, sys\n"
        "from kg.analyse import ANALYSES, analyse\n"
        "from kg.analyse.picture import drawable, picture\n"
        "from kg.analyse.write import as_json\n"
        "from kg.facade import load_graph\n"
        "tables = analyse(load_graph(sys.argv[1]), ANALYSES)\n"
        "made = [picture(t, f, 'nl') for t in tables if drawable(t) for f in ('png', 'svg')]\n"
        "made.append(as_json(tables, 'nl').encode())\n"
        "print(hashlib.sha256(b''.join(made)).hexdigest(), len(made))\n"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", code, str(built[0])], capture_output=True, text=True, check=True,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed, "TZ": zone,
                 "SOURCE_DATE_EPOCH": seed, "MPLCONFIGDIR": ""},
        ).stdout
        for seed, zone in (("1", "UTC"), ("77", "Asia/Tokyo"))
    }  # fmt: skip
    assert len(printed) == 1
    assert printed.pop().endswith(" 23\n")


def test_without_matplotlib_the_remedy_is_named_and_tables_work(
    built: tuple[Path, object], tmp_path: Path
) -> None:
    (tmp_path / "matplotlib.py").write_text("raise ImportError('not here')\n")
    program = [sys.executable, "-c", "from kg.cli import main; main()", "analyse", "most-cited",
               "-g", str(built[0])]  # fmt: skip
    env = {**os.environ, "PYTHONPATH": os.pathsep.join((str(tmp_path), str(ROOT)))}
    table = subprocess.run(program, env=env, capture_output=True, text=True, check=False)
    assert table.returncode == 0 and "Most cited" in table.stdout
    drawn = subprocess.run([*program, "--pictures", str(tmp_path / "out")], env=env,
                           capture_output=True, text=True, check=False)  # fmt: skip
    assert drawn.returncode == 1
    assert drawn.stderr == (
        "kg: pictures: matplotlib is not installed; run: pip install matplotlib\n"
    )


def test_a_users_own_settings_change_nothing(tables: dict[str, Table]) -> None:
    import matplotlib

    table = tables["citation-age"]
    plain = hashlib.sha256(picture(table, "png", "nl")).hexdigest()
    with matplotlib.rc_context({"font.size": 20, "savefig.dpi": 30, "axes.grid": True}):
        assert hashlib.sha256(picture(table, "png", "nl")).hexdigest() == plain
