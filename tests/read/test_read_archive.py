"""Archives: every document in them, no path out of them, no bomb."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest
from read_samples import docx, lines, p, pdf, tarred, zipped

from kg.errors import InputError
from kg.model import Document
from kg.read import Limits, Problem, read_bytes
from kg.read.protocol import documents_in
from kg.read.source import Source


def inside(data: bytes, name: str = "bundel.zip", limits: Limits | None = None) -> list[str]:
    """What is found: the text of documents, the line of problems."""
    found = documents_in(Source.of_bytes(name, data), limits or Limits())
    return [str(one.error) if isinstance(one, Problem) else one.text.strip() for one in found]


FILES = {
    "b.txt": b"brief b",
    "map/a.pdf": pdf([lines(["brief a"])]),
    "c.docx": docx(p("brief c")),
    ".verborgen": b"x",
    "__MACOSX/._b.txt": b"x",
    "graph.ttl": b"x",
}


def test_every_document_in_order_of_names() -> None:
    assert inside(zipped(dict(FILES))) == ["brief b", "brief c", "brief a"]


@pytest.mark.parametrize("packed", [True, False])
def test_tar_archives_in_their_own_order(packed: bool) -> None:
    data = tarred(FILES, packed=packed)
    assert inside(data, "bundel.bin") == ["brief b", "brief a", "brief c"]


def test_a_single_gzipped_document() -> None:
    source = Source.of_bytes("brief.txt.gz", gzip.compress(b"brief"))
    (found,) = documents_in(source, Limits())
    assert isinstance(found, Document)
    assert (found.name, found.text) == ("brief.txt", "brief")


def test_documents_keep_their_base_name_and_problems_their_place() -> None:
    data = zipped({"map/a.txt": b"a", "map/b.txt": b"", "in.zip": zipped({"c.txt": b"\0\0"})})
    found = list(documents_in(Source.of_bytes("d/bundel.zip", data), Limits()))
    assert [one.name for one in found] == [
        "d/bundel.zip/in.zip/c.txt", "a.txt", "d/bundel.zip/map/b.txt",
    ]


def test_paths_out_of_the_archive_are_refused() -> None:
    names = {"../x.txt": b"x", "/etc/passwd": b"x", "a/../../x": b"x", "goed.txt": b"goed"}
    for data in (zipped(dict(names)), tarred(names)):
        found = inside(data)
        assert "goed" in found
        assert sum("points outside it" in line for line in found) == 3


def test_archives_in_archives_are_bounded() -> None:
    data = zipped({"a.txt": b"diep"})
    for _ in range(4):
        data = zipped({"in.zip": data})
    (line,) = inside(data)
    assert "lies in more than 3 archives or mails" in line
    assert inside(data, limits=Limits(depth=9)) == ["diep"]


def test_bombs() -> None:
    zeros = b"0" * 5_000_000
    small = Limits(ratio=50, file_bytes=8_000_000)
    for data in (zipped({"a.txt": zeros}), zipped({"a.zip": zipped({"a.txt": zeros})})):
        (line,) = inside(data, limits=small)
        assert "unpacks to far more than it holds" in line
    many = zipped({f"{n}.txt": bytes([n + 97]) * 90_000 for n in range(20)})
    assert any("far more" in line for line in inside(many, limits=Limits(unpacked_bytes=500_000)))
    packed = tarred({f"{n}.txt": zeros for n in range(9)})
    assert any("far more" in line for line in inside(packed, limits=Limits(ratio=1)))
    (line,) = inside(gzip.compress(zeros), limits=Limits(file_bytes=1_000_000))
    assert "larger than" in line


def test_too_many_members() -> None:
    files = {f"{n}.txt": b"x" for n in range(30)}
    for data in (zipped(dict(files)), tarred(files)):
        assert any("more than 9 files" in line for line in inside(data, limits=Limits(members=9)))


def test_a_directory_that_lies_about_its_size_is_refused_unread() -> None:
    data = bytearray(zipped({"a.txt": b"a"}))
    end = data.rfind(b"PK\x05\x06")
    data[end + 12 : end + 16] = (2**31).to_bytes(4, "little")
    (line,) = inside(bytes(data))
    assert "holds more than 50000 files" in line


def protected() -> bytes:
    data = bytearray(zipped({"a.txt": b"a"}))
    for magic, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(magic) + offset] |= 1
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"PK\x03\x04" + b"x" * 90, "bundel.zip: is a damaged zip; download it again"),
        (zipped(dict(FILES))[:-30], "is a damaged zip"),
        (zipped({}), "holds no documents; check the archive"),
        (zipped({".x": b"x"}), "holds no documents"),
        (protected(), "bundel.zip/a.txt: is protected with a password"),
        (tarred(FILES)[:80], "is a damaged archive"),
        (b"\x1f\x8b" + b"x" * 90, "is damaged gzip"),
        (tarred(FILES, packed=False)[:3000], "is a damaged archive: its end is missing"),
    ],
    ids=range(8),
)
def test_damage_costs_one_line(data: bytes, says: str) -> None:
    assert any(says in line for line in inside(data))


def test_members_with_a_wrong_checksum_are_told_and_the_others_read() -> None:
    data = bytearray(zipped({"a.txt": b"brief a", "b.txt": b"brief b"}))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        info = archive.getinfo("a.txt")
    data[info.header_offset + 30 + len("a.txt") + 2] ^= 0xFF
    found = inside(bytes(data))
    assert "is a damaged zip" in found[0]
    assert found[1] == "brief b"


@pytest.mark.parametrize("where", ["infolist", "open"])
def test_a_lack_of_memory_is_no_damage_of_the_file(
    where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lacking(*_: object) -> None:
        raise MemoryError

    files = {"brief.docx": docx(p("brief c")), "bundel.zip": zipped({"a.txt": b"x"})}
    monkeypatch.setattr(zipfile.ZipFile, where, lacking)
    for name, data in files.items():
        with pytest.raises(MemoryError):
            inside(data, name)


def test_one_document_is_asked_of_an_archive() -> None:
    with pytest.raises(InputError, match="use read_all"):
        read_bytes(zipped({"a.txt": b"a"}), "a.zip")
