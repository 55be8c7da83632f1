"""DOCX: paragraphs, notes, tables, margins, links; within limits."""

from __future__ import annotations

import pytest
from read_checks import Ticking, regions
from read_samples import WORD, docx, mark, p, zipped

from kg.errors import InputError
from kg.model import Document
from kg.read import Limits, read_bytes


def read(data: bytes) -> Document:
    return read_bytes(data, "brief.docx")


LONG = "De minister stuurt de Kamer een brief over de uitvoering van de motie van Jansen. " * 2
LONG = LONG.strip()


def test_paragraphs() -> None:
    document = read(docx(p("Geachte ", "voorzitter,"), p(), p(LONG), p("Slot,"), p("A. Jansen")))
    assert document.text == f"Geachte voorzitter,\n\n{LONG}\n\nSlot,\nA. Jansen"
    assert [place.element for place in document.places] == ["p[1]", "p[3]", "p[4]", "p[5]"]


@pytest.mark.parametrize(
    ("run", "text"),
    [
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a\tb"),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>", "a\nb"),
        ("<w:r><w:t>Natura</w:t><w:noBreakHyphen/><w:t>gebied</w:t></w:r>", "Natura-gebied"),
        ("<w:del><w:r><w:delText>weg</w:delText></w:r></w:del><w:r><w:t>wel</w:t></w:r>", "wel"),
        (
            '<w:r><w:t>m</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
            "<w:t>2</w:t></w:r>",
            "m²",
        ),
        ("<w:r><w:instrText> PAGE </w:instrText><w:t>x</w:t></w:r>", "x"),
    ],
)
def test_runs(run: str, text: str) -> None:
    assert read(docx(p(run))).text == text


def test_notes_are_tied_in_the_order_of_their_marks() -> None:
    body = p("De motie-Jansen", mark(7), " en nr. 1892", mark(3), ".")
    document = read(docx(body, notes={-1: "streep", 3: "Tweede noot", 7: "Kamerstuk 1, nr. 2"}))
    text = document.text
    assert text == "De motie-Jansen¹ en nr. 1892².\n1 Kamerstuk 1, nr. 2\n2 Tweede noot"
    assert [(tie.label, tie.mark.of(text), tie.note.of(text)) for tie in document.notes] == [
        ("1", "¹", "Kamerstuk 1, nr. 2"), ("2", "²", "Tweede noot"),
    ]
    assert [role for role, _ in regions(document)] == ["note", "note"]


def table(*rows: str, properties: str = "") -> str:
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(rows)}</w:tbl>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{p(cell)}</w:tc>' for cell in cells)}</w:tr>"


def test_a_table_with_lines_is_a_table() -> None:
    style = '<w:tblStyle w:val="Tabelraster"/>'
    document = read(docx(table(row("A", "B"), row("C", "D"), properties=style), p("na")))
    assert document.text == "A\tB\nC\tD\n\nna"
    assert regions(document) == [("table", "A\tB\nC\tD")]


def test_a_table_without_lines_lays_out_a_letter() -> None:
    document = read(docx(table(row("Datum", "1 mei 2023"), row("Betreft", "Motie"))))
    assert document.text == "Datum\t1 mei 2023\nBetreft\tMotie"
    assert document.regions == ()


def test_margins_are_set_apart() -> None:
    floating = '<w:tblpPr w:tblpX="9357"/><w:tblW w:w="2013" w:type="dxa"/>'
    box = f"<w:r><w:pict><w:txbxContent>{p('Ons kenmerk')}</w:txbxContent></w:pict></w:r>"
    document = read(
        docx(
            p("Geachte voorzitter,"),
            table(row("Directie Zorg"), properties=floating),
            p("Hierbij", box, " de brief."),
            p("Bijlagen", properties="<w:framePr/>"),
        )
    )
    assert regions(document) == [
        ("margin", "Directie Zorg"), ("margin", "Ons kenmerk"), ("margin", "Bijlagen"),
    ]
    assert "Hierbij de brief." in document.text


def test_headers_and_footers_come_at_the_end() -> None:
    document = read(docx(p("Brief"), header=p("Ministerie"), footer=p("Pagina 1")))
    assert document.text == "Brief\n\nMinisterie\n\nPagina 1"
    assert regions(document) == [("header", "Ministerie"), ("footer", "Pagina 1")]


def test_links() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://b.nl"'
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>daar</w:t>'
        '</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    element = '<w:hyperlink r:id="l"><w:r><w:t>hier</w:t></w:r></w:hyperlink>'
    document = read(docx(p(element, " en ", field), links={"l": "https://a.nl/x?a=1&b=2"}))
    assert [(link.span.of(document.text), link.target) for link in document.links] == [
        ("hier", "https://a.nl/x?a=1&b=2"), ("daar", "https://b.nl"),
    ]


def test_damage_and_bombs_cost_one_line() -> None:
    whole = docx(p("Brief"))
    bomb = f"<w:document {WORD}><w:body>{p('a' * 3_000_000)}</w:body></w:document>"
    for data, says in (
        (whole[:200], "is a damaged zip"),
        (zipped({"[Content_Types].xml": "", "word/x.xml": ""}), "lacks its part word/document.xml"),
        (zipped({"[Content_Types].xml": "", "word/document.xml": bomb}), "far more than it holds"),
        (zipped({"[Content_Types].xml": "", "word/document.xml": "x"}), "is no whole XML"),
        (zipped({"[Content_Types].xml": "", "xl/workbook.xml": ""}), "spreadsheet or presentation"),
    ):
        with pytest.raises(InputError, match=says):
            read_bytes(data, "a.docx", limits=Limits(ratio=100))


def test_entities_in_a_part_are_refused() -> None:
    attack = f'<!DOCTYPE x [<!ENTITY a "b">]><w:document {WORD}>&a;</w:document>'
    with pytest.raises(InputError, match="entities of its own"):
        read(zipped({"[Content_Types].xml": "", "word/document.xml": attack}))


def test_paragraphs_in_one_another_have_places_apart() -> None:
    inner = p("binnen")
    document = read_bytes(docx(p("voor", inner, "na"), p("slot")), "a.docx")
    spans = [place.span for place in document.places]
    assert all(a.end <= b.start for a, b in zip(spans, spans[1:], strict=False))
    assert "binnen" in [span.of(document.text) for span in spans]


def test_a_file_of_many_notes_has_no_more_time_than_another(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    Ticking.take(monkeypatch)
    body = p(*(mark(number) for number in range(900)))
    data = docx(body, notes={number: "noot" for number in range(900)})
    with pytest.raises(InputError, match="takes more than 800 seconds"):
        read_bytes(data, "a.docx", limits=Limits(seconds=800))


def test_boxes_in_one_another_are_written_as_deep_as_elements_nest() -> None:
    box = "<w:txbxContent>{}</w:txbxContent>"
    body = p("binnen")
    for _ in range(240):
        body = box.format(body)
    document = read(docx(p("Brief"), body))
    assert document.text == "Brief\n\nbinnen"


def test_boxes_in_boxes_keep_their_order() -> None:
    box = "<w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r>"
    cell = f"<w:tbl><w:tr><w:tc>{p('een', box.format(p('twee')))}</w:tc></w:tr></w:tbl>"
    document = read(docx(p("Brief", box.format(cell + p("drie")), box.format(p("vier")))))
    assert document.text.split() == ["Brief", "een", "drie", "twee", "vier"]
