"""HTML: the main content, notes however a page writes them, tables, links, metadata."""

from __future__ import annotations

import pytest
from read_checks import regions

from kg.errors import InputError
from kg.model import Document
from kg.read import Limits, read_bytes


def page(body: str, head: str = "") -> Document:
    data = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()
    return read_bytes(data, "pagina.html")


def facts(document: Document) -> list[tuple[str, str, str]]:
    return [(fact.name, fact.value, fact.source) for fact in document.facts]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>Een\n  <b>vette</b>   brief.</p>", "Een vette brief."),
        ("<p>Eerste.</p><p>Tweede.</p>", "Eerste.\n\nTweede."),
        ("<h1>Kop</h1>tekst<br>regel<div>blok</div>los", "Kop\n\ntekst\nregel\nblok\nlos"),
        ("<ul><li>a</li><li><p>b</p></li></ul>", "a\n\nb"),
        ("<p>17<sup>e</sup> eeuw, m<sup>2</sup>, 18<sup>14</sup></p>", "17e eeuw, m², 18¹⁴"),
        ("<p>Kamer&shy;stuk&nbsp;25&#160;295</p>", "Kamerstuk 25 295"),
        ("<pre>Van: a\nAan: b\n\nTekst</pre>", "Van: a\nAan: b\n\nTekst"),
        ("<p>a<!-- niet -->b</p><script>x()</script><style>p{}</style>", "ab"),
        ("<p hidden>weg</p><p style='display: none'>weg</p><p>wel</p>", "wel"),
        ("<p class='visually-hidden'>weg</p><noscript>weg</noscript>wel", "wel"),
    ],
)
def test_text_as_a_page_shows_it(body: str, text: str) -> None:
    assert page(body).text == text


LONG = "De minister stuurt de Kamer een brief over de uitvoering van de motie. " * 3


@pytest.mark.parametrize(
    "body",
    [
        f"<nav>Menu</nav><main><h1>Brief</h1><p>{LONG}</p></main><footer>Voet</footer>",
        f"<div class='main-menu'>Menu</div><div id='broodtekst'><h1>Brief</h1><p>{LONG}</p></div>",
        f"<div id='menu'><ul><li>x</ul></div><h1>Brief</h1><p>{LONG}</p><aside>Zie ook</aside>",
        f"<div class='nav-bar'><h1>Brief</h1></div><p>{LONG}</p><div id='footer'>Voet</div>",
        f"<main></main><div role='main'><h1>Brief</h1><p>{LONG}</p></div><div id='cookie'>x</div>",
    ],
)
def test_the_content_without_what_stands_around_it(body: str) -> None:
    assert page(body).text == f"Brief\n\n{LONG.strip()}"


@pytest.mark.parametrize(
    "body",
    [
        # a mark that points at the anchor in the note, which points back
        '<p>De motie-Jansen<a href="#n1" id="r1"><sup>1</sup></a> vraagt.</p>'
        '<div class="noot"><p><sup><a href="#r1" id="n1">1</a></sup> Kamerstuk 1.</p></div>',
        # what Word makes of a footnote
        '<p>De motie-Jansen<a href="#_ftn1" name="_ftnref1">[1]</a> vraagt.</p>'
        '<p><a href="#_ftnref1" name="_ftn1">[1]</a> Kamerstuk 1.</p>',
        # a raised link to a block of its own
        '<p>De motie-Jansen<sup><a href="#n1">1</a></sup> vraagt.</p>'
        '<div id="n1">1. Kamerstuk 1.</div>',
        # officielebekendmakingen.nl: the number is pointed at, a heading to close stands before it
        '<p>De motie-Jansen<sup><a class="nootnum" href="#ID-1">1</a></sup> vraagt.</p><div '
        'class="voet noot" id="supernote-note-ID-1"><h5 class="note-close"><a href="#c">X</a> Noot'
        '</h5><sup><span class="nootnum" id="ID-1">1</span></sup><p>Kamerstuk 1.</p></div>',
        # entries of a list, which shows the number itself
        '<p>De motie-Jansen<a href="#n1">1</a> vraagt.</p><ol><li id="n1">Kamerstuk 1.</li></ol>',
    ],
)
def test_marks_are_tied_to_their_notes(body: str) -> None:
    document = page(body)
    (tie,) = document.notes
    text = document.text
    assert (tie.label, tie.mark.of(text), tie.note.of(text)) == ("1", "¹", "Kamerstuk 1.")
    assert text.startswith("De motie-Jansen¹ vraagt.")
    assert [role for role, _ in regions(document)] == ["note"]


