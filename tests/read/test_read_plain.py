"""Plain text: any usual encoding in, the text untouched out; what is no text is said to be none."""

from __future__ import annotations

import codecs
import hashlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.read import Limits, Problem, read, read_all, read_bytes
from kg.read.encoding import Undecodable, decode
from kg.read.plain import links_in

LETTER = "Geachte voorzitter,\n\nDe motie-Kröger (Kamerstuk 25 295, nr. 1892) kost € 3.\n"


@pytest.mark.parametrize(
    "data",
    [
        LETTER.encode("utf-8"),
        LETTER.encode("utf-8-sig"),
        LETTER.encode("cp1252"),
        codecs.BOM_UTF16_LE + LETTER.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + LETTER.encode("utf-16-be"),
        LETTER.encode("utf-16-le"),
        LETTER.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + LETTER.encode("utf-32-le"),
        codecs.BOM_UTF32_BE + LETTER.encode("utf-32-be"),
    ],
)
def test_usual_encodings_give_the_same_text(data: bytes) -> None:
    document = read_bytes(data, "brief.txt")
    assert document.text == LETTER
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert document.warnings == ()


def test_latin_1_is_read_as_its_superset() -> None:
    assert read_bytes("één coördinerend bewindspersoon".encode("latin-1"), "a.txt").text == (
        "één coördinerend bewindspersoon"
    )


def test_mixed_encodings_keep_both_and_warn() -> None:
    data = "Van: Kröger\n".encode() + "Aan: Laçin\n".encode("cp1252")
    document = read_bytes(data, "mail.txt")
    assert document.text == "Van: Kröger\nAan: Laçin\n"
    assert document.warnings == ("1 bytes are not UTF-8 and were read as Windows-1252",)


@pytest.mark.parametrize("text", ["a\r\nb\r\n", "a\rb", "a\n\x0cb", "\tx  y \n", "a\u2028b"])
def test_the_text_is_never_changed(text: str) -> None:
    assert read_bytes(text.encode(), "a.txt").text == text


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "brief.txt: is empty; check the download"),
        (b" \r\n\t", "brief.txt: holds only white space; check the file"),
        (b"Kamerstuk\x00 25295", "brief.txt: is not text: a NUL byte stands after 9 characters"),
        (b"brief \x81\x8d", "holds a byte (0x81, after 6 characters) of no usual text encoding"),
        (b"brief \xed\xa0\x80", "holds half a surrogate pair at character 6"),
        (b"\xff\xfea\x00\x00\xd8", "begins as UTF-16-LE but byte 4 breaks it"),
        (b"\x89PNG\r\n\x1a\n", "is an image (PNG), which is not read; make text of it with OCR"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "is a damaged Office file"),
        (b"{\\rtf1 brief}", "is rich text (RTF), which is not read"),
        (bytes(range(1, 9)) * 50, "is not text: 400 of its characters are control codes"),
    ],
)
def test_what_is_no_text_gets_one_clear_line(data: bytes, says: str) -> None:
    with pytest.raises(InputError) as caught:
        read_bytes(data, "brief.txt")
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)
    assert caught.value.place == "brief.txt"
    assert caught.value.remedy


def test_stray_control_characters_do_not_make_it_no_text() -> None:
    text = "Onderwerp \x07 brief \x08" + "tekst " * 50
    assert read_bytes(text.encode(), "a.txt").text == text


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("zie [2022D29586](#) Kamerstuk", [("2022D29586", "#")]),
        ("[brief](https://x.nl/a?b=c).", [("brief", "https://x.nl/a?b=c")]),
        ("Tweede Kamer<https://x.nl/2021D04467>", [("https://x.nl/2021D04467",) * 2]),
        ("(zie https://x.nl/a, en b)", [("https://x.nl/a",) * 2]),
        ("[1] (geen adres) http:/x", []),
    ],
)
def test_links_written_in_the_text(text: str, links: list[tuple[str, str]]) -> None:
    document = read_bytes(text.encode(), "a.txt")
    assert [(link.span.of(text), link.target) for link in document.links] == links


def test_markdown_is_told_by_its_name() -> None:
    assert read_bytes(b"# Brief", "a.MD").media_type == "text/markdown"
    assert read_bytes(b"# Brief", "a.txt").media_type == "text/plain"


