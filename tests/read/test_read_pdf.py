"""PDF: reading order, pages and boxes, what stands around the body, notes, damage."""

from __future__ import annotations

import pytest
from read_samples import Run, lines, pdf

from kg.errors import InputError
from kg.model import Document
from kg.read import Limits, read_bytes
from kg.read.measure import Box, Measure

PROSE = [
    "Met deze brief informeer ik uw Kamer over de voortgang van het",
    "programma. De motie van het lid Jansen verzocht om een overzicht",
    "van de stand van zaken bij gemeenten en provincies in het land.",
    "Het kabinet zal uw Kamer voor de zomer nader berichten over de",
    "uitkomsten van het overleg dat met de medeoverheden is gevoerd.",
]


def parts(document: Document, role: str) -> list[str]:
    return [r.span.of(document.text) for r in document.regions if r.role == role]


def body(document: Document) -> str:
    """The text outside every region."""
    kept = list(document.text)
    for region in document.regions:
        kept[region.span.start : region.span.end] = "\0" * len(region.span)
    return "".join(kept).replace("\0", "")


def test_text_with_page_and_box_for_every_line() -> None:
    document = read_bytes(pdf([lines(PROSE), lines(["Tweede bladzijde."])]), "brief.pdf")
    assert document.text == "\n".join(PROSE) + "\n\n\fTweede bladzijde.\n\n"
    assert document.media_type == "application/pdf"
    assert [place.span.of(document.text) for place in document.places][:2] == PROSE[:2]
    first = document.places[0]
    assert first.page == 1 and first.box is not None
    left, bottom, right, top = first.box
    assert (round(left), round(bottom)) == (79, 698) and right > 300 and 705 < top < 710
    assert document.page_at(document.text.index("Tweede")) == 2


def test_a_gap_between_lines_parts_paragraphs_and_a_wide_one_in_a_line_is_a_tab() -> None:
    runs = [*lines([*PROSE, "", "Hoogachtend,"]), (400, 700 - 12 * 6, 9, "drs. A. de Vries")]
    text = read_bytes(pdf([runs]), "brief.pdf").text
    assert text.endswith(f"{PROSE[-1]}\n\nHoogachtend,\tdrs. A. de Vries\n\n")


def test_a_hyphen_at_a_line_end_stays_and_so_does_the_line_end() -> None:
    runs = lines(["Het ministerie van Volksge-", "zondheid, Welzijn en Sport"])
    assert read_bytes(pdf([runs]), "a.pdf").text == (
        "Het ministerie van Volksge-\nzondheid, Welzijn en Sport\n\n"
    )


def margin(base: float) -> list[Run]:
    return lines(["Ons kenmerk", "1234567-890-ABC"], left=460, top=base, size=6.5, step=9)


def test_a_column_in_the_margin_stands_apart_even_on_the_lines_of_the_body() -> None:
    runs = lines(PROSE)
    woven = [run for pair in zip(runs, margin(700), strict=False) for run in pair] + runs[2:]
    document = read_bytes(pdf([woven]), "brief.pdf")
    assert parts(document, "margin") == ["Ons kenmerk\n1234567-890-ABC"]
    assert body(document).strip() == "\n".join(PROSE)


def test_a_column_of_labels_belongs_to_its_rows() -> None:
    runs = lines(PROSE, left=160)
    labels = [(60, runs[0][1], 9, "Besluit:"), (60, runs[3][1], 9, "Toezegging:")]
    document = read_bytes(pdf([[labels[0], *runs[:3], labels[1], *runs[3:]]]), "lijst.pdf")
    assert document.regions == ()
    assert f"Besluit:\t{PROSE[0]}" in document.text
    assert f"Toezegging:\t{PROSE[3]}" in document.text


def footed(number: int, of: int) -> list[Run]:
    foot = [(78, 30, 6.5, f"Tweede Kamer, vergaderjaar 2023-2024, 12 345, nr. 67 {number}")]
    return [*lines(["Ministerie van Zaken"], top=800, size=7), *lines(PROSE), *foot]


def test_running_headers_and_footers_stand_apart() -> None:
    document = read_bytes(pdf([footed(n, 3) for n in (1, 2, 3)]), "brief.pdf")
    assert parts(document, "header") == ["Ministerie van Zaken"] * 3
    assert [text[-2:] for text in parts(document, "footer")] == [" 1", " 2", " 3"]


def test_a_heading_at_the_top_of_two_pages_does_not_run() -> None:
    pages = [lines([f"Vraag {n}", *PROSE], top=790) for n in (2, 5)]
    document = read_bytes(pdf(pages), "antwoord.pdf")
    assert parts(document, "header") == []


