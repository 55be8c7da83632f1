"""Attachments: by a number, by a publication's metadata, by the mail they came with."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from kg.model import Document, GraphData, Span
from kg.pipeline import extract
from kg.read import read_all
from kg.resolve.assemble import assemble

RECORD = """<metadata_gegevens>
  <metadata name="DC.identifier" content="{own}"/>
  <metadata name="OVERHEIDop.{field}" content="{other}"/>
</metadata_gegevens>
"""
PAGE = """<html><head><meta name="DCTERMS.identifier" content="h-tk-20132014-51-5">
<meta name="OVERHEIDop.bijlage" content="blg-334074"></head>
<body><p>{}</p></body></html>
"""


def built(folder: Path) -> GraphData:
    read = list(read_all([folder]))
    assert all(isinstance(each, Document) for each in read)
    return assemble(extract(each) for each in read if isinstance(each, Document))


def attached(data: GraphData) -> list[tuple[str, str, str, str]]:
    """The attachments, what they belong to, the words that say so, the rule."""
    return sorted(
        (each.subject, each.object, each.quote, each.rule)
        for each in data.statements
        if each.predicate == "attachmentOf"
    )


@pytest.mark.parametrize(
    "text, edges",
    [
        ("Zie kst-35594-37-b1.", [("document/kst-35594-37-b1", "document/kst-35594-37",
                                   "kst-35594-37-b1", "attachment.number")]),
        ("Zie kst-35594-37.", []),
        ("Zie kst-35594-37-n1.", []),  # a correction
        ("Zie blg-334074 bij kst-35594-37.", []),  # not said to be attached to it
    ],
)  # fmt: skip
def test_a_number_with_b_is_an_annex(
    text: str, edges: list[tuple[str, str, str, str]], tmp_path: Path
) -> None:
    (tmp_path / "brief.txt").write_text(f"Geachte voorzitter,\n\n{text}\n", "utf-8")
    data = built(tmp_path)
    assert attached(data) == edges
    assert {key for edge in edges for key in edge[:2]} <= {node.key for node in data.nodes}


@pytest.mark.parametrize(
    "own, field, other, edges",
    [
        ("kst-35594-37", "bijlage", "blg-334074",
         [("document/blg-334074", "document/kst-35594-37")]),
        ("blg-334074", "hoofddocument", "kst-35594-37",
         [("document/blg-334074", "document/kst-35594-37")]),
        ("kst-35594-37", "bijlage", "geen", []),
        ("kst-35594-37", "behandeldDossier", "blg-334074", []),
    ],
)  # fmt: skip
def test_a_record_names_the_annexes_of_its_paper(
    own: str, field: str, other: str, edges: list[tuple[str, str]], tmp_path: Path
) -> None:
    record = RECORD.format(own=own, field=field, other=other)
    (tmp_path / "metadata.xml").write_text(record, "utf-8")
    found = attached(built(tmp_path))
    assert [each[:2] for each in found] == edges
    assert [each[2:] for each in found] == [(other, "attachment.metadata")] * len(edges)


def test_a_page_shows_the_annex_that_its_metadata_names(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE.format("Deze publicatie heeft bijlage blg-334074."), "utf-8")
    assert attached(built(tmp_path)) == [
        ("document/blg-334074", "document/h-tk-20132014-51-5", "blg-334074", "attachment.metadata")
    ]
    page.write_text(PAGE.format("Op de pagina staat er niets van."), "utf-8")
    assert attached(built(tmp_path)) == []  # no words to quote


def test_what_a_mail_brings_is_attached_to_it(tmp_path: Path) -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Bos <b@example.nl>", "De brief"
    mail["Date"], mail["Message-ID"] = "Tue, 04 Apr 2023 10:00:00 +0200", "<1@example.nl>"
    mail.set_content("Hierbij de brief.\n")
    head = "Datum 3 mei 2022\nBetreft Zorg\nOns kenmerk 3466324-1039478-PDCIC\n\n"
    mail.add_attachment(f"{head}Geachte voorzitter,\n\nZie hier.\n", filename="brief.txt")
    mail.add_attachment(b"PK\x05\x06" + bytes(18), maintype="application", subtype="zip",
                        filename="leeg.zip")  # fmt: skip
    (tmp_path / "post.eml").write_bytes(mail.as_bytes())
    read = [each for each in read_all([tmp_path]) if isinstance(each, Document)]
    data = assemble(map(extract, read))
    [(letter, post, words, rule)] = attached(data)
    assert letter == "document/kenmerk:3466324-1039478-PDCIC"
    assert post == f"document/file-{read[0].sha256[:16]}"
    assert (words, rule) == ("brief.txt", "attachment.mail")
    [node] = [each for each in data.nodes if each.key == letter]
    assert (node.types, node.label) == (("Letter",), "Zorg")
    [shown] = [each for each in data.statements if each.predicate == "attachmentOf"]
    assert Span(shown.start, shown.end).of(read[0].text) == "brief.txt"
