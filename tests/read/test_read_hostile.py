"""Whatever the bytes: a document, or one clear line; never another error or half a character."""

from __future__ import annotations

import pytest
from doc_samples import MARK, Word, p, row
from hypothesis import given, settings
from hypothesis import strategies as st
from read_checks import check
from read_samples import tarred, zipped
from test_read_letter import READ, as_text
from test_read_mail import mail

VALID = {
    **{kind: make() for kind, make in READ.items()},
    "txt": as_text(),
    "eml": mail().as_bytes(),
    "wide.doc": Word([p(f"Brief{MARK}"), *row("A", "B")], notes=[[p("noot")]], wide=True).file(),
    "zip": zipped({"a.txt": as_text(), "b.docx": READ["docx"]()}),
    "tar": tarred({"a.txt": as_text(), "b.pdf": READ["pdf"]()}),
}
BEGINNINGS = (
    b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\x1f\x8b\x08", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"<html>", b"<?xml version='1.0'?>",
    b"<!DOCTYPE html>", b"<officiele-publicatie>", b"<vlosCoreDocument>", b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"MIME-Version: 1.0\nFrom: a\nSubject: b\n", b"<kamerwrk>", b"<metadata_gegevens>",
)


@settings(max_examples=150)
@given(st.sampled_from(BEGINNINGS), st.binary(max_size=300))
def test_arbitrary_bytes(beginning: bytes, rest: bytes) -> None:
    check(beginning + rest)


MUTATIONS = st.lists(
    st.tuples(st.floats(0, 1, exclude_max=True), st.sampled_from("xdi"), st.binary(max_size=12)),
    min_size=1,
    max_size=6,
)


def mutated(data: bytes, mutations: list[tuple[float, str, bytes]]) -> bytes:
    """The data with stretches overwritten, deleted or inserted."""
    for where, how, new in mutations:
        at = int(where * len(data))
        keep = at + (0 if how == "i" else len(new) if how == "x" else 20)
        data = data[:at] + (b"" if how == "d" else new) + data[keep:]
    return data


@pytest.mark.parametrize("kind", VALID)
@settings(max_examples=40)
@given(mutations=MUTATIONS)
def test_mutated_files(kind: str, mutations: list[tuple[float, str, bytes]]) -> None:
    check(mutated(VALID[kind], mutations))


@pytest.mark.parametrize("kind", VALID)
@settings(max_examples=10)
@given(share=st.floats(0, 1))
def test_truncated_files(kind: str, share: float) -> None:
    check(VALID[kind][: int(share * len(VALID[kind]))])


TAGS = (
    "p div table tr td th a sup li ol ul h1 main nav pre br al noot noot.nr noot.al extref kop nr"
    " titel spreker row entry voetref voetnoot stuk dossier dossiernummer naam li.nr alineaitem"
).split()


@st.composite
def markup(draw: st.DrawFn) -> str:
    """Elements that nest and close as they please."""
    pieces = draw(
        st.lists(
            st.one_of(
                st.sampled_from(TAGS).map(lambda tag: f"<{tag} id='n1' href='#n1' nr='1'>"),
                st.sampled_from(TAGS).map(lambda tag: f"</{tag}>"),
                st.sampled_from([" ", "1", "tekst", "[2]", "<!-- x -->", "&amp;", "\n", "12 345"]),
            ),
            max_size=40,
        )
    )
    return "".join(pieces)


@settings(max_examples=120)
@given(st.sampled_from(("<html>", "<?xml version='1.0'?><x>", "<!doctype html>")), markup())
def test_unruly_markup(beginning: str, body: str) -> None:
    check((beginning + body).encode())


@settings(max_examples=60)
@given(st.lists(st.sampled_from(TAGS), max_size=30), st.text(max_size=30))
def test_well_formed_markup(tags: list[str], text: str) -> None:
    clean = "".join(char for char in text if char.isprintable()).replace("<", "").replace("&", "")
    opened = "".join(f"<{tag}>{clean}" for tag in tags)
    closed = "".join(f"</{tag}>" for tag in reversed(tags))
    check(f"<?xml version='1.0'?><officiele-publicatie>{opened}{closed}</officiele-publicatie>"
          .encode("utf-8", "ignore"))


@settings(max_examples=60)
@given(st.dictionaries(st.text(max_size=20), st.binary(max_size=60), max_size=4))
def test_archives_with_any_names(files: dict[str, bytes]) -> None:
    named = {name.encode("utf-8", "ignore").decode(): data for name, data in files.items()}
    check(zipped({name: data for name, data in named.items() if name and "\0" not in name}))
