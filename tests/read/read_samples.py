"""Small files of every format, written by hand, so that a test shows only its point."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

Run = tuple[float, float, float, str]  # left, baseline, size of the letters, text
Area = tuple[int, tuple[float, float, float, float], str]  # page from 1, box, address


def pdf(
    pages: Sequence[Sequence[Run]], *, info: dict[str, str] | None = None, rotate: int = 0,
    links: Sequence[Area] = (),
) -> bytes:
    """A PDF of A4 pages with each run of text at its place, in Helvetica; ``^4^`` is raised."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects.append(
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    )
    kids = []
    for runs in pages:
        shown = "\n".join(
            f"BT {left} {base} Td {_pdf_shown(size, text)} ET"
            for left, base, size, text in runs
        )
        objects.append(f"<< /Length {len(shown)} >>\nstream\n{shown}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate {rotate}"
            f" /Resources << /Font << /F1 3 0 R >> >> /Contents {len(objects)} 0 R"
            f" /Annots [{_pdf_links(links, len(kids) + 1)}] >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    if info is not None:
        fields = " ".join(f"/{key} ({_pdf_text(value)})" for key, value in info.items())
        objects.append(f"<< {fields} >>")
    return _pdf_file(objects, info is not None)


def _pdf_links(links: Sequence[Area], page: int) -> str:
    return " ".join(
        f"<< /Type /Annot /Subtype /Link /Rect [{' '.join(map(str, box))}]"
        f" /A << /S /URI /URI ({_pdf_text(address)}) >> >>"
        for number, box, address in links
        if number == page
    )


def _pdf_shown(size: float, text: str) -> str:
    shown = []
    for number, piece in enumerate(text.split("^")):
        letters, rise = (0.6 * size, 0.35 * size) if number % 2 else (size, 0)
        if piece:
            shown.append(f"/F1 {letters:.2f} Tf {rise:.2f} Ts ({_pdf_text(piece)}) Tj")
    return " ".join(shown)


def _pdf_text(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _pdf_file(objects: list[str], has_info: bool) -> bytes:
    out = io.BytesIO(b"")
    out.write(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252"))
    start = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    out.write("".join(f"{place:010} 00000 n \n" for place in places).encode())
    info = f" /Info {len(objects)} 0 R" if has_info else ""
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R{info} >>\n"
    out.write(f"{trailer}startxref\n{start}\n%%EOF\n".encode())
    return out.getvalue()


def lines(
    texts: Sequence[str], *, left: float = 78, top: float = 700, size: float = 9, step: float = 12
) -> list[Run]:
    """One run for each text, line under line; an empty text leaves a line open."""
    return [(left, top - step * n, size, text) for n, text in enumerate(texts) if text]


def zipped(files: dict[str, bytes | str]) -> bytes:
    """A zip with these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            archive.writestr(info, data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def tarred(files: dict[str, bytes], *, packed: bool = True) -> bytes:
    """A tar archive with these files, gzipped unless told otherwise."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return gzip.compress(out.getvalue(), mtime=0) if packed else out.getvalue()


WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def p(*runs: str, properties: str = "") -> str:
    """A paragraph of WordprocessingML; a run that is markup already is kept as it is."""
    inside = "".join(
        run if run.startswith("<") else f'<w:r><w:t xml:space="preserve">{escape(run)}</w:t></w:r>'
        for run in runs
    )
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def mark(number: int) -> str:
    """The run of a footnote's mark."""
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def docx(
    *body: str,
    notes: dict[int, str] | None = None,
    header: str = "",
    footer: str = "",
    links: dict[str, str] | None = None,
) -> bytes:
    """A minimal DOCX with this body."""
    relations = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/hyperlink" Target="{escape(target)}"'
        ' TargetMode="External"/>'
        for key, target in (links or {}).items()
    )
    files: dict[str, bytes | str] = {"[Content_Types].xml": "<Types/>"}
    files["_rels/.rels"] = (
        f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1"'
        f' Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    files["word/document.xml"] = (
        f'<w:document {WORD} xmlns:r="{OFFICE}"><w:body>{"".join(body)}</w:body></w:document>'
    )
    for kind, xml in (("header", header), ("footer", footer)):
        if xml:
            files[f"word/{kind}1.xml"] = f"<w:hdr {WORD}>{xml}</w:hdr>"
            relations += f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{kind}1.xml"/>'
    if notes is not None:
        files["word/footnotes.xml"] = f"<w:footnotes {WORD}>" + "".join(
            f'<w:footnote w:id="{key}">{p("<w:r><w:footnoteRef/></w:r>", " " + text)}</w:footnote>'
            for key, text in notes.items()
        ) + "</w:footnotes>"
        relations += f'<Relationship Id="n" Type="{OFFICE}/footnotes" Target="footnotes.xml"/>'
    files["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="{PACKAGE}">{relations}</Relationships>'
    )
    return zipped(files)


_ODF = "".join(
    f' xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"),
        ("draw", "drawing"), ("fo", "xsl-fo-compatible"),
    )
) + ' xmlns:xlink="http://www.w3.org/1999/xlink"'


def odt(body: str, *, styles: str = "", around: str = "") -> bytes:
    """A minimal ODT with this body and these automatic styles; ``around`` are master pages."""
    content = (
        f"<office:document-content{_ODF}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    files: dict[str, bytes | str] = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": content,
    }
    if around:
        files["styles.xml"] = (
            f"<office:document-styles{_ODF}><office:master-styles>{around}"
            "</office:master-styles></office:document-styles>"
        )
    return zipped(files)


def publication(stuk: str) -> bytes:
    """A Kamerstuk in the XML of officielebekendmakingen.nl with this in its ``stuk``."""
    return (
        '<?xml version="1.0" encoding="utf-8"?><officiele-publicatie><metadata>'
        '<meta name="OVERHEIDop.externMetadataRecord" scheme=""'
        ' content="https://zoek.officielebekendmakingen.nl/kst-12345-67/metadata.xml"/></metadata>'
        '<kamerstuk><kamerstukkop><tekstregel inhoud="vergaderjaar">Vergaderjaar 2022-2023'
        '</tekstregel><tekstregel inhoud="kameraanduiding">Tweede Kamer der Staten-Generaal'
        '</tekstregel><tekstregel inhoud="kamernummer">2</tekstregel></kamerstukkop><dossier>'
        "<dossiernummer><dossiernr>12 345</dossiernr></dossiernummer><titel>Beleid</titel>"
        f"</dossier><stuk>{stuk}</stuk></kamerstuk></officiele-publicatie>"
    ).encode()
