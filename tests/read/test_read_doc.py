"""DOC: paragraphs, notes, tables, margins, links; what is damaged, hostile or another file."""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import replace
from itertools import accumulate

import olefile
import pytest
from doc_samples import (
    BOX, DELETED, FRAMED, FULL, MARK, RAISED, SYMBOL, P, R, Word, cell, compound, in_one_stream,
    inside, link, p, row, row_end, summary,
)
from read_checks import Ticking, check, regions
from read_samples import docx
from read_samples import p as docx_p

from kg.errors import InputError
from kg.model import Document
from kg.read import Limits, doc_format, read_bytes

LONG = "De minister stuurt de Kamer een brief over de uitvoering van de motie van Jansen. " * 2
LONG = LONG.strip()
ANCHORS = 154 + 8 * 40  # where the header says where the anchors of the boxes are


def read(word: Word) -> Document:
    found = read_bytes(word.file(), "brief.doc")
    assert found.media_type == "application/msword"
    assert found.warnings == ()
    return found


@pytest.mark.parametrize("wide", [False, True])
def test_paragraphs(wide: bool) -> None:
    body = [p("Geachte ", "voorzitter,"), p(), p(LONG), p("Slot,"), p("A. Jansen")]
    document = read(Word(body, wide=wide))
    assert document.text == f"Geachte voorzitter,\n\n{LONG}\n\nSlot,\nA. Jansen"
    assert [place.element for place in document.places] == ["p[1]", "p[3]", "p[4]", "p[5]"]


FIELD = "\x13 PAGE {}\x14{}\x15"


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        (["a\tb"], "a\tb"),
        (["a\x0bb"], "a\nb"),
        (["voor\x0cna"], "voor\n\nna"),
        (["Natura\x1egebied"], "Natura-gebied"),
        (["bezwaar\x1fschrift"], "bezwaarschrift"),
        (["artikel\xa012 – Coöperatie €"], "artikel 12 – Coöperatie €"),
        ([R("weg", DELETED), "wel"], "wel"),
        (["m", R("2", RAISED)], "m²"),
        ([R("(", SYMBOL), "punt (echt)"], "punt (echt)"),
        (["beeld\x01 en \x05merk"], "beeld en merk"),
        (["blz. " + FIELD.format("\\* arabic", "4")], "blz. 4"),
        (["\x13 XE \"Motie\" \x15woord"], "woord"),
        (["\x13 A \x13 B \x14b\x15 \x14uit", "komst\x15."], "uitkomst."),
        (["\x13 A \x14\x13 B \x14binnen\x15 buiten\x15"], "binnen buiten"),
        ([R("\x13 A \x14weg", DELETED), "wel\x15 ook"], "wel ook"),
        (["voor \x13 nooit gesloten"], "voor nooit gesloten"),
        (["voor \x14 los \x15 na"], "voor los na"),
    ],
)
def test_runs(runs: list[R | str], text: str) -> None:
    assert read(Word([p(*runs)])).text == text


def test_letters_of_two_units() -> None:
    body = [p("voor 𝄞 na"), p("Łódź", R("weg", DELETED), " 😀."), p("slot")]
    document = read(Word(body, wide=True))
    assert document.text == "voor 𝄞 na\nŁódź 😀.\nslot"
    assert document.places[-1].span.of(document.text) == "slot"


def test_half_a_letter_is_left_out() -> None:
    whole = Word([p("voor 😀 na")], wide=True).file()
    half = whole.replace("😀".encode("utf-16-le"), "😀".encode("utf-16-le")[:2] + b"x\0")
    assert read_bytes(half, "a.doc").text == "voor x na"


@pytest.mark.parametrize("huge", [False, True])
def test_what_is_set_holds_in_many_pages_and_from_the_data_stream(huge: bool) -> None:
    body = [p(f"woord{n} ", R("weg", DELETED), sprms=FRAMED if n % 7 == 3 else b"")
            for n in range(700)]
    document = read(Word(body, huge=huge))
    assert document.text.split() == [f"woord{n}" for n in range(700)]
    margins = [words for role, words in regions(document) if role == "margin"]
    assert margins == [f"woord{n}" for n in range(700) if n % 7 == 3]