def test_page_numbers_alone_are_footers() -> None:
    document = read_bytes(pdf([[*lines(PROSE), (480, 34, 6.5, "Pagina 1 van 1")]]), "brief.pdf")
    assert parts(document, "footer") == ["Pagina 1 van 1"]


def noted(number: str, note: str, *, base: float = 90) -> list[Run]:
    marked = f"De motie van het lid Jansen^{number}^ verzocht om een overzicht."
    text = [PROSE[0], marked, *PROSE[2:]]
    foot = [f"^{number}^ {note}", "p. 3."]
    return [*lines(text), *lines(foot, top=base, size=6.5, step=9)]


def test_a_raised_figure_is_tied_to_the_note_at_the_foot() -> None:
    document = read_bytes(pdf([noted("4", "Kamerstukken II 2022/23, 12345, nr. 6,")]), "a.pdf")
    (tie,) = document.notes
    text = document.text
    assert (tie.label, tie.mark.of(text)) == ("4", "⁴")
    assert text[: tie.mark.start].endswith("het lid Jansen")
    assert tie.note.of(text) == "Kamerstukken II 2022/23, 12345, nr. 6,\np. 3."
    assert parts(document, "note") == ["4 Kamerstukken II 2022/23, 12345, nr. 6,\np. 3."]


def test_a_mark_behind_a_number_does_not_run_into_it() -> None:
    runs = lines([*PROSE, "zie nr. 1892^14^ en m^2^, en de vragen 3^1,2^"])
    text = read_bytes(pdf([runs]), "a.pdf").text
    assert "zie nr. 1892¹⁴ en m², en de vragen 3¹,²" in text


def test_equal_notes_of_two_pages_are_notes_and_no_footers() -> None:
    pages = [noted(number, "Kamerstuk 12345, nr. 6.", base=60) for number in ("1", "2")]
    document = read_bytes(pdf(pages), "a.pdf")
    assert [tie.label for tie in document.notes] == ["1", "2"]
    assert parts(document, "footer") == []


def test_small_print_without_a_mark_is_no_note() -> None:
    small = lines(["2022 was het jaar van de meting", "5 1,2 3,4"], top=100, size=6)
    runs = [*lines(PROSE), *small]
    document = read_bytes(pdf([runs]), "a.pdf")
    assert document.regions == ()
    assert document.notes == ()


def test_lines_out_of_order_are_read_from_top_to_bottom() -> None:
    runs = lines(PROSE)
    document = read_bytes(pdf([[*runs[3:], *runs[:3]]]), "a.pdf")
    assert document.text == "\n".join(PROSE) + "\n\n"


def test_metadata_are_facts_with_their_source() -> None:
    info = {"Title": "Brief (concept)", "CreationDate": "D:20230405120000", "Author": "None"}
    document = read_bytes(pdf([lines(PROSE)], info=info), "a.pdf")
    assert [(fact.name, fact.value, fact.source) for fact in document.facts] == [
        ("title", "Brief (concept)", "pdf:Title"),
        ("created", "2023-04-05", "pdf:CreationDate"),
    ]


def test_half_a_character_in_the_metadata_is_passed_by() -> None:
    info = {"Title": "þÿØ\0", "Author": "A. Jansen"}
    document = read_bytes(pdf([lines(PROSE)], info=info), "a.pdf")
    assert [(fact.name, fact.value) for fact in document.facts] == [("creator", "A. Jansen")]


def test_addresses_in_the_text_are_links() -> None:
    document = read_bytes(pdf([lines(["Zie https://www.tweedekamer.nl/x."])]), "a.pdf")
    assert [link.target for link in document.links] == ["https://www.tweedekamer.nl/x"]


def test_areas_that_point_at_an_address_are_links_on_their_words() -> None:
    address = "https://zoek.officielebekendmakingen.nl/kst-25295-1892.html"
    printed = ["Zie de eerdere", "brief van de minister.", "Zie ook https://www.overheid.nl/x en"]
    areas = (
        (1, (105.0, 698.0, 140.0, 708.0), address),  # the second word and the third
        (1, (77.0, 686.0, 97.0, 696.0), address),  # which goes on at the next line
        (1, (77.0, 500.0, 100.0, 510.0), "https://www.overheid.nl/nowhere"),
        (1, (110.0, 674.0, 240.0, 684.0), "https://www.overheid.nl/x"),  # printed too
        (2, (77.0, 698.0, 122.0, 708.0), "mailto:post@overheid.nl"),
    )
    data = pdf([lines(printed), lines(["Schrijf ons gerust."])], links=areas)
    document = read_bytes(data, "a.pdf")
    found = [(link.span.of(document.text), link.target) for link in document.links]
    assert found == [
        ("eerdere\nbrief", address),
        ("https://www.overheid.nl/x", "https://www.overheid.nl/x"),
        ("Schrijf ons", "mailto:post@overheid.nl"),
    ]


