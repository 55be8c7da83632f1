"""One letter of a ministry, as each format writes it: margin column, notes, two signatories."""

from __future__ import annotations

import re
from collections.abc import Callable

from doc_samples import BOX, MARK, Word, row
from doc_samples import p as doc_p
from read_samples import Run, docx, lines, mark, odt, p, pdf

SENDER = "Ministerie van Volksgezondheid, Welzijn en Sport"
RETURN = "> Retouradres Postbus 20350 2500 EJ Den Haag"
ADDRESS = (
    "De Voorzitter van de Tweede Kamer",
    "der Staten-Generaal",
    "Postbus 20018",
    "2500 EA DEN HAAG",
)
MARGIN = (
    "Directie Publieke Gezondheid",
    "Parnassusplein 5",
    "2511 VX Den Haag",
    "www.rijksoverheid.nl",
    "Kenmerk",
    "3512345-1045678-PG",
    "Bijlagen",
    "1",
)
FIELDS = (
    ("Datum", "14 februari 2023"),
    ("Betreft", "Voortgang van het preventiebeleid"),
)
SALUTATION = "Geachte voorzitter,"
BODY = (
    "Mede namens de minister voor Langdurige Zorg en Sport informeer ik uw Kamer over de "
    "voortgang van het Nationaal Preventieakkoord. De hoofdlijnen stonden in mijn vorige brief^1^.",
    "Voor de zomer is met scholen en gemeenten gewerkt aan een aanpak. De motie van de leden "
    "Bikker en Kuik^2^ verzoekt de regering om een plan voor scholen. Dat plan is als bijlage bij "
    "deze brief gevoegd. Met deze brief wordt de motie afgedaan.",
    "De motie van het lid Mohandis (Kamerstuk 25 424, nr. 630) betrek ik bij het vervolg. Ik zeg "
    "uw Kamer toe om voor de zomer van 2023 te berichten over de uitkomsten van het onderzoek.",
    "Ik zie uit naar het gesprek hierover met uw Kamer.",
)
CLOSING = "Hoogachtend,"
SIGNERS = (
    ("de minister van Volksgezondheid,", "Welzijn en Sport,", "Ernst Kuipers"),
    ("de staatssecretaris van Volksgezondheid,", "Welzijn en Sport,", "Maarten van Ooijen"),
)
NOTES = {
    1: "Kamerstuk 32 793, nr. 584 (2022D41234).",
    2: "Kamerstuk 25 295, nr. 1892.",
}
_MARK = re.compile(r"\^(\d)\^")
_RAISED = {"1": "¹", "2": "²"}


def _wrapped(paragraph: str, width: int) -> list[str]:
    """The paragraph in lines of no more than ``width`` letters, marks kept as ``^1^``."""
    found, line = [], ""
    for word in paragraph.split():
        if line and len(_MARK.sub("", f"{line} {word}")) > width:
            found.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return [*found, line]


def _printed() -> list[str]:
    """The lines of the letter's own column, marks kept as ``^1^``."""
    found = [RETURN, "", *ADDRESS, ""]
    found += [f"{name} {value}" for name, value in FIELDS]
    for paragraph in (SALUTATION, *BODY, CLOSING):
        found += ["", *_wrapped(paragraph, 68)]
    for office, more, name in SIGNERS:
        found += ["", office, more, "", "", name]
    return found


def as_text() -> bytes:
    """The text of a page with raised marks and the notes at its end."""
    letter = "\n".join([SENDER, "", *MARGIN, "", *_printed()])
    raised = _MARK.sub(lambda found: _RAISED[found[1]], letter)
    notes = "\n".join(f"{number} {note}" for number, note in NOTES.items())
    return f"{raised}\n\n{notes}\n".encode()


def as_torn_text() -> bytes:
    """The text as tools take it from a PDF: marks torn off to the line above, notes likewise."""
    found = [SENDER, "", *MARGIN, ""]
    for line in _printed():
        if marks := _MARK.findall(line):
            found.append(" ".join(marks))
        found.append(_MARK.sub("", line) + (" " if line else ""))
    found.append(" ")
    for number, note in NOTES.items():
        found += [str(number), f" {note} "]
    return "\n".join([*found, "Pagina 1 van 1", ""]).encode()


def as_pdf() -> bytes:
    """A page with the sender above, a margin column at the right, and notes at the foot."""
    runs: list[Run] = [(250, 800, 9, SENDER)]
    runs += lines(_printed(), left=78, top=745, size=9, step=12)
    runs += lines(MARGIN, left=450, top=700, size=6.5, step=9)
    notes = [f"^{number}^ {note}" for number, note in NOTES.items()]
    runs += lines(notes, left=78, top=70, size=6.5, step=9)
    runs.append((450, 30, 6.5, "Pagina 1 van 1"))
    return pdf([runs], info={"Title": "Brief", "Author": "VWS"})


def two_pages() -> bytes:
    """The letter as a PDF whose second page begins with the motions."""
    printed = _printed()
    cut = next(number for number, line in enumerate(printed) if line.startswith("Voor de zomer"))
    first: list[Run] = [(250, 800, 9, SENDER), *lines(printed[:cut], top=745)]
    first += lines(MARGIN, left=450, top=700, size=6.5, step=9)
    first += lines([f"^1^ {NOTES[1]}"], top=70, size=6.5)
    second = [*lines(printed[cut:], top=745), *lines([f"^2^ {NOTES[2]}"], top=70, size=6.5)]
    return pdf([
        [*first, (450, 30, 6.5, "Pagina 1 van 2")], [*second, (450, 30, 6.5, "Pagina 2 van 2")],
    ])