def test_pieces_with_properties_of_their_own() -> None:
    body = [p("een "), p("twee "), p("drie "), p("vier")]
    word = Word(body, cuts=[5, 11, 17], prms=[0, 0x41 << 1 | 1 << 8, 1], shared=[DELETED])
    assert read(word).text == "een\n\nvier"
    assert read(Word(body, cuts=[5, 11, 17])).text == "een\ntwee\ndrie\nvier"


def test_what_is_set_on_a_piece_comes_beside_what_is_set_on_its_letters() -> None:
    body = [p("m", R("2 weg", DELETED), "2 en", R(" weg", DELETED))]
    word = Word(body, cuts=[1, 4, 7], prms=[0, 1, 1], shared=[RAISED])
    assert read(word).text == "m² en"


def test_notes_are_tied_in_the_order_of_their_marks() -> None:
    body = [p(f"De motie-Jansen{MARK} en nr. 1892{MARK}."), p(f"Slot{MARK}")]
    notes = [[p(MARK + " Kamerstuk 1, nr. 2")], [p(MARK + " Tweede noot")]]
    document = read(Word(body, notes=notes, endnotes=[[p(MARK + " Eindnoot")]]))
    text = document.text
    assert text == (
        "De motie-Jansen¹ en nr. 1892².\nSlot¹\n1 Kamerstuk 1, nr. 2\n2 Tweede noot\n1 Eindnoot"
    )
    assert [(tie.label, tie.mark.of(text), tie.note.of(text)) for tie in document.notes] == [
        ("1", "¹", "Kamerstuk 1, nr. 2"), ("2", "²", "Tweede noot"), ("1", "¹", "Eindnoot"),
    ]
    assert [role for role, _ in regions(document)] == ["note"] * 3
    elements = [place.element for place in document.places]
    assert elements[2:] == ["footnote[1]", "footnote[2]", "endnote[1]"]


def test_a_note_behind_a_deleted_mark_is_left_out() -> None:
    body = [p("een", R(MARK, DELETED), f" en twee{MARK}")]
    document = read(Word(body, notes=[[p(MARK + " weg")], [p(MARK + " wel")]]))
    assert document.text == "een en twee¹\n1 wel"


def test_a_note_with_a_mark_of_the_writer() -> None:
    notes = [[p("* Eigen teken")], [p(MARK + " Geteld")]]
    document = read(Word([p(f"een* en twee{MARK}")], notes=notes, own_notes=frozenset([0])))
    assert document.text == "een* en twee¹\n1 Geteld\n\n* Eigen teken"
    assert [role for role, _ in regions(document)] == ["note", "note"]
    assert [tie.label for tie in document.notes] == ["1"]


def test_a_table_with_lines_is_a_table() -> None:
    body = [*row("A", "B", drawn=True), *row("C", "", "D", drawn=True), p("na")]
    document = read(Word(body))
    assert document.text == "A\tB\nC\tD\n\nna"
    assert regions(document) == [("table", "A\tB\nC\tD")]


def test_a_table_without_lines_lays_out_a_letter() -> None:
    document = read(Word([*row("Datum", "1 mei 2023"), *row("Betreft", "Motie"), p("Geachte")]))
    assert document.text == "Datum\t1 mei 2023\nBetreft\tMotie\n\nGeachte"
    assert document.regions == ()


def test_cells_of_many_paragraphs() -> None:
    body = [p("een", sprms=inside(1)), cell("twee"), cell("drie"), row_end(2)]
    assert read(Word(body)).text == "een\ntwee\tdrie"


