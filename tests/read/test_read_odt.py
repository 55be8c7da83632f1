"""ODT: paragraphs, notes, tables, margins, headers."""

from __future__ import annotations

import pytest
from read_checks import Ticking, regions
from read_samples import odt, zipped

from kg.errors import InputError
from kg.model import Document
from kg.read import Limits, read_bytes

NOTE = (
    '<text:note text:id="f1" text:note-class="footnote"><text:note-citation>1</text:note-citation>'
    "<text:note-body><text:p>Kamerstuk 1, nr. 2</text:p></text:note-body></text:note>"
)


def read(data: bytes) -> Document:
    return read_bytes(data, "brief.odt")


def test_paragraphs_and_what_stands_in_them() -> None:
    raised = (
        '<style:style style:name="T1"><style:text-properties style:text-position="super 58%"/>'
        "</style:style>"
    )
    body = (
        "<text:h>Kop</text:h>\n<text:p>Een<text:tab/>twee<text:line-break/>drie<text:s/>vier"
        "</text:p>"
        '<text:p>m<text:span text:style-name="T1">2</text:span> <text:a xlink:href="https://a.nl">'
        "hier</text:a></text:p>"
    )
    document = read(odt(body, styles=raised))
    assert document.text == "Kop\n\nEen\ttwee\ndrie vier\nm² hier"
    assert [link.target for link in document.links] == ["https://a.nl"]
    assert [place.element for place in document.places] == ["h[1]", "p[1]", "p[2]"]


def test_notes_are_tied() -> None:
    document = read(odt(f"<text:p>De motie{NOTE} vraagt.</text:p><text:p>Slot.</text:p>"))
    (tie,) = document.notes
    assert document.text == "De motie¹ vraagt.\nSlot.\n1 Kamerstuk 1, nr. 2"
    assert (tie.mark.of(document.text), tie.note.of(document.text)) == ("¹", "Kamerstuk 1, nr. 2")


def table(style: str) -> str:
    cell = f'<table:table-cell table:style-name="{style}"><text:p>{{}}</text:p></table:table-cell>'
    rows = [("A", "B"), ("C", "D")]
    inside = "".join(
        f"<table:table-row>{''.join(cell.format(text) for text in row)}</table:table-row>"
        for row in rows
    )
    return f"<table:table>{inside}</table:table>"


@pytest.mark.parametrize(("border", "roles"), [("0.1pt solid #000", ["table"]), ("none", [])])
def test_tables_show_their_lines(border: str, roles: list[str]) -> None:
    style = (
        '<style:style style:name="C"><style:table-cell-properties fo:border='
        f'"{border}"/></style:style>'
    )
    document = read(odt(table("C"), styles=style))
    assert document.text == "A\tB\nC\tD"
    assert [role for role, _ in regions(document)] == roles


def test_frames_and_page_styles_are_set_apart() -> None:
    frame = "<draw:frame><draw:text-box><text:p>Ons kenmerk</text:p></draw:text-box></draw:frame>"
    around = (
        "<style:header><text:p>Kop</text:p></style:header>"
        "<style:footer><text:p>Voet</text:p></style:footer>"
    )
    document = read(odt(f"{frame}<text:p>Brief</text:p>", around=around))
    assert document.text == "Brief\n\nOns kenmerk\n\nKop\n\nVoet"
    assert regions(document) == [("margin", "Ons kenmerk"), ("header", "Kop"), ("footer", "Voet")]


def test_what_cannot_be_read() -> None:
    kind = "application/vnd.oasis.opendocument.text"
    locked = "<manifest:encryption-data/>"
    for files, says in (
        ({"mimetype": kind}, "lacks its part content.xml"),
        ({"mimetype": kind, "META-INF/manifest.xml": locked}, "protected with a password"),
        ({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}, "is a spreadsheet"),
    ):
        with pytest.raises(InputError, match=says):
            read(zipped(dict(files)))


def test_places_stay_apart_however_paragraphs_nest() -> None:
    deep = "<text:p>{}</text:p>"
    body = deep.format(deep.format("een") + deep.format(deep.format("twee") + "drie") + "vier")
    spans = [place.span for place in read_bytes(odt(body + deep.format("vijf")), "a.odt").places]
    assert spans and all(a.end <= b.start for a, b in zip(spans, spans[1:], strict=False))


def test_a_file_of_many_notes_has_no_more_time_than_another(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    Ticking.take(monkeypatch)
    with pytest.raises(InputError, match="takes more than 800 seconds"):
        read_bytes(odt(f"<text:p>{NOTE * 900}</text:p>"), "a.odt", limits=Limits(seconds=800))
