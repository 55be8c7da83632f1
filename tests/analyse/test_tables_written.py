"""Tables as people and programs get them, in both languages."""

import csv
import io
import json

import pytest
from graph_making import made, node

from kg.analyse import ANALYSES, STATS, Column, Note, Table, analyse
from kg.analyse.words import LANGUAGES, heading, remark, title
from kg.analyse.write import as_csv, as_json, as_table, write
from kg.errors import InputError

HOSTILE = 'a\x1b[2J,"b"\r\n=1+1 <script>'

TABLE = Table(
    "commitments-by-ministry",
    (Column("ministry"), Column("commitments", "count"), Column("open_share", "share"),
     Column("iri", "iri")),
    ((HOSTILE, 12, 0.25, "https://example.org/1"), (None, 3, None, None)),
    (Note("commitments", (("n", 15), ("left", 3), ("share", 0.2))),),
)  # fmt: skip


def test_people_get_columns_in_their_language() -> None:
    assert as_table(TABLE, "nl").splitlines() == [
        "Openstaande toezeggingen per ministerie",
        "",
        "ministerie               toezeggingen  niet voldaan",
        "-----------------------  ------------  ------------",
        'a\ufffd[2J,"b" =1+1 <script>            12        25,0 %',
        "(niet vermeld)                      3             –",
        "",
        "3 van de 15 toezeggingen (20,0 %) zijn niet of deels voldaan.",
    ]
    assert "25.0 %" in as_table(TABLE, "en") and "(not stated)" in as_table(TABLE, "en")


def test_a_narrow_terminal_cuts_the_widest_column() -> None:
    lines = as_table(TABLE, "nl", width=44).splitlines()
    assert max(map(len, lines[2:6])) == 44
    assert "…" in lines[4]


def test_programs_get_plain_values_under_fixed_names() -> None:
    rows = list(csv.reader(io.StringIO(as_csv(TABLE), newline="")))
    assert rows == [
        ["ministry", "commitments", "open_share", "iri"],
        [HOSTILE, "12", "0.25", "https://example.org/1"],
        ["", "3", "", ""],
    ]
    found = json.loads(as_json([TABLE], "en"))["commitments-by-ministry"]
    assert found["rows"][0] == {"ministry": HOSTILE, "commitments": 12, "open_share": 0.25,
                                "iri": "https://example.org/1"}  # fmt: skip
    assert found["notes"] == [{"note": "commitments", "n": 15, "left": 3, "share": 0.2}]
    assert found["remarks"] == ["3 of the 15 commitments (20.0 %) are not fulfilled, or in part."]


def test_several_tables_are_no_one_csv() -> None:
    with pytest.raises(InputError, match="name one of them, or give --output DIR"):
        write([TABLE, TABLE], "csv", "en")
    with pytest.raises(InputError, match="choose from table, csv, json"):
        write([TABLE], "xlsx", "en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [*ANALYSES, *STATS])
def test_every_title_heading_and_remark_has_its_words(name: str, language: str) -> None:
    graph = made([node("document/a", "Letter"), node("document/b", "Motion")],
                 [("document/a", "cites", "document/b")])  # fmt: skip
    table = analyse(graph, [name])[0]
    assert title(name, language)
    for column in table.columns:
        assert heading(column, language)
    for each in table.notes:
        assert "{" not in remark(each, language)