def test_a_table_in_a_cell() -> None:
    body = [
        cell("buiten"), p("voor", sprms=inside(1)), *row("A", "B", drawn=True, depth=2),
        *row("C", "D", drawn=True, depth=2), cell("na"), row_end(2), *row("E", "F"), p("slot"),
    ]
    document = read(Word(body))
    assert document.text == "buiten\tvoor\nA\tB\nC\tD\nna\nE\tF\n\nslot"
    assert regions(document) == [("table", "A\tB\nC\tD")]


def test_margins_are_set_apart() -> None:
    body = [
        p("Geachte voorzitter,"), *row("Directie Zorg", floats=2000), p(f"Hierbij{BOX} de brief."),
        p("Bijlagen", sprms=FRAMED),
    ]
    document = read(Word(body, boxes=[[p("Ons kenmerk")], [p("In een groep")]], grouped=1))
    assert regions(document) == [
        ("margin", "Directie Zorg"), ("margin", "Ons kenmerk"), ("margin", "Bijlagen"),
        ("margin", "In een groep"),
    ]
    assert "Hierbij de brief." in document.text


def nested_boxes(count: int) -> bytes:
    """A file of so many text boxes, each of which claims to hang in the one before."""
    word = Word([p("Brief" + BOX * count)], boxes=[[p(f"kader {n}{BOX}")] for n in range(count)])
    streams = word.streams()
    main, table = streams["WordDocument"], streams["1Table"]
    (place,) = struct.unpack_from("<I", main, ANCHORS)
    sizes = [len(f"kader {n}{BOX}\r") for n in range(count)]
    starts = accumulate(sizes[:-1], initial=len("Brief\r") + count)
    inner = [start + size - 2 for start, size in zip(starts, sizes, strict=True)]
    table = table[: place + 4] + struct.pack(f"<{count - 1}I", *inner[:-1]) + table[
        place + 4 * count :
    ]
    return compound({**streams, "1Table": table})


def test_boxes_in_one_another_are_written_one_behind_another() -> None:
    document = read_bytes(nested_boxes(400), "a.doc")
    assert document.text.split("\n\n") == ["Brief", *(f"kader {n}" for n in range(400))]
    assert [role for role, _ in regions(document)] == ["margin"] * 400


def test_boxes_in_a_table_keep_their_order() -> None:
    body = [*row(f"A{BOX}{BOX}", f"B{BOX}", drawn=True), p(f"na{BOX}")]
    document = read(Word(body, boxes=[[p(f"kader {n}")] for n in range(4)]))
    assert [words for role, words in regions(document) if role == "margin"] == [
        f"kader {n}" for n in range(4)
    ]


def test_a_wide_table_is_no_margin() -> None:
    assert read(Word([*row(*"abcdef", floats=9000), p("na")])).regions == ()


def test_headers_and_footers_come_at_the_end() -> None:
    headers = {0: [p("Ministerie")], 1: [p("Ministerie")], 3: [p("Pagina 1")], 4: [p("Eerste")]}
    document = read(Word([p("Brief")], headers=headers))
    assert document.text == "Brief\n\nMinisterie\n\nEerste\n\nPagina 1"
    assert [role for role, _ in regions(document)] == ["header", "header", "footer"]


def test_links() -> None:
    words = link("https://a.nl/x?a=1&b=2", "hier")
    document = read(Word([p(words, " en ", link("https://b.nl", "daar", ' \\o "tip"'))]))
    assert document.text == "hier en daar"
    assert [(each.span.of(document.text), each.target) for each in document.links] == [
        ("hier", "https://a.nl/x?a=1&b=2"), ("daar", "https://b.nl"),
    ]


WIDE = "Brief over 𝄞".encode("utf-16-le") + b"\0\0"
TICKS = struct.pack("<Q", 116_444_736_000_000_000 + 10**7 * 86_400 * 365)  # a year after 1970