def as_docx() -> bytes:
    """Word's way: the sender in the header, the margin in frames, notes of its own."""
    framed = '<w:framePr w:w="2000" w:x="9000" w:hAnchor="page"/>'
    body = [p(line, properties=framed) for line in MARGIN]
    body += [p(RETURN), *(p(line) for line in ADDRESS)]
    body += [p(name, "<w:r><w:tab/></w:r>", value) for name, value in FIELDS]
    for paragraph in (SALUTATION, *BODY, CLOSING):
        pieces = enumerate(_MARK.split(paragraph))
        body.append(p(*(mark(int(text)) if n % 2 else text for n, text in pieces if text)))
    for office, more, name in SIGNERS:
        body += [p(office, "<w:r><w:br/></w:r>", more), p(""), p(name)]
    return docx(*body, notes=NOTES, header=p(SENDER), footer=p("Pagina 1 van 1"))


def as_doc() -> bytes:
    """Old Word's way: the margin in a text box, the fields in a table, notes of their own."""
    body = [doc_p(f"{BOX}{RETURN}"), *(doc_p(line) for line in ADDRESS)]
    for field in FIELDS:
        body += row(*field)
    body += [doc_p(_MARK.sub(MARK, one)) for one in (SALUTATION, *BODY, CLOSING)]
    for office, more, name in SIGNERS:
        body += [doc_p(f"{office}\x0b{more}"), doc_p(), doc_p(name)]
    return Word(
        body, notes=[[doc_p(f"{MARK} {note}")] for note in NOTES.values()],
        boxes=[[doc_p(line) for line in MARGIN]],
        headers={1: [doc_p(SENDER)], 3: [doc_p("Pagina \x13 PAGE \x141\x15 van 1")]},
    ).file()


def as_odt() -> bytes:
    """Writer's way: a text box for the margin, notes inside the running text."""
    note = (
        "<text:note><text:note-citation>{n}</text:note-citation><text:note-body><text:p>{note}"
        "</text:p></text:note-body></text:note>"
    )
    box = "".join(f"<text:p>{line}</text:p>" for line in MARGIN)
    found = [f"<text:p><draw:frame><draw:text-box>{box}</draw:text-box></draw:frame></text:p>"]
    found += [f"<text:p>{line}</text:p>" for line in (RETURN.replace(">", "&gt;"), *ADDRESS)]
    found += [f"<text:p>{name}<text:tab/>{value}</text:p>" for name, value in FIELDS]
    found += [f"<text:p>{_noted(one, note)}</text:p>" for one in (SALUTATION, *BODY, CLOSING)]
    for office, more, name in SIGNERS:
        found.append(f"<text:p>{office}<text:line-break/>{more}</text:p><text:p>{name}</text:p>")
    header = (
        '<style:master-page style:name="Standard"><style:header>'
        f"<text:p>{SENDER}</text:p></style:header></style:master-page>"
    )
    return odt("".join(found), around=header)


def as_html() -> bytes:
    """A page with navigation around the letter, its fields in a table, notes as links."""
    link = '<a href="#n{n}" id="r{n}"><sup>{n}</sup></a>'
    found = [f"<p>{SENDER}</p>", *(f"<div>{line}</div>" for line in MARGIN)]
    found.append(f"<p>{'<br>'.join([RETURN.replace('>', '&gt;'), *ADDRESS])}</p>")
    rows = "".join(f"<tr><td>{name}</td><td>{value}</td></tr>" for name, value in FIELDS)
    found.append(f"<table>{rows}</table>")
    found += [f"<p>{_noted(one, link)}</p>" for one in (SALUTATION, *BODY, CLOSING)]
    found += [f"<p>{'<br>'.join(signer[:2])}</p><p>{signer[2]}</p>" for signer in SIGNERS]
    found += [
        f'<p id="n{number}"><sup><a href="#r{number}">{number}</a></sup> {note}</p>'
        for number, note in NOTES.items()
    ]
    around = (
        '<nav><ul><li><a href="https://www.tweedekamer.nl/kamerstukken/detail?id=2021Z00001'
        '&amp;did=2021D00002">Laatste stuk</a></li></ul></nav>'
    )
    return (
        f"<!DOCTYPE html><html lang=nl><head><title>Brief</title></head><body>{around}"
        f"<main><article>{''.join(found)}</article></main>"
        '<footer><a href="https://zoek.officielebekendmakingen.nl/kst-36000-1.html">Meer</a>'
        "</footer></body></html>"
    ).encode()


def _noted(paragraph: str, form: str) -> str:
    """The paragraph with each mark written in a format's own way."""
    return _MARK.sub(lambda found: form.format(n=found[1], note=NOTES[int(found[1])]), paragraph)


LETTERS: dict[str, Callable[[], bytes]] = {
    "brief.txt": as_text,
    "torn.txt": as_torn_text,
    "brief.pdf": as_pdf,
    "brief.doc": as_doc,
    "brief.docx": as_docx,
    "brief.odt": as_odt,
    "brief.html": as_html,
}