def test_limits_are_settings() -> None:
    with pytest.raises(InputError, match="raise the limit file_bytes"):
        read_bytes(b"x" * 11, "a.txt", limits=Limits(file_bytes=10))
    with pytest.raises(InputError, match="more than 10 characters"):
        read_bytes(b"x" * 11, "a.txt", limits=Limits(text_chars=10))
    with pytest.raises(InputError, match="limit depth: is below zero"):
        Limits(depth=-1)
    with pytest.raises(InputError, match="limit seconds: is no number"):
        Limits(seconds=float("nan"))


def test_an_empty_name_is_not_the_folder_one_stands_in() -> None:
    (found,) = read_all([""])
    assert isinstance(found, Problem)
    assert str(found.error) == "'': names no file or folder; give one, or . for this folder"
    with pytest.raises(InputError, match="names no file or folder"):
        read("")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_any_text_survives_its_encodings(text: str) -> None:
    for encoding in ("utf-8-sig", "utf-16", "utf-32"):
        assert decode(text.encode(encoding)).text == text


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_one_line(data: bytes) -> None:
    try:
        document = read_bytes(data, "a.txt")
    except InputError as error:
        assert "\n" not in str(error)
    else:
        document.text.encode("utf-8")  # no lone surrogate


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("de motie-Laçin/Beckerman – «plan» €5", 2),
        ("de motie-Laçin/Beckerman", 1),
        ("zonder accenten", 1),
        ("wie Ã¶ typt, bedoelt het zo: ö", 1),
    ],
)
def test_text_that_was_utf8_twice_is_read_once(text: str, again: int) -> None:
    data = text.encode("utf-8")
    if again == 2:
        data = data.decode("cp1252").encode("utf-8")
    document = read_bytes(data, "debat.txt")
    assert document.text == text
    assert bool(document.warnings) == (again == 2)


_ONE_PATTERN = re.compile(
    r"\[(?P<label>[^\[\]\r\n]{1,300})\]\((?P<target>[^()\s]{1,2000})\)"
    r"|<(?P<angle>https?://[^<>\s]{1,2000})>"
    r"|(?P<bare>https?://[^\s<>\[\]()\"'“”‘’]{1,2000}(?<![.,;:!?]))"
)


@given(st.lists(st.sampled_from(["[", "]", "(", ")", "](", "<", ">", "http://", "https://", "a",
                                 ". ", "\n", "http", "<http"]), max_size=14))
def test_links_are_those_that_one_pattern_for_all_would_find(pieces: list[str]) -> None:
    text = "".join(pieces)
    expected = []
    for match in _ONE_PATTERN.finditer(text):
        part = match.lastgroup or ""
        expected.append((match.span("label" if part == "target" else part), match[part]))
    assert [((*link.span,), link.target) for link in links_in(text)] == expected


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_control_characters_are_counted_in_characters(encoding: str) -> None:
    few, many = "brief\x01" * 4 + "Ā" * (encoding != "cp1252"), "brief\x01\x1f\x7f" * 2
    assert decode(few.encode(encoding)).text == few
    with pytest.raises(Undecodable, match="6 of its characters are control codes"):
        decode(many.encode(encoding))


BOXED = """
|TWEEDE  KAMER  DER STATEN-GENERAAL      |2                                   |
|Vergaderjaar 2008-2009                                                       |
|                   |                                                         |
|31 951             |Verantwoordingsbrief 2008                                |
|                   |                                                         |
|Nr. 17             |MOTIE VAN HET LID VAN DIJK                               |
|                   |Voorgesteld 28 mei 2009                                  |
|                   |De Kamer,                                                |
|                   |gehoord de beraadslaging,                                |
|                   |verzoekt de regering de dijk te verhogen,                |
|                   |en gaat over tot de orde van de dag.                     |
|                   |Van Dijk                                                 |
"""


def test_a_page_drawn_as_one_table_is_read_without_its_bars() -> None:
    text = read_bytes(BOXED.encode(), "motie.txt").text
    assert len(text) == len(BOXED)
    assert "|" not in text
    assert text.index("Nr. 17") == BOXED.index("Nr. 17")


@pytest.mark.parametrize("text", ["| a | b |\nen tekst", "tekst\n| a | b |", "| a |\n| b"])
def test_bars_of_a_table_within_a_text_stay(text: str) -> None:
    assert read_bytes(text.encode(), "brief.txt").text == text