def test_pages_without_text_are_told_and_the_rest_is_read() -> None:
    document = read_bytes(pdf([[], lines(PROSE), [], []]), "a.pdf")
    assert document.warnings == ("pages without text, which may need OCR: 1, 3-4",)
    assert document.page_at(document.text.index("Met")) == 2


def encrypted() -> bytes:
    data = pdf([lines(PROSE)])
    key = b"0" * 64
    crypt = (
        b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <" + key + b"> /U <" + key + b"> >>"
        b" /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] "
    )
    return data.replace(b"/Root 1 0 R", b"/Root 1 0 R " + crypt)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (pdf([[]]), "has no text on its 1 page, only images; run OCR on it (ocrmypdf)"),
        (pdf([lines(PROSE)])[:300], "is damaged or not a whole PDF; download it again"),
        (b"%PDF-1.7\n" + b"\0" * 500, "is damaged or not a whole PDF; download it again"),
        (encrypted(), "is encrypted; remove the password (qpdf --decrypt) and try again"),
    ],
)
def test_what_cannot_be_read_costs_one_clear_line(data: bytes, says: str) -> None:
    with pytest.raises(InputError) as caught:
        read_bytes(data, "a.pdf")
    assert says in str(caught.value)


def test_limits() -> None:
    data = pdf([lines(PROSE)] * 3)
    for limits, says in (
        (Limits(pages=2), "more than 2 pages"),
        (Limits(text_chars=400), "more than 400 characters"),
        (Limits(seconds=0), "more than 0 seconds"),
    ):
        with pytest.raises(InputError, match=says):
            read_bytes(data, "a.pdf", limits=limits)


class Torn(Measure):
    """A page whose file goes on with the next printed line without a line end."""

    def __init__(self) -> None:
        self._text = "volgende regel. 2 Kamerstuk 12 345.\r\n"

    def _rects(self, start: int, end: int) -> list[Box]:
        return [(79, 64, 205, 71), (78, 56, 80, 60), (82, 54, 271, 62)]

    def _start_of(self, start: int, end: int, rect: int) -> int:
        return (0, 16, 18)[rect]

    def _height(self, index: int) -> float:
        return 6.0 if index == 16 else 10.0

    def _marks(self, *measured: object) -> tuple[tuple[int, int], ...]:
        return ((16, 17),)


def test_a_lower_line_without_a_line_end_before_it_is_a_line_of_its_own() -> None:
    before, line = Torn().lines()
    assert (before.text, line.text) == ("volgende regel. ", "2 Kamerstuk 12 345.")
    assert (line.after, line.marks) == (False, ((0, 1),))


def test_the_foot_of_a_single_page_does_not_hide_its_notes() -> None:
    body = ["De motie-Jansen^1^ vraagt om een overzicht van de stand van zaken.", *PROSE[1:]]
    foot = [(78.0, 60.0, 9.0, "Tweede Kamer, vergaderjaar 2023-2024, Aanhangsel")]
    notes = lines(["^1^ Kamerstuk 12 345, nr. 6."], top=150, size=6.5)
    document = read_bytes(pdf([[*lines(body), *notes, *foot]]), "a.pdf")
    assert parts(document, "note") == ["1 Kamerstuk 12 345, nr. 6."]
    assert parts(document, "footer") == [foot[0][3]]
    (tie,) = document.notes
    assert (tie.label, tie.note.of(document.text)) == ("1", "Kamerstuk 12 345, nr. 6.")


def test_a_page_with_few_lines_has_its_margin_where_the_others_have_it() -> None:
    column = lines(["Directie Wetgeving", "Ons kenmerk", "WJZ / 96595438"], left=440, size=6.5)
    few = lines(["Een gelijke brief is gezonden aan de Eerste Kamer.", "Hoogachtend,"])
    document = read_bytes(pdf([[*lines(PROSE), *column], [*few, *column]]), "a.pdf")
    assert len(parts(document, "margin")) == 2
    assert "Directie" not in body(document)
    assert "Hoogachtend," in body(document)