@pytest.mark.parametrize(
    ("properties", "facts"),
    [
        (
            {1: (2, struct.pack("<I", 1252)), 2: (0x1E, struct.pack("<I", 6) + b"Caf\xe9 \0"),
             3: (0x1E, struct.pack("<I", 4) + b"abc\0"), 12: (0x40, TICKS)},
            [("title", "Café"), ("subject", "abc"), ("created", "1971-01-01")],
        ),
        (
            {1: (2, struct.pack("<I", 1200)), 4: (0x1F, struct.pack("<I", len(WIDE) // 2) + WIDE)},
            [("creator", "Brief over 𝄞")],
        ),
        ({1: (2, struct.pack("<I", 65001)), 2: (0x1E, struct.pack("<I", 3) + "é\0".encode())},
         [("title", "é")]),
        ({1: (2, struct.pack("<I", 9999)), 2: (0x1E, struct.pack("<I", 2) + b"\xe9\0")},
         [("title", "é")]),
        ({1: (2, struct.pack("<I", 1252)), 2: (0x1E, struct.pack("<I", 0xFFFFFFFF) + b"lang")},
         [("title", "lang")]),
        ({2: (3, struct.pack("<I", 7)), 12: (0x40, b"\xff" * 8)}, []),
        ({12: (0x40, bytes(8))}, []),
    ],
)
def test_what_the_file_says_of_itself(
    properties: dict[int, tuple[int, bytes]], facts: list[tuple[str, str]]
) -> None:
    document = read(Word([p("Brief")], summary=summary(properties)))
    assert [(fact.name, fact.value) for fact in document.facts] == facts
    assert all(fact.source == f"doc:{fact.name}" for fact in document.facts)


def test_a_damaged_summary_costs_no_document() -> None:
    for damaged in (b"\xfe\xff", summary({})[:50], b"\xff" * 80):
        assert read(Word([p("Brief")], summary=damaged)).facts == ()


BRIEF = Word([p("Brief")])
STREAMS = BRIEF.streams()
MAIN, TABLE = STREAMS["WordDocument"], STREAMS["1Table"]
CLX = 154 + 8 * 33  # where the header says where the pieces are


def with_main(place: int, new: bytes) -> bytes:
    """The brief with bytes of its main stream overwritten."""
    return compound({**STREAMS, "WordDocument": MAIN[:place] + new + MAIN[place + len(new):]})


def with_table(place: int, new: bytes) -> bytes:
    """The brief with bytes of its table stream overwritten; the pieces stand first in it."""
    return compound({**STREAMS, "1Table": TABLE[:place] + new + TABLE[place + len(new):]})


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (Word([p("a")], flags=0x0100).file(), "is protected with a password; save it without one"),
        (Word([p("a")], flags=0x8100).file(), "is protected with a password"),
        (compound({"EncryptedPackage": b"x" * 5000, "EncryptionInfo": b"x"}), "with a password"),
        (Word([p("a")], magic=0xA5DC).file(), "of Word 95 or older, which is not read"),
        (Word([p("a")], version=0x68).file(), "of Word 95 or older"),
        (b"\xdb\xa5-\x00" + bytes(500), "is a file of Word 2, which is not read"),
        (compound({"Workbook": b"x" * 5000}), "is a spreadsheet or presentation"),
        (compound({"PowerPoint Document": b"x"}), "is a spreadsheet or presentation"),
        (compound({"__properties_version1.0": b"x"}), "is a message of Outlook"),
        (compound({}), "is an old Office file without a text"),
        (b"{\\rtf1\\ansi Brief}\x00", "is rich text"),
        (Word([p("a")], magic=0x1234).file(), "is a damaged Word file"),
        (Word([p("")]).file(), "holds no text"),
        (compound({"WordDocument": b""}), "is a damaged Word file"),
        (compound({"WordDocument": MAIN[:200]}), "is a damaged Word file"),
        (compound({"WordDocument": MAIN}), "is a damaged Word file"),
        (with_main(CLX + 4, bytes(4)), "is a damaged Word file"),
        (with_main(CLX, b"\xff" * 8), "is a damaged Word file"),
        (with_main(76, struct.pack("<i", -5)), "is a damaged Word file"),
        (with_main(76, struct.pack("<i", 2**31 - 1)), "is a damaged Word file"),
        (with_main(32, b"\xff\xff"), "is a damaged Word file"),
        (with_main(152, b"\xff\xff"), "is a damaged Word file"),
        (with_table(0, b"\1\xff\xff"), "is a damaged Word file"),
        (with_table(0, b"\3"), "is a damaged Word file"),
        (with_table(1, b"\xff\xff\xff\x7f"), "is a damaged Word file"),
        (with_table(9, struct.pack("<I", 1 << 30)), "is a damaged Word file"),
        (with_table(15, struct.pack("<I", 0x40000000 | len(MAIN) * 2 - 2)), "is cut short"),
        (with_table(15, struct.pack("<I", len(MAIN) - 1)), "is cut short"),
    ],
)
def test_what_cannot_be_read_costs_one_line(data: bytes, says: str) -> None:
    with pytest.raises(InputError, match=says) as caught:
        read_bytes(data, "brief.doc")
    assert caught.value.remedy or caught.value.problem == "holds no text"
    check(data, "brief.doc")


@pytest.mark.parametrize("number", [2, 3, 12, 13, 40])
def test_a_table_outside_the_file_is_told_and_the_text_kept(number: int) -> None:
    word = Word([p(f"Brief{MARK}{BOX}")], notes=[[p(MARK + " noot")]], boxes=[[p("kader")]])
    streams = word.streams()
    main = bytearray(streams["WordDocument"])
    main[154 + 8 * number : 162 + 8 * number] = struct.pack("<II", 1 << 20, 400)
    document = read_bytes(compound({**streams, "WordDocument": bytes(main)}), "a.doc")
    assert document.text.startswith("Brief")
    [warning] = document.warnings
    assert "lies outside it" in warning


def test_where_an_empty_table_would_be_says_nothing() -> None:
    data = with_main(154 + 8 * 2, struct.pack("<II", 1 << 20, 0))
    assert read_bytes(data, "a.doc").warnings == ()


WHOLE = Word([p(LONG)] * 60).file()  # its main stream is not small
HEADER = {"fat": 44, "folder": 48, "small": 60, "smalls": 64, "difat": 68, "difats": 72}


@pytest.mark.parametrize("size", [0, 1, 8, 76, 511, 512, 600, 4000, len(WHOLE) // 2])
def test_a_file_cut_short_costs_one_line(size: int) -> None:
    with pytest.raises(InputError):
        read_bytes(WHOLE[: max(size, 8)], "a.doc")


def all_sectors_at(sector: int) -> Callable[[bytes], bytes]:
    """The file whose table of sectors says of each that this one comes next."""
    def change(data: bytes) -> bytes:
        return data[:-512] + struct.pack("<I", sector) * 128
    return change


def header(name: str, value: int) -> Callable[[bytes], bytes]:
    """The file with one number of its header changed."""
    def change(data: bytes) -> bytes:
        return data[: HEADER[name]] + struct.pack("<I", value) + data[HEADER[name] + 4 :]
    return change


def both(*changes: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    def change(data: bytes) -> bytes:
        for each in changes:
            data = each(data)
        return data
    return change


def larger(data: bytes) -> bytes:
    """The file whose streams say that they are of gigabytes."""
    for name in ("WordDocument", "1Table", "Root Entry"):
        place = data.index(name.encode("utf-16-le")) + 120
        data = data[:place] + struct.pack("<I", 0xF0000000) + data[place + 4 :]
    return data


@pytest.mark.parametrize(
    "change",
    [
        *(all_sectors_at(sector) for sector in (0, 1, 2, 0xFFFFFFFE, 0xFFFFFFFF, 10**6)),
        *(header(name, value) for name in HEADER for value in (0, 1, 0x7FFFFFFF, 0xFFFFFFFF)),
        both(header("fat", 0xFFFFFFF0), header("difat", 0), header("difats", 33818512)),
        both(larger, all_sectors_at(1)),
        both(larger, all_sectors_at(3)),
        both(header("smalls", 0x7FFFFFFF), all_sectors_at(2)),
        lambda data: data[:30] + b"\xff\xff" + data[32:],
        lambda data: data[:32] + b"\0\0" + data[34:],
    ],
)
def test_sectors_that_go_round_are_left_in_time(change: Callable[[bytes], bytes]) -> None:
    for name in (b"", b"\xff" * 40):
        check(change(WHOLE + name), "a.doc")
        check(change(Word([p("Brief")]).file() + name), "a.doc")


@pytest.mark.parametrize(
    "limits", [Limits(elements=3), Limits(text_chars=20), Limits(file_bytes=99)]
)
def test_limits_hold(limits: Limits) -> None:
    with pytest.raises(InputError, match="limit|characters"):
        read_bytes(Word([p(LONG, R("weg", DELETED))] * 5).file(), "a.doc", limits=limits)


def test_time_is_a_limit() -> None:
    with pytest.raises(InputError, match="takes more than 0 seconds"):
        read_bytes(WHOLE, "a.doc", limits=Limits(seconds=0))


MANY_PIECES = Word([p("Brief")], cuts=[1] * 3000, prms=[1] * 3000, shared=[DELETED * 400])


@pytest.mark.parametrize(
    "word",
    [
        MANY_PIECES,
        Word([p("Brief", MARK * 300)], notes=[[p(MARK + " noot")]] * 300),
        Word([p("Brief"), *(row_end(1) for _ in range(1500))]),
        Word([p("Brief")], boxes=[[p(BOX)]] * 900),
    ],
    ids=["pieces", "notes", "rows", "boxes"],
)
def test_time_is_asked_for_everything_a_file_holds_many_of(
    word: Word, monkeypatch: pytest.MonkeyPatch
) -> None:
    Ticking.take(monkeypatch)
    with pytest.raises(InputError, match="takes more than 800 seconds"):
        read_bytes(word.file(), "a.doc", limits=Limits(seconds=800))


def test_what_is_set_on_many_pieces_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bytes] = []
    flags = doc_format._flags
    monkeypatch.setattr(doc_format, "_flags", lambda own: asked.append(own) or flags(own))
    assert read(MANY_PIECES).text == "rief"
    assert asked.count(DELETED * 400) == 1 and len(asked) < 9


def test_a_lack_of_memory_is_no_damage_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def lacking(stream: object) -> None:
        raise MemoryError

    monkeypatch.setattr(olefile, "OleFileIO", lacking)
    with pytest.raises(MemoryError):
        read_bytes(WHOLE, "a.doc")


def test_fields_without_end_in_one_another_and_tables_of_any_depth() -> None:
    deep: list[P] = [p("\x13" * 5000 + "x" + "\x14\x15" * 5000)]
    deep += [p("y", sprms=inside(depth)) for depth in (0, 40, 0xFFFFFFFF, 2)]
    assert read(Word(deep)).text.split() == ["y"] * 4


def test_one_stream_may_stand_for_all() -> None:
    whole = in_one_stream(FULL)
    names = ("WordDocument", "1Table", "Data")
    document = read_bytes(compound({name: whole for name in names}), "a.doc")
    assert document == replace(read(FULL), name="a.doc", sha256=document.sha256)
    assert {role for role, _ in regions(document)} == {
        "margin", "table", "note", "header", "footer",
    }


def test_another_format_under_the_name_is_read_as_it_is() -> None:
    for data, kind in (
        (docx(docx_p("Brief")), "wordprocessingml"), (b"<html><p>Brief</p>", "text/html"),
        (b"Brief", "text/plain"), (b"From: a\nMessage-ID: b\nDate: c\n\nBrief", "rfc822"),
    ):
        document = read_bytes(data, "brief.doc")
        assert kind in document.media_type and "Brief" in document.text
    assert read_bytes(Word([p("Brief")]).file(), "brief.txt").media_type == "application/msword"
