"""Inputs behind addresses: what is found there, in which order, and what is refused."""

from __future__ import annotations

import importlib
import pickle
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from commons import needed

import kg
from kg.errors import InputError
from kg.read import Limits, Problem, Source, at_hand, documents, read_all, shown, sources

needed("fsspec")

HTML = b"<!doctype html><html><head>%s</head><body><p>Kamerstuk 25 295, nr. 5</p></body></html>"
OWN = HTML % b'<meta name="generator" content="kamergraaf 0.1">'


@pytest.fixture
def store() -> Iterator[Any]:
    """An empty file system in memory."""
    import fsspec

    system = fsspec.filesystem("memory")
    system.store.clear()
    system.pseudo_dirs[:] = [""]
    yield system
    system.store.clear()


def fill(store: Any, **_: object) -> None:
    for name, content in {
        "/post/b.txt": b"motie b",
        "/post/a.txt": b"motie a",
        "/post/map/c.txt": b"motie c",
        "/post/Map/d.txt": b"motie d",
        "/post/.git/e.txt": b"hidden",
        "/post/graph.ttl": b"a graph",
        "/post/page.html": OWN,
        "/post/paper.html": HTML % b"",
        "/elders/f.txt": b"motie f",
    }.items():
        store.pipe(name, content)


def test_a_folder_is_walked_in_the_order_of_names_as_on_disk(store: Any, tmp_path: Path) -> None:
    fill(store)
    for name in store.find("/post"):
        path = tmp_path / name.removeprefix("/post/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(store.cat(name))
    there = [each.name for each in read_all(["memory://post"])]
    assert there == [each.name for each in read_all([tmp_path])]
    assert there == ["a.txt", "b.txt", "paper.html", "d.txt", "c.txt"]


def test_a_file_is_read_and_its_name_is_its_own(store: Any) -> None:
    fill(store)
    assert kg.read("memory://post/map/c.txt").text == "motie c"
    assert kg.read("memory://post/page.html").name == "page.html"  # it was asked for
    [found] = sources(["memory://post/a.txt", "memory://post/a.txt"])
    assert isinstance(found, Source)
    assert (found.name, found.place) == ("a.txt", "memory:///post/a.txt")


def test_an_address_of_the_machine_itself_is_its_path(tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("motie")
    [found] = sources([f"file://{tmp_path}", tmp_path])
    assert isinstance(found, Source) and found.path == str(tmp_path / "brief.txt")


def test_a_source_goes_to_another_process_without_its_bytes(store: Any) -> None:
    fill(store)
    [found] = sources(["memory://post/a.txt"])
    assert isinstance(found, Source) and found.data is None
    [read] = documents(pickle.loads(pickle.dumps(found)))
    assert not isinstance(read, Problem) and read.text == "motie a"


def test_many_are_fetched_together_and_one_that_is_gone_says_so(store: Any) -> None:
    fill(store)
    found = [each for each in sources(["memory://post"]) if isinstance(each, Source)]
    store.rm("/post/b.txt")
    store.pipe("/post/map/c.txt", b"motie c, which has grown")
    near = list(at_hand(found))
    assert [each.name for each in near] == [each.name for each in found]
    told = {each.name: next(documents(each), None) for each in near}
    gone = told["b.txt"]
    assert isinstance(gone, Problem)
    assert str(gone.error) == (
        "memory:///post/b.txt: there is no such file or folder; check the address"
    )
    grown = told["c.txt"]
    assert not isinstance(grown, Problem) and grown is not None
    assert grown.text == "motie c, which has grown"


def test_archives_are_read_where_they_are(store: Any, tmp_path: Path) -> None:
    import zipfile

    with zipfile.ZipFile(tmp_path / "bundel.zip", "w") as archive:
        archive.writestr("brief.txt", "motie " + "x" * 100)
    store.pipe("/post/bundel.zip", (tmp_path / "bundel.zip").read_bytes())
    [found] = read_all(["memory://post/bundel.zip"])
    assert not isinstance(found, Problem) and found.name == "brief.txt"


def test_limits_hold_while_a_file_is_fetched(store: Any) -> None:
    store.pipe("/post/large.txt", b"motie " * 400_000)
    [found] = read_all(["memory://post/large.txt"], limits=Limits(file_bytes=1024 * 1024))
    assert isinstance(found, Problem)
    assert str(found.error).startswith("memory:///post/large.txt: larger than 1 MB; split it")


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("memory://nowhere", "memory://nowhere: there is no such file or folder"),
        ("github://owner:repo@/folder", "is no address that is read; copy the files, or use: abfs"),
        ("zip::memory://post/a.zip", "is no address that is read"),
        ("simplecache::s3://bucket", "is no address that is read"),
        ("memory://post::file:///etc", "is no address that is read"),
        ("s3://key:secret@bucket/post", "s3://…@bucket/post: holds a password"),
        ("ftp://example.org/a.txt", "is no address that is read"),
        ("https://example.org/a.txt?key=secret", "is of the web, of which no inputs are read"),
        ("http://169.254.169.254/", "is of the web, of which no inputs are read"),
    ],
)
def test_what_is_not_read_is_one_clear_line(store: Any, address: str, problem: str) -> None:
    [found] = read_all([address])
    assert isinstance(found, Problem)
    assert problem in str(found.error)
    assert "\n" not in str(found.error) and "secret" not in str(found.error)


def test_a_name_cannot_lead_elsewhere(store: Any, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("elsewhere")
    name = f"/post/a::file:{tmp_path}/secret.txt"
    store.pipe(name, b"motie")
    found = [each for each in read_all(["memory://post"]) if not isinstance(each, Problem)]
    assert [each.text for each in found] == ["motie"]


def test_an_empty_folder_says_so(store: Any) -> None:
    store.pipe("/post/.hidden", b"x")
    [found] = read_all(["memory://post"])
    assert str(found.error).startswith(  # type: ignore[union-attr]
        "memory://post: holds no documents; name a folder"
    )


@pytest.mark.parametrize(
    ("module", "address", "remedy"),
    [
        ("fsspec", "memory://post", "needs fsspec, which is not installed; "
                                    "pip install kamergraaf[cluster]"),
        ("s3fs", "s3://bucket/post", "needs s3fs, which is not installed; pip install s3fs"),
    ],
)  # fmt: skip
def test_a_driver_that_is_missing_is_named(
    module: str, address: str, remedy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded = importlib.import_module("fsspec.registry")._registry
    monkeypatch.delitem(loaded, "s3", raising=False)
    monkeypatch.setitem(sys.modules, module, None)
    [found] = read_all([address])
    assert isinstance(found, Problem)
    assert str(found.error) == f"{address}: {remedy}"


def test_a_driver_that_fails_is_not_quoted(store: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("token=secret")

    monkeypatch.setattr(type(store), "info", fail)
    with pytest.raises(InputError) as caught:
        kg.read("memory://post/a.txt")
    assert str(caught.value) == (
        "memory://post/a.txt: cannot be read (RuntimeError); "
        "try again later, or check the address and the settings of its driver"
    )


def test_a_lack_of_memory_is_no_fault_of_the_driver(
    store: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lacking(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr(type(store), "info", lacking)
    with pytest.raises(MemoryError):
        kg.read("memory://post/a.txt")


def test_a_shown_address_holds_no_secret() -> None:
    assert shown("s3://a:b@c/d") == "s3://…@c/d"
    assert "secret" not in shown("https://example.org/a.pdf?signature=secret")
