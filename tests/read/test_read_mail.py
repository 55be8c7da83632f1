"""Mails: headers and words as one document, attachments as documents of their own."""

from __future__ import annotations

from email.message import EmailMessage

from read_samples import lines, pdf

from kg.model import Document
from kg.read import Limits, Problem, read_all, read_bytes
from kg.read.protocol import documents_in
from kg.read.source import Source


def mail(text: str = "Beste,\n\nZie Kamerstuk 1, nr. 2.\n") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Kröger <k@example.nl>"
    message["To"] = "griffie@example.nl"
    message["Date"] = "Tue, 04 Apr 2023 10:00:00 +0200"
    message["Subject"] = "Motie-Laçin"
    message["Message-ID"] = "<1@example.nl>"
    message.set_content(text)
    return message


def inside(message: EmailMessage, **limits: int) -> list[Document | Problem]:
    source = Source.of_bytes("post.eml", message.as_bytes())
    return list(documents_in(source, Limits(**limits)))


def test_headers_and_words() -> None:
    document = read_bytes(mail().as_bytes(), "post.eml")
    assert document.text == (
        "From: Kröger <k@example.nl>\nTo: griffie@example.nl\n"
        "Date: Tue, 04 Apr 2023 10:00:00 +0200\nSubject: Motie-Laçin\n\n"
        "Beste,\n\nZie Kamerstuk 1, nr. 2.\n\n"
    )
    assert document.media_type == "message/rfc822"
    assert [(fact.name, fact.value) for fact in document.facts] == [
        ("title", "Motie-Laçin"), ("creator", "Kröger <k@example.nl>"),
        ("message-id", "<1@example.nl>"), ("date", "2023-04-04"),
    ]
    (place,) = document.places
    assert place.element == "part[1]"
    assert place.span.of(document.text).startswith("Beste")


def test_the_plain_text_is_preferred_to_the_html() -> None:
    message = mail("gewoon\n")
    message.add_alternative("<html><body><p>opgemaakt</p></body></html>", subtype="html")
    assert read_bytes(message.as_bytes(), "post.eml").text.endswith("\n\ngewoon\n\n")


def test_html_alone_is_read_as_html() -> None:
    message = mail()
    message.set_content('<p>Zie <a href="https://a.nl">de brief</a></p>', subtype="html")
    document = read_bytes(message.as_bytes(), "post.eml")
    assert document.text.endswith("Subject: Motie-Laçin\n\nZie de brief")
    assert [link.target for link in document.links] == ["https://a.nl"]


def test_attachments_are_documents_of_their_own() -> None:
    message = mail()
    message.add_attachment(
        pdf([lines(["De motie-Jansen."])]), maintype="application", subtype="pdf",
        filename="brief één.pdf",
    )
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", cid="<logo>")
    message.add_attachment(mail("Doorgestuurd.\n"))
    found = inside(message)
    assert [one.name for one in found] == ["post.eml", "brief één.pdf", "mail.eml"]
    texts = [one.text for one in found if isinstance(one, Document)]
    assert "\nAttachments: brief één.pdf; mail.eml\n\n" in texts[0]
    assert texts[1].startswith("De motie-Jansen.")
    assert texts[2].endswith("Doorgestuurd.\n\n")


def test_an_attachment_that_cannot_be_read_is_a_problem() -> None:
    message = mail()
    message.add_attachment(b"", maintype="application", subtype="pdf", filename="leeg.pdf")
    found, problem = inside(message)
    assert isinstance(found, Document) and "leeg.pdf" not in found.text
    assert isinstance(problem, Problem)
    assert str(problem.error) == "post.eml/leeg.pdf: is empty; check the download"


def test_mails_within_mails_are_bounded() -> None:
    message = mail("de binnenste\n")
    for _ in range(4):
        outer = mail("om een andere heen\n")
        outer.add_attachment(message)
        message = outer
    found = inside(message, depth=2)
    assert [type(one).__name__ for one in found] == ["Document"] * 3 + ["Problem"]
    assert "lies in more than 2 archives or mails" in str(found[-1].error)  # type: ignore


def test_a_mail_pasted_in_a_text_stays_text() -> None:
    text = "From: A\nTo: B\nSubject: C\nDate: D\n\nTekst"
    assert read_bytes(text.encode(), "memo.txt").media_type == "text/plain"
    assert read_bytes(text.encode(), "memo.eml").media_type == "message/rfc822"
    assert read_bytes(mail().as_bytes(), "memo.txt").media_type == "message/rfc822"


def test_charsets_that_lie() -> None:
    raw = mail().as_bytes().replace(b'charset="utf-8"', b'charset="us-ascii"')
    raw = raw.partition(b"\n\n")[0] + b"\n\n" + "Eén – Kröger".encode("cp1252")
    raw = raw.replace(b"7bit", b"8bit")
    assert read_bytes(raw, "post.eml").text.endswith("Eén – Kröger\n\n")


def test_a_mail_in_a_folder(tmp_path) -> None:  # type: ignore
    (tmp_path / "post.eml").write_bytes(mail().as_bytes())
    (found,) = read_all([tmp_path])
    assert found.name == "post.eml"
