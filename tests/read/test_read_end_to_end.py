"""Hostile and broken files through ``kg build``, and pages through ``kg find``, as processes."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from commons import Run
from letter_samples import as_text, two_pages
from read_samples import lines, pdf, tarred, zipped
from test_read_pdf import encrypted

LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;">]><x>&b;</x>'
)
STOLEN = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
)
REFUSED = {
    "encrypted.pdf": (encrypted(), "is encrypted; remove the password"),
    "truncated.pdf": (pdf([lines(["Brief"])])[:300], "is damaged or not a whole PDF"),
    "scan.pdf": (pdf([[]]), "only images; run OCR on it"),
    "bomb.zip": (zipped({"a.txt": b"x" * 30_000_000}), "bomb.zip"),
    "bomb.gz": (gzip.compress(b"x" * 60_000_000, mtime=0), "bomb.gz"),
    "outside.zip": (zipped({"../../outside.txt": b"Kamerstuk 1"}), "outside"),
    "outside.tar.gz": (tarred({"../outside.txt": b"Kamerstuk 1"}), "outside"),
    "laughs.xml": (LAUGHS.encode(), "declares entities of its own"),
    "stolen.xml": (STOLEN.encode(), "declares entities of its own"),
    "nul.txt": (b"Zie Kamerstuk 32 793\0, nr. 302.", "NUL"),
    "surrogate.txt": (b"Zie nr. 303. \xed\xa0\x80 half.", "half a surrogate pair"),
    "empty.docx": (b"", "is empty"),
    "broken.docx": (zipped({"[Content_Types].xml": "", "word/x.xml": "<x>"}), "broken.docx"),
    "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "save it as PDF or DOCX"),
    "brief.rtf": (b"{\\rtf1\\ansi Brief}", "save it as PDF or DOCX"),
}
GOOD = {
    "brief.txt": as_text(),
    "pdf-named.txt": two_pages(),  # a wrong extension
    "mixed.txt": "Zie Kamerstuk 32 793, nr. 302. Geïnformeerd ".encode() + b"caf\xe9 na\xefef.",
    "windows.txt": "Coördinatie: zie Kamerstuk 32 793, nr. 304.".encode("cp1252"),
    "utf-16.txt": "Zie Kamerstuk 32 793, nr. 305.".encode("utf-16"),
}

PAGES = (
    "PREFIX kg: <https://w3id.org/kamergraaf/def#> "
    "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> "
    "SELECT ?page WHERE { ?s a kg:Statement ; rdf:predicate kg:fulfils ; kg:page ?page }"
)


def test_one_clear_line_for_a_refusal(run_kg: Run, tmp_path: Path) -> None:
    (tmp_path / "encrypted.pdf").write_bytes(encrypted())
    (tmp_path / "good.txt").write_bytes(as_text())
    result = run_kg("build", "encrypted.pdf", "good.txt", "-o", "out", cwd=tmp_path)
    assert result.returncode == 1
    assert result.stderr == (
        "kg: encrypted.pdf: is encrypted; remove the password (qpdf --decrypt) and try again\n"
    )
    assert "1 document read" in result.stdout


def test_a_folder_of_them_is_built_but_for_the_refused(run_kg: Run, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    for name, (data, _) in REFUSED.items():
        (folder / name).write_bytes(data)
    for name, data in GOOD.items():
        (folder / name).write_bytes(data)
    result = run_kg("build", folder, "-o", tmp_path / "out")
    assert result.returncode == 1
    lines_of = result.stderr.splitlines()
    assert len(lines_of) == len(REFUSED) and "Traceback" not in result.stderr, result.stderr
    for name, (_, says) in REFUSED.items():
        assert any(name.split(".")[0] in line and says in line for line in lines_of), name
    assert f"{len(GOOD)} documents read" in result.stdout
    assert not (tmp_path / "outside.txt").exists()
    turtle = (tmp_path / "out" / "graph.ttl").read_text(encoding="utf-8")
    for number in (302, 304, 305):
        assert f"kst-32793-{number}" in turtle
    assert "root:" not in turtle


def test_a_gigantic_file_is_one_line(run_kg: Run, tmp_path: Path) -> None:
    with open(tmp_path / "large.txt", "wb") as stream:
        stream.truncate(300_000_000)  # a hole on the disk
    (tmp_path / "good.txt").write_bytes(as_text())
    result = run_kg("build", "large.txt", "good.txt", "-o", "out", cwd=tmp_path)
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1 and "larger than 256 MB" in result.stderr


def test_find_shows_the_page_of_a_pdf(run_kg: Run, tmp_path: Path) -> None:
    (tmp_path / "brief.pdf").write_bytes(two_pages())
    table = run_kg("find", tmp_path / "brief.pdf").stdout.splitlines()
    assert table[0].split() == ["file", "page", "line", "kind", "id", "role", "text"]
    pages = {row.split()[4]: row.split()[1] for row in table[1:] if "kst-" in row}
    assert pages == {"kst-32793-584": "1", "kst-25424-630": "2", "kst-25295-1892": "2"}
    rows = run_kg("find", tmp_path / "brief.pdf", "--format", "jsonl").stdout.splitlines()
    motie = next(row for row in map(json.loads, rows) if "Bikker" in row["text"])
    assert motie["page"] == 2


def test_statements_of_a_pdf_carry_their_page_into_the_graph(run_kg: Run, tmp_path: Path) -> None:
    (tmp_path / "brief.pdf").write_bytes(two_pages())
    result = run_kg("build", "brief.pdf", "-o", "out", cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    asked = run_kg(
        "query", PAGES, "--graph", "out", "--format", "csv", cwd=tmp_path
    )
    assert asked.stdout.split() == ["page", "2"], asked.stderr
