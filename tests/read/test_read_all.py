"""Files, folders and standard input: sorted, own output passed by, each failure one problem."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.model import Document
from kg.read import Limits, Problem, read, read_all


def names(found: list[Document | Problem]) -> list[str]:
    return [one.name for one in found]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "sub/c.md", ".hidden.txt", ".git/d.txt", "graph.ttl"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"Kamerstuk 25295, nr. {len(name)}", encoding="utf-8")
    own = '<!DOCTYPE html><html><head><meta name="generator" content="kamergraaf 0.1"></head>'
    (tmp_path / "graph.html").write_text(own, encoding="utf-8")
    return tmp_path


def test_a_folder_is_read_in_order_without_hidden_files_and_own_output(folder: Path) -> None:
    found = list(read_all([folder]))
    assert names(found) == ["a.txt", "b.txt", "c.md"]
    assert all(isinstance(one, Document) for one in found)


def test_one_bad_file_does_not_stop_the_others(folder: Path) -> None:
    (folder / "aa.txt").write_bytes(b"")
    found = list(read_all([folder]))
    assert [type(one).__name__ for one in found] == ["Document", "Problem", "Document", "Document"]
    assert isinstance(found[1], Problem)
    assert str(found[1].error) == f"{folder / 'aa.txt'}: is empty; check the download"


def test_a_file_named_twice_is_read_once(folder: Path) -> None:
    assert names(list(read_all([folder / "b.txt", folder]))) == ["b.txt", "a.txt", "c.md"]


def test_standard_input() -> None:
    found = list(read_all(["-"], stdin=io.BytesIO(b"de motie-Bikker")))
    assert names(found) == ["standard input"]
    assert isinstance(found[0], Document) and found[0].text == "de motie-Bikker"
    refused = list(read_all(["-"], stdin=io.BytesIO(b"x" * 9), limits=Limits(file_bytes=8)))
    assert isinstance(refused[0], Problem)


def test_missing_path_and_folder_without_documents(tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    (tmp_path / "leeg" / "graph.ttl").write_text("x")
    found = list(read_all([tmp_path / "weg.pdf", tmp_path / "leeg", "a\0b"]))
    assert [str(one.error).split(": ", 1)[1] for one in found if isinstance(one, Problem)] == [
        "there is no such file or folder; check the path",
        "holds no documents; give a folder with text, PDF, DOC, DOCX, ODT, HTML, XML or mail in it",
        "is no path; check it for stray characters",
    ]


def test_an_unreadable_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # the superuser may read anything, so the refusal is played
    def refuse(*args: object, **kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("kg.read.source.open", refuse, raising=False)
    (found,) = read_all([folder / "a.txt"])
    assert isinstance(found, Problem)
    assert "may not be read; give yourself read permission" in str(found.error)


def test_read_wants_one_file(folder: Path) -> None:
    assert read(folder / "a.txt").name == "a.txt"
    with pytest.raises(InputError, match="is a folder"):
        read(folder)
    with pytest.raises(InputError, match="no such file"):
        read(folder / "weg.txt")


def test_odd_names_stay_on_one_line(tmp_path: Path) -> None:
    path = tmp_path / "a\nb.txt"
    path.write_bytes(b"")
    raw = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(raw, "wb") as stream:
        stream.write(b"brief")
    found = list(read_all([tmp_path]))
    assert names(found)[0].endswith("a\\nb.txt")
    assert names(found)[1] == "caf\\xe9.txt"


def test_a_device_is_bounded() -> None:
    (found,) = read_all(["/dev/zero"], limits=Limits(file_bytes=1000))
    assert isinstance(found, Problem)


def test_kg_read_stays_a_function_when_its_package_is_imported(folder: Path) -> None:
    import kg
    import kg.read

    for _ in range(2):
        assert kg.read(folder / "a.txt").name == "a.txt"
    assert kg.read(folder / "b.txt", limits=Limits(seconds=9)).name == "b.txt"