def test_links_of_a_table_of_contents_are_no_marks() -> None:
    document = page(
        '<ul><li><a href="#k1">1</a> Inleiding</li></ul><h2 id="k1">1 Inleiding</h2><p>Zie '
        '<a href="#weg">2</a>.</p>'
    )
    assert document.notes == ()


def test_tables() -> None:
    document = page(
        "<table><tr><th>Motie</th><th>Stand</th></tr><tr><td><p>Jansen</p></td>"
        "<td><p>aangenomen</p><p>later</p></td></tr></table><p>na</p>"
    )
    assert document.text == "Motie\tStand\nJansen\taangenomen\nlater\n\nna"
    assert regions(document) == [("table", "Motie\tStand\nJansen\taangenomen\nlater")]


def test_a_table_that_lays_out_the_page_is_text() -> None:
    document = page("<table><tr><td><p>Geachte voorzitter,</p><p>Hierbij.</p></td></tr></table>")
    assert document.text == "Geachte voorzitter,\nHierbij."
    assert document.regions == ()


def test_links_are_evidence() -> None:
    document = page('<p>Zie <a href="/kst-1-2.html">de <b>brief</b></a>, <a href="#x">x</a></p>')
    assert [(link.span.of(document.text), link.target) for link in document.links] == [
        ("de brief", "/kst-1-2.html")
    ]


def test_every_block_says_where_it_stands() -> None:
    document = page('<h1>Kop</h1><p id="al-3">Een</p><p>Twee</p>')
    assert [(place.element, place.span.of(document.text)) for place in document.places] == [
        ("h1[1]", "Kop"), ("p#al-3", "Een"), ("p[2]", "Twee"),
    ]


def test_metadata_of_official_publications() -> None:
    head = "".join(
        f'<meta name="{name}" content="{value}">'
        for name, value in (
            ("DC.identifier", "kst-29517-265"), ("DC.title", "Veiligheid; Brief"),
            ("OVERHEIDop.dossiernummer", "29517"), ("OVERHEIDop.ondernummer", "265"),
            ("OVERHEIDop.vergaderjaar", "2024-2025"), ("DCTERMS.issued", "2024-10-01T00:00"),
            ("DC.creator", "Tweede Kamer der Staten-Generaal"), ("DC.language", "nl"),
        )
    )
    assert facts(page("<p>Brief</p>", head)) == [
        ("identifier", "kst-29517-265", "html:meta:DC.identifier"),
        ("title", "Veiligheid; Brief", "html:meta:DC.title"),
        ("dossier", "29517", "html:meta:OVERHEIDop.dossiernummer"),
        ("number", "265", "html:meta:OVERHEIDop.ondernummer"),
        ("vergaderjaar", "2024-2025", "html:meta:OVERHEIDop.vergaderjaar"),
        ("issued", "2024-10-01", "html:meta:DCTERMS.issued"),
        ("creator", "Tweede Kamer der Staten-Generaal", "html:meta:DC.creator"),
        ("chamber", "TK", "html:meta:DC.creator"),
    ]


def test_a_page_of_the_tweede_kamer_names_its_document() -> None:
    address = "https://www.tweedekamer.nl/kamerstukken/detail?id=2021Z02062&amp;did=2021D04467"
    head = f'<title>Detail 2021D04467</title><link rel="canonical" href="{address}">'
    assert facts(page("<p>Brief</p>", head)) == [
        ("identifier", "2021D04467", "html:canonical did"),
        ("page", address.replace("&amp;", "&"), "html:canonical"),
        ("title", "Detail 2021D04467", "html:title"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_encodings(encoding: str) -> None:
    data = "<!doctype html><html><meta charset='x'><p>Kröger – één</p></html>".encode(encoding)
    assert read_bytes(data, "a.html").text == "Kröger – één"


def test_a_page_told_by_its_content_whatever_its_name() -> None:
    data = b"<?xml version='1.0'?>\n<!-- x -->\n<html><body><p>Brief</p></body></html>"
    assert read_bytes(data, "h-tk-1.xml").media_type == "text/html"


def test_pages_that_cannot_be_read() -> None:
    for data, says in (
        (b"<html><body><script>x</script></body></html>", "holds no text"),
        (b"<html>\x00</html>", "is not text: a NUL byte"),
    ):
        with pytest.raises(InputError, match=says):
            read_bytes(data, "a.html")
    with pytest.raises(InputError, match="more than 5 elements"):
        read_bytes(b"<html>" + b"<p>a</p>" * 9, "a.html", limits=Limits(elements=5))


def test_a_deep_tree_is_bounded() -> None:
    deep = b"<html>" + b"<div>" * 100_000 + b"tekst"
    try:
        assert read_bytes(deep, "a.html").text == "tekst"
    except InputError as error:
        assert "too deep" in str(error)
